"""Points of a list stay in the body, with or without colon and marks; other articles' headlines do not."""

import pytest

from communique.model import Page
from communique.page import split

TITLE = "Mali and Niger agree on river"
BODY = [
    "Mali and Niger signed an agreement on the water of the Niger in Bamako on Tuesday, after three years of talks.",
    "The water ministers praised the river authority and said that the first dam would be finished within two years.",
]


def body(*below: str) -> list[str]:
    return split(Page("page.txt", text="\n\n".join([TITLE, *BODY, *below]))).body.split("\n\n")


@pytest.mark.parametrize("marks", [("•", "•", "•"), ("-", "-", "-"), ("1.", "2.", "3.")])
def test_points_that_a_sentence_without_colon_announces_stay(marks: tuple[str, ...]) -> None:
    announcing = "The two sides agreed on a list of measures for the coming season."
    points = [
        f"{mark} {text}" for mark, text in zip(marks, ["A gauge at Gao", "Shared data", "Joint patrols"], strict=True)
    ]
    assert body(announcing, *points, "Related News") == [*BODY, announcing, *points]


def test_points_that_go_on_in_each_other_stay() -> None:
    points = ["- share data on the level of the river;", "- build a gauge at Gao; and", "- train twenty engineers"]
    assert body(*points) == [*BODY, *points]


def test_headlines_in_points_behind_the_text_are_left_out() -> None:
    assert body("• Niger lifts curfew in Diffa", "• Ghana cedi falls again", "• Togo opens market") == BODY


@pytest.mark.parametrize("colon", ["The two ministers signed memoranda on these fields:", "Documents were signed on:"])
def test_few_words_a_line_behind_a_colon_stay_up_to_the_furniture(colon: str) -> None:
    points = ["Health", "River ports", "Fisheries and livestock", "Training of engineers"]
    assert body(colon, *points, "Share this:", "Facebook") == [*BODY, colon, *points]


def test_a_list_of_pairs_that_ends_an_article_needs_no_announcement() -> None:
    pairs = ["Ghana – Ama Serwaa", "Togo – Koffi Agbodjan", "Benin – Lina Mensah", "Niger – Omar Issa"]
    colon = "The ministers who came to the talks on the port of Lome:"
    assert body(colon, *pairs) == [*BODY, colon, *pairs]


def test_what_is_said_in_a_transcript_stays_to_the_end() -> None:
    turns = [
        "Journalist: Minister, some upstream, in Koulikoro in particular, say they see nothing of the water.",
        "Lina Haddad: I heard that from the women at the market in Koulikoro, and an engineer will go there soon.",
        "Journalist: Will the President come to Gao?",
        "Lina Haddad: Thank you very much, everyone.",
    ]
    assert body(*turns, "Related News") == [*BODY, *turns]


def test_headlines_with_a_city_before_them_are_no_transcript() -> None:
    assert body("BAMAKO: Health minister opens clinic", "BAMAKO: Crown prince receives envoy", "Share") == BODY


def test_tasks_that_end_with_a_full_stop_stay() -> None:
    points = ["Rehabilitate 117 kilometres of canal.", "Protect 9 kilometres of shore, with the help of Niger."]
    last = "The work of both countries will be finished in five years, the water ministers said in Bamako."
    assert body("The programme will:", *points, last) == [*BODY, "The programme will:", *points, last]


def test_a_point_with_the_letter_c_is_no_copyright() -> None:
    points = [
        "(a) the gauge at Gao will be built;",
        "(b) data will be shared; and",
        "(c) a river fair calls for money.",
    ]
    assert body("The two sides agreed that:", *points) == [*BODY, "The two sides agreed that:", *points]


def test_who_speaks_behind_a_list_opens_no_second_article() -> None:
    below = ["They include:", "- Agreement on the exchange of interns", "- Memorandum on clean coal"]
    below += ["D.Batsukh: Japan is our third neighbour.", "Tomorrow the ministers will meet business people in Gao."]
    assert body(*below) == [*BODY, *below]


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "1. ", "a) "])
@pytest.mark.parametrize("announcing", ["The programme includes", "The talks dealt with four topics."])
@pytest.mark.parametrize("end", ["", "."])
def test_marked_points_behind_a_sentence_that_counts_or_opens_them_stay(announcing: str, mark: str, end: str) -> None:
    marks = [mark.replace("1", n).replace("a", letter) for n, letter in (("1", "a"), ("2", "b"), ("3", "c"))]
    points = [f"{m}{text}{end}" for m, text in zip(marks, ["fish farming", "cold storage", "trade"], strict=True)]
    paragraphs = [BODY[0], announcing, *points, BODY[1]]
    text = "\n".join([TITLE, *paragraphs, "Related News"])
    assert split(Page("page.txt", text=text)).body.split("\n\n") == paragraphs
