"""Whether a text tells what somebody says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event.attribution import is_said, names_occasion, says, words_of


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


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        (True, "The High Commissioner has underscored the worth of research."),
        (True, "Ambassador Ola Berg said that trade was too small."),
        (False, "The minister met the ambassador and said that trade was too small."),
        (False, "The ministry said that trade was too small."),
        (False, "The boats were handed over."),
    ],
)
def test_a_sentence_about_one_who_speaks_is_told_from_his_deeds(expected: bool, sentence: str) -> None:
    assert says(sentence, 0, len(sentence)) is expected


def test_words_may_be_given_to_somebody_behind_them() -> None:
    first = "Hundreds have gained from the courses, according to High Commissioner Ann Roy."
    assert is_said(first, (0, len(first)), None)
    text = "Hundreds have gained from the courses. This is according to the envoy."
    assert is_said(text, (0, 38), (38, len(text)))
    assert not is_said(text, (0, 38), None)


def test_the_occasion_of_what_was_said_is_named() -> None:
    for text in ("She made this known when she called on him.", "The request was conveyed during talks."):
        assert names_occasion(text, 0, len(text))
    assert not names_occasion("She called on him when she came.", 0, 32)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    place = words_of(text, 0, len(text))
    assert place is None or 0 <= place[0] < place[1] <= len(text)
    says(text, 0, len(text))
    is_said(text, (0, len(text)), (0, len(text)))
    names_occasion(text, 0, len(text))


def test_what_a_ministry_lets_know_is_not_the_words_of_an_official_named_before_it() -> None:
    text = "The king received a group, headed by the deputy minister Ola Berg, the Foreign Ministry said today."
    assert not is_said(text, (0, len(text)), None)
