"""Where the event takes place and where people have come from, told by cities as well as by countries.

In: a `Reading`. Out: codes of countries. A local official or the head of a body whom the text gives no nationality is
of the place at which a foreign guest meets them; "who had flown in from Bratislava" tells whose official somebody is.
"""

from collections.abc import Iterator

from communique.extract.classes import word_class
from communique.extract.heads import CALENDAR
from communique.extract.offices import Office
from communique.extract.people import Mention
from communique.extract.reading import Reading
from communique.registry.cities import city_country

LEAD_SENTENCES = 4
_MOTION = word_class("motion")
_JOINING = frozenset(["connected", "joined", "participated", "online", "remotely", "link", "videolink"])
_MET = frozenset(["meet", "meets", "met", "received", "welcomed", "hosted", "greeted", "with", "call", "called"])
_REACH = 14


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
        return city_country(tokens.span(k, k + 2))
    return city_country(tokens.word[k])


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
        place = country_at(reading, k + 1) if word == "in" else None
        if place:
            yield place
    place = city_country(dateline) if dateline else None
    if place:
        yield place


def hosts_at(reading: Reading, mention: Mention) -> str | None:
    """ "In Lusaka, the Minister will meet President X": where those live who are met; "X said on Friday in Cairo"."""
    tokens, i, j = reading.tokens, mention.i, mention.j
    begin, end = tokens.bounds[tokens.sentence[i]]
    place = country_at(reading, begin + 1) if tokens.lower[begin] in {"in", "at"} else None
    if place and any(word in _MET for word in tokens.lower[begin:i]):
        return place
    for k in range(j, min(j + 7, end - 1)):
        if tokens.lower[k] in {"said", "told", "announced"}:
            near = range(k + 1, min(k + 6, end - 1))
            at = next((q for q in near if tokens.lower[q] == "in" and q + 1 in reading.geo), None)
            return reading.geo[at + 1].alpha3 if at and reading.geo[at + 1].form == "capital" else None
    return None


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


def came_from(reading: Reading, mention: Mention, others: set[int]) -> str | None:
    """ "X had made the journey from Bratislava", "from Yerevan came X": the country of the place.

    `others` has the first words of all mentions: behind the next one it is somebody else who has come.
    """
    tokens, i, j = reading.tokens, mention.i, mention.j
    moving = False
    for k in range(j, min(j + _REACH, len(tokens) - 1)):
        if tokens.sentence[k] != tokens.sentence[i] or k in others:
            break
        moving = moving or tokens.lower[k] in _MOTION
        if tokens.lower[k] == "from" and moving:
            return country_at(reading, k + 1)
    if i > 2 and tokens.lower[i - 1] in _MOTION and tokens.lower[max(0, i - 4) : i].count("from"):
        return country_at(reading, tokens.lower.index("from", max(0, i - 4)) + 1)
    return None
