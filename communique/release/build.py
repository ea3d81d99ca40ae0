"""A release out of tables: validated first, built aside, renamed when it is whole; a version is never overwritten.

In: tables that keep the contract, the number of the version or which part of it to count up, and the texts that people
write. Out: `<out>/<version>/`. Nothing in it depends on the clock, the machine, the working directory or the order of
the input, so that the same tables give the same bytes again.
"""

import datetime
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from communique.errors import DataError, UsageError
from communique.files import file_sha256
from communique.places import Place, find
from communique.provenance import Provenance, read_provenance
from communique.registry import digest as registries_digest
from communique.release import facts
from communique.release.documents import Texts, write_documents
from communique.release.manifest import FileEntry, Manifest
from communique.release.partitions import entry_of, write_partitions
from communique.release.rights import withholding
from communique.release.versions import MANIFEST, PARTS, Part, Version, releases_in
from communique.schemas import SCHEMA_VERSION, TABLES
from communique.validation import validate
from communique.validation.files import find_tables
from communique.workspace import workspace

if TYPE_CHECKING:
    from communique.release.changes import Diff

NAME = "communique"
_SHOWN = 10  # violations in a refusal
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Release:
    """A release on disk. `since` is the version before it; `unchanged`: it was there already, byte for byte."""

    path: Path
    manifest: Manifest
    since: Version | None = None
    unchanged: bool = False

    def as_dict(self) -> dict[str, Any]:
        """What was made, as JSON-ready values."""
        manifest = self.manifest
        return {
            "path": str(self.path),
            "version": manifest.version,
            "date": manifest.date,
            "rows": dict(manifest.rows),
            "files": len(manifest.files) + 1,
            "bytes": sum(entry.bytes for entry in manifest.files),
            "changes": manifest.changes,
            "unchanged": self.unchanged,
        }

    def __str__(self) -> str:
        manifest = self.manifest
        rows = ", ".join(f"{n:,} {table}" for table, n in manifest.rows.items())
        size = sum(entry.bytes for entry in manifest.files)
        lines = [
            f"{manifest.name} {manifest.version} of {manifest.date or 'no day'}: {rows}",
            f"{len(manifest.files) + 1} files, {size:,} bytes",
            *([f"since {self.since}: {_in_words(manifest.changes)}"] if self.since and manifest.changes else []),
            f"{'already there, the same to the byte' if self.unchanged else 'written to'}: {self.path}",
        ]
        return "\n".join(lines)


def build_release(
    tables: str | Path,
    version: str | None = None,
    *,
    bump: str | None = None,
    out: str | Path = "releases",
    previous: str | Path | None = None,
    texts: Texts | None = None,
    name: str | None = None,
    date: str | None = None,
    withhold: str = "by-licence",
    progress: Progress | None = None,
) -> Release:
    """Build a release directory from tables.

    Args:
        tables: a directory that `normalize` wrote, or any that holds the three tables; they must keep the contract.
        version: number of the release, such as "1.2.0".
        bump: in place of a number, the part of the previous one to count up: "major", "minor" or "patch".
        out: folder of releases; the release becomes `<out>/<version>`, or `out` itself where that is named by the
            version.
        previous: the release that this one follows: a directory, or "org/name@v1.1.0" on the Hub. Left out, the one
            before it in `out`, if there is one.
        texts: what people write: card, citation, changelog. Left out, those of the previous release are kept.
        name: of the dataset; left out, that of the previous release.
        date: day of the release, ISO 8601; left out, that of SOURCE_DATE_EPOCH, else the newest `published`.
        withhold: "by-licence" leaves out the bodies whose rights do not let them be published again, "all" every one.
        progress: called with what begins, a few words.

    Returns:
        Where it is and what it holds. A version that is there with the same bytes is left as it is.

    Raises:
        UsageError: the version is no number, is not after the previous one, does not say as much as the difference
            requires, or exists with other content.
        DataError: the tables break the contract.
    """
    say = progress or (lambda _: None)
    tables, out = Path(tables), Path(out)
    if (version is None) == (bump is None):
        raise UsageError("give either a version or which part of it to bump", "such as --version 1.0.0 or --bump minor")
    change = withholding(withhold)
    if version is not None and out.name == version:
        out = out.parent
    before = _previous(previous, out, Version.of(version) if version else None)
    number = _number(version, bump, before)
    say("validating the tables")
    _check(tables)
    with workspace(out) as work:
        made, buckets = work / "release", work / "buckets"
        buckets.mkdir()
        entries = list[FileEntry]()
        for table, files in find_tables(tables).items():
            say(f"writing {table}")
            entries += write_partitions(table, files, made, buckets, [change] if table == "articles" else ())
        say("comparing with the previous release")
        changes = _changes(before, made, number)
        draft = _manifest(number, name, date, entries, made, read_provenance(tables), before, changes)
        say("writing the card")
        write_documents(draft, made, (texts or Texts()).or_those_of(before.place if before else None))
        done = [path for path in sorted(made.rglob("*")) if path.is_file()]
        rest = [entry_of(path, made) for path in done if path.relative_to(made).parts[0] != "data"]
        manifest = draft.with_files(*rest)
        (made / MANIFEST).write_text(manifest.as_json(), encoding="utf-8", newline="\n")
        unchanged = _move(made, out / str(number), manifest)
    return Release(out / str(number), manifest, before.version if before else None, unchanged)


@dataclass(frozen=True, slots=True)
class _Before:
    """The release that comes before, as a source and as what it resolves to."""

    source: str | Path
    place: Place
    manifest: Manifest

    @property
    def version(self) -> Version:
        return Version.of(self.manifest.version)


def _previous(given: str | Path | None, out: Path, version: Version | None) -> _Before | None:
    """The release that comes before: the one given, or the newest in the folder (before `version`)."""
    known = reversed(releases_in(out).items())
    source = given or next((path for number, path in known if version is None or number < version), None)
    if source is None:
        return None
    place = find(source)
    if place.manifest is None:
        raise UsageError(f"{source} is no release: it holds no {MANIFEST}", "give a release that communique made")
    return _Before(source, place, place.manifest)


def _number(version: str | None, bump: str | None, before: _Before | None) -> Version:
    """The number of the release to make."""
    if version is not None:
        number = Version.of(version)
        if before and number <= before.version:
            raise UsageError(f"{version} is not after {before.version}", "give a higher --version")
        return number
    if bump not in PARTS:
        raise UsageError(f"there is no part {bump!r} of a version", f"there are {', '.join(PARTS)}")
    if before is None:
        raise UsageError("there is no previous release to count up from", "give --version 0.1.0, or --previous")
    return before.version.bumped(bump)


def _check(tables: Path) -> None:
    """Refuse tables that break the contract."""
    report = validate(tables, limit=_SHOWN)
    if not report.ok:
        hint = f"communique validate {tables} lists every violation"
        raise DataError(f"the tables break the contract, no release is made:\n{report}", hint)


def _changes(before: _Before | None, made: Path, number: Version) -> dict[str, Any] | None:
    """What changed since the previous release, and whether the number says as much."""
    if before is None:
        return None
    from communique.release.diff import diff

    found = diff(before.source, made, limit=0)
    _check_step(found, before.version, number)
    return {"since": str(before.version), **found.summary()}


def _check_step(found: "Diff", since: Version, number: Version) -> None:
    """A number must count up at least the part that the difference requires."""
    step = cast(Part, number.step_from(since))
    if found.requires and PARTS.index(step) > PARTS.index(found.requires):
        needed = since.bumped(found.requires)
        raise UsageError(
            f"{number} is a {step} release after {since}, but the difference requires a {found.requires} one: "
            + "; ".join(found.reasons),
            f"give --version {needed} or --bump {found.requires}",
        )


def _manifest(
    number: Version,
    name: str | None,
    day: str | None,
    entries: list[FileEntry],
    made: Path,
    origin: Provenance | None,
    before: _Before | None,
    changes: dict[str, Any] | None,
) -> Manifest:
    """The manifest so far: of the data, before there are documents about it."""
    of_table = {table: [made / entry.path for entry in entries if entry.table == table] for table in TABLES}
    own = {entry.path: entry.sha256 for entry in entries}
    libraries = {"pyarrow": installed("pyarrow")}
    return Manifest(
        name=name or (before.manifest.name if before else NAME),
        version=str(number),
        schema_version=SCHEMA_VERSION,
        date=_day(day, facts.newest(of_table["articles"])),
        tool_version=installed("communique"),
        libraries=dict(sorted({**(origin.libraries if origin else {}), **libraries}.items())),
        inputs_sha256=origin.inputs_sha256 if origin else _digest(own),
        registries_sha256=origin.registries_sha256 if origin else registries_digest(),
        rows={table: sum(entry.rows or 0 for entry in entries if entry.table == table) for table in TABLES},
        files=tuple(entries),
        counts=facts.counts(of_table["articles"]),
        coverage={table: facts.coverage(TABLES[table], files) for table, files in of_table.items()},
        changes=changes,
        links=origin.links if origin else None,
    ).with_files()


def _day(given: str | None, newest: datetime.date | None) -> str | None:
    """The day of the release: never that of the clock, so that it can be built again."""
    if given is not None:
        try:
            return datetime.date.fromisoformat(given).isoformat()
        except ValueError as error:
            raise UsageError(f"{given!r} is no day", "give --date as YYYY-MM-DD") from error
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):  # https://reproducible-builds.org/specs/source-date-epoch/
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}, no number of seconds", "unset it") from error
    return newest.isoformat() if newest else None


def _digest(files: dict[str, str]) -> str:
    """One digest of files, given their digests by path: of tables that nothing says the origin of."""
    lines = (f"{sha256}  {path}\n" for path, sha256 in sorted(files.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _move(made: Path, target: Path, manifest: Manifest) -> bool:
    """Put a release in its place, in one step; whether it was there already, the same to the byte."""
    if not target.exists():
        try:
            made.rename(target)
            return False
        except OSError:
            if not target.exists():
                raise
    if not _is(target, manifest):
        hint = "a version is never overwritten: give a higher --version, or --bump"
        raise UsageError(f"{target} exists with other content", hint)
    return True


def _is(target: Path, manifest: Manifest) -> bool:
    """Whether a directory holds this very release."""
    files = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if path.is_file()}
    text = files.pop(MANIFEST, None)
    if text is None or text.read_text(encoding="utf-8") != manifest.as_json():
        return False
    return {path: file_sha256(file) for path, file in files.items()} == {one.path: one.sha256 for one in manifest.files}


def _in_words(changes: Mapping[str, Any]) -> str:
    """The summary of a difference in one line."""
    return f"requires {changes['requires']}" if changes.get("requires") else "no difference"
