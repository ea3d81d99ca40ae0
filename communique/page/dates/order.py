"""Whether a page writes 12 March as "12/03" or "03/12".

In: the text of a page. Out: the order in which its numeric dates are read, told by those that can be read in one way
only, by weekdays and months in words beside them, and by American time zones.
"""

import re
from collections import Counter

from communique.page.dates.calendar import Order, calendar_day, find_dates, is_numeric

_AMBIGUOUS = re.compile(r"(?<![\w.,/-])(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?![\w/-])", re.ASCII)
# American time zones, and the forms in which ASP.NET and Drupal print a moment unless told otherwise
# ("3/9/2021 12:00:00 AM", "Tue, 03/09/2021 - 12:00")
_ZONES = ("EST", "EDT", "PST", "PDT", "MDT", "CDT")
_ZONE = re.compile(r"\b(?:E[SD]T|P[SD]T|MDT|CDT)\b")
_MOMENT = re.compile(
    r"(?<![\d/])[1-9]\d?/[1-9]\d?/\d{4} (?:[1-9]|1[0-2]):\d\d:\d\d [AP]M\b|\b[A-Z][a-z]{2}, \d\d/\d\d/\d{4} - \d\d:\d\d"
)
_YEAR_LAST = re.compile(r"/\d{4} ")  # in every such moment
_WEEKDAY_BEFORE = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? ?$", re.IGNORECASE)
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
HEAD = 5_000  # characters in which a day is looked for that is written in words


def _is_american(text: str) -> bool:
    """Whether an American time zone or such a moment stands in a text; the cheap looks first."""
    if any(map(text.__contains__, _ZONES)) and _ZONE.search(text):
        return True
    return _YEAR_LAST.search(text) is not None and _MOMENT.search(text) is not None


def _on_weekday(weekday: str, first: int, second: int, year: int) -> list[Order]:
    """The orders in which a numeric date falls on the weekday that stands before it: "Mon, 03/04/2024" is in March."""
    orders: list[tuple[Order, int, int]] = [("dmy", second, first), ("mdy", first, second)]
    days = [(order, match.date) for order, month, day in orders if (match := calendar_day(0, 0, year, month, day))]
    return [order for order, day in days if day and _WEEKDAYS[day.weekday()] == weekday]


def numeric_order(text: str, *, american: bool = False) -> Order:
    """Whether a page writes 12 March as "12/03" or "03/12": as its unambiguous dates do, else as its country does.

    Dates with full stops are left out: they are day first everywhere.

    Args:
        text: the whole page.
        american: whether the publisher's country writes the month first.

    >>> numeric_order("Updated 04/25/2021. First posted 04/02/2021")
    'mdy'
    """
    if not is_numeric(text):
        return "dmy"  # no date to be read in one order or the other
    votes: Counter[Order] = Counter()
    numeric = list(_AMBIGUOUS.finditer(text))
    for m in numeric:
        first, second = int(m[1]), int(m[3])
        if weekday := _WEEKDAY_BEFORE.search(text, max(0, m.start() - 14), m.start()):
            votes.update(_on_weekday(weekday[1].lower(), first, second, int(m[4])))
        if first > 12 >= second:
            votes["dmy"] += 1
        elif second > 12 >= first:
            votes["mdy"] += 1
    named = (
        {(day.month, day.day) for day in find_dates(text[:HEAD]) if not text[day.start].isdigit()}
        if numeric and not votes
        else set()
    )
    for m in numeric if named else ():  # "Lima, Mar. 10" says how "3/10/2016" is read
        votes["mdy"] += (int(m[1]), int(m[3])) in named
        votes["dmy"] += (int(m[3]), int(m[1])) in named
    if votes["dmy"] != votes["mdy"]:
        return "mdy" if votes["mdy"] > votes["dmy"] else "dmy"
    return "mdy" if american or _is_american(text) else "dmy"
