"""Actors and countries of an article: who took part, in which office, for whom.

In: an `Article`. Out: its `Actor`s in order of appearance and the codes of the countries that are parties. Runs the
small modules beside it one after another; each has one idea and its own tests.
"""

from communique.extract.bodies import acting_bodies
from communique.extract.home import assign_countries
from communique.extract.names import find_names
from communique.extract.offices import find_offices
from communique.extract.participants import participants
from communique.extract.parties import find_parties
from communique.extract.people import find_mentions
from communique.extract.persons import Person, gather
from communique.extract.reading import Reading, read, sovereign
from communique.extract.represented import assign_bodies
from communique.extract.sides import sided
from communique.model import Actor, Article
from communique.registry.publishers import home_country, possible_home, publishing_body

# Bounds on what is read, far above any report's: they keep the time of a hostile page in check.
MAX_TITLE, MAX_BODY, MAX_MENTIONS = 1_000, 60_000, 600


def find_actors(article: Article) -> tuple[list[Actor], list[str]]:
    """The participants of an article and the countries that are parties.

    Args:
        article: the article, chrome removed.

    Returns:
        The actors in order of appearance, with evidence offsets into the body, and the sorted ISO alpha-3 codes.
    """
    title, body = read(article.title[:MAX_TITLE]), read(article.body[:MAX_BODY], article.lead)
    offices = find_offices(body)
    names = find_names(body, offices)
    mentions = find_mentions(body, offices, names)[:MAX_MENTIONS]
    home = sovereign(home_country(article.publisher, article.dateline_place))
    if home is None and (possible := possible_home(article.publisher)) in {geo.alpha3 for geo in body.geo.values()}:
        home = possible  # a ".ws" that writes about Samoa
    persons, strangers = gather(body, mentions, home)
    persons = sorted([*persons, *sided(body, strangers)], key=lambda person: person.first)
    postings = {k for office in offices if office.posting for k in range(office.core, office.j)}
    parties = find_parties(title, body, postings)
    bodies = {b.organization.name: b.organization.country for b in body.body.values()}
    assign_bodies(persons, publishing_body(article.publisher))
    assign_countries(body, persons, home, parties, bodies, offices, article.dateline_place, find_offices(title))
    persons = participants(body, persons, title, parties)
    actors = [_actor(body, person) for person in persons]
    actors += acting_bodies(body, persons, offices)
    actors.sort(key=lambda actor: actor.start if actor.start is not None else -1)
    represented = {actor.country for actor in actors if actor.country}
    return actors, sorted(represented.union(parties))


def _actor(body: Reading, person: Person) -> Actor:
    """The actor with the mention that proves it: the first with the fullest name, or the office."""
    tokens = body.tokens
    for mention in person.mentions:
        name = mention.name
        if name and name.text == person.name:
            start, end = tokens.start[name.i], tokens.end[name.j - 1]
            if tokens.text[start:end].split() != name.text.split():
                end = max(start + len(tokens.text[start:end].rstrip(".")), start + 1)
            return Actor(person.name, person.role, person.country, person.organization, "person", start, end)
    mention = person.mentions[0]
    first = mention.office.core if mention.office and mention.i <= mention.office.core < mention.j else mention.i
    start, end = tokens.start[first], tokens.end[max(first, mention.j - 1)]
    return Actor(None, person.role, person.country, person.organization, "person", start, end)
