"""Where a text says that somebody rings up a person by name: "Premier calls Sisi over Gaza".

In: a stretch of text. Out: each such expression, as a cue of a call. It rests on the verbs of `[rung]` of
`registry/kind_cues.toml`. Who calls a country something, or calls on it, rings up nobody.
"""

import re
from collections.abc import Iterator

from communique.extract.event.cue_words import alternatives
from communique.registry import settings
from communique.registry.countries import find_countries
from communique.registry.matcher import Match, Matcher

_NAME = re.compile(r"\s(?:[A-Z][a-z][\w’'-]*\s?){1,4}(?<!\s)")
_BEHIND = re.compile(
    r"\s*$|[.,;]|\s(?:over|on|about|after|amid|as|late|today|yesterday|again|following"
    r"|to (?:discuss|ask|tell|thank|confirm|congratulate|express|offer|convey|urge|talk|speak|assure|inform|review))\b"
)


def _verbs() -> dict[str, float]:
    return {verb: group["weight"] for group in settings("kind_cues")["rung"] for verb in alternatives(group["verbs"])}


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
        name = _NAME.match(text, verb.end, end)
        if name and _BEHIND.match(text, name.end(), end) and not find_countries(name[0]):
            yield Match(verb.start, name.end(), ("call", verb.value))
