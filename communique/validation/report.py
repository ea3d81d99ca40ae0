"""What validation found: every violation, and of each rule how many values it judged.

In: violations and counts, in the order of tables and rows. Out: a `Report`, as text, as a table of rules, or as JSON.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.schemas.checks import Violation, as_json, json_value
from communique.schemas.columns import Rule

_SHOWN = 120  # characters of a value that a line of text shows


@dataclass(slots=True)
class Count:
    """How many values a rule judged, and how many of them break it; `run` is False where it could not be asked."""

    seen: int = 0
    violations: int = 0
    run: bool = True


@dataclass(slots=True)
class Report:
    """What `validate` found.

    `violations` holds as many as were asked for; `total` counts all. `rows` gives each table's number of rows, `counts`
    for each rule, as (table, column, rule, words), how many values it judged.
    """

    path: Path
    limit: int | None = None
    rows: dict[str, int] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)
    total: int = 0
    counts: dict[tuple[str, str, str, str], Count] = field(default_factory=lambda: defaultdict(Count))

    @property
    def ok(self) -> bool:
        """Whether the tables keep the contract."""
        return self.total == 0

    def add(self, found: list[Violation]) -> None:
        """Note violations; those beyond the limit are counted only."""
        self.total += len(found)
        room = len(found) if self.limit is None else max(0, self.limit - len(self.violations))
        self.violations += found[:room]

    def count(self, table: str, rule: Rule, seen: int, broken: int, run: bool = True) -> None:
        """Note how many values a rule judged, or that it could not be run."""
        self.note(table, rule.column.removesuffix("[]"), rule.name, rule.says, seen, broken, run)

    def note(self, table: str, column: str, rule: str, says: str, seen: int, broken: int, run: bool = True) -> None:
        """The same of a rule that is about more than the values of a column."""
        count = self.counts[table, column, rule, says]
        count.seen += seen
        count.violations += broken
        count.run &= run

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return {
            "path": str(self.path),
            "ok": self.ok,
            "rows": self.rows,
            "total": self.total,
            "violations": [as_json(one) for one in self.violations],
            "rules": [
                dict(zip(("table", "column", "rule", "says"), key, strict=True))
                | {"seen": count.seen, "violations": count.violations, "run": count.run}
                for key, count in self.counts.items()
            ],
        }

    def rules_table(self) -> str:
        """Each rule on a line: how many values it judged, how many break it, what it is about and what it says."""
        lines = [f"{'judged':>13}  {'broken':>9}  rule"]
        for (table, column, rule, says), count in self.counts.items():
            judged = f"{count.seen:,}" if count.run else "not asked"
            where = f"{table}.{column}" if column else table
            lines.append(f"{judged:>13}  {count.violations:>9,}  {where}: {rule} ({says})")
        return "\n".join(lines)

    def __str__(self) -> str:
        lines = [_line(one) for one in self.violations]
        if self.total > len(self.violations):
            lines.append(f"... and {self.total - len(self.violations):,} more")
        rows = ", ".join(f"{n:,} {table}" for table, n in self.rows.items())
        ran = [count for count in self.counts.values() if count.run]
        lines.append(
            f"{self.path}: {rows}; {len(ran)} rules judged {sum(count.seen for count in ran):,} values; "
            + (f"{self.total:,} violation{'s'[: self.total != 1]}" if self.total else "no violations")
        )
        if skipped := len(self.counts) - len(ran):
            lines.append(f"not asked, for want of a table, column or figure: {skipped} rules")
        return "\n".join(lines)


def _line(one: Violation) -> str:
    parts = (one.table, f"row {one.row}" if one.row is not None else one.file, one.key, one.column)
    where = " ".join(part if part.isprintable() else ascii(part) for part in parts if part)
    value = repr(json_value(one.value))
    shown = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    return f"{where}: {one.rule} ({one.says}), not {shown}"
