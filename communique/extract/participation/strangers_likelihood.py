"""How likely somebody without an office takes part: what the name is like, where it stands, what stands beside it.

In: a `Reading`, a bare name that no single phrase of the event governs (`unofficial.py`), and the others there. Out:
yes or no. The weights are those of a logistic regression over labelled pages (`scripts/fit_strangers.py`,
registry/stranger_weights.toml). Most such names are places and things, so that what the name is like tells most.
"""

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from communique.extract.offices.heads import head_at
from communique.extract.participation.likelihood import part_of_text
from communique.extract.people.name_words import listed
from communique.extract.people.names import Name, parts
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.extract.words.weighing import added_up
from communique.registry.matcher import fold
from communique.registry.officials import borne, given_names

_APPOSED = 8  # words of an office that nobody knows
_OPENING = 4  # words at the begin of a sentence
_PLACING = frozenset(["in", "at", "near", "from", "to", "on", "off", "for", "of", "via", "between", "around", "round"])
_JOINTS = frozenset([",", ";", "and", "(", ")", "as", "well"])
_COMING = frozenset(["will", "would", "may", "should", "next", "tomorrow", "due", "expected", "planned"])
_OF_PLACES = listed("places") | listed("particles")
_ABSENT = frozenset(["not", "off"])
_FIGHTERS = frozenset(["rebels", "junta", "militia", "regime", "insurgents", "coalition", "opposition"])
_NEAR = 5  # words
_NOT_DONE = word_class("undergone") | word_class("done_by_things") | word_class("made_once")
_GONE = frozenset([
    "predecessor", "successor", "succeeds", "succeeded", "replacing", "replaces", "replaced", "over", "late", "killing",
    "death", "release", "earlier", "ago",
])  # fmt: skip


@dataclass
class Around:
    """What is the same for all strangers of a page.

    `headline` has the words of the headline, `ends` where the mentions of participants end, `told` the sentences that
    tell of participants, `words` how often the text has each.
    """

    reading: Reading
    headline: Set[str]
    ends: Set[int]
    told: Set[int] = field(init=False)
    words: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self.told = frozenset(self.reading.tokens.sentence[j - 1] for j in self.ends)
        self.words = Counter(self.reading.tokens.lower)


def takes_part(around: Around, name: Name) -> bool:
    """Whether the signs together speak for a participant; never if a verb tells what is no part of an event."""
    lower, i = around.reading.tokens.lower, name.before
    if lower[name.j : name.j + 1] == ["'s"]:
        return False  # "since X's departure"
    if lower[i - 1 : i] == ["by"] and not _FIGHTERS.isdisjoint(lower[max(0, i - _NEAR) : i]):
        return False  # "the rebels, led by General X"
    return _NOT_DONE.isdisjoint(lower[name.j : name.j + 1]) and added_up("stranger_weights", signs(around, name)) > 0


def signs(around: Around, name: Name) -> Iterator[tuple[tuple[str, str], float]]:
    """What speaks for or against a stranger's part, as (group, sign) and how much of it there is, 0 to 1."""
    yield from ((("name", said), much) for said, much in _named(around, name))
    yield from ((("place", said), much) for said, much in _placed(around, name))
    yield from ((("before", said), 1.0) for said in _before(around, name))
    yield from ((("behind", said), 1.0) for said in _behind(around, name))
    yield from ((("sentence", said), 1.0) for said in _told(around, name))


def _named(around: Around, name: Name) -> Iterator[tuple[str, float]]:
    """What the name is like."""
    told = parts(name.text)
    yield f"{min(len(told), 4)} words", 1.0
    if name.styled:
        yield "styled", 1.0
    if told[0] in given_names():
        yield "given", 1.0
    if around.reading.tokens.lower[name.i] in _OF_PLACES:
        yield "of a place", 1.0
    yield "borne", sum(bool(borne(word)) for word in told) / len(told)
    if fold(name.text.split()[0]) in given_names() and name.styled:
        yield "styled and given", 1.0


def _placed(around: Around, name: Name) -> Iterator[tuple[str, float]]:
    """Where in the text the name stands, and whether the headline has it."""
    tokens = around.reading.tokens
    number = tokens.sentence[name.i] - tokens.sentence[0]
    yield part_of_text(number), 1.0
    yield "depth", number / len(tokens.bounds)
    if any(word in around.headline for word in parts(name.text) if len(word) > 3):
        yield "headline", 1.0
    if around.words[tokens.lower[name.j - 1]] > 1:
        yield "again", 1.0


def _before(around: Around, name: Name) -> Iterator[str]:
    """The word in front, and whether an office that nobody knows stands there."""
    tokens = around.reading.tokens
    begin = tokens.bounds[tokens.sentence[name.i]][0]
    i = name.before
    if i == begin:
        yield "nothing"
        return
    word = tokens.lower[i - 1]
    if word in _PLACING:
        yield "placing"
    yield "capital" if tokens.cap[i - 1] else "-ed" if word.endswith("ed") else word
    first = i - 1 if word == "," else i
    run = range(first - 1, max(begin, first - _APPOSED) - 1, -1)
    for k in run:
        if head_at(around.reading, k):
            yield "office"
            break
        if tokens.lower[k] in _JOINTS or tokens.lower[k].endswith("ed"):
            break


def _behind(around: Around, name: Name) -> Iterator[str]:
    """The word behind, and whether a clause or an office follows the comma there."""
    tokens = around.reading.tokens
    end = tokens.bounds[tokens.sentence[name.i]][1]
    j = name.j
    word = tokens.lower[j] if j < end else "."
    yield "-ed" if word.endswith("ed") else "-s" if word.endswith("s") and len(word) > 3 else word
    if word == ",":
        near = range(j + 1, min(end, j + 1 + _APPOSED))
        stop = next((k for k in near if tokens.lower[k] == ","), near.stop)
        if any(head_at(around.reading, k) for k in range(j + 1, stop)):
            yield "office"
        if tokens.lower[j + 1 : j + 2] and tokens.lower[j + 1] in {"who", "whom", "whose"}:
            yield "who"


def _told(around: Around, name: Name) -> Iterator[str]:
    """What the sentence tells besides."""
    tokens = around.reading.tokens
    begin, end = tokens.bounds[tokens.sentence[name.i]]
    if name.before - begin < _OPENING:
        yield "opens"
    if tokens.sentence[name.i] in around.told:
        yield "with a participant"
    k = next((k for k in range(name.before, begin, -1) if tokens.lower[k - 1] not in _JOINTS), begin)
    if k < name.before and k in around.ends:
        yield "behind a participant"
    if not _COMING.isdisjoint(tokens.lower[begin:end]):
        yield "to come"
    if not _GONE.isdisjoint(tokens.lower[begin:end]):
        yield "gone"
    if not _ABSENT.isdisjoint(tokens.lower[begin:end]):
        yield "absent"
