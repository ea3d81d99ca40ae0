"""Whole runs of normalize: everything is accounted for, and the same input gives the same bytes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.chunks import Task, process
from communique.errors import UsageError
from communique.gold import load_gold
from communique.model import Page, Reject
from communique.pipeline import _violations, normalize
from communique.validation import validate

FILES = (
    *("articles.parquet", "events.parquet", "actors.parquet", "rejects.jsonl", "provenance.json"),
    *("linked.arrow", "forms.parquet"),
)

PAGE = """Foreign ministers of {a} and {b} hold talks on transport

{city}, {n} March 2024 - The Foreign Minister of {a}, Anton Berger, met on Tuesday with his counterpart from {b}, Lena
Novak, to discuss cooperation in the fields of transport and energy, number {n}.

"Our roads and railways will bring the two countries closer," Minister Berger said after the meeting.
"""
PARTIES = [("Austria", "Slovenia", "VIENNA"), ("Kenya", "Ghana", "NAIROBI"), ("Peru", "Chile", "LIMA")]


def page(n: int) -> dict:
    a, b, city = PARTIES[n % 3]
    return {
        "id": f"page-{n}",
        "url": f"https://example.org/news/{n}",
        "text": PAGE.format(a=a, b=b, city=city, n=n % 27 + 1).replace("talks on", f"talks {n} on"),
        "published": f"2024-03-{n % 27 + 1:02}",
    }


def write(path: Path, pages: list[dict]) -> Path:
    path.write_text("".join(json.dumps(p) + "\n" for p in pages), encoding="utf-8")
    return path


def digest(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in FILES}


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    broken = tmp_path / "broken.jsonl"
    broken.write_text(json.dumps(page(90)) + "\n{not json\n" + json.dumps(page(91)) + "\n", encoding="utf-8")
    return [
        write(tmp_path / "one.jsonl", [page(n) for n in range(20)]),
        write(tmp_path / "two.jsonl", [page(n) for n in range(15, 40)]),  # five pages a second time
        broken,
    ]


def test_every_page_ends_in_a_table_or_in_the_rejects(pages, tmp_path):
    summary = normalize(pages, tmp_path / "out")
    assert (summary.pages, summary.articles) == (48, 42)
    assert summary.rejects == {"repeat": 5, "syntax": 1}
    rejects = [json.loads(line) for line in (tmp_path / "out/rejects.jsonl").read_text().splitlines()]
    assert len(rejects) == 6
    assert [r["position"] for r in rejects if r["reason"] == "syntax"] == ["line 2"]
    assert pq.read_metadata(tmp_path / "out/articles.parquet").num_rows == 42


def test_what_normalize_writes_keeps_the_contract(pages, tmp_path):
    normalize(pages, tmp_path / "out")
    assert validate(tmp_path / "out").ok


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_of_files_number_of_runs_and_processes_do_not_change_a_byte(pages, tmp_path, jobs):
    normalize(pages, tmp_path / "first")
    for _ in range(2):
        normalize(pages[::-1], tmp_path / "second", jobs=jobs)
    assert digest(tmp_path / "first") == digest(tmp_path / "second")


def test_of_two_captures_of_a_page_the_later_stays(tmp_path):
    early, late = ({**page(1), "fetched": f"2024-04-0{n}", "id": f"capture {n}"} for n in (1, 2))
    late["text"] += "\nThe ministers agreed to meet again in autumn.\n"
    normalize([write(tmp_path / "a.jsonl", [late, early])], tmp_path / "out")
    assert pq.read_table(tmp_path / "out/articles.parquet")["source_id"].to_pylist() == ["capture 2"]


def test_a_copy_under_another_address_names_the_first_as_its_original(tmp_path):
    copies = [{**page(1), "url": f"https://{host}/x", "published": day} for host, day in COPIES]
    normalize([write(tmp_path / "a.jsonl", copies)], tmp_path / "out")
    rows = {r["publisher"]: r for r in pq.read_table(tmp_path / "out/articles.parquet").to_pylist()}
    assert rows["example.net"]["duplicate_of"] is None
    for copy in ("example.com", "example.org"):
        assert rows[copy]["duplicate_of"] == rows["example.net"]["article_id"]


COPIES = [("example.org", "2024-03-07"), ("example.net", "2024-03-05"), ("example.com", "2024-03-06")]


def test_a_record_that_breaks_the_contract_is_a_reject_with_the_rule(tmp_path):
    summary = normalize([write(tmp_path / "a.jsonl", [{**page(1), "rights": "?!"}, page(2)])], tmp_path / "out")
    assert (summary.articles, summary.rejects) == (1, {"contract": 1})
    assert "rights" in (tmp_path / "out/rejects.jsonl").read_text()


def test_other_files_in_the_output_directory_are_left_alone(pages, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    (out / ".communique-999999999").mkdir()  # what a killed run left
    normalize(pages, out)
    assert sorted(p.name for p in out.iterdir()) == sorted([*FILES, "notes.txt"])


def test_an_output_path_that_is_a_file_is_refused(pages, tmp_path):
    with pytest.raises(UsageError, match="not a directory"):
        normalize(pages, pages[0])


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")
def test_a_killed_run_leaves_the_earlier_tables_whole_and_can_be_run_again(tmp_path):
    source = write(tmp_path / "many.jsonl", [page(n) for n in range(600)])
    out = tmp_path / "out"
    normalize([write(tmp_path / "few.jsonl", [page(1)])], out)
    before = digest(out)
    command = [sys.executable, "-m", "communique", "normalize", str(source), "--out", str(out)]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list(out.glob(".communique-*")) and time.monotonic() < deadline and run.poll() is None:
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    assert digest(out) == before
    normalize([source], out)
    assert sorted(p.name for p in out.iterdir()) == sorted(FILES)
    assert pq.read_metadata(out / "articles.parquet").num_rows == 600


ODD = [
    "\x00",
    "\x85",
    "\xa0",
    "\u200b",
    "\u2028",
    "\xad",
    "\ufeff",
    "\t",
    " \r\n",
    "\n\n\n",
    "ß",
    "İ",
    "<b>",
    "|",
    "😀",
]
URLS = [None, "example.org/a b", "HTTP://Ex.org/ä?q=1", "file:///x", "javascript:alert(1)", "http://[::1", "x" * 5000]
GOLD = load_gold(Path(__file__).parent / "gold/practice.jsonl")
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 90), st.sampled_from(ODD)), max_size=30)


@settings(max_examples=60)
@given(st.sampled_from(GOLD), EDITS, st.sampled_from(URLS))
def test_whatever_stands_on_a_page_its_record_keeps_the_contract(gold, edits, url):
    text = gold.page_text
    for place, cut, odd in edits:
        at = int(place * len(text))
        text = text[:at] + odd + text[at + cut :]
    (outcome,) = process([Page("page.txt", text=text, url=url)], Task())
    if isinstance(outcome, Reject):
        assert outcome.reason in ("no_article", "empty"), outcome
    else:
        assert _violations([outcome.row]) == {}
