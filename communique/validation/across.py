"""The rules across rows and tables: unique keys, keys that resolve, columns that agree with what others come to.

In: the keys of each batch, as numbers, while the tables are read. Out: violations in the `Report`. Keys are compared
by the million in sorted order; only where some break a rule are the columns read again, to say in which rows.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from communique.files import open_parquet
from communique.schemas import TABLES, across
from communique.schemas.across import AGREES, RESOLVES, UNIQUE, Agrees, Keys, Resolves, Unique
from communique.schemas.checks import Outcome, violations
from communique.schemas.columns import Rule
from communique.schemas.frame import Absent, Frame, top
from communique.schemas.keys import Numbers, anchor, first_valid, numbers
from communique.validation.files import batches
from communique.validation.report import Report
from communique.validation.runs import Hashes, Run, Runs, Values, is_first, sorted_run

_NULL = np.iinfo(np.int64).min


class Wanted(NamedTuple):
    """Keys that some rule needs, and how.

    As a `set` each is kept once, as a `list` as often as it stands there. As `pairs` they have the first value of
    `values` that is not null, and are left out without one; as `given` they have it, or `_NULL`.
    """

    keys: Keys
    form: Literal["set", "list", "pairs", "given"]
    values: tuple[str, ...] = ()


def _of(rule: Agrees) -> Wanted:
    """What a column should come to is made of these. The least and the greatest share them."""
    return Wanted(rule.of, "list" if rule.fold == "count" else "pairs", rule.values)


def _given(rule: Agrees) -> Wanted:
    return Wanted(rule.keys, "given", (rule.column,))


_UNIQUE = {rule.keys for rule in UNIQUE}


def _set(keys: Keys) -> Wanted:
    return Wanted(keys, "list" if keys in _UNIQUE else "set")


WANTED = tuple(
    dict.fromkeys(
        [
            *(_set(keys) for keys in _UNIQUE),
            *(_set(keys) for rule in RESOLVES for keys in (rule.keys, *rule.among)),
            *(side for rule in AGREES for side in (_of(rule), _given(rule))),
        ]
    )
)


class Broken(NamedTuple):
    """What a rule has against keys: how many it saw and, sorted, those that break it.

    Of a rule that expects a value of each, also the values, where there is one.
    """

    seen: int
    keys: Hashes
    expected: Values
    there: npt.NDArray[np.bool_]


class Across:
    """The rules across rows and tables, over keys that are put in a batch at a time."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._seen = dict.fromkeys(WANTED, 0)

    def keep(self, name: str, made: Numbers) -> Callable[[], None]:
        """Sort the keys of a batch; what is returned puts them in."""
        found = []
        for wanted in WANTED:
            if wanted.keys.table == name:
                try:
                    found.append((wanted, *_collect(wanted, made)))
                except Absent:
                    continue
        return partial(self._put, found)

    def _put(self, found: list[tuple[Wanted, int, Run]]) -> None:
        for wanted, seen, run in found:
            self._seen[wanted] += seen
            self._runs.add(wanted, run)

    def check(
        self,
        tables: dict[str, list[Path]],
        sound: dict[str, set[str] | None],
        report: Report,
        pool: ThreadPoolExecutor,
    ) -> None:
        """Run all rules; those for which a column is missing or not as declared are noted as not run."""
        parts = self._runs.settle()
        able = [rule for rule in across.RULES if _able(rule, sound)]
        results = dict(zip(able, pool.map(partial(self._broken, parts=parts), able), strict=True))
        for rule in across.RULES:
            _note(rule, results.get(rule), tables, report)

    def _broken(self, rule: across.Rule, parts: int) -> Broken:
        found = [self._in_part(rule, part) for part in range(parts)]
        wanted = _given(rule) if isinstance(rule, Agrees) else _set(rule.keys)
        columns = (np.concatenate(column) for column in zip(*found, strict=True))
        return Broken(self._seen[wanted], *columns)

    def _in_part(self, rule: across.Rule, part: int) -> tuple[Hashes, Values, npt.NDArray[np.bool_]]:
        if isinstance(rule, Agrees):
            return self._disagree(rule, part)
        keys = self._runs.read(_set(rule.keys), part).keys
        if isinstance(rule, Unique):
            broken = keys[~is_first(keys)]
        else:
            broken = keys
            for among in rule.among:  # each set is sorted, so they are asked one after the other, not put together
                broken = broken[~_find(self._runs.read(_set(among), part).keys, broken)[1]]
        broken = broken[is_first(broken)]
        return broken, np.zeros(len(broken), np.int64), np.zeros(len(broken), bool)

    def _disagree(self, rule: Agrees, part: int) -> tuple[Hashes, Values, npt.NDArray[np.bool_]]:
        known, amounts = _fold(rule.fold, self._runs.read(_of(rule), part))
        given = self._runs.read(_given(rule), part)
        at, there = _find(known, given.keys)
        expected = np.where(there, amounts[at] if len(amounts) else 0, 0)
        broken = _differs(rule, given.values, expected, there)
        return given.keys[broken], expected[broken], there[broken]


def _collect(wanted: Wanted, made: Numbers) -> tuple[int, Run]:
    """How many keys a batch has, and the keys with their values, sorted."""
    keys, index = made.keys(wanted.keys)
    seen = len(keys)
    if not wanted.values:
        return seen, sorted_run(keys, once=wanted.form == "set")
    values = first_valid(made.frame, wanted.values, anchor(wanted.keys)).take(pa.array(index))
    there = pc.is_valid(values).to_numpy(zero_copy_only=False)
    if wanted.form == "list":
        return seen, sorted_run(keys[there])
    amounts = numbers(values).view(np.int64)
    if wanted.form == "given":
        return seen, sorted_run(keys, np.where(there, amounts, _NULL))
    return seen, sorted_run(keys[there], amounts[there])


def _find(keys: Hashes, wanted: Hashes) -> tuple[Values, npt.NDArray[np.bool_]]:
    """Where each of `wanted` would stand in the sorted `keys`, and whether it does."""
    at = np.searchsorted(keys, wanted)
    at[at == len(keys)] = 0
    return at, keys[at] == wanted if len(keys) else np.zeros(len(wanted), bool)


def _fold(fold: str, run: Run) -> tuple[Hashes, Values]:
    """The keys of a run, each once, and what its values come to: how many, how many distinct, the least, the greatest.

    >>> run = sorted_run(np.array([7, 9, 7], np.uint64), np.array([1, 5, 3]))
    >>> [column.tolist() for column in _fold("max", run)]
    [[7, 9], [3, 5]]
    """
    keys, values = run.keys, run.values
    if fold == "distinct":
        order = np.lexsort((values, keys))
        keys, values = keys[order], values[order]
        new = is_first(keys)
        new[1:] |= values[1:] != values[:-1]
        keys = keys[new]
    first = np.flatnonzero(is_first(keys))
    if fold in ("count", "distinct"):
        return keys[first], np.diff(first, append=len(keys))
    reduce = np.minimum if fold == "min" else np.maximum
    return keys[first], reduce.reduceat(values, first) if len(first) else values


def _differs(rule: Agrees, given: Values, expected: Values, there: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Where the given value is not the one expected; where `there` is False there is none for a least or greatest."""
    valid = given != _NULL
    differ = valid & (given != expected)
    return differ if rule.fold in ("count", "distinct") else (valid != there) | differ


# --- which rows ------------------------------------------------------------------------------------------------------


def _column(rule: across.Rule) -> str:
    """The column that breaks a rule."""
    if isinstance(rule, Agrees):
        return rule.column
    return getattr(rule, "column", "") or rule.keys.paths[-1]


def _able(rule: across.Rule, sound: dict[str, set[str] | None]) -> bool:
    """Whether all columns that a rule needs are there as declared."""
    keys = [rule.keys]
    values: tuple[str, ...] = ()
    if isinstance(rule, Resolves):
        keys += rule.among
    if isinstance(rule, Agrees):
        keys, values = [rule.keys, rule.of], rule.values
    needed = {(one.table, top(path)) for one in keys for path in (*one.paths, one.present, one.absent) if path}
    needed |= {(rule.keys.table, top(_column(rule)))} | {(keys[-1].table, top(path)) for path in values}
    return all(column in (sound.get(table) or ()) for table, column in needed)


def _note(rule: across.Rule, broken: Broken | None, tables: dict[str, list[Path]], report: Report) -> None:
    """Count what a rule saw, and report the rows that break it."""
    column = _column(rule)
    about = Rule(rule.name, column, rule.says, lambda frame: pc.is_valid(frame[column]))
    report.count(rule.keys.table, about, broken.seen if broken else 0, 0, run=broken is not None)
    if broken is None or not len(broken.keys):
        return
    before: set[int] = set()
    for read in _read(rule.keys, column, tables[rule.keys.table]):
        keys, index = read.made.keys(rule.keys)
        at, suspect = _find(broken.keys, keys)
        keys, index, at = keys[suspect], index[suspect], at[suspect]
        if isinstance(rule, Agrees):
            values = read.made.frame[column].take(pa.array(index))
            valid = pc.is_valid(values).to_numpy(zero_copy_only=False)
            given = np.where(valid, numbers(values).view(np.int64), _NULL)
            index = index[_differs(rule, given, broken.expected[at], broken.there[at])]
        elif isinstance(rule, Unique):
            index = index[_again(keys, before)]
        rows = read.made.frame.rows(column)[index]
        outcome = Outcome(about, len(index), rows, read.made.frame[column].take(pa.array(index)))
        report.count(rule.keys.table, about, 0, len(index))
        report.add(violations(TABLES[rule.keys.table], read.batch, outcome, read.first, read.file))


def _again(keys: Hashes, before: set[int]) -> npt.NDArray[np.bool_]:
    """Which keys were there before; puts the others in."""
    again = np.zeros(len(keys), bool)
    for i, key in enumerate(keys.tolist()):
        again[i] = key in before
        before.add(key)
    return again


class _Read(NamedTuple):
    """A batch as it was read: its rows, its keys, from which row and file."""

    batch: pa.RecordBatch
    made: Numbers
    first: int
    file: str


def _read(keys: Keys, column: str, files: list[Path]) -> Iterator[_Read]:
    """The columns of a table that `keys` name, `column` and the table's key, a batch at a time."""
    paths = {TABLES[keys.table].key, *keys.paths, keys.present, keys.absent, column} - {""}
    first = 0
    for file in files:
        with open_parquet(file) as parquet:
            for batch in batches(parquet, paths):
                yield _Read(batch, Numbers(Frame(batch)), first, str(file))
                first += batch.num_rows
