"""Who was there beyond doubt: "X and Y were also present", "Minister X, accompanied by Y, said".

In: a `Reading` and a mention, or the word behind a list of people. Out: whether they attended, or came in company: what
such a sentence tells of another time is told of the one whom they accompany.
"""

from collections.abc import Mapping

from communique.extract.participation.due import first_of_list
from communique.extract.participation.nearby import behind_clause
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_PADDING = word_class("padding")
WAS = frozenset(["was", "were", "been"])
_COMPANY = frozenset(["accompanied", "assisted", "backed", "escorted", "flanked", "joined", "supported"])
PRESENCE = frozenset(["present", "attendance", "hand", "also"])
_EVENTS = word_class("talking") | {
    "ceremony",
    "event",
    "session",
    "signing",
    "reception",
    "conference",
    "forum",
    "summit",
}
_ADVERBS = frozenset(["also", "both", "all", "too", "likewise"])


def in_company(reading: Reading, mention: Mention, ending: Mapping[int, Mention]) -> str | None:
    """ "told" of "X, accompanied by A and B, said", "done" of "X, who was joined by A, was to leave", else None.

    Args:
        reading: the text.
        mention: A or B.
        ending: the words at which mentions of people end.
    """
    lower, begin = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[mention.i]][0]
    if _COMPANY.isdisjoint(lower[begin : mention.start]):  # the cheap look first
        return None
    k = first_of_list(reading, mention, ending)
    while k > 2 and lower[k - 1] in _PADDING:
        k -= 1
    if k < 4 or lower[k - 1] != "by" or lower[k - 2] not in _COMPANY:
        return None
    if lower[k - 3] in WAS:
        return "done" if lower[k - 4] == "who" else None
    return "told" if lower[k - 3] == "," else None


def attends(reading: Reading, j: int, end: int) -> bool:
    """Whether ", who was also present", "were in attendance" stands behind a list of people that ends at word `j`."""
    lower = reading.tokens.lower
    if lower[j : j + 3] == [",", "also", "at"] and lower[j + 3 : j + 4] in (["the"], ["this"]):
        return not _EVENTS.isdisjoint(lower[j + 4 : j + 6])  # "X, also at the meeting, said"
    j = behind_clause(reading, j, end)
    j += lower[j : j + 1] in ([","], ["who"])
    j += lower[j : j + 1] == ["who"]
    if lower[j : j + 1] not in (["was"], ["were"]):
        return False
    j += 1 + (not _ADVERBS.isdisjoint(lower[j + 1 : j + 2]))
    return lower[j : j + 1] == ["present"] or lower[j : j + 2] in (["in", "attendance"], ["on", "hand"])
