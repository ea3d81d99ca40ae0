"""Two schemas against each other: what was added, removed or retyped, and what both have and can be compared in.

In: the Arrow schemas of two versions of a table. Out: `SchemaChange`s by path ("actors.role"), and of each column that
both have its `Shape`, in which no matter of storage is left: a string is a string, be it large, a view or a dictionary.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import pyarrow as pa

Change = Literal["added", "removed", "retyped", "made nullable", "made required"]


class SchemaChange(NamedTuple):
    """What became of a column; `old` and `new` are its types, None where there is no such column."""

    column: str
    change: Change
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Items:
    """The shape of lists: what their items are."""

    of: "Shape"


@dataclass(frozen=True, slots=True)
class Fields:
    """The shape of structs: what their common fields are."""

    of: Mapping[str, "Shape"]


Shape = str | Items | Fields
"""A kind of plain values, or what nested ones are made of."""

Found = dict[str, Shape]


def compare(old: pa.Schema, new: pa.Schema) -> tuple[Found, list[SchemaChange]]:
    """What two schemas have in common, and in what they differ; the order of columns does not count.

    >>> old = pa.schema([("n", pa.int32()), ("name", pa.string())])
    >>> new = pa.schema([("name", pa.large_string()), ("tags", pa.list_(pa.string()))])
    >>> common, changes = compare(old, new)
    >>> common, [(one.column, one.change) for one in changes]
    ({'name': 'string'}, [('n', 'removed'), ('name', 'retyped'), ('tags', 'added')])
    """
    changes: list[SchemaChange] = []
    common = _common_fields("", _by_name(old), _by_name(new), changes)
    return common, changes


def _by_name(fields: pa.Schema | pa.StructType) -> dict[str, pa.Field]:
    return {field.name: field for field in fields}


def _common_fields(path: str, old: dict[str, pa.Field], new: dict[str, pa.Field], changes: list[SchemaChange]) -> Found:
    common: Found = {}
    for name in [*old, *(name for name in new if name not in old)]:
        before, after = old.get(name), new.get(name)
        if before is None or after is None:
            is_new = before is None
            names = [None if one is None else type_name(one.type) for one in (before, after)]
            changes.append(SchemaChange(path + name, "added" if is_new else "removed", *names))
            continue
        shape = _common(path + name, before.type, after.type, changes)
        if shape is not None:
            common[name] = shape
        if before.nullable != after.nullable:
            change: Change = "made nullable" if after.nullable else "made required"
            changes.append(SchemaChange(path + name, change, type_name(before.type), type_name(after.type)))
    return common


def _common(path: str, old: pa.DataType, new: pa.DataType, changes: list[SchemaChange]) -> Shape | None:
    if _is_list(old) and _is_list(new) and type(old) is type(new):
        items = _common(path, old.value_type, new.value_type, changes)
        return None if items is None else Items(items)
    if pa.types.is_struct(old) and pa.types.is_struct(new):
        return Fields(_common_fields(f"{path}.", _by_name(old), _by_name(new), changes))
    if old != new:
        changes.append(SchemaChange(path, "retyped", type_name(old), type_name(new)))
    quiet: list[SchemaChange] = []
    if _is_list(old) and _is_list(new):
        items = _common(path, old.value_type, new.value_type, quiet)
        return None if items is None else Items(items)
    return kind(old) if kind(old) == kind(new) else None


def _is_list(one: pa.DataType) -> bool:
    return bool(pa.types.is_list(one) or pa.types.is_large_list(one) or pa.types.is_fixed_size_list(one))


def kind(one: pa.DataType) -> str:
    """What plain values of a type are, however they are stored; for a rare type its name.

    >>> kind(pa.dictionary(pa.int8(), pa.large_string())), kind(pa.int32()), kind(pa.timestamp("us"))
    ('string', 'integer', 'timestamp[us]')
    """
    if pa.types.is_dictionary(one):
        return kind(one.value_type)
    return next((name for name, types in _KINDS.items() if one in types), str(one))


_KINDS = {
    "string": (pa.string(), pa.large_string(), pa.string_view()),
    "binary": (pa.binary(), pa.large_binary(), pa.binary_view()),
    "integer": (pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64()),
    "float": (pa.float16(), pa.float32(), pa.float64()),
    "date": (pa.date32(), pa.date64()),
    "bool": (pa.bool_(),),
}


def type_name(one: pa.DataType) -> str:
    """A type in few words.

    >>> type_name(pa.list_(pa.struct([("code", pa.string())]))), type_name(pa.date32())
    ('list<struct>', 'date32')
    """
    if _is_list(one):
        prefix = "large_" if pa.types.is_large_list(one) else "fixed_size_" if not pa.types.is_list(one) else ""
        return f"{prefix}list<{type_name(one.value_type)}>"
    return "struct" if pa.types.is_struct(one) else str(one).removesuffix("[day]")
