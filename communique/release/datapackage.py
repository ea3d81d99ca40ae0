"""A release as a Data Package v2 (https://datapackage.org): `datapackage.json`, for Frictionless and its like.

In: a `Manifest` and what people say of the dataset. Out: JSON with a tabular resource for each data file: its bytes,
its SHA-256, and the Table Schema of its table out of the contract. (One resource a file, as the parts of a resource of
several files are meant to be joined byte by byte, which Parquet does not bear.)
"""

import json
import re
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from communique.release.about import About, licence_url
from communique.release.manifest import FileEntry, Manifest
from communique.schemas import TABLES, Column, Table

Node = dict[str, Any]

_TYPES = {"string": "string", "int32": "integer", "date32[day]": "date", "bool": "boolean"}
_LISTED = 20
"""Longer vocabularies are not repeated for every file; their codes have a `pattern` or a standard."""


def datapackage(manifest: Manifest, about: About) -> str:
    """The text of `datapackage.json`.

    Args:
        manifest: of the release, with its data files.
        about: what people say of the dataset.
    """
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": re.sub(r"[^-a-z0-9._]+", "-", about.name.lower()).strip("-") or "dataset",
        "title": about.title,
        "description": about.description,
        "homepage": about.url,
        "version": manifest.version,
        "created": f"{manifest.date}T00:00:00Z" if manifest.date else None,
        "keywords": list(about.keywords),
        "contributors": [{"title": name, "roles": ["creator"]} for name in about.author_names],
        "licenses": [{"name": name, "path": licence_url(name)} for name in about.licences],
        "resources": [_resource(table, entry) for table in TABLES.values() for entry in manifest.of_table(table.name)],
    }
    return json.dumps({key: value for key, value in package.items() if value}, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table, entry: FileEntry) -> Node:
    return {
        "name": f"{table.name}-{PurePosixPath(entry.path).stem}".lower(),
        "type": "table",
        "path": entry.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": entry.bytes,
        "hash": f"sha256:{entry.sha256}",
        "description": table.description,
        "schema": {"fields": [_field(column) for column in table.columns], "primaryKey": [table.key]},
    }


def _field(column: Column) -> Node:
    field = {"name": column.name, "type": _TYPES[str(column.type)], "description": column.description}
    if column.is_list:
        field["type"] = "array"
    constraints = _constraints(column)
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column) -> Node:
    """What the contract binds values to, as far as Table Schema can say it of a cell."""
    found: Node = {} if column.nullable else {"required": True}
    if column.is_list:
        return found
    if 0 < len(column.vocabulary) <= _LISTED:
        found["enum"] = list(column.vocabulary)
    if column.pattern:
        found["pattern"] = column.pattern.regex
    for key, bound in (("minimum", column.minimum), ("maximum", column.maximum)):
        if bound is not None:
            found[key] = bound.isoformat() if isinstance(bound, date) else bound
    return found
