"""Sentences of the site and sentences of the report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Page
from communique.page import split
from communique.page.lines.sitetalk import is_offer, is_site_talk, names_itself


def words(text: str) -> list[str]:
    return "".join(char if char.isalnum() or char in "'-" else " " for char in text.lower()).split()


@pytest.mark.parametrize(
    "text",
    [
        "Have a story tip? Write to our newsroom on WhatsApp.",
        "You have reached your limit of free articles this month.",
        "Save your email in this browser for the next comment.",
        "This article first appeared in the edition of 12 May.",
        "The Harbour News Agency (HNA) is the oldest and the only wire service on the island.",
        "Mona Farouk is a freelance journalist who writes on the Red Sea.",
        "No part of this publication may be copied without permission.",
        "Quality journalism costs money. Support the Gazette with a donation.",
        "Published in The Harbour Gazette, May 10th, 2019.",
        "All articles and letters published on Harbour24 have been independently written by members of a community.",
        "First published in the print edition of the Gazette on 12 March 2021.",
    ],
)
def test_what_a_site_says_of_itself_or_to_its_reader_is_no_report(text: str) -> None:
    assert is_site_talk(text, words(text))


@pytest.mark.parametrize(
    "text",
    [
        "The two agencies will exchange articles and photos and train each other's journalists.",
        "The full text of the agreement will be published on the website of the ministry.",
        "We welcome the contribution of our partners and we will keep our word.",
        "The minister opened a mobile app with which farmers can report pests.",
        "The sides agreed to share information and to keep in contact.",
        "HNA is the national news agency of Samoa and signed the accord for its side.",
        "The editors of both newspapers signed the agreement on the exchange of content.",
    ],
)
def test_reports_on_media_and_websites_stay_reports(text: str) -> None:
    assert not is_site_talk(text, words(text))


def test_a_few_words_of_the_site_are_no_sub_heading() -> None:
    assert is_offer("Exclusive deals for subscribers")
    assert not is_offer("Pilots for the summer")


@given(st.text(max_size=300))
def test_any_line_is_told(text: str) -> None:
    assert is_site_talk(text, words(text)) in {True, False}
    assert is_offer(text) in {True, False}


def test_a_sentence_that_bids_read_more_is_no_paragraph() -> None:
    first = "The ministers of trade of both countries met in the capital on Monday and spoke of the port and the road."
    text = "\n\n".join(["Ministers of trade meet", first, "Read more reports on trade in our dossier."])
    assert split(Page("page.txt", text=text)).body == first


def test_where_the_writer_can_be_reached_is_told_with_an_address() -> None:
    assert names_itself("Lina Haddad can be reached at desk@gazette.example.")
    assert not names_itself("Each side will name a contact point that can be reached at all hours.")


@pytest.mark.parametrize(
    "text",
    [
        "Correction: An earlier version of this article misspelled the name of the hotel.",
        "An earlier version of this story named another day.",
        "CORRECTION: The headline has been amended to say that the visit was to Fiji.",
        "Editor's note: The original version of this report gave a wrong figure.",
        "Clarification - The story has been corrected to say that the loan is not a grant.",
        "(*) This is a provisional translation. The above date denotes the date of the original.",
        "Unofficial translation from Estonian.",
        "(Unofficial translation)",
        "This is a machine translation of the original text.",
        "The text was translated automatically.",
        "Some articles are translated with the help of software and then edited.",
    ],
)
def test_a_note_on_the_text_is_none_of_it(text: str) -> None:
    assert names_itself(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers spoke of a centre for machine translation between Samoan and Fijian.",
        "An earlier version of the treaty had been rejected by the parliament.",
        "The book, translated by Mele Fifita, was given to the guest.",
        "The correction of the border was agreed in 1998.",
        "The editor of the atlas noted that the map was wrong.",
    ],
)
def test_translations_and_corrections_are_reported_on(text: str) -> None:
    assert not names_itself(text)


def test_contractions_speak_to_the_reader_too() -> None:
    text = "We're pleased that you've read so many of our articles in the past month."
    assert is_site_talk(text, words(text))


@pytest.mark.parametrize(
    "line",
    [
        "Lina Haddad is the Editor in Chief of and a contributor to Harbour Show.",
        "The Harbour News Staff is a team of journalists in Accra.",
        "Lina Haddad covers water, energy and rural development for the Post.",
        "The Harbour Spectator cannot vouch for the accuracy of the information presented in its postings.",
        "*The full text of the news item is available in the paid version of the service.",
    ],
)
def test_who_wrote_and_what_nobody_vouches_for_is_the_sites_own(line: str) -> None:
    assert names_itself(line)


@pytest.mark.parametrize(
    "line",
    [
        "Prime Minister Lina Haddad has written to the Prime Minister of Jamaica to congratulate him.",
        "The new agreement covers fisheries, ports and the training of pilots for the two navies.",
        "The minister said the embassy is not responsible for the delay.",
    ],
)
def test_letters_and_agreements_are_reports(line: str) -> None:
    assert not names_itself(line)
