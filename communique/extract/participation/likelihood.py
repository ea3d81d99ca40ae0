"""How likely somebody takes part, by all signs together: what the rules say, where and how the text names him.

In: a `Page` and a person named on it. Out: yes or no. Rules judge a mention by one phrase (`clauses.py`); what no
phrase decides, as of a president named late in a text, is decided by the sum of weak signs. The weights are those of a
logistic regression over labelled pages (`scripts/fit_participation.py`, registry/participation_weights.toml).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from communique.extract.participation.clauses import ACTIVE, OUT, PLANNED, Clauses
from communique.extract.participation.nearby import speaks
from communique.extract.people.mentions import Mention
from communique.extract.people.names import parts
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading
from communique.extract.words.weighing import added_up

_LEAD, _EARLY = 4, 8  # sentences: each of the lead is a sign of its own
_MANY = 20  # people on a page; more make no difference
_OPENING = 4  # words at the begin of a sentence
_TOP = frozenset(["head_of_state", "head_of_government", "royal"])
_LINKS = frozenset([",", ";", "and", "the", "with", "as", "well"])  # between two people of a list


@dataclass
class Page:
    """What is the same for all people of a page."""

    reading: Reading
    clauses: Clauses
    headline: frozenset[str]
    parties: Sequence[str]
    persons: Sequence[Person]
    order: list[int] = field(init=False)  # where each person is named first, sorted
    sides: Counter[str | None] = field(init=False)  # how many people are named for each country
    spoken_for: dict[str | None, int] = field(init=False)  # where a country's first official is named
    under_top: bool = field(init=False)  # whether the official named first is less than a head of state or government

    def __post_init__(self) -> None:
        officials = sorted((person for person in self.persons if person.offices), key=lambda person: person.first)
        self.order = sorted(person.first for person in self.persons)
        self.sides = Counter(person.country for person in self.persons)
        self.spoken_for = {person.country: person.first for person in reversed(officials)}
        self.under_top = bool(officials) and not _levels(officials[0]) & _TOP


def _levels(person: Person) -> set[str]:
    return {office.head.level for office in person.offices}


def takes_part(page: Page, person: Person, kept: bool) -> bool:
    """Whether the signs together speak for a participant.

    Args:
        page: the page on which the person is named.
        person: somebody with an office or a side.
        kept: what the rules say; it stands where somebody has no name, or all mentions are known to be no part.
    """
    verdicts = [page.clauses.judge(mention) for mention in person.mentions]
    if not person.name or (not kept and ACTIVE not in verdicts):
        return kept  # only spoken of, or due to come
    return added_up("participation_weights", signs(page, person, kept, verdicts)) > 0


def part_of_text(number: int) -> str:
    """The sign of a sentence's place: each of the lead is one of its own."""
    return f"sentence {number}" if number < _LEAD else "early" if number < _EARLY else "late"


def signs(page: Page, person: Person, kept: bool, verdicts: list[str]) -> Iterator[tuple[tuple[str, str], float]]:
    """What speaks for or against a person's part, as (group, sign) and how much of it there is, 0 to 1."""
    yield from ((("rules", name), value) for name, value in _judged(page, person, kept, verdicts))
    yield from ((("place", name), value) for name, value in _placed(page, person))
    yield from ((("office", name), 1.0) for name in _held(page, person))
    yield from ((("others", name), 1.0) for name in _beside_others(page, person))
    yield from ((("sentence", name), 1.0) for name in _told(page, min(person.mentions, key=lambda m: m.i)))
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
    yield "speaks", float(any(speaks(page.reading, mention) for mention in person.mentions))


def _placed(page: Page, person: Person) -> Iterator[tuple[str, float]]:
    """Where in the text the person is named, and how often."""
    tokens, order = page.reading.tokens, page.order
    number = tokens.sentence[person.first] - tokens.sentence[0]
    yield part_of_text(number), 1.0
    yield "depth", number / len(tokens.bounds)
    yield "rank", order.index(person.first) / len(order)
    yield "named with the first", float(tokens.sentence[order[0]] == tokens.sentence[person.first])
    yield "people", min(len(order), _MANY) / _MANY
    yield "mentions", min(len(person.mentions), 6) / 6
    yield "headline", float(any(word in page.headline for word in parts(person.name or "") if len(word) > 3))


def _held(page: Page, person: Person) -> Iterator[str]:
    """The levels of the offices held, and whether the country is a party."""
    yield from _levels(person)
    if any(office.former for office in person.offices):
        yield "former"
    if not person.offices:
        yield "none"
    if person.organization:
        yield "of a body"
    if person.country in page.parties:
        yield "of a party"


def _beside_others(page: Page, person: Person) -> Iterator[str]:
    """How the person stands to the others named: alone for a country, or over the officials who are there for it."""
    if person.country and page.sides[person.country] == 1:
        yield "alone for a country"
    met = any(map(page.clauses.seen, person.mentions))
    if _levels(person) & _TOP and not person.organization and not met:
        if page.under_top:
            yield "over the first official"
        if person.country and page.spoken_for.get(person.country, person.first) < person.first:
            yield "over the country's first official"


def _told(page: Page, mention: Mention) -> Iterator[str]:
    """What the sentence of the first mention says of it: its judgement, its place, who stands in a list with it."""
    tokens, clauses = page.reading.tokens, page.clauses
    begin, end = tokens.bounds[tokens.sentence[mention.i]]
    i = mention.start
    if clauses.judge(mention) == OUT:
        yield "out"
    if i - begin < _OPENING:
        yield "opens"
    if "that" in tokens.lower[begin:i]:
        yield "behind that"
    k = next((k for k in range(i, begin, -1) if tokens.lower[k - 1] not in _LINKS), begin)
    if _active(clauses, clauses.ending.get(k)):
        yield "behind a participant"
    k = next((k for k in range(mention.j, end) if tokens.lower[k] not in _LINKS), end)
    if k > mention.j and _active(clauses, clauses.beginning.get(k)):
        yield "before a participant"


def _active(clauses: Clauses, mention: Mention | None) -> bool:
    return mention is not None and clauses.judge(mention) == ACTIVE


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
