"""A review sheet: CSV for people who do not write JSON, an article a row.

In: rows of cells; or a file that a spreadsheet saved, with whatever it made of line ends, delimiter and encoding. Out:
the file; or its rows. What would begin a formula has an apostrophe before it (OWASP, "CSV Injection").
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from communique.errors import DataError, UsageError
from communique.reviews.values import OF_ARTICLE, OF_RECORD

SHOWN = ("article_id", "url", "review", "text")
"""Columns that say which article a row is; changes in them are not looked at."""
EDITED = (*(name for name in OF_ARTICLE if name != "body"), *OF_RECORD)
"""Columns whose cells a person may change."""
FILLED = ("reviewer", "reason")
"""Columns that a person fills in."""
STATE = "exported"
"""Column that tells which values were exported, so that a sheet is not applied to others."""
COLUMNS = (*SHOWN, *EDITED, *FILLED, STATE)

DELIMITERS = ",;\t"

MOST_CHARS = 32_000
"""What a cell of a spreadsheet can hold."""
_MOST_BYTES = 256 * 1024 * 1024

_FORMULA = "=+-@\t\r＝＋－＠"
_GUARDED = re.compile(f"'['{re.escape(_FORMULA)}]")


class SheetRow(NamedTuple):
    """A row of a sheet: its number as a spreadsheet shows it, and its cells by column."""

    number: int
    cells: Mapping[str, str]


def write_sheet(rows: Iterable[Mapping[str, str]], path: Path, delimiter: str = ",") -> int:
    """Write a sheet: UTF-8 with a byte order mark, as Excel asks for.

    Args:
        rows: cells by column.
        path: a file that must not be there: it could hold somebody's work.
        delimiter: one of `DELIMITERS`; Excel opens a file by the one that is usual in its country.

    Returns:
        The number of rows.

    Raises:
        UsageError: the file is there, or cannot be written, or the delimiter is none.
    """
    if delimiter not in tuple(DELIMITERS):
        raise UsageError(f"{delimiter!r} is no delimiter", 'give "," or ";" or a tab')
    if path.exists():
        raise UsageError(f"{path} exists, and may hold somebody's work", "give --out another name, or move it away")
    beside = path.with_name(f".{path.name}.part")
    written = 0
    try:
        with beside.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=delimiter)
            writer.writerow(COLUMNS)
            for row in rows:
                writer.writerow([_guarded(row.get(name, "")) for name in COLUMNS])
                written += 1
        beside.replace(path)
    except OSError as error:
        raise UsageError(
            f"cannot write {path}: {error.strerror}", "give --out a file in a folder that exists"
        ) from error
    finally:
        beside.unlink(missing_ok=True)
    return written


def _guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(tuple(_FORMULA)) or _GUARDED.match(text) else text


def _bare(text: str) -> str:
    """A cell without the guard."""
    return text[1:] if _GUARDED.match(text) else text


# --- reading ---------------------------------------------------------------------------------------------------------


def read_sheet(path: Path) -> list[SheetRow]:
    """Read a sheet that a spreadsheet saved; columns that people added are left out, and so are empty rows.

    Raises:
        UsageError: there is no such file.
        DataError: it is no CSV in Unicode, or columns are missing.
    """
    text = _text(path)
    said = re.match(r"sep=(.)\r?\n", text)  # a line that Excel writes and reads
    body = text[said.end() :] if said else text
    delimiter = said[1] if said else _delimiter(body)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = _records(path, body, delimiter)
    header = [name.strip().casefold() for name in next(lines, [])]
    if missing := [name for name in COLUMNS if name not in header]:
        hint = "keep the first line as it was exported; columns may be added, but none taken away"
        raise DataError(f"{path}: there is no column {missing[0]!r}", hint)
    at = {name: header.index(name) for name in COLUMNS}
    rows = []
    for number, line in enumerate(lines, 2 + bool(said)):
        if any(cell.strip() for cell in line):
            cells = {name: line[n] if n < len(line) else "" for name, n in at.items()}
            rows.append(SheetRow(number, {name: _bare(_lines_of(text)) for name, text in cells.items()}))
    return rows


def _records(path: Path, text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise DataError(f"{path} is no CSV: {error}", "save the sheet as CSV again") from error


def _lines_of(cell: str) -> str:
    return re.sub("\r\n?", "\n", cell)


def _text(path: Path) -> str:
    """The text of a file in UTF-8 or UTF-16."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DataError(f"{path} is larger than any sheet")
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}", "give a sheet that `communique review export` made") from error
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path} is not in UTF-8", "save it as CSV UTF-8, or with the character set UTF-8") from error


def _delimiter(text: str) -> str:
    """What stands between the names in the first line."""
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)
