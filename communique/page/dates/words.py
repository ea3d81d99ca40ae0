"""The names that a dateline or a date line may hold beside its day: capitals, agencies, sections, cues.

In: a word or a few. Out: what they are. The names are those of the registries.
"""

from functools import cache

from communique.page.vocabulary import agencies, word_list
from communique.registry import settings
from communique.registry.matcher import fold


@cache
def capitals() -> frozenset[str]:
    from communique.registry.countries import countries

    return frozenset(fold(name) for country in countries().values() for name in (*country.capitals, country.name))


@cache
def country_names() -> frozenset[str]:
    """The names of countries that are not those of their capitals as well."""
    from communique.registry.countries import countries

    known = countries().values()
    return frozenset(fold(country.name) for country in known) - {fold(name) for c in known for name in c.capitals}


ACRONYM = 3  # capitals that are no place where nothing is known of them


def is_agency(text: str) -> bool:
    """Whether a word in the place of a dateline is an agency and no place: "SANA", "NNA", "Ammon News"."""
    folded = fold(text.strip(" .,()"))
    if folded in capitals():
        return False
    if folded in agencies() or not word_list("agency").isdisjoint(folded.split()):
        return True
    return text.isupper() and len(folded) <= ACRONYM and folded.isalpha()


def is_menu(text: str) -> bool:
    """Whether a word is the name of a site's section: "POLITICS"."""
    return not set(fold(text).split()).isdisjoint(settings("chrome")["menu"])


@cache
def cue_words() -> frozenset[str]:
    chrome = settings("chrome")
    return frozenset(word for cue in (*chrome["published"], *chrome["modified"]) for word in fold(cue).split())


@cache
def words_beside() -> frozenset[str]:
    """The words that stand beside the day of a date line, whatever else it holds."""
    return cue_words() | word_list("weekdays") | word_list("beside_date")
