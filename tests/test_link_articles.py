"""Row groups of an earlier table of which all rows stay are taken over, and all rows have their links all the same."""

import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.link import articles as writing
from communique.link.linking import link
from communique.link.scores import write_articles
from communique.validation import validate
from tests.test_link_linking import ROWS, clusters, linked, of_articles

slow = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])


def regrouped(folder, rows: int) -> None:
    path = folder / "articles.parquet"
    pq.write_table(pq.read_table(path), path, row_group_size=rows, compression="zstd")


@slow
@given(seed=st.integers(0, 2**32), size=st.sampled_from([3, 10, 20]), given_again=st.integers(0, 3))
def test_what_is_taken_over_and_what_is_written_anew_make_the_same_table(
    tmp_path_factory, monkeypatch, seed, size, given_again
):
    monkeypatch.setattr(writing, "_SMALL", size)
    before, after, peer = (tmp_path_factory.mktemp(name) for name in ("before", "after", "peer"))
    chance = random.Random(seed)
    new = chance.sample(ROWS, 12)
    old = [row for row in ROWS if row not in new[given_again:]]
    again = [{**row, "title": "Another headline"} for row in new[:given_again]]
    linked(old, before)
    regrouped(before, size)
    linked([*again, *new[given_again:]], after, previous=before)
    assert pq.read_metadata(after / "articles.parquet").num_row_groups > 1
    monkeypatch.setattr(writing, "_SMALL", len(ROWS) + 1)  # nothing is taken over
    linked([*again, *new[given_again:]], peer, previous=before)
    assert of_articles(after) == of_articles(peer)
    assert len(of_articles(after)) == len(ROWS)
    assert validate(after).ok


def test_a_group_that_stays_is_the_same_to_the_byte_but_for_links(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "_SMALL", 10)
    linked(ROWS[1:], tmp_path / "before")
    regrouped(tmp_path / "before", 40)
    linked(ROWS[:1], tmp_path / "after", previous=tmp_path / "before")
    assert {"body", "actors.list.element.name"} <= taken_over(tmp_path)


def taken_over(folder) -> set[str]:
    """The columns of a row group that stand in the later table as they are in the earlier."""
    before, after = ((folder / name / "articles.parquet").read_bytes() for name in ("before", "after"))
    group = pq.read_metadata(folder / "before/articles.parquet").row_group(1)
    found = set()
    for chunk in map(group.column, range(group.num_columns)):
        start = chunk.dictionary_page_offset or chunk.data_page_offset
        if before[start : start + chunk.total_compressed_size] in after:
            found.add(chunk.path_in_schema)
    return found


def test_of_participants_who_become_others_only_the_ids_are_written_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "_SMALL", 10)
    linked(ROWS, tmp_path / "before")
    regrouped(tmp_path / "before", 40)
    events = of_articles(tmp_path / "before").values()
    group = pq.ParquetFile(tmp_path / "before/articles.parquet").read_row_group(1).to_pylist()
    alone = [row for row in group if [one["event_id"] for one in events].count(row["event_id"]) == 1]
    named = [actor for row in alone for actor in row["actors"][:1] if actor["name"] and actor["country"]]
    these = [{key: actor[key] for key in ("name", "country")} for actor in (named[0], named[-1])]
    told = ", ".join(f"{{ name = {one['name']!r}, country = {one['country']!r} }}" for one in these)
    links = tmp_path / "links.toml"
    links.write_text(f"[[same.actors]]\nthese = [{told}]\nreason = 'for once'\n", encoding="utf-8")
    linked(ROWS[:1], tmp_path / "after", previous=tmp_path / "before", links=links)
    over = taken_over(tmp_path)
    assert "actors.list.element.name" in over
    assert "actors.list.element.actor_id" not in over
    linked(ROWS, tmp_path / "anew", links=links)
    assert clusters(tmp_path / "after") == clusters(tmp_path / "anew")
    assert validate(tmp_path / "after").ok


def test_groups_do_not_become_many_however_often_a_few_are_added(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "_SMALL", 20)
    monkeypatch.setattr(writing, "ROWS_A_GROUP", 40)
    linked(ROWS[:60], tmp_path / "0")
    for n in range(1, 12):
        linked(ROWS[55 + 5 * n : 60 + 5 * n], tmp_path / f"{n}", previous=tmp_path / f"{n - 1}")
    rows = pq.read_metadata(tmp_path / "11/articles.parquet")
    assert rows.num_rows == 115
    assert rows.num_row_groups <= 115 / 20
    linked(ROWS[:115], tmp_path / "whole")
    assert clusters(tmp_path / "11") == clusters(tmp_path / "whole")


@pytest.mark.parametrize("odd", ["order of columns", "a column more", "no file of its own"])
def test_an_earlier_table_of_another_make_is_written_anew(tmp_path, monkeypatch, odd):
    monkeypatch.setattr(writing, "_SMALL", 1)
    linked(ROWS[5:], tmp_path / "before")
    path = tmp_path / "before/articles.parquet"
    table = pq.read_table(path)
    if odd == "order of columns":
        pq.write_table(table.select(table.column_names[::-1]), path)
    elif odd == "a column more":
        pq.write_table(table.append_column("more", pa.array(range(len(table)))), path)
    else:
        (tmp_path / "before/data/articles").mkdir(parents=True)
        for n in range(2):
            pq.write_table(table[n * 60 : n * 60 + 60], tmp_path / f"before/data/articles/{n}.parquet")
        path.unlink()
    made = link(write_articles(ROWS[:5], tmp_path / "new"), tmp_path, previous=tmp_path / "before")
    assert made.rows["articles"] == len(ROWS)
    assert pq.read_schema(tmp_path / "articles.parquet").names == table.column_names
    linked(ROWS, tmp_path / "whole")
    assert clusters(tmp_path) == clusters(tmp_path / "whole")
