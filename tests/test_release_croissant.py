"""Croissant's own library finds nothing wrong and loads the very rows through it, without network."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.release.about import about
from communique.release.croissant import croissant
from communique.release.manifest import Manifest
from communique.schemas import TABLES
from tests.small_release import hostile, write_data, write_documents

mlc = pytest.importorskip("mlcroissant")


@pytest.fixture(scope="module")
def release(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("croissant") / "0.2.0"
    write_documents(path, write_data(path))
    return path


@pytest.fixture(scope="module")
def manifest(tmp_path_factory) -> Manifest:
    return write_data(tmp_path_factory.mktemp("croissant-manifest") / "0.2.0")


def value(given: Any) -> Any:
    """A value as Croissant's library gives it, as a table has it."""
    if isinstance(given, bytes):
        return given.decode()
    if isinstance(given, list):
        return [record(one) if isinstance(one, dict) else value(one) for one in given]
    return given.date() if hasattr(given, "date") else given


def record(given: dict[str, Any]) -> dict[str, Any]:
    return {key.rpartition("/")[2]: value(one) for key, one in given.items()}


@pytest.mark.parametrize("table", TABLES)
def test_the_records_of_each_table_are_its_rows(table, release, tmp_path, monkeypatch):
    moved = tmp_path / "elsewhere"
    shutil.copytree(release, moved)
    monkeypatch.chdir(tmp_path)
    dataset = mlc.Dataset(jsonld=str(moved / "croissant.json"))
    rows = communique.load(table, source=release, as_="arrow").to_pylist()
    assert [record(one) for one in dataset.records(table)] == rows
    assert rows
    assert table == "events" or any(isinstance(one, date) for row in rows for one in row.values())


def test_nothing_is_wrong_with_it(release, caplog):
    issues = mlc.Dataset(jsonld=str(release / "croissant.json")).metadata.ctx.issues
    assert (issues.errors, issues.warnings) == (set(), set())
    assert not caplog.records


def test_the_context_is_the_official_one(release):
    from mlcroissant import Metadata

    ours = json.loads((release / "croissant.json").read_text(encoding="utf-8"))["@context"]
    theirs = Metadata(name="x").to_json()["@context"]
    assert {key: ours[key] for key in theirs if key in ours} == {key: theirs[key] for key in theirs if key in ours}


def test_every_data_file_has_its_digest(manifest):
    nodes = json.loads(croissant(manifest, about(manifest)))["distribution"]
    assert {node["contentUrl"]: node["sha256"] for node in nodes if "sha256" in node} == {
        entry.path: entry.sha256 for entry in manifest.files
    }


def test_what_nobody_says_is_left_out_and_hostile_values_stay_values(manifest):
    told = json.loads(croissant(manifest, about(manifest)))
    assert "url" not in told
    assert told["license"] == ["https://spdx.org/licenses/CC-BY-4.0"]
    bad = hostile(replace(manifest, date=None))
    issues = mlc.Dataset(jsonld=json.loads(croissant(bad, about(bad, card="# <b>\n\n<script>x</script> it")))).metadata
    assert not issues.ctx.issues.errors
