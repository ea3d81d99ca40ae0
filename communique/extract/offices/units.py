"""Units of bodies behind an office: "(Head) of the Agriculture Section of the European Union".

In: a `Reading` and the word behind the preposition. Out: where the unit ends, which the role keeps, and the body that
it belongs to, which the office represents.
"""

from typing import NamedTuple

from communique.extract.offices.heads import REGIONS, Head, Part, abstract_noun, after_bracket, head_at, skip_the, words
from communique.extract.offices.postings import further_posts
from communique.extract.offices.runs import name_run
from communique.extract.words.reading import Body, Reading

_LONGEST = 16  # words of a unit
_UNITS = frozenset([
    "section", "department", "division", "group", "office", "unit", "bureau", "centre", "center", "directorate",
    "branch", "structure", "service", "desk", "programme", "program", "secretariat", "subdivision", "hub", "cluster",
    "wing", "sector", "team", "faculty",
])  # fmt: skip
_DEPARTMENTS = frozenset(["department", "division", "section", "directorate", "desk"])
_JOINTS = frozenset(["of", "for", "and", "&", "the", "in", "on", ",", "-", "–", "/"])
_OF_BODIES = frozenset(["agency", "business", "international", "senior_official"])
_EITHER = frozenset(["secretary", "vice president", "president"])
_SMALL = (["office"], ["bureau"], ["branch"], ["mission"], ["delegation"])
_SEATS = frozenset(["office", "offices", "headquarters"])
_ROOMS = _SEATS | _DEPARTMENTS | {"delegation", "mission", "secretariat", "committee", "assembly", "council", "board"}
_OF_WHOM = frozenset(["of", "at", "in", "within", "with"])


class Unit(NamedTuple):
    """A unit up to the word `j`; the name of the body that it belongs to, its country, and the word `end` behind."""

    j: int
    organization: str
    country: str | None
    end: int


def unit_of(reading: Reading, q: int) -> Unit | None:
    """The unit at the word `q` with its body: "Water Department of the World Bank", "Emergency Division at the WFP"."""
    tokens, lower = reading.tokens, reading.tokens.lower
    last = min(q + _LONGEST, len(tokens))
    if _UNITS.isdisjoint(lower[q:last]):
        return None
    told = False  # whether the noun of a unit has been passed
    for e in range(q, last):
        if tokens.sentence[e] != tokens.sentence[q]:
            return None
        if told and lower[e] in _OF_WHOM and (unit := _owned(reading, q, e)):
            return unit
        placed = q < e <= q + 3 and all(tokens.cap[q:e]) and not tokens.cap[e]  # "the Muscat office of UNICEF"
        noun = lower[e] in _UNITS and (tokens.cap[e] == tokens.cap[q] or placed)
        if not (noun or _inside(reading, e, told)):
            return None
        told = told or noun
    return None


def _inside(reading: Reading, e: int, told: bool) -> bool:
    """Whether the word `e` may stand in the name of a unit: any capital before its noun, a field or a region behind."""
    lower, known = reading.tokens.lower[e], words("portfolio", "modifiers")
    if lower in _JOINTS or lower in known or lower in REGIONS or reading.taken.get(e) == "geo":
        return True
    return reading.tokens.cap[e] and head_at(reading, e) is None and (not told or abstract_noun(lower))


def _owned(reading: Reading, begin: int, e: int) -> Unit | None:
    """The unit from the word `begin` to the preposition `e`, if a body stands behind it."""
    lower, q = reading.tokens.lower, skip_the(reading.tokens.lower, e + 1)
    body = reading.body.get(q)
    if body and lower[body.j : body.j + 1] not in (["'s"], ["and"]) and not _goes_on(reading, body.j):
        return Unit(e, body.organization.name, body.organization.country, after_bracket(reading, body.j))
    if (
        body
        or (q == e + 1 and lower[begin] != "faculty")
        or reading.tokens.cap[q : q + 1] != [True]
        or lower[e] not in {"of", "at"}
    ):
        return None
    state = reading.geo.get(q)
    q = state.j if state and state.form == "demonym" else q
    end, is_body = name_run(reading, q)
    placed = reading.tokens.cap[begin] and not reading.tokens.cap[e - 1]
    if (
        not is_body
        or not (placed or lower[begin] == "faculty" or name_run(reading, begin)[1])
        or _UNITS.issuperset(lower[end - 1 : end])
    ):
        return None
    geo = reading.geo.get(skip_the(lower, end + 1)) if lower[end : end + 1] == ["of"] else None
    country = geo or state or next((reading.geo[k] for k in range(q, end) if k in reading.geo), None)
    name = reading.tokens.span(q, geo.j if geo else end)
    return Unit(
        e, reading.meant(name), country.alpha3 if country else None, after_bracket(reading, geo.j if geo else end)
    )


def _goes_on(reading: Reading, j: int) -> bool:
    """Whether the noun of a part of the body follows its name: "UNDP Pacific Office"."""
    tokens = reading.tokens
    nouns, run = words("ministry", "body") | _UNITS, range(j, min(j + 4, len(tokens)))
    return any(tokens.lower[k] in nouns for k in run if all(tokens.cap[j : k + 1]))


def owned_unit(reading: Reading, j: int) -> int | None:
    """The end of "'s legal team" at the word `j`: words in lower case up to the noun of a unit, behind a body."""
    tokens = reading.tokens
    if tokens.lower[j : j + 1] != ["'s"]:
        return None
    for k in range(j + 1, min(j + 6, len(tokens))):
        if tokens.cap[k] or not (tokens.lower[k].replace("-", "").isalpha() or tokens.lower[k] == "&"):
            return None
        if tokens.lower[k] in _UNITS and tokens.lower[k + 1 : k + 2] != ["'s"]:
            return k + 1
    return None


def department_on(reading: Reading, j: int) -> int | None:
    """The end of "and Regional Neighbourliness Department" behind a body, with which the department only deals."""
    tokens, lower = reading.tokens, reading.tokens.lower
    e = j
    while e < len(tokens) and e < j + 8 and tokens.sentence[e] == tokens.sentence[j]:
        if tokens.cap[e] and lower[e] in _DEPARTMENTS:
            return e + 1 if e == j or lower[j] in {"and", "&", ","} else None
        joint = lower[e] in {"and", "&", ","} and e + 1 < len(tokens) and tokens.cap[e + 1]
        if not (joint or tokens.cap[e]) or (tokens.cap[e] and head_at(reading, e)):
            return None
        e += 1
    return None


def unit_end(reading: Reading, j: int) -> int | None:
    """The end of "Security and Justice Area" behind a body at the word `j`, which is the body's own unit."""
    tokens, lower = reading.tokens, reading.tokens.lower
    for e in range(j, min(j + 7, len(tokens))):
        if tokens.cap[e] and lower[e] in _DEPARTMENTS | {"area", "unit"}:
            return e + 1 if e > j and tokens.cap[j] else None
        if not (tokens.cap[e] or (e > j and lower[e] in {"and", "&"})) or head_at(reading, e):
            return None
    return None


def at_body(reading: Reading, at: int, word: str, body: Body, head: Head, part: Part) -> int:
    """Reads "to the UN", "at the Commission", "of the UN's Division for Africa" from the preposition `at` on.

    Where somebody works at a body it is only his organisation; a post there belongs to the role.
    """
    tokens, end = reading.tokens, body.j
    if word not in {"to", "at"}:
        part.organization = body.organization.name
        named, _ = name_run(reading, end + 1)
        placed = named > end + 1 and tokens.lower[named : named + 1] in _SMALL  # "UNICEF's Muscat office"
        named += placed
        end = named if named > end + 1 else end
        part.pieces.append((at, end))
        return end
    end = further_posts(reading, end)
    if word == "at" and (head.level in _OF_BODIES or head.cls in _EITHER) and head.body != "state":
        part.organization = part.organization or body.organization.name
        if end == body.j and _ROOMS.isdisjoint(tokens.lower[end : end + 3]):
            return end  # "Director for Peace at the Commission"
    if not _SEATS.isdisjoint(tokens.lower[end : end + 1]):
        seat = tokens.lower[end + 1 : end + 2] in (["in"], ["at"]) and tokens.cap[end + 2 : end + 3] == [True]
        end += 3 if seat else 1  # "envoy to the UN office in Geneva X"
    while end < len(tokens) and tokens.cap[end] and tokens.lower[end] in words("ministry"):
        end += 1
        part.organization = body.organization.name
    part.pieces.append((at, end))
    return end


def small_noun(reading: Reading, q: int, end: int) -> int:
    """The end of "Amiri protocols", "Amiri guard authority" on the words from `q`, of which one capital is read.

    A capital, a mark or a verb has to follow, or the small words are no part of the office.
    """
    tokens, e, nouns = reading.tokens, end, words("portfolio", "ministry", "body")
    while (
        end == q + 1
        and q not in reading.geo
        and e < min(len(tokens), q + 4)
        and not tokens.cap[e]
        and {tokens.lower[e], tokens.lower[e].removesuffix("s")} & nouns
    ):
        e += 1
    closed = e > end and e < len(tokens) and (tokens.cap[e] or tokens.lower[e] in {",", "and", "(", ";"})
    return e if closed and not head_at(reading, e - 1) else end
