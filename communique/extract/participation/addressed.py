"""To whom something is sent, handed or written: "sent best wishes to President X", "a letter was handed to the King".

In: a `Reading` and the mention of an official. Out: whether the words in front make him the one who gets it.
"""

from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

ADDRESSING = ("greetings to", "wishes to", "regards to", "congratulations to", "condolences to")
SEND = frozenset(["sent", "sends", "send", "extended", "extends"])  # "sent best wishes to President X": the addressee
HEADS = frozenset(["head_of_state", "head_of_government"])
_GIVING = word_class("giving")
HANDED = _GIVING - {"conveyed", "conveys", "extended", "went", "relayed", "transmitted", "passed"}
_ADDRESSED = frozenset(phrase.split()[0] for phrase in ADDRESSING)
_NEAR = 16  # words between a letter and to whom it goes: "a message has been sent by His Majesty to"
_LETTERS = frozenset(["message", "messages", "letter", "letters", "telegram", "telegrams", "cable", "cables", "note"])
_WENT = frozenset(["went", "sent", "dispatched", "addressed", "wrote", "goes", "sends", "came", "telegraphed"])


def written_to(reading: Reading, mention: Mention, k: int) -> bool:
    """Whether something was handed to an official, or written to the highest one: "sent a letter to the King".

    Args:
        reading: the text.
        mention: the official, told by his office.
        k: the word in front of him, articles left out.
    """
    lower = reading.tokens.lower
    said = lower[reading.tokens.bounds[reading.tokens.sentence[k]][0] : k]
    if lower[k] != "to" or not mention.office or not mention.country:
        return False
    if mention.office.head.level in HEADS:
        letter = not (_LETTERS.isdisjoint(said[-_NEAR:]) or SEND.isdisjoint(said))
        handed = not HANDED.isdisjoint(said) and _ADDRESSED.isdisjoint(said)
        return letter or handed or said[-1:] == ["wrote"]
    return not _GIVING.isdisjoint(said) and _ADDRESSED.isdisjoint(said)


def sent_between(reading: Reading, begin: int, i: int) -> bool:
    """Whether the words from `begin` on tell that a letter went from or to whoever is named at the word `i`.

    "A like message went the same day from Premier X", "A cable was also sent to Premier X".
    """
    lower = reading.tokens.lower
    k = i - 1 - (lower[i - 1 : i] == ["the"])
    if k < begin or lower[k] not in {"to", "from"}:
        return False
    said = lower[max(begin, k - _NEAR) : k]
    went = next((v for v, word in enumerate(said) if word in _WENT), None)
    return went is not None and not _LETTERS.isdisjoint(said[: went + 6]) and _ADDRESSED.isdisjoint(said)
