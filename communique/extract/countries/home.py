"""Which country a participant represents, where no nationality stands beside the office.

In: persons and what is known of the page. Out: the persons with `country` set. The order of proof: the body
represented, an office that one country alone has, the headline, the words around, the company in which the person is,
and at last the office itself, which is the host's unless it shows that its holder comes from elsewhere.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from communique.extract.countries.across import across, is_received
from communique.extract.countries.assemblies import seat_envoys, seat_members, seat_ministers
from communique.extract.countries.behalf import take_part_of
from communique.extract.countries.beside import beside, said_before
from communique.extract.countries.company import (
    called_counterpart,
    counterpart,
    dealt_with,
    faced,
    in_row,
    joined,
    listed_with,
    of_the_group,
    staff,
    superior,
    told_behind,
)
from communique.extract.countries.encounters import fellow, listed_across
from communique.extract.countries.hosts import partner_of
from communique.extract.countries.journeys import away_in, bound_for, came_back_from, is_guest_in
from communique.extract.countries.known import assign_known, home_of_known
from communique.extract.countries.local import LOCAL, governs_locally
from communique.extract.countries.members import of_delegation, travels_along, with_whom
from communique.extract.countries.origins import by_name
from communique.extract.countries.rank import by_rank, only_named
from communique.extract.countries.represented import by_body, share_bodies
from communique.extract.countries.seats import SENT, same_seat
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
_OF_BODIES = LOCAL | {"agency"}
_SECRETARIES = frozenset(
    ["secretary of state", "state secretary", "deputy minister", "vice minister", "minister of state"]
)
_REGAL = frozenset(["king", "queen", "prince", "princess"])
_SUBJECT = 6  # words of a sentence in which its subject is named
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
    untold = [person for person in persons if _is_open(person)]
    _by_headline(persons, headline, title)
    undecided = [person for person in persons if _is_open(person)]
    table = lay(reading, title, persons, home, parties, offices, dateline)
    table.untold = [person for person in persons if person.country is None]
    waiting = _by_words(table)
    _by_company(table)
    _by_names(table, untold)
    for person in sorted(persons, key=waiting.__contains__):
        if person in waiting:
            person.country = person.country or told(table, person)
        if _is_open(person):
            sides = (
                beside(reading, person, persons) if home is None else None,
                listed_with(reading, person, table.ends),
                with_whom(table, person),
            )
            any(person.join(side) for side in (*sides, dealt_with(person, persons)) if side)
        if _is_open(person):
            person.country = _ranked(table, person)
            _by_names(table, [person])
    for one, other in pairwise(persons):
        couple = {"monarch"} == one.classes == other.classes  # "the King and Queen X": no two monarchs
        free = _is_open(other) and bool(other.offices) and (couple or not same_seat(other, one))
        free = free and (home is not None or bool(one.classes & SENT) == bool(other.classes & SENT))
        if free and joined(reading, one, other):
            other.country = one.country
    for person in undecided:
        person.country = superior(reading, person, persons) or person.country
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


def _by_words(table: Table) -> list[Person]:
    """Sets what the words around tell. Returns the counterparts who wait until the country of the other is known."""
    waiting: list[Person] = []
    for one, person in zip([None, *table.persons], table.persons, strict=False):
        if table.places and _is_open(person) and _hosting(table.reading, person):
            person.country = table.places[0]
        if not _is_open(person):
            continue
        reading, ends = table.reading, table.ends
        shared = listed_with(reading, person, ends) or of_the_group(reading, person) or in_row(reading, person, ends)
        shared = shared or told_behind(reading, person, table.persons, table.home)
        if not (shared and person.join(shared)):
            if one and _is_open(one) and counterpart(person):
                waiting.append(person)
                continue
            sides = (tell(table, person) for tell in (told, with_whom, of_delegation))
            any(person.join(side) for side in sides if side)
    return waiting


def _hosting(reading: Reading, person: Person) -> bool:
    """ "The host President, X", "his host, President X"."""
    i, lower = person.mentions[0].i, reading.tokens.lower
    return "host" in (lower[i - 1], lower[i - 2 + (lower[i - 1] != ",")]) or said_before(reading, person, _AT_HOME)


def _by_company(table: Table) -> None:
    """Sets what those beside a person, and the place of the event, tell."""
    reading, persons = table.reading, table.persons
    for one, other in pairwise(persons) if table.home is None else ():
        fresh = _is_open(other) and other.offices and not other.classes & _TOP
        fresh = fresh and bool(one.classes & SENT) == bool(other.classes & SENT)
        twins = {o.role.lower() for o in one.offices} & {o.role.lower() for o in other.offices} & _SECRETARIES
        abroad = one.posts and one.country not in one.posts  # "the JICA representative in Chad and Minister X"
        fresh = fresh and not (abroad and not one.classes & SENT)
        if fresh and one.country and joined(reading, one, other) and not (twins or same_seat(other, one)):
            other.country = one.country  # on a page of unknown home nobody's country goes without saying
    for one, other in pairwise(persons):
        if _is_open(other) and not other.classes & SENT:
            other.country = staff(reading, one, other)
    elsewhere = table.dateline if table.dateline != table.host else None
    elsewhere = elsewhere or (table.places[0] if table.places and table.host not in table.places else None)
    if table.host and elsewhere:
        _of_the_place([p for p in persons if not travels_along(table, p)], elsewhere)
    for person in persons:
        # the ambassador at the host's side is the guest's
        sent = (table.foreign or only_named(table)) and person.classes and person.classes <= SENT
        if _is_open(person) and not sent:
            sides = (beside(reading, person, persons), listed_with(reading, person, table.ends))
            any(person.join(side) for side in sides if side)


def _by_names(table: Table, persons: list[Person]) -> None:
    """Gives those whose country is guessed another of the table if their names speak for it by far."""
    for person in persons:
        others = [side for side in (table.host, *table.sides) if side and side != person.country]
        alike = person.country not in table.territorial  # names in Hong Kong are not those of China's officials
        person.country = by_name(person.name, person.country, others, by_officials=alike) or person.country


def _ranked(table: Table, person: Person) -> str | None:
    """What the office tells, unless the text tells that the person is not of that country."""
    ranked, home = by_rank(table, person), table.home
    if shared := fellow(table, person):
        return shared
    away = {bound_for(table.reading, mention) for mention in person.mentions} if ranked != home else set()
    listed = listed_across(table, person) if ranked is None or ranked != home else set()
    away |= listed
    away |= called_counterpart(table.reading, person, table.persons)
    away |= faced(person, table.persons) | {is_guest_in(table.reading, mention) for mention in person.mentions}
    away |= {tell(table.reading, mention) for mention in person.mentions for tell in (came_back_from, away_in)}
    if ranked and ranked in away:
        return _only_other(table, away)  # "X … his Ugandan counterpart": not Uganda's
    if ranked is None and not person.classes <= SENT and (other := across(table, person)):
        return _only_other(table, {other, *listed})
    if ranked == table.host == home and _fills_empty_side(table, person):
        return table.foreign
    if ranked and ranked == across(table, person):
        posts = (office.posting for other in table.persons for office in other.offices)
        partner = partner_of(table.reading, [ranked], told=True)
        others_told = (table.foreign, table.visited, table.place, *posts, table.host, partner)
        return next((country for country in others_told if country and country != ranked), None)
    return ranked


def _only_other(table: Table, away: set[str | None]) -> str | None:
    """The only country at the table that is none of `away`; where there is none, that of which the text says most."""
    others = {c for c in (table.host, *table.sides) if c} - away
    if len(others) == 1:
        return others.pop()
    return None if others else partner_of(table.reading, away | {table.venue}, told=True)


def _fills_empty_side(table: Table, person: Person) -> bool:
    """Whether the other side has nobody yet and the person is received at home: there a guest is due."""
    awaited = table.foreign and not any(p.settled or p.country == table.foreign for p in table.persons)
    at_home = bool(awaited) and table.at in (None, table.home)
    return at_home and is_received(table.reading, person.mentions[0]) and not _is_met_by_guests(table, person)


def _is_met_by_guests(table: Table, person: Person) -> bool:
    """ "A Kenyan delegation called on Speaker X": the guests are the subject, and the host is whom they met."""
    reading, i = table.reading, person.mentions[0].i
    begin = reading.tokens.bounds[reading.tokens.sentence[i]][0]
    opening = (reading.geo[k] for k in range(begin, min(i, begin + _SUBJECT)) if k in reading.geo)
    guests = any(geo.alpha3 == table.foreign and geo.form != "capital" for geo in opening)
    return guests and not any(begin <= m.i < i for p in table.persons if p is not person for m in p.mentions)


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


def _of_the_place(persons: list[Person], abroad: str) -> None:
    """Gives the country of an event abroad to its local officials, and to heads of bodies if it has nobody else."""
    empty = all(person.country != abroad for person in persons)
    for person in persons:
        local = bool(person.offices) and all(map(governs_locally, person.offices))
        body = empty and person.organization and all(o.head.level in _OF_BODIES for o in person.offices)
        if person.country is None and not person.settled and (local or body):
            person.country = abroad
