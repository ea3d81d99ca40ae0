"""Chunks of pages in, their rows out, in as many processes as asked: what `normalize` does with each page.

In: pages as the readers give them. Out: what became of each, `Done` with its row or a `Reject`. A chunk knows nothing
of others, so it is all the same which process reads it, and when. This process reads chunks as well: the others are
still starting when the first pages come, and what it does beside that is little.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import Any, NamedTuple, TypeVar

from communique.extractors import Extractor, load_extractor
from communique.link.ids import article_id
from communique.link.rows import article_row
from communique.model import Article, Page, Reason, Record, Reject, Unusable
from communique.page import split

Made = TypeVar("Made")

PAGES_A_CHUNK = 16  # no more: at the end of a run the processes wait for the last chunk
CHARS_A_CHUNK = 4_000_000
AHEAD = 2  # chunks a process that it has been given: one that it reads, one that waits


class Done(NamedTuple):
    """A page that made it through: its row, where it came from (a page without its text), and what the row was made
    of, if that is asked for.
    """

    row: dict[str, Any]
    origin: Page
    article: Article | None = None
    record: Record | None = None


class Task(NamedTuple):
    """What is to be done with pages: the languages that are kept (empty: all), the name of the extractor (None: ours),
    whether article and record are wanted beside the row.
    """

    languages: frozenset[str] = frozenset()
    extractor: str | None = None
    whole: bool = False


Outcome = Done | Reject


def outcomes(items: Iterable[Page | Reject], task: Task, jobs: int = 1) -> Iterator[list[Outcome]]:
    """What became of each page, in chunks; with several processes in any order.

    Args:
        items: pages, and rejects of the readers, which are passed on.
        task: what is to be done.
        jobs: processes that read, this one included.
    """
    chunks = _chunks(items)
    if jobs == 1:
        yield from (process(chunk, task) for chunk in chunks)
        return
    with ProcessPoolExecutor(jobs - 1, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Outcome]]] = deque()
        for chunk in chunks:
            while waiting and waiting[0].done():
                yield waiting.popleft().result()
            if len(waiting) < AHEAD * (jobs - 1):  # bounded, so that pages read ahead do not pile up in memory
                waiting.append(pool.submit(process, chunk, task))
            else:
                yield process(chunk, task)
        while waiting:
            yield waiting.popleft().result()


def process(items: list[Page | Reject], task: Task) -> list[Outcome]:
    """Split and extract a chunk of pages and make their rows.

    All are split before the first is extracted: each step finds its code and its registries in the processor's caches.
    """
    extract = load_extractor(task.extractor)
    split_up = [item if isinstance(item, Reject) else _tried(item, _article, task.languages) for item in items]
    return [
        known if isinstance(known, Reject) else _tried(known[0], _done, known[1], extract, task.whole)
        for known in split_up
    ]


def _tried(page: Page, work: Callable[..., Made], *given: object) -> Made | Reject:
    """What is made of a page, or why nothing is."""
    try:
        return work(page, *given)
    except Unusable as unusable:
        return reject_of(page, unusable.reason, unusable.detail)
    except Exception as error:  # a fault of ours must not cost the run its other pages
        return reject_of(page, Reason.FAULT, f"{type(error).__name__}: {error}"[:200])


def _article(page: Page, languages: frozenset[str]) -> tuple[Page, Article]:
    article = split(page)
    if languages and article.language not in languages:
        raise Unusable(Reason.LANGUAGE, f"the article is in {article.language}")
    return page, article


def _done(page: Page, article: Article, extract: Extractor, whole: bool) -> Done:
    record = extract(article)
    row = article_row(article_id(article), page, article, record, review="machine")
    return Done(row, replace(page, text=None, html=None), *((article, record) if whole else ()))


def reject_of(page: Page, reason: Reason, detail: str) -> Reject:
    """The reject for a page that was read."""
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
