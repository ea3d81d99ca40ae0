"""Whose somebody is of whom nothing beside the name or the office tells a country, by all signs together.

In: a `Choice` and a person. Out: one of the countries that the page names, or none. The rules of this room each look at
one turn of phrase. What they say is one sign here, beside how likely each country's people bear such a name and, for no
country at all, what sort of office and body it is and which international bodies stand near. The weights are those of a
conditional logit (McFadden, 1974) over labelled pages (`scripts/fit_countries.py`, registry/country_weights.toml).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from communique.extract.countries.origins import suits
from communique.extract.countries.table import Table
from communique.extract.countries.topics import told_of
from communique.extract.people.persons import Person
from communique.extract.words.reading import Geo, sovereign
from communique.extract.words.weighing import Sign
from communique.registry import settings
from communique.registry.officials import likelihood

_FEW = 3  # international bodies beyond which one more makes no difference
_STEPS = (0.0, 1.5, 3.0, 5.0)  # of the likelihood of a name, below that of the country where it is likeliest


@dataclass
class Choice:
    """The countries of which one may be meant: at the table, or named by the headline, of which `headline` has the
    forms, or by the body, of which `geos` has the places. A territory counts for its state.

    `persons` are those who take part.
    """

    table: Table
    persons: Sequence[Person] = ()
    geos: dict[str, list[Geo]] = field(default_factory=dict)
    headline: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        table = self.table
        for geo in sorted(table.reading.geo.values(), key=lambda geo: geo.i):
            self.geos.setdefault(sovereign(geo.alpha3) or geo.alpha3, []).append(geo)
        for geo in table.title.geo.values():
            self.headline.setdefault(sovereign(geo.alpha3) or geo.alpha3, set()).add(geo.form)

    @cached_property
    def spoken_of(self) -> Counter[str]:
        """How much the body speaks of each country."""
        return told_of(self.table.reading, ())

    @property
    def countries(self) -> list[str]:
        """All of them, those of the headline first."""
        table = self.table
        told = [table.home, table.host, *table.parties, *table.places, table.dateline]
        told += [person.country for person in self.persons]
        return [c for c in dict.fromkeys([*self.headline, *self.geos, *told]) if c]

    @property
    def untold(self) -> list[Person]:
        """The people of whom nothing beside them tells a country; those not at the table have no office."""
        told = {id(person) for person in self.table.persons} - {id(person) for person in self.table.untold}
        return [person for person in self.persons if id(person) not in told]


def weigh(choice: Choice) -> None:
    """Sets the country of each of the untold to that for which most speaks, which may be none."""
    for person in choice.untold:
        person.country = likeliest(choice, person)


def likeliest(choice: Choice, person: Person) -> str | None:
    """The country for which most speaks; what the rules say where as much speaks for it."""
    weights = settings("country_weights")
    best, most = person.country, -1e9
    for country in dict.fromkeys([person.country, None, *choice.countries]):
        told = sum(weights[group].get(sign, 0.0) for group, sign in signs(choice, person, country))
        if told > most:
            best, most = country, told
    return best


def signs(choice: Choice, person: Person, country: str | None) -> Iterator[Sign]:
    """What speaks for or against a country, or for none, as (group, sign)."""
    if country == person.country:
        yield "rules", "told" if country else "told none"
        yield "rules", "of an official" if person.offices else "of a stranger"
    if country is None:
        yield from (("none", sign) for sign in _of_none(choice, person))
        return
    table = choice.table
    if country in (table.home, table.host, *table.parties):
        yield "table", "seated"
    yield from (("name", sign) for sign in _called(choice, person, country))


def _levels(person: Person) -> set[str]:
    return {office.head.level for office in person.offices} or {"no office"}


def _kinds(person: Person) -> set[str]:
    """Whether an office is held in a body or in a state."""
    return {f"{office.head.body} office" for office in person.offices if office.head.body}


def _of_none(choice: Choice, person: Person) -> Iterator[str]:
    """What speaks for somebody's being of no country: the body, the office, and how near an international body is."""
    reading = choice.table.reading
    here, sentence = person.first, reading.tokens.sentence
    yield "none"
    yield from _levels(person)
    yield from _kinds(person)
    if person.organization:
        yield "of a body"
    if person.settled:
        yield "settled"
    if choice.table.home is None:
        yield "no home"
    bodies = sorted(reading.body.values(), key=lambda body: body.i)
    before = [body for body in bodies if body.j <= here]
    if before:
        yield "last body national" if before[-1].organization.country else "last body international"
    foreign = [body for body in bodies if body.organization.country is None]
    yield f"{min(len({body.organization.name for body in foreign}), _FEW)} international bodies"
    if any(sentence[body.i] == sentence[here] for body in foreign):
        yield "international body in the sentence"
    if any(body.organization.country is None for body in choice.table.title.body.values()):
        yield "international body in the headline"


def _called(choice: Choice, person: Person, country: str) -> Iterator[str]:
    """Whether the country's people bear such a name."""
    name = person.name
    if not name or " " not in name:
        return
    likely = {other: likelihood(name, other) for other in {*choice.countries, country}}
    behind = max(likely.values()) - likely[country]
    yield f"likeliest but {sum(behind > step for step in _STEPS)}"
    fits = suits(name, country)
    if fits is not None:
        yield "language" if fits else "another language"
    if any(suits(name, other) for other in likely if other != country):
        yield "language of another"
