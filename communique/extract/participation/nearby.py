"""What stands right beside a mention: whose messenger is meant, where a clause or a list goes on.

In: a `Reading` and a mention, an office or a word. Out: yes or no, or the word behind.
"""

from collections.abc import Mapping

from communique.extract.offices.heads import skip_the
from communique.extract.offices.office import Office
from communique.extract.participation.addressed import HEADS
from communique.extract.participation.governed import brought_in
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

RULERS = HEADS | {"deputy_head", "royal"}
OF_THERE = word_class("of_those_there")
_SAYING = word_class("saying")
_TALKS = frozenset(["talks", "met", "meeting", "conversation", "discussion", "discussions", "conferred"])
_SENDERS = word_class("senders")
_BESIDE = frozenset(["right", "left", "side"])
_RELATIVES = frozenset(["who", "which", "that", "whose", "where"])
_TIMES = frozenset(["at", "since", "by", "before", "after", "of"])  # "at that time"
_PARTICIPLES = word_class("participles") | word_class("entered") | {"flown", "come", "just", "newly"}
_CLAUSE = 18  # words of a clause between commas
_THEN = frozenset([",", "and", "afterwards", "then", "later", "also", "finally", "subsequently", "before", "that"])


def then_held(reading: Reading, office: Office) -> bool:
    """ "the then-prime minister": who held the office."""
    return any(word.startswith("then-") for word in reading.tokens.lower[office.i - 1 : office.core + 1])


def sends(reading: Reading, mention: Mention) -> bool:
    """ "President X's special delegation", "the Prime Minister's message": sent, not come."""
    lower, j, office = reading.tokens.lower, mention.j, mention.office
    if lower[j : j + 1] != ["'s"] or (mention.name and office and office.j == j > mention.name.j):
        return False  # "X, a member of the Storting's delegation"
    if lower[j + 1 : j + 2] and lower[j + 1] in _BESIDE:
        return False  # "stood at President X's right"
    ruler = office is not None and office.head.level in RULERS
    own = ruler and OF_THERE.isdisjoint(lower[j + 1 : j + 6])  # "President X's tariffs"
    return own or not _SENDERS.isdisjoint(lower[j + 1 : j + 3])


def behind_then(reading: Reading, k: int) -> int:
    """The word at which what stands in front of ", and afterwards" before the word `k` ends."""
    while k and reading.tokens.lower[k - 1] in _THEN:
        k -= 1
    return k


def behind_clause(reading: Reading, j: int, end: int) -> int:
    """The word behind ", who had met earlier in the day," at the word `j`; `j` itself without such a clause."""
    lower = reading.tokens.lower
    if lower[j - 1 : j + 1] != [",", "who"]:
        return j
    return next((k + 1 for k in range(j + 1, min(j + _CLAUSE, end)) if lower[k] == ","), j)


def aside_behind(reading: Reading, j: int, end: int) -> int:
    """The word from `j` on that opens a clause of somebody's past: "X, who was elected last year", "X, flown in"."""
    lower = reading.tokens.lower
    if lower[j : j + 1] == [","] and (lower[j + 1].endswith("ed") or lower[j + 1] in _PARTICIPLES):
        return j + 1
    return next((k for k in range(j, end) if lower[k] in _RELATIVES and lower[k - 1] not in _TIMES), end)


def is_news(reading: Reading, mention: Mention) -> bool:
    """ "X is now High Commissioner here": who opens the report, and what he is or has become."""
    told = reading.tokens.lower[mention.j : mention.j + 1] in (["is"], ["has"], ["was"])
    return mention.start == 0 and mention.name is not None and told


def behind_who(reading: Reading, j: int, end: int) -> int | None:
    """The word behind "affairs who is to go to Riyadh," at the word `j`, which goes on an office; None without it."""
    lower = reading.tokens.lower
    if "who" not in lower[j : min(j + 2, end)] or lower[j] == ",":
        return None
    return next((k + 1 for k in range(j + 1, min(j + _CLAUSE, end)) if lower[k] == ","), None)


def country_end(reading: Reading, k: int) -> int | None:
    """The word behind "of Botswana" or "The Gambia's" at the word `k`."""
    lower, geo = reading.tokens.lower, reading.geo
    of = geo.get(skip_the(lower, k + 1)) if lower[k] == "of" else None
    owner = geo.get(k)
    return of.j if of else owner.j + 1 if owner and lower[owner.j : owner.j + 1] == ["'s"] else None


def speaks(reading: Reading, mention: Mention) -> bool:
    """A bare surname proves presence where its holder says or does something."""
    tokens, j = reading.tokens, mention.j
    while j < len(tokens) and tokens.lower[j] in {",", "also", "in", "turn", "for", "his", "her", "part", "then"}:
        j += 1
    word = tokens.lower[j] if j < len(tokens) else ""
    in_office = word == "took" and tokens.lower[j + 1 : j + 2] in (["office"], ["over"])
    return (word.endswith("ed") or word in _SAYING) and not in_office


def followed(reading: Reading, mention: Mention) -> bool:
    """Whether a name stands right behind a verb of meeting: "the general met Gen Ahmed"."""
    lower, i = reading.tokens.lower, mention.i
    if lower[i - 1 : i] == ["with"] and lower[max(0, i - 2)] in _TALKS:
        return True
    met = i > 0 and lower[i - 1] in {"met", "meets", "received", "welcomed", "hosted"}
    return met or brought_in(reading, i, bool(mention.name and mention.name.styled))


def paired_end(reading: Reading, mention: Mention, beginning: Mapping[int, Mention]) -> int:
    """The word behind the mention and another that "and" joins to it; `beginning` has all by their first word."""
    lower, j = reading.tokens.lower, mention.j
    if lower[j : j + 1] == ["and"]:
        other = next((beginning[k] for k in range(j + 1, j + 6) if k in beginning), None)
        return other.j if other else j
    return j
