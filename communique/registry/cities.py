"""The country in which a city or a province lies, for datelines and for those who govern it.

In: the name of a city as printed. Out: the country's ISO 3166-1 alpha-3 code. Stands on GeoNames; of cities that
share a name the most populous counts, and a capital before any other city.
"""

from collections.abc import Callable, Collection
from functools import cache

from communique.registry import rows, split_list
from communique.registry.countries import countries
from communique.registry.matcher import fold


def city_country(name: str) -> str | None:
    """The country of a city.

    Args:
        name: a city in any capitals and with or without diacritics: "DAMASCUS", "São Paulo", "Vienna, Austria".

    Returns:
        The alpha-3 code of the country (of the state, for Hong Kong), None for a place that is not known.

    >>> city_country("BAKU"), city_country("Geneva"), city_country("Atlantis")
    ('AZE', 'CHE', None)
    """
    key, places = _key(name), _places()
    return places.get(key) or places.get(key.rpartition(", ")[2]) or places.get(key.partition(",")[0])


def city_among(name: str, named: Callable[[], Collection[str]]) -> str | None:
    """The country of a city; of cities that share the name that in one of the `named` countries.

    Args:
        name: a city, as for `city_country`.
        named: gives the alpha-3 codes; asked only where there are namesakes.

    >>> city_among("Valencia", lambda: {"ESP", "GHA"}), city_among("Valencia", lambda: {"GHA"})
    ('ESP', 'VEN')
    """
    found, others = city_country(name), _namesakes().get(_key(name), ())
    if found is None or not others or found in (near := named()):
        return found
    return next((country for country in others if country in near), found)


def governed_country(name: str) -> str | None:
    """The country of a place that has a governor or mayor: a city, or a first-level division.

    >>> governed_country("Osh"), governed_country("Balkh"), governed_country("Atlantis")
    ('KGZ', 'AFG', None)
    """
    return city_country(name) or _divisions().get(_key(name))


def _key(name: str) -> str:
    return fold(" ".join(name[:200].split())).strip(" .,-:;()[]")


@cache
def _namesakes() -> dict[str, tuple[str, ...]]:
    return {fold(row["name"]): split_list(row["countries"]) for row in rows("city_namesakes")}


@cache
def _divisions() -> dict[str, str]:
    return {fold(row["name"]): row["country"] for row in rows("subdivisions")}


@cache
def _places() -> dict[str, str]:
    """Folded names of cities, capitals and countries ("Kuwait", "Singapore" stand in datelines too)."""
    places = {fold(row["name"]): row["country"] for row in rows("cities")}
    for country in countries().values():
        places.update((fold(capital), country.alpha3) for capital in country.capitals)
    for country in countries().values():
        for name in (country.name, country.official, *country.aliases):
            places.setdefault(fold(name), country.alpha3)
    return places
