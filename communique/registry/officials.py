"""Whom a named official has served.

In: a personal name. Out: the countries for which somebody of that name has held office. Stands on officials.csv. A
name proves nothing by itself, for people share names: it tells which of the countries that a page names is meant.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from communique.registry.matcher import fold

# which one page writes and another does not
_PARTICLES = frozenset(["al", "el", "bin", "ibn", "bint", "de", "da", "dos", "van", "von", "jr", "sr"])


@lru_cache(maxsize=4096)  # the same names come again, on a page and on the next ones
def served(name: str) -> frozenset[str]:
    """The countries (ISO 3166-1 alpha-3) that officials of a name have served.

    Args:
        name: given and family name, in any order and with parts left out; one word only if its bearer has but one.

    >>> served("Sergei Lavrov"), served("Abdullah bin Zayed Al Nahyan"), served("Lavrov")
    (frozenset({'RUS'}), frozenset({'ARE'}), frozenset())
    """
    said = _words(_plain(name))
    if not said:
        return frozenset()
    lines, by_word = _index()
    shared = Counter(n for word in said for n in by_word.get(word, ()))
    near = (lines[n] for n, count in shared.items() if count >= min(len(said), 2))
    known = [form for line in near for form in _forms(line)]
    same = frozenset(country for words, country in known if words == said)
    if same or len(said) == 1:
        return same
    return frozenset(country for words, country in known if len(words) > 1 and (words <= said or said <= words))


@cache
def _index() -> tuple[list[str], dict[str, list[int]]]:
    """The lines of the registry without marks and, by word, those that have it."""
    text = _plain((files(__package__) / "officials.csv").read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line[:1] != "#"][1:]
    found: dict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        for word in line[4:].replace(",", " ").replace("|", " ").split():
            found[word].append(n)
    return lines, found


def _forms(line: str) -> Iterator[tuple[frozenset[str], str]]:
    """The words of each form of an official's name, with the country."""
    country, name, also = line.split(",")
    for form in (name, *also.split("|")):
        if words := _words(form):
            yield words, country.upper()


def _plain(text: str) -> str:
    """Text without marks, hyphens, apostrophes and full stops."""
    return fold(text).replace("-", " ").replace("'", "").replace(".", " ")


def _words(plain: str) -> frozenset[str]:
    return frozenset(plain.split()) - _PARTICLES
