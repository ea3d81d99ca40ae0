"""The phrases that a cell of `registry/kind_cues.toml` stands for.

In: a cell ("gave|given"), or several whose words follow each other. Out: the phrases. What several cells share is
written once, under `[lists]` of the registry, and named in braces.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from communique.registry import settings


@cache
def _lists() -> dict[str, str]:
    return dict(settings("kind_cues")["lists"])


def alternatives(cell: str) -> tuple[str, ...]:
    """The phrases of a cell; "{name}" stands for those of a list.

    >>> alternatives("gave|given")
    ('gave', 'given')
    """
    return tuple(cell.format_map(_lists()).replace("\n", "").split("|"))


def spelt(parts: Sequence[str]) -> Iterator[str]:
    """Each way of choosing one phrase of every cell ("" is none), put together.

    >>> list(spelt(["left|leaves", "|today", "for"]))
    ['left for', 'left today for', 'leaves for', 'leaves today for']
    """
    return (" ".join(filter(None, words)) for words in product(*map(alternatives, parts)))
