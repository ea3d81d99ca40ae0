"""Persons of an article: one for all mentions of a participant.

In: what `gathering` brings together. Out: `Person`, what the article tells of one, whose counterpart somebody is, and
those united who turn out to be one.
"""

from dataclasses import dataclass, field

from communique.extract.offices.alike import matches
from communique.extract.offices.phrases import Office
from communique.extract.people.mentions import Mention
from communique.registry.countries import countries

_OF_STATES = frozenset(
    ["parliament", "ministry", "government", "senate", "assembly", "cabinet", "presidency", "national", "state"]
)


@dataclass(slots=True)
class Person:
    """One participant. `country` stays None until it is known."""

    name: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    country: str | None = None
    organization: str | None = None
    role: str | None = None
    settled: bool = False  # nothing more is to be said about the country: it has none

    @property
    def first(self) -> int:
        return min([mention.i for mention in self.mentions])

    @property
    def classes(self) -> frozenset[str]:
        return frozenset[str]().union(*[office.classes for office in self.offices])

    @property
    def posts(self) -> set[str]:
        """The countries to which the person is posted."""
        return {office.posting for office in self.offices if office.posting}

    @property
    def side(self) -> str | None:
        """Whom the person represents: a country, or a body that is of none."""
        return self.country or (self.organization if self.settled else None)

    def join(self, side: str) -> bool:
        """Puts the person on a side, of a country or of a body, and says whether this can be.

        For a body nobody stands who has an office of state.
        """
        if side in countries():
            self.country = side
        elif self.organization is None and not any(map(_of_state, self.offices)):
            self.organization, self.settled = side, True
        return self.side is not None

    @property
    def portfolio(self) -> frozenset[str]:
        return frozenset[str]().union(*[office.portfolio for office in self.offices])


def _of_state(office: Office) -> bool:
    """Whether an office is one of a state, as are "Minister" and "Secretary General of the Parliament"."""
    return office.head.body == "state" or not _OF_STATES.isdisjoint(office.role.lower().split())


def owner_of(persons: list[Person], person: Person | None, at: int, sentence: list[int]) -> Person | None:
    """The person before word `at` whose counterpart is meant: the nearest of another country with an office.

    Of those named in an earlier sentence it is the first: "Minister X echoed Y. He met his counterpart Z".
    """
    best: tuple[tuple[int, int], Person] | None = None
    for other in persons:
        if other is person or not other.offices or (person and other.country and other.country == person.country):
            continue
        where = max((m.i for m in other.mentions if m.i < at), default=-1)
        if where < 0:
            continue
        place = sentence[where], where if sentence[where] == sentence[at] else -where
        if best is None or place > best[0]:
            best = (place, other)
    if best is None:
        return next((p for p in persons if p is not person and p.offices), None)
    return best[1]


def unite(persons: list[Person]) -> list[Person]:
    """Those that are one once countries are known: "his Indian colleague" is India's minister, named elsewhere."""
    kept: list[Person] = []
    for person in persons:
        named = next(
            (
                other for other in persons
                if person.name is None and other.name and other.country == person.country is not None
                and other.organization == person.organization
                and any(matches(known, said) for known in other.offices for said in person.offices)
            ),
            None,
        )  # fmt: skip
        if named:
            named.mentions += person.mentions
        elif counterpart := _named_later(persons, person):
            counterpart.offices, counterpart.role = person.offices, person.role
            counterpart.mentions += person.mentions
        else:
            kept.append(person)
    return kept


def _named_later(persons: list[Person], person: Person) -> Person | None:
    """The one named without an office for the country of "his counterpart from Togo"."""
    if person.name or person.country is None or all(m.counterpart_of is None for m in person.mentions):
        return None
    theirs = [p for p in persons if p.country == person.country and p is not person]
    bare = [p for p in theirs if p.name and not p.offices and not p.organization and p.first > person.first]
    return bare[0] if len(bare) == len(theirs) == 1 else None
