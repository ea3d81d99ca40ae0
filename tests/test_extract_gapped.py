"""Expressions of two parts with other words between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event.gapped import alternatives, gapped
from communique.registry import settings


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("ended his Chilean visit", "visit")], "The speaker ended his Chilean visit."),
        ([], "The speaker ended a debate on his visit."),
        ([("were handed over", "aid")], "Ten tractors for the delta were handed over."),
        ([], "Ten tractors were shown and papers were handed over."),
        ([], "They gave a party for the boats."),
    ],
)
def test_the_words_between_two_parts_are_few_and_start_nothing_new(expected: list[tuple[str, str]], text: str) -> None:
    assert [(text[cue.start : cue.end], cue.value[0]) for cue in gapped(text, 0, len(text))] == expected


def test_lists_of_words_are_spelt_out() -> None:
    assert "asean" in alternatives("{bodies}|a fair")
    assert "a fair" in alternatives("{bodies}|a fair")


def test_every_list_of_words_is_used() -> None:
    cues = settings("kind_cues")
    cells = [cue[role] for cue in cues["gapped"] for role in ("first", "last")]
    cells += [part for family in cues["family"] for part in family["parts"]]
    cells += [part for verbs in cues["arrivals"]["verbs"] for part in verbs]
    assert [name for name in cues["lists"] if not any("{" + name + "}" in cell for cell in cells)] == []


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_stretch_can_be_read(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    assert all(start <= cue.start < cue.end <= end for cue in gapped(text, start, end))
