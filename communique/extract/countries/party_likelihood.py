"""Which countries are parties to the event although nobody who takes part is theirs, by all signs together.

In: `Choice`, the actors and what the rules say. Out: the countries of the article. Rules tell a party by one phrase
(`parties.py`, `unsaid.py`); here weak signs are added up for every country named: where it sits at the table, how
headline and lead name it, and whether others are there. The weights are those of a logistic regression over labelled
pages (`scripts/fit_parties.py`, registry/party_weights.toml).
"""

from collections.abc import Collection, Iterator, Sequence

from communique.extract.countries.likelihood import Choice
from communique.extract.words.weighing import Sign, added_up
from communique.model import Actor

DOUBT = 0.2  # up to which the rules are believed
_FEW, _MANY = 3, 6  # counts beyond which one is like another
_LEAD = 2  # sentences
_LINKS = frozenset(["in", "at", "to", "from", "with", "between", "and", "of", "by", "the"])  # words before a country


def weigh_parties(choice: Choice, actors: Sequence[Actor], told: Collection[str]) -> set[str]:
    """The countries of the article.

    Args:
        choice: the countries that may be meant, and where they are named.
        actors: who takes part; their countries are parties in any case.
        told: the countries that the rules say.
    """
    of_actors = {actor.country for actor in actors if actor.country}
    others = (c for c in {*choice.countries, *told} if c not in of_actors)
    doubt = {country: -DOUBT if country in told else DOUBT for country in others}
    return of_actors.union(
        c for c, bound in doubt.items() if added_up("party_weights", signs(choice, of_actors, told, c)) > bound
    )


def signs(
    choice: Choice, of_actors: Collection[str], told: Collection[str], country: str
) -> Iterator[tuple[Sign, float]]:
    """What speaks for or against a country's being a party, as (group, sign) and how much of it there is."""
    yield from ((("rules", sign), 1.0) for sign in _ruled(told, country))
    yield from ((("table", sign), 1.0) for sign in _seated(choice, country))
    yield from ((("text", sign), 1.0) for sign in set(_named(choice, country)))
    yield from ((("others", sign), 1.0) for sign in _among(choice, of_actors))


def _ruled(told: Collection[str], country: str) -> Iterator[str]:
    """What the rules say of it and of others."""
    yield f"{min(len(told), _FEW + 1)} told"
    if country in told:
        yield "told"
        yield f"one of {min(len(told), _FEW + 1)} told"


def _seated(choice: Choice, country: str) -> Iterator[str]:
    """Where the country sits at the table."""
    table = choice.table
    for seat in ("home", "host", "foreign", "place", "visited", "venue", "dateline"):
        if getattr(table, seat) == country:
            yield seat
    if country in table.sides:
        yield "side"
    if country in table.parties:
        yield f"party {min(table.parties.index(country), _FEW)}"
    if country in table.places:
        yield "places"


def _named(choice: Choice, country: str) -> Iterator[str]:
    """How headline and body name the country, how often, how early and behind which words."""
    tokens, geos = choice.table.reading.tokens, choice.geos.get(country, [])
    forms = choice.headline.get(country, set())
    if forms:
        yield "headline"
        yield from (f"headline: {form}" for form in forms)
    yield f"named {min(len(geos), _FEW + 1)}"
    yield f"spoken of {min(choice.spoken_of[country], _FEW + 1)}"
    order = list(choice.geos)
    if country in choice.geos:
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


def _among(choice: Choice, of_actors: Collection[str]) -> Iterator[str]:
    """How many countries the body names, and how many have sent somebody."""
    yield f"{min(len(choice.geos), _MANY)} countries"
    yield f"{min(len(of_actors), _FEW)} with people"
