"""Stops of a journey before and behind the reported one: "he had come from Bonn, where he met X", "he goes on to Rome".

In: a `Reading` and a mention of somebody. Out: whether the words around it place its holder at another stop.
"""

import re

from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_PLACE = r"(?:(?! (?:to|in|for) )[^,;.]){1,40}"
_COMING = r"(?:(?:arriv|journey|travel)[a-z]*|came|comes?|coming|flew|flies|flown|flying) "
_THERE = r", (?:where|in which|there) (?:(?! , and (?:he|she|it|then|was|held|met|had|has) )[^;])*$"
_FROM = re.compile(rf" {_COMING}(?:[a-z]+ ){{0,4}}from {_PLACE}{_THERE}")
_BEFORE = re.compile(
    rf" (?:before|prior to|ahead of|earlier|previously|on (?:his|her|its|their|the) way|en route) .{{0,80}}"
    r"(?:stop|stopped|stopover|halt|halted|call|called|landed|been|was|visited)(?: over| off)? (?:in |at )?"
    rf"{_PLACE}{_THERE}"
)
_NEXT = re.compile(
    rf" (?:goes|heads|flies|travels|moves|continues|proceeds|journeys) (?:on |then |further |next )*(?:to|for) "
    rf"{_PLACE}{_THERE}"
)
_TO_BE_MET = re.compile(
    r" (?:goes|heads|flies|travels|leaves|departs|moves) (?:on )?(?:to|for) [^;.]{1,40}, "
    r"(?:there )?to be (?:met|received|welcomed|hosted)[^;]* by [^;]*$"
)
_ONWARD = frozenset(["next", "afterwards", "after", "then", "tomorrow", "thereafter", "later", "thence", "from"])
_MOTION = word_class("motion") | {"arrives", "flies", "travels"}
_FAR = 50  # words


def at_another_stop(reading: Reading, mention: Mention) -> bool:
    """Whether somebody is told of at a stop from which the traveller comes, or to which he goes on; not in the lead."""
    tokens = reading.tokens
    number = tokens.sentence[mention.i] - tokens.sentence[0]
    begin = tokens.bounds[tokens.sentence[mention.i]][0]
    if number < 1:
        return False
    said = tokens.lower[max(begin, mention.start - _FAR) : mention.start]
    if number > 1 and tokens.lower[begin] == "there" and _came_from(reading, number):
        return True  # "It is from Bonn that he arrives. There, on Monday, Minister X received him"
    if not {"where", "which", "there"}.isdisjoint(said):
        before = " " + " ".join(said) + " "
        onward = not _ONWARD.isdisjoint(said) and _NEXT.search(before)
        onward = onward or _TO_BE_MET.search(before)
        return bool(onward or _FROM.search(before) or _BEFORE.search(before))
    return False


def _came_from(reading: Reading, number: int) -> bool:
    """Whether the sentence in front of the `number`th tells last from where somebody comes."""
    tokens = reading.tokens
    begin, end = tokens.bounds[number - 1]
    lower = tokens.lower[begin:end]
    if _MOTION.isdisjoint(lower) or "from" not in lower:
        return False
    behind = lower[len(lower) - lower[::-1].index("from") :]
    return {"to", "in", "at", "for"}.isdisjoint(behind)
