"""The plain values that travel between the rooms: Page → Article → Record, or Reject.

A reader yields `Page`, `page.split` turns it into an `Article`, `extract.extract` adds a `Record`. A page that
falls out on the way becomes a `Reject`. What each value means is defined in the contract (`communique.schemas`).
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

FORETOLD = ("pledge", "visit")  # kinds of event that a page may tell before their day


@dataclass(frozen=True, slots=True)
class Page:
    """One scraped page as a reader found it: exactly one of `text` and `html` is set.

    `file` and `position` say where it came from (position: "line 17", "row 3", "" for a file of one page).
    `published` and `fetched` are kept as the input gave them; `page.split` reads them.
    """

    file: str
    position: str = ""
    text: str | None = None
    html: str | None = None
    source_id: str | None = None
    url: str | None = None
    published: str | None = None
    fetched: str | None = None
    rights: str | None = None
    text_origin: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The article on a page, chrome removed.

    `body` is the paragraphs joined by one blank line. `lead` is the character offset in `body` at which the
    text proper starts, behind a dateline ("DAMASCUS, SANA – "); 0 without one. `publisher` is the registrable
    domain of `url`, `language` an ISO 639-1 code.
    """

    title: str
    body: str
    language: str = "en"
    byline: str | None = None
    dateline_place: str | None = None
    lead: int = 0
    published: date | None = None
    published_source: str | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A participant. `start` and `end` are character offsets of its evidence in the body (None: title only)."""

    name: str | None = None
    role: str | None = None
    country: str | None = None
    organization: str | None = None
    type: str = "person"
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Sector:
    """A field of cooperation. `start` and `end` are character offsets in the body (None: title only)."""

    code: str
    primary: bool = False
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What an article says: the values that an extractor gives and a review may correct."""

    kind: str
    actors: list[Actor] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    sectors: list[Sector] = field(default_factory=list)
    event_date: date | None = None
    event_date_source: str | None = None


class Reason(StrEnum):
    """Why a page cannot be used; the values of `reason` in rejects.jsonl."""

    EMPTY = "empty"  # no text at all
    BINARY = "binary"  # not text: an image, an archive, a broken file
    ENCODING = "encoding"  # text in no encoding that can be told
    SYNTAX = "syntax"  # a line or file that is not the JSON, CSV or Parquet it says it is
    NO_TEXT = "no_text"  # a record with neither `text` nor `html`
    TOO_LARGE = "too_large"  # beyond the bounds on size or depth
    NO_ARTICLE = "no_article"  # only chrome: no paragraph
    LANGUAGE = "language"  # not one of the languages that were asked for
    REPEAT = "repeat"  # the same page a second time
    CONTRACT = "contract"  # the record would break the contract
    EXTRACTOR = "extractor"  # the extractor that was asked for failed on it
    FAULT = "fault"  # the program failed on it


@dataclass(frozen=True, slots=True)
class Reject:
    """A page that was not used, and why; one line of rejects.jsonl."""

    file: str
    position: str
    reason: Reason
    detail: str = ""
    source_id: str | None = None
    url: str | None = None


class Unusable(Exception):
    """Raised by `page.split` for a page that holds no article; the pipeline turns it into a `Reject`."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(detail or reason.value)
        self.reason = reason
        self.detail = detail
