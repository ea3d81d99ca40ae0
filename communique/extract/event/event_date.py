"""The day on which the reported event took place, and what kind of words give it.

In: an article and its kind. Out: the day and its source, or nothing. Every day that the body names is resolved
against the day of publication and weighed by what its clause tells: the event, somebody's report of it, former days
or days to come. A day is never made up: what cannot be resolved is left out.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from communique.extract.event.day_clause import CUES, FAR, LASTING, context, paragraph_start
from communique.extract.event.going_back import goes_back
from communique.extract.event.named_days import READ, named_days
from communique.extract.words.sentences import Sentence, sentences
from communique.model import FORETOLD, Article
from communique.registry import settings

_SINCE = re.compile(r"\bsince\s+(?:late\s+|early\s+|this\s+|last\s+)?$", re.IGNORECASE)
# "a three-day forum": how long what ended on a day had lasted
_LASTED = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)"
    r"(?:-day\b| days\b(?! (?:ago|after|before|ahead|later|earlier|from)\b))"
)
# "than it is today", "the problems of the world today"; not "the Ambassador of Chad today", "is in Oslo today"
_NOWADAYS = re.compile(
    r"(?:\bthan|\bas|\b(?:are|is)(?!\s+(?:\w+ing|in|at|here)\b)"
    r"|\bha(?:ve|s)(?!\s+(?:agreed|decided|discussed|met|signed|reached|received|held|opened|arrived|visited)\b)"
    r"|\bon|\buntil|\bof|world|\bthat)(?:\s+[a-z]\w*){0,2}\s*$"
)
_WIDE = 600  # characters of a sentence before and behind a day
# … "over three days to Wednesday": right before that day
_UNTO = re.compile(r"\bdays\s(?:to|until|till|up to|through|ending|ended)\s(?:on\s|last\s|this\s|yesterday,?\s)?$")
_RECENT = timedelta(days=30)
OLD, ANCIENT = 30, 90  # days before publication
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_BEFORE = ("Following ", "After ", "Since ", "As mandated by ", "Further to ", "Pursuant to ", "Building on ")
_ASIDES = (
    "In another development",
    "Separately",
    "In a separate",
    "In a related",
    "On another note",
    "In other news",
    "Elsewhere",
)


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
    if not named and article.title.endswith(".") and article.title not in article.body:  # a first sentence, no headline
        named = days(replace(article, title="", body=article.title, lead=0), kind)
    best = max(named, key=lambda day: (day.weight, -day.start), default=None)
    if best is None or best.day is None or best.weight < settings("day_words")["weights"]["enough"]:
        return None, None
    full = next(
        (d for d in named if d.day == best.day and abs(d.start - best.start) < 40 and d.source == "explicit"), best
    )
    return full.day, full.source


def days(article: Article, kind: str) -> list[Day]:
    """Every day that the body names, with its weight; one that nothing resolves may still be the event's."""
    named = list(named_days(article, pledge=kind in FORETOLD))
    if not any(day for _, _, day, _ in named):
        return []
    body, published = article.body[:READ], article.published
    weights = settings("day_words")["weights"]
    parts = sentences(body)
    starts = [part.start for part in parts]
    first = max(0, bisect_right(starts, article.lead) - 1)
    found: list[Day] = []
    for start, end, day, source in named:
        if day and published and day > published and kind not in FORETOLD:
            continue
        since = _SINCE.search(body, max(0, start - 14), start) is not None
        if since and source in ("explicit", "partial") and not (day and published and published - day < _RECENT):
            continue  # "since 3 May 1992"
        index = max(0, bisect_right(starts, start) - 1)
        part = parts[index]
        part = part._replace(start=max(part.start, start - _WIDE), end=min(part.end, end + _WIDE))
        coming = not (day and published and day < published)
        weight = _standing(part, index - first, weights)
        weight += context(body, part, start, end, kind, weights, since=since, coming=coming, opening=index == first)
        weight += weights["explicit"] if source in ("explicit", "partial") else 0.0
        weight += _age(day, published, weights)
        back = goes_back(body, part.start, start, end, kind, source)
        weight += weights[back] if back else 0.0
        if (
            body[start:end] == "today"
            and day == published
            and _NOWADAYS.search(body, max(part.start, start - 40), start)
        ):
            weight += weights["nowadays"]
        weight += weights["aside"] if body.startswith(_ASIDES, paragraph_start(body, start)) else 0.0
        lasted = _days_lasted(body, part, start, kind) if day else 0
        if day and lasted:
            day, weight = day - timedelta(days=lasted - 1), weight - weights["ended"]
        found.append(Day(start, end, day, source, weight))
    return [_set_behind(body, parts, starts, day, found[n + 1 : n + 9], weights) for n, day in enumerate(found)]


def _set_behind(
    body: str, parts: Sequence[Sentence], starts: Sequence[int], day: Day, after: Sequence[Day], weights: dict[str, Any]
) -> Day:
    """The day, or one that counts less: that of what came before, where its sentence names one behind it as well."""
    part = parts[max(0, bisect_right(starts, day.start) - 1)]
    if not body.startswith(_BEFORE, max(part.start, 0)):
        return day
    comma = body.find(", ", day.end, part.end)
    later = comma >= 0 and any(
        comma < other.start < part.end and other.day and (not day.day or other.day >= day.day) for other in after
    )
    return day._replace(weight=day.weight + weights["background"]) if later else day


def _age(day: date | None, published: date | None, weights: dict[str, Any]) -> float:
    """What the days between the day and that of publication are worth: a report does not come out months later."""
    passed = (published - day).days if day and published else 0
    return float(weights["ancient"] if passed > ANCIENT else weights["old"] if passed > OLD else 0.0)


def _days_lasted(body: str, part: Sentence, at: int, kind: str) -> int:
    """How many days an event had lasted that ended on the day named at a place of its sentence; 0 if it is not told."""
    lasted = _LASTED.search(body, part.start, part.end) if kind in LASTING else None
    if not lasted:
        return 0
    cues = CUES.find(body, part.start, part.end)
    if not (_UNTO.search(body, lasted.start(), at) or any(c.value == "ended" and abs(at - c.end) < FAR for c in cues)):
        return 0
    return int(lasted[1]) if lasted[1].isdigit() else _NUMBERS.index(lasted[1])


def _standing(part: Sentence, index: int, weights: dict[str, Any]) -> float:
    """What the place of a sentence is worth: the first ones tell the event."""
    if index < len(weights["sentence"]):
        return weights["sentence"][max(0, index)] if part.paragraph <= 1 or index <= 1 else weights["paragraph"]
    return weights["paragraph"] if part.paragraph <= 1 else weights["rest"]
