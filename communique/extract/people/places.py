"""Capitals that are a place, a firm or a thing that nobody knows: "in Bergen, Norway's minister", "the towns A and B".

In: a `Reading` and the words of what may be a name. Out: whether the words before or behind it say that it is nobody's.
"""

from communique.extract.offices.heads import head_at, words
from communique.extract.offices.holders import of_trust
from communique.extract.people.name_words import listed
from communique.extract.words.reading import Reading

_AT = frozenset(["in", "near", "outside"])
_OPENING = frozenset(["at", "during", "from", "across", "inside"])  # at the begin of a sentence, up to a comma
_TO_BUILDINGS = frozenset(["the", "at", "in", "to", "of", "visited", "toured", "from"])
_JOINTS = frozenset([",", "and"])
_LOCAL = frozenset(["regional", "local"])
_FOLK = frozenset(["people", "folk", "women", "men", "children"])
_GOING = frozenset([
    "visit", "trip", "journey", "flight", "flew", "travelled", "traveled", "drove", "returned", "travel", "travels",
    "travelling", "traveling", "fly", "flies", "flying", "flown", "drive", "driving", "driven", "proceed", "proceeds",
    "proceeded", "proceeding", "journeyed", "sail", "sailed", "sails", "headed", "return", "returns", "excursion",
    "road", "train", "bus",
])  # fmt: skip
_TOURS = frozenset(["tour", "tours"])
_HEADS = frozenset(["leaders", "representatives", "members", "officials", "heads", "chiefs", "directors", "envoys"])
_STOPS = frozenset([".", ";", ")"])
_OBJECTS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our"])
_FAR = 16  # words of a list


def is_no_person(reading: Reading, before: int, j: int, office: set[int]) -> bool:
    """Whether capitals on the words from `before` up to `j`, in front of which no style stands, are nobody's name.

    Args:
        reading: the text.
        before: the first of them; capitals in front of it that belong to no office are of the same name.
        j: the word behind them.
        office: the words of offices.
    """
    tokens, lower, first = reading.tokens, reading.tokens.lower, before
    while before > 1 and tokens.cap[before - 1] and before - 1 not in office and not tokens.first[before]:
        before -= 1
    if before - 1 in office:
        return False
    if _said_behind(reading, before, j):
        return True
    if before < 1:
        return False
    if before < first and lower[before] in words("facility") and lower[before - 1] in _TO_BUILDINGS:
        return True  # "visited the Hospital Escuela"
    if lower[before - 1] == "(" and lower[j : j + 1] == [","] and any(map(str.isdigit, lower[j + 2 : j + 3])):
        return True  # "(Agua Negra, May 3)"
    if lower[before - 1] in _AT and lower[j : j + 1] in ([","], ["and"]):
        return not of_trust(lower, before - 1)
    if lower[before - 1] in _OPENING and tokens.first[before - 1] and lower[j : j + 1] == [","]:
        return True
    if is_somewhere(reading, before, j) and lower[before - 1] == "of":
        return True  # "in the town of Bergen"
    return lower[before - 1] in _JOINTS and _is_listed(reading, before - 1)


def is_somewhere(reading: Reading, before: int, j: int) -> bool:
    """Whether the words from `before` up to `j` are where something is: "in Son La", "province of Son La"."""
    lower = reading.tokens.lower
    if lower[j : j + 1] == ["'s"]:
        return False
    if lower[j : j + 1] in ([word] for word in ("province", "district", "city", "town", "village")):
        return True
    if before and lower[before - 1] in _AT:
        return not of_trust(lower, before - 1)
    if before > 1 and lower[before - 1] == "to" and lower[before - 2] in _GOING:
        return True
    return before > 1 and lower[before - 1] == "of" and lower[before - 2] in listed("spots")


def _said_behind(reading: Reading, before: int, j: int) -> bool:
    """Whether a noun behind says what the capitals are: "Mae Sot residents", "the Zvolen and Mae Sot dams"."""
    tokens, lower, e = reading.tokens, reading.tokens.lower, j
    if lower[j : j + 1] and not tokens.cap[j] and (lower[j] in listed("things") or lower[j] in listed("folk")):
        return lower[j + 1 : j + 2] == [] or lower[j + 1] not in _OBJECTS  # but "Ali Bek heads the team"
    stop = min(j + _FAR, len(tokens), tokens.bounds[tokens.sentence[before]][1])
    while e < stop and (lower[e] in _JOINTS or tokens.cap[e]):
        e += 1
    joined = "and" in lower[j:e] and lower[e - 1] not in _JOINTS and reading.geo.keys().isdisjoint(range(j, e))
    return e < stop and joined and lower[e] in listed("things") and lower[e].endswith("s")


def _is_listed(reading: Reading, k: int) -> bool:
    """Whether the list that goes on at the word `k` opens with "the governors of", "farmers from" or "the firms"."""
    tokens, lower = reading.tokens, reading.tokens.lower
    first = max(tokens.bounds[tokens.sentence[k]][0], k - _FAR)
    joint = k
    while k > first and (lower[k] in _JOINTS or tokens.cap[k]):
        k -= 1
    if k < first or tokens.cap[k + 1 : k + 2] != [True] or tokens.cap[k]:
        return False
    end = _end(reading, joint)
    if "and" not in lower[joint:end] or "and" in lower[k:joint]:
        return False  # "on a tour of Osh, Ewan Reid said", "the heads of Enka and Arise, Ewan Reid and Jon Moe"
    if lower[k] in listed("things") and lower[k].endswith("s"):
        return _alike(reading, k + 1, joint)
    if k <= first:
        return False
    if lower[k] == "in":
        last = lower[joint] == "and" and lower[end] in _STOPS  # "in Osh and Agua Negra."
        return last and not of_trust(lower, k) and not head_at(reading, k - 1)
    if lower[k] == "from":
        plain = (tokens.first[k - 1] or not tokens.cap[k - 1]) and k - 1 not in reading.geo
        if plain and (head := head_at(reading, k - 1)):
            return head.plural and head.level in _LOCAL and _alike(reading, k + 1, joint)
        return plain and (lower[k - 1] in _FOLK or lower[k - 1].endswith(("s", "men")))
    if lower[k] != "of":
        return False
    if lower[k - 1] in _TOURS:
        return lower[end - 1] == "," or not lower[end].isalpha()  # "on a tour of Osh and Sarny, he"
    if lower[k - 1] in listed("folk") and lower[k - 1] not in _HEADS:
        return True
    if lower[k - 1] in listed("things") | listed("folk") and lower[k - 1].endswith("s"):
        return _alike(reading, k + 1, joint)
    head = head_at(reading, k - 1)
    return bool(head and head.plural and head.level in _LOCAL) and lower[_end(reading, k + 1)] != "of"


def _end(reading: Reading, k: int) -> int:
    """The word behind the list that begins at the word `k`; "the governors of Osh, X, and of Jalal-Abad, Y"."""
    lower, last = reading.tokens.lower, len(reading.tokens) - 1
    while k < last and (lower[k] in _JOINTS or reading.tokens.cap[k]):
        k += 1
    return k


def _alike(reading: Reading, i: int, joint: int) -> bool:
    """Whether what stands from `i` up to `joint` and behind is one list, and no "leaders of Ennahda, Ali Bek and X"."""
    tokens, lower = reading.tokens, reading.tokens.lower
    end = _end(reading, joint)
    first = next(k for k in range(i, end + 1) if lower[k] in _JOINTS)
    known = words("portfolio", "body", "ministry")
    if not known.isdisjoint(lower[i:first]):
        return False
    known_too = not reading.taken.keys().isdisjoint(range(i, end))  # "representatives of Chad, Ali Bek, and of Mali"
    later, run = list[int](), 0
    for k in range(first + 1, end + 1):
        if k < end and tokens.cap[k]:
            run += 1
        else:
            later, run = [*later, run] if run else later, 0
    return max(later, default=2) == 1 if known_too else first - i > 1 or 1 in later
