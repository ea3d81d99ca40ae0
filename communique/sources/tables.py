"""CSV, TSV and Parquet in, a page a row out; columns are named as the keys of the JSON input, others are ignored."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from communique.model import Page, Reason, Reject, Unusable
from communique.sources.records import CONTENT, KEYS, page_of, reject_of
from communique.sources.streams import LINE_LIMIT, lines

DELIMITERS = ",;\t|"
_RESUMPTIONS = 20  # rows with an unbalanced quote after which the rest of a file is given up
_BATCH_ROWS = 64


class _Rows:
    """Lines for `csv.reader` that remembers those of the row being read, to go on behind a broken one."""

    def __init__(self, source: Iterable[str | Unusable]) -> None:
        self._source = iter(source)
        self._held: list[str] = []
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._source)
        if isinstance(line, Unusable):
            raise line
        self._held.append(line)
        self._size += len(line)
        if self._size > LINE_LIMIT:
            raise csv.Error("an opening quote that nothing closes")
        return line

    def done(self) -> None:
        """A row ended: its lines are not needed any more."""
        self._held, self._size = [], 0

    def resume(self) -> bool:
        """Go back to the line behind the first of the broken row; whether there is one."""
        again = self._held[1:]
        self.done()
        self._source = chain(again, self._source)
        return bool(again)


def read_csv(file: str, head: bytes, stream: BinaryIO) -> Iterator[Page | Reject]:
    """A page a row; the delimiter (comma, semicolon, tab, bar) is the one that makes known column names."""
    csv.field_size_limit(max(csv.field_size_limit(), LINE_LIMIT))
    rows = _Rows(lines(head, stream))
    try:
        header, delimiter = _header(next(rows, ""))
        rows.done()
        if missing := _without_content(header):
            yield reject_of(missing, file)
            return
    except Unusable as unusable:
        yield reject_of(unusable, file)
        return
    reader = csv.reader(rows, delimiter=delimiter, strict=True)
    number = resumptions = 0
    while True:
        try:
            row = next(reader, None)
        except (csv.Error, Unusable) as error:
            number += 1
            fault = error if isinstance(error, Unusable) else Unusable(Reason.SYNTAX, f"not CSV: {error}")
            yield reject_of(fault, file, f"row {number}")
            if rows.resume():
                resumptions += 1
                if resumptions > _RESUMPTIONS:
                    yield reject_of(Unusable(Reason.SYNTAX, "too many unbalanced quotes: the rest is not read"), file)
                    return
            reader = csv.reader(rows, delimiter=delimiter, strict=True)
            continue
        rows.done()
        if row is None:
            return
        if row:
            number += 1
            yield _row_page(header, row, file, f"row {number}")


def read_parquet(file: str, head: bytes, stream: BinaryIO) -> Iterator[Page | Reject]:
    """A page a row, read a few rows at a time and only the columns that are needed."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with tempfile.TemporaryFile() as spool:
        if not stream.seekable():  # Parquet is read from its end, which a pipe or compressed file has not shown yet
            while chunk := stream.read(1_000_000):
                spool.write(chunk)
        number = 0
        try:
            parquet = pq.ParquetFile(stream if stream.seekable() else spool)
            names = parquet.schema_arrow.names
            if missing := _without_content([name.strip().lower() for name in names]):
                yield reject_of(missing, file)
                return
            wanted = [name for name in names if name.strip().lower() in KEYS]
            for batch in parquet.iter_batches(_BATCH_ROWS, columns=wanted, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    record = {key.strip().lower(): value for key, value in row.items()}
                    yield page_of(record, file, f"row {number}")
        except (pa.ArrowException, OSError, ValueError) as error:
            message = str(error).partition("\n")[0]
            yield reject_of(Unusable(Reason.SYNTAX, f"not Parquet: {message}"), file, f"row {number + 1}")


def _header(line: str) -> tuple[list[str], str]:
    """The column names of the first line, in lower case, and the delimiter between them."""

    def cells(delimiter: str) -> list[str]:
        try:
            return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=delimiter), [])]
        except csv.Error as error:
            raise Unusable(Reason.SYNTAX, f"not CSV: {error}") from None

    delimiter = max(DELIMITERS, key=lambda mark: (len(set(cells(mark)) & set(KEYS)), len(cells(mark))))
    return cells(delimiter), delimiter


def _without_content(names: Sequence[str]) -> Unusable | None:
    if not any(names):
        return Unusable(Reason.EMPTY, "no header row")
    if any(key in names for key in CONTENT):
        return None
    found = ", ".join(name[:40] for name in names[:20])
    return Unusable(Reason.NO_TEXT, f"no column `text` or `html` among {found}: rename the one with the page's text")


def _row_page(header: list[str], row: list[str], file: str, position: str) -> Page | Reject:
    if any(row[len(header) :]):
        fault = Unusable(Reason.SYNTAX, f"{len(row)} cells under {len(header)} columns")
        return reject_of(fault, file, position)
    return page_of({key: cell or None for key, cell in zip(header, row, strict=False)}, file, position)
