"""The cells of a review sheet: a value as people can read and change it in a spreadsheet, and back.

In: a value of a column of `articles`. Out: its cell; and of a cell its value as a review file has it. An empty cell is
null. Lists have an item a line (codes may also stand side by side, between commas); an actor is written
`name | role | country | organization | type`, a sector `code` or `code | primary`, and what is empty or usual at the
end of a line is left out.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from communique.page.dates.calendar import Order, find_dates
from communique.reviews.values import DEFAULTS, EVIDENCE, FOUND, Unfit

if TYPE_CHECKING:
    from communique.schemas import Column

PRIMARY = "primary"


def cell(column: "Column", value: Any) -> str:
    """The cell of a value.

    Args:
        column: its declaration.
        value: as the table has it.
    """
    if value is None:
        return ""
    if column.fields:
        return "\n".join(_line(column, entry) for entry in value)
    return ", ".join(value) if column.many else str(value)


def value(column: "Column", text: str, order: Order | None = None) -> Any:
    """The value of a cell, as JSON has it; whether the column may hold it is not looked at.

    Args:
        column: its declaration.
        text: of the cell.
        order: how the sheet writes the third of April, if that is known: "03/04" ("dmy") or "04/03" ("mdy").

    Raises:
        Unfit: a day cannot be told, or a line has too many parts.
    """
    if column.fields:
        return [_entry(column, line) for line in _lines(text)]
    if column.many:
        return [_known(column, code) for code in _codes(text)]
    text = " ".join(text.split())
    if not text:
        return None
    return _day(column.name, text, order) if str(column.type).startswith("date") else _known(column, text)


def _known(column: "Column", text: str) -> str:
    """The value of a vocabulary that is written in other capitals, as spreadsheets like to; else the text itself."""
    if not text or not column.vocabulary or text in column.vocabulary:
        return text
    return {known.casefold(): known for known in column.vocabulary}.get(text.casefold(), text)


def _codes(text: str) -> Iterable[str]:
    """The codes of a list. "South Korea" stays whole, so that an error can say which code it has."""
    for part in re.split(r"[,;|\n]", text):
        words = part.split()
        yield from words if all(len(word) == 3 for word in words) else [" ".join(words)]


# --- actors and sectors ----------------------------------------------------------------------------------------------


def _parts(column: "Column") -> list["Column"]:
    """The fields of an entry that a person gives, in the order in which a line has them."""
    return [one for one in column.fields if one.name not in FOUND]


def _line(column: "Column", entry: dict[str, Any]) -> str:
    """An actor or a sector as a line."""
    parts = []
    for one in _parts(column):
        given = entry[one.name]
        usual = given is None or given == DEFAULTS.get(one.name)
        parts.append("" if usual else PRIMARY if given is True else re.sub(r"([\\|])", r"\\\1", given))
    while parts and not parts[-1]:
        parts.pop()
    return " | ".join(parts).strip()


def _entry(column: "Column", line: str) -> dict[str, Any]:
    """An actor or a sector of a line; a part behind the last quotes the words that prove it."""
    fields = _parts(column)
    parts = [" ".join(part.split()) for part in _split(line)]
    names = [*(one.name for one in fields), EVIDENCE]
    if len(parts) > len(names):
        raise Unfit(column.name, f"{line[:60]!r} has {len(parts)} parts; there are {' | '.join(names)}")
    entry: dict[str, Any] = {}
    for one, part in zip(fields, parts, strict=False):
        if str(one.type) == "bool":
            if part.casefold() not in ("", PRIMARY):
                raise Unfit(f"{column.name}.{one.name}", f"{part[:60]!r} is neither {PRIMARY!r} nor nothing")
            entry[one.name] = bool(part)
        elif part:
            entry[one.name] = _known(one, part)
    if quote := dict(zip(names, parts, strict=False)).get(EVIDENCE):
        entry[EVIDENCE] = quote
    return entry


def _lines(text: str) -> Iterable[str]:
    """The lines of a cell; codes side by side are a line each."""
    for line in text.splitlines():
        yield from filter(str.strip, [line] if "|" in line else re.split("[,;]", line))


def _split(line: str) -> list[str]:
    """The parts of a line between bars; a bar in a part is written `\\|`.

    >>> _split(r"a \\| b | c")
    ['a | b ', ' c']
    """
    parts = [""]
    for token in re.finditer(r"\\([\\|])|(\|)|[^\\|]+|\\", line):
        if token[2]:
            parts.append("")
        else:
            parts[-1] += token[1] or token[0]
    return parts


# --- days ------------------------------------------------------------------------------------------------------------

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_SERIAL = re.compile(r"[1-7]\d{4}(?:[.,]0+)?", re.ASCII)
_EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets


def _day(name: str, text: str, order: Order | None) -> str:
    """A day as ISO 8601, out of what a spreadsheet may have made of it."""
    if iso := _ISO.fullmatch(text):
        return iso[1]
    if _SERIAL.fullmatch(text):
        meant = _EPOCH + timedelta(int(text[:5]))
        raise Unfit(name, f"{text!r} is how a spreadsheet counts days; if {meant} is meant, write that, as text")
    readings = _readings(text)
    if not readings:
        raise Unfit(name, f"{text[:60]!r} is no day; write it as YYYY-MM-DD")
    if len(set(readings.values())) > 1 and order is None:
        raise Unfit(name, f"{text!r} can be {readings['dmy']} or {readings['mdy']}; write the one that is meant")
    return readings[order or "dmy"].isoformat()


def _readings(text: str) -> dict[Order, date]:
    """What a day may mean in either order; empty if it is none."""
    orders: tuple[Order, ...] = ("dmy", "mdy")
    found: dict[Order, date] = {}
    for order in orders:
        matches = find_dates(text[:60], order)
        rest = text[: matches[0].start] + text[matches[0].end :] if len(matches) == 1 else "0"
        whole = not re.search(r"\d", rest) and re.search(r"\d{4}", text)
        if whole and (day := matches[0].date) and not matches[0].last_day:
            found[order] = day
    return found


def order_of(days: Iterable[tuple[str, date | None]]) -> Order | None:
    """How a sheet writes days: as those do that can be read in one way only, or of which one reading was exported.

    Args:
        days: cells of days, each with the day that was exported there.

    Returns:
        The order; None if nothing tells it, or if some tell one and some the other.

    >>> order_of([("03/04/2019", date(2019, 4, 3)), ("05/04/2019", None)])
    'dmy'
    """
    votes: set[Order] = set()
    for text, exported in days:
        numbers = re.match(r"\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\s*\Z", text, re.ASCII)
        readings = _readings(" ".join(text.split())) if numbers else {}
        if not numbers or not readings:
            continue
        if readings["dmy"] == readings["mdy"]:
            first, second = int(numbers[1]), int(numbers[2])
            votes |= {"dmy"} if first > 12 else {"mdy"} if second > 12 else set()
        else:
            votes |= {order for order, day in readings.items() if day == exported}
    return votes.pop() if len(votes) == 1 else None
