"""Actors and countries of an article: who took part, in which office, for whom.

In: an `Article`. Out: its `Actor`s in order of appearance and the codes of the countries that are parties. Runs the
small modules beside it one after another; each has one idea and its own tests.
"""

from dataclasses import dataclass, field, replace
from itertools import chain

from communique.extract.countries.home import assign_countries
from communique.extract.countries.known import assign_known
from communique.extract.countries.likelihood import weigh
from communique.extract.countries.parties import find_parties
from communique.extract.countries.party_likelihood import weigh_parties
from communique.extract.countries.represented import assign_regions
from communique.extract.countries.sender import post_of, sender_of
from communique.extract.countries.serving import assign_bodies
from communique.extract.countries.sides import sided
from communique.extract.countries.table import Table
from communique.extract.countries.unsaid import all_countries
from communique.extract.offices.attached import AREAL
from communique.extract.offices.phrases import Office, find_offices
from communique.extract.participation.bodies import acting_bodies
from communique.extract.participation.groups import told_together
from communique.extract.participation.participants import participants
from communique.extract.participation.unofficial import acting_strangers
from communique.extract.people.accredited import accredited
from communique.extract.people.apart import told_apart
from communique.extract.people.dealt_apart import dealt_apart
from communique.extract.people.described import described, rank_before
from communique.extract.people.gathering import gather
from communique.extract.people.headline import told_above, with_headline
from communique.extract.people.mentions import Mention, find_mentions
from communique.extract.people.names import Name, find_names
from communique.extract.people.persons import Person, unite
from communique.extract.words.quoted import bare_names
from communique.extract.words.reading import Reading, read, sovereign
from communique.model import Actor, Article
from communique.registry.cities import city_country
from communique.registry.countries import countries, find_countries
from communique.registry.publishers import home_country, publishing_body

# Bounds on what is read, far above any report's: they keep the time of a hostile page in check.
MAX_TITLE, MAX_BODY, MAX_MENTIONS = 1_000, 60_000, 600
PARAGRAPH_WORDS = 14  # a headline with a full stop and so many words is the first paragraph


@dataclass
class _Page:
    """What all steps look at.

    `head` is a first paragraph that was taken for the headline; `headed` has the offices of the headline; `postings`
    the words that tell where diplomats are posted. `sender` is the country whose page it is, `post` where an embassy
    acts whose page it is.
    """

    article: Article
    head: str
    title: Reading
    body: Reading
    offices: list[Office] = field(init=False)
    headed: list[Office] = field(init=False)
    names: list[Name] = field(init=False)
    mentions: list[Mention] = field(init=False)
    postings: set[int] = field(init=False)
    sender: str | None = field(init=False)
    post: str | None = field(init=False)

    def __post_init__(self) -> None:
        title, body, offices = self.title, self.body, find_offices(self.body)
        _pass_over_areas(body, offices)
        self.offices, self.headed = offices, find_offices(title)
        self.names = find_names(body, offices)
        self.postings = {
            k for office in offices if office.posting for k in range(office.core, office.j) if _posts(body, office, k)
        }
        lead = [office for office in offices if body.tokens.sentence[office.i] - body.tokens.sentence[0] < 2]
        self.sender = sender_of(self.article, title, body, self.postings, self.headed, lead)
        self.post = post_of(self.article, body, self.sender)
        found = find_mentions(body, offices, self.names)[:MAX_MENTIONS]
        found = told_apart(body, with_headline(title, self.headed, body, found), self.around)
        found = accredited(title, self.headed, body, dealt_apart(body, found), self.around)
        self.mentions = told_above(title, self.headed, body, found, self.around)

    @property
    def home(self) -> str | None:
        """Whose officials those are of whom nothing else is told."""
        return self.post or self.sender

    @property
    def around(self) -> str | None:
        """The same, or without it where the diplomats of the text are posted."""
        return self.home or next((o.posting for o in self.offices if o.posting and o.countries), None)


def find_actors(article: Article) -> tuple[list[Actor], list[str]]:
    """The participants of an article and the countries that are parties.

    Args:
        article: the article, chrome removed.

    Returns:
        The actors in order of appearance, with evidence offsets into the body, and the sorted ISO alpha-3 codes.
    """
    head = _opening(article.title)
    title, text = bare_names(article.title[:MAX_TITLE]), bare_names(head + article.body[:MAX_BODY])
    whole = f"{title}\n\n{text}"
    body = read(text, 0 if head else article.lead, whole)
    page = _Page(article, head, read(title, context=whole), body)
    persons, strangers = _people(page)
    inside = {k for name in page.names for k in range(name.i, name.j)}
    _unname(page.title, [name.text for name in page.names if name.j - name.i > 1], {o.j for o in page.headed})
    parties = find_parties(page.title, body, page.postings | inside)
    table = _assign_sides(page, persons, parties)
    actors = _taking_part(page, table, strangers, parties)
    readings = (page.title, body)
    told = all_countries(readings, actors, parties, page.offices, page.sender, page.post, article.dateline_place)
    parts = weigh_parties(table, actors, told)
    return [_within(actor, len(head)) for actor in actors] if head else actors, sorted(parts)


def _people(page: _Page) -> tuple[list[Person], list[Mention]]:
    """Everybody told by an office, a nationality or a side, and the names of whom nothing tells."""
    persons, strangers = gather(page.body, page.mentions, page.around)
    return sorted([*persons, *sided(page.body, strangers)], key=lambda person: person.first), strangers


def _assign_sides(page: _Page, persons: list[Person], parties: list[str]) -> Table:
    """Sets whom each person represents: a body, a country, a region. Returns the table at which they sit."""
    body, publisher = page.body, page.article.publisher
    own = home_country(publisher)
    bodies = {b.organization.name: b.organization.country for b in body.body.values()}
    assign_bodies(body, page.title, persons, publishing_body(publisher))
    if page.post and page.sender:
        _own_staff(persons, page.sender)
    dateline = _stated_place(page.article)
    table = assign_countries(body, persons, page.home, parties, bodies, page.offices, dateline, page.headed, page.title)
    if not page.sender:
        _own_people(persons, sovereign(own))
    assign_regions(body, persons, own)
    return table


def _stated_place(article: Article) -> str | None:
    """The place in the dateline; of a small one the country beside it: "Jajarkot [Nepal], November 26 (ANI)"."""
    place = article.dateline_place
    if place is None or city_country(place):
        return place
    named = [found for found in find_countries(article.body[: article.lead]) if found.value.form == "name"]
    return countries()[named[0].value.alpha3].name if named else place


def _taking_part(page: _Page, table: Table, strangers: list[Mention], parties: list[str]) -> list[Actor]:
    """The people and bodies that take part, in order of appearance."""
    body, known = page.body, unite(table.persons)
    persons = participants(body, known, page.title, parties)
    persons += told_together(body, page.mentions, known, persons)
    persons += acting_strangers(body, strangers, persons, page.home, page.title)
    assign_known((body, page.title), persons, page.home)
    weigh(table, persons)
    persons = unite(persons)  # who was met as a counterpart may be named only now
    _give_ranks(body, persons, {name.i for name in page.names})
    actors = [_actor(body, person) for person in persons]
    actors += acting_bodies(body, persons, page.offices, page.home)
    return sorted(actors, key=lambda actor: actor.start if actor.start is not None else -1)


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


def _unname(title: Reading, people: list[str], behind_offices: set[int]) -> None:
    """Takes out of a headline the places that are words of people's names there: "Aden Duale flies to Suva", "Attorney
    General Monaco"."""
    family = {text.rpartition(" ")[2] for text in people}
    for geo in list(title.geo.values()):
        around = (
            title.tokens.span(max(0, geo.i - 1), geo.j),
            title.tokens.span(geo.i, min(geo.j + 1, len(title.tokens))),
        )
        held = geo.i in behind_offices and title.tokens.span(geo.i, geo.j) in family
        if held or any(words in text for text in people for words in around if " " in words):
            del title.geo[geo.i], title.geo_to[geo.j]


def _give_ranks(body: Reading, persons: list[Person], starts: set[int]) -> None:
    """Gives who has no office what stands beside the name for one, or the rank in front of it."""
    for person in persons:
        if not (person.role or person.offices):
            names = [mention.name for mention in person.mentions if mention.name]
            told = chain((described(body, name, starts) for name in names), (rank_before(body, name) for name in names))
            person.role = next(filter(None, told), None)


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
        if diplomat and person.country is person.organization is None and person.classes not in seen:
            person.country = sender
        seen.add(person.classes)


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
