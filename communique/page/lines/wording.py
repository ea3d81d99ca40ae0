"""What the words of a line say by themselves: how many there are of each class, and what they are about.

In: a line. Out: its `Wording`. What a piece between two spaces says is remembered, and the counts of all classes travel
in one integer, so that a line is looked up and added up once.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from operator import itemgetter
from struct import Struct
from typing import NamedTuple

from communique.page.lines.sitetalk import YOU, site_words
from communique.page.vocabulary import word_list
from communique.registry import settings
from communique.registry.matcher import fold
from communique.remembered import Remembered

# Chinese and Japanese set no spaces between words: two characters count as one, and five of the scripts of Thai, Lao,
# Burmese and Khmer.
_PAIRED = "\u3040-\u30ff\u3400-\u9fff"
_FIVES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_LETTER = rf"[^\W_{_PAIRED}{_FIVES}]"
WORD = re.compile(rf"{_LETTER}+(?:['’.-]{_LETTER}+)*|[{_PAIRED}]{{1,2}}|[{_FIVES}]{{1,5}}")
_PAIR = re.compile(rf"(?=([{_PAIRED}]{{2}}))")
PAST = re.compile(r"[a-z]{2,}ed$")
STEM = 5  # letters of a word that are compared: "Croatia" and "Croatian" agree
_BITS = 32  # of a class, more than the words of any page
# where in the integer a class is counted; the first place has the number of words
_CAPITAL, _RUNNING, _WEAK, _FINITE, _MENU, _READER, _DIGIT, _SITE, _PAGE, _YOU = range(_BITS, 11 * _BITS, _BITS)
_CLASSES = Struct("<11I")  # the integer taken apart


class Wording(NamedTuple):
    """The words of a line: their number, and how many are of a class.

    `stems` are the beginnings of the content words; `first` is the first word, lower case without marks; `capitals` are
    counted behind the first word; `running` are the small words of sentences, half as many for the weak ones;
    `finite` are the words that are verbs of a sentence for certain;
    `digits` tells whether there is a digit, `site_talk` whether words of sites or to the reader stand in the line.
    """

    words: int
    stems: frozenset[str]
    first: str
    capitals: int
    running: float
    finite: int
    menu: int
    reader: int
    digits: bool
    site_talk: bool


def wording(text: str) -> Wording:
    """What the words of a line say.

    >>> said = wording("The ministers met in Baku")
    >>> said.words, said.first, said.running, sorted(said.stems)
    (5, 'the', 1.5, ['baku', 'minis'])
    """
    pieces = list(map(_PIECES.__getitem__, text.split(" ")))
    counts = sum(map(_COUNTS, pieces)).to_bytes(_CLASSES.size, "little")
    words, capitals, running, weak, finite, menu, reader, digits, site, page, you = _CLASSES.unpack(counts)
    opening = next(filter(_FIRST, pieces), _NOTHING)
    return Wording(
        words=words,
        stems=frozenset(chain.from_iterable(map(_STEMS, pieces))),
        first=opening.first,
        capitals=capitals - opening.capital,
        running=running - 0.5 * weak,
        finite=finite,
        menu=menu,
        reader=reader,
        digits=digits > 0,
        site_talk=site + you > 0 or page > 1,
    )


def stems_of(words: list[str]) -> frozenset[str]:
    """The beginnings of the content words: names, nouns and verbs of four letters or more, and acronyms."""
    return frozenset(chain.from_iterable(_PIECES[word].stems for word in words))


class _Piece(NamedTuple):
    """What stands between two spaces: counts of its words by class, their stems, the first one and its capital."""

    counts: int
    stems: tuple[str, ...]
    first: str
    capital: int


_COUNTS, _STEMS, _FIRST = itemgetter(0), itemgetter(1), itemgetter(2)
_NOTHING = _Piece(0, (), "", 0)


@cache
def _by_letter() -> dict[str, int]:
    """What words count as that are compared in lower case."""
    return _counted({_RUNNING: word_list("running"), _WEAK: word_list("weak"), _FINITE: word_list("finite")})


@cache
def _by_plain_letter() -> dict[str, int]:
    """What words count as that are compared without marks."""
    site = {_SITE: site_words("site_words"), _PAGE: site_words("page_words"), _YOU: YOU}
    return _counted({_MENU: map(fold, settings("chrome")["menu"]), _READER: word_list("reader"), **site})


def _counted(classes: Mapping[int, Iterable[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for place, words in classes.items():
        for word in set(words):
            counts[word] = counts.get(word, 0) + (1 << place)
    return counts


@cache
def _silent() -> frozenset[str]:
    """Words that tell nothing of what a text is about."""
    return word_list("stop") | word_list("running")


def _piece(piece: str) -> _Piece:
    counts, stems, first, capital = 0, [], "", 0
    for word in [piece] if piece.isascii() and piece.isalpha() else WORD.findall(piece):
        lower = word.lower()
        plain = lower if lower.isascii() else fold(lower)
        counts += 1 + _by_letter().get(lower, 0) + (_by_plain_letter().get(plain, 0) if word != "US" else 0)
        counts += (word != lower) << _CAPITAL
        counts += (word.endswith("ed") and PAST.match(word) is not None) << _FINITE
        if not first:
            first, capital = plain, int(word != lower)
        if (len(word) > 3 or (word.isupper() and len(word) > 1)) and lower not in _silent():
            stems.append(plain[:STEM])
    if not piece.isascii():
        stems += _PAIR.findall(piece)
    digits = not piece.isalpha() and any(map(str.isdecimal, piece))
    return _Piece(counts + (digits << _DIGIT), tuple(stems), first, capital)


_PIECES = Remembered(_piece)
