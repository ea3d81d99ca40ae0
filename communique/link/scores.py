"""How well linked tables agree with clusters made by hand: B-cubed for events, actors and copies.

In: a file of labelled reports (see `read_links`) and linked tables. Out: `LinkScores`. B-cubed (Bagga and Baldwin 1998)
asks of each item which share of those that it is put together with belong to it, and which share of those that belong
to it are with it, and takes the means.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from communique.errors import DataError, UsageError
from communique.extract.event.kind import codes
from communique.link.ids import article_id, event_id, profile
from communique.model import Article
from communique.schemas import arrow_schema

Row = dict[str, Any]
_ACTOR = ("name", "role", "country", "organization", "type")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled report: its row of `articles`, not linked, and the labels of its event, actors and text."""

    row: Row
    event: str
    part_of: str | None
    copy: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bcubed:
    """Precision, recall and F1 over `items`."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class LinkScores:
    """The figures of each kind of link; `wrong` lists what is torn apart and what thrown together."""

    scores: Mapping[str, Bcubed]
    wrong: Mapping[str, list[str]]

    def as_dict(self) -> dict[str, Any]:
        """As JSON-ready values."""
        return {
            name: {"precision": one.precision, "recall": one.recall, "f1": one.f1, "items": one.items}
            for name, one in self.scores.items()
        }

    def misses(self, name: str) -> list[str]:
        """What went wrong with one kind of link.

        Raises:
            UsageError: there is no such kind.
        """
        if name not in self.wrong:
            raise UsageError(f"{name!r} is no kind of link", f"there are {', '.join(self.wrong)}")
        return self.wrong[name]

    def misses_text(self, name: str) -> str:
        """The same, a line each."""
        return "\n".join(self.misses(name)) or f"nothing is wrong with {name}"

    def __str__(self) -> str:
        head = f"{'':10}{'precision':>10}{'recall':>10}{'F1':>10}{'items':>8}"
        lines = [
            f"{name:10}{one.precision:10.3f}{one.recall:10.3f}{one.f1:10.3f}{one.items:8,}"
            for name, one in self.scores.items()
        ]
        return "\n".join([head, *lines])


def bcubed(gold: Mapping[Hashable, Hashable], got: Mapping[Hashable, Hashable]) -> Bcubed:
    """B-cubed of a clustering.

    Args:
        gold, got: item to cluster; an item without a cluster in `got` stands alone.

    >>> bcubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"}).precision
    0.555...
    """
    given = {item: got.get(item, ("alone", item)) for item in gold}
    both = Counter((gold[item], given[item]) for item in gold)
    sizes, wanted = Counter(given.values()), Counter(gold.values())
    precision = sum(n * n / sizes[cluster] for (_, cluster), n in both.items())
    recall = sum(n * n / wanted[label] for (label, _), n in both.items())
    total = len(gold) or 1
    return Bcubed(precision / total, recall / total, len(gold))


def read_links(path: str | Path) -> list[Labelled]:
    """Read labelled reports: JSON Lines.

    Each has `id`, `publisher`, `published`, `event_date`, `kind`, `countries`, `title`, `body`, `sectors`, `actors`
    (each with `who`), `event`, and `part_of` and `copy` where there is one.

    Raises:
        UsageError: there is no such file.
        DataError: a line is not of that form.
    """
    path = Path(path)
    if not path.is_file():
        raise UsageError(f"{path} does not exist", "give a file of labelled reports, JSON Lines")
    found = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(_labelled(json.loads(line)))
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise DataError(
                    f"{path}, line {n}: no labelled report: {error!r}", "see tests/gold/README.md"
                ) from error
    if not found:
        raise DataError(f"{path} holds no labelled report")
    return found


def _labelled(line: Row) -> Labelled:
    url = f"https://{line['publisher']}/{line['id']}"
    identity = article_id(Article(line["title"], line["body"], url=url))
    actors = []
    for given in line["actors"]:
        actor = {"type": "person"} | dict.fromkeys(_ACTOR[:-1]) | {k: v for k, v in given.items() if k != "who"}
        key = profile(*(actor[k] for k in ("type", "name", "role", "country", "organization")))
        actors.append({"actor_id": key, **actor})
    plover_type, plover_mode, cameo = codes(line["kind"], Article(line["title"], line["body"]))
    row = dict.fromkeys(arrow_schema("articles").names) | {
        "article_id": identity,
        "event_id": event_id(identity),
        "url": url,
        "publisher": line["publisher"],
        "language": "en",
        "title": line["title"],
        "body": line["body"],
        "body_sha256": sha256(line["body"].encode()).hexdigest(),
        "body_chars": len(line["body"]),
        "rights": "CC-BY-4.0",
        "text_origin": "original",
        "published": _date(line.get("published")),
        "published_source": "metadata" if line.get("published") else None,
        "event_date": _date(line.get("event_date")),
        "event_date_source": "explicit" if line.get("event_date") else None,
        "kind": line["kind"],
        "plover_type": plover_type,
        "plover_mode": plover_mode,
        "cameo_code": cameo,
        "countries": sorted(line["countries"]),
        "actors": actors,
        "sectors": [{"code": code, "primary": False, "start": None, "end": None} for code in line["sectors"]],
        "review": "verified",
    }
    who = tuple(str(actor["who"]) for actor in line["actors"])
    return Labelled(row, str(line["event"]), line.get("part_of"), str(line.get("copy", identity)), who)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def write_articles(rows: Iterable[Row], path: Path) -> Path:
    """Write rows of `articles` by `article_id`, as `link` takes them."""
    ordered = sorted(rows, key=lambda row: row["article_id"])
    pq.write_table(pa.Table.from_pylist(ordered, schema=arrow_schema("articles")), path, row_group_size=4096)
    return path


def evaluate_links(gold: str | Path, tables: str | Path | None = None) -> LinkScores:
    """Hold linked tables against labelled reports.

    Args:
        gold: a file of labelled reports.
        tables: tables that hold those reports, linked; None to link the reports as they are labelled.

    Returns:
        B-cubed precision, recall and F1 of events, actors, copies, and of which event is part of which.
    """
    labelled = read_links(gold)
    if tables is not None:
        return score_links(labelled, Path(tables))
    with TemporaryDirectory() as folder:
        from communique.link.linking import link

        link(write_articles((one.row for one in labelled), Path(folder, "unlinked.parquet")), folder)
        return score_links(labelled, Path(folder))


def score_links(labelled: list[Labelled], tables: Path) -> LinkScores:
    """The scores of tables, as `evaluate_links` gives them."""
    from communique.loading import load

    columns = ["article_id", "event_id", "duplicate_of", "actors"]
    rows = {row["article_id"]: row for row in load("articles", source=tables, as_="arrow", columns=columns).to_pylist()}
    events = load("events", source=tables, as_="arrow")
    wholes = dict(zip(events["event_id"].to_pylist(), events["part_of"].to_pylist(), strict=True))
    if not any(one.row["article_id"] in rows for one in labelled):
        raise DataError(f"{tables} holds none of the labelled reports", "give what was made of them")
    gold: dict[str, dict[Hashable, Hashable]] = defaultdict(dict)
    got: dict[str, dict[Hashable, Hashable]] = defaultdict(dict)
    for one in labelled:
        article = one.row["article_id"]
        row = rows.get(article, {})
        gold["events"][article], gold["copies"][article] = one.event, one.copy
        if row:
            got["events"][article] = row["event_id"]
            got["copies"][article] = row["duplicate_of"] or article
            got["parts"][article] = wholes.get(row["event_id"]) or row["event_id"]
        gold["parts"][article] = one.part_of or one.event
        # by name alone where office or country is told otherwise than labelled
        found: dict[Hashable, Hashable] = {a["name"]: a["actor_id"] for a in row.get("actors", ()) if a["name"]}
        found |= {tuple(a[k] for k in _ACTOR): a["actor_id"] for a in row.get("actors", ())}
        for actor, who in zip(one.row["actors"], one.who, strict=True):
            values = tuple(actor[k] for k in _ACTOR)
            gold["actors"][article, values] = who
            if identity := found.get(values) or found.get(actor["name"]):
                got["actors"][article, values] = identity
    names = ("events", "actors", "copies", "parts")
    return LinkScores(
        {name: bcubed(gold[name], got[name]) for name in names},
        {name: _wrong(gold[name], got[name]) for name in names},
    )


def _wrong(gold: Mapping[Hashable, Hashable], got: Mapping[Hashable, Hashable]) -> list[str]:
    given = {item: got.get(item, ("alone", item)) for item in gold}
    lines = []
    for what, clusters, others in (("torn apart", gold, given), ("thrown together", given, gold)):
        members: dict[Hashable, list[Hashable]] = defaultdict(list)
        for item, cluster in clusters.items():
            members[cluster].append(item)
        for cluster, items in members.items():
            if len(parts := {others[item] for item in items}) > 1:
                shown = cluster if what == "torn apart" else sorted(map(str, parts))
                lines.append(f"{what}: {shown}: {items}")
    return lines
