"""`communique review`, run as a user runs it, from tables to a sheet, reviews, and tables again."""

import csv
import json
import re
from pathlib import Path

import pytest
import typer

from communique.cli_review import app
from tests.test_cli import communique
from tests.test_pipeline import write
from tests.test_reviews_edits import page

ROOT = Path(__file__).parent.parent
COMMANDS = sorted(typer.main.get_command(app).commands.items())  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_has_help_with_an_example_and_stands_in_the_documents(name, command):
    assert "Example:" in command.help
    for document in ("README.md", "docs/reviewing.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        assert re.search(rf"^communique review {name}\b", text, re.MULTILINE)
    assert all(parameter.help for parameter in command.params)


def test_a_sheet_goes_from_tables_to_reviews_to_tables(tmp_path):
    pages, out, sheet = (
        write(tmp_path / "pages.jsonl", [page(n) for n in range(3)]),
        tmp_path / "out",
        tmp_path / "s.csv",
    )
    communique("normalize", pages, "--out", out)
    run = communique("review", "export", out, "--out", sheet, "--sample", 2, "--only", "machine", "--json")
    assert json.loads(run.stdout) == {"out": str(sheet), "articles": 2}
    untouched = communique("review", "apply", sheet, "--tables", out, "--out", tmp_path / "r.jsonl")
    assert (untouched.returncode, b"nothing to write" in untouched.stdout) == (0, True)

    with sheet.open(encoding="utf-8-sig", newline="") as file:
        header, first, second = csv.reader(file)
    first[header.index("kind")], second[header.index("reviewer")] = "aid", "CD"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, first, second])
    refused = communique("review", "apply", sheet, "--tables", out, "--out", tmp_path / "r.jsonl")
    assert refused.returncode == 1
    assert b"s.csv row 2, reviewer: it is empty" in refused.stderr

    given = ("--reviewer", "AB", "--reason", "read again", "--date", "2025-11-04")
    run = communique("review", "apply", sheet, "--tables", out, "--out", tmp_path / "r.jsonl", *given)
    assert run.stdout.decode().startswith("1 correction and 1 confirmation written to ")
    again = communique("normalize", pages, "--reviews", tmp_path / "r.jsonl", "--out", out, "--json")
    assert json.loads(again.stdout)["reviewed"] == 2
    verified = communique("review", "export", out, "--out", tmp_path / "v.csv", "--only", "verified")
    assert verified.stdout.decode() == f"2 articles written to {tmp_path / 'v.csv'}\n"


def test_reviews_of_another_text_are_warned_of(tmp_path):
    pages = write(tmp_path / "pages.jsonl", [page(1)])
    review = {"url": page(1)["url"], "reviewer": "AB", "date": "2025-11-04", "reason": "x", "values": {"kind": "aid"}}
    reviews = write(tmp_path / "r.jsonl", [review | {"body_sha256": "0" * 64}])
    run = communique("normalize", pages, "--reviews", reviews, "--out", tmp_path / "out")
    assert run.returncode == 0
    assert b"warning: " in run.stderr
    assert b"made on another text than the article has now" in run.stderr


@pytest.mark.parametrize(
    "args",
    [
        ["review"],
        ["review", "export", "no-such-tables", "--out", "s.csv"],
        ["review", "export", ".", "--out", "s.csv", "--sample", "0"],
        ["review", "apply", "no-such.csv", "--tables", ".", "--out", "r.jsonl"],
        ["review", "apply", "s.csv", "--tables", ".", "--out", "r.jsonl", "--date", "soon"],
    ],
)
def test_a_call_at_fault_exits_2_with_one_message(args, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = communique(*args)
    assert (run.returncode, run.stdout) == (2, b"") or args == ["review"]
    assert run.returncode == 2
