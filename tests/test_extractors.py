"""A function of the user's own reads the articles, and whatever it does costs no more than a page."""

import json
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import UsageError
from communique.evaluation import evaluate
from communique.extractors import fault, load_extractor
from communique.model import Actor, Article, Reason, Record, Sector, Unusable
from communique.pipeline import normalize
from tests.test_pipeline import FILES, page, write

ROOT = Path(__file__).parent.parent
PRACTICE = ROOT / "tests" / "gold" / "practice.jsonl"
MODULE = """
from communique.model import Actor, Article, Reason, Record, Unusable

def extract(article):
    number = int(article.title.split()[-3])
    if number == 1:
        raise ValueError("no answer from the model")
    if number == 2:
        return {"kind": "visit"}
    if number == 3:
        raise Unusable(Reason.NO_ARTICLE, "not for me")
    if number == 4:
        return Record("visit", countries=["XX1"])
    return Record("visit", actors=[Actor("Lena Novak", start=0, end=4)], countries=["SVN"])

something = 5
"""
ARTICLE = Article(title="Envoy in Suva", body="He came on Monday.")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current directory with the user's module, of a name that no other test uses."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    (tmp_path / f"voice_{tmp_path.name.replace('-', '_')}.py").write_text(MODULE, encoding="utf-8")
    return tmp_path


def name(here: Path, function: str = "extract") -> str:
    return f"voice_{here.name.replace('-', '_')}:{function}"


def test_its_records_become_rows_and_its_failures_rejects_with_a_reason(here: Path) -> None:
    source = write(here / "pages.jsonl", [page(n) for n in range(6)])
    summary = normalize([source], here / "out", extractor=name(here))
    assert (summary.pages, summary.articles) == (6, 2)
    rows = pq.read_table(here / "out" / "articles.parquet").to_pylist()
    assert {(row["kind"], tuple(row["countries"]), row["actors"][0]["name"]) for row in rows} == {
        ("visit", ("SVN",), "Lena Novak")
    }
    rejects = [json.loads(line) for line in (here / "out" / "rejects.jsonl").read_text().splitlines()]
    told = {(reject["reason"], reject["detail"]) for reject in rejects if reject["reason"] != "contract"}
    assert told == {
        ("extractor", "ValueError: no answer from the model"),
        ("extractor", "it returned a dict, no Record"),
        ("no_article", "not for me"),
    }
    assert any(reject["reason"] == "contract" and "countries" in reject["detail"] for reject in rejects)
    assert json.loads((here / "out" / "provenance.json").read_text())["extractor"] == name(here)


def test_several_processes_give_the_same_bytes(here: Path) -> None:
    source = write(here / "pages.jsonl", [page(n) for n in range(12)])
    for out, jobs in (("one", 1), ("two", 2)):
        normalize([source], here / out, extractor=name(here), jobs=jobs)
    assert all((here / "one" / f).read_bytes() == (here / "two" / f).read_bytes() for f in FILES)


def test_what_cannot_be_had_is_said_before_anything_is_written(here: Path) -> None:
    source = write(here / "pages.jsonl", [page(1)])
    wrong = {
        "no_such_module_at_all:extract": "cannot be imported",
        name(here, "nothing"): "cannot be imported",
        name(here, "something"): "cannot be called",
        "nobody": "there is no extractor",
        ":": "cannot be imported",
        "a:": "cannot be imported",
    }
    for extractor, message in wrong.items():
        with pytest.raises(UsageError, match=message):
            normalize([source], here / "out", extractor=extractor)
    assert not (here / "out").exists()
    with pytest.raises(UsageError, match="already"):
        evaluate(PRACTICE, here, extractor=name(here))


def test_the_commands_find_a_module_beside_them_and_an_installed_name(here: Path) -> None:
    point = here / "site" / "voice-1.0.dist-info"
    point.mkdir(parents=True)
    (point / "METADATA").write_text("Metadata-Version: 2.1\nName: voice\nVersion: 1.0\n")
    (point / "entry_points.txt").write_text(f"[communique.extractors]\nmine = {name(here)}\n")
    write(here / "pages.jsonl", [page(n) for n in range(6)])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(here / "site"), str(here), str(ROOT)])}
    for extractor in (name(here), "mine"):
        command = [sys.executable, "-m", "communique", "normalize", "pages.jsonl", "-o", "out", "--json"]
        done = subprocess.run(
            [*command, "--extractor", extractor], cwd=here, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["rejects"]["extractor"] == 2


def test_its_records_are_evaluated_like_ours(here: Path) -> None:
    (here / "silent_voice.py").write_text(
        "from communique.model import Record\n\ndef extract(article):\n    return Record('meeting')\n"
    )
    scores = evaluate(PRACTICE, extractor="silent_voice:extract")
    assert scores.fields["title"]["share"] == 1.0
    assert scores.fields["sectors"]["given"] == 0
    assert 0 < scores.fields["kind"]["share"] < 1


def test_the_examples_of_the_documents_run(here: Path) -> None:
    text = (ROOT / "docs" / "extractors.md").read_text(encoding="utf-8")
    example, spacy = (text.split(f"<!-- {part} -->\n```python\n")[1].split("```")[0] for part in ("example", "spacy"))
    (here / "countries_named.py").write_text(example, encoding="utf-8")
    record = load_extractor("countries_named:extract")(Article(title="Malta, Fiji hold talks", body="Talks."))
    assert record == Record("statement", countries=["FJI", "MLT"])
    compile(spacy, "spacy_actors.py", "exec")


@pytest.mark.parametrize(
    ("record", "wrong"),
    [
        (None, "NoneType"),
        (Record("journey"), "no kind"),
        (Record(None), "kind"),  # type: ignore[arg-type]
        (Record("visit", actors=["Lena"]), "a str stands where a Actor must"),  # type: ignore[list-item]
        (Record("visit", actors=[Actor(name=5)]), "name of Actor"),  # type: ignore[arg-type]
        (Record("visit", actors=[Actor("Lena", start=3)]), "3:None"),
        (Record("visit", actors=[Actor("Lena", start=3, end=400)]), "3:400"),
        (Record("visit", sectors=[Sector("trade", start=-1, end=2)]), "-1:2"),
        (Record("visit", countries=[None]), "NoneType"),  # type: ignore[list-item]
        (Record("visit", countries=("FJI",)), "countries"),  # type: ignore[arg-type]
        (Record("visit", event_date=datetime(2024, 1, 1)), "event_date"),
    ],
)
def test_what_is_no_record_is_told_by_its_first_fault(record: Record, wrong: str) -> None:
    assert wrong in str(fault(record, ARTICLE))


def test_a_record_without_fault_passes() -> None:
    actors = [Actor("He", start=0, end=2), Actor(role="envoy", type="person")]
    record = Record("visit", actors, ["FJI"], [Sector("trade", primary=True)], date(2024, 1, 1), "weekday")
    assert fault(record, ARTICLE) is None


@given(st.from_type(Record) | st.none() | st.text() | st.dictionaries(st.text(), st.text()))
def test_any_value_is_a_record_or_has_a_fault(value: object) -> None:
    wrong = fault(value, ARTICLE)
    assert wrong is None or len(wrong) > 5


def test_an_interrupt_is_not_taken_for_a_fault_of_the_page(here: Path) -> None:
    (here / "stopping_voice.py").write_text("def extract(article):\n    raise KeyboardInterrupt\n")
    with pytest.raises(KeyboardInterrupt):
        load_extractor("stopping_voice:extract")(ARTICLE)
    (here / "failing_voice.py").write_text("def extract(article):\n    raise RecursionError('deep')\n")
    with pytest.raises(Unusable) as raised:
        load_extractor("failing_voice:extract")(ARTICLE)
    assert (raised.value.reason, raised.value.detail) == (Reason.EXTRACTOR, "RecursionError: deep")
