"""Two versions of tables against each other: which rows came, went and changed, and in which columns.

In: two sources. Out: a `Diff`. Of each row a number for its key and one for its content are held, 16 bytes, wherever
the row stands; files that are the same to the byte are not read at all. Columns are compared in a second pass, over
the rows that changed and one column at a time.
"""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.cache import digest
from communique.errors import DataError
from communique.places import ALONE, Place, Source, find
from communique.release.changes import Diff, TableDiff, ValueChange
from communique.release.digests import combined, digests
from communique.release.rows import Numbers, Rows
from communique.release.shapes import Found, SchemaChange, compare, kind
from communique.schemas import TABLES
from communique.schemas.keys import Hashes, id_numbers, mix
from communique.validation.files import table_of

_ID = "^[a-z]-[0-9a-f]{16}$"
_STEP = np.uint64(0x9E3779B97F4A7C15)


def diff(old: Source, new: Source, *, limit: int = 20) -> Diff:
    """Compare two versions.

    Args:
        old: a release, a folder of releases (or one of its versions: "releases@1.2.0"), a directory that `normalize`
            wrote, or "org/name[@revision]" on the Hub.
        new: likewise.
        limit: of how many rows of each sort, and of each table, keys and values are kept; all are counted.

    Returns:
        What differs; rows are matched by their keys, in whatever order and files they are.

    Raises:
        UsageError: there is nothing at one of the sources.
        DataError: a file cannot be read, or a table has no column of keys.
    """
    before, after = find(old), find(new)
    there = {*_tables(before), *_tables(after)}
    names = [name for name in TABLES if name in there]
    return Diff(before.name, after.name, {name: _table(name, before, after, limit) for name in names})


def _tables(place: Place) -> list[str]:
    """The tables of a place; of a file that was given by itself, the one that its name or its columns tell."""
    alone = [table_of(one.path) for one in place.files.get(ALONE, ())]
    return [name for name in place.files if name != ALONE] + alone


def _table(name: str, before: Place, after: Place, limit: int) -> TableDiff:
    """What became of one table."""
    old, new = (place.fetch(place.of(name)) if name in _tables(place) else [] for place in (before, after))
    if not old or not new:
        return _whole(name, old or new, "added" if new else "removed", limit)
    schema, changes = compare(Rows(old[:1]).schema, Rows(new[:1]).schema)
    same, old_left, new_left = _apart(old, new)
    sides = _Side(name, old_left, old[0], schema), _Side(name, new_left, new[0], schema)
    return _compared(*sides, sum(pq.read_metadata(path).num_rows for path in same), tuple(changes), limit)


def _whole(name: str, files: Sequence[Path], change: str, limit: int) -> TableDiff:
    """A table that only one version has."""
    rows = Rows(files)
    keys = tuple(rows.take(np.arange(min(limit, rows.count)), [TABLES[name].key]).column(0).to_pylist())
    gone = SchemaChange("", "added" if change == "added" else "removed", None, None)
    if change == "added":
        return TableDiff(added=rows.count, added_keys=keys, schema=(gone,))
    return TableDiff(removed=rows.count, removed_keys=keys, schema=(gone,))


def _apart(old: Sequence[Path], new: Sequence[Path]) -> tuple[list[Path], list[Path], list[Path]]:
    """The files that both versions have to the byte, and what is left of each."""
    sizes = {path.stat().st_size for path in old} & {path.stat().st_size for path in new}
    known: dict[str, list[Path]] = {}
    for path in old:
        known.setdefault(digest(path) if path.stat().st_size in sizes else str(path), []).append(path)
    same: list[Path] = []
    new_left: list[Path] = []
    for path in new:
        twins = known.get(digest(path), []) if path.stat().st_size in sizes else []
        if twins:
            same.append(twins.pop())
        else:
            new_left.append(path)
    return same, [path for path in old if path not in set(same)], new_left


class _Side:
    """The rows of one version, sorted by key.

    Args:
        name: of the table.
        files: those to compare; there may be none.
        example: a file of the table, for its columns.
        common: the columns to compare.
    """

    def __init__(self, name: str, files: Sequence[Path], example: Path, common: Found) -> None:
        self.key = TABLES[name].key
        if self.key not in common:
            raise DataError(f"{example}: there is no column {self.key!r} to match rows by, or another type in each")
        self.common = common
        self.rows = Rows(files) if files else None
        keys, contents = self._read()
        self.order: Numbers = np.argsort(keys, kind="stable")
        self.keys = _nth(keys[self.order])
        self.contents = contents[self.order]

    def _read(self) -> tuple[Hashes, Hashes]:
        keys, contents = [np.empty(0, np.uint64)], [np.empty(0, np.uint64)]
        for batch in self.rows.batches(list(self.common)) if self.rows else ():
            keys.append(_keys(batch.column(self.key)))
            contents.append(combined({n: digests(batch.column(n), shape) for n, shape in self.common.items()}, batch))
        return np.concatenate(keys), np.concatenate(contents)

    def take(self, places: Numbers, columns: Sequence[str]) -> pa.Table:
        """The rows at some places of the order of keys."""
        if self.rows is None or not len(places):
            return pa.table({name: pa.nulls(0) for name in columns})
        return self.rows.take(self.order[places], columns)

    def digests(self, places: Numbers, column: str) -> Hashes:
        """A number for each value of a column, at some places of the order of keys."""
        found = np.empty(len(places), np.uint64)
        if self.rows is None:
            return found
        numbers = self.order[places]
        ascending = np.argsort(numbers, kind="stable")
        for part, batch in self.rows.at(numbers[ascending], [column]):
            found[ascending[part]] = digests(batch.column(0), self.common[column])
        return found


def _keys(values: pa.Array) -> Hashes:
    """Keys as numbers, in the order of ids; keys that are no ids, of tables made by others, get those of a hash."""
    if kind(values.type) == "string":
        values = values.cast(pa.string())
    whole = pa.types.is_string(values.type) and not values.null_count
    if whole and pc.all(pc.match_substring_regex(values, _ID), min_count=0).as_py():
        return id_numbers(values)
    hashed = [int.from_bytes(blake2b(repr(one).encode(), digest_size=8).digest(), "big") for one in values.to_pylist()]
    return np.array(hashed, np.uint64)


def _nth(keys: Hashes) -> Hashes:
    """Sorted keys, of which one that is there again gets another number: the second matches the second."""
    nth = np.arange(len(keys)) - np.searchsorted(keys, keys)
    again = nth > 0
    return np.where(again, mix(keys + nth.astype(np.uint64) * _STEP), keys) if again.any() else keys


def _compared(old: _Side, new: _Side, same: int, changes: tuple[SchemaChange, ...], limit: int) -> TableDiff:
    """What became of the rows that are not in files which both versions have."""
    _, in_old, in_new = np.intersect1d(old.keys, new.keys, assume_unique=True, return_indices=True)
    differ = old.contents[in_old] != new.contents[in_new]
    removed, added = _others(len(old.keys), in_old), _others(len(new.keys), in_new)
    changed_old, changed_new = in_old[differ], in_new[differ]
    columns = {name: old.digests(changed_old, name) != new.digests(changed_new, name) for name in old.common}
    return TableDiff(
        added=len(added),
        removed=len(removed),
        changed=len(changed_old),
        unchanged=same + len(in_old) - len(changed_old),
        columns={name: int(there.sum()) for name, there in columns.items() if there.any()},
        schema=changes,
        added_keys=tuple(new.take(added[:limit], [new.key]).column(0).to_pylist()),
        removed_keys=tuple(old.take(removed[:limit], [old.key]).column(0).to_pylist()),
        values=_values(old, new, changed_old[:limit], changed_new[:limit], {n: c[:limit] for n, c in columns.items()}),
    )


def _others(count: int, those: Numbers) -> Numbers:
    there = np.ones(count, bool)
    there[those] = False
    return np.flatnonzero(there)


def _values(
    old: _Side, new: _Side, in_old: Numbers, in_new: Numbers, columns: dict[str, np.ndarray]
) -> tuple[ValueChange, ...]:
    """What changed in some rows, value by value."""
    names = [name for name, there in columns.items() if there.any()]
    before, after = (side.take(rows, [side.key, *names]) for side, rows in ((old, in_old), (new, in_new)))
    return tuple(
        ValueChange(row[old.key], name, row[name], other[name])
        for i, (row, other) in enumerate(zip(before.to_pylist(), after.to_pylist(), strict=True))
        for name in names
        if columns[name][i]
    )
