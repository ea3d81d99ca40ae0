"""Expressions of two parts with other words between them: "ends Vietnam visit", "tractors worth a million were given".

In: a stretch of text. Out: each such expression, as a cue of a kind of event. It rests on `[[gapped]]` of
`registry/kind_cues.toml`: the first parts, the last parts, and how many words may stand between the two.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from communique.extract.event.cue_words import alternatives
from communique.registry import settings
from communique.registry.matcher import Match, Matcher

_WIDE = 90  # characters between the two parts at most
_WORDS = re.compile(
    r"\s(?:(?!(?:and|or|but|who|on|during|with|after|before|for|at|in|to|by|from|as)\b)"
    r"(?:[\w‘’'“”$€£¥-]+|[$€£¥]?\d[\d.,]*)\s)*"
)
# … where the last part holds the verb of what the first one names: "the accord on ports was concluded"
_SUBJECT = re.compile(
    r"\s(?:(?!(?:and|or|but|who|which|that|during|after|before|as|while|when|is|was|were)\b)[\w’'%.“”\"$€£¥-]+\s)*"
)


class _Roles(NamedTuple):
    """The expressions that a phrase may begin, in their order, and those that it may end, by their places."""

    first: tuple[int, ...] = ()
    last: frozenset[int] = frozenset()


def _parts() -> dict[str, _Roles]:
    parts: dict[str, _Roles] = {}
    for place, cue in enumerate(settings("kind_cues")["gapped"]):
        for words in alternatives(cue["first"]):
            roles = parts.get(words, _Roles())
            parts[words] = roles._replace(first=(*roles.first, place))
        for words in alternatives(cue["last"]):
            roles = parts.get(words, _Roles())
            parts[words] = roles._replace(last=roles.last | {place})
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
        if first.start < free or not first.value.first:
            continue
        for last in parts[n + 1 :]:
            if last.start - first.end >= _WIDE:
                break
            cue = _joined(text, first, last) if last.value.last else None
            if cue:
                begin = last.start if cue.get("verb") else first.start  # what turns a verb stands before it
                yield Match(begin, last.end, (cue["kind"], cue["weight"]))
                free = last.end
                break


def _joined(text: str, first: Match[_Roles], last: Match[_Roles]) -> dict[str, Any] | None:
    """The expression that two parts make, if the words between them may stand there."""
    for place in first.value.first:
        if place in last.value.last:
            cue: dict[str, Any] = settings("kind_cues")["gapped"][place]
            gap = (_SUBJECT if cue.get("verb") else _WORDS).fullmatch(text, first.end, last.start)
            if gap and gap[0].count(" ") <= cue["gap"] + 1:
                return cue
    return None
