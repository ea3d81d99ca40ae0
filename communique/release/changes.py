"""What became of the rows and columns between two versions, and how it is told: as text, JSON and Markdown.

In: what `communique.release.diff` has counted. Out: a `Diff`, which also says which part of the version it asks to be
counted up, and why. Values come from pages: in Markdown all of them are escaped.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from communique.markup import code, plain, seen, table
from communique.release.shapes import Change, SchemaChange
from communique.release.versions import PARTS, Part
from communique.schemas.checks import json_value

_SHOWN = 80  # characters of a value that text and Markdown show
_COUNTS = ("added", "removed", "changed", "unchanged")
_ASKS: dict[Change, Part] = {
    "removed": "major",
    "retyped": "major",
    "made nullable": "major",
    "added": "minor",
    "made required": "patch",
}


class ValueChange(NamedTuple):
    """One value of one row that changed."""

    key: str
    column: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDiff:
    """What became of one table.

    Attributes:
        added, removed, changed, unchanged: numbers of rows, by key.
        columns: of each column that changed, in how many rows it did.
        schema: what became of the columns; a change of the column "" is one of the whole table.
        added_keys, removed_keys: the first keys of such rows.
        values: what changed in the first of the rows that changed.
    """

    added: int = 0
    removed: int = 0
    changed: int = 0
    unchanged: int = 0
    columns: Mapping[str, int] = field(default_factory=dict)
    schema: tuple[SchemaChange, ...] = ()
    added_keys: tuple[str, ...] = ()
    removed_keys: tuple[str, ...] = ()
    values: tuple[ValueChange, ...] = ()

    def counts(self) -> dict[str, int]:
        """The numbers of rows."""
        return {name: getattr(self, name) for name in _COUNTS}

    def summary(self) -> dict[str, Any]:
        """Everything but values and keys."""
        return {
            **self.counts(),
            "columns": dict(self.columns),
            "schema": [change._asdict() for change in self.schema],
        }

    def as_dict(self) -> dict[str, Any]:
        """Everything, JSON-ready."""
        values = [{**one._asdict(), "old": json_value(one.old), "new": json_value(one.new)} for one in self.values]
        keys = {"added_keys": list(self.added_keys), "removed_keys": list(self.removed_keys)}
        return self.summary() | keys | {"values": values}


@dataclass(frozen=True, slots=True)
class Diff:
    """What became of each table between two versions."""

    old: str
    new: str
    tables: Mapping[str, TableDiff]

    @property
    def requires(self) -> Part | None:
        """The part of the version that has to be counted up.

        "major" if columns or tables are removed, retyped or made nullable, so that readers may break; "minor" if rows
        or columns are added; "patch" if rows are changed or removed; None if the two hold the same.
        """
        return min((part for part, _ in self._said()), key=PARTS.index, default=None)

    @property
    def reasons(self) -> list[str]:
        """What asks for that, one sentence each, the weightiest first."""
        said = sorted(self._said(), key=lambda one: PARTS.index(one[0]))
        return [f"{sentence} ({part})" for part, sentence in said]

    def _said(self) -> Iterator[tuple[Part, str]]:
        for name, one in self.tables.items():
            for change in one.schema:
                yield _ASKS[change.change], _of_schema(name, change)
            if one.added:
                yield "minor", f"{_rows(one.added)} of {name} {_are(one.added)} added"
            if one.removed:
                yield "patch", f"{_rows(one.removed)} of {name} {_are(one.removed)} removed"
            if one.changed:
                columns = ", ".join(one.columns)
                yield "patch", f"{_rows(one.changed)} of {name} {_are(one.changed)} changed in {columns}"

    def summary(self) -> dict[str, Any]:
        """What a manifest says of a diff: numbers and columns, no values."""
        return {
            "requires": self.requires,
            "reasons": self.reasons,
            "tables": {name: one.summary() for name, one in self.tables.items()},
        }

    def as_dict(self) -> dict[str, Any]:
        """Everything, JSON-ready."""
        tables = {name: one.as_dict() for name, one in self.tables.items()}
        return {"old": self.old, "new": self.new, **self.summary(), "tables": tables}

    def __str__(self) -> str:
        width = max(map(len, self.tables))
        blocks = [[f"{self.old} -> {self.new}"], [" " * width + "".join(f"{name:>14}" for name in _COUNTS)], [], []]
        for name, one in self.tables.items():
            blocks[1].append(f"{name:<{width}}" + "".join(f"{number:>14,}" for number in one.counts().values()))
            blocks[2] += [_of_schema(name, change) for change in one.schema]
            blocks[2] += [f"{name}.{column} changed in {_rows(number)}" for column, number in one.columns.items()]
            blocks[3] += [f"+ {name} {seen(key)}" for key in one.added_keys]
            blocks[3] += [f"- {name} {seen(key)}" for key in one.removed_keys]
            blocks[3] += [_value_line(name, change) for change in one.values]
        blocks.append([f"asks for a new {self.requires} version" if self.requires else "the same rows and columns"])
        return "\n\n".join("\n".join(lines) for lines in blocks if lines)

    def markdown(self) -> str:
        """A section for release notes."""
        numbers = [
            [code(name), *(f"{number:,}" for number in one.counts().values())] for name, one in self.tables.items()
        ]
        blocks = [f"Changes from {code(self.old)} to {code(self.new)}:", table(["table", *_COUNTS], numbers)]
        for name, one in self.tables.items():
            if one.columns:
                columns = ", ".join(f"{code(column)} {number:,}" for column, number in one.columns.items())
                blocks.append(f"Changed columns of {code(name)}, with the number of rows: {columns}.")
        schema = [plain(_of_schema(name, change)) for name, one in self.tables.items() for change in one.schema]
        values = [_cells(name, change) for name, one in self.tables.items() for change in one.values]
        blocks += ["\n".join(f"- {line}" for line in schema)] if schema else []
        blocks += [table(["table", "key", "column", "before", "after"], values)] if values else []
        return "\n\n".join(blocks) + "\n"


def _rows(number: int) -> str:
    return f"{number:,} row{'s'[: number != 1]}"


def _are(number: int) -> str:
    return "are" if number != 1 else "is"


def _of_schema(table: str, change: SchemaChange) -> str:
    what = f"column {change.column} of {table}" if change.column else f"table {table}"
    types = f" ({change.old} to {change.new})" if change.change == "retyped" else ""
    return f"{what} is {change.change}{types}"


def _value_line(table: str, one: ValueChange) -> str:
    old, new = excerpts(one.old, one.new)
    return seen(f"~ {table} {one.key} {one.column}: {old} -> {new}")


def _cells(name: str, one: ValueChange) -> list[str]:
    return [code(name), plain(one.key), code(one.column), *map(plain, excerpts(one.old, one.new))]


def excerpts(old: Any, new: Any) -> tuple[str, str]:
    """Two values as text on one line each; of long ones the part around the place where they begin to differ.

    >>> excerpts("x" * 100 + "red", "x" * 100 + "blue")[1].lstrip("…x")
    'blue"'
    """
    texts = [json.dumps(json_value(value), ensure_ascii=False, default=str) for value in (old, new)]
    same = next((n for n, (a, b) in enumerate(zip(*texts, strict=False)) if a != b), min(map(len, texts)))
    start = max(0, same - _SHOWN // 4) if max(map(len, texts)) > _SHOWN else 0
    old_text, new_text = (_cut(text, start) for text in texts)
    return old_text, new_text


def _cut(text: str, start: int) -> str:
    return ("…" if start else "") + text[start : start + _SHOWN] + ("…" if len(text) > start + _SHOWN else "")
