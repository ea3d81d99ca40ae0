"""Build a release of this project's own data set: `python scripts/build_dataset.py`.

In: `dataset/articles/`, `dataset/reviews/` and DATACARD.md. Out: `dataset/releases/<version>/`, laid out as the Hub
repository is. The same input gives the same bytes; a release that exists is never replaced by another, but with
`--force`, which is meant for a version that nobody has seen yet.
"""

import argparse
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

import communique
from communique.errors import CommuniqueError, DataError, UsageError
from communique.pipeline import normalize
from communique.schemas import SCHEMA_VERSION, TABLES
from communique.validation import validate

ROOT = Path(__file__).parent.parent
ARTICLES, REVIEWS, CARD = ROOT / "dataset/articles", ROOT / "dataset/reviews", ROOT / "DATACARD.md"
RELEASES = ROOT / "dataset/releases"
VERSION = "0.1.0"


def build(version: str = VERSION, releases: Path = RELEASES, *, force: bool = False) -> Path:
    """Build a release from the articles and reviews of this repository.

    Args:
        version: its semantic version.
        releases: where to put it; it is made there under another name and then renamed.
        force: whether it may replace a release of the same version with other bytes.

    Returns:
        The directory of the release.

    Raises:
        DataError: a page or a review is left over, or a table breaks the contract.
        UsageError: there is a release of this version with other bytes.
    """
    target = releases / version
    with _scratch(releases, version) as scratch:
        made = scratch / "release"
        _write(made, version, scratch / "tables")
        if not target.exists():
            made.rename(target)
        elif _contents(target) != _contents(made):
            if not force:
                raise UsageError(f"{target} exists with other content", "give a new --version, or --force")
            target.rename(scratch / "replaced")
            made.rename(target)
    return target


@contextmanager
def _scratch(releases: Path, version: str) -> Iterator[Path]:
    """A directory beside the releases, so that renaming is one step; gone afterwards."""
    scratch = releases / f".{version}-{os.getpid()}"
    scratch.mkdir(parents=True)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch)


def _write(release: Path, version: str, tables: Path) -> None:
    """Write all files of a release; `tables` is a place for what `normalize` makes."""
    summary = normalize([ARTICLES], tables, reviews=REVIEWS)
    left_over = [
        *summary.unmatched_reviews,
        *summary.doubtful_reviews,
        *(f"{n} pages rejected: {reason}" for reason, n in summary.rejects.items()),
    ]
    if left_over or summary.reviewed != summary.articles:
        detail = "; ".join(left_over) or f"only {summary.reviewed} of {summary.articles} articles are reviewed"
        raise DataError(f"the data set is not whole: {detail}", f"see {ARTICLES} and {REVIEWS}")
    for name in TABLES:
        folder = release / "data" / name
        folder.mkdir(parents=True)
        (tables / f"{name}.parquet").rename(folder / "train-00000-of-00001.parquet")
    shutil.copyfile(CARD, release / "README.md")
    (release / "manifest.json").write_text(_as_json(manifest(release, version)), encoding="utf-8", newline="\n")
    report = validate(release)
    if not report.ok:
        raise DataError(f"the release breaks the contract:\n{report}")


def manifest(release: Path, version: str) -> dict[str, Any]:
    """What a release consists of: versions, rows of each table, bytes and SHA-256 of each file, digest of the input."""
    paths = sorted(path for path in release.rglob("*") if path.is_file() and path.name != "manifest.json")
    rows = {
        name: sum(pq.read_metadata(path).num_rows for path in (release / "data" / name).glob("*.parquet"))
        for name in TABLES
    }
    files = [
        {"path": path.relative_to(release).as_posix(), "bytes": path.stat().st_size, "sha256": _sha256(path)}
        for path in paths
    ]
    return {
        "name": "communique",
        "version": version,
        "schema_version": SCHEMA_VERSION,
        "tool_version": communique.__version__,
        "inputs_sha256": _digest_of_inputs(),
        "rows": rows,
        "files": files,
    }


def _digest_of_inputs() -> str:
    """One hash over the names and contents of all input files."""
    lines = [
        f"{_sha256(path)}  {path.relative_to(ROOT).as_posix()}\n"
        for folder in (ARTICLES, REVIEWS)
        for path in sorted(folder.rglob("*.jsonl"))
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def main() -> int:
    """Build what was asked for; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", default=VERSION, help=f"semantic version, by default {VERSION}")
    parser.add_argument("--out", type=Path, default=RELEASES, help="folder of releases")
    parser.add_argument("--force", action="store_true", help="replace a release of this version")
    options = parser.parse_args()
    try:
        print(build(options.version, options.out, force=options.force))
    except CommuniqueError as error:
        print(f"error: {error}\nhint: {error.hint}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
