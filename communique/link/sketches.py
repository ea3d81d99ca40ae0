"""Sketches of bodies, kept beside the tables, so that a later run need not read again what has been read.

In: articles and the sketches of the run before. Out: the sketches of all, in memory and as `sketches.parquet`: a row a
text, told by its hash. The file also says by what the tables beside it were linked.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from communique.link.copies import BANDS, sketch
from communique.link.corpus import Corpus, Ints, places
from communique.registry import digest

SKETCHES = "sketches.parquet"
"""The name of the file."""

_LINKER = b"linker"
_VERSION = "1"  # counts up when other pairs are found or judged: what was linked otherwise is linked anew, ids stay
_BATCH = 4096


class Bodies:
    """The bodies of a file of articles, by place."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def batches(self, wanted: npt.NDArray[np.bool_]) -> Iterator[tuple[Ints, list[str | None]]]:
        """The bodies of the wanted articles, in order, a batch at a time."""
        place = 0
        with pq.ParquetFile(self._path) as file:
            for group in range(file.num_row_groups):
                rows = file.metadata.row_group(group).num_rows
                some = np.flatnonzero(wanted[place : place + rows])
                if len(some):
                    bodies = file.read_row_group(group, columns=["body"])["body"].take(pa.array(some))
                    for at in range(0, len(some), _BATCH):
                        yield some[at : at + _BATCH] + place, bodies[at : at + _BATCH].to_pylist()
                place += rows

    def of(self, articles: Sequence[int]) -> Iterator[tuple[int, str]]:
        """The bodies of some articles, of those that have one."""
        wanted = np.zeros(pq.read_metadata(self._path).num_rows, bool)
        wanted[list(articles)] = True
        for some, bodies in self.batches(wanted):
            yield from ((n, body) for n, body in zip(some.tolist(), bodies, strict=True) if body)


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
        raw = b"".join(table["bands"].to_pylist())
        bands[have] = np.frombuffer(raw, np.uint32).reshape(-1, BANDS)[at[have]]
    for some, texts_ in bodies.batches(~have):
        bands[some] = sketch(texts_)
    _, first = np.unique(corpus.texts, return_index=True)
    told = first[bands[first].any(axis=1)]
    columns = {
        "text": pa.array(corpus.texts[told]),
        "bands": pa.array([row.tobytes() for row in bands[told]], pa.binary(4 * BANDS)),
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
