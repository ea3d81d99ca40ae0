"""A table as Parquet files by year, each row group small enough for the Hub's viewer, the same bytes for the same rows.

In: the files of a table, in any order and division. Out: `data/<table>/<year>-<n>.parquet`, rows sorted by key. An
external distribution sort: rows are dealt to buckets on disk, each a range of keys of one year that fits in memory,
and the buckets are sorted one after the other; so memory does not grow with the table. Content-defined chunking lets
the Hub store again only the pages that differ from those of the version before.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.ipc as ipc
import pyarrow.parquet as pq

from communique.files import file_sha256, open_parquet
from communique.release.manifest import FileEntry
from communique.schemas import TABLES, Table, arrow_schema
from communique.schemas.keys import id_numbers

UNKNOWN = "unknown"  # the partition of rows without a day
ROWS_A_GROUP = 16_384
BYTES_A_GROUP = 64 * 1024 * 1024  # of text; the Hub's viewer reads whole row groups and refuses those above 300 MB
BYTES_A_FILE = 1024 * 1024 * 1024  # of text, some 300 MB of Parquet: a part that can be fetched again when it fails
ROWS_A_FILE = 2_000_000
_ROWS_A_BATCH = 8_192
_ROWS_A_BUCKET = 32_768
_MOST_BUCKETS = 400  # files that are open at once

Change = Callable[[pa.RecordBatch], pa.RecordBatch]


def write_partitions(
    table: str, files: Sequence[Path], release: Path, work: Path, changes: Iterable[Change] = ()
) -> list[FileEntry]:
    """Write a table into a release.

    Args:
        table: "articles", "events" or "actors"; its keys must be ids of the contract.
        files: Parquet files of the table.
        release: directory of the release; `data/<table>/` is made in it.
        work: an empty directory for buckets.
        changes: applied to each batch of sorted rows, one after the other; they keep schema and number of rows.

    Returns:
        The files written, by path. Of a table without rows one without rows, so that readers find the schema.
    """
    declared = TABLES[table]
    sizes = _years(declared, files)
    buckets = _deal(declared, files, sizes, work)
    folder = release / "data" / table
    folder.mkdir(parents=True)
    for year in sorted(sizes) or [UNKNOWN]:
        rows = _sorted(declared, [bucket for bucket in sorted(buckets) if bucket.year == year], buckets)
        _write_year(declared, year, _changed(rows, list(changes)), folder)
    return [entry_of(path, release, table, pq.read_metadata(path).num_rows) for path in sorted(folder.iterdir())]


class _Bucket(NamedTuple):
    """The rows of a year whose keys fall into the `n`th part of all keys."""

    year: str
    n: int


def _batches(table: Table, files: Sequence[Path], columns: list[str] | None = None) -> Iterator[pa.RecordBatch]:
    """The rows of a table with the types of the contract."""
    schema = arrow_schema(table.name)
    if columns is not None:
        schema = pa.schema([schema.field(name) for name in columns])
    for file in files:
        with open_parquet(file) as parquet:
            for batch in parquet.iter_batches(_ROWS_A_BATCH, columns=schema.names):
                rows = pa.Table.from_batches([batch]).select(schema.names).cast(schema)
                yield from rows.to_batches()


def _year_of(days: pa.Array) -> pa.Array:
    """The name of the partition of each day."""
    return pc.fill_null(pc.year(days).cast(pa.string()), UNKNOWN)


def _years(table: Table, files: Sequence[Path]) -> Counter[str]:
    """How many rows each partition has."""
    sizes: Counter[str] = Counter()
    for batch in _batches(table, files, [table.partition]):
        for one in pc.value_counts(_year_of(batch.column(0))).to_pylist():
            sizes[one["values"]] += one["counts"]
    return sizes


def _deal(table: Table, files: Sequence[Path], sizes: Counter[str], work: Path) -> dict[_Bucket, Path]:
    """Deal all rows to the buckets of their year and key."""
    rows_a_bucket = max(_ROWS_A_BUCKET, sizes.total() // _MOST_BUCKETS)
    parts = {year: -(-size // rows_a_bucket) for year, size in sizes.items()}
    schema = arrow_schema(table.name)
    paths: dict[_Bucket, Path] = {}
    writers: dict[_Bucket, ipc.RecordBatchStreamWriter] = {}
    try:
        for batch in _batches(table, files):
            for bucket, rows in _dealt(table, batch, parts):
                if bucket not in writers:
                    paths[bucket] = work / f"{table.name}-{bucket.year}-{bucket.n}"
                    writers[bucket] = ipc.new_stream(paths[bucket], schema)
                writers[bucket].write_batch(rows)
    finally:
        for writer in writers.values():
            writer.close()
    return paths


def _dealt(table: Table, batch: pa.RecordBatch, parts: dict[str, int]) -> Iterator[tuple[_Bucket, pa.RecordBatch]]:
    """The rows of a batch by bucket. An id is a hash, so equal parts of the range of ids hold about equal rows."""
    years = _year_of(batch.column(table.partition)).dictionary_encode()
    names = years.dictionary.to_pylist()
    of_row = years.indices.to_numpy()
    high = id_numbers(batch.column(table.key)) >> np.uint64(32)
    part = (high * np.array([parts[name] for name in names], np.uint64)[of_row]) >> np.uint64(32)
    places = of_row.astype(np.int64) << 32 | part.astype(np.int64)
    for place in np.unique(places).tolist():
        rows = pa.array(np.flatnonzero(places == place))
        yield _Bucket(names[place >> 32], place & 0xFFFFFFFF), batch.take(rows)


def _sorted(table: Table, of_year: list[_Bucket], paths: dict[_Bucket, Path]) -> Iterator[pa.RecordBatch]:
    """The rows of some buckets, sorted by key, bucket after bucket; each bucket's file goes when it has been read."""
    for bucket in of_year:
        with pa.OSFile(str(paths[bucket])) as file, ipc.open_stream(file) as stream:
            rows = stream.read_all()
        paths[bucket].unlink()
        order = pc.sort_indices(rows, [(table.key, "ascending")])
        for start in range(0, len(order), _ROWS_A_BATCH):
            yield from rows.take(order.slice(start, _ROWS_A_BATCH)).combine_chunks().to_batches()


def _changed(batches: Iterable[pa.RecordBatch], changes: list[Change]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for change in changes:
            batch = change(batch)
        yield batch


def _write_year(table: Table, year: str, batches: Iterator[pa.RecordBatch], folder: Path) -> None:
    """Write the rows of a partition to as many files as it needs, at least one."""
    schema = arrow_schema(table.name)
    groups = _groups(batches, schema)
    group: pa.Table | None = next(groups, schema.empty_table())
    n = 0
    while group is not None:
        written = weight = 0
        with _writer(folder / f"{year}-{n:05}.parquet", schema, table.key) as writer:
            while group is not None and written < ROWS_A_FILE and weight < BYTES_A_FILE:
                writer.write_table(group.combine_chunks(), row_group_size=ROWS_A_GROUP)
                written += len(group)
                weight += int(_weights(group).sum())
                group = next(groups, None)
        n += 1


def _writer(path: Path, schema: pa.Schema, key: str) -> pq.ParquetWriter:
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        compression_level=6,
        write_page_index=True,
        write_statistics=True,
        use_content_defined_chunking=True,
        sorting_columns=[pq.SortingColumn(schema.get_field_index(key))],
    )


def _groups(batches: Iterator[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.Table]:
    """Rows in row groups: as many as fit under both limits, wherever batches begin and end."""
    waiting: list[pa.RecordBatch] = []
    rows = weight = 0
    for batch in batches:
        weights = _weights(batch)
        while batch.num_rows:
            fits = int(np.searchsorted(np.cumsum(weights), BYTES_A_GROUP - weight, side="right"))
            taken = min(fits, ROWS_A_GROUP - rows, batch.num_rows)
            if not taken and not rows:
                taken = 1  # a row above the limit is a group of its own
            waiting.append(batch.slice(0, taken))
            rows, weight = rows + taken, weight + int(weights[:taken].sum())
            batch, weights = batch.slice(taken), weights[taken:]
            if batch.num_rows:
                yield pa.Table.from_batches(waiting, schema)
                waiting, rows, weight = [], 0, 0
    if rows:
        yield pa.Table.from_batches(waiting, schema)


def _weights(rows: pa.RecordBatch | pa.Table) -> np.ndarray:
    """Bytes of text in each row, about: what its plain string columns hold."""
    total = np.zeros(rows.num_rows, np.int64)
    for column in rows.columns:
        if pa.types.is_string(column.type):
            total += pc.fill_null(pc.binary_length(column), 0).to_numpy().astype(np.int64)
    return total


def entry_of(path: Path, release: Path, table: str | None = None, rows: int | None = None) -> FileEntry:
    """What the manifest says of a file of a release."""
    name = path.relative_to(release).as_posix()
    return FileEntry(name, path.stat().st_size, file_sha256(path), table, rows)
