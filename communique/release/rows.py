"""The rows of a table that lies in several Parquet files, by their numbers from 0 over all files.

In: paths. Out: batches of all rows, or of those with given numbers, for which only the row groups that hold them are
read. A batch at a time is in memory, however large the files and their row groups are.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from communique.errors import DataError
from communique.files import open_parquet
from communique.release.shapes import compare

BATCH = 16_384
Numbers = npt.NDArray[np.int64]


class _Group(NamedTuple):
    """A row group: its file, its place there, and the number of its first row."""

    path: Path
    at: int
    first: int


class Rows:
    """The rows of one table.

    Args:
        paths: its files, in the order in which rows are numbered.

    Raises:
        DataError: a file cannot be read, or has other columns than the first.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._groups: list[_Group] = []
        self.count = 0
        self.schema: pa.Schema | None = None
        for path in paths:
            with _opened(path) as parquet:
                if self.schema is None:
                    self.schema = parquet.schema_arrow
                elif other := _other_columns(self.schema, parquet.schema_arrow):
                    raise DataError(f"{path}: column {other} is not as in {paths[0]}")
                for at in range(parquet.num_row_groups):
                    self._groups.append(_Group(path, at, self.count))
                    self.count += parquet.metadata.row_group(at).num_rows

    @property
    def names(self) -> list[str]:
        """The columns; none where there is no file."""
        return list(self.schema.names) if self.schema else []

    def batches(self, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """All rows, in order."""
        for path in dict.fromkeys(group.path for group in self._groups):
            with _opened(path) as parquet:
                yield from parquet.iter_batches(BATCH, columns=list(columns))

    def at(self, numbers: Numbers, columns: Sequence[str]) -> Iterator[tuple[slice, pa.RecordBatch]]:
        """Some rows.

        Args:
            numbers: of the rows, ascending.
            columns: of them.

        Yields:
            A slice of `numbers`, and the rows that it names.
        """
        bounds = np.searchsorted(numbers, [group.first for group in self._groups] + [self.count]).tolist()
        for group, start, stop in zip(self._groups, bounds, bounds[1:], strict=False):
            if start < stop:
                with _opened(group.path) as parquet:
                    batches = parquet.iter_batches(BATCH, row_groups=[group.at], columns=list(columns))
                    yield from _picked(batches, group.first, numbers, start, stop)

    def take(self, numbers: Numbers, columns: Sequence[str]) -> pa.Table:
        """A few rows, in the order of `numbers`, which may be any."""
        order = np.argsort(numbers)
        picked = [pa.Table.from_batches([batch]).select(list(columns)) for _, batch in self.at(numbers[order], columns)]
        return pa.concat_tables(picked).take(pa.array(np.argsort(order))) if picked else pa.table({})


def _picked(
    batches: Iterator[pa.RecordBatch], first: int, numbers: Numbers, start: int, stop: int
) -> Iterator[tuple[slice, pa.RecordBatch]]:
    """Out of batches, whose first row has the number `first`, the rows that `numbers[start:stop]` names."""
    for batch in batches:
        end = start + int(np.searchsorted(numbers[start:stop], first + batch.num_rows))
        if start < end:
            yield slice(start, end), batch.take(pa.array(numbers[start:end] - first))
        start, first = end, first + batch.num_rows
        if start == stop:
            return


def _other_columns(one: pa.Schema, other: pa.Schema) -> str | None:
    """The first column in which two schemas differ for more than storage."""
    changes = compare(one, other)[1]
    return next((change.column for change in changes if change.change in ("added", "removed", "retyped")), None)


@contextmanager
def _opened(path: Path) -> Iterator[pq.ParquetFile]:
    try:
        with open_parquet(path) as parquet:
            yield parquet
    except (pa.ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0]
        raise DataError(f"{path} cannot be read: {reason}", "take the file from its source again") from error
