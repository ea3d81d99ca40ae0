"""What people say of a dataset and no figure can: its title, who made it, under what licence, where it is kept.

In: the hand-written card, a CITATION.cff (Citation File Format 1.2.0), the name of the repository on the Hub; each may
be missing. Out: an `About`, from which the card, Croissant, Data Package and CITATION.cff of a release take it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from communique.errors import DataError, UsageError
from communique.registry import rows
from communique.release.front_matter import loaded, split
from communique.release.manifest import Manifest

DERIVED = {
    "every": "stated in the column rights, for every article",
    "each": "stated in the column rights, article by article",
}
"""What our cards say under `license_details` of a licence that nobody chose; the next version's may be another."""


_LOOKED_AT = 20_000  # characters of a card in which its first paragraph is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What people say of a dataset.

    Attributes:
        name: a word, such as "communique".
        title: one line.
        description: one paragraph, plain text.
        authors: of each what CFF says of a person or an entity; at least one.
        licence: SPDX identifier of the licence of the whole; None if there is no single one.
        licences: SPDX identifiers of the licences of its parts: that of the whole, or those of the articles.
        licence_chosen: whether a person says so, and not the rights of the articles.
        keywords: in order.
        repository: "org/name" on the Hub, None if it is not known.
        citation: the CITATION.cff as it was given, empty without one.
    """

    name: str
    title: str
    description: str
    authors: tuple[Mapping[str, Any], ...]
    licence: str | None = None
    licences: tuple[str, ...] = ()
    licence_chosen: bool = False
    keywords: tuple[str, ...] = ()
    repository: str | None = None
    citation: Mapping[str, Any] = field(default_factory=dict)

    @property
    def author_names(self) -> tuple[str, ...]:
        """The authors as they are written."""
        return tuple(map(_written, self.authors))

    @property
    def url(self) -> str | None:
        """Where the dataset is, None if nobody says so."""
        if self.repository:
            return f"https://huggingface.co/datasets/{self.repository}"
        found = (_line(self.citation.get(key)) for key in ("url", "repository", "repository-code"))
        return next((url for url in found if re.match(r"https?://\S+\Z", url)), None)


def licence_url(licence: str) -> str:
    """Where a licence can be read."""
    return f"https://spdx.org/licenses/{licence}"


def about(
    manifest: Manifest, *, card: str | None = None, citation: str | None = None, repository: str | None = None
) -> About:
    """What is said of a dataset, or, where nothing is said, what can be said of any.

    Args:
        manifest: of the release.
        card: the hand-written card; its front matter may say `pretty_name`, `license` and `tags`.
        citation: the text of a CITATION.cff.
        repository: "org/name" on the Hub.

    Raises:
        DataError: the front matter or the CITATION.cff cannot be read.
        UsageError: the repository is no name of one.
    """
    if repository and not re.fullmatch(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", repository, re.ASCII):
        raise UsageError(f"{repository!r} is no repository on the Hub", "give it as org/name")
    metadata, text = split(card) if card else ({}, "")
    cited = loaded(citation, "CITATION.cff") if citation else {}
    authors = cited.get("authors", [])
    if not isinstance(authors, list) or not all(isinstance(one, dict) and _written(one) for one in authors):
        raise DataError("CITATION.cff: the authors are no list of persons or entities", "see citation-file-format")
    of_articles = tuple(filter(None, map(spdx, manifest.counts.get("rights", {}))))
    one_for_all = len(of_articles) == len(manifest.counts.get("rights", {})) == 1
    chosen = None if is_derived(metadata) else metadata.get("license")
    licence = spdx(chosen) if chosen else of_articles[0] if one_for_all else None
    return About(
        name=manifest.name,
        title=_line(metadata.get("pretty_name")) or _line(cited.get("title")) or manifest.name,
        description=_line(cited.get("abstract")) or _first_paragraph(text) or DESCRIPTION,
        authors=tuple(authors) or ({"name": f"The authors of {manifest.name}"},),
        licence=licence,
        licences=(licence,) if licence else of_articles,
        licence_chosen=bool(chosen),
        keywords=tuple(_lines(metadata.get("tags")) or _lines(cited.get("keywords"))),
        repository=repository,
        citation=cited,
    )


def is_derived(metadata: Mapping[str, Any]) -> bool:
    """Whether the licence in the front matter of a card is one that an earlier version's articles had."""
    return metadata.get("license_details") in DERIVED.values()


def spdx(licence: object) -> str | None:
    """The SPDX identifier of a licence that is written as the Hub writes it.

    >>> spdx("cc-by-4.0"), spdx("other")
    ('CC-BY-4.0', None)
    """
    known = {row["id"].casefold(): row["id"] for row in rows("licences")}
    return known.get(str(licence).casefold())


DESCRIPTION = (
    "Official dealings between countries as news articles report them: who met whom, when, about which fields, with "
    "what result."
)
"""Of a dataset of which nobody says anything: what can be said of any, in every version of it."""


def _first_paragraph(card: str) -> str:
    """The first paragraph of running text of a card that a person wrote."""
    written = re.sub(r"<!-- (\w+) -->.*?<!-- /\1 -->|<!--.*?-->", "", card[:_LOOKED_AT], flags=re.DOTALL)
    blocks = re.split(r"\n\s*\n", written)
    running = (block for block in blocks if re.match(r"\s{0,3}\w", block))
    return _line(re.sub(r"[*`]|\[([^\]]*)\]\([^)]*\)", r"\1", next(running, "")))


def _written(author: Mapping[str, Any]) -> str:
    """The name of a person or an entity of CFF."""
    parts = [author.get(key) for key in ("given-names", "name-particle", "family-names", "name-suffix")]
    return _line(author.get("name")) or " ".join(filter(None, map(_line, parts))) or _line(author.get("alias"))


def _line(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _lines(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [line for line in map(_line, values) if line]
