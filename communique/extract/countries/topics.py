"""What a text says of countries: whose paper it is they act and have people, others are only spoken of.

In: a `Reading` and the countries that it names. Out: whether one is a topic, and how much is said of each.
"""

from collections import Counter
from collections.abc import Collection

from communique.extract.words.classes import word_class
from communique.extract.words.reading import Geo, Reading

_TROUBLES = frozenset([  # what lies between two countries that others talk about
    "tension", "tensions", "conflict", "conflicts", "war", "wars", "dispute", "disputes", "standoff", "hostilities",
    "clashes", "fighting", "crisis", "crises", "rift", "ceasefire", "truce", "situation", "situations", "escalation",
    "conditions", "developments", "violence", "rapprochement", "normalisation", "normalization", "confrontation",
    "row", "feud",
])  # fmt: skip
_DISCUSSING = frozenset(["discuss", "discusses", "discussed", "discussing", "debated"])
_OPENING = frozenset(
    ["that", ",", ";", ":", "but", "while", "whereas", "because", "where", "which", "what", "said", "says", '"', "“"]
)
_NO_VERBS = frozenset([
    "in", "on", "at", "to", "of", "for", "with", "by", "from", "over", "under", "about", "after", "before", "during",
    "since", "through", "into", "via", "near", "and", "or", "as", "than", "who", "which", "that", "not", "both", "also",
])  # fmt: skip
_PARTY = word_class("group") | {"guest", "visitor", "host", "hosts", "minister", "envoy", "diplomats", "lawmakers"}
_ACTS = 2  # what a country that acts counts more than one that is named


def is_topic(reading: Reading, geo: Geo) -> bool:
    """ "the situation in Sudan", "the Ukraine war": what others speak of."""
    lower = reading.tokens.lower
    k = geo.i - 1 - (lower[geo.i - 1] == "the")
    return k >= 0 and (is_troubled(lower, k) or (lower[geo.j : geo.j + 1] != [] and lower[geo.j] in _TROUBLES))


def is_troubled(lower: list[str], k: int) -> bool:
    """Whether "the tensions between", "the situations of" ends at the word `k`: others talk of what is there."""
    return lower[k] in {"between", "of", "in"} and not _TROUBLES.isdisjoint(lower[max(0, k - 3) : k])


def told_of(reading: Reading, without: Collection[str | None], capitals: bool = False) -> Counter[str]:
    """How much a text speaks of each country: most where one acts, not at all where others discuss it.

    Args:
        reading: the text.
        without: countries that are left out.
        capitals: whether a capital counts also where it is only a place.
    """
    said, acting = Counter[str](), set[str]()
    for geo in reading.geo.values():
        acts = _acts(reading, geo)
        if geo.alpha3 not in without and (capitals or acts or geo.form != "capital") and not is_topic(reading, geo):
            said[geo.alpha3] += _ACTS if acts or _takes_part(reading, geo) else int(not _is_left(reading, geo))
            acting.update([geo.alpha3] if acts or geo.form == "demonym" else [])
    topics = [geo for geo in reading.geo.values() if geo.alpha3 in said]
    for geo in topics:
        passive = is_topic(reading, geo) and geo.alpha3 not in acting  # "the war in Chad. The people of Chad"
        if passive or _is_discussed(reading, geo):
            said.pop(geo.alpha3, None)
    return +said


def _takes_part(reading: Reading, geo: Geo) -> bool:
    """ "The Polish guest", "the Polish side"; not "the Polish side of the gate"."""
    behind = reading.tokens.lower[geo.j : geo.j + 2]
    return geo.form == "demonym" and not _PARTY.isdisjoint(behind[:1]) and behind[1:] != ["of"]


def _is_left(reading: Reading, geo: Geo) -> bool:
    """ "refugees from Chad", "people have come from Chad"."""
    lower = reading.tokens.lower
    return geo.form == "name" and lower[geo.i - 1] == "from" and _PARTY.isdisjoint(lower[max(0, geo.i - 2) : geo.i])


def _acts(reading: Reading, geo: Geo) -> bool:
    """ "Chad wants", "he said that Chad would": the subject of a clause."""
    tokens = reading.tokens
    i = geo.i - (tokens.lower[geo.i - 1] == "the" and geo.i > 0)
    opens = tokens.first[i] or tokens.lower[i - 1] in _OPENING or tokens.lower[i - 2 : i] == [",", "and"]
    verb = tokens.lower[geo.j] if geo.j < len(tokens) - 1 else "."
    absent = tokens.lower[geo.j + 1 : geo.j + 2] == ["not"]  # "Chad was not part of the talks"
    return (
        opens
        and geo.form != "demonym"
        and verb.isalpha()
        and not tokens.cap[geo.j]
        and verb not in _NO_VERBS
        and not absent
    )


def _is_discussed(reading: Reading, geo: Geo) -> bool:
    """ "The ministers discussed Chad on Monday"."""
    tokens = reading.tokens
    ends = tokens.lower[geo.j : geo.j + 1] not in (["'s"], ["and"], ["-"]) and not any(tokens.cap[geo.j : geo.j + 1])
    return geo.form == "name" and ends and tokens.lower[geo.i - 1] in _DISCUSSING
