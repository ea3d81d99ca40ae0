"""Letters behind a name, "Ana Rey, PhD, OBE, Minister of Trade": degrees, honours and the like, which nothing reads.

In: the words of a text and where they stand. Out: which of them are such letters, with the commas in front of them.
The letters are those of registry/post_nominals.csv.
"""

from functools import cache

from communique.extract.words.classes import word_class
from communique.registry import rows

_BEHIND = frozenset([",", ".", ";", ":", ")", "(", "–", "—", "-", "&", '"', "”", "’s", "'s"])
_OF_AN_OFFICE = frozenset(["of", "at", "for", "to", "in"])  # "SC of Lagos": an office of his, or a body
_LONGEST = 24  # words of letters behind one name


@cache
def _letters() -> dict[str, str]:
    """The letters as they are written, also with a last full stop, with their kind."""
    known = {row["letters"]: row["kind"] for row in rows("post_nominals")}
    return known | {f"{letters}.": kind for letters, kind in known.items() if "." in letters}


def post_nominals(word: list[str], start: list[int], end: list[int]) -> set[int]:
    """The numbers of the words that are letters behind names, commas and full stops of abbreviations with them.

    >>> said = "Ana Rey , PhD , minister".split()
    >>> sorted(post_nominals(said, [0, 4, 8, 10, 14, 16], [3, 7, 9, 13, 15, 24]))
    [2, 3]
    """
    known, found, free = _letters(), set[int](), 0
    if known.keys().isdisjoint(word):
        return found
    for k in (k for k, said in enumerate(word) if said in known):
        comma = k > 0 and word[k - 1] == ","
        a = k - 1 - comma  # the last word of the name
        if k < free or a < 1 or not _name_ends(word, a, comma):
            continue
        j = _run_end(word, start, end, k)
        if _closed(word, j, comma or known[word[k]] == "degree"):
            stop = _full_stop(word, start, end, j)
            found.update(range(a + 1, j - stop))
        free = j
    return found


def _name_ends(word: list[str], a: int, comma: bool) -> bool:
    """Whether a name of two words may end with the word `a`: a surname in capitals needs a comma."""
    last, before = word[a], word[a - 1]
    named = last[0].isupper() and len(last) > 1 and (comma or not last.isupper() or len(last) > 3)
    styled = before == "." and a > 1  # "Dr. Rey"
    opens = not comma and before.lower() in word_class("openers")
    return named and (styled or (before[0].isupper() and not opens) or before in {"al", "bin", "de", "van"})


def _run_end(word: list[str], start: list[int], end: list[int], k: int) -> int:
    """The word behind the letters that begin at `k`: "NI(M), PhD", "SC, FAPRA," with unknown ones among the known."""
    known, last = _letters(), min(k + _LONGEST, len(word))
    j = k + 1
    while j < last:
        q = j + (word[j] == ",")
        dotted = "." in word[j - 1] or word[j - 1] == "Esq"
        if word[j] == "." and start[j] == end[j - 1] and dotted and word[j + 1 : j + 2] in ([","], [")"]):
            j += 1  # "M.Sc.,"
        elif word[j : j + 3 : 2] == ["(", ")"] and word[j + 1].isupper() and len(word[j + 1]) < 3:
            j += 3  # "NI(M)"
        elif q < last and (word[q] in known or (q > j and _unknown(word, q))):
            j = q + 1
        else:
            break
    return j


def _unknown(word: list[str], q: int) -> bool:
    """Whether letters that no registry has stand at the word `q` between commas."""
    return word[q].isupper() and 2 < len(word[q]) < 7 and word[q + 1 : q + 2] == [","]


def _full_stop(word: list[str], start: list[int], end: list[int], j: int) -> bool:
    """Leaves the full stop of the last letters, before the word `j`, if the sentence ends so: "Ann Rey, Ph.D. He"."""
    ends = (
        word[j - 1][-1] == "." and j < len(word) and word[j].lower() in word_class("openers") and word[j][0].isupper()
    )
    if ends:
        word[j - 1], start[j - 1] = ".", end[j - 1] - 1
    return ends


def _closed(word: list[str], j: int, sure: bool) -> bool:
    """Whether the letters end at the word `j`: a mark or a small word follows, no further capital of another name."""
    if j >= len(word):
        return True
    if word[j] in _OF_AN_OFFICE:
        return False
    return word[j] in _BEHIND or word[j][0].islower() or (sure and word[j][0].isupper())
