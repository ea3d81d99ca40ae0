"""On which day a page was published, and what says so.

In: the clues of a page: its metadata, the lines at the article's head and foot, the dateline, the body and the URL.
Out: the day and its source. The metadata are believed before a date line, that before the URL, that before a
sentence of the first paragraph ("Today, on March 6, 2023"). Nothing that belongs to the site is a clue.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from typing import NamedTuple

from communique.page.byline import said_byline
from communique.page.dates.calendar import DateMatch, Order, find_dates, parse_date
from communique.page.dates.dateline import LONGEST_LINE, WEEKDAY, is_clock, is_date_line
from communique.page.dates.in_url import date_in_url, month_in_url, year_in_url, years_in_url
from communique.page.names import buttons, is_name
from communique.page.vocabulary import menu_words, word_list
from communique.registry import settings
from communique.registry.matcher import Match, Matcher, fold

STATED = 80  # characters of a line that says nothing but when the article was published
CUED = 120  # characters of a line that opens with that
AHEAD = 7  # days that a first paragraph looks ahead: "will host on 3 July"
DELAY = 1  # days from the dateline to a line on the headline, and no more
TODAY = 40  # characters in which "Today, on " stands before the day
FEW = 8  # words beside a day and its hour
LEAD = 2000  # characters of a first paragraph in which the day is looked for
HEADED = 5  # words and more has another report's headline
BADGE = 12  # characters of a line that holds a part of a date
LONG_PAST = 30  # days before publication


class Clues(NamedTuple):
    """What may tell the day: `stated` is a crawler's guess, `head` and `foot` are the lines beside the paragraphs,
    `above` those on the headline, the nearest first, `below` all that follow the article, `title` is the headline,
    `dateline` may lack its year.
    """

    metadata: str | None
    head: list[str]
    foot: list[str]
    dateline: DateMatch | None
    body: str
    url: str | None
    order: Order = "dmy"
    above: Sequence[str] = ()
    below: Sequence[str] = ()
    stated: str | None = None
    title: str | None = None


def published_on(clues: Clues) -> tuple[date | None, str | None]:
    """The day of publication and its source ("metadata", "dateline", "url", "text"); two None if nothing says it."""
    if _is_list(clues.above):
        clues = clues._replace(above=())
    return next(((day, source) for source, day in _sources(clues) if day), (None, None))


def _sources(clues: Clues) -> Iterator[tuple[str, date | None]]:
    """What each clue says, the most trusted first; the others are read only if it says nothing."""
    yield "metadata", parse_date(clues.metadata)
    yield "dateline", _in_lines(clues.head, clues.order) or _in_lines(_joined(clues.head), clues.order)
    yield "metadata", parse_date(clues.stated)
    yield "dateline", _in_brackets(clues.title or "", clues.order)
    yield "dateline", _soon_after(clues, clues.dateline)
    yield "dateline", clues.dateline.date if clues.dateline and not clues.dateline.last_day else None
    foot = [line for line in clues.foot if not _is_changed(line)]
    yield "dateline", _in_lines(foot, clues.order)
    yield (
        "dateline",
        _in_lines(
            [line for line in _nearest(clues.above) if not (_is_days(line, clues) or _is_site_clock(line))], clues.order
        ),
    )
    further = [
        line for line in clues.above if not is_clock(line) or (_says_published(line) and not _is_site_clock(line))
    ]
    yield "dateline", _near(_in_lines(further, clues.order), date_in_url(clues.url))
    yield "dateline", _in_lines(clues.foot, clues.order)
    yield "url", date_in_url(clues.url)
    yield "dateline", _in_month(_in_lines(list(clues.above), clues.order), month_in_url(clues.url))
    yield "dateline", _completed(clues.dateline, clues.url)
    yield "dateline", _stated(clues.below, clues.order)
    yield "dateline", _soon_after(clues, _told_first(clues), AHEAD)
    yield "text", _in_text(clues.body, clues.order)
    yield "text", _in_number(clues.title or "", clues.order)
    yield "dateline", _right_above(clues)
    yield "dateline", _alone(clues.below, clues.order)


@cache
def _cues() -> Matcher[bool]:
    return Matcher(dict.fromkeys((cue for cue in settings("chrome")["published"] if cue != "on"), True))


_LETTER = re.compile(r"[^\W\d_]")
_TIME = re.compile(r"\d{4},?(?: [-–|])? \d\d:\d\d$")  # "Monday, 03 July 2017 18:20", as an article of Joomla has it
_TOLD = re.compile(r"\W*[A-Z]\w+(?: [\w-]+){0,3} [a-z]{4,}s? ")  # another report's headline behind its hour
_HOUR = re.compile(r",? ?(?:at )?\d{1,2}[:.]\d\d")
_NUMBER = re.compile(r"(?:No|Nr|N°)[.:]? ?\d{1,5}(?:/\d{2,4})?[,;:]? ?[-–—]? ?")
_ENTERED = re.compile(  # "This content was issued on 16.01.2019 and has been viewed 312 times"
    r"This (?:content|page|article|entry|post|news|item|document|text) (?:was|has been|is) (?:first )?"
    r"(?:issued|published|posted|added|created|entered|written) (?:on|at|by|in)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"[A-Z][a-z]+(?: [A-Z&][A-Za-z]*)* of $")  # "General News of Tuesday, 5 May 2015"
_SOURCE = re.compile(r"Source ?: ?\w")
_ROW = re.compile(r"\|| / ")  # between the parts of a row: "By / 22/05/2019 / Comments Off"
_EDGES = " ,.;|/–—-()[]"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# beside an institution, who issues a statement
_ISSUERS = frozenset(("service", "section", "division", "unit"))
_TOOLS = re.compile(r"\b(?:PDF|Print|E-?mail)\b(?!:)")


def _cue(line: str) -> Match[bool] | None:
    """The cue with which a line opens: "Date:", "Published on"."""
    return next((found for found in _cues().find(line[:40]) if found.start == 0), None)


def _is_site_clock(line: str) -> bool:
    """Whether a line with the time tells when the site was changed last: "Last update: 5 March 2024 10:15"."""
    return is_clock(line) and _is_changed(line)


def _is_changed(line: str) -> bool:
    """Whether a line opens with the cue of a later change: "Last modified: 18.01.2019"."""
    return any(found.start < BADGE for found in _modified().find(line[:40]))


def _is_days(line: str, clues: Clues) -> bool:
    """Whether a line with a weekday is today's in a site's header, and not an article's own.

    That has the time, too, or the day of a change beside it, or a line below the headline opens with the same day.
    Beside another day in the first paragraph it is not believed.
    """
    if any(map(_opening_day(line, clues.order).intersection, (_opening_day(head, clues.order) for head in clues.head))):
        return False
    if (weekday := WEEKDAY.search(line)) and _SECTION.match(line, 0, weekday.start()):
        return False
    own = _TIME.search(line) and _told_first(clues) is None
    return WEEKDAY.search(line) is not None and not (own or any(map(_is_changed, clues.above)))


def _opening_day(line: str, order: Order) -> set[date]:
    """The day with which a line opens, a weekday looked past; empty if there is none."""
    return {
        day.date
        for day in find_dates(line[:CUED], order)[:1]
        if day.date and not _LETTER.search(WEEKDAY.sub("", line[: day.start]))
    }


def _says_published(line: str) -> bool:
    """Whether a line is no site's clock: "Date: Thursday, 6 September 2018" opens with a cue, an article's buttons
    stand behind "Thursday, 6 September 2018. PDF Print E-mail"."""
    return _cue(line) is not None or len(_TOOLS.findall(line)) > 1


def _opens_published(line: str, order: Order) -> bool:
    """Whether a line opens with a cue and its day, whatever follows: "Published: Jul 9, 2021 Author: Office of …"."""
    cue = _cue(line) if len(line) <= CUED else None
    day = next(iter(find_dates(line, order)), None) if cue else None
    return bool(cue and day and day.year and not _LETTER.search(WEEKDAY.sub("", line[cue.end : day.start])))


def _is_timed(line: str, order: Order) -> bool:
    """Whether a few words hold a day with its hour: "Fri, Mar 22, 2019, 08:40 pm, Gazette News Desk, Accra"."""
    days = find_dates(line, order) if len(line) <= CUED and is_clock(line) else []
    named = sum(map(str.isalpha, line.split())) <= FEW and not _modified().find(line)
    hour = _HOUR.match(line, days[0].end) if named and days and days[0].year else None
    return hour is not None and not (days[0].start == 0 and _TOLD.match(line, hour.end()))


def _is_stated(line: str, order: Order) -> bool:
    """Whether a cue with its colon stands right before a day: "Ref: PR191, Issue Date: Sep 20, 2019", "Author: Lina
    Haddad  Date: 2019-09-20  Clicks:"; not "Event date:"."""
    days = find_dates(line, order) if len(line) <= CUED and ":" in line else []
    if not days or not days[-1].year or not word_list("other_day").isdisjoint(fold(line).replace(":", " ").split()):
        return False
    before = line[: days[-1].start].rstrip()
    return before.endswith(":") and any(found.end >= len(before) - 1 for found in _cues().find(before))


def _is_signed(line: str) -> bool:
    """Whether a line names the writer with a cue and ends with the day: "By Lina Haddad in Trade on 26 May 2023"."""
    days = find_dates(line) if len(line) <= CUED and any(map(str.isdigit, line)) else []
    return bool(days) and days[-1].year is not None and days[-1].end == len(line) and said_byline(line) is not None


def is_signed_off(line: str, order: Order = "dmy") -> bool:
    """Whether a line holds nothing but the day, the place and the office that issued a statement.

    >>> is_signed_off("Lima, August 13, 2019. Press Office, Peruvian Navy"), is_signed_off("Embassy opens, May 5, 2020")
    (True, False)
    """
    days = find_dates(line, order) if len(line) <= CUED and any(map(str.isdigit, line)) else []
    if len(days) != 1 or not days[0].year:
        return False
    before, behind = (part.strip(_EDGES) for part in (line[: days[0].start], line[days[0].end :]))
    if ":" in before:
        return False  # "Photo: Ministry of Trade, May 5, 2020"
    words = _WORD.findall(f"{before} {behind}")
    large = all(word[0].isupper() or word in word_list("weak") or word in ("the", "de", "del") for word in words)
    told = {word.lower() for word in words}
    verbs = any(not word_list(kind).isdisjoint(told) for kind in ("finite", "scenes", "events"))
    return large and not verbs and not told.isdisjoint(word_list("institutions") | _ISSUERS)


def _stated(lines: Sequence[str], order: Order) -> date | None:
    """The day that one line far below calls that of publication; None if several do: they are other articles'."""
    said = [line for line in lines if len(line) <= STATED and "publi" in line[:30].lower() and _says_published(line)]
    return _in_lines(said, order) if len(said) == 1 else None


def _alone(lines: Sequence[str], order: Order) -> date | None:
    """The day with its hour on the only line below the article that has a day: "17 June 2021, 13:21"."""
    days = [line for line in lines if len(line) <= STATED and find_dates(line, order)]
    timed = len(days) == 1 and is_date_line(days[0]) and is_clock(days[0]) and not _is_changed(days[0])
    return _in_lines(days, order) if timed else None


@cache
def _modified() -> Matcher[bool]:
    return Matcher(dict.fromkeys(settings("chrome")["modified"], True))


def _is_dated(line: str, order: Order) -> bool:
    """Whether a line is a date line, opens or ends with the day, or has it to itself between two bars."""
    if len(line) <= LONGEST_LINE and not find_dates(line, order):
        return False  # the cheap look first
    if is_date_line(line) or any(told(line, order) for told in (_opens_published, _is_timed, _is_stated)):
        return True
    if _is_signed(line) or is_signed_off(line, order) or (len(line) <= CUED and _ENTERED.match(line)):
        return True
    parts = _ROW.split(line) if len(line) <= CUED or said_byline(line.partition(" | ")[0]) else []
    return len(parts) > 1 and any(part.strip() and is_date_line(part) for part in parts)


def _in_lines(lines: list[str], order: Order) -> date | None:
    """The first date of the date lines, of those with a cue before others; one of a later change only if alone."""
    changed: list[date] = []
    dated = [line for line in lines if _is_dated(line, order)]
    for line in sorted(dated, key=_says_published, reverse=True) if len(dated) > 1 else dated:
        position = 0
        for match in find_dates(line, order):
            if match.date is None:
                continue
            if not _modified().find(line[position : match.start]):
                return match.date
            changed.append(match.date)
            position = match.end
    return changed[0] if changed else None


def _soon_after(clues: Clues, sent: DateMatch | None, ahead: int = 0) -> date | None:
    """The day of a line on the headline, if it is that of the dateline or of the first paragraph, or one of the next,
    or not more than `ahead` days before it.

    That may lack its year; what a site's clock tells is seldom so near.
    """
    day = _in_lines(list(clues.above), clues.order) if sent else None
    if sent is None or day is None or (sent.year and sent.year != day.year):
        return None
    passed = _passed(sent, day)
    return day if passed is not None and -ahead <= passed <= DELAY else None


def _passed(told: DateMatch, day: date) -> int | None:
    """The days from one, of the same year if it lacks its own, to another; None if there is no such one."""
    try:
        return (day - date(told.year or day.year, told.month, told.day)).days
    except ValueError:
        return None  # 29 February


def _nearest(above: Sequence[str]) -> Sequence[str]:
    """The line right above the headline, a count, a button, a section or the writer between the two looked past."""
    told = [
        line
        for line in above
        if (any(map(str.isalpha, line)) or find_dates(line))
        and not (_is_changed(line) or _is_link(line) or _SOURCE.match(line))
    ]
    return told[1:2] if told and (is_name(told[0]) or said_byline(told[0])) else told[:1]


def _is_link(line: str) -> bool:
    """Whether a line is a button or the name of a section: "Share", "Society"."""
    return fold(line) in buttons() or fold(line) in menu_words()


def _is_list(above: Sequence[str]) -> bool:
    """Whether the lines on a headline are other reports, each with its day below it."""
    if len(above) < 3 or len(above[1].split()) < HEADED or find_dates(above[1]):
        return False
    days = [find_dates(line) if is_date_line(line) and not is_clock(line) else [] for line in (above[0], above[2])]
    return all(days) and days[0][0].date != days[1][0].date


def _right_above(clues: Clues) -> date | None:
    """The day alone right on the headline, though it could be today's: "Monday, 4 May 2020".

    Where the first paragraph tells a later day or one long past, or the URL another month, it is not believed.
    """
    line = next(iter(clues.above), "")
    if not is_date_line(line) or _is_changed(line) or "°" in line:
        return None
    day, month, told = _in_lines([line], clues.order), month_in_url(clues.url), _told_first(clues)
    if day is None or month not in (None, (day.year, day.month)):
        return None
    passed = _passed(told, day) if told else 0
    return day if passed is not None and 0 <= passed <= LONG_PAST else None


def _first_paragraph(body: str) -> str:
    """The first paragraph, no more of it than tells the day."""
    return body[:LEAD].split("\n\n", 1)[0]


def _told_first(clues: Clues) -> DateMatch | None:
    """The first day that the first paragraph tells: "in Hanoi on March 5"."""
    return next(iter(find_dates(_first_paragraph(clues.body), clues.order)), None)


def _joined(lines: Sequence[str]) -> list[str]:
    """Runs of a few letters each as one line: a date of which day, month and year stand below each other."""
    runs = groupby(lines, lambda line: len(line) <= BADGE)
    return [" ".join(run) for short, run in runs if short]


def _near(day: date | None, other: date | None) -> date | None:
    """A day above the headline, unless the URL names quite another one: that of the crawl stands in a site's header."""
    return day if day and (other is None or abs((day - other).days) <= DELAY) else None


def _in_month(day: date | None, month: tuple[int, int] | None) -> date | None:
    """A day above the headline that agrees with the month in the URL, so that it is no clock."""
    return day if day and (day.year, day.month) == month else None


def _completed(dateline: DateMatch | None, url: str | None) -> date | None:
    """A dateline's day and month in the year that the URL names, or that stands before both in a number there."""
    if dateline is None or dateline.year:
        return None
    year = year_in_url(url) or next(iter(years_in_url(url, dateline.month, dateline.day)), None)
    if year is None:
        return None
    try:
        return date(year, dateline.month, dateline.day)
    except ValueError:
        return None


def _in_brackets(title: str, order: Order) -> date | None:
    """The day in brackets behind a headline: "Minister receives envoy [27/December/2017]"."""
    bracket = title.rpartition("[")[2] if title.endswith("]") else ""
    days = find_dates(bracket, order) if len(bracket) <= STATED else []
    return days[0].date if is_date_line(bracket, days) else None


def _in_number(title: str, order: Order) -> date | None:
    """The day behind the number with which a headline opens: "No: 187, 10 June 2022, Press Release"."""
    number = _NUMBER.match(title)
    day = next(iter(find_dates(title, order)), None) if number else None
    return day.date if number and day and day.start == number.end() else None


@cache
def _today() -> re.Pattern[str]:
    words = "|".join(map(re.escape, settings("splitting")["words"]["today"]))
    return re.compile(
        rf"\b(?:{words})\b[\s,(]{{0,3}}(?:(?:on|den|el|le)\s)?(?:the\s)?(?:[a-z]+day,?\s)?\Z", re.IGNORECASE
    )


def _in_text(body: str, order: Order) -> date | None:
    """The date that one of the first two paragraphs calls today, "Today, on March 6, 2023", "today (19 May 2018)", or
    with whose cue the text opens: "Posted on Mar 6, 2023 in News"."""
    opening = body[:CUED]
    if _opens_published(opening, order):
        return find_dates(opening, order)[0].date
    for part in body[:LEAD].split("\n\n", 2)[:2]:
        for day in find_dates(part, order):
            if day.date and _today().search(part, max(0, day.start - TODAY), day.start):
                return day.date
    return None
