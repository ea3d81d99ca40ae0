"""From tables to a sheet and back: what was changed is a review, what was not is none, what is wrong is told."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import DataError, UsageError
from communique.pipeline import normalize
from communique.reviews import OF_ARTICLE, load_reviews
from communique.reviews.cells import cell
from communique.reviews.edits import _article, _record, apply_sheet, sheet_reviews
from communique.reviews.export import export_sheet
from communique.reviews.read import as_line
from communique.reviews.sheet import EDITED, _guarded
from communique.reviews.values import FOUND, column_of
from tests.test_pipeline import write
from tests.test_reviews_cells import VALUES

TEXT = """{a} and {b} hold talks {n} on transport

{city}, {n} March 2024 - The Foreign Minister of {a}, Anton Berger, met on Tuesday with the Foreign Minister of {b}, \
Lena Novak, and talked with her about cooperation in the fields of transport and energy.

"Our roads and railways will bring the two countries closer," Minister Berger said after the meeting."""
PARTIES = [("Austria", "Slovenia", "VIENNA"), ("Kenya", "Ghana", "NAIROBI"), ("Peru", "Chile", "LIMA")]


def page(n: int) -> dict:
    """A page that has a value for nearly every column."""
    a, b, city = PARTIES[n % 3]
    return {"url": f"https://example.org/news/{n}", "text": TEXT.format(a=a, b=b, city=city, n=n + 10)}


BY = {"reviewer": "AB", "reason": "read again", "date": "2025-11-04"}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    write(folder / "pages.jsonl", [page(n) for n in range(4)])
    normalize([folder / "pages.jsonl"], folder / "out")
    return folder


@pytest.fixture
def sheet(made, tmp_path) -> Path:
    export_sheet(made / "out", tmp_path / "sheet.csv")
    return tmp_path / "sheet.csv"


def rows_of(tables: Path) -> list[dict]:
    return pq.read_table(tables / "articles.parquet").to_pylist()


def edit(sheet: Path, *changes: dict[str, str]) -> Path:
    """The sheet with cells of its first rows changed, as a person would."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = csv.reader(file)
    for line, cells in zip(lines, changes, strict=False):
        for name, text in cells.items():
            line[header.index(name)] = text
    edited = sheet.with_name("edited.csv")
    with edited.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *lines])
    return edited


def test_a_sheet_that_nobody_touched_makes_no_review_and_no_file(made, sheet, tmp_path):
    assert apply_sheet(sheet, made / "out", tmp_path / "reviews.jsonl", reviewer="AB", reason="x") == []
    assert not (tmp_path / "reviews.jsonl").exists()


EDITS: dict[str, tuple[dict[str, str], dict[str, Any]]] = {
    "title": ({"title": "=Another 'headline'"}, {"title": "=Another 'headline'"}),
    "byline": ({"byline": "J. Doe"}, {"byline": "J. Doe"}),
    "dateline_place": ({"dateline_place": ""}, {"dateline_place": None}),
    "language": ({"language": "FR"}, {"language": "fr"}),
    "published": ({"published": "30/03/2024"}, {"published": date(2024, 3, 30), "published_source": "dateline"}),
    "published_source": ({"published_source": "text"}, {"published": ..., "published_source": "text"}),
    "event_date": ({"event_date": ""}, {"event_date": None, "event_date_source": None}),
    "event_date_source": ({"event_date_source": "explicit"}, {"event_date": ..., "event_date_source": "explicit"}),
    "kind": ({"kind": "Visit"}, {"kind": "visit"}),
    "countries": ({"countries": "FJI, CHL"}, {"countries": ["CHL", "FJI"]}),
    "actors": (
        {"actors": "Lena Novak | envoy | CHL\n| chair | | Some Body"},
        {
            "actors": [
                {"name": "Lena Novak", "role": "envoy", "country": "CHL", "organization": None, "type": "person"},
                {"name": None, "role": "chair", "country": None, "organization": "Some Body", "type": "person"},
            ]
        },
    ),
    "sectors": (
        {"sectors": "health | primary\ntrade"},
        {"sectors": [{"code": "health", "primary": True}, {"code": "trade", "primary": False}]},
    ),
}


@pytest.mark.parametrize("column", EDITED)
def test_a_change_in_each_column_is_that_review_and_normalize_gives_its_value(column, made, sheet, tmp_path):
    cells, values = EDITS[column]
    before = rows_of(made / "out")[0]
    values = {name: before[name] if one is ... else one for name, one in values.items()}
    file = tmp_path / "reviews.jsonl"
    (review,) = apply_sheet(edit(sheet, cells), made / "out", file, **BY)
    assert review.values == values
    assert (review.article_id, review.url, review.body_sha256) == tuple(
        before[key] for key in ("article_id", "url", "body_sha256")
    )
    summary = normalize([made / "pages.jsonl"], tmp_path / "out", reviews=file)
    assert (summary.reviewed, summary.unmatched_reviews, summary.doubtful_reviews) == (1, [], [])
    after = next(row for row in rows_of(tmp_path / "out") if row["article_id"] == before["article_id"])
    assert after["review"] == "verified"
    for name, one in values.items():
        got = after[name]
        if column in ("actors", "sectors"):
            got = [{key: entry[key] for key in one[0]} for entry in got]
        assert got == one


CELLS = {name: VALUES[name] for name in ("title", "byline", "kind", "countries", "actors", "sectors")}


@settings(max_examples=40)
@given(
    st.lists(
        st.fixed_dictionaries({}, optional=CELLS)
        .map(lambda values: {name: one for name, one in values.items() if name != "actors" or one})
        .filter(bool),
        max_size=4,
    )
)
def test_whatever_is_written_into_cells_comes_out_as_reviews_and_nothing_else_does(made, tmp_path_factory, edits):
    folder = tmp_path_factory.mktemp("sheet")
    export_sheet(made / "out", folder / "sheet.csv")
    rows = rows_of(made / "out")
    written = [{name: _guarded(cell(column_of(name), one)) for name, one in values.items()} for values in edits]
    try:
        reviews = sheet_reviews(edit(folder / "sheet.csv", *written), made / "out", **BY)
    except DataError as error:
        told = [line for line in str(error).splitlines() if not line.startswith("... and ")]
        assert all("would break the contract" in line for line in told)
        return
    expected = {}
    for row, values in zip(rows, edits, strict=False):
        stored = {name: row[name] for name in values}
        for name in ("actors", "sectors"):
            if name in stored:
                stored[name] = [{key: one[key] for key in one if key not in FOUND} for one in stored[name]]
        if changed := {name: one for name, one in values.items() if one != stored[name]}:
            expected[row["article_id"]] = changed
    assert {review.article_id: review.values for review in reviews} == expected
    file = folder / "reviews.jsonl"
    file.write_text("".join(f"{as_line(review)}\n" for review in reviews), encoding="utf-8")
    again = load_reviews(file)
    for review in reviews:
        row = next(row for row in rows if row["article_id"] == review.article_id)
        reviewed = again.apply(review.article_id, _article(row), _record(row))
        for name, one in review.values.items():
            got = getattr(reviewed.article if name in OF_ARTICLE else reviewed.record, name)
            if name in ("actors", "sectors"):
                got = [{key: getattr(entry, key) for key in wanted} for entry, wanted in zip(got, one, strict=True)]
            assert got == one or (name == "countries" and "actors" in review.values)


def test_a_named_reviewer_confirms_a_row_that_was_not_changed(made, sheet, tmp_path):
    file = tmp_path / "reviews.jsonl"
    (review,) = apply_sheet(edit(sheet, {}, {"reviewer": "CD"}), made / "out", file, date="2025-11-04")
    assert (review.values, review.reviewer, review.reason) == ({}, "CD", "read and confirmed")
    assert json.loads(file.read_text(encoding="utf-8"))["values"] == {}
    normalize([made / "pages.jsonl"], tmp_path / "out", reviews=file)
    marks = {row["article_id"]: row["review"] for row in rows_of(tmp_path / "out")}
    assert [identity for identity, mark in marks.items() if mark == "verified"] == [review.article_id]


def test_what_a_row_says_of_who_and_why_goes_before_the_options(made, sheet):
    edited = edit(sheet, {"kind": "aid", "reviewer": "CD", "reason": "it is aid"}, {"kind": "aid"})
    first, second = sheet_reviews(edited, made / "out", **BY)
    assert (first.reviewer, first.reason) == ("CD", "it is aid")
    assert (second.reviewer, second.reason, second.date) == ("AB", "read again", date(2025, 11, 4))


def test_every_cell_that_will_not_do_is_named_with_what_would(made, sheet, tmp_path):
    edited = edit(
        sheet,
        {"countries": "Syria, IRN", "published": "03/04/2019", "reviewer": "AB"},
        {"actors": "A | B | SYR\nC | D | Iran", "kind": "metting", "reason": "why"},
        {"exported": "x-0", "kind": "aid"},
        {"article_id": "a-0"},
    )
    with pytest.raises(DataError) as raised:
        apply_sheet(edited, made / "out", tmp_path / "reviews.jsonl")
    assert str(raised.value).splitlines() == [
        "edited.csv row 2, published: '03/04/2019' can be 2019-04-03 or 2019-03-04; write the one that is meant",
        "edited.csv row 2, countries: 'Syria' is no ISO code; did you mean SYR?",
        "edited.csv row 3, kind: 'metting' is not one of its values; did you mean meeting?",
        "edited.csv row 3, actors, entry 2: country: 'Iran' is no ISO code; did you mean IRN?",
        "edited.csv row 3, reviewer: it is empty; write the initials of who changed the row, or give --reviewer",
        "edited.csv row 4, exported: the tables hold other values; give those from which the sheet came, or export it"
        " again",
        "edited.csv row 5, article_id: the tables hold no article 'a-0'",
    ]
    assert not (tmp_path / "reviews.jsonl").exists()


def test_a_changed_row_says_who_and_why(made, sheet):
    with pytest.raises(DataError) as raised:
        sheet_reviews(edit(sheet, {"kind": "aid"}), made / "out")
    who, why = str(raised.value).splitlines()
    assert "row 2, reviewer: it is empty" in who
    assert "row 2, reason: it is empty; say why kind changed" in why


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (
            {"published": "2019-10-29", "published_source": ""},
            "published_source: it is empty, but there is 'published'",
        ),
        ({"event_date": "2025-01-01"}, "the article would break the contract: "),
        ({"sectors": "trade\ntrade"}, "the article would break the contract: sectors"),
        ({"title": ""}, "title: it may not be null"),
    ],
)
def test_a_review_that_would_cost_the_article_its_place_is_refused(cells, says, made, sheet):
    with pytest.raises(DataError, match=says):
        sheet_reviews(edit(sheet, cells), made / "out", **BY)


def test_days_that_a_spreadsheet_wrote_anew_are_no_changes(made, sheet):
    rows = rows_of(made / "out")
    for style in ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y-%m-%d 00:00:00"):
        cells = [{name: f"{row[name]:{style}}" for name in ("published", "event_date")} for row in rows]
        assert sheet_reviews(edit(sheet, *cells), made / "out", **BY) == []


def test_an_article_twice_in_a_sheet_is_told(made, sheet):
    first, second = rows_of(made / "out")[:2]
    with pytest.raises(DataError, match="row 3, article_id: the article is in the sheet twice"):
        sheet_reviews(edit(sheet, {}, {"article_id": first["article_id"]}), made / "out")
    assert first["article_id"] != second["article_id"]


def test_reviews_that_are_there_are_not_lost(made, sheet, tmp_path):
    file = tmp_path / "reviews.jsonl"
    edited = edit(sheet, {"kind": "aid"})
    apply_sheet(edited, made / "out", file, **BY)
    apply_sheet(edited, made / "out", file, **BY)
    with pytest.raises(UsageError, match="exists with other content"):
        apply_sheet(edited, made / "out", file, **{**BY, "reviewer": "CD"})
    with pytest.raises(UsageError, match="exists with other content"):
        apply_sheet(sheet, made / "out", file)
    assert json.loads(file.read_text(encoding="utf-8"))["reviewer"] == "AB"


def test_a_day_that_is_none_is_a_fault_of_the_call(made, sheet):
    with pytest.raises(UsageError, match="'soon' is no day"):
        sheet_reviews(sheet, made / "out", date="soon")
