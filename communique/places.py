"""Where tables are: a *source*, as every command and function takes it, resolved to the files of each table.

In: a release directory; a folder of releases ("releases" or "releases@1.2.0"); a directory that `normalize` wrote; one
Parquet file; the version of a release that comes with the package ("1.2.0"); "org/name" or "org/name@revision" on the
Hub. Out: a `Place`, whose files are fetched when they are asked for. What is on disk is never looked for on the Hub.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files as resources
from pathlib import Path

from communique import cache, hub
from communique.errors import DataError, UsageError
from communique.files import table_files
from communique.release.manifest import FileEntry, Manifest, read_manifest
from communique.release.versions import INDEX, MANIFEST, Version, current_of, releases_in
from communique.schemas import TABLES

Source = str | Path | None
LATEST = "latest"
ALONE = ""  # in the place of a table's name: of a Parquet file that was given by itself
_WHAT = "give a release, a folder of releases, a directory that normalize wrote, or org/name[@revision] on the Hub"


@dataclass(frozen=True, slots=True)
class DataFile:
    """One Parquet file of a table: where its bytes are, or will be once fetched; of a release, what its manifest says.

    `sha256` is known of files in the cache, which are named by it; one elsewhere may have been changed since.
    """

    path: Path
    entry: FileEntry | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where tables were found: how to call it, the files of each table, and, of a release, its manifest."""

    name: str
    files: Mapping[str, tuple[DataFile, ...]]
    manifest: Manifest | None = None
    on_hub: hub.Release | None = None

    def of(self, table: str) -> tuple[DataFile, ...]:
        """The files of a table, in order.

        Raises:
            UsageError: the table is not there; the hint says which are.
        """
        found = self.files.get(table) or self.files.get(ALONE)
        if not found:
            raise UsageError(f"{self.name} holds no table {table!r}", f"there are {', '.join(self.files)}")
        return found

    def document(self, path: str) -> Path | None:
        """The path of a file of the release that is no data, such as its card; None if it has none.

        Raises:
            DataError: the file from the Hub is not what its manifest announces.
            Unreachable: it is neither in the cache nor to be had.
        """
        entry = next((one for one in self.manifest.files if one.path == path), None) if self.manifest else None
        if entry is None:
            return None
        return hub.fetch(self.on_hub, [entry])[0] if self.on_hub else Path(self.name) / path

    def fetch(self, wanted: Iterable[DataFile]) -> list[Path]:
        """The paths of some of the files, all on disk by then.

        Raises:
            DataError: a file is missing, or one from the Hub is not what its manifest announces.
            Unreachable: a file is neither in the cache nor to be had.
        """
        some = list(wanted)
        if self.on_hub is not None:
            hub.fetch(self.on_hub, [one.entry for one in some if one.entry])
        for one in some:
            if one.entry and not one.path.is_file():
                raise DataError(f"{one.path} is not there, although {MANIFEST} lists it", "take the release again")
        return [one.path for one in some]


def find(source: Source = None, version: str | None = None) -> Place:
    """Where the tables of a source are.

    Args:
        source: as above; the releases that come with the package, if left out.
        version: of a source with several versions, such as "1.2.0"; the newest if left out or "latest".

    Raises:
        UsageError: there is nothing there, or not this version.
        DataError: the manifest of a release is broken.
        Unreachable: the Hub is out of reach and the release not in the cache.
    """
    if source is None:
        return _of_releases(bundled(), version, "the package")
    if Path(source).exists():
        return _of_path(Path(source), version)
    folder, _, asked = str(source).rpartition("@")
    if Version.found(str(source)) and version is None:
        return _of_releases(bundled(), str(source), "the package")
    if folder and Version.found(asked) and version is None and Path(folder).is_dir():
        return _of_path(Path(folder), asked)
    repo, revision = _hub_name(source)
    if revision is not None and version is not None:
        raise UsageError(f"both {source} and version {version!r} name a revision", "give one of them")
    try:
        found = hub.release(repo, revision or version)
    except hub.NoRepository as error:
        raise _neither(source, error) from error
    except hub.Unreachable as error:
        raise hub.Unreachable(f"{source} is no path here, and {error}", error.hint) from error
    return _of_hub(found)


def versions(source: Source = None) -> list[str]:
    """The versions of a source, oldest first.

    Args:
        source: a folder of releases, a release, or "org/name" on the Hub; the releases that come with the package, if
            left out.

    Raises:
        UsageError: there is nothing there.
        Unreachable: the Hub is out of reach and the cache holds no version.

    >>> "0.1.0" in versions()
    True
    """
    if source is None:
        return [str(version) for version in releases_in(bundled())]
    path = Path(source)
    if path.exists():
        alone = [read_manifest(path).version] if (path / MANIFEST).is_file() else []
        return alone or [str(version) for version in releases_in(path)]
    try:
        return [str(version) for version in hub.versions(_hub_name(source)[0])]
    except hub.NoRepository as error:
        raise _neither(source, error) from error


def bundled() -> Path:
    """The folder of the releases that come with the package."""
    return Path(str(resources("communique.dataset"))) / "releases"


def _hub_name(source: str | Path) -> tuple[str, str | None]:
    name = hub.parse_name(source) if isinstance(source, str) else None
    if name is None:
        raise UsageError(f"{source}: no such file or directory, and no name of a data set on the Hub", _WHAT)
    return name


def _neither(source: str | Path, error: hub.NoRepository) -> UsageError:
    return UsageError(f"{source} is neither a path here nor a data set on the Hub: {error}", error.hint)


def _of_path(path: Path, version: str | None) -> Place:
    if path.is_file():
        _refuse_version(path, version)
        return Place(str(path), {ALONE: (DataFile(path),)})
    if (path / MANIFEST).is_file():
        return _of_release(path, version)
    if releases_in(path):
        return _of_releases(path, version, str(path))
    _refuse_version(path, version)
    found = {name: tuple(map(DataFile, table_files(path, name))) for name in TABLES}
    if not any(found.values()):
        hint = f"expected {MANIFEST}, <version>/{MANIFEST}, or {', '.join(f'{name}.parquet' for name in TABLES)}"
        raise UsageError(f"{path} holds no table", hint)
    return Place(str(path), {name: some for name, some in found.items() if some})


def _refuse_version(path: Path, version: str | None) -> None:
    if version not in (None, LATEST):
        raise UsageError(f"{path} has no versions", "leave version out, or give a folder of releases")


def _of_releases(folder: Path, version: str | None, name: str) -> Place:
    """A version, or the current one, of a folder of releases."""
    known = releases_in(folder)
    if not known:
        raise UsageError(f"there is no release in {name}", "give source=, a release directory")
    index = folder / INDEX
    current = current_of(index.read_bytes() if index.is_file() else b"", known)
    chosen = current if version in (None, LATEST) else Version.found(str(version))
    if chosen not in known:
        raise UsageError(f"there is no version {version!r} in {name}", f"there are {', '.join(map(str, known))}")
    return _of_release(known[chosen], None)


def _of_release(path: Path, version: str | None) -> Place:
    manifest = read_manifest(path)
    if version not in (None, LATEST, manifest.version):
        raise UsageError(f"there is no version {version!r} in {path}", f"it is {manifest.version}")
    found = {name: tuple(DataFile(path / one.path, one) for one in some) for name, some in _entries(manifest).items()}
    return Place(str(path), found, manifest)


def _of_hub(release: hub.Release) -> Place:
    found = {
        name: tuple(DataFile(cache.path_of(one.sha256), one, one.sha256) for one in some)
        for name, some in _entries(release.manifest).items()
    }
    return Place(f"{release.repo}@{release.name}", found, release.manifest, release)


def _entries(manifest: Manifest) -> dict[str, tuple[FileEntry, ...]]:
    """The Parquet files of each table that a release has."""
    parquet = {name: tuple(one for one in manifest.of_table(name) if one.path.endswith(".parquet")) for name in TABLES}
    return {name: some for name, some in parquet.items() if some}
