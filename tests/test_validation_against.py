"""Whoever holds the pages can prove a release, also one that withholds its texts."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from communique.errors import UsageError
from communique.pipeline import normalize
from communique.release.build import build_release
from communique.validation.against import against
from tests.test_pipeline import page, write


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Pages, and a release of them without their texts."""
    folder = tmp_path_factory.mktemp("made")
    pages = write(folder / "pages.jsonl", [page(n) for n in range(5)])
    normalize([pages], folder / "tables")
    return pages, build_release(folder / "tables", "1.0.0", out=folder / "out", withhold="all").path


def found(report):
    return {(one.rule, one.column) for one in report.violations}


def changed(release, folder, change):
    """Tables of the release in which `change` was made to the rows of articles."""
    rows = pq.read_table(release / "data/articles")
    values = rows.to_pylist()
    change(values)
    folder.mkdir()
    pq.write_table(pa.Table.from_pylist(values, schema=rows.schema), folder / "articles.parquet")
    return folder


def test_pages_prove_a_release_that_holds_no_text(made):
    pages, release = made
    assert pq.read_table(release / "data/articles")["body"].null_count == 5
    report = against(release, [pages])
    assert report.ok, str(report)
    assert (report.pages, report.matched, report.others) == (5, 5, 0)


def test_an_article_without_its_page_and_a_page_without_an_article_are_told(made, tmp_path):
    report = against(made[1], [write(tmp_path / "a.jsonl", [page(n) for n in range(1, 7)])])
    assert found(report) == {("page_missing", "article_id")}
    assert (report.matched, report.others, report.total) == (4, 2, 1)


def test_another_text_is_told_and_of_several_captures_one_that_fits_is_enough(made, tmp_path):
    other = page(0)
    other["text"] += "\n\nThe two ministers agreed to meet again in spring, officials of both sides said."
    texts = [other, *(page(n) for n in range(1, 5))]
    report = against(made[1], [write(tmp_path / "a.jsonl", texts)])
    assert found(report) == {("body_differs", "body_sha256")}
    for order in ([*texts, page(0)], [page(0), *texts]):
        assert against(made[1], [write(tmp_path / "b.jsonl", order)]).ok


def lengthen(rows):
    rows[0]["body_chars"] += 1


def move(rows):
    actor = next(actor for row in rows for actor in row["actors"] if actor["start"] is not None)
    actor["start"], actor["end"] = 0, 2


def leave(rows):
    row = next(row for row in rows if any(actor["start"] is not None for actor in row["actors"]))
    row["actors"][0]["end"] = 10**6


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lengthen, {("length_differs", "body_chars")}),
        (move, {("evidence_differs", "actors.start")}),
        (leave, {("evidence_outside", "actors.end")}),
    ],
)
def test_lengths_and_offsets_that_do_not_fit_are_told(made, tmp_path, change, expected):
    pages, release = made
    assert found(against(changed(release, tmp_path / "changed", change), [pages])) == expected


def test_reviews_that_were_applied_are_applied_again(tmp_path):
    pages = write(tmp_path / "pages.jsonl", [page(1)])
    values = {"body": "The ministers met."}
    line = {"url": page(1)["url"], "reviewer": "AB", "date": "2026-01-01", "reason": "typing error", "values": values}
    (tmp_path / "reviews.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    normalize([pages], tmp_path / "out", reviews=tmp_path / "reviews.jsonl")
    assert against(tmp_path / "out", [pages], reviews=tmp_path / "reviews.jsonl").ok
    assert found(against(tmp_path / "out", [pages])) == {("body_differs", "body_sha256")}


def test_no_pages_are_a_wrong_call_and_rejects_are_pages(made, tmp_path):
    (tmp_path / "none").mkdir()
    with pytest.raises(UsageError):
        against(made[1], [tmp_path / "none"])
    (tmp_path / "broken.jsonl").write_text("{")
    assert against(made[1], [tmp_path / "broken.jsonl"]).total == 5
