"""A release is what its manifest says: every file, every figure, and nothing besides."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from communique.errors import DataError
from communique.files import file_sha256
from communique.release import facts
from communique.release.manifest import FileEntry, Manifest
from communique.release.rights import withholding
from communique.schemas import SCHEMA_VERSION, TABLES
from communique.schemas.checks import rules_of
from communique.schemas.columns import Column
from communique.validation import Report, validate
from tests.contract_tables import as_table, valid_rows

ARTICLES = "data/articles/2024-00000.parquet"


def make_release(folder: Path, schema_version: str = SCHEMA_VERSION, withhold: bool = True) -> Path:
    """A release of the valid tables, in a directory named by its version."""
    release = folder / "1.2.0"
    for name, rows in valid_rows().items():
        columns = [column.name for column in TABLES[name].at(schema_version).columns]
        (release / "data" / name).mkdir(parents=True)
        table = as_table(name, rows).select(columns)
        if name == "articles" and withhold:
            table = pa.Table.from_batches(map(withholding("by-licence"), table.to_batches()))
        pq.write_table(table, release / "data" / name / "2024-00000.parquet")
    (release / "README.md").write_text("# A card\n")
    files = {name: [release / "data" / name / "2024-00000.parquet"] for name in TABLES}
    paths = sorted(path for path in release.rglob("*") if path.is_file())
    manifest = Manifest(
        version="1.2.0",
        schema_version=schema_version,
        rows={name: pq.read_metadata(files[name][0]).num_rows for name in TABLES},
        files=tuple(entry(release, path) for path in paths),
        counts=facts.counts(files["articles"]),
        coverage={name: facts.coverage(TABLES[name], files[name]) for name in TABLES},
    )
    (release / "manifest.json").write_text(manifest.as_json())
    return release


def entry(release: Path, path: Path) -> FileEntry:
    name = path.relative_to(release).as_posix()
    table = name.split("/")[1] if name.startswith("data/") else None
    rows = pq.read_metadata(path).num_rows if table else None
    return FileEntry(name, path.stat().st_size, file_sha256(path), table, rows)


def change_manifest(release: Path, change: Callable[[dict], Any]) -> None:
    said = json.loads((release / "manifest.json").read_text())
    change(said)
    (release / "manifest.json").write_text(json.dumps(said))


def found(report: Report) -> list[tuple[str, str, str]]:
    return [(one.rule, one.column, one.file) for one in report.violations if one.table == "release"]


def test_a_release_that_is_what_it_says_has_no_violation_and_every_rule_judges_something(tmp_path):
    report = validate(make_release(tmp_path))
    assert report.violations == []
    assert [key for key, count in report.counts.items() if not (count.run and count.seen)] == []


def broken_file(release: Path) -> None:
    with (release / "README.md").open("r+b") as file:
        file.write(b"!")


BREAKS: dict[str, tuple[Callable[[Path], Any], tuple[str, str, str]]] = {
    "a file is gone": (lambda r: (r / "README.md").unlink(), ("file_missing", "", "README.md")),
    "a byte is another": (broken_file, ("file_differs", "", "README.md")),
    "a file is longer": (lambda r: (r / "README.md").write_text("# A longer card"), ("file_differs", "", "README.md")),
    "a file too many": (lambda r: (r / "notes.txt").write_text("x"), ("file_unlisted", "", "notes.txt")),
    "a hidden file": (lambda r: (r / ".hidden").write_text("x"), ("file_odd", "", ".hidden")),
    "a name with a line break": (lambda r: (r / "a\nb").write_text("x"), ("file_odd", "", "a\\nb")),
    "a name that is no text": (
        lambda r: open(os.fsencode(r) + b"/\xff", "w").close(),  # noqa: PTH123 - a name in bytes
        ("file_odd", "", "\\udcff"),
    ),
    "a pipe": (lambda r: os.mkfifo(r / "pipe"), ("file_odd", "", "pipe")),
    "a link out": (lambda r: (r / "up").symlink_to(r.parent), ("link_leaves", "", "up")),
    "a link to a file outside": (lambda r: (r / "passwd").symlink_to("/etc/passwd"), ("link_leaves", "", "passwd")),
    "a link to nothing": (lambda r: (r / "nothing").symlink_to("nowhere"), ("file_odd", "", "nothing")),
    "a link to itself": (lambda r: (r / "loop").symlink_to("loop"), ("file_odd", "", "loop")),
    "the manifest is no JSON": (lambda r: (r / "manifest.json").write_text("{"), ("manifest", "", "manifest.json")),
    "the manifest is elsewhere": (
        lambda r: (r / "manifest.json").rename(r.parent / "m") and (r / "manifest.json").symlink_to(r.parent / "m"),
        ("link_leaves", "", "manifest.json"),
    ),
    "the manifest lists a path outside": (
        lambda r: change_manifest(r, lambda said: said["files"][0].update(path="../x")),
        ("manifest", "", "manifest.json"),
    ),
    "another version": (
        lambda r: change_manifest(r, lambda said: said.update(version="1.3.0")),
        ("version_agrees", "", "manifest.json"),
    ),
    "a contract of the future": (
        lambda r: change_manifest(r, lambda said: said.update(schema_version="1.999.0")),
        ("schema_known", "", "manifest.json"),
    ),
    "another contract": (
        lambda r: change_manifest(r, lambda said: said.update(schema_version="0.9.0")),
        ("schema_known", "", "manifest.json"),
    ),
    "a file of another table": (
        lambda r: change_manifest(r, lambda said: said["files"][1].update(table="events")),
        ("table_known", "", "data/actors/2024-00000.parquet"),
    ),
    "fewer rows of a table": (
        lambda r: change_manifest(r, lambda said: said["rows"].update(articles=3)),
        ("rows_agree", "articles", "manifest.json"),
    ),
    "no rows of a table": (
        lambda r: change_manifest(r, lambda said: said["rows"].pop("events")),
        ("rows_agree", "events", "manifest.json"),
    ),
    "rows of an unknown table": (
        lambda r: change_manifest(r, lambda said: said["rows"].update(people=3)),
        ("rows_agree", "people", "manifest.json"),
    ),
    "fewer rows of a file": (
        lambda r: change_manifest(r, lambda said: said["files"][2].update(rows=3)),
        ("rows_agree", "articles", ARTICLES),
    ),
    "another count": (
        lambda r: change_manifest(r, lambda said: said["counts"]["kind"].update(meeting=1)),
        ("counts_agree", "kind", "manifest.json"),
    ),
    "a count of nothing": (
        lambda r: change_manifest(r, lambda said: said["counts"]["country"].update(FRA=1)),
        ("counts_agree", "country", "manifest.json"),
    ),
    "a count left out": (
        lambda r: change_manifest(r, lambda said: said["counts"]["year"].pop("unknown")),
        ("counts_agree", "year", "manifest.json"),
    ),
    "another share": (
        lambda r: change_manifest(r, lambda said: said["coverage"]["articles"].update(byline=0.1)),
        ("coverage_agrees", "articles", "manifest.json"),
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_the_manifest_does_not_say_is_reported(name, tmp_path):
    release = make_release(tmp_path)
    change, expected = BREAKS[name]
    change(release)
    report = validate(release)
    assert expected in found(report)
    assert {file for _, _, file in found(report)} == {expected[2]}
    assert not report.ok
    assert str(report).encode()  # whatever the name, it can be printed


def test_every_rule_of_a_release_can_be_broken(tmp_path):
    rules = {key[2] for key in validate(make_release(tmp_path)).counts if key[0] == "release"}
    assert {rule for _, (rule, _, _) in BREAKS.values()} == rules


@pytest.mark.parametrize("name", ["data", "data/articles", ARTICLES])
def test_what_a_link_out_of_the_release_holds_is_not_read(name, tmp_path):
    release = make_release(tmp_path)
    (release / name).rename(tmp_path / "elsewhere")
    (release / name).symlink_to(tmp_path / "elsewhere")
    if name == "data":
        with pytest.raises(DataError, match="none of the tables"):
            validate(release)
        return
    report = validate(release)
    assert ("link_leaves", "", name) in found(report)
    assert "articles" not in report.rows
    assert ("articles", "missing_table") in {(one.table, one.rule) for one in report.violations}


def test_what_git_and_the_hub_put_beside_a_release_is_passed_over(tmp_path):
    release = make_release(tmp_path)
    (release / ".git").mkdir()
    (release / ".git/config").write_text("")
    (release / ".gitattributes").write_text("")
    (release / ".cache/huggingface").mkdir(parents=True)
    assert validate(release).ok


def test_a_text_that_its_rights_forbid_is_told_by_row_and_article(tmp_path):
    report = validate(make_release(tmp_path, withhold=False))
    told = [one for one in report.violations if one.rule == "rights_of_body"]
    closed = [
        (n, row) for n, row in enumerate(valid_rows()["articles"]) if row["rights"] == "facts-only" and row["body"]
    ]
    assert [(one.row, one.key, one.value) for one in told] == [
        (n, row["article_id"], "facts-only") for n, row in closed
    ]
    assert told


def test_a_folder_of_releases_stands_for_the_newest(tmp_path):
    make_release(tmp_path)
    assert validate(tmp_path).path == tmp_path / "1.2.0"


def test_a_manifest_without_figures_is_accepted_and_says_which_rules_were_not_asked(tmp_path):
    release = make_release(tmp_path)
    change_manifest(release, lambda said: [said.pop(key) for key in ("counts", "coverage")])
    report = validate(release)
    assert report.ok
    assert {key[2] for key, count in report.counts.items() if not count.run} == {"counts_agree", "coverage_agrees"}
    assert "not asked" in str(report)


def test_the_releases_of_this_repository_are_what_they_say():
    assert validate(Path(__file__).parent.parent / "dataset/releases/0.1.0").ok


@pytest.fixture
def _a_later_column(monkeypatch):
    """The contract with a column that it does not have yet."""
    later = Column(name="mood", description="The mood.", example="good", since="1.999.0")
    monkeypatch.setitem(TABLES, "events", replace(TABLES["events"], columns=(*TABLES["events"].columns, later)))
    rules_of.cache_clear()
    yield
    rules_of.cache_clear()


@pytest.mark.usefixtures("_a_later_column")
def test_a_release_is_held_to_the_contract_that_it_names(tmp_path, monkeypatch):
    release = make_release(tmp_path, SCHEMA_VERSION)
    monkeypatch.setattr("communique.validation.release.SCHEMA_VERSION", "1.999.0")
    assert validate(release).ok
    change_manifest(release, lambda said: said.update(schema_version="1.999.0"))
    missing = [(one.table, one.column, one.rule) for one in validate(release).violations]
    assert missing == [("events", "mood", "missing_column")]
