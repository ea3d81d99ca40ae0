"""Whether a text tells what somebody says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event.attribution import points_back, words_of


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Trade in timber must grow", "Trade in timber must grow: envoy"),
        ("Ferry link would help both shores", "Ferry link would help both shores - Minister Okoro"),
        ("Oslo has no quarrel with Suva", "Oslo has no quarrel with Suva, ambassador says"),
        ("trade in timber must grow", "Envoy: trade in timber must grow"),
        ("ferry link would help both", "Deputy PM Ann Roy: ferry link would help both"),
        (None, "Envoy: agreed"),
        (None, "Oslo, Suva discuss timber"),
        (None, "Port works to start in May: ministry"),
        (None, "Ministers meet in Suva"),
    ],
)
def test_a_headline_may_name_who_says_it(words: str | None, headline: str) -> None:
    place = words_of(headline, 0, len(headline))
    assert (place if place is None else headline[slice(*place)]) == words


def test_a_stretch_may_point_back_at_what_was_said() -> None:
    for text in ("She made this known when she called on him.", "The request was conveyed during talks."):
        assert points_back(text, 0, len(text))
    assert not points_back("She called on him when she came.", 0, 32)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    place = words_of(text, 0, len(text))
    assert place is None or 0 <= place[0] < place[1] <= len(text)
    points_back(text, 0, len(text))
