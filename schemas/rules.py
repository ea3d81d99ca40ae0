"""The rules: those that a column's declaration implies, and the building blocks of rules between columns.

In: a table's declaration, or the paths of columns. Out: `Rule`s, whose `holds` runs over a whole `Frame` at once with
Arrow and numpy, no Python code a row. Null never breaks a rule, save the one that forbids it.
"""

from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from communique.schemas.columns import Column, Rule, Table
from communique.schemas.frame import Frame, top

Holds = Callable[[Frame], pa.Array]


def column_rules(table: Table) -> Iterator[Rule]:
    """The rules that the columns of `table` imply, in the order of the columns."""
    for path, column in table.walk():
        items = f"{path}[]" if column.is_list else path
        if not column.nullable:
            yield Rule("not_null", path, "is never null", _not_null(path))
        if column.is_list:
            yield Rule("not_null", items, "holds no null", _not_null(items))
        yield from _value_rules(items, column)


def _value_rules(path: str, column: Column) -> Iterator[Rule]:
    if column.allowed is not None:
        yield Rule("allowed", path, "is one of the values listed", _allowed(path, column))
    if column.pattern is not None:
        yield Rule("pattern", path, f"is {column.pattern.words}", _matches(path, column.pattern.regex))
    if column.minimum is not None:
        limits = f"is at least {column.minimum}" + ("" if column.maximum is None else f", at most {column.maximum}")
        yield Rule("range", path, limits, _in_range(path, column))


def _not_null(path: str) -> Holds:
    return lambda frame: pc.is_valid(frame[path])


def _allowed(path: str, column: Column) -> Holds:
    def holds(frame: Frame) -> pa.Array:
        return where_valid(frame[path], pc.is_in(frame[path], pa.array(column.vocabulary, pa.string())))

    return holds


def _matches(path: str, pattern: str) -> Holds:
    return lambda frame: pc.match_substring_regex(frame[path], pattern)


def _in_range(path: str, column: Column) -> Holds:
    def holds(frame: Frame) -> pa.Array:
        enough = pc.greater_equal(frame[path], pa.scalar(column.minimum, column.type))
        if column.maximum is None:
            return enough
        return pc.and_(enough, pc.less_equal(frame[path], pa.scalar(column.maximum, column.type)))

    return holds


# --- building blocks of rules between columns ------------------------------------------------------------------------


def sorted_unique(column: str) -> Rule:
    """The items of each list ascend (by code point) without repeats."""

    def holds(frame: Frame) -> pa.Array:
        items, rows = frame[f"{column}[]"], frame.rows(f"{column}[]")
        ascend = pc.fill_null(pc.less(items[:-1], items[1:]), True).to_numpy(zero_copy_only=False)
        fine = np.ones(frame.length, dtype=bool)
        fine[rows[1:][~ascend & (rows[:-1] == rows[1:])]] = False
        return pa.array(fine)

    return Rule("sorted_unique", column, "is sorted and without repeats", holds)


def unique_in_row(path: str) -> Rule:
    """No value stands twice in a row's list; the repeats break the rule, not the first."""

    def holds(frame: Frame) -> pa.Array:
        keys = _row_keys(frame.rows(path), frame[path])
        ordered = np.sort(keys, kind="stable")  # nearly so already: rows ascend
        fine = np.ones(len(keys), dtype=bool)
        if (ordered[1:] == ordered[:-1]).any():
            fine[:] = False
            fine[np.unique(keys, return_index=True)[1]] = True
        return where_valid(frame[path], pa.array(fine))

    return Rule("unique_in_row", path, f"stands once in a row's {top(path)}", holds)


def within(path: str, other: str, name: str) -> Rule:
    """Each value at `path` is among the same row's values at `other`."""

    def holds(frame: Frame) -> pa.Array:
        inner, outer = frame[path], frame[other]
        if not len(inner):
            return pa.array([], pa.bool_())
        rows = np.concatenate([frame.rows(path), frame.rows(other)])
        keys = _row_keys(rows, pa.concat_arrays([inner, outer]))
        wanted, known = keys[: len(inner)], np.sort(keys[len(inner) :], kind="stable")  # nearly so already: rows ascend
        at = np.searchsorted(known, wanted)
        fine = np.zeros(len(inner), bool) if not len(known) else known[np.minimum(at, len(known) - 1)] == wanted
        return where_valid(inner, pa.array(fine))

    return Rule(name, path, f"is among the row's {top(other)}", holds)


def not_within(path: str, other: str, name: str) -> Rule:
    """No value at `path` is among the same row's values at `other`."""
    opposite = within(path, other, name)
    return Rule(name, path, f"is not the row's {top(other)}", lambda frame: pc.invert(opposite.holds(frame)))


def together(path: str, other: str) -> Rule:
    """The value at `path` is null exactly where the one at `other` is."""
    name = other.rpartition(".")[2]
    return Rule(
        f"with_{name}",
        path,
        f"is null exactly when {name} is",
        lambda frame: pc.equal(pc.is_null(frame[path]), pc.is_null(frame[other])),
    )


def not_before(path: str, other: str, strict: bool = False) -> Rule:
    """The value at `path` is not less than the one at `other` (greater than it, if `strict`)."""
    name = other.rpartition(".")[2]
    compare = pc.greater if strict else pc.greater_equal
    return Rule(
        f"{'after' if strict else 'not_before'}_{name}",
        path,
        f"is {'greater' if strict else 'not less'} than {name}",
        lambda frame: compare(frame[path], frame[other]),
    )


def where_valid(values: pa.Array, mask: pa.Array) -> pa.Array:
    """`mask`, but null where `values` is: there the rule has nothing to say."""
    if not values.null_count:
        return mask
    return pc.if_else(pc.is_valid(values), mask, pa.scalar(None, pa.bool_()))


def _row_keys(rows: np.ndarray, values: pa.Array) -> np.ndarray:
    """One number for each pair of row and value, equal where the pairs are; null counts as a value of its own."""
    encoded = values.dictionary_encode()
    codes = pc.fill_null(encoded.indices, -1).to_numpy(zero_copy_only=False)
    return rows * (len(encoded.dictionary) + 1) + codes + 1
