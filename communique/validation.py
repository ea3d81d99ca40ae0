"""Tables on disk against the contract: every violation, with table, row, column, rule and value.

In: a directory of tables, a release directory, or one Parquet file. Out: a `Report`. Rows are read a few thousand at a
time, and of the rules across tables only hashes of keys are held, so that memory hardly grows with the tables.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.errors import DataError, UsageError
from communique.schemas import TABLES
from communique.schemas.across import AGREES, RESOLVES, UNIQUE, Agrees, Keys, Resolves, Unique
from communique.schemas.checks import (
    Outcome,
    Violation,
    as_json,
    check_batch,
    check_rows,
    check_schema,
    json_value,
    violations,
)
from communique.schemas.columns import Rule
from communique.schemas.frame import Frame, top
from communique.schemas.keys import Fold, KeySet, anchor, find, first_valid, hashes, numbers

__all__ = ["Count", "Report", "Violation", "check_batch", "validate"]

BATCH = 4096  # rows of articles: some 15 MB
KEY_BATCH = 65_536
_SHOWN = 120  # characters of a value that a line of text shows


@dataclass(slots=True)
class Count:
    """How many values a rule judged, and how many of them break it; `run` is False where it could not be asked."""

    seen: int = 0
    violations: int = 0
    run: bool = True


@dataclass(slots=True)
class Report:
    """What `validate` found.

    `violations` holds as many as were asked for; `total` counts all. `rows` gives each table's number of rows, `counts`
    for each rule, as (table, column, rule, words), how many values it judged.
    """

    path: Path
    limit: int | None = None
    rows: dict[str, int] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)
    total: int = 0
    counts: dict[tuple[str, str, str, str], Count] = field(default_factory=lambda: defaultdict(Count))

    @property
    def ok(self) -> bool:
        """Whether the tables keep the contract."""
        return self.total == 0

    def add(self, found: list[Violation]) -> None:
        """Note violations; those beyond the limit are counted only."""
        self.total += len(found)
        room = len(found) if self.limit is None else max(0, self.limit - len(self.violations))
        self.violations += found[:room]

    def count(self, table: str, rule: Rule, seen: int, broken: int, run: bool = True) -> None:
        """Note how many values a rule judged, or that it could not be run."""
        count = self.counts[table, rule.column.removesuffix("[]"), rule.name, rule.says]
        count.seen += seen
        count.violations += broken
        count.run &= run

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return {
            "path": str(self.path),
            "ok": self.ok,
            "rows": self.rows,
            "total": self.total,
            "violations": [as_json(one) for one in self.violations],
            "rules": [
                dict(zip(("table", "column", "rule", "says"), key, strict=True))
                | {"seen": count.seen, "violations": count.violations, "run": count.run}
                for key, count in self.counts.items()
            ],
        }

    def __str__(self) -> str:
        lines = [_line(one) for one in self.violations]
        if self.total > len(self.violations):
            lines.append(f"... and {self.total - len(self.violations):,} more")
        rows = ", ".join(f"{n:,} {table}" for table, n in self.rows.items())
        ran = [count for count in self.counts.values() if count.run]
        lines.append(
            f"{self.path}: {rows}; {len(ran)} rules judged {sum(count.seen for count in ran):,} values; "
            + (f"{self.total:,} violation{'s'[: self.total != 1]}" if self.total else "no violations")
        )
        if skipped := len(self.counts) - len(ran):
            lines.append(f"not asked, for want of a table or column: {skipped} rules")
        return "\n".join(lines)


def _line(one: Violation) -> str:
    where = " ".join(
        part for part in (one.table, f"row {one.row}" if one.row is not None else one.file, one.key, one.column) if part
    )
    value = repr(json_value(one.value))
    shown = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    return f"{where}: {one.rule} ({one.says}), not {shown}"


def validate(path: str | Path, limit: int | None = None) -> Report:
    """Check tables against the contract: columns, rules of a row, and, where all tables are there, rules across them.

    Args:
        path: a directory with `articles.parquet`, `events.parquet` and `actors.parquet`; a release directory with
            `data/<table>/*.parquet`; or one Parquet file, which is checked by itself.
        limit: keep at most this many violations; all are counted.

    Raises:
        UsageError: if there is nothing at `path`.
        DataError: if it holds none of the tables.
    """
    path = Path(path)
    tables = find_tables(path)
    report = Report(path, limit)
    sound = {name: _check_table(name, files, report) for name, files in tables.items()}
    if path.is_dir():
        for name in TABLES.keys() - tables.keys():
            report.add([Violation(name, "", "missing_table", "is there", file=str(path))])
    across = _Across(tables, sound, report)
    for unique in UNIQUE:
        across.unique(unique)
    for resolves in RESOLVES:
        across.resolves(resolves)
    for agrees in AGREES:
        across.agrees(agrees)
    return report


def find_tables(path: Path) -> dict[str, list[Path]]:
    """The files of each table at `path`, in order; a table without files is left out."""
    if not path.exists():
        raise UsageError(f"{path} does not exist", "give a directory of tables, a release, or a Parquet file")
    if path.is_file():
        return {_table_of(path): [path]}
    found = {name: _files(path, name) for name in TABLES}
    if not any(found.values()):
        raise DataError(
            f"{path} holds none of the tables {', '.join(TABLES)}",
            "give the directory that `communique normalize --out` wrote, or a release directory",
        )
    return {name: files for name, files in found.items() if files}


def _files(path: Path, name: str) -> list[Path]:
    single = path / f"{name}.parquet"
    return [single] if single.is_file() else sorted((path / "data" / name).glob("*.parquet"))


def _table_of(path: Path) -> str:
    """Which table a single file holds: by its name, its folder's, or else by its columns."""
    for word in (path.stem, path.parent.name):
        if word in TABLES:
            return word
    try:
        names = set(pq.read_schema(path).names)
    except (pa.ArrowException, OSError) as error:
        raise DataError(f"{path} is no Parquet file: {_first_line(error)}") from error
    best = max(TABLES.values(), key=lambda table: (table.key in names, len(names & {c.name for c in table.columns})))
    if not names & {column.name for column in best.columns}:
        raise DataError(f"{path} holds none of the tables {', '.join(TABLES)}", "its columns are of no table")
    return best.name


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def _check_table(name: str, files: list[Path], report: Report) -> set[str] | None:
    """Check the rows of a table, file by file.

    Returns:
        The columns that all files have as declared, None if a file cannot be read.
    """
    table = TABLES[name]
    usable: set[str] = {column.name for column in table.columns}
    readable = True
    first = 0
    for file in files:
        try:
            with pq.ParquetFile(file, pre_buffer=False, buffer_size=1 << 20) as parquet:
                wrong = list(check_schema(table, parquet.schema_arrow, str(file)))
                report.add(wrong)
                usable -= {one.column for one in wrong}
                for batch in parquet.iter_batches(BATCH):
                    _check_batch(name, batch, first, str(file), report)
                    first += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            says = "is a readable Parquet file"
            report.add([Violation(name, "", "readable", says, value=_first_line(error), file=str(file))])
            readable = False
    report.rows[name] = first
    return usable if readable else None


def _check_batch(name: str, batch: pa.RecordBatch, first: int, file: str, report: Report) -> None:
    table = TABLES[name]
    found: list[Violation] = []
    for outcome in check_rows(table, batch):
        report.count(name, outcome.rule, outcome.seen, len(outcome.rows), outcome.run)
        found += violations(table, batch, outcome, first, file)
    report.add(sorted(found, key=lambda one: one.row or 0))


class _Across:
    """The rules across rows and tables, each with a pass over the columns that it needs and no others."""

    def __init__(self, tables: dict[str, list[Path]], sound: dict[str, set[str] | None], report: Report) -> None:
        self.tables = tables
        self.sound = sound
        self.report = report

    def unique(self, rule: Unique) -> None:
        """Each key stands once; the rows behind the first break the rule."""
        if not self._can(rule.keys.table, rule.keys.paths[-1], rule.name, rule.says, [rule.keys]):
            return
        repeated = self._set(rule.keys, watch=True).repeated()
        seen: set[int] = set()
        for read in self._read(rule.keys):
            keys, index = hashes(read.frame, rule.keys)
            broken = []
            for key, i in zip(keys.tolist(), index.tolist(), strict=True) if repeated else ():
                if key in repeated:
                    broken += [i] if key in seen else []
                    seen.add(key)
            self._note(read, rule.keys.paths[-1], rule.name, rule.says, len(keys), np.array(broken, np.int64))

    def resolves(self, rule: Resolves) -> None:
        """Each key is among the others."""
        column = rule.column or rule.keys.paths[-1]
        if not self._can(rule.keys.table, column, rule.name, rule.says, [rule.keys, *rule.among]):
            return
        among = self._set(*rule.among)
        for read in self._read(rule.keys, column):
            keys, index = hashes(read.frame, rule.keys)
            self._note(read, column, rule.name, rule.says, len(keys), index[~among.has(keys)])

    def agrees(self, rule: Agrees) -> None:
        """A column is what the values of its key come to."""
        if not self._can(rule.keys.table, rule.column, rule.name, rule.says, [rule.keys, rule.of]):
            return
        fold = Fold(rule.fold)
        for read in self._read(rule.of, *rule.values):
            keys, index = hashes(read.frame, rule.of)
            values = first_valid(read.frame, rule.values, anchor(rule.of)).take(pa.array(index))
            there = pc.is_valid(values).to_numpy(zero_copy_only=False)
            fold.add(keys[there], numbers(values).view(np.int64)[there])
        known, amounts = fold.result()
        for read in self._read(rule.keys, rule.column):
            keys, index = hashes(read.frame, rule.keys)
            at, there = find(known, keys)
            expected = np.where(there, amounts[at] if len(amounts) else 0, 0)
            values = read.frame[rule.column].take(pa.array(index))
            given = pc.is_valid(values).to_numpy(zero_copy_only=False)
            differ = numbers(values).view(np.int64) != expected
            broken = given & differ if rule.fold in ("count", "distinct") else (given != there) | (given & differ)
            self._note(read, rule.column, rule.name, rule.says, len(keys), index[broken])

    def _can(self, table: str, column: str, name: str, says: str, keys: list[Keys]) -> bool:
        """Whether all columns that a rule needs are there as declared; otherwise it is noted as not run."""
        needed = {(one.table, top(path)) for one in keys for path in (*one.paths, one.present, one.absent) if path}
        needed |= {(table, top(column))}
        able = all(top_column in (self.sound.get(name) or ()) for name, top_column in needed)
        self.report.counts[table, column.removesuffix("[]"), name, says].run = able
        return able

    def _set(self, *several: Keys, watch: bool = False) -> KeySet:
        found = KeySet(watch)
        for keys in several:
            for read in self._read(keys):
                found.add(hashes(read.frame, keys)[0])
        return found

    def _read(self, keys: Keys, *more: str) -> Iterator["_Read"]:
        """The columns of a table that `keys` and `more` name, and its key, a batch at a time."""
        table = TABLES[keys.table]
        paths = {table.key, *keys.paths, keys.present, keys.absent, *more} - {""}
        first = 0
        for file in self.tables[keys.table]:
            with pq.ParquetFile(file, pre_buffer=False, buffer_size=1 << 20) as parquet:
                for batch in parquet.iter_batches(KEY_BATCH, columns=_leaves(parquet, paths), use_threads=False):
                    yield _Read(keys.table, Frame(batch), batch, first, str(file))
                    first += batch.num_rows

    def _note(self, read: "_Read", column: str, name: str, says: str, seen: int, broken: np.ndarray) -> None:
        """Count what a rule saw and report the values at the indices `broken`."""
        rule = Rule(name, column, says, lambda frame: pc.is_valid(frame[column]))
        self.report.count(read.table, rule, seen, len(broken))
        if len(broken):
            rows = read.frame.rows(column)[broken]
            outcome = Outcome(rule, seen, rows, read.frame[column].take(pa.array(broken)))
            self.report.add(violations(TABLES[read.table], read.batch, outcome, read.first, read.file))


@dataclass(frozen=True, slots=True)
class _Read:
    """A batch as it was read: of which table, from which row and file."""

    table: str
    frame: Frame
    batch: pa.RecordBatch
    first: int
    file: str


def _leaves(parquet: pq.ParquetFile, paths: set[str]) -> list[str]:
    """The leaf columns of a file behind paths as a `Frame` has them: "actors.name" is "actors.list.element.name"."""
    wanted = {(top(path), path.partition(".")[2]) for path in paths}
    leaves = [parquet.schema.column(i).path for i in range(len(parquet.schema))]
    return [
        leaf
        for leaf in leaves
        if (leaf.split(".")[0], "") in wanted or (leaf.split(".")[0], leaf.split(".")[-1]) in wanted
    ]
