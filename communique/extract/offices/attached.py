"""What stands right behind the head of an office, with no preposition: "Secretary Maritime Affairs", "Speaker Senate".

In: a `Reading`, the word behind a head, and the head. Out: the word behind what is attached. It is the usage of South
Asia's press, and of navies and armies everywhere.
"""

from communique.extract.offices.antecedents import name_follows
from communique.extract.offices.heads import REGIONS, Head, abstract_noun, head_at, skip_the, words
from communique.extract.offices.tails import ATTACHING
from communique.extract.words.reading import Reading
from communique.registry import settings

_SEATS = frozenset(["board", "division", "commission", "department", "authority"])
_LONGEST = 4  # words of a head
AREAL = frozenset(["commander", "commissioner", "assistant commissioner", "manager", "director"])
_DIVIDED = frozenset(["vice president", "rector", "manager", "director"])  # of firms, banks and universities
_AND = frozenset(["and", "&"])
_NUMBERS = frozenset(["1", "2", "I", "II"])
_CHAIRS = frozenset(["chair", "vice chair"])
_COMMANDS = frozenset([
    "area", "fleet", "command", "region", "group", "brigade", "division", "forces", "force", "army", "navy", "corps",
    "squadron", "guard", "flotilla", "wing", "base", "district",
])  # fmt: skip


def attached(reading: Reading, j: int, head: Head) -> int:
    """The end of the portfolio right behind the head, as in South Asia: "Secretary Maritime Affairs Naveed Marwat"."""
    tokens, e = reading.tokens, j
    if head.level == "deputy_minister" and tokens.word[j : j + 1] and tokens.word[j] in _NUMBERS:
        return j + 1  # "Deputy Minister I of Foreign Affairs"
    if head.cls in AREAL and not head.plural and tokens.cap[j - 1] and (region := _region(reading, j)):
        return region
    if head.cls == "commander" and tokens.cap[j - 1] and not head.plural:
        return _commanded(reading, j)
    if head.plural or not tokens.cap[j - 1]:
        return j
    if head.level == "regional" and (governed := _governed(reading, j)):
        return governed
    if head.level == "legislature" or head.cls in _CHAIRS:  # "Speaker National Assembly", "Chairman Senate"
        house = next((e for e in range(j, min(j + 3, len(tokens))) if tokens.lower[e] in words("chamber")), None)
        named = house is not None and all(tokens.cap[j : house + 1]) and tokens.cap[house + 1 : house + 2] == [True]
        return house + 1 if house is not None and named else j
    if head.cls in _DIVIDED and (fields := _after_comma(reading, j)):
        return fields
    if head.cls not in ATTACHING | _DIVIDED and head.singular != "minister of state":
        return j
    if (seat := head_at(reading, e + 3)) and tokens.lower[e : e + 3] == ["office", "of", "the"] and tokens.cap[e]:
        return e + 3 + len(seat.singular.split())  # "Permanent Secretary Office of the Prime Minister"
    while e < len(tokens) and tokens.cap[e] and tokens.lower[e] in words("portfolio") and e not in reading.taken:
        e += 1
    e += e > j and tokens.cap[e : e + 1] == [True] and tokens.lower[e] in _SEATS  # "Secretary Railway Board X"
    if e > j and tokens.lower[e : e + 1] == ["("] and tokens.lower[e + 2 : e + 3] == [")"] and tokens.cap[e + 1]:
        e += 3  # "Director General Economic Affairs (Multilateral) X"
    if head.singular == "minister of state" and tokens.lower[e : e + 1] not in ([","], ["("]):
        return j  # "Minister of State Petroleum Resources (Gas), X", not "Minister of State Foreign Affairs X"
    if head.singular == "minister of state":
        return e
    whole = e > j and e < len(tokens) and tokens.cap[e] and tokens.sentence[e] == tokens.sentence[j]
    body = skip_the(tokens.lower, e + 1)
    of_body = e > j and tokens.lower[e : e + 1] == ["of"] and tokens.cap[body : body + 1] == [True]
    if (whole and not head_at(reading, e)) or (of_body and head.cls in _DIVIDED):
        return e  # "Vice-President Research of Zeta University"
    return _of_who_stands_before(reading, j) or j


def _governed(reading: Reading, j: int) -> int | None:
    """The end of "Balochistan" in "Governor Balochistan Ana Rey": a division with a name behind it."""
    geo = reading.geo.get(j)
    named = geo and geo.region and name_follows(reading, geo.j) and name_follows(reading, geo.j + 1)
    return geo.j if geo and named else None


def _after_comma(reading: Reading, j: int) -> int | None:
    """The end of ", Investment Operations" behind "Vice President", in front of a name, a bracket or "of"."""
    tokens, e = reading.tokens, j + 1
    if tokens.lower[j : j + 1] != [","]:
        return None
    while e < len(tokens) and tokens.cap[e] == (tokens.lower[e] not in _AND) and _is_field(tokens.lower[e], e > j + 1):
        e += 1
    e -= tokens.lower[e - 1] in _AND
    if e == j + 1 or e >= len(tokens) or head_at(reading, e) or tokens.sentence[e] != tokens.sentence[j]:
        return None
    named = name_follows(reading, e) and name_follows(reading, e + 1)
    known = words("portfolio", "body", "ministry", "modifiers").isdisjoint(tokens.lower[e : e + 2])
    return e if tokens.lower[e] in {",", "(", "of", "at"} or (named and known) else None


def _region(reading: Reading, j: int) -> int | None:
    """The end of the part of the world in "Assistant Commissioner Pacific Jo Bell", before a full name."""
    tokens, e = reading.tokens, j
    geo = reading.geo.get(j)
    if geo and geo.form == "name" and tokens.lower[j] not in settings("name_words")["given"]:
        e = geo.j
    while e < len(tokens) and geo is None and tokens.cap[e] and tokens.lower[e] in REGIONS:
        e += 1
    full = e > j and name_follows(reading, e) and name_follows(reading, e + 1) and head_at(reading, e) is None
    known = words("portfolio", "body", "ministry", "modifiers")
    return e if full and known.isdisjoint(tokens.lower[e : e + 2]) else None


def _of_who_stands_before(reading: Reading, j: int) -> int | None:
    """The end of the fields in "X, DG Planning, and Y, Director Operations": the holder stands before the office."""
    tokens, i, e = reading.tokens, j - 1, j
    while i > 0 and tokens.cap[i - 1] and j - i < _LONGEST:
        i -= 1
    if i < 2 or tokens.lower[i - 1] != "," or not tokens.cap[i - 2] or i - 2 in reading.taken:
        return None
    while e < len(tokens) and tokens.cap[e] and e not in reading.taken and _is_field(tokens.lower[e]):
        e += 1
    closed = tokens.lower[e : e + 1] in ([","], ["and"], ["."], [";"]) and tokens.sentence[e] == tokens.sentence[j]
    return e if e > j and closed else None


def _is_field(word: str, inner: bool = False) -> bool:
    return word in words("portfolio") or abstract_noun(word) or (inner and word in _AND)


def _commanded(reading: Reading, j: int) -> int:
    """The end of "Eastern Fleet", "Chattogram Naval Area" right behind "Commander"; else the word `j`."""
    tokens = reading.tokens
    for e in range(j, min(j + 5, len(tokens))):
        if not tokens.cap[e] or tokens.sentence[e] != tokens.sentence[j] or head_at(reading, e):
            return j
        if tokens.lower[e] in _COMMANDS and e > j:
            return e + 1
    return j
