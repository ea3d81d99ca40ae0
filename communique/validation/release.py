"""A release against its manifest: the files that are there, their bytes, and the figures that it gives of its tables.

In: a release directory, which is hostile until it is checked, or a manifest and tables. Out: violations under the name
"release". A link or an odd thing in the directory is named and never followed or read.
"""

import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from communique.errors import DataError
from communique.files import file_sha256
from communique.release import facts
from communique.release.manifest import FileEntry, Manifest, is_safe, read_manifest
from communique.release.versions import MANIFEST, Version
from communique.schemas import SCHEMA_VERSION, TABLES
from communique.schemas.checks import Violation
from communique.schemas.frame import Absent
from communique.validation.report import Report

RELEASE = "release"
BESIDE = {".git", ".gitattributes", ".cache"}  # what git and the Hub's client put beside a release's own files
_SHOWN = 5  # figures that differ, in one violation

SAYS = {
    "manifest": "is a manifest that can be read",
    "link_leaves": "is no link out of the release",
    "file_odd": "is a plain file with a plain name",
    "file_missing": "is there, as the manifest lists it",
    "file_differs": "has the bytes that the manifest lists",
    "file_unlisted": "is listed in the manifest",
    "version_agrees": "is the version that the directory is named by",
    "schema_known": f"is a version of the contract up to {SCHEMA_VERSION}",
    "table_known": "is a file of a table of the contract",
    "rows_agree": "is the number of rows that are there",
    "counts_agree": "is what the articles come to",
    "coverage_agrees": "is the share of rows with a value",
}


class ReleaseCheck:
    """The rules of a release, each noted in a report with how many things it judged."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def note(self, rule: str, seen: int, broken: Collection[Violation]) -> None:
        """Note what a rule saw and what breaks it."""
        self._report.note(RELEASE, "", rule, SAYS[rule], seen, len(broken))
        self._report.add(list(broken))

    def skip(self, rule: str) -> None:
        """Note that a rule could not be asked."""
        self._report.note(RELEASE, "", rule, SAYS[rule], 0, 0, run=False)


def violation(rule: str, file: str, value: Any = None, column: str = "") -> Violation:
    """What breaks a rule of a release."""
    return Violation(RELEASE, column, rule, SAYS[rule], value=value, file=file)


# --- files -----------------------------------------------------------------------------------------------------------


def check_files(release: Path, report: Report, pool: ThreadPoolExecutor) -> tuple[Manifest | None, set[Path]]:
    """Check the files of a release directory against its manifest.

    Args:
        release: the directory.
        report: where violations and counts go.
        pool: the threads that hash.

    Returns:
        The manifest, None if it cannot be read, and the paths that are not to be read.
    """
    check = ReleaseCheck(report)
    plain, leaving, odd = _contents(release)
    refused = {release / name for name in (*leaving, *odd)}
    check.note("link_leaves", len(plain) + len(refused), [violation("link_leaves", shown(name)) for name in leaving])
    check.note("file_odd", len(plain) + len(odd), [violation("file_odd", shown(name)) for name in odd])
    try:
        if release / MANIFEST in refused:
            raise DataError(f"{MANIFEST} is no plain file")
        manifest = read_manifest(release)
    except DataError as error:
        check.note("manifest", 1, [violation("manifest", MANIFEST, str(error))])
        return None, refused
    check.note("manifest", 1, [])
    listed = {entry.path: entry for entry in manifest.files}
    there = [entry for entry in manifest.files if entry.path in plain]
    missing = [
        violation("file_missing", path) for path in listed if path not in plain and release / path not in refused
    ]
    check.note("file_missing", len(listed), missing)
    found = pool.map(lambda entry: _differs(release / entry.path, entry), there)
    differing = [violation("file_differs", entry.path, how) for entry, how in zip(there, found, strict=True) if how]
    check.note("file_differs", len(there), differing)
    others = [name for name in plain if name != MANIFEST]
    check.note(
        "file_unlisted", len(others), [violation("file_unlisted", name) for name in others if name not in listed]
    )
    wrong = [entry for entry in manifest.files if entry.table is not None and not _in_its_folder(entry)]
    check.note(
        "table_known",
        sum(entry.table is not None for entry in manifest.files),
        [violation("table_known", entry.path, entry.table) for entry in wrong],
    )
    if named := Version.found(release.resolve().name):
        differs = named != Version.of(manifest.version)
        check.note("version_agrees", 1, [violation("version_agrees", MANIFEST, manifest.version)] if differs else [])
    return manifest, refused


def _contents(release: Path) -> tuple[list[str], list[str], list[str]]:
    """Paths below a directory, sorted: plain files, links that lead out of it, and what is odd."""
    root = release.resolve()
    plain, leaving, odd = [], [], []
    for path in _walk(release):
        name = path.relative_to(release).as_posix()
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode) and not Path(os.path.realpath(path)).is_relative_to(root):
            leaving.append(name)
        elif not path.is_file() or not is_safe(name):
            odd.append(name)
        else:
            plain.append(name)
    return sorted(plain), sorted(leaving), sorted(odd)


def _walk(release: Path) -> Iterator[Path]:
    """All that is below a directory and is no directory, or none that can be read; links are not followed."""
    waiting = [path for path in release.iterdir() if path.name not in BESIDE]
    while waiting:
        path = waiting.pop()
        if path.is_symlink() or not path.is_dir():
            yield path
            continue
        try:
            waiting += path.iterdir()
        except OSError:
            yield path


def shown(name: str) -> str:
    """A name as it can be printed, whatever bytes it is made of."""
    return ascii(name)[1:-1]


def _differs(path: Path, entry: FileEntry) -> str:
    """How a file differs from what is listed; nothing if it does not."""
    try:
        size = path.stat().st_size
        found = file_sha256(path) if size == entry.bytes else None
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if found is None:
        return f"{size:,} bytes, not {entry.bytes:,}"
    return "" if found == entry.sha256 else f"sha256 {found}"


def _in_its_folder(entry: FileEntry) -> bool:
    return entry.table in TABLES and entry.path.startswith(f"data/{entry.table}/") and entry.path.endswith(".parquet")


# --- figures ---------------------------------------------------------------------------------------------------------


def schema_version(manifest: Manifest, report: Report) -> str:
    """The version of the contract by which a release is judged: its own, if it is one of the past of this one."""
    own, ours = Version.of(manifest.schema_version), Version.of(SCHEMA_VERSION)
    known = own.major == ours.major and own <= ours
    broken = [] if known else [violation("schema_known", MANIFEST, manifest.schema_version)]
    ReleaseCheck(report).note("schema_known", 1, broken)
    return manifest.schema_version if known else SCHEMA_VERSION


def check_figures(
    manifest: Manifest, tables: Mapping[str, list[Path]], release: Path, report: Report, pool: ThreadPoolExecutor
) -> None:
    """Check the figures of a manifest against the tables, after their rows have been checked.

    Args:
        manifest: of the release.
        tables: the files of each table.
        release: the directory.
        report: holds the numbers of rows; where violations and counts go.
        pool: the threads that count.
    """
    check = ReleaseCheck(report)
    wrong = [
        violation("rows_agree", MANIFEST, manifest.rows.get(name), name)
        for name in sorted({*TABLES, *manifest.rows})
        if manifest.rows.get(name, 0) != report.rows.get(name, 0)
    ]
    told = [entry for entry in manifest.files if entry.rows is not None]
    wrong += [
        violation("rows_agree", entry.path, entry.rows, entry.table or "")
        for entry in told
        if _rows(release / entry.path) not in (None, entry.rows)
    ]
    check.note("rows_agree", len(manifest.rows) + len(told), wrong)
    counted = pool.submit(_tried, facts.counts, tables.get("articles", []))
    covered = {
        name: pool.submit(_tried, facts.coverage, TABLES[name], files)
        for name, files in tables.items()
        if name in manifest.coverage
    }
    _compare(check, "counts_agree", manifest.counts, counted.result() if manifest.counts else None)
    shares = {name: future.result() for name, future in covered.items()}
    found = {name: share for name, share in shares.items() if share is not None}
    _compare(check, "coverage_agrees", {name: manifest.coverage[name] for name in found}, found)


def _rows(path: Path) -> int | None:
    """How many rows a file says that it has; None if it cannot be read, which is reported elsewhere."""
    try:
        return int(pq.read_metadata(path).num_rows)
    except (pa.ArrowException, OSError):
        return None


def _tried(figures: Callable[..., Any], *of: Any) -> Any:
    """The figures, None if the tables are too broken for them, which is reported elsewhere."""
    try:
        return figures(*of)
    except (pa.ArrowException, OSError, Absent, UnicodeDecodeError):
        return None


Figures = Mapping[str, Mapping[str, float]]


def _compare(check: ReleaseCheck, rule: str, given: Figures, found: Figures | None) -> None:
    """Hold figures of a manifest, by group, against what was found; groups that are not known are passed over."""
    if not given or not found:
        check.skip(rule)
        return
    wrong = []
    seen = 0
    for group in (group for group in given if group in found):
        said, true = given[group], found[group]
        names = dict.fromkeys((*said, *true))
        differing = {name: said.get(name) for name in names if not _same(said.get(name, 0), true.get(name, 0))}
        seen += len(names)
        if differing:
            wrong.append(violation(rule, MANIFEST, dict(islice(differing.items(), _SHOWN)), group))
    check.note(rule, seen, wrong)


def _same(one: float, other: float) -> bool:
    """Whether two figures agree; a share is rounded to four places."""
    return abs(one - other) < 0.00011
