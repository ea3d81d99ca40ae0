"""Where a text says that one side urges another to do something: "called on Gulf states to pay", "asks Peru to wait".

In: a stretch of text. Out: each such expression, as a cue of a statement. It rests on `[urged]` of
`registry/kind_cues.toml` and on the names of the registry of countries. Who calls on a minister to brief him has called
at an office, and who asks an envoy in his presence for something has met him.
"""

import re
from collections.abc import Iterator
from functools import cache

from communique.extract.event.cue_words import alternatives
from communique.registry import settings
from communique.registry.countries import find_countries
from communique.registry.matcher import Match, Matcher

_FAR = 70  # characters between the verb and what is to be done
_TO = re.compile(
    r"\s(?:to|not to|for)\s(?=[a-z])"
    r"(?!(?:the|an?|his|her|its|their|pay (?:a|his|her|their|respects)|bid|brief|discuss|present|inform)\b)"
)
_WHOM = re.compile(r"\s(?:[\w’'.-]+,?\s){0,6}[\w’'.-]+")


def _verbs() -> dict[str, bool]:
    return dict.fromkeys(alternatives(settings("kind_cues")["urged"]["verbs"]), True)


_VERBS = Matcher(_verbs, together=True)


@cache
def _sides() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{settings('kind_cues')['urged']['sides']})$", re.IGNORECASE)


def urged(text: str, start: int, end: int) -> Iterator[Match[tuple[str, float]]]:
    """The places at which a text says that a side is urged to do something, as cues of a statement.

    Args:
        text: a headline or a body.
        start: where the stretch begins.
        end: where it ends.

    >>> text = "Envoy calls on both sides to wait"
    >>> [text[found.start : found.end] for found in urged(text, 0, 33)]
    ['calls on both sides to']
    >>> list(urged("Envoy calls on premier to brief him", 0, 35))
    []
    """
    weight = settings("kind_cues")["urged"]["weight"]
    for verb in _VERBS.find(text, start, end):
        to = _TO.search(text, verb.end, min(end, verb.end + _FAR))
        if to and _WHOM.fullmatch(text, verb.end, to.start()) and _is_side(text[verb.end : to.start()]):
            yield Match(verb.start, to.end() - 1, ("statement", weight))


def _is_side(whom: str) -> bool:
    """Whether a country is named, or whoever acts as one: "Peru", "all parties", "Gulf states"."""
    if _sides().search(whom):
        return True
    named = find_countries(whom)
    return bool(named) and named[-1].end == len(whom) and named[-1].value.form in ("name", "capital")
