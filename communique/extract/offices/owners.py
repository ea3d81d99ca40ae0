"""Whose an office is by what stands before its head: "Turkish", "Japan's", "UNICEF Chad", "its".

In: a `Reading` and the words before a head. Out: the country or the body that owns the office, and where it begins.
"""

from communique.extract.offices.antecedents import capitals, earlier_body
from communique.extract.offices.heads import DETERMINERS, Head, Part, skip_the, words
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Body, Geo, Reading

_OWNING = frozenset(["ministry", "department", "council", "cabinet", "board", "directorate", "committee", "commission"])
DIVISIONS = frozenset(["division"])  # departments of ministries, as in South Asia
SEATS = frozenset(["ministry", "department", "directorate", "embassy", "government", "army", "navy"])
_STANDING_FOR = frozenset(["represents", "represented", "representing", "serves", "leads", "heads"])
_CLAUSE, _WORDS = 16, 5
_MISSIONS = frozenset(["commission", "mission", "consulate", "legation", "parliament", "presidency"])


def branch_before(reading: Reading, k: int, floor: int, head: Head) -> Body | None:
    """The body whose branch in a country ends at the word `k`: "JICA Palau", "UNDP Maldives"."""
    geo = reading.geo_to[k]
    close = geo.i - (reading.tokens.lower[geo.i - 1] == ")")
    placed = geo.form in {"name", "capital"}  # "JICA Palau", "AFD Bamako"
    body = reading.body_to.get(close) if placed and head.body != "state" else None
    return body if body and body.i >= floor else None


def is_place(reading: Reading, geo: Geo, head: Head) -> bool:
    """ "In Poland Minister X met …", "received in Banjul Ambassador X": the place, not whose office it is."""
    placed = geo.form == "name" or (geo.form == "capital" and head.level not in {"regional", "local"})
    before = reading.tokens.lower[max(0, geo.i - 2) : geo.i]
    return placed and (before[-1:] == ["in"] or (before[-1:] == ["to"] and before[0] in {"visit", "trip", "tour"}))


def body_beside(reading: Reading, geo: Geo, head: Head) -> Body | None:
    """The body right before the country in which its officer serves: "UNICEF Chad Representative"."""
    serves = head.body != "state" or head.cls == "head of mission"
    seated = geo.form == "name" or (geo.form == "capital" and head.body != "state")  # "TIKA Dushanbe Coordinator"
    return reading.body_to.get(geo.i) if serves and seated else None


def is_seat(reading: Reading, geo: Geo, head: Head) -> bool:
    """Whether the capital before an officer of a body is where he sits, for the body is named in front of it."""
    owned = geo.i > 1 and reading.tokens.lower[geo.i - 1] == "'s"
    return owned and geo.form == "capital" and head.body != "state" and head.level in {"agency", "international"}


def plain_owner(reading: Reading, end: int) -> tuple[int, Geo | None] | None:
    """Where "food safety agency" before "'s" at the word `end` begins, and the country told in front of it."""
    tokens, lower, i = reading.tokens, reading.tokens.lower, end - 1
    if i < 1 or tokens.cap[i] or lower[i] not in words("body", "small_bodies") - words("self"):
        return None
    known = words("portfolio", "modifiers", "body", "small_bodies")
    if lower[end - 3 : end - 2] == ["the"] and lower[i - 1].isalpha():
        i -= not tokens.cap[i - 1]  # "the stock exchange's head"
    while i > 1 and end - i < _WORDS and not tokens.cap[i - 1] and lower[i - 1] in known:
        i -= 1
    owner = reading.geo_to.get(i - (lower[i - 1] == "'s"))
    national = owner is not None and owner.form == "demonym"  # "the Mongolian agency's", not "the agency's"
    return (i, owner) if end - i > 1 or national else None


_NEAR = 12  # words between a body and "its"


def last_entity(reading: Reading, p: int) -> str | Geo | None:
    """What "its" or "whose" at the word `p` refers to: a body right before, else the last country in the sentence."""
    tokens = reading.tokens
    k = p - 1 if p and tokens.lower[p - 1] in {",", "and"} else p
    if k > 0 and tokens.cap[k - 1] and k not in reading.geo_to and tokens.lower[p] == "whose":
        i = k
        while i > max(0, k - 8) and (tokens.cap[i - 1] or tokens.lower[i - 1] in {"of", "for", "and"}):
            i -= 1
        known = reading.body_to.get(k)
        alias = earlier_body(reading, i, tokens.lower[i]) if k - i == 1 and tokens.lower[i] in words("body") else None
        if alias:
            return alias
        return known.organization.name if known else tokens.span(i, k)
    if tokens.lower[p - 1] == "as" and (served := _represented(reading, p)):
        return served
    near = tokens.sentence[p] - tokens.first[p]  # "Its president" opens: the sentence before
    for i in range(p - 1, max(-1, p - 40), -1):
        if tokens.sentence[i] < near:
            return None
        if i + 1 in reading.body_to:
            return reading.body_to[i + 1].organization.name
        firm = (
            not tokens.cap[i] and tokens.lower[i] in words("firm") | {"company"} and tokens.cap[i + 1 : i + 2] == [True]
        )
        if firm and i + 1 not in reading.taken:
            return tokens.word[i + 1]  # "the company Kahurangi … its director"
        if tokens.cap[i] and tokens.lower[i] in words("body") and tokens.lower[p] == "its" and i > p - _NEAR:
            named = capitals(reading, i)
            return tokens.span(*named) if named[1] - named[0] > 1 else None
        geo = reading.geo.get(i)
        if geo and (geo.form == "name" or (tokens.first[p] and geo.form == "capital") or _is_organs(tokens.lower, geo)):
            return geo
    return None


def _is_organs(lower: list[str], geo: Geo) -> bool:
    """Whether an organ or a group stands behind an adjective: "the Danish Parliament, headed by its Speaker"."""
    organs = words("ministry") | word_class("group") | (words("body") - words("firm") - word_class("business"))
    return geo.form == "demonym" and not organs.isdisjoint(lower[geo.j : geo.j + 1])


def _represented(reading: Reading, p: int) -> str | None:
    """The body of "who represents UNICEF in Chad as its (Representative)" before the word `p`."""
    lower = reading.tokens.lower
    verb = next((k for k in range(p - 2, max(0, p - _CLAUSE), -1) if lower[k] in _STANDING_FOR), None)
    body = reading.body.get(skip_the(lower, verb + 1)) if verb else None
    return body.organization.name if body else None


def nationality(reading: Reading, k: int, floor: int, head: Head, part: Part) -> int:
    """Reads "Turkish", or before a plural "Indian, Iranian and Iraqi", leftwards from word `k`."""
    while k in reading.geo_to and reading.geo_to[k].i >= floor:
        geo = reading.geo_to[k]
        part.countries.insert(0, geo.alpha3)
        part.region = geo.region
        k = geo.i
        if not head.plural:
            break
        step = k - 1 if k > floor and reading.tokens.lower[k - 1] in {"and", ",", "&"} else k
        if step == k or step not in reading.geo_to:
            break
        k = step
    return k


def seat_owning(reading: Reading, p: int, floor: int) -> int | None:
    """The first word of the ministry or council whose "'s" is the word `p`, where its name is one of fields."""
    tokens, k = reading.tokens, p - 1
    if k <= floor or not tokens.cap[k] or tokens.lower[k] not in _OWNING:
        return None
    while k - 1 > floor and tokens.cap[k - 1] and tokens.lower[k - 1] in words("portfolio", "modifiers"):
        k -= 1
    return k if k < p - 1 else None


def _sender(reading: Reading, i: int) -> Geo | None:
    """The country of the mission whose post is the word `i`: "the Chinese Embassy to Cambodia"."""
    lower = reading.tokens.lower
    if i < 3 or lower[i - 1] not in {"to", "in"} or lower[i - 2] not in {"embassy", "commission", "consulate"}:
        return None
    return reading.geo_to.get(i - 3 if lower[i - 3] == "high" else i - 2)


def possessor(reading: Reading, p: int, floor: int, part: Part, k: int) -> int:
    """Reads "Japan's", "UNESCO's" or "the country's" whose ending is the word `p`; else leaves `k`."""
    lower = reading.tokens.lower
    if p in reading.geo_to and reading.geo_to[p].i >= floor:
        if (sender := _sender(reading, reading.geo_to[p].i)) and sender.i >= floor:
            part.countries.insert(0, sender.alpha3)  # "the Chinese Embassy to Cambodia's Counsellor"
            return sender.i
        part.countries.insert(0, reading.geo_to[p].alpha3)
        part.region = reading.geo_to[p].region
        return reading.geo_to[p].i
    if p in reading.body_to:
        part.organization = reading.body_to[p].organization.name
        return reading.body_to[p].i
    small = not reading.tokens.cap[p - 1]
    noun = p > floor and lower[p - 1] in words("body", "own") - (set[str]() if small else {"council"})
    if noun and (small or lower[p - 2] == "the"):
        part.organization = earlier_body(reading, p - 1, lower[p - 1])
        if part.organization:  # also "the Bank's"
            return p - 2 if p - 1 > floor and lower[p - 2] in DETERMINERS else p - 1
        if not small:
            return k
        earlier = [body for body in reading.body.values() if body.j < p]
        if earlier:
            part.organization = max(earlier, key=lambda body: body.i).organization.name
            return p - 1
    if p > floor and (reading.tokens.cap[p - 1] or p - 1 in reading.geo_to) and lower[p - 1] in SEATS | _MISSIONS:
        i = p - 1
        while (
            i > max(floor, p - 4) and reading.tokens.cap[i] and lower[i] not in DETERMINERS and i not in reading.geo_to
        ):
            i -= 1
        if i in reading.geo_to and reading.geo_to[i].i >= floor:  # "the British High Commission's Political Officer"
            part.countries.insert(0, reading.geo_to[i].alpha3)
            return reading.geo_to[i].i
    ministry = p - 1 > floor and lower[p - 1] == "ministry" and lower[p - 2] in DETERMINERS
    if ministry or (p > floor and lower[p - 1] in words("self")):
        part.own = True
        return p - 2 if p - 1 > floor and lower[p - 2] in DETERMINERS else p - 1
    return k
