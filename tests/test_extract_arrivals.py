"""Where a text says that somebody has come to a country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event.arrivals import arrivals


def found(text: str) -> list[str]:
    return [text[place.start : place.end] for place in arrivals(text, 0, len(text))]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["reached Maputo"], "The premier reached Maputo at dawn."),
        (["is now in Chile"], "The speaker is now in Chile."),
        (["left on Monday for Geneva"], "The speaker left on Monday for Geneva."),
        (["off to Chile"], "Speaker off to Chile for herring fair"),
        (["stayed two days in Geneva"], "The envoy stayed two days in Geneva, a daily wrote."),
        ([], "The speaker left on Monday for Nowhere."),
        ([], "The speaker, who is in Chile, spoke."),
        ([], "The sides reached Agreement on herring."),
        ([], "The sides reached Chilean waters."),
        ([], "The premier is in talks."),
    ],
)
def test_a_verb_right_before_a_country_or_a_city_tells_who_is_there(expected: list[str], text: str) -> None:
    assert found(text) == expected


@given(st.text(max_size=100), st.integers(0, 100), st.integers(0, 100))
def test_any_stretch_can_be_read(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    assert all(start <= place.start < place.end <= end for place in arrivals(text, start, end))
