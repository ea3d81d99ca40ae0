"""Rows under check: an Arrow batch whose nested values are addressed by path and flattened once.

In: a record batch. Out: `frame["actors.country"]`, every actor's country in one array, and `frame.rows(...)`, the row
of each of them, so that a rule on nested values is one vector operation like any other.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Rows = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]


class Absent(KeyError):
    """A column that the rows do not have, or have with another type."""


class Frame:
    """The columns of a batch by path.

    Paths: "countries" is a column (of a list column one list a row), "countries[]" the items of its lists,
    "actors.country" a field of the structs in its lists.

    >>> frame = Frame(pa.record_batch({"n": [1, 2], "codes": [["SYR", "IRN"], ["JOR"]]}))
    >>> frame["codes[]"].to_pylist(), frame.rows("codes[]").tolist(), frame.lift("n", "codes[]").to_pylist()
    (['SYR', 'IRN', 'JOR'], [0, 0, 1], [1, 1, 2])
    """

    def __init__(self, batch: pa.RecordBatch) -> None:
        self.length = batch.num_rows
        self._arrays: dict[str, pa.Array] = dict(zip(batch.schema.names, batch.columns, strict=True))
        self._rows: dict[str, Rows] = {}

    def __getitem__(self, path: str) -> pa.Array:
        """The values at `path`, in order of rows.

        Raises:
            Absent: if there is no such column.
        """
        if path not in self._arrays:
            self._arrays[path] = self._flatten(path)
        return self._arrays[path]

    def _flatten(self, path: str) -> pa.Array:
        outer, dot, inner = path.partition(".")
        if dot:
            return pc.struct_field(self[f"{outer}[]"], inner)
        if path.endswith("[]"):
            return pc.list_flatten(self[path[:-2]])
        raise Absent(path)

    def rows(self, path: str) -> Rows:
        """The row of each value at `path`."""
        column = top(path)
        if column == path:
            return np.arange(self.length)
        if column not in self._rows:
            lengths = pc.fill_null(pc.list_value_length(self[column]), 0).to_numpy(zero_copy_only=False)
            self._rows[column] = np.repeat(np.arange(self.length), lengths)
        return self._rows[column]

    def lift(self, column: str, path: str) -> pa.Array:
        """A row's value of `column`, once for each value at `path`."""
        return self[column].take(pa.array(self.rows(path)))


def top(path: str) -> str:
    """The column that holds the values at `path`.

    >>> top("actors.country"), top("countries[]"), top("title")
    ('actors', 'countries', 'title')
    """
    return path.partition(".")[0].removesuffix("[]")


def string_bytes(values: pa.Array) -> tuple[Bytes, Rows]:
    """The bytes of an array of strings where they lie, and where each begins; the last number is the end of all.

    >>> [part.tolist() for part in string_bytes(pa.array(["none", "a", "bc"])[1:])]
    [[97, 98, 99], [0, 1, 3]]
    """
    _, offsets, data = values.buffers()
    bounds = np.frombuffer(offsets or bytes(4), np.int32)[values.offset : values.offset + len(values) + 1]
    return np.frombuffer(data or b"", np.uint8)[bounds[0] : bounds[-1]], (bounds - bounds[0]).astype(np.int64)
