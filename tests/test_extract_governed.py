"""Names that a verb of the event governs with callings, sides and clauses between."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

LEAD = "Fiji's Trade Minister Ratu Vula received the Tongan Ambassador, Sione Taufa, in Suva on Friday. "


def others(text: str) -> list[str | None]:
    found = find_actors(Article(title="", body=LEAD + text))[0]
    return [a.name for a in found if a.type == "person" and a.name not in {"Ratu Vula", "Sione Taufa"}]


@pytest.mark.parametrize(
    "text",
    [
        "The delegation includes the businessmen Ana Ruiz and Luis Vega.",
        "The Tongan contingent is led by Lt Col Ana Ruiz and the Fijian side by Maj Luis Vega.",
        "The team of two – Ana Ruiz and Luis Vega – will stay for a week.",
        "Other speakers were Ana Ruiz (Chamber of Commerce) and Luis Vega (World Bank).",
        "The delegation members were Mr Ana Ruiz and Ms Luis Vega.",
        "The Tongan delegation (Ana Ruiz and Luis Vega) toured the port.",
        "Delegates included Ana Ruiz (Tonga) and Luis Vega (Fiji).",
        "Special guests at the event were Ana Ruiz, former Minister of Health, and Luis Vega, Mayor of Suva.",
    ],
)
def test_both_of_a_list_take_part(text: str) -> None:
    assert others(text) == ["Ana Ruiz", "Luis Vega"]


@pytest.mark.parametrize(
    "text",
    [
        "The guest lecture was given by Professor Ana Ruiz of the University of Tonga.",
        "The ship, commanded by Captain Ana Ruiz, was welcomed in port.",
        "The Tongan Sports Federation, represented by its president Ana Ruiz, will provide coaches.",
    ],
)
def test_who_stands_behind_by_takes_part(text: str) -> None:
    assert others(text) == ["Ana Ruiz"]


def test_whose_troops_only_fight_elsewhere_takes_no_part() -> None:
    assert others("They spoke of the rebels, led by General Ana Ruiz.") == []
