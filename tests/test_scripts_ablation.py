"""Each mechanism can be switched off by name, and its stand-in leaves no trace."""

from pathlib import Path

import ablation
import pytest

PRACTICE = Path(__file__).parent / "gold" / "practice.jsonl"


def test_every_switch_names_what_the_package_has() -> None:
    for switch in ablation.SWITCHES:
        for place in switch.places:
            module, name = ablation.target(place)
            assert hasattr(module, name), f"{switch.name}: {place}"


def test_names_of_switches_are_unique() -> None:
    names = [switch.name for switch in ablation.SWITCHES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("switch", ablation.SWITCHES, ids=lambda switch: switch.name)
def test_what_was_switched_off_is_back_afterwards(switch: ablation.Switch) -> None:
    before = {place: getattr(*ablation.target(place)) for place in switch.places}

    def fail() -> None:
        with ablation.switched_off(switch):
            assert all(getattr(*ablation.target(place)) is not before[place] for place in before)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert all(getattr(*ablation.target(place)) is before[place] for place in before)


def test_figures_fall_without_a_mechanism_and_the_table_says_so() -> None:
    whole = ablation.run(None, [PRACTICE])
    without = ablation.run("day: words (today, Monday)", [PRACTICE])
    assert without["event_date"] < whole["event_date"]
    assert without["title"] == whole["title"]
    text = ablation.table(whole, {"day: words (today, Monday)": without, "nothing": whole})
    assert "event_date -" in text
    assert text.endswith("nothing changes")


@pytest.mark.parametrize("switch", ablation.SWITCHES, ids=lambda switch: switch.name)
def test_the_package_runs_without_any_one_mechanism(switch: ablation.Switch) -> None:
    pages = ablation.load_gold(PRACTICE)[:2]
    with ablation.switched_off(switch):
        rows = list(map(ablation.predict, pages))
    assert len(rows) == 2
