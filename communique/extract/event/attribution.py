"""Whether a text tells what somebody says, rather than what took place.

In: a headline, or a stretch of a body. Out: which words of a headline are those of somebody named in it, and whether
the stretch points back at what was said. It rests on the offices of those who speak for a side and on expressions for
what was said (`[attribution]` of `registry/kind_cues.toml`); what a ministry or an embassy lets know is told as having
happened.
"""

import re
from functools import cache

from communique.extract.event.cue_words import spelt
from communique.registry import settings
from communique.registry.matcher import Matcher

_HEAD = 15  # characters of a headline that is somebody's words, at least

Stretch = tuple[int, int]


@cache
def _words() -> dict[str, str]:
    return {name: cell for name, cell in settings("kind_cues")["attribution"].items() if isinstance(cell, str)}


@cache
def _headline() -> re.Pattern[str]:
    """ "…: envoy", "… - minister", "…, president says"."""
    said = r"says?\b.{0,60}|(?:[\w.'’&-]+\s){0,5}(?:says|said|tells|told)(?:\s.{0,40})?"
    who = rf"(?:[\w.'’-]+\s){{0,3}}(?:{_words()['speakers']})(?:\s[\w.'’-]+){{0,2}}"
    return re.compile(rf"(?:(?:,|\s[-–—]|:)\s(?:{said})|(?:\s[-–—]|:)\s{who})$", re.IGNORECASE)


@cache
def _heading() -> re.Pattern[str]:
    """ "Minister: …", "PM Sogavare: …"."""
    return re.compile(rf"(?:[\w.'’-]+\s){{0,3}}(?:{_words()['speakers']})(?:\s[\w.'’-]+){{0,3}}:\s", re.IGNORECASE)


def _remarks() -> dict[str, bool]:
    return {remark: True for parts in settings("kind_cues")["attribution"]["remarks"] for remark in spelt(parts)}


_REMARKS = Matcher(_remarks, together=True)


def words_of(headline: str, start: int, end: int) -> Stretch | None:
    """The part of a headline that is given as the words of somebody named before or behind it.

    Args:
        headline: the headline.
        start: where it begins.
        end: where it ends.

    Returns:
        where the words begin and end, or None where nobody is named so.

    >>> words_of("Trade must grow: envoy", 0, 22)
    (0, 15)
    >>> words_of("Envoy: Trade must grow", 0, 22)
    (7, 22)
    >>> words_of("Ministers meet in Suva", 0, 22) is None
    True
    """
    found = _headline().search(headline, start, end)
    if found and found.start() - start >= _HEAD:
        return start, found.start()
    head = _heading().match(headline, start, end)
    return (head.end(), end) if head and end - head.end() >= _HEAD else None


def points_back(body: str, start: int, end: int) -> bool:
    """Whether a stretch points back at what was said.

    >>> points_back("He made the remarks on Monday.", 0, 30)
    True
    """
    return bool(_REMARKS.find(body, start, end))
