"""The weights of what bodies take part are fitted to labelled pages and to plain sentences."""

import sys
import tomllib
from pathlib import Path

import fit_bodies
import pytest

from communique.extract.participation import bodies
from communique.registry import settings

PRACTICE = Path(__file__).parent / "gold" / "practice13.jsonl"


@pytest.fixture(autouse=True)
def _rules_are_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "takes_part", bodies.takes_part)  # the script puts its own in place


def test_plain_sentences_name_bodies_that_are_found_there() -> None:
    seen = fit_bodies.cases([fit_bodies.PLAIN])
    told = sum(len(names) for names, _ in fit_bodies.pages([fit_bodies.PLAIN], "bodies"))
    assert 0.9 * told < sum(case.right for case in seen) <= told
    assert sum(not case.right for case in seen) > 20


def test_a_sign_speaks_for_the_bodies_beside_which_it_stands() -> None:
    does, late = ("beside", "does"), ("place", "late")
    seen = [fit_bodies.Case(n, {does: 1.0} if n % 2 else {late: 1.0}, bool(n % 2)) for n in range(40)]
    chosen, weights = fit_bodies.weighed(seen, penalty=0.5, least=6)
    found = dict(zip(chosen, weights, strict=False))
    assert found[does] > 1 > -1 > found[late]


def test_signs_that_are_asked_for_alone_get_a_weight_beside_the_others() -> None:
    does, new = ("beside", "does"), ("beside", "sings")
    seen = [fit_bodies.Case(n, {does: 1.0, new: float(n % 2)}, bool(n % 2)) for n in range(40)]
    chosen, weights = fit_bodies.weighed(seen, penalty=0.5, least=6, only=["sings"])
    found = dict(zip(chosen, weights, strict=False))
    assert found[does] == pytest.approx(settings("body_weights")["beside"]["does"], abs=0.001)
    assert found[new] > 1


def test_the_weights_are_printed_as_toml(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["fit_bodies.py", str(PRACTICE)])
    assert fit_bodies.main() == 0
    assert {"bias", "beside", "kind", "place", "documents", "others"} == tomllib.loads(capsys.readouterr().out).keys()


def test_left_out_pages_are_measured(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["fit_bodies.py", str(PRACTICE), "--left-out"])
    assert fit_bodies.main() == 0
    assert "wanted: F1 0." in capsys.readouterr().out
