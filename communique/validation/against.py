"""A release against the pages that it was made from: whoever holds them proves its hashes, lengths and offsets.

In: a release, whose texts may be withheld, and pages. Out: a `Report`: for each article whether one of the pages is it,
to the letter, and whether the evidence of its actors and sectors stands where the release says. Pages stream by; what
the release says waits on disk, so that memory does not grow with either.
"""

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique import agreement
from communique.errors import UsageError
from communique.link.ids import article_id
from communique.model import Article, Page, Unusable
from communique.places import find
from communique.reviews import Reviews, load_reviews
from communique.schemas.checks import Violation
from communique.validation.files import batches, open_parquet
from communique.validation.report import Report

SAYS = {
    "page_missing": "is an article of one of the pages",
    "body_differs": "is the hash of the text of its page",
    "length_differs": "is the length of the text of its page",
    "evidence_outside": "lies in the text of its page",
    "evidence_differs": "is where the text of its page names the actor",
}
_COLUMNS = ("article_id", "body_sha256", "body_chars", "actors", "sectors")
_SCHEMA = """
CREATE TABLE articles (article_id TEXT PRIMARY KEY, row INTEGER, said TEXT, found TEXT) WITHOUT ROWID;
"""
Row = dict[str, Any]


@dataclass(slots=True)
class Proof(Report):
    """What was found. `matched` articles of the release are those of a page; `others` are pages of no article in it."""

    pages: int = 0
    matched: int = 0
    others: int = 0

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return {**Report.as_dict(self), "pages": self.pages, "matched": self.matched, "others": self.others}

    def __str__(self) -> str:
        articles = self.rows.get("articles", 0)
        told = f"{self.pages:,} pages: {self.matched:,} of {articles:,} articles proved, {self.others:,} pages of none"
        return f"{Report.__str__(self)}\n{told}"


def against(
    release: str | Path,
    pages: Iterable[str | Path],
    *,
    reviews: str | Path | None = None,
    limit: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> Proof:
    """Hold a release against pages: the hash and length of each article's text, and what its offsets point at.

    Args:
        release: a release, a folder of releases, what `normalize` wrote, or "org/name[@revision]" on the Hub.
        pages: files and folders of pages, as for `normalize`; of several captures of a page one that fits is enough.
        reviews: those that were applied when the tables were made, since they may have corrected texts.
        limit: keep at most this many violations; all are counted.
        progress: called with the number of pages read so far.

    Returns:
        A report in which every article without its page, or with another text than its page, is a violation.

    Raises:
        UsageError: there is no release, or there are no pages.
        DataError: a file of the release or a review cannot be read.
    """
    place = find(release)
    files = place.fetch(place.of("articles"))
    corrections = load_reviews(Path(reviews)) if reviews else None
    report = Proof(Path(place.name), limit)
    with tempfile.TemporaryDirectory() as folder:
        said = _Said(Path(folder) / "said.sqlite")
        report.rows["articles"] = said.take(files)
        for identity, body in _texts(pages, corrections, report, progress):
            report.others += not said.hold(identity, body)
        if not report.pages:
            raise UsageError("there is no page in the sources", "give files or folders of pages to --against")
        _tell(said, report)
        said.close()
    return report


def _texts(
    pages: Iterable[str | Path],
    corrections: Reviews | None,
    report: Proof,
    progress: Callable[[int], None] | None,
) -> Iterator[tuple[str, str]]:
    """The id and the text of each article on the pages, as `normalize` sees them."""
    from communique.page import split
    from communique.sources import read

    for item in read(pages):
        report.pages += 1
        if progress:
            progress(report.pages)
        if isinstance(item, Page):
            try:
                article = split(item)
            except Unusable:
                continue
            identity = article_id(article)
            yield identity, _reviewed(identity, article, corrections).body


def _reviewed(identity: str, article: Article, corrections: Reviews | None) -> Article:
    if corrections is None:
        return article
    from communique.extract import extract

    reviewed = corrections.apply(identity, article, extract(article))
    return reviewed.article if reviewed else article


class _Said:
    """What a release says of its articles, on disk, by id."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path)
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)

    def take(self, files: Iterable[Path]) -> int:
        """Keep what the files say; returns the number of rows."""
        row = 0
        for file in files:
            with open_parquet(file) as parquet:
                for batch in batches(parquet, _COLUMNS):
                    rows = batch.select(list(_COLUMNS)).to_pylist()
                    values = ((one["article_id"], row + n, json.dumps(one)) for n, one in enumerate(rows))
                    self._db.executemany("INSERT OR IGNORE INTO articles VALUES (?, ?, ?, NULL)", values)
                    row += len(rows)
        return row

    def hold(self, identity: str, body: str) -> bool:
        """Hold a text against what is said of its article; whether there is such an article."""
        known = self._db.execute("SELECT said, found FROM articles WHERE article_id = ?", (identity,)).fetchone()
        if known is None:
            return False
        said, found = known
        if found != "[]":  # no other capture has fitted yet
            wrong = json.dumps(list(_wrong(json.loads(said), body)), ensure_ascii=False)
            self._db.execute("UPDATE articles SET found = ? WHERE article_id = ?", (wrong, identity))
        return True

    def found(self) -> Iterator[tuple[str, int, list[tuple[str, str, Any]] | None]]:
        """Of each article, in order of rows: id, row, and what is wrong (column, rule, value); None without a page."""
        for identity, row, found in self._db.execute("SELECT article_id, row, found FROM articles ORDER BY row"):
            yield identity, row, None if found is None else [tuple(one) for one in json.loads(found)]

    def close(self) -> None:
        self._db.close()


def _wrong(said: Row, body: str) -> Iterator[tuple[str, str, Any]]:
    """Where a text is not what is said of it: column, rule, value; nothing else is looked at in another text."""
    digest = sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    if digest != said["body_sha256"]:
        yield "body_sha256", "body_differs", said["body_sha256"]
        return
    if len(body) != said["body_chars"]:
        yield "body_chars", "length_differs", said["body_chars"]
    for column in ("actors", "sectors"):
        for one in said[column] or ():
            if one["start"] is None:
                continue
            shown = f"{one.get('name') or one.get('role') or one.get('code')} at {one['start']}-{one['end']}"
            if not 0 <= one["start"] < one["end"] <= len(body):
                yield f"{column}.end", "evidence_outside", shown
            elif column == "actors" and not agreement.proves_actor(one, body):
                yield f"{column}.start", "evidence_differs", shown


def _tell(said: _Said, report: Proof) -> None:
    """Turn what was found into violations and counts."""
    broken: dict[str, int] = dict.fromkeys(SAYS, 0)
    columns = {"page_missing": "article_id", "body_differs": "body_sha256", "length_differs": "body_chars"}
    for identity, row, found in said.found():
        wrong = [("article_id", "page_missing", identity)] if found is None else found
        report.matched += not wrong
        for column, rule, value in wrong:
            broken[rule] += 1
            report.add([Violation("articles", column, rule, SAYS[rule], row, identity, value)])
    for rule, number in broken.items():
        report.note("articles", columns.get(rule, "actors, sectors"), rule, SAYS[rule], report.rows["articles"], number)
