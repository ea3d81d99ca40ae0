"""Who was not there: "X did not attend", "X, who is abroad", or only had the event brought about.

In: a `Reading`, a mention of somebody and the words in front. Out: whether the words behind, which are those of
`[absent]` of registry/participation.toml, leave the holder out of the event.
"""

from communique.extract.people.mentions import Mention
from communique.extract.words.classes import spaced, tells
from communique.extract.words.reading import Reading

SAID_OF = (["said"], ["says"], ["added"], ["noted"], ["stressed"], ["explained"], ["recalled"], ["told"], ["stated"])
_NEAR = 14  # words


def _behind_aside(reading: Reading, j: int, end: int) -> int:
    """The word behind "of Lau, whose coast competes for the plant," at the word `j`; `j` itself without it."""
    lower, k = reading.tokens.lower, j
    if lower[k : k + 1] == ["of"]:
        k = next((q for q in range(k + 1, end) if not reading.tokens.cap[q]), end)
    if lower[k : k + 1] != [","] or lower[k + 1 : k + 2] not in (["who"], ["whose"], ["which"]):
        return j
    return next((q + 1 for q in range(k + 2, min(k + 2 + _NEAR, end)) if lower[q] == ","), j)


def _near(lower: list[str], k: int, end: int) -> str:
    """The words from the word `k` on, a few at most."""
    return " " + " ".join(lower[k : min(end, k + _NEAR)]) + " "


def away(reading: Reading, mention: Mention, before: str, end: int) -> bool:
    """Whether the holder was not there, only ordered the event, or is what somebody else speaks of.

    Args:
        reading: the text.
        mention: somebody named or told by an office.
        before: the lower-case words of the sentence in front.
        end: up to which word the text behind may tell of him.
    """
    lower, j = reading.tokens.lower, mention.j
    end = next((k for k in range(j, end) if lower[k] == ";" or lower[k : k + 2] == [",", "while"]), end)
    clauses = [_near(lower, k, end) for k in {j, _behind_aside(reading, j, end)}]
    if any(tells(said, "absent", "after") for said in clauses):
        return True
    opens = reading.tokens.sentence[mention.i] == reading.tokens.sentence[0]
    right = spaced("absent", "right", " ")
    if not opens and any(said.removeprefix(" ,").startswith(right) for said in clauses):
        return True  # but "X is abroad. During his stay in Chad, he …"
    said = _near(lower, j, end)
    ordered = lower[j : j + 1] == ["who"] and tells(said, "ordered", "who")
    if ordered and before.rstrip().endswith((" it is", " it was", " it is the", " it was the")):
        return True  # "it is President X who ordered the lifting, he said"
    told = lower[j : j + 1] == [","] and lower[j + 1 : j + 2] in (["he"], ["she"], ["they"])
    return told and lower[j + 2 : j + 3] in SAID_OF
