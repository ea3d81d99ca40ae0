"""The documents of a release, all made from its manifest and from what people write: card, figures, metadata.

In: the manifest of the data and the texts of people. Out: the files of a release that are not data.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow.parquet as pq

from communique.errors import UsageError
from communique.places import Place
from communique.release.about import about
from communique.release.card import card
from communique.release.citation import citation_cff
from communique.release.croissant import croissant
from communique.release.datapackage import datapackage
from communique.release.figures import figures
from communique.release.manifest import Manifest
from communique.schemas import TABLES

CARD = "README.md"
CITATION = "CITATION.cff"
_MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What people write of a dataset; None where nobody did.

    `card` and `citation` are the texts of a data card and of a CITATION.cff, `changelog` a document with a heading for
    each version, `repository` is "org/name" on the Hub.
    """

    card: str | None = None
    citation: str | None = None
    changelog: str | None = None
    repository: str | None = None

    @classmethod
    def read(
        cls,
        *,
        card: Path | None = None,
        citation: Path | None = None,
        changelog: Path | None = None,
        repository: str | None = None,
    ) -> "Texts":
        """The texts in files.

        Raises:
            UsageError: a file cannot be read.
        """
        return cls(card=_read(card), citation=_read(citation), changelog=_read(changelog), repository=repository)

    def or_those_of(self, earlier: Place | None) -> "Texts":
        """These texts, and where one is missing that of an earlier release."""
        if earlier is None:
            return self
        return replace(
            self,
            card=self.card if self.card is not None else _read(earlier.document(CARD)),
            citation=self.citation if self.citation is not None else _read(earlier.document(CITATION)),
        )


def _read(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UsageError(f"{path} is too large for a text of people", "give a file of less than 10 MB")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}", "give a text file in UTF-8") from error


def write_documents(manifest: Manifest, release: Path, texts: Texts) -> None:
    """Write the documents of a release.

    Args:
        manifest: of its data.
        release: its directory, in which the data are.
        texts: what people write of it.
    """
    for path, text in _documents(manifest, release, texts):
        target = release / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _documents(manifest: Manifest, release: Path, texts: Texts) -> Iterator[tuple[str, str]]:
    said = about(manifest, card=texts.card, citation=texts.citation, repository=texts.repository)
    sizes = {table: _uncompressed(release, manifest, table) for table in TABLES}
    yield CARD, card(manifest, said, template=texts.card, changelog=texts.changelog or "", num_bytes=sizes)
    yield CITATION, citation_cff(manifest, said)
    yield "croissant.json", croissant(manifest, said)
    yield "datapackage.json", datapackage(manifest, said)
    for path, figure in figures(manifest).items():
        yield path, figure.svg


def _uncompressed(release: Path, manifest: Manifest, table: str) -> int:
    """Bytes of a table before compression."""
    footers = (pq.read_metadata(release / entry.path) for entry in manifest.of_table(table))
    return sum(footer.row_group(i).total_byte_size for footer in footers for i in range(footer.num_row_groups))
