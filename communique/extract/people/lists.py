"""Lists of names behind or before the one office that they share: "the ministers of the two countries, A and B".

In: a `Reading`, its names by their first word or the word behind, and where the list may start. Out: the names in
order. Between two names there may be whose people they are: "A of Brazil; B, for Guyana; and C of the Seimas".
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from communique.extract.offices.heads import head_at, skip_the, words
from communique.extract.offices.postings import place_end
from communique.extract.offices.runs import name_run
from communique.extract.people.names import Name
from communique.extract.words.reading import Reading
from communique.registry.cities import city_country

_STYLES = frozenset(["ambassador", "former", "minister", "judge", "senator", "deputy", "professor"])
JOINTS = frozenset([",", "and", "&", "the", "of", "from", ";", "as", "well"])
_RANKS = frozenset(["admiral", "general", "colonel", "marshal", "ambassador", "brigadier", "commodore"])
_DIVISIONS = frozenset(["department", "division", "directorate", "bureau", "section", "office", "unit"])
_SIDES = frozenset(["side", "part", "delegation", "government"])
_TOWN = 3  # words
_ASIDE, _CLOSING = 14, frozenset([",", ")", ";"])  # words of what is said of one of a list, and what ends it
_MARKS = frozenset([":", "–", "—", "-", "("])
_GROUPED = frozenset(["countries", "states", "nations", "sides", "governments", "republics", "parties"])


def names_behind(reading: Reading, name_from: Mapping[int, Name], j: int) -> list[Name]:
    """The names right behind the office that ends at word `j`, behind a comma, or behind a colon in its sentence."""
    lower = reading.tokens.lower
    j = _behind_group(reading, j)
    found = _list_from(reading, name_from, j)
    if not found and lower[j : j + 3] == [",", "their", "excellencies"]:
        found = _list_from(reading, name_from, j + 3)
    if not found and lower[j : j + 1] in ([","], [":"], [";"], ["-"], ["–"], ["—"]):
        found = _list_from(reading, name_from, j + 1 + (lower[j + 1 : j + 2] == ["including"]))
    if found or j >= len(lower):
        return found
    if lower[j] == "of":  # "the presidents of three constitutional courts, A of Austria, B …"
        comma = next((k for k in range(j, min(j + 7, len(lower))) if lower[k] == "," or reading.tokens.cap[k]), j)
        found = _list_from(reading, name_from, comma + 1) if lower[comma] == "," else []
        if found:
            return found
    end = reading.tokens.bounds[reading.tokens.sentence[j]][1]  # "Three chairs came on Monday: A of the Seimas, B …"
    colon = next((k for k in range(j, end) if lower[k] == ":"), None)
    return _list_from(reading, name_from, colon + 1) if colon else []


class Sent(NamedTuple):
    """Somebody whom a list names behind the country or the body that has sent him."""

    name: Name
    country: str | None
    organization: str | None = None


def named_behind_countries(reading: Reading, name_from: Mapping[int, Name], j: int) -> Iterator[Sent]:
    """The names of "(counterparts) of Serbia, A, the Republic of Mali, B, and the EU (C)" from the word `j`."""
    lower = reading.tokens.lower
    k = j + 1 if lower[j : j + 1] in (["of"], ["from"]) else len(lower)
    while k < len(lower):
        k = _behind_self(reading, k + (lower[k] == "the" and k not in reading.geo))
        geo, body = reading.geo.get(k), reading.body.get(k)
        end = geo.j if geo else body.j if body else k
        name = _titled(reading, name_from, end + (lower[end : end + 1] in ([","], ["("]))) if end > k else None
        if name is None:
            return
        yield Sent(name, geo.alpha3) if geo else Sent(name, None, body.organization.name if body else None)
        k = name.j
        while k < len(lower) and lower[k] in {",", "and", ";", "of", "from", ")"}:
            k += 1


def nationals_behind(reading: Reading, name_from: Mapping[int, Name], j: int) -> Iterator[tuple[Name, str]]:
    """The names of "(colleagues), the Honduran A and the Guatemalan B" from the word `j`, each with his country."""
    lower, k = reading.tokens.lower, j + (reading.tokens.lower[j : j + 1] in ([","], [":"]))
    while geo := reading.geo.get(skip_the(lower, k)):
        name = name_from.get(geo.j)
        if name is None or geo.form != "demonym":
            return
        yield name, geo.alpha3
        k = name.j
        while k < len(lower) and lower[k] in {",", "and"}:
            k += 1


def listed_countries(reading: Reading, j: int) -> tuple[list[str], int]:
    """The countries of the list that goes on or starts at word `j`, and the word behind it.

    The list goes on where a country ends at `j`; else it starts behind "of" or "from", or, with three countries or
    more, behind a mark: "of NB8 – Finland, Sweden, Latvia", "of the four countries (…)".
    """
    lower, k = reading.tokens.lower, _behind_group(reading, j)
    marked = lower[k : k + 1] and lower[k] in _MARKS
    if j not in reading.geo_to and not marked and lower[k : k + 1] not in (["of"], ["from"]):
        return [], j
    if j not in reading.geo_to:
        k += 1
    found, end = list[str](), j
    while k < len(lower):
        while lower[k : k + 1] and lower[k] in JOINTS and k not in reading.geo:
            k += 1  # but "The Gambia"
        geo = reading.geo.get(k)
        if geo is None or geo.form != "name" or lower[geo.j : geo.j + 1] == ["'s"]:
            break
        found.append(geo.alpha3)
        k = end = geo.j
        if lower[k : k + 1] and lower[k] not in JOINTS:
            break
    return ([], j) if marked and len(found) < 3 else (found, end)


def dealt(
    reading: Reading, people: list[Name], i: int, countries: tuple[str, ...], shared: bool = False
) -> list[tuple[str, ...]]:
    """Whose each of the people is who share the office at `i`: a country each if there are as many, or one for all.

    Args:
        reading: the text.
        people: who holds the office, in order.
        i: the first word of the office.
        countries: whose it is by its own words.
        shared: whether a state has several holders, so that a country behind the last name is that of all.
    """
    behind = listed_countries(reading, people[-1].j)[0]
    if shared and len(behind) == 1 and not countries and people[0].j + 1 == people[-1].before:
        behind = behind * len(people)  # "Permanent Secretaries A and B of Mali"
    if len(behind) == len(people) > 1:
        return [(country,) for country in behind]  # "the presidents A and B of Mali and Chad"
    countries = tuple(_respectively(reading, people[-1].j)) or (*owners_before(reading, i)[0], *countries)
    if not countries and reading.tokens.lower[i - 1] == "their":
        countries = _told_before(reading, i, len(people))
    if len(countries) == len(people):
        return [(country,) for country in countries]
    return [countries if len(countries) == 1 else ()] * len(people)


def _told_before(reading: Reading, i: int, many: int) -> tuple[str, ...]:
    """The countries of "(Mali, Togo and Chad came with) their ministers" before the word `i`, if they are so many."""
    begin = reading.tokens.bounds[reading.tokens.sentence[i]][0]
    named = [geo for k, geo in reading.geo.items() if begin <= k < i]
    plain = len(named) == many and all(geo.form == "name" for geo in named)
    return tuple(geo.alpha3 for geo in sorted(named, key=lambda geo: geo.i)) if plain else ()


def _respectively(reading: Reading, j: int) -> list[str]:
    """The countries of "(A and B), respectively of Rwanda and Tanzania", "of Rwanda and Tanzania respectively"."""
    lower = reading.tokens.lower
    j += lower[j : j + 1] == [","]
    said = lower[j : j + 1] == ["respectively"]
    found, end = listed_countries(reading, j + said)
    return found if said or "respectively" in lower[end : end + 2] else []


def owners_before(reading: Reading, i: int) -> tuple[list[str], int]:
    """The countries of "Slovenia's and (Croatia's ministers)" before the word `i`, and where they start."""
    lower, found = reading.tokens.lower, list[str]()
    while i > 2 and lower[i - 1] in {",", "and"} and lower[i - 2] == "'s" and i - 2 in reading.geo_to:
        found.insert(0, reading.geo_to[i - 2].alpha3)
        i = reading.geo_to[i - 2].i
    return found, i


def described(reading: Reading, name_from: Mapping[int, Name], k: int) -> Name | None:
    """ "its chairman, the businessman X": the name behind an article and up to two plain words."""
    lower = reading.tokens.lower
    if lower[k : k + 1] in (["mr"], ["ms"], ["mrs"], ["dr"]):
        return name_from.get(k + 2) or name_from.get(k + 1)
    if lower[k : k + 1] and lower[k] in _RANKS and lower[k + 1 : k + 2] == [","]:
        return name_from.get(k + 2)  # "Chief of Staff, Admiral, X"
    if lower[k : k + 1] not in (["the"], ["a"], ["an"]):
        return None
    for e in range(k + 1, min(k + 4, len(lower))):
        if e in name_from:
            return name_from[e] if e > k + 1 else None
        if reading.tokens.cap[e] or not lower[e].isalpha():
            break
    return None


def names_before(reading: Reading, name_to: Mapping[int, Name], at: int) -> list[Name]:
    """The names of the list that ends before the word `at`."""
    found, lower = list[Name](), reading.tokens.lower
    while name := name_to.get(_before_bracket(reading, at)):
        found.insert(0, name)
        at = name.before
        while at > 0 and lower[at - 1] in {",", "and", "&"}:
            at -= 1
    return found


def _before_bracket(reading: Reading, at: int) -> int:
    """The word "(" of "(France)" before the word `at`; else `at` itself."""
    lower, geo = reading.tokens.lower, reading.geo_to.get(at - 1)
    return geo.i - 1 if geo and lower[at - 1 : at] == [")"] and lower[geo.i - 1] == "(" else at


def _list_from(reading: Reading, name_from: Mapping[int, Name], at: int) -> list[Name]:
    found, lower = list[Name](), reading.tokens.lower
    closed = False  # whether an "and" has come before: "Secretaries A and B and Ambassador C" are two
    while name := name_from.get(at) if closed and found[1:] else _styled(lower, name_from, at):
        found.append(name)
        at = _aside_end(reading, name_from, whose_end(reading, name.j))
        while at < len(lower) and lower[at] in {",", "and", "&", ";"}:
            closed = closed or lower[at] == "and"
            at += 1
    return found


def _aside_end(reading: Reading, name_from: Mapping[int, Name], at: int) -> int:
    """The word behind "(chair)" or ", who chairs the committee" at `at`, where the list goes on; else `at` itself."""
    tokens, lower = reading.tokens, reading.tokens.lower
    bracket = lower[at : at + 1] == ["("]
    if not bracket and lower[at : at + 2] not in ([",", "who"], [",", "whose"]):
        return at
    first, last = at + (1 if bracket else 2), min(at + _ASIDE, tokens.bounds[tokens.sentence[at]][1])
    close = next((k for k in range(first, last) if lower[k] in _CLOSING), None)
    if close is None or (lower[close] == ")") != bracket or any(k in name_from for k in range(at, close)):
        return at
    behind = close + bracket
    joint = lower[behind : behind + 1] in ([","], ["and"], ["&"])
    return behind if joint and behind + 1 in name_from else at


def _styled(lower: list[str], name_from: Mapping[int, Name], at: int) -> Name | None:
    """The name at the word `at`, or behind "Ambassador" or "former Minister"."""
    while at not in name_from and lower[at : at + 1] and lower[at] in _STYLES:
        at += 1
    return name_from.get(at)


def _titled(reading: Reading, name_from: Mapping[int, Name], at: int) -> Name | None:
    """The name at the word `at`, or behind an office of up to two words: "Prime Minister X"."""
    name = name_from.get(at)
    return name or next((name_from[k] for k in (at + 1, at + 2) if k in name_from and head_at(reading, at)), None)


def field_behind(reading: Reading, at: int) -> tuple[int, int] | None:
    """The words of "(public security)", "of Tourism" at the word `at`, where a list tells the field of each."""
    lower = reading.tokens.lower
    if lower[at : at + 1] == ["of"] and reading.tokens.cap[at + 1 : at + 2] == [True]:
        end = name_run(reading, at + 1, True)[0] if lower[at + 1] in words("portfolio") else at + 1
        return (at + 1, end) if end > at + 1 and at + 1 not in reading.taken else None
    if lower[at : at + 1] != ["("]:
        return None
    close = next((k for k in range(at + 1, min(at + 11, len(lower))) if lower[k] == ")"), at)
    told = words("portfolio") | {"and", ",", "&", "of", "the"}
    return (at + 1, close) if close > at + 1 and told.issuperset(lower[at + 1 : close]) else None


def division_behind(reading: Reading, at: int) -> tuple[int, int] | None:
    """The words of "the Asian Department" of "(Directors General: X) of the Asian Department" at the word `at`."""
    tokens = reading.tokens
    if tokens.lower[at : at + 2] != ["of", "the"]:
        return None
    for k in range(at + 2, min(at + 10, len(tokens))):
        if tokens.cap[k] and tokens.lower[k] in _DIVISIONS and k > at + 2:
            return at + 1, k + 1
        if not tokens.cap[k] and tokens.lower[k] not in {"and", "&", "for"}:
            return None
    return None


def named_behind_fields(
    reading: Reading, name_from: Mapping[int, Name], j: int
) -> Iterator[tuple[Name, tuple[int, int]]]:
    """The names of "(Directors) for Europe, X, and for Asia, Y" from the word `j`, each with the words of his field."""
    lower, k = reading.tokens.lower, j
    while lower[k : k + 1] in (["of"], ["for"]):
        q = skip_the(lower, k + 1)
        end = name_run(reading, q, True)[0]
        end = end if lower[end : end + 1] == [","] else place_end(reading, q, end)
        province = q in reading.geo and end - 1 > q and lower[end - 1] in words("area")  # "of Vientiane province, Y"
        free = q not in reading.geo or province
        name = name_from.get(end + 1) if lower[end : end + 1] == [","] and free else None
        if name is None:
            return
        yield name, (k, end)
        k = name.j
        while lower[k : k + 1] and lower[k] in {",", "and", ";"}:
            k += 1


def whose_end(reading: Reading, at: int) -> int:
    """The word behind "of Brazil", "(Kenya)", "(Trade)", ", for the Saeima" at `at`; `at` itself without one."""
    lower = reading.tokens.lower
    if field := field_behind(reading, at) or division_behind(reading, at):
        return field[1] + (lower[field[1] : field[1] + 1] == [")"])
    if lower[at : at + 1] == ["("] and (close := _seat_end(reading, at)):
        return close
    k = at + 1 if lower[at : at + 1] == [","] else at
    if k > at and lower[k : k + 1] == ["who"]:
        k += 1 + (lower[k + 1 : k + 2] == ["will"])  # "X, who represents the Republic of Armenia"
    if lower[k : k + 3] == ["on", "behalf", "of"]:
        k += 2
    if lower[k : k + 1] not in (["of"], ["("], ["from"], ["for"], ["representing"], ["represents"], ["represent"]):
        return at
    k = _behind_self(reading, skip_the(lower, k + 1))
    if k not in reading.geo and lower[at : at + 1] == ["of"] and (town := _town_end(reading, k)):
        return town
    if k not in reading.geo:
        return at
    side, k = reading.geo[k].form == "demonym", reading.geo[k].j
    if side:  # "for the Cuban side"
        return k + 1 if lower[k : k + 1] and lower[k] in _SIDES else at
    return k + 1 if lower[k : k + 1] == [")"] else k


def _town_end(reading: Reading, k: int) -> int | None:
    """The word behind a town known as one at the word `k`: "(A) of Turin", "(B) of São Paulo"."""
    tokens = reading.tokens
    ends = (e for e in range(min(k + _TOWN, len(tokens)), k, -1) if all(tokens.cap[k:e]))
    return next((e for e in ends if city_country(tokens.span(k, e))), None)


def _seat_end(reading: Reading, at: int) -> int | None:
    """The word behind "(Suba North)" at the word `at`: the constituency or the party of a member of a house."""
    tokens, k = reading.tokens, at + 1
    while k < len(tokens) and k < at + 6 and (tokens.cap[k] or tokens.word[k] in {"-", "–", "&"}):
        if head_at(reading, k) or k in reading.taken:
            return None
        k += 1
    return k + 1 if k > at + 1 and tokens.lower[k : k + 1] == [")"] else None


def _behind_self(reading: Reading, k: int) -> int:
    """The word behind "Kingdom of" at `k`, where the formal name of a state is not known as one."""
    lower = reading.tokens.lower
    formal = k not in reading.geo and lower[k + 1 : k + 2] == ["of"] and lower[k] in words("self", "forms")
    return k + 2 if formal else k


def _behind_group(reading: Reading, j: int) -> int:
    """The word behind "of the two countries" at `j`."""
    lower = reading.tokens.lower
    if lower[j : j + 1] == ["of"]:
        k = skip_the(lower, j + 1)
        if lower[k + 1 : k + 2] and lower[k + 1] in _GROUPED and lower[k].isalpha():
            return k + 2
    return j
