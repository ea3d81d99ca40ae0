"""The rules of a row, over all files of a table: a batch is judged while the next one is read.

In: the files of a table. Out: violations and counts in the `Report`, in the order of the rows, and the keys of each
batch for the rules across tables. Arrow and numpy let go of the interpreter's lock, so threads use all cores.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from communique.errors import first_line
from communique.files import open_parquet
from communique.schemas import SCHEMA_VERSION, TABLES
from communique.schemas.checks import Violation, check_frame, check_schema, frame_of, readable, violations
from communique.schemas.columns import Rule
from communique.schemas.keys import Numbers
from communique.validation.files import batches
from communique.validation.report import Report

THREADS = min(4, os.cpu_count() or 1)

Keep = Callable[[str, Numbers], Callable[[], None]]
"""Takes the keys of a batch (in a thread) and returns what puts them away (in order)."""


class _Judged(NamedTuple):
    """What became of a batch."""

    rows: int
    counts: list[tuple[Rule, int, int, bool]]
    found: list[Violation]
    put_away: Callable[[], None]


def check_table(
    name: str,
    files: list[Path],
    report: Report,
    pool: ThreadPoolExecutor,
    keep: Keep,
    progress: Callable[[], None],
    version: str = SCHEMA_VERSION,
) -> set[str] | None:
    """Check the rows of a table, file by file.

    Args:
        name: of the table.
        files: of the table, in order.
        report: where violations and counts go.
        pool: the threads that judge.
        keep: what the rules across tables need.
        progress: called after each batch.
        version: of the contract that the table keeps.

    Returns:
        The columns that all files have as declared, None if a file cannot be read.
    """
    table = TABLES[name].at(version)
    usable: set[str] = {column.name for column in table.columns}
    readable = True
    report.rows[name] = 0
    for file in files:
        try:
            with open_parquet(file) as parquet:
                wrong = list(check_schema(table, parquet.schema_arrow, str(file)))
                report.add(wrong)
                usable -= {one.column for one in wrong}
                for judged in _in_order(name, batches(parquet), report.rows[name], str(file), pool, keep):
                    _note(name, judged, report)
                    progress()
        except (pa.ArrowException, OSError) as error:
            says = "is a readable Parquet file"
            report.add([Violation(name, "", "readable", says, value=first_line(error), file=str(file))])
            readable = False
    return usable if readable else None


def _note(name: str, judged: _Judged, report: Report) -> None:
    for rule, seen, broken, run in judged.counts:
        report.count(name, rule, seen, broken, run)
    report.add(judged.found)
    report.rows[name] += judged.rows
    judged.put_away()


def _in_order(
    name: str, given: Iterator[pa.RecordBatch], first: int, file: str, pool: ThreadPoolExecutor, keep: Keep
) -> Iterator[_Judged]:
    """What became of each batch, in order; few wait, so that those read ahead do not pile up in memory.

    A batch that cannot be read is raised behind what became of those before it.
    """
    waiting: deque[Future[_Judged]] = deque()
    unreadable: Exception | None = None
    try:
        for batch in given:
            waiting.append(pool.submit(_judge, name, batch, first, file, keep))
            first += batch.num_rows
            if len(waiting) > THREADS:
                yield waiting.popleft().result()
    except (pa.ArrowException, OSError) as error:
        unreadable = error
    while waiting:
        yield waiting.popleft().result()
    if unreadable:
        raise unreadable


def _judge(name: str, batch: pa.RecordBatch, first: int, file: str, keep: Keep) -> _Judged:
    """Run every rule of a row over a batch, and take its keys."""
    table = TABLES[name]
    counts: list[tuple[Rule, int, int, bool]] = []
    found: list[Violation] = []
    garbled, frame = readable(table, batch)
    for outcome in (*garbled, *check_frame(table, frame)):
        counts.append((outcome.rule, outcome.seen, len(outcome.rows), outcome.run))
        found += violations(table, batch, outcome, first, file)
    found.sort(key=lambda one: one.row or 0)
    return _Judged(batch.num_rows, counts, found, keep(name, Numbers(frame_of(table, batch) if garbled else frame)))
