"""Who holds an office that is said of several: "Presidents of X and Y, A and B", "ministers of Trade, A, and of …".

In: a `Reading`, the names beside its words, and the office. Out: the names with an office each; none where the text
names nobody.
"""

import re
from dataclasses import replace

from communique.extract.offices.heads import words
from communique.extract.offices.phrases import Office
from communique.extract.people.beside import Beside
from communique.extract.people.lists import (
    dealt,
    division_behind,
    field_behind,
    named_behind_countries,
    named_behind_fields,
    names_before,
    names_behind,
)
from communique.extract.people.names import Name
from communique.extract.words.reading import Body, Geo, Reading

_SEVERAL = frozenset(["minister", "deputy_minister", "senior_official"])  # of which a state has several
_APART = re.compile(r", and |, | and ")
_LEADING = re.compile(r" (?:of|for) ")


def holders(reading: Reading, beside: Beside, office: Office) -> tuple[list[tuple[Name, Office]], bool]:
    """The names that share the office in the plural, each with his own, and whether they are all that hold it."""
    single = replace(office, head=replace(office.head, plural=False))
    pairs = _each_of_country(reading, beside, office)
    people = names_behind(reading, beside.name_from, beside.behind(office))
    if len(pairs) > 1 and len(pairs) >= len(people):
        people = []  # "of Kenya, X, of Chad, Y, and of Togo, Z"
    if not people:
        k = office.i - 1 if office.i and reading.tokens.lower[office.i - 1] == "the" else office.i
        if k and reading.tokens.lower[k - 1] == ",":
            people = names_before(reading, beside.name_to, k - 1)
    if len(people) > 1:
        return _dealt(reading, single, people), True
    if len(pairs) > 1:  # "the ambassadors of Armenia, A, and of Belarus, B"
        return [(name, _held_for(single, side)) for name, side in pairs], False
    return ([] if pairs else _each_of_field(reading, beside, single)), False


def both(reading: Reading, beside: Beside, office: Office) -> list[tuple[Name, Office]]:
    """ "X and Y, the Georgian and the Turkish minister,": one office said once, in the singular, of two."""
    lower, k = reading.tokens.lower, office.i
    if len(office.countries) != 1 or lower[k - 1] != "the" or lower[k - 2] != "and":
        return []
    other = reading.geo_to.get(k - 2)
    if other is None or other.form != "demonym" or lower[max(0, other.i - 2) : other.i] != [",", "the"]:
        return []
    people = names_before(reading, beside.name_to, other.i - 2)
    countries = (other.alpha3, *office.countries)
    return (
        [(name, replace(office, countries=(country,))) for name, country in zip(people, countries, strict=True)]
        if len(people) == 2
        else []
    )


def fields_apart(office: Office) -> list[Office]:
    """ "the ministers of Education, Environment and Culture of Togo": one a field; else the office as it is."""
    head, of, told = office.role.partition(" of ")
    fields = _APART.split(told)
    known = words("portfolio") | {"of", "the"}
    apart = len(fields) > 2 and all(known.issuperset(field.lower().split()) for field in fields)
    if office.head.level != "minister" or len(office.countries) > 1 or not apart:
        return [office]
    single = replace(office, head=replace(office.head, plural=False))
    return [
        replace(single, role=f"{head}{of}{field}", portfolio=words("portfolio").intersection(field.lower().split()))
        for field in fields
    ]


def _dealt(reading: Reading, office: Office, people: list[Name]) -> list[tuple[Name, Office]]:
    """The office dealt out to a list of people, with the country and the field that the list tells of each."""
    found = list[tuple[Name, Office]]()
    countries_of = dealt(reading, people, office.i, office.countries, office.head.level in _SEVERAL)
    for name, countries in zip(people, countries_of, strict=True):
        own = replace(office, countries=countries)
        if field := field_behind(reading, name.j):
            own = replace(own, role=f"{office.role} of {reading.tokens.span(*field)}")
        elif field := division_behind(reading, name.j):  # "its Directors General: X of the Asian Department"
            own = replace(own, role=f"{office.role.split(' of ')[0]} of {reading.tokens.span(*field)}")
        found.append((name, own))
    return found


def _each_of_field(reading: Reading, beside: Beside, office: Office) -> list[tuple[Name, Office]]:
    """ "the Regional Directors for Europe, X, and for Asia, Y": a field each."""
    lower = reading.tokens.lower
    at = next((k for k in range(office.core, office.j) if lower[k] in {"of", "for"}), office.j)
    told = list(named_behind_fields(reading, beside.name_from, at))
    title = _LEADING.split(office.role)[0]
    found = [(name, replace(office, role=f"{title} {reading.tokens.span(*field)}")) for name, field in told]
    return found if len(found) > 1 else []


def _each_of_country(reading: Reading, beside: Beside, office: Office) -> list[tuple[Name, Geo | Body]]:
    """The names of "the ambassadors of Armenia, A, and of the EU, B", each with a country or a body."""
    lower, geo = reading.tokens.lower, reading.geo_to.get(office.j)
    first = geo.i - 1 if geo and geo.i > office.core else office.j
    first -= lower[first : first + 1] == ["the"]
    of = first if lower[first : first + 1] == ["of"] else office.j
    end = reading.tokens.bounds[reading.tokens.sentence[office.i]][1] - 1
    # "the foreign ministers there were those of Costa Rica, A, and of Panama, B", "five ambassadors: of Armenia, A, …"
    those = (k + 1 for k in range(office.j, end) if lower[k] in {"those", ":"} and lower[k + 1] == "of")
    found = (list(named_behind_countries(reading, beside.name_from, k)) for k in (of, *those))
    return next(filter(None, found), [])


def _held_for(office: Office, side: Geo | Body) -> Office:
    """The office as that of one country, or of one body."""
    if isinstance(side, Geo):
        return replace(office, countries=(side.alpha3,))
    return replace(office, countries=(), organization=side.organization.name)
