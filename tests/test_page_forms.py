"""A site's owner, forms of address, rates of exchange and kickers are told by their form alone."""

import pytest

from communique.model import Article, Page
from communique.page import split
from communique.page.lines.forms import is_greeting, is_holder, is_institution, is_rate
from tests.test_page_lead import BODY, TITLE, body


def page(*lines: str, url: str | None = None) -> Article:
    return split(Page("page.txt", text="\n\n".join(lines), url=url))


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of Transport of Fiji",
        "THE OFFICIAL WEBSITE OF THE PRESIDENT OF THE REPUBLIC OF FIJI",
        "UNDP in the Republic of Fiji",
        "Senator the Hon Lina Haddad",
        "Home > Fiji and Samoa to run ferry from Suva to Apia",
    ],
)
def test_who_owns_a_site_and_where_in_it_the_page_stands_is_no_headline(line: str) -> None:
    headline = "Ferry to link two capitals from next spring"
    address = "https://transport.example/ministry-of-transport-of-fiji/1"
    found = page(line, "Home About us News Contact", headline, *BODY, url=address)
    assert found.title == headline


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of Transport opens ferry terminal",
        "EU-Moldova Association Council",
        "Meeting of the Ministry of Transport of Fiji",
    ],
)
def test_what_an_institution_does_is_a_headline(line: str) -> None:
    assert not is_institution(line)


def test_what_an_official_does_is_a_headline() -> None:
    assert not is_holder("Prime Minister Omar Saleh Visits Accra")
    assert not is_holder("President Haddad's visit")


@pytest.mark.parametrize(
    "line",
    [
        "Good afternoon,",
        "Excellencies, ladies and gentlemen,",
        "“Your Excellency,",
        "Omar Saleh: Mr President, friends,",
    ],
)
def test_a_form_of_address_opens_the_text(line: str) -> None:
    assert body(TITLE, line, *BODY) == [line, *BODY]


def test_a_site_addresses_its_readers() -> None:
    assert not is_greeting("Dear readers,")
    assert body(TITLE, "Dear readers,", *BODY) == BODY


@pytest.mark.parametrize("line", ["($1 = 2.2 Fiji dollars)", "(1 euro = 2.4 Fiji dollars)", "(US$1=FJ$2.20)"])
def test_a_rate_of_exchange_closes_the_text(line: str) -> None:
    assert is_rate(line)
    assert body(TITLE, *BODY, line, "Reporting by Litia Vakacegu") == [*BODY, line]


def test_a_headline_may_say_that_there_are_pictures() -> None:
    headline = "PHOTOS: Fiji and Samoa plan ferry between capitals"
    assert page("The Gazette", headline, "By Litia Vakacegu", *BODY).title == headline


def test_a_headline_may_stand_below_the_text_where_the_address_names_it() -> None:
    found = page(
        "Facebook Twitter WhatsApp SMS Email Print Copy article link Save",
        "Litia Vakacegu",
        "Apr 26, 2018",
        *BODY,
        TITLE,
        "Most Popular",
        "Taro prices rise",
        url="https://gazette.example/fiji-and-samoa-plan-ferry.html",
    )
    assert (found.title, found.byline, found.body.split("\n\n")) == (TITLE, "Litia Vakacegu", BODY)


@pytest.mark.parametrize(
    "subhead",
    [
        "RADIO TRADE",
        "Defense Cooperation",
        "'No tickets'",
        "Part of a wider effort",
        "Good boats, bad news",
        "‘No more calls into the void’",
    ],
)
def test_a_few_words_between_paragraphs_are_a_sub_heading(subhead: str) -> None:
    told = "The line ministers said that the radio would bring trade to both islands, as it did after the storm."
    lines = [*BODY, told, subhead, "A bulletin of trade will be read on the radio in both countries every morning."]
    assert page(TITLE, *lines, url="https://news.gazette.example/1").body.split("\n\n") == lines


@pytest.mark.parametrize("line", ["Close ties", "Top priority", "Source of hope"])
def test_a_word_that_buttons_have_may_open_a_sub_heading(line: str) -> None:
    assert body(TITLE, *BODY[:2], line, *BODY[2:]) == [*BODY[:2], line, *BODY[2:]]


@pytest.mark.parametrize(
    "line",
    [
        "Soundcloud",
        "Close menu",
        "{{title}}",
        "Pacific news",
        "Ads by Acme",
        "(File)",
        "Kindly share this story:",
        "Pacific Waves: subscribe to our podcasts",
    ],
)
def test_buttons_between_paragraphs_are_left_out(line: str) -> None:
    assert body(TITLE, *BODY[:2], line, *BODY[2:]) == BODY


@pytest.mark.parametrize(
    "line", ["Minister Litia Vakacegu", "FERRY … The minister, Litia Vakacegu, and the envoy at Suva."]
)
def test_who_is_seen_on_a_picture_between_paragraphs_is_left_out(line: str) -> None:
    assert body(TITLE, *BODY[:2], line, *BODY[2:]) == BODY


def test_an_agency_behind_three_dots_ends_the_last_paragraph() -> None:
    last = "At the end the minister thanked the harbour master of Suva and his crew….PACNEWS"
    assert body(TITLE, *BODY, last, "SOURCE: GAZETTE/PACNEWS") == [*BODY, last]


@pytest.mark.parametrize(
    "above", ["KUNA : {}", "{} 02/03/2023 13:40", "Gazette : {} 19/10/2021", "Harbour Times | {} | May 5, 2021"]
)
def test_a_line_that_has_the_headline_behind_the_site_s_name_is_none(above: str) -> None:
    headline = "Minister of Fiji in talks"
    assert page(above.format(headline), "Main Region World", headline, "FERRY-SAMOA", *BODY).title == headline


def test_the_text_goes_on_below_a_rule_with_what_took_place_on_the_same_day() -> None:
    last = "On the same day, she held talks with the heads of the «Lautoka» agency."
    assert body(TITLE, *BODY, "*****", last, "Share", "All news") == [*BODY, last]
