"""How likely an article is about a field: what the rules say, and where and in what words the text names it.

In: an `Evidence` of the article and a sector's code. Out: yes or no. The rules weigh each mention by the cue phrases
beside it (`chains.py`); what no phrase decides is decided by the sum of weak signs, first of all by the ordinary words
of the sentence that speaks best for the field. A brief report tells little by the way: there signs have a second
weight, which fades as the text grows. The weights are those of a logistic regression over labelled pages
(`scripts/fit_sectors.py`, registry/sector_weights.toml).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from math import log, log1p
from operator import attrgetter
from typing import NamedTuple

from communique.extract.fields.chains import Mention
from communique.extract.words.sentences import Sentence, sentences
from communique.registry import settings

_WORD = re.compile(r"\b[a-z]+\b")  # none with a capital: names say nothing of fields
_BEFORE, _BEHIND, _NEAR = 3, 2, 40  # words beside a term that are signs of their own, and characters to look at
BOUND, KEPT = 0.2, -0.5  # a field that the rules keep is named in doubt, and no other, but for …
_SPARING = 0.7  # … a brief text, which spends few words on a field: there any is named in as much doubt
_SURE = 2.5  # the other signs speak so clearly that words hardly ever turn it: they need not be read
_PHRASE, _BRIEF, _FULL = 250, 600, 1300  # characters of a text too short for a report, of a brief one, of a full one
_CROSSED = frozenset(("headline", "mention", "place", "rules"))  # groups that say something else in a brief text
_SHORT, _LONG, _LAST = 700, 7000, 6  # characters of texts, and the paragraph, beyond which one is like another
_STATED = frozenset(("strong", "broad"))  # the headline names a field, and not only a thing of it
_MOST, _OFFICES = 3.0, 3  # what the mentions add up to, and those in offices: more makes no difference


class Evidence(NamedTuple):
    """What an article says of fields: mentions (all, and those outside the names of offices) and the headline's states
    by code, what these add up to, and what the rules keep."""

    body: str
    mentions: Mapping[str, Sequence[Mention]]
    outside: Mapping[str, Sequence[Mention]]
    headline: Mapping[str, str]
    totals: Mapping[str, float]
    kept: frozenset[str]


def is_about(evidence: Evidence, code: str) -> bool:
    """Whether the signs together speak for the field; one that the headline states needs none.

    A thing of the field in the headline ("Envoys talk of nickel") states it where the body speaks of such, too.
    """
    state = evidence.headline.get(code)
    if state in _STATED or (state == "thing" and evidence.outside.get(code)):
        return True
    weights = settings("sector_weights")
    told: float = weights["bias"]
    for group, sign, amount in signs(evidence, code):
        told += weights[group].get(sign, 0.0) * amount
    if abs(told) <= _SURE:
        for group, words in worded(evidence, code):
            told += sum(map(weights[group].get, words, repeat(0.0)))
    leeway = _SPARING * _brevity(len(evidence.body)) if evidence.outside.get(code) else 0.0
    return told > (KEPT if code in evidence.kept else BOUND - leeway)


def signs(evidence: Evidence, code: str) -> Iterator[tuple[str, str, float]]:
    """What speaks for or against a field, words left aside: its traits, those in a brief text once more."""
    brevity = _brevity(len(evidence.body))
    for group, sign, amount in traits(evidence, code):
        yield group, sign, amount
        if brevity and group in _CROSSED:
            yield f"brief-{group}", sign, amount * brevity
    yield "brief-place", "text", brevity


def _brevity(length: int) -> float:
    """How brief a text is, from none to all."""
    return min(max((_FULL - length) / (_FULL - _BRIEF), 0.0), 1.0) if length > _PHRASE else 0.0


def traits(evidence: Evidence, code: str) -> Iterator[tuple[str, str, float]]:
    """What rules, places and headline say for or against a field, as group, sign and how much of it there is."""
    outside = evidence.outside.get(code, ())
    yield "rules", "kept", float(code in evidence.kept)
    yield "rules", "total", min(max(evidence.totals[code], 0.0), _MOST)
    yield "rules", "kept fields", log1p(len(evidence.kept))
    yield "field", code, 1.0
    if state := evidence.headline.get(code) or ("other" if evidence.headline else None):
        yield "headline", state, 1.0
    yield "place", "length of the text", log(min(max(len(evidence.body), _SHORT), _LONG) / _SHORT)
    yield "place", "in offices", min(len(evidence.mentions.get(code, ())) - len(outside), _OFFICES) / _OFFICES
    if not outside:
        yield "place", "nowhere else", 1.0
        return
    yield "place", "mentions", log1p(len(outside))
    yield "place", "share of all mentions", len(outside) / sum(map(len, evidence.outside.values()))
    if any("lead" in mention.features for mention in outside):
        yield "place", "any lead", 1.0
    best = _best(outside)
    yield "place", f"paragraph {min(_part(evidence.body, best).paragraph, _LAST)}", 1.0
    for feature in best.features:
        yield "mention", feature, 1.0


def worded(evidence: Evidence, code: str) -> Iterator[tuple[str, Iterable[str]]]:
    """The words that are signs, by group: of the best mention the term, those beside it and those of its sentence."""
    outside, body = evidence.outside.get(code), evidence.body
    if not outside:
        return
    best = _best(outside)
    part = _part(body, best)
    yield "term", (body[best.start : best.end].lower(),)
    yield "before", set(_WORD.findall(body, max(part.start, best.start - _NEAR), best.start)[-_BEFORE:])
    yield "behind", set(_WORD.findall(body, best.end, min(part.end, best.end + _NEAR))[:_BEHIND])
    yield "sentence", _words(body, part.start, part.end)


def _best(outside: Sequence[Mention]) -> Mention:
    return max(outside, key=attrgetter("weight"))


def _part(body: str, mention: Mention) -> Sentence:
    """The sentence that a mention stands in."""
    parts = sentences(body)
    return parts[bisect_right(parts, (mention.start, len(body))) - 1]


@lru_cache(maxsize=32)  # fields are often named side by side
def _words(body: str, start: int, end: int) -> frozenset[str]:
    return frozenset(_WORD.findall(body, start, end))
