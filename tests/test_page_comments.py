"""What readers write below an article is no part of it, heading or not; what officials say is."""

import pytest

from communique.model import Page
from communique.page import split

TITLE = "Ghana and Togo confer on cocoa"
BODY = [
    "The two ministers met in Accra on Monday and spoke of trade in cocoa and of the new port at Tema.",
    "They praised the work of the joint commission, which had met three times in the last two years.",
]
FIRST = "I do not see what this board will bring to us. You should ask the farmers first."
SECOND = "We have heard this before and I think you will see nothing of it, as with the last board."


def body(*below: str) -> list[str]:
    return split(Page("page.txt", text="\n\n".join([TITLE, *BODY, *below]))).body.split("\n\n")


@pytest.mark.parametrize(
    "below",
    [
        ["Kofi says:", "March 5, 2021 at 10:15 am", FIRST, "Reply", "Ama says:", SECOND],
        ["Kofi Mensah says:", FIRST, "Ama Owusu says:", SECOND],
        [f"1. {FIRST}", f"2. {SECOND}"],
        [f"2 replies on “{TITLE}”", FIRST, f"2. {SECOND}"],
    ],
)
def test_comments_without_a_heading_are_left_out(below: list[str]) -> None:
    assert body(*below) == BODY


def test_an_official_who_is_quoted_below_his_office_is_no_reader() -> None:
    said = ["The Minister of Trade says:", "“We shall open the board in May, and the farmers shall have a say in it.”"]
    more = ["The envoy of Togo says:", "“Togo is ready for this board and for the new road to Lome.”"]
    assert body(*said, *more) == [*BODY, *said, *more]


def test_numbered_points_of_an_agreement_are_no_comments() -> None:
    points = ["1. The two countries will open a board.", "2. They will train forty farmers a year in Kumasi."]
    assert body("The communiqué has two points:", *points) == [*BODY, "The communiqué has two points:", *points]
