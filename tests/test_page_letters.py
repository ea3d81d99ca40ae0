"""A letter that an article prints is text from the form of address to the signature."""

import pytest

from communique.model import Article, Page
from communique.page import split

TITLE = "Letter from the President of Samoa"
LETTER = [
    "Dear Litia Vakacegu,",
    "I cordially congratulate you on your birthday.",
    "The partnership of our countries has in recent years been filled with new content, and ships from Apia call at "
    "your port each week.",
    "I am confident that our joint efforts will strengthen what binds our peoples.",
    "I wish you good health, and your country prosperity.",
]
SIGNED = ["Omar Saleh", "President of Samoa", "Apia, 24 September 2022"]


def page(*lines: str) -> Article:
    return split(Page("page.txt", text="\n\n".join(lines)))


@pytest.mark.parametrize(
    "closing", ["Sincerely,", "With my highest consideration,", "Respectfully yours,", "Best regards"]
)
def test_a_letter_is_text_down_to_its_signature(closing: str) -> None:
    found = page(
        "Official website", "24 September 2022", TITLE, *LETTER, closing, *SIGNED, "Print version", "Other news"
    )
    assert found.body.split("\n\n") == [*LETTER, closing, *SIGNED]
    assert (found.title, found.dateline_place) == (TITLE, None)


def test_a_site_s_letter_to_its_readers_is_none() -> None:
    report = "Samoa and Fiji will run a ferry between Suva and Apia from next May, both governments said on Monday."
    more = "The boat carries ninety passengers and forty containers, and the fare of it has not been settled by them."
    offer = ["Dear reader,", "Subscribe to our newsletter.", "Best regards", "The Gazette"]
    assert page("Ferry to link Samoa and Fiji", report, more, *offer).body.split("\n\n") == [report, more]
