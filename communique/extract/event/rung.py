"""Where a text says that somebody rings up a person by name: "Premier calls Sisi over Gaza".

In: a stretch of text. Out: each such expression, as a cue of a call. It rests on the verbs of `[rung]` of
`registry/kind_cues.toml`. Who calls a country something, or calls on it, rings up nobody.
"""

import re
from collections.abc import Iterator
from functools import cache

from communique.extract.event.cue_words import alternatives
from communique.registry import settings
from communique.registry.countries import find_countries
from communique.registry.matcher import Match, Matcher

_NAME = re.compile(r"\s(?:[A-Z][a-z][\w’'-]*\s?){1,4}(?<!\s)")
_BEHIND = re.compile(
    r"\s*$|[.,;]|\s(?:over|on|about|after|amid|as|late|today|yesterday|again|following"
    r"|to (?:discuss|ask|tell|thank|confirm|congratulate|express|offer|convey|urge|talk|speak|assure|inform|review))\b"
)
_MET = 7.0  # the weight of a meeting told so
# who speaks to another in such a place is with him
_IN_PERSON = re.compile(
    r"\b(?:sidelines?|margins?|fringes?|met|meets|meeting|received|visiting|visit|trip|tour|hosted|arrived|ceremony|lunch|luncheon|dinner"
    r"|breakfast|reception|palace|airport|summit|conference|forum|ambassadors?|envoys?)\b"
)


def _verbs() -> dict[str, tuple[float, str | None]]:
    groups = settings("kind_cues")["rung"]
    return {verb: (group["weight"], group.get("offices")) for group in groups for verb in alternatives(group["verbs"])}


_VERBS = Matcher(_verbs, together=True)


def rung(text: str, start: int, end: int) -> Iterator[Match[tuple[str, float]]]:
    """The places at which a text says that a person is rung up, as cues of a call.

    Args:
        text: a headline or a body.
        start: where the stretch begins.
        end: where it ends.

    >>> text = "Premier calls Sisi over Gaza"
    >>> [text[found.start : found.end] for found in rung(text, 0, 28)]
    ['calls Sisi']
    >>> list(rung("Premier calls Egypt over Gaza", 0, 29))
    []
    """
    for verb in _VERBS.find(text, start, end):
        weight, offices = verb.value
        name = _NAME.match(text, verb.end, end)
        if name and _BEHIND.match(text, name.end(), end) and not find_countries(name[0]):
            yield Match(verb.start, name.end(), ("call", weight))
        elif offices and (name := _holder(offices).match(text, verb.end, end)) and _BEHIND.match(text, name.end(), end):
            met = _IN_PERSON.search(text, start, end)
            yield Match(verb.start, name.end(), ("meeting", _MET) if met else ("call", weight))


@cache
def _holder(offices: str) -> re.Pattern[str]:
    """Who is named by an office: "the President of Peru, Ana Paz", "his Peruvian counterpart"."""
    words = r"(?:(?:[A-Z][\w.’'-]*|of|the|for|and)\s){0,7}"
    return re.compile(rf"\s(?:the\s|his\s|her\s)?{words}(?i:{offices})\b(?:\s(?:[A-Z][\w.’'-]*|of|for|the|and)){{0,8}}")
