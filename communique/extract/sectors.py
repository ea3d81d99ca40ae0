"""The fields of cooperation that an article is about, with the characters that prove each.

In: an article. Out: its sectors in order of appearance. Every mention of a sector's terms is weighed by where it
stands (a field named, an enumeration, an office's title, background); what a code's mentions add up to decides.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from communique.extract.office_spans import in_offices
from communique.extract.sentences import Sentence, sentences
from communique.model import Article, Sector
from communique.registry import settings
from communique.registry.matcher import Match, Matcher
from communique.registry.sector_terms import Term, sector_matcher

_CHAIN = re.compile(r"[\s/&-]*|[^.]{0,24}?(?:,|;|&|\band\b|\bor\b|\bas well as\b|\balong with\b)[^.]{0,24}")
_NEAR = re.compile(r"\s*(?:[^\W\d_][\w'’-]*\s+){0,2}")


class Mention(NamedTuple):
    """A term in the body: where, of which sector, and the features that speak for or against it."""

    start: int
    end: int
    code: str
    features: frozenset[str]

    @property
    def weight(self) -> float:
        """What the mention is worth."""
        weights = settings("sector_context")["weights"]
        return sum(weights[feature] for feature in self.features)


@cache
def _cues() -> Matcher[frozenset[str]]:
    """The cue phrases and the classes each belongs to."""
    classes: dict[str, set[str]] = defaultdict(set)
    for name, phrases in settings("sector_context")["cues"].items():
        for phrase in phrases.split("|"):
            classes[phrase.strip()].add(name)
    return Matcher({phrase: frozenset(names) for phrase, names in classes.items()})


def find(article: Article) -> list[Sector]:
    """The sectors of `article`, in order of appearance.

    Args:
        article: the article; its body from `lead` on and its title are read.

    Returns:
        one `Sector` a code; `start` and `end` give the term in the body, None where only the title has it.
    """
    stated, offices = _headline(article.title)
    by_code: dict[str, list[Mention]] = defaultdict(list)
    named: dict[str, tuple[int, int]] = {}
    for mention in mentions(article):
        if "office" in mention.features:
            named.setdefault(mention.code, (mention.start, mention.end))
        else:
            by_code[mention.code].append(mention)
    settled = settings("sector_context")["weights"]
    places: dict[str, tuple[int, int] | None] = {}
    for code in by_code.keys() | stated:
        weighed = by_code.get(code, [])
        if code in stated or _total(weighed) >= settled["enough"]:
            best = [m for m in weighed if m.weight >= settled["strong"]] or weighed
            places[code] = (best[0].start, best[0].end) if best else named.get(code)
    order = sorted(places, key=lambda code: (places[code] is None, places[code] or (0, 0), code))
    primary = (stated | offices) & places.keys() or (places.keys() if len(places) == 1 else set())
    return [Sector(code, code in primary, *(places[code] or (None, None))) for code in order]


def _total(weighed: Sequence[Mention]) -> float:
    """The best mention in full, a part of each further one."""
    weights = sorted((mention.weight for mention in weighed), reverse=True)
    return sum(weights[:1]) + settings("sector_context")["weights"]["more"] * sum(w for w in weights[1:] if w > 0)


def _headline(title: str) -> tuple[set[str], set[str]]:
    """The codes that the headline states as fields, and those that stand in an office there."""
    found = sector_matcher().find(title)
    stated: set[str] = set()
    offices: set[str] = set()
    for match, office in zip(found, in_offices(title, found, title=True), strict=True):
        if match.value.code:
            (offices if office else stated).add(match.value.code)
    return stated, offices


def mentions(article: Article) -> list[Mention]:
    """Every term of a sector in the body behind the dateline, in order, with its features."""
    body = article.body
    found = sector_matcher().find(body)
    offices = in_offices(body, found)
    kept = [(m, o) for m, o in zip(found, offices, strict=True) if m.value.code and m.start >= article.lead]
    if not kept:
        return []
    parts = sentences(body)
    starts = [part.start for part in parts]
    cues = _cues().find(body)
    cue_starts = [cue.start for cue in cues]
    grouped: dict[int, list[tuple[Match[Term], bool]]] = defaultdict(list)
    for match, office in kept:
        grouped[bisect_right(starts, match.start) - 1].append((match, office))
    aside = _asides(parts, cues, starts)
    result: list[Mention] = []
    for index, group in grouped.items():
        part = parts[index]
        inside = cues[bisect_left(cue_starts, part.start) : bisect_left(cue_starts, part.end)]
        classes = {name for cue in inside for name in cue.value}
        common = {name for name in ("background", "trouble", "figures") if name in classes}
        common |= {"topic"} & ({"topic"} if classes & {"topic", "field_of"} else set())
        common |= {"lead"} if part.paragraph == 0 else set()
        common |= {"aside"} if part.paragraph in aside else set()
        result.extend(_weighed(body, group, inside, frozenset(common)))
    return result


def _asides(parts: Sequence[Sentence], cues: Sequence[Match[frozenset[str]]], starts: Sequence[int]) -> set[int]:
    """The paragraphs that open with words that lead over to another event."""
    heads = {part.paragraph: part.start for part in reversed(parts)}
    openings = {start: paragraph for paragraph, start in heads.items()}
    return {openings[cue.start] for cue in cues if "aside" in cue.value and cue.start in openings}


def _weighed(
    body: str, group: Sequence[tuple[Match[Term], bool]], cues: Sequence[Match[frozenset[str]]], common: frozenset[str]
) -> list[Mention]:
    """The mentions of one sentence with their features; mentions joined by commas and "and" share what is beside them."""
    chains: list[list[tuple[Match[Term], bool]]] = []
    for item in group:
        last = chains[-1][-1] if chains else None
        if last and last[1] == item[1] and _CHAIN.fullmatch(body, last[0].end, item[0].start):
            chains[-1].append(item)
        else:
            chains.append([item])
    result: list[Mention] = []
    for chain in chains:
        shared = set(common)
        shared |= {"local"} if _is_named(body, chain[0][0].start, chain[-1][0].end, cues) else set()
        shared |= {"list"} if len({match.value.code for match, _ in chain}) >= 3 else set()
        for match, office in chain:
            own = {"strong" if match.value.strong else "weak"}
            result.append(Mention(match.start, match.end, match.value.code, frozenset({"office"} if office else shared | own)))
    return result


def _is_named(body: str, start: int, end: int, cues: Sequence[Match[frozenset[str]]]) -> bool:
    """Whether the words right before or behind a chain say that fields are named in it."""
    for cue in cues:
        if "field_of" in cue.value and cue.end <= start <= cue.end + 30 and _NEAR.fullmatch(body, cue.end, start):
            return True
        if "after" in cue.value and end <= cue.start <= end + 16 and _NEAR.fullmatch(body, end, cue.start):
            return True
    return False
