import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import DataError, UsageError
from communique.release.manifest import FileEntry, Manifest, is_safe, parse_manifest, read_manifest

ENTRY = {"path": "data/events/2019-00000.parquet", "bytes": 3, "sha256": "a" * 64, "table": "events", "rows": 1}
LEAST = {"version": "1.2.0", "schema_version": "1.0.0", "rows": {"events": 1}, "files": [ENTRY]}


def parsed(values):
    return parse_manifest(json.dumps(values).encode(), "manifest.json")


def test_a_manifest_is_read_as_it_was_written():
    manifest = Manifest(
        version="1.2.0",
        schema_version="1.0.0",
        date="2019-10-29",
        libraries={"pyarrow": "26.0.1"},
        rows={"events": 1},
        files=(FileEntry("CITATION.cff", 1, "b" * 64), FileEntry(**ENTRY)),
        counts={"year": {"2019": 1}},
        coverage={"events": {"event_date": 0.5}},
        changes={"since": "1.1.0"},
    )
    assert parse_manifest(manifest.as_json().encode(), "") == manifest


def test_a_manifest_of_a_later_communique_is_read_for_what_is_known():
    manifest = parsed({**LEAST, "colour": "blue", "files": [{**ENTRY, "colour": "blue"}]})
    assert manifest.of_table("events") == (FileEntry(**ENTRY),)


def test_files_of_an_old_manifest_get_the_table_of_their_folder():
    entry = {key: ENTRY[key] for key in ("path", "bytes", "sha256")}
    assert parsed({**LEAST, "files": [entry]}).files[0].table == "events"


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "../up",
        "data/../../up",
        "/etc/passwd",
        "a//b",
        "a\\b",
        "C:/x",
        "a\0b",
        "a\nb",
        "~/x",
        "-rf",
        "manifest.json",
        "a/./b",
        "a.",
        "a ",
        "x" * 200,
        "/".join("a" * 20),
        7,
        None,
        "ä",
        "a|b",
        "a:b",
        ".git/config",
    ],
)
def test_a_path_that_could_lead_elsewhere_is_refused(path):
    with pytest.raises(DataError, match="broken"):
        parsed({**LEAST, "files": [{**ENTRY, "path": path}]})


@pytest.mark.parametrize(
    "change",
    [
        {"version": "1.2"},
        {"version": None},
        {"schema_version": "x"},
        {"date": "today"},
        {"rows": {"events": "1"}},
        {"rows": [1]},
        {"files": None},
        {"files": [3]},
        {"files": [{**ENTRY, "bytes": -1}]},
        {"files": [{**ENTRY, "sha256": "A" * 64}]},
        {"files": [ENTRY, ENTRY]},
        {"files": [{**ENTRY, "table": ["events"]}]},
        {"files": [{**ENTRY, "rows": "1"}]},
        {"counts": 1},
        {"counts": {"kind": ["meeting"]}},
        {"counts": {"kind": {"meeting": "1"}}},
        {"coverage": {"events": {"kind": None}}},
        {"files": [ENTRY, {**ENTRY, "path": ENTRY["path"].upper()}]},
        {"files": [ENTRY, {**ENTRY, "path": ENTRY["path"].rpartition("/")[0]}]},
    ],
)
def test_a_broken_manifest_is_one_error_that_says_so(change):
    with pytest.raises(DataError, match="broken"):
        parsed({**LEAST, **change})


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with pytest.raises(DataError):
        parse_manifest(data, "manifest.json")


def test_deep_json_is_refused():
    with pytest.raises(DataError):
        parse_manifest(b"[" * 200_000, "manifest.json")


def test_a_directory_without_a_manifest_is_no_release(tmp_path):
    with pytest.raises(UsageError, match="is no release"):
        read_manifest(tmp_path)
    with pytest.raises(UsageError, match="does not exist"):
        read_manifest(tmp_path / "x")


@given(st.text(max_size=40))
def test_a_safe_path_stays_where_it_is_joined(path):
    if is_safe(path):
        assert ".." not in path.split("/")
        assert not path.startswith("/")
