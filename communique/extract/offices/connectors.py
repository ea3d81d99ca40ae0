"""Which preposition leads on from the head of an office: "Minister of", "in charge of", "Clerk to", "Secretary in the".

In: a `Reading`, the word behind a head or a complement, and the head. Out: the preposition and the word behind it.
"""

from itertools import pairwise

from communique.extract.offices.heads import DIPLOMATIC, Head, head_at, skip_the, words
from communique.extract.words.reading import Reading

_CONNECTORS = frozenset(["of", "for", "to", "at", "in", "on", "with", "within"])
# prepositions of several words, with the one that each is read as; "charge" stands before fields in lower case as well
_CHARGED = (
    (("in", "charge", "of"), "charge"),
    (("responsible", "for"), "charge"),
    (("with", "responsibility", "for"), "charge"),
    (("delegate", "to"), "to"),
)
_CHARGES = (["in", "charge", "of"], ["with", "responsibility", "for"])
_SERVED = frozenset(["ministry", "cabinet", "government", "treasury", "council", "state"])
_HOUSES = frozenset(["parliament", "assembly", "house", "senate", "national", "legislative", "legislature"])
MINISTERIAL = frozenset({"head_of_state", "head_of_government", "deputy_head", "minister", "deputy_minister", "royal"})
UNDER = frozenset(["secretary", "undersecretary", "vice minister", "assistant secretary", "deputy secretary"])


def connector(reading: Reading, at: int, head: Head) -> tuple[str, int] | None:
    """The preposition at word `at` that may lead a complement of this head, and the word behind it."""
    tokens = reading.tokens
    if at + 1 >= len(tokens):
        return None
    lower = tokens.lower
    if head.singular == "minister of state" and (field := _further_field(reading, at)):
        return "of", field
    comma = lower[at] == "," and head.level in MINISTERIAL
    at += comma and lower[at + 1 : at + 4] in _CHARGES  # "Minister of Trade, in charge of Tourism"
    if lower[at : at + 2] == ["accredited", "to"] and head.level == "diplomat":
        return "to", at + 2
    for phrase, word in _CHARGED:
        if tuple(lower[at : at + len(phrase)]) == phrase:
            return word, at + len(phrase)
    if lower[at] == "to" and lower[at + 1] in {"her", "him"} and lower[at + 2 : at + 3] in (["on"], ["for"]):
        return lower[at + 2], at + 3  # "Special Assistant to her on Media"
    word = lower[at]
    if word == "within":
        return ("at", at + 1) if _ministry_ahead(reading, at + 1) else None
    if word not in _CONNECTORS or (word == "at" and {("state", "house")} & {*pairwise(lower[at + 1 : at + 4])}):
        return None  # "met the High Commissioner at the State House"
    if word == "to" and tokens.cap[at] and head.level != "diplomat":
        return None  # "General Secretary To Lam"
    served = skip_the(lower, at + 1)
    if (
        word == "to"
        and head.cls == "secretary"
        and not _SERVED.isdisjoint(lower[served : served + 1])
        and (served > at + 1 or tokens.cap[served])
    ):
        return word, at + 1  # "Secretary to the Ministry", "Secretary to Cabinet"
    if word == "to" and head.cls == "secretary" and not _HOUSES.isdisjoint(lower[served : served + 1]):
        return word, at + 1  # "Clerk to Parliament"
    if word == "to" and head.level not in DIPLOMATIC and head.cls != "head":
        return None
    if word == "in" and tokens.cap[at - 1] and head.level in MINISTERIAL and _ministry_ahead(reading, at + 1):
        return word, at + 1  # "Minister of State in the Ministry of Health"
    if word == "at" and head.level in MINISTERIAL and _ministry_ahead(reading, at + 1):
        return word, at + 1
    if head.singular == "minister" and word == "at":
        return None
    if word == "at" and lower[at + 1] == "the" and lower[at + 2 : at + 3] in (["department"], ["ministry"], ["office"]):
        return word, at + 1
    of_body = word == "at" and head.cls == "vice president"  # "vice president at Huawei Technologies"
    if word in {"at", "in", "on", "with"} and head.level in MINISTERIAL and head.cls not in UNDER and not of_body:
        return None
    return word, at + 1


def _further_field(reading: Reading, at: int) -> int | None:
    """The first word of what a "Minister of State and Foreign Affairs", "Minister of State, of Defence" cares for."""
    tokens, k = reading.tokens, at + 1
    if tokens.lower[at] not in {"and", ","} or (tokens.lower[at] == "," and tokens.lower[k : k + 1] != ["of"]):
        return None
    k += tokens.lower[k : k + 1] == ["of"]
    named = k < len(tokens) and tokens.cap[k] and tokens.lower[k] in words("portfolio")
    return k if named and not _office_ahead(reading, k) else None


def _office_ahead(reading: Reading, k: int) -> bool:
    """Whether the words of portfolios at `k` lead to another office: "Minister of State and Foreign Minister"."""
    while k < len(reading.tokens) and reading.tokens.lower[k] in words("portfolio") and not head_at(reading, k):
        k += 1
    return head_at(reading, k) is not None


def _ministry_ahead(reading: Reading, k: int) -> bool:
    """Whether "the Ministry of …" or "the FCDO" stands at the word `k`, where a minister serves."""
    tokens, k = reading.tokens, skip_the(reading.tokens.lower, k)
    if k in reading.geo and reading.geo[k].form == "ministry":
        return True
    if k in reading.geo:  # "at the UAE Foreign Ministry", "in Spain's Ministry of Culture"
        k = reading.geo[k].j + (tokens.lower[reading.geo[k].j : reading.geo[k].j + 1] == ["'s"])
    while k < len(tokens) and tokens.cap[k] and tokens.lower[k] in words("modifiers") | {"foreign", "cabinet"}:
        k += 1
    return k < len(tokens) and tokens.cap[k] and tokens.lower[k] in {"ministry", "office", "department", "chancellery"}
