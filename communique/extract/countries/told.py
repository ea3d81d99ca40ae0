"""What the words around somebody say of his country: "received by", "from Denmark came", "his country's Minister".

In: a `Table` and a person of whom nothing else tells. Out: a country, or None.
"""

import re
from collections.abc import Iterator

from communique.extract.countries.beside import said_before
from communique.extract.countries.local import LOCAL
from communique.extract.countries.place import country_at, hosts_at, spoken_of
from communique.extract.countries.seats import SENT
from communique.extract.countries.sides import side_of
from communique.extract.countries.table import Table
from communique.extract.offices.heads import words
from communique.extract.offices.office import Office
from communique.extract.people.persons import Person
from communique.extract.words.classes import padded
from communique.extract.words.reading import Reading, sovereign
from communique.registry.cities import governed_country

_RECEIVED = padded(["received by", "welcomed by", "greeted by", "hosted by", "met by", "seen off by", "welcome from"])
_RECEPTIONS = re.compile(r"\b(?:received|welcomed|greeted|met|seen off) (?:at|in|on) [^,;.]+ by$")
_RECEPTION = 10  # words of such a phrase
_CALLED_ON = padded(
    ["called on", "calls on", "call on", "called upon", "met", "meeting with", "talks with", "sat down with"]
)
_REGIONAL = frozenset([
    "region", "regional", "province", "provincial", "oblast", "prefecture", "governorate", "county", "legislative",
    "khural",
])  # fmt: skip
_TIERS = frozenset(["metropolitan", "municipal", "autonomous", "special", "administrative", "capital", "regional"])
_SETTLEMENTS = frozenset(["town", "village", "township", "island", "capital"])


def told(table: Table, person: Person) -> str | None:
    """The country that the first phrase of those that speak of the person tells."""
    if any(office.own for office in person.offices):
        return _own(table, person)
    return next(filter(None, _phrases(table, person)), None)


def _own(table: Table, person: Person) -> str | None:
    """ "The visitor and his country's ambassador", "the country's Prime Minister"."""
    reading, first = table.reading, person.mentions[0]
    if local_hosts := hosts_at(reading, first):
        return local_hosts  # "During his stay in Chad he called on the country's Prime Minister, X"
    led = (side_of(reading, mention, table.foreign) for mention in person.mentions if mention.name)
    if side := next(filter(None, led), None):
        return side  # "a Saudi delegation led by X, the Kingdom's minister"
    if table.visited and _receives(reading, person):
        return table.visited
    return spoken_of(reading, first) or ((table.foreign or table.host) if person.classes <= SENT else table.host)


def _phrases(table: Table, person: Person) -> Iterator[str | None]:
    """What each phrase tells, the surest first."""
    if any(office.visiting for office in person.offices):
        yield table.foreign
    yield _local(table, person)
    yield _received(table, person)
    for mention in person.mentions:
        if mention.name or mention.office:
            yield side_of(table.reading, mention, table.foreign)


def _local(table: Table, person: Person) -> str | None:
    """The country whose region or town an official governs."""
    local = next((o for o in person.offices if o.head.level in LOCAL and not o.countries), None)
    if person.mentions[0].office is None:
        return None
    if local is None:
        return next(filter(None, map(_division_of, person.offices)), None)
    if place := _of_town(table.reading, person):
        return place
    place = _country_of_place(local.role.partition(" of ")[2]) or _governed_before(table.reading, local)
    named = place is not None and any(geo.alpha3 == place for geo in table.reading.geo.values())
    return sovereign(place if named or place == table.home else _same_sentence(table, person) or place)


def _of_town(reading: Reading, person: Person) -> str | None:
    """ "Mayor X of Warsaw"."""
    ends = (m.j for m in person.mentions if m.name and m.office and m.name.j == m.j)
    return next((country_at(reading, j + 1) for j in ends if reading.tokens.lower[j : j + 1] == ["of"]), None)


def _received(table: Table, person: Person) -> str | None:
    """Whose somebody is who receives a visitor, or on whom the visitor calls."""
    reading, visited = table.reading, table.visited
    local_hosts = hosts_at(reading, person.mentions[0])
    if local_hosts and (visited or local_hosts != table.host):
        return local_hosts
    if visited is None or (person.classes and person.classes <= SENT):
        return None  # the visitor is received by his own ambassador, too
    called_on = visited != table.host and said_before(reading, person, _CALLED_ON, 4)
    return visited if called_on or _receives(reading, person) else None


def _receives(reading: Reading, person: Person) -> bool:
    """ "was received by X", "was seen off at the airport by X"."""
    if said_before(reading, person, _RECEIVED):
        return True
    tokens, i = reading.tokens, person.mentions[0].i
    i -= tokens.lower[i - 1] == "the"
    begin = max(tokens.bounds[tokens.sentence[i]][0], i - _RECEPTION)
    return tokens.lower[i - 1] == "by" and bool(_RECEPTIONS.search(" ".join(tokens.lower[begin:i])))


def _country_of_place(place: str) -> str | None:
    """The country of "Osh", of "Osh region", of "Adana Metropolitan Municipality" or of "the city of Osh"."""
    noun, _, named = place.rpartition(" of ")
    if noun.lower().rpartition(" ")[2] in words("area") | _SETTLEMENTS:
        return governed_country(named)
    if found := governed_country(place) if place else None:
        return found
    said = place.removeprefix("the ").split()
    while said and said[-1].lower() in words("area") | _TIERS:
        said.pop()
    return governed_country(" ".join(said)) if said else None


def _division_of(office: Office) -> str | None:
    """The state of "president of the Occitanie Region", "Speaker of the Krasnoyarsk Legislative Assembly"."""
    said, place = office.role.split(), office.role.partition(" of ")[2]
    if " of " in place and not office.countries and (governed := _country_of_place(place)):
        return sovereign(governed)  # "head of the city of Osh"
    if office.countries or office.posting or _REGIONAL.isdisjoint(office.role.lower().split()):
        return None
    places = (" ".join(said[k : k + size]) for size in (2, 1) for k in range(1, len(said)))
    plain = words("ministry", "modifiers", "portfolio", "area")
    found = (governed_country(place) for place in places if place[0].isupper() and place.lower() not in plain)
    return sovereign(next(filter(None, found), None))


def _governed_before(reading: Reading, office: Office) -> str | None:
    """The country of "Balkh (Governor)", "the Khatlon region's (governor)", "Nakuru County (Governor)"."""
    tokens, end = reading.tokens, office.i
    end -= tokens.lower[end - 1] == "'s"
    end -= tokens.lower[end - 1] in words("area")
    spans = (range(max(0, end - size), end) for size in (3, 2, 1))
    places = (tokens.span(k.start, end) for k in spans if k and all(tokens.cap[w] for w in k))
    return next(filter(None, map(governed_country, places)), None)


def _same_sentence(table: Table, person: Person) -> str | None:
    """A country, not the host's, named before a local official in the same sentence."""
    i, sentence = person.mentions[0].i, table.reading.tokens.sentence
    held = {k for p in table.persons if p is not person for m in p.mentions for k in range(m.i, m.j)}
    near = [g for g in table.reading.geo.values() if g.i < i and sentence[g.i] == sentence[i] and g.form == "name"]
    near = [g for g in near if g.i not in held]  # "Iran's Governor of Fars met the Governor of Basra"
    return near[-1].alpha3 if near and near[-1].alpha3 != table.host else None
