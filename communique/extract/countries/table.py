"""Who sits at the table: what a page tells of the two sides before it is said whose each person is.

In: the readings of a page, its persons and what is known of the publisher. Out: a `Table`, by which the modules beside
this one tell whose somebody is.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from communique.extract.countries.hosts import host_of, partner_of
from communique.extract.countries.place import (
    capital_in_headline,
    event_countries,
    meeting_place,
    met_at_gathering,
    place_in_headline,
    visited_country,
)
from communique.extract.countries.seats import SENT
from communique.extract.offices.phrases import Office
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading, sovereign
from communique.registry.cities import city_country


@dataclass
class Table:
    """The sides of an event, as alpha-3 codes.

    `home` is the country of the page's publisher, `parties` those that headline and lead have act, `places` those in
    which the event may take place. Filled in by `lay`: `host`, whose people receive; `sides`, the others; `foreign`,
    the only one of these; `place`, that of a capital in which the lead has the event; `visited`, where a visit goes;
    `venue`, where those who meet have come to a gathering; `dateline`, that of the place in the dateline. `untold` are
    those of whom nothing beside them tells a country.
    """

    reading: Reading
    title: Reading
    persons: list[Person]
    home: str | None
    parties: Sequence[str]
    places: list[str]
    host: str | None = None
    sides: list[str] = field(default_factory=list)
    foreign: str | None = None
    place: str | None = None
    visited: str | None = None
    venue: str | None = None
    dateline: str | None = None
    untold: list[Person] = field(default_factory=list)

    @cached_property
    def countries(self) -> list[str]:
        """All at the table once it is laid, and those that headline and body name; territories as their states."""
        seated = (self.home, self.host, *self.parties, *self.places, self.dateline)
        named = (sovereign(geo.alpha3) for reading in (self.title, self.reading) for geo in reading.geo.values())
        return [country for country in dict.fromkeys([*seated, *named]) if country]

    @property
    def at(self) -> str | None:
        """Where the event is: the country that a visit goes to, or that of the capital in which it takes place."""
        return self.visited or self.place


def _correspondents(table: Table) -> str | None:
    """The country from which a paper's correspondent writes that speaks of its own people as of others.

    "Kathmandu, Aug 5 (PTI): Nepal has asked India …", in a paper of India's: of whom it tells nothing is Nepal's.
    """
    at, own = table.dateline, table.home
    if at is None or own is None or at == own:
        return None
    said = [geo for reading in (table.title, table.reading) for geo in reading.geo.values()]
    named = any(geo.alpha3 == own and geo.form == "demonym" for geo in said)
    if named and any(geo.alpha3 == at and geo.form == "demonym" for geo in said) and _acts_through_envoy(table, at):
        return at  # "Colombo, Jun 19 (PTI): … Indian High Commissioner X announced here"
    if at not in table.parties or own not in table.parties:
        return None
    officials = (o for p in table.persons if not p.classes & SENT for o in p.offices)
    return at if named or any(own in office.countries for office in officials) else None


def _acts_through_envoy(table: Table, at: str) -> bool:
    """Whether the first of the page's country who is told is the ambassador posted there: no minister has come."""
    own = (p for p in table.persons if p.country == table.home or any(table.home in o.countries for o in p.offices))
    first = min(own, key=lambda person: person.first, default=None)
    return first is not None and bool(first.classes) and first.classes <= SENT and first.posts <= {at}


def lay(
    reading: Reading,
    title: Reading,
    persons: list[Person],
    home: str | None,
    parties: Sequence[str],
    offices: list[Office],
    dateline: str | None,
) -> Table:
    """The table of a page, by the countries that are told so far.

    Args:
        reading: the body.
        title: the headline.
        persons: all, some with their country.
        home: the country of the page's publisher, if known.
        parties: countries that the headline and the lead have act, most prominent first.
        offices: all offices of the body.
        dateline: the place in the dateline, if there is one.
    """
    table = Table(reading, title, persons, home, parties, list(event_countries(reading, offices, dateline)))
    table.dateline = sovereign(city_country(dateline)) if dateline else None
    known = {p.country for p in persons if p.country}
    table.place = meeting_place(reading) or (None if home else place_in_headline(title))
    elsewhere = home is None and met_at_gathering(reading)
    table.venue = table.place if elsewhere else None
    table.place = None if elsewhere else table.place
    received = len(known) == 1 or all(p.classes <= SENT for p in persons if p.country)  # one guest, or ambassadors
    told = set(parties) - known  # "Pakistan proposed": whose the host's people are, wherever they meet
    guests = bool(known) and received and table.place not in known and (table.place in told or not told)
    table.visited = visited_country(reading) or visited_country(title)
    at = table.visited if table.visited in parties else None
    at = at or next((c for c in (table.visited, *table.places) if c in known), None)
    table.host = _correspondents(table) or home or (table.place if guests else None)
    told = known.union(parties)
    seat = None if elsewhere else table.place or capital_in_headline(title)
    said = Counter(geo.alpha3 for geo in reading.geo.values() if geo.form != "capital")
    third = any(count > 1 for alpha3, count in said.items() if alpha3 not in told and alpha3 != seat)
    of_two = len(told) == 1 and seat not in told and not third
    if table.host is None and of_two and all(p.country or not p.side for p in persons):
        table.host = seat  # "Omani delegation received in Islamabad"
    if table.host is None and received and len(known) == 1 and table.visited not in {None, *known}:
        table.host = table.visited  # "Malian Minister X came to Luanda. Minister Y …"
    table.host = table.host or host_of(reading, persons, list(parties), at, table.venue)
    table.host = table.host or next((c for c in (table.place, seat) if c not in known), None)
    table.sides = [p for p in dict.fromkeys([*parties, *(q.country for q in persons)]) if p and p != table.host]
    if table.host and not table.sides and (second := partner_of(reading, [table.host])):
        table.sides = [second]
    table.foreign = table.sides[0] if len(table.sides) == 1 else None
    return table
