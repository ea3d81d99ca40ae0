"""A few rows of a column of text, read without the rest of it: only the pages in which they stand.

In: a column chunk of a Parquet file, and rows. Out: their values. A chunk is pages, one after the other, each behind a
header that says how many rows it has (Apache Parquet format, `parquet.thrift`, to which the numbers of fields belong):
those wanted are put into a small file in memory, which pyarrow reads.
"""

from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from communique.parquet.thrift import (
    BINARY,
    I32,
    LIST,
    STRUCT,
    Malformed,
    Struct,
    Value,
    number,
    read_struct_at,
    write_struct,
)

_TYPE, _SIZE, _DATA, _DATA_2 = 1, 3, 5, 8  # fields of PageHeader
_VALUES, _ROWS = 1, 3  # of DataPageHeader, and of DataPageHeaderV2
_DICTIONARY = 2  # a type of page
_CODECS = {"UNCOMPRESSED": 0, "SNAPPY": 1, "GZIP": 2, "ZSTD": 6}
_BYTE_ARRAY, _OPTIONAL, _TEXT = 6, 1, 0
_PLAIN, _RLE, _RLE_DICTIONARY = 0, 3, 8  # encodings
_MAGIC = b"PAR1"
_MANY = 3  # one page of so many, above which it is as quick to read all


class _Page(NamedTuple):
    """Where a page with its header begins and ends, and how many rows it has; a dictionary has none."""

    begin: int
    end: int
    rows: int


def can_be_read(chunk: pq.ColumnChunkMetaData, column: pq.ColumnSchema) -> bool:
    """Whether `some_rows` reads such a chunk: texts that may be null, not in lists, packed as is known here."""
    levels = column.max_repetition_level, column.max_definition_level
    return levels == (0, 1) and column.physical_type == "BYTE_ARRAY" and chunk.compression in _CODECS


def some_rows(path: Path, chunk: pq.ColumnChunkMetaData, rows: npt.NDArray[np.int64]) -> pa.ChunkedArray | None:
    """The values of some rows of a column chunk for which `can_be_read`.

    Args:
        path: the file.
        chunk: what its footer says of the chunk.
        rows: in order, counted from the first of the chunk.

    Returns:
        The values, or None if they are on so many of the pages that the chunk is better read whole.

    Raises:
        Malformed: the chunk is not made of pages.
    """
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        pages = _pages(data, chunk)
        sizes = np.array([page.rows for page in pages])
        ends = np.cumsum(sizes)
        if ends[-1] != chunk.num_values or rows[-1] >= ends[-1]:
            raise Malformed("pages with other rows than the footer says")
        on = np.searchsorted(ends, rows, "right")
        wanted = np.zeros(len(pages), bool)
        wanted[on] = True
        if _MANY * np.count_nonzero(wanted) > len(pages):
            return None
        taken = [page for page, one in zip(pages, wanted, strict=True) if one or not page.rows]
        parts = [data[page.begin : page.end] for page in taken]
    small = _file(parts, sum(page.rows for page in taken), _CODECS[chunk.compression], not taken[0].rows)
    values = pq.ParquetFile(pa.BufferReader(small)).read(use_threads=False)[0]
    left_out = np.cumsum(np.where(wanted, 0, sizes))
    return values.take(pa.array(rows - left_out[on]))


def _pages(data: mmap, chunk: pq.ColumnChunkMetaData) -> list[_Page]:
    starts = [chunk.data_page_offset, chunk.dictionary_page_offset if chunk.has_dictionary_page else None]
    at = min(start for start in starts if start)
    end = at + chunk.total_compressed_size
    if not 4 <= at <= end <= len(data):
        raise Malformed("a chunk outside of its file")
    found = []
    while at < end:
        header, body = read_struct_at(data, at)
        page = _Page(at, body + _whole(header, _SIZE), _rows_of(header))
        if page.end > end:
            raise Malformed("a page outside of its chunk")
        found.append(page)
        at = page.end
    return found


def _rows_of(header: Struct) -> int:
    if _whole(header, _TYPE) == _DICTIONARY:
        return 0
    for kind, rows in ((_DATA, _VALUES), (_DATA_2, _ROWS)):
        if kind in header and isinstance(header[kind].value, dict):
            return _whole(header[kind].value, rows)
    raise Malformed("a page of a kind that is not read")


def _whole(fields: Struct, field: int) -> int:
    value = fields[field].value if field in fields else None
    if not isinstance(value, int) or value < 0:
        raise Malformed("a header without sizes")
    return value


def _file(pages: list[bytes], rows: int, codec: int, dictionary: bool) -> bytes:
    """A Parquet file of one column of text that has these pages."""
    size = sum(map(len, pages))
    about = {
        1: number(_BYTE_ARRAY, I32),
        2: Value(LIST, (I32, [_PLAIN, _RLE, _RLE_DICTIONARY])),
        3: Value(LIST, (BINARY, [b"text"])),
        4: number(codec, I32),
        5: number(rows),
        6: number(size),
        7: number(size),
        9: number(4 + (len(pages[0]) if dictionary else 0)),
    }
    if dictionary:
        about[11] = number(4)
    chunk = {2: number(0), 3: Value(STRUCT, about)}
    group = {1: Value(LIST, (STRUCT, [chunk])), 2: number(size), 3: number(rows)}
    text = {1: number(_BYTE_ARRAY, I32), 3: number(_OPTIONAL, I32), 4: Value(BINARY, b"text"), 6: number(_TEXT, I32)}
    schema = [{4: Value(BINARY, b"schema"), 5: number(1, I32)}, text]
    footer = write_struct(
        {
            1: number(2, I32),
            2: Value(LIST, (STRUCT, schema)),
            3: number(rows),
            4: Value(LIST, (STRUCT, [group])),
        }
    )
    return b"".join([_MAGIC, *pages, footer, len(footer).to_bytes(4, "little"), _MAGIC])
