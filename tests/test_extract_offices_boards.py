"""Boards, councils and bureaus of a nation, in which offices are held: `communique.extract.offices.boards`."""

import pytest

from communique.extract.offices.phrases import find_offices
from communique.extract.words.reading import read

BODIES = ["Tourism Board", "Medical Council", "Bureau of Standards", "Geological Survey", "Olympic Committee"]
FORMS = [
    ("the Director of the Kenyan {} Ana Rey came", "Kenyan {}"),
    ("the Director of the Kenya {}, Ana Rey, came", "Kenya {}"),
    ("the Director of Kenya's {}, Ana Rey, came", "{}"),
    ("Ana Rey, Director at the Kenyan {}, came", "Kenyan {}"),
    ("Kenya {} Director Ana Rey came", "Kenya {}"),
    ("Kenya's {} Director Ana Rey came", "{}"),
    ("Ana Rey, Director of the {} of Kenya, came", "{}"),
    ("Ana Rey, Director of the {} in Nairobi, came", "{}"),
]


@pytest.mark.parametrize("body", [*BODIES, "Food and Drug Authority"])
@pytest.mark.parametrize(("form", "named"), FORMS)
def test_a_nations_boards_and_bureaus_are_bodies_of_their_own(form: str, named: str, body: str) -> None:
    office = find_offices(read(form.format(body)))[0]
    assert (office.role, office.organization, office.countries) == ("Director", named.format(body), ("KEN",))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the Chairman of the Libyan Presidential Council came", "Chairman of the Presidential Council"),
        ("the Chairman of the Bahraini Shura Council came", "Chairman of the Shura Council"),
        ("the Secretary of the Chinese Political Bureau came", "Secretary of the Political Bureau"),
        (
            "the Director of the Trade Bureau in Kenya's Ministry of Trade came",
            "Director of the Trade Bureau in Ministry of Trade",
        ),
        ("the Director of the Kenyan Information Office came", "Director of the Information Office"),
    ],
)
def test_councils_and_bureaus_of_state_are_part_of_the_office(text: str, role: str) -> None:
    office = find_offices(read(text))[0]
    assert (office.role, office.organization) == (role, None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the Governor of the National Bank of the Gambia, Ana Rey, came", "National Bank of the Gambia"),
        ("the Rector of the University of New Delhi, Ana Rey, came", "University of New Delhi"),
        ("the Director of the Kenyan Employers' Federation, Ana Rey, came", "Kenyan Employers' Federation"),
        ("the President of the Kenyan Union of Journalists, Ana Rey, came", "Kenyan Union of Journalists"),
    ],
)
def test_the_name_of_a_body_ends_with_its_country_or_its_members(text: str, named: str) -> None:
    assert find_offices(read(text))[0].organization == named
