"""The weights of which strangers take part are fitted to labelled pages and to plain sentences."""

import sys
import tomllib
from pathlib import Path

import fit_strangers
import pytest

from communique.extract.participation import unofficial

PRACTICE = Path(__file__).parent / "gold" / "practice13.jsonl"


@pytest.fixture(autouse=True)
def _rules_are_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unofficial, "takes_part", unofficial.takes_part)  # the script puts its own in place


def test_plain_sentences_name_strangers_that_are_found_there() -> None:
    seen = fit_strangers.cases([fit_strangers.PLAIN])
    assert sum(case.right for case in seen) > 10
    assert sum(not case.right for case in seen) > 10


def test_a_sign_speaks_for_the_strangers_beside_which_it_stands() -> None:
    styled, late = ("name", "styled"), ("place", "late")
    seen = [fit_strangers.Case(n, {styled: 1.0} if n % 2 else {late: 1.0}, bool(n % 2)) for n in range(40)]
    chosen, weights = fit_strangers.weighed(seen, penalty=0.5, least=5)
    found = dict(zip(chosen, weights, strict=False))
    assert found[styled] > 1 > -1 > found[late]


def test_the_weights_are_printed_as_toml(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["fit_strangers.py", str(PRACTICE)])
    assert fit_strangers.main() == 0
    assert {"bias", "name", "place", "before", "behind", "sentence"} == tomllib.loads(capsys.readouterr().out).keys()


def test_left_out_pages_are_measured(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["fit_strangers.py", str(PRACTICE), "--left-out"])
    assert fit_strangers.main() == 0
    assert "wanted: F1 0." in capsys.readouterr().out
