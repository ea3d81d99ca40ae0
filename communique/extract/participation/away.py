"""Who was not there: "X did not attend", "X, who is abroad", or only had the event brought about.

In: a `Reading`, a mention of somebody and the words in front. Out: whether the words behind, which are those of
`[absent]` of registry/participation.toml, leave the holder out of the event.
"""

import re

from communique.extract.people.mentions import Mention
from communique.extract.words.classes import spaced, tells
from communique.extract.words.reading import Reading

SAID_OF = (["said"], ["says"], ["added"], ["noted"], ["stressed"], ["explained"], ["recalled"], ["told"], ["stated"])
_OF_PLACES = frozenset(["of", "in", "to", "at"])
_TOOK_PART = re.compile(
    r" (?:took part|attended|participated|was (?:also )?present|came|spoke)\b[^;]{0,60}? , (?:and|but) "
)
_PLURAL = (["were"], ["are"], ["had"], ["have"], ["did"], ["could"], ["sent"])
_NEAR = 14  # words


def _behind_aside(reading: Reading, j: int, end: int) -> int:
    """The word behind "of Lau, whose coast competes for the plant," or "in Accra" at the word `j`; `j` itself without
    it."""
    lower, k = reading.tokens.lower, j
    if lower[k : k + 1] and lower[k] in _OF_PLACES:
        k = next((q for q in range(k + 1, end) if not reading.tokens.cap[q]), end)
    if lower[k : k + 1] != [","] or lower[k + 1 : k + 2] not in (["who"], ["whose"], ["which"]):
        return k
    return next((q + 1 for q in range(k + 2, min(k + 2 + _NEAR, end)) if lower[q] == ","), j)


def _near(lower: list[str], k: int, end: int) -> str:
    """The words from the word `k` on, a few at most."""
    return " " + " ".join(lower[k : min(end, k + _NEAR)]) + " "


def _told_of_both(reading: Reading, k: int) -> bool:
    """Whether what stands behind a pair at the word `k` tells that both were away: "X and Y had sent excuses"."""
    lower, end = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[k - 1]][1]
    k -= lower[k - 1] == ","
    verb = k + 2 if lower[k : k + 2] == [",", "who"] else k
    said = _TOOK_PART.split(_near(lower, k, end))[0]
    return lower[verb : verb + 1] in _PLURAL and tells(said, "absent", "after")


def away(reading: Reading, mention: Mention, before: str, end: int, listed: int) -> bool:
    """Whether the holder was not there, only ordered the event, or is what somebody else speaks of.

    Args:
        reading: the text.
        mention: somebody named or told by an office.
        before: the lower-case words of the sentence in front.
        end: up to which word the text behind may tell of him.
        listed: the word behind the list of people in which he stands.
    """
    lower, j = reading.tokens.lower, mention.j
    if lower[j : j + 1] == ["and"] and j < listed and not before.strip() and _told_of_both(reading, listed):
        return True
    end = min([end, *(k for k in range(j, end) if lower[k] == ";" or lower[k : k + 2] == [",", "while"])])
    clauses = [_TOOK_PART.split(_near(lower, k, end))[0] for k in {j, _behind_aside(reading, j, end)}]
    if any(tells(said, "absent", "after") for said in clauses):
        return True
    opens = reading.tokens.sentence[mention.i] == reading.tokens.sentence[0]
    right = spaced("absent", "right", " ")
    if not opens and any(said.removeprefix(" ,").removeprefix(" who").startswith(right) for said in clauses):
        return True  # but "X is abroad. During his stay in Chad, he …"
    said = _near(lower, j, end)
    ordered = lower[j : j + 1] == ["who"] and tells(said, "ordered", "who")
    if ordered and before.rstrip().endswith((" it is", " it was", " it is the", " it was the")):
        return True  # "it is President X who ordered the lifting, he said"
    told = lower[j : j + 1] == [","] and lower[j + 1 : j + 2] in (["he"], ["she"], ["they"])
    return told and lower[j + 2 : j + 3] in SAID_OF
