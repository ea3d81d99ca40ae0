"""The days that an article's body names, each resolved against the day of publication.

In: an article. Out: where a day is named, which one it is and by what words. A day is never made up: what cannot be
resolved is given as unknown, and what is said of every day or of days before and after another one is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import zip_longest

from communique.model import Article
from communique.page.dates.calendar import DateMatch, find_dates
from communique.page.dates.order import numeric_order
from communique.registry import settings
from communique.registry.matcher import Matcher

READ = 30_000  # characters of a body; what follows in a longer one is no news report
_ORDINAL = re.compile(
    r"n the (\d{1,2}(?=st|nd|rd|th)|[a-z]{5,11}(?:-[a-z]{5,7})?)(?:st|nd|rd|th)?"
    r"(?: of (?:(last)|this|the(?: current| present)?) month| inst(?:ant)?\b|(?=[,.;)]|\s+(?:by|with|in|at|and|to)\b|$)"
    # … or the verb, or who was met: "received on the 5th the envoy"
    r"|(?<=st|nd|rd|th)(?=:|\s\(|\s+(?:after|when|under|from|for|between|during|that|as|while|before|into"
    r"|the|an?|his|her|its|their|was|were|has|had|met|held|took|gave|sent|made|told|spoke"
    r"|(?:sign|receiv|open|visit|call|present|discuss|welcom|hand|launch|arriv|review|accept|conclud|deliver)ed)\s))"
)
_OF_WEEKDAY = re.compile(  # "on Friday the 3rd", "Friday, 3rd of this month"
    r"\b([A-Z][a-z]{2,5}day),? (?:the )?(\d{1,2})(?:st|nd|rd|th)"
    r"(?=[,.;)]|\s+(?:by|with|in|at|and|to|of th(?:is|e))\b|$)"
)
_LAST = re.compile(r"\blast\s*$", re.IGNORECASE)
_LAST_WEEK = re.compile(r",?\s+(?:of\s+)?last\s+week\b", re.IGNORECASE)
_LAST_BEHIND = re.compile(r"\s+last\b(?!\s+\w)|\s+last(?=\s+(?:and|to|in|at|when|for)\b)")  # "Wednesday last"
_NEXT_WEEK = re.compile(
    r",?\s+(?:of\s+)?next\s+week\b|\s+next\b(?!\s+\w)|\s+week(?=[,.])", re.IGNORECASE
)  # … "Monday next", "Monday week"
_NEXT = re.compile(r"\bnext\s*$", re.IGNORECASE)
_NEXT_WEEK_BEFORE = re.compile(r"\bnext\s+week,?\s+(?:on\s+)?$", re.IGNORECASE)
_ON = re.compile(r"\b[Oo]n$")
_SAME_DAY = re.compile(r"(?:n (?:this|that)|\bthe same) day\b")
_DAY_BEFORE = re.compile(r"\b(?:the day before|the previous day|(?:a|one) day (?:earlier|before))\b(?! yesterday)")
_SKIP = re.compile(r"\b(?:next|coming|following|every|each|by|until|till|before|after|this coming)\s*$", re.IGNORECASE)
_VALID = re.compile(r"\b(?:from|as of|with effect from|starting|effective) (?:on )?$")  # what is promised begins then
_TRIP = re.compile(r"\b(?:visit|tour|trip)\b[^.;,]*$")  # "will pay a state visit to Oslo from"
_UP_TO = re.compile(r"\s*(?:to|until|till|through|-|–)\s*(?:[A-Z\d]|the\s)")
_SPAN = re.compile(r"\s(?:to|and|till|until|through)\s|\d\s?[-–]\s?\d")  # "20 to 22 March"
_ONWARDS = re.compile(r"\s+(?:onwards?|of (?:each|every))\b")
_SHORT = 6  # letters of a weekday that is cut short: "Thurs"
_IN_NAME = re.compile(r"\b[A-Z]\w+\s$")
_PAIR = re.compile(r"\s*(?:and|to|through|until|till|-|–|/)\s*(?:on\s+)?$")
_BESIDE = re.compile(r"[\s,(]{1,3}(?:on\s|the\s)?")
_SURE = ("explicit", "partial", "relative", "weekday")  # of two names of one day the surer one counts
_SPELT = re.compile(  # "the fourth of June 2021", "the last day of May"
    r"\bthe ([a-z]{4,11}(?:-[a-z]{5,7})?) (?:(day) )?of ([A-Z][a-z]{2,8})(?:,? ((?:19|20)\d\d))?\b"
)
# "will arrive on": the day is still to come; "will arrive, he said on": it is not
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are|set|going|plans?|about|due) to|due|expected|scheduled|slated"
    r"|flies|travels|leaves|departs|heads|sets (?:off|out))\b"
    r"(?:(?!\b(?:was|were|had|said|told|announced|(?<!be )(?:signed|reached|inked|sealed))\b)[^.;,])"
    r"{0,140}?(?:\bon|\bthis(?: coming)?|\w)\s*$"
)
_PLANNED = re.compile(
    r"\b(?:will|shall|to) (?:be held|take place|begin|start|open|run|visit|meet|travel"
    r"|last|go on|continue|end|close|conclude|finish|expire|return|leave|stay|take effect|enter into)\b[^.;]*$"
)
_DATELINE_BEFORE = re.compile(r"(?:[^a-z\n]|(?<=[A-Za-z])[a-z]|\b(?:of|al|de)\b)*")
_DATELINE_AFTER = re.compile(
    r"[\s.,]*(?:\([^)]{1,40}\)|/[^/]{1,30}/|:|[-–—_]|\w+[\s.]*[-–—]|(?:[A-Z][\w.]*\s?){1,4}[:–—])"
)
# "ENA, November 28/2019 The envoys met": what parts it from the text was lost
_NAMES_BEFORE = re.compile(r"(?:[A-Z][\w.'’-]+,? ?){1,4}(?<=[,/] )")
_NAME_AFTER = re.compile(r"\s+[A-Z]")
_PREPOSED = re.compile(r"^(?:On|From|Between|Since)\s+(?:the\s+)?$")  # no dateline begins so
_BACK = 200  # characters over which "on this day" comes back to a day


Named = tuple[int, int, date | None, str]  # where a day is named, which one, and by what words


def named_days(article: Article, *, pledge: bool) -> Iterator[Named]:
    """The days named behind the dateline: place, day, source."""
    body = article.body[:READ]
    named = list(
        _joined(
            body,
            sorted(
                [*_calendar_days(article, body, pledge=pledge), *_words_of_days(article, body, pledge=pledge)],
                key=lambda found: found[:2],
            ),
        )
    )
    if not article.published:
        named = list(_by_weekday(body, named))
    recalled = list(_recalled(body, article.lead, named))
    taken = {found[0] for found in recalled}
    yield from recalled
    named = [found for found in named if found[0] not in taken]
    for start, end, day, source in named:
        ahead = pledge and day is not None and day > (article.published or day)
        if (
            ahead
            and _VALID.search(body, max(0, start - 20), start)
            and not (_UP_TO.match(body, end) or _SPAN.search(body, start, end))
            and not _TRIP.search(body, max(0, start - 80), start)
        ):
            continue
        planned = pledge and source == "weekday" and _NEXT.search(body, max(0, start - 12), start)
        if planned or not (_SKIP.search(body, max(0, start - 12), start) or _ONWARDS.match(body, end)):
            yield start, end, day, source


def _recalled(body: str, lead: int, named: list[Named]) -> Iterator[Named]:
    """The days told by one named shortly before: "on this day", "the day before"."""
    starts = [found[0] for found in named]
    for again, back in ((_SAME_DAY, 0), (_DAY_BEFORE, 1)):
        for found in again.finditer(body, lead):
            last = named[place - 1] if (place := bisect_left(starts, found.start())) else None
            if not last or found.start() - last[0] >= _BACK or (back and not last[2]):
                continue
            day = last[2] - timedelta(days=back) if last[2] else None
            yield found.start(), found.end(), day, "relative" if back else last[3]


def _joined(body: str, named: list[Named]) -> Iterator[Named]:
    """Two names of one day side by side as one: "Sunday, October 8, 2017", "today (Monday)", "9 May (Tuesday)"."""
    last: Named | None = None
    for found in named:
        if last and last[3] != found[3] and _BESIDE.fullmatch(body, last[1], found[0]):
            surer = min(last, found, key=lambda day: (day[2] is None, _SURE.index(day[3])))
            last = (last[0], found[1], *surer[2:])
            continue
        if last:
            yield last
        last = found
    if last:
        yield last


def _by_weekday(body: str, named: list[Named]) -> Iterator[Named]:
    """The days, one named in part as the full date that has its words: "on Friday, June 12, 2020", "22 May 2024"."""
    full = {day: body[start:end].lower() for start, end, day, source in named if day and source == "explicit"}
    for start, end, day, source in named:
        said = [known for known, words in full.items() if not day and body[start:end].lower() in words]
        yield (
            (start, end, said[0], "explicit")
            if source in ("weekday", "partial") and len(said) == 1
            else (start, end, day, source)
        )


def _day_words() -> dict[str, tuple[str, int]]:
    data = settings("day_words")
    terms = {word: ("weekday", number) for number, word in enumerate(data["weekdays"]["words"].split())}
    for number, words in data["abbreviated"].items():
        terms |= {word: ("weekday", int(number)) for word in words.split("|")}
    for back, words in data["relative"].items():
        terms |= {word: ("relative", int(back)) for word in words.split("|")}
    return terms


_DAY_WORDS = Matcher(_day_words, together=True)


def _calendar_days(article: Article, body: str, *, pledge: bool) -> Iterator[Named]:
    """The days named by number: "3 May 2021", "May 3", "on the 3rd", "on the third of last month"."""
    published = article.published
    for named in find_dates(body, numeric_order(body) if "/" in body else "dmy"):
        if named.start < article.lead or _in_dateline(body, named):
            continue
        if named.date:
            yield named.start, named.end, named.date, "explicit"
        elif not published:
            yield named.start, named.end, None, "partial"
        elif (
            not pledge
            and _PLANNED.search(body, max(0, named.start - 60), named.start)
            and not _reached(named, published)
        ):
            continue  # "will be held from November 21", told in September
        elif day := _completed(named.month, named.day, published, pledge=pledge):
            yield named.start, named.end, day, "partial"
    yield from _spelt(body, article.lead, published, pledge=pledge)
    if not published:
        return
    for number in _ORDINAL.finditer(body, article.lead):
        if not _ON.search(body, max(0, number.start() - 2), number.start() + 1):
            continue  # "in the second", "upon the third"
        latest = published.replace(day=1) - timedelta(days=1) if number[2] else published
        if day := _day_of_month(int(number[1]) if number[1].isdigit() else _ordinals().get(number[1], 0), latest):
            yield number.start(), number.end(), day, "partial"
    for number in _OF_WEEKDAY.finditer(body, article.lead):
        if day := _day_of_weekday(number[1].lower(), int(number[2]), published):
            yield number.start(2), number.end(), day, "partial"


def _spelt(body: str, lead: int, published: date | None, *, pledge: bool) -> Iterator[Named]:
    """The days whose number is a word: "the fourth of June 2021", "the last day of February"."""
    for spelt in _SPELT.finditer(body, lead):
        number = _ordinals().get(spelt[1], 1 if spelt[1] == "last" and spelt[2] else 0)
        named = next(iter(find_dates(f"{number} {spelt[3]} {spelt[4] or ''}")), None) if number else None
        if not named or not (spelt[4] or published):
            continue
        day = named.date or _completed(named.month, named.day, published, pledge=pledge)  # type: ignore[arg-type]
        if day and spelt[1] == "last":
            day = (day + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if day:
            yield spelt.start(), spelt.end(), day, "explicit" if spelt[4] else "partial"


def _words_of_days(article: Article, body: str, *, pledge: bool) -> Iterator[Named]:
    """The days named by the day of publication: "on Monday", "last Friday", "yesterday"."""
    published = article.published
    words = _DAY_WORDS.find(body)
    second = -1  # where the second of two days named together begins: "on Monday and Tuesday"
    for word, after in zip_longest(words, words[1:]):
        if word.start < article.lead or word.start == second:
            continue
        source, number = word.value
        end, back = word.end, number
        if after and after.value[0] == source == "weekday" and _PAIR.fullmatch(body, end, after.start):
            second, end = after.start, after.end
        before = body[max(0, word.start - 2) : word.start - 1]
        if source == "relative" and body[word.start].isupper() and before.isalnum():
            continue  # "Arab Today" is a name
        if (
            source == "weekday"
            and end - word.start < _SHORT
            and _IN_NAME.search(body, max(0, word.start - 20), word.start)
        ):
            continue  # "Nguyen Thi Thu Ha"
        if not published:
            yield word.start, end, None, source
            continue
        if source == "weekday":
            back = (published.weekday() - number) % 7
            if last_week := _LAST_WEEK.match(body, end):
                end, back = last_week.end(), published.weekday() + 7 - number
            elif (
                _NEXT_WEEK.match(body, end)
                or _NEXT_WEEK_BEFORE.search(body, max(0, word.start - 20), word.start)
                or _NEXT.search(body, max(0, word.start - 12), word.start)
            ):
                back = published.weekday() - 7 - number
            elif not back and (_LAST.search(body, max(0, word.start - 6), word.start) or _LAST_BEHIND.match(body, end)):
                back = 7
            elif back and pledge and _TO_COME.search(body, max(0, word.start - 180), word.start):
                back -= 7
        yield word.start, end, published - timedelta(days=back), source


@cache
def _ordinals() -> dict[str, int]:
    return {word: number for number, word in enumerate(settings("day_words")["ordinals"]["words"].split(), start=1)}


def _completed(month: int, day: int, published: date, *, pledge: bool) -> date | None:
    """The last such day on or before `published`; of a pledge the next one, if it is the nearer."""
    found = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    past = [d for d in found if d <= published]
    if pledge and found:
        return min(found, key=lambda d: abs(d - published))
    return max(past, default=None)


def _reached(named: DateMatch, published: date) -> bool:
    """Whether a day without a year lies nearer behind the day of publication than before it."""
    past = _completed(named.month, named.day, published, pledge=False)
    return past is not None and past == _completed(named.month, named.day, published, pledge=True)


def _day_of_weekday(word: str, day: int, published: date) -> date | None:
    """The day of that number and weekday in the month of `published` or next to it, the nearest: "Friday the 3rd"."""
    words = settings("day_words")["weekdays"]["words"].split()
    near = (published + timedelta(days=back) for back in range(-31, 32))
    same = [found for found in near if found.day == day and words[found.weekday()] == word]
    return min(same, key=lambda found: abs(found - published), default=None)


def _day_of_month(day: int, published: date) -> date | None:
    month = published
    for _ in range(3):
        try:
            if (found := month.replace(day=day)) <= published:
                return found
        except ValueError:
            pass
        month = month.replace(day=1) - timedelta(days=1)
    return None


def _in_dateline(body: str, named: DateMatch) -> bool:
    """Whether a date stands in a dateline that the page's splitting left in the body: "HANOI, 3 May (VNA) - "."""
    if named.start >= 70 or _PREPOSED.match(body[: named.start]):
        return False
    return bool(
        (_DATELINE_BEFORE.fullmatch(body, 0, named.start) and _DATELINE_AFTER.match(body, named.end))
        or (_NAMES_BEFORE.fullmatch(body, 0, named.start) and _NAME_AFTER.match(body, named.end))
    )
