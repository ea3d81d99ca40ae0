"""Whether somebody is met with though a day or a place stands between: "received on Monday in Paris the envoy".

In: a `Reading`, a mention, and the word before it. Out: yes or no.
"""

from communique.extract.offices.heads import CALENDAR
from communique.extract.participation.governed import brought_in
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_MEETING = word_class("meeting")
_REACH = 12  # words
_WHEN_WHERE = frozenset([
    *("on", "in", "at", "the", "his", "her", "this", "today", "yesterday", "here", "also", "morning", "afternoon", ","),
    *("evening", "office", "palace", "presidential", "residence", "headquarters", "ministry", "parliament", "capital"),
])  # fmt: skip


def met_otherwise(reading: Reading, mention: Mention, k: int) -> bool:
    """Whether an office without a name, before which the word `k` stands, is met "on Monday", or leads "by" it."""
    definite = reading.tokens.lower[mention.i - 1] == "the"  # "the delegation was led by the Minister of Trade"
    return _met_then(reading, mention, k) or (definite and brought_in(reading, mention.i - 1, False))


def _met_then(reading: Reading, mention: Mention, k: int) -> bool:
    """Whether from the word `k`, which stands before the office without a name, only when and where part the verb."""
    tokens = reading.tokens
    if mention.office is None or tokens.lower[mention.i - 1] not in {"the", "a", "an"}:
        return False
    first = max(tokens.bounds[tokens.sentence[mention.i]][0], k - _REACH)
    while k > first and tokens.lower[k] not in _MEETING:
        told = tokens.lower[k] in _WHEN_WHERE or tokens.lower[k] in CALENDAR or tokens.word[k].isdigit()
        if not told and reading.taken.get(k) != "geo":
            return False
        k -= 1
    return tokens.lower[k] in _MEETING
