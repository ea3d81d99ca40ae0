"""The day on which the reported event took place, and what kind of words give it.

In: an article and its kind. Out: the day and its source, or nothing. Every day that the body names is resolved
against the day of publication and weighed by what its clause tells: the event, somebody's report of it, former days
or days to come. A day is never made up: what cannot be resolved is left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import zip_longest
from typing import Any, NamedTuple

from communique.extract.sentences import Sentence, sentences
from communique.extract.telling import cue_kinds
from communique.model import Article
from communique.page.dates import DateMatch, find_dates, numeric_order
from communique.registry import settings
from communique.registry.matcher import Match, Matcher

_PLUPERFECT = re.compile(
    r"\bhad\s+(?:\w+ly\s+|also\s+|already\s+|first\s+)?(?:\w+ed|been|met|held|come|made|taken|told|sent|brought|begun|gone|given|seen|left|said|paid)\b"
)
_ORDINAL = re.compile(
    r"n the (\d{1,2}(?=st|nd|rd|th)|[a-z]{5,7}(?:-[a-z]{5,7})?)(?:st|nd|rd|th)?"
    r"(?: of (?:(last)|this|the) month|(?=[,.;]|\s+(?:by|with|in|at|and|to)\b|$))"
)
_LAST = re.compile(r"\blast\s*$", re.IGNORECASE)
_LAST_WEEK = re.compile(r",?\s+(?:of\s+)?last\s+week\b", re.IGNORECASE)
_ON = re.compile(r"\b[Oo]n$")
_SAME_DAY = re.compile(r"n (?:this|that|the same) day\b")
_SKIP = re.compile(r"\b(?:next|coming|following|every|each|by|until|till|before|after|this coming)\s*$", re.IGNORECASE)
_VALID = re.compile(r"\b(?:from|as of|with effect from|starting|effective) (?:on )?$")  # what is promised begins then
_SINCE = re.compile(r"\bsince\s+(?:late\s+|early\s+|this\s+|last\s+)?$", re.IGNORECASE)
_ONWARDS = re.compile(r"\s+onwards?\b")
_BEGUN = re.compile(r"\s*(?:(?:on|the|last|this|late|early|here|again|only|(?:in|at) [A-Z]\w*)\s+)*")
_PAIR = re.compile(r"\s*(?:and|to|through|until|till|-|–|/)\s*(?:on\s+)?$")
_EDGE = re.compile(r"\bthe (first|last) day of ([A-Z][a-z]{2,8})(?:,? ((?:19|20)\d\d))?\b")
_SET_OFF = re.compile(r",\s+(?:on\s+)?$")
# "will arrive on": the day is still to come; "will arrive, he said on": it is not
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are|set|going|plans?|about|due) to|due|expected|scheduled|slated)\b"
    r"[^.;,]{0,80}?(?<!said )(?<!told )(?<!announced )\bon\s*$"
)
_PLANNED = re.compile(r"\b(?:will|shall|to) (?:be held|take place|begin|start|open|run|visit|meet|travel)\b[^.;]*$")
# "a three-day forum": how long what ended on a day had lasted
_LASTED = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)-day\b")
_NOWADAYS = re.compile(
    r"(?:\bthan|\bas|\bare|\bis|\bhave|\bon|\buntil|\bof|’s|'s|world|\bthat|\bhas)(?:\s+\w+){0,2}\s*$"
)
_CLAUSE = re.compile(
    r"[;:]|,\s+(?:which|who|where|when|while|after|and|but|as)\b"
    r"|\s(?:which|that|who|whom|whose|what|where|while|after|whereas)\s"
)
_DATELINE_BEFORE = re.compile(r"(?:[^a-z\n]|(?<=[A-Za-z])[a-z]|\b(?:of|al|de)\b)*")
_DATELINE_AFTER = re.compile(r"[\s.,]*(?:\([^)]{1,40}\)|/[^/]{1,30}/|:|[-–—]|\w+[\s.]*[-–—])")
_BACK = 200  # characters over which "on this day" comes back to a day
_FAR = 40  # characters from which a word for another occasion no longer claims a day
_RELATIVE = re.compile(r".{0,6}?\b(?:which|who|where)\s", re.DOTALL)
_READ = 30_000  # characters of a body; what follows in a longer one is no news report
_VERB = re.compile(
    r"\b(?:was|were|has been|have been|took|got|came|went|arrived|opened|landed|received|visited"
    r"|(?<!be )(?:met|held|signed|began))\b"
)
_SAID = ("statement", "pledge")  # kinds whose event is that something was said
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LASTING = frozenset(("visit", "conference", "project", "meeting"))
_ASIDES = (
    "In another development",
    "Separately",
    "In a separate",
    "In a related",
    "On another note",
    "In other news",
    "Elsewhere",
)


Named = tuple[int, int, date | None, str]  # where a day is named, which one, and by what words


class Day(NamedTuple):
    """A day that the body names: where, which one (None if that cannot be told), by what words, and its weight."""

    start: int
    end: int
    day: date | None
    source: str
    weight: float


def find(article: Article, kind: str) -> tuple[date | None, str | None]:
    """The day of the event.

    Args:
        article: the article; its body from `lead` on is read.
        kind: the kind of the event, a code of `registry/kinds.csv`.

    Returns:
        the day and its source: explicit (a full date), partial (a date completed from `published`), weekday or
        relative ("today"); None and None if the body names no day or none that can be resolved.
    """
    named = days(article, kind)
    best = max(named, key=lambda day: (day.weight, -day.start), default=None)
    if best is None or best.day is None or best.weight < settings("day_words")["weights"]["enough"]:
        return None, None
    full = next(
        (d for d in named if d.day == best.day and abs(d.start - best.start) < 40 and d.source == "explicit"), best
    )
    return full.day, full.source


def _day_words() -> dict[str, tuple[str, int]]:
    data = settings("day_words")
    terms = {word: ("weekday", number) for number, word in enumerate(data["weekdays"]["words"].split())}
    for number, words in data["abbreviated"].items():
        terms |= {word: ("weekday", int(number)) for word in words.split("|")}
    for back, words in data["relative"].items():
        terms |= {word: ("relative", int(back)) for word in words.split("|")}
    return terms


def _cues() -> dict[str, str]:
    return {phrase: name for name, cell in settings("day_words")["cues"].items() for phrase in cell.split("|")}


_DAY_WORDS, _CUES = Matcher(_day_words, together=True), Matcher(_cues, together=True)


def days(article: Article, kind: str) -> list[Day]:
    """Every day that the body names, with its weight; one that nothing resolves may still be the event's."""
    named = list(_resolved(article, pledge=kind == "pledge"))
    if not any(day for _, _, day, _ in named):
        return []
    body, published = article.body[:_READ], article.published
    weights = settings("day_words")["weights"]
    parts = sentences(body)
    starts = [part.start for part in parts]
    first = max(0, bisect_right(starts, article.lead) - 1)
    found: list[Day] = []
    for start, end, day, source in named:
        if day and published and day > published and kind != "pledge":
            continue
        since = _SINCE.search(body, max(0, start - 14), start) is not None
        if since and source in ("explicit", "partial"):
            continue
        index = max(0, bisect_right(starts, start) - 1)
        part = parts[index]
        weight = _standing(part, index - first, weights) + _context(body, part, start, end, kind, weights, since=since)
        weight += weights["explicit"] if source in ("explicit", "partial") else 0.0
        weight += weights["old"] if day and published and published - day > timedelta(days=45) else 0.0
        if source == "relative" and day == published and _NOWADAYS.search(body, max(part.start, start - 40), start):
            weight += weights["nowadays"]
        weight += weights["aside"] if body.startswith(_ASIDES, _paragraph_start(body, start)) else 0.0
        lasted = _days_lasted(body, part, start, kind) if day else 0
        if day and lasted:
            day, weight = day - timedelta(days=lasted - 1), weight - weights["ended"]
        found.append(Day(start, end, day, source, weight))
    return found


def _days_lasted(body: str, part: Sentence, at: int, kind: str) -> int:
    """How many days an event had lasted that ended on the day named at a place of its sentence; 0 if it is not told."""
    lasted = _LASTED.search(body, part.start, part.end) if kind in _LASTING else None
    if not lasted or not any(
        cue.value == "ended" and abs(at - cue.end) < _FAR for cue in _CUES.find(body, part.start, part.end)
    ):
        return 0
    return int(lasted[1]) if lasted[1].isdigit() else _NUMBERS.index(lasted[1])


def _paragraph_start(body: str, place: int) -> int:
    at = body.rfind("\n\n", 0, place)
    return at + 2 if at >= 0 else 0


def _resolved(article: Article, *, pledge: bool) -> Iterator[Named]:
    """The days named behind the dateline: place, day, source."""
    body = article.body[:_READ]
    named = [*_calendar_days(article, body, pledge=pledge), *_words_of_days(article, body, pledge=pledge)]
    for again in _SAME_DAY.finditer(body, article.lead):
        before = [found for found in named if again.start() - _BACK < found[0] < again.start()]
        if before:
            yield again.start(), again.end(), *max(before)[2:]
    for start, end, day, source in named:
        if pledge and day and day > (article.published or day) and _VALID.search(body, max(0, start - 20), start):
            continue
        if not (_SKIP.search(body, max(0, start - 12), start) or _ONWARDS.match(body, end)):
            yield start, end, day, source


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
    yield from _edges(body, article.lead, published, pledge=pledge)
    if not published:
        return
    for number in _ORDINAL.finditer(body, article.lead):
        if not _ON.search(body, max(0, number.start() - 2), number.start() + 1):
            continue  # "in the second", "upon the third"
        latest = published.replace(day=1) - timedelta(days=1) if number[2] else published
        if day := _day_of_month(int(number[1]) if number[1].isdigit() else _ordinals().get(number[1], 0), latest):
            yield number.start(), number.end(), day, "partial"


def _edges(body: str, lead: int, published: date | None, *, pledge: bool) -> Iterator[Named]:
    """The days named as the first or the last one of a month: "the last day of February"."""
    if " day of " not in body:  # the cheap look first
        return
    for edge in _EDGE.finditer(body, lead):
        month = next((named.month for named in find_dates(f"1 {edge[2]}", "dmy")), 0)
        if not month or not (edge[3] or published):
            continue
        first = date(int(edge[3]), month, 1) if edge[3] else _completed(month, 1, published, pledge=pledge)  # type: ignore[arg-type]
        if first:
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            yield edge.start(), edge.end(), first if edge[1] == "first" else last, "explicit" if edge[3] else "partial"


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
        if not published:
            yield word.start, end, None, source
            continue
        if source == "weekday":
            back = (published.weekday() - number) % 7
            if last_week := _LAST_WEEK.match(body, end):
                end, back = last_week.end(), published.weekday() + 7 - number
            elif not back and _LAST.search(body, max(0, word.start - 6), word.start):
                back = 7
            elif pledge and _TO_COME.search(body, max(0, word.start - 120), word.start):
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
    return named.start < 70 and bool(
        _DATELINE_BEFORE.fullmatch(body, 0, named.start) and _DATELINE_AFTER.match(body, named.end)
    )


def _standing(part: Sentence, index: int, weights: dict[str, Any]) -> float:
    """What the place of a sentence is worth: the first ones tell the event."""
    if index < len(weights["sentence"]):
        return weights["sentence"][max(0, index)] if part.paragraph <= 1 or index <= 1 else weights["paragraph"]
    return weights["paragraph"] if part.paragraph <= 1 else weights["rest"]


def _context(
    body: str, part: Sentence, start: int, end: int, kind: str, weights: dict[str, Any], *, since: bool
) -> float:
    """What the sentence and the clause around a day say of it."""
    left = max((m.end() for m in _CLAUSE.finditer(body, part.start, start)), default=part.start)
    right = next((m.start() for m in _CLAUSE.finditer(body, end, part.end)), part.end)
    cues = [cue for cue in _CUES.find(body, part.start, part.end) if cue.end <= start or cue.start >= end]
    clause = {c.value for c in cues if left <= c.start < right and _joined(body, part, c, start, end)}
    near = _nearest(body, part, start, end, left, right, cues, kind)
    relative = _RELATIVE.match(body, max(part.start, left - 7), part.end)
    weight = 0.0
    began = kind in _LASTING and (
        (since and kind != "meeting" and not relative)
        or any(c.value == "began" and c.end <= start and _BEGUN.fullmatch(body, c.end, start) for c in cues)
    )
    if "future" in clause and not since:
        weight += weights["announced" if kind == "pledge" else "future"]
    if any(c.value == "ended" and abs(start - c.end) < _FAR for c in cues) and kind in _LASTING:
        weight += weights["ended"]
    if began:
        weight += weights["began"]
    elif ("former" in clause and not since) or any(c.value == "recall" for c in cues):
        weight += weights["background"]
    elif _PLUPERFECT.search(body, left, right):
        weight += weights["retold" if near == kind else "background"]
    if _quoted(body, start):
        weight += weights["quoted"]
    if near == "other":
        weight += weights["background"]
    elif near == "speech" and kind == "message":  # who says that a letter went off need not have sent it
        weight += weights["report"]
    elif near in ("report", "speech"):
        weight += weights["said" if kind in _SAID else near]
    elif near == kind:
        weight += weights["event"]
    elif near and near != "occasion":
        weight += weights["cause" if kind == "message" or relative else "happening"]
    return weight


def _joined(body: str, part: Sentence, cue: Match[str], start: int, end: int) -> bool:
    """Whether no other verb and no comma parts a word from a day, unless they stand side by side."""
    gap = body[min(cue.end, end) : max(cue.start, start)]
    if _VERB.search(gap):
        return False
    if cue.start >= end and gap == ", " and not _SET_OFF.search(body, part.start, start):
        return False  # "signed on Monday, will enter into force"
    return "," not in gap or (len(gap) < 12 and gap.endswith(("on ", "the ", ", ")))


def _nearest(
    body: str, part: Sentence, start: int, end: int, left: int, right: int, cues: Sequence[Match[str]], kind: str
) -> str | None:
    """The class or kind of the telling word nearest to a day in its clause; one before it is preferred."""
    events = [cue for cue in cue_kinds(body, part.start, part.end) if cue.value != "statement" or kind == "statement"]
    words = {cue.start: cue.end for cue in events}
    telling = [
        cue
        for cue in cues
        if words.get(cue.start, 0) <= cue.end
        and not (kind == "message" and body.startswith("dated", cue.start))
        and (
            cue.value in ("report", "speech", "occasion")
            or (cue.value == "other" and cue.end > start - _FAR and cue.start < end + _FAR)
        )
    ]
    taken = {cue.start for cue in telling}
    telling += [cue for cue in events if cue.start not in taken]
    distances: list[tuple[float, str]] = []
    for cue in telling:
        if left <= cue.start and cue.end <= start:
            distances.append((start - cue.end, cue.value))
        elif end <= cue.start < right and "," not in body[end : cue.start]:
            distances.append(((cue.start - end) * 1.5 + 8, cue.value))
    return min(distances)[1] if distances else None


def _quoted(body: str, place: int) -> bool:
    begin = _paragraph_start(body, place)
    curly = body.count("“", begin, place) > body.count("”", begin, place)
    return curly or body.count('"', begin, place) % 2 == 1
