"""Keys by the hundred million in little memory: sorted runs, written to a file once they are many.

In: sorted arrays of 64-bit keys, each perhaps with a value, under a name. Out: the keys of a name, sorted, one part of
the number range at a time; equal keys are in one part. Stands on external merge sort (Knuth, TAOCP 3, 5.4).
"""

import tempfile
from collections import defaultdict
from collections.abc import Hashable, Sequence
from threading import Lock
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from communique.errors import DataError

ROOM = 128 << 20  # bytes of keys that stay in memory
PARTS = 256  # of the number range, when keys are on disk; a part of a billion keys is 4 million

Hashes = npt.NDArray[np.uint64]
Values = npt.NDArray[np.int64]


NO_VALUES: Values = np.empty(0, np.int64)


class Run(NamedTuple):
    """Keys in ascending order, and the value of each, or `NO_VALUES`."""

    keys: Hashes
    values: Values = NO_VALUES

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return self.keys.nbytes + self.values.nbytes


def sorted_run(keys: Hashes, values: Values = NO_VALUES, *, once: bool = False) -> Run:
    """Keys and values in the order of the keys; with `once`, each key a single time.

    >>> sorted_run(np.array([3, 1, 3], np.uint64), once=True).keys.tolist()
    [1, 3]
    """
    if not len(values):
        keys = np.sort(keys)
        return Run(keys[is_first(keys)] if once else keys)
    order = np.argsort(keys)
    return Run(keys[order], values[order])


def is_first(keys: Hashes) -> npt.NDArray[np.bool_]:
    """Which of sorted keys differ from the one before."""
    first = np.ones(len(keys), bool)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    return first


def merge(runs: Sequence[Run], *, once: bool = False) -> Run:
    """One run of several; a stable sort finds the runs and merges them."""
    if len(runs) == 1 and not once:
        return runs[0]
    keys = np.concatenate([np.empty(0, np.uint64), *(run.keys for run in runs)])
    values = np.concatenate([NO_VALUES, *(run.values for run in runs)])
    if not len(values):
        keys.sort(kind="stable")
        return Run(keys[is_first(keys)] if once else keys)
    order = np.argsort(keys, kind="stable")
    return Run(keys[order], values[order])


class _Piece(NamedTuple):
    """A run on disk: where its keys begin, where its values, if it has any, and at which of them each part begins."""

    keys: int
    values: int | None
    bounds: Values


class Runs:
    """The runs of each name. Use it as a context: the file goes with it."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, list[Run]] = defaultdict(list)
        self._pieces: dict[Hashable, list[_Piece]] = defaultdict(list)
        self._size = 0
        self._end = 0
        self._lock = Lock()
        self._file = tempfile.TemporaryFile(prefix="communique-")  # noqa: SIM115 - closed by `close`

    def __enter__(self) -> "Runs":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, name: Hashable, run: Run) -> None:
        """Put a run under a name.

        Raises:
            DataError: the disk is full.
        """
        self._waiting[name].append(run)
        self._size += run.size
        if self._size > ROOM:
            self._spill()

    def _spill(self) -> None:
        edges = np.arange(1, PARTS, dtype=np.uint64) * np.uint64(2**64 // PARTS)
        try:
            for name, runs in self._waiting.items():
                keys, values = merge(runs)
                bounds = np.concatenate([[0], np.searchsorted(keys, edges), [len(keys)]])
                at = self._write(keys)
                self._pieces[name].append(_Piece(at, self._write(values) if len(values) else None, bounds))
        except OSError as error:
            hint = "keys of large tables wait on disk; let TMPDIR name a folder with room"
            raise DataError(f"cannot write to {tempfile.gettempdir()}: {error.strerror}", hint) from error
        self._waiting.clear()
        self._size = 0

    def _write(self, array: Hashes | Values) -> int:
        at = self._end
        self._file.write(array.data)
        self._end += array.nbytes
        return at

    def settle(self) -> int:
        """Call it when all runs are in; returns the number of parts in which they are read."""
        if self._pieces:
            self._spill()
        return PARTS if self._pieces else 1

    def read(self, name: Hashable, part: int, *, once: bool = False) -> Run:
        """The keys of a name in one part of the number range; threads may read at the same time."""
        if not self._pieces:
            return merge(self._waiting.get(name, []), once=once)
        return merge([self._read(piece, part) for piece in self._pieces.get(name, [])], once=once)

    def _read(self, piece: _Piece, part: int) -> Run:
        begin, end = (int(bound) * 8 for bound in piece.bounds[part : part + 2])
        keys = np.frombuffer(self._load(piece.keys + begin, end - begin), np.uint64)
        if piece.values is None:
            return Run(keys)
        return Run(keys, np.frombuffer(self._load(piece.values + begin, end - begin), np.int64))

    def _load(self, at: int, size: int) -> bytes:
        with self._lock:
            self._file.seek(at)
            return self._file.read(size)
