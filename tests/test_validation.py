"""Tables on disk: every violation is found, whatever the layout, and nothing is silently left unchecked."""

import json
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from communique.errors import DataError, UsageError
from communique.schemas import TABLES
from communique.schemas.across import AGREES, RESOLVES, UNIQUE
from communique.validation import Report, validate
from tests.contract_corruptions import ACROSS, BETWEEN, break_between, corrupt, declared_corruptions
from tests.contract_tables import as_table, valid_rows, write_tables


def found(report: Report) -> set[tuple]:
    return {(one.table, one.row, one.column, one.rule) for one in report.violations}


def test_valid_tables_have_no_violation_and_every_rule_judges_a_value(tmp_path):
    report = validate(write_tables(tmp_path, valid_rows()))
    assert report.ok
    assert report.violations == []
    assert report.rows == {"articles": 4, "events": 3, "actors": 3}
    assert [key for key, count in report.counts.items() if not (count.run and count.seen)] == []


def test_every_rule_that_is_declared_is_counted(tmp_path):
    report = validate(write_tables(tmp_path, valid_rows()))
    asked = {key[:3] for key in report.counts}
    between = {
        (table.name, rule.column.removesuffix("[]"), rule.name) for table in TABLES.values() for rule in table.rules
    }
    columns = {(one.table, one.path.removesuffix("[]"), one.rule) for one in declared_corruptions()}
    assert between | columns <= asked
    assert {rule.says for rule in (*UNIQUE, *RESOLVES, *AGREES)} <= {says for *_, says in report.counts}


@pytest.mark.parametrize("one", [*declared_corruptions(), *BETWEEN.values()], ids=str)
def test_a_corrupted_value_is_reported_with_table_row_column_rule_and_key(one, tmp_path):
    rows = valid_rows()
    break_between(rows, one)
    report = validate(write_tables(tmp_path, rows))
    column = one.path.removesuffix("[]")
    assert (one.table, one.row, column, one.rule) in found(report)
    key = rows[one.table][one.row][TABLES[one.table].key]
    assert {v.key for v in report.violations if (v.table, v.row) == (one.table, one.row)} == {key}


@pytest.mark.parametrize("name", ACROSS)
def test_tables_that_do_not_fit_each_other_are_reported(name, tmp_path):
    change, (table, row, column, says) = ACROSS[name]
    rows = valid_rows()
    change(rows)
    report = validate(write_tables(tmp_path, rows))
    assert (table, row, column, says) in {(one.table, one.row, one.column, one.says) for one in report.violations}


def test_every_rule_across_tables_has_its_corruption():
    broken = {(column, says) for _, (_, _, column, says) in ACROSS.values()}
    declared = {(rule.keys.paths[-1], rule.says) for rule in UNIQUE}
    declared |= {(rule.column or rule.keys.paths[-1].removesuffix("[]"), rule.says) for rule in RESOLVES}
    declared |= {(rule.column, rule.says) for rule in AGREES}
    assert broken == declared


def test_the_value_of_a_violation_is_what_stands_in_the_cell(tmp_path):
    rows = valid_rows()
    corrupt(rows, "articles", "published", 3, date(1066, 10, 14))
    corrupt(rows, "actors", "roles.role", 1, "  King")
    values = {(v.column, v.value) for v in validate(write_tables(tmp_path, rows)).violations}
    assert {("published", date(1066, 10, 14)), ("roles.role", "  King")} <= values


def release(folder, rows):
    """The tables in the layout of a release, `articles` in two files."""
    for name, some in rows.items():
        (folder / "data" / name).mkdir(parents=True)
        for i, part in enumerate((some[:2], some[2:])):
            pq.write_table(as_table(name, part), folder / "data" / name / f"part-{i}.parquet")
    return folder


def test_a_release_of_several_files_a_table_is_read_as_one(tmp_path):
    assert validate(release(tmp_path / "good", valid_rows())).ok
    rows = valid_rows()
    rows["articles"][3]["language"] = "xx"
    (one,) = validate(release(tmp_path / "bad", rows)).violations
    assert (one.row, one.key, one.file[-14:]) == (3, rows["articles"][3]["article_id"], "part-1.parquet")


def test_a_single_file_is_checked_by_itself_whatever_it_is_called(tmp_path):
    write_tables(tmp_path, valid_rows())
    (tmp_path / "events.parquet").rename(tmp_path / "x.parquet")
    report = validate(tmp_path / "x.parquet")
    assert report.ok
    assert report.rows == {"events": 3}
    assert not any(count.run for (table, _, rule, _), count in report.counts.items() if rule == "resolves")
    assert "not asked" in str(report)


def test_a_missing_table_is_a_violation(tmp_path):
    write_tables(tmp_path, valid_rows())
    (tmp_path / "actors.parquet").unlink()
    assert ("actors", None, "", "missing_table") in found(validate(tmp_path))


def test_a_file_that_is_no_parquet_or_is_cut_off_is_a_violation(tmp_path):
    write_tables(tmp_path, valid_rows())
    whole = (tmp_path / "events.parquet").read_bytes()
    for content in (b"", b"PAR1 not really", whole[: len(whole) // 2], whole[:4] + bytes(200) + whole[204:]):
        (tmp_path / "events.parquet").write_bytes(content)
        assert ("events", None, "", "readable") in found(validate(tmp_path))


@pytest.mark.parametrize("column", ["event_id", "kind", "n_publishers"])
def test_strings_that_are_not_utf8_are_violations_and_stop_nothing(column, tmp_path):
    rows = valid_rows()
    rows["events"][1]["n_publishers"] = -1
    table = as_table("events", rows["events"])
    garbled = pc.cast(pa.array([b"ok", b"\xff", b"\xff\xfe"]), pa.string(), safe=False)
    if column != "n_publishers":
        table = table.set_column(table.schema.get_field_index(column), column, garbled)
    write_tables(tmp_path, rows)
    pq.write_table(table, tmp_path / "events.parquet")
    seen = found(validate(tmp_path))
    assert ("events", 1, "n_publishers", "range") in seen
    assert column == "n_publishers" or {("events", 1, column, "utf8"), ("events", 2, column, "utf8")} <= seen


def test_columns_that_are_missing_or_mistyped_are_violations_and_rules_that_need_them_are_named_as_not_run(tmp_path):
    write_tables(tmp_path, valid_rows())
    table = pq.read_table(tmp_path / "events.parquet").drop_columns(["kind"])
    at = table.schema.get_field_index("countries")
    wide = table["countries"].cast(pa.large_list(pa.string()))
    pq.write_table(table.set_column(at, "countries", wide), tmp_path / "events.parquet")
    report = validate(tmp_path)
    assert found(report) == {("events", None, "kind", "missing_column"), ("events", None, "countries", "type")}
    idle = {key[:3] for key, count in report.counts.items() if not count.run}
    assert {
        ("events", "kind", "of_article"),
        ("articles", "countries", "of_event"),
        ("events", "kind", "allowed"),
    } <= idle
    assert {rule["column"] for rule in report.as_dict()["rules"] if not rule["run"]} == {"kind", "countries", "part_of"}


def test_a_limit_keeps_the_first_violations_and_counts_them_all(tmp_path):
    rows = valid_rows()
    for row in rows["articles"]:
        row["review"] = "nobody"
    write_tables(tmp_path, rows)
    report = validate(tmp_path, limit=3)
    assert (len(report.violations), report.total, report.ok) == (3, 4, False)
    assert "... and 1 more" in str(report)
    assert validate(tmp_path, limit=0).total == 4


def test_a_report_reads_as_text_and_as_json(tmp_path):
    rows = valid_rows()
    rows["articles"][2]["title"] = "long " * 100
    report = validate(write_tables(tmp_path, rows))
    line, summary = str(report).splitlines()
    assert line.startswith(f"articles row 2 {rows['articles'][2]['article_id']} title: pattern (is one line of text, ")
    assert len(line) < 300
    assert "4 articles, 3 events, 3 actors" in summary
    assert "1 violation" in summary
    read = json.loads(json.dumps(report.as_dict()))
    assert (read["ok"], read["total"], read["rows"]["events"]) == (False, 1, 3)
    assert read["violations"][0] | {"says": ""} == {
        "table": "articles",
        "row": 2,
        "key": rows["articles"][2]["article_id"],
        "column": "title",
        "rule": "pattern",
        "says": "",
        "value": "long " * 100,
        "file": str(tmp_path / "articles.parquet"),
    }


def test_a_path_without_tables_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        validate(tmp_path / "nowhere")
    with pytest.raises(DataError, match="none of the tables"):
        validate(tmp_path)
    pq.write_table(pa.table({"x": [1]}), tmp_path / "x.parquet")
    with pytest.raises(DataError, match="none of the tables"):
        validate(tmp_path / "x.parquet")
    (tmp_path / "x.parquet").write_bytes(b"hello")
    with pytest.raises(DataError, match="no Parquet file"):
        validate(tmp_path / "x.parquet")


def test_empty_tables_keep_the_contract(tmp_path):
    assert validate(write_tables(tmp_path, {"articles": [], "events": [], "actors": []})).ok
