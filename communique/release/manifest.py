"""The manifest of a release: what it consists of, what it was made from, and what is in it.

In: the data and the files of a release; or `manifest.json`, which is hostile input until it is read. Out: a
`Manifest`, and its JSON, the same bytes for the same release. Every other description of a release is made from it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from communique.errors import DataError, UsageError
from communique.release.versions import MANIFEST, Version

Counts = Mapping[str, int]

_MOST_BYTES = 256 * 1024 * 1024
_MOST_FILES = 100_000
_REMEMBERED_BYTES = 4 * 1024 * 1024  # a table is often loaded again, and reading a small one takes less than this does
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._ +=@-]{0,127}|\.gitattributes")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NOT_BYTES = ("table", "rows")


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a release: its path below the release's directory, length in bytes, SHA-256 in hexadecimal.

    `table` and `rows` say of a data file which table it is part of, and how many rows it holds.
    """

    path: str
    bytes: int
    sha256: str
    table: str | None = None
    rows: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What `manifest.json` says.

    Attributes:
        name: of the dataset.
        version: of the release.
        schema_version: of the contract that the tables keep.
        date: of the release, ISO 8601; None in manifests of before there were dates.
        tool_version: of communique.
        libraries: name to version, of what decides the bytes of the files.
        inputs_sha256: digest of what the tables were made from.
        registries_sha256: digest of the facts about the world that they were made with.
        rows: of each table.
        files: all but the manifest itself, by path.
        counts: numbers of articles by "year", "month", "publisher", "kind", "country", "pair" (of countries), "sector",
            "language", "rights" and "review".
        coverage: of each column of each table, the share of rows in which it has a value (of a list: is not empty).
        changes: since the previous version, as `communique.release.diff` sums them up; None for the first.
        links: which ids were merged or split since the previous version, if linking says so.
    """

    name: str = "communique"
    version: str
    schema_version: str
    date: str | None = None
    tool_version: str = ""
    libraries: Mapping[str, str] = field(default_factory=dict)
    inputs_sha256: str | None = None
    registries_sha256: str | None = None
    rows: Counts
    files: tuple[FileEntry, ...]
    counts: Mapping[str, Counts] = field(default_factory=dict)
    coverage: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    changes: Mapping[str, Any] | None = None
    links: Mapping[str, Any] | None = None

    def of_table(self, table: str) -> tuple[FileEntry, ...]:
        """The data files of a table, in order."""
        return tuple(entry for entry in self.files if entry.table == table)

    def with_files(self, *more: FileEntry) -> "Manifest":
        """The manifest with further files, sorted by path."""
        return replace(self, files=tuple(sorted((*self.files, *more), key=lambda entry: entry.path)))

    def as_dict(self) -> dict[str, Any]:
        """The manifest as JSON-ready values."""
        values = asdict(self)
        values["files"] = [
            {key: value for key, value in asdict(entry).items() if value is not None or key not in _NOT_BYTES}
            for entry in self.files
        ]
        if self.links is None:
            del values["links"]
        return values

    def as_json(self) -> str:
        """The text of `manifest.json`."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=2) + "\n"


def read_manifest(release: Path) -> Manifest:
    """The manifest of a release directory.

    Raises:
        UsageError: there is no such directory, or it is no release.
        DataError: the manifest is broken, or names a path that could lead out of the directory.
    """
    path = release / MANIFEST
    if not path.is_file():
        what = f"{release} is no release: it holds no {MANIFEST}" if release.is_dir() else f"{release} does not exist"
        raise UsageError(what, "give a directory that `communique release` made")
    if path.stat().st_size > _MOST_BYTES:
        raise DataError(f"{path} is larger than any manifest")
    return parse_manifest(path.read_bytes(), str(path))


def parse_manifest(data: bytes, where: str) -> Manifest:
    """The manifest that `data`, the bytes of a `manifest.json`, holds; keys that are not known are passed over.

    Args:
        data: the bytes.
        where: what to call the file in an error.

    Raises:
        DataError: it is broken.
    """
    try:
        return _remembered(data) if len(data) <= _REMEMBERED_BYTES else _manifest(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, UsageError) as error:
        reason = f"there is no {error}" if isinstance(error, KeyError) else str(error)
        raise DataError(f"{where} is broken: {reason}", "take the release from its source again") from error


def _manifest(data: bytes) -> Manifest:
    given = json.loads(data.decode("utf-8"))
    known = {key: given[key] for key in Manifest.__dataclass_fields__ if key in given}
    for key in ("version", "schema_version"):
        Version.of(known[key])
    if known.get("date") is not None:
        date.fromisoformat(known["date"])
    entries = known["files"]
    if len(entries) > _MOST_FILES:
        raise ValueError(f"it lists more than {_MOST_FILES:,} files")
    files = tuple(sorted(map(_entry, entries), key=lambda entry: entry.path))
    if len({entry.path.casefold() for entry in files}) < len(files):
        raise ValueError("it lists a path twice")
    folders = {str(folder).casefold() for entry in files for folder in PurePosixPath(entry.path).parents}
    if any(entry.path.casefold() in folders for entry in files):
        raise ValueError("it lists a path as a file and as a folder")
    if not all(isinstance(number, int) and number >= 0 for number in known["rows"].values()):
        raise ValueError("rows are no numbers")
    for key in ("counts", "coverage"):
        if not all(_is_number(number) for group in known.get(key, {}).values() for number in group.values()):
            raise ValueError(f"{key} are no numbers")
    return Manifest(**{**known, "files": files})


_remembered = lru_cache(maxsize=4)(_manifest)


def _entry(given: dict[str, Any]) -> FileEntry:
    entry = FileEntry(**{key: given[key] for key in FileEntry.__dataclass_fields__ if key in given})
    if not is_safe(entry.path) or entry.path == MANIFEST:
        raise ValueError(f"{entry.path!r} is no path of a file in a release")
    if not isinstance(entry.bytes, int) or entry.bytes < 0 or not _SHA256.fullmatch(entry.sha256):
        raise ValueError(f"bytes or sha256 of {entry.path!r} are no such thing")
    if not isinstance(entry.table, str | None) or not isinstance(entry.rows, int | None):
        raise ValueError(f"table or rows of {entry.path!r} are no such thing")
    if entry.table is None and (table := _table_of(entry.path)):
        entry = replace(entry, table=table)  # manifests of before files named their table
    return entry


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 2**53


def _table_of(path: str) -> str | None:
    parts = PurePosixPath(path).parts
    return parts[1] if len(parts) == 3 and parts[0] == "data" and path.endswith(".parquet") else None


def is_safe(path: object) -> bool:
    """Whether `path` can be joined to a directory and stays in it, on any system.

    >>> is_safe("data/events/2019-00000.parquet"), is_safe("../x"), is_safe("/x"), is_safe("a//b"), is_safe("a\\\\b")
    (True, False, False, False, False)
    """
    if not isinstance(path, str) or len(path) > 512:
        return False
    parts = path.split("/")
    return len(parts) <= 16 and all(_PART.fullmatch(part) and not part.endswith((".", " ")) for part in parts)
