"""What a sender says of itself under a press release is no paragraph of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Page
from communique.page import split
from communique.page.lines.senders import describes

TITLE = "Fund and Samoa agree on slipway at Matautu"
BODY = [
    "The Pacific Ports Fund and the Government of Samoa on Tuesday agreed in Apia on a loan for the slipway.",
    "Works Minister Tavita Leota-Pele signed the papers and said that the old slipway had been closed since the storm.",
    "Work on the slipway is to begin in May, and the loan will be repaid in twenty years.",
]
SELF = "The Pacific Ports Fund (PPF) is an international financial institution owned by its 14 members."


def body(*lines: str, url: str = "https://www.ppf.example.org/news/1234") -> list[str]:
    return split(Page("page", url=url, text="\n\n".join([TITLE, *BODY, *lines]))).body.split("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        SELF,
        "The PPF is the leading bank for harbours in the South Seas.",
        "Established in 1986, the Pacific Ports Fund is owned by 14 states and territories.",
        "Headquartered in Suva, PPF is committed to harbours that are safe and clean.",
        "PPF is one of the oldest networks of engineers and a body under the Forum.",
        "PPF works in 14 countries to build harbours which stand in a storm.",
        "The Pacific Ports Fund has been helping its members since 1986.",
        "About the Fund: The Pacific Ports Fund is a bank for harbours.",
        "PPF provides loans and advice for harbours around the world.",
        "The Pacific Ports Fund is Oceania's premier institution for harbours.",
        "With 14 members, PPF is a partnership of islands.",
        "PPF is mandated to lend to harbours and to those who work in them.",
        "The Pacific Ports Fund aims to give its member states safe harbours.",
    ],
)
def test_a_sender_at_its_own_address_says_what_it_is(text: str) -> None:
    assert describes(text, ["ppf"])
    assert body(text) == BODY
    assert body(text, "For more information: press@ppf.example.org") == BODY


@pytest.mark.parametrize(
    "text",
    [
        "PPF is committed to the slipway, Leota-Pele said.",
        "The Pacific Ports Fund is a partner in the road to the wharf.",
        "PPF is financing the road to the wharf as well.",
        "PPF provides the engineers and Samoa provides the stone.",
        "The PPF delegation was received by the Prime Minister.",
        "PPF has lent Samoa 40 million dollars since 1986.",
        "The Ministry of Works is committed to safe harbours.",
        "The Asian Ports Fund is a bank owned by its members.",
        "PPF signed an agreement with Tonga, which is a member of the Fund.",
        "The loan is a gift to all who fish, and PPF is proud of it.",
    ],
)
def test_what_a_sender_does_or_another_is_belongs_to_the_report(text: str) -> None:
    assert not describes(text, ["ppf"])
    assert body(text) == [*BODY, text]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("unmisam", "The United Nations Mission in Samoa is a political mission."),
        ("padb", "The Pacific Development Bank Group is a bank owned by its members."),
        ("pasdb", "The Pacific Development Bank Group is a bank owned by its members."),
        ("thehumanefund", "The Humane Fund is a charity."),
        ("shipaid", "Ship Aid is a charity."),
    ],
)
def test_a_name_in_an_address_is_whole_or_made_of_first_letters(name: str, text: str) -> None:
    assert describes(text, [name]) == (name != "pasdb")


def test_a_sender_in_the_midst_of_the_text_or_at_another_address_is_spoken_of() -> None:
    assert body(SELF, "The first stone will be laid by Leota-Pele in May.")[3] == SELF
    assert body(SELF, url="https://gazette.example.ws/1234") == [*BODY, SELF]


@pytest.mark.parametrize("button", ["Donate", "Subscribe to our newsletter"])
@pytest.mark.parametrize(
    "text",
    [
        "Good journalism takes time and a lot of money in a country of islands.",
        "No government, firm or party pays for the journalism of this paper.",
    ],
)
def test_an_appeal_between_the_buttons_of_a_site_is_its_own(text: str, button: str) -> None:
    assert body("Support the Gazette", text, button) == BODY
    assert body(text) == [*BODY, text]


@pytest.mark.parametrize("heading", ["About the Pacific Ports Fund", "About PPF", "About the Fund"])
@pytest.mark.parametrize("site", ["https://www.ppf.example.org/news/1234", "https://gazette.example.ws/1234"])
def test_what_stands_below_about_and_a_name_is_told_of_the_sender(heading: str, site: str) -> None:
    names = {"About PPF": "PPF", "About the Fund": "The Fund"}
    text = (
        names.get(heading, "The Pacific Ports Fund")
        + " represents the harbours of the isles and strengthens their ties."
    )
    assert body(heading, text, "Press contact: press@ppf.example.org", url=site) == BODY
    assert body("About PPF", "The Pacific Ports Fund represents the harbours of the isles.", url=site) == BODY


def test_a_sub_heading_that_opens_with_about_stays_one() -> None:
    goes_on = [
        "About the slipway",
        "The slipway at Matautu was built by sailors in 1911 and closed after the storm.",
        "Boats from Tonga and Fiji will be mended there as well, the minister said.",
    ]
    assert body(*goes_on) == [*BODY, *goes_on]


def test_a_service_offers_its_reporting() -> None:
    text = "RPA/RL's Samoan Service offers honest and accurate reporting in Samoan about issues that matter in Samoa."
    assert describes(text, ["rparl"])
    assert not describes("RPA's Samoan Service offers scholarships to students of Fiji.", ["rpa"])


def test_a_sentence_between_two_of_the_site_that_names_its_pages_is_the_sites() -> None:
    site = ["You can cancel your subscription at any time.", "To contact the publisher for permission, click here."]
    text = "Publishers named above each report are responsible for their own content, which we have no right to edit."
    assert body(site[0], text, site[1]) == BODY


@given(st.text(max_size=300), st.text(min_size=3, max_size=12))
def test_any_line_is_told(text: str, name: str) -> None:
    assert describes(text, [name]) in {True, False}
