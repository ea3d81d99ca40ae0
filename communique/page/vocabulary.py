"""The words that lines of a page are told by: classes of registry/splitting.toml, and the names of agencies.

In: the name of a class. Out: its words, as they are compared.
"""

from functools import cache

from communique.registry import rows, settings
from communique.registry.matcher import fold


@cache
def word_list(kind: str) -> frozenset[str]:
    """The words of one class.

    >>> "met" in word_list("finite")
    True
    """
    return frozenset(settings("splitting")["words"][kind].split())


@cache
def agencies() -> frozenset[str]:
    """The names of news agencies, folded."""
    from communique.registry.publishers import agency_names

    return frozenset(map(fold, agency_names()))


@cache
def furniture_phrases() -> tuple[str, ...]:
    """What sites write in headings, pointers and labels around an article, as it stands in registry/chrome.toml."""
    chrome = settings("chrome")
    return (*chrome["headings"], *chrome["pointers"], *chrome["labels"])


@cache
def menu_words() -> frozenset[str]:
    """The single words of menus, as they are compared."""
    return frozenset(fold(word) for word in settings("chrome")["menu"] if " " not in word)


@cache
def languages() -> frozenset[str]:
    """The English names of languages, folded, as sites offer them in a row of links."""
    return frozenset(fold(row["name"]) for row in rows("languages"))
