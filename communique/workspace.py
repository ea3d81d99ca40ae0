"""A place for what is not finished, inside the directory that will hold it, so that finishing is renaming.

In: the directory to write to. Out: an empty directory in it, which is gone afterwards, whatever happened; what runs
that were killed left behind goes with the next run.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import DataError, UsageError

_WORK = ".communique-"


@contextmanager
def workspace(out: Path) -> Iterator[Path]:
    """An empty directory inside `out`, which is made if missing.

    Raises:
        UsageError: `out` cannot be a directory.
        DataError: what is done in it fails for want of space or the like.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        for stale in out.glob(f"{_WORK}*"):
            if not _alive(stale.name.removeprefix(_WORK)):
                shutil.rmtree(stale, ignore_errors=True)
        work = out / f"{_WORK}{os.getpid()}"
        work.mkdir()
    except OSError as error:
        hint = "give --out a directory that can be written; it is made if missing"
        raise UsageError(f"{out} is not a directory, or cannot be one: {error.strerror}", hint) from error
    try:
        yield work
    except (OSError, sqlite3.Error) as error:
        raise DataError(f"cannot write {out}: {error}", "free some space, then run the command again") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        pass
    return True
