"""Whose somebody is of whom nothing beside the name or the office tells a country, by all signs together.

In: a `Table` and a person. Out: one of the countries that the page names, or none. The rules of this room each look at
one turn of phrase; here weak signs are added up for every country: who sits at the table, where the text names the
country, whom else it has there, and how likely the country's people bear such a name. The weights are those of a
conditional logit (McFadden, 1974) over labelled pages (`scripts/fit_countries.py`, registry/country_weights.toml).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from communique.extract.countries.origins import suits
from communique.extract.countries.seats import SENT, same_seat
from communique.extract.countries.table import Table
from communique.extract.people.persons import Person
from communique.extract.words.reading import Geo, sovereign
from communique.extract.words.weighing import Sign
from communique.registry import settings
from communique.registry.officials import likelihood, served

_TOP = frozenset(["head_of_state", "head_of_government"])
_MANY, _FEW = 4, 3  # counts beyond which one is like another
_NEAR = 4  # words to a step of distance
_STEPS = (0.0, 1.5, 3.0, 5.0)  # of the likelihood of a name, below that of the country where it is likeliest
_LATE = 3  # sentences of the lead


@dataclass
class Sides:
    """What is the same for all whose country is asked for: the countries that may be meant, and where they are named.

    `geos` has by country where the body names it; a territory counts for its state.
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

    @property
    def countries(self) -> list[str]:
        """Those of which one may be meant."""
        table = self.table
        told = [table.home, table.host, *table.parties, *table.places, table.dateline]
        told += [person.country for person in self.persons]
        return [c for c in dict.fromkeys([*self.headline, *self.geos, *told]) if c]

    @property
    def untold(self) -> list[Person]:
        """The people of whom nothing beside them tells a country; those not at the table are named without an office."""
        told = {id(person) for person in self.table.persons} - {id(person) for person in self.table.untold}
        return [person for person in self.persons if id(person) not in told]


def weigh(sides: Sides) -> None:
    """Sets the country of each of the untold to that for which most speaks, which may be none."""
    for person in sides.untold:
        person.country = likeliest(sides, person)


def likeliest(sides: Sides, person: Person) -> str | None:
    """The country for which most speaks; what the rules say where as much speaks for it."""
    weights = settings("country_weights")
    best, most = person.country, -1e9
    for country in dict.fromkeys([person.country, None, *sides.countries]):
        told = sum(weights[group].get(sign, 0.0) for group, sign in signs(sides, person, country))
        if told > most:
            best, most = country, told
    return best


def signs(sides: Sides, person: Person, country: str | None) -> Iterator[Sign]:
    """What speaks for or against a country, or for none, as (group, sign)."""
    if country == person.country:
        yield "rules", "told" if country else "told none"
        yield "rules", "of an official" if person.offices else "of a stranger"
    if country is None:
        yield from (("none", sign) for sign in _of_none(sides, person))
        return
    yield from (("table", sign) for sign in _seated(sides.table, person, country))
    yield from (("text", sign) for sign in _named(sides, country))
    yield from (("sentence", sign) for sign in _near(sides, person, country))
    yield from (("office", sign) for sign in _held(sides, person, country))
    yield from (("others", sign) for sign in _beside_others(sides, person, country))
    yield from (("name", sign) for sign in _called(sides, person, country))


def _levels(person: Person) -> set[str]:
    return {office.head.level for office in person.offices} or {"no office"}


def _kinds(person: Person) -> set[str]:
    """Whether an office is held in a body or in a state."""
    return {f"{office.head.body} office" for office in person.offices if office.head.body}


def _of_none(sides: Sides, person: Person) -> Iterator[str]:
    """What speaks for somebody's being of no country: an international body, no side told for others either."""
    reading, table = sides.table.reading, sides.table
    tokens, here = reading.tokens, person.first
    yield "none"
    yield from _levels(person)
    yield from _kinds(person)
    if person.organization:
        yield "of a body"
    if person.settled:
        yield "settled"
    if table.home is None:
        yield "no home"
    if person.portfolio:
        yield "portfolio"
    bodies = [
        body for body in reading.body.values()
        if body.organization.country is None and tokens.sentence[body.i] == tokens.sentence[here]
    ]  # fmt: skip
    if bodies:
        yield "international body in the sentence"
    if any(abs(body.i - here) < 2 * _NEAR for body in bodies):
        yield "international body beside"
    yield f"{min(len(sides.countries), _MANY)} countries"
    yield f"{min(len(table.parties), _MANY)} parties"
    yield f"{min(sum(p.country is None for p in sides.persons if p is not person), _FEW)} others of none"
    yield "late" if tokens.sentence[here] - tokens.sentence[0] > _LATE else "early"


def _seated(table: Table, person: Person, country: str) -> Iterator[str]:
    """Where the country sits at the table."""
    if country == table.home:
        yield "home"
        yield from (f"home: {sign}" for sign in (*_levels(person), *_kinds(person)))
    if table.home is None:
        yield "no home"
    if country == table.host:
        yield "host"
    if country == table.foreign:
        yield "foreign"
    if country in table.sides:
        yield "side"
    yield f"party {min(table.parties.index(country), _FEW)}" if country in table.parties else "no party"
    for place in ("place", "visited", "venue"):
        if where := getattr(table, place):
            yield place if where == country else f"not {place}"
    if country == table.dateline:
        yield "dateline"
    if country in table.places:
        yield "places"


def _named(sides: Sides, country: str) -> Iterator[str]:
    """How headline and body name the country."""
    forms, geos = sides.headline.get(country, set()), sides.geos.get(country, [])
    if forms:
        yield "headline"
        yield from (f"headline: {form}" for form in forms)
    yield f"named {min(len(geos), _MANY)}"
    if not geos and not forms:
        yield "unnamed"
    if next(iter(sides.geos), None) == country:
        yield "named first"


def _near(sides: Sides, person: Person, country: str) -> Iterator[str]:
    """Where the country stands in the sentence in which the person is named first, and in the text before."""
    here, geos = person.first, sides.geos.get(country, [])
    sentence = sides.table.reading.tokens.sentence
    same = [geo for geo in geos if sentence[geo.i] == sentence[here]]
    before, after = [geo for geo in same if geo.j <= here], [geo for geo in same if geo.i > here]
    if before:
        yield "before"
        yield f"before {min((here - before[-1].j) // _NEAR, _MANY)}"
        yield from {f"before: {geo.form}" for geo in before}
    if after:
        yield "after"
        yield f"after {min((after[0].i - here) // _NEAR, _MANY)}"
    others = [geo for other, found in sides.geos.items() if other != country for geo in found]
    last = max((geo.i for geo in geos if geo.j <= here), default=-1)
    if last > max((geo.i for geo in others if geo.j <= here), default=-1):
        yield "named last"
    if before and not any(sentence[geo.i] == sentence[here] for geo in others):
        yield "alone"
    if any(
        b.organization.country == country for b in sides.table.reading.body.values() if sentence[b.i] == sentence[here]
    ):
        yield "body of it"


def _held(sides: Sides, person: Person, country: str) -> Iterator[str]:
    """What the office says: that of a state or of a body, one sent abroad, the highest of all."""
    table = sides.table
    if any(office.countries and country not in office.countries for office in person.offices):
        yield "of another country"
    if country in person.posts:
        yield "posted there"
    if person.classes & SENT:
        yield "sent"
        if country == table.home:
            yield "sent: home"
        if country == table.foreign:
            yield "sent: foreign"
        if country in (table.place, table.host):
            yield "sent: there"
    kinds = _kinds(person)
    yield from kinds
    if country in table.parties:
        yield from (f"party: {kind}" for kind in kinds)
    if _levels(person) & _TOP:
        yield "top"
        if country in sides.headline:
            yield "top: headline"
    if person.organization:
        yield "of a body"
    if person.settled:
        yield "settled"


def _beside_others(sides: Sides, person: Person, country: str) -> Iterator[str]:
    """Who else is of the country: those named right before and behind, and who holds the same office."""
    order = sorted(sides.persons, key=lambda other: other.first)
    k = next((n for n, other in enumerate(order) if other is person), 0)
    sentence = sides.table.reading.tokens.sentence
    if k and order[k - 1].country == country:
        yield "one before"
        if sentence[order[k - 1].first] == sentence[person.first]:
            yield "one before in the sentence"
    if k + 1 < len(order) and order[k + 1].country == country:
        yield "one behind"
    own = [other for other in order if other is not person and other.country == country]
    yield f"{min(len(own), _FEW)} people"
    if any(same_seat(other, person) for other in own if other.offices):
        yield "seat taken"


def _called(sides: Sides, person: Person, country: str) -> Iterator[str]:
    """Whether the country's people bear such a name, and whether one of its officials does."""
    name = person.name
    if not name:
        return
    known = served(name)
    if known:
        yield "known" if country in known else "known elsewhere"
    if " " not in name:
        return
    likely = {other: likelihood(name, other) for other in sides.countries}
    likely.setdefault(country, likelihood(name, country))
    behind = max(likely.values()) - likely[country]
    yield f"likeliest but {sum(behind > step for step in _STEPS)}"
    fits = suits(name, country)
    if fits is not None:
        yield "language" if fits else "another language"
    if any(suits(name, other) for other in likely if other != country):
        yield "language of another"
