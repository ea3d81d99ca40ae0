"""The articles of an earlier run and new ones as one corpus, before they are linked together.

In: the articles of an earlier run or release, in any number of files, and a file of new ones. Out: a `Whole`. Nothing
is copied: it says which rows of the files are the articles, and which of them linking has not seen before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from communique.link.clusters import Mask
from communique.link.corpus import Corpus, Forms, Ints, places, read_corpus

_BATCH = 4096


@dataclass
class Whole:
    """All articles.

    Attributes:
        files: where they are, the new ones in the last.
        rows: how many rows each file has.
        corpus: what linking looks at; its `rows` count through all files.
        old: the like for the earlier run, with what it found.
        was: for each article its place in `old`, -1 if it is new.
        fresh: which articles are new, or not as they were.
        stayed: how many are those of the earlier run.
    """

    files: Sequence[Path]
    rows: Sequence[int]
    corpus: Corpus
    old: Corpus
    was: Ints
    fresh: Mask
    stayed: int

    def places(self) -> Ints:
        """For each row of the files its place in the corpus, -1 if it is not there."""
        place = np.full(sum(self.rows), -1, np.int64)
        place[self.corpus.rows] = np.arange(len(self.corpus))
        return place

    def batches(self, places: Ints) -> Iterator[tuple[Ints, pa.RecordBatch]]:
        """Rows, file after file, with their places: those that have one in `places`, row by row of the files."""
        start = 0
        for path in self.files:
            with pq.ParquetFile(path, pre_buffer=False) as file:
                for group in range(file.num_row_groups):  # to read all at once takes more memory
                    here = places[start : start + file.metadata.row_group(group).num_rows]
                    start += len(here)
                    if (here >= 0).any():
                        yield from _there(file.iter_batches(_BATCH, row_groups=[group], use_threads=False), here)


def _there(batches: Iterable[pa.RecordBatch], places: Ints) -> Iterator[tuple[Ints, pa.RecordBatch]]:
    start = 0
    for batch in batches:
        here = places[start : start + batch.num_rows]
        start += batch.num_rows
        there = here >= 0
        if there.any():
            yield here[there], batch if there.all() else batch.filter(pa.array(there))


def put_onto(earlier: Sequence[Path], new: Path, known: Corpus | None = None) -> Whole:
    """The articles of both; of an article that is in both, the new row, unless only the earlier was reviewed.

    Args:
        earlier: files of the table `articles`.
        new: a file of further rows.
        known: what reading `earlier` would give, if that is kept.
    """
    old = read_corpus(earlier, Forms()) if known is None else known
    given = read_corpus([new], old.forms)
    given.rows = given.rows + len(old)
    at = places(old.ids, given.ids)
    taken = at < 0
    taken[~taken] = (old.verified[at[~taken]] == 0) | (given.verified[~taken] > 0)
    stays = np.ones(len(old), bool)
    stays[at[taken & (at >= 0)]] = False
    corpus = given if taken.all() else given.take(np.flatnonzero(taken))
    if stays.any():
        corpus = (old if stays.all() else old.take(np.flatnonzero(stays))) + corpus
    was = places(old.ids, corpus.ids)
    fresh = corpus.rows >= len(old)
    again = np.flatnonzero(fresh & (was >= 0))
    fresh[again] = corpus.take(again).contents() != old.take(was[again]).contents()
    rows = [pq.read_metadata(path).num_rows for path in (*earlier, new)]
    return Whole([*earlier, new], rows, corpus, old, was, fresh, int(stays.sum()))
