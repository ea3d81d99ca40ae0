"""Rows that are taken over from an earlier run are those that would be made anew."""

import random
import shutil

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.link.index import INDEX
from tests.test_link_linking import ROWS, linked

slow = settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])


def rows(folder, table: str) -> list[dict]:
    return pq.read_table(folder / f"{table}.parquet").to_pylist()


@slow
@given(seed=st.integers(0, 2**32), new=st.integers(0, 60), again=st.integers(0, 10))
def test_what_is_added_up_in_part_is_what_is_added_up_whole(tmp_path_factory, seed, new, again):
    before, part, whole = (tmp_path_factory.mktemp(name) for name in ("before", "part", "whole"))
    shuffled = random.Random(seed).sample(ROWS, len(ROWS))
    linked(shuffled[new:], before)
    other = [{**row, "kind": "statement", "event_date": None} for row in shuffled[new : new + again]]
    linked([*shuffled[:new], *other], part, previous=before)
    (before / INDEX).unlink()
    linked([*shuffled[:new], *other], whole, previous=before)
    assert rows(part, "events") == rows(whole, "events")
    assert rows(part, "actors") == rows(whole, "actors")


@pytest.mark.parametrize("table", ["events", "actors"])
def test_rows_without_a_new_article_are_taken_over(tmp_path, table):
    linked(ROWS[1:], tmp_path / "before")
    linked(ROWS[:1], tmp_path / "after", previous=tmp_path / "before")
    before, after = rows(tmp_path / "before", table), rows(tmp_path / "after", table)
    assert len([row for row in before if row in after]) >= len(before) - 3
    shutil.rmtree(tmp_path / "before")
    assert [next(iter(row.values())) for row in after] == sorted(next(iter(row.values())) for row in after)


def test_what_was_part_of_a_visit_that_was_none_is_part_of_nothing(tmp_path):
    linked(ROWS, tmp_path / "before")
    visit = next(row["part_of"] for row in rows(tmp_path / "before", "events") if row["part_of"])
    (articles,) = (row["article_ids"] for row in rows(tmp_path / "before", "events") if row["event_id"] == visit)
    other = [{**row, "kind": "statement"} for row in ROWS if row["article_id"] in articles]
    linked(other, tmp_path / "after", previous=tmp_path / "before")
    after = {row["event_id"]: row for row in rows(tmp_path / "after", "events")}
    assert after[visit]["kind"] == "statement"
    assert visit not in {row["part_of"] for row in after.values()}
