"""A small trio of tables that keeps the contract: four articles, three events, three actors, every column filled."""

from copy import deepcopy
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from communique.schemas import TABLES, arrow_schema, make_id

Row = dict[str, Any]
A1, A2, A3, A4 = (make_id("a", word) for word in ("one", "two", "three", "four"))
TALKS, GRANT, WISH = (make_id("e", word) for word in ("talks", "grant", "wish"))
MINISTER, ENVOY, AGENCY = (make_id("p", word) for word in ("minister", "envoy", "agency"))

TALKS_BODY = "Transport Minister Amina Okoro met the Chilean ambassador on Tuesday.\n\nThey spoke about rail and ports."
GRANT_BODY = "The Harbour Agency gave four cranes to Chile.\n\nMinister A. Okoro handed them over. Ports will gain."


def article(article_id: str, event_id: str, body: str, **values: Any) -> Row:
    """A row of `articles` with usual values where none are given."""
    row: Row = dict.fromkeys(column.name for column in TABLES["articles"].columns)
    row |= {
        "article_id": article_id,
        "event_id": event_id,
        "language": "en",
        "title": "Nigeria and Chile talk about rail",
        "body": body,
        "body_sha256": sha256(body.encode()).hexdigest(),
        "body_chars": len(body),
        "rights": "CC-BY-4.0",
        "text_origin": "retold",
        "kind": "meeting",
        "plover_type": "CONSULT",
        "cameo_code": "040",
        "countries": ["CHL", "NGA"],
        "actors": [],
        "sectors": [],
        "review": "machine",
    }
    return row | values


def minister(name: str, start: int) -> Row:
    """The minister as an article names her, with the evidence at `start`."""
    return {
        "actor_id": MINISTER,
        "name": name,
        "role": "Transport Minister",
        "country": "NGA",
        "organization": None,
        "type": "person",
        "start": start,
        "end": start + len(name),
    }


def envoy(organization: str | None = None) -> Row:
    """The ambassador, whom no article names."""
    return {
        "actor_id": ENVOY,
        "name": None,
        "role": "Ambassador",
        "country": "CHL",
        "organization": organization,
        "type": "person",
        "start": 39,
        "end": 57,
    }


def valid_rows() -> dict[str, list[Row]]:
    """The rows of the three tables, anew at each call."""
    day = {"event_date": date(2024, 3, 5), "event_date_source": "weekday"}
    paper = {
        "source_id": "x-1",
        "url": "https://news.example.org/2024/rail?id=7",
        "publisher": "example.org",
        "byline": "B. Writer",
        "dateline_place": "Abuja",
        "published": date(2024, 3, 6),
        "published_source": "metadata",
    }
    talks_sectors = [
        {"code": "transport", "primary": True, "start": 90, "end": 94},
        {"code": "trade", "primary": False, "start": None, "end": None},
    ]
    talks = {"actors": [minister("Amina Okoro", 19), envoy("Port Authority")], "sectors": talks_sectors} | day
    articles = [
        article(A1, TALKS, TALKS_BODY, **talks, **paper),
        article(A2, TALKS, TALKS_BODY, **talks, **(paper | {"url": None, "publisher": None}), duplicate_of=A1),
        article(
            A3,
            GRANT,
            GRANT_BODY,
            kind="visit",
            plover_mode="visit",
            cameo_code="042",
            rights="facts-only",
            actors=[
                {
                    "actor_id": AGENCY,
                    "name": "Harbour Agency",
                    "role": None,
                    "country": None,
                    "organization": None,
                    "type": "organization",
                    "start": 4,
                    "end": 18,
                },
                minister("A. Okoro", 56),
            ],
        ),
        article(A4, WISH, GRANT_BODY, kind="pledge", plover_type="AGREE", cameo_code="030", review="verified")
        | paper
        | {"event_date": date(2024, 9, 1), "event_date_source": "explicit", "body": None},
    ]
    events = [
        {
            "event_id": event_id,
            "event_date": on,
            "kind": kind,
            "countries": ["CHL", "NGA"],
            "sectors": sectors,
            "actor_ids": sorted(actor_ids),
            "article_ids": sorted(article_ids),
            "n_publishers": n_publishers,
            "first_reported": date(2024, 3, 6) if n_publishers else None,
            "part_of": GRANT if event_id == TALKS else None,
        }
        for event_id, on, kind, sectors, actor_ids, article_ids, n_publishers in (
            (TALKS, date(2024, 3, 5), "meeting", ["trade", "transport"], [MINISTER, ENVOY], [A1, A2], 1),
            (GRANT, None, "visit", [], [AGENCY, MINISTER], [A3], 0),
            (WISH, date(2024, 9, 1), "pledge", [], [], [A4], 1),
        )
    ]
    seen = {"first_seen": date(2024, 3, 5), "last_seen": date(2024, 3, 5)}
    held = {"first": date(2024, 3, 5), "last": date(2024, 3, 5)}
    actors = [
        {
            "actor_id": MINISTER,
            "name": "Amina Okoro",
            "aliases": ["A. Okoro"],
            "type": "person",
            "country": "NGA",
            "organization": None,
            "roles": [{"role": "Transport Minister", **held}],
            "n_articles": 3,
            **seen,
        },
        {
            "actor_id": ENVOY,
            "name": "Ambassador",
            "aliases": [],
            "type": "person",
            "country": "CHL",
            "organization": "Port Authority",
            "roles": [{"role": "Ambassador", **held}],
            "n_articles": 2,
            **seen,
        },
        {
            "actor_id": AGENCY,
            "name": "Harbour Agency",
            "aliases": [],
            "type": "organization",
            "country": None,
            "organization": None,
            "roles": [],
            "n_articles": 1,
            "first_seen": None,
            "last_seen": None,
        },
    ]
    tables = {"articles": articles, "events": events, "actors": actors}
    return {name: [deepcopy(row) for row in rows] for name, rows in tables.items()}


def as_table(name: str, rows: list[Row]) -> pa.Table:
    """Rows as an Arrow table of the contract's types; nulls are allowed everywhere, so that wrong ones fit."""
    loose = pa.schema([field.with_nullable(True) for field in arrow_schema(name)])
    return pa.Table.from_pylist(rows, schema=loose)


def write_tables(folder: Path, rows: dict[str, list[Row]]) -> Path:
    """Write the tables as `normalize` lays them out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, some in rows.items():
        pq.write_table(as_table(name, some), folder / f"{name}.parquet", row_group_size=2)
    return folder
