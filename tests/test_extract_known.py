"""Whose somebody is whom the registry of officials knows. The persons that it knows are real, the events are not."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def whose(body: str, title: str = "", publisher: str | None = None) -> dict[str | None, str | None]:
    """The country, or else the organisation, of each actor."""
    found = find_actors(Article(title=title, body=body, publisher=publisher))[0]
    return {actor.name: actor.country or actor.organization for actor in found}


def test_a_known_official_is_of_the_country_served_whatever_the_words_around_say() -> None:
    text = (
        "Minister Omar Hassan and his Malaysian counterpart, Retno Marsudi, spoke on trade between Oman and Indonesia."
    )
    assert whose(text)["Retno Marsudi"] == "IDN"
    text = "Minister Omar Hassan met the Malaysian Minister of Trade, Retno Marsudi, on trade with Oman and Indonesia."
    assert whose(text)["Retno Marsudi"] == "MYS"  # somebody else of that name


def test_a_known_official_without_an_office_has_a_country() -> None:
    text = "Ministers met in Paraguay. The host was Rubén Ramírez Lezcano, whose country has the presidency."
    assert whose(text, "Bolivia joins ministers") == {"Rubén Ramírez Lezcano": "PRY"}


def test_a_minister_who_sits_on_a_board_is_of_the_country() -> None:
    text = (
        "First Deputy Prime Minister and Governor of the Asian Development Bank Davlatali Said opened it in Tajikistan."
    )
    assert whose(text)["Davlatali Said"] == "TJK"


@pytest.mark.parametrize("home", [None, "africanews.example"])
def test_officials_of_a_page_whose_home_is_unknown_are_of_the_country_of_the_known_one(home: str | None) -> None:
    text = (
        "Minister of Mines Ama Bello and the Chinese Ambassador, Li Wen, signed a contract in the presence of "
        "President Nana Akufo-Addo. Governor Kofi Annor told the press that Ghana and China gain. "
        "Permanent Secretary Yaw Sarpong thanked the Chinese government."
    )
    assert set(whose(text, publisher=home).values()) == {"GHA", "CHN"}
    assert whose(text, publisher=home)["Yaw Sarpong"] == "GHA"


def test_two_known_officials_tell_the_home_that_a_page_does_not_name() -> None:
    text = (
        "President Andrés Manuel López Obrador and Foreign Secretary Marcelo Ebrard saw the Cuban Ambassador, Ana Paz."
    )
    assert set(whose(f"{text} Governor Luis Ibarra attended.").values()) == {"MEX", "CUB"}


def test_a_rare_family_name_tells_the_country() -> None:
    text = "President Macri and President Vizcarra met in London. The leaders of Argentina and Peru spoke on trade."
    assert whose(text) == {"Macri": "ARG", "Vizcarra": "PER"}


def test_a_name_that_one_side_bears_outweighs_a_guess() -> None:
    text = "President Lionel Deiye of Nauru saw a clinic in Taipei, accompanied by Foreign Minister Chen Wei-lin."
    assert whose(text)["Chen Wei-lin"] == "TWN"
    text = "Speaker Ching Yu met French MPs. Hon. Michel Herbillier told the French guests of Taiwan."
    assert whose(text, "French MPs in Taiwan", "taipeitimes.com")["Michel Herbillier"] == "FRA"
