"""The table `articles` with its links put in; of an earlier table what stays is copied, not read.

In: a `Whole`, and what linking found. Out: one file. Row groups of the earlier table of which all rows stay are taken
over as they are (`communique.row_groups`), but for the columns with links where one changed; small ones, and those of
which a row goes, are written anew with the new articles, so that there are never many small ones.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.link.corpus import Ints
from communique.link.onto import Mask, Whole
from communique.link.tables import lists_of
from communique.row_groups import Parts, Piece, put_together, rows_of
from communique.schemas import arrow_schema
from communique.schemas.keys import Hashes, text_ids
from communique.thrift import Malformed

ROWS_A_GROUP = 4096
_SMALL = 1024  # rows; groups of fewer are not kept
_LINKS = ("event_id", "actors", "duplicate_of")


@dataclass(frozen=True)
class Links:
    """What linking found: the event of each article and of what it is a copy (0: of none), and of each mention the
    actor, and whether it is kept.
    """

    events: Hashes
    originals: Hashes
    actors: Hashes
    kept: Mask


class _Kept(NamedTuple):
    """A row group that is taken over, and the places of its rows in the corpus."""

    parts: Parts
    group: int
    places: Ints


def write_articles(whole: Whole, links: Links, path: Path) -> None:
    """Write the table.

    Args:
        whole: the articles.
        links: what linking found of them.
        path: the file to write; files of its name with a further ending come and go.
    """
    places = whole.places()
    kept = list(_kept(whole, places, path.with_suffix(".like")))
    rest = path.with_suffix(".rest") if kept else path
    schema = arrow_schema("articles")
    _write(_in_groups(_linked(whole.batches(places), whole, links)), schema, rest)
    if not kept:
        return
    changed = _changed(whole, links)
    touched = [one for one in kept if changed[one.places].any()]
    patch = path.with_suffix(".patch")
    _write(_linked(_columns_with_links(touched), whole, links), pa.schema(map(schema.field, _LINKS)), patch)
    put_together(_pieces(kept, touched, Parts(rest), Parts(patch)), Parts(rest), path)
    rest.unlink()
    patch.unlink()


def _kept(whole: Whole, places: Ints, like: Path) -> Iterator[_Kept]:
    """The row groups that can be taken over; their rows are struck out of `places`."""
    with pq.ParquetWriter(like, arrow_schema("articles"), compression="zstd"):
        pass
    schema = Parts(like).schema
    like.unlink()
    start = 0
    for path, rows in zip(whole.files[:-1], whole.rows, strict=False):
        try:
            parts = Parts(path)
        except Malformed:
            start += rows
            continue
        for n, group in enumerate(parts.groups):
            here = places[start : start + rows_of(group)]
            start += len(here)
            if len(here) >= _SMALL and (here >= 0).all() and parts.schema == schema:
                yield _Kept(parts, n, here.copy())
                here[:] = -1


def _pieces(kept: list[_Kept], touched: list[_Kept], rest: Parts, patch: Parts) -> Iterator[Piece]:
    number = {(one.parts.path, one.group): n for n, one in enumerate(touched)}
    for parts, group, _ in kept:
        n = number.get((parts.path, group))
        yield parts, group, None if n is None else (patch, n)
    for n in range(len(rest.groups)):
        yield rest, n, None


def _changed(whole: Whole, links: Links) -> Mask:
    """Which articles have other links than they had."""
    corpus, old, was = whole.corpus, whole.old, whole.was
    there = np.flatnonzero(was >= 0)
    changed = np.ones(len(corpus), bool)
    changed[there] = links.events[there] != old.events[was[there]]
    changed[there] |= links.originals[there] != old.originals[was[there]]
    there = there[corpus.rows[there] < len(old)]
    at = corpus.mentions.within(there)
    other = ~links.kept[at] | (links.actors[at] != old.actors[old.mentions.within(was[there])])
    changed[corpus.mentions.rows[at][other]] = True
    return changed


def _columns_with_links(touched: list[_Kept]) -> Iterator[tuple[Ints, pa.RecordBatch]]:
    for parts, group, places in touched:
        with pq.ParquetFile(parts.path, pre_buffer=False) as file:
            yield places, file.read_row_group(group, columns=list(_LINKS)).combine_chunks().to_batches()[0]


def _linked(rows: Iterable[tuple[Ints, pa.RecordBatch]], whole: Whole, links: Links) -> Iterator[pa.Table]:
    """Rows with their links put in."""
    for places, batch in rows:
        at = whole.corpus.mentions.within(places)
        yield with_links(batch, links.events[places], links.originals[places], links.actors[at], links.kept[at])


def with_links(batch: pa.RecordBatch, events: Hashes, originals: Hashes, actors: Hashes, kept: Mask) -> pa.Table:
    """Articles with their links put in: the event, the actors, and of what each is a copy.

    Args:
        batch: rows of `articles`, with all columns or only those of links.
        events, originals: of each row; 0 stands for no original.
        actors, kept: of each mention in the rows.
    """
    schema = pa.schema([field for field in arrow_schema("articles") if field.name in batch.schema.names])
    table = pa.Table.from_batches([batch]).select(schema.names).cast(schema)
    mentions = batch["actors"].flatten()
    fields = {field.name: mentions.field(field.name) for field in mentions.type} | {"actor_id": text_ids("p", actors)}
    structs = pa.StructArray.from_arrays([fields[name] for name in fields], list(fields)).filter(pa.array(kept))
    rows = np.repeat(np.arange(batch.num_rows), batch["actors"].value_lengths().to_numpy(zero_copy_only=False))[kept]
    for name, column in (
        ("event_id", text_ids("e", events)),
        ("actors", lists_of(rows, structs, batch.num_rows)),
        ("duplicate_of", pc.if_else(pa.array(originals > 0), text_ids("a", originals), None)),
    ):
        at = schema.get_field_index(name)
        table = table.set_column(at, schema.field(at), column.cast(schema.field(at).type))
    return table


def _in_groups(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows, `ROWS_A_GROUP` at a time."""
    waiting: list[pa.Table] = []
    for table in tables:
        waiting.append(table)
        while (rows := sum(map(len, waiting))) >= ROWS_A_GROUP:
            both = pa.concat_tables(waiting)
            yield both[:ROWS_A_GROUP]
            waiting = [both[ROWS_A_GROUP:]] if rows > ROWS_A_GROUP else []
    if waiting:
        yield pa.concat_tables(waiting)


def _write(groups: Iterable[pa.Table], schema: pa.Schema, path: Path) -> None:
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for group in groups:
            writer.write_table(group)
