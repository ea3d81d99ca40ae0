"""The invented tables keep the contract, are the same whenever they are made, and differ where they are asked to."""

import pyarrow.parquet as pq
import pytest
import synthetic

from communique.validation import validate


def rows(folder, table="articles"):
    return {row[f"{table[:-1]}_id"]: row for row in pq.read_table(folder / f"{table}.parquet").to_pylist()}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    assert synthetic.write(folder, 2000) == {"articles": 2000, "events": 1200, "actors": 1400}
    return folder


def test_the_tables_keep_the_contract_and_fill_every_column(made):
    report = validate(made)
    assert report.ok, str(report)
    for name in ("articles", "events", "actors"):
        table = pq.read_table(made / f"{name}.parquet")
        assert not [column for column in table.column_names if table[column].null_count == table.num_rows]


def test_evidence_stands_where_it_is_said_to(made):
    spans = 0
    for row in rows(made).values():
        for one in [*row["actors"], *row["sectors"]] if row["body"] else []:
            told = one.get("code") or " ".join(word for word in (one["role"], one["name"]) if word)
            assert row["body"][one["start"] : one["end"]] == told
            spans += 1
    assert spans > 3000


def test_the_same_call_gives_the_same_rows_whatever_the_block(made, tmp_path):
    synthetic.write(tmp_path, 2000, block=7)
    for name in ("articles", "events", "actors"):
        assert pq.read_table(tmp_path / f"{name}.parquet") == pq.read_table(made / f"{name}.parquet")


def test_a_changed_version_keeps_the_contract_and_differs_in_about_that_share(made, tmp_path):
    synthetic.write(tmp_path, 2000, changed=0.1, without=(0.0, 0.05))
    assert validate(tmp_path).ok
    before, after = rows(made), rows(tmp_path)
    assert after.keys() < before.keys()
    assert 0.02 < 1 - len(after) / len(before) < 0.08
    changed = sum(after[key] != before[key] for key in after)
    assert 0.05 < changed / len(after) < 0.15
