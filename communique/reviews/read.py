"""Review files: JSON Lines, one review a line.

In: a file or a folder. Out: `Reviews`; or a `DataError` that names file, line and what is wrong. And back: a review as
the line that says it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.errors import DataError, UsageError
from communique.reviews.model import Review, Reviews
from communique.reviews.values import checked, day_of

KEYS = ("article_id", "url", "reviewer", "date", "reason", "body_sha256", "values")
_TEXTS = ("article_id", "url", "reviewer", "reason", "body_sha256")


def load_reviews(path: str | Path) -> Reviews:
    """Read reviews.

    Args:
        path: a JSON Lines file, or a folder of such files (`*.jsonl`). A line has `reviewer`, `date`, `reason`,
            `values` (columns of `articles` and what they should hold; without any the review confirms all as they
            are), and `article_id` or `url`; it may have `body_sha256`, that of the text that the reviewer read.

    Raises:
        UsageError: there is no such file or folder.
        DataError: a line is not a review, or a value is none that its column may hold; names file and line.
    """
    path = Path(path)
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder", "give a file of reviews, or a folder of *.jsonl files")
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    return Reviews(review for file in files for review in _read(file))


def as_line(review: Review) -> str:
    """The line of a review file that says a review."""
    given = {key: getattr(review, key) for key in KEYS}
    kept = {key: value for key, value in given.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False, default=str)


def _read(file: Path) -> Iterator[Review]:
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{file}: cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{file}, line {number}"
            try:
                yield _review(json.loads(line), where)
            except (ValueError, RecursionError) as error:
                raise DataError(f"{where}: {error}", "docs/reviewing.md describes a review") from error


def _review(given: Any, where: str) -> Review:
    """A line as a review; raises ValueError with the reason if it is none."""
    if not isinstance(given, dict):
        raise ValueError("a review must be a JSON object")
    if unknown := sorted(set(given) - set(KEYS)):
        raise ValueError(f"{unknown[0]!r} is no key of a review; there are {', '.join(sorted(KEYS))}")
    texts = {key: given.get(key) for key in _TEXTS}
    if wrong := [key for key, value in texts.items() if not (value is None or (isinstance(value, str) and value))]:
        raise ValueError(f"{wrong[0]!r} must be text")
    if not (given.get("article_id") or given.get("url")):
        raise ValueError("a review needs 'article_id' or 'url'")
    if missing := [key for key in ("reviewer", "date", "reason") if not given.get(key)]:
        raise ValueError(f"a review needs {missing[0]!r}")
    if not isinstance(given.get("values"), dict):
        raise ValueError("'values' must be a JSON object")
    day = day_of("date", given["date"])
    return Review(where, **{**texts, "date": day, "values": checked(given["values"])})  # type: ignore[arg-type]
