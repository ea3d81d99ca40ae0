"""Tables on disk against the contract: every violation, with table, row, column, rule and value.

In: a directory of tables, a release directory, or one Parquet file. Out: a `Report`. Rows are read a batch at a time,
and of the rules across tables only sorted numbers are held, on disk where they are many: memory does not grow.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from communique.schemas import TABLES
from communique.schemas.checks import Violation, check_batch
from communique.validation.across import Across
from communique.validation.files import find_tables
from communique.validation.report import Count, Report
from communique.validation.rows import THREADS, check_table
from communique.validation.runs import Runs

__all__ = ["Count", "Report", "Violation", "check_batch", "validate"]


def validate(path: str | Path, limit: int | None = None, progress: Callable[[int], None] | None = None) -> Report:
    """Check tables against the contract: columns, rules of a row, and, where all tables are there, rules across them.

    Args:
        path: a directory with `articles.parquet`, `events.parquet` and `actors.parquet`; a release directory with
            `data/<table>/*.parquet`; or one Parquet file, which is checked by itself.
        limit: keep at most this many violations; all are counted.
        progress: called with the number of rows read so far.

    Raises:
        UsageError: if there is nothing at `path`.
        DataError: if it holds none of the tables.
    """
    path = Path(path)
    tables = find_tables(path)
    report = Report(path, limit)
    with ThreadPoolExecutor(THREADS) as pool, Runs() as runs:
        across = Across(runs)
        sound = {
            name: check_table(name, files, report, pool, across.keep, _telling(report, progress))
            for name, files in tables.items()
        }
        if path.is_dir():
            for name in (one for one in TABLES if one not in tables):
                report.add([Violation(name, "", "missing_table", "is there", file=str(path))])
        across.check(tables, sound, report, pool)
    return report


def _telling(report: Report, progress: Callable[[int], None] | None) -> Callable[[], None]:
    return lambda: progress(sum(report.rows.values())) if progress else None
