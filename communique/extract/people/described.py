"""What stands beside the name of somebody of whom no office is told: "its research director, X", "X, chief planner".

In: a `Reading` and a name. Out: the phrase, or None. Offices are read by their grammar (`offices/`), which knows what
may follow each head. Here what stands in apposition is taken as it stands, if only the noun on which it hangs is one of
persons: "the leader of the group from the laboratory, X".
"""

from collections.abc import Set

from communique.extract.offices.heads import DETERMINERS, office_heads, words
from communique.extract.people.names import OF_RANKS, RANKED, Name
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_LONGEST, _CORE = 14, 6  # words of a phrase, and of it up to its first preposition
_BEFORE = DETERMINERS | {"a", "an", "whose", "'s"}  # which a phrase begins behind
_JOINTS = frozenset(["and", "by", "with", "was", "were", "is", "are", "as", "included", "including", "besides"])
_KEPT = frozenset(["of", "for", "to", "at"])  # prepositions with which an office goes on
_PLACING = frozenset(["in", "on", "from", "with", "under", "over"])
_INNER = _KEPT | _PLACING
_OPENING = _BEFORE | _JOINTS
_CLOSES = frozenset([",", ".", ";", ")", "(", "–", "-", ":", "and", "of", "from", "with", "on", "in", "at"])
_ENDS = frozenset([",", ".", ";", ")"])
_MARKS = frozenset([",", ";", ":", "(", ")", ".", "“", "”", '"', "–", "who", "which", "that", "said", "told"])
_APART = _OPENING | _MARKS  # of which a noun and what stands in front of it have none
_AGENTS = ("er", "or", "ist", "ian", "man", "woman")
_ALONE = frozenset(["brigadier", "commodore", "captain", "commander", "major", "lieutenant", "professor"])  # one word
_SHORT = frozenset(["col", "capt", "maj", "lt", "cmdr", "cdr", "sgt", "cpl", "supt"])  # shortened ranks, "Lt. Col."
_NO_OFFICE = frozenset([  # nouns of persons that tell whose somebody is, not what
    "brother", "counterpart", "daughter", "father", "follower", "former", "guest", "host", "husband", "latter", "man",
    "member", "mother", "neighbour", "number", "other", "partner", "peer", "predecessor", "resident", "sister",
    "successor", "survivor", "together", "visitor", "winner", "woman",
])  # fmt: skip


def described(reading: Reading, name: Name, others: Set[int] = frozenset()) -> str | None:
    """The phrase in front of a name or behind it that tells what its bearer is, without determiner and owner.

    Args:
        reading: the text.
        name: where it stands there.
        others: the first words of all names; a phrase with one of them is somebody else's.
    """
    return _behind(reading, name, others) or _before(reading, name, others)


def _behind(reading: Reading, name: Name, others: Set[int]) -> str | None:
    """ "X, the chief planner of the city," up to the next mark."""
    tokens, lower = reading.tokens, reading.tokens.lower
    end = tokens.bounds[tokens.sentence[name.i]][1]
    k = name.j + 1
    if k >= end or lower[name.j] != ",":
        return None
    while k < end and (lower[k] in _BEFORE or lower[k] in {"himself", "herself", "being"}):
        k += 1
    if k in reading.geo and reading.geo[k].form == "demonym":
        k = reading.geo[k].j
    j = next((q for q in range(k, min(end, k + _LONGEST + 1)) if lower[q] in _MARKS), None)
    if j is None or lower[j] not in _ENDS or any(q in others for q in range(k, j)):
        return None
    return _office(reading, k, j)


def _before(reading: Reading, name: Name, others: Set[int]) -> str | None:
    """ "its chief planner, X", where a mark behind the name closes the apposition, and "chief planner X"."""
    tokens, lower = reading.tokens, reading.tokens.lower
    begin = tokens.bounds[tokens.sentence[name.i]][0]
    comma = name.before > begin and lower[name.before - 1] == ","
    j = name.before - comma
    if comma and tokens.lower[name.j : name.j + 1] and lower[name.j] not in _CLOSES:
        return None  # "Having seen the minister, X left"
    first = next((q + 1 for q in range(j - 1, max(begin, j - _LONGEST) - 1, -1) if lower[q] in _MARKS), begin)
    starts = (k for k in range(first, j) if k == first or lower[k - 1] in _OPENING)
    for k in (k for k in starts if lower[k] not in _OPENING):
        k = reading.geo[k].j if k in reading.geo and reading.geo[k].form == "demonym" else k
        if any(lower[q] == "and" and not others.isdisjoint(range(k, q)) for q in range(k, j)):
            continue  # "Minister X and the director of the museum, Y"
        if (comma or _INNER.isdisjoint(lower[k:j])) and (office := _office(reading, k, j)):
            return office
    return None


def _office(reading: Reading, i: int, j: int) -> str | None:
    """What the words `i` up to `j` tell of somebody, if they hang on a noun of one person; without place and body."""
    tokens, lower = reading.tokens, reading.tokens.lower
    core = next((q for q in range(i, j) if lower[q] in _INNER), j)
    if not i < core <= i + _CORE or any(lower[q] in _APART or q in reading.geo for q in range(i, core)):
        return None
    if not (_is_person(lower[core - 1]) or _is_person(" ".join(lower[max(i, core - 2) : core]))):
        return None
    end = next((q for q in range(core, j) if lower[q] in _PLACING), j)
    body = lower[core : core + 1] == ["of"] and lower[end - 1] in words("body")
    return tokens.span(i, core if body else end)


def _is_person(noun: str) -> bool:
    """Whether a noun tells one person by what he does."""
    first, *rest = noun.split() or [""]
    known = any(term == (first, *rest) and not head.plural for term, head in office_heads().get(first, ()))
    agent = not rest and len(noun) > 5 and noun.endswith(_AGENTS)
    return noun not in _NO_OFFICE and (known or noun in word_class("professions") or agent)


def rank_before(reading: Reading, name: Name) -> str | None:
    """The rank in front of a name, "Major General X", "Lt. Col. Y": the office of somebody who is given no other."""
    tokens, j = reading.tokens, name.before
    while j < name.i and tokens.lower[j].rstrip(".") in OF_RANKS | _ALONE | _SHORT | {""}:
        j += 1
    last = tokens.lower[j - 1 - (tokens.lower[j - 1] == ".")].rstrip(".")
    whole = tokens.lower[j] != "gen"  # "Maj. Gen. Z": of generals the short form is mostly a style
    ranked = j > name.before and whole and last in RANKED | _ALONE | _SHORT
    return tokens.span(name.before, j) if ranked else None
