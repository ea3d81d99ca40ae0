"""The weights of whose somebody is, and of which countries are parties, are fitted to labelled pages."""

import json
import sys
import tomllib
from pathlib import Path

import fit_countries
import fit_parties
import pytest

from communique.extract import actors

REPORTS = Path(__file__).parent / "gold" / "fitting" / "outlets.jsonl"


@pytest.fixture(autouse=True)
def _rules_are_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("weigh", "weigh_parties"):
        monkeypatch.setattr(actors, name, getattr(actors, name))  # the scripts put their own in place


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few of the reports."""
    file = tmp_path_factory.mktemp("gold") / "few.jsonl"
    lines = REPORTS.read_text(encoding="utf-8").splitlines()[:40]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("script", "groups"),
    [
        (fit_countries, {"rules", "table", "name", "none"}),
        (fit_parties, {"bias", "rules", "table", "text", "others"}),
    ],
)
def test_weights_are_printed_as_toml(script, groups, reports, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(sys, "argv", ["fit.py", str(reports)])
    assert script.main() == 0
    assert tomllib.loads(capsys.readouterr().out).keys() == groups


@pytest.mark.parametrize("script", [fit_countries, fit_parties])
def test_what_is_left_out_is_measured(script, reports, monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(sys, "argv", ["fit.py", str(reports), "--left-out"])
    assert script.main() == 0
    assert "together: " in capsys.readouterr().out


def test_a_sign_speaks_for_the_country_beside_which_it_stands() -> None:
    home, name = ("table", "seated"), ("name", "likeliest but 0")
    cases = [fit_countries.Case("f", n, [{home}, {name}], 1) for n in range(20)]
    weights = fit_countries.weighed(cases, penalty=0.5, least=5)
    assert weights[name] > 1 > -1 > weights[home]
    assert fit_countries.answered(cases[0], weights) == 1


def test_a_heavier_penalty_leaves_lighter_weights() -> None:
    sign, other = ("name", "language"), ("none", "none")
    cases = [fit_countries.Case("f", n, [{sign}, {other}], int(n % 4 == 0)) for n in range(40)]
    light, heavy = (fit_countries.weighed(cases, penalty, 5)[sign] for penalty in (0.5, 50.0))
    assert light > heavy > 0


def test_the_reports_are_ours_and_whole() -> None:
    files = sorted([*REPORTS.parent.glob("*.jsonl"), *REPORTS.parents[1].glob("measuring/pages*.jsonl")])
    pages = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len({page["id"] for page in pages}) == len(pages) == 1500
    assert all(page["gold"]["kind"] and [block[0] for block in page["blocks"]].count("title") == 1 for page in pages)
