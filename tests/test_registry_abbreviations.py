"""Which full stops end no sentence."""

import pytest

from communique.extract.words.sentences import sentences
from communique.page.lines.oneline import first_sentence
from communique.registry.abbreviations import abbreviation


@pytest.mark.parametrize(
    "text", ["Mr", "by Engr", "the late Msgr", "H.E", "(Brig", "Drs", "the U.K", "led by A", "e.g"]
)
def test_titles_months_initials_and_acronyms_are_abbreviations(text: str) -> None:
    assert abbreviation().search(text)


@pytest.mark.parametrize("text", ["no", "state of the art", "the vote", "in Baku", "an end to the gen"])
def test_words_in_small_letters_are_none(text: str) -> None:
    assert not abbreviation().search(text)


@pytest.mark.parametrize("title", ["Engr", "Msgr", "Amb", "Drs", "Pres"])
def test_headlines_and_records_know_the_same_abbreviations(title: str) -> None:
    text = f"The mayor of Suva thanked {title}. Lina Haddad for the bridge. They had tea."
    end = text.index(" They")
    assert first_sentence(text) == text[: end - 1]
    assert [text[part.start : part.end] for part in sentences(text)] == [text[:end], text[end + 1 :]]
