"""The contract: what each field of each table may hold. Every other description of the fields derives from it.

In: the name of a table. Out: its declaration, and what is derived from it: Arrow schema, Hub features, JSON Schema,
Markdown table, pandera schema. Importing this costs no more than pyarrow; pandera and `datasets` load on use.
"""

from communique.schemas.columns import Column, Rule, Table
from communique.schemas.derive import (
    SCHEMA_VERSION,
    TABLES,
    arrow_schema,
    features,
    field_table,
    json_schema,
    table,
)
from communique.schemas.frames import pandera_schema
from communique.schemas.ids import make_id

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
