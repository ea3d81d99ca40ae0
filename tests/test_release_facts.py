"""The figures of a manifest are those of the rows, counted another way."""

from collections import Counter
from itertools import combinations

import pyarrow.parquet as pq
import pytest
import synthetic

from communique.release import facts
from communique.schemas import TABLES


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    synthetic.write(folder, 1000)
    return folder


def test_counts_are_numbers_of_articles(folder):
    rows = pq.read_table(folder / "articles.parquet").to_pylist()
    found = facts.counts([folder / "articles.parquet"])
    assert found["year"] == Counter(str(r["published"].year) if r["published"] else "unknown" for r in rows)
    assert found["month"] == Counter(f"{r['published']:%Y-%m}" for r in rows if r["published"])
    assert found["publisher"] == Counter(r["publisher"] for r in rows if r["publisher"])
    assert found["country"] == Counter(code for r in rows for code in r["countries"])
    assert found["pair"] == Counter("-".join(pair) for r in rows for pair in combinations(r["countries"], 2))
    assert found["sector"] == Counter(one["code"] for r in rows for one in r["sectors"])
    for name in ("kind", "language", "rights", "review"):
        assert found[name] == Counter(r[name] for r in rows)
    assert all(list(counts) == sorted(counts) for counts in found.values())
    assert facts.newest([folder / "articles.parquet"]) == max(r["published"] for r in rows if r["published"])


@pytest.mark.parametrize("statistics", [True, False])
@pytest.mark.parametrize("name", TABLES)
def test_coverage_is_the_share_of_rows_with_a_value(folder, tmp_path, name, statistics):
    table = pq.read_table(folder / f"{name}.parquet")
    files = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    pq.write_table(table.slice(0, 300), files[0], write_statistics=statistics)
    pq.write_table(table.slice(300), files[1], row_group_size=50)
    rows = table.to_pylist()
    expected = {}
    for path, _ in TABLES[name].walk():
        column, dot, field = path.partition(".")
        values = [item[field] for row in rows for item in row[column]] if dot else [row[column] for row in rows]
        expected[path] = round(sum(value not in (None, []) for value in values) / len(values), 4)
    assert facts.coverage(TABLES[name], files) == expected


def test_no_rows_have_no_figures(tmp_path):
    from communique.schemas import arrow_schema

    for name in TABLES:
        pq.write_table(arrow_schema(name).empty_table(), tmp_path / f"{name}.parquet")
        assert set(facts.coverage(TABLES[name], [tmp_path / f"{name}.parquet"]).values()) == {0.0}
    assert not any(facts.counts([tmp_path / "articles.parquet"]).values())
    assert facts.newest([tmp_path / "articles.parquet"]) is None
