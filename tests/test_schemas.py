"""The contract catches every corruption, on Arrow data and through pandera alike, and all its derivations agree."""

import json
import re
from datetime import date

import datasets
import pandas as pd
import pandera.errors
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.schemas import (
    TABLES,
    arrow_schema,
    features,
    field_table,
    json_schema,
    make_id,
    pandera_schema,
    values,
)
from communique.schemas.checks import check_batch, rules_of
from communique.schemas.columns import Column
from communique.schemas.ids import id_pattern
from tests.contract_corruptions import BETWEEN, Corruption, break_between, corrupt, declared_corruptions
from tests.contract_tables import as_table, minister, valid_rows

NAMES = list(TABLES)
COLUMNS = [(table.name, path) for table in TABLES.values() for path, _ in table.walk()]
FREE = {("articles", "source_id")}  # may hold any string


def on_arrow(table: str, rows: list) -> set[tuple[str, str, int | None]]:
    return {(found.column, found.rule, found.row) for found in check_batch(table, as_table(table, rows))}


def on_pandas(table: str, rows: list) -> set[tuple[str, str, int]]:
    frame = as_table(table, rows).to_pandas(types_mapper=pd.ArrowDtype)
    try:
        pandera_schema(table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        found = set()
        for column, check, row in zip(cases["column"], cases["check"], cases["index"], strict=True):
            path, _, rule = f"{column}: not_null".partition(": ") if check == "not_nullable" else check.partition(": ")
            found.add((path.removesuffix("[]"), rule, int(row)))
        return found
    return set()


# --- corruption ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", NAMES)
def test_valid_rows_break_nothing(table):
    assert on_arrow(table, valid_rows()[table]) == set()
    assert on_pandas(table, valid_rows()[table]) == set()


@pytest.mark.parametrize("one", [*declared_corruptions(), *BETWEEN.values()], ids=str)
def test_a_corrupted_value_is_reported_with_row_column_and_rule_by_arrow_and_pandera_alike(one: Corruption):
    rows = valid_rows()
    break_between(rows, one)
    found = on_arrow(one.table, rows[one.table])
    assert (one.path.removesuffix("[]"), one.rule, one.row) in found
    assert on_pandas(one.table, rows[one.table]) == found


@pytest.mark.parametrize(("table", "path"), COLUMNS)
def test_every_column_can_be_corrupted(table, path):
    paths = {(one.table, one.path.removesuffix("[]")) for one in declared_corruptions()}
    assert (table, path) in paths | FREE


def test_every_rule_between_columns_has_its_corruption():
    declared = {
        (table.name, rule.column.removesuffix("[]"), rule.name) for table in TABLES.values() for rule in table.rules
    }
    assert declared == set(BETWEEN)


@pytest.mark.parametrize("table", NAMES)
def test_no_two_rules_of_a_table_have_one_name_and_column(table):
    names = [(rule.column, rule.name) for rule in rules_of(table)]
    assert len(names) == len(set(names))


WRONG = {pa.string(): pa.large_string(), pa.int32(): pa.int64(), pa.date32(): pa.timestamp("us"), pa.bool_(): pa.int8()}


def mistyped(type_: pa.DataType, path: str) -> pa.DataType:
    """The type of a column with the field at `path` ("" for the values themselves) turned into a similar one."""
    if not pa.types.is_list(type_):
        return WRONG[type_]
    if not path:
        return pa.large_list(type_.value_type)
    fields = [(one.name, WRONG[one.type] if one.name == path else one.type) for one in type_.value_type]
    return pa.list_(pa.struct(fields))


@pytest.mark.parametrize(("table", "path"), COLUMNS)
def test_a_column_of_a_similar_type_is_reported(table, path):
    rows = as_table(table, valid_rows()[table])
    column, _, field = path.partition(".")
    at = rows.schema.get_field_index(column)
    rows = rows.set_column(at, column, rows[column].cast(mistyped(rows.schema.field(at).type, field)))
    assert (column, "type", None) in {(one.column, one.rule, one.row) for one in check_batch(table, rows)}
    with pytest.raises(pandera.errors.SchemaErrors, match=column):
        pandera_schema(table).validate(rows.to_pandas(types_mapper=pd.ArrowDtype), lazy=True)


def test_a_string_view_is_not_a_string():
    rows = as_table("events", valid_rows()["events"])
    rows = rows.set_column(2, "kind", rows["kind"].cast(pa.string_view()))
    assert [one.rule for one in check_batch("events", rows)] == ["type"]


@pytest.mark.parametrize(("table", "column"), [(name, one.name) for name in NAMES for one in TABLES[name].columns])
def test_a_missing_column_is_reported(table, column):
    rows = as_table(table, valid_rows()[table]).drop_columns([column])
    assert [(one.column, one.rule) for one in check_batch(table, rows)] == [(column, "missing_column")]


def test_columns_unknown_or_there_twice_are_reported():
    rows = as_table("events", valid_rows()["events"])
    rows = rows.append_column("mood", pa.array(["good"] * 3)).append_column("kind", rows["kind"])
    assert {(one.column, one.rule) for one in check_batch("events", rows)} == {
        ("mood", "extra_column"),
        ("kind", "repeated_column"),
    }


def test_strings_that_are_not_utf8_are_reported_with_their_row():
    rows = as_table("articles", valid_rows()["articles"])
    broken = pc.cast(pa.array([b"ok", b"ok", b"\xff\xfe", b"ok"]), pa.string(), safe=False)
    at = rows.schema.get_field_index("title")
    found = check_batch("articles", rows.set_column(at, "title", broken))
    assert [(one.column, one.rule, one.row) for one in found] == [("title", "utf8", 2)]


def test_a_repeated_key_is_refused_by_pandera():
    rows = valid_rows()["events"]
    assert ("event_id", "field_uniqueness", 1) not in on_pandas("events", rows)
    frame = as_table("events", [rows[0], rows[0]]).to_pandas(types_mapper=pd.ArrowDtype)
    with pytest.raises(pandera.errors.SchemaErrors, match="event_id"):
        pandera_schema("events").validate(frame, lazy=True)


def test_only_the_entry_that_breaks_a_rule_is_reported():
    rows = valid_rows()["articles"]
    rows[1]["actors"].append(minister("A. Okoro", 500) | {"actor_id": make_id("p", "else")})
    found = check_batch("articles", as_table("articles", rows))
    assert [(one.row, one.key, one.column, one.value) for one in found] == [
        (1, rows[1]["article_id"], "actors.end", 508)
    ]


def test_empty_tables_keep_the_contract():
    for table in NAMES:
        assert on_arrow(table, []) == on_pandas(table, []) == set()


@given(st.lists(st.lists(st.sampled_from(["CHL", "NGA", "PER"]), max_size=4), min_size=1, max_size=5))
def test_a_list_is_sorted_and_unique_or_reported(lists):
    rows = [valid_rows()["events"][0] | {"countries": countries} for countries in lists]
    found = {row for column, rule, row in on_arrow("events", rows) if rule == "sorted_unique"}
    assert found == {i for i, countries in enumerate(lists) if countries != sorted(set(countries))}


@given(st.text())
def test_no_title_crashes_the_check_and_only_clean_ones_pass(title):
    rows = [valid_rows()["articles"][0] | {"title": title.encode("utf-8", "replace").decode()}]
    clean = bool(title) and title == " ".join(title.split()) and not re.search("[\x00-\x1f\x7f-\x9f]", title)
    assert on_arrow("articles", rows) == (set() if clean else {("title", "pattern", 0)})


# --- patterns and ids ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rights", ["facts-only", "CC-BY-4.0", "CC0-1.0", "OGL-UK-3.0", "LicenseRef-agency-terms"])
def test_rights_are_an_spdx_identifier_a_reference_or_facts_only(rights):
    assert re.fullmatch(values.RIGHTS.regex, rights)


@pytest.mark.parametrize("rights", ["", "cc-by-4.0", "CC-BY-4x0", "All rights reserved", "LicenseRef-", "CC-BY-4.0 "])
def test_other_words_are_no_rights(rights):
    assert not re.fullmatch(values.RIGHTS.regex, rights)


@pytest.mark.parametrize("url", ["https://a.example", "http://a.example:80/x?q=1#f", "https://news.example?p=3"])
def test_web_addresses_are_urls(url):
    assert re.fullmatch(values.URL.regex, url)


@pytest.mark.parametrize("url", ["a.example/x", "ftp://a.example", "https://", "https:///x", "https://a.example/a b"])
def test_other_strings_are_no_urls(url):
    assert not re.fullmatch(values.URL.regex, url)


def test_a_publisher_is_the_end_of_the_host_and_not_of_a_word():
    row = valid_rows()["articles"][0]
    for url, agrees in (
        ("https://WWW.Example.ORG:8080/x", True),
        ("https://user@example.org", True),
        ("https://badexample.org/x", False),
        ("https://example.org.evil.example/", False),
    ):
        found = on_arrow("articles", [row | {"url": url}])
        assert found == (set() if agrees else {("publisher", "host_of_publisher", 0)})


@given(st.lists(st.text(), min_size=1), st.sampled_from("aep"))
def test_ids_have_their_pattern_and_come_out_the_same_again(parts, letter):
    made = make_id(letter, *parts)
    assert re.fullmatch(id_pattern(letter), made)
    assert made == make_id(letter, *parts)


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_different_parts_make_different_ids(one, other):
    assert (make_id("a", *one) == make_id("a", *other)) == (one == other)


def test_an_id_without_parts_is_refused():
    with pytest.raises(ValueError, match="part"):
        make_id("a")
    with pytest.raises(ValueError, match="letter"):
        make_id("x", "y")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "vocabulary"),
    [("licences", "id"), ("languages", "code"), ("sectors", "code"), ("plover_types", "type"), ("kinds", "kind")],
)
def test_no_code_stands_twice_in_a_registry(name, vocabulary):
    from communique.registry import rows

    codes = [row[vocabulary] for row in rows(name)]
    assert len(codes) == len(set(codes))
    assert all(all(row[column] for column in list(row)[:2]) for row in rows(name) if name != "kinds")


def test_the_kinds_have_types_of_plover():
    from communique.registry import rows

    assert {row["plover_type"] for row in rows("kinds")} - {""} <= set(values.plover_types())


# --- what is derived -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", NAMES)
def test_arrow_features_and_json_schema_name_the_same_columns_in_one_order(table):
    columns = [column.name for column in TABLES[table].columns]
    assert arrow_schema(table).names == columns
    assert list(features(table)) == columns
    assert list(json_schema(table)["properties"]) == columns == json_schema(table)["required"]
    assert list(pandera_schema(table).columns) == columns


@pytest.mark.parametrize("table", NAMES)
def test_features_and_arrow_schema_have_the_same_types(table):
    assert features(table).arrow_schema.types == arrow_schema(table).types


@pytest.mark.parametrize("table", NAMES)
def test_the_hub_library_reads_what_is_written(table, tmp_path):
    import pyarrow.parquet as pq

    strict = pa.Table.from_pylist(valid_rows()[table], schema=arrow_schema(table))
    pq.write_table(strict, tmp_path / "part.parquet")
    loaded = datasets.Dataset.from_parquet(str(tmp_path / "part.parquet"), cache_dir=str(tmp_path / "cache"))
    assert loaded.features == features(table)
    assert loaded[:] == {name: strict[name].to_pylist() for name in strict.column_names}


@pytest.mark.parametrize("table", NAMES)
def test_every_field_says_what_it_is_with_an_example(table):
    for field in arrow_schema(table):
        assert field.metadata[b"description"].endswith(b".")
        assert field.metadata[b"example"]
        assert not re.search("large|dictionary|view", str(field.type))


def breaks(value: object, schema: dict) -> bool:
    """Whether a JSON value breaks a schema; only the words that `json_schema` uses."""
    types = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None)}
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if type(value) not in [types[name] for name in names]:
        return True
    if isinstance(value, dict):
        wrong = set(value) ^ set(schema["properties"])
        return bool(wrong) or any(breaks(value[name], schema["properties"][name]) for name in value)
    if isinstance(value, list):
        return any(breaks(one, schema["items"]) for one in value)
    if "enum" in schema and value not in schema["enum"]:
        return True
    if isinstance(value, str):
        if schema.get("format") == "date":
            date.fromisoformat(value)
        return "pattern" in schema and not re.search(schema["pattern"], value)
    return isinstance(value, int) and value < schema.get("minimum", value)


@pytest.mark.parametrize("table", NAMES)
def test_rows_as_json_keep_the_json_schema_and_corrupted_ones_do_not(table):
    schema = json.loads(json.dumps(json_schema(table)))

    def rows(found: dict) -> list:
        return json.loads(json.dumps(found[table], default=str))

    assert not any(breaks(row, schema) for row in rows(valid_rows()))
    for one in declared_corruptions():
        if one.table == table and not isinstance(one.value, date):  # JSON Schema sets no limits to dates
            found = valid_rows()
            corrupt(found, one.table, one.path, one.row, one.value)
            assert breaks(rows(found)[one.row], schema), one


@pytest.mark.parametrize("table", NAMES)
def test_the_examples_keep_the_json_schema(table):
    def columns(schema: dict) -> list[dict]:
        found = list(schema["properties"].values())
        return found + [
            one for column in found for one in columns(column["items"]) if "properties" in column.get("items", {})
        ]

    for column in json_schema(table)["properties"].values():
        assert not any(breaks(example, column) for example in column["examples"]), column
        for nested in column.get("items", {}).get("properties", {}).values():
            assert not any(breaks(example, nested) for example in nested["examples"]), nested


@pytest.mark.parametrize("table", NAMES)
def test_the_field_table_has_a_row_of_five_cells_for_each_column_nested_ones_too(table):
    lines = field_table(table).splitlines()
    paths = [re.match(r"\| `([\w.]+)` \|", line).group(1) for line in lines[2:]]
    assert paths == [path for path, _ in TABLES[table].walk()]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {6}


def test_the_schemas_load_without_pandas():
    import subprocess
    import sys

    code = "import sys, communique.schemas as s; s.arrow_schema('articles'); print('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"


def test_a_column_lists_what_its_registry_holds():
    column = Column(name="x", description="X.", example="b", allowed={"b": "first", "a": "second"})
    assert column.vocabulary == ("b", "a")
