"""Statements: the country to which or of which somebody speaks is the other side, where there is none else."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def parties(body: str, publisher: str = "gov.fj") -> list[str]:
    """The countries of the event."""
    return list(find_actors(Article(title="Statement", body=body, publisher=publisher))[1])


@pytest.mark.parametrize(
    "said",
    [
        "called on Chad to lift the siege",
        "called upon the government of Chad to hold elections",
        "urged Chad to open the crossing",
        "asked the authorities of Chad for access",
        "warned Chad that it would answer",
        "demanded that Chad withdraw its troops",
        "demanded that N'Djamena withdraw its troops",
        "accused Chad of bad faith",
        "criticised Chad over its claims",
        "rejected Chad's claims",
        "condemned Chad's attack on the town",
        "praised Chad's handling of the cyclone",
        "thanked Chad for the ambulances",
        "expressed his gratitude to Chad for the ambulances",
    ],
)
def test_who_is_spoken_to_or_of_is_the_other_side(said: str) -> None:
    assert parties(f"Foreign Minister Ana Roe on Monday {said}.") == ["FJI", "TCD"]


@pytest.mark.parametrize(
    "said",
    [
        "urged Chad Airways to fly again",
        "praised Chadian dates",
        "asked travellers to Chad to register",
        "thanked the clubs that had played in Chad",
        "met reporters. The rains came early. The harvest is safe. Farmers thanked Chad for seeds",
    ],
)
def test_who_is_only_mentioned_is_not(said: str) -> None:
    assert parties(f"Foreign Minister Ana Roe on Monday {said}.") == ["FJI"]


def test_where_two_sides_are_told_nobody_spoken_of_is_a_third() -> None:
    body = (
        "Fijian Foreign Minister Ana Roe met Kenyan Foreign Minister Tim Bell on Monday. Both condemned Chad's attack."
    )
    assert parties(body) == ["FJI", "KEN"]
