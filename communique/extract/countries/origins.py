"""Whose name is it: the languages that a personal name shows.

In: a name and a country. Out: whether the language of the name is one of the country's. Stands on
registry/name_origins.csv; says nothing of countries to which people have come from everywhere.
"""

from functools import cache, lru_cache

from communique.registry import rows, split_list
from communique.registry.countries import countries


@cache
def _signs(kind: str) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    chosen = (row for row in rows("name_origins") if row["kind"] == kind)
    return tuple((split_list(row["values"]), frozenset(split_list(row["languages"]))) for row in chosen)


@lru_cache(maxsize=4096)  # the same names come again, on a page and on the next ones
def name_languages(name: str) -> frozenset[str]:
    """The languages that the most telling sign of a name allows; none if nothing shows.

    >>> sorted(name_languages("Radek Šimůnek")), sorted(name_languages("Omar Faye"))
    (['cs'], [])
    """
    said = name.lower().replace("’", "'")
    words = [word.strip(".,'") for word in said.replace("-", " ").split()]
    found: list[frozenset[str]] = [languages for letters, languages in _signs("letter") if set(letters) & set(said)]
    for word in words:
        found += [languages for known, languages in _signs("word") if word in known]
        found += [langs for ends, langs in _signs("ending") if word.endswith(ends) and (len(word) > 4 or word in ends)]
    for word in name.replace("’", "'").split():
        found += [langs for begins, langs in _signs("clan") if _stands_before_capital(word, begins)]
    for word in said.split():
        found += [langs for begins, langs in _signs("opening") if word.startswith(begins) and len(word) > 4]
    if len(said.split()) == 2:
        found += [languages for known, languages in _signs("first") if words[0] in known]
    if not found:
        return frozenset()
    common = frozenset[str].intersection(*found)
    return common or min(found, key=len)


def _stands_before_capital(word: str, begins: tuple[str, ...]) -> bool:
    """ "MacDonald", "O'Brien", but not "Macron", "Macky"."""
    return any(word.startswith(begin) and word[len(begin) : len(begin) + 1].isupper() for begin in begins)


@cache
def _mixed() -> tuple[str, ...]:
    """Countries whose people bear names of many languages."""
    return tuple(alpha3 for codes, _ in _signs("mixed") for alpha3 in codes)


@cache
def _spoken(alpha3: str) -> frozenset[str]:
    country = countries().get(alpha3)
    return frozenset(country.languages) if country else frozenset()


@lru_cache(maxsize=4096)
def suits(name: str, country: str) -> bool | None:
    """Whether the language that a name shows is one of the country's; None if it shows none, or people of the country
    bear names of many.

    >>> suits("Vlastimil Dvorský", "CZE"), suits("Vlastimil Dvorský", "KEN"), suits("Omar Faye", "SEN")
    (True, False, None)
    """
    languages = name_languages(name)
    return bool(languages & _spoken(country)) if languages and country not in _mixed() else None
