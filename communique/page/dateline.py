"""Datelines and date lines.

In: the first paragraph, or a line. Out: the place, day and agency that a dateline gives ("TEHRAN, Jan. 21 (MNA) – ")
and where the text proper starts; whether a line is nothing but a date, a time and the words beside them.
"""

import re
from functools import cache
from typing import NamedTuple

from communique.page.dates import DateMatch, Order, find_dates
from communique.registry import settings
from communique.registry.matcher import fold


class Dateline(NamedTuple):
    """What a dateline says: `lead` is the offset of the text behind it, `date` may lack its year."""

    place: str | None
    date: DateMatch | None
    lead: int


LONGEST = 150  # characters of a dateline
_SYNDICATED = re.compile(r"\([A-Z][A-Za-z]+\s?[-–—]\s?[^()]{2,60}(?:\([A-Z]{2,8}\)\s?)?\)\s*")  # "(MENAFN- Petra) "
# what parts a dateline from the text: a note in brackets, a dash, a colon, a bar
_BREAK = re.compile(
    r"(?P<paren>[\s,.]*[(\[](?P<inside>[^()\[\]]{1,80})[)\]])\s*(?P<after>[-–—−:|]{0,2})\s*"
    r"|(?P<dash>(?:,?\s[-–—−]{1,2}|[-–—−]{1,2}(?=\s)|[–—]|--)\s*)|(?P<colon>\s?:\s)|(?P<bar>\s?\|\s?)"
)
_SENTENCE = re.compile(r"[A-Z0-9À-ÞŠŽÇİ\"“‘'(«*]")
_FIELDS = re.compile(r"[,/|]|\.\s|\s[-–—]\s")
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\b(?:\s?[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?", re.IGNORECASE)
_ZONE = re.compile(
    r"\(?\b(?:UTC|GMT|EST|EDT|PST|PDT|CET|CEST|IST|BST|MSK|EAT|WIB|SGT|HKT|JST|PKT)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?\)?"
)
_PARTICLES = frozenset("de do da of el al es la le and el- al- bin".split())
_AGENCY_WORDS = frozenset(
    "news agency press media tv radio times wire newswire newsroom desk bureau service independent online post correspondent".split()
)


@cache
def _agencies() -> frozenset[str]:
    try:
        from communique.registry.publishers import agency_names
    except ImportError:
        return frozenset()
    return frozenset(fold(name) for name in agency_names())


@cache
def _capitals() -> frozenset[str]:
    from communique.registry.countries import countries

    return frozenset(fold(name) for country in countries().values() for name in (*country.capitals, country.name))


def is_agency(text: str) -> bool:
    """Whether a word in the place of a dateline is an agency and no place: "SANA", "NNA", "Ammon News"."""
    folded = fold(text.strip(" .,()"))
    if folded in _capitals():
        return False
    if folded in _agencies() or not _AGENCY_WORDS.isdisjoint(folded.split()):
        return True
    return text.isupper() and len(folded) <= 4 and folded.isalpha()


def _without_times(text: str, dates: list[DateMatch]) -> str:
    for match in reversed(dates):
        text = text[: match.start] + ", " + text[match.end :]
    for pattern in (_ZONE, _CLOCK, _WEEKDAY):
        text = pattern.sub(" ", text)
    return text


def _fields(head: str) -> list[str] | None:
    """The parts of a dateline without its dates; None if it holds other words than names."""
    fields = [field.strip(" .,;:") for field in _FIELDS.split(_without_times(head, find_dates(head)))]
    fields = [field for field in fields if field]
    for field in fields:
        words = field.split()
        named = all(word[0].isupper() or word in _PARTICLES for word in words)
        if not named or len(words) > 5 or not words[0][0].isupper() or words[0] in _NO_PLACES:
            return None
    return fields if len(fields) <= 4 else None


def _cut(text: str) -> tuple[str, int, bool] | None:
    """The head of a dateline, the offset of the text behind it and whether its form alone is proof."""
    head, lead, sure = "", 0, False
    position = 0
    for mark in _BREAK.finditer(text):
        part = text[position : mark.start()].strip()
        if head and not (is_agency(part) or part.isupper() or (part and not _fields(part) and find_dates(part))):
            break
        if not head and (not part or _fields(part) is None):
            break
        head = f"{head} - {part}" if head else part
        position = lead = mark.end()
        if mark["paren"]:
            inside = mark["inside"]
            sure = bool(mark["after"]) or (
                inside[:1].isupper() and (part.isupper() or "," in text[: mark.end()] or bool(find_dates(part)))
            )
            head = f"{head}, {inside}" if find_dates(inside) and not find_dates(head) else head
            break
        if mark["colon"]:
            break
        attached = (
            mark["dash"]
            and not mark["dash"][0].isspace()
            and mark["dash"][0] in "-−"
            and len(mark["dash"].strip()) == 1
        )
        sure = sure or not attached or part.isupper() or "," in part
    return (head, lead, sure) if head else None


_NO_PLACES = frozenset(
    "In On At The A An By For From To After Before During As It He She This That Mr Mrs Dr Minister President".split()
)


def read_dateline(text: str, order: Order = "dmy") -> Dateline:
    """The dateline that a first paragraph opens with.

    Args:
        text: the article's body or first paragraph.
        order: how a numeric date in it is read.

    >>> read_dateline("TEHRAN, Jan. 21 (MNA) – The envoy said so.")
    Dateline(place='TEHRAN', date=DateMatch(start=8, end=15, year=None, month=1, day=21, last_day=None), lead=24)
    >>> read_dateline("NNA - The envoy said so.").place is None
    True
    """
    opening = _SYNDICATED.match(text)
    offset = opening.end() if opening else 0
    found = _cut(text[offset : offset + LONGEST])
    if found is None:
        return Dateline(None, None, offset)
    head, lead, sure = found
    if not _SENTENCE.match(text, offset + lead):
        return Dateline(None, None, offset)
    fields = _fields(head) or []
    place = fields[0] if fields else None
    if place and (is_agency(place) or len(place) < 3):
        place = None
    elif place and not sure and not (place.isupper() or fold(place) in _capitals() or " " not in place):
        return Dateline(None, None, offset)
    dates = find_dates(text[offset : offset + lead], order)
    day = dates[0]._replace(start=dates[0].start + offset, end=dates[0].end + offset) if dates else None
    return Dateline(place, day, offset + lead)


@cache
def _cue_words() -> frozenset[str]:
    chrome = settings("chrome")
    return frozenset(word for cue in (*chrome["published"], *chrome["modified"]) for word in fold(cue).split())


_LINE_WORD = re.compile(r"[^\W\d_]+")
OTHER_WORDS = 3  # words that a date line may hold beside its dates: a section, an agency, a city


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a date, with a time, a weekday, a cue or a section's name beside it.

    >>> is_date_line("Published: Tuesday 24/December/2019 22:47 PM"), is_date_line("5 March 2024 - Ministers Meet in Rabat")
    (True, False)
    """
    if not any(map(str.isdigit, text)):
        return False
    dates = find_dates(text)
    if not any(match.year for match in dates):
        return False
    rest = _LINE_WORD.findall(_without_times(text, dates))
    others = [
        word for word in rest if fold(word) not in _cue_words() and fold(word) not in {"am", "pm", "th", "at", "by"}
    ]
    return len(others) <= OTHER_WORDS


def place_beside(line: str) -> str | None:
    """The place that a byline or date line names behind an agency: "PTI | Chennai | Updated: 24-09-2021", "TDT | Manama"."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) < 2 or not is_agency(parts[0]) or any(map(str.isdigit, parts[1])):
        return None
    words = parts[1].split()
    named = 0 < len(words) <= 3 and all(word[0].isupper() for word in words) and fold(words[0]) not in _cue_words()
    return parts[1] if named else None
