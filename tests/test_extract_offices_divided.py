"""Divisions, units and towns that belong to an office or to the body in which it is held."""

import pytest

from communique.extract.offices.phrases import find_offices
from communique.extract.words.reading import read


def told(text: str) -> tuple[str, str | None]:
    office = find_offices(read(text))[0]
    return office.role, office.organization


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Deputy Vice-Chancellor (Research) of Zeta University, Ana Rey,",
         ("Deputy Vice-Chancellor (Research)", "Zeta University")),
        ("the Vice-President Research of Zeta University, Ana Rey,", ("Vice-President Research", "Zeta University")),
        ("They met Vice President Operations Ana Rey", ("Vice President Operations", None)),
        ("Ana Rey, Vice President, Corporate Affairs, came", ("Vice President, Corporate Affairs", None)),
        ("Ana Rey, Director, Marketing and Operations, came", ("Director, Marketing and Operations", None)),
        ("the Director, Trade Promotion, Ana Rey, came", ("Director, Trade Promotion", None)),
        ("the Vice President, Investment Operations (Region 1) Ana Rey",
         ("Vice President, Investment Operations", None)),
        ("the Head of the Zeta Bank's Payments Department, Ana Rey,", ("Head of the Payments Department", "Zeta Bank")),
        ("Ana Rey, head of the border commission's secretariat,",
         ("head of the border commission's secretariat", None)),
        ("Ana Rey, head of the border commission's legal team,", ("head of the border commission's legal team", None)),
    ],
)  # fmt: skip
def test_what_divides_an_office_is_of_it(text: str, found: tuple[str, str | None]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the Director, Ana Rey, and", "Director"),
        ("the Director, Health and Ana Rey came", "Director"),
        ("the Vice President, Trade and others came", "Vice President"),
        ("the Director, Energy officials and", "Director"),
    ],
)
def test_what_is_closed_by_no_comma_divides_none(text: str, role: str) -> None:
    assert told(text)[0] == role


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("the president of the Chamber of Commerce and Industry of Lima, Ana Rey,",
         "Chamber of Commerce and Industry of Lima"),
        ("the Lima Chamber of Commerce president, Ana Rey,", "Lima Chamber of Commerce"),
        ("They met Sylhet Chamber of Commerce and Industry president Ana Rey",
         "Sylhet Chamber of Commerce and Industry"),
        ("They met University of Magallanes rector Ana Rey", "University of Magallanes"),
        ("They met Institute of Marine Research head Ana Rey", "Institute of Marine Research"),
    ],
)  # fmt: skip
def test_a_body_with_an_of_stands_before_its_head_too(text: str, body: str) -> None:
    assert told(text)[1] == body


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ana Rey, former prime minister and now Special Envoy for Education, came", "Special Envoy for Education"),
        ("Ana Rey, former minister, now chairman of the party, came", "chairman of the party"),
        ("Ana Rey, former minister and ambassador, came", "former minister and ambassador"),
        ("Ana Rey MP, State Minister for Shipping, came", "State Minister for Shipping"),
        ("the President's chief of staff Ana Rey", "President's chief of staff"),
        ("the Prime Minister's special envoy Ana Rey", "Prime Minister's special envoy"),
        ("the King's private secretary, Ana Rey,", "King's private secretary"),
        ("the Head of the Representative Office, Ana Rey,", "Head of the Representative Office"),
        ("They met Supreme Allied Commander Europe Ana Rey", "Supreme Allied Commander Europe"),
        ("the plenipotentiary of the Government in Naryn region Ana Rey",
         "plenipotentiary of the Government in Naryn region"),
    ],
)  # fmt: skip
def test_the_present_and_whole_office_is_told(text: str, role: str) -> None:
    assert told(text)[0] == role


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Head of the EU Delegation to Kosovo and EU Special Representative, Ana Rey, opened",
         ("Head of the Delegation to Kosovo and Special Representative", "European Union")),
        ("Director of Earth Programmes and Head of ESRIX, Ana Rey, said",
         ("Director of Earth Programmes and Head of ESRIX", "ESRIX")),
        ("Managing Director and Chairman of Zeta Airways, Ana Rey, said",
         ("Managing Director and Chairman", "Zeta Airways")),
        ("general manager of the port's Maritime Administration, Ana Rey, said",
         ("general manager", "Maritime Administration")),
        ("Brigadier Ana Rey, commander of the AFX, said", ("commander of the AFX", None)),
        ("Region Nine Chairman Ana Rey said", ("Region Nine Chairman", None)),
        ("the Ward 5 Councillor Ana Rey said", ("Ward 5 Councillor", None)),
        ("CAX President Ana Rey said", ("President", "CAX")),
    ],
)  # fmt: skip
def test_whose_the_second_of_two_offices_is_is_told_where_it_is_nothing_else(
    text: str, found: tuple[str, str | None]
) -> None:
    assert told(text) == found


def test_an_ambassador_holds_no_office_that_a_body_owns() -> None:
    text = "were Ana Rey, the Japanese Ambassador, and UNICEF's Chief of Field Office, Zeno Moraz, said"
    assert [office.role for office in find_offices(read(text))] == ["Ambassador", "Chief of Field Office"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the special officer for Overseas Promotion Consultants Ltd, Ana Rey,",
         ("special officer", "Overseas Promotion Consultants Ltd")),
        ("the director of Zeta Promotion Consultants Ltd. (ZPC), Ana Rey,",
         ("director", "Zeta Promotion Consultants Ltd")),
        ("Ana Rey, chairman of Zeta and Sons Limited, said", ("chairman", "Zeta and Sons Limited")),
        ("the Minister of Trade and Consultants Ltd said", ("Minister of Trade", None)),
    ],
)  # fmt: skip
def test_a_firm_goes_up_to_what_it_is_by_law(text: str, found: tuple[str, str | None]) -> None:
    assert told(text) == found
