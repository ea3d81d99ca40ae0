"""The clauses between headline and text: standfirsts are part of the article, captions and excerpts are not."""

import pytest

from communique.model import Page
from communique.page import split

TITLE = "Ghana and Peru agree on cocoa research"
TEXT = (
    "ACCRA – The agriculture ministers of Ghana and Peru signed a programme of research into cocoa on Tuesday.\n\n"
    "Minister Kwame Addo told his guest that the institute at Tafo would host ten Peruvian students every year.\n\n"
    "The ministers also spoke about the shipping of seedlings, which both countries forbid at present."
)


def article(*above: str):
    return split(Page("a", text="\n\n".join([TITLE, *above, TEXT]), url="https://gazette.example/ghana-peru-cocoa"))


@pytest.mark.parametrize(
    "line",
    [
        "Officials to settle a row over licences before the harvest",
        "First trees will be planted at four stations in the north",
        "Lima will pay for two laboratories, says deputy minister",
        "• Growers in both countries will set up a fund",
    ],
)
def test_a_clause_of_its_own_opens_the_body(line):
    found = article(line, "By Lina Haddad", "12 March 2021")
    assert found.body == f"{line}\n\n{TEXT}"
    assert (found.title, found.byline, str(found.published)) == (TITLE, "Lina Haddad", "2021-03-12")
    assert (found.dateline_place, found.lead) == ("ACCRA", 0)


def test_a_whole_sentence_too():
    line = "The agreement pays for a seed bank and for the training of six technicians."
    assert article(line, "By Lina Haddad").body == f"{line}\n\n{TEXT}"


@pytest.mark.parametrize(
    "line",
    [
        "Minister Addo and his guest exchange documents in the hall of the ministry",
        "From left: Mr. Addo, Ms. Quispe and the director who will lead the programme",
        "Minister Addo (right) said that trees will be planted",
        "Trees will be planted at four stations. Photo: GNA",
        "Officials will plant the first trees 20231104",
        "Trees will be planted soon Trees will be planted soon",
        "Kwame Addo told his guest that the institute at Tafo would host ten Peruvian students",
        "Ghana and Peru have agreed on cocoa research",
        "Trees planted",
        "The institute will host students who come from Lima.bookmark",
        "(Communicated by the office that will plant the trees)",
        "What the ministers said about trees:",
    ],
)
def test_captions_and_what_is_said_again_do_not(line):
    assert article(line).body == TEXT


def test_the_report_tells_the_day_below_a_standfirst():
    text = TEXT.replace("on Tuesday", "today, March 5, 2024,")
    page = Page("a", text="\n\n".join([TITLE, "First trees will be planted in May 2025 at four stations", text]))
    assert str(split(page).published) == "2024-03-05"
