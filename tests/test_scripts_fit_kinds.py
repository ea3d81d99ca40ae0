"""The weights of kinds are fitted to labelled pages and to plain sentences."""

import csv
import sys
from pathlib import Path

import fit_kinds
import numpy as np
import pytest

from communique.extract import extract
from communique.extract.event import kind
from communique.extract.event.telling import KINDS
from communique.model import Article

PRACTICE = Path(__file__).parent / "gold" / "practice13.jsonl"


@pytest.fixture(autouse=True)
def _rules_are_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, "likeliest", kind.likeliest)  # the script puts its own in place


def test_a_sign_speaks_for_the_kind_beside_which_it_stands() -> None:
    signs = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]] * 8)
    weights = fit_kinds.fit(signs, ["aid", "call"] * 8, penalty=0.1)
    assert [KINDS[k] for k in (signs @ weights).argmax(axis=1)] == ["aid", "call"] * 8
    assert abs(weights.sum(axis=1)).max() < 1e-6  # what speaks for a kind speaks against others


def test_a_heavier_penalty_leaves_lighter_weights() -> None:
    signs = np.array([[1.0, 1.0], [0.0, 1.0]] * 8)
    light, heavy = (fit_kinds.fit(signs, ["aid", "call"] * 8, penalty) for penalty in (10.0, 0.1))
    assert abs(light).max() < abs(heavy).max()


def test_names_of_countries_and_days_are_no_signs() -> None:
    words = fit_kinds.known_words()
    assert {"met", "signed", "airport"} <= words
    assert not words & {"monday", "vietnam", "jordan"}


def test_the_weights_are_printed_as_a_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["fit_kinds.py", str(PRACTICE)])
    assert fit_kinds.main() == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("#")]
    assert {"countries", "total", "bias"} <= {row["group"] for row in csv.DictReader(lines)}
    assert csv.DictReader(lines).fieldnames == ["group", "sign", *KINDS]


def test_plain_sentences_are_told_rightly_by_the_weights_in_use() -> None:
    lines = [line for line in fit_kinds.PLAIN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows, wrong = list(csv.DictReader(lines)), []
    for row in rows:
        article = Article(row["title"], row["body"].replace(" | ", "\n\n"))
        parties = row["countries"].split()
        if (kind.classify(article, [], parties) if parties else extract(article).kind) != row["kind"]:
            wrong.append(row["title"])
    assert len(wrong) <= 0.04 * len(rows), wrong


def test_weights_fitted_onward_stay_near_those_in_use() -> None:
    signs = np.array([[1.0, 0.0], [0.0, 1.0]] * 4)
    present = np.zeros((2, len(KINDS)))
    present[0, KINDS.index("aid")] = 3.0
    near = fit_kinds.fit(signs[1::2], ["call"] * 4, penalty=5.0, present=present)
    assert near[0, KINDS.index("aid")] == 3.0  # of which nothing new is said
    assert near[1, KINDS.index("call")] > 0
