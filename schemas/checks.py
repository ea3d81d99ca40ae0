"""Arrow data against the contract, a batch at a time: the columns that are there, their types, and every rule.

In: a table's declaration and a schema or batch. Out: `Violation`s of the schema, and of each rule an `Outcome`: how
many values it saw and which of them break it, so that nothing is skipped without being seen to be.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from communique.schemas.columns import Rule, Table
from communique.schemas.derive import TABLES
from communique.schemas.frame import Absent, Frame, Rows
from communique.schemas.rules import column_rules


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that the contract forbids.

    `row` counts from 0 over all files of the table; it is None where the whole column, file or table is at fault. `key`
    is the row's id, `value` what stands there, `column` its name ("actors.country" if nested; "" for the table).
    """

    table: str
    column: str
    rule: str
    says: str
    row: int | None = None
    key: str | None = None
    value: Any = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule found in a batch: how many values it judged, and rows and values of those that break it.

    `run` is False if a column that the rule needs is not there.
    """

    rule: Rule
    seen: int
    rows: Rows
    values: pa.Array
    run: bool = True


@cache
def rules_of(name: str) -> tuple[Rule, ...]:
    """All rules of one row of a table: those of its columns, then those between them."""
    return (*column_rules(TABLES[name]), *TABLES[name].rules)


def check_schema(table: Table, schema: pa.Schema, file: str = "") -> Iterator[Violation]:
    """Columns that are missing, unknown, there twice, or of another type."""
    declared = {column.name: column for column in table.columns}
    for name, times in Counter(schema.names).items():
        if name not in declared:
            yield Violation(table.name, name, "extra_column", "is no column of the table", file=file)
        elif times > 1:
            yield Violation(table.name, name, "repeated_column", "is there once", value=times, file=file)
        elif not same_type(schema.field(name).type, declared[name].arrow_type):
            says = f"has the type {declared[name].arrow_type}"
            yield Violation(table.name, name, "type", says, value=str(schema.field(name).type), file=file)
    for name in declared:
        if name not in schema.names:
            yield Violation(table.name, name, "missing_column", "is there", file=file)


def same_type(one: pa.DataType, other: pa.DataType) -> bool:
    """Whether two types are the same, whatever the items of lists are called and whether Arrow lets them be null.

    >>> same_type(pa.list_(pa.field("element", pa.string(), nullable=False)), pa.list_(pa.string()))
    True
    >>> same_type(pa.large_string(), pa.string())
    False
    """
    if pa.types.is_list(one) and pa.types.is_list(other):
        return same_type(one.value_type, other.value_type)
    if pa.types.is_struct(one) and pa.types.is_struct(other):
        if [field.name for field in one] != [field.name for field in other]:
            return False
        return all(same_type(a.type, b.type) for a, b in zip(one, other, strict=True))
    return bool(one == other)


def frame_of(table: Table, batch: pa.RecordBatch) -> Frame:
    """The columns of `batch` that have the type declared, as a `Frame`."""
    types = {column.name: column.arrow_type for column in table.columns}
    names = Counter(batch.schema.names)
    fit = [
        i
        for i, field in enumerate(batch.schema)
        if names[field.name] == 1 and field.name in types and same_type(field.type, types[field.name])
    ]
    arrays = [batch.column(i) for i in fit]
    return Frame(pa.RecordBatch.from_arrays(arrays, names=[batch.schema.names[i] for i in fit]))


def apply(rule: Rule, frame: Frame) -> Outcome:
    """Run one rule over a frame.

    Raises:
        Absent: if the frame lacks a column that the rule needs.
    """
    holds = rule.holds(frame)
    seen = len(holds) - holds.null_count
    if pc.all(holds, min_count=0).as_py():  # nearly always
        return Outcome(rule, seen, np.empty(0, np.int64), frame[rule.column][:0])
    broken = np.flatnonzero(~pc.fill_null(holds, True).to_numpy(zero_copy_only=False))
    values = frame[rule.column].take(pa.array(broken))
    return Outcome(rule, seen, frame.rows(rule.column)[broken], values)


def check_rows(table: Table, batch: pa.RecordBatch) -> Iterator[Outcome]:
    """Every rule of a row, over all rows of a batch. Rules that need a column which is not there say so."""
    garbled, frame = readable(table, batch)
    yield from garbled
    yield from check_frame(table, frame)


def readable(table: Table, batch: pa.RecordBatch) -> tuple[list[Outcome], Frame]:
    """What is not UTF-8 in a batch, and a frame of the columns that rules can run over."""
    garbled = [outcome for outcome in map(_not_utf8, batch.schema.names, batch.columns) if len(outcome.rows)]
    unsound = {outcome.rule.column for outcome in garbled}
    sound = [i for i, name in enumerate(batch.schema.names) if name not in unsound]
    return garbled, frame_of(table, batch.select(sound))


def check_frame(table: Table, frame: Frame) -> Iterator[Outcome]:
    """Every rule of a row, over a frame."""
    for rule in rules_of(table.name):
        try:
            yield apply(rule, frame)
        except Absent:
            yield Outcome(rule, 0, np.empty(0, np.int64), pa.nulls(0), run=False)


def _not_utf8(name: str, column: pa.Array) -> Outcome:
    """The rows of a column whose strings are not UTF-8: Parquet does not promise it, and no other rule could run."""
    rule = Rule("utf8", name, "is UTF-8", lambda frame: pc.is_valid(frame[name]))
    rows = [] if _is_sound(column) else [i for i in range(len(column)) if not _is_sound(column.take(pa.array([i])))]
    return Outcome(rule, len(column), np.array(rows, np.int64), pa.nulls(len(rows)))


def _is_sound(column: pa.Array) -> bool:
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def violations(
    table: Table, batch: pa.RecordBatch, outcome: Outcome, first: int = 0, file: str = ""
) -> list[Violation]:
    """The violations that an outcome stands for; `first` is the number of the batch's first row in the table."""
    if not len(outcome.rows):
        return []
    at = batch.schema.get_field_index(table.key)
    keys = [None] * len(outcome.rows) if at < 0 else _as_python(batch.column(at).take(pa.array(outcome.rows)))
    rule = outcome.rule
    return [
        Violation(table.name, rule.column.removesuffix("[]"), rule.name, rule.says, first + int(row), key, value, file)
        for row, key, value in zip(outcome.rows, keys, _as_python(outcome.values), strict=True)
    ]


def _as_python(values: pa.Array) -> list[Any]:
    """Arrow values as Python's; where one of them is a string that is not UTF-8, none is shown."""
    try:
        return list(values.to_pylist())
    except UnicodeDecodeError:
        return [None] * len(values)


def check_batch(name: str, batch: pa.Table | pa.RecordBatch) -> list[Violation]:
    """Every violation in rows that are about to be written; rules across rows and tables are `validate`'s.

    Args:
        name: "articles", "events" or "actors".
        batch: the rows; `row` in the result counts from its first.

    >>> rows = pa.table({"event_id": ["e-0123456789abcdef"]})
    >>> [v.column for v in check_batch("events", rows)][:2]
    ['event_date', 'kind']
    """
    table = TABLES[name]
    found = list(check_schema(table, batch.schema))
    first = 0
    for part in batch.to_batches(max_chunksize=4096) if isinstance(batch, pa.Table) else [batch]:
        for outcome in check_rows(table, part):
            found += violations(table, part, outcome, first)
        first += part.num_rows
    return found


def as_json(violation: Violation) -> dict[str, Any]:
    """A violation as JSON-ready values."""
    value = violation.value
    return {
        "table": violation.table,
        "row": violation.row,
        "key": violation.key,
        "column": violation.column,
        "rule": violation.rule,
        "says": violation.says,
        "value": json_value(value),
        "file": violation.file,
    }


def json_value(value: Any) -> Any:
    """A value out of Arrow as JSON has it: dates as "YYYY-MM-DD", also within lists and structs."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [json_value(one) for one in value]
    if isinstance(value, dict):
        return {key: json_value(one) for key, one in value.items()}
    return value
