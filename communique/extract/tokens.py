"""Words of a text with their places: tokens, sentences, and which of them start with a capital.

In: a string. Out: `Tokens`, parallel lists that the readers of offices and names walk over. One regular expression,
one pass. Initials ("S.", "Kh.Battulga", "U.S.") and names with hyphens or apostrophes ("al-Waz", "Jian'guo") are one
word; a possessive ending is a word of its own ("Jordan", "'s").
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from communique.extract.classes import word_class
from communique.registry import rows

UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_WORD = re.compile(
    rf"(?:[{UPPER}][a-z]?\.(?=[{UPPER}]))+[{UPPER}]\w*(?:\.(?=\W|$)(?<=\.[{UPPER}]\.))?"  # U.S.  Kh.Battulga
    rf"|(?:Zh|Kh|Sh|Ch|Ts|Yu|Ya|Ye|Dz|Gh|Md|St|Th|Ph|[{UPPER}])\.(?=\s?[{UPPER}])"  # S. Jaishankar
    r"|[^\W\d_](?:\w|['’ʼ‘`](?![sS]\b)(?=\w)|[-‑](?=\w))*"  # al-Waz  Jian'guo
    r"|['’][sS]\b"  # possessive
    r"|\d[\w.,]*\w|\d"
    r"|\S"
)
_END = frozenset(".!?…")
_CLOSING = frozenset("\"'”’)]»")
# Their full stop does not end a sentence: titles of the registry ("Assoc.") and further abbreviations.
_ABBREVIATIONS = word_class("abbreviations") | frozenset(
    row["term"].lower() for row in rows("honorifics") if len(row["term"]) < 6
)
# Words that open a sentence rather than continue a name, also where the name ends in a short word ("Wang Yi. The").
OPENERS = word_class("openers")


@dataclass(slots=True)
class Tokens:
    """The words of `text`; all lists have one entry a word.

    `lower` is lower case with straight apostrophes, `cap` whether the word starts with a capital,
    `sentence` the number of its sentence, `first` whether it is the first word of one.
    """

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    word: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    cap: list[bool] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.word)

    def span(self, i: int, j: int) -> str:
        """The text of the words `i` up to `j`, white space collapsed."""
        return " ".join(self.text[self.start[i] : self.end[j - 1]].split()) if j > i else ""


def tokenize(text: str, begin: int = 0) -> Tokens:
    """Splits `text`, from the character `begin` on, into words and sentences.

    >>> [w for w in tokenize("U.S. envoy met Dr. S. Jaishankar. He left.").word]
    ['U.S.', 'envoy', 'met', 'Dr', '.', 'S.', 'Jaishankar', '.', 'He', 'left', '.']
    >>> tokenize("He met Wang Yi. The talks ended.").sentence
    [0, 0, 0, 0, 0, 1, 1, 1, 1]
    """
    found = list(_WORD.finditer(text, begin))
    word = [match.group() for match in found]
    lower = [w.lower() for w in word]
    if "’" in text:
        lower = [w.replace("’", "'") for w in lower]
    tokens = Tokens(
        text,
        [match.start() for match in found],
        [match.end() for match in found],
        word,
        lower,
        [w[0].isupper() for w in word],
    )
    breaks = sorted(_breaks(tokens))
    bounds = [0, *breaks, len(word)]
    tokens.first = [False] * len(word)
    for number in range(len(bounds) - 1):
        i, j = bounds[number], bounds[number + 1]
        tokens.sentence += [number] * (j - i)
        opener = next((k for k in range(i, min(i + 4, j)) if word[k][0].isalnum()), None)
        if opener is not None:
            tokens.first[opener] = True
    return tokens


def _breaks(tokens: Tokens) -> set[int]:
    """The numbers of the words that open a sentence or a paragraph, the very first word left out."""
    text, word, lower, n = tokens.text, tokens.word, tokens.lower, len(tokens.word)
    found: set[int] = set()
    for i, w in enumerate(word):
        if w in _END:
            if i == 0 or (w == "." and lower[i - 1] in _ABBREVIATIONS):
                continue
            k = i + 1
            while k < n and word[k] in _CLOSING:
                k += 1
            if k < n and not word[k][0].islower():
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
