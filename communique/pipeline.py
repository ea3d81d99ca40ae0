"""Pages in, tables out: the whole way from scraped pages to `articles`, `events` and `actors` as Parquet.

In: files and folders of pages. Out: a directory with the three tables, `rejects.jsonl` and `provenance.json`, the same
bytes whatever the order of the input. Pages stream through: what waits to be sorted and linked waits on disk
(`communique.spool`).
"""

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from communique.extractors import Extractor, load_extractor
from communique.link.ids import article_id
from communique.link.rows import article_row
from communique.link.tables import actor_rows, event_rows
from communique.model import Article, Page, Reason, Record, Reject, Unusable
from communique.page import split
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

PAGES_A_CHUNK = 256
CHARS_A_CHUNK = 4_000_000
ROWS_A_GROUP = 4096  # some 15 MB of news text: small enough for the memory, large enough to compress


@dataclass(frozen=True)
class Summary:
    """What a run made: `pages` read = `articles` + all `rejects` (counted by reason)."""

    out: Path
    pages: int
    articles: int
    events: int
    actors: int
    rejects: dict[str, int] = field(default_factory=dict)
    reviewed: int = 0
    unmatched_reviews: list[str] = field(default_factory=list)
    doubtful_reviews: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The summary as JSON-ready values."""
        return {**asdict(self), "out": str(self.out)}

    def __str__(self) -> str:
        lines = [
            f"{self.pages:,} pages read = {self.articles:,} articles + {sum(self.rejects.values()):,} rejects",
            *(f"  rejected, {reason}: {n:,}" for reason, n in self.rejects.items()),
            f"{self.events:,} events, {self.actors:,} actors",
            *([f"{self.reviewed:,} articles reviewed"] if self.reviewed else []),
            f"written to {self.out}: articles.parquet events.parquet actors.parquet rejects.jsonl provenance.json",
        ]
        return "\n".join(lines)


def normalize(
    sources: Iterable[str | Path],
    out: str | Path,
    *,
    reviews: str | Path | None = None,
    languages: Collection[str] = (),
    extractor: str | None = None,
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
        jobs: processes that split and extract; the result is the same for any number.
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
        pages = _ingest(_outcomes(iter(given), frozenset(languages), extractor, jobs), spool, corrections, progress)
        spool.settle()
        made = {name: work / f"{name}.parquet" for name in TABLES}
        counts = {
            "articles": _write("articles", spool.articles(), made["articles"]),
            "events": _write("events", event_rows(spool.by_event()), made["events"]),
            "actors": _write("actors", actor_rows(spool.by_actor()), made["actors"]),
        }
        rejects: Counter[str] = Counter(reject["reason"] for reject in spool.rejects())
        write_rejects(spool.rejects(), work / "rejects.jsonl")
        spool.close()
        origin = provenance(
            given.sha256, Path(reviews) if reviews else None, languages, made.values(), extractor=extractor
        )
        write_provenance(origin, work / PROVENANCE)
        for path in (*made.values(), work / "rejects.jsonl", work / PROVENANCE):
            path.replace(out / path.name)
    return Summary(
        out=out,
        pages=pages,
        **counts,
        rejects=dict(sorted(rejects.items())),
        reviewed=corrections.applied if corrections else 0,
        unmatched_reviews=corrections.unmatched() if corrections else [],
        doubtful_reviews=corrections.doubts() if corrections else [],
    )


@dataclass(frozen=True, slots=True)
class _Done:
    """A page that made it through: what the reader, the splitter and the extractor say of it."""

    page: Page
    article: Article
    record: Record


def _process(items: list[Page | Reject], languages: frozenset[str], extractor: str | None) -> list[_Done | Reject]:
    """Split and extract a chunk of pages; runs in a worker process when there are several."""
    extract = load_extractor(extractor)
    return [item if isinstance(item, Reject) else _one(item, languages, extract) for item in items]


def _one(page: Page, languages: frozenset[str], extract: Extractor) -> _Done | Reject:
    try:
        article = split(page)
        if languages and article.language not in languages:
            raise Unusable(Reason.LANGUAGE, f"the article is in {article.language}")
        return _Done(replace(page, text=None, html=None), article, extract(article))
    except Unusable as unusable:
        return _reject(page, unusable.reason, unusable.detail)
    except Exception as error:  # a fault of ours must not cost the run its other pages
        return _reject(page, Reason.FAULT, f"{type(error).__name__}: {error}"[:200])


def _reject(page: Page, reason: Reason, detail: str) -> Reject:
    return Reject(page.file, page.position, reason, detail, page.source_id, page.url)


def _chunks(items: Iterable[Page | Reject]) -> Iterator[list[Page | Reject]]:
    """Items in lists of bounded length and bounded text."""
    chunk: list[Page | Reject] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item.text or item.html or "") if isinstance(item, Page) else 0
        if len(chunk) == PAGES_A_CHUNK or size > CHARS_A_CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _outcomes(
    items: Iterator[Page | Reject], languages: frozenset[str], extractor: str | None, jobs: int
) -> Iterator[list[_Done | Reject]]:
    """What became of each page, in chunks, in the order of the input."""
    chunks = _chunks(items)
    if jobs == 1:
        yield from (_process(chunk, languages, extractor) for chunk in chunks)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[_Done | Reject]]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(_process, chunk, languages, extractor))
            if len(waiting) > 2 * jobs:  # bounded, so that pages read ahead do not pile up in memory
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _row(done: _Done, corrections: "Reviews | None") -> Row:
    """The row of a page, reviews applied."""
    identity = article_id(done.article)  # before reviews: a corrected headline does not make another article
    reviewed = corrections.apply(identity, done.article, done.record) if corrections else None
    article, record, verified = reviewed or (done.article, done.record, False)
    return article_row(identity, done.page, article, record, review="verified" if verified else "machine")


def _ingest(
    chunks: Iterable[list[_Done | Reject]],
    spool: Spool,
    corrections: "Reviews | None",
    progress: Callable[[int], None] | None,
) -> int:
    """Put every page into the spool, as a row or as a reject; returns how many there were."""
    pages = 0
    for chunk in chunks:
        done: list[tuple[Page, Row]] = []
        for outcome in chunk:
            if isinstance(outcome, Reject):
                spool.reject(outcome)
            else:
                done.append((outcome.page, _row(outcome, corrections)))
        broken = _violations([row for _, row in done])
        for n, (page, values) in enumerate(done):
            if n in broken:
                spool.reject(_reject(page, Reason.CONTRACT, broken[n]))
            else:
                spool.add(values, fetched=page.fetched, file=page.file, position=page.position)
        pages += len(chunk)
        if progress:
            progress(pages)
    return pages


def _violations(rows: list[Row]) -> dict[int, str]:
    """What the contract says against rows: row number to the first rule that it breaks."""
    table = pa.Table.from_pylist(rows, schema=arrow_schema("articles"))
    found: dict[int, str] = {}
    for violation in check_batch("articles", table):
        found.setdefault(violation.row or 0, f"{violation.column}: {violation.rule}")
    return found


def _write(table: str, rows: Iterator[Row], path: Path) -> int:
    """Write rows as Parquet, a row group at a time; returns how many there were."""
    schema = arrow_schema(table)
    written = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROWS_A_GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
            written += len(group)
    return written
