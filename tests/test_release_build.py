"""A release is whole or not there, is never overwritten, and is the same to the byte wherever it is made."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
import synthetic

from communique.errors import DataError, UsageError
from communique.provenance import FILE as PROVENANCE
from communique.release.build import build_release
from communique.release.documents import Texts
from communique.release.manifest import read_manifest
from communique.schemas import TABLES
from communique.validation import validate

COMMAND = [sys.executable, "-m", "communique", "release"]


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    synthetic.write(folder, 1000)
    return folder


@pytest.fixture(scope="module")
def first(tables, tmp_path_factory):
    return build_release(tables, "1.0.0", out=tmp_path_factory.mktemp("first")).path


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_release_holds_what_its_manifest_says_and_keeps_the_contract(first):
    manifest = read_manifest(first)
    assert {entry.path for entry in manifest.files} | {"manifest.json"} == set(contents(first))
    assert manifest.rows == {"articles": 1000, "events": 600, "actors": 700}
    assert {"README.md", "croissant.json", "datapackage.json", "CITATION.cff"} <= set(contents(first))
    report = validate(first)
    assert report.ok, str(report)


def test_the_manifest_says_what_the_release_was_made_from_and_what_it_holds(first, tables):
    manifest = read_manifest(first)
    newest = max(day for day in pq.read_table(tables / "articles.parquet")["published"].to_pylist() if day)
    assert (manifest.version, manifest.date, manifest.changes) == ("1.0.0", newest.isoformat(), None)
    assert manifest.libraries["pyarrow"] == pa.__version__
    assert len(manifest.inputs_sha256) == len(manifest.registries_sha256) == 64
    assert sum(manifest.counts["year"].values()) == 1000
    assert set(manifest.coverage) == set(TABLES)


@pytest.mark.parametrize(
    ("zone", "locale", "seed"), [("Pacific/Kiritimati", "C", "1"), ("America/Adak", "tr_TR.UTF-8", "2")]
)
def test_it_is_the_same_to_the_byte_elsewhere_and_in_another_order(first, tables, tmp_path, zone, locale, seed):
    here = tmp_path / "somewhere else"
    here.mkdir()
    for name in TABLES:
        table = pq.read_table(tables / f"{name}.parquet")
        order = list(range(len(table)))
        random.Random(seed).shuffle(order)
        pq.write_table(table.take(pa.array(order)), here / f"{name}.parquet", row_group_size=100)
    environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
    run = [*COMMAND, ".", "--version", "1.0.0", "--out", "made"]
    subprocess.run(run, cwd=here, env=environment, check=True, capture_output=True)
    assert contents(here / "made/1.0.0") == contents(first)


def test_a_version_that_is_there_with_the_same_bytes_is_left_as_it_is(first, tables):
    before = contents(first)
    again = build_release(tables, "1.0.0", out=first.parent)
    assert again.unchanged
    assert contents(first) == before


def test_a_version_is_never_overwritten(first, tables, tmp_path):
    shutil.copytree(first, tmp_path / "1.0.0")
    before = contents(tmp_path / "1.0.0")
    for change in ({"withhold": "all"}, {"date": "2030-01-01"}, {"name": "other"}):
        with pytest.raises(UsageError, match="exists with other content"):
            build_release(tables, "1.0.0", out=tmp_path, **change)
    assert contents(tmp_path / "1.0.0") == before
    assert [path.name for path in tmp_path.iterdir()] == ["1.0.0"]


def test_a_release_directory_can_be_named_itself(tables, tmp_path):
    assert build_release(tables, "0.3.0", out=tmp_path / "0.3.0").path == tmp_path / "0.3.0"


def test_invalid_tables_are_refused_and_nothing_is_left(tables, tmp_path):
    shutil.copytree(tables, tmp_path / "tables")
    events = pq.read_table(tables / "events.parquet")
    pq.write_table(events.slice(1), tmp_path / "tables/events.parquet")
    with pytest.raises(DataError, match="break the contract") as refused:
        build_release(tmp_path / "tables", "1.0.0", out=tmp_path / "out")
    assert "event_id" in str(refused.value)
    assert not (tmp_path / "out").exists()


def changed(tables, folder, change):
    """A copy of the tables in which `change` was made to the articles (their number and keys stay)."""
    shutil.copytree(tables, folder)
    pq.write_table(change(pq.read_table(tables / "articles.parquet")), folder / "articles.parquet")
    return folder


def with_titles(articles):
    at = articles.schema.get_field_index("title")
    return articles.set_column(
        at, articles.schema.field(at), pc.binary_join_element_wise(articles["title"], "again", " ")
    )


def test_corrections_are_a_patch_and_the_manifest_says_what_changed(first, tables, tmp_path):
    shutil.copytree(first, tmp_path / "out/1.0.0")
    other = changed(tables, tmp_path / "tables", with_titles)
    made = build_release(other, bump="patch", out=tmp_path / "out")
    assert made.path.name == "1.0.1"
    assert made.manifest.changes["since"] == "1.0.0"
    assert made.manifest.changes["requires"] == "patch"
    assert validate(made.path).ok
    same = {path for path, data in contents(made.path).items() if contents(first).get(path) == data}
    assert {path for path in contents(first) if path.startswith(("data/events", "data/actors"))} <= same


def test_a_number_must_say_as_much_as_the_difference_requires(tables, tmp_path):
    synthetic.write(tmp_path / "fewer", 1000, without=(0, 0.1))
    build_release(tmp_path / "fewer", "1.4.2", out=tmp_path / "out")
    for wrong in ({"version": "1.4.3"}, {"bump": "patch"}):
        with pytest.raises(UsageError, match="requires a minor one") as refused:
            build_release(tables, **wrong, out=tmp_path / "out")
        assert "1.5.0" in refused.value.hint
    assert build_release(tables, bump="minor", out=tmp_path / "out").path.name == "1.5.0"
    assert build_release(tmp_path / "fewer", "1.4.10", out=tmp_path / "out").manifest.changes["since"] == "1.4.2"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "give either a version"),
        ({"version": "1.0.0", "bump": "minor"}, "give either a version"),
        ({"version": "1.0"}, "is no version"),
        ({"version": "../1.0.0"}, "is no version"),
        ({"bump": "minor"}, "no previous release"),
        ({"version": "1.0.0", "withhold": "some"}, "cannot be withheld"),
        ({"version": "1.0.0", "date": "29/10/2019"}, "is no day"),
        ({"version": "1.0.0", "previous": "nowhere"}, "nowhere"),
    ],
)
def test_a_wrong_call_is_told(tables, tmp_path, given, says):
    with pytest.raises(UsageError, match=says):
        build_release(tables, **given, out=tmp_path)


def test_the_day_is_that_given_or_of_the_environment(tables, tmp_path, monkeypatch):
    assert build_release(tables, "1.0.0", out=tmp_path / "a", date="2024-02-29").manifest.date == "2024-02-29"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert build_release(tables, "1.0.0", out=tmp_path / "b").manifest.date == "2023-11-14"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        build_release(tables, "1.0.0", out=tmp_path / "c")


def test_withheld_texts_are_nowhere_in_the_release(tables, tmp_path):
    articles = pq.read_table(tables / "articles.parquet")
    made = build_release(tables, "1.0.0", out=tmp_path, withhold="all")
    bodies = [body for body in articles["body"].to_pylist() if body]
    rows = pq.read_table(tmp_path / "1.0.0/data/articles")
    assert rows["body"].null_count == len(rows)
    assert (
        rows.sort_by("article_id")["body_sha256"].to_pylist()
        == articles.sort_by("article_id")["body_sha256"].to_pylist()
    )
    assert made.manifest.coverage["articles"]["body"] == 0.0
    everything = b"".join(contents(made.path).values())
    assert not [body for body in bodies[:50] if body[:60].encode() in everything]
    assert validate(made.path).ok


def test_hand_written_parts_of_the_card_survive_the_next_release(tables, tmp_path):
    card = tmp_path / "CARD.md"
    card.write_text("---\nlicense: cc-by-4.0\nmine: kept\n---\n\n# Talks\n\nWritten by hand.\n", encoding="utf-8")
    build_release(tables, "1.0.0", out=tmp_path / "out", texts=Texts.read(card=card))
    other = changed(tables, tmp_path / "tables", with_titles)
    made = build_release(other, "1.1.0", out=tmp_path / "out")
    text = (made.path / "README.md").read_text(encoding="utf-8")
    assert "Written by hand." in text
    assert "mine: kept" in text
    assert "1.1.0" in text


def test_tables_of_normalize_carry_their_provenance_into_the_manifest(tmp_path):
    from communique.pipeline import normalize

    (tmp_path / "in").mkdir()
    page = (
        "Minister Visits Oslo\n\nOSLO – Foreign Minister Ana Lund of Denmark arrived in Norway.\n\nShe met officials."
    )
    (tmp_path / "in/a.txt").write_text(page, encoding="utf-8")
    normalize([tmp_path / "in"], tmp_path / "tables")
    origin = json.loads((tmp_path / "tables" / PROVENANCE).read_text())
    manifest = build_release(tmp_path / "tables", "1.0.0", out=tmp_path / "out").manifest
    assert manifest.registries_sha256 == origin["registries_sha256"]
    assert manifest.libraries["trafilatura"] == origin["libraries"]["trafilatura"]


def test_killed_at_any_moment_it_leaves_no_half_release(first, tables, tmp_path):
    run = [*COMMAND, str(tables), "--version", "1.0.0", "--out", str(tmp_path)]
    began = time.monotonic()
    subprocess.run(run, check=True, capture_output=True)
    whole = time.monotonic() - began
    assert contents(tmp_path / "1.0.0") == contents(first)
    moments = random.Random(7)
    for n in range(8):
        shutil.rmtree(tmp_path / "1.0.0", ignore_errors=True)
        process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep((0.3 + 0.1 * (n + moments.random())) * whole)  # each in its eighth of the run
        process.send_signal(signal.SIGKILL)
        process.wait()
        if (tmp_path / "1.0.0").exists():
            assert contents(tmp_path / "1.0.0") == contents(first)
    subprocess.run(run, check=True, capture_output=True)
    assert [path.name for path in tmp_path.iterdir()] == ["1.0.0"]
    assert contents(tmp_path / "1.0.0") == contents(first)
