"""Names that a verb of the event governs over unknown offices and lists."""

import pytest

from communique.extract.participation.governed import brought_in
from communique.extract.words.reading import read


def governed(text: str, styled: bool = False, first: str = "Mere") -> bool:
    reading = read(text)
    return brought_in(reading, reading.tokens.word.index(first), styled)


@pytest.mark.parametrize(
    "text",
    [
        "He was accompanied by Mere Tokalau.",
        "The needs were explained to Peru's Minister Ana Ruiz by the regional head, Mere Tokalau.",
        "Signing for the bank was Mere Tokalau.",
        "For the hosts spoke Mere Tokalau.",
        "They met a trade delegation under Mere Tokalau.",
        "She agreed upon it with Mere Tokalau.",
        "The paper bears the signature of Ana Ruiz and, next to it, that of Mere Tokalau.",
        "It ended with a presentation by Mere Tokalau.",
        "She was met by Ana Ruiz and by Mere Tokalau.",
        "Taking part were, too, Mere Tokalau and others.",
        "He was received on Monday in Lisbon by Mere Tokalau.",
        "The team was led by the Flag Officer Commanding, Southern Squadron, Mere Tokalau.",
        "The delegation comprised the Navigator of the Fleet, Ana Ruiz, and Mere Tokalau.",
        "Also present were Ana Ruiz, Luis Vega and Mere Tokalau.",
        "Guest speaker was Mere Tokalau.",
        "Ana Ruiz listened, as did Peru's Mere Tokalau.",
        "The visitor was thanked by Mere Tokalau.",
        "From left: Ana Ruiz, Luis Vega and Mere Tokalau.",
        "On the quay stood Mere Tokalau.",
        "She conferred at length with Ana Ruiz and with Mere Tokalau.",
        "A team under the leadership of Mere Tokalau came to Lima.",
        "He gave a lunch for Mere Tokalau.",
        "They presented the prize to the poet Mere Tokalau.",
        "The guests, Ana Ruiz and Mere Tokalau, were shown round.",
        "The minister handed the keys over to Mere Tokalau.",
        "The letter of credence of Mere Tokalau was received in Apia.",
    ],
)
def test_words_of_offices_and_lists_lead_back_to_the_verb(text: str) -> None:
    assert governed(text)


@pytest.mark.parametrize(
    "text",
    [
        "He will be accompanied by Mere Tokalau.",
        "It was attended by firms from the province of Mere Tokalau.",
        "It was attended by representatives of Ana Ruiz and Mere Tokalau.",
        "He spoke of Mere Tokalau.",
        "He told of the outcome of talks with Mere Tokalau.",
        "Last year he was accompanied by Mere Tokalau.",
        "Nobody handed anything over because Mere Tokalau was ill.",
    ],
)
def test_plans_places_firms_and_earlier_times_do_not(text: str) -> None:
    assert not governed(text)
