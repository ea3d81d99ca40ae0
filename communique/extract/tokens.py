"""Words of a text with their places: tokens, sentences, and which of them start with a capital.

In: a string. Out: `Tokens`, parallel lists that the readers of offices and names walk over. One regular expression,
one pass. Initials ("S.", "Kh.Battulga", "U.S.") and names with hyphens or apostrophes ("al-Waz", "Jian'guo") are one
word; a possessive ending is a word of its own ("Jordan", "'s").
"""

import re
import sys
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
_END = frozenset(".!?:;…")
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

    `lower` is interned lower case with straight apostrophes, `cap` whether the word starts with a capital,
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
    tokens = Tokens(text)
    starts, ends, words, lowers = tokens.start, tokens.end, tokens.word, tokens.lower
    caps, sentences, firsts = tokens.cap, tokens.sentence, tokens.first
    number, ended, fresh, last = 0, False, True, begin
    intern = sys.intern
    for match in _WORD.finditer(text, begin):
        word = match.group()
        start, end = match.span()
        cap = word[0].isupper()
        lower = intern(word.lower().replace("’", "'"))
        if words:
            if "\n" in text[last:start] and text[last:start].count("\n") > 1:
                number, fresh, ended = number + 1, True, False
            elif ended and word not in _CLOSING:
                if not word[0].islower():
                    number, fresh = number + 1, True
                ended = False
            elif cap and len(words[-1]) < 4 and words[-1][-1] == "." and lower in OPENERS and len(words[-1]) > 1:
                number, fresh = number + 1, True
        starts.append(start)
        ends.append(end)
        words.append(word)
        lowers.append(lower)
        caps.append(cap)
        sentences.append(number)
        firsts.append(fresh and (word[0].isalnum()))
        if firsts[-1]:
            fresh = False
        if word in _END:
            ended = word != "." or len(words) < 2 or lowers[-2] not in _ABBREVIATIONS
            if word in ":;":
                ended = False
        last = end
    return tokens
