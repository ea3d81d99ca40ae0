"""Whether a text tells what somebody says, rather than what took place.

In: a headline, or the first stretches of a body. Out: which words of a headline are those of somebody named in it, and
whether the first sentence is somebody's words. It rests on the offices of those who speak for a side and on verbs of
saying (`[attribution]` of `registry/kind_cues.toml`); what a ministry or an embassy lets know is told as having
happened.
"""

import re
from functools import cache

from communique.extract.event.cue_words import spelt
from communique.registry import settings
from communique.registry.matcher import Matcher

_HEAD = 15  # characters of a headline that is somebody's words, at least
_SUBJECT = 90  # characters before the office of the one who speaks, and behind it

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


@cache
def _main_clause() -> re.Pattern[str]:
    """ "The minister … has said", with no other deed of his before it."""
    speakers, verbs, deeds, bodies = (_words()[name] for name in ("speakers", "verbs", "deeds", "bodies"))
    other = rf"(?:(?!\b(?:{deeds}|{bodies})\b)[^;]){{0,{_SUBJECT}}}?"
    return re.compile(rf"{other}\b(?:{speakers})\b{other}\b(?:{verbs})\b", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """ "…, said the minister", "…, according to the ambassador", "…, the president has said"."""
    speakers, bodies = _words()["speakers"], _words()["bodies"]
    before = rf"(?:said|says|stated|according to)\s[^.;]{{0,90}}\b(?:{speakers})\b"
    after = (
        rf"[^.;,]{{0,90}}\b(?:{speakers})\b(?:(?!\b(?:{bodies})\b)[^.;]){{0,70}}"
        r"\b(?:said|says|stated|noted|pointed out|underlined)\b"
    )
    return re.compile(rf"[,”\"]\s*(?:{before}|{after})", re.IGNORECASE)


@cache
def _next() -> re.Pattern[str]:
    """ "This is according to …"."""
    return re.compile(
        r"\s*(?:this|that|these)\b[^.;]{0,40}\b(?:according to|(?:said|stated|disclosed|revealed) by)\b", re.I
    )


def _remarks() -> dict[str, bool]:
    return {remark: True for parts in settings("kind_cues")["attribution"]["remarks"] for remark in spelt(parts)}


_REMARKS = Matcher(_remarks, together=True)
# "He made the remarks while …", "This was conveyed during …"
_OCCASION = re.compile(r"[^.]{0,60}?\b(?:when|while|during|in|at|as)\b")


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


def is_said(body: str, first: Stretch, after: Stretch | None) -> bool:
    """Whether what the first sentence tells is afterwards given as somebody's words.

    Args:
        body: the text.
        first: where its first sentence begins and ends.
        after: the stretch behind it, if any.

    >>> is_said("Trade should grow, the ambassador said.", (0, 39), None)
    True
    >>> is_said("Trade has grown, the ministry said.", (0, 35), None)
    False
    """
    return bool(_behind().search(body, *first) or (after and _next().match(body, *after)))


def says(body: str, start: int, end: int) -> bool:
    """Whether a sentence is about one who speaks.

    >>> says("The ambassador underlined that trade should grow.", 0, 49)
    True
    >>> says("The ambassador met the minister and said little.", 0, 48)
    False
    """
    return _main_clause().match(body, start, end) is not None


def points_back(body: str, start: int, end: int) -> bool:
    """Whether a stretch points back at what was said.

    >>> points_back("He made the remarks on Monday.", 0, 30)
    True
    """
    return bool(_REMARKS.find(body, start, end))


def names_occasion(body: str, start: int, end: int) -> bool:
    """Whether a stretch says on what occasion the words before it were spoken.

    >>> names_occasion("He made the remarks while accepting credentials.", 0, 48)
    True
    >>> names_occasion("He made the remarks on Monday.", 0, 30)
    False
    """
    return any(_OCCASION.match(body, remark.end, end) for remark in _REMARKS.find(body, start, end))
