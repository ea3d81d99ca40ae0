"""Title, date and body of labelled HTML pages: this project's splitter beside plain trafilatura, in one run.

    python scripts/bench_html.py GOLD.jsonl.gz [--each]

A line of the gold file has `id`, `url`, `html`, `fetched` and `gold` (`title`, `summary`, `body`, `headlines`,
`published`). Titles match after Unicode folding (NFKC, quotation marks and dashes) and collapsing white space; a body
scores the better token-F1 of body alone and of summary, body and headlines together. Half A and half B are the even
and odd lines: tune on one, look at the other.
"""

import argparse
import gzip
import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from communique.model import Page, Unusable
from communique.page.html.tree import split_html

_QUOTES = str.maketrans("‘’‚‛“”„‟«»‹›–—―−", "''''\"\"\"\"\"\"''----")


@dataclass(frozen=True)
class Result:
    """What a tool found on a page."""

    title: str = ""
    published: str = ""
    body: str = ""


@dataclass(frozen=True)
class Score:
    """How well a result agrees with the gold of its page."""

    title: float
    date: float
    body: float


def ours(url: str, html: str) -> Result:
    """The project's own splitter."""
    try:
        article = split_html(Page("gold", html=html, url=url))
    except Unusable:
        return Result()
    return Result(article.title, str(article.published or ""), article.body)


def plain(url: str, html: str) -> Result:
    """trafilatura with its own metadata, as a user would call it."""
    import trafilatura

    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    return Result(found.title or "", found.date or "", found.text or "") if found else Result()


def fold(text: str) -> str:
    """The form in which titles are compared."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split())


def token_f1(gold: str, found: str) -> float:
    """F1 over the multisets of words."""
    a, b = (Counter(re.findall(r"\w+", text.casefold())) for text in (gold, found))
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values())) if common else 0.0


def score(gold: dict[str, Any], found: Result) -> Score:
    """Title and date: 1.0 or 0.0; body: the better token-F1."""
    body = gold["body"] or ""
    whole = " ".join([gold["summary"] or "", body, *(gold["headlines"] or [])])
    return Score(
        title=float(fold(gold["title"]) == fold(found.title)),
        date=float((gold["published"] or "") == found.published),
        body=max(token_f1(body, found.body), token_f1(whole, found.body)),
    )


def main() -> None:
    """Read the gold file, run both tools, print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--each", action="store_true", help="print each page on which ours misses something")
    options = parser.parse_args()
    opener: Callable[..., Any] = gzip.open if options.gold.suffix == ".gz" else open
    with opener(options.gold, "rt", encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    for name, tool in (("communique", ours), ("trafilatura", plain)):
        start = time.perf_counter()
        found = [tool(page["url"], page["html"]) for page in pages]
        speed = len(pages) / (time.perf_counter() - start)
        scores = [score(page["gold"], result) for page, result in zip(pages, found, strict=True)]
        for part, chosen in (("all", scores), ("half A", scores[::2]), ("half B", scores[1::2])):
            title, date, body = (mean(getattr(s, field) for s in chosen) for field in ("title", "date", "body"))
            print(f"{name:12} {part:7} n={len(chosen):3}  title {title:.3f}  date {date:.3f}  body F1 {body:.4f}")
        print(f"{name:12} {speed:.1f} pages/s")
        if options.each and tool is ours:
            for page, result, s in zip(pages, found, scores, strict=True):
                if s.title < 1:
                    print(f"  {page['id']}: title\n    gold {page['gold']['title']}\n    ours {result.title}")
                if s.date < 1:
                    print(f"  {page['id']}: date gold {page['gold']['published']} ours {result.published}")
                if s.body < 0.96:
                    print(f"  {page['id']}: body F1 {s.body:.3f}")


if __name__ == "__main__":
    main()
