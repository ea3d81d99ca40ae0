"""The world's thrones: in: nothing. Out: which countries have a monarch, by the title that he or she bears."""

from functools import cache

from communique.registry import rows


@cache
def thrones() -> dict[str, frozenset[str]]:
    """The countries (ISO 3166-1 alpha-3) whose monarch bears a title.

    >>> thrones()["emperor"], "THA" in thrones()["king"]
    (frozenset({'JPN'}), True)
    """
    found: dict[str, set[str]] = {}
    for row in rows("monarchies"):
        found.setdefault(row["title"], set()).add(row["alpha3"])
    return {title: frozenset(states) for title, states in found.items()}


@cache
def shared_crowns() -> dict[str, str]:
    """The countries whose monarch is first another's and lives there, with that other.

    >>> shared_crowns()["TUV"]
    'GBR'
    """
    return {row["alpha3"]: row["lives"] for row in rows("monarchies") if row["lives"]}


@cache
def monarchies() -> frozenset[str]:
    """All countries that have a monarch."""
    return frozenset().union(*thrones().values())
