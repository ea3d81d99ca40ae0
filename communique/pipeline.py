"""Pages in, tables out: the whole way from scraped pages to `articles`, `events` and `actors` as Parquet.

In: files and folders of pages. Out: a directory with the three tables, `rejects.jsonl` and `provenance.json`, the same
bytes whatever the order of the input. Pages stream through: what waits to be sorted and linked waits on disk
(`communique.spool`).
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from communique.chunks import CHARS_A_CHUNK, Done, Outcome, Task, outcomes, reject_of
from communique.extractors import load_extractor
from communique.link.articles import ROWS_A_GROUP, write_groups
from communique.link.forms import FORMS
from communique.link.index import INDEX
from communique.link.linking import link
from communique.link.rows import article_row
from communique.model import Reason, Reject
from communique.provenance import FILE as PROVENANCE
from communique.provenance import Digested, provenance, write_provenance
from communique.schemas import TABLES, arrow_schema
from communique.sources import read
from communique.spool import Spool, write_rejects
from communique.validation import check_batch
from communique.workspace import workspace

if TYPE_CHECKING:
    from communique.reviews import Reviews

Row = dict[str, Any]

_FILES = (*(f"{table}.parquet" for table in TABLES), INDEX, FORMS, "rejects.jsonl", PROVENANCE)
ROWS_A_CHECK = 256  # a check of few rows costs as much


@dataclass(frozen=True)
class Summary:
    """What a run made: `pages` read = `articles` + all `rejects` (counted by reason).

    `events` and `actors` are those of the tables; `stayed` counts articles of an earlier run that are in them too.
    """

    out: Path
    pages: int
    articles: int
    events: int
    actors: int
    rejects: dict[str, int] = field(default_factory=dict)
    stayed: int = 0
    reviewed: int = 0
    unmatched_reviews: list[str] = field(default_factory=list)
    unmatched_links: list[str] = field(default_factory=list)
    doubtful_reviews: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The summary as JSON-ready values."""
        return {**asdict(self), "out": str(self.out)}

    def __str__(self) -> str:
        lines = [
            f"{self.pages:,} pages read = {self.articles:,} articles + {sum(self.rejects.values()):,} rejects",
            *(f"  rejected, {reason}: {n:,}" for reason, n in self.rejects.items()),
            *([f"{self.stayed:,} articles of the earlier run stay"] if self.stayed else []),
            f"{self.events:,} events, {self.actors:,} actors",
            *([f"{self.reviewed:,} articles reviewed"] if self.reviewed else []),
            f"written to {self.out}: {' '.join(_FILES)}",
        ]
        return "\n".join(lines)


def normalize(
    sources: Iterable[str | Path],
    out: str | Path,
    *,
    reviews: str | Path | None = None,
    languages: Collection[str] = (),
    extractor: str | None = None,
    onto: str | Path | None = None,
    links: str | Path | None = None,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Summary:
    """Turn pages into `articles.parquet`, `events.parquet`, `actors.parquet`, `rejects.jsonl` and `provenance.json`.

    Args:
        sources: files and folders of pages, "-" for standard input (see `communique.sources.read`).
        out: directory to write to; made if missing. Files of an earlier run in it are replaced, at the end and
            all together; nothing else in it is touched.
        reviews: file or folder of hand-checked values that are applied over the machine's.
        languages: ISO 639-1 codes of the languages to keep; pages in others become rejects. Empty keeps all.
        extractor: "module:function" or the name of an entry point, run in place of ours (`communique.extractors`).
        onto: tables of an earlier run, or a release: its articles stay, those of the sources are put to them or take
            the place of earlier captures of the same page, and ids that were there stay.
        links: a file that joins or keeps apart by hand (see `communique.link.curated`).
        jobs: processes that read pages, this one included; the result is the same for any number.
        progress: called with the number of pages read so far, once a page.

    Returns:
        The counts of the run.

    Raises:
        UsageError: a source or the extractor does not exist, or `out` cannot be a directory.
        DataError: a review file is broken or the disk is full.
    """
    from communique.reviews import load_reviews

    load_extractor(extractor)  # before anything is written
    corrections = load_reviews(Path(reviews)) if reviews else None
    out = Path(out)
    with workspace(out) as work:
        spool = Spool(work / "spool.sqlite")
        given = Digested(read(sources))
        task = Task(frozenset(languages), extractor, whole=corrections is not None)
        pages = _ingest(outcomes(given, task, jobs), spool, corrections, progress)
        spool.settle()
        new = work / "new.parquet"
        found = write_groups(_groups(spool.articles()), arrow_schema("articles"), new)
        linked = link(new, work, previous=onto, links=links)
        made = {name: work / f"{name}.parquet" for name in TABLES}
        rejects: Counter[str] = Counter(reject["reason"] for reject in spool.rejects())
        write_rejects(spool.rejects(), work / "rejects.jsonl")
        spool.close()
        origin = provenance(
            given.sha256,
            Path(reviews) if reviews else None,
            languages,
            made.values(),
            linked.as_dict(),
            extractor=extractor,
        )
        write_provenance(origin, work / PROVENANCE)
        for name in _FILES:
            (work / name).replace(out / name)
    return Summary(
        out=out,
        pages=pages,
        articles=found,
        events=linked.rows["events"],
        actors=linked.rows["actors"],
        stayed=linked.stayed,
        rejects=dict(sorted(rejects.items())),
        reviewed=corrections.applied if corrections else 0,
        unmatched_reviews=corrections.unmatched() if corrections else [],
        unmatched_links=linked.unmatched,
        doubtful_reviews=corrections.doubts() if corrections else [],
    )


def _ingest(
    chunks: Iterable[list[Outcome]],
    spool: Spool,
    corrections: "Reviews | None",
    progress: Callable[[int], None] | None,
) -> int:
    """Put every page into the spool, as a row or as a reject; returns how many there were."""
    pages = chars = 0
    done: list[Done] = []
    for chunk in chunks:
        for outcome in chunk:
            if isinstance(outcome, Reject):
                spool.reject(outcome)
            else:
                done.append(_reviewed(outcome, corrections) if corrections else outcome)
                chars += outcome.row["body_chars"]
        if len(done) >= ROWS_A_CHECK or chars > CHARS_A_CHUNK:
            _keep(done, spool)
            done, chars = [], 0
        pages += len(chunk)
        if progress:
            progress(pages)
    _keep(done, spool)
    return pages


def _reviewed(done: Done, corrections: "Reviews") -> Done:
    """The same with the reviews applied; its id stays: a corrected headline does not make another article."""
    identity, article, record = done.row["article_id"], done.article, done.record
    reviewed = corrections.apply(identity, article, record) if article and record else None
    if reviewed is None:
        return done
    review = "verified" if reviewed.verified else "machine"
    row = article_row(identity, done.origin, reviewed.article, reviewed.record, review=review)
    return done._replace(row=row)


def _keep(done: list[Done], spool: Spool) -> None:
    """Put rows into the spool; those that break the contract as rejects."""
    broken = _violations([one.row for one in done])
    for n, (row, page, *_) in enumerate(done):
        if n in broken:
            spool.reject(reject_of(page, Reason.CONTRACT, broken[n]))
        else:
            spool.add(row, fetched=page.fetched, file=page.file, position=page.position)


def _violations(rows: list[Row]) -> dict[int, str]:
    """What the contract says against rows: row number to the first rule that it breaks."""
    table = pa.Table.from_pylist(rows, schema=arrow_schema("articles"))
    found: dict[int, str] = {}
    for violation in check_batch("articles", table):
        found.setdefault(violation.row or 0, f"{violation.column}: {violation.rule}")
    return found


def _groups(rows: Iterator[Row]) -> Iterator[pa.Table]:
    """Rows of `articles` as tables, a row group at a time."""
    while group := list(islice(rows, ROWS_A_GROUP)):
        yield pa.Table.from_pylist(group, schema=arrow_schema("articles"))
