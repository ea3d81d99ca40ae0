"""Countries that are named where an event is told, but have no part in it.

In: a `Reading` and a country named there. Out: whether the words around make it a neighbour, a giver of other gifts or
the topic of others: "states that border Russia", "those that Chad received", "on the sidelines of the Libya forum".
"""

from communique.extract.countries.lists import listed_to
from communique.extract.words.reading import Geo, Reading

_FRONTIER = frozenset(["border", "borders", "frontier", "frontiers", "boundary"])
_BORDERING = frozenset(["border", "borders", "bordering", "neighbour", "neighbor", "neighbouring", "neighboring"])
_OF_NEIGHBOURS = _FRONTIER | {"neighbours", "neighbors", "neighbour", "neighbor", "neighbourhood", "neighborhood"}
_OWNED = _OF_NEIGHBOURS | {"war", "invasion", "aggression", "attack", "attacks", "occupation", "annexation", "debt"}
_BETWEEN = _FRONTIER | {"conflict", "war", "clashes", "dispute", "standoff", "hostilities", "fighting", "ceasefire"}
_DEALING = frozenset([  # what neighbours have in common: "the Mali-Niger border commission"
    "commission", "committee", "talks", "agreement", "treaty", "forum", "council", "negotiations", "meeting",
    "crossing", "delimitation", "demarcation", "market", "markets", "cooperation", "trade",
])  # fmt: skip
_FIGHTERS = frozenset([
    "rebels", "rebel", "militia", "militias", "fighters", "forces", "group", "groups", "separatists", "insurgents",
    "government", "administration", "authorities", "houthis", "houthi", "m23", "movement",
])  # fmt: skip
_OTHER = frozenset(["those", "ones"])
_TOOK, _BEFORE = frozenset(["took", "taken"]), frozenset(["before", "earlier", "already", "previously", "leg", "stop"])
_HIM, _LEADS_ON = frozenset(["him", "her", "them"]), frozenset(["lead", "leads", "take", "takes", "bring", "brings"])
_WHO = frozenset(["who", "which", "whose"])
_JOINING = frozenset(["between", "of", "by", "that", "both", ":", "and", "for", "with", "among", "including"])
_BESIDES = frozenset(["after", "than", "besides", "unlike", "following"])  # "the largest grower after Chad and Mali."
_STOPS = frozenset([",", ".", ";", "'s"])
_STAYING_AWAY = frozenset(["invited", "absent"])  # "Benin and Nigeria had been invited but did not come"
_DO = frozenset(["do", "does", "did", "has", "have"])
_REACTING = frozenset(["criticised", "criticized", "opposed", "oppose", "objected", "object", "protested", "accuse"])
_SAYING = frozenset(["said", "says", "noted", "added", "recalled"])  # "said Cuba and Chile had joined it before"
_EFFORTS = frozenset(["effort", "efforts", "mediation", "role", "attempts", "initiatives"])
_MADE = frozenset(["that", "which", "of", "by", "made"])
_OWNING = 3  # words behind "'s" in which the noun stands: "Russia's full-scale war"


def is_aside(reading: Reading, geo: Geo, first: int) -> bool:
    """Whether a country is only spoken of.

    Args:
        reading: the headline or the body.
        geo: where the country is named.
        first: the first word of the list in which it stands, else its own.
    """
    lower, behind = reading.tokens.lower, listed_to(reading, geo)
    return (
        _is_bordered(lower, first - 1)
        or _owns(lower, geo.j)
        or _on_sidelines(lower, geo)
        or _of_others(lower, first)
        or _in_relative_clause(reading, geo, first)
        or _is_besides(lower, first, behind)
        or _had_before(lower, first, behind)
        or not _STAYING_AWAY.isdisjoint(lower[behind : behind + 3])
        or _is_effort(lower, first - 1)
        or _reacts(reading, geo, behind)
        or _is_likened(lower, first)
        or _is_left_behind(reading, first)
    )


def is_backed(lower: list[str], word: int) -> bool:
    """ "Rwanda-backed rebels": whose fighters others talk of."""
    return not _FIGHTERS.isdisjoint(lower[word + 1 : word + 3])


def is_between(lower: list[str], word: int) -> bool:
    """Whether the compound `word` tells what lies between two: "the Kyrgyz-Tajik border", not "… border commission"."""
    return (
        lower[word + 1 : word + 2] != []
        and lower[word + 1] in _BETWEEN
        and _DEALING.isdisjoint(lower[word + 2 : word + 3])
    )


def _is_besides(lower: list[str], first: int, behind: int) -> bool:
    """ "the largest growers after Chad and Mali,", "goes on to Chad", a later stop."""
    compared = bool(first) and lower[first - 1] in _BESIDES and lower[behind] in _STOPS
    return compared or lower[max(0, first - 2) : first] == ["on", "to"]


def _had_before(lower: list[str], first: int, behind: int) -> bool:
    """ "said (that) Cuba and Chile had joined it before"."""
    said = first - 1 - (lower[first - 1 : first] == ["that"])
    return first > 0 and lower[behind] == "had" and lower[said] in _SAYING


def _is_likened(lower: list[str], first: int) -> bool:
    """ "joint visits, as they do with Chad and Mali"."""
    return lower[max(0, first - 4) : max(0, first - 3)] == ["as"] and lower[first - 2] in _DO


def _reacts(reading: Reading, geo: Geo, behind: int) -> bool:
    """ "Chad and Mali have criticised it": what others say of an event, told behind its first sentence."""
    tokens = reading.tokens
    late = tokens.sentence[geo.i] > tokens.sentence[0]
    return late and not _REACTING.isdisjoint(tokens.lower[behind : behind + 3])


def _is_effort(lower: list[str], k: int) -> bool:
    """ "the efforts made by Angola and Kenya", up to the word `k`: who stands between others."""
    k -= lower[k : k + 1] == ["the"]
    return k > 0 and lower[k] in _MADE and not _EFFORTS.isdisjoint(lower[max(0, k - 2) : k])


def _is_bordered(lower: list[str], k: int) -> bool:
    """ "states that border", "share a frontier with", up to the word `k`."""
    if k < 1:
        return False
    return lower[k] in _BORDERING or (lower[k] == "with" and lower[k - 1] in _FRONTIER)


def _owns(lower: list[str], j: int) -> bool:
    """ "(Russia)'s neighbours", "(Russia)'s war in Ukraine"."""
    return lower[j : j + 1] == ["'s"] and not _OWNED.isdisjoint(lower[j + 1 : j + 1 + _OWNING])


def _on_sidelines(lower: list[str], geo: Geo) -> bool:
    """ "on the sidelines of the Libya conference": what others meet about."""
    return geo.form == "name" and "sidelines" in lower[max(0, geo.i - 3) : geo.i] and lower[geo.j : geo.j + 1] != ["'s"]


def _is_left_behind(reading: Reading, first: int) -> bool:
    """ "the last leg of a tour which took it before to Cambodia and Laos": where a guest has been."""
    lower, begin = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[first]][0] if first else 0
    near = lower[max(begin, first - 4) : first]
    if near[-1:] == ["to"] and near[-2:-1] != [] and near[-2] in _HIM and not _LEADS_ON.isdisjoint(near[:-2]):
        return True  # "a tour that will lead him to Chad and Mali"
    took = near[-1:] == ["to"] and not _TOOK.isdisjoint(near)
    end = reading.tokens.bounds[reading.tokens.sentence[first]][1] if took else first
    return took and not _BEFORE.isdisjoint(lower[begin:end])


def _in_relative_clause(reading: Reading, geo: Geo, first: int) -> bool:
    """ "traders who had seen Mali and Niger grow": the object of what a clause says, not "talks held between"."""
    lower, begin = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[geo.i]][0]
    before = lower[first - 1 - (lower[first - 1 : first] == ["the"])] if first else ""
    if geo.form != "name" or before in _JOINING:
        return False
    opens = next((k for k in range(first - 2, begin, -1) if lower[k] in _WHO or lower[k] in {",", ";", "–", "-"}), None)
    return opens is not None and lower[opens] in _WHO


def _of_others(lower: list[str], first: int) -> bool:
    """ "those which Belize and Bolivia received", "those sent by Qatar": gifts beside that told."""
    return not _OTHER.isdisjoint(lower[max(0, first - 3) : first])
