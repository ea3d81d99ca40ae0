"""How likely a body takes part itself, by all signs together: what stands beside its name, what else the page tells.

In: a `Page` and a body with its mentions. Out: yes or no. Single phrases (`deeds.py`, `stands_for.py`) hardly ever
decide; the sum of weak signs does. The weights are those of a logistic regression over labelled pages
(`scripts/fit_bodies.py`, registry/body_weights.toml).
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from math import log1p

from communique.extract.offices.heads import words
from communique.extract.participation.deeds import attends, cited, does, done_with, speaks
from communique.extract.participation.earlier import told_earlier
from communique.extract.participation.likelihood import part_of_text
from communique.extract.participation.stands_for import headed, signed_for, spoken_for
from communique.extract.people.bodies import Named, cues
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading
from communique.extract.words.weighing import added_up

_LEAD = 4  # sentences
_LIST, _PEOPLE, _BODIES = 5, 6, 12  # more make no difference
BOUND = -0.25  # a body missed costs about as much as one too many


@dataclass
class Candidate:
    """A body: all its mentions in order, for each the list of bodies in which it stands, itself at least."""

    mentions: list[Named] = field(default_factory=list)
    lists: list[Sequence[Named]] = field(default_factory=list)

    @property
    def first(self) -> Named:
        return self.mentions[0]


@dataclass
class Page:
    """What is the same for all bodies of a page; `parties` are the words where parties to documents are named."""

    reading: Reading
    persons: Sequence[Person]
    parties: Set[int]
    bodies: int
    named: int = field(init=False)  # people with a name
    told: frozenset[int] = field(init=False)  # the sentences that tell of people
    lead: Set[str] = field(init=False)

    def __post_init__(self) -> None:
        tokens = self.reading.tokens
        self.named = sum(bool(person.name) for person in self.persons)
        self.told = frozenset(tokens.sentence[m.i] for person in self.persons for m in person.mentions)
        self.lead = frozenset(tokens.lower[: tokens.bounds[:_LEAD][-1][1]] if tokens.bounds else ())


def takes_part(page: Page, candidate: Candidate) -> bool:
    """Whether the signs together speak for a body's own part."""
    return added_up("body_weights", signs(page, candidate)) > BOUND


def signs(page: Page, candidate: Candidate) -> Iterator[tuple[tuple[str, str], float]]:
    """What speaks for or against a body's part, as (group, sign) and how much of it there is, mostly 0 to 1."""
    yield from ((("beside", name), 1.0) for name in beside(page, candidate))
    yield from ((("kind", name), 1.0) for name in _kind(page, candidate.first))
    yield from ((("place", name), much) for name, much in _place(page, candidate))
    yield from ((("documents", name), 1.0) for name in _documents(page, candidate))
    yield from ((("others", name), much) for name, much in _others(page, candidate))


def beside(page: Page, candidate: Candidate) -> Iterator[str]:
    """What the words around the mentions tell, and whether somebody stands for the body."""
    body, first, lists = page.reading, candidate.first, candidate.lists
    if any(does(body, group[0].i, group[-1].j) for group in lists):
        yield "does"
    if any(done_with(body, k) for k in {*(m.i for m in candidate.mentions), *(group[0].i for group in lists)}):
        yield "done with"
    if any(speaks(body, group[-1]) for group in lists) and not first.ministry:
        yield "speaks"
    if any(attends(body, group[-1].j) for group in lists):
        yield "attends"
    if cited(body, first):
        yield "cited"
    if told_earlier(body, first.i):
        yield "earlier"
    if spoken_for(first, page.persons):
        yield "spoken for"
    if signed_for(body, first, page.persons):
        yield "signed for"
    if headed(body, first, page.persons):
        yield "headed"


def _kind(page: Page, named: Named) -> Iterator[str]:
    """What kind of body it is, and how it is named."""
    tokens, known = page.reading.tokens, page.reading.body.get(named.i)
    noun = tokens.lower[named.j - 1]
    if known:
        yield known.organization.kind
        if not known.organization.country:
            yield "international"
    elif named.ministry:
        yield "ministry"
    else:
        yield f"a {noun}" if noun in words("body") else "unknown"
    if named.country:
        yield "of a country"
    if named.j - named.i == 1 and tokens.word[named.i].isupper():
        yield "acronym"


def _place(page: Page, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Where in the text the body is named, and how often."""
    tokens = page.reading.tokens
    number = tokens.sentence[candidate.first.i] - tokens.sentence[0]
    yield part_of_text(number), 1.0
    yield "depth", number / len(tokens.bounds)
    yield "mentions", log1p(len(candidate.mentions))


def _documents(page: Page, candidate: Candidate) -> Iterator[str]:
    """Whether the lead and the sentence tell of documents and of signing, and whether the body is a party to one."""
    begin, end = page.reading.tokens.bounds[page.reading.tokens.sentence[candidate.first.i]]
    said = page.reading.tokens.lower[begin:end]
    if any(m.i in page.parties for m in candidate.mentions):
        yield "party"
    for name, told in (("lead", page.lead), ("sentence", said)):
        if not cues("documents").isdisjoint(told):
            yield name
        if not cues("concluded").isdisjoint(told):
            yield f"{name} signed"


def _others(page: Page, candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Who and what else is named."""
    yield "list", min(len(candidate.lists[0]), _LIST) / _LIST
    yield "bodies", min(page.bodies, _BODIES) / _BODIES
    yield "people", min(len(page.persons), _PEOPLE) / _PEOPLE
    yield "named people", min(page.named, _PEOPLE) / _PEOPLE
    yield "nobody", float(not page.persons)
    yield "people in the sentence", float(page.reading.tokens.sentence[candidate.first.i] in page.told)
    country = candidate.first.country
    yield "people of its country", float(bool(country) and any(p.country == country for p in page.persons))
