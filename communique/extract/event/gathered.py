"""Where a text says that three countries or more come together: "the army chiefs of Haiti, Cuba and Peru met".

In: a stretch of text. Out: each such expression, as a cue of a conference. It rests on `[gathered]` of
`registry/kind_cues.toml` and on the names of the registry of countries. Whoever receives the envoys of several
countries has no conference.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from communique.registry import settings
from communique.registry.countries import CountryTerm, find_countries
from communique.registry.matcher import Match

_FEWEST = 3  # countries
_ROW = re.compile(r"[A-Z]\w+(?:,|-|–|/) ?(?:[a-z]{2,3} |[A-Z])")  # the cheap look: "Haiti, Cuba", "Haiti-Cuba"
# what parts two of a row: "Haiti, Cuba and the US", "Haiti-Cuba", "Ana Paz of Haiti, Luis Rey of Cuba"
_PARTED = re.compile(r"(?:,? (?:and |& )?|-|–|/)(?:the |of |of the )?(?:(?:[A-Z][\w.’'-]+ ){1,5}of (?:the )?)?")
_OF = re.compile(r"\b(?:of|from|between) (?:the )?$")
_BEFORE = 80  # characters before a row in which the word for a gathering stands


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The words before a row that make it a gathering, those behind it, those of others, those before another row."""
    cells = settings("kind_cues")["gathered"]
    nouns, verbs, between, guests, elsewhere = (
        cells[name] for name in ("nouns", "verbs", "between", "guests", "elsewhere")
    )
    return (
        re.compile(rf"\b(?i:{nouns}) (?:between|among|of|involving) (?:[\w’'-]+ ){{0,6}}$"),
        re.compile(
            rf"(?:[\s,]+(?:[A-Z][\w.’'-]*|{between})){{0,14}}?[\s,]+"
            rf"(?:(?i:{verbs})\b|(?:(?i:hold|holds|held)\s(?:(?!tele|phone)[\w-]+ ){{0,3}}?)?(?i:{nouns})\b)"
        ),
        re.compile(rf"\b(?i:{guests})\b"),
        re.compile(rf"\b(?:{elsewhere}) (?:the )?$"),
    )


def gathered(text: str, start: int, end: int) -> Iterator[Match[tuple[str, float]]]:
    """The places at which a text says that three countries or more come together.

    Args:
        text: a headline or a body.
        start: where the stretch begins.
        end: where it ends.

    >>> text = "Army chiefs of Haiti, Cuba and Peru meet"
    >>> [text[found.start : found.end] for found in gathered(text, 0, 40)]
    ['Haiti, Cuba and Peru meet']
    >>> list(gathered("The ambassadors of Haiti, Cuba and Peru met him", 0, 47))
    []
    """
    if not _ROW.search(text, start, end):
        return
    weight = settings("kind_cues")["gathered"]["weight"]
    before, behind, guests, elsewhere = _patterns()
    for first, last in _rows(text[start:end]):
        left, right = start + first, start + last
        if guests.search(text, max(start, left - _BEFORE), left):
            continue
        met = None if elsewhere.search(text, max(start, left - _BEFORE), left) else behind.match(text, right, end)
        if met and text[right] == "," and not _OF.search(text, start, left):
            met = None  # "visits Haiti, Cuba, Peru, discusses trade"
        if met and not guests.search(text, right, met.end()):
            yield Match(left, met.end(), ("conference", weight))
        elif noun := before.search(text, max(start, left - _BEFORE), left):
            yield Match(noun.start(), right, ("conference", weight))


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of three countries or more stand in a row."""
    row: list[Match[CountryTerm]] = []
    named = [found for found in find_countries(text) if found.value.form in ("name", "demonym", "capital")]
    for found, after in [*pairwise(named), (named[-1], None)] if named else []:
        row.append(found)
        if after and _PARTED.fullmatch(text, found.end, after.start):
            continue
        if len({country.value.alpha3 for country in row}) >= _FEWEST:
            yield row[0].start, row[-1].end
        row = []
