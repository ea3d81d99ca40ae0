"""The project's own data set: every label is the reviewer's, every release is what its sources make."""

import datetime
import importlib.util
import json
import shutil
import tomllib
from pathlib import Path

import datasets
import pytest

import communique
from communique import agreement
from communique.errors import DataError, UsageError
from communique.release.diff import diff
from communique.release.versions import releases_in

ROOT = Path(__file__).parent.parent
RELEASE = ROOT / "dataset/releases" / communique.versions()[-1]
TABLES = ("articles", "events", "actors")
OFFSETS = ("actor_id", "start", "end")


def script():
    spec = importlib.util.spec_from_file_location("build_dataset", ROOT / "scripts/build_dataset.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def previous() -> Path | None:
    """The release before the newest."""
    *earlier, _ = releases_in(RELEASE.parent).values()
    return earlier[-1] if earlier else None


def lines(folder: str) -> list[dict]:
    paths = sorted((ROOT / "dataset" / folder).glob("*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def rows() -> dict[str, dict]:
    return {row["url"]: row for row in communique.load(as_="arrow").to_pylist()}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    return script().build(RELEASE.name, tmp_path_factory.mktemp("releases"), previous()).path


def test_all_articles_are_there_and_verified(rows):
    assert len(rows) == len(lines("articles")) == len(lines("reviews")) == 48
    assert {row["review"] for row in rows.values()} == {"verified"}
    assert {(row["rights"], row["text_origin"]) for row in rows.values()} == {("CC-BY-4.0", "retold")}


def test_bodies_and_headlines_are_those_of_the_sources(rows):
    for article in lines("articles"):
        row = rows[article["url"]]
        assert f"{row['title']}\n\n{row['body']}" == article["text"]
        assert row["source_id"] == article["id"]


def test_every_label_is_the_reviewers(rows):
    for review in lines("reviews"):
        row, values = rows[review["url"]], dict(review["values"])
        for key in ("actors", "sectors"):
            expected = [{k: v for k, v in entry.items() if k != "evidence"} for entry in values.pop(key)]
            assert [{k: v for k, v in entry.items() if k not in OFFSETS} for entry in row[key]] == expected
        got = {key: row[key].isoformat() if isinstance(row[key], datetime.date) else row[key] for key in values}
        assert got == values


def test_every_actor_and_sector_points_at_the_words_that_the_reviewer_quotes(rows):
    for review in lines("reviews"):
        row = rows[review["url"]]
        for key in ("actors", "sectors"):
            for entry, expected in zip(row[key], review["values"][key], strict=True):
                assert row["body"][entry["start"] : entry["end"]] == expected["evidence"]
        assert all(agreement.proves_actor(actor, row["body"]) for actor in row["actors"])


def test_the_release_keeps_the_contract():
    report = communique.validate(RELEASE)
    assert report.ok, str(report)


@pytest.mark.parametrize("table", TABLES)
def test_the_datasets_library_reads_the_release_as_it_is(table, tmp_path):
    loaded = datasets.load_dataset(str(RELEASE), table, split="train", cache_dir=str(tmp_path))
    own = communique.load(table, as_="dataset")
    assert loaded.features == own.features
    assert loaded.to_list() == own.to_list()


def test_the_bundled_release_is_what_its_sources_make(built):
    assert diff(RELEASE, built).requires is None, "run scripts/build_dataset.py"


def test_the_same_sources_make_the_same_bytes_again(built, tmp_path):
    assert contents(script().build(RELEASE.name, tmp_path, previous()).path) == contents(built)


def test_a_release_that_was_corrected_by_hand_is_not_replaced(built, tmp_path):
    shutil.copytree(built, tmp_path / built.name)
    (tmp_path / built.name / "README.md").write_text("corrected by hand")
    with pytest.raises(UsageError, match="exists with other content"):
        script().build(built.name, tmp_path, previous())
    assert (tmp_path / built.name / "README.md").read_text() == "corrected by hand"


def test_a_review_without_its_article_stops_the_build_and_leaves_nothing(tmp_path, monkeypatch):
    module = script()
    for name in ("articles", "reviews"):
        shutil.copytree(ROOT / "dataset" / name, tmp_path / name)
    levant = tmp_path / "articles/levant.jsonl"
    levant.write_text("".join(levant.read_text(encoding="utf-8").splitlines(True)[1:]), encoding="utf-8")
    for name, folder in (("ARTICLES", "articles"), ("REVIEWS", "reviews"), ("ROOT", "")):
        monkeypatch.setattr(module, name, tmp_path / folder)
    with pytest.raises(DataError, match=r"levant\.jsonl, line 1"):
        module.build("0.0.1", tmp_path / "releases")
    assert not (tmp_path / "releases").exists()


def test_the_newest_release_and_no_other_is_packaged():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packaged = project["tool"]["setuptools"]["package-data"]["communique.dataset"]
    assert packaged == [f"releases/{RELEASE.name}/**/*"]
