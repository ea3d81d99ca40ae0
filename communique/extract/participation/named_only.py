"""Who is only named: whose envoy speaks, who has died, whose policy it is, who had ordered it.

In: a `Reading` and a mention of somebody. Out: whether the words right in front leave the holder outside. The phrases
are in registry/participation.toml.
"""

import re
from collections.abc import Mapping
from functools import cache

from communique.extract.participation.addressed import ADDRESSING, SEND
from communique.extract.participation.nearby import OF_THERE, RULERS
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import phrases, word_class
from communique.extract.words.reading import Reading

_PADDING, _GROUPS = word_class("padding"), word_class("group")
_LATE = re.compile(r" (?:the|his|her|their) late (?!on |in |at |last |this )(?:[^ ,;]+ ){0,6}(?:, )?$")
_AT_THE_OFFICE = ("at office of", "in office of", "to office of")  # where he receives the guests
_LEADING = (["led", "by"], ["headed", "by"])
_NEAR = 9  # words in front


@cache
def _before_phrases() -> tuple[str, ...]:
    said = (phrase for kind in ("represented", "commemorated", "ordered") for phrase in phrases(kind, "before"))
    return tuple(" " + " ".join(w for w in phrase.split() if w not in _PADDING) for phrase in said)


def named_only(reading: Reading, mention: Mention, ending: Mapping[int, Mention]) -> bool:
    """Whether the words in front leave the person outside, or outside another, to whom "and" joins this one.

    Args:
        reading: the text.
        mention: somebody named or told by an office.
        ending: the words at which mentions of people end.
    """
    lower, k = reading.tokens.lower, mention.start
    begin = reading.tokens.bounds[reading.tokens.sentence[mention.i]][0]
    near = [w for w in lower[max(begin, k - _NEAR) : k] if w not in _PADDING]
    if (near[-3:] == ["under", "leadership", "of"] or near[-2:] in _LEADING) and not _GROUPS.isdisjoint(near):
        return False  # "a delegation under the leadership of Deputy Minister X"
    of = near[-1:] == ["of"] and near[-2:-1] and near[-2].isalpha() and near[-2] not in OF_THERE
    if of and mention.office and mention.office.head.level in RULERS:
        return True  # "the tariffs of President X", "the wife of King Y"
    name = mention.name.before if mention.name else k
    before = lower[max(begin, k - _NEAR) : name]
    if "late" in before and _LATE.search(" " + " ".join(before) + " "):
        return True  # "the late Father of the Nation, X"
    said = " ".join(near).rstrip(" ,")
    sent = said.endswith(ADDRESSING) and not SEND.isdisjoint(lower[begin:k])
    if f" {said}".endswith(_before_phrases()) and not (sent or said.endswith(_AT_THE_OFFICE)):
        return True
    while k > 0 and lower[k - 1] == "the":
        k -= 1
    other = ending.get(k - 1) if k and lower[k - 1] == "and" else None
    return other is not None and other.i < mention.i and named_only(reading, other, ending)
