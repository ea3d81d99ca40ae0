"""Where the event takes place, told by cities as well as by countries.

In: a `Reading`. Out: codes of countries. A local official or the head of a body whom the text gives no nationality is
of the place at which a foreign guest meets them.
"""

from collections.abc import Iterator
from itertools import pairwise

from communique.extract.countries.topics import is_topic, is_troubled
from communique.extract.offices.heads import CALENDAR
from communique.extract.offices.phrases import Office
from communique.extract.people.mentions import Mention
from communique.extract.words.reading import Geo, Reading, sovereign, town_country
from communique.registry.cities import city_country

LEAD_SENTENCES = 4
_AT = frozenset(["in", "near", "outside"])
_RESIDING = frozenset(["resident", "residence", "residing", "based", "headquartered"])
_JOINING = frozenset(["connected", "joined", "participated", "online", "remotely", "link", "videolink"])
_MET = frozenset(
    ["meet", "meets", "met", "received", "welcomed", "hosted", "greeted", "with", "call", "called", "calls"]
)
_COME_TO = (["come", "to"], ["came", "to"], ["flown", "to"], ["flew", "to"], ["travelled", "to"], ["traveled", "to"])
_STEPS = 8  # words behind somebody over which it is told whom he met
_SEQUELS = frozenset(["similarly", "meanwhile", "also", "then", "later", "finally", "afterwards", "earlier", "while"])
_THEY = (["he"], ["she"], ["they"], ["the"])
_WHILE = frozenset(["during", "on", "while"])
STAYS = frozenset(["visit", "stay", "trip", "tour", "stop", "stopover", "sojourn"])


def country_at(reading: Reading, k: int) -> str | None:
    """The country of the place that the word `k` opens: a country, a capital, or a larger city of one or two words."""
    tokens = reading.tokens
    if k < len(tokens) and tokens.lower[k] == "the":
        k += 1
    if k >= len(tokens) or not tokens.cap[k] or tokens.lower[k] in CALENDAR:
        return None
    if k in reading.geo:
        return reading.geo[k].alpha3 if reading.geo[k].form != "demonym" else None
    if k in reading.taken:
        return None
    if k + 1 < len(tokens) and tokens.cap[k + 1] and tokens.sentence[k + 1] == tokens.sentence[k]:
        return sovereign(town_country(reading, tokens.span(k, k + 2)))
    return sovereign(town_country(reading, tokens.word[k]))


def event_countries(reading: Reading, offices: list[Office], dateline: str | None) -> Iterator[str]:
    """The countries in which the event may take place: where a diplomat is posted, "in Oran" in the lead, the dateline.

    Args:
        reading: the body.
        offices: its offices.
        dateline: the place in the dateline, if there is one.
    """
    yield from (office.posting for office in offices if office.posting and office.head.level == "diplomat")
    tokens = reading.tokens
    lead = tokens.bounds[:LEAD_SENTENCES][-1][1] if tokens.bounds else 0
    for k, word in enumerate(tokens.lower[:lead]):
        place = country_at(reading, k + 1) if word in _AT and not is_troubled(tokens.lower, k) else None
        if place and not _is_owner(reading, k + 1):
            yield place
        elif word == "at" and (town := _town_of_facility(reading, k + 1)):
            yield town
    place = sovereign(city_country(dateline)) if dateline else None
    if place:
        yield place


def _town_of_facility(reading: Reading, k: int) -> str | None:
    """ "(touched down at) Karachi's Jinnah Terminal": the country of the town at word `k` in which something stands."""
    tokens = reading.tokens
    end = next((e for e in range(k + 1, min(k + 4, len(tokens) - 1)) if tokens.lower[e] == "'s"), 0)
    named = k in reading.geo and reading.geo[k].form != "capital"
    return country_at(reading, k) if end and tokens.cap[end + 1] and not named else None


def _is_owner(reading: Reading, k: int) -> bool:
    """ "in Luxembourg's government": whose something is, and no place."""
    geo = reading.geo.get(k)
    return geo is not None and reading.tokens.lower[geo.j : geo.j + 1] == ["'s"]


def _stage(reading: Reading, begin: int) -> str | None:
    """The country of the stage of a journey that the sentence at word `begin` opens with: "Similarly, in Togo, …"."""
    lower, k = reading.tokens.lower, begin
    while k < begin + 3 and lower[k : k + 1] and (lower[k] in _SEQUELS or (k > begin and lower[k] == ",")):
        k += 1
    if lower[k : k + 2] == ["on", "the"]:
        geo = reading.geo.get(k + 2)
        return geo.alpha3 if geo and lower[geo.j : geo.j + 1] in (["leg"], ["stage"], ["stop"]) else None
    if lower[k : k + 1] == ["there"] and lower[k + 1 : k + 2] in _THEY:
        return _last_place(reading, k)
    if lower[k : k + 1] and lower[k] in _WHILE:  # "During his stay in the Maldives"
        stay = next((e for e in range(k + 1, min(k + 6, len(lower) - 2)) if lower[e] in STAYS), None)
        return country_at(reading, stay + 2) if stay and lower[stay + 1] in {"to", "in", "of"} else None
    return country_at(reading, k + 1) if lower[k : k + 1] in (["in"], ["at"]) else None


def _last_place(reading: Reading, k: int) -> str | None:
    """ "after a visit to Chad. There he met": the last place in the sentence before the one at the word `k`."""
    number = reading.tokens.sentence[k]
    near = [g for g in reading.geo.values() if g.i < k and reading.tokens.sentence[g.i] == number - 1]
    return near[-1].alpha3 if near and near[-1].form != "demonym" else None


def _place_before(reading: Reading, k: int) -> str | None:
    """The country of the place that ends in front of the word `k`."""
    if k in reading.geo_to:
        return reading.geo_to[k].alpha3 if reading.geo_to[k].form != "demonym" else None
    return country_at(reading, k - 1) or (country_at(reading, k - 2) if reading.tokens.cap[k - 2] else None)


def hosts_at(reading: Reading, mention: Mention) -> str | None:
    """ "In Lusaka, the Minister will meet President X": where those live who are met."""
    tokens, i = reading.tokens, mention.i
    begin = tokens.bounds[tokens.sentence[i]][0]
    place = _stage(reading, begin)
    if tokens.lower[max(0, i - 2) : i] in (["was", "with"], ["were", "with"]):
        return None  # "In Lusaka the Minister was with President X": who came along
    if place and any(word in _MET for word in tokens.lower[begin:i]):
        return place
    for k in range(begin + 2, i):  # "flew on to Togo, where he met with Minister X"
        if tokens.lower[k] == "where" and (
            any(word in _MET for word in tokens.lower[k:i]) or _hosts_him(tokens.lower[mention.j : mention.j + _STEPS])
        ):
            return _place_before(reading, k - (tokens.lower[k - 1] == ","))
    return None


def _hosts_him(behind: list[str]) -> bool:
    """ "… was his host", "… received her": what the words behind somebody say of a visitor told before."""
    for verb, him in pairwise(behind):
        if (verb in _MET and him in {"him", "her", "them"}) or (verb in {"his", "her", "their"} and him == "host"):
            return True
    return False


def accredited_to(reading: Reading, mention: Mention) -> str | None:
    """ "X, who is accredited to Apia from Wellington": where a diplomat is posted."""
    tokens, j = reading.tokens, mention.j
    for k in range(j, min(j + 6, len(tokens) - 2)):
        if tokens.lower[k] == "accredited" and tokens.lower[k + 1] in {"to", "in"}:
            return country_at(reading, k + 2)
    return None


def country_joined_from(reading: Reading, mention: Mention) -> str | None:
    """ "X connected from Asunción": where somebody who is not at the table sits."""
    tokens, j = reading.tokens, mention.j
    for k in range(j, min(j + 6, len(tokens) - 1)):
        if tokens.lower[k] in _JOINING and tokens.lower[k + 1] == "from":
            return country_at(reading, k + 2)
    return None


_VISITING = frozenset(["started", "began", "begins", "starts", "paid", "pays", "paying", "made", "making"])


def visited_country(reading: Reading) -> str | None:
    """The country to which the lead says that the visit goes: its people are those who receive."""
    tokens = reading.tokens
    for geo in reading.geo.values():
        if geo.form == "capital" and tokens.lower[max(0, geo.i - 3) : geo.i][-2:] in _COME_TO:
            return geo.alpha3
        if tokens.sentence[geo.i] < 2 and geo.form != "demonym":
            said = [w for w in tokens.lower[max(0, geo.i - 4) : geo.i] if w != "the"]
            toured = said[-1:] in (["visits"], ["visited"]) or said[-2:] in (["is", "visiting"], ["are", "visiting"])
            toured = toured and tokens.cap[geo.j : geo.j + 1] != [True]
            if toured or said[-2:] in (
                ["visit", "to"],
                ["arrived", "in"],
                ["landed", "in"],
                ["trip", "to"],
                ["visits", "to"],
                ["been", "to"],
                ["airport", "of"],
                ["travels", "to"],
                ["travelled", "to"],
                ["traveled", "to"],
            ):
                return geo.alpha3
            sent = said[-1:] == ["to"] and "delegation" in tokens.lower[max(0, geo.i - 5) : geo.i]
            if sent or _left_for(reading, geo.i) or _left_after_visit(reading, geo):
                return geo.alpha3
            if geo.form == "capital" and said[-2:] in (["is", "in"], ["are", "in"]):
                return geo.alpha3  # "A delegation is in Kigali"
            begun = said[-1:] == ["in"] and geo.form == "capital" and not _VISITING.isdisjoint(said[:-1])
            if begun and "visit" in tokens.lower[geo.j : geo.j + 4]:
                return geo.alpha3  # "started today in Hanoi a working visit"
    return None


_LEAVING = frozenset(["left", "leaves", "leave", "departed", "departs", "off", "headed", "heads", "flew", "flies"])
_RULERS = frozenset(["government", "authorities", "rulers", "leadership", "regime", "junta", "embassy"])
_WELCOMING = frozenset(["welcomed", "welcomes", "welcoming"])
_AFTER = frozenset(["after", "following", "end", "concluding", "wrapping", "ending"])
_ATTENDING = frozenset(["attended", "attending", "attend"])
_BESIDE_EVENTS = frozenset(["sidelines", "margins"])
_EVENTS = frozenset([
    "summit", "forum", "conference", "assembly", "congress", "exhibition", "expo", "fair", "festival", "gathering",
])  # fmt: skip


def _left_for(reading: Reading, i: int) -> bool:
    """ "left on Monday for (Bamako)": whether somebody sets out for the place at the word `i`; not seen off at home."""
    lower = reading.tokens.lower
    i -= lower[i - 1] == "the"
    near = lower[max(reading.tokens.bounds[reading.tokens.sentence[i]][0], i - _STEPS // 2) : i]
    return near[-1:] == ["for"] and not _LEAVING.isdisjoint(near) and "seen off" not in reading.tokens.text


def _left_after_visit(reading: Reading, geo: Geo) -> bool:
    """ "left (Luanda) on Monday after a state visit"."""
    lower, end = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[geo.i]][1]
    left = not _LEAVING.isdisjoint(w for w in lower[max(0, geo.i - 2) : geo.i] if w != "for")
    after = lower[geo.j : min(geo.j + _STEPS + 2, end)]
    return left and not _AFTER.isdisjoint(after) and not STAYS.isdisjoint(after) and "for" not in after


def meeting_place(reading: Reading) -> str | None:
    """The country of the capital in which the lead has the event take place."""
    tokens = reading.tokens
    for geo in reading.geo.values():
        resides = not _RESIDING.isdisjoint(tokens.lower[max(0, geo.i - 2) : geo.i])  # "resident in Pretoria"
        in_lead = geo.form == "capital" and tokens.sentence[geo.i] < 2
        welcomed = tokens.lower[geo.i - 1] == "to" and _welcomes(reading, geo.i)
        spoken = not _RULERS.isdisjoint(tokens.lower[max(0, geo.i - 2) : geo.i])  # "the new government in Bamako"
        if in_lead and (welcomed or tokens.lower[geo.i - 1] == "in") and not resides and not spoken:
            return geo.alpha3
    return None


def _welcomes(reading: Reading, i: int) -> bool:
    """ "welcomed the Norwegian Minister to (Lima)"."""
    said = reading.tokens.lower[reading.tokens.bounds[reading.tokens.sentence[i]][0] : i]
    return not _WELCOMING.isdisjoint(said)


def met_at_gathering(reading: Reading) -> bool:
    """ "on the sidelines of the summit", "met at a water forum in Cairo": where others meet nobody need be at home."""
    lower = reading.tokens.lower
    end = reading.tokens.bounds[:LEAD_SENTENCES][-1][1] if reading.tokens.bounds else 0
    if not _BESIDE_EVENTS.isdisjoint(lower[:end]):
        return True
    return any(
        lower[k] in _EVENTS and (lower[k + 1 : k + 2] == ["in"] or not _ATTENDING.isdisjoint(lower[max(0, k - 3) : k]))
        for k in range(end)
    )


def place_in_headline(title: Reading) -> str | None:
    """ "German official in Chile": the country in which a headline has the event take place."""
    said = (geo for geo in title.geo.values() if title.tokens.lower[geo.i - 1 : geo.i] == ["in"])
    return next((geo.alpha3 for geo in said if geo.form == "name" and not is_topic(title, geo)), None)


def capital_in_headline(title: Reading) -> str | None:
    """The country of "in Ljubljana" in a headline; it may be a third party's."""
    lower = title.tokens.lower
    said = (geo.alpha3 for geo in title.geo.values() if geo.form == "capital" and lower[geo.i - 1 : geo.i] == ["in"])
    return next(said, None)


def spoken_of(reading: Reading, mention: Mention) -> str | None:
    """ "talks in Santiago, Chile, with the President of the country, X": the last place before in the sentence."""
    i, sentence = mention.i, reading.tokens.sentence
    near = [
        g for g in reading.geo.values() if g.i < i and sentence[g.i] == sentence[i] and g.form in {"name", "capital"}
    ]
    near = [g for g in near if reading.tokens.lower[g.j : g.j + 1] != ["'s"]]
    opens = bool(near) and near[0].form == "name" and near[0].i - reading.tokens.bounds[sentence[i]][0] < 3
    if opens and not reading.tokens.cap[near[0].j]:
        return near[0].alpha3  # "Guyana is ready to trade, the country's President has said": the subject
    office = mention.office
    if office and office.own and mention.name and len({g.alpha3 for g in near}) == 1:
        return near[0].alpha3  # "He met the King of Bhutan, Y, and the country's Prime Minister, X"
    placed = bool(near) and not {"in", "to"}.isdisjoint(reading.tokens.lower[max(0, near[-1].i - 3) : near[-1].i])
    return near[-1].alpha3 if placed else None
