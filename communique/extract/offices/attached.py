"""What stands right behind the head of an office, with no preposition: "Secretary Maritime Affairs", "Speaker Senate".

In: a `Reading`, the word behind a head, and the head. Out: the word behind what is attached. It is the usage of South
Asia's press, and of navies and armies everywhere.
"""

from communique.extract.offices.heads import Head, head_at, words
from communique.extract.offices.tails import ATTACHING
from communique.extract.words.reading import Reading

_CHAIRS = frozenset(["chair", "vice chair"])
_COMMANDS = frozenset([
    "area", "fleet", "command", "region", "group", "brigade", "division", "forces", "force", "army", "navy", "corps",
    "squadron", "guard", "flotilla", "wing", "base", "district",
])  # fmt: skip


def attached(reading: Reading, j: int, head: Head) -> int:
    """The end of the portfolio right behind the head, as in South Asia: "Secretary Maritime Affairs Naveed Marwat"."""
    tokens, e = reading.tokens, j
    if head.cls == "commander" and tokens.cap[j - 1] and not head.plural:
        return _commanded(reading, j)
    if head.plural or not tokens.cap[j - 1]:
        return j
    if head.level == "legislature" or head.cls in _CHAIRS:  # "Speaker National Assembly", "Chairman Senate"
        house = next((e for e in range(j, min(j + 3, len(tokens))) if tokens.lower[e] in words("chamber")), None)
        named = house is not None and all(tokens.cap[j : house + 1]) and tokens.cap[house + 1 : house + 2] == [True]
        return house + 1 if house is not None and named else j
    if head.cls not in ATTACHING:
        return j
    while e < len(tokens) and tokens.cap[e] and tokens.lower[e] in words("portfolio") and e not in reading.taken:
        e += 1
    if e > j and tokens.lower[e : e + 1] == ["("] and tokens.lower[e + 2 : e + 3] == [")"] and tokens.cap[e + 1]:
        e += 3  # "Director General Economic Affairs (Multilateral) X"
    whole = e > j and e < len(tokens) and tokens.cap[e] and tokens.sentence[e] == tokens.sentence[j]
    return e if whole and not head_at(reading, e) else j


def _commanded(reading: Reading, j: int) -> int:
    """The end of "Eastern Fleet", "Chattogram Naval Area" right behind "Commander"; else the word `j`."""
    tokens = reading.tokens
    for e in range(j, min(j + 5, len(tokens))):
        if not tokens.cap[e] or tokens.sentence[e] != tokens.sentence[j] or head_at(reading, e):
            return j
        if tokens.lower[e] in _COMMANDS and e > j:
            return e + 1
    return j
