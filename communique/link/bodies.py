"""The bodies of a corpus: read from the files in which they are when they are needed, a few at a time.

In: files of `articles`. Out: bodies, their sketches, and their prints in a file of their own.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryFile
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.link.clusters import Mask
from communique.link.copies import BANDS, Band, Print, imprint, sketch
from communique.link.corpus import Ints
from communique.parquet.pages import can_be_read, some_rows
from communique.parquet.thrift import Malformed

_CHARS = 2_000_000
_FEW = 64  # one row of so many, below which their pages are looked for


class Bodies:
    """The bodies of a corpus.

    Args:
        files: where they are.
        rows: of each article its row, counted through all files.
    """

    def __init__(self, files: Sequence[Path], rows: Ints) -> None:
        self._files, self._rows = files, rows

    def batches(self, wanted: Mask) -> Iterator[tuple[Ints, list[str | None]]]:
        """The bodies of the wanted articles with their places, a batch of some 2 million characters at a time."""
        places = np.flatnonzero(wanted)
        places = places[np.argsort(self._rows[places], kind="stable")]
        rows = self._rows[places]
        start = 0
        for path in self._files:
            with pq.ParquetFile(path, pre_buffer=False) as file:
                for group in range(file.num_row_groups):
                    end = start + file.metadata.row_group(group).num_rows
                    some = slice(*np.searchsorted(rows, [start, end]))
                    if len(rows[some]):
                        yield from _in_parts(places[some], _bodies(path, file, group, rows[some] - start))
                    start = end


def _bodies(path: Path, file: pq.ParquetFile, group: int, rows: Ints) -> pa.ChunkedArray:
    """The bodies of some rows of a row group; if they are few, most others are not unpacked."""
    of = file.metadata.row_group(group)
    at = next(n for n in range(of.num_columns) if of.column(n).path_in_schema == "body")
    found = None
    if len(rows) * _FEW < of.num_rows and can_be_read(of.column(at), file.schema.column(at)):
        with suppress(Malformed):
            found = some_rows(path, of.column(at), rows)
    return file.read_row_group(group, columns=["body"])["body"].take(pa.array(rows)) if found is None else found


def _in_parts(places: Ints, bodies: pa.ChunkedArray) -> Iterator[tuple[Ints, list[str | None]]]:
    chars = np.cumsum(pc.fill_null(pc.utf8_length(bodies), 0).to_numpy())
    ends = np.flatnonzero(np.diff(chars // _CHARS)) + 1
    for start, end in pairwise([0, *ends.tolist(), len(places)]):
        yield places[start:end], bodies[start:end].to_pylist()


class PrintFile:
    """The prints of some articles (see `copies.imprint`), in a file of the directory that goes when it is closed.

    Args:
        bodies: of the articles.
        wanted: those whose prints are made.
        folder: where there is space.
    """

    def __init__(self, bodies: Bodies, wanted: Mask, folder: Path) -> None:
        self._at = np.full((len(wanted), 3), -1, np.int64)
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - closed by `__exit__`
        place = 0
        for some, texts in bodies.batches(wanted):
            there = [(n, body) for n, body in zip(some.tolist(), texts, strict=True) if body]
            for (n, _), (whole, unquoted) in zip(there, imprint([body for _, body in there]), strict=True):
                both = [whole] if unquoted is whole else [whole, unquoted]
                self._at[n] = place, len(whole), len(unquoted) if unquoted is not whole else -1
                place += sum(self._file.write(one.tobytes()) for one in both)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getitem__(self, article: int) -> Print | None:
        place, whole, unquoted = self._at[article].tolist()
        if place < 0:
            return None
        self._file.seek(place)
        found = np.frombuffer(self._file.read(4 * (whole + max(unquoted, 0))), np.uint32)
        return found[:whole], found[whole:] if unquoted >= 0 else found


class Sketches:
    """The sketches of bodies, band by band: those of the run before where they are, new ones in a file that goes.

    Args:
        bodies: of some articles.
        known: for each its place in the run before, -1 if its sketch is to be made.
        before: the bands of that run.
        folder: where there is space.
    """

    def __init__(self, bodies: Bodies, known: Ints, before: Sequence[Band], folder: Path) -> None:
        self._new = np.flatnonzero(known < 0)
        self._there, self._known, self._before = np.flatnonzero(known >= 0), known[known >= 0], before
        self._size = len(known)
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - lives as long as this
        self._file.truncate(BANDS * len(self._new) * 4)
        for some, texts in bodies.batches(known < 0):  # nothing, if none is new: such a file cannot be mapped
            made = sketch(texts)
            at = np.searchsorted(self._new, some)
            bands = np.memmap(self._file, np.uint32, "r+", shape=(BANDS, len(self._new)))
            bands[:, at] = made.T
            del bands  # a mapping takes memory

    def __iter__(self) -> Iterator[Band]:
        return (self.band(n, 0, self._size) for n in range(BANDS))

    def band(self, number: int, start: int, end: int) -> Band:
        """What the bodies from one to another have in a band."""
        found = np.empty(end - start, np.uint32)
        some = slice(*np.searchsorted(self._there, [start, end]))
        if some.start < some.stop:
            found[self._there[some] - start] = self._before[number][self._known[some]]
        first, last = np.searchsorted(self._new, [start, end]).tolist()
        self._file.seek(4 * (number * len(self._new) + first))
        found[self._new[first:last] - start] = np.frombuffer(self._file.read(4 * (last - first)), np.uint32)
        return found

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
