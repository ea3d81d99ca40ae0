"""The fields of cooperation that an article is about, with the characters that prove each.

In: an article. Out: its sectors in order of appearance. Every mention of a sector's terms is weighed by where it
stands (`fields/`); what a code's mentions and the headline add up to decides, beside weaker signs (`likelihood.py`).
"""

import re
from collections import defaultdict
from collections.abc import Sequence, Set

from communique.extract.fields.chains import Mention, enumerated, is_shaded, is_specified
from communique.extract.fields.likelihood import Evidence, is_about
from communique.extract.fields.mentions import mentions
from communique.extract.offices.spans import in_offices, outside_people
from communique.model import Article, Sector
from communique.registry import settings
from communique.registry.sector_terms import find_terms, names_field

_PLURAL_OFFICE = re.compile(r"\b(?:ministers|ministries|secretaries|chiefs)\b", re.IGNORECASE)
_NAME = 40  # characters within which two terms lie in the name of one office
_CARRIERS = frozenset(  # whose things bring relief or are brought as relief
    ("agriculture", "construction", "defence", "environment", "health", "industry", "transport", "water")
)
_STATED = frozenset(("strong", "broad", "thing", "offices"))  # how a headline states what its page is about
_CONDOLENCES = re.compile(r"\b(?:condol|sympath|mourn)", re.IGNORECASE)
_FURTHER = re.compile(  # what a headline tells beside condolences that may have a field
    r"\b(?:sp(?:ea|o)k|call|phon|meet|met\b|receiv|talk|discuss|aid|relief|assist|support|help|donat|offers? to|team)",
    re.IGNORECASE,
)
_THEME, _FEW = 6, 3  # mentions in the body that make a theme of it, and that are few beside one


def find(article: Article, names: Sequence[str] = ()) -> list[Sector]:
    """The sectors of `article`, in order of appearance.

    Args:
        article: the article; its body from `lead` on and its title are read.
        names: of its people; a word that is part of one is none of a field.

    Returns:
        one `Sector` a code; `start` and `end` give the term in the body, None where only the title has it.
    """
    if _CONDOLENCES.search(article.title) and not _FURTHER.search(article.title):
        return []
    headline = _headline(article.title, names)
    by_code: dict[str, list[Mention]] = defaultdict(list)
    relief = headline.get("humanitarian") == "strong"
    stated = {code for code, state in headline.items() if state == "strong"}
    if relief:
        headline = {code: "weak" if code in _CARRIERS and s != "strong" else s for code, s in headline.items()}
    for mention in mentions(article, names):
        if relief and mention.code in _CARRIERS - stated and not mention.features & {"announced", "office"}:
            mention = mention._replace(weight=mention.weight + _weight("carrier"))
        by_code[mention.code].append(mention)
    _settle(by_code, headline)
    totals = {c: _total(by_code.get(c, []), headline.get(c)) for c in by_code.keys() | headline.keys()}
    kept = _kept(by_code, headline, totals)
    outside = {code: _outside(found) for code, found in by_code.items()}
    evidence = Evidence(article.body, by_code, outside, headline, totals, kept)
    places = {code: _evidence(by_code.get(code, [])) for code in totals if is_about(evidence, code)}
    order = sorted(places, key=lambda code: (places[code] is None, places[code] or (0, 0), code))
    primary = _primary(headline, places.keys())
    return [Sector(code, code in primary, *(places[code] or (None, None))) for code in order]


def _primary(headline: dict[str, str], found: Set[str]) -> Set[str]:
    """The codes found that the headline states, else the only one. An ordinary word beside an office states none: "Navy
    commander, ambassador discuss maritime cooperation"."""
    beside = "office" in headline.values()
    stated = {code for code in headline.keys() & found if not (beside and headline[code] == "weak")}
    return stated or (found if len(found) == 1 else set())


def _kept(by_code: dict[str, list[Mention]], headline: dict[str, str], totals: dict[str, float]) -> frozenset[str]:
    """The codes that the rules keep: enough speaks for each, and not only tools for one of several."""
    bounds = dict.fromkeys(totals, _weight("enough"))
    bounds |= dict.fromkeys(_overshadowed(by_code, headline), _weight("enough") - _weight("overshadowed"))
    kept = frozenset(code for code, total in totals.items() if total >= bounds[code])
    if len(kept) > 1:
        kept = frozenset(code for code in kept if not _serves_others(by_code.get(code, [])))
    return kept


def _settle(by_code: dict[str, list[Mention]], headline: dict[str, str]) -> None:
    """Give mentions of "a>b" to b where b counts, a does not without them, and no list names a; else to a."""
    for code in sorted(code for code in by_code.keys() | headline.keys() if ">" in code):
        first, second = code.split(">")
        totals = {c: _total(by_code.get(c, []), headline.get(c)) for c in (first, second)}
        listed = any("list" in mention.features for mention in by_code.get(code, []))
        owner = second if totals[second] >= _weight("enough") > totals[first] and not listed else first
        by_code[owner] = sorted(by_code.get(owner, []) + by_code.pop(code, []))
        if state := headline.pop(code, None):
            headline.setdefault(owner, state)


def _overshadowed(by_code: dict[str, list[Mention]], headline: dict[str, str]) -> set[str]:
    """The codes with few mentions, where the body comes back again and again to a field that the headline states."""
    stated = [code for code, state in headline.items() if state in _STATED]
    if all(len(_outside(by_code.get(code, []))) < _THEME for code in stated):
        return set()
    return {code for code, found in by_code.items() if code not in headline and len(_outside(found)) <= _FEW}


def _serves_others(found: Sequence[Mention]) -> bool:
    """Whether nothing but tools, such as a loan, speaks for a sector, or further words less than these."""
    tools = [m.weight for m in found if "tool" in m.features and "list" not in m.features]
    return bool(tools) and all(m.weight < max(tools) for m in _outside(found) if m.weight not in tools)


def _outside(found: Sequence[Mention]) -> list[Mention]:
    """The mentions outside the names of offices and bodies."""
    return [mention for mention in found if "office" not in mention.features]


def _weight(name: str) -> float:
    return settings("sector_context")["weights"][name]


def _total(found: Sequence[Mention], headline: str | None) -> float:
    """What a code's mentions add up to: the best one in full, a part of each further one, and the headline's."""
    worth = settings("sector_context")["weights"]
    weights = sorted((mention.weight for mention in _outside(found)), reverse=True)
    total = sum(weights[:1]) + worth["more"] * sum(w for w in weights[1:4] if w > 0)
    if len(weights) < len(found):
        offices = _apart([m for m in found if "office" in m.features])
        total += worth["office"] * min(len(offices), 2)
        if headline == "office" and any("shared" in m.features for m in offices):
            total += worth["shared"]
    return round(total + (worth[f"headline_{headline}"] if headline else 0.0), 3)


def _apart(found: Sequence[Mention]) -> list[Mention]:
    """The mentions, those left out that lie in the name of the same office as the one before them."""
    return [m for before, m in zip((None, *found), found, strict=False) if not before or m.start > before.end + _NAME]


def _evidence(found: Sequence[Mention]) -> tuple[int, int] | None:
    """The first good mention; one in an office's title only if there is no other."""
    outside = _outside(found)
    good = [m for m in outside if m.weight >= _weight("enough")] or outside or found
    return (good[0].start, good[0].end) if good else None


def _headline(title: str, names: Sequence[str] = ()) -> dict[str, str]:
    """The codes that the headline states, and how: as a field, by an ordinary word, in offices, in one office."""
    found = outside_people(title, find_terms(title), names)
    codes: dict[str, str] = {}
    ranks = ("office", "tool", "shade", "weak", "thing", "offices", "broad", "strong")
    judged = list(zip(found, in_offices(title, found, title=True), strict=True))
    for match, office in judged:
        listed = [item for item in judged if match.value.strength == "shade" and enumerated(title, match, item[0])]
        if not names_field(match.value, in_office=office):
            continue
        if is_specified(title, match, judged):
            continue
        if not (match.value.strength == "shade" and is_shaded(title, match, listed, judged)):
            state = "office" if office else match.value.strength
            state = "offices" if office and _PLURAL_OFFICE.search(title) else state
            codes[match.value.code] = max(state, codes.get(match.value.code, state), key=ranks.index)
    return codes
