"""The weights of openings are fitted to labelled pages."""

import json
import sys
from pathlib import Path

import fit_opening
import pytest

from communique.page.lines.opening import find_opening


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Four pages whose headlines are in capitals, beside menus that are not."""
    pages = [
        {
            "id": f"p{n}",
            "url": f"https://gazette.example/{n}",
            "blocks": [
                ["chrome", "Home News Sport"],
                ["title", f"{name} OPENS PORT"],
                ["para", f"The port of {name.title()} was opened on Monday by the minister. It has two quays."],
            ],
        }
        for n, name in enumerate(["SUVA", "APIA", "LOME", "FES"])
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    return path


def test_headlines_are_found_with_weights_fitted_to_them(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["fit_opening.py", str(gold), "--least", "1", "--rounds", "40"])
    assert fit_opening.main() == 0
    weights = capsys.readouterr().out
    assert "[headline.title]" in weights
    pages = fit_opening.load([gold], 0)
    known = fit_opening.index(pages, 1)
    fitted = fit_opening.fit([fit_opening.told(*page, known) for page in pages], known, 0.003, 40)
    for page in pages:
        assert fit_opening.gradient(fit_opening.told(*page, known), fitted)[2] == page[1]


def test_the_program_and_the_script_find_the_same_opening(gold: Path) -> None:
    record = json.loads(gold.read_text(encoding="utf-8").splitlines()[0])
    joined = fit_opening.joined(record)
    assert joined is not None
    text, (start, end, body) = joined
    assert (text[start:end], text[body : body + 8]) == ("SUVA OPENS PORT", "The port")
    assert find_opening(text, record["url"]) is not None
