"""How like the words of the paragraphs, and those of the URL, a line's words are.

In: the lines of a page and the places of its main run of paragraphs. Out: the features `near` (the share of a line's
words that the paragraphs have, less 0.3), `support` (the share that the first ones have), `slug` and `slugged` (that
the URL has), `stranger` (a paragraph outside the main run that hardly shares a word with it).
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from communique.page.lines.features import Look
from communique.page.lines.wording import stems_of
from communique.page.publisher import host_and_path

_SLUG_WORD = re.compile(r"[^\W\d_]{2,}")
STRANGER = -0.15  # of `near`, and below it, where the main run has TELLING words
TELLING = 100  # words or more
SLUGGED = 0.75  # of a line's words


class Stems(NamedTuple):
    """The stems that stand in some lines, and those that stand in two or more of them."""

    once: set[str]
    often: set[str]


def shared(looks: Iterable[Look]) -> Stems:
    """The stems of lines."""
    said = Stems(set(), set())
    for look in looks:
        said.often.update(said.once & look.stems)
        said.once.update(look.stems)
    return said


class Words:
    """The words of a page's paragraphs: `once` all of them, and those of its address."""

    def __init__(self, looks: list[Look], core: list[int], url: str | None) -> None:
        self._looks, self._core = looks, core
        self.once, self._often = shared(looks[i] for i in core)
        self._lead = frozenset(stem for i in core[:3] for stem in looks[i].stems)
        words = _SLUG_WORD.findall(host_and_path(url)[1][:300])
        self._said = stems_of(words)
        self._slug = self._said | stems_of(list(map("-".join, pairwise(words))))  # "high-stakes" is two words there

    def see_likeness(self) -> None:
        """Add the features to each line."""
        inside = frozenset(self._core)
        telling = sum(self._looks[i].words for i in self._core) >= TELLING
        once, often = self.once | self._slug, self._often | self._slug
        for i, look in enumerate(self._looks):
            if not look.stems:
                continue
            own = i in inside
            near = len(look.stems & (often if own else once)) / len(look.stems)
            look.values["near"] = (near if len(self._core) > 1 or not own else 0.4) - 0.3
            strange = look.core and not own and telling and look.values["near"] < STRANGER
            look.values["stranger"] = float(strange and not (i and self._looks[i - 1].values.get("item")))
            look.values["support"] = len(look.stems & self._lead) / len(look.stems)
            self._see_slug(look)

    def _see_slug(self, look: Look) -> None:
        shared, size = len(look.stems & self._slug), len(look.stems)
        if shared > 3 or (shared and not look.stems.isdisjoint(self.once)):  # the paper's name is in the URL too
            look.values["slug"] = shared / min(size, max(len(self._said), 3))
            look.values["slugged"] = float(shared >= max(3, SLUGGED * size))
