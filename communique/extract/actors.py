"""Actors and countries of an article: who took part, in which office, for whom.

In: an `Article`. Out: its `Actor`s in order of appearance and the codes of the countries that are parties. Runs the
small modules beside it one after another; each has one idea and its own tests.
"""

from dataclasses import replace

from communique.extract.countries.home import assign_countries
from communique.extract.countries.known import assign_known, doubt_strangers
from communique.extract.countries.parties import find_parties, headed_by, partner_of
from communique.extract.countries.represented import assign_bodies, assign_regions
from communique.extract.countries.sides import sided
from communique.extract.offices.attached import AREAL
from communique.extract.offices.phrases import Office, find_offices
from communique.extract.participation.bodies import acting_bodies
from communique.extract.participation.groups import told_together
from communique.extract.participation.participants import participants
from communique.extract.participation.unofficial import acting_strangers
from communique.extract.people.gathering import gather
from communique.extract.people.headline import with_headline
from communique.extract.people.mentions import find_mentions
from communique.extract.people.names import find_names, rank_before
from communique.extract.people.persons import Person, unite
from communique.extract.words.reading import Reading, read, sovereign
from communique.model import Actor, Article
from communique.registry.cities import city_country
from communique.registry.publishers import (
    home_country,
    is_guessed,
    mission_post,
    possible_home,
    publishing_body,
    sender_home,
)

# Bounds on what is read, far above any report's: they keep the time of a hostile page in check.
MAX_TITLE, MAX_BODY, MAX_MENTIONS = 1_000, 60_000, 600
PARAGRAPH_WORDS = 14  # a headline with a full stop and so many words is the first paragraph
_WISHES = frozenset(["congratulations", "condolences", "felicitations", "congratulates", "congratulated", "condoles"])
_CREDENTIALS = frozenset(["credentials", "credence", "credential"])


def find_actors(article: Article) -> tuple[list[Actor], list[str]]:
    """The participants of an article and the countries that are parties.

    Args:
        article: the article, chrome removed.

    Returns:
        The actors in order of appearance, with evidence offsets into the body, and the sorted ISO alpha-3 codes.
    """
    head = _opening(article.title)
    title, body = read(article.title[:MAX_TITLE]), read(head + article.body[:MAX_BODY], 0 if head else article.lead)
    offices = find_offices(body)
    _pass_over_areas(body, offices)
    names = find_names(body, offices)
    headed = find_offices(title)
    mentions = with_headline(title, headed, body, find_mentions(body, offices, names)[:MAX_MENTIONS])
    postings = {
        k for office in offices if office.posting for k in range(office.core, office.j) if _posts(body, office, k)
    }
    sender = _home(article, title, body, postings)
    post = mission_post(article.url)
    named = {geo.alpha3 for geo in body.geo.values()}
    if post not in named and not named <= {sender}:
        post = None  # of the countries to which an embassy is accredited, one is named
    home = post or sender
    posted = next((office.posting for office in offices if office.posting and office.countries), None)
    persons, strangers = gather(body, mentions, home or posted)
    persons = sorted([*persons, *sided(body, strangers)], key=lambda person: person.first)
    inside = {k for name in names for k in range(name.i, name.j)}
    if places := inside & body.geo.keys():
        _unname(title, [name.text for name in names if not places.isdisjoint(range(name.i, name.j))])
    parties = find_parties(title, body, postings | inside)
    bodies = {b.organization.name: b.organization.country for b in body.body.values()}
    assign_bodies(body, title, persons, publishing_body(article.publisher))
    if post and sender:
        _own_staff(persons, sender)
    assign_countries(body, persons, home, parties, bodies, offices, article.dateline_place, headed, title)
    if not sender and any(person.country is None for person in persons):
        _own_people(persons, sovereign(home_country(article.publisher)))
    assign_regions(body, persons, home_country(article.publisher))
    known = unite(persons)
    persons = participants(body, known, title, parties)
    persons += told_together(body, mentions, known, persons)
    persons += acting_strangers(body, strangers, persons, home)
    assign_known((body, title), persons, home)
    doubt_strangers(persons, parties)
    _give_ranks(body, persons)
    actors = [_actor(body, person) for person in persons]
    actors += acting_bodies(body, persons, offices, home)
    actors.sort(key=lambda actor: actor.start if actor.start is not None else -1)
    if head:
        actors = [_within(actor, len(head)) for actor in actors]
    countries = {actor.country for actor in actors if actor.country}.union(parties)
    if post and len(countries) == 1:
        countries.add(post)  # what an embassy does, it does with its hosts
    posts = {office.posting for office in offices if office.posting}
    if sender in posts and _tells_of(_CREDENTIALS, title, body):
        countries.add(sender)  # to whom ambassadors present their credentials at home
    if sender and _tells_of(_WISHES, title, body) and _leads_with(sender, title, body):
        countries.add(sender)  # to whom others write
    if any(actor.organization and not actor.country for actor in actors):  # a body, which sits in a capital
        named = {geo.alpha3 for geo in body.geo.values() if geo.form != "capital"} - posts
    if len(countries) == 1 and (
        partner := partner_of(body, countries | posts) or _unsaid(article, named - countries, sender, posts)
    ):
        countries.add(partner)
    return actors, sorted(countries)


def _pass_over_areas(body: Reading, offices: list[Office]) -> None:
    """Takes out the countries with which an office deals: "Country Director for South Africa, Lesotho and Malawi"."""
    for n, office in enumerate(offices):
        if office.head.level == "diplomat" or (" for " not in office.role and office.head.cls not in AREAL):
            continue
        inside = [body.geo[k] for k in range(office.core, office.j) if k in body.geo]
        named = [geo for geo in inside if geo.form == "name" and geo.alpha3 not in office.countries]
        for geo in named if len(named) > 1 or not office.posting else ():
            del body.geo[geo.i], body.geo_to[geo.j]
        if len(named) > 1:
            offices[n] = replace(office, posting=None)


def _posts(body: Reading, office: Office, k: int) -> bool:
    """Whether the word `k` of a diplomat's office tells where he is posted, or whose he is; not one of several."""
    return len(office.countries) < 2 or k not in body.geo or body.geo[k].alpha3 == office.posting


def _leads_with(country: str, title: Reading, body: Reading) -> bool:
    """Whether the headline or the lead names a country."""
    lead = _lead_end(body)
    return any(geo.alpha3 == country and geo.i < lead for geo in (*title.geo.values(), *body.geo.values()))


def _tells_of(words: frozenset[str], title: Reading, body: Reading) -> bool:
    """Whether the headline or the lead has one of the words."""
    return not words.isdisjoint([*title.tokens.lower, *body.tokens.lower[: _lead_end(body)]])


def _lead_end(body: Reading) -> int:
    """The word behind the first two sentences."""
    return body.tokens.bounds[:2][-1][1] if body.tokens.bounds else 0


def _unname(title: Reading, people: list[str]) -> None:
    """Takes out of a headline the places that are words of people's names there: "Aden Duale flies to Suva"."""
    for geo in list(title.geo.values()):
        around = (
            title.tokens.span(max(0, geo.i - 1), geo.j),
            title.tokens.span(geo.i, min(geo.j + 1, len(title.tokens))),
        )
        if any(words in text for text in people for words in around if " " in words):
            del title.geo[geo.i], title.geo_to[geo.j]


def _unsaid(article: Article, named: set[str], sender: str | None, posts: set[str]) -> str | None:
    """The other side where one alone is told: the page's own country if it is named, or where its diplomats act."""
    if sender in named:
        return sender
    place = city_country(article.dateline_place or "")
    return place if place in posts else None


def _give_ranks(body: Reading, persons: list[Person]) -> None:
    """Gives who has no office the rank in front of the name for one."""
    for person in persons:
        if not (person.role or person.offices):
            ranks = (rank_before(body, mention.name) for mention in person.mentions if mention.name)
            person.role = next(filter(None, ranks), None)


def _own_people(persons: list[Person], publisher: str | None) -> None:
    """Gives officials of state of whom nothing tells more the publisher's country, though it is not named."""
    for person in persons:
        state = bool(person.offices) and all(office.head.body != "body" for office in person.offices)
        if state and person.organization is None and person.country is None and not person.settled:
            person.country = publisher


def _own_staff(persons: list[Person], sender: str) -> None:
    """Gives an embassy's own diplomats, one of a class, the country that has sent them."""
    seen: set[frozenset[str]] = set()
    for person in persons:
        diplomat = bool(person.offices) and all(office.head.level == "diplomat" for office in person.offices)
        if diplomat and person.country is None and person.classes not in seen:
            person.country = sender
        seen.add(person.classes)


def _home(article: Article, title: Reading, body: Reading, postings: set[int]) -> str | None:
    """The country of the page's publisher, by its name, its site, the headline's first word or at last the dateline."""
    home = sovereign(home_country(article.publisher))
    possible = possible_home(article.publisher)
    named = _named(title, body)
    if home not in named and possible in named:
        home = possible  # a ".ws" that writes about Samoa
    place = sovereign(home_country(None, article.dateline_place))
    elsewhere = home not in named and place is not None and is_guessed(article.publisher)
    if home and place != home and (elsewhere or _of_others(home, title, body, postings)):
        home = None
    return home or headed_by(title) or place or sovereign(sender_home(article.body[: article.lead]))


def _named(*readings: Reading) -> set[str]:
    """All countries that are named, also in "the Brazil-Suriname forum"."""
    alone = {geo.alpha3 for reading in readings for geo in reading.geo.values()}
    return alone.union(*(found for reading in readings for found in reading.compounds.values()))


def _of_others(home: str, title: Reading, body: Reading, postings: set[int]) -> bool:
    """Whether headline and lead tell of two other countries, and nothing in the text names the publisher's own."""
    tokens = body.tokens
    opening = [geo for geo in body.geo.values() if tokens.sentence[geo.i] - tokens.sentence[0] < 2]
    lead = {geo.alpha3 for geo in opening if geo.form != "capital" and geo.i not in postings}
    lead.update(alpha3 for found in title.compounds.values() for alpha3 in found)
    return home not in _named(title, body) and len(lead.union(geo.alpha3 for geo in title.geo.values())) > 1


def _opening(title: str) -> str:
    """The first paragraph of a report without a headline, where it was taken for one; else nothing."""
    running = title.endswith(".") and title.count(" ") >= PARAGRAPH_WORDS
    return f"{title[:MAX_TITLE]}\n\n" if running else ""


def _within(actor: Actor, shift: int) -> Actor:
    """The actor with offsets into the body; what stands only before it has none."""
    if actor.start is None or actor.end is None or actor.start < shift:
        return replace(actor, start=None, end=None)
    return replace(actor, start=actor.start - shift, end=actor.end - shift)


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
