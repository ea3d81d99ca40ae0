"""Files fetched once and kept under the user's cache directory, each named by the SHA-256 of its bytes.

In: bytes whose hash is known beforehand. Out: paths. A file that two versions share is stored once; nothing gets its
name before it has been checked and is whole, so that several processes may fetch at the same time and any may be
killed.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from communique.errors import DataError
from communique.files import file_sha256

_STALE = 24 * 3600  # seconds after which what a killed process left goes


def root() -> Path:
    """The directory of the cache: `COMMUNIQUE_CACHE`, or "communique" where this system's programs keep caches."""
    if given := os.environ.get("COMMUNIQUE_CACHE"):
        return Path(given).expanduser()
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "communique"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/communique"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "communique" / "Cache"
    return Path.home() / ".cache/communique"


def path_of(sha256: str) -> Path:
    """Where the file with this hash is, or will be."""
    return root() / "objects" / sha256[:2] / sha256


def holds(sha256: str, size: int) -> bool:
    """Whether the file with this hash and length is in the cache."""
    path = path_of(sha256)
    return path.is_file() and path.stat().st_size == size


def keep(file: Path, sha256: str, size: int, name: str) -> None:
    """Move a file into the cache.

    Args:
        file: below the cache's `scratch`.
        sha256: what its hash should be.
        size: what its length in bytes should be.
        name: what to call it in an error.

    Raises:
        DataError: it is another file than it should be; it stays where it is.
    """
    if file.stat().st_size != size or file_sha256(file) != sha256:
        raise DataError(f"{name}: the bytes received are not those that the manifest announces", "nothing was kept")
    path = path_of(sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    file.replace(path)


def note(path: str, data: bytes) -> None:
    """Write a small file at `path` below the cache's directory, in one step."""
    target = root() / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with scratch() as folder:
        (folder / "note").write_bytes(data)
        (folder / "note").replace(target)


def noted(path: str) -> bytes | None:
    """What was written at `path`, None if nothing was."""
    try:
        return (root() / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty directory on the cache's disk, gone afterwards; what killed processes left goes when it is a day old.

    Raises:
        DataError: the cache cannot be written.
    """
    home = root() / "scratch"
    try:
        home.mkdir(parents=True, exist_ok=True)
        for stale in home.iterdir():
            with suppress(FileNotFoundError):  # another process has just finished
                if stale.lstat().st_mtime < time.time() - _STALE:
                    shutil.rmtree(stale, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=home, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as error:
        hint = "set COMMUNIQUE_CACHE to a directory that can be written"
        raise DataError(f"the cache {root()} cannot be written: {error.strerror or error}", hint) from error


def check_room(size: int, name: str) -> None:
    """Refuse to fetch what the disk cannot hold.

    Raises:
        DataError: fewer than `size` bytes are free.
    """
    home = root()
    home.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(home).free
    if size > free:
        needed, left = (f"{number / 1e9:,.1f} GB" for number in (size, free))
        raise DataError(f"{name} needs {needed}, and {left} are free at {home}", "set COMMUNIQUE_CACHE to another disk")
