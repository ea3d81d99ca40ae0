"""In whose company somebody is: "accompanied by Deputy Minister X", "President X's entourage includes Minister Y".

In: a `Reading`, a person and all persons, some with their country. Out: the country of whoever he is with, or the body.
"""

from collections.abc import Sequence
from operator import itemgetter

from communique.extract.countries.place import country_at
from communique.extract.countries.seats import SENT
from communique.extract.people.persons import Person
from communique.extract.words.classes import padded, word_class
from communique.extract.words.reading import Reading

_JOINED = frozenset(["joined", "accompanied", "flanked", "assisted"])
_PASSED_OVER = frozenset(["the", "also", "too", "yesterday", "today", "likewise"])
_NEAR_GROUP = 7  # words between "entourage" and who is in it
_HIS_OWN = ("entourage", "retinue", "suite", "company", "party", "delegation", "team", "train")
_WITH_HIM = (
    *(
        f"with {him} {verb}"
        for him in ("him", "her", "them")
        for verb in ("was", "were", "is", "are", "came", "travelled")
    ),
    *(f"{lead} {his} {group}" for lead in ("in", "of") for his in ("his", "her", "their") for group in _HIS_OWN),
    *(f"{lead} {his} side" for lead in ("at", "on") for his in ("his", "her")),
    *(f"its members {verb}" for verb in ("are", "were", "included", "include")),
    *(f"{verb} with {him}" for verb in ("has", "had", "travelling", "brought") for him in ("him", "her")),
)
_BESIDE_HIM = padded(_WITH_HIM)
_COMPANY = (
    *_WITH_HIM,
    "in company of",
    "at side of",
    "accompanied by",
    "alongside",
    "flanked by",
    "together with",
    "joined by",
    "handed over by",
    "handed to him by",
    "handed to her by",
    "conveyed by",
    "conveyed to him by",
    "delivered by",
    "brought by",
    "travelled with",
    "traveled with",
    "came with",
    "was with",
    "arrived with",
)
_RECEIVING = frozenset(["received", "receives", "welcomed", "welcomes", "hosted", "hosts", "greeted", "greets"])
_MEETING = frozenset(["met", "meets"])
_ENCOUNTERS = frozenset(["met", "meets", "visited", "visits", "talks"])
_MOTION = word_class("motion") | {"returned", "left", "departed"}
_SOON = 4  # words behind a name in which a clause opens that tells of coming: ", who had flown in"
_TOGETHER = padded(["together with", "alongside", "joined by"])
_REACH = 12  # words behind it over which a phrase is still about the person
_BESIDE = {  # phrases of company by their reach
    8: padded(phrase for phrase in _COMPANY if phrase.endswith(" by")),
    5: padded(phrase for phrase in _COMPANY if phrase.endswith(" with")),
    _REACH: padded(phrase for phrase in _COMPANY if not phrase.endswith((" by", " with"))),
}


def said_before(reading: Reading, person: Person, phrases: Sequence[str], reach: int = _REACH) -> bool:
    """Whether one of the phrases, padded, stands shortly before the first mention, in its sentence."""
    tokens, i = reading.tokens, person.mentions[0].i
    begin = max(i - reach, tokens.bounds[tokens.sentence[i]][0])
    said = " " + " ".join(w for w in tokens.lower[begin:i] if w not in _PASSED_OVER) + " "
    return any(map(said.__contains__, phrases))


def beside(reading: Reading, person: Person, persons: list[Person]) -> str | None:
    """ "accompanied by Deputy Minister X", "at the side of the Deputy Foreign Minister was X"."""
    i, tokens = person.mentions[0].i, reading.tokens
    j = person.mentions[0].j
    if _JOINED & set(tokens.lower[j : j + 3]):
        behind = [
            (m.i, p.side)
            for p in persons
            if p is not person
            for m in p.mentions
            if m.counterpart_of is None and j <= m.i < j + 6
        ]
        return min(behind, key=itemgetter(0))[1] if behind else None
    for k in range(i - 1, max(i - _NEAR_GROUP, 1), -1):
        if tokens.lower[k] in _HIS_OWN and tokens.lower[k - 1] == "'s":  # "President X's entourage includes Minister Y"
            return next((p.side for p in persons for m in p.mentions if m.j == k - 1), None)
    served = any(o.core and tokens.lower[o.core - 1] in {"his", "her"} for o in person.offices)  # "his deputy X"
    if not served and not any(said_before(reading, person, phrases, reach) for reach, phrases in _BESIDE.items()):
        return None
    if tokens.lower[i - 1] == "to":
        return None  # "a letter delivered by Ambassador X to Minister Y"
    begin = tokens.bounds[tokens.sentence[i]][0]
    near = [(m.i, m.j, p) for p in persons if p is not person and p.side for m in p.mentions if begin <= m.i < i]
    if near:
        other = _led_by(tokens.lower, sorted(near, key=lambda place: place[:2]))
        side = other.side
        local = {office.head.level for office in person.offices} in ({"local"}, {"regional"})
        if local and other.classes and other.classes <= SENT:
            return None  # "the Thai Ambassador, accompanied by Mayor X": at the post
        of_two = side not in {p.country for p in persons} or _is_at_post(other, person)
        apart = of_two and said_before(reading, person, _TOGETHER)
        return None if apart else side  # "the UNDP representative, together with Director X": of two sides
    if said_before(reading, person, _BESIDE_HIM) or tokens.lower[begin] in {"he", "she"}:
        him = whom(reading, persons, begin)
        return him.side if him else None
    if served and tokens.lower[begin] in {"his", "her"}:
        alone = {id(p): p for _, _, p in named_before(reading, persons, begin)}
        return next(iter(alone.values())).side if len(alone) == 1 else None  # "X spoke. His adviser, Y, took part"
    subject = reading.geo.get(begin + 1) if tokens.lower[begin] == "the" else None  # "The Moldovan came with X"
    return subject.alpha3 if subject and subject.form == "demonym" else None


def _led_by(lower: list[str], near: list[tuple[int, int, Person]]) -> Person:
    """Whom those named before a phrase of company it means: the last, but in "A met B in Oslo, with Y" the first."""
    (_, first, one), (i, last, other) = near[0], near[-1]
    met = first < i and not _ENCOUNTERS.isdisjoint(lower[first:i]) and "by" not in lower[first:i]
    if first < i and lower[i - 1] == "to" and not word_class("written").isdisjoint(lower[first:i]):
        return one  # "X sent a letter to Y, delivered by"
    return one if met and lower[last : last + 1] in (["in"], ["at"]) else other


def _is_at_post(one: Person, other: Person) -> bool:
    """Whether the one is a diplomat whose post is told, and the other none: "the Ambassador to Chad, together with"."""
    return bool(one.posts and one.classes) and one.classes <= SENT and not other.classes & SENT


def whom(reading: Reading, persons: list[Person], begin: int) -> Person | None:
    """Whom the sentence at word `begin` means by "him".

    That is, of those named in the sentence before, who had come to it, the guest of one who receives, or the first.
    """
    tokens, named = reading.tokens, named_before(reading, persons, begin)
    came = next((p for _, j, p in named if not _MOTION.isdisjoint(tokens.lower[j : j + _SOON])), None)
    guest = next((place for place in named if place[2] is not named[0][2]), None)
    if came or not guest:
        return came or (named[0][2] if named else None)
    said = tokens.lower[named[0][1] : guest[0]]
    two = len({id(place[2]) for place in named}) == 2
    if guest[2].country and tokens.lower[guest[1]] == "in" and country_at(reading, guest[1] + 1) == guest[2].country:
        return named[0][2]  # "X met the Norwegian Minister Y in Oslo": X had come
    verbs = _RECEIVING if tokens.lower[begin] in {"he", "she"} or not two else _RECEIVING | _MEETING
    return guest[2] if not verbs.isdisjoint(said) and "by" not in said else named[0][2]


def named_before(reading: Reading, persons: list[Person], begin: int) -> list[tuple[int, int, Person]]:
    """Who is named, and where, in the last sentence before the word `begin` that names anybody.

    With the one before it where it opens with a pronoun: "X arrived. He was received by Y. With him were …".
    """
    tokens = reading.tokens
    named = sorted(((m.i, m.j, p) for p in persons for m in p.mentions if m.i < begin), key=lambda place: place[:2])
    number = tokens.sentence[named[-1][0]] if named else 0
    if number and tokens.lower[tokens.bounds[number][0]] in {"he", "she"}:
        number -= 1
    return [place for place in named if tokens.sentence[place[0]] >= number]
