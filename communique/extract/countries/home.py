"""Which country a participant represents, where no nationality stands beside the office.

In: persons and what is known of the page. Out: the persons with `country` set. The order of proof: the body
represented, an office that one country alone has, the headline, the words around, whom the person is with, and at last
the office itself, which is the host's unless it shows that its holder comes from elsewhere. Those of whom nothing
beside them tells a country are asked about again once it is known who takes part (`likelihood.py`).
"""

from collections.abc import Sequence
from functools import cache

from communique.extract.countries.assemblies import seat_envoys, seat_members, seat_ministers
from communique.extract.countries.behalf import take_part_of
from communique.extract.countries.beside import beside, said_before
from communique.extract.countries.known import assign_known, home_of_known
from communique.extract.countries.rank import by_rank
from communique.extract.countries.represented import by_body, share_bodies
from communique.extract.countries.table import Table, lay
from communique.extract.countries.told import told
from communique.extract.offices.alike import matches
from communique.extract.offices.phrases import Office
from communique.extract.people.persons import Person
from communique.extract.words.classes import padded
from communique.extract.words.reading import Reading
from communique.registry import rows
from communique.registry.monarchies import shared_crowns, thrones

_AT_HOME = padded(["host country"])
_REGAL = frozenset(["king", "queen", "prince", "princess"])
_TOP = frozenset(["president", "prime minister", "monarch", "speaker"])


@cache
def _peculiar() -> dict[str, tuple[str, str]]:
    return {row["term"]: (row["alpha3"], row["use"]) for row in rows("peculiar_offices")}


def _crown(person: Person) -> str | None:
    """The country of a title that one monarch alone bears: "Pope", "Emperor"."""
    borne = (thrones().get(office.role.lower(), frozenset()) for office in person.offices)
    return next((next(iter(states)) for states in borne if len(states) == 1), None)


def assign_countries(
    reading: Reading,
    persons: list[Person],
    home: str | None,
    parties: Sequence[str],
    bodies: dict[str, str | None],
    offices: list[Office],
    dateline: str | None,
    headline: list[Office],
    title: Reading,
) -> Table:
    """Sets the country of each person that has none, and returns the table at which they sit.

    Args:
        reading: the body.
        persons: changed in place.
        home: the country of the page's publisher, if known.
        parties: countries that the headline and the lead have act, most prominent first.
        bodies: the organisations of the registry by name, with their country (None: international).
        offices: all offices of the body.
        dateline: the place in the dateline, if there is one.
        headline: the offices in the headline.
        title: the headline.
    """
    home = _by_office_alone(reading, persons, home, bodies)
    for person in persons:
        take_part_of(reading, person)
    seat_members(reading, persons)
    seat_envoys(reading, persons)
    seat_ministers(reading, persons)
    own = home or home_of_known((reading, title), persons)
    assign_known((reading, title), persons, home)
    home = own
    share_bodies(reading, persons)
    _by_headline(persons, headline, title)
    table = lay(reading, title, persons, home, parties, offices, dateline)
    table.untold = [person for person in persons if person.country is None]
    for person in table.untold:
        if _is_open(person):
            hosting = table.places and _hosting(reading, person)
            person.country = table.places[0] if hosting else told(table, person)
    for person in table.untold:
        if _is_open(person) and (side := beside(reading, person, persons)):
            person.join(side)
        if _is_open(person):
            person.country = by_rank(table, person)
    for person in persons:
        if any(office.role.lower() in _REGAL and not office.countries for office in person.offices):
            person.country = shared_crowns().get(person.country or "", person.country)  # met by a realm's minister
    return table


def _is_open(person: Person) -> bool:
    return person.country is None and not person.settled


def _by_office_alone(
    reading: Reading, persons: list[Person], home: str | None, bodies: dict[str, str | None]
) -> str | None:
    """Sets what bodies and offices tell by themselves, and returns the page's home, which such an office may tell."""
    named = {geo.alpha3 for geo in reading.geo.values()}
    others = len(named) > 1  # "the Secretary of State" on a page about Moldova and Romania
    crowned = next(filter(None, map(_crown, persons)), None)  # the Pope's Secretary of State
    for person in persons:
        by_body(reading, person, bodies)
        if person.country is None:
            person.country = _crown(person)
        peculiar = [_peculiar().get(_without_post(office), ("", "")) for office in person.offices]
        peculiar = [told for told in peculiar if told[1] or not others or told[0] in named]
        always = next((alpha3 for alpha3, use in peculiar if use == "always"), None)
        person.country = person.country or always
        if home is None and (person.country is None or always):
            home = next((always or crowned or alpha3 for alpha3, _ in peculiar if alpha3), None)
            person.country = person.country or home
    return home


def _without_post(office: Office) -> str:
    """The office in lower case, without where a diplomat is posted: "Apostolic Nuncio (to Chad)"."""
    role = office.role.lower()
    return role.split(" to ")[0].split(" in ")[0] if office.head.level == "diplomat" else role


def _hosting(reading: Reading, person: Person) -> bool:
    """ "The host President, X", "his host, President X"."""
    i, lower = person.mentions[0].i, reading.tokens.lower
    return "host" in (lower[i - 1], lower[i - 2 + (lower[i - 1] != ",")]) or said_before(reading, person, _AT_HOME)


def _by_headline(persons: list[Person], headline: list[Office], title: Reading) -> None:
    """ "Swedish State Secretary discusses …" tells whose the only state secretary without a country is.

    Not of one whom the headline names beside somebody else's office: "Ama Boateng meets Swedish State Secretary".
    """
    for office in headline:
        if len(office.countries) != 1 or office.head.use == "anaphor":
            continue
        if office.head.plural:
            _by_plural(persons, office)
            continue
        alike = [p for p in persons if any(matches(known, office) for known in p.offices) and not p.settled]
        unknown = [p for p in alike if p.country is None]
        said = set(office.role.lower().split()) - {"of", "the"}
        theirs = [o for p in persons if p.country == office.countries[0] for o in p.offices]
        held = any(said.intersection(o.role.lower().split()) or o.classes & office.classes & _TOP for o in theirs)
        free = not held and all(p.country != office.countries[0] for p in alike)
        only = sum(bool(other.classes & office.classes) for other in headline) == 1 and len(unknown) == len(alike)
        if free and unknown and (len(unknown) == 1 or only) and not _is_named_elsewhere(unknown[0], office, title):
            unknown[0].country = office.countries[0]


def _is_named_elsewhere(person: Person, office: Office, title: Reading) -> bool:
    """Whether a headline has the person's name, but not beside the office."""
    at = [k for k, word in enumerate(title.tokens.word) if word in (person.name or "").split()]
    return bool(at) and not any(office.i - 2 <= k <= office.j + 2 for k in at)


def _by_plural(persons: list[Person], office: Office) -> None:
    """ "Vincentian ministers in Taiwan" tells whose the ministers of no country are, if they are all there is."""
    alike = [p for p in persons if p.offices and p.classes & office.classes and not p.settled]
    if len(alike) > 1 and all(p.country is None for p in alike):
        for person in alike:
            person.country = office.countries[0]
