"""Who was not there: "X did not attend", "X, who is abroad", or only had the event brought about.

In: a `Reading`, a mention of somebody and the words in front. Out: whether the words behind, which are those of
`[absent]` of registry/participation.toml, leave the holder out of the event.
"""

from communique.extract.people.mentions import Mention
from communique.extract.words.classes import spaced
from communique.extract.words.reading import Reading

SAID_OF = (["said"], ["says"], ["added"], ["noted"], ["stressed"], ["explained"], ["recalled"], ["told"], ["stated"])
_NEAR = 14  # words


def away(reading: Reading, mention: Mention, before: str, end: int) -> bool:
    """Whether the holder was not there, only ordered the event, or is what somebody else speaks of.

    Args:
        reading: the text.
        mention: somebody named or told by an office.
        before: the lower-case words of the sentence in front.
        end: up to which word the text behind may tell of him.
    """
    lower, j = reading.tokens.lower, mention.j
    end = next((k for k in range(j, end) if lower[k] == ";"), end)
    said = " " + " ".join(lower[j : min(end, j + _NEAR)]) + " "
    if any(map(said.__contains__, spaced("absent", "after", " "))):
        return True
    opens = reading.tokens.sentence[mention.i] == reading.tokens.sentence[0]
    if not opens and said.removeprefix(" ,").startswith(spaced("absent", "right", " ")):
        return True  # but "X is abroad. During his stay in Chad, he …"
    ordered = lower[j : j + 1] == ["who"] and any(map(said.__contains__, spaced("ordered", "who", " ")))
    if ordered and before.rstrip().endswith((" it is", " it was", " it is the", " it was the")):
        return True  # "it is President X who ordered the lifting, he said"
    told = lower[j : j + 1] == [","] and lower[j + 1 : j + 2] in (["he"], ["she"], ["they"])
    return told and lower[j + 2 : j + 3] in SAID_OF
