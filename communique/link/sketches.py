"""Sketches of bodies, kept beside the tables, so that a later run need not read again what has been read.

In: articles and the sketches of the run before. Out: the sketches of all, in memory and as `sketches.parquet`: a row a
text, told by its hash. The file also says by what the tables beside it were linked.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryFile
from typing import Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.link.copies import BANDS, Print, imprint, sketch
from communique.link.corpus import Corpus, Ints, places
from communique.registry import digest

Mask = npt.NDArray[np.bool_]

SKETCHES = "sketches.parquet"
"""The name of the file."""

_LINKER = b"linker"
_VERSION = "3"  # counts up when other pairs are found or judged: what was linked otherwise is linked anew, ids stay
_CHARS = 8_000_000


class Bodies:
    """The bodies of a corpus.

    Args:
        files: where they are.
        rows: of each article its row, counted through all files.
    """

    def __init__(self, files: Sequence[Path], rows: Ints) -> None:
        self._files, self._rows = files, rows

    def batches(self, wanted: Mask) -> Iterator[tuple[Ints, list[str | None]]]:
        """The bodies of the wanted articles with their places, a batch of some 8 million characters at a time."""
        places = np.flatnonzero(wanted)
        places = places[np.argsort(self._rows[places], kind="stable")]
        rows = self._rows[places]
        start = 0
        for path in self._files:
            with pq.ParquetFile(path) as file:
                for group in range(file.num_row_groups):
                    end = start + file.metadata.row_group(group).num_rows
                    some = slice(*np.searchsorted(rows, [start, end]))
                    if len(rows[some]):
                        bodies = file.read_row_group(group, columns=["body"])["body"].take(pa.array(rows[some] - start))
                        yield from _in_parts(places[some], bodies)
                    start = end


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


def sketched(corpus: Corpus, bodies: Bodies, before: Path | None, out: Path) -> npt.NDArray[np.uint32]:
    """The sketch of each article, taken from the run before or made, and all written for the next.

    Args:
        corpus: the articles.
        bodies: of those articles.
        before: the sketches of the run before, if there may be any.
        out: the file to write.
    """
    bands = np.zeros((len(corpus), BANDS), np.uint32)
    have = np.zeros(len(corpus), bool)
    if before and linked_by(before) == linker():
        table = pq.read_table(before)
        texts = table["text"].to_numpy()
        at = places(texts, corpus.texts)
        have = at >= 0
        raw = table["bands"].combine_chunks().buffers()[1] or b""
        bands[have] = np.frombuffer(raw, np.uint32)[: len(texts) * BANDS].reshape(-1, BANDS)[at[have]]
    for some, texts_ in bodies.batches(~have):
        bands[some] = sketch(texts_)
    _, first = np.unique(corpus.texts, return_index=True)
    told = first[bands[first].any(axis=1)]
    columns = {
        "text": pa.array(corpus.texts[told]),
        "bands": pa.Array.from_buffers(pa.binary(4 * BANDS), len(told), [None, pa.py_buffer(bands[told].tobytes())]),
    }
    table = pa.table(columns).replace_schema_metadata({_LINKER: linker()})
    pq.write_table(table, out, compression="none")
    return bands


def linker() -> str:
    """What decides about links: the version of this room, and the facts about the world."""
    return f"{_VERSION} {digest()}"


def linked_by(sketches: Path) -> str:
    """What the tables beside a file of sketches were linked by; nothing that is known if the file is not there."""
    if not sketches.is_file():
        return ""
    try:
        return (pq.read_schema(sketches).metadata or {}).get(_LINKER, b"").decode()
    except (pa.ArrowException, OSError, UnicodeDecodeError):
        return ""
