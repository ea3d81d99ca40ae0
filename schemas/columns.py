"""How a table is declared: its columns and its rules, each once. Everything else said of a field derives from here.

A `Column` says what one field holds, a `Rule` what must hold between fields of a row, a `Table` gathers both. Arrow
schema, Hub features, JSON Schema, field table and the pandera schema are made from them by `communique.schemas.derive`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

if TYPE_CHECKING:
    from communique.schemas.frame import Frame

STRING = pa.string()
INT = pa.int32()
DATE = pa.date32()
BOOL = pa.bool_()


class Pattern(NamedTuple):
    """A regular expression, and in words what it asks for."""

    regex: str
    words: str


Vocabulary = Mapping[str, str] | Callable[[], tuple[str, ...]]
"""The values allowed: each with its meaning, or a function that reads them from a registry."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold of the values of a column.

    `column` is the column that a violation names: "countries", "actors.country", or "countries[]" for the items of a
    list of plain values. `holds` takes a `Frame` and returns one boolean for each value of that column, in order; null
    means that the rule has nothing to say there.
    """

    name: str
    column: str
    says: str
    holds: Callable[["Frame"], pa.Array]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One field: what it means, and what it may hold.

    `type` is the Arrow type of one value; `many` makes the column a list of such values, `fields` a list of structs.
    `allowed`, `pattern`, `minimum` and `maximum` bind each value (each item of a list). `nullable` is the column's own;
    items of a list are never null. `since` is the version of the contract that first had the column.
    """

    name: str
    description: str
    example: Any
    type: pa.DataType = STRING
    nullable: bool = False
    many: bool = False
    fields: tuple["Column", ...] = ()
    allowed: Vocabulary | None = None
    pattern: Pattern | None = None
    minimum: int | date | None = None
    maximum: int | date | None = None
    since: str = "1.0.0"

    @property
    def arrow_type(self) -> pa.DataType:
        """The type of the whole column; nested fields stay nullable, as pandas and `datasets` make them."""
        if self.fields:
            return pa.list_(pa.struct([(one.name, one.arrow_type) for one in self.fields]))
        return pa.list_(self.type) if self.many else self.type

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """The values allowed, in order; empty if they are not listed."""
        if self.allowed is None:
            return ()
        return tuple(self.allowed) if isinstance(self.allowed, Mapping) else self.allowed()

    @property
    def is_list(self) -> bool:
        """Whether a row holds a list."""
        return self.many or bool(self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the data set: its name, the column that is its key, what a row is, columns and rules.

    `partition` is the column of days by whose years a release divides the table into files.
    """

    name: str
    key: str
    partition: str
    description: str
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = field(default=())

    def walk(self) -> Iterator[tuple[str, Column]]:
        """Every column with its path, a nested one after the column that holds it: "actors", "actors.name"."""
        for column in self.columns:
            yield column.name, column
            for one in column.fields:
                yield f"{column.name}.{one.name}", one

    def at(self, version: str) -> "Table":
        """The table as an earlier version of the contract had it: without the columns that were added since.

        A rule over such a column stays and finds that it is not there.

        Args:
            version: of the contract, such as "1.0.0".

        >>> from communique.schemas import TABLES, SCHEMA_VERSION
        >>> all(table.at(SCHEMA_VERSION) is table for table in TABLES.values())
        True
        """
        columns = tuple(column for column in self.columns if _numbers(column.since) <= _numbers(version))
        return self if columns == self.columns else replace(self, columns=columns)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
