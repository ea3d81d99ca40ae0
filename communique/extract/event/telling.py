"""What one stretch of text tells: the kinds of event that its words speak for.

In: a headline or some sentences. Out: a weight a kind. Each word of an event (`[[cue]]` and `[[family]]` of
`registry/kind_cues.toml`) speaks for its kind; words around it (`[phrases]`) turn what it says: what is to come is a
pledge, what did not take place is a statement, what talks are about counts less, and the occasion on whose margin
something happens not at all.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import prod

from communique.extract.event.arrivals import arrivals
from communique.extract.event.cue_words import alternatives, spelt
from communique.extract.event.gapped import gapped
from communique.extract.event.gathered import gathered
from communique.extract.event.rung import rung
from communique.extract.event.urged import urged
from communique.registry import settings
from communique.registry.abbreviations import abbreviation
from communique.registry.matcher import Family, Match, Matcher, Term

KINDS = (
    "meeting",
    "signing",
    "visit",
    "call",
    "conference",
    "credentials",
    "message",
    "aid",
    "project",
    "pledge",
    "statement",
)
SAID = frozenset(("pledge", "statement"))
HAPPENS = frozenset(KINDS) - SAID
JOURNEY = "journey"  # a visit that a headline tells before it begins
TELLING = 2.0  # from this weight on a cue tells its kind beside other words
SURE = 5.0  # … and from this one by itself

_MANY = 2000  # phrases of one family, beyond which they are not spelt out
_OCCASION = 10.0  # a cue of this weight tells the occasion on which something was said
_BESIDE = 3.0  # … and has this one behind a word that tells another event
_PLEDGED = 4.0  # the least weight of what is to come
_UNDONE = 2.0  # what is added to a word of what did not take place
_NEAR = 40  # characters between a marker and the word that it turns
_HEADLINE = 200  # characters of one
# a word that a headline of capitals would write with one: verbs behind "to" stand in small letters there
_SMALL = re.compile(
    r"(?<![\w’'-])(?!(?:with|from|over|into|onto|after|amid|during|between|against|under|upon|among|before|than|that|this"
    r"|their|about|through|until|towards?|within|without|despite|since|near|will|when|while)\b)[a-z]{4,}"
)
_PUNCTUATION = re.compile(r"[,.](?!\d)|[;:!?\n]|\s[-–—]\s")
_STOP = re.compile(r"[.](?!\d)|[;:!?\n]|\s[-–—]\s")
_BETWEEN = re.compile(r"\s*(?:(?!(?:under|after|following|thanks|because|as)\b)\w[\w'’-]*\s+){0,4}")
_NOTHING = re.compile(r"\s*")
_INTENT = re.compile(
    r"(?:^|\s)[A-Z][\w'’.-]*(?:,? [a-z]\w*s)? to (?!(?:the|an?|its|his|her|their)\b)[a-z]{2,}"
)  # "Fiji to lead"
_ASKS = re.compile(  # "Oslo asks Suva to reopen": who is to do it has not said so
    r"\b(?:asks?|asked|urges?|urged|calls on|called on|tells?|told|begs?|warns?|warned|orders?|ordered|presses|pressed"
    r"|wants?|appeals|implores|reminds|advises|challenges|requests|exhorts|encourages)\s(?:[\w’'.-]+\s){1,6}to\s",
    re.IGNORECASE,
)
_TO_BE = re.compile(  # "a conference to be held next week"
    r"(?:\s[\w’'-]+){0,6}?\s(?:which is |that is )?to be "
    r"(?:held|hosted|convened|signed|opened|launched|staged|organi[sz]ed)\b"
)
_BESIDES = re.compile(  # "was on Monday handed over": when and how stands within the verb
    r"\b(is|are|was|were|has|have|had|be|been)\s(?:(?:just|now|also|today|yesterday|here|already|again|recently|formally"
    r"|officially|jointly|since|then|finally|(?:this|yesterday|on \w{3,6}day) (?:morning|afternoon|evening)"
    r"|(?:on|last) \w{3,6}day|earlier today|(?:this|last) (?:week|month)),?\s)+"
    r"(?=(?:been|being|\w+(?:ed|en|wn|nt|ld|id|ut)|met|made|begun|brought|struck)\b)",
    re.IGNORECASE,
)
_IS_DONE = re.compile(
    r"\b(?:was|were|(?:has|have|had)(?: been)?|as (?:\w+ ){1,4}(?:is|are))\s+(?:\w+ly\s+)?$", re.IGNORECASE
)  # "were signed", whatever is to follow; "trade to grow as pact is signed"
_DID = re.compile(r"(?:bears?|carries|was|were|(?:has|have) been|\w+s their signatures)\b", re.IGNORECASE)  # … the verb
# "with whom an accord had been signed": that was before
_HAD = re.compile(r"\bhad\s(?:already\s|earlier\s|once\s|previously\s|first\s)?(?:been\s)?(?:\w+ly\s)?$", re.IGNORECASE)
# "will be insured under an agreement that the minister signed on Monday": that has been done, whatever is to follow
_PAPER = re.compile(
    r"\b(?:agreement|accord|memorandum|mou|protocol|pact|treaty|convention|contract|deal|programme|plan)s?"
    r"(?: of understanding)?(?: (?:on|for|about) [^.;,]{1,40}?)?(?: (?:that|which) [^.;,]{1,70}?)? \w+$",
    re.IGNORECASE,
)
_ON_DAY = re.compile(
    r"\s(?:here |(?:in|at) [A-Z]\w+ |by [^.;,]{1,60}? )?(?:(?:on|late|early|last|this|earlier) ){0,2}"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\b"
)
_TWO = re.compile(
    r"\b(?:and|both|sides|two|leaders|ministers|countries|nations|neighbou?rs)\b|[A-Z]\w+, [A-Z]|[A-Z]\w+-[A-Z]"
)  # who agrees is more than one
_TO = frozenset(("headline_future", "intent"))
_TURNS = frozenset(("future", "negation", "lacking", "harmless", "undone")) | _TO  # … the word right behind
_SOURCE = re.compile(r",\s[^,;:]{0,120}$")  # "…, the ministry": before "said" at the end of a sentence
_SOURCED = re.compile(r"(?:\s(?:on|in|at|late|this|last|to)?\s?[\w’'-]+){0,6}\s*(?:[.,;\n]|$)")
_TOPICS = frozenset(("visit", "aid", "project", "conference", "signing"))  # kinds that talks may be about
_GIVEN = frozenset(("aid", "project", "visit"))  # kinds that are announced before they happen
_BEHIND = {
    "topic": _STOP,
    "beside": _PUNCTUATION,
    "judged": _PUNCTUATION,
    "announced": _PUNCTUATION,
    "future": _PUNCTUATION,
}
# markers that turn what stands before them in the sentence
_BEFORE = {"passive": "topic", "coming": "coming", "made_known": "announced"}
_AHEAD = frozenset(
    ("to be", "to soon be", "to convene", "to sit", "to kick off", "to get under way", "to take place", "to be held")
)  # in a headline they say of what stands before them that it is to come


Scores = dict[str, float]
Cue = Match[tuple[str, float]]


def _cues() -> dict[Term, tuple[str, float]]:
    """The cue phrases with the kind that each speaks for and its weight."""
    terms: dict[Term, tuple[str, float]] = {}
    for cue in settings("kind_cues")["cue"]:
        for phrase in alternatives(cue["phrases"]):
            terms.setdefault(phrase, (cue["kind"], cue["weight"]))
    for family in settings("kind_cues")["family"]:
        parts, value = tuple(map(alternatives, family["parts"])), (family["kind"], family["weight"])
        many = prod(map(len, parts)) > _MANY
        for term in (Family(parts),) if many else spelt(family["parts"]):
            terms.setdefault(term, value)
    return terms


def _markers() -> dict[str, str]:
    """The phrases that turn a cue, with the class of each."""
    classes = settings("kind_cues")["phrases"]
    return {phrase: name for name, cell in classes.items() for phrase in alternatives(cell)}


_CUES, _MARKERS = Matcher(_cues, together=True), Matcher(_markers, together=True)


def _found(text: str, start: int, end: int) -> list[Cue]:
    """The words of events in `text[start:end]`, in their order; an expression of two parts hides what it overlaps."""
    wide, cues = [*rung(text, start, end), *urged(text, start, end)], _CUES.find(text, start, end)
    wide += list(_apart(gathered(text, start, end), wide))
    wide += list(_apart(gapped(text, start, end), wide))
    found = [*_apart(cues, wide), *wide]
    return sorted([*found, *_apart(arrivals(text, start, end), found)], key=lambda cue: cue.start)


def _apart(cues: Iterable[Cue], others: Sequence[Cue]) -> Iterator[Cue]:
    return (cue for cue in cues if not any(cue.start < other.end and other.start < cue.end for other in others))


def heard(text: str, start: int, end: int, *, headline: bool = False) -> Scores:
    """What `text[start:end]` says: of each kind the best cue in full and a part of each further one.

    Args:
        text: a headline or a body.
        start: where the stretch begins.
        end: where it ends.
        headline: whether it is written like one, where "to" tells the future.
    """
    if _BESIDES.search(text, start, end):
        text = _BESIDES.sub(r"\1 ", text[start:end])
        start, end = 0, len(text)
    reading = _Reading(text, start, end, headline)
    for cue in _found(text, start, end):
        reading.add(cue)
    return reading.scores()


def cue_kinds(text: str, start: int, end: int) -> list[Match[str]]:
    """Every word of `text[start:end]` that tells a kind of event, with that kind."""
    found = _CUES.find(text, start, end)
    return [Match(cue.start, cue.end, _kind(text, start, cue)) for cue in found if cue.value[1] >= TELLING]


class _Reading:
    """One stretch of text, read from its beginning to its end."""

    def __init__(self, text: str, start: int, end: int, headline: bool) -> None:
        self.text, self.start, self.end, self.headline = text, start, end, headline
        self.markers = _MARKERS.find(text, start, end)
        self.classes = {marker.value for marker in self.markers}
        self.weights: dict[str, list[float]] = defaultdict(list)
        self.happened = False
        self.told = -1  # where the last word stands that tells an event by itself
        self.planned = -1  # where the clause ends in which something is announced
        self.places = settings("kind_cues")["places"]
        self.spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for marker in self.markers:
            if marker.value in _BEHIND:
                self.spans[marker.value].append((marker.end, _clause_end(text, marker.end, end, _BEHIND[marker.value])))
            elif marker.value in _BEFORE:
                self._turn_before(marker, _BEFORE[marker.value])
            if headline and text[marker.start : marker.end].lower() in _AHEAD:
                self._turn_before(marker, "coming")
            if headline and marker.value == "announced" and marker.end == end:
                self._turn_before(marker, "announced")
            if headline and marker.value == "pending" and marker.end == end:
                self._turn_before(marker, "coming")

    def _turn_before(self, marker: Match[str], name: str) -> None:
        stop = marker.start if name == "topic" else marker.end
        self.spans[name].append((_sentence_start(self.text, self.start, marker.start), stop))

    def add(self, cue: Cue) -> None:
        """Takes in the next cue."""
        kind, weight = _kind(self.text, self.start, cue), cue.value[1]
        if not kind:
            return
        if kind in HAPPENS:
            kind, weight = self._happening(cue, kind, weight)
        elif kind == "pledge" and "undone" in self.classes:
            kind = "statement"
        elif self._behind(cue) or (kind == "statement" and weight <= TELLING and self._source(cue)):
            weight *= self.places["topic"]
        self.weights[kind].append(weight)

    def scores(self) -> Scores:
        """What all cues have said."""
        meant = "intent" in self.classes or _INTENT.search(self.text, self.start, self.end)
        if self.headline and meant and not self.happened and not self.weights.keys() & SAID:
            asked = _ASKS.search(self.text, self.start, self.end)
            self.weights["statement" if asked else "pledge"].append(self.places["intent"])
        elif "future" in self.classes and not self.happened and "pledge" not in self.weights:
            self.weights["pledge"].append(self.places["will"])
        more = self.places["more"]
        return {kind: max(found) + more * (sum(found) - max(found)) for kind, found in self.weights.items()}

    def _happening(self, cue: Cue, kind: str, weight: float) -> tuple[str, float]:
        """The kind and weight of a word of an event, as what stands around it turns them."""
        marker = _marker_before(self.text, cue, self.markers)
        occasion = weight >= _OCCASION
        if occasion and any(max(self.weights[other]) >= SURE for other in self.weights.keys() & HAPPENS - {kind}):
            occasion, weight = False, _BESIDE
        if "undone" in self.classes or marker in ("negation", "lacking"):
            return "statement", weight + _UNDONE
        if self._to_come(cue, kind, marker, occasion) and not self._done(cue, kind):
            if self._behind(cue):
                return "pledge", _PLEDGED * self.places["topic"]
            self.planned = _clause_end(self.text, cue.end, self.end)
            if self.headline and kind == "visit" and weight >= SURE and not self.happened:
                return JOURNEY, weight
            return "pledge", max(weight, _PLEDGED) * (self.places["later"] if self.happened else 1.0)
        if marker in _TO and self.headline:
            weight *= self.places["purpose"]
        self.happened = self.happened or weight >= (SURE if kind == "signing" else TELLING)
        former = kind in _TOPICS and _HAD.search(self.text, max(self.start, cue.start - _NEAR), cue.start)
        if former or self._in("judged", cue) or (kind in _TOPICS and self._in("topic", cue)) or self._behind(cue):
            weight *= self.places["topic"]
        elif weight >= TELLING:
            self.told = cue.end
        return kind, weight

    def _done(self, cue: Cue, kind: str) -> bool:
        """Whether a word tells what has been done, in a sentence of what is to come."""
        if _IS_DONE.search(self.text, self.start, cue.start) or _DID.match(self.text, cue.start, cue.end):
            return True
        if kind != "signing" or not _ON_DAY.match(self.text, cue.end, self.end):
            return False
        return _PAPER.search(self.text, max(self.start, cue.start - _HEADLINE), cue.end) is not None

    def _behind(self, cue: Cue) -> bool:
        """Whether a word tells but what went before or is to come after: "donated tents, following talks in May"."""
        return self._in("beside", cue) and self._told_before(cue)

    def _told_before(self, cue: Cue) -> bool:
        return self.told > _sentence_start(self.text, self.start, cue.start)

    def _source(self, cue: Cue) -> bool:
        """Whether a word but names who reported what the sentence has told: "tents were given, the embassy said"."""
        if self.headline or not self._told_before(cue) or not _SOURCED.match(self.text, cue.end, self.end):
            return False
        return _SOURCE.search(self.text, max(self.told, cue.start - _HEADLINE), cue.start) is not None

    def _to_come(self, cue: Cue, kind: str, marker: str | None, occasion: bool) -> bool:
        """Whether a word tells an event that is still to come."""
        if marker in _TO and self.headline and not self.happened and not self._in("topic", cue):
            return True
        if (
            self._in("coming", cue)
            or _TO_BE.match(self.text, cue.end, self.end)
            or (kind in _GIVEN and self._in("announced", cue))
        ):
            return True
        return not occasion and (cue.start < self.planned or self._in("future", cue))

    def _in(self, name: str, cue: Cue) -> bool:
        return any(start <= cue.start < end for start, end in self.spans.get(name, ()))


def _kind(text: str, start: int, cue: Cue) -> str:
    """The kind that a cue speaks for; what two agree on they have met for, what one agrees to do is a promise."""
    if cue.value[0] != "agreed":
        return "pledge" if cue.value[0] == "promised" else cue.value[0]
    return "meeting" if _TWO.search(text, _sentence_start(text, start, cue.start), cue.start) else "pledge"


def _clause_end(text: str, place: int, end: int, punctuation: re.Pattern[str] = _PUNCTUATION) -> int:
    while stop := punctuation.search(text, place, end):
        if not _shortens(text, stop.start()):
            return stop.start()
        place = stop.end()
    return end


def _sentence_start(text: str, start: int, place: int) -> int:
    begin = max(start, *(text.rfind(mark, start, place) + 1 for mark in "!?;\n"))
    while (stop := text.rfind(".", begin, place)) >= 0:
        if not _shortens(text, stop):
            return stop + 1
        place = stop
    return begin


def _shortens(text: str, place: int) -> bool:
    """Whether a mark is the full stop of an abbreviation: "Mr. Modi", "Marcos Jr.'s visit"."""
    return text[place] == "." and abbreviation().search(text, max(0, place - 8), place) is not None


def _whither(text: str, marker: Match[str]) -> bool:
    """Whether "to" tells a direction, in a headline of small letters: "envoy to Holy See presents papers"."""
    if text[marker.start : marker.end] != "to" or not text[marker.end + 1 : marker.end + 2].isupper():
        return False
    return _SMALL.search(text, 0, _HEADLINE) is not None


def _marker_before(text: str, cue: Cue, markers: Sequence[Match[str]]) -> str | None:
    """The class of the marker right before a cue."""
    for marker in reversed(markers):
        if marker.value == "intent" and marker.start < cue.start < marker.end:
            return marker.value  # "to help rebuild"
        if (
            marker.end <= cue.start
            and cue.start - marker.end < _NEAR
            and marker.value in _TURNS
            and not _whither(text, marker)
        ):
            between = _NOTHING if marker.value == "lacking" else _BETWEEN
            return marker.value if between.fullmatch(text, marker.end, cue.start) else None
    return None
