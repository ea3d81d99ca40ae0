"""Classes of words, from registry/word_classes.toml: openers of sentences, days and months, verbs of saying.

In: the name of a class. Out: its lower-case words.
"""

from functools import cache

from communique.registry import settings


@cache
def word_class(name: str) -> frozenset[str]:
    """The lower-case words of one class.

    >>> "monday" in word_class("calendar")
    True
    """
    return frozenset(settings("word_classes")[name])
