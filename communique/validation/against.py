"""A release against the pages that it was made from: whoever holds them proves its hashes, lengths and offsets.

In: a release, whose texts may be withheld, and pages. Out: a `Report`: for each article whether one of the pages is it,
to the letter, and whether the evidence of its actors and sectors stands where the release says. Pages stream by; what
the release says waits on disk, so that memory does not grow with either.
"""

import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa

from communique import agreement
from communique.errors import DataError, UsageError, first_line
from communique.files import open_parquet
from communique.link.ids import article_id
from communique.model import Article, Page, Record
from communique.places import find
from communique.reviews import Reviews, load_reviews
from communique.schemas import TABLES
from communique.schemas.checks import Violation, check_schema
from communique.validation.files import batches
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
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
CREATE TABLE articles (row INTEGER PRIMARY KEY, article_id TEXT, said TEXT, found TEXT);
CREATE INDEX by_id ON articles (article_id);
"""
Row = dict[str, Any]
Wrong = tuple[str, str, Any]  # column, rule, value


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
                identity = article_id(article)
            except Exception:  # unusable, or a fault of ours: `normalize` makes a reject of the page and goes on
                continue
            yield identity, _reviewed(identity, article, corrections).body


def _reviewed(identity: str, article: Article, corrections: Reviews | None) -> Article:
    if corrections is None:
        return article
    nothing = Record(kind="statement")  # a text does not depend on what was extracted from it, or by what
    reviewed = corrections.apply(identity, article, nothing)
    return reviewed.article if reviewed else article


class _Said:
    """What a release says of its articles, on disk, a row each: an id may stand in several, and each is held."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path)
        self._db.executescript(_SCHEMA)

    def take(self, files: Iterable[Path]) -> int:
        """Keep what the files say; returns the number of rows."""
        row = 0
        for file in files:
            for rows in _rows(file):
                values = ((row + n, one["article_id"], json.dumps(one)) for n, one in enumerate(rows))
                self._db.executemany("INSERT INTO articles VALUES (?, ?, ?, NULL)", values)
                row += len(rows)
        return row

    def hold(self, identity: str, body: str) -> bool:
        """Hold a text against what is said of its article; whether there is such an article."""
        known = self._db.execute("SELECT row, said, found FROM articles WHERE article_id = ?", (identity,)).fetchall()
        for row, said, found in known:
            if found != "[]":  # no other capture has fitted yet
                wrong = json.dumps(list(_wrong(json.loads(said), body)))
                self._db.execute("UPDATE articles SET found = ? WHERE row = ?", (wrong, row))
        return bool(known)

    def found(self) -> Iterator[tuple[int, Row, list[Wrong] | None]]:
        """Of each article, in order: its row, what is said of it, and what is wrong; None without a page."""
        for row, said, found in self._db.execute("SELECT row, said, found FROM articles ORDER BY row"):
            yield row, json.loads(said), None if found is None else [tuple(one) for one in json.loads(found)]

    def close(self) -> None:
        self._db.close()


def _rows(file: Path) -> Iterator[list[Row]]:
    """What a file says of its articles, a batch at a time.

    Raises:
        DataError: it cannot be read, or a column is not there or not of the type that the contract gives it.
    """
    hint = "`communique validate` without --against lists what is wrong with it"
    try:
        with open_parquet(file) as parquet:
            broken = (one for one in check_schema(TABLES["articles"], parquet.schema_arrow) if one.column in _COLUMNS)
            if wrong := next(broken, None):
                raise DataError(f"{file}: its column {wrong.column!r} is not as the contract has it", hint)
            for batch in batches(parquet, _COLUMNS):
                yield batch.select(list(_COLUMNS)).to_pylist()
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise DataError(f"{file} cannot be read: {first_line(error)}", hint) from error


def _evidence(said: Row) -> Iterator[tuple[str, Row]]:
    """What points into the text: the column, and the actor or sector."""
    for column in ("actors", "sectors"):
        for one in said[column] or ():
            if one is not None and (one["start"] is not None or one["end"] is not None):
                yield column, one


def _wrong(said: Row, body: str) -> Iterator[Wrong]:
    """Where a text is not what is said of it; nothing else is looked at in another text."""
    digest = sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    if digest != said["body_sha256"]:
        yield "body_sha256", "body_differs", said["body_sha256"]
        return
    if len(body) != said["body_chars"]:
        yield "body_chars", "length_differs", said["body_chars"]
    for column, one in _evidence(said):
        start, end = one["start"], one["end"]
        shown = f"{one.get('name') or one.get('role') or one.get('code')} at {start}-{end}"
        if start is None or end is None or not 0 <= start < end <= len(body):
            yield f"{column}.end", "evidence_outside", shown
        elif column == "actors" and not agreement.proves_actor(one, body):
            yield f"{column}.start", "evidence_differs", shown


_ABOUT = {
    "page_missing": "article_id",
    "body_differs": "body_sha256",
    "length_differs": "body_chars",
    "evidence_outside": "actors, sectors",
    "evidence_differs": "actors",
}


def _tell(said: _Said, report: Proof) -> None:
    """Turn what was found into violations and counts."""
    seen: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for row, article, found in said.found():
        identity = article["article_id"]
        wrong = [("article_id", "page_missing", identity)] if found is None else found
        report.matched += not wrong
        seen.update(_judged(article, wrong))
        for column, rule, value in wrong:
            broken[rule] += 1
            report.add([Violation("articles", column, rule, SAYS[rule], row, identity or "", value)])
    for rule, column in _ABOUT.items():
        report.note("articles", column, rule, SAYS[rule], seen[rule], broken[rule])


def _judged(said: Row, wrong: list[Wrong]) -> dict[str, int]:
    """How many values of an article each rule has judged: what stands in a text only where it is the article's."""
    rules = {rule for _, rule, _ in wrong}
    if "page_missing" in rules:
        return {"page_missing": 1}
    if "body_differs" in rules:
        return {"page_missing": 1, "body_differs": 1}
    columns = Counter(column for column, _ in _evidence(said))
    return {
        **dict.fromkeys(("page_missing", "body_differs", "length_differs"), 1),
        "evidence_outside": columns.total(),
        "evidence_differs": columns["actors"],
    }
