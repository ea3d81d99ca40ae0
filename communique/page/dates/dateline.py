"""Datelines and date lines.

In: the first paragraph, or a line. Out: the place, day and agency that a dateline gives ("TEHRAN, Jan. 21 (MNA) – ")
and where the text proper starts; whether a line is nothing but a date, a time and the words beside them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from communique.page.dates.calendar import DateMatch, Order, find_dates
from communique.page.dates.words import capitals, country_names, is_agency, is_menu, words_beside
from communique.page.names import is_city
from communique.page.vocabulary import agencies, word_list
from communique.registry.matcher import fold


class Dateline(NamedTuple):
    """What a dateline says: `lead` is the offset of the text behind it, `date` may lack its year."""

    place: str | None
    date: DateMatch | None
    lead: int


LONGEST = 150  # characters of a dateline
MOST_NAMED = 6  # words of an agency's name in one
# an agency in brackets in front of all: "(KPL) ", "(MENAFN- Petra) "
_OPENING = re.compile(
    r"[(\[][A-Z][\w .&-]{1,40}(?:[-–—]\s?[^()\[\]]{2,60}(?:\([A-Z]{2,8}\)\s?)?)?[)\]]\s*[-–—:]{0,2}\s*"
)
# what parts a dateline from the text: a note in brackets or slashes, a dash, a colon, a bar
_BREAK = re.compile(
    r"(?P<note>[\s,.]*(?:[-–—](?=[(/]))?(?:[(\[](?P<inside>[^()\[\]]{1,80})[)\]](?:\s\[[A-Z][\w ]{2,30}\])?"
    r"|/\s?(?P<agency>[“\"«]?[A-Z][\w .«»“”\"'’()-]{1,40}?)\s?/))\s*"
    r"(?P<after>[-–—−:|._]{0,5})\s*"
    r"|(?P<dash>(?:,?\s[-–—−]{1,5}|[-–—−]{1,5}(?=\s)|[–—]|--)\s*)|(?P<line>\s*\n\n)|(?P<colon>\s?[:;](?:\s?[-–—]{1,2})?\s+)|(?P<bar>\s?\|\s?)"
)
_SENTENCE = re.compile(r"[a-z]{3,}\.[a-z]{2,3}\b|[A-Z0-9À-ÞŠŽÇİ\"“‘'(«*]")
_FIELDS = re.compile(r"[,/|]|(?<!\b[Ss][Tt])\.\s|\s[-–—]\s")
_HIJRI = re.compile(  # "Rajab 12, 1444 H", "Jumada I 09, 1440"
    r"(?:\b[A-Z][a-z]+(?: (?:I{1,2}|[Aa]l-[A-Z]?[a-z]+))? \d{1,2},? )?\b1[34]\d\d(?:\s?A?\.?H\b\.?|(?=,))"
)
# a day of another calendar with its year: "Yekatit 5, 2011", "Shrawan 11, 2081"
_FOREIGN = re.compile(r"\b[A-Z][a-z]{2,9} \d{1,2},? (?:1[34]|20)\d\d\b")
_BRACKETED = re.compile(r"[(\[]([A-Z][^()\[\]]{3,60})[)\]]\s*[-–—:]{0,2}\s*")  # "(Kigali, 5 August 2019) "
_DAY_BRACKET = re.compile(r"\(\s?([^()\s][^()]{4,30}\d)\s?\)\s?[-–—:]{1,2}\s?")  # "( March 27, 2021)-"
_DOTTED = re.compile(r"([A-ZÀ-Þ][\w'’ -]{2,30})\. ")  # "KIGALI. ", "Dar es Salaam. "
# "Riyadh, The minister met the envoy", "GNA Accra, Some fields"; not "Accra, Lomé agree"
_TOLD = re.compile(
    r"(?:[A-Z]{3,5} )?([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?), "
    r"(?=(A|An|The|His|Her|Some|In|On|At|Under|During|Following) )"
)
_HUNG = re.compile(
    r"([A-ZÀ-Þ][a-zà-þ]+(?: [A-ZÀ-Þ][a-zà-þ]+)?)[-–—](?=([A-Z][a-z]*) [a-z])"
)  # "Windhoek-Twelve of the"
_NAMED = re.compile(r"\(([A-Z][^()]{3,40}), ([A-Z][\w' -]{2,25})\)\s*[-–—:]{1,2}\s*")  # "(GAZETTE, COLOMBO) – "
# who speaks and where his office is: "(GAZETTE Secretariat, Turkeyen, Greater Georgetown, Guyana) "
_SEATED = re.compile(r"\(([A-Z][^(),]{3,60}), ([A-Z][\w' -]{2,25})(?:, [A-Z][\w' -]{2,25}){1,3}\)\s*[-–—:]{0,2}\s*")
_BEGINS = re.compile(r"[\s.,:_–—-]{0,4}(?=[\"“‘]?[A-Z][a-z]* ?[a-z])")
_TWIN = re.compile(r"[A-ZÀ-Þ' -]{4,30}(?:/ ?[A-ZÀ-Þ' -]{4,30}){1,2}(?=[,\s(])")  # "BERLIN/PARIS", "DOHA/ RIYADH"
_SITE = re.compile(r"[A-Za-z]+(?:\.[A-Za-z]{2,4}){1,2}$")  # "KONTAN.CO.ID"
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?", re.IGNORECASE)
CLOCK = re.compile(
    r"(?<![\d.])\b\d{1,2}[:.h]\d\d(?::\d\d)?\b(?!\.\d)(?:\s?[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?", re.IGNORECASE
)
_ZONE = re.compile(
    r"\(?\b(?:UTC|GMT|EST|EDT|PST|PDT|CET|CEST|IST|BST|MSK|EAT|WIB|SGT|HKT|JST|PKT)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?\)?"
)


_ARTICLES = ("a", "al", "le", "el", "den", "am", "on", "the", "this")  # "Lima, a 3 de marzo", "Lomé, le 3 mars"
_ARTICLE = re.compile(rf"(?<=[,.] )(?:{'|'.join(_ARTICLES)})\s$")
_LAST_LETTER = re.compile(r"\b[A-Z]\.[A-Z]$")
_PARTING = frozenset("()[]/-–—−:;|0123456789")


def _without_times(text: str, dates: list[DateMatch]) -> str:
    for match in reversed(dates):
        text = _ARTICLE.sub("", text[: match.start]) + ", " + text[match.end :]
    for pattern in (_HIJRI, _FOREIGN, _ZONE, CLOCK, WEEKDAY) if any(map(str.isdigit, text)) else (_ZONE, WEEKDAY):
        text = pattern.sub(" ", text)
    return text


@lru_cache(maxsize=64)  # asked again and again of the same few words
def name_fields(head: str) -> tuple[str, ...] | None:
    """The parts of a dateline without its dates; None if it holds other words than names."""
    if not any(map(str.isdigit, head)) and any(map(_is_plain, head.split())):
        return None  # the cheap look first: nothing of a date can be taken out
    parts = _FIELDS.split(_without_times(head, find_dates(head, bare=True)))
    fields = tuple(filter(None, map(_trimmed, parts)))
    for i, field in enumerate(fields):
        words = field.split()
        named = all(
            word[0].isupper() or word.isdigit() or word in word_list("particles") or word == "&" for word in words
        )
        if named and fold(field).removeprefix("the ") in capitals():
            continue
        if (
            not named
            or len(words) > 5
            or not words[0][0].isupper()
            or (
                fold(words[0]) in word_list("no_place")
                and not (i and len(field) == PROVINCE and field.isupper())  # "OTTAWA, ON, Oct. 21"
                and not (len(words) > 1 and words[0].title() == "The" and (i or is_city(field)))
            )
        ):  # "Tashkent, April 4, The Gazette:"
            return None
    return fields if len(fields) <= 4 else None


def _trimmed(field: str) -> str:
    """A field without what stands around it, the full stop of an abbreviation kept: "Washington D.C."."""
    bare = field.strip(" .,;:").strip()
    return f"{bare}." if _LAST_LETTER.search(bare) and f"{bare}." in field else bare


def _is_plain(word: str) -> bool:
    """Whether a word is no name, nor may stand among names."""
    return word[0].islower() and word.rstrip(".,;:") not in word_list("particles") and not WEEKDAY.match(word)


def _opens_plainly(text: str) -> bool:
    """Whether a word that no dateline has comes before all that could part one from the text: the cheap look first."""
    for word in text.partition("\n")[0].split():
        if not _PARTING.isdisjoint(word):
            return False
        if _is_plain(word) and word not in _ARTICLES:
            return True
    return False


class _Head(NamedTuple):
    """What stands before the text proper: the words, the offset behind them, whether their form alone is proof."""

    text: str
    lead: int
    sure: bool


def _head(text: str) -> _Head | None:
    """The head of a dateline: names and dates up to a note, a colon or a last dash."""
    if _opens_plainly(text):
        return None
    head, lead, sure = "", 0, False
    for mark in _BREAK.finditer(text):
        part = text[lead : mark.start()].strip()
        fields = name_fields(part)
        new = not head or is_agency(head) or not name_fields(head)  # so far an agency or a date, the place follows
        told = fields is not None and all(map(is_agency, fields))  # a date and an agency
        plain = len(part.split()) > MOST_NAMED and any(map(_is_plain, part.split()))  # a sentence that names an agency
        named = fields is not None if new else told or part.isupper() or (is_agency(part) and not plain)
        if not part or not named:
            break
        head, lead = part if not head or (new and fields) else head, mark.end()
        if mark["note"]:
            note = mark["agency"] or mark["inside"]
            if text[lead : lead + 1] == ",":
                lead += 1  # "New Delhi [India], July 5"
                continue
            if not name_fields(head) and name_fields(note) and not is_agency(note):
                return _Head(note, lead, True)  # "September 2, 2019 (JUBA) –"
            proof = part.isupper() or "," in part or find_dates(part, bare=True) or is_agency(note)
            head = f"{head}, {note}" if find_dates(note) and not find_dates(head) else head
            return _Head(head, lead, bool(mark["after"] or (note[0].isupper() and proof)))
        if mark["colon"] and not find_dates(head) and _opens_dated(text[lead:]):
            continue  # "Georgetown, Guyana: May 5, 2021 – "
        if mark["colon"] and (not name_fields(head) or is_agency(head)):
            sure = True
            continue  # "May 5, 2021: Georgetown – ", "GINA: Georgetown – "
        if mark["colon"] or mark["line"]:
            return _Head(head, lead, sure or bool(mark["line"]))
        hyphen = mark["dash"] and mark["dash"].strip() in {"-", "−"} and not mark["dash"][0].isspace()
        sure = sure or not hyphen or part.isupper() or "," in part
    return _Head(head, lead, sure) if head else _dated_head(text)


def _opens_dated(text: str) -> bool:
    """Whether a text opens with a date, a weekday in front of it looked past."""
    weekday = WEEKDAY.match(text)
    begin = weekday.end() + len(text[weekday.end() :]) - len(text[weekday.end() :].lstrip(" ,")) if weekday else 0
    return any(match.start == 0 for match in find_dates(text[begin : begin + 30]))


def _dated_head(text: str) -> _Head | None:
    """A head that ends with its date and a full stop, or its year: "BAKU, Azerbaijan, May 27. The ministry …"."""
    first = next(iter(find_dates(text[:80], bare=True)), None)
    stop = _FULL_STOP.match(text, first.end) if first else None
    if stop is None and first and (behind := _AGENCY_BEHIND.match(text, first.end)) and is_agency(behind[1]):
        stop = behind  # "Amman, Jan 15, IRNA Foreign Minister …"
    fields = name_fields(text[: first.start]) if first else None
    if stop is None and first and first.year and fields and not is_agency(fields[0]):
        stop = _BEGINS.match(text, first.end)  # "Georgetown, DPI, March 3, 2021 The minister …"
    if first is None or stop is None or not fields:
        return None
    return _Head(text[: first.end], stop.end(), True)


_AGENCY_BEHIND = re.compile(r", ?([A-Z]{3,12}) (?=[\"“]?[A-Z][a-z]|[\"“]?A )")
_FULL_STOP = re.compile(r"(?:[.,] ?[A-Z]{3,})?\.\s")  # an agency may stand behind the date


def _place(fields: Sequence[str], text: str) -> str | None:
    """The first field that is a place; agencies may stand before it ("APA-Dakar", "TASS, Moscow", "GNA Accra")."""
    if len(fields) > 1 and fold(fields[0].split()[-1]) in word_list("premises") and fold(fields[1]) in capitals():
        return fields[1]  # "Stenbock House, Tallinn"
    for i, field in enumerate(fields[:2]):
        before, dash, behind = field.partition("-")
        if dash and is_agency(before) and (fold(before) in agencies() or fold(behind.strip()) in capitals()):
            field = behind.strip()
        elif dash and fold(behind.strip()) in agencies() and is_city(before.strip()):
            field = before.strip()  # "ADEN-SABA"
        before, space, behind = field.partition(" ")
        if space and fold(before) in agencies() and (fold(behind) in capitals() or is_city(behind)):
            field = behind  # "AKP Phnom Penh"
        long = len(field) > 2 or (len(field) == 2 and field.istitle() and is_city(field))  # "Ho"
        if long and not any(map(str.isdigit, field)) and not is_agency(field) and f"({field})" not in text:
            return field if not i or fold(field) in capitals() or is_city(field) else None
    return None


def _is_office(place: str) -> bool:
    return fold(place).replace("-", " ").split()[-1] in word_list("titles")


def _bracketed(text: str, order: Order) -> Dateline | None:
    """A dateline in brackets with its day: "(Kigali, 5 August 2019) "."""
    found = _BRACKETED.match(text)
    dates = find_dates(found[1], order) if found else []
    fields = name_fields(found[1]) if found and dates else None
    if found is None or not fields or is_agency(fields[0]):
        return None
    return Dateline(fields[0], dates[0]._replace(start=dates[0].start + 1, end=dates[0].end + 1), found.end())


def _shouted(text: str) -> Dateline:
    """A city with a full stop, or behind a paper in brackets: "KIGALI. ", "(GAZETTE, COLOMBO) – "."""
    noted = _NAMED.match(text)
    if noted and is_city(noted[2]):
        return Dateline(noted[2], None, noted.end())
    seated = _SEATED.match(text)
    if seated and not word_list("institutions").isdisjoint(fold(seated[1]).split()):
        return Dateline(seated[2], None, seated.end())
    told = _TOLD.match(text)
    if told and is_city(told[1]) and not is_city(told[2]) and not (told[2].isupper() and len(told[2]) > 1):
        return Dateline(told[1], None, told.end(1) + 2)
    hung = _HUNG.match(text)
    if hung and fold(hung[1]) in capitals() - country_names() and not is_city(hung[2]):
        return Dateline(hung[1], None, hung.end(1) + 1)
    found = _DOTTED.match(text)
    city = found and _SENTENCE.match(text, found.end()) and is_city(found[1])
    return Dateline(found[1], None, found.end()) if found and city else Dateline(None, None, 0)


def _dated(text: str, order: Order) -> Dateline | None:
    """A day with its year that opens the text, a sentence right behind it: "April 20, 2024The ministers met", or a dash
    and the sentence where it stands in brackets: "(April 20, 2024)-Ministers met".
    """
    if (bracket := _DAY_BRACKET.match(text)) and (inside := find_dates(bracket[1], order)):
        at = bracket.start(1)
        told = inside[0]._replace(start=inside[0].start + at, end=inside[0].end + at)
        whole = told.year and (told.start, told.end) == bracket.span(1) and _SENTENCE.match(text, bracket.end())
        return Dateline(None, told, bracket.end()) if whole else None
    day = next(iter(find_dates(text[:40], order)), None)
    begins = _BEGINS.match(text, day.end) if day and day.year and day.start == 0 else None
    return Dateline(None, day, begins.end()) if begins else None


def read_dateline(text: str, order: Order = "dmy") -> Dateline:
    """The dateline that a first paragraph opens with.

    Args:
        text: the article's body or first paragraph.
        order: how a numeric date in it is read.

    >>> read_dateline("TEHRAN, Jan. 21 (MNA) – The envoy said so.")
    Dateline(place='TEHRAN', date=DateMatch(start=8, end=15, year=None, month=1, day=21, last_day=None), lead=24)
    >>> read_dateline("NNA - The envoy said so.")
    Dateline(place=None, date=None, lead=6)
    """
    if bracketed := _bracketed(text, order):
        return bracketed
    opening = _OPENING.match(text)
    offset = opening.end() if opening and _SENTENCE.match(text, opening.end()) else 0
    head = _head(text[offset : offset + LONGEST])
    if head is None or not _SENTENCE.match(text, offset + head.lead):
        if not offset:
            return _dated(text, order) or _shouted(text)
        alone = text[1:offset].replace("]", ")").partition(")")[0]  # "(Accra) – "
        return Dateline(alone if is_city(alone) and not is_agency(alone) else None, None, offset)
    twin = _TWIN.match(head.text + " ")
    known = twin is not None and not any(map(is_agency, twin[0].split("/")))
    noted = f"({head.text})" in text[:LONGEST]  # the place itself stands in brackets
    fields = name_fields(head.text) or ()
    place = twin[0] if twin and known else _place(fields, "" if noted else text)
    # "The Portugal–Cape Verde group", "Vice-Premier – Minister of Trade X", "X, Vice-Premier – Minister of Trade"
    if place and (any(map(_is_office, fields)) or (place.startswith("The ") and not is_city(place))):
        return Dateline(None, None, offset)
    known_place = place and (place.isupper() or fold(place) in capitals() or " " not in place or is_city(place))
    if place and _SITE.match(place):
        inner = _shouted(text[offset + head.lead :])
        return Dateline(inner.place, None, offset + head.lead + inner.lead)
    if place and not (head.sure or known_place):
        return Dateline(None, None, offset)
    dates = find_dates(text[offset : offset + head.lead], order, bare=True)
    lead = offset + head.lead
    if noted_behind := _OPENING.match(text, lead):  # "Lahore: (Web Desk) The minister"
        lead = noted_behind.end() if _SENTENCE.match(text, noted_behind.end()) else lead
    if not dates and (late := _dated(text[lead:], order)) and late.date:  # "ASMARA (HAN) May 9.2016. "
        moved = late.date._replace(start=late.date.start + lead, end=late.date.end + lead)
        return Dateline(place, moved, lead + late.lead)
    day = dates[0]._replace(start=dates[0].start + offset, end=dates[0].end + offset) if dates else None
    return Dateline(place, day, lead)


def is_clock(line: str) -> bool:
    """Whether a date line tells what day it is, as a site's header does: with a weekday or the time."""
    return bool(WEEKDAY.search(line) or CLOCK.search(line))


_LINE_WORD = re.compile(r"[^\W\d_]+")
_AGENCY_DASH = re.compile(r"^(.{2,30}?) ?([-–—]) ?([A-Z]\w+)$")
PROVINCE = 2  # letters of one behind its city
LONGEST_LINE = 400  # characters of a date line, those of its whole head on one line included
OTHER_WORDS = 3  # words that a date line may hold beside its dates: a section, an agency, a city


def is_dateline(text: str) -> bool:
    """Whether a line is nothing but a dateline: "Baku, March 9, AZERTAC", or a capital's name.

    >>> is_dateline("Baku, March 9, AZERTAC"), is_dateline("ADEN - SABA"), is_dateline("Ministers meet")
    (True, True, False)
    """
    place, dash, source = next(filter(None, _AGENCY_DASH.findall(text)), ("", "", ""))
    if dash and fold(source) in agencies() and is_city(place):
        return True  # "Lomé – ATOP"
    if len(text) <= LONGEST and text[-1] in "–—-:" and (head := read_dateline(f"{text} The")).place:
        return head.lead > len(text)  # "AKP Phnom Penh, September 27, 2018 —"
    fields = name_fields(text) if len(text) <= LONGEST else None
    dates = find_dates(text) if fields else []
    if not fields or is_agency(fields[0]) or any(match.year for match in dates):
        return False
    dated = bool(dates)
    if len(fields) == 1 and not dated and fold(fields[0]) in country_names():
        return False  # a section of the site
    shouted = len(fields) == 1 and text.isupper() and not is_menu(text) and is_city(text)  # "ISTANBUL"
    return shouted or all(fold(field) in capitals() for field in fields) or (dated and len(fields) > 1)


def is_date_line(text: str, dates: list[DateMatch] | None = None) -> bool:
    """Whether a line is nothing but a date, with a time, a weekday, a cue or a section's name beside it.

    Args:
        text: the line.
        dates: its dates, where they are known already.

    >>> is_date_line("Published: Tuesday 24/December/2019 22:47"), is_date_line("5 March 2024 - Ministers Meet in Fes")
    (True, False)
    """
    if len(text) > LONGEST_LINE:
        return False
    dates = find_dates(text) if dates is None else dates
    if not any(match.year for match in dates):
        return False
    rest = _LINE_WORD.findall(_without_times(text, dates))
    places = {
        word for field in _FIELDS.split(text) if fold(field.strip()) in capitals() for word in _LINE_WORD.findall(field)
    }
    others = {word for word in rest if word not in places and fold(word) not in words_beside()}
    return len(others) <= OTHER_WORDS and word_list("other_day").isdisjoint(map(str.lower, others))
