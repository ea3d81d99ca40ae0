"""What tables were made from: digests of the pages, the reviews and the registries, written beside the tables.

In: the pages of a run, as they stream by. Out: `provenance.json`, from which a release says what it stands on. Digests
do not depend on the order, division or names of files: the same pages have the same digest.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from communique.files import file_sha256
from communique.model import Page, Reject
from communique.registry import digest as registries_digest

FILE = "provenance.json"
READING = ("ahocorasick_rs", "htmldate", "lxml", "py3langid", "pyarrow", "trafilatura")  # what pages are read with


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What tables were made from.

    Attributes:
        tool_version: of the communique that made them.
        libraries: name to version, of what decides how a page is read.
        pages_sha256: digest of all pages that were read.
        reviews_sha256: digest of the reviews applied; None without reviews.
        registries_sha256: digest of the facts about the world.
        languages: that were kept; empty if all were.
        extractor: that was run in place of ours; None for ours.
        tables_sha256: file name to digest, so that it shows if the tables are no longer these.
        links: what linking changed of the ids of an earlier run.
    """

    tool_version: str
    libraries: Mapping[str, str]
    pages_sha256: str
    reviews_sha256: str | None
    registries_sha256: str
    languages: tuple[str, ...] = ()
    extractor: str | None = None
    tables_sha256: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, Any] | None = None

    @property
    def inputs_sha256(self) -> str:
        """One digest of all that was given: pages, reviews, languages and an extractor in place of ours."""
        given = [self.pages_sha256, self.reviews_sha256, list(self.languages)]
        given += [self.extractor] if self.extractor else []
        return hashlib.sha256(json.dumps(given).encode()).hexdigest()


def provenance(
    pages_sha256: str,
    reviews: Path | None,
    languages: Iterable[str],
    tables: Iterable[Path],
    links: Any = None,
    extractor: str | None = None,
) -> Provenance:
    """What the tables of a run were made from.

    Args:
        pages_sha256: `Digested.sha256` of the pages.
        reviews: file or folder of the reviews applied.
        languages: those that were kept.
        tables: the Parquet files made.
        links: what linking says of ids of an earlier run.
        extractor: the one that was run in place of ours.
    """
    return Provenance(
        tool_version=version("communique"),
        libraries={name: version(name) for name in READING},
        pages_sha256=pages_sha256,
        reviews_sha256=_digest_of_files(reviews) if reviews else None,
        registries_sha256=registries_digest(),
        languages=tuple(sorted(languages)),
        extractor=extractor,
        tables_sha256={path.name: file_sha256(path) for path in tables},
        links=links,
    )


def write_provenance(made: Provenance, path: Path) -> None:
    """Write it as JSON."""
    path.write_text(json.dumps(asdict(made), ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def read_provenance(tables: Path) -> Provenance | None:
    """What the tables in a directory were made from; None if nothing says it, or not of these very tables."""
    try:
        given = json.loads((tables / FILE).read_text(encoding="utf-8"))
        made = Provenance(**{**given, "languages": tuple(given["languages"])})
        unchanged = all(file_sha256(tables / name) == digest for name, digest in made.tables_sha256.items())
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return made if unchanged and made.tables_sha256 else None


class Digested:
    """Pages and rejects that stream by, and the digest of all pages that have.

    The digest is that of a multiset: the sum of the pages' digests (Clarke et al., "Incremental Multiset Hash
    Functions", 2003), so that the order in which pages come does not matter and none has to be kept.

    >>> one, two = Page("a", text="A"), Page("b", text="B")
    >>> here, there = Digested([one, two]), Digested([two, one])
    >>> _ = list(here), list(there)
    >>> here.sha256 == there.sha256
    True
    """

    def __init__(self, items: Iterable[Page | Reject]) -> None:
        self._items = items
        self._sum = 0

    def __iter__(self) -> Iterator[Page | Reject]:
        for item in self._items:
            if isinstance(item, Page):
                self._sum += int.from_bytes(_digest_of(item), "big")
            yield item

    @property
    def sha256(self) -> str:
        """The digest of the pages so far, in hexadecimal."""
        return f"{self._sum % 2**256:064x}"


def _digest_of(page: Page) -> bytes:
    """The digest of what a page says, wherever it was found."""
    said = (page.source_id, page.url, page.published, page.fetched, page.rights, page.text_origin)
    digest = hashlib.sha256(repr(said).encode("utf-8", "surrogatepass"))
    digest.update(b"html" if page.text is None else b"text")
    digest.update((page.text or page.html or "").encode("utf-8", "surrogatepass"))
    return digest.digest()


def _digest_of_files(path: Path) -> str:
    """One digest of a file, or of the contents of all files in a folder."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return hashlib.sha256("".join(sorted(map(file_sha256, files))).encode()).hexdigest()
