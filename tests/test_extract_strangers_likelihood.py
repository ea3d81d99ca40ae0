"""Strangers of whom no phrase of the event tells: `communique.extract.participation.strangers_likelihood`."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

LEAD = "Fiji's Trade Minister Ratu Vula came to Tonga on Monday."


def strangers(text: str) -> list[str | None]:
    found = find_actors(Article(title="", body=text))[0]
    return [actor.name for actor in found if actor.name and actor.name != "Ratu Vula"]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's Trade Minister Ratu Vula summoned Maria Tupou on Friday to complain about delays.",
        "Fiji's Prime Minister Ratu Vula has written to Mrs Maria Tupou, following the floods in Nuku'alofa.",
        "Fiji's Prime Minister Ratu Vula has addressed a message of sympathy to Ms Maria Tupou after the floods.",
        f"{LEAD} Maria Tupou, Suva's woman in Nuku'alofa, was among the onlookers.",
        f"{LEAD} Leading the hosts was Maria Tupou.",
        f"{LEAD} Maria Tupou, curator of the reef, lectured by video.",
        f"{LEAD} The sugar firm's export head Maria Tupou went into freight rates.",
        f"{LEAD} The harbour's master pilot, Maria Tupou, sat at the back.",
        f"{LEAD} Mrs Maria Tupou heads the reef office, which lent its boat.",
        f"{LEAD} Maria Tupou offers to send a pilot.",
        f"{LEAD} Maria Tupou told how the quay was mended.",
        "Sugar dominated a conversation between Maria Tupou and Fiji's Trade Minister Ratu Vula.",
        "Maria Tupou today had a meeting with Fiji's Trade Minister Ratu Vula.",
        "Maria Tupou sent a message of sympathy to Fiji's Prime Minister Ratu Vula.",
    ],
)
def test_who_looks_like_a_person_and_stands_like_a_participant_takes_part(text: str) -> None:
    assert strangers(text) == ["Maria Tupou"]


@pytest.mark.parametrize(
    "text",
    [
        "She takes over from Maria Tupou, who left in May.",
        "Her predecessor, Maria Tupou, had been against it.",
        "The boats will be moored at Santa Maria, south of the quay.",
        "A road leads from Mae Sot to San Fermin.",
        "They mourned the death of the singer Maria Tupou.",
        "Maria Tupou's boats need new sails.",
        "Maria Tupou was not invited.",
        "They spoke of the north, where Maria Tupou ruled.",
        "Grain went to San Fermin, Mae Sot and Koh Lanta.",
        "The ship Suharso-990 signed off.",
    ],
)
def test_places_and_people_who_are_only_spoken_of_take_no_part(text: str) -> None:
    assert strangers(f"{LEAD} {text}") == []
