"""Whom a text says that somebody urges to do something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event.urged import urged


def spans(text: str) -> list[str]:
    return [text[found.start : found.end] for found in urged(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo asks Peru to wait", ["asks Peru to"]),
        ("She called on Gulf states to pay.", ["called on Gulf states to"]),
        ("Envoy urges both sides not to shoot", ["urges both sides not to"]),
        ("Suva tells foreign trawlers and their ships to leave", ["tells foreign trawlers and their ships to"]),
        ("Kyiv asks allies for shells", ["asks allies for"]),
        ("Premier calls on Chad to reopen bridge", ["calls on Chad to"]),
        ("Envoy calls on premier to brief him", []),  # a visit at an office
        ("Envoy calls on speaker of Peru to bid farewell", []),
        ("Minister asks envoy for tents", []),  # who stands before him
        ("Minister told reporters to wait", []),
        ("Minister asks Peru to the table", []),
        ("Minister tells Peru, a neighbour of Chile that nobody knows well and all love, to wait", []),
    ],
)
def test_a_side_is_urged_to_act(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in urged(text, 0, len(text)))
