"""Calendar dates in a text.

In: any text. Out: every date in it that exists in the calendar, with its place in the text. Each number of the text
is looked at once, with the few words around it; month names are data (`registry/months.toml`). Solar Hijri dates are
turned into Gregorian ones after Borkowski, "The Persian calendar for 3000 years" (1996).
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from communique.registry import settings, split_list
from communique.registry.matcher import Matcher, fold

Order = Literal["dmy", "mdy"]

EARLIEST, LATEST = 1900, 2100  # years of pages that can be meant
FAR = 50  # a year of two figures, from which on it is none of a page


class DateMatch(NamedTuple):
    """One date: `text[start:end]` is how it is printed.

    `year` is None where none is printed ("Sept. 8"). Of a range of days ("5-6 October") `day` is the first and
    `last_day` the last.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    last_day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, if the year is known."""
        return date(self.year, self.month, self.day) if self.year else None


# some numeric form can be there
_DIGITS = re.compile(r"\d(?:[-./]\d{1,2}[-./]\d|\d{3} \d\d \d\d|\d{7}| ?[-./年년] ?\d{1,2} ?[-./月월] ?\d)", re.ASCII)
_NUMERIC = re.compile(r"(?<![\w.,/-])(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\w/-]|\.\d)", re.ASCII)
_NUMERIC_LAST = re.compile(  # the hour may hang on the year: "07.02.202310:26"
    r"(?:(?<![\w.,/-])|(?<=[ a-z],))(\d{1,2})([-./])(\d{1,2})\2"
    r"(\d{4}(?=\d\d:\d\d)|(?:\d{4}|\d\d)(?![\w/-]|[.,]\d))",
    re.ASCII,
)
# "12 / 03 / 2021", "2021 - 03 - 12", "2021年3月12日"
_SPACED = re.compile(
    r"(?<![\w.,/-])(\d{4}|\d\d?) ([-./]) (\d\d?) \2 (\d{4}|\d\d?)(?![\w/-]| [-./] ?\d|[.,]\d)", re.ASCII
)
_PLAIN = re.compile(
    r"(?<![\w.,/-])(?<!\d )((?:19|20)\d\d) (0[1-9]|1[0-2]) ([0-2]\d|3[01])(?![\w/-]| \d|[.,]\d)", re.ASCII
)  # Lithuanian
_CJK = re.compile(r"(\d{4}) ?[年년] ?(\d\d?) ?[月월] ?(\d\d?) ?[日일]", re.ASCII)
# between slashes as in "Baku/27.06.22/Trend", where the month's nought tells that it is no version, and alone
_DOTTED = re.compile(
    r"(?<=[^\W\d]/)([0-3]\d)\.(\d\d)\.((?:20)?\d\d)(?=/)|(?<![\w.,/-])([0-3]\d)\.(0\d)\.(\d\d)(?=$|[\s),;|])"
    r"|\A\s*([0-3]\d)\.(1[0-2])\.(\d\d)\s*\Z"
)
_COMPACT = re.compile(
    r"(?<!\w)(?<![A-Za-z] \d\d, )(?<![A-Za-z] \d, )((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\w)", re.ASCII
)
_ISO_TIME = re.compile(r"(?<![\w.,/-])(\d{4})-(\d\d)-(\d\d)(?=T\d\d:)", re.ASCII)
ALONE = 40  # characters of a line in which "12-03-21" is a date
SHORT = 400  # characters of a text whose dates are remembered, and no fewer than a date line's
_TEN = "0123456789"
_NUMBER = re.compile(r"\d+")
# what may follow a day number up to its month: "1st of May", "24/December", "5 to 6 October", "12. März", "13 de marzo"
_TO_MONTH = re.compile(
    r"(?:st|nd|rd|th|º|er|-го)?(?:\s{0,3}(?:-|–|—|/|to|till|until|through|and|&|y|au)\s{0,3}(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?)?"
    r"[\s./,-]{0,3}(?:(?:day of|of|de|do|d')\s{1,3})?",
    re.IGNORECASE,
)
_MONTH_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# "7 August 2016", "7 August / Aug 2016"
_TO_YEAR = re.compile(r"\.?(?: / [A-Z][a-z]{2}\b)?[\s/,،-]{0,3}(?:(?:de|del|do|of)\s{1,3})?(\d{4})(?!\d|:\d)")
_DAY_AFTER = re.compile(  # ", 1st": "Oct, 1st, 2020"
    r"\.?(?:[\s/-]{0,3}|, (?=\d\d?(?:st|nd|rd|th)?,? (?:19|20)\d\d))(?:the\s)?"
    r"(\d{1,2})(st|nd|rd|th|)(?![\d:%]|\.(?!(?:19|20)\d\d\b)\d|,\d{3}(?!\d))"
    r"(?:\s{0,2}(?:-|–|—|to|till|until|through|and|&)\s{0,2}(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d:%]))?",
    re.IGNORECASE,
)
# the numbers of comments and views may hang on the year: "December 16, 20210103"
_YEAR_AFTER_DAY = re.compile(
    r"(?: \d\d:\d\d:\d\d(?: [A-Z]{3,4})?)?\s?[,.،]?[\s/-]{0,3}(?:of\s)?(\d{4}(?!\d|:\d)|(?<=, )20\d\d(?=\d{1,6}$))"
)
# "12-Mar-21", "Mar 12, '21"; without a mark only where nothing but the time follows: "12 Mar, 21 | 10:30"
_YEAR_OF_TWO = re.compile(r"(?:[-/]|[\s,]{1,2}['’])([0-3]\d)(?![\d:])|[\s,]{1,2}([0-3]\d)(?=\s*(?:$|[|·•]|\d\d?:\d\d))")
_YEAR_BEFORE = re.compile(r"((?:1[0-9]|20)\d\d)(?: m\. |[\s,./-]{1,2})\Z")  # "2021 m. kovo 9 d."


class _Month(NamedTuple):
    calendar: str
    number: int
    english: bool


@cache
def _months() -> dict[str, _Month]:
    names: dict[str, _Month] = {}
    for calendar, languages in settings("months").items():
        for language, cells in languages.items():
            for number, cell in enumerate(cells, 1):
                for name in split_list(cell):
                    names.setdefault(fold(name), _Month(calendar, number, language == "en"))
    return names


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_MONTH_WORD.findall(name)[0] for name in _months())


def persian_to_gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a Solar Hijri one; None if there is no such day.

    >>> persian_to_gregorian(1403, 1, 1)
    datetime.date(2024, 3, 20)
    """
    breaks = (1210, 1635, 2060)
    if not (breaks[0] <= year < breaks[1] and 1 <= month <= 12):
        return None
    leap = (year * 8 + 29) % 33 < 8  # the 33-year cycle, right from 1178 to 1633
    length = 31 if month <= 6 else 30 if month < 12 or leap else 29
    if not 1 <= day <= length:
        return None
    passed = year - 1
    leaps = (passed * 8 + 29) // 33
    days = passed * 365 + leaps + (month - 1) * 30 + min(month - 1, 6) + day - 1
    return date(622, 3, 21) + timedelta(days=days)  # the cycle run back from 1 Farvardin 1403 = 20 March 2024


def calendar_day(
    start: int, end: int, year: int | None, month: int, day: int, last: int | None = None
) -> DateMatch | None:
    """A date printed at `start` to `end`; None if the calendar has no such day."""
    if year is not None and not EARLIEST <= year <= LATEST:
        return None
    try:
        date(year or 2000, month, day)
        if last is not None:
            date(year or 2000, month, last)
    except ValueError:
        return None
    return DateMatch(start, end, year, month, day, last if last and last > day else None)


def _calendar(
    start: int, end: int, year: int | None, month: _Month, day: int, last: int | None, bare: bool
) -> DateMatch | None:
    """The date of a month by name, in its calendar; in other tongues than English it needs its year if not `bare`."""
    if month.calendar == "gregorian":
        return calendar_day(start, end, year, month.number, day, last) if year or month.english or bare else None
    if month.calendar == "persian" and year:
        found = persian_to_gregorian(year, month.number, day)
        return DateMatch(start, end, found.year, found.month, found.day) if found else None
    return None


def _month_at(text: str, at: int) -> tuple[_Month, int] | None:
    """The month whose name starts at `at` and where it ends; of several the longest ("Kanoun al-Thani").

    An English one without its capital ("may") is taken as little for granted as one of another tongue.
    """
    word = _MONTH_WORD.match(text, at)
    if word is None or word.end() - at > 20 or fold(word[0]) not in _first_words():
        return None
    ends = [word.end()]
    second = _MONTH_WORD.match(text, word.end() + 1) if text[word.end() : word.end() + 1] == " " else None
    if second:
        ends.append(second.end())
    for end in reversed(ends):
        month = _months().get(fold(text[at:end]))
        if month:
            return month._replace(english=month.english and not text[at].islower()), end
    return None


def _day_first(text: str, number: re.Match[str], bare: bool) -> DateMatch | None:
    """ "12 March 2024", "5 to 6 October", "24/December/2019", "26th Feb, 2020"."""
    if not (gap := _TO_MONTH.match(text, number.end())) or not (found := _month_at(text, gap.end())):
        return None
    month, end = found
    year = _TO_YEAR.match(text, end) or _YEAR_OF_TWO.match(text, end)
    value = _year(year[year.lastindex or 1] if year else None, month)
    end = year.end() if year and value else end
    return _calendar(number.start(), end, value, month, int(number[0]), int(gap[1]) if gap[1] else None, bare)


def _month_first(text: str, start: int, month: _Month, end: int, bare: bool) -> DateMatch | None:
    """ "March 12, 2024", "Sept. 8", "October 5-6", "2024 March 12"."""
    day = _DAY_AFTER.match(text, end)
    if day is None:
        return None
    last, stop = (day[3], day.end()) if day[3] else (None, day.end(2))
    if last and _month_at(text, day.end() + 1):
        last, stop = None, day.end(2)  # "Sept. 8 and 26 Feb"
    several = last or (text[end : end + 1] == " " and text[stop : stop + 1] == "/")  # "March 14/15"
    year = _YEAR_AFTER_DAY.match(text, stop) or (None if several else _YEAR_OF_TWO.match(text, stop))
    value = _year(year[year.lastindex or 1] if year else None, month)
    if value is None and (before := _YEAR_BEFORE.search(text, max(0, start - 8), start)):
        start, value = before.start(), _year(before[1], month)
    end = year.end() if year and value else stop
    return _calendar(start, end, value, month, int(day[1]), int(last) if last else None, bare)


def _year(digits: str | None, month: _Month) -> int | None:
    low, high = (1210, 1634) if month.calendar == "persian" else (EARLIEST, LATEST)
    year = int(f"20{digits}" if len(digits) == 2 else digits) if digits else 0
    return year if low <= year <= high else None


def is_numeric(text: str) -> bool:
    """Whether some numeric form can be there; the cheap look first."""
    return any(map(text.__contains__, _TEN)) and _DIGITS.search(text) is not None


def _numeric(text: str, order: Order) -> list[DateMatch]:
    if not is_numeric(text):
        return []
    found = [calendar_day(*m.span(), int(m[1]), int(m[3]), int(m[4])) for m in _NUMERIC.finditer(text)]
    found += [calendar_day(*m.span(), int(m[1]), int(m[2]), int(m[3])) for m in _ISO_TIME.finditer(text)]
    found += [calendar_day(*m.span(), int(m[1]), int(m[2]), int(m[3])) for m in _COMPACT.finditer(text)]
    found += [
        calendar_day(*m.span(), int(m[1]), int(m[2]), int(m[3]))
        for pattern in (_CJK, _PLAIN)
        for m in pattern.finditer(text)
    ]
    for m in _NUMERIC_LAST.finditer(text):
        alone = m[2] == "-" and len(text) <= ALONE
        if len(m[4]) == 4 or m[2] == "/" or alone:  # "10.12.14" is as often a version or a score
            found.append(_year_last(m.span(), m[2], (m[1], m[3], m[4]), order))
    for m in _SPACED.finditer(text):
        if len(m[1]) == 4:
            found.append(calendar_day(*m.span(), int(m[1]), int(m[3]), int(m[4])))
        elif len(m[4]) == 4:
            found.append(_year_last(m.span(), m[2], (m[1], m[3], m[4]), order))
    found += [_year_last(m.span(), ".", [part for part in m.groups() if part], order) for m in _DOTTED.finditer(text)]
    return [match for match in found if match]


def _year_last(span: tuple[int, int], mark: str, parts: Sequence[str], order: Order) -> DateMatch | None:
    """ "12/03/2021", "12.03.21"; in the other order where there is no such day; "28-2-60" belongs to a telephone."""
    first, second, year = map(int, parts)
    if len(parts[2]) == 2:
        year += 2000 if year < FAR else 0
    day, month = (first, second) if order == "dmy" or mark == "." else (second, first)
    return calendar_day(*span, year, month, day) or calendar_day(*span, year, day, month)


def find_dates(text: str, order: Order = "dmy", *, bare: bool = False) -> list[DateMatch]:
    """Every date printed in `text`, in order, without overlap.

    Args:
        text: any text.
        order: how "03/12/2024" is read where both readings exist; `numeric_order` tells it of a page.
        bare: whether months of other tongues than English count without a year ("3 mars"), as they do in datelines.

    Returns:
        The dates that exist in the calendar; Solar Hijri ones as Gregorian days. Weekdays and times are no dates.

    >>> [(m.year, m.month, m.day) for m in find_dates("Sept. 8 and 26th Feb, 2020, not 31 April 2020")]
    [(None, 9, 8), (2020, 2, 26)]
    """
    return list(_short_dates(text, order, bare)) if len(text) <= SHORT else _dates(text, order, bare)


_HOUR = re.compile(r"\d:\Z")
# "Vol. 12 No. 4, March 2021"; not "# 12 March 2021"
_ISSUE = re.compile(r"(?:\b(?:No|Nr|Vol|Issue|Number)\.?|(?<=.)[#№º])\s?$", re.IGNORECASE)


@lru_cache(maxsize=4096)  # a page's lines at the head and the foot are asked about again and again
def _short_dates(text: str, order: Order, bare: bool) -> tuple[DateMatch, ...]:
    return tuple(_dates(text, order, bare))


def _dates(text: str, order: Order, bare: bool) -> list[DateMatch]:
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        return []
    found = _numeric(text, order)
    days = [number for number in numbers if len(number[0]) <= 2]
    if not days:
        return _with_years(text, sorted(found))
    taken = {i for match in found for i in range(match.start, match.end)}
    glued = any(text[n.start() - 1 : n.start()].isalnum() or text[n.end() : n.end() + 1].isalnum() for n in numbers)
    months = [word.start for word in _MONTHS.find(_DIGIT.sub(" ", text) if glued else text)]
    for number in days if months else ():
        start, stop = number.span()
        if start in taken or _ISSUE.search(text[max(0, start - 8) : start]):
            continue
        if _HOUR.search(text, max(0, start - 2), start):
            continue  # the minutes of "16:02 March 05, 2021"
        match = _before(text, number, bare) if any(start - BEFORE <= month < start for month in months) else None
        if match is None or match.start in taken:
            match = _day_first(text, number, bare) if any(stop <= month <= start + BEHIND for month in months) else None
        if match and match.start not in taken:
            found.append(match)
            taken.update(range(match.start, match.end))
    return _with_years(text, sorted(found))


_UP_TO = re.compile(r"\s{0,2}(?:-|–|—|to|until|till|through)\s{0,2}(?:(?:on|the)\s)?")
_BETWEEN = re.compile(r"between (?:the )?\Z")
_AND = re.compile(r"\s(?:and|&)\s(?:the\s)?")


def _with_years(text: str, dates: list[DateMatch]) -> list[DateMatch]:
    """The dates, the first day of a span in the year of its last one: "28 September to 3 October 2018"."""
    for i, (one, other) in enumerate(pairwise(dates)):
        if one.year or not other.year:
            continue
        between = _BETWEEN.search(text, max(0, one.start - 12), one.start)
        if not (_AND if between else _UP_TO).fullmatch(text, one.end, other.start):
            continue
        year = other.year - (one.month > other.month)
        dates[i] = calendar_day(one.start, one.end, year, one.month, one.day, one.last_day) or one
    return dates


def _month_words() -> dict[str, None]:
    return dict.fromkeys(_first_words())


_MONTHS = Matcher(_month_words)


# blanked, so that "13Feb2019" and "26thMay" have the word of a month
_DIGIT = re.compile(r"[0-9]|(?<=[0-9])[snrt](?=[tdh][A-Z])|(?<=[0-9][snrt])[tdh](?=[A-Z])")


BEFORE, BEHIND = 32, 60  # characters around a day in which its month stands
_WORDS_BEFORE = re.compile(
    r"([^\W\d_]+(?:['’-][^\W\d_]+)*)(?: ([^\W\d_]+(?:['’-][^\W\d_]+)*))?[.,]?[\s/-]{0,3}(?:the\s)?\Z"
)


def _before(text: str, number: re.Match[str], bare: bool) -> DateMatch | None:
    words = _WORDS_BEFORE.search(text, max(0, number.start() - BEFORE), number.start())
    for group in (1, 2) if words else ():
        at = words.start(group) if words else -1
        found = _month_at(text, at) if at >= 0 else None
        match = _month_first(text, at, *found, bare) if found else None
        if match and match.end >= number.end():
            return match
    return None


def parse_date(value: str | None) -> date | None:
    """The calendar day of a metadata value, as printed (no time zone is applied); None if it holds none.

    >>> parse_date("2024-05-08T23:30:00+03:00")
    datetime.date(2024, 5, 8)
    """
    found = find_dates(value[:100]) if value else []
    return next((match.date for match in found if match.date), None)
