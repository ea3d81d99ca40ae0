"""The rows of `events` and `actors`, each made from the articles that mention it.

In: article rows (or mentions of actors) sorted by the key of the table to make. Out: one row a key, in that order.
One group is in memory at a time, and of a group only what its row says.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

Row = dict[str, Any]


class Mention(NamedTuple):
    """One participant in one article. `day` is the day of the event or, unknown, of publication."""

    actor_id: str
    day: date | None
    name: str | None
    role: str | None
    type: str
    country: str | None
    organization: str | None


def article_day(row: Row) -> date | None:
    """The day an article stands for: that of its event or, unknown, that of its publication."""
    day: date | None = row["event_date"] or row["published"]
    return day


def mentions(row: Row) -> Iterator[Mention]:
    """The participants of an article row."""
    day = article_day(row)
    for actor in row["actors"]:
        yield Mention(actor["actor_id"], day, *(actor[k] for k in ("name", "role", "type", "country", "organization")))


def event_rows(articles: Iterable[Row]) -> Iterator[Row]:
    """One row an event from article rows sorted by `event_id`, `article_id`."""
    for event_id, group in groupby(articles, itemgetter("event_id")):
        yield _event(event_id, group)


def _event(event_id: str, articles: Iterable[Row]) -> Row:
    countries: set[str] = set()
    sectors: set[str] = set()
    actor_ids: set[str] = set()
    article_ids: list[str] = []
    publishers: set[str] = set()
    for row in articles:
        article_ids.append(row["article_id"])
        countries.update(row["countries"])
        sectors.update(sector["code"] for sector in row["sectors"])
        actor_ids.update(actor["actor_id"] for actor in row["actors"])
        if row["publisher"]:
            publishers.add(row["publisher"])
    return {
        "event_id": event_id,
        "event_date": row["event_date"],
        "kind": row["kind"],
        "countries": sorted(countries),
        "sectors": sorted(sectors),
        "actor_ids": sorted(actor_ids),
        "article_ids": sorted(article_ids),
        "n_publishers": len(publishers),
    }


def actor_rows(mentions: Iterable[Mention]) -> Iterator[Row]:
    """One row an actor from mentions sorted by `actor_id`."""
    for actor_id, group in groupby(mentions, itemgetter(0)):
        yield _actor(actor_id, group)


def _actor(actor_id: str, group: Iterable[Mention]) -> Row:
    names: Counter[str] = Counter()
    roles: dict[str, tuple[date | None, date | None]] = {}
    first: date | None = None
    last: date | None = None
    n_articles = 0
    for mention in group:
        n_articles += 1
        first, last = _widen((first, last), mention.day)
        if mention.name:
            names[mention.name] += 1
        if mention.role:
            roles[mention.role] = _widen(roles.get(mention.role, (None, None)), mention.day)
    name = max(names, key=lambda n: (names[n], len(n), n)) if names else mention.role
    return {
        "actor_id": actor_id,
        "name": name,
        "aliases": sorted(set(names) - {name}),
        "type": mention.type,
        "country": mention.country,
        "organization": mention.organization,
        "roles": [{"role": role, "first": span[0], "last": span[1]} for role, span in sorted(roles.items())],
        "n_articles": n_articles,
        "first_seen": first,
        "last_seen": last,
    }


def _widen(span: tuple[date | None, date | None], day: date | None) -> tuple[date | None, date | None]:
    first, last = span
    if day is None:
        return span
    return (min(first, day) if first else day, max(last, day) if last else day)
