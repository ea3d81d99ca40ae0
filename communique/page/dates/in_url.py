"""The day, month or year that the path of a page's address names: "/2022/04/27/", "20180919", "/2021mar12/".

In: a URL. Out: a day, the year with its month, or the year; None if the path says nothing of the kind. A Solar Hijri
day may begin a running number ("?nn=13980119001004").
"""

import re
from datetime import date
from functools import lru_cache

from communique.page.dates.calendar import calendar_day, find_dates, persian_to_gregorian

_URL_DATES = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])/?(0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)/(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"),
    # with the time or a running number behind the day: "/stories/202103120044.html"
    re.compile(r"/(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{4}(?:\d\d)?(?=[./]|$)"),
    # … and letters in front of both: "/na20210312221500862862068", "/AEN20210312001500315"
    re.compile(r"/[A-Za-z]{1,4}(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[0-2]\d[0-5]\d\d*(?=[./]|$)"),
    # a parameter each: "?year=2021&month=3&day=12"
    re.compile(r"[?&]year=((?:19|20)\d\d)&month=(0?[1-9]|1[0-2])&day=(0?[1-9]|[12]\d|3[01])(?!\d)"),
    # sections between the year and the day: "/2021/news/fiji/03/12/"
    re.compile(r"/((?:19|20)\d\d)(?:/[a-z][a-z-]*){1,3}/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])(?=/)"),
)
_URL_NAMED = re.compile(
    r"(?<![\da-z])((?:19|20)\d\d)([a-z]{3})[a-z]*(\d\d?)(?![\da-z])", re.IGNORECASE
)  # "/2021mar12/"
_URL_FILED = re.compile(r"/((?:19|20)\d\d)/(\d\d?[_-][a-z]{3,9})(?=_\d|[./]|$)", re.IGNORECASE)  # "/2021/12_mar_1.html"
_URL_PERSIAN = re.compile(r"(?<!\d)(1[34]\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])\d{6}(?!\d)")  # "?nn=13980119001004"
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])(?=/)")
_URL_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])[/_-](0?[1-9]|1[0-2])[/_-]((?:19|20)\d\d)(?!\d)")
_URL_SLUG_DAY = re.compile(r"/(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(20[0-3]\d)-[a-z]")  # "/09062011-ministers-meet"
_URL_RUNNING = re.compile(r"(?<!\d)(20\d\d)(\d{4})")
_URL_YEAR = re.compile(r"[/_-]((?:19|20)\d\d)(?=[/_-])")


@lru_cache(maxsize=16)  # asked for more than one clue of a page
def date_in_url(url: str | None) -> date | None:
    """The day that the path of a URL names: "/2022/04/27/", "20180919", "2022-04/27", "/2021/mar/12/".

    >>> date_in_url("https://news.example/2022-04/27/c_747659.htm")
    datetime.date(2022, 4, 27)
    >>> date_in_url("https://news.example/news.php?id=7&year=2022&month=4&day=27&lang=eng")
    datetime.date(2022, 4, 27)
    """
    path = _path(url)
    for pattern in _URL_DATES:
        for m in pattern.finditer(path):
            if match := calendar_day(*m.span(), int(m[1]), int(m[2]), int(m[3])):
                return match.date
    for m in (*_URL_DAY_FIRST.finditer(path), *_URL_SLUG_DAY.finditer(path)):
        if match := calendar_day(*m.span(), int(m[3]), int(m[2]), int(m[1])):
            return match.date
    if persian := _URL_PERSIAN.search(path):
        return persian_to_gregorian(*map(int, persian.groups()))
    path = _URL_FILED.sub(r"/\2 \1/", path)
    words = re.sub(r"[/_-]+", " ", _URL_NAMED.sub(r"\1 \2 \3", path))
    named = [match.date for match in find_dates(words.title()) if match.date]
    return named[0] if named else None


def year_in_url(url: str | None) -> int | None:
    """The year that stands alone in the path of a URL ("/2021/some-headline"), or that of its date."""
    if found := date_in_url(url):
        return found.year
    year = _URL_YEAR.search(_path(url))
    return int(year[1]) if year else None


def years_in_url(url: str | None, month: int, day: int) -> list[int]:
    """The years that stand before a month and a day in a running number: "/item:2026011500000440".

    >>> years_in_url("https://news.example/item:2026011500000440", 1, 15)
    [2026]
    """
    return [int(year) for year, rest in _URL_RUNNING.findall(_path(url)) if rest == f"{month:02}{day:02}"]


def month_in_url(url: str | None) -> tuple[int, int] | None:
    """The year and month that the path of a URL names: "/2021/03/some-headline"."""
    found = _URL_MONTH.search(_path(url))
    return (int(found[1]), int(found[2])) if found else None


def _path(url: str | None) -> str:
    if not url or len(url) > 4000:
        return ""
    rest = url.split("://", 1)[-1]
    return "/" + rest.split("/", 1)[1].split("#", 1)[0] if "/" in rest else ""
