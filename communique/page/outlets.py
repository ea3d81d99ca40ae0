"""Agencies and media where a writer's name could stand.

In: a line or a part of it. Out: the agency that it names, or whether it names media. The agencies' names come from the
registry of publishers.
"""

import re

from communique.page.vocabulary import agencies, menu_words, word_list
from communique.registry.matcher import fold

_OUTLET = re.compile(r"[A-Z]{2,8}(?: [A-Z][a-z]+)?")  # "GNA", "GBC Radio"
_AGENCY_MARKS = re.compile(r"^(?:[-–—/]{1,2}\s?|\()|\)$")


def agency(text: str) -> str | None:
    """The news agency that a line names alone, in brackets or behind dashes: "(XINHUA)", "-- BERNAMA".

    >>> agency("-- BERNAMA"), agency("(Xinhua)"), agency("Reuters"), agency("(Agencies)")
    ('BERNAMA', 'Xinhua', 'Reuters', None)
    """
    name = _AGENCY_MARKS.sub("", text)
    # a name of several words stands among the site's links as often
    return name if " " not in name and fold(name) in agencies() else None


def are_outlets(text: str) -> bool:
    """Whether a line lists nothing but agencies and outlets: "GNA, GBC Radio"."""
    parts = text.split(", ")
    return len(parts) in (2, 3) and all(map(_OUTLET.fullmatch, parts)) and any(map(agency, parts))


def is_outlet(text: str) -> bool:
    """Whether a few words name a medium: "Island Radio", "Xinhua"."""
    words = text.split()
    if all(fold(word) in menu_words() for word in words):
        return False  # "Local News"
    named = len(words) <= 4 and all(word[0].isupper() for word in words)
    return named and (agency(text) is not None or fold(words[-1]) in word_list("agency"))
