"""Whom a text says that somebody rings up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event.rung import rung


def spans(text: str) -> list[str]:
    return [text[found.start : found.end] for found in rung(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Premier calls Sisi", ["calls Sisi"]),
        ("Premier calls Sisi over Gaza", ["calls Sisi"]),
        ("He called President Aslan Beg to ask for calm.", ["called President Aslan Beg"]),
        ("Minister speaks to Berg on grain", ["speaks to Berg"]),
        ("Minister calls Sisi a friend", []),  # a name for him
        ("Minister calls Egypt over Gaza", []),  # a country
        ("Minister calls on Sisi", []),
        ("Minister calls for calm", []),
        ("Minister speaks to BBC", []),
    ],
)
def test_a_person_is_rung_up_by_name(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_nothing_is_found_outside_the_stretch(text: str, start: int, end: int) -> None:
    assert all(start <= found.start < found.end <= end for found in rung(text, start, end))
