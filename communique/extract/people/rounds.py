"""Lists of people each of a country of his own, whose office a sentence near by tells of all of them.

In: a `Reading`, its names and the offices in the plural that have no holders yet. Out: names with their offices. "Four
new ambassadors came to the palace: … A of Brazil, B of Guyana and C" are an ambassador each.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from communique.extract.offices.phrases import Office
from communique.extract.people.held import of_field
from communique.extract.people.lists import JOINTS, listed_countries, whose_end
from communique.extract.people.names import Name
from communique.extract.people.nationality import sending
from communique.extract.people.shared import one_of_them
from communique.extract.words.reading import Reading

_LEVELS = frozenset(["head_of_state", "head_of_government", "minister", "deputy_minister", "diplomat"])
_PAIRED = _LEVELS - {"diplomat"} | {"judiciary", "agency", "military"}
_VAGUE = frozenset(["diplomat", "envoy", "representative"])
_REACH = 4  # sentences between the list and the office


def told_of_all(
    reading: Reading, names: list[Name], offices: list[Office], held: Container[int]
) -> Iterator[tuple[int, list[Office]]]:
    """The first words of the names of such lists with the office of the nearest plural, a vague one only at last.

    Args:
        reading: the text.
        names: all names in it.
        offices: the offices without a holder.
        held: the first words of the names that hold an office already.
    """
    many = [o for o in offices if o.head.plural and o.head.level in _LEVELS and " at " not in o.role]
    sentence = reading.tokens.sentence
    for people in _each_of_a_country(reading, names) if many else ():
        at = sentence[people[0][0].i]
        near = [office for office in many if abs(sentence[office.i] - at) < _REACH]
        if not near or any(name.i in held for name, _ in people):
            continue
        office = min(near, key=lambda o: (o.head.singular in _VAGUE, abs(sentence[o.i] - at)))
        head = replace(office.head, plural=False, use="anaphor" if office.head.singular in _VAGUE else "")
        told = {alpha3 for o in near for alpha3 in (*o.countries, *listed_countries(reading, o.j)[0])}
        left = told.difference(country for _, country in people if country)
        for name, country in people:  # who ends the list without a country is of the one that is left
            theirs = country or (next(iter(left)) if len(left) == 1 else None)
            own = replace(one_of_them(office), head=head, countries=(theirs,) if theirs else ())
            yield name.i, [of_field(reading, name, own)]


def told_of_both(
    reading: Reading, names: list[Name], offices: list[Office], held: Mapping[int, list[Office]], told: Container[int]
) -> Iterator[tuple[int, list[Office]]]:
    """The first words of "A and B" behind a sentence that tells of two: "the trade ministers of Togo and Chad met".

    Args:
        reading: the text.
        names: all names in it.
        offices: the offices without a holder.
        held: the offices that somebody holds, by the first words of their names.
        told: the first words of names of which the country is told.
    """
    sentence, lower = reading.tokens.sentence, reading.tokens.lower
    many = [o for o in offices if o.head.plural and o.head.level in _PAIRED and _of_two(reading, o)]
    known = [(o.i, o.head.cls) for own in held.values() for o in own] if many else []
    many = [o for o in many if not any(i < o.i and cls == o.head.cls for i, cls in known)]  # "the two ministers"
    for one, other in pairwise(names) if many else ():
        alone = [name.i not in held and name.i not in told and name.j - name.i > 1 for name in (one, other)]
        if not all(alone) or lower[one.j : other.before] != ["and"] or lower[one.before - 1] == ",":
            continue
        office = next(
            (o for o in reversed(many) if 0 <= sentence[one.i] - sentence[o.i] < _REACH and o.j <= one.i), None
        )
        if office:
            many.remove(office)
            for n, name in enumerate((one, other)):
                country = office.countries[n : n + 1] if len(office.countries) == 2 else ()
                yield name.i, [replace(one_of_them(office), countries=country)]


def _of_two(reading: Reading, office: Office) -> bool:
    """Whether an office in the plural is one of two holders: of two countries, or after "the two"."""
    before = reading.tokens.lower[max(0, office.i - 1) : office.core + 1]
    return len(office.countries) == 2 or not {"two", "both"}.isdisjoint(before)


def _each_of_a_country(reading: Reading, names: list[Name]) -> Iterator[list[tuple[Name, str | None]]]:
    """The lists "A of Brazil, B of Guyana and C" with two countries or more, the last one with or without.

    Also "Brazil, through A, and Guyana, through B".
    """
    lower, run, behind = reading.tokens.lower, list[tuple[Name, str | None]](), -1
    for name in names:
        sender = sending(reading, name.before)
        first = sender.i if sender else name.before
        joined = run and run[-1][1] and behind <= first and set(lower[behind:first]) <= JOINTS
        if not joined:
            yield from _long(run)
            run = []
        behind = whose_end(reading, name.j)
        country = next((reading.geo[k].alpha3 for k in range(name.j, behind) if k in reading.geo), None)
        country = country or (sender.alpha3 if sender else None)
        if run or country:
            run.append((name, country))
    yield from _long(run)


def _long(run: list[tuple[Name, str | None]]) -> list[list[tuple[Name, str | None]]]:
    return [run] if sum(country is not None for _, country in run) > 1 else []
