"""Bodies named in a text: agencies, firms, banks, chambers and ministries, each with its country.

In: the reading of a text and the words that offices and people's names have taken. Out: `Named`s in order: bodies of
the registry that act abroad, capitals that end in the noun of a body ("Kuwait Ports Authority"), and ministries.
"""

from collections.abc import Iterator, Set
from functools import cache
from typing import NamedTuple

from communique.extract.offices.boards import board_end
from communique.extract.offices.heads import CALENDAR, after_bracket, head_at, skip_the, words
from communique.extract.offices.nouns import body_noun
from communique.extract.offices.runs import name_run
from communique.extract.words.reading import Geo, Reading, town_country
from communique.registry import settings
from communique.registry.cities import city_country
from communique.registry.officials import given_names

_ORGANS = frozenset(["commission", "administration"])  # organs in which the parties meet, or parts of a government
_JOINT = frozenset(["joint", "mixed", "intergovernmental", "economic", "presidential", "regional", "military"])
_MINISTRIES = frozenset(["ministry", "department", "bureau", "division", "directorate"])
_TIERS = frozenset(["federal", "state", "union", "royal", "national"])
_FORCES = (
    ("coast", "guard"),
    ("navy",),
    ("army",),
    ("air", "force"),
    ("air", "forces"),
    ("armed", "forces"),
    ("defence", "force"),
    ("defence", "forces"),
    ("defense", "force"),
    ("defense", "forces"),
    ("self", "defence", "force"),
    ("self", "defense", "force"),
    ("self-defence", "force"),
    ("self-defense", "force"),
    ("maritime", "self-defense", "force"),
    ("maritime", "self-defence", "force"),
    ("naval", "forces"),
    ("naval", "force"),
    ("land", "forces"),
    ("marines",),
    ("marine", "corps"),
)
_BRANCHES = frozenset(first for first, *_ in _FORCES)
_ABOUT = (["of"], ["for"])
_INSIDE = frozenset(["of", "and", "for", ",", "&"])  # a name of several words
QUOTES = frozenset(['"', "“", "”", "'", "‘", "«"])
_SEATED = frozenset(["university", "chamber", "port", "museum", "institute", "college", "academy", "polytechnic"])
_STATES = frozenset(["government", "kingdom", "republic"])
_LONG = 8  # words of a name
_EARLY = 1  # sentences


class Named(NamedTuple):
    """A body on the words `i` up to `j`; `name` in full where the words are an acronym that the text explains."""

    i: int
    j: int
    name: str
    country: str | None
    ministry: bool = False


@cache
def cues(kind: str) -> frozenset[str]:
    """The lower-case words of one list of registry/body_cues.toml."""
    return frozenset(settings("body_cues")[kind])


def named_bodies(reading: Reading, taken: set[int], sentences: int, parties: Set[int] = frozenset()) -> Iterator[Named]:
    """The bodies of the first `sentences`, left out what stands on `taken` words.

    Capitals that begin at one of the `parties` are bodies, whatever they are (`communique.extract.people.signatories`).
    """
    tokens, free = reading.tokens, 0
    for k in tokens.opens:
        if tokens.sentence[k] >= sentences:
            break
        if k < free or k in taken or not tokens.cap[k] or _explained(reading, free, k):
            continue
        led = tokens.lower[k] in {"the", "a"} or tokens.lower[k].endswith(("-owned", "-based", "-run", "-backed"))
        if led and (tokens.first[k] or tokens.lower[k] == "the"):
            continue
        found = reading.body.get(k)
        free = found.j if found else k
        if found:
            yield Named(found.i, found.j, found.organization.name, found.organization.country)
        elif named := (
            _ministry(reading, k)
            or _by_its_noun(reading, k, taken)
            or _forces(reading, k)
            or _organ(reading, k, taken)
            or _called(reading, k, taken)
            or (_party(reading, k, taken) if k in parties else None)
        ):
            free = named.j
            yield named
        else:
            free = reading.geo[k].j if k in reading.geo else _after_capitals(reading, k)


def _explained(reading: Reading, j: int, k: int) -> bool:
    """Whether the word `k` opens the acronym of the name ending at the word `j`, or another name of the same body."""
    word = reading.tokens.word
    if k == j > 0:
        return word[k].isupper() or k in reading.body
    inside = word[j] == "(" or (word[j] == "," and word[k + 1 : k + 2] == [","])
    short = word[k].isupper() or (word[k + 1 : k + 2] == [")"] and any(map(str.isupper, word[k][1:])))  # "TaiwanICDF"
    return j > 0 and k == j + 1 and inside and short


def _ministry(reading: Reading, k: int) -> Named | None:
    """ "Ministry of Trade of Chad" or "Trade Ministry" on the capitals at the word `k`."""
    tokens, lower = reading.tokens, reading.tokens.lower
    noun = k + (lower[k] in _TIERS and tokens.cap[k + 1 : k + 2] == [True])  # "Federal Ministry of Trade"
    if lower[noun : noun + 1] and lower[noun] in _MINISTRIES and lower[noun + 1 : noun + 2] in _ABOUT:
        q = skip_the(lower, noun + 2)
        end = name_run(reading, q, state=True)[0] if q < len(tokens) and tokens.cap[q] and q not in reading.geo else q
        return _of_state(reading, k, end) if end > q else None
    end = k
    while end < len(tokens) and tokens.cap[end] and (lower[end] in words("portfolio") or lower[end] == "and"):
        end += 1
    named = end > k and lower[end : end + 1] == ["ministry"] and tokens.cap[end]
    return _of_state(reading, k, end + 1) if named else None


def _forces(reading: Reading, k: int) -> Named | None:
    """ "Japan Coast Guard", "the Royal Saudi Naval Forces", "the Royal Navy of Oman" from the word `k`."""
    tokens = reading.tokens
    q = k + (tokens.lower[k] == "royal")
    geo = _geo_at(reading, q)
    if geo and geo.form != "capital":
        end, country = _force_end(reading, geo.j), geo.alpha3
    else:
        of = _force_end(reading, q)
        side, end = _behind(reading, of) if of else (None, 0)
        country = side or ""
    office = bool(end) and tokens.cap[end : end + 1] == [True]  # "the Indian Navy Chief"
    theirs = office or not cues("people").isdisjoint(tokens.lower[end : end + 1])  # "two Indian Navy ships"
    return Named(k, end, tokens.span(k, end), country) if end and country and not theirs else None


def _force_end(reading: Reading, k: int) -> int:
    """The word behind a branch of armed forces, "(Royal) Air Force", at the word `k`; 0 without one."""
    tokens = reading.tokens
    k += tokens.lower[k : k + 1] == ["royal"]
    if _BRANCHES.isdisjoint(tokens.lower[k : k + 1]):  # the cheap look first
        return 0
    end = next((k + len(noun) for noun in _FORCES if tuple(tokens.lower[k : k + len(noun)]) == noun), 0)
    return end if end and tokens.cap[k] else 0


def _by_its_noun(reading: Reading, k: int, taken: set[int]) -> Named | None:
    """Capitals from the word `k` up to the noun of a body."""
    lower, geo = reading.tokens.lower, _geo_at(reading, k)
    if geo and reading.tokens.cap[geo.j : geo.j + 1] != [True]:
        return None  # "between Malta and the Development Bank"
    end = body_noun(reading, k) or (geo and board_end(reading, geo.j))
    if not end or any(w in taken for w in range(k, end)) or _goes_on(reading, end):
        return None  # "under an Air Service Agreement"
    begin = geo.j if geo else k if _behind(reading, end)[0] else end
    if not _ORGANS.isdisjoint(lower[k:end]) and (end - begin < 2 or not _JOINT.isdisjoint(lower[k:end])):
        return None  # "the Chadian Commission", but "the Chad Atomic Energy Commission"
    return Named(k, end, reading.meant(reading.tokens.span(k, end)), body_country(reading, k, end))


def _organ(reading: Reading, k: int, taken: set[int]) -> Named | None:
    """ "State Revenue Committee of Chad", "Rwanda Mines, Petroleum and Gas Board" from the word `k`."""
    tokens, lower = reading.tokens, reading.tokens.lower
    end = tokens.bounds[tokens.sentence[k]][1]
    if tokens.sentence[k] - tokens.sentence[0] > _EARLY or cues("organs").isdisjoint(lower[k : k + _LONG]):
        return None
    e = k + 1
    while e < min(end, k + _LONG) and (tokens.cap[e] or (lower[e] in _INSIDE and tokens.cap[e + 1 : e + 2] == [True])):
        e += 1
        if lower[e - 1] in cues("organs") and tokens.cap[e - 1] and tokens.cap[e : e + 1] != [True]:
            break
    if lower[e : e + 1] in _ABOUT and tokens.cap[e + 1 : e + 2] == [True] and e + 1 not in reading.geo:
        return None  # "the United States Department of Health"
    whole = e - k > 2 and lower[e - 1] in cues("organs") and not any(w in taken for w in range(k, e))
    if not whole or _goes_on(reading, e) or lower[k] in cues("organs") or "joint" in lower[k:e]:
        return None
    return Named(k, e, tokens.span(k, e), body_country(reading, k, e))


def _called(reading: Reading, k: int, taken: set[int]) -> Named | None:
    """ "the state concern “Turkmengaz”", "Turkish company Roketsan": the name behind the noun of a body."""
    tokens, lower = reading.tokens, reading.tokens.lower
    n = k - 1 - (k > 1 and tokens.word[k - 1] in QUOTES)
    if (
        n < 1
        or lower[n] not in cues("named")
        or k in taken
        or k in reading.geo
        or tokens.sentence[n] != tokens.sentence[k]
    ):
        return None
    end = k + 1
    while end < len(tokens) and tokens.cap[end] and end not in taken and end not in reading.geo and end - k < _LONG:
        end += 1
    state = n - (lower[n - 1] in {"state", "state-owned", "owned"} or tokens.cap[n])
    return Named(k, end, tokens.span(k, end), _owner(reading, state))


def _party(reading: Reading, k: int, taken: set[int]) -> Named | None:
    """ "Hyundai Rotem", "SIMA" from the word `k`, where a party to a document is named: no person, no common noun."""
    tokens, lower = reading.tokens, reading.tokens.lower
    end = body_noun(reading, k) or k + 1
    while tokens.cap[end : end + 1] == [True] and end not in reading.geo:
        end += 1
    said = lower[k:end]
    common = _common_nouns().issuperset(said) or len(tokens.span(k, end)) < 3
    other = not (given_names().isdisjoint(said) and CALENDAR.isdisjoint(said) and _papers().isdisjoint(said))
    if common or other or any(w in taken or head_at(reading, w) for w in range(k, end)) or _goes_on(reading, end):
        return None
    return Named(k, end, reading.meant(tokens.span(k, end)), body_country(reading, k, end))


@cache
def _common_nouns() -> frozenset[str]:
    """Nouns that name nobody by themselves: "the Bank", "the Government"."""
    return words("body", "ministry", "portfolio", "area") | _STATES


@cache
def _papers() -> frozenset[str]:
    """Documents and events, which are no party to one."""
    return cues("named_after") | cues("documents")


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether the noun of an agreement or a place stands behind the word before `end`, which is only named after it."""
    lower = reading.tokens.lower
    return end < len(lower) and reading.tokens.cap[end] and (lower[end] in cues("named_after") | words("facility"))


def _of_state(reading: Reading, i: int, j: int) -> Named:
    """The ministry on the words `i` up to `j` with the country whose it is: in front, or behind as part of its name."""
    close = after_bracket(reading, j)
    country, end = _behind(reading, close)
    end = j if close > j else end  # "Ministry of Health (MoH) of Chad"
    country = country or _owner(reading, i) or _seat(reading, close)
    return Named(i, end, reading.tokens.span(i, end), country, ministry=True)


def body_country(reading: Reading, i: int, j: int) -> str | None:
    """The country of the body on the words `i` up to `j`: within its name, in front of it or behind "of"."""
    inner = next((geo.alpha3 for w in range(i, j) if (geo := _geo_at(reading, w))), None)
    close = after_bracket(reading, j)
    told = inner or _owner(reading, i) or _behind(reading, close)[0]
    told = told or city_of(reading, reading.tokens.span(i, j))  # "Bologna Chamber of Commerce"
    plain = not told and all(word in _common_nouns() | _INSIDE for word in reading.tokens.lower[i:j])
    return _seat(reading, close) if plain else told  # "the Chamber of Commerce in Tegucigalpa"


def city_of(reading: Reading, body: str) -> str | None:
    """The country of the city in "Bologna Chamber of Commerce", "Technical University of Munich"."""
    if " " not in body:
        return None
    town = body.rpartition(" of ")[2] if not _SEATED.isdisjoint(body.lower().split()) else ""
    return town_country(reading, body.split()[0]) or (town_country(reading, town) if town != body else None)


def _geo_at(reading: Reading, k: int) -> Geo | None:
    """The country that the word `k` opens, its article left out: "The Gambia Ports Authority"."""
    article = k > 0 and reading.tokens.lower[k - 1] == "the"
    return reading.geo.get(k) or (reading.geo.get(k - 1) if article else None)


def _behind(reading: Reading, j: int) -> tuple[str | None, int]:
    """The country that "of" names behind the word `j`, and where it ends; `j` without one."""
    lower = reading.tokens.lower
    geo = reading.geo.get(skip_the(lower, j + 1)) if lower[j : j + 1] == ["of"] else None
    return (geo.alpha3, geo.j) if geo else (None, j)


def _seat(reading: Reading, j: int) -> str | None:
    """The country in which a body sits whose name ends before the word `j`: "the Ministry of Health in Tegucigalpa"."""
    tokens = reading.tokens
    if tokens.lower[j : j + 1] != ["in"]:
        return None
    geo, end = reading.geo.get(j + 1), _after_capitals(reading, j + 1)
    if tokens.lower[end : end + 1] == [","] and tokens.cap[end + 1 : end + 2] == [True]:
        geo = reading.geo.get(end + 1)
        return geo.alpha3 if geo else None  # "in Wellington, Tamil Nadu"
    return (geo.alpha3 if geo.form != "demonym" else None) if geo else city_country(tokens.span(j + 1, end))


def _owner(reading: Reading, i: int) -> str | None:
    """The country before the word `i`: "Chad's Ministry", "the Chadian Ministry", "Chad, through its Ministry"."""
    tokens = reading.tokens
    k = i - 1 if i and tokens.lower[i - 1] == "'s" else i
    if i and tokens.lower[i - 1] == "its":
        begin = tokens.bounds[tokens.sentence[i]][0]
        k = next((k for k in range(i - 1, begin, -1) if k in reading.geo_to), k)
    geo = reading.geo_to.get(k)
    return geo.alpha3 if geo else None


def _after_capitals(reading: Reading, k: int) -> int:
    while k < len(reading.tokens) and reading.tokens.cap[k]:
        k += 1
    return k
