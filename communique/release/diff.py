"""Two versions against each other: rows added, removed and changed, by key, and what became of the columns.

In: two sources. Out: a `Diff`. A file that both have is not read. Of the rest, one pass keeps 16 bytes a row: a number
for the whole row and one for its key. Rows that both have are unchanged; of those left, the ones with the same key are
changed; only the row groups that hold them are read again, to say in which columns. No order of rows or division into
files is relied on. A key that stands in several rows is one key as often.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from communique.errors import DataError, UsageError
from communique.files import file_sha256
from communique.places import ALONE, DataFile, Place, Source, find
from communique.release.changes import Diff, TableDiff, ValueChange
from communique.release.digests import combined, digests
from communique.release.rows import Numbers, Rows
from communique.release.shapes import Found, SchemaChange, compare
from communique.schemas import TABLES
from communique.schemas.keys import Hashes, mix
from communique.validation.files import table_of

__all__ = ["Diff", "TableDiff", "diff"]

_AT_ONCE = 500_000  # changed rows whose columns are compared at a time: 8 bytes a column each
_STEP = np.uint64(0x9E3779B97F4A7C15)


def diff(old: Source, new: Source, *, limit: int = 20) -> Diff:
    """Compare two versions of the tables.

    Args:
        old: a release, a folder of releases (the newest, or "folder@1.2.0"), a directory that `normalize` wrote, one
            Parquet file, or "org/name@revision" on the Hub.
        new: likewise.
        limit: how many added, removed and changed rows of each table to name; all are counted.

    Returns:
        What became of each table, which part of the version that asks to be counted up, and why.

    Raises:
        UsageError: a source is not there, or the two have no table in common.
        DataError: a file cannot be read, or a table has no column of keys.

    >>> diff("0.1.0", "0.1.0").requires is None
    True
    """
    before, after = find(old), find(new)
    olds, news = _tables(before), _tables(after)
    both = [name for name in TABLES if name in olds and name in news]
    if not both:
        raise UsageError(f"{before.name} and {after.name} have no table in common", "give two versions of one table")
    alone = ALONE in before.files or ALONE in after.files
    names = both if alone else [name for name in TABLES if name in olds or name in news]
    tables = {name: _table(name, before, olds.get(name, ()), after, news.get(name, ()), limit) for name in names}
    return Diff(before.name, after.name, tables)


def _tables(place: Place) -> dict[str, tuple[DataFile, ...]]:
    """The files of each table; a file given by itself is of the table that its name or columns tell."""
    files = dict(place.files)
    if alone := files.pop(ALONE, None):
        files[table_of(alone[0].path)] = alone
    return files


def _table(
    name: str, before: Place, olds: Sequence[DataFile], after: Place, news: Sequence[DataFile], limit: int
) -> TableDiff:
    whole = [] if olds and news else [SchemaChange("", "added" if news else "removed", None, None)]
    same, olds, news = _apart(olds, news)
    unchanged = sum(map(_count, same))
    if not olds and not news:
        return TableDiff(unchanged=unchanged)
    left, right = Rows(before.fetch(olds)), Rows(after.fetch(news))
    # A side without files of its own has the columns of the other: they stand in the files that both have.
    common, changes = compare(left.schema or right.schema, right.schema or left.schema)
    key = TABLES[name].key
    if common.get(key) != "string":
        raise DataError(f"{before.name} and {after.name} do not both have {key} in {name}", "rows are compared by key")
    found = _match(_read(left, key, common), _read(right, key, common))
    columns, first = _changed_columns(left, right, found.changed, key, common, limit)
    return TableDiff(
        added=len(found.added),
        removed=len(found.removed),
        changed=len(found.changed),
        unchanged=unchanged + found.unchanged,
        columns=columns,
        schema=(*whole, *changes),
        added_keys=_first_keys(right, found.added, key, limit),
        removed_keys=_first_keys(left, found.removed, key, limit),
        values=tuple(_values(left, right, first, key, common)),
    )


# --- files that both have --------------------------------------------------------------------------------------------


def _apart(olds: Sequence[DataFile], news: Sequence[DataFile]) -> tuple[list[DataFile], list[DataFile], list[DataFile]]:
    """The old files that are also among the new ones, byte for byte, and the others of both sides."""
    sizes = {_size(one) for one in olds} & {_size(one) for one in news}
    waiting: dict[str, list[DataFile]] = {}
    for one in olds:
        if _size(one) in sizes:
            waiting.setdefault(_sha256(one), []).append(one)
    same: list[DataFile] = []
    rest: list[DataFile] = []
    for one in news:
        twins = waiting.get(_sha256(one)) if _size(one) in sizes else None
        (same if twins else rest).append(twins.pop() if twins else one)
    shared = set(same)
    return same, [one for one in olds if one not in shared], rest


def _size(file: DataFile) -> int:
    """On disk a file may be another than its manifest says; in the cache it is not."""
    return file.entry.bytes if file.sha256 and file.entry else file.path.stat().st_size


def _sha256(file: DataFile) -> str:
    return file.sha256 or file_sha256(file.path)


def _count(file: DataFile) -> int:
    if file.sha256 and file.entry and file.entry.rows is not None:
        return file.entry.rows
    return Rows([file.path]).count


# --- the first pass: which rows --------------------------------------------------------------------------------------


class _Numbers(NamedTuple):
    """Of each row a number for all of it and one for its key."""

    rows: Hashes
    keys: Hashes


class _Found(NamedTuple):
    """Numbers of rows: those only in the new, those only in the old, and pairs (old, new) of rows that changed."""

    added: Numbers
    removed: Numbers
    changed: Numbers
    unchanged: int


def _read(rows: Rows, key: str, columns: Found) -> _Numbers:
    found = _Numbers(np.empty(rows.count, np.uint64), np.empty(rows.count, np.uint64))
    at = 0
    for batch in rows.batches(list(columns)):
        values = {column: digests(batch.column(column), shape) for column, shape in columns.items()}
        found.rows[at : at + len(batch)] = combined(values, batch)
        found.keys[at : at + len(batch)] = values[key]
        at += len(batch)
    return found


def _match(old: _Numbers, new: _Numbers) -> _Found:
    same_old, same_new = _pairs(old.rows, new.rows)
    left, right = _others(len(old.rows), same_old), _others(len(new.rows), same_new)
    at_old, at_new = _pairs(old.keys[left], new.keys[right])
    changed = np.stack([left[at_old], right[at_new]], axis=1)
    return _Found(
        added=right[_others(len(right), at_new)],
        removed=left[_others(len(left), at_old)],
        changed=changed[np.argsort(changed[:, 0])],
        unchanged=len(same_old),
    )


def _pairs(old: Hashes, new: Hashes) -> tuple[Numbers, Numbers]:
    """The places of numbers that both have; of one that is there several times, the second goes with the second."""
    return np.intersect1d(_told_apart(old), _told_apart(new), assume_unique=True, return_indices=True)[1:]


def _told_apart(numbers: Hashes) -> Hashes:
    """The numbers, of which one that is there again gets another, which tells the how-manieth it is."""
    order = np.argsort(numbers, kind="stable")
    ordered = numbers[order]
    if not (ordered[1:] == ordered[:-1]).any():
        return numbers
    nth = np.arange(len(ordered)) - np.searchsorted(ordered, ordered)
    apart = np.empty_like(numbers)
    apart[order] = np.where(nth > 0, mix(ordered + nth.astype(np.uint64) * _STEP), ordered)
    return apart


def _others(count: int, those: Numbers) -> Numbers:
    there = np.ones(count, bool)
    there[those] = False
    return np.flatnonzero(there)


# --- the second: which columns, and what stood there -----------------------------------------------------------------


def _changed_columns(
    left: Rows, right: Rows, changed: Numbers, key: str, columns: Found, limit: int
) -> tuple[dict[str, int], Numbers]:
    """In how many of the changed rows each column differs, and the pairs of rows with the first keys."""
    counts = dict.fromkeys(columns, 0)
    first: list[tuple[str, int]] = []
    for start in range(0, len(changed), _AT_ONCE):
        pairs = changed[start : start + _AT_ONCE]
        known = {column: np.empty(len(pairs), np.uint64) for column in columns}
        for part, batch in left.at(pairs[:, 0], list(columns)):
            for column, shape in columns.items():
                known[column][part] = digests(batch.column(column), shape)
            first = _least(first, batch.column(key), np.arange(start + part.start, start + part.stop), limit)
        order = np.argsort(pairs[:, 1])
        for part, batch in right.at(pairs[order, 1], list(columns)):
            for column, shape in columns.items():
                counts[column] += int((known[column][order[part]] != digests(batch.column(column), shape)).sum())
    return {column: n for column, n in counts.items() if n}, changed[[at for _, at in first]]


def _first_keys(rows: Rows, numbers: Numbers, key: str, limit: int) -> tuple[str, ...]:
    """The least keys of some rows."""
    first: list[tuple[str, int]] = []
    if limit:
        for part, batch in rows.at(numbers, [key]):
            first = _least(first, batch.column(key), numbers[part], limit)
    return tuple(text for text, _ in first)


def _least(known: list[tuple[str, int]], keys: pa.Array, places: Numbers, limit: int) -> list[tuple[str, int]]:
    """The least keys, each with its place, of those known and some more."""
    order = pc.sort_indices(keys)[:limit]
    more = zip(map(_text, keys.take(order)), places[order.to_numpy()].tolist(), strict=True)
    return sorted([*known, *more])[:limit]


def _text(key: pa.Scalar) -> str:
    return bytes(key.as_buffer()).decode("utf-8", "replace") if key.is_valid else ""


def _values(left: Rows, right: Rows, pairs: Numbers, key: str, columns: Found) -> Iterator[ValueChange]:
    """What stood and what stands in the columns that changed, of a few rows."""
    old, new = (
        rows.take(pairs[:, side], list(columns)).combine_chunks().to_batches()
        for side, rows in enumerate((left, right))
    )
    for one, other in zip(old, new, strict=True):
        for n, name in enumerate(map(_text, one.column(key))):
            for column, shape in columns.items():
                was, now = one.column(column)[n : n + 1], other.column(column)[n : n + 1]
                if digests(was, shape) != digests(now, shape):
                    yield ValueChange(name, column, _shown(was), _shown(now))


def _shown(value: pa.Array) -> object:
    """A value as Python's; of text that is not UTF-8, what can be read."""
    try:
        return value[0].as_py()
    except UnicodeDecodeError:
        return f"not UTF-8: {value.cast(pa.binary())[0].as_py()!r}" if pa.types.is_string(value.type) else "not UTF-8"
