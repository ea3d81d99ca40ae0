"""New articles put to those of an earlier run, before they are linked together.

In: the articles of an earlier run or release, in any number of files, and new ones. Out: one file, by `article_id`. Ids
are hashes, so that a slice of them is a fair share of the rows: a slice at a time is sorted in memory.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.schemas import arrow_schema

_ROWS_A_SLICE = 50_000
_ROWS_A_GROUP = 4096


def put_onto(previous: Sequence[Path], new: Path, out: Path) -> int:
    """Write the articles of both; of an article that is in both, the new row, unless only the earlier was reviewed.

    Args:
        previous: files of the table `articles`.
        new: a file of new rows, by `article_id`.
        out: the file to write.

    Returns:
        How many rows of `previous` stayed.
    """
    schema = arrow_schema("articles")
    files = [*previous, new]
    rows = sum(pq.read_metadata(path).num_rows for path in files)
    slices = min(256, max(1, -(-rows // _ROWS_A_SLICE)))
    bounds = [f"a-{256 * n // slices:02x}" for n in range(slices)] + ["b"]
    stayed = 0
    with pq.ParquetWriter(out, schema, compression="lz4") as writer:
        for low, high in pairwise(bounds):
            before, fresh = (_slice(some, low, high) for some in (previous, [new]))
            unseen = pc.and_(_among(fresh, _reviewed(before)), pc.equal(fresh["review"], "machine"))
            fresh = fresh.filter(pc.invert(unseen))
            before = before.filter(pc.invert(_among(before, fresh)))
            stayed += len(before)
            both = pa.concat_tables([before, fresh]).sort_by("article_id")
            writer.write_table(both, row_group_size=_ROWS_A_GROUP)
    return stayed


def _slice(files: Sequence[Path], low: str, high: str) -> pa.Table:
    schema = arrow_schema("articles")
    wanted = [("article_id", ">=", low), ("article_id", "<", high)]
    tables = [pq.read_table(path, columns=schema.names, filters=wanted, partitioning=None) for path in files]
    return pa.concat_tables([table.cast(schema) for table in tables]) if tables else schema.empty_table()


def _reviewed(table: pa.Table) -> pa.Table:
    return table.filter(pc.equal(table["review"], "verified"))


def _among(table: pa.Table, others: pa.Table) -> pa.ChunkedArray:
    return pc.is_in(table["article_id"], others["article_id"].combine_chunks())
