"""Heads of several bodies told in one breath: "A and B, the presidents of the Quetta and Zahedan chambers of commerce".

In: a `Reading`, its names, and an office in the plural. Out: each of the people with the office of one body, in order;
none unless there are as many people as bodies.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from communique.extract.offices.heads import skip_the, words
from communique.extract.offices.nouns import body_noun
from communique.extract.offices.office import Office
from communique.extract.people.beside import Beside
from communique.extract.people.lists import listed_countries, names_before, names_behind
from communique.extract.people.names import Name
from communique.extract.words.reading import Geo, Reading
from communique.registry.cities import city_country

_JOINTS = frozenset([",", "and", "&", "of", "the"])
_BEFORE = frozenset(["respectively", "both", "being", "who", "are", "were"])
_MANY = 6  # bodies
_LONG = 8  # words


class _Body(NamedTuple):
    """A body by its name, and its country where the name tells it."""

    name: str
    country: str | None


def apiece(reading: Reading, beside: Beside, office: Office) -> list[tuple[Name, Office]]:
    """The people, each with the office of one of the bodies that stand behind it."""
    lower = reading.tokens.lower
    at = next((k for k in range(office.core, min(office.core + _LONG, len(lower))) if lower[k] in {"of", "at"}), None)
    told = at and (_listed(reading, at + 1) or _sharing(reading, at + 1) or _of_countries(reading, at + 1))
    if not told:
        return []
    bodies, end = told
    people = names_behind(reading, beside.name_from, end)
    if not people:
        k = office.i - (lower[office.i - 1] == "the")
        while k > 1 and lower[k - 1] in _BEFORE:
            k -= 1
        people = names_before(reading, beside.name_to, k - 1)[-len(bodies) :] if lower[k - 1] == "," else []
    if len(people) != len(bodies):
        return []
    title = office.role.split(" of ")[0]
    return [
        (name, replace(
            office, role=title, organization=body.name, head=replace(office.head, plural=False),
            countries=(body.country,) if body.country else (),
        ))
        for name, body in zip(people, bodies, strict=True)
    ]  # fmt: skip


def _listed(reading: Reading, k: int) -> tuple[list[_Body], int] | None:
    """The bodies of "the Ceylon Chamber of Commerce and (of) the World Bank" at the word `k`, and the word behind."""
    lower, found, end = reading.tokens.lower, list[_Body](), k
    while len(found) < _MANY:
        q = skip_the(lower, k)
        body = reading.body.get(q)
        stop = body.j if body else body_noun(reading, q)
        if not stop:
            break
        geo = reading.geo.get(skip_the(lower, stop + 1)) if lower[stop : stop + 1] == ["of"] else None
        end = geo.j if geo and not body else stop
        inner = next((reading.geo[w].alpha3 for w in range(q, end) if w in reading.geo), None)
        if body:
            found.append(_Body(body.organization.name, body.organization.country))
        else:
            found.append(_Body(reading.tokens.span(q, end), inner))
        k = end
        while lower[k : k + 1] and lower[k] in _JOINTS:
            k += 1
        if k == end:
            break
    return (found, end) if len(found) > 1 else None


def _sharing(reading: Reading, k: int) -> tuple[list[_Body], int] | None:
    """The bodies of "the Quetta and Zahedan chambers of commerce", "the Baku and Tbilisi State Universities"."""
    tokens, lower = reading.tokens, reading.tokens.lower
    q = skip_the(lower, k)
    both = next((e for e in range(q + 1, min(q + 4, len(lower))) if lower[e] == "and"), None)
    if both is None or not all(tokens.cap[q:both]) or tokens.cap[both + 1 : both + 2] != [True]:
        return None
    noun = next((e for e in range(both + 2, min(both + 5, len(lower))) if _singular(lower[e])), None)
    if noun is None:
        return None
    end = _tail(reading, noun + 1)
    shared = tokens.span(both + 2, noun + 1)
    one = shared[: len(shared) - len(lower[noun])] + _cased(_singular(lower[noun]), tokens.word[noun])
    tail = f" {tokens.span(noun + 1, end)}" if end > noun + 1 else ""
    firsts = (tokens.span(q, both), tokens.word[both + 1])
    named = {geo.alpha3 for geo in reading.geo.values()}  # many a city has a greater namesake
    countries = (country if (country := city_country(first)) in named else None for first in firsts)
    return [_Body(f"{first} {one}{tail}", country) for first, country in zip(firsts, countries, strict=True)], end


def _of_countries(reading: Reading, k: int) -> tuple[list[_Body], int] | None:
    """The bodies of "the central banks of Chad and Mali"."""
    tokens, lower = reading.tokens, reading.tokens.lower
    q = skip_the(lower, k)
    noun = next((e for e in range(q, min(q + 4, len(lower))) if _singular(lower[e])), None)
    if noun is None or not lower[q].isalpha():
        return None
    countries, end = listed_countries(reading, noun + 1)
    named = [tokens.span(geo.i, geo.j) for geo in _places(reading, noun + 1, end)]
    if len(countries) < 2 or len(named) != len(countries):
        return None
    one = tokens.span(q, noun + 1)[: -len(lower[noun])] + _cased(_singular(lower[noun]), tokens.word[noun])
    return [_Body(f"{one} of {place}", country) for place, country in zip(named, countries, strict=True)], end


def _places(reading: Reading, i: int, j: int) -> Iterator[Geo]:
    """The countries named on the words `i` up to `j`."""
    return (reading.geo[k] for k in range(i, j) if k in reading.geo)


def _tail(reading: Reading, e: int) -> int:
    """The end of "of commerce and industry" at the word `e`; `e` itself without it."""
    lower, end = reading.tokens.lower, e
    while e < len(lower) and lower[e : e + 1] and lower[e] in words("portfolio") | {"of", "and", "&", "for"}:
        e += 1
        end = end if lower[e - 1] in {"of", "and", "&", "for"} else e
    return end


def _singular(noun: str) -> str:
    """The singular of the plural of a body's noun; nothing for any other word.

    >>> _singular("chambers"), _singular("universities"), _singular("talks")
    ('chamber', 'university', '')
    """
    one = f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1] if noun.endswith("s") else ""
    return one if one in words("body") else ""


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word
