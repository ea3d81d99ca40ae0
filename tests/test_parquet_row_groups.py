"""Row groups go into another file as they are, and every reader of Parquet finds in it what was in theirs."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from communique.parquet.row_groups import Parts, put_together
from communique.parquet.thrift import Malformed

SCHEMA = pa.schema([("key", pa.string()), ("text", pa.string()), ("items", pa.list_(pa.struct([("n", pa.int32())])))])


def table(start: int, rows: int = 50, word: str = "text") -> pa.Table:
    some = range(start, start + rows)
    columns = [
        [f"key {n}" for n in some],
        [f"{word} {n}" * (n % 5) or None for n in some],
        [[{"n": n}] * (n % 3) or None for n in some],
    ]
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)], SCHEMA)


@pytest.fixture
def files(tmp_path):
    def write(name: str, rows: pa.Table, **options) -> Parts:
        pq.write_table(rows, tmp_path / name, row_group_size=20, **options)
        return Parts(tmp_path / name)

    return write


@pytest.mark.parametrize("options", [{}, {"compression": "zstd", "write_page_index": True}, {"use_dictionary": False}])
def test_groups_of_two_files_are_read_as_if_they_had_been_written_together(files, tmp_path, options):
    one, two = files("one", table(0), **options), files("two", table(50))
    put_together([((one, n), ()) for n in (2, 0)] + [((two, n), ()) for n in range(3)], two, tmp_path / "out")
    assert pq.read_table(tmp_path / "out") == pa.concat_tables([table(40, 10), table(0, 20), table(50)])
    assert pq.read_metadata(tmp_path / "out").num_row_groups == 5
    found = pq.read_table(tmp_path / "out", filters=[("key", "==", "key 41")])  # statistics go with the groups
    assert found["text"].to_pylist() == ["text 41"]


def test_other_readers_read_it_too(files, tmp_path):
    duckdb, polars = pytest.importorskip("duckdb"), pytest.importorskip("polars")
    one, two = files("one", table(0), compression="zstd"), files("two", table(50))
    put_together([((one, 0), ()), ((two, 1), ())], two, tmp_path / "out")
    keys = [f"key {n}" for n in (*range(20), *range(70, 90))]
    assert polars.read_parquet(tmp_path / "out")["key"].to_list() == keys
    found = duckdb.sql(f"SELECT key FROM read_parquet('{tmp_path / 'out'}')").fetchall()
    assert [key for (key,) in found] == keys


def test_columns_of_another_file_stand_in_place_of_a_groups_own(files, tmp_path):
    one = files("one", table(0))
    other = files("other", table(0, word="other").select(["text"]))
    put_together([((one, 0), ()), ((one, 1), [(other, 1)]), ((one, 2), ())], one, tmp_path / "out")
    made = pq.read_table(tmp_path / "out")
    assert made.drop_columns("text") == table(0).drop_columns("text")
    assert made["text"].slice(20, 20) == table(20, 20, "other")["text"]
    assert made["text"].slice(0, 20) == table(0, 20)["text"]


@pytest.mark.parametrize(
    "damage", [lambda d: d[:-1], lambda d: d[:40], lambda d: d[:-8] + b"\xff\xff\xff\x7fPAR1", lambda d: b""]
)
def test_what_is_no_parquet_file_is_refused(files, tmp_path, damage):
    files("one", table(0))
    (tmp_path / "one").write_bytes(damage((tmp_path / "one").read_bytes()))
    with pytest.raises(Malformed):
        Parts(tmp_path / "one")


def test_a_chunk_outside_of_the_file_is_refused(files, tmp_path):
    one = files("one", table(0))
    one.footer[4].value[1][0][1].value[1][0][3].value[9] = one.footer[3]._replace(value=10**9)
    one.footer[4].value[1][0][1].value[1][0][3].value.pop(11, None)
    data = (tmp_path / "one").read_bytes()
    from communique.parquet.thrift import write_struct

    footer = write_struct(one.footer)
    (tmp_path / "one").write_bytes(data[:-8] + footer + len(footer).to_bytes(4, "little") + b"PAR1")
    with pytest.raises(Malformed):
        Parts(tmp_path / "one")
