"""Complements that tell for which country an office is held, or in which it is served: "of Namibia", "to Syria".

In: a `Complement`. Out: the word behind it, None where it is of another kind.
"""

from communique.extract.offices.complement import NOTHING, Complement
from communique.extract.offices.heads import skip_the, words
from communique.extract.offices.houses import leads_run, of_house
from communique.extract.offices.national import of_country, whole_name
from communique.extract.offices.postings import country_behind
from communique.extract.offices.runs import name_run
from communique.extract.words.reading import ORGANS, Geo

_ORGANS_OF_HOUSES = ("committee", "commission", "delegation")


def of_legislature(c: Complement) -> int | None:
    """ "member of the Storting's delegation to the Nordic Council", "Speaker of the Knesset"."""
    geo = c.geo
    if geo is None or geo.form not in ORGANS or c.word != "of":
        return None
    if panel := of_house(c.reading, geo):
        c.part.countries.append(geo.alpha3)
        return c.add(panel)
    if c.next_is(geo.j, *_ORGANS_OF_HOUSES):
        return None
    return _held_for(c, geo)


def in_legislature(c: Complement) -> int | None:
    """ "chair of the friendship group in the Riigikogu", "Assistant Secretary in the Bureau of African Affairs"."""
    geo = c.geo
    if geo is None or geo.form not in ORGANS or c.word not in {"in", "at"}:
        return None
    if not c.part.pieces and geo.form != "ministry":
        return None
    c.part.countries.append(geo.alpha3)
    return c.add(geo.j)


def of_state(c: Complement) -> int | None:
    """ "of the Turkish Ministry of Trade", "President of Tatarstan of the Russian Federation"."""
    geo = c.geo
    if geo is None:
        return None
    if end := _about(c, geo):
        return c.add(end)
    if ended := of_country(c.reading, c.at, c.start, geo, c.word, c.head, c.part, c.greedy):
        return ended
    if leads_run(c.reading, geo.j, geo.form):
        return None
    c.part.region = (geo.region or c.part.region) if c.word == "of" else None
    return _held_for(c, geo)


def _about(c: Complement, geo: Geo) -> int | None:
    """ "Envoy for Ukraine's Economic Recovery", "Committee on Chad's Integration into the EU": what it is all about."""
    if c.word not in {"for", "on"} or geo.form != "name" or not c.next_is(geo.j, "'s"):
        return None
    end, is_body = name_run(c.reading, geo.j + 1, True)
    if end == geo.j + 1 or is_body or c.lower[end - 1] in words("ministry", "body", "chamber"):
        return None
    k = skip_the(c.lower, end + 1) if c.next_is(end, "into", "to", "with") else end
    known = c.reading.body.get(k) or c.reading.geo.get(k)
    return known.j if known and k > end else end


def of_whole_name(c: Complement) -> int | None:
    """ "of the Kuwait Fund for Arab Economic Development": a body that is called after a country."""
    return (whole_name(c.reading, c.geo, c.head, c.part) or None) if c.geo and c.greedy else None


def _held_for(c: Complement, geo: Geo) -> int:
    end = country_behind(c.reading, c.at, geo.j, c.word, c.head, c.part, geo.alpha3, geo.form)
    return NOTHING if end is None else end
