"""Which countries are parties to the event although nobody who takes part is theirs, by all signs together.

In: a `Table`, the actors and what the rules say. Out: the countries of the article. Rules tell a party by one phrase
(`parties.py`, `unsaid.py`); here weak signs are added up for every country named: where it sits at the table, how
headline and lead name it, and whether others are there. The weights are those of a logistic regression over labelled
pages (`scripts/fit_parties.py`, registry/party_weights.toml).
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from communique.extract.countries.table import Table
from communique.extract.countries.topics import told_of
from communique.extract.words.reading import Geo, sovereign
from communique.extract.words.weighing import Sign, added_up
from communique.model import Actor

DOUBT = 0.4  # up to which the rules are believed
_FEW, _MANY = 3, 6  # counts beyond which one is like another
_LEAD = 2  # sentences
_LINKS = frozenset(["in", "at", "to", "from", "with", "between", "and", "of", "by", "the"])  # words before a country


@dataclass
class Naming:
    """How a page names countries: in which forms in the headline, where in the body, and how much that says of each.

    A territory counts for its state.
    """

    table: Table
    headline: dict[str, set[str]] = field(default_factory=dict)
    geos: dict[str, list[Geo]] = field(default_factory=dict)
    spoken_of: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        title, body = self.table.title, self.table.reading
        for geo in title.geo.values():
            self.headline.setdefault(sovereign(geo.alpha3) or geo.alpha3, set()).add(geo.form)
        for codes in title.compounds.values():
            for country in codes:
                self.headline.setdefault(country, set()).add("name")
        pairs = (Geo(k, k + 1, country, "name") for k, codes in body.compounds.items() for country in codes)
        for geo in sorted([*body.geo.values(), *pairs], key=lambda geo: geo.i):
            self.geos.setdefault(sovereign(geo.alpha3) or geo.alpha3, []).append(geo)
        self.spoken_of = told_of(body, ())

    @property
    def countries(self) -> set[str]:
        """All that may be parties, those in pairs ("the Thai-Lao committee") among them."""
        return {*self.table.countries, *self.headline, *self.geos}


def weigh_parties(table: Table, actors: Sequence[Actor], told: Collection[str]) -> set[str]:
    """The countries of the article.

    Args:
        table: the sides of the event.
        actors: who takes part; their countries are parties in any case.
        told: the countries that the rules say.
    """
    naming, of_actors = Naming(table), {actor.country for actor in actors if actor.country}
    others = (c for c in {*naming.countries, *told} if c not in of_actors)
    doubt = {country: -DOUBT if country in told else DOUBT for country in others}
    return of_actors.union(
        c for c, bound in doubt.items() if added_up("party_weights", signs(naming, of_actors, told, c)) > bound
    )


def signs(
    naming: Naming, of_actors: Collection[str], told: Collection[str], country: str
) -> Iterator[tuple[Sign, float]]:
    """What speaks for or against a country's being a party, as (group, sign) and how much of it there is."""
    yield from ((("rules", sign), 1.0) for sign in _ruled(told, country))
    yield from ((("table", sign), 1.0) for sign in _seated(naming, country))
    yield from ((("text", sign), 1.0) for sign in set(_named(naming, country)))
    yield from ((("others", sign), 1.0) for sign in _among(naming, of_actors))


def _ruled(told: Collection[str], country: str) -> Iterator[str]:
    """What the rules say of it and of others."""
    yield f"{min(len(told), _FEW + 1)} told"
    if country in told:
        yield "told"
        yield f"one of {min(len(told), _FEW + 1)} told"


def _seated(naming: Naming, country: str) -> Iterator[str]:
    """Where the country sits at the table."""
    table = naming.table
    for seat in ("home", "host", "foreign", "place", "visited", "venue", "dateline"):
        if getattr(table, seat) == country:
            yield seat
    if country in table.sides:
        yield "side"
    if country in table.parties:
        yield f"party {min(table.parties.index(country), _FEW)}"
    if country in table.places:
        yield "places"


def _named(naming: Naming, country: str) -> Iterator[str]:
    """How headline and body name the country, how often, how early and behind which words."""
    tokens, geos = naming.table.reading.tokens, naming.geos.get(country, [])
    forms = naming.headline.get(country, set())
    if forms:
        yield "headline"
        yield from (f"headline: {form}" for form in forms)
    yield f"named {min(len(geos), _FEW + 1)}"
    yield f"spoken of {min(naming.spoken_of[country], _FEW + 1)}"
    order = list(naming.geos)
    if country in naming.geos:
        yield f"number {min(order.index(country), _FEW + 1)}"
    for geo in geos:
        number = tokens.sentence[geo.i] - tokens.sentence[0]
        part = "lead" if number < _LEAD else "text"
        yield f"sentence {min(number, _FEW)}"
        yield f"{part}: {geo.form}"
        if geo.i and tokens.lower[geo.i - 1] in _LINKS:
            yield f"{part} behind {tokens.lower[geo.i - 1]}"
        if tokens.lower[geo.j : geo.j + 1] == ["'s"]:
            yield f"{part} before 's"
        if geo.region:
            yield "region"


def _among(naming: Naming, of_actors: Collection[str]) -> Iterator[str]:
    """How many countries the body names, and how many have sent somebody."""
    yield f"{min(len(naming.geos), _MANY)} countries"
    yield f"{min(len(of_actors), _FEW)} with people"
