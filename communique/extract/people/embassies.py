"""Embassies, consulates and high commissions named in a text: "the Chinese Embassy in Juba", "the Embassy of India".

In: a `Reading`. Out: the `Embassy`s whose sending country is told, in order.
"""

from collections.abc import Iterator
from itertools import compress
from typing import NamedTuple

from communique.extract.offices.heads import skip_the
from communique.extract.people.bodies import cues
from communique.extract.words.reading import Reading

_NOUNS = frozenset(["embassy", "consulate", "commission"])
_GENERAL = ("general", "-general")
_FRONT, _NEAR = 4, 12  # words in front of an embassy that opens the text, and behind it up to its deed
_AT = (["in"], ["to"], ["at"])


class Embassy(NamedTuple):
    """An embassy on the words `i` up to `j`, its place among them; `country` sends it, `post` is where it serves."""

    i: int
    j: int
    country: str
    post: str | None


def embassies(reading: Reading) -> Iterator[Embassy]:
    """The embassies that a text names with their sending country."""
    tokens, lower = reading.tokens, reading.tokens.lower
    for k in compress(range(1, len(lower) - 1), map(_NOUNS.__contains__, lower[1:])):
        high = lower[k - 1] == "high"
        if not tokens.cap[k] or (lower[k] == "commission" and not high):
            continue
        i, j = k - high, k + 1
        j += lower[j] in _GENERAL
        geo = reading.geo_to.get(i - 1 if lower[i - 1] == "'s" else i)
        if geo:
            i = geo.i
        elif lower[j : j + 1] == ["of"]:
            geo = reading.geo.get(skip_the(lower, j + 1))
            j = geo.j if geo else j
        place = reading.geo.get(skip_the(lower, j + 1)) if lower[j : j + 1] in _AT else None
        if geo:
            yield Embassy(i, place.j if place else j, geo.alpha3, place.alpha3 if place else None)


def acting_embassy(reading: Reading) -> Embassy | None:
    """The embassy that opens a text with a deed: "The Embassy of Japan in Maputo, through its fund, gave"."""
    first = next(embassies(reading), None)
    begin, end = reading.tokens.bounds[0] if reading.tokens.bounds else (0, 0)
    if first is None or not begin <= first.i <= begin + _FRONT or first.j >= end:
        return None
    behind = reading.tokens.lower[first.j : min(first.j + _NEAR, end)]
    return first if not cues("acts").isdisjoint(behind) else None
