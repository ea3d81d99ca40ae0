"""Expressions of two parts with other words between them: "ends Vietnam visit", "tractors worth a million were given".

In: a stretch of text. Out: each such expression, as a cue of a kind of event. It rests on `[[gapped]]` of
`registry/kind_cues.toml`: the first parts, the last parts, and how many words may stand between the two.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from communique.extract.event.cue_words import alternatives
from communique.registry import settings
from communique.registry.matcher import Match, Matcher

_WIDE = 90  # characters between the two parts at most
_WORDS = re.compile(r"\s(?:(?!(?:and|or|but|who|on|during|with|after|before|for|at|in|to|by|from|as)\b)[\w’'-]+\s)*")
# … where the last part holds the verb of what the first one names: "the accord on ports was concluded"
_SUBJECT = re.compile(
    r"\s(?:(?!(?:and|or|but|who|which|that|during|after|before|as|while|when|is|was|were)\b)[\w’'%.-]+\s)*"
)


def _parts() -> dict[str, frozenset[tuple[int, str]]]:
    """The first and the last words of expressions of two parts, with the places of these in the registry."""
    parts: dict[str, frozenset[tuple[int, str]]] = {}
    for place, cue in enumerate(settings("kind_cues")["gapped"]):
        for role in ("first", "last"):
            for words in alternatives(cue[role]):
                parts[words] = parts.get(words, frozenset()) | {(place, role)}
    return parts


_PARTS = Matcher(_parts, together=True)


def gapped(text: str, start: int, end: int) -> Iterator[Match[tuple[str, float]]]:
    """The expressions of two parts in `text[start:end]`.

    Args:
        text: a headline or a body.
        start: where the stretch begins.
        end: where it ends.

    >>> text = "Premier ends three-day Vietnam visit"
    >>> [text[found.start : found.end] for found in gapped(text, 0, 36)]
    ['ends three-day Vietnam visit']
    """
    parts, free = _PARTS.find(text, start, end), start
    for n, first in enumerate(parts):
        if first.start < free or all(role == "last" for _, role in first.value):
            continue
        for last in takewhile(lambda last: last.start - first.end < _WIDE, parts[n + 1 :]):  # noqa: B023
            cue = _joined(text, first, last)
            if cue:
                begin = last.start if cue.get("verb") else first.start  # what turns a verb stands before it
                yield Match(begin, last.end, (cue["kind"], cue["weight"]))
                free = last.end
                break


def _joined(text: str, first: Match[Any], last: Match[Any]) -> dict[str, Any] | None:
    """The expression that two parts make, if the words between them may stand there."""
    cues = settings("kind_cues")["gapped"]
    for place, role in sorted(first.value):
        if role == "first" and (place, "last") in last.value:
            gap = (_SUBJECT if cues[place].get("verb") else _WORDS).fullmatch(text, first.end, last.start)
            if gap and gap[0].count(" ") <= cues[place]["gap"] + 1:
                return dict(cues[place])
    return None
