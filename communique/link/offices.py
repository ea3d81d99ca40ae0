"""Whether two wordings can be one office: "ICT Minister" and "Minister of Communications and Technology".

In: roles as articles print them. Out: their class of office and their fields, from the registries of offices and
portfolios, and whether two agree.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.registry import rows
from communique.registry.matcher import Matcher, fold


@dataclass(frozen=True, slots=True)
class Office:
    """The classes of a role's head words, and the fields that it names; both may be empty."""

    classes: frozenset[str]
    fields: frozenset[str]


_NEAR = (
    {"ambassador", "envoy", "representative", "head of mission", "permanent representative", "chargé d'affaires"},
    {"vice minister", "undersecretary", "deputy secretary", "assistant secretary", "minister of state"},
    {"prime minister", "leader", "head"},
    {"director", "head", "chair", "chief executive", "governor", "secretary general", "president", "administrator"},
)
_WORD = re.compile(r"[a-z]+")


@cache
def _heads() -> Matcher[str]:
    return Matcher({row["term"]: row["class"] for row in rows("offices")})


@cache
def _fields() -> dict[str, str]:
    return {row["word"]: row["portfolio"] for row in rows("portfolios")}


@lru_cache(maxsize=1 << 15)
def office(role: str | None) -> Office:
    """What a role says, apart from its wording.

    >>> sorted(office("Minister of Communications and Technology").fields & office("ICT Minister").fields)
    ['communications']
    """
    text = fold(role or "")
    heads = _heads().find(text)
    rest = text
    for match in reversed(heads):
        rest = f"{rest[: match.start]} {rest[match.end :]}"
    words = _WORD.findall(rest)
    classes = {match.value for match in heads}
    if "minister" in classes and {"deputy", "vice", "assistant"} & set(words):
        classes = classes - {"minister"} | {"vice minister"}
    return Office(frozenset(classes), frozenset(_fields()[word] for word in words if word in _fields()))


@lru_cache(maxsize=1 << 16)
def same_office(one: str | None, two: str | None) -> bool:
    """Whether two roles can be one office; a role that is not given agrees with none.

    >>> same_office("Foreign Minister", "Minister of Foreign Affairs")
    True
    >>> same_office("Deputy Minister of Energy", "Minister of Energy")
    False
    """
    if not one or not two:
        return False
    if fold(one) == fold(two):
        return True
    a, b = office(one), office(two)
    near = bool(a.classes & b.classes) or any(a.classes & near and b.classes & near for near in _NEAR)
    return near and (not a.fields or not b.fields or bool(a.fields & b.fields))
