"""A folder of releases as a place to publish to, here or at any address that fsspec reaches (s3://, gs://, sftp://…).

Each version is a directory that never changes once it is there; `releases.json` beside them names the current one,
which is the newest unless it was undone. On disk, a version is written beside and renamed. Object stores rename
nothing: there the manifest is written last, and a directory without one is no release.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from communique.errors import CommuniqueError, UsageError
from communique.publishing.place import Change, MovedError, Progress, Sent, State, Stored, Wanted
from communique.release.manifest import Manifest, parse_manifest
from communique.release.versions import INDEX, MANIFEST, Version, current_of

_MOST_READ = 256 << 20


class Folder:
    """A folder of releases; implements `Place`.

    Args:
        url: a path, or an address that fsspec knows.
    """

    edited = False

    def __init__(self, url: str) -> None:
        import fsspec
        from fsspec.implementations.local import LocalFileSystem

        if url.startswith("hf://"):
            raise UsageError(f"{url} is on the Hub", "give --repo org/name")
        try:
            self._fs, self._root = fsspec.core.url_to_fs(url)
        except (ValueError, ImportError) as error:
            raise UsageError(
                f"there is no way to reach {url.split('@')[-1]}: {error}", "install what fsspec needs for it"
            ) from None
        self._local = isinstance(self._fs, LocalFileSystem)
        self.name = self._root if self._local else self._fs.unstrip_protocol(self._root)

    # --- what is there ---

    def state(self) -> State:
        """The versions; the head is the current one, with the checksums that its manifest gives."""
        if not self._do(self._fs.exists, self._root):
            return State()
        names = (str(path).rstrip("/").rsplit("/", 1)[-1] for path in self._do(self._fs.ls, self._root, detail=False))
        found = sorted(version for name in names if (version := Version.found(name)) and self._is_release(name))
        if not found:
            return State(True)
        head = self._current(found)
        manifest = self._manifest(head)
        stored = {entry.path: Stored(entry.bytes, entry.sha256) for entry in manifest.files}
        data = self.read(MANIFEST, head)
        stored[MANIFEST] = Stored(len(data), hashlib.sha256(data).hexdigest())
        return State(True, head, stored, {version: str(version) for version in found})

    def _is_release(self, name: str) -> bool:
        return bool(self._do(self._fs.exists, self._path(name, MANIFEST)))

    def _current(self, found: list[Version]) -> str:
        index = self._path(INDEX)
        return str(current_of(self._do(self._fs.cat_file, index) if self._do(self._fs.exists, index) else b"", found))

    def _manifest(self, revision: str) -> Manifest:
        return parse_manifest(self.read(MANIFEST, revision), f"{self.name}/{revision}/{MANIFEST}")

    def tree(self, revision: str) -> Mapping[str, Stored]:
        """The files of a version; their checksums take reading them."""
        root = self._path(revision)
        found = self._do(self._fs.find, root, detail=True)
        return {path[len(root) + 1 :]: Stored(int(info["size"])) for path, info in found.items()}

    def read(self, path: str, revision: str) -> bytes:
        """A file's bytes."""
        return bytes(self._do(self._fs.cat_file, self._path(revision, path), start=0, end=_MOST_READ))

    def fetch(self, path: str, revision: str, into: Path) -> Path:
        """Where a file is on disk; brought there, if it is not."""
        if self._local:
            return Path(self._path(revision, path))
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        self._do(self._fs.get_file, self._path(revision, path), str(target))
        return target

    def history(self, state: State) -> Iterable[str]:
        """Nothing is without its version here."""
        return ()

    def proposals(self) -> Iterable[Sent]:
        """Nothing is proposed here."""
        return ()

    def revision(self, version: Version) -> str:
        """The name of a version's directory."""
        return str(version)

    def address(self, version: Version) -> str:
        """Where the version's directory is."""
        return f"{self.name}/{version}"

    # --- doing it ---

    def check_rights(self) -> None:
        """It shows when it is written to."""

    def check_card(self, card: str) -> None:
        """A folder takes any card."""

    def create(self) -> None:
        """Make the folder."""
        self._do(self._fs.makedirs, self._root, exist_ok=True)

    def send(self, change: Change, state: State, progress: Progress | None) -> Sent:
        """Write the version's directory; files that an interrupted run left there are not written again."""
        name = str(change.version)
        target = self._path(f".{name}.part" if self._local else name)
        total, done, sent = sum(file.bytes for file in change.whole.values()), 0, 0
        for file in sorted(change.whole.values(), key=lambda file: (file.path == MANIFEST, file.path)):
            if not self._has(target, file) and not self._copied(target, file, state):
                self._write(target, file)
                sent += file.bytes
            done += file.bytes
            if progress:
                progress(done, total)
        for path in self._do(self._fs.find, target):
            if path[len(target) + 1 :] not in change.whole:
                self._do(self._fs.rm_file, path)
        if self._local:
            self._rename(target, self._path(name))
        return Sent(name, self.address(change.version), sent)

    def _rename(self, source: str, target: str) -> None:
        try:
            Path(source).rename(target)
        except OSError as error:
            if Path(target).exists():
                raise MovedError(f"{target} was written in the meantime", "run the same command again") from None
            raise _failed(self.name, error) from None

    def _has(self, target: str, file: Wanted) -> bool:
        path = f"{target}/{file.path}"
        if not self._do(self._fs.exists, path) or self._do(self._fs.size, path) != file.bytes:
            return False
        with self._do(self._fs.open, path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256

    def _copied(self, target: str, file: Wanted, state: State) -> bool:
        """Whether the file could be taken from the version before, without sending it."""
        if state.head is None or not file.is_in(state.stored):
            return False
        path = f"{target}/{file.path}"
        try:
            self._do(self._fs.makedirs, path.rsplit("/", 1)[0], exist_ok=True)
            self._do(self._fs.cp_file, self._path(state.head, file.path), path)
        except CommuniqueError:  # it was damaged there; the release has it
            return False
        return self._has(target, file)

    def _write(self, target: str, file: Wanted) -> None:
        path = f"{target}/{file.path}"
        self._do(self._fs.makedirs, path.rsplit("/", 1)[0], exist_ok=True)
        if isinstance(file.source, Path):
            self._do(self._fs.put_file, str(file.source), path)
        elif isinstance(file.source, bytes):
            self._do(self._fs.pipe_file, path, file.source)
        if not self._has(target, file):
            raise CommuniqueError(f"{file.path} did not arrive whole in {self.name}", "run the same command again")

    def mark(self, version: Version, revision: str) -> None:
        """Make a version the current one."""
        versions = [str(one) for one in self.state().versions]
        data = json.dumps({"current": revision, "versions": versions}, indent=2).encode() + b"\n"
        path = self._path(INDEX)
        if not self._local:
            self._do(self._fs.pipe_file, path, data)
            return
        beside = Path(f"{path}.{os.getpid()}")
        try:
            beside.write_bytes(data)
            beside.replace(path)
        except OSError as error:
            raise _failed(self.name, error) from None

    def _path(self, *parts: str) -> str:
        return "/".join((self._root.rstrip("/"), *parts))

    def _do(self, call: Any, *args: Any, **more: Any) -> Any:
        """A call to the file system; its failures as ours."""
        try:
            return call(*args, **more)
        except FileNotFoundError as error:
            failure: Exception = _failed(self.name, error, "build it again with `communique publish`")
        except Exception as error:  # each file system has exceptions of its own
            failure = _failed(self.name, error)
        raise failure


def _failed(place: str, error: Exception, hint: str = "check the address and what you may do there") -> CommuniqueError:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return CommuniqueError(f"{place}: {type(error).__name__}: {' '.join(words.split())[:200]}", hint)
