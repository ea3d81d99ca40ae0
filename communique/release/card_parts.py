"""The generated parts of a card, each as Markdown: what a release holds, how to load and cite it, what changed.

In: a `Manifest` and what people say of the dataset. Out: text. Whatever comes from pages (publishers, names) is
escaped, so that it is text and nothing else.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from communique.markup import code, plain, table
from communique.registry import rows
from communique.release.about import About
from communique.release.citation import bibtex
from communique.release.figures import country_name, figures
from communique.release.manifest import Manifest
from communique.schemas import TABLES, field_table

HEADINGS = {
    "glance": "At a glance",
    "fields": "Fields",
    "coverage": "Coverage",
    "figures": "Figures",
    "load": "How to load it",
    "cite": "How to cite it",
    "changes": "What changed",
}
"""The parts in their order, with the heading that each gets in a card that has no place for it."""

_MOST = 5  # publishers, countries and kinds that are named


def parts(manifest: Manifest, about: About, changelog: str = "") -> dict[str, str]:
    """The generated parts of a card by name.

    Args:
        manifest: of the release.
        about: what people say of the dataset.
        changelog: a document in Markdown with a heading for each version; what stands below that of this one is shown.
    """
    return {
        "glance": glance(manifest),
        "fields": fields(),
        "coverage": coverage(manifest),
        "figures": pictures(manifest),
        "load": load(manifest, about),
        "cite": f"```bibtex\n{bibtex(manifest, about)}\n```",
        "changes": changes(manifest, changelog),
    }


def fields() -> str:
    """The field table of every table."""
    return "\n\n".join(f"### `{name}`\n\n{field_table(name).strip()}" for name in TABLES)


def pictures(manifest: Manifest) -> str:
    """The figures, each with what it shows in words."""
    shown = (f"![{plain(one.title)}. {plain(one.says)}]({path})" for path, one in figures(manifest).items())
    return "\n\n".join(shown)


# --- at a glance -----------------------------------------------------------------------------------------------------


def glance(manifest: Manifest) -> str:
    """The figures of a release in a table."""
    counts = manifest.counts
    languages = {row["code"]: row["name"] for row in rows("languages")}
    lines = {
        "Day": manifest.date or "",
        "Rows": ", ".join(f"{n:,} {plain(name)}" for name, n in manifest.rows.items()),
        "Published": _time(manifest),
        "Publishers": _most(counts.get("publisher", {}), code),
        "Parties": _most(counts.get("country", {}), lambda one: plain(country_name(one)), "countries"),
        "Kinds": _most(counts.get("kind", {}), code),
        "Languages": _most(counts.get("language", {}), lambda one: plain(languages.get(one, one))),
        "Checked": _all(counts.get("review", {})),
        "Rights": _all(counts.get("rights", {})),
        "Files": f"{len(manifest.files):,} Parquet files, {_size(sum(entry.bytes for entry in manifest.files))}",
        "Contract": manifest.schema_version,
    }
    return table(["", f"version {manifest.version}"], ([name, value] for name, value in lines.items() if value))


def _time(manifest: Manifest) -> str:
    months = [label for label in manifest.counts.get("month", {}) if label[:4].isdigit()]
    undated = manifest.rows.get("articles", 0) - sum(manifest.counts["month"][label] for label in months)
    span = [f"{plain(min(months))} to {plain(max(months))}"] if months else []
    return "; ".join([*span, *([f"{undated:,} without a date"] if undated > 0 else [])])


def _most(counts: Mapping[str, int], shown: Callable[[str], str], what: str = "") -> str:
    """How many values there are, and the most frequent of them."""
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    named = ", ".join(f"{shown(value)} ({n:,})" for value, n in top[:_MOST])
    if len(top) <= _MOST:
        return named
    return f"{len(top):,} {what}".rstrip() + f"; most often {named}"


def _all(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{code(value)} {n:,}" for value, n in counts.items())


def _size(size: int) -> str:
    """A number of bytes as people write it.

    >>> _size(999), _size(80_446), _size(2_500_000_000)
    ('999 B', '80.4 kB', '2.5 GB')
    """
    power = min((len(str(int(size))) - 1) // 3, len(_UNITS) - 1)
    return f"{size / 1000**power:.{min(power, 1)}f} {_UNITS[power]}"


_UNITS = ("B", "kB", "MB", "GB", "TB")


# --- coverage --------------------------------------------------------------------------------------------------------


def coverage(manifest: Manifest) -> str:
    """In how many rows each field that may be empty has a value."""
    lines = [
        [code(name), code(path), f"{100 * manifest.coverage[name][path]:.1f} %"]
        for name, declared in TABLES.items()
        for path, column in declared.walk()
        if (column.nullable or column.is_list) and path in manifest.coverage.get(name, {})
    ]
    told = (
        "The share of rows in which a field has a value: a list has one if it is not empty, a field of its entries if "
        "the entry has it. Fields that are not named here always have one."
    )
    return f"{told}\n\n{table(['table', 'field', 'has a value'], lines)}"


# --- loading ---------------------------------------------------------------------------------------------------------


def load(manifest: Manifest, about: About) -> str:
    """How a release is loaded in Python."""
    where = about.repository or "path/to/the/release"
    tag = f', revision="v{manifest.version}"' if about.repository else ""
    at = f'"{where}@v{manifest.version}"' if about.repository else f'"{where}"'
    return f"""```python
import datasets

articles = datasets.load_dataset("{where}", "articles", split="train"{tag})

import communique

articles = communique.load("articles", source={at})  # pandas, Arrow types
events = communique.load("events", source={at}, as_="arrow")
```

Each file also reads by itself with anything that reads Parquet: `data/articles/*.parquet` and so on."""


# --- changes ---------------------------------------------------------------------------------------------------------


def changes(manifest: Manifest, changelog: str = "") -> str:
    """What changed since the previous version: in figures, and as the changelog tells it."""
    told = section(changelog, manifest.version)
    if manifest.changes is None:
        return told or "The first version."
    since = f"Since version {plain(str(manifest.changes.get('since', '')))}:"
    tables = manifest.changes.get("tables", {})
    return "\n\n".join(filter(None, [since, _rows(tables), _columns(tables), told]))


def _rows(tables: Mapping[str, Any]) -> str:
    """How many rows of each table were added, removed and changed, and in which columns."""
    lines = []
    for name in TABLES:
        if found := tables.get(name):
            numbers = [f"{found.get(way, 0):,}" for way in ("added", "removed", "changed")]
            lines.append([code(name), *numbers, _most(found.get("columns", {}), code)])
    return table(["table", "rows added", "removed", "changed", "changed in"], lines) if lines else ""


def _columns(tables: Mapping[str, Any]) -> str:
    """What became of the columns themselves."""
    changes = [(name, one) for name in TABLES for one in tables.get(name, {}).get("schema", ())]
    return "\n".join(f"- {code(name)}: {code(one['column'])} {plain(one['change'])}" for name, one in changes)


def section(changelog: str, version: str) -> str:
    """What a changelog says of a version: the text below its heading.

    >>> section("# Changelog\\n\\n## 0.2.0\\n\\n- more\\n\\n## 0.1.0\\n\\n- first\\n", "0.2.0")
    '- more'
    """
    heading = re.compile(rf"^##[ \t]+\[?v?{re.escape(version)}(?![\w.+-]).*$", re.MULTILINE)
    found = heading.search(changelog)
    return re.split(r"^##?[ \t]", changelog[found.end() :], maxsplit=1, flags=re.MULTILINE)[0].strip() if found else ""
