"""Whom a named official has served, and of whose officials a name is like.

In: a personal name. Out: the countries for which somebody of that name has held office, or how likely a country's
officials bear such a name. Stands on officials.csv. A name proves nothing by itself, for people share names: it tells
which of the countries that a page names is meant.
"""

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from math import fsum, log

from communique.registry.matcher import fold

_INITIAL = re.compile(r"\b([^\W\d_]{1,2})(?:\.|(?<=\b\w)\b)")  # two for one letter of another script: "Ch. Purchekov"
_LONG = 3  # words of a name that may lack its last
_UNSEEN, _UNKNOWN = 0.3, 100  # counted for what no name of the registry has, and officials whom it has not
_PRIOR = 10  # officials of any country for which the names of all stand, beside those of one country
# which one page writes and another does not
_PARTICLES = frozenset(["al", "el", "bin", "ibn", "bint", "de", "da", "dos", "van", "von", "jr", "sr"])


@lru_cache(maxsize=4096)  # the same names come again, on a page and on the next ones
def served(name: str) -> frozenset[str]:
    """The countries (ISO 3166-1 alpha-3) that officials of a name have served.

    Args:
        name: given and family name, in any order, with parts left out or cut to initials; one word only if its bearer
            has but one.

    >>> served("Sergei Lavrov"), served("Abdullah bin Zayed Al Nahyan"), served("Lavrov"), served("R. Meredov")
    (frozenset({'RUS'}), frozenset({'ARE'}), frozenset(), frozenset({'TKM'}))
    """
    said = _words(_plain(name))
    if not said:
        return frozenset()
    lines, by_word = _index()
    initials = said & set(_INITIAL.findall(fold(name)))
    full = said - initials or said
    rare = sorted(full, key=lambda word: len(by_word.get(word, ())))[: max(len(full) - 1, 1)]
    # a name that shares two words shares one that is not the commonest
    near = {n for word in rare for n in by_word.get(word, ())}
    known = [form for n in near for form in _forms(lines[n])]
    same = frozenset(country for words, country in known if words == said)
    if same or len(said) == 1:
        return same
    last = _plain(name).split()[-1]  # "Sushil Chandra" is not "Sushil Chandra Tiwari"
    wider = frozenset(
        country
        for words, country in known
        if len(words) > 1 and (said <= words or (words <= said and (last in words or len(said) > _LONG)))
    )
    return wider or frozenset(country for words, country in known if _are_cut(initials, full, words))


def _are_cut(initials: frozenset[str], full: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a name has some words of another in full, and initials of further ones: "Ch. Purchekov"."""
    rest = words - full
    return bool(initials) and full < words and all(any(word.startswith(i) for word in rest) for i in initials)


def borne(surname: str) -> frozenset[str]:
    """The countries of which officials have a name with the given word in it.

    >>> borne("Faurie"), borne("Lavrov") >= {"RUS"}, borne("Sergei Lavrov")
    (frozenset({'ARG'}), True, frozenset())
    """
    lines, by_word = _index()
    return frozenset(lines[n][:3].upper() for n in by_word.get(_plain(surname), ()))


@cache
def given_names() -> frozenset[str]:
    """The folded first words of officials' names, which are given names more often than not.

    >>> "sergei" in given_names(), "ministry" in given_names()
    (True, False)
    """
    return frozenset(line[4:].replace(",", " ").split()[0] for line in _index()[0])


@lru_cache(maxsize=4096)
def likelihood(name: str, country: str) -> float:
    """How much likelier an official of a country bears a name than one of any country, as a logarithm.

    A naive Bayes classifier over the words of names and their runs of two to four letters, after Cavnar and Trenkle
    (N-Gram-Based Text Categorization, 1994), smoothed by all names (Zhai and Lafferty, 2004) and divided by the square
    root of how many these are, for they hang together.

    Args:
        name: a personal name.
        country: alpha-3.

    >>> likelihood("Nguyen Van Hung", "VNM") > 0 > likelihood("Nguyen Van Hung", "KEN")
    True
    """
    signs, (smoothed, gains) = _signs_of(name), _gains(country)
    told = fsum(map(gains.__getitem__, gains.keys() & signs))  # the same whatever the order of a set
    return (told - len(signs) * smoothed) / max(len(signs), 1) ** 0.5


@lru_cache(maxsize=1024)  # a name is weighed for one country after the other
def _signs_of(name: str) -> set[str]:
    return _signs(_plain(name))


@cache
def _gains(country: str) -> tuple[float, dict[str, float]]:
    """What each sign of a name costs a country, the more the more officials it has, and what it gains by theirs."""
    names, (officials, everywhere) = _names().get(country, []), _letters()
    part = _PRIOR / (officials + _UNKNOWN)
    own = Counter(chain.from_iterable(map(_signs, names)))
    gains = {sign: log(1 + count / (part * (everywhere[sign] + _UNSEEN))) for sign, count in own.items()}
    return log(1 + len(names) / _PRIOR), gains


@cache
def _letters() -> tuple[int, Counter[str]]:
    """How many officials there are, and how many of them have each word or run of letters in their names."""
    names = list(chain.from_iterable(_names().values()))
    return len(names), Counter(chain.from_iterable(map(_signs, names)))


@cache
def _names() -> dict[str, list[str]]:
    """The folded names of each country's officials."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in _index()[0]:
        country, name, _ = line.split(",")
        found[country.upper()].append(name)
    return found


def _signs(plain: str) -> set[str]:
    """The words of a name, and their runs of letters with a space for either end."""
    words = [f" {word} " for word in plain.split() if len(word) > 1]
    return {word[i : i + n] for word in words for n in (2, 3, 4) for i in range(len(word) - n + 1)}.union(words)


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


@lru_cache(maxsize=4096)  # the same words come again in names
def _forms(line: str) -> list[tuple[frozenset[str], str]]:
    """The words of each form of an official's name, with the country."""
    country, name, also = line.split(",")
    return [(words, country.upper()) for form in (name, *also.split("|")) if (words := _words(form))]


def _plain(text: str) -> str:
    """Text without marks, hyphens, apostrophes and full stops."""
    return fold(text).replace("-", " ").replace("'", "").replace(".", " ")


def _words(plain: str) -> frozenset[str]:
    return frozenset(plain.split()) - _PARTICLES
