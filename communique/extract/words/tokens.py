"""Words of a text with their places: tokens, sentences, and which of them start with a capital.

In: a string. Out: `Tokens`, parallel lists that the readers of offices and names walk over. One regular expression,
one pass. Initials ("S.", "Kh.Battulga", "U.S.") and names with hyphens or apostrophes ("al-Waz", "Jian'guo") are one
word; a possessive ending is a word of its own ("Jordan", "'s").
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, compress, pairwise
from operator import itemgetter

from communique.extract.words.classes import word_class
from communique.extract.words.letters import post_nominals
from communique.registry import rows
from communique.remembered import Remembered

UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_WORD = re.compile(
    r"([a-z]++(?![\w'’ʼ‘`‑-])"  # most words; the others are slower to read
    r"|[A-Z][a-z]*+(?![\w.'’ʼ‘`‑-])"
    rf"|(?:Mr|Ms|Dr)(?=\.[{UPPER}])"  # Mr.Bekim
    rf"|(?:[{UPPER}][a-z]?\.(?=[{UPPER}]))+[{UPPER}]\w*(?:-[{UPPER}][a-z]+)*"  # Kh.Battulga  L.Oyun-Erdene
    rf"(?:\.(?=\W|$)(?<=\.[{UPPER}]\.))?"  # U.S.
    rf"|(?:Zh|Kh|Sh|Ch|Ts|Yu|Ya|Ye|Dz|Gh|Md|Ma|Mohd|Abd|Sta|Sto|St|Th|Ph|[{UPPER}])\.(?=\s?[{UPPER}])"  # S. Jaishankar
    r"|[^\W\d_]\w*(?:(?:['’ʼ‘`](?![sS]\b)|[-‑])(?=\w)\w*)*"  # al-Waz  Jian'guo
    r"|['’][sS]\b"  # possessive
    r"|\d[\w.,]*\w|\d"
    r"|[^\s\[\]])"  # what an editor puts in, "Ambassador [to Chad] X", is read with the rest
)
_END = frozenset(".!?…")
_AD_INTERIM = ["a", ".", "i"]  # "Chargé d'Affaires a.i. X"
_INSIDE = frozenset(",;:")  # "chargé d'affaires a.i., X": no sentence opens with these
_CLOSING = frozenset("\"'”’)»")
_INSERTED = {ord("["): None, ord("]"): None}
# Their full stop does not end a sentence: titles of the registry ("Assoc.") and further abbreviations.
_ABBREVIATIONS = (
    word_class("abbreviations")
    | word_class("short_names")
    | frozenset(row["term"].lower() for row in rows("honorifics") if len(row["term"]) < 6)
)
LONGEST = 500  # words of a sentence, longer than any list of a delegation
# Words that open a sentence rather than continue a name, also where the name ends in a short word ("Wang Yi. The").
OPENERS = word_class("openers")


def _may_open(word: str) -> bool:
    """Whether a word may open a name: a capital, or without one "al-Waz", "'Mabatho", "the Hon."."""
    return word[0].isupper() or word in {"'", "‘", "’", "the"} or word.startswith(("al-", "el-"))


_FIRST = itemgetter(0)
_OPENS = Remembered(_may_open)
_ENDS = Remembered(lambda word: word[-1] in _END)


@dataclass(slots=True)
class Tokens(list[str]):
    """The words of `text`; all lists have one entry a word, and it is one itself: so `len` costs no call of ours.

    `lower` is lower case with straight apostrophes, `cap` whether the word starts with a capital,
    `sentence` the number of its sentence, `first` whether it is the first word of one. `opens` has the numbers of the
    words that may open a name, `bounds` the first word of each sentence and the one behind its last.
    """

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    word: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    cap: list[bool] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)
    bounds: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.extend(self.word)

    def span(self, i: int, j: int) -> str:
        """The text of the words `i` up to `j`, white space collapsed, an editor's brackets left out."""
        return " ".join(self.text[self.start[i] : self.end[j - 1]].translate(_INSERTED).split()) if j > i else ""


def tokenize(text: str, begin: int = 0) -> Tokens:
    """Splits `text`, from the character `begin` on, into words and sentences.

    >>> [w for w in tokenize("U.S. envoy met Dr. S. Jaishankar. He left.").word]
    ['U.S.', 'envoy', 'met', 'Dr', '.', 'S.', 'Jaishankar', '.', 'He', 'left', '.']
    >>> tokenize("He met Wang Yi. The talks ended.").sentence
    [0, 0, 0, 0, 0, 1, 1, 1, 1]
    """
    pieces = _WORD.split(text[begin:] if begin else text)  # white space and words in turn
    at = list(accumulate(map(len, pieces), initial=begin))
    word, start, end = pieces[1::2], at[1:-1:2], at[2::2]
    if letters := post_nominals(word, start, end):
        stay = [k not in letters for k in range(len(word))]
        word, start, end = list(compress(word, stay)), list(compress(start, stay)), list(compress(end, stay))
    lower = "\n".join(word).lower().replace("’", "'").split("\n") if word else []
    tokens = Tokens(text, start, end, word, lower, list(map(str.isupper, map(_FIRST, word))))
    tokens.opens = list(compress(range(len(word)), map(_OPENS.__getitem__, word)))
    tokens.bounds = _bounded(_breaks(tokens), len(word))
    tokens.first = [False] * len(word)
    for number, (i, j) in enumerate(tokens.bounds):
        tokens.sentence += [number] * (j - i)
        for k in range(i, min(i + 4, j)):
            if word[k][0].isalnum():
                tokens.first[k] = True
                break
    return tokens


def _breaks(tokens: Tokens) -> set[int]:
    """The numbers of the words that open a sentence or a paragraph, the very first word left out."""
    text, word, lower, n = tokens.text, tokens.word, tokens.lower, len(tokens.word)
    found: set[int] = set()
    for i in compress(range(n), map(_ENDS.__getitem__, word)):
        w = word[i]
        if w in _END:
            if i == 0 or (w == "." and (lower[i - 1] in _ABBREVIATIONS or lower[max(0, i - 3) : i] == _AD_INTERIM)):
                continue
            k = i + 1
            while k < n and word[k] in _CLOSING:
                k += 1
            if k < n and not word[k][0].islower() and word[k] not in _INSIDE:
                found.add(k)
        elif w[-1] == "." and 1 < len(w) < 4 and i + 1 < n and lower[i + 1] in OPENERS and tokens.cap[i + 1]:
            found.add(i + 1)
    at = text.find("\n\n", tokens.start[0] if n else len(text))
    while at >= 0:
        k = bisect_left(tokens.start, at)
        if k < n:
            found.add(k)
            at = text.find("\n\n", tokens.start[k])
        else:
            break
    found.discard(0)
    return found


def _bounded(breaks: Iterable[int], n: int) -> list[tuple[int, int]]:
    """The sentences between breaks, one beyond all measure in parts: what looks at a whole sentence stays fast."""
    bounds = pairwise([0, *sorted(breaks), n])
    return [(k, min(k + LONGEST, j)) for i, j in bounds for k in range(i, j, LONGEST)]
