"""A page that lost its line breaks is parted where headline and text begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Page
from communique.page import split
from communique.page.lines.opening import find_opening

TEXT = (
    "The ministers of transport of Fiji and Samoa agreed on Monday in Suva that a ferry will link both capitals. The "
    "boat carries ninety passengers. “It is a wish of our traders,” said the minister of Samoa. What the "
    "fare will be has not been settled, nor who is to repair the quay of Apia. They will meet again in May."
)
TITLE = "Fiji and Samoa agree on ferry between capitals"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "The Coastal Gazette Home | News | Sport | Business | Opinion",
        "Coastal Gazette Home Politics Economy Society Culture Sport English Français",
        "Ministry of Transport, Republic of Fiji Home » News »",
        "Skip to main content Menu Search 5 March 2021",
    ],
)
@pytest.mark.parametrize(
    "between",
    [
        "",
        "5 March 2021",
        "By Litia Vakacegu March 5, 2021 10:15 AM",
        "Published on: 05/03/2021 Share Facebook Twitter",
        "SUVA, March 5 (GAZ) –",
    ],
)
def test_headline_and_text_are_found_between_what_stands_around_them(before: str, between: str) -> None:
    url = "https://gazette.example/news/fiji-samoa-agree-ferry-between-capitals"
    article = split(Page("page.txt", text=f"{before} {TITLE} {between} {TEXT} Share this Related news", url=url))
    assert article.title == TITLE
    dateline = f"{between} " if between.startswith("SUVA") else ""
    assert article.body == dateline + TEXT


def test_neither_address_nor_furniture_is_needed() -> None:
    article = split(Page("page.txt", text=f"{TITLE} {TEXT} {TEXT.replace('Monday', 'Friday')}"))
    assert article.title == TITLE


@pytest.mark.parametrize("tail", ["(GAZ)", "– GAZ"])
def test_an_agency_behind_the_last_sentence_is_part_of_the_text(tail: str) -> None:
    article = split(Page("page.txt", text=f"{TITLE} 5 March 2021 {TEXT} {tail} Tags: Fiji, Samoa Related news"))
    assert article.body == f"{TEXT} {tail}"


@pytest.mark.parametrize("advert", ["ADVERTISEMENT", "Supported by", "Article continues below", "Print Email Share"])
def test_an_advertisement_between_sentences_is_left_out(advert: str) -> None:
    first, behind, rest = TEXT.partition(" The boat")
    article = split(Page("page.txt", text=f"{TITLE} 5 March 2021 {first} {advert}{behind}{rest} Tags: Fiji, Samoa"))
    assert " ".join(article.body.split()) == TEXT


@given(st.text(max_size=400))
def test_any_text_is_parted_within_its_bounds(text: str) -> None:
    opening = find_opening(text, None)
    assert opening is None or 0 <= opening.start < opening.end <= opening.body < len(text)


@pytest.mark.parametrize("name", ["Litia Vakacegu", "Litia Vakacegu in Suva"])
def test_a_writer_without_a_cue_before_the_text_is_no_part_of_it(name: str) -> None:
    article = split(Page("page.txt", text=f"{TITLE} 5 March 2021 {name} {TEXT} Tags: Fiji, Samoa"))
    assert (" ".join(article.body.split()), article.byline) == (TEXT, "Litia Vakacegu")


@pytest.mark.parametrize("letters", ["AB/CD", "ab/cd/ef", "--- Ends/AB"])
def test_the_letters_of_the_writer_behind_the_last_sentence_are_no_part_of_it(letters: str) -> None:
    article = split(Page("page.txt", text=f"{TITLE} 5 March 2021 {TEXT} {letters} Tags: Fiji, Samoa Related news"))
    assert (" ".join(article.body.split()), article.byline) == (TEXT, letters.rpartition("Ends/")[2])


def test_the_day_behind_a_writer_s_name_is_no_part_of_it() -> None:
    article = split(Page("page.txt", text=f"{TITLE} By Litia Vakacegu March 5, 2021 {TEXT} Tags: Fiji, Samoa"))
    assert (article.byline, str(article.published)) == ("Litia Vakacegu", "2021-03-05")


def test_letters_behind_the_end_in_brackets_are_those_of_the_writer() -> None:
    article = split(Page("page.txt", text=f"{TITLE} 5 March 2021 {TEXT} (end) abc.de Tags: Fiji, Samoa Related news"))
    assert (" ".join(article.body.split()), article.byline) == (f"{TEXT} (end)", "abc.de")


@pytest.mark.parametrize("city", ["Suva. ", "Port Vila. ", ""])
def test_a_city_with_its_full_stop_is_part_of_the_text(city: str) -> None:
    article = split(Page("page.txt", text=f"{TITLE} 5 March 2021 | 8:05 pm {city}{TEXT} Tags: Fiji, Samoa"))
    assert (" ".join(article.body.split()), article.dateline_place) == (city + TEXT, city[:-2] or None)


def test_a_credit_that_opens_with_the_medium_ends_its_caption() -> None:
    first, behind, rest = TEXT.partition(" The boat")
    shown = "The ferry at the quay of Apia. (CG Photo/Litia Vakacegu)"
    article = split(Page("page.txt", text=f"{TITLE} 5 March 2021 {first} {shown}{behind}{rest} Tags: Fiji, Samoa"))
    assert " ".join(article.body.split()) == TEXT


@pytest.mark.parametrize("tail", ["« Tonga gets tanks Vanuatu gets envoy »", "(c) 2021 Gazette", "← Tonga gets tanks"])
def test_arrows_and_the_mark_of_copyright_end_the_text(tail: str) -> None:
    article = split(Page("page.txt", text=f"{TITLE} 5 March 2021 {TEXT} {tail}"))
    assert " ".join(article.body.split()) == TEXT


@pytest.mark.parametrize("credit", ["PHOTOGRAPH courtesy of SPA", "Photos: courtesy of Samoa Ports"])
def test_who_gave_a_picture_between_sentences_is_left_out(credit: str) -> None:
    first, behind, rest = TEXT.partition(" The boat")
    article = split(Page("page.txt", text=f"{TITLE} 5 March 2021 {first} {credit}{behind}{rest} Tags: Fiji, Samoa"))
    assert " ".join(article.body.split()) == TEXT
