"""Whether a sentence names three or more countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event.gathered import listed, of_two


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        ("Norway", "Chile, Peru and Norway agree on herring"),
        ("Norwegian", "Chilean, Peruvian & Norwegian leaders meet"),
        ("Norway", "The ministers of Chile, Peru and Norway met"),
        ("republics", "The water ministers of the five Central Asian republics met"),
        ("leaders", "Nordic and Polish foreign leaders dined"),
        (None, "The minister of an island state met the premier"),
        (None, "Chile and Peru met in Norway"),
        (None, "Lima, Santiago and Oslo are far apart"),
        (None, "Chile met Peru, and Norway looked on"),
        (None, "Chile, Chile and Chile"),
    ],
)
def test_three_countries_in_a_row_are_a_list(ends: str | None, text: str) -> None:
    place = listed(text, 0, len(text))
    assert place == (None if ends is None else text.index(ends) + len(ends))


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_stretch_can_be_read(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    place = listed(text, start, end)
    assert place is None or start < place <= end


def test_a_group_that_is_called_after_countries_is_no_gathering_of_them() -> None:
    text = "The head of the Chile-Norway, Peru, Fiji Friendship Group met the speaker"
    assert listed(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "The Chile-Norway Trade "),
        (True, "The Chile and Norway Business "),
        (False, "The Chile, Norway and Peru "),
        (False, "The Chilean "),
        (False, "Chile and Norway spoke at the "),
    ],
)
def test_a_gathering_may_be_called_after_two_countries(expected: bool, text: str) -> None:
    assert of_two(text + "Forum", 0, len(text)) is expected
