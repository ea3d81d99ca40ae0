"""What the user named in, the single files to read out: folders are walked in a fixed order, hidden files passed over.

The order is by name in code points, so it is the same on every machine and file system.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.errors import UsageError
from communique.model import Reason, Reject

STDIN = "-"


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: its name in messages and rejects, and where it is (None: standard input)."""

    name: str
    path: Path | None


def check(source: str | Path) -> None:
    """Raise `UsageError` if a source is not there."""
    if str(source) == STDIN:
        return
    try:
        found = Path(source).exists() and str(source) != ""
    except (OSError, ValueError):  # a name too long, or with a NUL
        found = False
    if not found:
        raise UsageError(
            f"no such file or folder: {printable(str(source))}", "Check the path, or use - to read standard input."
        )


def files(source: str | Path) -> Iterator[File | Reject]:
    """The files of one source: itself, or those below it, named by their path from it."""
    if str(source) == STDIN:
        yield File(STDIN, None)
        return
    path = Path(source)
    if path.is_dir():
        yield from _walk(path, "", set())
    else:
        yield File(printable(path.as_posix()), path)


def printable(name: str) -> str:
    """A file name that can be printed and written: bytes in no encoding become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _walk(folder: Path, prefix: str, seen: set[tuple[int, int]]) -> Iterator[File | Reject]:
    try:
        state = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(prefix.rstrip("/") or ".", error.strerror)
        return
    if (state.st_dev, state.st_ino) in seen:  # a link back to a folder above, or a second way to the same folder
        return
    seen.add((state.st_dev, state.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path, name = folder / entry.name, printable(prefix + entry.name)
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield _unreadable(name, error.strerror)
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path, prefix + entry.name + "/", seen)
        elif stat.S_ISREG(mode):
            yield File(name, path)
        else:
            yield _unreadable(name, "neither a file nor a folder")


def _unreadable(name: str, why: str | None) -> Reject:
    return Reject(name, "", Reason.BINARY, f"cannot be read: {why}")
