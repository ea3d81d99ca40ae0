"""The rooms of the extractor stand each on those before it, as its docstring says."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import communique.extract

ROOT = Path(communique.extract.__file__).parent
ORDER = ("words", "offices", "people", "countries", "participation")


def imported(file: Path) -> Iterator[str]:
    """The rooms of the extractor from which a module imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("communique.extract."):
            yield (node.module or "").split(".")[2]


@pytest.mark.parametrize("room", ORDER)
def test_a_room_imports_only_itself_and_rooms_before_it(room: str) -> None:
    before = ORDER[: ORDER.index(room) + 1]
    wrong = {
        f"{file.name}: {name}" for file in (ROOT / room).glob("*.py") for name in imported(file) if name not in before
    }
    assert not wrong


def test_the_event_is_told_by_the_words_alone() -> None:
    assert {name for file in (ROOT / "event").glob("*.py") for name in imported(file)} <= {"words", "event"}
