"""What is said of the fields elsewhere, derived from the one declaration and never written by hand.

In: the name of a table. Out: the Arrow schema that is written, the Hub's features, a JSON Schema (2020-12) of a row,
the Markdown table of the data card. (The pandera schema: `communique.schemas.frames`.)
"""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from communique.errors import UsageError
from communique.markup import code
from communique.schemas import actors, articles, events
from communique.schemas.columns import Column, Table

if TYPE_CHECKING:
    import datasets

SCHEMA_VERSION = "1.2.0"
"""Version of the contract: major if readers break, minor if columns or values are added, patch for words."""

TABLES: dict[str, Table] = {one.TABLE.name: one.TABLE for one in (articles, events, actors)}


def table(name: str) -> Table:
    """The declaration of a table.

    Raises:
        UsageError: there is no such table.

    >>> table("events").key
    'event_id'
    """
    if name not in TABLES:
        raise UsageError(f"there is no table {name!r}", f"there are {', '.join(TABLES)}")
    return TABLES[name]


def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema with which a table is written; each field's metadata holds its description and an example.

    >>> arrow_schema("articles").field("countries").type
    ListType(list<item: string>)
    """
    fields = [
        pa.field(
            column.name,
            column.arrow_type,
            nullable=column.nullable,
            metadata={"description": column.description, "example": _text(column.example)},
        )
        for column in table(name).columns
    ]
    return pa.schema(fields)


def features(name: str) -> "datasets.Features":
    """The Hub's features of a table; needs `datasets`."""
    from datasets import Features

    return Features.from_arrow_schema(arrow_schema(name))


def _text(value: Any) -> str:
    """A value as it is shown: a string as it is, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


# --- JSON Schema -----------------------------------------------------------------------------------------------------


def json_schema(name: str) -> dict[str, Any]:
    """JSON Schema 2020-12 of one row written as JSON (dates as "YYYY-MM-DD").

    >>> json_schema("events")["properties"]["n_publishers"]["minimum"]
    0
    """
    declared = table(name)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": declared.name,
        "description": declared.description,
        **_json_object(declared.columns),
    }


def _json_object(columns: tuple[Column, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {column.name: _json_column(column) for column in columns},
        "required": [column.name for column in columns],
        "additionalProperties": False,
    }


def _json_column(column: Column) -> dict[str, Any]:
    said = {"description": column.description, "examples": [column.example]}
    if column.fields:
        return said | {"type": "array", "items": _json_object(column.fields)}
    if column.many:
        return said | {"type": "array", "items": _json_value(column)}
    return said | _json_value(column)


def _json_value(column: Column) -> dict[str, Any]:
    """What one value may be; null only where the column itself is the value."""
    value = dict(_JSON_TYPES[column.type])
    if isinstance(column.minimum, int):
        value["minimum"] = column.minimum
    if column.pattern:
        value["pattern"] = column.pattern.regex
    if column.vocabulary:
        value["enum"] = list(column.vocabulary)
    if column.nullable and not column.many:
        value["type"] = [value["type"], "null"]
        if "enum" in value:
            value["enum"].append(None)
    return value


_JSON_TYPES: dict[pa.DataType, dict[str, Any]] = {
    pa.string(): {"type": "string"},
    pa.int32(): {"type": "integer", "maximum": 2**31 - 1},
    pa.date32(): {"type": "string", "format": "date"},
    pa.bool_(): {"type": "boolean"},
}


# --- Markdown --------------------------------------------------------------------------------------------------------


def field_table(name: str) -> str:
    """The Markdown table of a table's fields: name, type, values, meaning, example.

    >>> print(field_table("events").splitlines()[2])
    | `event_id` | string | `e-` and 16 hexadecimal digits | Key of the event. | `e-0b1f3c5d7e9a2b4c` |
    """
    lines = ["| column | type | values | meaning | example |", "|---|---|---|---|---|"]
    for path, column in table(name).walk():
        cells = (code(path), _type(column), _values(column), _escape(column.description), code(_text(column.example)))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _type(column: Column) -> str:
    """The type as DESIGN writes it: `string?` may be null, `list<string>`, `list<struct>`."""
    name = "struct" if column.fields else {"date32[day]": "date32"}.get(str(column.type), str(column.type))
    return _escape((f"list<{name}>" if column.is_list else name) + ("?" if column.nullable else ""))


def _values(column: Column) -> str:
    """What the values are bound to, in few words."""
    vocabulary = column.vocabulary
    if vocabulary and len(vocabulary) <= _LISTED:
        return ", ".join(code(value) for value in vocabulary)
    if vocabulary:
        return f"{len(vocabulary)} codes"
    if column.pattern:
        return _escape(column.pattern.words)
    if isinstance(column.minimum, date):
        return f"{column.minimum} to {column.maximum}"
    return f"from {column.minimum}" if column.minimum is not None else ""


_LISTED = 20


def _escape(text: str) -> str:
    """Text for a cell of a Markdown table."""
    text = " ".join(text.split())
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
