"""A release on the Hub, checked like one on disk: laid out here, and the Hub's own listing held against the manifest.

In: a release on the Hub and what checks a directory. Out: the `Report`. Files that the cache has are not fetched again,
so that only the listing tells what the Hub holds now; where it is out of reach, what was fetched is judged.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from communique import hub
from communique.release.manifest import FileEntry
from communique.release.versions import MANIFEST
from communique.validation.release import BESIDE, ReleaseCheck, shown, violation
from communique.validation.report import Report

_OF_A_DIRECTORY = ("link_leaves", "file_odd", "file_unlisted")  # about more than the files that were laid out


def check_on_hub(release: hub.Release, name: str, check: Callable[[Path], Report]) -> Report:
    """Check a release on the Hub.

    Args:
        release: which.
        name: what to call it.
        check: checks a release directory.

    Raises:
        DataError: a file that was fetched is not what the manifest announces.
        Unreachable: the Hub is out of reach and a file not in the cache.
    """
    with hub.laid_out(release) as folder:
        report = check(folder)
        report.path = Path(name)
        report.violations = [replace(one, file=one.file.removeprefix(f"{folder}/")) for one in report.violations]
        for key in [key for key in report.counts if key[2] in _OF_A_DIRECTORY]:
            del report.counts[key]  # what was laid out here says nothing of what lies beside it there
        _check_listing(release, folder, report)
    return report


def _check_listing(release: hub.Release, folder: Path, report: Report) -> None:
    """Hold what the Hub says that it has against the manifest, whose files are laid out in a folder."""
    check = ReleaseCheck(report)
    for rule in ("link_leaves", "file_odd"):
        check.skip(rule)
    try:
        held = hub.listing(release)
    except hub.Unreachable:
        check.skip("file_unlisted")
        return
    listed = {entry.path: entry for entry in release.manifest.files}
    check.note("file_missing", len(listed), [violation("file_missing", path) for path in listed if path not in held])
    there = [entry for path, entry in listed.items() if path in held]
    differing = [entry.path for entry in there if not _is(held[entry.path], entry, folder / entry.path)]
    check.note(
        "file_differs", len(there), [violation("file_differs", path, "other bytes on the Hub") for path in differing]
    )
    others = sorted(path for path in held if path != MANIFEST and path.split("/")[0] not in BESIDE)
    unlisted = [path for path in others if path not in listed]
    check.note("file_unlisted", len(others), [violation("file_unlisted", shown(path)) for path in unlisted])


def _is(held: hub.Held, entry: FileEntry, file: Path) -> bool:
    """Whether the Hub holds the file of an entry, which lies here too: by its hash, or by Git's id of its bytes."""
    if held.bytes != entry.bytes or held.sha256 is not None:
        return (held.bytes, held.sha256) == (entry.bytes, entry.sha256)
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, lambda: hashlib.sha1(b"blob %d\0" % entry.bytes)).hexdigest() == held.git
