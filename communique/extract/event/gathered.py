"""Whether a sentence names three or more countries, whose officials gather where two would meet.

In: a stretch of text. Out: where such a list ends ("the leaders of Jordan, Cyprus and Greece"), or the name of a whole
region ("the ministers of the Baltic states"). It rests on the names and demonyms of the registry of countries, where
capitals stand for places as well and do not count, and on the regions of `[gathered]` of `registry/kind_cues.toml`.
"""

import re
from functools import cache
from itertools import pairwise

from communique.registry import settings
from communique.registry.countries import find_countries

_MANY = 3
_WIDE = 80  # characters before a region within which its officials are named
_LIST = re.compile(r"\b[A-Z]\w+(?:,|-)\s?[A-Z]")  # without one no text lists names
_GROUP = re.compile(r"(?:[\s,-]+(?:and\s)?[A-Z]\w+){0,4}?\s[Ff]riend(?:ship|ly)\b")  # what is called after countries
_CALLED = 70  # characters within which what is called after two countries names them
_COUPLE = re.compile(r"\w\s?[-–/&]\s?[A-Z]|\sand\s[A-Z]")  # without one no text names two together
_NAME = re.compile(r"(?:\s(?:[A-Z][\w-]*|and|of|on|&)){0,6}\s")
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|&)|-)\s*(?:the\s+)?")


@cache
def _regions() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """ "of the Central Asian countries", the "ministers" before it, and "Baltic, Ukrainian foreign ministers"."""
    who, regions, members = (settings("kind_cues")["gathered"][name] for name in ("who", "regions", "members"))
    return (
        re.compile(
            rf"\b(?:of|from|for)\s(?i:(?:all\s)?(?:the\s)?(?:\w+\s)?(?:{regions})\s(?:\w+\s){{0,2}}(?:{members}))\b"
        ),
        re.compile(rf"\b(?:{who})\b[^.;]{{0,60}}$", re.IGNORECASE),
        re.compile(rf"\b(?=[A-Z])(?i:(?:{regions})(?:,|\sand|\s&)\s\w+\s(?:\w+\s)?(?:{who}))\b"),
    )


def _region(text: str, start: int, end: int) -> int | None:
    """Where the first name of a region ends whose officials are told of."""
    whose, who, beside = _regions()
    for found in whose.finditer(text, start, end):
        if who.search(text, max(start, found.start() - _WIDE), found.start()):
            return found.end()
    found_beside = beside.search(text, start, end)
    return found_beside.end() if found_beside else None


def listed(text: str, start: int, end: int) -> int | None:
    """Where the first list of three or more countries, or the name of their region, ends.

    Args:
        text: a headline or a body.
        start: where the stretch begins.
        end: where it ends.

    Returns:
        a place in `text`, or None where none are listed.

    >>> listed("The leaders of Jordan, Cyprus and Greece met", 0, 44)
    40
    >>> listed("The ministers of the Baltic states met", 0, 38)
    34
    >>> listed("Jordan and Cyprus met", 0, 21) is None
    True
    """
    region = _region(text, start, end)
    if region is not None:
        return region
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
        if len(set(named)) >= _MANY and not _GROUP.match(text, last, end):
            return last
    return None


def of_two(text: str, start: int, place: int) -> bool:
    """Whether what begins at a place is called after two countries: "the Fiji-Chile Forum", where two sides meet.

    >>> of_two("The Fiji-Chile Trade Forum", 0, 21), of_two("The Trade Forum of Fiji", 0, 10)
    (True, False)
    """
    begin = max(start, place - _CALLED)
    if not _COUPLE.search(text, begin, place):
        return False
    named = [found for found in find_countries(text[begin:place]) if found.value.form != "capital"]
    pairs = [
        (one, other)
        for one, other in pairwise(named)
        if _JOINED.fullmatch(text, begin + one.end, begin + other.start) and one.value.alpha3 != other.value.alpha3
    ]
    return len(pairs) == 1 and _NAME.fullmatch(text, begin + pairs[0][1].end, place) is not None
