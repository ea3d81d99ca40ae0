"""International organisations and national agencies that act abroad.

In: a text. Out: every mention of one, by name, acronym or other form, with what the registry says of it. One
Aho-Corasick scan, the longest form at each place; acronyms count in their own capitals only.
"""

import re
from dataclasses import dataclass
from functools import cache

from communique.registry import rows, split_list
from communique.registry.matcher import Match, Matcher, fold


@dataclass(frozen=True, slots=True)
class Organization:
    """One body: `kind` as in the head of organizations.csv; `country` is the alpha-3 of the state it belongs to.

    `country` is None for international bodies; `acronym` is "" where none is in use.
    """

    name: str
    acronym: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    word: bool = False


@cache
def organizations() -> dict[str, Organization]:
    """All organisations by name, in the order of the file.

    >>> organizations()["World Food Programme"].acronym
    'WFP'
    """
    return {row["name"]: _organization(row) for row in rows("organizations")}


def _organization(row: dict[str, str]) -> Organization:
    country, word = row["country"] or None, row["word"] == "yes"
    return Organization(row["name"], row["acronym"], split_list(row["aliases"]), row["kind"], country, word)


def find_organizations(text: str) -> list[Match[Organization]]:
    """The organisations named in `text`, in order, without overlap.

    Args:
        text: any text; names may also stand wholly in upper case.

    Returns:
        Matches with the `Organization`; offsets count characters of `text`.

    >>> [(m.start, m.end, m.value.name) for m in find_organizations("He met the WFP envoy.")]
    [(11, 14, 'World Food Programme')]
    """
    found = _MATCHER.find(text)
    return [m for m in found if not (m.value.word and _shouted(text, m.start, m.end, m.value.acronym))]


_CAPITALS_BEFORE, _CAPITALS_AFTER = re.compile(r"\b[A-Z]{3,}\W{1,3}\Z"), re.compile(r"\W{1,3}[A-Z]{3,}\b")


def _shouted(text: str, start: int, end: int, acronym: str) -> bool:
    """Whether what was found is an English word in an upper-case line ("THE MAN WHO CAME"), not an acronym."""
    if text[start:end] != acronym:
        return False
    return bool(_CAPITALS_BEFORE.search(text[max(0, start - 24) : start]) or _CAPITALS_AFTER.match(text, end))


def _terms() -> dict[str, Organization]:
    """Every name, alias and acronym, and names of several words in upper case."""
    terms: dict[str, Organization] = {}
    for body in organizations().values():
        for term in (body.name, *body.aliases, body.acronym):
            terms.setdefault(fold(term, lower=False), body)
            if " " in term:
                terms.setdefault(fold(term, lower=False).upper(), body)
    return terms


_MATCHER = Matcher(_terms, case=True, together=True)
