"""Two versions are compared by their rows, wherever these stand and however they are stored."""

import random
import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import synthetic
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import DataError, UsageError
from communique.release.build import build_release
from communique.release.diff import diff
from communique.schemas import TABLES, arrow_schema
from tests.contract_tables import article

words = st.text("ab", max_size=3)
articles = st.dictionaries(
    st.integers(0, 12),
    st.fixed_dictionaries(
        {
            "title": words,
            "byline": st.none() | words,
            "body": st.none() | words,
            "body_chars": st.integers(0, 3),
            "countries": st.lists(words, max_size=3),
            "sectors": st.lists(
                st.fixed_dictionaries(
                    {"code": words, "primary": st.booleans(), "start": st.none(), "end": st.integers(0, 2)}
                ),
                max_size=2,
            ),
        }
    ),
    max_size=10,
)


def table(rows):
    made = [{**article(f"a-{n:016x}", "e-0000000000000001", ""), **values} for n, values in rows.items()]
    return pa.Table.from_pylist(made, schema=arrow_schema("articles"))


def write(folder, rows):
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(rows, folder / "articles.parquet", row_group_size=3)
    return folder


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=articles, new=articles, both=articles, seed=st.integers(0, 99))
def test_counts_are_those_of_a_comparison_row_by_row(tmp_path_factory, old, new, both, seed):
    old, new = {**both, **old}, {**both, **new}
    folder = tmp_path_factory.mktemp("diff")
    order = list(new)
    random.Random(seed).shuffle(order)
    write(folder / "old", table(old))
    write(folder / "new", table({n: new[n] for n in order}))
    found = diff(folder / "old", folder / "new", limit=3).tables["articles"]
    common = old.keys() & new.keys()
    changed = sorted(n for n in common if old[n] != new[n])
    assert (found.added, found.removed) == (len(new.keys() - old.keys()), len(old.keys() - new.keys()))
    assert (found.changed, found.unchanged) == (len(changed), len(common) - len(changed))
    columns = {c: sum(old[n][c] != new[n][c] for n in changed) for c in next(iter({**old, **new}.values()), {})}
    assert found.columns == {c: n for c, n in columns.items() if n}
    assert list(found.added_keys) == [f"a-{n:016x}" for n in sorted(new.keys() - old.keys())[:3]]
    told = [(f"a-{n:016x}", c, old[n][c], new[n][c]) for n in changed[:3] for c in columns if old[n][c] != new[n][c]]
    by_name = sorted(found.values, key=lambda one: one[:2])
    assert by_name == sorted(told, key=lambda one: one[:2])


def test_no_matter_of_storage_is_a_difference(tmp_path):
    synthetic.write(tmp_path / "a", 300)
    (tmp_path / "b").mkdir()
    for name in TABLES:
        rows = pq.read_table(tmp_path / f"a/{name}.parquet").to_pandas(types_mapper=None)
        shuffled = rows.sample(frac=1, random_state=1)
        written = pa.Table.from_pandas(shuffled, preserve_index=False)
        assert written.schema.field(0).type in (pa.large_string(), pa.string())
        pq.write_table(written, tmp_path / f"b/{name}.parquet", compression="none", row_group_size=17)
    found = diff(tmp_path / "a", tmp_path / "b")
    for one in found.tables.values():
        assert (one.added, one.removed, one.changed) == (0, 0, 0)
        assert {change.change for change in one.schema} <= {"made nullable", "retyped"}


def test_a_partitioned_release_is_compared_with_the_tables_it_was_made_of(tmp_path):
    synthetic.write(tmp_path / "tables", 1000)
    made = build_release(tmp_path / "tables", "1.0.0", out=tmp_path / "out", withhold="all")
    found = diff(tmp_path / "tables", made.path)
    with_body = sum(
        body is not None for body in pq.read_table(tmp_path / "tables/articles.parquet")["body"].to_pylist()
    )
    assert found.tables["articles"].columns == {"body": with_body}
    assert found.requires == "patch"
    assert diff(made.path, tmp_path / "out@1.0.0").requires is None


def test_rows_in_the_same_files_are_known_without_reading_them(tmp_path, monkeypatch):
    synthetic.write(tmp_path / "old", 1000)
    synthetic.write(tmp_path / "new", 1000, changed=0.01)
    before = build_release(tmp_path / "old", "1.0.0", out=tmp_path / "a").path
    after = build_release(tmp_path / "new", "1.0.0", out=tmp_path / "b").path
    found = diff(before, after)
    for name, one in found.tables.items():
        old, new = (
            {row[TABLES[name].key]: row for row in pq.read_table(folder / f"data/{name}").to_pylist()}
            for folder in (before, after)
        )
        changed = sum(old[key] != new[key] for key in old.keys() & new.keys())
        assert (one.changed, one.unchanged) == (changed, len(old.keys() & new.keys()) - changed)
        assert (one.added, one.removed) == (len(new.keys() - old.keys()), len(old.keys() - new.keys()))


@pytest.mark.parametrize(
    ("change", "requires", "says"),
    [
        (lambda t: t.drop_columns(["byline"]), "major", "column byline of articles is removed"),
        (lambda t: t.rename_columns([{"byline": "author"}.get(n, n) for n in t.column_names]), "major", "byline"),
        (
            lambda t: t.set_column(11, "body_chars", t["body_chars"].cast(pa.int64())),
            "major",
            "retyped (int32 to int64)",
        ),
        (lambda t: t.append_column("mood", pa.nulls(len(t), pa.string())), "minor", "column mood of articles is added"),
        (lambda t: t.slice(1), "patch", "1 row of articles is removed"),
        (lambda t: t, None, ""),
    ],
)
def test_a_difference_says_which_part_of_the_version_it_asks_for(tmp_path, change, requires, says):
    rows = table({n: {"title": "x"} for n in range(3)})
    nullable = pa.schema([field.with_nullable(True) for field in rows.schema])
    write(tmp_path / "old", rows.cast(nullable))
    write(tmp_path / "new", change(rows.cast(nullable)))
    found = diff(tmp_path / "old", tmp_path / "new")
    assert found.requires == requires
    assert says in " ".join(found.reasons)
    added = diff(tmp_path / "new", tmp_path / "old")
    assert requires != "patch" or added.requires == "minor"


def test_a_table_that_only_one_version_has_asks_for_as_much_as_its_columns(tmp_path):
    synthetic.write(tmp_path / "all", 20)
    write(tmp_path / "one", pq.read_table(tmp_path / "all/articles.parquet"))
    assert diff(tmp_path / "all", tmp_path / "one").requires == "major"
    found = diff(tmp_path / "one", tmp_path / "all")
    assert found.requires == "minor"
    assert found.tables["events"].added == 12


def test_a_key_that_stands_twice_is_compared_one_by_one(tmp_path):
    twice = pa.concat_tables([table({1: {"title": "a"}}), table({1: {"title": "b"}}), table({2: {"title": "c"}})])
    write(tmp_path / "old", twice)
    write(tmp_path / "new", pa.concat_tables([twice, table({1: {"title": "d"}})]))
    found = diff(tmp_path / "old", tmp_path / "new").tables["articles"]
    assert (found.added, found.removed, found.changed, found.unchanged) == (1, 0, 0, 3)


def test_markdown_holds_values_of_pages_as_text_only(tmp_path):
    write(tmp_path / "old", table({1: {"title": "a"}}))
    write(tmp_path / "new", table({1: {"title": "<img src=x>|[x](http://e.org)`"}}))
    found = diff(tmp_path / "old", tmp_path / "new")
    assert not [mark for mark in ("<img", "](", "http://", "|[") if mark in found.markdown()]
    assert "<img src=x>" in str(found)
    assert found.as_dict()["tables"]["articles"]["values"][0]["new"].startswith("<img")


def test_what_cannot_be_compared_is_told(tmp_path):
    write(tmp_path / "good", table({1: {"title": "a"}}))
    with pytest.raises(UsageError, match="nowhere"):
        diff(tmp_path / "good", tmp_path / "nowhere")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad/articles.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(DataError, match="cannot be read"):
        diff(tmp_path / "good", tmp_path / "bad")
    write(tmp_path / "keyless", pa.table({"n": [1]}))
    with pytest.raises(DataError, match="article_id"):
        diff(tmp_path / "good", tmp_path / "keyless")
    shutil.copy(tmp_path / "good/articles.parquet", tmp_path / "part.parquet")
    assert diff(tmp_path / "part.parquet", tmp_path / "good").requires is None
