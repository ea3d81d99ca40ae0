"""`load` gives the same rows in every form, from the package or from disk, without network and without waiting."""

import shutil
import subprocess
import sys
from datetime import date

import datasets
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
import synthetic

import communique
import communique.loading
import communique.places
from communique.errors import DataError, UsageError
from communique.schemas import arrow_schema, features
from tests.test_pipeline import page, write


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    communique.normalize([write(folder / "pages.jsonl", [page(n) for n in range(4)])], folder / "out")
    return folder / "out"


@pytest.mark.parametrize("table", ["articles", "events", "actors"])
def test_every_form_holds_the_same_rows_with_the_types_of_the_contract(table, made):
    arrow = communique.load(table, source=made, as_="arrow")
    assert arrow.schema == arrow_schema(table)
    frame = communique.load(table, source=made)
    assert all(isinstance(dtype, pd.ArrowDtype) for dtype in frame.dtypes)
    assert pa.Table.from_pandas(frame, schema=arrow.schema).to_pylist() == arrow.to_pylist()
    dataset = communique.load(table, source=made, as_="dataset")
    assert isinstance(dataset, datasets.Dataset)
    assert dataset.features == features(table)
    assert dataset.to_list() == arrow.to_pylist()
    assert dataset.select([0]).to_list() == arrow.to_pylist()[:1]


def test_the_default_is_the_newest_release_that_comes_with_the_package():
    newest = communique.versions()[-1]
    assert communique.load().equals(communique.load(version=newest))
    assert communique.load(version="latest", as_="arrow") == communique.load(as_="arrow")


def test_versions_are_ordered_as_semantic_versions_are(tmp_path, monkeypatch):
    for name in ("0.9.0", "0.10.0", "0.2.1", "notes", ".0.11.0-77"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text("{}")
    monkeypatch.setattr(communique.places, "bundled", lambda: tmp_path)
    assert communique.versions() == communique.versions(tmp_path) == ["0.2.1", "0.9.0", "0.10.0"]


def test_only_the_columns_asked_for_are_read_in_their_order(made):
    frame = communique.load(source=made, columns=["kind", "article_id"])
    assert list(frame.columns) == ["kind", "article_id"]


def test_several_files_of_a_table_are_one_table(made, tmp_path):
    rows = communique.load(source=made, as_="arrow")
    folder = tmp_path / "data" / "articles"
    folder.mkdir(parents=True)
    for n in range(2):
        pq.write_table(rows.slice(2 * n, 2), folder / f"part-{n}.parquet")
    assert communique.load(source=tmp_path, as_="arrow") == rows
    assert communique.load(source=folder / "part-1.parquet", as_="arrow") == rows.slice(2, 2)


@pytest.mark.parametrize(
    ("asked", "says", "hint"),
    [
        ({"table": "people"}, "no table 'people'", "articles, events, actors"),
        ({"version": "7.0.0"}, "no version '7.0.0'", "0.1.0"),
        ({"as_": "xml"}, "no form 'xml'", "pandas, arrow, polars, dataset, duckdb"),
        ({"columns": ["colour"]}, "no column 'colour'", "article_id"),
        ({"source": "no-such-folder"}, "no such file", "release"),
        ({"source": "tests", "version": "0.1.0"}, "has no versions", "folder of releases"),
        ({"filters": [("colour", "==", "red")]}, "filter cannot be applied", "kind"),
        ({"filters": [("published", ">", "2020")]}, "filter cannot be applied", "expression"),
        ({"filters": [("kind", "resembles", "visit")]}, "filter cannot be applied", "kind"),
        ({"filters": [("kind",)]}, "filter cannot be applied", "kind"),
        ({"filters": 7}, "filter cannot be applied", "kind"),
    ],
)
def test_what_is_not_there_is_said_with_what_there_is(asked, says, hint):
    with pytest.raises(UsageError, match=says) as raised:
        communique.load(**asked)
    assert hint in raised.value.hint


@pytest.fixture(scope="module")
def releases(tmp_path_factory):
    """A folder of two releases of invented tables."""
    folder = tmp_path_factory.mktemp("releases")
    for version, changed in (("1.0.0", 0.0), ("1.0.1", 0.1)):
        synthetic.write(folder / version / "tables", 500, changed=changed)
        communique.build_release(folder / version / "tables", version, out=folder / "out")
    return folder / "out"


@pytest.mark.parametrize("form", communique.loading.FORMS)
def test_every_form_of_a_release_holds_the_same_rows(releases, form):
    if form in ("polars", "duckdb"):
        pytest.importorskip(form)
    arrow = communique.load(source=releases, as_="arrow")
    loaded = communique.load(source=releases, as_=form)
    rows = {
        "pandas": lambda: pa.Table.from_pandas(loaded, schema=arrow.schema).to_pylist(),
        "arrow": lambda: loaded.to_pylist(),
        "polars": lambda: loaded.to_dicts(),
        "dataset": lambda: loaded.to_list(),
        "duckdb": lambda: loaded.to_arrow_table().to_pylist(),
    }
    assert rows[form]() == arrow.to_pylist()
    assert len(arrow) == 500


def test_a_version_of_a_folder_of_releases_is_loaded(releases):
    newest = communique.load(source=releases, as_="arrow")
    assert communique.versions(releases) == ["1.0.0", "1.0.1"]
    assert newest == communique.load(source=releases, version="1.0.1", as_="arrow")
    assert newest == communique.load(source=f"{releases}@1.0.1", as_="arrow")
    assert newest == communique.load(source=releases / "1.0.1", as_="arrow")
    assert newest != communique.load(source=releases, version="1.0.0", as_="arrow")


DAY = date(2012, 6, 1)
FILTERS = {
    "kind": ([("kind", "==", "visit")], lambda row: row["kind"] == "visit"),
    "from": ([("published", ">=", DAY)], lambda row: row["published"] and row["published"] >= DAY),
    "before": ([("published", "<", DAY)], lambda row: row["published"] and row["published"] < DAY),
    "on": ([("published", "=", DAY)], lambda row: row["published"] == DAY),
    "not on": ([("published", "!=", DAY)], lambda row: row["published"] and row["published"] != DAY),
    "either": (
        [[("published", "<", date(2007, 1, 1)), ("kind", "!=", "visit")], [("published", ">", date(2023, 12, 31))]],
        lambda row: (
            row["published"]
            and (
                (row["published"] < date(2007, 1, 1) and row["kind"] != "visit")
                or row["published"] > date(2023, 12, 31)
            )
        ),
    ),
    "expression": (pc.field("published").is_null(), lambda row: row["published"] is None),
    "nothing": ([("published", ">", date(2090, 1, 1))], lambda row: False),
    "empty": ([], lambda row: True),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_leaves_the_rows_that_it_lets_pass(releases, name):
    filters, passes = FILTERS[name]
    rows = communique.load(source=releases, as_="arrow").to_pylist()
    assert communique.load(source=releases, filters=filters, as_="arrow").to_pylist() == list(filter(passes, rows))
    some = communique.load(source=releases, filters=filters, columns=["title"], as_="arrow")
    assert some.column_names == ["title"]
    assert len(some) == len(list(filter(passes, rows)))


def test_files_of_other_years_are_not_opened(releases, tmp_path):
    shutil.copytree(releases / "1.0.1", tmp_path / "1.0.1")
    for file in (tmp_path / "1.0.1/data/articles").iterdir():
        if not file.name.startswith("2012"):
            file.write_bytes(b"broken")
    inside = [("published", ">=", date(2012, 1, 1)), ("published", "<=", date(2012, 12, 31))]
    rows = communique.load(source=tmp_path / "1.0.1", filters=inside, as_="arrow")
    assert {day.year for day in rows["published"].to_pylist()} == {2012}
    with pytest.raises(DataError, match="cannot be read"):
        communique.load(source=tmp_path / "1.0.1")


@pytest.mark.parametrize("table", ["articles", "events", "actors"])
def test_the_datasets_library_reads_a_release_by_itself(releases, table, tmp_path):
    release = str(releases / "1.0.1")
    loaded = datasets.load_dataset(release, table, split="train", cache_dir=str(tmp_path))
    own = communique.load(table, source=release, as_="dataset")
    assert loaded.features == own.features == features(table)
    assert loaded.to_list() == own.to_list()


def test_a_release_of_an_earlier_contract_is_loaded_with_the_columns_that_it_has(releases, tmp_path):
    shutil.copytree(releases / "1.0.1", tmp_path / "old")
    for file in (tmp_path / "old/data/events").iterdir():
        pq.write_table(pq.read_table(file).drop_columns(["n_publishers"]), file)
    rows = communique.load("events", source=tmp_path / "old", as_="arrow")
    assert "n_publishers" not in rows.column_names
    assert len(rows) == 300


def test_a_library_that_is_missing_is_named_with_what_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(UsageError, match="polars is not installed") as raised:
        communique.load(as_="polars")
    assert "communique[polars]" in raised.value.hint


def test_a_folder_without_the_table_and_a_broken_file_are_told_apart(tmp_path):
    with pytest.raises(UsageError, match="holds no table"):
        communique.load(source=tmp_path)
    (tmp_path / "articles.parquet").write_bytes(b"not parquet")
    with pytest.raises(DataError, match=r"articles\.parquet: cannot be read"):
        communique.load(source=tmp_path)


def test_importing_the_package_imports_nothing_heavy_and_offers_its_functions():
    code = """
import sys, communique
print({m.split(".")[0] for m in sys.modules} & {"pandas", "pyarrow", "datasets", "pandera", "rapidfuzz"} or "light")
print(all(callable(getattr(communique, n)) for n in ("load", "versions", "normalize", "validate", "evaluate")))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["light", "True"]
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        _ = communique.lode
