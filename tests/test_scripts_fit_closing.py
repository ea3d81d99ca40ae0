"""The weights of where a text ends are fitted to labelled pages."""

import json
import sys
from pathlib import Path

import fit_closing
import pytest


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Four pages whose text is followed by a row of buttons."""
    pages = [
        {
            "id": f"p{n}",
            "url": f"https://gazette.example/{n}",
            "blocks": [
                ["title", f"{name} opens port"],
                ["para", f"The port of {name} was opened on Monday by the minister. It has two quays."],
                ["chrome", "Share Print Envoy In Rome. Read More News"],
            ],
        }
        for n, name in enumerate(["Suva", "Apia", "Lome", "Fes"])
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    return path


def test_ends_are_found_with_weights_fitted_to_them(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["fit_closing.py", str(gold), "--least", "1"])
    assert fit_closing.main() == 0
    assert "[end]" in capsys.readouterr().out
    pages = fit_closing.load([gold])
    known = fit_closing.index(pages, 1)
    told = [fit_closing.told(*page, known) for page in pages]
    weights = fit_closing.fit(told, len(known), 0.003, 150)
    assert all((page.places @ weights).argmax() == page.right for page in told)


def test_what_is_left_out_is_counted(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["fit_closing.py", str(gold), "--least", "1", "--left-out", "2"])
    assert fit_closing.main() == 0
    assert "'pages': 4" in capsys.readouterr().out
