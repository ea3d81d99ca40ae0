"""`load` gives the same rows in every form, from the package or from disk, without network and without waiting."""

import subprocess
import sys

import datasets
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import communique
import communique.loading
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
    monkeypatch.setattr(communique.loading, "_releases", lambda: tmp_path)
    assert communique.versions() == ["0.2.1", "0.9.0", "0.10.0"]


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
        ({"as_": "polars"}, "no form 'polars'", "pandas, arrow, dataset"),
        ({"columns": ["colour"]}, "no column 'colour'", "article_id"),
        ({"source": "no-such-folder"}, "no such file", "release"),
        ({"source": ".", "version": "0.1.0"}, "both", "one of them"),
    ],
)
def test_what_is_not_there_is_said_with_what_there_is(asked, says, hint):
    with pytest.raises(UsageError, match=says) as raised:
        communique.load(**asked)
    assert hint in raised.value.hint


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
