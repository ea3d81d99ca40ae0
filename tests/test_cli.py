"""The command line, run as a user runs it: results, messages, exit codes."""

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from communique.cli import app
from tests.test_pipeline import page, write

README = Path(__file__).parent.parent / "README.md"
COMMANDS = sorted(typer.main.get_command(app).commands.items())  # type: ignore[attr-defined]


def communique(*args: object, stdin: bytes = b"") -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "communique", *map(str, args)]
    run = subprocess.run(command, input=stdin, capture_output=True, timeout=120, check=False)
    assert b"Traceback" not in run.stderr, run.stderr.decode()
    return run


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(name, command):
    assert "Example:" in command.help
    assert re.search(rf"^communique {name}\b", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert all(parameter.help for parameter in command.params if hasattr(parameter, "help"))


def test_pages_from_standard_input_become_tables_that_validate(tmp_path):
    lines = "".join(json.dumps(page(n)) + "\n" for n in range(3)).encode()
    run = communique("normalize", "-", "--out", tmp_path / "out", "--json", stdin=lines)
    assert run.returncode == 0, run.stderr.decode()
    assert json.loads(run.stdout)["articles"] == 3
    assert communique("validate", tmp_path / "out").returncode == 0


def test_validate_names_table_row_column_and_rule_and_exits_1(tmp_path):
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    communique("normalize", write(tmp_path / "a.jsonl", [page(1)]), "--out", tmp_path / "out")
    path = tmp_path / "out/articles.parquet"
    table = pq.read_table(path)
    column = table.schema.get_field_index("kind")
    broken = pc.replace_with_mask(table["kind"], pa.array([True]), pa.scalar("party"))
    pq.write_table(table.set_column(column, table.schema.field("kind"), broken), path)
    run = communique("validate", tmp_path / "out", "--json")
    assert run.returncode == 1
    violations = json.loads(run.stdout)["violations"]
    assert {"table": "articles", "row": 0, "column": "kind", "value": "party"}.items() <= next(
        v for v in violations if v["column"] == "kind"
    ).items()


@pytest.mark.parametrize(
    "args",
    [
        ["normalize", "no-such-file", "--out", "out"],
        ["normalize"],
        ["validate", "no-such-dir"],
        ["evaluate", "no-such-gold.jsonl"],
        ["schema", "no-such-table"],
        ["release", "no-such-dir", "--version", "1.0.0"],
        ["release", "."],
        ["diff", "no-such-dir", "no-such-dir"],
        ["no-such-command"],
    ],
)
def test_a_call_at_fault_exits_2_with_one_message(args, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = communique(*args)
    assert run.returncode == 2
    assert run.stderr
    assert not run.stdout


def test_pages_become_a_release_then_another_and_the_difference_is_told(tmp_path):
    out, releases = tmp_path / "out", tmp_path / "releases"
    communique("normalize", write(tmp_path / "a.jsonl", [page(1), page(2)]), "--out", out)
    run = communique("release", out, "--version", "1.0.0", "--out", releases, "--json")
    assert run.returncode == 0, run.stderr.decode()
    assert json.loads(run.stdout)["rows"]["articles"] == 2
    communique("normalize", write(tmp_path / "a.jsonl", [page(n) for n in range(1, 4)]), "--out", out)
    run = communique("release", out, "--bump", "patch", "--out", releases)
    assert run.returncode == 2
    assert b"requires a minor one" in run.stderr
    assert b"--version 1.1.0" in run.stderr
    assert communique("release", out, "--bump", "minor", "--out", releases).returncode == 0
    assert sorted(path.name for path in releases.iterdir()) == ["1.0.0", "1.1.0"]
    assert communique("validate", releases / "1.1.0").returncode == 0
    run = communique("diff", f"{releases}@1.0.0", f"{releases}@1.1.0", "--json")
    assert run.returncode == 0
    found = json.loads(run.stdout)
    assert (found["requires"], found["tables"]["articles"]["added"]) == ("minor", 1)
    assert b"| `articles` | 1 | 0 | 0 | 2 |" in communique("diff", f"{releases}@1.0.0", releases, "--markdown").stdout


TEXT = page(5)["text"]
BAD = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50,
    "broken.jsonl": json.dumps(page(1)).encode() + b"\n{broken\n" + json.dumps(page(2)).encode() + b"\n",
    "columns.csv": b"headline,date\nMinisters meet,2024-03-01\n",
    "chrome.txt": b"Home | World | Sport\nLatest news\nShare\nTags: a, b\nCopyright 2024\n",
    "huge.txt": b"All ministers met. " * 2_700_000,
    "encoding.txt": bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF, 0xFE, 0x80]) * 300,
    "cut.jsonl.gz": gzip.compress(json.dumps(page(3)).encode() * 50)[:90],
}
WHOLE_BESIDE_BAD = 2  # pages of broken.jsonl


def test_bad_input_is_a_reject_and_the_rest_of_the_run_goes_on(tmp_path):
    source = tmp_path / "pages"
    source.mkdir()
    for name, content in BAD.items():
        (source / name).write_bytes(content)
    (source / "good.txt").write_text(TEXT, encoding="utf-8")
    run = communique("normalize", source, "--out", tmp_path / "out", "--json")
    assert run.returncode == 0, run.stderr.decode()
    summary = json.loads(run.stdout)
    assert summary["articles"] == 1 + WHOLE_BESIDE_BAD
    assert summary["pages"] == summary["articles"] + sum(summary["rejects"].values())
    rejects = [json.loads(line) for line in (tmp_path / "out/rejects.jsonl").read_text().splitlines()]
    assert all(reject["detail"] for reject in rejects)
    for name in BAD:
        assert any(name in reject["file"] for reject in rejects), name


def test_a_run_in_which_no_page_can_be_used_exits_1(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    run = communique("normalize", tmp_path / "empty.txt", "--out", tmp_path / "out")
    assert run.returncode == 1
    assert b"rejects.jsonl" in run.stderr


def test_help_and_import_load_no_heavy_library():
    heavy = "{'pandas', 'pyarrow', 'datasets', 'pandera'}"
    code = f"import sys, communique.cli; print(list({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code]).strip() == b"[]"
