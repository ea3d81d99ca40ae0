"""What stands between the paragraphs: pictures, other articles' headlines; behind them the article goes on."""

import pytest

from communique.model import Page
from communique.page import split
from tests.test_page_echoes import BODY, TITLE, body

LAST = [
    "Samoan Works Minister Tavita Leota-Pele, whose brother captains the only tug at Matautu Wharf, praised the "
    "surveyors Ioane Sapolu and Mele Fifita for their work on the new slipway.",
    "They also spoke of cattle.",
]


@pytest.mark.parametrize("last", [LAST, LAST[1:]])
@pytest.mark.parametrize(
    "insert",
    [
        "Court rejects appeal of baker in dispute over oven",
        "Mele Fifita with Ioane Sapolu at the slipway in Matautu",
        "Tavita Leota-Pele hands over the charts to Mele Fifita in Matautu",
    ],
)
def test_a_picture_or_another_headline_within_the_text_opens_no_second_article(insert: str, last: list[str]) -> None:
    assert body(TITLE, *BODY, insert, *last) == [*BODY, *last]


@pytest.mark.parametrize("heading", ["Related articles", "Read also", "You may also like"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_text_goes_on_below_a_few_headlines_with_their_heading(heading: str, count: int) -> None:
    headlines = [
        "Court rejects appeal of baker",
        "Fuel prices to fall by two percent",
        "Striker leaves club in Lautoka",
    ]
    last = "Tavita Leota-Pele promised that the slipway at Matautu would be ready for the Samoan boat before the rains."
    assert body(TITLE, *BODY, heading, *headlines[:count], last) == [*BODY, last]


def test_below_a_few_headlines_with_their_heading_another_article_may_stand() -> None:
    more = [
        "Court rejects appeal of baker",
        "Drought empties wells",
        "Wells in the north have run dry, a farmer told us.",
    ]
    assert body(TITLE, *BODY, "Related articles", *more) == BODY


@pytest.mark.parametrize(
    "caption",
    [
        "Participants of the meeting",
        "Officials at the wharf",
        "Both ministers before the meeting",
        "Litia Vakacegu speaks at the ceremony",
        "Mele Fifita speaking to officials",
        "H.E. Mele Fifita",
        "Mele Fifita",
        "— Gazette photo",
    ],
)
def test_who_is_seen_on_a_picture_is_no_sub_heading(caption: str) -> None:
    named = (
        "Litia Vakacegu and Mele Fifita, two officials of the port, took part in the meeting at the wharf on Monday."
    )
    assert body(TITLE, *BODY, named, caption, LAST[0]) == [*BODY, named, LAST[0]]


@pytest.mark.parametrize("subhead", ["Friends of the sea", "Ninety passengers", "A wharf for both"])
def test_a_few_words_that_show_nobody_are_a_sub_heading(subhead: str) -> None:
    lines = [*BODY, subhead, LAST[0]]
    assert body(TITLE, *lines) == lines


@pytest.mark.parametrize("counted", ["Comments Off on", "No Comments on", "2 Replies on", "Leave a Comment on"])
def test_how_many_comments_there_are_on_a_headline_is_not_the_headline(counted: str) -> None:
    page = Page("page.txt", text="\n".join([TITLE, f"{counted} {TITLE}", "March 12, 2021", *BODY]))
    assert (split(page).title, split(page).body) == (TITLE, "\n\n".join(BODY))


def test_a_notice_on_advertisement_blockers_is_no_paragraph() -> None:
    notice = "We have detected that you are using extensions to block ads. Please support us by switching them off."
    assert body(TITLE, *BODY, notice) == BODY


@pytest.mark.parametrize("tags", ["Drugs  Samoa  Wharf", "Samoa  Blue Pacific", "Ferry Deal  Blue Pacific"])
def test_tags_parted_by_gaps_name_no_writer(tags: str) -> None:
    for lines in ([TITLE, tags, "March 12, 2021", *BODY], [TITLE, "March 12, 2021", *BODY, tags]):
        assert split(Page("page.txt", text="\n".join(lines))).byline is None


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("FE REPORT", "FE REPORT"),
        ("UN REPORT", None),
        ("By our diplomatic correspondent", "our diplomatic correspondent"),
        ("WAM/Lina Haddad/Omar Saleh", "Lina Haddad/Omar Saleh"),
        ("Suva - 24.kg news agency, Lina HADDAD", "Lina HADDAD"),
        ("Lina Haddad—Nairobi", "Lina Haddad"),
        ("(by Defence General Staff)", "Defence General Staff"),
        ("Pewarta: Lina Haddad Editor: Omar Saleh", "Lina Haddad"),
        ("Translated by Lina Haddad", None),
        ("Category: News", None),
        ("Google News", None),
        ("SUVA", None),
        ("H.E. Lina Haddad", None),
        ("Rhissa ag Boula", "Rhissa ag Boula"),
        ("Yasser Bin Othman Al Rumaihi", "Yasser Bin Othman Al Rumaihi"),
        ("Abra d’Almeida Santos", "Abra d’Almeida Santos"),
    ],
)
def test_lines_at_the_head_that_name_the_writer_or_do_not(line: str, writer: str | None) -> None:
    assert split(Page("page.txt", text="\n".join([TITLE, line, "March 12, 2021", *BODY]))).byline == writer


LISTED = [
    ("Deuba to widen cabinet soon", "Talks among the partners on portfolios have not made headway for two weeks."),
    ("Factions of the left fail to agree", "A task force formed by both of them has sought more time."),
]


@pytest.mark.parametrize("heading", ["Related news", "Other stories", "Most read from the isles"])
@pytest.mark.parametrize("note", ["", "Lina Haddad is a reporter covering harbours for The Gazette."])
def test_headlines_that_take_turns_with_single_sentences_are_other_articles(heading: str, note: str) -> None:
    teasers = [line for pair in LISTED for line in pair]
    lines = [*LAST, *filter(None, [note]), heading, *teasers, "Editor's picks", "The long wait for rain in Gafsa"]
    assert body(TITLE, *BODY, *lines) == [*BODY, *LAST]


def test_a_text_below_a_row_of_headlines_is_that_of_the_last() -> None:
    rows = [
        "Gazette press unit",
        "Chamber and tax office agree on helpdesk in Lautoka",
        "Chamber rejects hike in power tariff",
    ]
    teaser = "The President of the Chamber said that the hike will make exports costlier and asked for a new round."
    assert body(TITLE, *BODY, *LAST, *rows, teaser, "Opening hours of the library") == [*BODY, *LAST]


@pytest.mark.parametrize(
    "credit",
    [
        "Photo document: the minister at the old harbour in Lautoka.",
        "The minister looks at the old harbour in Lautoka. (GAZETTE/HO-Ministry of Works/uyu)",
    ],
)
def test_a_picture_out_of_the_archive_or_given_out_by_a_ministry_is_none_of_the_text(credit: str) -> None:
    assert body(TITLE, *BODY[:1], credit, *BODY[1:]) == BODY


@pytest.mark.parametrize("credit", [" | Author: Ministry of Works", " – Photo: Ioane Sapolu", " / Foto: Gazette"])
def test_a_picture_with_its_owner_behind_a_bar_parts_no_text(credit: str) -> None:
    caption = "Working talks at the slipway in the old harbour" + credit
    assert body(TITLE, *BODY[:2], caption, "1 / 4", *BODY[2:]) == BODY


@pytest.mark.parametrize(
    "caption",
    [
        "President Tauiliili with his guest during the talks at State House, Ouagadougou.",
        "The Norwegian envoy with Mrs Pulotu after the signing ceremony in Tromsø.",
    ],
)
def test_who_is_seen_with_whom_on_an_occasion_is_a_caption_though_no_paragraph_names_them(caption: str) -> None:
    assert body(TITLE, *BODY[:2], caption, *BODY[2:]) == BODY


@pytest.mark.parametrize("heading", ["Related news", "Other stories"])
def test_all_of_a_text_below_a_headline_that_says_it_again_is_another_articles(heading: str) -> None:
    other = [
        "Lautoka thwarts attempt to smuggle shells",
        "Customs officers with the shells. (GAZETTE)",
        "Lautoka - Harbour Gazette",
        "Lautoka thwarts attempt to smuggle shells",
        "Customs in Lautoka said on Tuesday that they had foiled an attempt to smuggle about two thousand shells.",
        "The authorities said in a statement that the box had come through the harbour on a boat.",
        "Director General Leota-Pele praised the surveyors who were on duty at the wharf in Matautu.",
        "The operation is the fourth of its kind in this year.",
    ]
    assert body(TITLE, *BODY, *LAST, heading, *other) == [*BODY, *LAST]


def test_a_headline_and_a_text_that_opens_with_its_day_begin_another_article() -> None:
    other = [
        "Brac island gets first village for nomads",
        "March the 10th, 2021 - A small place on the island is set to welcome those who work far from their desks.",
        "Twelve houses are being done up by the council with an investor from Zagreb, who has put money into them.",
    ]
    assert body(TITLE, *BODY, *LAST, "Subscribe to our newsletter", *other) == [*BODY, *LAST]


def test_the_text_goes_on_with_other_names_behind_headlines_that_it_does_not_take_up() -> None:
    headlines = ["Western Balkans summit in Sofia avoids promises", "In Kosovo, few see the point of new talks"]
    last = [
        "A prayer was said by the Wesleyan minister of the village, and then the rope was taken by Sione Fakahau.",
        "Half of the money is a gift from Wellington, and the other half has been lent by the Bank in Manila.",
        "Mrs Rangihuna said that divers from Vava'u would see to it that coral heads were steered round.",
        "Niue and Tokelau are linked to the world by cables, and Sumangala in Kandy would like one of its own.",
        "Banks shut and grandmothers in Auckland thought them dead when an anchor cut the line to Nuku'alofa.",
    ]
    assert body(TITLE, *BODY, "Read more:", *headlines, *last) == [*BODY, *last]


@pytest.mark.parametrize(
    "last",
    [
        "Editor-in-chief Jo Bell and his deputy Ana Rey sat in.",
        "Ms Ana Rey, who is Editor-in-Chief, and Mr Jo Bell, Director of Sales, joined the session.",
        "Vice-Premier – Minister of Ports Jo Bell, the adviser Ana Rey and the consul Bo Dahl took part in it.",
        "Lecturers include the Assistant District Attorney Jo Bell and, from the museum, its director Ana Rey.",
    ],
)
def test_who_else_was_there_is_told_by_a_paragraph(last: str) -> None:
    assert body(TITLE, *BODY, last) == [*BODY, last]


@pytest.mark.parametrize(
    "insert",
    [
        "A lire également Port de Radès : où en est le nouveau terminal ?",
        "Les på norsk",
        "Card image cap",
        "May be an image of 5 people, people standing and outdoors",
    ],
)
def test_links_in_other_languages_and_what_stands_for_pictures_are_no_paragraphs(insert: str) -> None:
    article = split(Page("page", text="\n\n".join([TITLE, BODY[0], insert, *BODY[1:]])))
    assert insert not in article.body


@pytest.mark.parametrize("label", ["Pulbished on:", "Date:"])
def test_a_label_whose_value_got_lost_is_no_paragraph(label: str) -> None:
    article = split(Page("page", text="\n\n".join([TITLE, label, *BODY])))
    assert article.body.startswith(BODY[0])


def test_who_issued_a_statement_is_no_paragraph() -> None:
    foot = "ISSUED BY THE PARLIAMENTARY SERVICES ON BEHALF OF THE CHAIRPERSON OF THE COMMITTEE ON FISHERIES."
    assert split(Page("page", text="\n\n".join([TITLE, *BODY, foot]))).body.endswith(BODY[-1])
