"""Where a text says that somebody is in, or has come to, a country or its capital.

In: a stretch of text. Out: each such expression ("reached Maputo", "is in Angola"). It rests on the verbs of
`[arrivals]` of `registry/kind_cues.toml` and on the names of the registry of countries.
"""

import re
from collections.abc import Iterator
from functools import cache

from communique.registry import settings
from communique.registry.countries import find_countries
from communique.registry.matcher import Match

_NAME = 40  # characters of the name of a country or a capital


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?<!who )(?<!which )(?<!that )(?:{settings('kind_cues')['arrivals']['verbs']})\s(?=[A-Z])")


def arrivals(text: str, start: int, end: int) -> Iterator[Match[tuple[str, float]]]:
    """The places at which a text says that somebody is in a country, as cues of a visit.

    Args:
        text: a headline or a body.
        start: where the stretch begins.
        end: where it ends.

    >>> text = "The premier reached Maputo"
    >>> [text[found.start : found.end] for found in arrivals(text, 0, 26)]
    ['reached Maputo']
    """
    weight = settings("kind_cues")["arrivals"]["weight"]
    for verb in _verbs().finditer(text, start, end):
        named = find_countries(text[verb.end() : min(end, verb.end() + _NAME)])
        if named and not named[0].start and named[0].value.form in ("name", "capital"):
            yield Match(verb.start(), verb.end() + named[0].end, ("visit", weight))
