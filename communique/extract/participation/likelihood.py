"""How likely somebody takes part, by all signs together: what the rules say, where and how the text names him.

In: a `Page` and a person named on it. Out: yes or no. Rules judge a mention by one phrase (`clauses.py`); what no
phrase decides, as of a president named late in a text, is decided by the sum of weak signs. The weights are those of a
logistic regression over labelled pages (`scripts/fit_participation.py`, registry/participation_weights.toml).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.extract.participation.clauses import ACTIVE, OUT, PLANNED, Clauses
from communique.extract.people.names import parts
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading
from communique.registry import settings

_LEAD, _EARLY = 4, 8  # sentences: each of the lead is a sign of its own
_MANY = 20  # people on a page; more make no difference


class Page(NamedTuple):
    """What is the same for all people of a page."""

    reading: Reading
    clauses: Clauses
    headline: frozenset[str]
    parties: Sequence[str]
    order: list[int]  # where each person is named first, sorted


def takes_part(page: Page, person: Person, kept: bool) -> bool:
    """Whether the signs together speak for a participant.

    Args:
        page: the page on which the person is named.
        person: somebody with an office or a side.
        kept: what the rules say; it stands where somebody has no name, or all mentions are known to be no part.
    """
    verdicts = [page.clauses.judge(mention) for mention in person.mentions]
    if not person.name or (not kept and all(verdict == OUT for verdict in verdicts)):
        return kept
    weights = settings("participation_weights")
    found = signs(page, person, kept, verdicts)
    told: float = sum(weights[group].get(sign, 0.0) * much for (group, sign), much in found)
    return weights["bias"] + told > 0


def signs(page: Page, person: Person, kept: bool, verdicts: list[str]) -> Iterator[tuple[tuple[str, str], float]]:
    """What speaks for or against a person's part, as (group, sign) and how much of it there is, 0 to 1."""
    yield from ((("rules", name), value) for name, value in _judged(page, person, kept, verdicts))
    yield from ((("place", name), value) for name, value in _placed(page, person))
    yield from ((("office", name), 1.0) for name in _held(page, person))
    yield from ((group_word, 1.0) for group_word in _around(page, person))


def _judged(page: Page, person: Person, kept: bool, verdicts: list[str]) -> Iterator[tuple[str, float]]:
    """What the rules say of the person's mentions."""
    clauses = page.clauses
    yield "kept", float(kept)
    yield "active", min(verdicts.count(ACTIVE), 3) / 3
    yield "any active", float(ACTIVE in verdicts)
    yield "any planned", float(PLANNED in verdicts)
    yield "any out", float(OUT in verdicts)
    yield "named active", float(any(v == ACTIVE and m.name for v, m in zip(verdicts, person.mentions, strict=True)))
    yield "seen", float(any(map(clauses.seen, person.mentions)))
    yield "speaks", float(any(map(clauses.speaks, person.mentions)))


def _placed(page: Page, person: Person) -> Iterator[tuple[str, float]]:
    """Where in the text the person is named, and how often."""
    tokens, order = page.reading.tokens, page.order
    number = tokens.sentence[person.first] - tokens.sentence[0]
    yield (f"sentence {number}" if number < _LEAD else "early" if number < _EARLY else "late"), 1.0
    yield "depth", number / len(tokens.bounds)
    yield "rank", order.index(person.first) / len(order)
    yield "named with the first", float(tokens.sentence[order[0]] == tokens.sentence[person.first])
    yield "people", min(len(order), _MANY) / _MANY
    yield "mentions", min(len(person.mentions), 6) / 6
    yield "headline", float(any(word in page.headline for word in parts(person.name or "") if len(word) > 3))


def _held(page: Page, person: Person) -> Iterator[str]:
    """The levels of the offices held, and whether the country is a party."""
    yield from {office.head.level for office in person.offices}
    if any(office.former for office in person.offices):
        yield "former"
    if not person.offices:
        yield "none"
    if person.organization:
        yield "of a body"
    if person.country in page.parties:
        yield "of a party"


def _around(page: Page, person: Person) -> Iterator[tuple[str, str]]:
    """The words right before and behind the first mention."""
    lower = page.reading.tokens.lower
    mention = min(person.mentions, key=lambda mention: mention.i)
    first, last = page.reading.tokens.bounds[page.reading.tokens.sentence[mention.i]]
    yield "before", next((lower[k] for k in range(mention.i - 1, first - 1, -1) if lower[k] != "the"), "")
    behind = lower[mention.j] if mention.j < last else ""
    yield "behind", behind
    if behind.endswith("ed"):
        yield "behind", "-ed"
