"""Complements that a place opens and small words close: "of the Bank's Sarajevo office", "of the Osh customs station".

In: a `Complement`. Out: the word behind it, None where it is of another kind. Where the office lies is not whose it is:
the country of the town says nothing of the holder's.
"""

from communique.extract.offices.complement import Complement
from communique.extract.offices.connectors import MINISTERIAL
from communique.extract.offices.heads import head_at, words

_BRANCHES = frozenset([
    "office", "bureau", "branch", "station", "desk", "chapter", "mission", "outpost", "port", "airport", "terminal",
    "plant", "depot", "hub", "garrison", "prison", "checkpoint",
])  # fmt: skip
_PLACE, _INNER = 3, 3  # words
_STOPS = frozenset([",", ".", ";", ")", "(", "of", "and", "in", "for", "who"])


def of_branch(c: Complement) -> int | None:
    """ "Head of the Bank's Sarajevo office", "director of the Osh employment office": a branch, by its place."""
    if c.word not in {"of", "at"} or c.head.level in MINISTERIAL:
        return None
    cap = c.reading.tokens.cap
    owner = c.body.j if c.body else c.q + 1
    first = owner + 1 if cap[c.q : c.q + 1] == [True] and c.next_is(owner, "'s") else c.q
    place = first
    while place < min(first + _PLACE, len(cap)) and _may_be_place(c, place):
        place += 1
    end = _branch_end(c, place)
    closed = end > place > first and (end >= len(cap) or c.lower[end] in _STOPS or cap[end])
    if not closed:
        return None
    if c.body and first > c.body.j:
        c.part.organization = c.body.organization.name
    return c.add(end)


def _may_be_place(c: Complement, k: int) -> bool:
    """Whether a capital may be of a town's name: no nationality, no field, no noun of a body, no office."""
    geo = c.reading.geo.get(k)
    known = words("portfolio", "ministry", "body", "modifiers")
    return (
        c.reading.tokens.cap[k]
        and (geo is None or geo.form == "capital")
        and c.lower[k] not in known
        and k not in c.reading.body
        and head_at(c.reading, k) is None
    )


def _branch_end(c: Complement, k: int) -> int:
    """The word behind "employment office" at the word `k`; `k` where no such noun closes the small words."""
    tokens = c.reading.tokens
    for e in range(k, min(k + _INNER, len(tokens))):
        if tokens.cap[e] or not tokens.word[e].isalpha():
            return k
        if c.lower[e] in _BRANCHES:
            return e + 1
    return k
