"""Capitals that are the name of a place that nobody knows: "in Bergen, Norway's minister", "the mayors of A, B and C".

In: a `Reading` and the words of what may be a name. Out: whether the words before it say that it is a place.
"""

from communique.extract.offices.heads import head_at
from communique.extract.words.reading import Reading

_AT = frozenset(["in", "near", "outside"])
_TRUST = frozenset(["confidence", "trust", "faith", "belief", "believe", "believes", "interest"])
_JOINTS = frozenset([",", "and"])
_LOCAL = frozenset(["regional", "local"])
_FOLK = frozenset(["people", "folk", "women", "men", "children"])
_FAR = 16  # words of a list of places


def is_place(reading: Reading, before: int, j: int, office: set[int]) -> bool:
    """Whether a name on the words from `before` up to `j`, in front of which no style stands, is that of a place.

    Args:
        reading: the text.
        before: its first word; capitals in front of it that belong to no office are of the same name.
        j: the word behind it.
        office: the words of offices.
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    while before > 1 and tokens.cap[before - 1] and before - 1 not in office and not tokens.first[before]:
        before -= 1
    if before < 1:
        return False
    if lower[before - 1] in _AT and lower[j : j + 1] in ([","], ["and"]):
        return before < 2 or lower[before - 2] not in _TRUST
    return lower[before - 1] in _JOINTS and _is_listed(reading, before - 1)


def _is_listed(reading: Reading, k: int) -> bool:
    """Whether the list that goes on at the word `k` opens with "the governors of" or "farmers from"."""
    tokens, lower = reading.tokens, reading.tokens.lower
    first = max(tokens.bounds[tokens.sentence[k]][0], k - _FAR)
    while k > first and (lower[k] in _JOINTS or tokens.cap[k]):
        k -= 1
    if k <= first or tokens.cap[k + 1 : k + 2] != [True]:
        return False
    if lower[k] == "from":
        plain = (tokens.first[k - 1] or not tokens.cap[k - 1]) and k - 1 not in reading.geo
        return plain and (lower[k - 1] in _FOLK or (lower[k - 1].endswith("s") and not head_at(reading, k - 1)))
    head = head_at(reading, k - 1) if lower[k] == "of" else None
    if head is None or not head.plural or head.level not in _LOCAL:
        return False
    end = k + 1
    while end < len(tokens) and (lower[end] in _JOINTS or tokens.cap[end]):
        end += 1
    return lower[end : end + 1] != ["of"]  # "the governors of Osh, X, and of Jalal-Abad, Y"
