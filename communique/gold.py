"""Hand-labelled pages: what a careful reader says a page holds, to measure the program against.

In: JSON Lines, one labelled page a line, plain or gzipped; either text pages as typed `blocks` (title, para, byline,
date, caption, chrome) or HTML pages. Out: `GoldPage`s, which know both the raw page and its labels.
"""

import gzip
import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from communique.errors import DataError, UsageError
from communique.model import Page

BLOCK_TYPES = ("title", "para", "byline", "date", "caption", "chrome")
FURNITURE = ("caption", "chrome")
LABELS = (
    *("byline", "published", "published_source", "event_date", "dateline_place", "language", "kind"),
    *("actors", "countries", "sectors"),
)
HTML_LABELS = ("title", "body", "published")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One labelled page: exactly one of `page_text` and `html` is set.

    `labels` are the values as written in the file; `furniture` the texts of the chrome and caption blocks; `summary`
    and `headlines` belong to HTML pages, where it is open whether they count as body.
    """

    id: str
    url: str | None
    title: str
    body: str
    labels: dict[str, Any]
    page_text: str | None = None
    html: str | None = None
    published: str | None = None  # what the page's metadata says
    fetched: str | None = None
    furniture: tuple[str, ...] = ()
    summary: str = ""
    headlines: tuple[str, ...] = ()
    notes: str = field(default="", compare=False)

    def page(self) -> Page:
        """The page as a reader would give it to the program, without labels."""
        return Page(
            file=self.id,
            text=self.page_text,
            html=self.html,
            source_id=self.id,
            url=self.url,
            published=self.published,
            fetched=self.fetched,
        )


def load_gold(path: str | Path) -> list[GoldPage]:
    """Read labelled pages.

    Args:
        path: a JSON Lines file, also gzipped.

    Returns:
        The pages in the order of the file.

    Raises:
        UsageError: there is no such file.
        DataError: a line is not a labelled page; the message names file and line.
    """
    path = Path(path)
    if not path.is_file():
        raise UsageError(f"{path}: no such file", "give a JSON Lines file of labelled pages")
    pages: list[GoldPage] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            page = _page(json.loads(line))
        except (ValueError, RecursionError) as error:
            raise DataError(f"{path}, line {number}: {error}", "see the format in communique/gold.py") from error
        if page.id in seen:
            raise DataError(f"{path}, line {number}: the id {page.id!r} was given in line {seen[page.id]} already")
        seen[page.id] = number
        pages.append(page)
    if not pages:
        raise DataError(f"{path}: no labelled page in it")
    return pages


def _lines(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        return data.decode("utf-8-sig").split("\n")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read: {error}") from error


def _page(given: Any) -> GoldPage:
    """A line as a page; raises ValueError with the reason if it is none."""
    record = _mapping(given, "a labelled page")
    _require(record, ("id", "gold"), "the page")
    labels = _mapping(record["gold"], "'gold'")
    common: dict[str, Any] = {
        "id": str(record["id"]),
        "url": record.get("url"),
        "notes": str(record.get("notes") or ""),
    }
    if "html" in record:
        _require(labels, HTML_LABELS, "'gold'")
        _check_date(labels, "published")
        return GoldPage(
            **common,
            title=labels["title"],
            body=labels["body"],
            labels=labels,
            html=record["html"],
            fetched=record.get("fetched"),
            summary=labels.get("summary") or "",
            headlines=tuple(labels.get("headlines") or ()),
        )
    _require(record, ("blocks",), "the page")
    _require(labels, LABELS, "'gold'")
    for day in ("published", "event_date"):
        _check_date(labels, day)
    for entries, key in (("actors", "name"), ("sectors", "code")):
        if not all(isinstance(entry, dict) and key in entry for entry in labels[entries]):
            raise ValueError(f"each of {entries!r} must be an object with {key!r}")
    blocks = _blocks(record["blocks"])
    return GoldPage(
        **common,
        title=next((text for kind, text in blocks if kind == "title"), ""),
        body="\n\n".join(text for kind, text in blocks if kind == "para"),
        labels=labels,
        page_text=str(record.get("sep", "\n\n")).join(text for _, text in blocks),
        published=(record.get("metadata") or {}).get("published"),
        furniture=tuple(text for kind, text in blocks if kind in FURNITURE),
    )


def _mapping(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{what} must be a JSON object, not {type(value).__name__}")
    return value


def _require(mapping: dict[str, Any], keys: tuple[str, ...], where: str) -> None:
    missing = [key for key in keys if key not in mapping]
    if missing:
        raise ValueError(f"{where} lacks {', '.join(map(repr, missing))}")


def _check_date(labels: dict[str, Any], key: str) -> None:
    value = labels[key]
    if value is not None:
        date.fromisoformat(value if isinstance(value, str) else "")


def _blocks(given: Any) -> list[tuple[str, str]]:
    if not isinstance(given, list):
        raise ValueError("'blocks' must be a list of [type, text]")
    for block in given:
        if not (isinstance(block, list) and len(block) == 2 and isinstance(block[1], str)):
            raise ValueError(f"a block must be [type, text], not {str(block)[:60]}")
        if block[0] not in BLOCK_TYPES:
            raise ValueError(f"{block[0]!r} is no type of block; there are {', '.join(BLOCK_TYPES)}")
    return [(kind, text) for kind, text in given]
