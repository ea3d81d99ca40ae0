"""Where the others end who do the same as somebody named: "X and his delegation", "X, Y (Greens) and Mrs. Z".

In: a `Reading` and the word behind a name. Out: the word behind the other, the list or the brackets.
"""

from communique.extract.participation.governed import office_words
from communique.extract.people.name_words import listed, prefixes
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

IN_LISTS = frozenset([",", "and", ".", "bin", "bint", "al", "el", "ibn"])
_PAIR = word_class("beside")
_CLAUSE, _LIST, _BRACKETS = 22, 30, 7  # words


def paired(reading: Reading, k: int, end: int) -> int:
    """The word behind "and his delegation", "and Minister Y": who does the same as the one named before word `k`."""
    tokens, stop = reading.tokens, k + 1
    if tokens.lower[k : k + 1] != ["and"]:
        return k
    while stop < min(k + _CLAUSE, end) and (tokens.cap[stop] or _in_pair(tokens.lower[stop])):
        stop += 1
    stop = behind_brackets(reading, stop)
    return stop if stop < min(k + _CLAUSE, end) and tokens.lower[stop] != "had" else k


def behind_list(reading: Reading, k: int, end: int) -> int:
    """The word behind ", Y (Greens) and Mrs. Z": the others of a list that the name before the word `k` opens."""
    tokens, stop, last = reading.tokens, k + 1, min(k + _LIST, end)
    while stop < last:
        behind = behind_brackets(reading, stop)
        if behind == stop and not (tokens.cap[stop] or tokens.lower[stop] in IN_LISTS or _in_pair(tokens.lower[stop])):
            break
        stop = max(behind, stop + 1)
    joined = tokens.cap[k + 1 : k + 2] == [True] and "and" in tokens.lower[k:stop]
    closed = stop < last and tokens.lower[stop - 1] not in {",", "and"}
    return stop if joined and closed and reading.geo.keys().isdisjoint(range(k, stop)) else k


def behind_brackets(reading: Reading, k: int) -> int:
    """The word behind the brackets that open at the word `k`: "(Greens)", not "San Lorenzo (Peru)"; else `k`."""
    lower = reading.tokens.lower
    if lower[k : k + 1] != ["("] or k + 1 in reading.geo:
        return k
    return next((e + 1 for e in range(k + 1, min(k + _BRACKETS, len(lower))) if lower[e] == ")"), k)


def _in_pair(word: str) -> bool:
    """Whether a word without a capital may stand among those of the other of two: "and his guest Sara bint al-Amri"."""
    return word in _PAIR or word in listed("particles") or word.startswith(prefixes()) or word in office_words()
