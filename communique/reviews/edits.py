"""A review sheet that people filled in, back into reviews: one for each article of which a cell was changed or that
somebody confirmed.

In: the sheet, and the tables from which it was exported. Out: reviews that decide exactly the cells that were changed;
or an error that names every cell that cannot be read or would break the contract, with what would do.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from communique.errors import DataError, UsageError
from communique.link.rows import article_row
from communique.model import Actor, Article, Page, Record, Sector
from communique.page.dates.calendar import Order
from communique.reviews.apply import apply
from communique.reviews.cells import order_of, value
from communique.reviews.export import Row, articles, edited_cells, state
from communique.reviews.model import Review
from communique.reviews.read import as_line
from communique.reviews.sheet import EDITED, STATE, SheetRow, read_sheet
from communique.reviews.values import FOUND, PAIRS, Unfit, column_of, fitting, together

CONFIRMED = "read and confirmed"  # the reason of a review that changes nothing
_SHOWN, _MOST = 20, 1000  # cells that an error names, and that are looked for


@dataclass
class _Reading:
    """How a sheet is read: who and why where a row does not say it, and what is wrong with it so far."""

    sheet: Path
    day: datetime.date
    reviewer: str | None
    reason: str | None
    order: Order | None = None
    problems: list[str] = field(default_factory=list)

    def wrong(self, row: SheetRow, where: str, reason: str) -> None:
        self.problems.append(f"{self.sheet.name} row {row.number}, {where}: {reason}")


def apply_sheet(
    sheet: str | Path,
    tables: str | Path,
    out: str | Path,
    *,
    reviewer: str | None = None,
    reason: str | None = None,
    date: str | None = None,
) -> list[Review]:
    """Write the reviews that a sheet makes to a review file, for `normalize --reviews`.

    Args:
        sheet: CSV that `export_sheet` wrote and people filled in.
        tables: what it was exported from.
        out: the review file (`*.jsonl`) to write; not written if there is no review. It may be there only with the
            same content.
        reviewer: initials, for rows that were changed and name nobody.
        reason: for rows that were changed and give none.
        date: day of the reviews, ISO 8601; today if left out.

    Returns:
        The reviews, in the order of the sheet.

    Raises:
        UsageError: there is no such sheet or table, or `out` is there with other content.
        DataError: the sheet cannot be read, or cells of it cannot be used; all are named.
    """
    found = sheet_reviews(sheet, tables, reviewer=reviewer, reason=reason, date=date)
    out = Path(out)
    text = "".join(f"{as_line(review)}\n" for review in found)
    try:
        if out.exists() and out.read_bytes() != text.encode():
            raise UsageError(
                f"{out} exists with other content", "give --out another name; a folder may hold many files"
            )
        if found:
            beside = out.with_name(f".{out.name}.part")
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(out)
    except OSError as error:
        raise UsageError(
            f"cannot write {out}: {error.strerror}", "give --out a file in a folder that exists"
        ) from error
    return found


def sheet_reviews(
    sheet: str | Path,
    tables: str | Path,
    *,
    reviewer: str | None = None,
    reason: str | None = None,
    date: str | None = None,
) -> list[Review]:
    """The reviews that a sheet makes; see `apply_sheet`."""
    try:
        day = datetime.date.fromisoformat(date) if date else datetime.date.today()
    except ValueError as error:
        raise UsageError(f"{date!r} is no day", "give --date as YYYY-MM-DD") from error
    reading = _Reading(Path(sheet), day, reviewer, reason)
    rows = read_sheet(reading.sheet)
    now = {row["article_id"]: row for row in articles(tables, {row.cells["article_id"] for row in rows})}
    reading.order = order_of(
        (row.cells[name], now[row.cells["article_id"]][name])
        for row in rows
        if row.cells["article_id"] in now
        for name in PAIRS
    )
    found = []
    done: set[str] = set()
    for row in rows:
        if row.cells["article_id"] in done:
            reading.wrong(row, "article_id", "the article is in the sheet twice; take one row away")
            continue
        done.add(row.cells["article_id"])
        if len(reading.problems) > _MOST:
            break
        if review := _review(row, now.get(row.cells["article_id"]), reading):
            found.append(review)
    if reading.problems:
        more = len(reading.problems) - _SHOWN
        lines = reading.problems[:_SHOWN] + ([f"... and {more:,} more"] if more > 0 else [])
        raise DataError("\n".join(lines), "mend these cells and run the command again; nothing was written")
    return found


def _review(row: SheetRow, now: Row | None, reading: _Reading) -> Review | None:
    """The review that a row makes; None if it was left alone, or something is wrong with it."""
    if now is None:
        reading.wrong(row, "article_id", f"the tables hold no article {row.cells['article_id'][:60]!r}")
        return None
    if row.cells[STATE].strip() != state(now):
        reading.wrong(
            row, STATE, "the tables hold other values; give those from which the sheet came, or export it again"
        )
        return None
    before = len(reading.problems)
    values = _changed(row, now, reading)
    reviewer = row.cells["reviewer"].strip() or (reading.reviewer if values else None)
    reason = row.cells["reason"].strip() or (reading.reason if values else None)
    if not (values or reviewer or reason or len(reading.problems) > before):
        return None
    if not reviewer:
        reading.wrong(row, "reviewer", "it is empty; write the initials of who changed the row, or give --reviewer")
    if values and not reason:
        reading.wrong(row, "reason", f"it is empty; say why {', '.join(values)} changed, or give --reason")
    if values and len(reading.problems) == before:
        _keeps_contract(row, now, values, reading)
    if len(reading.problems) > before:
        return None
    where = f"{reading.sheet.name}, row {row.number}"
    words = {"reviewer": " ".join(str(reviewer).split()), "reason": " ".join((reason or CONFIRMED).split())}
    keys = {key: now[key] for key in ("article_id", "url", "body_sha256")}
    return Review(where, **keys, **words, date=reading.day, values=values)


def _changed(row: SheetRow, now: Row, reading: _Reading) -> dict[str, Any]:
    """The values of the cells that were changed; a day and its source go together."""
    exported = edited_cells(now)
    touched = [name for name in EDITED if row.cells[name].strip() != exported[name]]
    found = {name: _value(row, name, reading) for name in touched}
    values = {name: one for name, one in found.items() if one is not _UNREAD and one != _plain(name, now[name])}
    for day, source in PAIRS.items():
        if day in values or source in values:
            cleared = day in values and values[day] is None
            both = {name: values.get(name, now[name]) for name in (day, source)}
            values |= both | ({source: None} if cleared else {})
    try:
        together(values)
    except Unfit as unfit:
        reading.wrong(row, unfit.name, unfit.reason)
    return values


_UNREAD = object()  # in the place of a value that is not to be had


def _value(row: SheetRow, name: str, reading: _Reading) -> Any:
    """The value of a cell; of an actor or sector that will not do, an error says on which line it stands."""
    column = column_of(name)
    try:
        found = value(column, row.cells[name], reading.order)
        if not column.fields:
            return fitting(name, found)
    except Unfit as unfit:
        reading.wrong(row, name, unfit.reason)
        return _UNREAD
    entries = []
    for n, entry in enumerate(found, 1):
        try:
            entries += fitting(name, [entry])
        except Unfit as unfit:
            part = unfit.name.partition(".")[2]
            reading.wrong(row, f"{name}, entry {n}", f"{part}: {unfit.reason}" if part else unfit.reason)
    return entries if len(entries) == len(found) else _UNREAD


def _plain(name: str, stored: Any) -> Any:
    """A value of the table as a review has it."""
    column = column_of(name)
    if not column.fields:
        return stored
    names = [one.name for one in column.fields if one.name not in FOUND]
    return [{key: entry[key] for key in names} for entry in stored]


# --- the contract ----------------------------------------------------------------------------------------------------


def _keeps_contract(row: SheetRow, now: Row, values: Mapping[str, Any], reading: _Reading) -> None:
    """Note what the contract would say against the article as corrected, so that no review costs it its place."""
    import pyarrow as pa

    from communique.schemas import arrow_schema
    from communique.schemas.checks import check_batch

    if now["body"] is None:  # withheld: where its evidence stands cannot be told here
        return
    article, record = apply(_article(now), _record(now), values)
    corrected = article_row(now["article_id"], Page("", rights=now["rights"]), article, record, review="verified")
    table = pa.Table.from_pylist([corrected], schema=arrow_schema("articles"))
    broken = {(one.column, one.says): None for one in check_batch("articles", table)}  # each rule once, in order
    for column, says in broken:
        reading.wrong(row, column, f"the article would break the contract: {column} {says}")


def _article(row: Row) -> Article:
    return Article(**{one.name: row[one.name] for one in fields(Article) if one.name != "lead"})


def _record(row: Row) -> Record:
    plain = {name: row[name] for name in ("kind", "countries", "event_date", "event_date_source")}
    actors = [Actor(**{one.name: entry[one.name] for one in fields(Actor)}) for entry in row["actors"]]
    sectors = [Sector(**{one.name: entry[one.name] for one in fields(Sector)}) for entry in row["sectors"]]
    return Record(**plain, actors=actors, sectors=sectors)
