"""Where the text ends on a page that lost its line breaks: the best of all places behind a sentence.

In: the text of such a page from its first paragraph on, and its address. Out: the place behind which nothing but
furniture stands. Each word behind a place, the place itself and the sentences beside it have signs (`opening.py`); a
log-linear model weighs them. The weights (`registry/closing_weights.toml`) are fitted by `scripts/fit_closing.py`.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from communique.page.lines.features import look_at
from communique.page.lines.lines import Line
from communique.page.lines.opening import LONG_WORD, MOST_WORDS, Head, weigh
from communique.page.lines.wording import STEM
from communique.registry import settings
from communique.registry.matcher import fold

SIGNATURE = 4  # words behind a full stop that may belong to the text: "… there. (GNA)"
TOLD = 600  # characters of the last words that belong to what was told
MARKED = 0.5  # of a line's feature, and more, is a sign
_LENGTHS = frozenset({"bias", "length", "medium", "short", "capitals", "small"})
LONGEST = 20_000  # characters behind which no end is looked for
_STOP = re.compile(r"[.!?…][\"”’»')\]]*$|[.!?…]?[\"”][.)]?$|[\])*]$")


class Ends(NamedTuple):
    """The places at which a text could end, in words, the signs of each, and those of the words behind the first."""

    places: list[int]
    steps: list[list[str]]
    words: list[list[str]]


class Tail(Head):
    """The last words of a page, and the signs of what could be the end of its text among them."""

    def __init__(self, text: str, url: str | None) -> None:
        tokens = list(re.finditer(r"\S+", text[-LONGEST:]))[-MOST_WORDS:]
        self.offset = max(0, len(text) - LONGEST) + tokens[0].start() if tokens else 0
        super().__init__(text[self.offset :], url)
        said = frozenset(word[:STEM] for word in fold(text[: self.offset + TOLD]).split() if len(word) >= LONG_WORD)
        starts = [*range(min(1, self.size)), *(k + 1 for k in range(self.size) if self.stops[k] and k + 1 < self.size)]
        for start, end in pairwise([*starts, self.size]):
            self.words[start] += self._segment(start, end, said)

    def _segment(self, start: int, end: int, said: frozenset[str]) -> Iterator[str]:
        """The signs of the words from one full stop to the next as a line of its own."""
        look = look_at(Line(" ".join(self.raw[start:end])))
        yield from (f"line {name}" for name, value in look.values.items() if value >= MARKED and name not in _LENGTHS)
        stems = [stem for stem in self.stems[start:end] if stem]
        yield f"told {int(4 * sum(stem in said for stem in stems) / max(1, len(stems)))}"
        yield f"size {min(7, (end - start) // 3)}"

    def places(self) -> list[int]:
        """The words behind which the text could end."""
        ends = [bool(stop or _STOP.search(raw)) for stop, raw in zip(self.stops, self.raw, strict=True)]
        return [
            k
            for k in range(1, self.size + 1)
            if ends[k - 1] or k == self.size or (any(ends[max(0, k - SIGNATURE) : k]) and "lower" not in self.words[k])
        ]

    def end(self, k: int) -> Iterator[str]:
        """The signs of the place behind a word as the end of the text."""
        if k < self.size:
            yield from self.step(k)
            yield from (f"next {sign}" for sign in self.sentence(k))
        else:
            yield from (f"from {sign}" for sign in self.words[k - 1])
            yield "to nothing"
        back = next((n for n in range(k - 1, max(0, k - 1 - SIGNATURE), -1) if self.stops[n - 1]), None)
        yield "stop here" if k == self.size or self.stops[k - 1] else "no stop here"
        if back is not None and back != k:
            yield f"{k - back} behind a stop"
        start = next((n for n in range(k - 1, 0, -1) if self.stops[n - 1]), 0)
        yield from (f"last {sign}" for sign in self.sentence(start))

    def closings(self) -> Ends:
        """All signs of a page's end."""
        places = self.places()
        return Ends(places, [["any", *self.end(k)] for k in places], [["any", *signs] for signs in self.words])


@cache
def _weights() -> dict[str, dict[str, float]]:
    return settings("closing_weights")


def find_closing(text: str, url: str | None) -> int | None:
    """Where the text ends, in characters; None if that is not among the last words.

    >>> text = "The ministers met in Baku on Monday. They spoke of trade. Share Print Related News Envoy In Rome"
    >>> text[: find_closing(text, None)]
    'The ministers met in Baku on Monday. They spoke of trade.'
    """
    tail = Tail(text, url)
    signs, weights = tail.closings(), _weights()
    if not signs.places:
        return None
    behind = [0.0] * (tail.size + 1)
    for k in reversed(range(tail.size)):
        behind[k] = behind[k + 1] + weigh(weights["word"], signs.words[k])
    scored = ((behind[k] + weigh(weights["end"], step), k) for k, step in zip(signs.places, signs.steps, strict=True))
    best = max(scored)[1]
    return None if tail.offset and best == signs.places[0] else tail.offset + tail.ends[best - 1]
