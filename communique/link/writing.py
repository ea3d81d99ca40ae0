"""The three tables, written; of those of an earlier run only what is new or changed is added up again.

In: a `Whole`, what linking found, and where earlier tables are. Out: the tables. What an event or an actor is told by
stands in its articles, so that rows of which no article is new or has other links stay as they were.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from communique.link.articles import Links, changed_links, write_articles, write_groups
from communique.link.clusters import Mask, among, distinct
from communique.link.corpus import Ints, places
from communique.link.events import parts_of_visits
from communique.link.onto import Whole
from communique.link.tables import BLOCK, EventTable, actor_blocks
from communique.schemas import arrow_schema
from communique.schemas.keys import Hashes, id_numbers


def write_tables(whole: Whole, links: Links, out: Path, earlier: Path | None) -> tuple[Ints, dict[str, int]]:
    """Write the tables.

    Args:
        whole: the articles.
        links: what linking found of them.
        out: the directory.
        earlier: that of the tables of the earlier run; None if there is none or they were made differently.

    Returns:
        For each article its row, and how many rows each table has.
    """
    corpus, old = whole.corpus, whole.old
    changed = changed_links(whole, links)
    rows = write_articles(whole, links, changed, out / "articles.parquet")
    table = EventTable(corpus, links.events, links.kept, links.actors)
    kept = links.kept
    if earlier is None:
        every = np.ones(len(table), bool)
        table.part_of = _parts(table, every, every)
        events, actors = table.blocks(), actor_blocks(corpus, kept, links.actors)
    else:
        again = whole.fresh | changed["event_id"] | changed["actors"]
        before = _before(whole, again)
        path = earlier / "events.parquet"
        ids = np.append(links.events[again], old.events[before])
        ids = np.append(ids, _moved_parts(path, table, ids))
        events = _replaced(path, ids, table.only(ids).blocks())
        of_actors = again[corpus.mentions.rows], before[old.mentions.rows]
        ids = np.append(links.actors[of_actors[0]], old.actors[of_actors[1]])
        made = actor_blocks(corpus, kept & among(links.actors, ids), links.actors)
        actors = _replaced(earlier / "actors.parquet", ids, made)
    counts = {"articles": len(corpus)}
    for name, blocks in (("events", events), ("actors", actors)):
        counts[name] = write_groups(blocks, arrow_schema(name), out / f"{name}.parquet")
    return rows, counts


def _before(whole: Whole, again: Mask) -> Mask:
    """Which earlier articles are gone, or are now `again` looked at."""
    found = np.ones(len(whole.old), bool)
    was = whole.was[~again]
    found[was[was >= 0]] = False
    return found


def _replaced(path: Path, ids: Hashes, blocks: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The rows of an earlier table, but new ones for some keys.

    Args:
        path: of the earlier table, by its key, which is the first column.
        ids: the keys of which no row stays.
        blocks: the new rows, by key.
    """
    ids = distinct(ids)
    with pq.ParquetFile(path, pre_buffer=False) as file:
        schema = file.schema_arrow
        new = pa.concat_tables([schema.empty_table(), *(block.cast(schema) for block in blocks)]).combine_chunks()
        keys = id_numbers(new[0].combine_chunks())
        start = 0
        for batch in file.iter_batches(BLOCK):
            here = id_numbers(batch[0])
            end = int(np.searchsorted(keys, here[-1], "right"))
            both = pa.concat_tables([pa.Table.from_batches([batch]), new[start:end]])
            order = np.argsort(np.append(here, keys[start:end]), kind="stable")
            stay = np.append(~among(here, ids), np.ones(end - start, bool))
            yield both.take(pa.array(order[stay[order]]))
            start = end
        if start < len(new):
            yield new[start:]


def _parts(table: EventTable, parts: Mask, wholes: Mask) -> Hashes:
    """For each event the one that it is part of, 0 if there is none, or it or the other is not asked for."""
    found, visits = parts_of_visits(table.kinds, table.days, table.parties, table.takers, table.who, parts, wholes)
    part_of: Hashes = np.zeros(len(table), np.uint64)
    part_of[found] = table.ids[visits]
    return part_of


def _moved_parts(path: Path, table: EventTable, changed: Hashes) -> Hashes:
    """Tell of what events are parts; returns those that are part of another event than before.

    It is asked again of those that changed, and of those that were part, or may be, of one that changed.

    Args:
        path: of the earlier table.
        table: the new one.
        changed: events that are new, not as they were, or gone.
    """
    with pq.ParquetFile(path, pre_buffer=False) as file:
        earlier = file.read(columns=["event_id", "part_of"]).combine_chunks()
    ids, part_of = (id_numbers(earlier[name].combine_chunks()) for name in ("event_id", "part_of"))
    was = np.append(part_of, np.uint64(0))[places(ids, table.ids)]  # the last stands for none
    every, new = np.ones(len(table), bool), among(table.ids, changed)
    again = new | among(was, changed) | (_parts(table, every, new) > 0)
    table.part_of = np.where(again, _parts(table, again, every), was)
    return table.ids[table.part_of != was]
