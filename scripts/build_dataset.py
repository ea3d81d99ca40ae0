"""Build a release of this project's own data set: `python scripts/build_dataset.py --version 0.2.0`.

In: `dataset/articles/`, `dataset/reviews/`, DATACARD.md, CITATION.cff and CHANGELOG.md. Out:
`dataset/releases/<version>/`. A release that exists is never replaced; `--check` builds the newest one again, aside,
and says whether every byte is the same.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from communique.errors import CommuniqueError, DataError
from communique.pipeline import Summary, normalize
from communique.release.build import Release, build_release
from communique.release.documents import Texts
from communique.release.versions import Version, releases_in
from communique.validation import validate

ROOT = Path(__file__).parent.parent
ARTICLES, REVIEWS = ROOT / "dataset/articles", ROOT / "dataset/reviews"
CARD, CITATION, CHANGELOG = ROOT / "DATACARD.md", ROOT / "CITATION.cff", ROOT / "CHANGELOG.md"
RELEASES = ROOT / "dataset/releases"


def build(version: str, out: Path = RELEASES, previous: Path | None = None) -> Release:
    """Build a release from the articles and reviews of this repository.

    Args:
        version: its semantic version.
        out: folder of releases; ids of events and actors stay those of the release before.
        previous: the release that it follows, if not the newest in `out`.

    Raises:
        DataError: a page or a review is left over, or a table breaks the contract.
        UsageError: there is a release of this version with other bytes, or the version says too little.
    """
    texts = Texts.read(card=CARD, citation=CITATION, changelog=CHANGELOG)
    number = Version.of(version)
    earlier = [path for one, path in releases_in(out).items() if one < number]
    onto = previous or (earlier[-1] if earlier else None)
    with tempfile.TemporaryDirectory() as tables:
        _refuse_left_overs(normalize([ARTICLES], tables, reviews=REVIEWS, onto=onto))
        made = build_release(tables, version, out=out, previous=previous, texts=texts)
    report = validate(made.path)
    if not report.ok:
        raise DataError(f"the release breaks the contract:\n{report}")
    return made


def _refuse_left_overs(summary: Summary) -> None:
    """Every page must be an article, every article reviewed, every review of an article."""
    left_over = [
        *summary.unmatched_reviews,
        *(f"{n} pages rejected: {reason}" for reason, n in summary.rejects.items()),
        *([f"{summary.stayed} articles of the release before have no source"] if summary.stayed else []),
    ]
    if left_over or summary.reviewed != summary.articles:
        detail = "; ".join(left_over) or f"only {summary.reviewed} of {summary.articles} articles are reviewed"
        raise DataError(f"the data set is not whole: {detail}", f"see {ARTICLES} and {REVIEWS}")


def same_again() -> bool:
    """Whether the newest release, built again in another place, is the same to the byte."""
    *earlier, (version, newest) = releases_in(RELEASES).items()
    with tempfile.TemporaryDirectory() as folder:
        again = build(str(version), Path(folder), earlier[-1][1] if earlier else None).path
        return _contents(again) == _contents(newest)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def main() -> int:
    """Build what was asked for; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("--version", help="semantic version of the release to build, such as 0.2.0")
    asked.add_argument("--check", action="store_true", help="build the newest release again and compare")
    options = parser.parse_args()
    try:
        if options.check:
            print("the same to the byte" if (same := same_again()) else "other bytes")
            return 0 if same else 1
        print(build(options.version))
    except CommuniqueError as error:
        print(f"error: {error}\nhint: {error.hint}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
