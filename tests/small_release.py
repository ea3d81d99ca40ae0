"""The data of a small release, and a manifest of it: what the documents of a release are made from."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

import communique
from communique.release import facts
from communique.release.about import about
from communique.release.card import card
from communique.release.citation import citation_cff
from communique.release.croissant import croissant
from communique.release.datapackage import datapackage
from communique.release.figures import figures
from communique.release.manifest import Manifest
from communique.release.partitions import write_partitions
from communique.schemas import SCHEMA_VERSION, TABLES

HOSTILE = '<b onload="x()">|[a](http://x.y)`${n}`*_\\ --> <!-- /glance --> & "\u202e\x00'
"""A name that a page could bring, with something against each of the formats."""


def write_data(release: Path) -> Manifest:
    """Write the tables of the bundled dataset as those of a release; its manifest, of the data so far."""
    entries = []
    for name in TABLES:
        work = release.parent / f"work-{name}"
        work.mkdir(parents=True)
        pq.write_table(communique.load(name, as_="arrow"), work / "rows.parquet")
        (work / "buckets").mkdir()
        entries += write_partitions(name, [work / "rows.parquet"], release, work / "buckets")
    files = {name: [release / one.path for one in entries if one.table == name] for name in TABLES}
    return Manifest(
        version="0.2.0",
        schema_version=SCHEMA_VERSION,
        date="2025-11-04",
        rows={name: sum(one.rows for one in entries if one.table == name) for name in TABLES},
        files=tuple(entries),
        counts=facts.counts(files["articles"]),
        coverage={name: facts.coverage(TABLES[name], files[name]) for name in TABLES},
    )


def write_documents(release: Path, manifest: Manifest, *, template: str | None = None, **said: Any) -> None:
    """Write what is made from the manifest beside the data."""
    told = about(manifest, card=template, **said)
    (release / "figures").mkdir()
    for path, figure in figures(manifest).items():
        (release / path).write_text(figure.svg, encoding="utf-8")
    for path, text in {
        "README.md": card(manifest, told, template=template),
        "croissant.json": croissant(manifest, told),
        "datapackage.json": datapackage(manifest, told),
        "CITATION.cff": citation_cff(manifest, told),
    }.items():
        (release / path).write_text(text, encoding="utf-8")


def hostile(manifest: Manifest) -> Manifest:
    """The manifest with hostile values wherever pages have a say."""
    return replace(manifest, counts={key: {HOSTILE: 3, **value} for key, value in manifest.counts.items()})
