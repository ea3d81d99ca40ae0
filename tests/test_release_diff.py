"""Two versions are compared by their rows, wherever these stand and however they are stored."""

import json
import random
import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import synthetic
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from typer.testing import CliRunner

import communique
from communique.cli import app
from communique.errors import DataError, UsageError
from communique.release import diff as module
from communique.release.build import build_release
from communique.release.diff import diff
from communique.schemas import TABLES, arrow_schema
from tests.contract_tables import article, valid_rows, write_tables

KEYS = {name: table.key for name, table in TABLES.items()}
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


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    folder = tmp_path_factory.mktemp("versions")
    synthetic.write(folder / "old", 600, without=(0.0, 0.1))
    synthetic.write(folder / "new", 600, changed=0.2, without=(0.1, 0.2))
    return folder / "old", folder / "new"


def rows_of(folder, table):
    return {row[KEYS[table]]: row for row in pq.read_table(folder / f"{table}.parquet").to_pylist()}


def by_hand(old, new, table):
    before, after = rows_of(old, table), rows_of(new, table)
    changed = [key for key in before.keys() & after.keys() if before[key] != after[key]]
    columns = (
        {column: sum(before[key][column] != after[key][column] for key in changed) for column in before[changed[0]]}
        if changed
        else {}
    )
    return {
        "added": len(after.keys() - before.keys()),
        "removed": len(before.keys() - after.keys()),
        "changed": len(changed),
        "unchanged": len(before.keys() & after.keys()) - len(changed),
        "columns": {column: number for column, number in columns.items() if number},
    }


def scattered(folder, out, seed=1, parts=3):
    """The same rows in another order, in several files with other row groups, stored in other ways."""
    for table in KEYS:
        rows = pq.read_table(folder / f"{table}.parquet")
        rows = rows.take(random.Random(seed).sample(range(len(rows)), len(rows)))
        (out / "data" / table).mkdir(parents=True)
        for part in range(parts):
            some = rows.slice(part * len(rows) // parts, (part + 1) * len(rows) // parts - part * len(rows) // parts)
            pq.write_table(some, out / "data" / table / f"{part}.parquet", row_group_size=37)
    return out


def test_the_counts_are_those_of_a_comparison_by_hand(versions):
    found = diff(*versions)
    assert list(found.tables) == list(KEYS)
    for table, one in found.tables.items():
        summary = one.summary()
        assert summary.pop("schema") == []
        assert summary == by_hand(*versions, table)
    assert found.tables["articles"].changed > 50
    assert found.requires == "minor"


def test_order_division_and_row_groups_do_not_count(versions, tmp_path):
    old, new = versions
    mixed = scattered(old, tmp_path / "old"), scattered(new, tmp_path / "new", seed=2, parts=4)
    assert diff(old, mixed[0]).requires is None
    assert diff(*mixed).summary() == diff(old, new).summary()
    assert diff(*mixed).as_dict()["tables"] == diff(old, new).as_dict()["tables"]


def test_many_changes_are_compared_some_at_a_time(versions, monkeypatch):
    whole = diff(*versions)
    monkeypatch.setattr(module, "_AT_ONCE", 7)
    assert diff(*versions).as_dict() == whole.as_dict()


def test_the_first_rows_by_key_are_shown_with_what_stood_and_stands_there(versions):
    found = diff(*versions, limit=3).tables["articles"]
    before, after = (rows_of(folder, "articles") for folder in versions)
    changed = sorted(key for key in before.keys() & after.keys() if before[key] != after[key])
    assert {one.key for one in found.values} == set(changed[:3])
    for one in found.values:
        assert (one.old, one.new) == (before[one.key][one.column], after[one.key][one.column])
        assert one.old != one.new
    assert found.added_keys == tuple(sorted(after.keys() - before.keys())[:3])
    assert found.removed_keys == tuple(sorted(before.keys() - after.keys())[:3])
    assert diff(*versions, limit=0).tables["articles"].values == ()


def test_a_column_that_may_now_be_null_asks_for_a_major_version(tmp_path):
    write_tables(tmp_path / "old", valid_rows())
    write_tables(tmp_path / "new", valid_rows())
    strict = pq.read_table(tmp_path / "old/articles.parquet")
    field = strict.schema.field("title").with_nullable(False)
    strict = strict.cast(strict.schema.set(strict.schema.get_field_index("title"), field))
    pq.write_table(strict, tmp_path / "old/articles.parquet")
    assert diff(tmp_path / "old", tmp_path / "new").reasons == ["column title of articles is made nullable (major)"]
    assert diff(tmp_path / "new", tmp_path / "old").requires == "patch"


def test_rows_are_compared_in_the_columns_that_both_have(tmp_path):
    old, new = write_tables(tmp_path / "old", valid_rows()), write_tables(tmp_path / "new", valid_rows())
    rows = pq.read_table(new / "articles.parquet").drop_columns("byline").append_column("mood", pa.array(["a"] * 4))
    pq.write_table(rows, new / "articles.parquet")
    found = diff(old, new)
    assert found.tables["articles"].unchanged == 4


def test_files_that_both_have_are_not_read(versions, tmp_path, monkeypatch):
    rows = pq.read_metadata(versions[0] / "articles.parquet").num_rows
    same = scattered(versions[0], tmp_path / "a")
    other = scattered(versions[0], tmp_path / "b")
    (other / "data/articles/1.parquet").unlink()
    read = []
    monkeypatch.setattr(
        module, "_read", lambda rows, *rest, _read=module._read: read.append(rows.count) or _read(rows, *rest)
    )
    found = diff(same, other)
    third = pq.read_metadata(same / "data/articles/1.parquet").num_rows
    assert sorted(read) == [0, third]
    assert found.tables["articles"].counts() == {"added": 0, "removed": third, "changed": 0, "unchanged": rows - third}
    assert found.requires == "patch"


def test_a_single_file_is_compared_as_the_table_whose_columns_it_has(versions):
    old, new = (folder / "events.parquet" for folder in versions)
    assert diff(old, new).tables == {"events": diff(*versions).tables["events"]}
    assert diff(old, versions[1]).tables == diff(old, new).tables


def test_sources_that_have_nothing_in_common_or_are_not_there_are_refused(versions, tmp_path):
    with pytest.raises(UsageError, match="no table in common"):
        diff(versions[0] / "events.parquet", versions[1] / "actors.parquet")
    with pytest.raises(UsageError, match="no such file"):
        diff(versions[0], tmp_path / "nowhere")
    (tmp_path / "articles.parquet").write_bytes(b"PAR1 no more")
    with pytest.raises(DataError, match=r"articles\.parquet cannot be read"):
        diff(versions[0], tmp_path)


def test_the_command_prints_text_json_and_markdown_and_ends_with_0(versions):
    old, new = map(str, versions)
    run = CliRunner().invoke(app, ["diff", old, new, "--limit", "2"])
    assert run.exit_code == 0
    assert "asks for a new minor version" in run.stdout
    told = json.loads(CliRunner().invoke(app, ["diff", old, new, "--json"]).stdout)
    assert told == communique.diff(old, new).as_dict()
    assert CliRunner().invoke(app, ["diff", old, old]).stdout.endswith("the same rows and columns\n")


def test_markdown_shows_values_as_text_and_nothing_else(tmp_path):
    rows = valid_rows()
    old = write_tables(tmp_path / "old", rows)
    rows["articles"][0]["title"] = "<script>x</script> | [a](http://evil.example) `b` ![i](x) *c* @someone\n# no"
    shown = diff(old, write_tables(tmp_path / "new", rows)).markdown()
    html = MarkdownIt("gfm-like", {"linkify": False}).render(shown)
    cells = html[html.index("before") :]
    assert not any(tag in cells for tag in ("<script", "<a ", "<img", "<em", "<h1"))
    assert "&lt;script&gt;" in cells
