"""A sheet survives what spreadsheets do to it, and no cell of it is a formula."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import DataError, UsageError
from communique.reviews.sheet import COLUMNS, read_sheet, write_sheet

ROW = {name: f"{name} é" for name in COLUMNS} | {"actors": "A | B\nC; D", "text": 'He said "so", twice.\n\nThen'}


def written(folder: Path, *rows: dict) -> Path:
    path = folder / "sheet.csv"
    write_sheet(rows, path)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_sheet_is_read_as_it_was_written(delimiter, tmp_path):
    write_sheet([ROW], tmp_path / "sheet.csv", delimiter)
    (row,) = read_sheet(tmp_path / "sheet.csv")
    assert (row.number, row.cells) == (2, ROW)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("said", [False, True])
def test_whatever_a_spreadsheet_made_of_the_file_it_is_read(delimiter, encoding, said, tmp_path):
    path = tmp_path / "saved.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(f"sep={delimiter}\r\n" * said)
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(["my notes", *(f" {name.upper()} " for name in reversed(COLUMNS)), "", ""])
        writer.writerow(["look!", *(ROW[name].replace("\n", "\r\n") for name in reversed(COLUMNS))])
        writer.writerow([""] * 30)
    (row,) = read_sheet(path)
    assert (row.number, row.cells) == (2 + said, ROW)


@given(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])) | st.text("'=+-@＝\t a", max_size=5))
def test_no_cell_begins_a_formula_and_each_reads_back(tmp_path_factory, text):
    path = written(tmp_path_factory.mktemp("sheet"), {**ROW, "title": text})
    with path.open(encoding="utf-8-sig", newline="") as file:
        (_, cells) = csv.reader(file)
    assert not any(cell.startswith(tuple("=+-@\t\r＝＋－＠")) for cell in cells)
    assert read_sheet(path)[0].cells["title"] == text


def test_a_sheet_that_is_there_is_left_alone(tmp_path):
    path = written(tmp_path, ROW)
    before = path.read_bytes()
    with pytest.raises(UsageError, match="exists, and may hold somebody's work"):
        write_sheet([], path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_sheet_that_fails_halfway_leaves_nothing(tmp_path):
    def rows():
        yield ROW
        raise DataError("no more")

    with pytest.raises(DataError, match="no more"):
        write_sheet(rows(), tmp_path / "sheet.csv")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "says", "hint"),
    [
        (",".join(COLUMNS).encode() + b"\n\xe9\n", "not in UTF-8", "CSV UTF-8"),
        (b"", "no column 'article_id'", "first line"),
        (b"PK\x03\x04\x00\x00", "no column", "first line"),
        (",".join(COLUMNS[:-1]).encode(), "no column 'exported'", "none taken away"),
        (",".join(COLUMNS).encode() + b'\n"a\n', "is no CSV", "again"),
    ],
)
def test_a_file_that_is_no_sheet_is_told(data, says, hint, tmp_path):
    (tmp_path / "sheet.csv").write_bytes(data)
    with pytest.raises(DataError, match=says) as raised:
        read_sheet(tmp_path / "sheet.csv")
    assert hint in raised.value.hint


def test_a_sheet_that_is_not_there_and_one_that_cannot_be_written_are_faults_of_the_call(tmp_path):
    with pytest.raises(UsageError, match="none"):
        read_sheet(tmp_path / "none.csv")
    with pytest.raises(UsageError, match="is no delimiter"):
        write_sheet([ROW], tmp_path / "sheet.csv", "|")
    with pytest.raises(UsageError, match="cannot write"):
        write_sheet([ROW], tmp_path / "no" / "folder.csv")
