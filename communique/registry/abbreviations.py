"""Abbreviations whose full stop ends no sentence, as a pattern that matches at the end of a text.

In: registry/word_classes.toml. Out: the pattern. Initials count as well; capitals matter ("No. 5", but "said no.").
"""

import re
from functools import cache

from communique.registry import settings

_SMALL = frozenset({"a.i", "e.g", "i.e", "vs", "approx", "ret"})


@cache
def abbreviation() -> re.Pattern[str]:
    """What matches if a text, its last full stop left out, ends with an abbreviation or an initial.

    >>> [bool(abbreviation().search(text)) for text in ("met H.E. Dr", "of St", "said no", "led by A")]
    [True, True, False, True]
    """
    classes = settings("word_classes")
    # "a.i" and "e.g" are small in any place; others begin with a capital
    words = [
        word if word in _SMALL else _capital(word) for word in (*classes["abbreviations"], *classes["short_names"])
    ]
    forms = sorted({*words, *classes["capital_abbreviations"]}, key=len, reverse=True)
    return re.compile(rf"(?:^|[\s(.\"“])(?:[A-Z]|{'|'.join(map(re.escape, forms))})$")


def _capital(word: str) -> str:
    return word.strip(".").upper() if "." in word else word.capitalize()
