"""A rule is idle if a constant in its place changes no record, and taking it out for that leaves no trace."""

from collections.abc import Iterator
from pathlib import Path

import idle_rules
import pytest

from communique.evaluation import load_gold, predict

PRACTICE = Path(__file__).parent / "gold" / "practice.jsonl"
ROOM = "extract.event.event_date"


def says(word: str) -> bool:
    """A rule that says yes or no."""
    return bool(word)


def finds(words: list[str]) -> str | None:
    """A rule that finds something or nothing."""
    return words[0] if words else None


def keeps(word: str, words: list[str]) -> list[str]:
    """A rule that takes something out."""
    return [other for other in words if other != word]


def goes(words: list[str]) -> Iterator[str]:
    """A rule that gives one thing after the other."""
    yield from words


def counts(words: list[str]) -> float:
    """A rule whose answer could be any."""
    return len(words) / 2


def test_the_annotation_tells_what_stands_in_for_a_rule() -> None:
    stand_ins = [idle_rules.constant(rule) for rule in (says, finds, keeps, goes)]
    false, none, same, nothing = (stand_in for stand_in in stand_ins if stand_in)
    assert (false("a"), none(["a"]), same("a", ["a"]), list(nothing(["a"]))) == (False, None, ["a"], [])
    assert idle_rules.constant(counts) is None
    yes = idle_rules.constant(says, usual=True)
    assert yes is not None
    assert yes("") is True


@pytest.mark.parametrize("room", [ROOM, "extract.words"])
def test_rules_are_the_functions_of_a_room_that_remember_nothing(room: str) -> None:
    found = idle_rules.rules(room)
    assert found
    assert all(name.startswith(f"communique.{room}") for name in found)
    assert not any(hasattr(rule, "cache_clear") for rule in found.values())


def test_idle_rules_change_no_record_and_all_rules_are_back_afterwards() -> None:
    pages = load_gold(PRACTICE)[:8]
    whole = [(page, predict(page)) for page in pages]
    before = {name: rule.__code__ for name, rule in idle_rules.rules(ROOM).items()}
    found = idle_rules.idle(ROOM, pages, jobs=1)
    assert idle_rules.changed(ROOM, found, whole) == []
    assert {name: rule.__code__ for name, rule in idle_rules.rules(ROOM).items()} == before
    assert f"communique.{ROOM}.find" not in found  # without it no page has its day


def test_pages_that_are_read_otherwise_without_a_rule_are_told() -> None:
    whole = [(page, predict(page)) for page in load_gold(PRACTICE)[:4]]
    days = f"communique.{ROOM}.days"
    dated = [page for page, record in whole if isinstance(record, dict) and record["event_date"]]
    assert dated
    assert [page for page, _ in idle_rules.changed(ROOM, {days: False}, whole)] == dated
