"""Offices told by a verb: "who commands the land force", "who directs the Institute of Health", "who heads Ukrinform".

In: a `Reading` and a verb of leading. Out: the `Office` of who does so, "commander of the land force". What the verb
has for an object is what stands behind "of" beside the noun, and is read as such (`complements.py`).
"""

from dataclasses import replace

from communique.extract.offices.complements import read_object
from communique.extract.offices.heads import Head, Part, office_heads, skip_the, words
from communique.extract.offices.office import Office
from communique.extract.offices.postings import place_end
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.registry import settings

_ENDS = frozenset([",", ".", ";", ")", "(", "and", "”", '"', "’", "–", "—", "-", "who", "in", "since", "from", "with"])
_LED = frozenset(["delegation", "delegations", "team", "talks", "session", "meeting", "conference", "mission"])
_HOUSES = frozenset(["upper chamber", "lower chamber", "upper house", "lower house"])
_NAME = 5  # words


def titles() -> dict[str, str]:
    """The nouns of those who do what a verb tells: "commander" for "commands"."""
    told: dict[str, str] = settings("office_words")["leading"]
    return told


def titles_since() -> dict[str, str]:
    """The same for participles behind "has": "head" for "headed"."""
    told: dict[str, str] = settings("office_words")["leading_since"]
    return told


def of_verb(reading: Reading, verb: int, title: str) -> Office | None:
    """The office of who does what the verb tells, the noun for which is `title`; None if the object tells none.

    Args:
        reading: the text.
        verb: the word of the verb, behind which, or behind "over", the object stands.
        title: what its subject is called, "commander".
    """
    lower = reading.tokens.lower
    q = verb + 1 + (lower[verb + 1 : verb + 2] == ["over"])
    if q >= len(lower) or not _definite(reading, q):
        return None
    head = _head(title)
    part = _object(reading, verb, q, head)
    if part is None:
        return None
    span = reading.tokens.span
    said = [(f"of {span(q, b)}" if b > q else "of") if a == verb else span(a, b) for a, b in part.pieces]
    return Office(
        verb, part.at, verb, " ".join([title, *said]), head if part.organization else replace(head, body="state"),
        countries=tuple(dict.fromkeys(part.countries))[:1] or ((part.inner,) if part.inner else ()),
        organization=part.organization or part.region, own=part.own, posting=part.posting,
        classes=frozenset({head.cls}),
    )  # fmt: skip


def _object(reading: Reading, verb: int, q: int, head: Head) -> Part | None:
    """What the verb has for an object at the word `q`; None if it tells no office."""
    lower, part = reading.tokens.lower, read_object(reading, verb, q, head)
    if head.cls == "governor":
        part = _governed(reading, q)
    elif called := _called(reading, q) if lower[q] != "the" or part.at <= q else None:
        part = called
    elif head.cls == "commander" and not (part.pieces or part.organization):
        part = _commanded(reading, q)
    mission = part.organization and reading.tokens.cap[part.at - 1]  # "who heads the EU Delegation"
    if part.at <= q or _goes_on(reading, part.at) or (_led(lower, part.at, part) and not mission):
        return None
    if part.organization and part.organization.lower() in _HOUSES:
        part.pieces, part.organization = [(verb, part.at)], None
    seat = reading.geo.get(skip_the(lower, part.at + 1)) if lower[part.at : part.at + 1] == ["in"] else None
    if seat and not (part.countries or part.inner):
        part.countries.append(seat.alpha3)  # "who commands the Gendarmerie in French Guiana"
    return part if part.pieces or part.organization else None


def _governed(reading: Reading, q: int) -> Part:
    """ "who governs Halabja", "who governs the province of Osh": the place, as behind a name."""
    tokens, k = reading.tokens, skip_the(reading.tokens.lower, q)
    k += 2 * (tokens.lower[k + 1 : k + 2] == ["of"])
    end = place_end(reading, k, k + 1)
    return Part(end, [(q - 1, end)]) if tokens.cap[k : k + 1] == [True] and end > k else Part(q)


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether what was read ends within the object: "the naval | units there", "the ministry | 's protocol"."""
    tokens = reading.tokens
    behind = tokens.lower[end : end + 1]
    plain = behind and behind[0].isalpha() and not tokens.cap[end]
    known = _ENDS | word_class("openers") | word_class("deeds")
    return behind == ["'s"] or bool(plain and behind[0] not in known and not behind[0].endswith(("ed", "ly")))


def _led(lower: list[str], end: int, part: Part) -> bool:
    """Whether the object is a session, or a delegation but that of a body: there is no office in leading them."""
    return bool(_LED.intersection(lower[end - 1 : end + 1])) and not (
        part.organization and lower[end - 1] in {"mission", "team"}
    )


def _commanded(reading: Reading, q: int) -> Part:
    """ "in command of the French frigate Nivôse": what is told up to the next mark, its country cut off."""
    lower, k = reading.tokens.lower, skip_the(reading.tokens.lower, q)
    geo = reading.geo.get(k)
    first = geo.j if geo else k
    end = next((e for e in range(first, min(first + _NAME, len(lower))) if lower[e] in _ENDS), first)
    if end == first or reading.tokens.cap[first]:
        return Part(q)
    pieces = [(q - 1, k), (first, end)] if geo else [(q - 1, end)]
    return Part(end, pieces, [geo.alpha3] if geo else [])


def _head(title: str) -> Head:
    return next(head for term, head in office_heads()[title] if term == (title,))


def _definite(reading: Reading, q: int) -> bool:
    """Whether something known is spoken of at the word `q`: "the …", "Brazil's …", a name; not "a delegation"."""
    lower = reading.tokens.lower
    return lower[q] in {"the", "its", "his", "her", "their", "our"} or reading.tokens.cap[q] or q in reading.geo


def _called(reading: Reading, q: int) -> Part | None:
    """ "who heads Ukrinform": a body by its name alone, of which nothing else is known."""
    tokens, k = reading.tokens, skip_the(reading.tokens.lower, q)
    end = k
    while end < len(tokens) and tokens.cap[end] and end not in reading.geo and end - k < _NAME:
        end += 1
    closed = end > k and (end == len(tokens) or tokens.lower[end] in _ENDS)
    plain = words("portfolio", "ministry").isdisjoint(tokens.lower[k:end])
    if not closed or not plain or k in reading.body:
        return None
    return Part(end, organization=reading.meant(tokens.span(k, end)))
