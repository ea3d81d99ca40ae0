"""A release on disk, as it will be sent: every file is one of the manifest's, with the bytes that the manifest says.

In: a release directory, which is not trusted. Out: a `Release`. Links that lead out of the directory, names that a
reader's system might take for something else, files that the manifest does not list: all are refused, since what is
published cannot be called back.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from communique.errors import DataError, UsageError
from communique.publishing.place import Wanted
from communique.release.manifest import FileEntry, Manifest, is_safe, read_manifest
from communique.release.versions import MANIFEST, Version, releases_in

CARD = "README.md"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Release:
    """A release that may be sent: its manifest and its files by their paths, the manifest's own among them."""

    folder: Path
    manifest: Manifest
    files: dict[str, Wanted]

    @property
    def version(self) -> Version:
        return Version.of(self.manifest.version)

    @property
    def card(self) -> str:
        """The text of its card."""
        return (self.folder / CARD).read_text(encoding="utf-8", errors="replace")


def with_card(manifest: Manifest, files: Mapping[str, Wanted], card: str) -> tuple[Manifest, dict[str, Wanted]]:
    """Manifest and files of a release with another card, which its manifest then lists."""
    data = card.encode()
    made = wanted_bytes(CARD, data)
    entry = FileEntry(CARD, len(data), hashlib.sha256(data).hexdigest())
    others = tuple(one for one in manifest.files if one.path != CARD)
    manifest = replace(manifest, files=others).with_files(entry)
    written = wanted_bytes(MANIFEST, manifest.as_json().encode())
    return manifest, {**files, CARD: made, MANIFEST: written}


def read_release(folder: Path) -> Release:
    """The release in a directory.

    Raises:
        UsageError: there is none.
        DataError: it is not what its manifest says, or holds what must not be sent.
    """
    if not (folder / MANIFEST).is_file() and (releases := releases_in(folder)):
        raise UsageError(
            f"{folder} is a folder of releases", f"give one of them, such as {list(releases.values())[-1]}"
        )
    manifest = read_manifest(folder)
    found = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    listed = {entry.path: entry for entry in manifest.files}
    if surplus := sorted(found.keys() - listed.keys() - {MANIFEST}):
        raise DataError(
            f"{folder} holds {_some(surplus)}, not listed in {MANIFEST}", "remove it, or build the release anew"
        )
    if missing := sorted(listed.keys() - found.keys()):
        raise DataError(f"{folder} lacks {_some(missing)}, listed in {MANIFEST}", "build the release anew")
    if CARD not in listed:
        raise DataError(f"{folder} has no {CARD}, the card of the data set", "build the release anew")
    files = {path: _wanted(path, found[path]) for path in sorted(found)}
    for entry in manifest.files:
        if (files[entry.path].bytes, files[entry.path].sha256) != (entry.bytes, entry.sha256):
            raise DataError(f"{folder / entry.path} has other bytes than {MANIFEST} says", "build the release anew")
    return Release(folder, manifest, files)


def _some(paths: list[str]) -> str:
    shown = ", ".join(repr(path)[1:-1] for path in paths[:3])
    return shown + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def _files(folder: Path) -> Iterator[Path]:
    """All files of a release; refuses what is not a plain file in it."""
    inside = folder.resolve()
    for at, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(at, name)
            if path.is_symlink() and not path.resolve().is_relative_to(inside):
                raise DataError(f"{path} is a link that leads out of the release", "put the file itself there")
            if path.is_symlink() and path.is_dir():
                raise DataError(f"{path} is a link to a folder", "put the files themselves there")
            if not is_safe(path.relative_to(folder).as_posix()):
                raise DataError(f"{str(path)!r} is an odd name for a file of a release", "rename or remove it")
        for name in names:
            path = Path(at, name)
            if not path.is_file():
                raise DataError(f"{path} is no file", "remove it")
            yield path


def _wanted(path: str, file: Path) -> Wanted:
    sha256, size = hashlib.sha256(), file.stat().st_size
    git = hashlib.sha1(b"blob %d\0" % size)
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            sha256.update(chunk)
            git.update(chunk)
    return Wanted(path, size, sha256.hexdigest(), git.hexdigest(), file)


def wanted_bytes(path: str, data: bytes) -> Wanted:
    """A file to be sent that is not on disk."""
    git = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
    return Wanted(path, len(data), hashlib.sha256(data).hexdigest(), git, data)
