"""Tables become Parquet files by year: every row once, in order, and the same bytes for the same rows."""

import hashlib
import random
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
import synthetic
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.release import partitions
from communique.release.partitions import write_partitions
from communique.schemas import TABLES, arrow_schema
from communique.schemas.checks import same_type


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    synthetic.write(folder, 3000)
    return {name: pq.read_table(folder / f"{name}.parquet") for name in TABLES}


def written(table, parts, folder):
    """The files made of a table that is given in `parts`, by path, as bytes."""
    (folder / "work").mkdir(parents=True)
    files = [folder / f"{n}.parquet" for n in range(len(parts))]
    for file, part in zip(files, parts, strict=True):
        pq.write_table(part, file)
    entries = write_partitions(table, files, folder / "release", folder / "work")
    assert not list((folder / "work").iterdir())
    found = {entry.path: (folder / "release" / entry.path).read_bytes() for entry in entries}
    for entry in entries:
        assert entry.sha256 == hashlib.sha256(found[entry.path]).hexdigest()
        assert (entry.bytes, entry.table) == (len(found[entry.path]), table)
        assert entry.rows == pq.read_metadata(folder / "release" / entry.path).num_rows
    return found


def rows(files):
    return [row for data in files.values() for row in pq.read_table(pa.BufferReader(data)).to_pylist()]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_in_the_file_of_its_year_once_and_in_order(tables, tmp_path, name):
    files = written(name, [tables[name]], tmp_path)
    key, day = TABLES[name].key, TABLES[name].partition
    for path, data in files.items():
        part = pq.read_table(pa.BufferReader(data))
        keys = part[key].to_pylist()
        assert keys == sorted(keys)
        years = {value.year if value else "unknown" for value in part[day].to_pylist()}
        assert {f"data/{name}/{year}-00000.parquet" for year in years} == {path}
    assert sorted(rows(files), key=lambda row: row[key]) == tables[name].sort_by(key).to_pylist()


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), cuts=st.lists(st.integers(0, 3000), max_size=4), names=st.sampled_from(list(TABLES)))
def test_order_and_division_of_the_input_do_not_change_a_byte(tables, tmp_path_factory, seed, cuts, names):
    table = tables[names]
    order = list(range(len(table)))
    random.Random(seed).shuffle(order)
    shuffled = table.take(pa.array(order))
    edges = [0, *sorted(min(cut, len(table)) for cut in cuts), len(table)]
    parts = [shuffled.slice(a, b - a) for a, b in pairwise(edges)]
    assert written(names, parts, tmp_path_factory.mktemp("one")) == written(
        names, [table], tmp_path_factory.mktemp("two")
    )


def test_small_buckets_and_groups_give_the_same_rows(tables, tmp_path, monkeypatch):
    whole = rows(written("articles", [tables["articles"]], tmp_path / "whole"))
    for limit, value in (
        ("_ROWS_A_BATCH", 16),
        ("_ROWS_A_BUCKET", 20),
        ("ROWS_A_GROUP", 10),
        ("BYTES_A_GROUP", 3000),
        ("ROWS_A_FILE", 40),
    ):
        monkeypatch.setattr(partitions, limit, value)
    files = written("articles", [tables["articles"]], tmp_path / "parts")
    assert rows(files) == whole
    assert "data/articles/2010-00001.parquet" in files
    for data in files.values():
        metadata = pq.ParquetFile(pa.BufferReader(data)).metadata
        assert all(metadata.row_group(i).num_rows <= 10 for i in range(metadata.num_row_groups))
        assert metadata.num_rows < 50


def test_rows_added_to_one_year_leave_the_files_of_the_others_alone(tables, tmp_path):
    table = tables["articles"]
    new = pc.and_(pc.equal(pc.year(table["published"]), 2012), pc.greater(table["article_id"], "a-8"))
    before = written("articles", [table.filter(pc.invert(pc.fill_null(new, False)))], tmp_path / "before")
    after = written("articles", [table], tmp_path / "after")
    assert {path for path in after if after[path] != before.get(path)} == {"data/articles/2012-00000.parquet"}


def test_a_table_without_rows_still_has_a_file_with_its_columns(tmp_path):
    files = written("events", [arrow_schema("events").empty_table()], tmp_path)
    (data,) = files.values()
    assert pq.read_schema(pa.BufferReader(data)).equals(arrow_schema("events"))


def test_files_have_what_the_viewer_of_the_hub_and_readers_need(tables, tmp_path):
    for name in TABLES:
        for data in written(name, [tables[name]], tmp_path / name).values():
            file = pq.ParquetFile(pa.BufferReader(data))
            for field, declared in zip(file.schema_arrow, arrow_schema(name), strict=True):
                assert same_type(field.type, declared.type)
                assert field.metadata[b"description"] == declared.metadata[b"description"]
            group = file.metadata.row_group(0)
            assert group.sorting_columns[0].column_index == 0
            for column in map(group.column, range(group.num_columns)):
                assert column.compression == "ZSTD"
                assert column.has_offset_index
                assert column.statistics is not None


def test_a_change_is_applied_to_what_is_written(tables, tmp_path):
    (tmp_path / "work").mkdir()
    pq.write_table(tables["events"], tmp_path / "in.parquet")

    def shout(batch):
        at = batch.schema.get_field_index("kind")
        return batch.set_column(at, batch.schema.field(at), pc.utf8_upper(batch.column(at)))

    entries = write_partitions("events", [tmp_path / "in.parquet"], tmp_path, tmp_path / "work", [shout])
    kinds = {row["kind"] for entry in entries for row in pq.read_table(tmp_path / entry.path).to_pylist()}
    assert kinds == {kind.upper() for kind in set(tables["events"]["kind"].to_pylist())}
