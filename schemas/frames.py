"""The contract as pandera schemas, for frames in pandas: the same columns and the same rules as on Arrow data.

In: the name of a table. Out: a `pandera.pandas.DataFrameSchema` for frames whose columns have Arrow types, as
`pandas.read_parquet(..., dtype_backend="pyarrow")` and `communique.load()` give them. Stands on pandera.
"""

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from communique.schemas.checks import apply, frame_of
from communique.schemas.columns import Rule, Table
from communique.schemas.derive import TABLES
from communique.schemas.frame import Absent, top
from communique.schemas.rules import column_rules

if TYPE_CHECKING:
    import pandas
    import pandera.pandas as pandera


@cache
def pandera_schema(name: str) -> "pandera.DataFrameSchema":
    """The pandera schema of a table.

    Args:
        name: "articles", "events" or "actors".

    Returns:
        A strict schema: all columns, no others, Arrow types, unique keys. A check has the name of its rule, with the
        column before it where the values are nested ("actors.country: allowed").

    >>> pandera_schema("events").columns["n_publishers"].dtype
    DataType(int32[pyarrow])
    """
    import pandas
    import pandera.pandas as pandera

    table = TABLES[name]
    rules = list(column_rules(table))
    columns = {
        column.name: pandera.Column(
            pandas.ArrowDtype(column.arrow_type),
            checks=[_check(table, rule) for rule in rules if top(rule.column) == column.name],
            nullable=column.nullable,
            unique=column.name == table.key,
            title=column.name,
            description=column.description,
        )
        for column in table.columns
    }
    return pandera.DataFrameSchema(
        columns,
        checks=[_check(table, rule) for rule in table.rules],
        strict=True,
        name=table.name,
        description=table.description,
    )


def _check(table: Table, rule: Rule) -> "pandera.Check":
    """A rule as a pandera check on a column or a frame, with one answer a row."""
    import pandas
    import pandera.pandas as pandera

    def holds(data: "pandas.Series | pandas.DataFrame") -> "pandas.Series":
        fine = np.ones(len(data), dtype=bool)
        with suppress(Absent):  # pandera says itself that a column is missing or has another type
            fine[apply(rule, frame_of(table, _batch(data))).rows] = False
        return pandas.Series(fine, index=data.index)

    name = f"{rule.column}: {rule.name}"
    return pandera.Check(holds, name=name, error=name, description=rule.says, ignore_na=False)


def _batch(data: Any) -> pa.RecordBatch:
    """The Arrow columns of a series or frame, without copying where they are in one piece."""
    import pandas

    frame = data.to_frame() if isinstance(data, pandas.Series) else data
    arrow = {
        name: pa.chunked_array(frame[name].array.__arrow_array__()).combine_chunks()
        for name in frame.columns
        if isinstance(frame[name].dtype, pandas.ArrowDtype)
    }
    return pa.RecordBatch.from_pydict(arrow)
