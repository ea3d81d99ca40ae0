"""Whose a body is that is called by its letters: "NSSA's chief executive" behind "National Space Science Agency".

In: a `Reading` and an acronym that no registry has. Out: the name that the text writes out, and the country told with
it. The name stands in front of the acronym in brackets, whatever its language ("Mozambique's Ports and Railways Company
(CFM)"), or anywhere before as capitals with these initials.
"""

from communique.extract.countries.place import country_at
from communique.extract.offices.heads import skip_the, words
from communique.extract.people.bodies import city_of
from communique.extract.words.initials import INNER, with_initials
from communique.extract.words.reading import Reading, sovereign, town_country

_ARTICLES = frozenset(["the", "a", "an", "its"])
_NEAR = 4  # words in which the noun of the apposition stands
_OF = frozenset(["of", "the", "for", "in"])
_BRACKETS = frozenset([("(", ")"), (",", ",")])
_SHORTEST, _LONGEST = 2, 8  # letters of an acronym
_RUN = 14  # words of a name


def is_acronym(said: str) -> bool:
    """ "NSSA", "EgSA"."""
    return _SHORTEST <= len(said) <= _LONGEST and said.isalpha() and said[-1].isupper() and said[:1].isupper()


def written_out(reading: Reading, acronym: str) -> tuple[str, str | None] | None:
    """The name for which an acronym stands, and its country, if the text tells them."""
    at = _bracketed(reading, acronym) or with_initials(reading.tokens, acronym)
    return (reading.tokens.span(*at), owner_of(reading, *at)) if at else None


def explained(reading: Reading, acronym: str) -> list[str]:
    """What a text says of an acronym behind it: "AITI, the (authority for info-communications technology)"."""
    tokens = reading.tokens
    at = (k for k in tokens.opens if tokens.word[k] == acronym and tokens.lower[k + 1 : k + 2] == [","])
    apposed = (k + 3 for k in at if tokens.lower[k + 2 : k + 3] and tokens.lower[k + 2] in _ARTICLES)
    return (
        next((tokens.lower[k : k + _NEAR] for k in apposed if tokens.cap[k : k + 1] == [False]), [])
        if is_acronym(acronym)
        else []
    )


def _bracketed(reading: Reading, acronym: str) -> tuple[int, int] | None:
    """The capitals in front of "(CFM)" or ", CFM,", among which the noun of a body or a country stands."""
    tokens = reading.tokens
    for k in tokens.opens:
        if tokens.word[k] != acronym or not 1 < k < len(tokens) - 1:
            continue
        if (tokens.lower[k - 1], tokens.lower[k + 1]) not in _BRACKETS:
            continue
        if body := reading.body_to.get(k - 1):
            return body.i, body.j
        first, begin = k - 1, max(tokens.bounds[tokens.sentence[k - 1]][0], k - _RUN)
        for i in range(k - 2, begin - 1, -1):
            if not (tokens.cap[i] or tokens.lower[i] in INNER):
                break
            first = i if tokens.cap[i] else first
        said = tokens.lower[first : k - 1]
        own = not words("body", "firm").isdisjoint(said) or any(i in reading.geo for i in range(first, k - 1))
        if len(said) > 1 and own:
            return first, k - 1
    return None


def owner_of(reading: Reading, first: int, end: int) -> str | None:
    """The country in the name, in front of it or behind "of": "Chad's Ports Office", "Ports Authority of Oran"."""
    tokens = reading.tokens
    if end in reading.body_to and reading.body_to[end].i <= first:
        return reading.body_to[end].organization.country  # also "India's Border Security Force"
    for geo in (reading.geo[k] for k in range(first, end) if k in reading.geo):
        if geo.i == first or geo.form == "demonym" or tokens.lower[geo.i - 1] in _OF:
            return geo.alpha3  # not "Joseph N. France Hospital"
    before = reading.geo_to.get(first - (tokens.lower[first - 1 : first] == ["'s"]))
    if before:
        return before.alpha3
    behind = end + 3 * (tokens.lower[end : end + 1] == ["("] and tokens.lower[end + 2 : end + 3] == [")"])
    if tokens.lower[behind : behind + 1] == ["of"]:
        return country_at(reading, skip_the(tokens.lower, behind + 1))
    towns = (tokens.word[k + 1] for k in range(first + 1, end - 1) if tokens.lower[k] == "of" and tokens.cap[k + 1])
    inside = next(filter(None, (town_country(reading, town) for town in towns)), None)  # "Port of Rotterdam Authority"
    return sovereign(inside) or city_of(reading, tokens.span(first, end))
