"""Forces and provinces in front of the head of an office: "Coast Guard Commandant", "Cross River State Governor".

In: a `Reading` and the word of the noun, "Guard" or "State". Out: the first word of the name that it closes. Behind the
head, "for Eastern Europe and the Caucasus": the end of the parts of the world.
"""

from communique.extract.offices.heads import CALENDAR, STYLES, Part, words
from communique.extract.offices.runs import REGIONS
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Geo, Reading

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


def state_body_before(reading: Reading, i: int, floor: int) -> tuple[int, Geo] | None:
    """The first word of "Armed Forces of the Philippines (AFP)" in front of the word `i`, and the country in it."""
    lower, cap = reading.tokens.lower, reading.tokens.cap
    k = i - 3 if lower[i - 1] == ")" and lower[i - 3] == "(" else i
    geo = reading.geo_to.get(k)
    if geo is None or geo.form != "name":
        return None
    of = geo.i - 1 - (lower[geo.i - 1] == "the")
    start = of if of > floor and lower[of] == "of" else floor
    while start > max(floor, of - _AREA) and (cap[start - 1] or lower[start - 1] in {"of", "and", "for"}):
        start -= 1
    while start < of and not (cap[start] and _opens_body(lower[start])):
        start += 1
    named = start < of and not (words("body") | FORCES).isdisjoint(lower[start:of])
    return (start, geo) if named else None


def _opens_body(word: str) -> bool:
    """Whether a capital may be the first word of a body's name: no article, no day."""
    return word not in CALENDAR and word not in {"the", "a", "an"}
