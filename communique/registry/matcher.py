"""Finding the terms of a registry in a text: whole words, the longest at each place, in one scan.

In: a mapping of terms to values. Out: matches with character offsets into the text as given. Stands on
Aho and Corasick, "Efficient string matching" (CACM 1975), in the implementation of `ahocorasick_rs`.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """One term found: `text[start:end]` is the term as written there, `value` what the registry says of it."""

    start: int
    end: int
    value: T


_MARKED = re.compile(r"[^\x00-\x7f]")
_SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "–": "-"} | dict(zip("ılŁłøØđĐ", "ilLloOdD", strict=True))


def _plain(match: re.Match[str]) -> str:
    return _unmarked(match.group())


@lru_cache(maxsize=4096)
def _unmarked(letter: str) -> str:
    """A letter without its marks, always one character."""
    base = _SIGNS.get(letter) or unicodedata.normalize("NFKD", letter)[:1]
    return base if len(base.lower()) == 1 else letter


@lru_cache(maxsize=16)  # several registries look at the same text one after the other
def fold(text: str, *, lower: bool = True) -> str:
    """`text` without diacritics, curly apostrophes and (with `lower`) capitals, of the same length.

    >>> fold("Türkiye’s São Tomé")
    "turkiye's sao tome"
    """
    if text.isascii():
        return text.lower() if lower else text
    kept = _MARKED.sub(_plain, text)
    return kept.lower() if lower else kept  # no letter without marks changes its length


class Matcher(Generic[T]):
    """A compiled set of terms.

    Args:
        terms: what to look for and the value of each; compared after `fold`.
        case: whether capitals matter ("US" is a country, "us" is not).
    """

    def __init__(self, terms: Mapping[str, T] | Iterable[tuple[str, T]], *, case: bool = False) -> None:
        pairs = terms.items() if isinstance(terms, Mapping) else terms
        self._lower = not case
        folded = {fold(term, lower=self._lower): value for term, value in pairs if term}
        self._values = list(folded.values())
        self._automaton = AhoCorasick(list(folded))

    def find(self, text: str) -> list[Match[T]]:
        """The matches in `text`, in order, without overlap: whole words only, the longest at each place.

        >>> Matcher({"Niger": "NER", "Nigeria": "NGA"}).find("From Niger to Nigeria")
        [Match(start=5, end=10, value='NER'), Match(start=14, end=21, value='NGA')]
        """
        haystack = fold(text, lower=self._lower)
        whole = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(haystack, overlapping=True)
            if not (start and haystack[start - 1].isalnum() and haystack[start].isalnum())
            and not (end < len(haystack) and haystack[end].isalnum() and haystack[end - 1].isalnum())
        ]
        whole.sort()
        found: list[Match[T]] = []
        free = 0
        for start, minus_end, index in whole:
            if start >= free:
                free = -minus_end
                found.append(Match(start, free, self._values[index]))
        return found
