"""What the paragraphs say again, and what takes up what they said."""

import pytest

from communique.model import Page
from communique.page import split

TITLE = "Fiji and Samoa plan ferry"
BODY = [
    "SUVA (Gazette) – Fiji and Samoa will run a ferry between Suva and Apia from next May, the transport ministers of "
    "both countries said on Monday after two days of talks.",
    "The boat, which Japan gave to Samoa last year, carries ninety passengers and forty containers, and the fare has "
    "not been settled.",
]


def body(*lines: str) -> list[str]:
    return split(Page("page.txt", text="\n\n".join(lines))).body.split("\n\n")


def test_a_standfirst_with_a_dateline_of_its_own_is_no_paragraph() -> None:
    assert body(TITLE, "SUVA – A ferry between Fiji and Samoa starts next May.", *BODY) == BODY


def test_a_caption_with_the_dateline_of_the_report_is_no_paragraph() -> None:
    caption = "SUVA: The transport ministers of Fiji and Samoa after talks on the ferry. (Gazette)"
    lines = [BODY[0].replace(" (Gazette) –", ":"), BODY[1]]
    assert body(TITLE, caption, *lines) == lines


@pytest.mark.parametrize("last", ["It will sail twice a week.", "Both sides hope to add a second boat."])
@pytest.mark.parametrize("insert", [[], ["- Advertisement -"], ["Share this article"]])
def test_a_short_sentence_that_takes_up_what_was_named_goes_on_with_the_article(last: str, insert: list[str]) -> None:
    assert body(TITLE, *BODY, *insert, last, "Related news", "Cane farmers to be paid") == [*BODY, last]


def test_the_text_goes_on_below_a_line_that_says_so() -> None:
    last = "Traders asked for such a link."
    assert body(TITLE, *BODY, "ADVERTISEMENT", "CONTINUE READING BELOW", last) == [*BODY, last]


def test_a_quotation_behind_its_speaker_opens_no_second_article() -> None:
    last = 'Litia: "It is a matter of three years."'
    assert body(TITLE, *BODY, last) == [*BODY, last]


@pytest.mark.parametrize("heading", ["Highlights:", "Key points", "À retenir"])
def test_the_points_of_a_summary_are_no_headline(heading: str) -> None:
    points = ["Ferry of Fiji and Samoa will run between Suva and Apia", "Boat carries ninety passengers"]
    lines = [TITLE, heading, *points, "Photo: Gazette", *BODY]
    assert split(Page("page.txt", text="\n".join(lines))).title == TITLE


def test_a_caption_below_the_writer_is_no_headline() -> None:
    lines = [TITLE, "Litia Vakacegu", "Transport ministers of Fiji and Samoa", *BODY]
    page = Page("page.txt", text="\n".join(lines), url="https://gazette.example/fiji-samoa-plan-ferry")
    assert split(page).title == TITLE


def test_a_page_without_full_stops_still_gives_its_text() -> None:
    lines = [TITLE, "4 March 2021", "Fiji and Samoa will run a ferry between the ports of Suva and Apia from May"]
    assert split(Page("page.txt", text="\n\n".join(lines))).body == lines[2]


def test_a_standfirst_that_the_first_paragraph_goes_on_from_is_no_paragraph() -> None:
    short = "Fiji and Samoa will run a ferry between Suva and Apia."
    long = "Fiji and Samoa will run a ferry between Suva and Apia from next May after two days of talks."
    first = BODY[0].removeprefix("SUVA (Gazette) – ")
    assert body(TITLE, short, first, "It will sail twice a week.") == [first, "It will sail twice a week."]
    assert body(TITLE, long, long[:-1] + ", ministers said.", BODY[1]) == [long[:-1] + ", ministers said.", BODY[1]]


def test_a_label_before_a_sentence_is_no_dateline_of_a_second_article() -> None:
    last = "Background: Japan gave the boat to Samoa last year."
    assert body(TITLE, *BODY, last) == [*BODY, last]


def test_a_day_above_the_headline_that_the_first_paragraph_tells_too_is_no_clock() -> None:
    lines = ["Politics", "Monday, 5 March 2018 | 10:33", TITLE, "Fiji and Samoa agreed in Suva on March 5 on a ferry."]
    assert str(split(Page("page.txt", text="\n\n".join(lines))).published) == "2018-03-05"
    other = [*lines[:3], lines[3].replace("March 5", "May 2")]
    assert split(Page("page.txt", text="\n\n".join(other))).published is None


def test_sentences_that_sum_the_article_up_under_a_heading_are_no_paragraphs() -> None:
    points = ["A ferry will sail from Suva to Apia.", "The boat was Japan's."]
    assert body(TITLE, "4 March 2021", "What you need to know:", *points, *BODY) == BODY


def test_a_short_headline_with_its_day_opens_a_second_article() -> None:
    second = [
        "Peru mends Arequipa bridge",
        "12 March 2021",
        "Peru has mended the bridge of Arequipa with steel of Chile, Minister Rosa Quispe told Governor Luis Mamani.",
        "Engineers from Antofagasta worked beside those of Cusco, and Ambassador Pedro Soto of Chile cut the ribbon.",
    ]
    assert body(TITLE, *BODY, *second) == BODY


def test_what_the_page_says_of_its_writer_is_no_paragraph() -> None:
    note = "Litia Vakacegu has worked for this paper since its foundation and covers the ports of both countries."
    assert body(TITLE, "By Litia Vakacegu", *BODY, "Litia Vakacegu", note) == BODY
    assert body(TITLE, "By Seru Koroi", *BODY, note) == [*BODY, note]


def test_a_short_quotation_pulled_out_of_the_text_is_no_paragraph() -> None:
    said = "“From May the boat will go, but no child shall sail without its ticket,” the minister of Fiji said in Suva."
    pulled = "“No child shall sail without its ticket.”"
    assert body(TITLE, BODY[0], said, pulled, BODY[1]) == [BODY[0], said, BODY[1]]


def test_a_site_that_bids_its_reader_stay_is_no_paragraph() -> None:
    address = "https://www.harbourloaded.example/news/fiji-and-samoa-plan-ferry"
    last = "The minister said that the crew would be trained first."
    lines = [TITLE, *BODY, "Stay with Harbourloaded.sl, for Trusted News as it Happens!", last]
    assert split(Page("page.txt", text="\n\n".join(lines), url=address)).body.split("\n\n") == [*BODY, last]
