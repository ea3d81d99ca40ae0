"""The table `articles` with its links put in; of an earlier table what stays is copied, not read.

In: a `Whole`, and what linking found. Out: one file. Row groups of the earlier table of which all rows stay are taken
over as they are (`communique.parquet`), but for the columns with links where one changed; small ones, and those of
which a row goes, are written anew with the new articles, so that there are never many small ones.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.link.clusters import Mask
from communique.link.corpus import Ints, starts_of
from communique.link.onto import Whole
from communique.link.tables import lists_of
from communique.parquet.row_groups import Group, Parts, put_together, rows_of
from communique.parquet.thrift import Malformed
from communique.schemas import arrow_schema
from communique.schemas.keys import Hashes, text_ids

ROWS_A_GROUP = 4096  # some 15 MB of news text: small enough for the memory, large enough to compress
_SMALL = 1024  # rows; groups of fewer are not kept
_PAGE, _AT_ONCE = 1 << 16, 64  # bytes and rows, of which the greater fills a page: few bodies are read without the rest
_SINGLE = (  # columns whose values hardly ever come again
    *("article_id", "source_id", "event_id", "actor_id", "duplicate_of", "part_of", "article_ids.list.element"),
    *("actor_ids.list.element", "url", "title", "body", "body_sha256"),
)
LINKS = ("event_id", "actors", "duplicate_of")
_IDS = "actor_ids"


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


def changed_links(whole: Whole, links: Links) -> dict[str, Mask]:
    """For each column of links, which articles have others than they had; new articles are not among them."""
    corpus, old, was = whole.corpus, whole.old, whole.was
    there = np.flatnonzero(~whole.fresh)
    changed = {name: np.zeros(len(corpus), bool) for name in LINKS}
    changed["event_id"][there] = links.events[there] != old.events[was[there]]
    changed["duplicate_of"][there] = links.originals[there] != old.originals[was[there]]
    at = corpus.mentions.within(there)
    other = ~links.kept[at] | (links.actors[at] != old.actors[old.mentions.within(was[there])])
    changed["actors"][corpus.mentions.rows[at][other]] = True
    return changed


def write_articles(whole: Whole, links: Links, changed: dict[str, Mask], path: Path) -> Ints:
    """Write the table; returns for each article its row.

    Args:
        whole: the articles.
        links: what linking found of them.
        changed: as `changed_links` says.
        path: the file to write; files of its name with a further ending come and go.
    """
    places = whole.places()
    kept = list(_kept(whole, places, path.with_suffix(".like")))
    order = np.concatenate([*(one.places for one in kept), places[places >= 0]])
    rows = np.empty(len(order), np.int64)
    rows[order] = np.arange(len(order))
    rest = path.with_suffix(".rest") if kept else path
    schema = arrow_schema("articles")
    write_groups(_in_groups(_linked(whole.batches(places), whole, links)), schema, rest)
    if not kept:
        return rows
    pieces: list[tuple[Group, list[Group]]] = [((one.parts, one.group), []) for one in kept]
    patches = []
    for name, some in _patches(whole, links, changed).items():
        touched = [n for n, one in enumerate(kept) if some[one.places].any()]
        patches.append(path.with_suffix(f".{name}"))
        columns = _columns(name, [kept[n] for n in touched], whole, links)
        write_groups(columns, pa.schema([_field(name)]), patches[-1])
        parts = Parts(patches[-1])
        for group, n in enumerate(touched):
            pieces[n][1].append((parts, group))
    like = Parts(rest)
    put_together([*pieces, *(((like, n), ()) for n in range(len(like.groups)))], like, path)
    for one in (rest, *patches):
        one.unlink()
    return rows


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


def _patches(whole: Whole, links: Links, changed: dict[str, Mask]) -> dict[str, Mask]:
    """For each column that is written anew, and for the ids of participants alone, the articles that ask for it."""
    fewer = np.zeros(len(whole.corpus), bool)
    fewer[whole.corpus.mentions.rows[~links.kept]] = True
    return {_IDS: changed["actors"], **changed, "actors": fewer}  # the later stands in place of the earlier


def _field(name: str) -> pa.Field:
    """The column of `articles`; `_IDS` is that of participants with nothing but their ids."""
    if name != _IDS:
        return arrow_schema("articles").field(name)
    whole = arrow_schema("articles").field("actors")
    item = whole.type.value_field
    return whole.with_type(pa.list_(item.with_type(pa.struct([item.type.field("actor_id")]))))


def _columns(name: str, groups: Iterable[_Kept], whole: Whole, links: Links) -> Iterator[pa.Table]:
    """A column of row groups with links put in; of participants the rest is read."""
    schema = pa.schema([_field(name)])
    for path, some in groupby(groups, lambda one: one.parts.path):
        with pq.ParquetFile(path, pre_buffer=False) as file:
            for _, group, places in some:
                read = file.read_row_group(group, columns=[name]) if name == "actors" else None
                was = read[name].combine_chunks() if read else None
                yield pa.table([_links(name, places, was, whole, links)], schema)


def _linked(rows: Iterable[tuple[Ints, pa.RecordBatch]], whole: Whole, links: Links) -> Iterator[pa.Table]:
    """Rows with their links put in."""
    schema = arrow_schema("articles")
    for places, batch in rows:
        table = pa.Table.from_batches([batch]).select(schema.names).cast(schema)
        for name in LINKS:
            column = _links(name, places, batch["actors"], whole, links)
            table = table.set_column(schema.get_field_index(name), schema.field(name), column)
        yield table


def _links(name: str, places: Ints, actors: pa.ListArray | None, whole: Whole, links: Links) -> pa.Array:
    """A column of links of some articles: the events, what each is a copy of, or `actors` with other ids, if they are
    given.
    """
    if name == "event_id":
        made = text_ids("e", links.events[places])
    elif name == "duplicate_of":
        originals = links.originals[places]
        made = pc.if_else(pa.array(originals > 0), text_ids("a", originals), None)
    else:
        mentions = whole.corpus.mentions
        at = mentions.within(places)
        if actors is None:
            actors = _without_ids(mentions.starts[places + 1] - mentions.starts[places])
        made = _actors(actors, links.actors[at], links.kept[at])
    return made.cast(_field(name).type)


def _without_ids(sizes: Ints) -> pa.ListArray:
    """Lists of so many participants, of whom nothing is told."""
    starts = starts_of(sizes)
    nothing = pa.StructArray.from_arrays([pa.nulls(int(starts[-1]), pa.string())], ["actor_id"])
    return pa.ListArray.from_arrays(pa.array(starts.astype(np.int32)), nothing)


def _actors(lists: pa.ListArray, actors: Hashes, kept: Mask) -> pa.ListArray:
    """Lists of participants with other ids, and only those that are kept."""
    mentions = lists.flatten()
    fields = {field.name: mentions.field(field.name) for field in mentions.type} | {"actor_id": text_ids("p", actors)}
    structs = pa.StructArray.from_arrays(list(fields.values()), list(fields)).filter(pa.array(kept))
    rows = np.repeat(np.arange(len(lists)), lists.value_lengths().to_numpy(zero_copy_only=False))[kept]
    return lists_of(rows, structs, len(lists))


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


def write_groups(groups: Iterable[pa.Table], schema: pa.Schema, path: Path) -> int:
    """Write a Parquet file of row groups, of bodies in small pages, told by no least and greatest; returns its rows."""
    written = 0
    leaves = [leaf for field in schema for leaf in _leaves(field.name, field.type)]
    options = {
        "use_dictionary": [leaf for leaf in leaves if leaf not in _SINGLE],
        "write_statistics": [leaf for leaf in leaves if leaf != "body"],
        "data_page_size": _PAGE,
        "write_batch_size": _AT_ONCE,
    }
    with pq.ParquetWriter(path, schema, compression="zstd", **options) as writer:
        for group in groups:
            writer.write_table(group)
            written += len(group)
    return written


def _leaves(path: str, type: pa.DataType) -> Iterator[str]:
    """The columns that Parquet makes of a column."""
    if pa.types.is_list(type):
        yield from _leaves(f"{path}.list.element", type.value_type)
    elif pa.types.is_struct(type):
        for field in type:
            yield from _leaves(f"{path}.{field.name}", field.type)
    else:
        yield path
