"""To whom something is sent, handed or written: "sent best wishes to President X", "a letter was handed to the King".

In: a `Reading` and a mention. Out: whether the words in front make him the one who gets it, or, in "a similar cable
went from X to Y", who sends it.
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
_GONE = frozenset(["went", "came", "goes", "comes", "sent", "followed", "arrived"])
_WROTE = _GONE | {"sends", "addressed", "addresses", "dispatched", "dispatches", "telegraphed"}
_OWN = frozenset(["his", "her", "their", "a", "the", "its", "'s"])
_DATED_LETTER = 4  # words: "His letter of Sunday to X offers", "In a letter to X, she"
_LETTERS = frozenset(["message", "messages", "letter", "letters", "telegram", "telegrams", "cable", "cables", "note"])


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


def in_letters(reading: Reading, i: int) -> bool:
    """Whether one who writes is named at the word `i`, or to whom: "a like cable went from X", "has written to Y"."""
    lower, k = reading.tokens.lower, i - 1
    said = lower[reading.tokens.bounds[reading.tokens.sentence[i]][0] : max(k, 0)][-_NEAR:]
    if k < 1 or lower[k] not in {"from", "to"} or "that" in said:
        return False
    letter = max((n for n, word in enumerate(said) if word in _LETTERS), default=-1)
    if lower[k] == "from":
        return letter >= 0 and not _GONE.isdisjoint(said[letter:])
    if said[-1:] in (["wrote"], ["written"], ["writes"]) or (letter >= 0 and not _WROTE.isdisjoint(said)):
        return True
    whose = said[letter - 1] if letter > 0 else ""
    return letter >= 0 and len(said) - letter < _DATED_LETTER and (whose in _OWN or letter == 0)
