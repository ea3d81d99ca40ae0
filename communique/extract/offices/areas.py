"""Forces, ministries and provinces in front of the head of an office: "Coast Guard Commandant", "Osh State Governor".

In: a `Reading` and the word of the noun, "Guard" or "State". Out: the first word of the name that it closes. Behind the
head, "for Eastern Europe and the Caucasus": the end of the parts of the world.
"""

from dataclasses import dataclass

from communique.extract.offices.heads import (
    CALENDAR,
    PANELS,
    REGIONS,
    STYLES,
    Head,
    Part,
    head_at,
    honorific_words,
    words,
)
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Geo, Reading
from communique.registry.cities import governed_country

_NO_FIELDS = frozenset([  # styles, and the verbs of headlines: "Ambassador X Meets Minister Y"
    *("excellency", "honourable", "honorable", "hon'ble", "majesty", "highness", "comrade", "chief"),
    *("meets", "met", "receives", "welcomes", "hosts", "visits", "calls", "thanks", "tells", "urges", "lauds"),
    *("praises", "briefs", "congratulates", "invites", "says", "appoints", "names", "discusses", "commends", "assures"),
])  # fmt: skip
FORCES = frozenset(["guard", "guards", "force", "forces", "police", "corps", "fleet", "gendarmerie"])
_KINDS_OF_FORCE = frozenset([
    *("coast", "border", "air", "national", "home", "presidential", "republican", "defence", "defense", "armed"),
    *("marine", "naval", "police", "security", "state", "self-defense", "self-defence", "maritime", "ground", "land"),
])  # fmt: skip
OF_FORCES = frozenset(
    ["commander", "deputy commander", "chief of staff", "police chief", "head", "spokesperson", "commissioner"]
)
_DEPARTMENTS = frozenset(["department", "ministry", "bureau", "secretariat"])
_HIGH = frozenset(["supreme", "national", "higher", "high", "federal", "state", "general"])
_GOVERNING = frozenset(["governor", "mayor", "prefect"])
_PLACE = 3  # words of the name of a province or town
_AREA = 9  # words of "Eastern Europe, the Caucasus and Central Asia"
OF_PROVINCES = frozenset(["regional", "local", "senior_official"])


def force_before(reading: Reading, p: int, floor: int) -> int:
    """The first word of the force whose noun is the word `p`: "Coast Guard", "National Defence Force"."""
    tokens = reading.tokens
    while p - 1 > floor and tokens.cap[p - 1] and tokens.lower[p - 1] in _KINDS_OF_FORCE:
        p -= 1
    return p


def area_before(reading: Reading, p: int, floor: int, part: Part) -> int:
    """The first word of the province whose noun is the word `p`, "Lusaka Province", with its country if it has one."""
    tokens, k = reading.tokens, p
    while k > floor and p - k < 3 and tokens.cap[k - 1] and opens_nothing(reading, k - 1) and k not in reading.geo_to:
        k -= 1
    geo = reading.geo_to.get(k)
    if geo is None or geo.form != "capital" or k < p:
        return k
    part.countries.append(geo.alpha3)
    return geo.i


def opens_nothing(reading: Reading, p: int) -> bool:
    """Whether the capital at `p` neither opens the sentence nor closes another name."""
    tokens = reading.tokens
    word = tokens.lower[p]
    plain = word not in CALENDAR and word not in STYLES | _NO_FIELDS and word not in word_class("openers")
    return plain and not tokens.first[p] and not (tokens.word[p].isupper() and len(word) > 5)


@dataclass(frozen=True, slots=True)
class Place:
    """What somebody governs, on the words `i` up to `j`, and its country where it is known."""

    i: int
    j: int
    alpha3: str | None = None


def place_before(reading: Reading, k: int, floor: int, head: Head) -> Place | None:
    """The place of "Roraima's (Governor)", "Haut-Katanga (governor)" in front of the word `k`."""
    if head.cls not in _GOVERNING or head.level not in {"regional", "local"} or k - 1 < floor or k in reading.body_to:
        return None
    lower, end = reading.tokens.lower, k - (reading.tokens.lower[k - 1] == "'s")
    if geo := reading.geo_to.get(end):
        governed = geo.i >= floor and (geo.region or geo.form == "capital") and lower[geo.i - 1] not in {"in", "to"}
        return Place(geo.i, end, geo.alpha3) if governed else None
    for i in range(max(floor, end - _PLACE), end - 1):
        if all(reading.tokens.cap[i:end]) and (country := governed_country(reading.tokens.span(i, end))):
            return Place(i, end, country)  # "Central Macedonia Governor"
    first = end
    while first > max(floor, end - _PLACE) and _names_place(reading, first - 1):
        first -= 1
    if lower[first - 1] == "in":
        return None  # "In Lima Governor X said"
    for i in range(first, end):
        if country := governed_country(reading.tokens.span(i, end)):
            return Place(i, end, country)
    return Place(first, end) if first < end and (end < k or _alone(reading, first)) else None


def _names_place(reading: Reading, p: int) -> bool:
    """Whether the capital at `p` may be of a place's name: no field, no noun of bodies, no letters, no title."""
    tokens, word = reading.tokens, reading.tokens.lower[p]
    known = words("portfolio", "ministry", "body", "modifiers", "silent", "former", "gathering", "chamber", "self")
    if not tokens.cap[p] or p in reading.taken or word in known or word in honorific_words() or head_at(reading, p):
        return False
    plain = word not in CALENDAR and word not in STYLES | _NO_FIELDS and word not in word_class("openers")
    return plain and not tokens.word[p].isupper() and word.replace("-", "").replace("'", "").isalpha()


def _alone(reading: Reading, i: int) -> bool:
    """Whether the unknown capital at `i` is a place and no headline's, no participle's that opens the sentence."""
    tokens = reading.tokens
    if tokens.first[i]:
        return not tokens.lower[i].endswith(("ing", "ed", "ly"))
    return tokens.lower[i - 1] in {"the", "and", "with", "by", "to", "from", "'s", ",", "for", "of", "met", "told"}


def area_end(reading: Reading, q: int) -> int:
    """The end of "Eastern Europe and the Caucasus" at the word `q`: capitals that are parts of the world."""
    tokens, e, end = reading.tokens, q, q
    while e < len(tokens) and e < q + _AREA:
        if tokens.cap[e] and tokens.lower[e] in REGIONS:
            end = e + 1
        elif e == q or tokens.lower[e] not in {"and", "the", ","}:
            break
        e += 1
    return end


def affairs_end(reading: Reading, q: int) -> int | None:
    """The end of "American and European Affairs", "Caribbean Affairs and Haiti" at the word `q`: parts of the world."""
    tokens, k, many = reading.tokens, q, False
    while k < len(tokens) and k < q + _AREA:
        geo = reading.geo.get(k)
        if geo and geo.form == "demonym":
            k = geo.j
        elif tokens.cap[k] and (tokens.lower[k] in REGIONS or tokens.lower[k] == "european"):
            k += 1
        elif k > q and tokens.lower[k] in {"and", "&", ","}:
            k, many = k + 1, True
        else:
            break
    if k == q or tokens.lower[k : k + 1] != ["affairs"] or not tokens.cap[k]:
        return None
    other = reading.geo.get(k + 2) if tokens.lower[k + 1 : k + 2] == ["and"] else None
    if other and other.form == "name" and tokens.lower[other.j : other.j + 1] != ["'s"]:
        return other.j
    return k + 1 if many else None


def state_body_before(reading: Reading, i: int, floor: int) -> tuple[int, Geo] | None:
    """The first word of "Armed Forces of the Philippines (AFP)" in front of the word `i`, and the country in it."""
    lower, cap = reading.tokens.lower, reading.tokens.cap
    k = i - 3 if i > 3 and lower[i - 1] == ")" and lower[i - 3] == "(" else i
    geo = reading.geo_to.get(k)
    if geo is None or geo.form != "name":
        return None
    of = geo.i - 1 - (lower[geo.i - 1] == "the")
    if not (of > floor and lower[of] == "of"):
        return None
    start = of
    while start > max(floor, of - _AREA) and (cap[start - 1] or lower[start - 1] in {"of", "and", "for"}):
        start -= 1
    while start < of and not (cap[start] and _opens_body(lower[start])):
        start += 1
    named = start < of and not (words("body") | FORCES).isdisjoint(lower[start:of])
    return (start, geo) if named else None


_HOUSES = frozenset([
    ("chamber", "deputies"), ("house", "representatives"), ("house", "assembly"), ("house", "councillors"),
    ("house", "commons"), ("house", "lords"), ("house", "nationalities"), ("house", "peoples"), ("house", "elders"),
    ("council", "ministers"), ("council", "representatives"), ("council", "state"), ("chamber", "councillors"),
    ("chamber", "representatives"), ("chamber", "advisers"), ("council", "states"), ("council", "nations"),
])  # fmt: skip


def ministry_before(reading: Reading, i: int, floor: int) -> int | None:
    """The first word of "Department of Trade" or "Ministry of Foreign Affairs (MFA)" right before the head at `i`.

    Also that of "Chamber of Deputies (Speaker)".
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    k = i - 3 if lower[max(0, i - 3) : i - 2] == ["("] and lower[i - 1] == ")" else i
    if k - 3 >= floor and tokens.cap[k - 3] and lower[k - 2] == "of" and (lower[k - 3], lower[k - 1]) in _HOUSES:
        return k - 3
    if not tokens.cap[k - 1]:
        return None
    for s in range(k - 1, max(floor, k - 9) - 1, -1):
        if (
            not (tokens.cap[s] or lower[s] in {"of", "and", "&", ",", "for"})
            or tokens.sentence[s] != tokens.sentence[i]
        ):
            return None
        if lower[s] == "," and (s + 1 in reading.taken or lower[s + 1] not in words("portfolio") | {"and", "&"}):
            return None  # "the Ministry of Health, UNICEF Representative X said"
        if tokens.cap[s] and lower[s] in _DEPARTMENTS:
            # "Bureau of Public Works director"
            small = k == i and lower[s + 1] == "of" and {",", "and"}.isdisjoint(lower[s:k])
            return s if k - s > 2 and lower[s + 1] in {"of", "for"} and (tokens.cap[i] or small) else None
        if tokens.cap[s] and lower[s] in PANELS and lower[s + 1] in {"of", "for"} and lower[s - 1] in _HIGH:
            return s - 1 if s > floor and tokens.cap[i] else None  # "Supreme Council for Environment Vice President X"
    return None


def _opens_body(word: str) -> bool:
    """Whether a capital may be the first word of a body's name: no article, no day."""
    return word not in CALENDAR and word not in {"the", "a", "an"}
