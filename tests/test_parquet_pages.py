"""A few rows of a column are what reading all of it gives for them, however the file was written; damage is told."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.parquet.pages import can_be_read, some_rows
from communique.parquet.thrift import Malformed

ROWS = 2000
TEXTS = [None if n % 7 == 3 else f"row {n} " * (n % 50) for n in range(ROWS)]
WRITTEN = [
    {"use_dictionary": False},
    {"use_dictionary": True, "dictionary_pagesize_limit": 2000},
    {"data_page_version": "2.0", "compression": "zstd"},
    {"compression": "gzip", "use_dictionary": False, "write_statistics": False},
]


@pytest.fixture(params=range(len(WRITTEN)), scope="module")
def path(request, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "some.parquet"
    table = pa.table({"n": pa.array(range(ROWS)), "body": pa.array(TEXTS, pa.string())})
    pq.write_table(table, path, data_page_size=50, write_batch_size=16, row_group_size=1500, **WRITTEN[request.param])
    return path


def chunk(path: Path, group: int = 0) -> pq.ColumnChunkMetaData:
    return pq.read_metadata(path).row_group(group).column(1)


@given(st.integers(0, 1999), st.sets(st.integers(0, 6), min_size=1, max_size=3))
def test_some_rows_are_those_of_the_whole_column(path, first, steps):
    group, first = divmod(first, 1500)
    rows = np.array(sorted({min(first + step, (1499, 499)[group]) for step in steps}))
    found = some_rows(path, chunk(path, group), rows)
    assert found is not None
    assert found.to_pylist() == [TEXTS[1500 * group + n] for n in rows]


def test_rows_all_over_the_chunk_are_left_to_who_reads_it_whole(path):
    assert some_rows(path, chunk(path), np.arange(0, 1500, 3)) is None


def test_rows_that_are_not_there_are_refused(path):
    with pytest.raises(Malformed):
        some_rows(path, chunk(path), np.array([1500]))


@pytest.mark.parametrize("bytes_", [b"\x00", b"\xff", b"\x15", b"\xfe\xff\xff\xff\x0f\x15"])
def test_bytes_that_are_no_pages_are_refused(path, tmp_path, bytes_):
    of, damaged = chunk(path), tmp_path / "damaged.parquet"
    begin = min(start for start in (of.data_page_offset, of.dictionary_page_offset) if start)
    data = bytearray(path.read_bytes())
    data[begin : begin + 60] = (bytes_ * 60)[:60]
    damaged.write_bytes(data)
    with pytest.raises(Malformed):
        some_rows(damaged, of, np.array([700]))


def test_only_single_texts_packed_in_a_known_way_can_be_read(tmp_path):
    columns = {"body": pa.array(["a"]), "lists": pa.array([["a"]]), "n": pa.array([1])}
    pq.write_table(pa.table(columns), tmp_path / "one", compression="zstd")
    pq.write_table(pa.table(columns), tmp_path / "two", compression="brotli")
    for name, known in (("one", [True, False, False]), ("two", [False] * 3)):
        file = pq.ParquetFile(tmp_path / name)
        assert [can_be_read(file.metadata.row_group(0).column(n), file.schema.column(n)) for n in range(3)] == known
