"""How likely each kind of event is, by all signs together: words of events, who is there, and the words of the text.

In: an `Evidence` of an article. Out: a kind. What single phrases speak for (`telling.py`) and all words that may tell
something, as whether a guest's trip or the talks held with him are the news, add up to a sum a kind; the greatest wins.
The weights are those of a multinomial logistic regression over labelled pages (`scripts/fit_kinds.py`,
registry/kind_weights.csv).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import sqrt
from typing import NamedTuple

from communique.extract.event.telling import KINDS, TELLING, Scores
from communique.registry import rows, settings

Weights = tuple[float, ...]  # one a kind, in the order of `KINDS`

READ = 1500  # characters of the body whose words are signs
_WORD = re.compile(r"[a-z]{2,}")
_MOST = 7.5  # what one place says; more makes no difference
_COUNTRIES, _ACTORS = 4, 5  # more of them make no difference


class Evidence(NamedTuple):
    """What an article says of its kind.

    What words of events speak for in the headline ("title"), the first sentence and the next ones; the headline, the
    first sentence and the beginning of the text; how many countries and actors there are.
    """

    places: Mapping[str, Scores]
    title: str
    first: str
    text: str
    countries: int
    actors: int


def likeliest(evidence: Evidence) -> str:
    """The kind for which the signs together speak most."""
    known = weights()
    told = [known["bias"]["all"]]
    for group, sign, amount in traits(evidence):
        if found := known[group].get(sign):
            told.append(tuple([amount * weight for weight in found]))
    for group, words in worded(evidence):
        told += filter(None, map(known[group].get, words))
    sums = list(map(sum, zip(*told, strict=True)))
    return KINDS[sums.index(max(sums))]


def traits(evidence: Evidence) -> Iterator[tuple[str, str, float]]:
    """What the words of events and the number of parties say of the kind, as group, sign and how much there is."""
    for kind, amount in totals(evidence.places).items():
        yield "total", kind, sqrt(amount) / 1.5
    for place, said in evidence.places.items():
        for kind, amount in said.items():
            yield place, kind, min(amount, _MOST) / 5
    for group, kind in _headline(evidence.places.get("title", {})):
        yield group, kind, 1.0
    yield "countries", str(min(evidence.countries, _COUNTRIES)), 1.0
    yield "actors", str(min(evidence.actors, _ACTORS)), 1.0


def _headline(said: Scores) -> Iterator[tuple[str, str]]:
    """What the headline tells most, and that it tells nothing else: it decides between kinds."""
    kind = max(said, key=lambda kind: said[kind], default="")
    if not kind or said[kind] < TELLING:
        return
    yield "headline", kind
    if all(2 * amount <= said[kind] for other, amount in said.items() if other != kind):
        yield "headline alone", kind


def totals(places: Mapping[str, Scores]) -> Scores:
    """What the words of events speak for in all places together."""
    weights, told = settings("kind_cues")["places"], Scores()
    for place, said in places.items():
        for kind, amount in said.items():
            told[kind] = told.get(kind, 0.0) + weights[place] * amount
    return told


def worded(evidence: Evidence) -> Iterator[tuple[str, Iterable[str]]]:
    """The words that are signs, by group: of the headline, of the first sentence and of the beginning of the text."""
    yield "title word", _words(evidence.title)
    yield "first word", _words(evidence.first)
    yield "text word", _words(evidence.text)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


@cache
def weights() -> dict[str, dict[str, Weights]]:
    """The weights of each sign, by group and sign."""
    found: dict[str, dict[str, Weights]] = {}
    for row in rows("kind_weights"):
        found.setdefault(row["group"], {})[row["sign"]] = tuple(float(row[kind]) for kind in KINDS)
    return found
