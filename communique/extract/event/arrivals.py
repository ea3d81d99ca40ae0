"""Where a text says that somebody is in, has come to or has left for a country, its capital or a larger city.

In: a stretch of text. Out: each such expression ("reached Maputo", "is in Angola"). It rests on the verbs of
`[arrivals]` of `registry/kind_cues.toml` and on the names of the registries of countries and cities.
"""

import re
from collections.abc import Iterator

from communique.extract.event.cue_words import spelt
from communique.registry import settings
from communique.registry.cities import city_country
from communique.registry.countries import find_countries
from communique.registry.matcher import Match, Matcher

_NAME = 40  # characters of the name of a country or a capital
_CITY = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?![\w’'-]| [A-Z])")


def _verbs() -> dict[str, bool]:
    return {verb: True for parts in settings("kind_cues")["arrivals"]["verbs"] for verb in spelt(parts)}


_VERBS = Matcher(_verbs, together=True)
_NAMED = re.compile(r"\s[A-Z]")  # behind a verb
_WHO = re.compile(r"\b(?:who|which|that|\w+ed|taken|sent|brought)\s$")  # before one: "carried off to Portugal"


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
    for verb in _VERBS.find(text, start, end):
        if not _NAMED.match(text, verb.end, end) or _WHO.search(text, max(start, verb.start - 14), verb.start):
            continue
        stop = _place(text, verb.end + 1, min(end, verb.end + 1 + _NAME))
        if stop is not None:
            yield Match(verb.start, stop, ("visit", weight))


def _place(text: str, start: int, end: int) -> int | None:
    """Where the name of a country or a city ends that begins at a place."""
    named = find_countries(text[start:end])
    if named and not named[0].start and named[0].value.form in ("name", "capital"):
        return start + named[0].end
    city = _CITY.match(text, start, end)
    return city.end() if city and city_country(city[0]) else None
