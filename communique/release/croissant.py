"""A release as Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html): `croissant.json`.

In: a `Manifest` and what people say of the dataset. Out: JSON-LD with a record set for each table, its fields out of
the contract, and every data file with its SHA-256. Paths are relative: it describes the directory in which it lies, be
it a copy of a Hub repository or a release on a disk.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from communique.release.about import About, licence_url
from communique.release.citation import bibtex
from communique.release.manifest import FileEntry, Manifest
from communique.schemas import TABLES, Column, Table

Node = dict[str, Any]

PARQUET = "application/x-parquet"
_TYPES = {"string": "sc:Text", "int32": "sc:Integer", "date32[day]": "sc:Date", "bool": "sc:Boolean"}

_TERMS = (
    *("citeAs", "column", "dataBiases", "dataCollection", "equivalentProperty", "extract", "field", "fileProperty"),
    *("fileObject", "fileSet", "format", "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path"),
    *("personalSensitiveInformation", "recordSet", "references", "regex", "repeated", "replace", "samplingRate"),
    *("separator", "source", "subField", "transform"),
)
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
    **{term: f"cr:{term}" for term in _TERMS},
}


def croissant(manifest: Manifest, about: About) -> str:
    """The text of `croissant.json`.

    Args:
        manifest: of the release, with its data files.
        about: what people say of the dataset.
    """
    tables = [declared for name, declared in TABLES.items() if manifest.of_table(name)]
    dataset = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": about.name,
        "alternateName": about.title,
        "description": about.description,
        "url": about.url,
        "license": [licence_url(licence) for licence in about.licences],
        "creator": [_creator(*one) for one in zip(about.authors, about.author_names, strict=True)],
        "keywords": list(about.keywords),
        "inLanguage": list(manifest.counts.get("language", {})),
        "version": manifest.version,
        "datePublished": manifest.date,
        "citeAs": bibtex(manifest, about),
        "distribution": [node for table in tables for node in _files(table.name, manifest)],
        "recordSet": [_record_set(table) for table in tables],
    }
    return json.dumps({key: value for key, value in dataset.items() if value}, ensure_ascii=False, indent=2) + "\n"


def _creator(author: Mapping[str, Any], name: str) -> Node:
    return {"@type": "sc:Person" if "family-names" in author else "sc:Organization", "name": name}


def _files(table: str, manifest: Manifest) -> Iterator[Node]:
    """The files of a table one by one, then as the set from which its records are read."""
    yield from map(_file, manifest.of_table(table))
    yield {
        "@type": "cr:FileSet",
        "@id": _set_of(table),
        "name": _set_of(table),
        "description": f"All files of the table {table}.",
        "encodingFormat": PARQUET,
        "includes": f"data/{table}/*.parquet",
    }


def _file(entry: FileEntry) -> Node:
    return {
        "@type": "cr:FileObject",
        "@id": entry.path,
        "name": entry.path,
        "contentUrl": entry.path,
        "contentSize": f"{entry.bytes} B",
        "encodingFormat": PARQUET,
        "sha256": entry.sha256,
    }


def _set_of(table: str) -> str:
    return f"{table}-files"


def _record_set(table: Table) -> Node:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": {"@id": f"{table.name}/{table.key}"},
        "field": [_field(table.name, column) for column in table.columns],
    }


def _field(table: str, column: Column) -> Node:
    """A column; one of structs has a field below it for each of theirs."""
    node = _node(f"{table}/{column.name}", column)
    if column.fields:
        node["subField"] = [
            _node(f"{table}/{column.name}/{one.name}", one) | _read_from(table, column, one) for one in column.fields
        ]
        return node
    return node | _read_from(table, column)


def _node(identity: str, column: Column) -> Node:
    node: Node = {"@type": "cr:Field", "@id": identity, "name": identity, "description": column.description}
    if not column.fields:
        node["dataType"] = _TYPES[str(column.type)]
    if column.is_list:
        node["repeated"] = True
    return node


def _read_from(table: str, column: Column, nested: Column | None = None) -> Node:
    source: Node = {"fileSet": {"@id": _set_of(table)}, "extract": {"column": column.name}}
    if nested:
        source["transform"] = {"jsonPath": nested.name}
    return {"source": source}
