"""The files of the tables, and their rows a batch at a time.

In: a directory of tables, a release directory, or one Parquet file. Out: the files of each table, and batches of as
many rows as fit into a bounded number of bytes, whatever the size of the file, its row groups and its rows.
"""

from collections.abc import Collection, Iterator, Set
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from communique.errors import DataError, UsageError, first_line
from communique.files import table_files
from communique.release.versions import MANIFEST, releases_in
from communique.schemas import TABLES
from communique.schemas.frame import top

BATCH_BYTES = 16 << 20
BATCH_ROWS = 65_536


def is_release(path: Path) -> bool:
    """Whether a directory says that it is a release; a link that leads nowhere says so too."""
    return (path / MANIFEST).is_file() or (path / MANIFEST).is_symlink()


def newest_release(path: Path) -> Path:
    """The newest release in a folder of releases; any other path is returned as it is."""
    if not path.is_dir() or is_release(path) or any(table_files(path, name) for name in TABLES):
        return path
    return next(reversed(releases_in(path).values()), path)


def find_tables(path: Path, refused: Set[Path] = frozenset()) -> dict[str, list[Path]]:
    """The files of each table at `path`, in order; a table without files is left out, and so are those `refused`.

    Raises:
        UsageError: if there is nothing at `path`.
        DataError: if it holds none of the tables.
    """
    if not path.exists():
        raise UsageError(f"{path} does not exist", "give a directory of tables, a release, or a Parquet file")
    if path.is_file():
        return {table_of(path): [path]}
    found = {
        name: [file for file in table_files(path, name) if refused.isdisjoint({file, *file.parents})] for name in TABLES
    }
    if not any(found.values()):
        raise DataError(
            f"{path} holds none of the tables {', '.join(TABLES)}",
            "give the directory that `communique normalize --out` wrote, or a release directory",
        )
    return {name: files for name, files in found.items() if files}


def table_of(path: Path) -> str:
    """Which table a single file holds: by its name, its folder's, or else by its columns."""
    for word in (path.stem, path.parent.name):
        if word in TABLES:
            return word
    try:
        names = set(pq.read_schema(path).names)
    except (pa.ArrowException, OSError) as error:
        raise DataError(f"{path} is no Parquet file: {first_line(error)}") from error
    best = max(TABLES.values(), key=lambda table: (table.key in names, len(names & {c.name for c in table.columns})))
    if not names & {column.name for column in best.columns}:
        raise DataError(f"{path} holds none of the tables {', '.join(TABLES)}", "its columns are of no table")
    return best.name


def batches(parquet: pq.ParquetFile, paths: Collection[str] = ()) -> Iterator[pa.RecordBatch]:
    """The rows of a file in order, in batches of some `BATCH_BYTES`.

    Args:
        parquet: the file.
        paths: what to read, as a `Frame` has it ("title", "actors.name"); all columns if empty.
    """
    leaves = [parquet.schema.column(i).path for i in range(len(parquet.schema))]
    wanted = [i for i, leaf in enumerate(leaves) if not paths or _wanted(leaf, paths)]
    size = max((_bytes_a_row(parquet.metadata.row_group(n), wanted) for n in range(parquet.num_row_groups)), default=1)
    rows = max(1, min(BATCH_ROWS, int(BATCH_BYTES / size)))
    yield from parquet.iter_batches(rows, columns=[leaves[i] for i in wanted], use_threads=False)


def _wanted(leaf: str, paths: Collection[str]) -> bool:
    """Whether a leaf column is behind one of the paths: "actors.name" is "actors.list.element.name"."""
    outer, inner = leaf.split(".")[0], leaf.split(".")[-1]
    wanted = {(top(path), path.partition(".")[2]) for path in paths}
    return (outer, "") in wanted or (outer, inner) in wanted


def _bytes_a_row(group: pq.RowGroupMetaData, columns: Collection[int]) -> float:
    size = sum(group.column(i).total_uncompressed_size for i in columns)
    return max(1.0, size / max(1, group.num_rows))
