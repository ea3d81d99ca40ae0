"""The Data Package is valid to Frictionless, and its rows are read through it."""

import json
from pathlib import Path

import pytest

import communique
from communique.schemas import TABLES, table
from tests.small_release import write_data, write_documents

frictionless = pytest.importorskip("frictionless")

# What Frictionless 5 says of any Parquet file with lists, or of which it is told the bytes: it takes the arrays that
# pandas makes of lists for no lists, and does not count bytes that it does not read itself.
ITS_OWN = {'type is "array/default"', 'and actual is "None"'}


@pytest.fixture(scope="module")
def release(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("datapackage") / "0.2.0"
    write_documents(path, write_data(path))
    return path


def test_frictionless_finds_nothing_wrong_but_what_it_says_of_any_lists_in_parquet(release):
    report = frictionless.validate(str(release / "datapackage.json"))
    notes = {note for _, note in report.flatten(["type", "note"]) if not any(own in note for own in ITS_OWN)}
    assert notes == set()
    assert report.stats["tasks"] == len(list(release.rglob("*.parquet")))


@pytest.mark.parametrize("name", TABLES)
def test_rows_read_through_it_are_those_of_the_table(name, release):
    plain = [column.name for column in table(name).columns if not column.is_list]
    read = []
    for resource in frictionless.Package(str(release / "datapackage.json")).resources:
        if resource.name.startswith(f"{name}-"):
            read += [{key: row[key] for key in plain} for row in resource.read_rows()]
    assert read == communique.load(name, source=release, as_="arrow").select(plain).to_pylist()


def test_the_fields_are_those_of_the_contract_with_their_bounds(release):
    package = json.loads((release / "datapackage.json").read_text(encoding="utf-8"))
    fields = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}
    assert list(fields) == [column.name for column in table("articles").columns]
    assert fields["actors"]["type"] == "array"
    assert fields["body_chars"]["constraints"] == {"required": True, "minimum": 1}
    assert fields["published"]["constraints"] == {"minimum": "1945-01-01", "maximum": "2100-12-31"}
    assert "machine" in fields["review"]["constraints"]["enum"]
    assert package["version"] == "0.2.0"
