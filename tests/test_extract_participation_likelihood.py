"""Who takes part by all signs together: `communique.extract.participation.likelihood`."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

MEETING = "Maltese Foreign Minister Carla Borg received her Kenyan counterpart Otieno Were in Valletta.\n\n"


def names(body: str) -> list[str | None]:
    return [actor.name for actor in find_actors(Article(title="", body=body))[0]]


@pytest.mark.parametrize(
    "sentence",
    [
        "From Prime Minister Joseph Kamau the latter brought her warm regards.",
        "They brought congratulations to her from President Joseph Kamau, and pointed out that both gain.",
        "Under President Joseph Kamau, Kenya has changed, Were remarked.",
        "Kenya's path under Joseph Kamau, the President, was praised.",
    ],
)
def test_a_head_of_state_over_the_ministers_who_meet_is_only_spoken_of(sentence: str) -> None:
    assert names(MEETING + sentence) == ["Carla Borg", "Otieno Were"]


def test_a_head_of_state_who_is_met_takes_part_beside_the_ministers() -> None:
    found = names(MEETING + "Later Were was received by President of Malta Joe Zammit.")
    assert found == ["Carla Borg", "Otieno Were", "Joe Zammit"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Were had an audience with President of Malta Joe Zammit.",
        "Were also called in the afternoon on President of Malta Joe Zammit.",
        "A letter was handed to President of Malta Joe Zammit.",
        "Were was also with President of Malta Joe Zammit.",
        "President of Malta Joe Zammit, whom Were met as well, spoke of fish.",
        "It was President of Malta Joe Zammit to whom Were gave a book.",
    ],
)
def test_the_words_around_show_that_a_head_of_state_is_there(sentence: str) -> None:
    assert names(MEETING + sentence) == ["Carla Borg", "Otieno Were", "Joe Zammit"]


def test_who_took_office_is_not_there_by_that() -> None:
    assert "Joe Zammit" not in names(
        MEETING + "Trade was discussed.\n\nTies have grown since President of Malta Joe Zammit took office."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Borg recalled the visit that {} paid to Malta last year.",
        "The air link was the idea of {}.",
        "The visit of {} to Malta is expected in May.",
        "{} is due in Valletta next month.",
        "An invitation for {} was handed over.",
        "Were succeeds {}.",
        "The case of {} was also discussed.",
        "The deal has been criticised by {}.",
        "The port, which {} opened in 2021, is the largest.",
    ],
)
def test_a_minister_only_spoken_of_takes_no_part(sentence: str) -> None:
    told = MEETING + "Trade was discussed. The two agreed on much.\n\n"
    assert names(told + sentence.format("Kenyan Trade Minister Amos Kip")) == ["Carla Borg", "Otieno Were"]
