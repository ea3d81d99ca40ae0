"""Whose a group is: "the Cuban delegation", "a delegation from the Kingdom of Eswatini", "an ICRC team".

In: a `Reading` and a country, or somebody who leads. Out: whether it is the country's, or the body whose group it is.
"""

from communique.extract.offices.boards import board_end
from communique.extract.offices.heads import skip_the
from communique.extract.offices.nouns import body_noun
from communique.extract.people.bodies import body_country
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Geo, Reading

GROUP = word_class("group")
OF = frozenset(["of", "from", "for", "representing"])
WINDOW = 30  # words in front of somebody in which the group is named
_ORGANS = frozenset(
    ["ministry", "parliament", "assembly", "congress", "army", "embassy", "central", "chamber", "agency"]
)
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
