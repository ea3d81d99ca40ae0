"""Who enters an office, told by the clause around it."""

import pytest

from communique.extract.offices.phrases import find_offices
from communique.extract.people.mentions import find_mentions
from communique.extract.people.names import find_names
from communique.extract.words.reading import read


def held(text: str) -> dict[str, str | None]:
    reading = read(text)
    offices = find_offices(reading)
    mentions = find_mentions(reading, offices, find_names(reading, offices))
    return {m.name.text: m.office.role if m.office else None for m in mentions if m.name}


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday Ana Ruiz was accredited as Minister of Trade of Togo.",
        "Ana Ruiz has been introduced as the new Minister of Trade of Togo.",
        "The king congratulated Ana Ruiz on her appointment as Minister of Trade of Togo.",
        "The king wrote to Ana Ruiz on the occasion of her election as Minister of Trade of Togo.",
        "A letter went to Ana Ruiz, whom the parliament has elected as Minister of Trade.",
        "Ana Ruiz goes on receiving good wishes from many on being reelected as Minister of Trade of Togo.",
    ],
)
def test_who_is_chosen_for_an_office_holds_it(text: str) -> None:
    role = held(text)["Ana Ruiz"]
    assert role is not None
    assert role.startswith("Minister of Trade")


def test_who_was_the_head_of_a_team_is_its_head() -> None:
    assert held("Ana Ruiz was the leader of the delegation.") == {"Ana Ruiz": "leader of the delegation"}


def test_the_country_of_those_who_choose_is_that_of_the_office() -> None:
    reading = read("The king wrote to Ana Ruiz, whom the Finns elected as their President.")
    offices = find_offices(reading)
    mentions = find_mentions(reading, offices, find_names(reading, offices))
    assert [m.office.countries for m in mentions if m.name and m.office] == [("FIN",)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Present was Ana Ruiz (Green Party), who is Vice President of the Senate.", "Vice President of the Senate"),
        ("The letter came by Ana Ruiz, Kofi's adviser for security affairs.", "adviser for security affairs"),
        ("The director of the World Bank office in Togo, Ana Ruiz, came.", "director in Togo"),
        ("The mission of its Secretary General, H.E. Ambassador Ana Ruiz, ended.", "Secretary General"),
    ],
)
def test_brackets_possessors_seats_and_styles_part_no_name_from_its_office(text: str, role: str) -> None:
    assert held(text)["Ana Ruiz"] == role


def test_the_system_whose_president_is_told_holds_no_office() -> None:
    told = held("The Social Security System (SSS), whose president, Ana Ruiz, came, will pay.")
    assert told["Ana Ruiz"] == "president"
