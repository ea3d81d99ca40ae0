"""Whether two names in one article may be the same person's: shortened, with initials, or spelt another way.

In: two names. Out: yes or no. Within an article few people are named, so that a surname alone is enough.
"""

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from communique.extract.people.names import parts
from communique.registry.matcher import fold

_ALIKE = 0.88
_FILIAL = ("bin", "ibn", "bint")


@lru_cache(maxsize=4096)
def same_name(known: str, said: str) -> bool:
    """Whether `said` may name the person `known`: its words are among the other's, initials for words.

    >>> same_name("Subrahmanyam Jaishankar", "S. Jaishankar"), same_name("Penny Wong", "Lawrence Wong")
    (True, False)
    """
    short, long = parts(known), parts(said)
    if len(long) < len(short):
        short, long = long, short
    if not short or (short[0] not in long and (len(short) == 1 or (len(short[0]) > 2 and min(map(len, long)) > 2))):
        return False  # the cheap look first: neither the first word nor an initial for it is there
    if not any(len(word) > 1 and word in long for word in short):
        return False  # "D. N. Wangdi" is not "Namgay Dorji"
    left = list(long)
    for word in short:
        hit = word if word in left else None
        if hit is None and len(short) > 1:
            hit = next((w for w in left if _initial(word, w, short[-1]) or _initial(w, word, long[-1])), None)
        if hit is None:
            return False
        left.remove(hit)
    return not (_is_father(known, said) or _is_father(said, known))


def _is_father(name: str, other: str) -> bool:
    """Whether a name in several words goes on the other's "bin", as the father's: "Salman bin Ali", "Fahd bin Salman".

    >>> _is_father("Salman bin Ali Al Badr", "Fahd bin Salman bin Ali Al Badr")
    True
    """
    given, _, rest = fold(name).partition(" ")
    return bool(rest) and any(f" {bin_} {given} " in f" {fold(other)} " for bin_ in _FILIAL)


def _initial(word: str, full: str, last: str) -> bool:
    """Whether `word` may be short for `full`: one letter, or two but not the last ("Wang Yi" is not "Wang Yingwu")."""
    return len(word) < 3 and full.startswith(word) and (len(word) == 1 or word != last)


@lru_cache(maxsize=4096)
def spelt_alike(known: str, said: str) -> bool:
    """Whether one name is another spelling of the other: "Selim", "Sleem", "Mohammed Al Sudani", "Mohamed al-Sudani".

    >>> spelt_alike("Mohammed Al Sudani", "Mohamed al-Sudani"), spelt_alike("Wang Yi", "Wang Yingwu")
    (True, False)
    """
    a, b = parts(known), parts(said)
    if len(b) == 1:
        return len(b[0]) > 3 and _skeleton(a[-1]) == _skeleton(b[0]) and len(_skeleton(b[0])) > 2
    if len(a) == 1:
        return False
    return JaroWinkler.similarity(" ".join(a), " ".join(b)) >= _ALIKE and (
        _skeleton(a[-1]) == _skeleton(b[-1]) or JaroWinkler.similarity(a[-1], b[-1]) >= _ALIKE
    )


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    """The consonants of a word, doubled ones once: what transliterations agree on."""
    kept = [c for n, c in enumerate(word) if n == 0 or (c not in "aeiouyhw" and c != word[n - 1])]
    return "".join(kept).replace("q", "k").replace("c", "k")
