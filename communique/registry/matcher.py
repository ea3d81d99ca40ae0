"""Finding the terms of registries in a text: whole words, the longest at each place, in one scan.

In: a mapping of terms to values. Out: matches with character offsets into the text as given. Registries that look at
the same texts share one automaton, and each text is scanned once for all of them. Stands on Aho and Corasick,
"Efficient string matching" (CACM 1975), in the implementation of `ahocorasick_rs`.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

T = TypeVar("T")


class Family(NamedTuple):
    """Terms that are made alike: each of several parts is one of some words; "" among them: it may be missing.

    One family stands for as many terms as its parts have combinations, at the cost of the words of the first part.
    """

    parts: tuple[tuple[str, ...], ...]


Term = str | Family
Terms = Mapping[Term, T] | Mapping[str, T] | Iterable[tuple[Term, T]]
Hit = tuple[int, int, Any]  # start, end negated (so that hits sort longest first), value


class Match(NamedTuple, Generic[T]):
    """One term found: `text[start:end]` is the term as written there, `value` what the registry says of it."""

    start: int
    end: int
    value: T


_MARKED = re.compile(r"[^\x00-\x7f]")
_SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "–": "-"} | dict(zip("ılŁłøØđĐ", "ilLloOdD", strict=True))
_FEW = 64  # different letters with marks, beyond which a text is read letter by letter


def _plain(match: re.Match[str]) -> str:
    return _unmarked(match.group())


@lru_cache(maxsize=4096)
def _unmarked(letter: str) -> str:
    """A letter without its marks, always one character."""
    base = unicodedata.normalize("NFKD", letter)[:1]
    base = _SIGNS.get(letter) or _SIGNS.get(base, base)
    return base if len(base.lower()) == 1 else letter


def fold(text: str, *, lower: bool = True) -> str:
    """`text` without diacritics, curly apostrophes and (with `lower`) capitals, of the same length.

    >>> fold("Türkiye’s São Tomé")
    "turkiye's sao tome"
    """
    plain = text if text.isascii() else _without_marks(text)
    return plain.lower() if lower else plain  # no letter without marks changes its length


def squeezed(text: str) -> str:
    """Folded letters and digits alone, as addresses have names.

    >>> squeezed("Timor-Leste"), squeezed("São Tomé")
    ('timorleste', 'saotome')
    """
    return "".join(filter(str.isalnum, fold(text)))


@lru_cache(maxsize=16)  # several registries look at the same text one after the other
def _without_marks(text: str) -> str:
    marked = set(_MARKED.findall(text))
    if len(marked) > _FEW:
        return _MARKED.sub(_plain, text)
    for letter in marked:  # a plain letter stays what it is: the order is of no account
        text = text.replace(letter, _unmarked(letter))
    return text


class Matcher(Generic[T]):
    """A set of terms, compiled when a text is first looked at.

    Args:
        terms: what to look for and the value of each, or a function that gives them; compared after `fold`.
        case: whether capitals matter ("US" is a country, "us" is not).
        shouted: whether terms of several words may stand wholly in upper case all the same.
        together: whether the texts are scanned for all matchers of this kind at once.
    """

    def __init__(
        self,
        terms: Terms[T] | Callable[[], Terms[T]],
        *,
        case: bool = False,
        shouted: bool = False,
        together: bool = False,
    ) -> None:
        self._given = terms
        self.case = case
        self._shouted = shouted
        self._together = together
        self._number = len(_TOGETHER) if together else 0
        if together:
            _TOGETHER.append(self)

    @cached_property
    def _pairs(self) -> list[tuple[Term, T]]:
        given = self._given() if callable(self._given) else self._given
        return list(given.items() if isinstance(given, Mapping) else given)

    @cached_property
    def terms(self) -> dict[str, T]:
        """The terms as they are compared; of several that are the same then, the last one's value."""
        lower = not self.case
        return {fold(term, lower=lower): value for term, value in self._pairs if isinstance(term, str) and term}

    @cached_property
    def families(self) -> list[tuple[Family, T]]:
        """The families among the terms; capitals do not matter in them."""
        return [(term, value) for term, value in self._pairs if isinstance(term, Family)]

    def written(self) -> Iterator[tuple[str, tuple[str, ...] | None, T]]:
        """The terms as an automaton takes them: in lower case, the forms that count (None: all), the value."""
        taken = set[str]()  # of several terms that are the same in upper case the first is meant
        for term, value in self.terms.items():
            forms: tuple[str, ...] | None = (term,) if self.case else None
            if self._shouted and " " in term and (upper := term.upper()) not in self.terms and upper not in taken:
                taken.add(upper)
                forms = (term, upper)
            yield term.lower(), forms, value

    @cached_property
    def _own(self) -> "_Automaton":
        return _Automaton([self])

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Match[T]]:
        """The matches in `text[start:end]`, in order, without overlap: whole words only, the longest at each place.

        >>> Matcher({"Niger": "NER", "Nigeria": "NGA"}).find("From Niger to Nigeria")
        [Match(start=5, end=10, value='NER'), Match(start=14, end=21, value='NGA')]
        """
        hits = (_scan(text, len(_TOGETHER)) if self._together else self._own.scan(text))[self._number]
        stop = len(text) if end is None else end
        found: list[Match[T]] = []
        free = start
        for at, minus_end, value in hits[bisect_left(hits, (start,)) :] if start else hits:
            if at >= stop:
                break
            if at >= free and -minus_end <= stop:
                free = -minus_end
                found.append(Match(at, free, value))
        return found


_TOGETHER: list[Matcher[Any]] = []


class _Automaton:
    """One automaton for the terms of several matchers."""

    def __init__(self, matchers: Sequence[Matcher[Any]]) -> None:
        self._size = len(matchers)
        owners: dict[str, list[tuple[int, tuple[str, ...] | re.Pattern[str] | None, Any]]] = {}
        for number, matcher in enumerate(matchers):
            for term, forms, value in matcher.written():
                owners.setdefault(term, []).append((number, forms, value))
            for family, value in matcher.families:
                behind = _behind_first(family)
                for word in family.parts[0]:
                    owners.setdefault(fold(word), []).append((number, behind, value))
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(list(owners))

    def scan(self, text: str) -> list[list[Hit]]:
        """The whole words and phrases of each matcher, overlapping ones too: in order, the longest first."""
        plain, owners = fold(text, lower=False), self._owners
        folded = plain.lower() + "\n"  # so that there is a character behind the last one, which no term has
        found: list[list[Hit]] = [[] for _ in range(self._size)]
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            # in the midst of a word if letters or digits stand on both sides; the added one stands "before" the first
            if folded[end].isalnum() and folded[end - 1].isalnum():
                continue
            if folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            for number, forms, value in owners[index]:
                if isinstance(forms, re.Pattern):
                    if behind := forms.match(folded, end):
                        found[number].append((start, -behind.end(), value))
                elif forms is None or plain[start:end] in forms:
                    found[number].append((start, -end, value))
        for hits in found:
            hits.sort()  # values are not compared: a matcher has one for the same place
        return found


def _behind_first(family: Family) -> re.Pattern[str]:
    """What must follow a word of the first part: of each further one a word, the longest that is there."""
    shape = ""
    for part in family.parts[1:]:
        words = "|".join(re.escape(fold(word)) for word in sorted(part, key=len, reverse=True) if word)
        shape += f"(?: (?:{words}))?" if "" in part else f" (?:{words})"
    return re.compile(rf"{shape}(?![^\W_])")


@lru_cache(maxsize=16)  # the registries look at a headline and a body one after the other
def _scan(text: str, members: int) -> list[list[Hit]]:
    return _joint(members).scan(text)


@cache
def _joint(members: int) -> _Automaton:
    """The automaton of all matchers that look at texts together; made anew where one has joined."""
    return _Automaton(_TOGETHER[:members])
