"""What had happened before the event: "the two had met in May", "X, whom he had called".

In: a `Reading` and a mention of somebody. Out: whether the pluperfect around it leaves its holder out of the event.
"""

import re

from communique.extract.people.mentions import Mention
from communique.extract.words.classes import spaced, word_class
from communique.extract.words.reading import Reading

_ON_A_DAY = re.compile(r" on (?:mon|tues|wednes|thurs|fri|satur|sun)day ")
_PARTICIPLES = word_class("participles")
_SETTLED = word_class("settled")
_TELLING = word_class("telling")
_LED = frozenset(["led", "headed", "chaired"])
_ALREADY = frozenset(["also", "already", "earlier", "previously", "recently", "just"])
_BEFORE, _BEHIND = 12, 3  # words around the mention


def happened_before(reading: Reading, mention: Mention, pair: int) -> bool:
    """Whether a "had" beside the mention tells of an earlier time: "had called President Abbas".

    Args:
        reading: the text.
        mention: somebody named or told by an office.
        pair: the word behind the mention and another that "and" joins to it.
    """
    lower = reading.tokens.lower
    begin, end = reading.tokens.bounds[reading.tokens.sentence[mention.i]]
    if _of_the_event(reading, mention, begin, end):
        return False
    for k in range(max(begin, mention.i - _BEFORE), min(end - 1, max(mention.j + _BEHIND, pair + 1))):
        if lower[k] == "had" and k == pair and lower[k + 1 : k + 2] and lower[k + 1] in _SETTLED:
            return True  # "X and his host Y had agreed on the trial in 2022"
        if lower[k] == "had" and (k < mention.i or k <= mention.j + 1):
            step = k + 1 + (lower[k + 1] in _ALREADY and k + 2 < end)
            if mention.i < k and (lower[step] in _TELLING or _leads(lower, step)):
                return False
            if lower[step] in _PARTICIPLES:
                return True
    return False


def _leads(lower: list[str], k: int) -> bool:
    """ "(X had) led the Bhutanese delegation"."""
    return lower[k] in _LED and "delegation" in lower[k : k + 5]


def _of_the_event(reading: Reading, mention: Mention, begin: int, end: int) -> bool:
    """Whether the event itself is told so: "said after Ambassador X had called on him", "had met X on Monday"."""
    lower, i = reading.tokens.lower, mention.i
    lead = reading.tokens.sentence[begin] - reading.tokens.sentence[0] < 2
    if lead and ("after" in lower[max(begin, i - 3) : i] or "when" in lower[max(begin, i - 9) : i]):
        return True
    whole = " " + " ".join(lower[begin:end]) + " "
    return any(map(whole.__contains__, spaced("background", "same_day", " "))) or bool(_ON_A_DAY.search(whole))
