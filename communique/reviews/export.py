"""Tables in, a review sheet out: the articles to read, each with its values in cells that a person can change.

In: the table `articles`. Out: CSV, all of it or a sample, which is the same for the same articles. Where bodies are
withheld, pages can be given from which the sheet shows them.
"""

import hashlib
import heapq
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.errors import DataError, UsageError
from communique.link.ids import article_id
from communique.model import Page, Unusable
from communique.reviews.cells import cell
from communique.reviews.sheet import EDITED, MOST_CHARS, SHOWN, STATE, write_sheet
from communique.reviews.values import column_of

Row = dict[str, Any]

START = 600  # characters of the body that a sheet shows
_BATCH = 2048


def export_sheet(
    tables: str | Path,
    out: str | Path,
    *,
    pages: Iterable[str | Path] = (),
    sample: int | None = None,
    only: str | None = None,
    full_text: bool = False,
    delimiter: str = ",",
) -> int:
    """Write a sheet for people to review.

    Args:
        tables: a directory that `normalize` wrote, a release, or one Parquet file of articles.
        out: the CSV file to write; it must not be there.
        pages: files and folders of the pages, to show bodies that the tables withhold.
        sample: only so many articles, drawn by their ids: the same ones each time.
        only: "machine" for articles that nobody has verified, "verified" for the others.
        full_text: show the whole body, as far as a cell can hold it, and not its beginning.
        delimiter: between cells: ",", ";" or a tab.

    Returns:
        The number of articles written.

    Raises:
        UsageError: there are no tables, or `out` is there.
        DataError: a table cannot be read.
    """
    from communique.schemas.values import REVIEWS

    if only is not None and only not in REVIEWS:
        raise UsageError(f"no article is {only!r}", f"give one of {', '.join(REVIEWS)}")
    rows: Iterable[Row] = (row for row in articles(tables) if only in (None, row["review"]))
    if sample is not None:
        rows = sorted(heapq.nsmallest(sample, rows, key=_draw), key=lambda row: row["article_id"])
    bodies: dict[str, str] = {}
    if pages:
        rows = list(rows)
        bodies = _bodies(pages, {row["article_id"]: row["body_sha256"] for row in rows if row["body"] is None})
    return write_sheet((_cells(row, bodies, full_text) for row in rows), Path(out), delimiter)


def _draw(row: Row) -> str:
    return hashlib.sha256(row["article_id"].encode()).hexdigest()


def articles(tables: str | Path, ids: Iterable[str] | None = None) -> Iterator[Row]:
    """The rows of the table `articles`, or those of some ids.

    Args:
        tables: a directory that `normalize` wrote, a release, or one Parquet file.
        ids: keys of the articles to read; all if left out.

    Raises:
        UsageError: there is nothing.
        DataError: the table is missing or cannot be read.
    """
    from communique.validation.files import find_tables

    files = find_tables(Path(tables)).get("articles")
    if not files:
        raise DataError(f"{tables} holds no table of articles", "give what `communique normalize --out` wrote")
    wanted = None if ids is None else pa.array(sorted(ids), pa.string())
    for file in files:
        try:
            with pq.ParquetFile(file) as parquet:
                for batch in parquet.iter_batches(_BATCH):
                    kept = batch if wanted is None else batch.filter(pc.is_in(batch["article_id"], value_set=wanted))
                    yield from kept.to_pylist()
        except (pa.ArrowException, OSError, KeyError) as error:
            raise DataError(f"{file} cannot be read: {error}", "communique validate says more") from error


def _bodies(pages: Iterable[str | Path], withheld: Mapping[str, str]) -> dict[str, str]:
    """The bodies of articles, found in their pages.

    Args:
        pages: files and folders of pages.
        withheld: the articles to look for, each with the hash of its body.
    """
    from communique.page import split
    from communique.sources import read

    found = {}
    for page in read(pages):
        if isinstance(page, Page):
            try:
                article = split(page)
            except Unusable:
                continue
            identity = article_id(article)
            if withheld.get(identity) == hashlib.sha256(article.body.encode()).hexdigest():
                found[identity] = article.body
    return found


def _cells(row: Row, bodies: Mapping[str, str], full_text: bool) -> dict[str, str]:
    """A row of the sheet."""
    body = row["body"] if row["body"] is not None else bodies.get(row["article_id"], "")
    most = MOST_CHARS if full_text else START
    shown = body if len(body) <= most else body[:most].rstrip() + " …"
    known = {name: row[name] or "" for name in SHOWN if name != "text"}
    return {**known, "text": shown, **edited_cells(row), STATE: state(row)}


def edited_cells(row: Row) -> dict[str, str]:
    """The cells of a row that a person may change, as they are exported."""
    return {name: cell(column_of(name), row[name]) for name in EDITED}


def state(row: Row) -> str:
    """A short digest of what a sheet shows of a row, to tell whether the table still holds the same."""
    parts = [row["article_id"], row["body_sha256"], *edited_cells(row).values()]
    return "x-" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
