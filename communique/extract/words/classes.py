"""Classes of words and of expressions, each made once: verbs of saying, days and months, what tells an earlier time.

In: the name of a class of registry/word_classes.toml, or of a list of registry/participation.toml. Out: its lower-case
words or expressions.
"""

from collections.abc import Iterable
from functools import cache

from communique.registry import settings


@cache
def word_class(name: str) -> frozenset[str]:
    """The lower-case words of one class.

    >>> "monday" in word_class("calendar")
    True
    """
    return frozenset(settings("word_classes")[name])


@cache
def phrases(kind: str, where: str) -> tuple[str, ...]:
    """The expressions that tell of somebody's part in an event, by what they say and where they stand.

    >>> "envoy of" in phrases("represented", "before")
    True
    """
    return tuple(settings("participation")[kind].get(where, ()))


@cache
def spaced(kind: str, where: str, before: str = "") -> tuple[str, ...]:
    """The same with a space behind, and with something in front: to be looked for in words joined by spaces."""
    return tuple(f"{before}{phrase} " for phrase in phrases(kind, where))


@cache
def _cues(kind: str, where: str) -> frozenset[str]:
    """The longest word of each."""
    return frozenset(max(reversed(phrase.split()), key=len) for phrase in phrases(kind, where))


def tells(said: str, kind: str, where: str) -> bool:
    """Whether one of the expressions stands among words joined by spaces, with a space at either end.

    >>> tells(" the mayor was abroad . ", "absent", "after"), tells(" the mayor was there . ", "absent", "after")
    (True, False)
    """
    if _cues(kind, where).isdisjoint(said.split()):  # the cheap look first
        return False
    return any(map(said.__contains__, spaced(kind, where, " ")))


def padded(said: Iterable[str]) -> tuple[str, ...]:
    """Expressions with a space on either side, to be looked for in words joined by spaces.

    >>> padded(["led by"])
    (' led by ',)
    """
    return tuple(f" {phrase} " for phrase in said)
