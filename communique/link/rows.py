"""The row of `articles` for one page: what reader, splitter and extractor say of it, with ids, hashes and codes.

In: a `Page`, its `Article` and its `Record`. Out: a dictionary with the columns of the contract.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from communique.extract.event.kind import codes
from communique.link.ids import actor_id, event_id
from communique.model import Actor, Article, Page, Record, Sector

Row = dict[str, Any]

_OF_ARTICLE = (
    *("url", "publisher", "language", "title", "byline", "dateline_place", "body"),
    *("published", "published_source"),
)
_ACTOR = tuple(f.name for f in fields(Actor))
_SECTOR = tuple(f.name for f in fields(Sector))


def article_row(identity: str, page: Page, article: Article, record: Record, *, review: str) -> Row:
    """The row of a page as far as it alone can tell: an event and actors of its own, which `link` then joins.

    Args:
        identity: its `article_id`.
        page: what the reader says of it; its text is not looked at.
        article: what `page.split` says.
        record: what `extract.extract` or a reviewer says.
        review: "machine" or "verified".
    """
    plover_type, plover_mode, cameo_code = codes(record.kind, article)
    actors = _with_ids(record.actors)
    return {
        "article_id": identity,
        "source_id": page.source_id,
        "event_id": event_id(identity),
        **{column: getattr(article, column) for column in _OF_ARTICLE},
        "body_sha256": hashlib.sha256(article.body.encode()).hexdigest(),
        "body_chars": len(article.body),
        "rights": page.rights or "facts-only",
        "text_origin": page.text_origin or "original",
        "event_date": record.event_date,
        "event_date_source": record.event_date_source,
        "kind": record.kind,
        "plover_type": plover_type,
        "plover_mode": plover_mode,
        "cameo_code": cameo_code,
        "countries": record.countries,
        "actors": actors,
        "sectors": [_values(sector, _SECTOR) for sector in record.sectors],
        "duplicate_of": None,
        "review": review,
    }


def _values(of: Actor | Sector, names: tuple[str, ...]) -> Row:
    return {name: getattr(of, name) for name in names}  # `asdict` copies deeply, at ten times the cost


def _with_ids(actors: Iterable[Actor]) -> list[Row]:
    """Actors as rows, each id once: two entries with one id are one participant told twice."""
    rows: dict[str, Row] = {}
    for actor in actors:
        identity = actor_id(actor)
        rows.setdefault(identity, {"actor_id": identity, **_values(actor, _ACTOR)})
    return list(rows.values())
