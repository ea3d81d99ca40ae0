"""Who holds an office that is said of several: "Presidents of X and Y, A and B", "ministers of Trade, A, and of …".

In: a `Reading`, the names beside its words, and the office. Out: the names with an office each; none where the text
names nobody.
"""

import re
from dataclasses import replace

from communique.extract.offices.heads import head_at, words
from communique.extract.offices.phrases import Office
from communique.extract.people.apiece import apiece
from communique.extract.people.beside import Beside
from communique.extract.people.held import place_behind
from communique.extract.people.lists import (
    Sent,
    dealt,
    division_behind,
    field_behind,
    named_behind_countries,
    named_behind_fields,
    names_before,
    names_behind,
)
from communique.extract.people.names import Name
from communique.extract.people.shared import one_of_them
from communique.extract.words.reading import Reading
from communique.registry.cities import city_country

_LOCAL = frozenset(["local", "regional"])
_INNER = frozenset(["de", "del", "la", "el", "do", "da", "upon", "on"])  # "Norte de Santander"
_BETWEEN = frozenset(["the", "new", "respectively", "both"])
_SEVERAL = frozenset(["minister", "deputy_minister", "senior_official"])  # of which a state has several
_APART = re.compile(r", and |, | and ")
_AMONG, _FRONT, _CLAUSE = frozenset(["among", "amongst"]), 4, 12  # words
_WERE, _INCLUDED = frozenset(["were", "are"]), frozenset(["included", "include"])
_RELATIVE = frozenset(["who", "that", "whom"])
_PRESENT = frozenset(["present", "attending", "attendance", "participating", "accompanying", "there", "hand", "taking"])
_LEADING = re.compile(r" (?:of|for) ")


def holders(reading: Reading, beside: Beside, office: Office) -> tuple[list[tuple[Name, Office]], bool]:
    """The names that share the office in the plural, each with his own, and whether they are all that hold it."""
    if each := apiece(reading, beside, office):
        return each, True
    single = one_of_them(office)
    if each := _of_places(reading, beside, single):
        return each, True
    pairs = _each_of_country(reading, beside, office)
    people = names_behind(reading, beside.name_from, beside.behind(office))
    if len(pairs) > 1 and len(pairs) >= len(people):
        people = []  # "of Kenya, X, of Chad, Y, and of Togo, Z"
    if not people:
        k = office.i
        while k and reading.tokens.lower[k - 1] in _BETWEEN:
            k -= 1  # "A and B, respectively ambassadors of", "credentials of A and B as the new ambassadors of"
        owner = reading.geo_to.get(k - 1) if k and reading.tokens.lower[k - 1] == "'s" else None
        k = owner.i if owner else k  # "X and Y – Washington's envoys in the two capitals – came"
        if k and reading.tokens.lower[k - 1] in {",", "–", "—", "-", "as"}:  # "the letters of A and B as envoys of"
            people = names_before(reading, beside.name_to, k - 1)
    people = people or _who_were(reading, beside, office)
    if len(people) > 1 and len(apart := fields_apart(office, len(people))) == len(people):
        return list(zip(people, apart, strict=True)), True  # "Togo's Ministers of Health and Trade, A and B,"
    if len(people) > 1:
        return _dealt(reading, single, people), True
    if len(pairs) > 1:  # "the ambassadors of Armenia, A, and of Belarus, B"
        return [(sent.name, _of_sender(single, sent)) for sent in pairs], False
    return ([] if pairs else _each_of_field(reading, beside, single)), False


def _who_were(reading: Reading, beside: Beside, office: Office) -> list[Name]:
    """The names behind "Officials of the ministry who came with him were", "Among the ministers present were"."""
    lower, begin = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[office.i]][0]
    vague = office.head.use in {"anaphor", "weak"} and " of " not in office.role
    among = lower[begin] in _AMONG and office.i - begin < _FRONT
    end = min(office.j + _CLAUSE, reading.tokens.bounds[reading.tokens.sentence[office.i]][1] - 1)
    verb = next((k for k in range(office.j, end) if lower[k] in _WERE or lower[k] in _INCLUDED), None)
    if vague or verb is None or any(k in beside.name_from for k in range(office.j, verb)):
        return []
    clause = lower[office.j : verb]
    there = not clause or clause[0] in _RELATIVE or not _PRESENT.isdisjoint(clause)
    first = verb + 1 + (lower[verb + 1] in {":", "the"})
    if not there or not (clause or among or lower[verb] in _INCLUDED):
        return []
    people = names_behind(reading, beside.name_from, first)
    return [name for name in people if head_at(reading, name.before - 1) is None]  # not "Ambassador X"


def each_place(reading: Reading, office: Office) -> tuple[list[Office], int]:
    """The office of each city of "the mayors of Barcelona, Dakar and Gwangju", and the word behind; else none."""
    title, of, first = office.role.partition(" of ")
    tokens, k, found = reading.tokens, office.j, [first]
    if not of or office.head.level not in _LOCAL:
        return [], k
    while k < len(tokens) and tokens.lower[k] in {",", "and"}:
        last, q = tokens.lower[k] == "and" or tokens.lower[k + 1 : k + 2] == ["and"], k + 1
        q += tokens.lower[q : q + 1] == ["and"]
        end = q
        while end < len(tokens) and (tokens.cap[end] or (end > q and tokens.lower[end] in _INNER)):
            end += 1
        if end == q:
            break
        found.append(tokens.span(q, end))
        k = end
        if last:
            break
    return [
        replace(office, role=f"{title} of {place}", countries=tuple(filter(None, [city_country(place)])))
        for place in found
    ], k  # fmt: skip


def _of_places(reading: Reading, beside: Beside, office: Office) -> list[tuple[Name, Office]]:
    """ "the mayors of Bergen, Osh and Atiu – A, B and C": as many people as places."""
    each, end = each_place(reading, office)
    people = names_behind(reading, beside.name_from, end) if len(each) > 1 else []
    return list(zip(people, each, strict=True)) if len(people) == len(each) else []


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


def respective(reading: Reading, beside: Beside, offices: list[Office]) -> dict[int, list[tuple[Name, Office]]]:
    """By first words the offices of "A and B, Minister of Chad and Ambassador of Togo,", each with its holder.

    Also "A and B, Minister of Health and Minister of Trade respectively,", which are no one's two offices.
    """
    lower, found, n = reading.tokens.lower, dict[int, list[tuple[Name, Office]]](), 0
    while n < len(offices):
        run = [offices[n]]
        while n + len(run) < len(offices) and _joined_by(lower[run[-1].j : offices[n + len(run)].i]):
            run.append(offices[n + len(run)])
        k = run[0].i - (lower[run[0].i - 1] == "the")
        k -= 2 if lower[k - 2 : k] == ["who", "are"] else 0
        said = lower[k - 1] == "respectively" or "respectively" in lower[run[-1].j : run[-1].j + 2]
        k -= lower[k - 1] == "respectively"
        if said and len(run) == 1 and lower[k - 1] == ",":
            people = names_before(reading, beside.name_to, k - 1)
            if len(people) == len(run[0].parts) > 1:
                found[run[0].i] = list(zip(people, run[0].parts, strict=True))
        if len(run) > 1 and not any(o.head.plural for o in run) and lower[k - 1] == ",":
            people = names_before(reading, beside.name_to, k - 1)
            if len(people) == len(run) and beside.behind(run[-1]) not in beside.name_from:
                found.update((office.i, [(name, office)]) for office, name in zip(run, people, strict=True))
        n += len(run)
    return found


def _joined_by(gap: list[str]) -> bool:
    return bool(gap) and {",", "and", "the"}.issuperset(gap) and gap != ["the"]


def fields_apart(office: Office, least: int = 3) -> list[Office]:
    """ "the ministers of Education, Environment and Culture of Togo": one a field; else the office as it is.

    Args:
        office: the one in the plural.
        least: of how many fields there must be; of two only where two people are named.
    """
    head, of, told = office.role.partition(" of ")
    fields = _APART.split(told)
    if office.head.level != "minister" or len(office.countries) > 1 or len(fields) < least:
        return [office]
    known = words("portfolio") | {"of", "the"}
    if not all(known.issuperset(field.lower().split()) for field in fields):
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
        elif office.head.level in _LOCAL and (end := place_behind(reading, name.j)):
            own = replace(own, role=f"{office.role.split(' of ')[0]} {reading.tokens.span(name.j, end)}")
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


def _of_sender(office: Office, sent: Sent) -> Office:
    """The office of who was sent by a country, or by a body."""
    return replace(office, countries=(sent.country,) if sent.country else (), organization=sent.organization)


def _each_of_country(reading: Reading, beside: Beside, office: Office) -> list[Sent]:
    """The names of "the ambassadors of Armenia, A, and of Belarus, B", each with a country."""
    lower, geo = reading.tokens.lower, reading.geo_to.get(office.j)
    first = geo.i - 1 if geo and geo.i > office.core else office.j
    first -= lower[first : first + 1] == ["the"]
    of = first if lower[first : first + 1] == ["of"] else office.j
    end = reading.tokens.bounds[reading.tokens.sentence[office.i]][1] - 1
    # "the foreign ministers there were those of Costa Rica, A, and of Panama, B", "five ambassadors: of Armenia, A, …"
    those = (k + 1 for k in range(office.j, end) if lower[k] in {"those", ":"} and lower[k + 1] == "of")
    found = (list(named_behind_countries(reading, beside.name_from, k)) for k in (of, *those))
    return next(filter(None, found), [])
