"""Officials of third states who are only reported on: "Togo's President X, meanwhile, warned that he would close it".

In: a `Reading` and a mention of an official. Out: whether his country is told of nowhere in headline or lead and the
words around have him speak or act at home, or call something elsewhere good or bad.
"""

import re

from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_ACTS = (word_class("stands") - {"long", "often", "repeatedly", "previously", "said", "called", "described"}) | {
    "ordered", "offered", "tweeted", "posted",
}  # fmt: skip
_AT_HOME = frozenset(["parliament", "lawmakers", "mps", "voters", "supporters"])
_BEFORE_VERB = frozenset(
    [",", "meanwhile", "however", "has", "have", "had", "also", "again", "earlier", "for", "his", "part"]
)
_JUDGED = re.compile(
    r" (?:deal|agreement|accord|visit|talks|news|move|decision|statement|announcement|plan) (?:was|were|(?:has|have)"
    r" been) (?:also )?(?:welcomed|hailed|praised|criticised|criticized|condemned|rejected|denounced|opposed|backed) by"
    r" (?:the )?$"
)
_ANOTHER_DAY = frozenset(["recently", "lately", "previously", "expects", "awaits"])  # "it recently hosted Minister X"
_NEAR, _CLOSE = 16, 6  # words
_LEAD = 2  # sentences


def of_a_third_state(reading: Reading, mention: Mention) -> bool:
    """Whether an official of a country that the lead does not name is only reported on."""
    country = mention.country or (mention.office.countries[0] if mention.office and mention.office.countries else None)
    lower, number = reading.tokens.lower, reading.tokens.sentence[mention.i]
    lead = reading.tokens.bounds[:_LEAD][-1][1]
    begin, end = reading.tokens.bounds[number]
    if not country or mention.name is None or number == 0 or not _reported(reading, mention, begin, end):
        return False
    told = (geo for k, geo in reading.geo.items() if k < min(lead, begin))
    return all(geo.alpha3 != country for geo in told) and lower[mention.start - 1] not in {"and", ","}


def _reported(reading: Reading, mention: Mention, begin: int, end: int) -> bool:
    """Whether the words around tell only what somebody has said or done at home."""
    lower, k = reading.tokens.lower, mention.j
    while k < end and lower[k] in _BEFORE_VERB:
        k += 1
    if lower[k : k + 1] == ["told"]:
        return not _AT_HOME.isdisjoint(lower[k + 1 : k + 3])
    if k < end and (lower[k] in _ACTS or lower[k : k + 2] == ["wrote", "on"]):
        return True
    before = lower[max(begin, mention.start - _NEAR) : mention.start]
    return not _ANOTHER_DAY.isdisjoint(before[-_CLOSE:]) or bool(_JUDGED.search(" " + " ".join(before) + " "))
