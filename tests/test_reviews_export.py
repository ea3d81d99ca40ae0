"""A sheet shows the articles that were asked for, with enough of their text to judge them."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import communique
from communique.errors import DataError, UsageError
from communique.pipeline import normalize
from communique.reviews.export import START, export_sheet
from communique.reviews.sheet import MOST_CHARS, read_sheet
from tests.test_pipeline import write
from tests.test_reviews_edits import page


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    write(folder / "pages.jsonl", [page(n) for n in range(12)])
    long = page(20) | {"text": page(20)["text"] + "\n\n" + "The ministers spoke at length. " * 2000}
    write(folder / "long.jsonl", [long])
    normalize([folder / "pages.jsonl", folder / "long.jsonl"], folder / "out")
    return folder


def shown(folder: Path, tables: Path, **asked: object) -> list[dict]:
    path = folder / f"sheet-{len(list(folder.iterdir()))}.csv"
    count = export_sheet(tables, path, **asked)
    rows = [dict(row.cells) for row in read_sheet(path)]
    assert len(rows) == count
    return rows


def test_every_article_is_a_row_in_the_order_of_the_table(made, tmp_path):
    rows = shown(tmp_path, made / "out")
    table = pq.read_table(made / "out/articles.parquet")
    assert [row["article_id"] for row in rows] == table["article_id"].to_pylist()
    assert [row["url"] for row in rows] == table["url"].to_pylist()


def test_a_sample_is_the_same_each_time_and_part_of_a_larger_one(made, tmp_path):
    few, again, more = (shown(tmp_path, made / "out", sample=n) for n in (3, 3, 6))
    assert few == again
    assert {row["article_id"] for row in few} < {row["article_id"] for row in more}
    assert len(shown(tmp_path, made / "out", sample=99)) == 13


def test_only_articles_of_one_review_are_shown(made, tmp_path):
    assert shown(tmp_path, made / "out", only="verified") == []
    assert len(shown(tmp_path, made / "out", only="machine")) == 13
    with pytest.raises(UsageError, match="no article is 'human'"):
        shown(tmp_path, made / "out", only="human")


def test_the_beginning_of_a_body_is_shown_or_as_much_as_a_cell_can_hold(made, tmp_path):
    start = max((row["text"] for row in shown(tmp_path, made / "out")), key=len)
    assert START < len(start) <= START + 2
    assert start.endswith("…")
    full = max((row["text"] for row in shown(tmp_path, made / "out", full_text=True)), key=len)
    assert MOST_CHARS - 99 < len(full) <= MOST_CHARS + 2


def test_a_body_that_is_withheld_is_shown_from_its_page_if_it_is_the_same(made, tmp_path):
    table = pq.read_table(made / "out/articles.parquet")
    withheld = table.set_column(
        table.schema.get_field_index("body"), table.schema.field("body"), pa.nulls(len(table), pa.string())
    )
    (tmp_path / "tables").mkdir()
    pq.write_table(withheld, tmp_path / "tables/articles.parquet")
    assert {row["text"] for row in shown(tmp_path, tmp_path / "tables")} == {""}
    rows = shown(tmp_path, tmp_path / "tables", pages=[made / "pages.jsonl"])
    assert sum(bool(row["text"]) for row in rows) == 12
    assert rows == [
        row | {"text": row["text"] and other["text"]}
        for row, other in zip(rows, shown(tmp_path, made / "out"), strict=True)
    ]
    changed = write(
        tmp_path / "changed.jsonl",
        [page(n) | {"text": page(n)["text"] + "\n\nThey agreed to meet again in June."} for n in range(12)],
    )
    assert {row["text"] for row in shown(tmp_path, tmp_path / "tables", pages=[changed])} == {""}


def test_a_release_is_exported_as_tables_are(tmp_path):
    newest = Path(__file__).parent.parent / "dataset/releases" / communique.versions()[-1]
    rows = shown(tmp_path, newest, only="verified")
    assert len(rows) == 48
    assert any("|" in row["actors"] for row in rows)


def test_what_is_no_table_of_articles_is_told(made, tmp_path):
    with pytest.raises(UsageError, match="does not exist"):
        export_sheet(tmp_path / "none", tmp_path / "sheet.csv")
    with pytest.raises(DataError, match="holds no table of articles"):
        export_sheet(made / "out/events.parquet", tmp_path / "sheet.csv")
    assert list(tmp_path.iterdir()) == []
