"""Bodies that act, with nobody named for them: `communique.extract.participation.bodies`."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def bodies(body: str, publisher: str | None = None) -> list[tuple[str | None, str | None]]:
    found = find_actors(Article(title="", body=body, publisher=publisher))[0]
    return [(actor.name, actor.country) for actor in found if actor.type == "organization"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A memorandum was signed between the Ministry of Trade of Chad and Malta's Ministry of Health and Sport.",
            [("Ministry of Trade of Chad", "TCD"), ("Ministry of Health and Sport", "MLT")],
        ),
        (
            "The papers were signed by the Chad Ports Authority and the Malta Freeport Company.",
            [("Chad Ports Authority", "TCD"), ("Malta Freeport Company", "MLT")],
        ),
        (
            "Officials of the Chad Ports Authority and of the Malta Freeport Company took part in the talks.",
            [("Chad Ports Authority", "TCD"), ("Malta Freeport Company", "MLT")],
        ),
        ("Malta has given wheat through the Malta Relief Agency.", [("Malta Relief Agency", "MLT")]),
        (
            "Chad signed the accord, through its Ministry of Trade, in Valletta.",
            [("Ministry of Trade", "TCD")],
        ),
        ("Ten ambulances were handed over to Chad's Health Ministry.", [("Health Ministry", "TCD")]),
        ("With the Malta Relief Agency a programme was signed.", [("Malta Relief Agency", "MLT")]),
        (
            "The accord was signed by the Maltese Ministry of Energy and the Chadian Ministry of Energy.",
            [("Ministry of Energy", "MLT"), ("Ministry of Energy", "TCD")],
        ),
        (
            "A loan agreement was signed between the Government of Chad and the African Development Bank.",
            [("African Development Bank", None)],
        ),
        ("UNICEF has received ten million dollars from Malta.", [("UNICEF", None)]),
        ("The Malta Relief Agency will build ten schools in Chad.", [("Malta Relief Agency", "MLT")]),
        ("With support from the Malta Relief Agency a school was opened.", [("Malta Relief Agency", "MLT")]),
    ],
)
def test_bodies_act_that_sign_give_receive_or_send_somebody(text: str, told: list[tuple[str, str]]) -> None:
    assert bodies(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The fleet of the Malta Ports Authority was joined by a tug in 1995.",
        "Books were handed to a Community Centre.",
        "It was all done under an Air Service Agreement signed by both.",
        "The road belongs to the Chad Ports Authority.",
    ],
)
def test_bodies_that_are_only_mentioned_take_no_part(text: str) -> None:
    assert bodies(text) == []


def test_a_ministry_is_no_actor_where_its_official_is_named() -> None:
    text = "Malta's Ministry of Health signed the accord with Chad. Health Minister of Malta Carla Borg was glad."
    assert bodies(text) == []


def test_a_foreign_ministry_is_no_actor_where_its_envoy_is_named() -> None:
    text = "Malta's Ministry of Foreign Affairs signed the accord with Chad. Ambassador of Malta Carla Borg was glad."
    assert bodies(text) == []


def test_a_ministry_of_which_nothing_is_told_is_the_pages_own() -> None:
    text = "Books were donated to the Ministry of Education by China."
    assert bodies(text, publisher="gna.org.gh") == [("Ministry of Education", "GHA")]
