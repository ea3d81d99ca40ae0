"""Whether a line, or a part of one, is nothing but the name of a person or two.

In: a text. Out: yes or no. Two to four capitalised words are a name, unless they are words of furniture, of offices and
bodies, of places or verbs; the words come from the registry.
"""

import re
from collections import Counter
from functools import cache

from communique.page.vocabulary import furniture_phrases, word_list
from communique.registry import rows, settings
from communique.registry.matcher import fold

_AND = r",?\s(?:and|&|und|et|y|e|dan|og|och|ve)\s"  # between two writers
PAIR = re.compile(rf"{_AND}|\s?/\s?(?=[A-ZÀ-Þ])|,\s(?=[A-Z])")
_JOINED = re.compile(_AND)
_NAME = re.compile(
    r"^(?:(?:[ae]l|ul|a[dnrstz]|ash|ath)-|(?:d|dell|l)['’])?(?:[A-ZÀ-ÞĀ-ŽȘȚ][^\W\d_]*(?:['’-][^\W\d_]+)*|[A-Z]\.(?:[A-Z]\.)*[A-Z]?|[A-Z][a-z]{1,2}\.)$"
)
_ATTACHED = re.compile(
    r"^(?:[A-Z][a-z]?\.[A-ZÀ-Þ][^\W\d_]{2,}(?:-[A-ZÀ-Þ][^\W\d_]{2,})?|[A-ZÀ-Þ][^\W\d_]{2,}\.[A-Z])$"
)  # "D.Otgonbayar", "B.Khash-Erdene", "Otgonbayar.D"
_LAST_INITIAL = re.compile(r"\s[A-ZÀ-Þ][a-z]?\.$")  # "Otgonbayar D."
_SHORT = re.compile(r"(?:[A-Z]\.?\s?){1,4}")
# two of a site's links: "Lina HaddadGhana"; no "AbdulKader"
_GIVEN_FIRST = re.compile(
    r"[A-Z][a-zà-ỹ]{2,} / [A-ZÀ-Ỹ][a-zà-ỹ]+ [A-ZÀ-Ỹ][a-zà-ỹ]+(?: [A-ZÀ-Ỹ][a-zà-ỹ]+)?"
)  # "Lan / Minh Duc"
_GLUED = re.compile(r"(?!bd[aeiou]l[A-Z])[a-z]{4}[A-Z]")

_OFFICES = frozenset(("fm", "pm", "dpm", "eam", "mp", "ceo", "vp"))  # "Norwegian FM in Accra" is a headline
TELLING_LETTERS, TELLING_PHRASES = 5, 8


@cache
def buttons() -> frozenset[str]:
    """The words of menus, headings and labels, as they are compared."""
    return frozenset(map(fold, (*furniture_phrases(), *settings("chrome")["menu"])))


@cache
def _not_names() -> frozenset[str]:
    """Words of furniture and offices; of short ones those of several phrases, for others are names as well ("Ari")."""
    counts = Counter(word for phrase in furniture_phrases() for word in fold(phrase).split())
    furniture = {word for word, count in counts.items() if len(word) >= TELLING_LETTERS or count >= TELLING_PHRASES}
    menu = frozenset(map(fold, settings("chrome")["menu"]))
    return word_list("organized") | word_list("titles") | _OFFICES | menu | furniture


@cache
def place_words() -> frozenset[str]:
    """Words of countries' and capitals' names, which are no persons ("Saudi Arabia" alone on a line)."""
    from communique.registry.countries import countries

    names = [
        name
        for country in countries().values()
        for name in (country.name, country.official, *country.aliases, *country.demonyms, *country.capitals)
    ]
    return frozenset(word for name in names for word in fold(name).split() if len(word) > 3)


@cache
def common_words() -> frozenset[str]:
    """Words of offices and bodies, of which no name consists: "Humanitarian Aid", "Civil Aviation"."""
    fields = frozenset(row["word"] for row in rows("portfolios"))
    return fields | frozenset(settings("name_words")["common"]) | word_list("organized") | word_list("ranks")


def is_person(text: str) -> bool:
    """Whether a text has the form of one person's name."""
    words = text.split()
    if len(words) == 1:
        return bool(_ATTACHED.match(text))
    particles = word_list("name_particles")
    if not all(_NAME.match(word) or word in particles for word in words):
        return False
    named = sum(bool(_NAME.match(word)) for word in words)
    small = sum(word[0].isupper() and word.lower() in particles for word in words)  # "Yasser Bin Omar"
    return 2 <= named <= 4 + small


def are_names(text: str) -> bool:
    parts = PAIR.split(text)
    persons = list(map(is_person, parts))
    if "/" not in text:
        return all(persons)
    if _GIVEN_FIRST.fullmatch(text):
        return True
    return any(persons) and all(
        person or _SHORT.fullmatch(part) for part, person in zip(parts, persons, strict=True)
    )  # "M.S/ Hala Zain"


def plain_words(text: str) -> set[str]:
    """The words of names, the "and" between two of them left out."""
    return {
        fold(word.rstrip(".") if len(word) > 2 else word)
        for word in _JOINED.sub(" ", text).replace(",", " ").replace("/", " ").split()
    }


def is_name(text: str) -> bool:
    """Whether a line is nothing but the name of a person or two: two to four capitalised words, none of them furniture.

    >>> is_name("Inas Abdulkareem"), is_name("R. Haddad / Omar Saleh"), is_name("Latest News"), is_name("Saudi Arabia")
    (True, True, False, False)
    """
    text = text[:-1] if text[-1:] == "." and _LAST_INITIAL.search(text, len(text) - 4) else text
    if (
        len(text) > 70
        or text.count("-") > 3
        or text[-1:] in ".:?!"
        or not text[:1].isupper()
        or any(map(str.isdigit, text))
    ):
        return False
    if not are_names(text) or (text.isupper() and not _ATTACHED.match(text)) or _GLUED.search(text):
        return False
    if fold(text) in buttons() or (text.count("-") > 1 and len(place_words() & set(fold(text).split("-"))) > 0):
        return False  # "ECO KUWAIT-OMAN-LOAN"
    folded = plain_words(text)
    told = folded - word_list("name_particles")
    first, *further = map(fold, text.split())
    if first in buttons() and first not in word_list("given_places"):
        return False  # "Tags Kenya Chad"
    if first in word_list("given_places") and word_list("behind_places").isdisjoint(further):
        told.discard(first)  # "Africa Moyo"
    if not told.isdisjoint(_not_names()) or fold(text.split()[-1]) in word_list("writers"):
        return False
    return not (told <= place_words() or told <= common_words() or is_city(text))


def is_city(text: str) -> bool:
    """Whether a name is a city's or a country's."""
    from communique.registry.cities import city_country

    return city_country(text) is not None
