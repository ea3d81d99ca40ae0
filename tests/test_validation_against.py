"""Whoever holds the pages can prove a release, also one that withholds its texts."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from communique.errors import DataError, UsageError
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


def articles_of(release):
    """The rows of articles, in a schema that lets anything be null."""
    rows = pq.read_table(release / "data/articles")
    return rows.cast(pa.schema([(field.name, field.type) for field in rows.schema]))


def written(rows, folder):
    folder.mkdir()
    pq.write_table(rows, folder / "articles.parquet")
    return folder


def changed(release, folder, change):
    """Tables of the release in which `change` was made to the rows of articles."""
    rows = articles_of(release)
    values = rows.to_pylist()
    change(values)
    return written(pa.Table.from_pylist(values, schema=rows.schema), folder)


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


def cut(rows):
    actor = next(actor for row in rows for actor in row["actors"] if actor["start"] is not None)
    actor["end"] = None


def lose(rows):
    rows[0]["article_id"] = None


def forge(rows):
    rows.append({**rows[0], "body_sha256": "0" * 64})


def misplace(rows):
    sector = next(sector for row in rows for sector in row["sectors"] if sector["start"] is not None)
    sector["end"] = 10**6


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (cut, {("evidence_outside", "actors.end")}),
        (misplace, {("evidence_outside", "sectors.end")}),
        (lose, {("page_missing", "article_id")}),
        (forge, {("body_differs", "body_sha256")}),
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


def test_each_row_is_held_to_its_page_also_where_two_have_one_id(made, tmp_path):
    report = against(changed(made[1], tmp_path / "changed", forge), [made[0]])
    assert (report.rows["articles"], report.matched, report.total) == (6, 5, 1)


def test_rules_count_what_they_judged_and_nothing_in_a_text_that_is_another(made, tmp_path):
    def judged(report):
        return {rule: (count.seen, count.violations) for (_, _, rule, _), count in report.counts.items()}

    rows = articles_of(made[1]).to_pylist()
    spans = {
        name: [sum(one["start"] is not None for one in row[name]) for row in rows] for name in ("actors", "sectors")
    }
    assert all(map(sum, spans.values()))
    actors, both = sum(spans["actors"]), sum(map(sum, spans.values()))
    assert judged(against(made[1], [made[0]])) == {
        "page_missing": (5, 0),
        "body_differs": (5, 0),
        "length_differs": (5, 0),
        "evidence_outside": (both, 0),
        "evidence_differs": (actors, 0),
    }

    def forge_first(values):
        values[0]["body_sha256"] = "0" * 64

    assert judged(against(changed(made[1], tmp_path / "changed", forge_first), [made[0]])) == {
        "page_missing": (5, 0),
        "body_differs": (5, 1),
        "length_differs": (4, 0),
        "evidence_outside": (both - spans["actors"][0] - spans["sectors"][0], 0),
        "evidence_differs": (actors - spans["actors"][0], 0),
    }


@pytest.mark.parametrize("column", ["article_id", "body_sha256", "body_chars", "actors", "sectors"])
@pytest.mark.parametrize("values", [None, [b"x"], [[1]], [[{"name": "a"}]]])
def test_tables_that_are_not_as_the_contract_has_them_end_in_a_sentence(made, tmp_path, column, values):
    rows = articles_of(made[1])
    at = rows.schema.get_field_index(column)
    broken = rows.set_column(at, column, pa.array(values * len(rows))) if values else rows.remove_column(at)
    with pytest.raises(DataError, match=column):
        against(written(broken, tmp_path / "broken"), [made[0]])


def test_files_that_cannot_be_read_end_in_a_sentence(made, tmp_path):
    rows = articles_of(made[1])
    garbled = pa.Array.from_buffers(pa.string(), len(rows), pa.array([b"\xff"] * len(rows)).buffers())
    folder = written(rows.set_column(0, rows.schema.names[0], garbled), tmp_path / "garbled")
    with pytest.raises(DataError, match="cannot be read"):
        against(folder, [made[0]])
    (folder / "articles.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(DataError, match="cannot be read"):
        against(folder, [made[0]])


def test_a_page_that_splitting_fails_on_costs_no_other_page(made, monkeypatch):
    from communique import page as pages
    from communique.page import split

    def failing(given):
        if given.url == page(0)["url"]:
            raise RecursionError("a fault")
        return split(given)

    monkeypatch.setattr(pages, "split", failing)
    report = against(made[1], [made[0]])
    assert (report.pages, report.matched, report.total) == (5, 4, 1)
