"""Firms that no noun tells, and bodies called by what they run: "CEO of Acwa Power", "head of the Lagos Free Zone".

In: a `Complement`. Out: the word behind the name of the body, None where none stands there.
"""

from communique.extract.offices.antecedents import proper_body, proper_name
from communique.extract.offices.complement import Complement
from communique.extract.offices.heads import CALENDAR, Head, after_bracket, head_at, words
from communique.extract.offices.nouns import body_noun
from communique.extract.words.reading import Reading
from communique.registry.cities import city_country

_LONGEST = 8  # words of a name
_OF_FIRMS = frozenset(["founder", "owner", "chief executive", "chair", "vice chair", "rector"])  # classes
_MANAGING = frozenset([  # heads that are of bodies alone, never of a field
    "managing director", "deputy managing director", "general manager", "deputy general manager", "general director",
    "country director", "country manager", "country head", "executive chairman", "representative director",
    "chief executive", "deputy chief executive", "executive director", "regional director", "administrator",
])  # fmt: skip
_WORKING = frozenset(["agency", "business", "international", "head_of_state", "deputy_head"])  # levels
_INNER = frozenset(["&", "-", "–", "de", "of", "al", "el", "."])
_FIELD_ENDS = frozenset([
    "affairs", "services", "programmes", "programs", "operations", "relations", "communications", "planning",
    "management", "protection", "partnerships", "development",
])  # fmt: skip
_FACILITIES = (["business", "council"], ["opera", "house"])
_OPENING = frozenset(["bank", "radio", "hotel", "club", "studio", "port", "casa", "grupo"])
_CLOSED = ([","], [";"], [")"], ["."])


def of_city_body(c: Complement) -> int | None:
    """ "Rector of Tashkent State University of Economics": a body that is called after the capital."""
    if c.state or c.geo is None or c.geo.form != "capital" or c.body or c.word not in {"of", "at"}:
        return None
    end = body_noun(c.reading, c.q)
    return _is_body(c, end, after_bracket(c.reading, end)) if end and end > c.geo.j else None


def of_facility(c: Complement) -> int | None:
    """ "Director of Zayed International Airport", "of the Lagos Free Zone", "of the Turkey-Oman Business Council"."""
    if c.state or c.word not in {"of", "at"} or c.head.level == "regional":
        return None
    end = facility_end(c.reading, c.q)
    return _is_body(c, end, end) if end else None


def facility_end(reading: Reading, q: int) -> int | None:
    """The end of "Lagos Free Zone", "Turkey-Oman Business Council" at the word `q`."""
    tokens, lower, e = reading.tokens, reading.tokens.lower, q
    if (words("run_by") | {"business", "house"}).isdisjoint(lower[q : q + _LONGEST]):
        return None
    nouns = words("body", "ministry", "run_by")
    while e < min(q + _LONGEST, len(tokens)) and (tokens.cap[e] or (e > q and lower[e] in _INNER)):
        e += 1
        named = lower[e - 1] in words("run_by") or lower[max(q, e - 2) : e] in _FACILITIES
        goes_on = lower[e : e + 1] == ["of"] or (tokens.cap[e : e + 1] == [True] and lower[e] in nouns)
        if named and e - q > 1 and not goes_on:  # not "Airport Authority"
            return e
    return None


def longer_name(c: Complement, j: int) -> int | None:
    """The end of "Gazprom Neft" behind the body up to the word `j`: unknown capitals where no holder can stand."""
    tokens, e = c.reading.tokens, j
    while e < min(j + _LONGEST, len(tokens)) and proper_name(c.reading, e) and not head_at(c.reading, e):
        e += 1
    if e == j or tokens.sentence[e - 1] != tokens.sentence[c.q] or c.lower[j] in CALENDAR:
        return None
    named = e == j + 1 and c.next_is(e, ",") and tokens.cap[e + 1 : e + 3] == [True, True]
    held = c.greedy and (e == len(tokens) or not tokens.cap[e]) and c.reading.tokens.lower[e : e + 1] in _CLOSED
    return e if held or named else None


def of_firm(c: Complement) -> int | None:
    """ "Managing director of Acwa Power, X", "X, regional director at Boeing": a name that no registry has."""
    if c.state or c.geo or c.body or c.reading.tokens.cap[c.q : c.q + 1] != [True]:
        return None
    sure = is_of_firms(c.head, c.word)
    if not (sure or (c.word == "of" and _may_be(c.head))) or body_noun(c.reading, c.q):
        return None
    end = _name_end(c.reading, c.q)
    if end and c.part.pieces and city_country(c.reading.tokens.span(c.q, end)):
        return None  # "chairman of the committee of Haiphong"
    if (
        end
        and not (sure and not _is_field(c.reading, c.q, end, c.head))
        and not (_is_told(c, end) or _presides(c, end))
    ):
        return None
    if end is None or not (c.greedy or c.next_is(after_bracket(c.reading, end), ",")):
        return None
    return None if _is_office(c.reading, c.q, end) else _is_body(c, end, after_bracket(c.reading, end))


def _is_told(c: Complement, end: int) -> bool:
    """Whether a word is written as firms write theirs, in a text that has small letters."""
    words_of = c.reading.tokens.word[c.q : end]
    return any(map(_in_capitals, words_of)) and not c.reading.tokens.word[c.at - 1].isupper()


def apposed_firm(reading: Reading, q: int, head: Head, held: bool) -> int | None:
    """The end of the firm at the word `q` in "X, General Manager, Baltika Shipyard,", no name of a person."""
    end = (
        _name_end(reading, q) if is_of_firms(head, "of") and reading.tokens.cap[q] and q not in reading.taken else None
    )
    if end is None or reading.tokens.lower[end : end + 1] not in _CLOSED or _is_office(reading, q, end):
        return None
    known = words("portfolio", "body", "firm", "run_by")
    inside = range(q, end)
    told = any(reading.tokens.lower[k] in known or reading.taken.get(k) == "geo" for k in inside)
    told = told or any(_in_capitals(reading.tokens.word[k]) for k in inside)
    if not held:  # "The General Manager, Baltika Shipyard, X": the holder has to follow
        return end if told and reading.tokens.cap[end + 1 : end + 3] == [True, True] else None
    return end if end - q == 1 or told else None


def _is_office(reading: Reading, q: int, end: int) -> bool:
    known = words("ministry", "gathering")
    return any(reading.tokens.lower[k] in known or head_at(reading, k) for k in range(q, end))


def _in_capitals(word: str) -> bool:
    """Whether a word is written as firms write theirs: "MTN", "TotalEnergies"."""
    return len(word) > 2 and word.isalpha() and any(map(str.isupper, word[1:]))


def is_of_firms(head: Head, word: str) -> bool:
    """Whether the head, before the preposition, is of a body alone: "chairman of", "director at"."""
    if word == "at":
        return head.level in _WORKING
    return word == "of" and (head.level == "business" or head.cls in _OF_FIRMS or head.singular in _MANAGING)


def _may_be(head: Head) -> bool:
    """Whether somebody is also of a body that only its capitals tell: "director of PT Sinar Jaya"."""
    return head.cls in {"director", "president", "vice president", "head"}


def _presides(c: Complement, end: int) -> bool:
    """Whether "president of Kelmos Shipping" is a firm's: two words at least, of no place."""
    places = words("area", "self")
    return c.head.cls in {"president", "vice president"} and end > c.q + 1 and places.isdisjoint(c.lower[c.q : end])


def _is_field(reading: Reading, q: int, end: int, head: Head) -> bool:
    """Whether the words are more likely what a director directs: "Executive Director of Corporate Affairs"."""
    chief = head.level == "business" or head.cls in _OF_FIRMS
    return not chief and reading.tokens.lower[end - 1] in _FIELD_ENDS and end - q > 1


def _name_end(reading: Reading, q: int) -> int | None:
    """The end of the capitals from the word `q` on, if the first can only be a name and a mark or a verb follows."""
    tokens, e = reading.tokens, q
    legal = tokens.word[q].isupper() and len(tokens.word[q]) > 1
    odd = tokens.lower[q].endswith("s") or not tokens.word[q].isascii()  # "Siemens", "Confédération"
    many = (odd and proper_name(reading, q)) or (tokens.lower[q] in _OPENING and tokens.cap[q + 1 : q + 2] == [True])
    if not (legal or many or proper_body(reading, q) or _hyphened(reading, q)):
        return None
    if tokens.lower[q : q + 2] == ["people", "'s"]:
        return None  # "the People's Committee"
    while e < min(q + _LONGEST, len(tokens)) and tokens.sentence[e] == tokens.sentence[q]:
        inner = tokens.lower[e] in _INNER and e > q and tokens.cap[e + 1 : e + 2] == [True]
        if not (tokens.cap[e] or inner):
            break
        e += 1
    return e if e > q and tokens.cap[e : e + 1] != [True] else None


def _hyphened(reading: Reading, q: int) -> bool:
    """ "Pak-Arab", "Al-Futtaim"."""
    parts = reading.tokens.word[q].split("-")
    return len(parts) == 2 and q not in reading.taken and all(part.isalpha() for part in parts)


def _is_body(c: Complement, end: int, behind: int) -> int:
    """Notes the words up to `end` as the body, with the country that stands in them; returns the word `behind`."""
    c.part.organization = c.reading.meant(c.reading.tokens.span(c.q, end))
    owner = next((c.reading.geo[k] for k in range(c.q, end) if k in c.reading.geo), None)
    c.part.countries += [owner.alpha3] if owner and not c.part.countries else []
    return behind
