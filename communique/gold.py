"""Hand-labelled pages: what a careful reader says a page holds, to measure the program against.

In: JSON Lines, one labelled page a line, plain or gzipped; either text pages as typed `blocks` (title, para, byline,
date, caption, chrome) or HTML pages. Out: `GoldPage`s, which know both the raw page and its labels.
"""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from communique.errors import DataError, UsageError
from communique.model import Page

BLOCK_TYPES = ("title", "para", "byline", "date", "caption", "chrome")
FURNITURE = ("caption", "chrome")

_TEXT, _MAYBE = (str,), (str, type(None))
_PAGE = {"id": _TEXT, "url": _MAYBE, "gold": (dict,)}
_TEXT_PAGE = {"blocks": (list,), "sep": _TEXT, "metadata": (dict,)}
_HTML_PAGE = {"html": _TEXT}
_LABELS = {
    **dict.fromkeys(("byline", "published", "published_source", "event_date", "dateline_place"), _MAYBE),
    **dict.fromkeys(("language", "kind"), _TEXT),
    **dict.fromkeys(("actors", "countries", "sectors"), (list,)),
}
_ACTOR = dict.fromkeys(("name", "role", "country", "organization"), _MAYBE)
_SECTOR = {"code": _TEXT, "primary": (bool,)}
_HTML_LABELS = {"title": _TEXT, "body": _TEXT, "published": _MAYBE, "summary": _TEXT, "headlines": (list,)}
"""What each object of a line must have, and of which type; of `_LABELS` one is enough."""


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One labelled page: exactly one of `page_text` and `html` is set.

    `labels` are the values as written in the file, and only what is among them is measured; `furniture` the texts of
    the chrome and caption blocks; `summary` and `headlines` belong to HTML pages, where it is open whether they count
    as body.
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
    record = _checked(given, _PAGE, "a labelled page")
    common = {"id": record["id"], "url": record["url"], "notes": str(record.get("notes") or "")}
    return _html_page(record, common) if "html" in record else _text_page(record, common)


def _html_page(record: dict[str, Any], common: dict[str, Any]) -> GoldPage:
    _checked(record, _HTML_PAGE, "a labelled page")
    labels = _checked(record["gold"], _HTML_LABELS, "'gold'")
    _check_items(labels["headlines"], "headlines")
    _check_date(labels, "published")
    return GoldPage(
        **common,
        title=labels["title"],
        body=labels["body"],
        labels=labels,
        html=record["html"],
        fetched=None if record.get("fetched") is None else str(record["fetched"]),
        summary=labels["summary"],
        headlines=tuple(labels["headlines"]),
    )


def _text_page(record: dict[str, Any], common: dict[str, Any]) -> GoldPage:
    _checked(record, _TEXT_PAGE, "a labelled page")
    labels = _given_labels(record["gold"])
    published = _checked(record["metadata"], {}, "'metadata'").get("published")
    blocks = [_block(block) for block in record["blocks"]]
    return GoldPage(
        **common,
        title=next((text for kind, text in blocks if kind == "title"), ""),
        body="\n\n".join(text for kind, text in blocks if kind == "para"),
        labels=labels,
        page_text=record["sep"].join(text for _, text in blocks),
        published=None if published is None else str(published),
        furniture=tuple(text for kind, text in blocks if kind in FURNITURE),
    )


def _given_labels(gold: dict[str, Any]) -> dict[str, Any]:
    """The labels of a text page, each of them as it must be."""
    given = {key: types for key, types in _LABELS.items() if key in gold}
    if not given:
        raise ValueError(f"'gold' labels nothing; it may give {', '.join(_LABELS)}")
    labels = _checked(gold, given, "'gold'")
    _check_date(labels, "published")
    _check_date(labels, "event_date")
    _check_items(labels.get("countries", []), "countries")
    for actor in labels.get("actors", []):
        _checked(actor, _ACTOR, "an actor")
    for sector in labels.get("sectors", []):
        _checked(sector, _SECTOR, "a sector")
    return labels


def _checked(given: Any, types: Mapping[str, tuple[type, ...]], what: str) -> dict[str, Any]:
    """`given`, an object that has all keys of `types` with values of these types."""
    if not isinstance(given, dict):
        raise ValueError(f"{what} must be a JSON object, not {str(given)[:60]!r}")
    for key, allowed in types.items():
        if key not in given:
            raise ValueError(f"{what} lacks {key!r}")
        if not isinstance(given[key], allowed):
            raise ValueError(f"{key!r} of {what} may not be {str(given[key])[:60]!r}")
    return given


def _check_items(items: list[Any], name: str) -> None:
    if not all(isinstance(item, str) for item in items):
        raise ValueError(f"each of {name!r} must be text")


def _check_date(labels: dict[str, Any], key: str) -> None:
    day = labels.get(key)
    if day is not None and str(date.fromisoformat(day)) != day:
        raise ValueError(f"{key!r} must be a date as YYYY-MM-DD, not {day!r}")


def _block(given: Any) -> tuple[str, str]:
    if not (isinstance(given, list) and len(given) == 2 and isinstance(given[1], str)):
        raise ValueError(f"a block must be [type, text], not {str(given)[:60]!r}")
    if given[0] not in BLOCK_TYPES:
        raise ValueError(f"{given[0]!r} is no type of block; there are {', '.join(BLOCK_TYPES)}")
    return given[0], given[1]
