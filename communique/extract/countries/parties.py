"""The parties to the event: countries that act or are dealt with, not those that are merely named.

In: the readings of headline and body. Out: the codes of the countries that act as such.
A country is a party where the headline has it act, where the lead joins it with another ("between X and Y", "the
X-Y committee"), where it hosts a visit, gives or receives, or where a list names it as a member of the gathering.
"""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from math import inf

from communique.extract.countries.asides import is_aside, is_backed, is_between
from communique.extract.countries.gifts import funds, gives_or_takes
from communique.extract.countries.lists import coordinated, listed_from
from communique.extract.countries.place import country_at
from communique.extract.countries.stand_ins import stand_ins
from communique.extract.countries.topics import is_troubled
from communique.extract.offices.heads import words
from communique.extract.offices.nouns import body_noun
from communique.extract.words.classes import padded, word_class
from communique.extract.words.reading import Geo, Reading
from communique.registry import settings

LEAD_SENTENCES = 2
_LISTING = {"members": 2 * LEAD_SENTENCES, "makeup": 3 * LEAD_SENTENCES, "comers": inf}  # cues by their sentences
_NAMED_ASIDE = frozenset(["including", "as", "like", "instance", "example", "e.g", "e.g."])
_SPANS = frozenset(["hours", "days", "weeks", "months"])
_DISCUSSING = frozenset(["discuss", "discusses", "discussed", "debate", "debates", "debated"])
_SPOKEN_OF = word_class("thanking") | {"hit", "struck", "what", "recognise", "recognize"}  # before who is no party
_GIVEN = frozenset([  # for somebody
    "loan", "loans", "grant", "grants", "credit", "financing", "funding", "million", "billion", "aid", "assistance",
    "help", "relief",
])  # fmt: skip
_ASIDE = (["exist", "with"], ["exists", "with"], ["coordinated", "with"], ["available", "to"])
_AGENDA = (["on", "agenda"], ["on", "the", "agenda"], ["high", "on", "agenda"], ["in", "focus"], ["in", "view"])
_PEOPLE = frozenset([
    "people", "nationals", "citizens", "refugees", "migrants", "workers", "seekers", "students", "recognition",
])  # fmt: skip
_LEAVING = _PEOPLE | {  # what others do "from Chad and Mali"
    "operate", "operates", "operated", "operating", "fled", "fleeing", "flee", "imports", "imported", "import", "gangs",
    "smuggled", "trafficked", "deported", "repatriated", "returnees", "goods", "boat", "asylum", "attacks", "threats",
    "withdrawal", "withdrew", "withdraw", "companies", "firms", "tourists", "products", "priests", "families",
    "farmers", "traders", "patients", "victims", "children", "pupils", "pilgrims", "nurses", "exports",
}  # fmt: skip
_ABSENT = frozenset(["absent", "except", "without", "excluding"])
_ABOUT = frozenset(["on", "against", "over", "about", "for", "outside", "across"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_JOURNEYS = frozenset(["leg", "allies"])
_OFF = frozenset(["leaves", "left", "leave", "leaving", "departs", "departed", "depart", "departing", "sets", "off"])
_TO = frozenset(["off", "heads", "headed", "heading", "travels", "flies", "flew", "flying", "goes"])
_VISITING = frozenset(["visit", "visits", "visited", "visiting", "arrived", "arrives", "landed", "docked", "flew"])
_VISITED = padded(["visited", "visits", "visit to", "hosted by", "guests of", "guest of"])  # before an organ of state
_ORGAN = 4  # words up to the noun of one
_PLACED = frozenset(["to", "in", "at"])
_CALLING = frozenset(["calls", "called", "call"])
_SUMMONING = _CALLING | {"hauls", "hauled", "brings", "brought"}
_ENDING = frozenset([  # words behind which a headline goes on to somebody else
    "to", "in", "on", "for", "of", "with", "by", "from", "at", "as", "after", "over", "and", "the", "is", "are", "his",
    "her", "its", "new", "says", "said", "against", "near", "into", "amid", "meets", "visits", "receives", "tells",
])  # fmt: skip


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(settings("party_cues")[kind])


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    return padded(settings("party_cues")[kind])


def find_parties(title: Reading, body: Reading, postings: set[int]) -> list[str]:
    """The countries that headline and body have act, most prominent first.

    Args:
        title: the headline, read.
        body: the body, read.
        postings: first words of the places where diplomats serve; those are no parties.
    """
    return list(dict.fromkeys([*headline_parties(title), *body_parties(body, postings)]))


def headline_parties(title: Reading) -> Iterator[str]:
    """Countries that a headline has act or be dealt with."""
    lower, n = title.tokens.lower, len(title.tokens)
    yield from _compounds(title, len(title.tokens))
    for geo in title.geo.values():
        before = lower[geo.i - 1] if geo.i else ""
        if before == "from" and not _LEAVING.isdisjoint(lower[max(0, geo.i - 3) : geo.i]):
            continue  # "talks on refugees from Sudan"
        if before == "the" and geo.i > 1:
            before = lower[geo.i - 2]
        after = lower[geo.j] if geo.j < n else ""
        bound = _is_bound_for(title, geo.i)
        given = bound or (before == "for" and lower[geo.i - 2] in _GIVEN)
        left = before == "from" and any(word.startswith("evacuat") for word in lower[: geo.i])
        if (left or before in _cues("place")) and not (given or _is_called_on(lower, geo.i) or _arrives(title, geo.i)):
            continue
        if (
            (after in _cues("topic") and _cues("side").isdisjoint(lower[geo.j + 1 : geo.j + 2]))
            or _posting(title, geo)
            or _discussed(title, geo)
        ):
            continue
        if is_aside(title, geo, listed_from(title, geo.i)):
            continue
        if geo.form == "demonym" and not (_is_side(lower, geo.j) or after in {",", "and", "&", "-", "–"}):
            continue
        alone = bound or (before not in _cues("from") and after not in {"-", ":", "'s"} | _cues("gatherings"))
        if geo.form == "capital" and not alone and not coordinated(title, geo):
            continue
        yield geo.alpha3


def _is_side(lower: list[str], j: int) -> bool:
    """Whether people or an organ of a state stand behind an adjective: "Thai teachers", "Polish power grid chief"."""
    if lower[j : j + 1] and lower[j] in _cues("side") | _cues("senders"):
        return True
    said = list(takewhile(lambda word: word.isalpha() and word not in _ENDING, lower[j : j + _ORGAN]))
    return not _cues("heads").isdisjoint(said)


def _is_called_on(lower: list[str], i: int) -> bool:
    """ "envoy calls on (Malian minister)", "Chad calls in (Malian envoy)": no topic and no place of the headline."""
    return i > 1 and lower[i - 2] in {"on": _CALLING, "in": _SUMMONING}.get(lower[i - 1], ())


def _arrives(title: Reading, i: int) -> bool:
    """ "President arrives in (Oslo)" for a visit, not for a gathering of others."""
    lower = title.tokens.lower
    i -= lower[i - 1 : i] == ["the"]
    return lower[i - 1 : i] == ["in"] and lower[i - 2] in _VISITING and _cues("gatherings").isdisjoint(lower)


def _discussed(title: Reading, geo: Geo) -> bool:
    """ "Kazakh, Swiss presidents discuss trade, Ukraine": what talks are about, not with whom."""
    lower = title.tokens.lower
    if lower[geo.j : geo.j + 3] in _AGENDA or lower[geo.j : geo.j + 2] in _AGENDA:
        return True  # "with Sudan on the agenda"
    verb = next((k for k in range(geo.i - 1, -1, -1) if lower[k] in _DISCUSSING), None)
    return verb is not None and geo.form != "demonym" and not {"with", "from", "by"} & set(lower[verb : geo.j])


def headed_by(title: Reading) -> str | None:
    """The country that a headline has in front of a colon: "Nigeria: Government Sends Officials to Accra"."""
    geo = title.geo.get(0)
    return geo.alpha3 if geo and geo.form == "name" and title.tokens.lower[geo.j : geo.j + 1] == [":"] else None


def _posting(reading: Reading, geo: Geo) -> bool:
    """ "envoy to Canada": where a diplomat serves."""
    lower = reading.tokens.lower
    return geo.i > 1 and lower[geo.i - 1] == "to" and lower[geo.i - 2] in {
        "ambassador", "envoy", "ambassadors", "envoys", "commissioner", "representative", "representatives", "consul",
    }  # fmt: skip


def body_parties(body: Reading, postings: set[int]) -> Iterator[str]:
    """Countries that the body has act: pairs in the lead, hosts, givers and takers, members of a gathering."""
    tokens = body.tokens
    if not len(tokens):
        return
    first = tokens.sentence[0]
    by_sentence: dict[int, list[Geo]] = {}
    for geo in body.geo.values():
        if geo.i not in postings:
            by_sentence.setdefault(tokens.sentence[geo.i], []).append(geo)
    free = [geo for geo in body.geo.values() if geo.i not in postings]
    yield from (geo.alpha3 for geo in free if _takes_part(body, geo) or funds(body, geo))
    yield from stand_ins(body)
    lead = tokens.bounds[min(LEAD_SENTENCES, len(tokens.bounds)) - 1][1]
    yield from _compounds(body, lead)
    yield from _towns(body, lead)
    for number, geos in by_sentence.items():
        lead = number - first < LEAD_SENTENCES
        if lead:
            since = _aftermath(body, number)
            geos = [geo for geo in geos if geo.i >= since] if since > geos[0].i else geos
            yield from (geo.alpha3 for geo in geos if _acts(body, geo))
        yield from _members(body, geos, [kind for kind, reach in _LISTING.items() if number - first < reach])


def _aftermath(body: Reading, number: int) -> int:
    """The word behind "Days after Chad and Mali held talks," that opens a sentence; else its first word."""
    lower, (begin, end) = body.tokens.lower, body.tokens.bounds[number]
    after = lower[begin] in _SPANS and lower[begin + 1 : begin + 2] == ["after"]
    return next((k for k in range(begin, end) if lower[k] == ","), begin) if after else begin


def partner_of(body: Reading, known: set[str]) -> str | None:
    """The other side of an event of which only one is told, none of the `known`: "ties with X" in the lead."""
    end = body.tokens.bounds[:LEAD_SENTENCES][-1][1] if body.tokens.bounds else 0
    for geo in body.geo.values():
        before = _words_before(body, geo)
        if geo.i < end and geo.alpha3 not in known and geo.form == "name" and before.endswith(_phrases("partner")):
            return geo.alpha3
    return None


@cache
def _between() -> frozenset[str]:
    """The words between a country and its verb: "has also", "on Monday"."""
    said = ["has", "have", "had", "also", "recently", "today", "yesterday", "formally", "officially", "on"]
    return frozenset([*said, *settings("day_words")["weekdays"]["words"].split()])


def _acts(body: Reading, geo: Geo) -> bool:
    """Whether the lead has this country act, host, give, take or be one of a pair."""
    before = _words_before(body, geo)
    if geo.form == "capital":
        return _sits(body, geo, before)
    if geo.form == "demonym":
        return _is_told_of(body, geo, before)
    lower, n, k = body.tokens.lower, len(body.tokens), geo.j
    while k < n - 1 and lower[k] in _between():
        k += 1  # "Japan has also donated", "Japan on Monday donated"
    after = lower[k] if k < n else ""
    if after == "given" and lower[k - 1] in {"has", "have", "had"}:
        return True  # "Chad has given a grant to the Ministry of Health of Mali"
    first = listed_from(body, geo.i)
    if is_aside(body, geo, first):
        return False
    if _is_bound_for(body, first) or gives_or_takes(body, first):
        return True
    if before.endswith(_phrases("towards")) and not is_troubled(lower, geo.i - 1 - (lower[geo.i - 1] == "the")):
        return True
    if lower[first - 2 + (lower[first - 1 : first] != ["the"])] in _ABOUT and first < geo.i:
        return False  # "air defence for Chad and Mali"
    if before.endswith(" from ") and coordinated(body, geo):
        return _LEAVING.isdisjoint(lower[max(0, geo.i - 4) : geo.i])  # "guests from Chad and Mali"
    if before.endswith((" in ", " from ", " on ", " against ", " over ", " about ", " for ", " outside ")):
        return False
    k = max(0, first - 1)
    return not is_troubled(lower, k) and (
        after in _cues("acts") or (coordinated(body, geo) and not _is_spoken_of(lower, k))
    )


def _words_before(body: Reading, geo: Geo) -> str:
    """The words in front of a country without articles, between blanks."""
    return " " + " ".join(w for w in body.tokens.lower[max(0, geo.i - 4) : geo.i] if w != "the") + " "


def _sits(body: Reading, geo: Geo, before: str) -> bool:
    """Whether a capital stands for its country: a visit goes there, or it is one of a pair."""
    lower = body.tokens.lower
    if _is_bound_for(body, geo.i):
        return True
    if before.endswith(_phrases("seat")):
        return _cues("gatherings").isdisjoint(lower[slice(*body.tokens.bounds[body.tokens.sentence[geo.i]])])
    first = listed_from(body, geo.i)
    return coordinated(body, geo) and lower[first - 1 : first] not in (["in"], ["at"], ["from"], ["to"], ["via"])


def _is_told_of(body: Reading, geo: Geo, before: str) -> bool:
    """Whether an adjective of nationality stands with a side, or with a body that is visited or given something."""
    lower, n, k = body.tokens.lower, len(body.tokens), geo.j
    if lower[k : k + 1] == ["counterpart"] and lower[geo.i - 1] == "its":
        return True  # "Chad's airline and its Maltese counterpart"
    capital = body.tokens.cap[k : k + 1] == [True]
    organ = not words("ministry", "chamber").isdisjoint(lower[k : k + _ORGAN])
    if organ and capital and before.endswith(_VISITED):
        return True  # "A delegation visited the Maltese Parliament"
    named = capital and (organ or body_noun(body, geo.i)) and words("area").isdisjoint(lower[k : k + _ORGAN])
    if named and gives_or_takes(body, geo.i):
        return True  # "The ambassador handed over a bus to the Maltese Red Crescent Society"
    while k < n and (k in body.geo or lower[k] in {"and", ",", "-", "–"}):
        k = body.geo[k].j if k in body.geo else k + 1
    return k < n and lower[k] in _cues("sides")


def _is_spoken_of(lower: list[str], k: int) -> bool:
    """Whether the word `k`, in front of a list of countries, makes them no parties: "refugees from", "including"."""
    left = lower[k] == "from" and not _LEAVING.isdisjoint(lower[max(0, k - 4) : k])
    told = lower[k] in _SPOKEN_OF or lower[k - 1 : k + 1] in _ASIDE or (lower[k] == "of" and lower[k - 1] in _PEOPLE)
    return left or told or _is_absent(lower, k) or lower[k] in _NAMED_ASIDE


def _is_member(lower: list[str], k: int) -> bool:
    """Whether a list behind the word `k` may tell who takes part; not "ambassadors in"."""
    return not _is_absent(lower, k) and lower[k] not in {"in", "to"} and not is_troubled(lower, k)


def _is_absent(lower: list[str], k: int) -> bool:
    """ "all took part except", "absent were"."""
    return lower[k] in _ABSENT or lower[k - 1 : k] == ["absent"]


def _compounds(reading: Reading, stop: int) -> Iterator[str]:
    """The countries of "the Jordanian-Iraqi committee", "the China-aided hospital" before the word `stop`."""
    for word, found in reading.compounds.items():
        given = reading.tokens.lower[word].endswith(
            ("-aided", "-funded", "-backed", "-financed", "-donated", "-sponsored")
        )
        given = given and not is_backed(reading.tokens.lower, word)
        between = len(set(found)) > 1 and not is_between(reading.tokens.lower, word)
        if word < stop and (between or given):
            yield from found


def _is_bound_for(reading: Reading, i: int) -> bool:
    """ "left Oslo for", "on the way to" in front of the word `i`: a journey to a country, not to a gathering there."""
    lower = reading.tokens.lower
    i -= lower[i - 1 : i] == ["the"]
    begin, end = reading.tokens.bounds[reading.tokens.sentence[i]]
    near = lower[max(begin, i - 4) : max(begin, i - 1)]
    to = lower[i - 1 : i] if i > begin else []
    bound = (to == ["for"] and not _OFF.isdisjoint(near)) or (to == ["to"] and not _TO.isdisjoint(near[-2:]))
    return bound and _cues("gatherings").isdisjoint(lower[begin:end])


def _towns(body: Reading, stop: int) -> Iterator[str]:
    """The countries of towns that a visit goes to: "arrived in Mombasa", "visited the port of Karachi"."""
    lower = body.tokens.lower
    for k in range(stop - 2):
        if lower[k] in _VISITING:
            town = k + 1 + (lower[k + 1] in _PLACED)
            town += 3 * (lower[town] == "the" and lower[town + 2 : town + 3] == ["of"])
            begin, end = body.tokens.bounds[body.tokens.sentence[k]]
            place = country_at(body, town) if town < end and town not in body.geo else None
            if place and _cues("gatherings").isdisjoint(lower[begin:end]):
                yield place


def _takes_part(body: Reading, geo: Geo) -> bool:
    """ "Finland, Norway and Sweden were represented", "Jordan taking part", "the Kingdom of Bahrain in the chair"."""
    if geo.form == "capital":
        return False
    lower, k = body.tokens.lower, geo.j
    first = listed_from(body, geo.i)
    first -= lower[first - 1 : first] == ["the"]
    if geo.form == "name" and lower[first - 1 : first] == ["represented"] and lower[first - 2] not in _BE:
        return True  # "Senior officials represented Kiribati and Nauru"
    end = body.tokens.bounds[body.tokens.sentence[geo.i]][1]
    while k < end and (lower[k] in {",", "and", "&", "the"} or k in body.geo):
        k = body.geo[k].j if k in body.geo else k + 1
    if lower[k - 1] == "and":
        return False  # "a visit to Argentina, and took part": another than the country did
    if lower[max(0, first - 1)] in {"in", "to"}:
        return False  # "the ambassadors in Malaysia and Japan took part"
    said = (
        " ".join(w for w in lower[k : k + 5] if w not in {"likewise", "also", "too", "both", "all", "as", "well"}) + " "
    )
    return said.startswith(_phrases_of("part")) and not said.startswith("attended by ")


@cache
def _phrases_of(kind: str) -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in settings("party_cues")[kind])


def _members(body: Reading, geos: list[Geo], kinds: list[str]) -> Iterator[str]:
    """The countries of a list of three or more in a sentence about who takes part, as cues of these kinds tell."""
    tokens = body.tokens
    names = [geo for geo in geos if geo.form != "capital"]
    if len({geo.alpha3 for geo in names}) < 3:
        return
    number = tokens.sentence[names[0].i]
    said = tokens.lower[slice(*tokens.bounds[number])]
    line = " " + " ".join(w for w in said if w != "the") + " "
    if not _JOURNEYS.isdisjoint(said):
        return  # "the second leg of a trip to four allies, including …"
    if any(phrase in line for kind in kinds for phrase in _phrases(kind)):
        listed = [(geo, listed_from(body, geo.i)) for geo in names if coordinated(body, geo)]
        listed = [(geo, i) for geo, i in listed if not is_aside(body, geo, i)]
        if len({geo.alpha3 for geo, _ in listed}) < 3 and not {"such", "including"}.isdisjoint(said):
            return  # "a Maltese guest spoke of countries such as Austria and Chad"
        yield from (geo.alpha3 for geo, i in listed if _is_member(tokens.lower, max(0, i - 1)))
