"""Officials known by name: what the file holds, and how names are looked up."""

from collections import Counter

import pytest

from communique.registry import rows, split_list
from communique.registry.countries import countries
from communique.registry.matcher import fold
from communique.registry.officials import served


def test_every_official_stands_once_with_a_country_and_a_name() -> None:
    officials = rows("officials")
    assert {row["country"] for row in officials} <= set(countries())
    assert all(len(row["name"]) > 2 and "," not in row["name"] + row["also"] for row in officials)
    again = Counter((row["country"], fold(row["name"])) for row in officials)
    assert [key for key, count in again.items() if count > 1] == []


def test_every_state_has_officials() -> None:
    known = Counter(row["country"] for row in rows("officials"))
    states = {"USA", "CHN", "IND", "NGA", "BRA", "TUV", "NRU", "BTN", "KGZ", "GUY", "GAB", "MNE", "OMN", "VUT"}
    assert {state for state in states if known[state] < 10} == set()


def test_a_form_of_a_name_leads_to_its_country() -> None:
    missed = [
        form for row in rows("officials")[::10] for form in (row["name"], *split_list(row["also"]))
        if row["country"] not in served(form)
    ]  # fmt: skip
    assert missed == []


@pytest.mark.parametrize("name", ["Sergei Lavrov", "LAVROV Sergey", "Sergey Viktorovich Lavrov", "Sergey V. Lavrov"])
def test_parts_order_and_spellings_of_a_name_may_differ(name: str) -> None:
    assert "RUS" in served(name)


@pytest.mark.parametrize("name", ["", "Lavrov", "Sergei", "Sergei Petrov Ivanovsky", "X" * 100_000, "al al al"])
def test_nobody_is_known_by_a_part_or_by_another_name(name: str) -> None:
    assert served(name) == frozenset()


def test_initials_stand_for_names_only_before_a_full_stop_or_alone() -> None:
    assert served("Sh. Durdylyev") == {"TKM"}
    assert "IND" in served("S Jaishankar")
    assert not served("Li Ye")
    assert not served("S.")


def test_a_name_of_three_words_is_not_that_of_who_lacks_its_last() -> None:
    assert served("Sergei Viktorovich Lavrov") == {"RUS"}
    assert not served("Sergei Lavrov Tiwari")
