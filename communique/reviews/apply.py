"""A review over the machine's values: what it decides, what it leaves open, and where the evidence stands.

In: an article, its record, and the values of a review. Out: both with the reviewer's values, each actor and sector with
the place in the body that proves it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from communique import agreement
from communique.model import FORETOLD, Actor, Article, Record, Sector
from communique.registry.matcher import Matcher
from communique.reviews.values import EVIDENCE, OF_ARTICLE, OF_RECORD

_RESOLVED = ("partial", "weekday", "relative")  # sources of an event_date that was reckoned from `published`


def apply(article: Article, record: Record, values: Mapping[str, Any]) -> tuple[Article, Record]:
    """Put the values of a review in the place of the machine's.

    Evidence of actors and sectors is what the review quotes, else the machine's for the same entry, else the first
    place that names it, else none. Fields that the review leaves open stay the machine's, unless they would contradict
    it: a day reckoned from another day of publication goes, and so do actors of countries that are no parties.
    """
    after = replace(article, **{key: values[key] for key in OF_ARTICLE if key in values})
    changed = replace(record, **{key: values[key] for key in OF_RECORD if key in values})
    same_body = after.body == article.body  # if not, offsets of the machine point into another text
    if "actors" in values or not same_body:
        given = values["actors"] if "actors" in values else list(map(asdict, record.actors))
        changed = replace(changed, actors=_actors(given, record.actors if same_body else [], after.body))
    if "sectors" in values or not same_body:
        given = values["sectors"] if "sectors" in values else list(map(asdict, record.sectors))
        changed = replace(changed, sectors=_sectors(given, record.sectors if same_body else [], after.body))
    return after, _settled(changed, article, after, values)


def _settled(record: Record, before: Article, after: Article, values: Mapping[str, Any]) -> Record:
    """The record without machine values that contradict reviewed ones."""
    if "countries" in values:
        parties = set(record.countries)
        if "actors" not in values:
            kept = [actor for actor in record.actors if actor.country is None or actor.country in parties]
            record = replace(record, actors=kept)
    else:
        represented = {actor.country for actor in record.actors if actor.country}
        record = replace(record, countries=sorted(represented | set(record.countries)))
    if "event_date" not in values and record.event_date:
        moved = before.published != after.published and record.event_date_source in _RESOLVED
        late = after.published is not None and record.event_date > after.published and record.kind not in FORETOLD
        if moved or late:
            record = replace(record, event_date=None, event_date_source=None)
    return record


# --- evidence --------------------------------------------------------------------------------------------------------

Entry = Mapping[str, Any]
Span = tuple[int, int]


def _actors(given: Sequence[Entry], machine: Sequence[Actor], body: str) -> list[Actor]:
    known = [asdict(actor) for actor in machine if actor.start is not None]
    partner = dict(agreement.pair(given, known))
    actors = []
    for n, entry in enumerate(given):
        other = known[partner[n]] if n in partner else None
        span = _quoted(entry, body)
        if span is None and other and agreement.proves_actor({**entry, **_offsets(_span(other))}, body):
            span = _span(other)
        actors.append(Actor(**_plain(entry), **_offsets(span or _first(entry.get("name") or entry.get("role"), body))))
    return actors


def _sectors(given: Sequence[Entry], machine: Sequence[Sector], body: str) -> list[Sector]:
    known = {sector.code: asdict(sector) for sector in machine if sector.start is not None}
    sectors = []
    for entry in given:
        span = _quoted(entry, body)
        if span is None and entry["code"] in known:
            span = _span(known[entry["code"]])
        sectors.append(
            Sector(**_plain(entry), **_offsets(span or next(agreement.sector_spans(entry["code"], body), None)))
        )
    return sectors


def _quoted(entry: Entry, body: str) -> Span | None:
    """Where the words stand that the review quotes."""
    quote = entry.get(EVIDENCE)
    start = body.find(quote) if quote else -1
    return (start, start + len(quote)) if quote and start >= 0 else None


def _first(term: str | None, body: str) -> Span | None:
    """The first place in the body that has the term, capitals and marks apart."""
    found = Matcher({term: True}).find(body) if term else []
    return (found[0].start, found[0].end) if found else None


def _span(entry: Entry) -> Span:
    return entry["start"], entry["end"]


def _offsets(span: Span | None) -> dict[str, Any]:
    start, end = span or (None, None)
    return {"start": start, "end": end}


def _plain(entry: Entry) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in ("start", "end", EVIDENCE)}
