"""Facts about the world as data files (CSV and TOML), each with its source in the comment lines on top.

In: the name of a file of this room. Out: its rows. The modules beside this one turn rows into typed values and
matchers; nothing here decides anything about a page.
"""

import csv
import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `<name>.csv` as dictionaries of stripped strings; lines that start with `#` are comments.

    >>> rows("kinds")[0]["kind"]
    'meeting'
    """
    text = (files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple({key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(lines))


@cache
def settings(name: str) -> dict[str, Any]:
    """The content of `<name>.toml`."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def digest() -> str:
    """The SHA-256, in hexadecimal, of all files of facts: what the registries say, whatever the code does with it."""
    found = sorted((file for file in files(__name__).iterdir() if file.name.endswith((".csv", ".toml"))), key=_name)
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in found)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _name(file: Traversable) -> str:
    return file.name


def split_list(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several values: "a|b" gives ("a", "b"), "" gives ()."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
