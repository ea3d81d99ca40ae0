"""The words and phrases that name fields of cooperation, as one matcher.

In: sector_terms.csv and the spellings in sector_context.toml. Out: `find_terms`, and `SECTOR_TERMS`, a matcher whose
values are `Term`s.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.registry import rows, settings, split_list
from communique.registry.matcher import Match, Matcher

_IZE = re.compile(r"(?<=[a-z]{2})iz(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)\b)")
_LEADS = re.compile(
    r"(?<![^\W_])(?:cooperation|co-operation|collaboration|partnership|cooperate|collaborate|ties|relations|links|work|experience"
    r"|expertise|training|projects|exchanges?|agreement|memorandum|support|invest|investments?|interest|interested) $"
)
_ISE = re.compile(r"(?<=[a-z]{2})is(?=ations?\b)")
_BREAKS = re.compile(r"([ \-]+)")


class Term(NamedTuple):
    """A sector's code and how surely the term names it; the code is empty for an idiom, which names nothing."""

    code: str
    strength: str


def names_field(term: Term, *, in_office: bool) -> bool:
    """Whether a term names a field where it stands: an idiom nowhere, a portfolio only in the name of an office."""
    return bool(term.code) and (term.strength != "portfolio" or in_office)


def variants(term: str) -> Iterator[str]:
    """`term` with its other spellings and its plural.

    >>> sorted(variants("defense program"))
    ['defence programme', 'defence programmes', 'defense program', 'defense programs']
    """
    british, american = _respelt(term, "british"), _ISE.sub("iz", _respelt(term, "american"))
    for spelling in {term, british, american, _IZE.sub("is", term), _IZE.sub("is", british)}:
        for form in {spelling, spelling.replace("-", " ")}:
            yield form
            if form[-1] not in "s+&" and form[-1].isalpha():
                yield _plural(form)


def _respelt(term: str, into: str) -> str:
    """`term` with each of its words, also those that hyphens join, in the other spelling."""
    return "".join(_spellings(into).get(word, word) for word in _BREAKS.split(term))


@cache
def _spellings(into: str) -> dict[str, str]:
    """What each word becomes that is spelt in two ways."""
    pairs = settings("sector_context")["spellings"].items()
    return {british: american for american, british in pairs} if into == "american" else dict(pairs)


def _plural(form: str) -> str:
    if form.endswith("y") and form[-2:-1] not in "aeiou":
        return form[:-1] + "ies"
    return form + ("es" if form.endswith(("ch", "sh", "x")) else "s")


def _terms() -> dict[str, Term]:
    """All terms with their variants."""
    terms: dict[str, Term] = {}
    cells = [(Term(row["code"], row["strength"]), split_list(row["terms"])) for row in rows("sector_terms")]
    for value, listed in cells:
        terms.update(dict.fromkeys(listed, value))
    for row in rows("legislatures"):
        names = (row["name"], *split_list(row["aliases"]))
        terms.update({name.lower(): Term("governance", "weak") for name in names if name.lower() not in terms})
    for value, listed in cells:
        for term in listed:
            for variant in variants(term):
                terms.setdefault(variant, value)
    return terms


def find_terms(text: str) -> list[Match[Term]]:
    """The sector terms in `text`, in order, with the acronyms that are such in capitals only ("IT", not "it").

    >>> [text.value.code for text in find_terms("IT, trade and what comes with it")]
    ['communications', 'trade']
    >>> [text.value.code for text in find_terms("the IT sector, and with it services")]
    ['communications']
    """
    found = [match for match in SECTOR_TERMS.find(text) if not text.startswith("it ", match.start)]
    found = [one for match in found for one in (_within(text, match) if _is_led_in(text, match) else (match,))]
    acronyms = list(_acronyms().finditer(text))
    if not acronyms:
        return found
    taken = {place for match in found for place in range(match.start, match.end)}
    codes = settings("sector_context")["acronyms"]
    further = [Match(a.start(), a.end(), Term(codes[a[0]], "thing")) for a in acronyms if a.start() not in taken]
    return sorted(found + further)


def _is_led_in(text: str, match: Match[Term]) -> bool:
    """Whether what looks like an idiom is a field of something: "cooperation in transit", not "lost in transit"."""
    return (
        not match.value.code
        and text.startswith("in ", match.start)
        and bool(_LEADS.search(text, max(0, match.start - 20), match.start))
    )


def _within(text: str, match: Match[Term]) -> Iterator[Match[Term]]:
    """The terms behind the "in" of a match."""
    start = match.start + len("in ")
    for inner in SECTOR_TERMS.find(text[start : match.end]):
        yield Match(inner.start + start, inner.end + start, inner.value)


@cache
def _acronyms() -> re.Pattern[str]:
    """The acronyms, outside a headline in capitals."""
    words = "|".join(settings("sector_context")["acronyms"])
    return re.compile(rf"(?<![A-Z] )(?<![\w-])(?:{words})(?![\w-])(?! [A-Z]{{2}})")


SECTOR_TERMS = Matcher(_terms, together=True)
"""Compares without regard to capitals and marks."""
