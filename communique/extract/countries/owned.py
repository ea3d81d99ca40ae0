"""Whose a group or a body is: "the Cuban delegation", "an ICRC team", "Ghana Broadcasting's (Mr X)".

In: a `Reading` and a country, somebody who leads, or a word. Out: whether it is the country's, or the body and whose.
"""

from communique.extract.countries.acronyms import owner_of
from communique.extract.offices.boards import board_end
from communique.extract.offices.heads import skip_the, words
from communique.extract.offices.nouns import body_noun
from communique.extract.people.bodies import body_country
from communique.extract.people.mentions import Mention
from communique.extract.people.names import Name
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Body, Geo, Reading
from communique.registry.publishers import agency_names

GROUP = word_class("group")
_OF_BODIES = frozenset(["of", "from", "at", "with", "representing"])
OF = frozenset(["of", "from", "for", "representing"])
WINDOW = 30  # words in front of somebody in which the group is named
_ORGANS = frozenset(
    ["ministry", "parliament", "assembly", "congress", "army", "embassy", "central", "chamber", "agency"]
)
_OUTLETS = frozenset(["agencies", "broadcasters", "broadcaster", "editors"])
_IN_NAMES = frozenset(["of", "for", "the", "&"])
_PUBLIC = frozenset(["port", "ports", "court", "courts"])  # besides the nouns of bodies
_SINGULAR = ("ss", "ois", "ais")  # "Swiss", "Seychellois"
_ORGAN_REACH = 3  # words of "(Turkish) Grand National Assembly"


def of_group(reading: Reading, geo: Geo) -> bool:
    """Whether a group is called the country's: "the Cuban delegation", "a delegation from the Kingdom of Eswatini"."""
    lower, end = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[geo.i]][1]
    if [word for word in lower[max(0, geo.i - 3) : geo.i] if word != "the"][-2:] == ["that", "of"]:
        return True  # "The Cuban delegation was headed by X, that of Ghana by Y"
    if any(word in GROUP for word in lower[geo.j : min(geo.j + 3, end)]):
        return True
    if geo.form == "demonym" and (lower[geo.j : geo.j + 1] == ["hosts"] or _are_people(reading, geo)):
        return True
    if geo.form == "demonym" and not _ORGANS.isdisjoint(lower[geo.j : min(geo.j + _ORGAN_REACH, end)]):
        return True  # "representatives of the Hungarian Ministry of Agriculture, at the head of whom was X"
    far = (k for k in range(max(0, geo.i - 14), geo.i) if lower[k] in GROUP and lower[k + 1] in OF)
    if lower[geo.i - 1] != "to" and any(not _is_told(reading, skip_the(lower, k + 2)) for k in far):
        return True  # "a delegation from the House of Representatives of the Netherlands", not of "the Saudi Fund for"
    before = [word for word in lower[max(0, geo.i - 3) : geo.i] if word != "the"]
    return bool(before) and before[-1] in OF and any(word in GROUP for word in before[:-1])


def _are_people(reading: Reading, geo: Geo) -> bool:
    """ "The nine Indians came under X", "the Omanis, led by Y": those of a country who are there."""
    tokens = reading.tokens
    said = tokens.lower[geo.j - 1]
    plural = said.endswith("s") and not said.endswith(_SINGULAR) and tokens.cap[geo.j : geo.j + 1] != [True]
    return plural and (tokens.lower[geo.i - 1 : geo.i] == ["the"] or tokens.lower[geo.i - 2 : geo.i - 1] == ["the"])


def _is_told(reading: Reading, k: int) -> bool:
    """Whether a country or a body opens at word `k`: whose "a delegation of the Saudi Fund for Yemen" is, is said."""
    return k in reading.geo or k in reading.body


def body_of_team(reading: Reading, mention: Mention) -> tuple[str, str | None] | None:
    """ "a delegation of the ICRC, headed by X", "an ECOWAS team led by Commissioner X": the body whose group it is, and
    its country."""
    lower = reading.tokens.lower
    for g in range(mention.i - 1, max(-1, mention.i - WINDOW), -1):
        body = reading.body_to.get(g + 1)
        if body:
            before, behind = lower[max(0, body.i - 3) : body.i], lower[body.j : body.j + 1]
            owned = GROUP & set(behind) or (GROUP & set(before) and OF & set(before))
            return (body.organization.name, body.organization.country) if owned else None
        if lower[g] in GROUP and lower[g + 1] in OF and (own := _national_body(reading, skip_the(lower, g + 2))):
            return own
    return None


def _national_body(reading: Reading, q: int) -> tuple[str, str] | None:
    """A body of which the name, or what is beside it, tells the country: "(a team of the) University of Seoul"."""
    geo = reading.geo.get(q)
    owned = geo is not None and reading.tokens.lower[geo.j : geo.j + 1] == ["'s"]
    begin = geo.j + 1 if geo and owned else q
    end = body_noun(reading, begin) or (board_end(reading, geo.j + owned) if geo else 0)
    if not end or (geo and end <= geo.j):
        return None
    country = body_country(reading, begin, end)
    return (reading.tokens.span(begin, end), country) if country else None


def body_beside(reading: Reading, name: Name) -> Body | None:
    """The body of "UNICEF's X", "X of the World Bank", "X, from the IMF," or "X (FAO)", where no office is told."""
    lower, j = reading.tokens.lower, name.j
    if lower[name.before - 1] == "'s" and name.before - 1 in reading.body_to:
        return reading.body_to[name.before - 1]
    k = j + (lower[j : j + 1] in ([","], ["("]))
    linked = lower[k : k + 1] and lower[k] in _OF_BODIES
    body = reading.body.get(skip_the(lower, k + 1) if linked else k)
    if body is None or not (linked or lower[j : j + 1] == ["("]):
        return None
    return None if lower[body.j : body.j + 1] == ["'s"] or body.organization.kind == "business" else body


def body_told(reading: Reading, k: int) -> tuple[str, str] | None:
    """The body at word `k` of which the name tells the country: "X of Lusa", "X for the Port of Antwerp Authority"."""
    tokens = reading.tokens
    if k == 0 or k >= len(tokens) or not tokens.cap[k]:
        return None
    agency = agency_names().get(tokens.word[k], agency_names().get(tokens.word[k].upper()))
    if agency and tokens.cap[k + 1 : k + 2] != [True]:
        met = not _OUTLETS.isdisjoint(tokens.lower[: tokens.bounds[:2][-1][1]])  # else it is a reporter who asks
        return (tokens.word[k], agency) if met else None
    end = k + 1
    while end < len(tokens) - 1 and (tokens.cap[end] or (tokens.lower[end] in _IN_NAMES and tokens.cap[end + 1])):
        end += 1
    said = set(tokens.lower[k:end])
    nouns = words("body") | _PUBLIC
    if {k, end - 1} & reading.geo.keys() and tokens.lower[k - 1] != "the":
        nouns |= words("portfolio")  # "Ghana Broadcasting", "Telecom Fiji"; not "the US Marine Corps"
    if end - k < 2 or said.isdisjoint(nouns) or said & word_class("business"):
        return None
    owner = owner_of(reading, k, end) or (reading.geo_to[end].alpha3 if end in reading.geo_to else None)
    return (tokens.span(k, end), owner) if owner else None


def owner_before(reading: Reading, i: int) -> int:
    """The first word of "Ghana Broadcasting's" or "From Telecom Fiji," in front of the word `i`; 0 without one."""
    tokens = reading.tokens
    k = i - 1
    while k > 1 and tokens.cap[k - 1] and tokens.lower[k - 1] != "from":
        k -= 1
    owned = tokens.lower[i - 1 : i] == ["'s"]
    sent = tokens.lower[i - 1 : i] == [","] and k and tokens.lower[k - 1] == "from" and tokens.first[k - 1]
    return k if i - 1 > k + 1 and (owned or sent) else 0
