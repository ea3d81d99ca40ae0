"""Whether a sentence lists three or more countries, whose officials gather where two would meet.

In: a stretch of text. Out: where such a list ends ("the leaders of Jordan, Cyprus and Greece"). It rests on the names
and demonyms of the registry of countries; capitals stand for places as well and do not count.
"""

import re

from communique.registry.countries import find_countries

_MANY = 3
_LIST = re.compile(r"\b[A-Z]\w+(?:,|-)\s?[A-Z]")  # without one no text lists names
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|&)|-)\s*(?:the\s+)?")


def listed(text: str, start: int, end: int) -> int | None:
    """Where the first list of three or more countries ends.

    Args:
        text: a headline or a body.
        start: where the stretch begins.
        end: where it ends.

    Returns:
        a place in `text`, or None where none are listed.

    >>> listed("The leaders of Jordan, Cyprus and Greece met", 0, 44)
    40
    >>> listed("Jordan and Cyprus met", 0, 21) is None
    True
    """
    if not _LIST.search(text, start, end):
        return None
    named: list[str] = []
    last = end
    for found in find_countries(text[start:end]):
        if found.value.form == "capital":
            continue
        if not _JOINED.fullmatch(text, last, start + found.start):
            named = []
        named.append(found.value.alpha3)
        last = start + found.end
        if len(set(named)) >= _MANY:
            return last
    return None
