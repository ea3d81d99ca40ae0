"""The contract: what each field of each table may hold. Every other description of the fields derives from it.

In: the name of a table. Out: its declaration, and what is derived from it: Arrow schema, Hub features, JSON Schema,
Markdown table, pandera schema. What is offered here is imported when it is first used: ids cost nothing, schemas no
more than pyarrow; pandera and `datasets` load on use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.schemas.columns import Column as Column
    from communique.schemas.columns import Rule as Rule
    from communique.schemas.columns import Table as Table
    from communique.schemas.derive import SCHEMA_VERSION as SCHEMA_VERSION
    from communique.schemas.derive import TABLES as TABLES
    from communique.schemas.derive import arrow_schema as arrow_schema
    from communique.schemas.derive import features as features
    from communique.schemas.derive import field_table as field_table
    from communique.schemas.derive import json_schema as json_schema
    from communique.schemas.derive import table as table
    from communique.schemas.frames import pandera_schema as pandera_schema
    from communique.schemas.ids import make_id as make_id

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "Column",
    "Rule",
    "Table",
    "arrow_schema",
    "features",
    "field_table",
    "json_schema",
    "make_id",
    "pandera_schema",
    "table",
]

_HOME = dict.fromkeys(__all__, "derive") | {
    "Column": "columns",
    "Rule": "columns",
    "Table": "columns",
    "make_id": "ids",
    "pandera_schema": "frames",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
