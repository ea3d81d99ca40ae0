"""Countries that are told by those who stand for them: "Ankara's man in Banjul", "the mayors of Dakar and Gwangju".

In: the reading of the body. Out: the codes of the countries whose envoys, or whose towns' heads, are named so.
"""

from collections.abc import Iterator

from communique.extract.countries.place import country_at
from communique.extract.countries.topics import is_topic
from communique.extract.words.reading import Geo, Reading

_SENT = frozenset([
    "man", "woman", "envoy", "envoys", "ambassador", "ambassadors", "emissary", "emissaries", "representative",
    "representatives", "diplomat", "diplomats", "negotiator", "negotiators", "delegate", "delegates", "delegation",
])  # fmt: skip
_HEADS = frozenset(["mayors", "governors", "mayoresses", "prefects"])
_JOINING = frozenset([",", "and", "&"])
_LIST = 40  # words of a list of towns
_EARLY = 5  # sentences


def stand_ins(body: Reading) -> Iterator[str]:
    """The countries whose envoys or towns' heads the first sentences tell."""
    tokens = body.tokens
    for geo in body.geo.values():
        if geo.form == "capital" and _has_sent(tokens.lower, geo) and not is_topic(body, geo):
            yield geo.alpha3
    end = tokens.bounds[:_EARLY][-1][1] if tokens.bounds else 0
    for k in range(end - 2):
        if tokens.lower[k] in _HEADS and tokens.lower[k + 1] == "of":
            yield from _towns(body, k + 2)


def _has_sent(lower: list[str], geo: Geo) -> bool:
    """ "Washington's envoys", "Ankara's new man"; not "London's ambassadors to fashion"."""
    return lower[geo.j : geo.j + 1] == ["'s"] and not _SENT.isdisjoint(lower[geo.j + 1 : geo.j + 3])


def _towns(body: Reading, k: int) -> Iterator[str]:
    """The countries of "Barcelona, Dakar and Gwangju" from the word `k` on; of one alone nothing is said."""
    tokens, found = body.tokens, list[str | None]()
    end = min(k + _LIST, tokens.bounds[tokens.sentence[k]][1])
    while k < end and tokens.cap[k]:
        found.append(country_at(body, k))
        k += 2 if k + 1 < end and tokens.cap[k + 1] else 1
        if k >= end or tokens.lower[k] not in _JOINING:
            break
        while k < end and tokens.lower[k] in _JOINING:
            k += 1
    yield from (place for place in found if place and len(found) > 1)
