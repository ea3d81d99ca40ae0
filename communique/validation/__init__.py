"""Tables on disk against the contract: every violation, with table, row, column, rule and value.

In: a directory of tables, a release directory, or one Parquet file. Out: a `Report`. Rows are read a batch at a time,
and of the rules across tables only sorted numbers are held, on disk where they are many: memory does not grow.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from communique.schemas import SCHEMA_VERSION, TABLES
from communique.schemas.checks import Violation, check_batch
from communique.validation.across import Across
from communique.validation.files import find_tables, is_release, newest_release
from communique.validation.release import check_figures, check_files, schema_version
from communique.validation.report import Count, Report
from communique.validation.rows import THREADS, check_table
from communique.validation.runs import Runs
from communique.validation.texts import check_texts

__all__ = ["Count", "Report", "Violation", "check_batch", "find_tables", "validate"]


def validate(source: str | Path, limit: int | None = None, progress: Callable[[int], None] | None = None) -> Report:
    """Check tables against the contract: columns, rules of a row, and, where all tables are there, rules across them.

    Of a release also what its manifest says: its files, byte by byte, and its figures; that it holds no text whose
    rights forbid it; its tables are held to the version of the contract that it names.

    Args:
        source: a directory with `articles.parquet`, `events.parquet` and `actors.parquet`; a release directory, or a
            folder of releases, of which the newest is checked, or the one named ("releases@1.2.0"); one Parquet file,
            which is checked by itself; or "org/name[@revision]" on the Hub, whose files are all fetched into the cache.
        limit: keep at most this many violations; all are counted.
        progress: called with the number of rows read so far.

    Raises:
        UsageError: if there is nothing at `source`.
        DataError: if it holds none of the tables, or a file from the Hub is not what its manifest announces.
        Unreachable: the Hub is out of reach and the release not in the cache.
    """
    if Path(source).exists():
        return _validate(newest_release(Path(source)), limit, progress)
    from communique.places import find

    place = find(source)
    if place.on_hub is None:
        return _validate(Path(place.name), limit, progress)
    from communique.validation.on_hub import check_on_hub

    return check_on_hub(place.on_hub, place.name, lambda folder: _validate(folder, limit, progress))


def _validate(path: Path, limit: int | None, progress: Callable[[int], None] | None) -> Report:
    """Check what is at a path."""
    report = Report(path, limit)
    manifest, refused = None, set[Path]()
    with ThreadPoolExecutor(THREADS) as pool, Runs() as runs:
        if is_release(path):
            manifest, refused = check_files(path, report, pool)
        tables = find_tables(path, refused)
        version = schema_version(manifest, report) if manifest else SCHEMA_VERSION
        across = Across(runs)
        sound = {
            name: check_table(name, files, report, pool, across.keep, _telling(report, progress), version)
            for name, files in tables.items()
        }
        if path.is_dir():
            for name in (one for one in TABLES if one not in tables):
                report.add([Violation(name, "", "missing_table", "is there", file=str(path))])
        across.check(tables, sound, report, pool)
        if manifest:
            check_texts(tables.get("articles", []), report)
            check_figures(manifest, tables, path, report, pool)
    return report


def _telling(report: Report, progress: Callable[[int], None] | None) -> Callable[[], None]:
    return lambda: progress(sum(report.rows.values())) if progress else None
