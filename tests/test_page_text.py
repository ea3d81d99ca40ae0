"""A page of plain text gives its article, whatever furniture stands around it."""

import itertools
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Article, Page, Reason, Unusable
from communique.page import split
from communique.page.lines.features import look_at
from communique.page.lines.lines import Line, read_lines

PORTS = {
    "url": "https://gazette.example/news/ghana-togo-agree-on-ports",
    "title": "Ghana, Togo agree to share port services",
    "head": ["By Kofi Mensah", "12 March 2021"],
    "body": [
        "ACCRA, March 12 (GNA) – Ghana and Togo have agreed to share pilots and tugs between the ports of Tema and "
        "Lome, the Minister of Transport, Ama Serwaa, announced.",
        "She received her Togolese counterpart, Koffi Agbodjan, who stayed in Accra for two days with a "
        "delegation of port managers.",
        "Mr Agbodjan said the ports of Togo and Ghana had been rivals for too long.",
        "WHAT COMES NEXT",
        "A first exchange of pilots between Tema and Lome is planned for summer, the minister told reporters. –GNA",
    ],
    "foot": [],
    "byline": "Kofi Mensah",
    "place": "ACCRA",
    "published": date(2021, 3, 12),
}
CHEESE = {
    "url": "https://agency.example/en/page/48213",
    "title": "Swiss envoy visits dairy farms in Svaneti",
    "head": [],
    "body": [
        "The Ambassador of Switzerland to Georgia, Beat Zurbriggen, spent Tuesday on the dairy farms of Svaneti, where "
        "his country pays for the training of cheese makers.",
        "At a farm near Mestia, the ambassador was shown the cellar in which the cheese of forty families ripens.",
        "“What I tasted here can stand beside any cheese of the Alps,” Zurbriggen told the farmers.",
        "The Deputy Minister of Agriculture of Georgia, Lasha Kvirikadze, thanked Switzerland for the training and "
        "asked that the farms of Racha be taken in as well.",
    ],
    "foot": ["LK/TB"],
    "byline": "LK/TB",
    "place": None,
    "published": None,
}
ARTICLES = (PORTS, CHEESE)

BEFORE = (
    [],
    ["The Daily Gazette", "Home | News | Politics | Sport | Contact"],
    ["Skip to main content", "English  Français  العربية", "Tue, 5 November 2024  14:22  24°C"],
    ["BREAKING: Opposition leader held at airport", "USD 87.4  EUR 102.4", "Home » World » Diplomacy"],
    ["Opposition leader held at airport", "Cholera cases fall in northern districts"],
    ["We use cookies to improve our website. Read our privacy policy."],
)
AFTER = (
    [],
    [
        "Share: Facebook Twitter",
        "Related news",
        "Parliament passes maritime bill",
        "Two rescued from flooded mine – 3 May 2020",
    ],
    ["Read also", "Parliament passes maritime billTwo rescued from flooded mineTea exports up by 12 percent"],
    ["News ID 48213", "© 2024 The Daily Gazette. All rights reserved."],
    ["Tags: ports, dairy, trade", "Leave a comment", "Your email address will not be published.", "Name * Email *"],
    [
        "You may also like",
        "Thai premier in Vientiane",
        "VIENTIANE, Nov 1 (KPL) – The Thai prime minister arrived on Friday for a visit of two days, officials said.",
    ],
    ["« Parliament passes maritime bill", "Two rescued from flooded mine »", "1,244 total views"],
    ["Never miss a story with our app for Android.", "Mona Farouk is a freelance journalist who writes on trade."],
    [
        "-Ends-",
        "About the Gazette:",
        "The Gazette has been printed since 1911 and has bureaus in nine cities of the coast.",
    ],
)


def page(article: dict, before: list[str], after: list[str], sep: str = "\n\n", insert: tuple[str, ...] = ()) -> Page:
    body = [*article["body"][:2], *insert, *article["body"][2:]]
    blocks = [*before, article["title"], *article["head"], *body, *article["foot"], *after]
    return Page("page.txt", text=sep.join(blocks), url=article["url"])


def assert_split(article: dict, got: Article) -> None:
    assert got.title == article["title"]
    assert got.body == "\n\n".join(article["body"])
    assert (got.byline, got.dateline_place, got.published) == (
        article["byline"],
        article["place"],
        article["published"],
    )


@pytest.mark.parametrize("sep", ["\n", "\n\n", "\r\n", "  \n\t\n"])
@pytest.mark.parametrize("article", ARTICLES, ids=["ports", "cheese"])
def test_the_furniture_around_an_article_does_not_change_it(article: dict, sep: str) -> None:
    for before, after in itertools.product(BEFORE, AFTER):
        assert_split(article, split(page(article, before, after, sep)))


@pytest.mark.parametrize("article", ARTICLES, ids=["ports", "cheese"])
@pytest.mark.parametrize(
    "insert",
    [
        ("ADVERTISEMENT",),
        ("Read also: Opposition leader held at airport",),
        ("The two ministers before the talks (Photo: State House)",),
        ("Minister Okafor (left) greets his guest at the airport.",),
        ("Story continues below",),
        ("Delegates of both sides at the conference centre on the first day",),
        ("Total views: 1,204",),
        ("Exclusive deals for subscribers",),
        ("Parliament passes maritime bill after long debate",),
        ("Related news: Parliament passes maritime bill after long debate",),
    ],
)
def test_captions_and_adverts_between_paragraphs_are_left_out(article: dict, insert: tuple[str, ...]) -> None:
    assert_split(article, split(page(article, BEFORE[1], AFTER[1], insert=insert)))


def test_a_second_article_behind_the_first_is_left_out() -> None:
    for first, second in itertools.permutations(ARTICLES):
        behind = ["Read also", second["title"], *second["head"], *second["body"]]
        assert_split(first, split(page(first, BEFORE[1], behind)))


def test_lists_and_the_name_behind_a_quotation_belong_to_the_body() -> None:
    items = [
        "Present were:",
        "Mr. Yaw Darko – Director of the Port of Tema",
        "Ms. Ablavi Teko – head of the pilots of Lome",
    ]
    quoted = "– Ama Serwaa, Minister of Transport of the Republic of Ghana"
    body = [*PORTS["body"][:2], *items, PORTS["body"][2], quoted]
    got = split(page({**PORTS, "body": body}, BEFORE[1], AFTER[1]))
    assert got.body == "\n\n".join(body)


def test_a_list_that_ends_the_text_has_as_many_lines_as_the_sentence_above_it_announces() -> None:
    items = ["Safety of pilots", "Tugs and buoys", "Fees"]
    body = [*PORTS["body"], "The agreement covers three fields:", *items]
    got = split(page({**PORTS, "body": body}, BEFORE[1], ["Resources", *AFTER[1]]))
    assert got.body == "\n\n".join(body)


def test_a_broken_line_that_opens_with_a_dateline_is_no_headline() -> None:
    text = f"{PORTS['title']}\n\nACCRA, 12 March 2021 - The Minister of Transport received her\ncounterpart.\n\n"
    got = split(Page("page.txt", text=text + PORTS["body"][1], url="https://gazette.example/news/1"))
    assert got.title == PORTS["title"]


def test_a_signature_or_the_word_for_a_link_behind_the_last_full_stop_ends_a_sentence() -> None:
    for mark in ("./End/", ". Source", ". //Petra//", ".■", ". – Bernama-Xinhua"):
        body = [
            *PORTS["body"][:3],
            f"A first exchange of pilots is planned for summer, the minister told reporters{mark}",
        ]
        got = split(page({**PORTS, "body": body}, BEFORE[1], AFTER[1]))
        assert got.body == "\n\n".join(body)


def test_a_headline_that_stands_on_the_page_again_is_told_from_a_caption() -> None:
    caption = "Ghanaian Transport Minister Ama Serwaa"
    text = "\n\n".join([PORTS["title"], caption, *PORTS["body"], f"{PORTS['title']} reviewed by Admin. Rating: 5"])
    assert split(Page("page.txt", text=text, url="https://gazette.example/ghana-togo")).title == PORTS["title"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Home Africa Ghana, Togo agree to share port services", "Ghana, Togo agree"),
        ("Ghana, Togo agree to share...", "teodoro and ghana.jpg"),
        ("Menu", "The transport minister with her guest at the office in Accra"),
    ],
)
def test_a_breadcrumb_above_and_a_caption_below_the_buttons_are_no_headline(above: str, below: str) -> None:
    text = "\n\n".join([above, PORTS["title"], "103", "SHARE", "Facebook", below, *PORTS["body"]])
    assert split(Page("page.txt", text=text)).title == PORTS["title"]


@pytest.mark.parametrize(
    "caption",
    [
        "Togo and Ghana ports will share services says minister Ama Serwaa in Lome — Gazette pic",
        "Vice mayor of the port city Omar Saleh Haddad (Illustrative image. Source: GNA)",
    ],
)
def test_a_credited_caption_below_the_headline_is_none(caption: str) -> None:
    lines = [PORTS["title"], caption, *PORTS["body"]]
    assert split(Page("page.txt", text="\n\n".join(lines))).title == PORTS["title"]


@pytest.mark.parametrize("sections", ["News/World/", "News / World / "])
def test_the_sections_above_a_headline_are_no_part_of_it(sections: str) -> None:
    headline = "USD 100 million for ports: agreement exchanged by Ghana and Togo"
    lines = [sections + headline, headline, *PORTS["body"]]
    assert split(Page("page.txt", text="\n\n".join(lines))).title == headline


def test_the_edges_of_a_tables_row_are_no_text_and_long_lines_make_an_article_where_no_sentence_ends() -> None:
    rows = [f"| {paragraph} |" for paragraph in PORTS["body"][:3]]
    got = split(Page("page.txt", text="\n".join([PORTS["title"], "|", *rows, "|"])))
    assert got.body == "\n\n".join(PORTS["body"][:3])
    cut = [f"{paragraph.rstrip('.')} and" for paragraph in PORTS["body"][:2]]
    assert split(Page("page.txt", text="\n".join([PORTS["title"], *cut]))).title == PORTS["title"]


def test_the_editor_is_not_the_writer() -> None:
    assert split(page(PORTS, [], ["Editor: Esi Quaye"])).byline == PORTS["byline"]
    unsigned = {**PORTS, "head": ["12 March 2021"]}
    assert split(page(unsigned, [], ["Editor: Esi Quaye"])).byline is None
    assert split(page(unsigned, [], ["Yaw Darko from Tema, edited by Esi Quaye"])).byline == "Yaw Darko"


def test_furniture_is_known_in_the_languages_of_the_publishers() -> None:
    for foot in (
        "Deja un comentario",
        "Weitere Meldungen",
        "Yorumlar",
        "Berita lainnya",
        "Σχόλια",
        "التعليقات",
        "댓글",
    ):
        assert_split(PORTS, split(page(PORTS, BEFORE[1], [foot, "Opposition leader held at airport"])))


@pytest.mark.parametrize(
    "line",
    [
        "The author is Senior Vice President of the Chamber of Commerce.",
        "Amina Yusuf has covered the ports since 2012.",
        "This is a developing story and will be updated.",
        "She can be reached at ports@gazette.example.",
        "Tags Ghana Togo ports pilots",
        "About the Ports Authority:",
        "Minister Serwaa, right, and her guest at the ministry.",
        "Views expressed in this column are the author's own.",
    ],
)
def test_what_sites_say_of_the_writer_the_story_and_the_picture_is_left_out(line: str) -> None:
    assert_split(PORTS, split(page(PORTS, BEFORE[1], [line, *AFTER[1]])))


def test_a_sentence_that_lost_its_full_stop_between_two_others_belongs_to_the_body() -> None:
    lost = "He repeated that the offer was meant to help the traders of both coasts and has no"
    body = [*PORTS["body"][:2], lost, *PORTS["body"][2:]]
    assert split(page({**PORTS, "body": body}, BEFORE[1], AFTER[1])).body == "\n\n".join(body)


def test_a_button_with_the_sites_name_between_paragraphs_is_no_sub_heading() -> None:
    assert_split(PORTS, split(page(PORTS, BEFORE[1], AFTER[1], insert=("Defend Gazette",))))


def test_a_day_above_the_headline_counts_where_the_month_of_the_url_agrees() -> None:
    text = "\n".join(["Friday, 12 March 2021", PORTS["title"], *PORTS["body"][1:]])
    for url, day in (("2021/03/ports", date(2021, 3, 12)), ("2020/03/ports", None)):
        assert split(Page("page.txt", text=text, url=f"https://gazette.example/{url}")).published == day


def test_a_date_whose_parts_stand_below_each_other_is_read() -> None:
    text = "\n".join([PORTS["title"], "12", "March", "2021", *PORTS["body"][1:]])
    assert split(Page("page.txt", text=text)).published == date(2021, 3, 12)


def test_a_dateline_with_its_day_may_stand_behind_a_paragraph_before_the_report() -> None:
    body = ["Sailors of both countries cheered when they heard the news in the bars along the quay.", *PORTS["body"]]
    got = split(page({**PORTS, "body": body}, [], []))
    assert (got.dateline_place, got.lead) == ("ACCRA", 0)


def test_a_caption_that_stands_above_itself_without_its_credit_is_no_paragraph() -> None:
    caption = "• The ministers of Ghana and Togo meet in Accra to discuss what their ports will share."
    text = "\n\n".join([PORTS["title"], caption, f"{caption} | Photo: State House", *PORTS["body"]])
    assert split(Page("page.txt", text=text)).body == "\n\n".join(PORTS["body"])


def test_a_picture_without_a_verb_behind_the_text_is_a_caption() -> None:
    got = split(page({**PORTS}, BEFORE[1], ["Guests on the quay of the old harbour.", *AFTER[1]]))
    assert got.body == "\n\n".join(PORTS["body"])


def test_the_site_and_its_sections_are_no_place_of_a_dateline() -> None:
    for head in ("GAZETTE – ", "Business (GNA) - "):
        body = [head + PORTS["body"][1], *PORTS["body"][2:]]
        given = {**PORTS, "body": body, "url": "https://shipping-gazette.com/news/1"}
        assert split(page(given, [], [])).dateline_place is None


def test_lines_above_the_headline_with_a_cue_tell_writer_and_day() -> None:
    head = ["Posted by: Kofi Mensah", "Date: Friday, 12 March 2021"]
    got = split(Page("page.txt", text="\n\n".join([*head, PORTS["title"], *PORTS["body"][1:]])))
    assert (got.byline, got.published) == ("Kofi Mensah", date(2021, 3, 12))


def test_a_dateline_on_its_own_line_belongs_to_the_body() -> None:
    body = ["Tbilisi, May 4, AGY", *CHEESE["body"]]
    got = split(page({**CHEESE, "body": body}, BEFORE[1], AFTER[1]))
    assert (got.body, got.dateline_place) == ("\n\n".join(body), "Tbilisi")
    assert got.body[got.lead :].startswith("The Ambassador of Switzerland")


def test_a_teaser_before_the_headline_is_left_out() -> None:
    teaser = [
        "TOP STORIES",
        "Central bank leaves its rate unchanged",
        "The central bank left its rate at 7 percent on Friday.",
    ]
    assert_split(CHEESE, split(page(CHEESE, teaser, AFTER[1])))


@pytest.mark.parametrize("credit", ["— GNA", "| GNA/Archive", "(KM)", "XINHUA"])
def test_a_caption_with_its_credit_above_the_text_is_no_paragraph(credit: str) -> None:
    caption = f"Minister Serwaa with her guest at the port of Tema. {credit}"
    assert_split(PORTS, split(page({**PORTS, "head": [*PORTS["head"], caption, "Gazette report"]}, BEFORE[1], [])))


def test_a_line_above_the_text_with_a_full_stop_and_no_verb_is_a_caption() -> None:
    caption = "The minister and her guest at the gate of the port."
    assert_split(PORTS, split(page({**PORTS, "head": [*PORTS["head"], caption]}, BEFORE[1], AFTER[1])))


def test_a_byline_may_stand_between_the_dateline_and_the_text() -> None:
    body = ["TBILISI, Georgia, May 4", *CHEESE["body"]]
    blocks = [CHEESE["title"], "4 May 2022 10:27 (UTC +04:00)", body[0], "By Lina Haddad – AGY:", *body[1:]]
    got = split(Page("page.txt", text="\n\n".join(blocks), url=CHEESE["url"]))
    assert (got.body, got.byline, got.dateline_place) == ("\n\n".join(body), "Lina Haddad", "TBILISI")


def test_lead_is_the_offset_of_the_text_behind_the_dateline() -> None:
    got = split(page(PORTS, [], []))
    assert got.body[got.lead :].startswith("Ghana and Togo have agreed")
    assert split(page(CHEESE, [], [])).lead == 0


def test_lines_broken_at_a_width_are_joined_again() -> None:
    import textwrap

    blocks = [PORTS["title"], *PORTS["head"], *PORTS["body"]]
    text = "\n\n".join("\n".join(textwrap.wrap(block, 66)) for block in blocks)
    assert_split(PORTS, split(Page("page.txt", text=text, url=PORTS["url"])))


def test_a_page_on_one_line_still_gives_headline_and_text() -> None:
    got = split(page(PORTS, [], AFTER[1], sep=" "))
    assert got.title.startswith(PORTS["title"])
    assert got.body.startswith("ACCRA, March 12 (GNA) – Ghana and Togo")
    assert "maritime" not in got.body


def test_the_first_word_on_the_date_is_the_metadata_then_the_page_then_the_url() -> None:
    text = "\n\n".join(CHEESE["body"])
    line = f"{CHEESE['title']}\n\n4 May 2022\n\n{text}"
    url = "https://agency.example/2022/05/06/swiss-envoy"

    def found(text: str, url: str | None, published: str | None) -> tuple[date | None, str | None]:
        got = split(Page("page.txt", text=text, url=url, published=published))
        return got.published, got.published_source

    assert found(line, url, "2022-05-05T10:00:00Z") == (date(2022, 5, 5), "metadata")
    assert found(line, url, "yesterday") == (date(2022, 5, 4), "dateline")
    assert found(f"{CHEESE['title']}\n\n{text}", url, None) == (date(2022, 5, 6), "url")
    assert found(f"{CHEESE['title']}\n\n{text}", None, None) == (None, None)
    today = text.replace("spent Tuesday", "spent today, May 3, 2022,")
    assert found(f"{CHEESE['title']}\n\n{today}", None, None) == (date(2022, 5, 3), "text")
    dated = text.replace("The Ambassador", "TBILISI, May 3, 2022 (AGY) – The Ambassador", 1)
    assert found(f"{CHEESE['title']}\n\n{dated}", url, None) == (date(2022, 5, 3), "dateline")


def test_a_dateline_without_a_year_takes_it_from_the_url_only() -> None:
    text = "\n\n".join([PORTS["title"], *PORTS["body"]])
    assert split(Page("p", text=text, url="https://gazette.example/2020/ports")).published == date(2020, 3, 12)
    assert split(Page("p", text=text, url="https://gazette.example/ports")).published is None


def test_the_publishers_own_initials_at_the_foot_are_no_byline() -> None:
    text = "\n\n".join([CHEESE["title"], *CHEESE["body"], "AgX"])
    assert split(Page("p", text=text, url="https://agx.example/1")).byline is None


def test_the_record_carries_url_and_publisher() -> None:
    got = split(page(PORTS, [], []))
    assert (got.url, got.publisher, got.language) == (PORTS["url"], None, "en")
    assert split(Page("p", text=page(PORTS, [], []).text, url="http://www.bbc.co.uk/a")).publisher == "bbc.co.uk"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY),
        (" \n\t\u00a0\n", Reason.EMPTY),
        ("Home\nNews\nSport\nContact us\n© 2024 The Gazette. All rights reserved.", Reason.NO_ARTICLE),
        ("Latest news\nParliament passes maritime bill\nTwo rescued from flooded mine", Reason.NO_ARTICLE),
        ("word " * 300_000, Reason.TOO_LARGE),
    ],
)
def test_a_page_without_an_article_says_why(text: str, reason: Reason) -> None:
    with pytest.raises(Unusable) as raised:
        split(Page("page.txt", text=text))
    assert raised.value.reason is reason


@given(
    st.text(max_size=2000)
    | st.lists(st.sampled_from([*BEFORE[3], *AFTER[1], *PORTS["body"], "", "-- ", "\u200b"])).map("\n".join)
)
@settings(max_examples=150)
def test_any_text_is_split_or_refused(text: str) -> None:
    try:
        got = split(Page("page.txt", text=text, url=text[:50], published=text[:20]))
    except Unusable:
        return
    assert got.title.strip() == got.title
    assert got.body
    assert 0 <= got.lead <= len(got.body)
    assert (got.published is None) == (got.published_source is None)


def test_a_page_of_very_many_lines_is_looked_at_from_its_beginning() -> None:
    assert_split(PORTS, split(page(PORTS, BEFORE[1], ["a"] * 400_000, sep="\n")))


def test_the_seed_page_comes_out_exact() -> None:
    seeds = Path(__file__).parents[2] / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the shared pages are not here")
    (path,) = seeds.glob("*.txt")
    got = split(Page(path.name, text=path.read_text(encoding="utf-8")))
    assert got.title.startswith("Minister of Communications discusses")
    assert got.title.endswith("information technology")
    assert got.body.count("\n\n") == 2
    assert got.body.endswith("and others.")
    assert (got.byline, got.published) == ("Inas Abdulkareem", None)


def test_the_number_of_a_picture_is_no_headline():
    lines = ["402198248 656436156641551 4066109847364388836 n", "Fiji and Malta to build a port"]
    body = (
        "SUVA, 3 May 2021 - The Foreign Ministers of Fiji and Malta met on Monday and agreed to build a port together."
    )
    assert (
        split(Page("a.txt", text="\n\n".join([*lines, body, "They will meet again next year in Valletta."]))).title
        == lines[1]
    )


@pytest.mark.parametrize(
    "points",
    [
        ["• A joint cocoa board", "• Scholarships for farmers", "• A new road to Lome"],
        ["- open a joint cocoa board;", "- grant scholarships to farmers; and", "- build a new road to Lome"],
        ["open a joint cocoa board;", "grant scholarships to farmers; and", "build a new road to Lome"],
        ["1. Agreement on cocoa", "2. Memorandum on ports", "3. Protocol on visas"],
    ],
)
@pytest.mark.parametrize("foot", [[], ["Share this:", "Facebook"], ["Tags: Ghana, Togo"]])
def test_a_list_of_points_closes_an_article(points: list[str], foot: list[str]) -> None:
    body = [*PORTS["body"][:3], "The two sides signed and agreed on the following:", *points]
    assert split(page({**PORTS, "body": body}, [], foot)).body == "\n\n".join(body)


@pytest.mark.parametrize("before", [[], ["Home", "News", "Contact"], ["5 March 2021", "By Ama Owusu"]])
def test_a_page_without_headline_keeps_its_first_paragraph(before: list[str]) -> None:
    got = split(Page("page.txt", text="\n\n".join([*before, *PORTS["body"][:3]])))
    assert got.body == "\n\n".join(PORTS["body"][:3])
    assert got.title.startswith("Ghana and Togo have agreed")
    assert got.title.endswith("announced")


def test_a_page_in_another_language_needs_no_verb_that_is_known() -> None:
    body = [
        "Министр сельского хозяйства принял в понедельник посла Франции и обсудил с ним сотрудничество в области воды.",
        "Стороны договорились создать совместную комиссию, которая будет собираться два раза в год.",
    ]
    text = "\n\n".join(["Главная", "Министр принял посла Франции", "Автор: Иван Петров", *body, "Поделиться"])
    got = split(Page("page.txt", text=text))
    assert (got.body, got.byline) == ("\n\n".join(body), "Иван Петров")


def test_a_line_of_the_site_that_comes_again_is_no_sub_heading() -> None:
    body = PORTS["body"]
    text = "\n\n".join([PORTS["title"], body[0], "Offered by", body[1], "Offered by", body[2]])
    assert split(Page("page.txt", text=text)).body == "\n\n".join(body[:3])


def test_the_day_of_publication_may_stand_below_other_headlines() -> None:
    below = ["Related news", "Parliament passes maritime bill", "First Published: Jul 02 2016 | 10:28 PM IST"]
    text = "\n\n".join([PORTS["title"], *PORTS["body"][1:3], *below])
    assert split(Page("page.txt", text=text)).published == date(2016, 7, 2)
    assert split(Page("page.txt", text=f"{text}\n\nPublished: Jul 03 2016")).published is None


def test_who_is_seen_on_a_picture_at_the_foot_is_no_writer() -> None:
    foot = ["Ama Serwaa", "The minister with her guest at the port of Tema. (Photo: Ministry of Transport)"]
    got = split(Page("page.txt", text="\n\n".join([PORTS["title"], *PORTS["body"][1:3], *foot])))
    assert (got.byline, got.body) == (None, "\n\n".join(PORTS["body"][1:3]))


def test_a_writer_may_stand_with_the_day_above_the_headline() -> None:
    above = ["Gazette.example", PORTS["title"].upper(), "Kofi Mensah 4 minutes ago Thu 27th May 2021 | 08:40 PM"]
    got = split(Page("page.txt", text="\n\n".join([*above, PORTS["title"], *PORTS["body"]])))
    assert (got.byline, got.title) == ("Kofi Mensah", PORTS["title"])


def test_sixty_thousand_dates_on_one_line_take_no_minute() -> None:
    text = f"{PORTS['title']}\n\n{PORTS['body'][0]}\n\n{'12 March 2021 ' * 60_000}"
    assert split(Page("page.txt", text=text)).body == PORTS["body"][0]


def test_a_teaser_that_the_first_paragraph_says_again_is_no_paragraph() -> None:
    lead = PORTS["body"][0].partition(" – ")[2]
    for teaser in (lead, PORTS["body"][0], lead.replace("pilots and", "pilotsand")):
        got = split(page({**PORTS, "head": [teaser]}, [], []))
        assert (got.body, got.dateline_place) == ("\n\n".join(PORTS["body"]), "ACCRA")


def test_the_day_that_a_crawler_set_before_a_page_is_no_part_of_its_headline() -> None:
    got = split(Page("page.txt", text="\n\n".join([f" date 2021-03-12 {PORTS['title']}", *PORTS["body"]])))
    assert (got.title, got.body) == (PORTS["title"], "\n\n".join(PORTS["body"]))


def test_a_page_that_begins_with_its_text_keeps_the_first_paragraph() -> None:
    lines = ["43 shares Share Tweet", *CHEESE["body"]]
    got = split(Page("page.txt", text="\n\n".join(lines), url=CHEESE["url"]))
    assert got.body == "\n\n".join(CHEESE["body"])


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "ሚኒስትሩ አምባሳደሩን ተቀበሉ",
            ["ሚኒስትሩ የኬንያን አምባሳደር ዛሬ በጽሕፈት ቤታቸው ተቀብለው ስለ ንግድ ተወያዩ።", "ሁለቱም ወገኖች በመንገድ ግንባታ ላይ ለመሥራት ተስማምተዋል፡፡"],
        ),
        (
            "Ministrul a primit ambasadorul",
            [
                "Roma, 4 mai (Agenția) - Ministrul pescuitului a primit ambasadorul Portugaliei și a vorbit de vin.",
                "Cei doi au convenit ca o delegație a pescarilor de la Constanța va merge la Lisabona în luna iunie.",
            ],
        ),
    ],
)
def test_pages_in_other_languages_than_english_are_read(title: str, body: list[str]) -> None:
    got = split(Page("page.txt", text="\n\n".join([title, *body])))
    assert (got.title, got.body) == (title, "\n\n".join(body))


def test_a_caption_between_paragraphs_without_stop_and_verb_is_left_out() -> None:
    body = PORTS["body"]
    caption = "Minister of Transport and of Works of Ghana, Hon. Ama Serwaa"
    text = "\n\n".join([PORTS["title"], *body[:2], caption, *body[2:]])
    assert split(Page("page.txt", text=text)).body == "\n\n".join(body)


def test_a_line_that_ends_with_a_picture_s_credit_is_a_caption() -> None:
    caption = "Ghana's minister, Ama Serwaa, has talks with Koffi Agbodjan on ports in Accra. (Photo: Ministry)"
    text = "\n\n".join([PORTS["title"], caption, *PORTS["body"]])
    assert split(Page("page.txt", text=text)).body == "\n\n".join(PORTS["body"])


def test_a_sentence_behind_another_article_s_headline_at_the_end_is_left_out() -> None:
    more = [
        "Storm warning for fishermen on Lake Geneva lifted",
        "A spokeswoman of the weather office speaks in Bern today.",
    ]
    text = "\n\n".join([PORTS["title"], *PORTS["body"], *more])
    assert split(Page("page.txt", text=text)).body == "\n\n".join(PORTS["body"])


@pytest.mark.parametrize("more", [[], ["部长表示，愿同蒙古国加强合作。"]])
def test_pages_of_scripts_without_spaces_are_read(more: list[str]) -> None:
    body = ["外交部长周一在北京会见了来访的蒙古国外长，双方就两国在矿业和铁路领域的合作交换了意见。", *more]
    lines = ["首页 新闻", "中蒙外长在北京会谈", "2024年3月5日 来源：社", *body, "责任编辑：王"]
    got = split(Page("page.txt", text="\n".join(lines)))
    assert (got.title, got.body) == ("中蒙外长在北京会谈", "\n\n".join(body))


@pytest.mark.parametrize("field", [" date 2022-10-25 ", "Date: 2022-10-25 "])
def test_a_day_that_a_crawler_wrote_before_the_text_is_metadata(field: str) -> None:
    text = "\n\n".join(PORTS["body"])
    got = split(Page("page.txt", text=field + text))
    assert (got.published, got.published_source) == (date(2022, 10, 25), "metadata")
    assert got.body == text
    given = split(Page("page.txt", text=field + text, published="2022-10-24"))
    assert given.published == date(2022, 10, 24)


def test_an_agency_that_signs_at_the_head_or_the_foot_is_the_writer() -> None:
    text = [PORTS["title"], *PORTS["body"][1:3]]
    assert split(Page("page.txt", text="\n\n".join([*text, "-- BERNAMA"]))).byline == "BERNAMA"
    assert split(Page("page.txt", text="\n\n".join([*text, "-- BERNAMA"]), url="https://bernama.com/a")).byline is None
    assert split(Page("page.txt", text="\n\n".join([text[0], "(XINHUA)", *text[1:]]))).byline == "XINHUA"
    several = [text[0], "SPA", "Saudi Press Agency", *text[1:]]
    assert split(Page("page.txt", text="\n\n".join(several))).byline is None


@pytest.mark.parametrize(
    "line",
    ["Wednesday, 24 July 2019. PDF Print E-mail", "Published on: Jul 24, 2019 4:15 PM Author: Office of the Mayor"],
)
def test_a_date_line_with_the_articles_buttons_or_its_sender_tells_the_day(line: str) -> None:
    text = "\n\n".join(["Press service", line, PORTS["title"], *PORTS["body"][1:3]])
    assert split(Page("page.txt", text=text)).published == date(2019, 7, 24)


def test_a_day_beside_the_headline_is_believed_before_a_crawlers_guess() -> None:
    text = "\n\n".join([PORTS["title"], "March 15, 2021", *PORTS["body"]])
    got = split(Page("page.txt", text=f" date 2021-03-16 {text}"))
    assert (got.published, got.published_source) == (date(2021, 3, 15), "dateline")
    month = split(Page("page.txt", text=" date 2021-03 " + "\n\n".join([PORTS["title"], *PORTS["body"][1:3]])))
    assert (month.title, month.published) == (PORTS["title"], None)


def test_a_headline_that_stands_twice_has_the_writer_between() -> None:
    text = [PORTS["title"], "(Xinhua)", "Print Share", PORTS["title"], *PORTS["body"]]
    assert split(Page("page.txt", text="\n\n".join(text))).byline == "Xinhua"
    text[1] = "Kofi Mensah - The Gazette"
    assert split(Page("page.txt", text="\n\n".join(text))).byline == "Kofi Mensah"


def test_a_writers_line_is_no_headline() -> None:
    for line in ("Kofi Mensah in Accra", "Kofi Mensah, kofi@gazette.example"):
        got = split(Page("page.txt", text="\n\n".join([line, *PORTS["body"]])))
        assert got.byline == "Kofi Mensah"
        assert got.title != line


def test_a_date_line_between_standfirst_and_text_tells_the_day() -> None:
    text = [PORTS["title"], PORTS["body"][1], "2 min read", "08 September, 2021", *PORTS["body"]]
    assert split(Page("page.txt", text="\n\n".join(text))).published == date(2021, 9, 8)


FERRY = [
    "Fiji and Samoa will run a ferry between Suva and Apia from next May, Litia Vakacegu, the transport minister of "
    "Fiji, announced on Monday.",
    "“The traders of Lautoka have asked for such a link since the storm of 2016, and the boat is ready.”",
    "The boat carries ninety passengers and forty containers, and the fare has not been settled, she told reporters.",
]


def test_a_name_from_the_text_below_a_quotation_is_part_of_it_and_another_one_is_not() -> None:
    title = "Fiji and Samoa plan ferry"
    named = [FERRY[0], FERRY[1], "Litia Vakacegu", FERRY[2]]
    assert split(Page("a", text="\n\n".join([title, *named]))).body.split("\n\n") == named
    strange = [FERRY[0], FERRY[1], "Omar Saleh", FERRY[2]]
    assert split(Page("a", text="\n\n".join([title, *strange]))).body.split("\n\n") == FERRY


def test_a_name_and_an_agency_below_a_caption_took_the_picture() -> None:
    head = ["Fiji and Samoa plan ferry", "4 March 2021", "The ferry of Samoa at the quay of Suva"]
    lines = [*head, "Omar Saleh / AFP", *FERRY]
    assert split(Page("a", text="\n\n".join(lines))).byline is None
    assert split(Page("a", text="\n\n".join([head[0], *lines[3:]]))).byline == "Omar Saleh"


def test_two_names_in_a_row_at_the_foot_are_links() -> None:
    lines = ["Fiji and Samoa plan ferry", *FERRY]
    assert split(Page("a", text="\n\n".join([*lines, "Omar Saleh"]))).byline == "Omar Saleh"
    assert split(Page("a", text="\n\n".join([*lines, "Relaciones Bilaterales", "Situaciones Nuevas"]))).byline is None


def test_a_day_that_hangs_on_to_the_writer_is_read() -> None:
    page = Page("a", text="\n\n".join(["Fiji and Samoa plan ferry", "Staff WriterMarch 15, 2021", *FERRY]))
    assert split(page).published == date(2021, 3, 15)


def test_a_page_without_headline_is_not_called_by_half_a_name() -> None:
    lines = [
        "The transport minister received Dr. Omar Saleh of Samoa in Suva on Monday. They spoke of a ferry.",
        *FERRY,
    ]
    assert split(Page("a", text="\n\n".join(lines))).title.endswith("Saleh of Samoa in Suva on Monday")


MARKET = [
    "Beekeepers of Gori and Trabzon will sell their honey on one market from next spring, Georgia's Deputy Minister of "
    "Agriculture Nino Beridze announced on Friday.",
    "She and her guest from Ankara tasted eleven kinds of it, and both preferred that of the chestnut woods.",
    "The market of Gori and Trabzon will stand at the border post of Sarpi, where drivers wait for hours and asked "
    "the beekeepers for a meal.",
]
HONEY = "Georgia, Türkiye open honey market"


def of(*lines: str, url: str | None = None) -> Article:
    return split(Page("page.txt", text="\n".join(lines), url=url))


def test_a_pointer_to_one_other_article_does_not_end_the_text() -> None:
    lines = [HONEY, MARKET[0], "Read also", "Georgia opens honey school in Gori", MARKET[2], MARKET[1]]
    assert of(*lines).body.split("\n\n") == [MARKET[0], MARKET[2], MARKET[1]]


def test_two_headlines_in_a_row_between_paragraphs_are_not_taken_for_sub_headings() -> None:
    lines = [HONEY, MARKET[0], "Bees are not cattle", "Batumi courts walnut traders after fair", MARKET[2], MARKET[1]]
    assert of(*lines).body.split("\n\n") == [MARKET[0], MARKET[2], MARKET[1]]


def test_a_page_without_headline_keeps_its_dateline_and_a_first_paragraph_that_breaks_off() -> None:
    first = MARKET[0].removesuffix(".")
    dated = f"TBILISI, 5 March 2021 (GHN) – {first}"
    assert of(dated, *MARKET[1:]).body.split("\n\n") == [dated, *MARKET[1:]]
    assert of("Tbilisi, March 5", *MARKET).body.split("\n\n") == ["Tbilisi, March 5", *MARKET]


def test_a_sentence_in_the_past_tense_is_a_paragraph_of_a_page_without_headline() -> None:
    first = "Georgian Deputy Minister Nino Beridze on Friday met with Turkish beekeepers from Trabzon and Rize."
    page = of(first, *MARKET, url="https://gazette.example/news/georgian-deputy-minister-met-turkish-beekeepers")
    assert page.body.split("\n\n") == [first, *MARKET]


def test_a_last_paragraph_that_was_cut_stays_unless_other_lines_are_cut_as_well() -> None:
    cut = (
        "The beekeepers, who had come in two buses and brought all their queens, then asked for wider roads and for "
        "new lamps..."
    )
    assert of(HONEY, *MARKET, cut).body.split("\n\n") == [*MARKET, cut]


def test_a_line_below_the_text_is_no_headline() -> None:
    foot = "Batumi hotels full for the jazz festival of the summer"
    legal = "This portal is run by a firm of the capital and was founded by two brothers in the year of the flood."
    assert of(*MARKET, "Editors' Picks", foot, legal).body.split("\n\n") == MARKET


def test_a_long_offer_of_the_site_does_not_part_the_headline_from_its_text() -> None:
    offer = ["Already have an account? Log in here", "Cancel any time.", "$4 a week*", "Monthly Digital Subscription"]
    page = of(
        HONEY, *offer * 8, "Hello, dear guest!", *MARKET, url="https://gazette.example/georgia-turkiye-honey-market"
    )
    assert page.title == HONEY
    assert page.body.split("\n\n") == MARKET


def test_advertisement_said_many_times_is_no_headline() -> None:
    adverts = "Advertisement Here Advertisement Here Advertisement Here"
    page = of(HONEY, adverts, adverts, *MARKET)
    assert page.title == HONEY


def test_of_a_headline_in_two_kinds_of_capitals_the_first_counts() -> None:
    assert of(HONEY.title(), HONEY.lower(), *MARKET).title == HONEY.title()


def test_initials_below_an_agency_name_the_writer() -> None:
    assert of(HONEY, *MARKET, "--IANS", "nb/kt").byline == "nb/kt"


def test_a_writer_and_a_day_may_be_told_in_french() -> None:
    page = of("vendredi 12 mars 2021 - par Salomé Beridze", HONEY, *MARKET)
    assert (page.byline, page.published) == ("Salomé Beridze", date(2021, 3, 12))


def test_a_day_on_the_headline_counts_before_that_of_the_dateline_if_it_is_one_of_the_next() -> None:
    dated = f"Tbilisi, March 5, 2021 (GHN) – {MARKET[0]}"
    assert of("6 Mar 2021", HONEY, dated, *MARKET[1:]).published == date(2021, 3, 6)
    assert of("6 Mar 2022", HONEY, dated, *MARKET[1:]).published == date(2021, 3, 5)


@pytest.mark.parametrize(
    "line",
    [
        "Partager sur WhatsApp",
        "Compartir en Facebook",
        "Compartilhe esta notícia",
        "Auf Facebook teilen",
        "Читайте нас в Telegram",
        "تابعونا على فيسبوك",
        "分享到微信",
        "Haberi yazdır",
        "Bagikan artikel ini",
        "Bienvenue dans l'espace commentaire",
        "By subscribing you accept our terms of service.",
    ],
)
def test_what_sites_say_in_many_languages_is_no_part_of_the_text(line: str) -> None:
    page = of(HONEY, line, *MARKET, line)
    assert (page.title, page.body.split("\n\n")) == (HONEY, MARKET)


def test_a_second_article_shows_in_its_headline_and_its_own_day_although_it_has_no_dateline() -> None:
    second = [
        "Peru lends Quito twelve potters for a year",
        "9 May 2021",
        "Twelve potters of Cusco are going to teach in Ecuador until Christmas, Culture Minister Alejandro Neyra said.",
        "Quito's mayor Jorge Yunda has found them rooms in the old mint of Bolívar street, near the flower market.",
    ]
    assert of(HONEY, "5 March 2021", *MARKET, *second).body.split("\n\n") == MARKET


def test_the_headline_of_a_page_on_one_line_is_found_by_the_words_of_its_address() -> None:
    head = "Gazette Home World Sport Honey market at Sarpi to open in spring 5 March 2021"
    url = "https://gazette.example/news/honey-market-sarpi-open-spring"
    page = of(" ".join([head, *MARKET]), url=url)
    assert page.title == "Honey market at Sarpi to open in spring"
    assert page.body == " ".join(MARKET)


def test_a_clock_on_the_headline_tells_the_year_of_a_dateline_that_is_as_near() -> None:
    dated = f"TBILISI, Mar. 05 (GHN) – {MARKET[0]}"
    assert of("Mar 6, 2021, 10:02 PM", HONEY, dated, *MARKET[1:]).published == date(2021, 3, 6)
    assert of("Tuesday, Nov 7, 2023, 10:02 PM", HONEY, dated, *MARKET[1:]).published is None


def test_a_number_behind_initials_is_not_the_writer_s() -> None:
    assert of(HONEY, *MARKET, "NB/GHN 83841286").byline == "NB/GHN"


def test_a_headline_said_twice_without_a_space_belongs_to_the_picture() -> None:
    assert of("Honey agreement", "Honey agreementHoney agreement", *MARKET).title == "Honey agreement"


@pytest.mark.parametrize(
    "head",
    [
        "Daily Gazette Home News Politics Business Sports ",
        "Home » World » ",
        "THURSDAY, July 21, 2022 16:42 ",
    ],
)
def test_a_menu_or_a_day_before_the_headline_of_a_page_on_one_line_is_no_part_of_it(head: str) -> None:
    text = f"{head}Fiji and Samoa plan ferry SUVA, March 12 (FBC) – " + " ".join(
        [
            "Fiji and Samoa will run a ferry between Suva and Apia from next May, ministers said on Monday.",
            "The boat, which Japan gave to Samoa last year, carries ninety passengers and forty containers.",
            "The fare has not been settled, the minister told reporters in the port of Suva before he flew home.",
        ]
    )
    got = split(Page("page.txt", text=text, url="https://dailygazette.example/a"))
    assert got.title == "Fiji and Samoa plan ferry"
    assert got.body.startswith("SUVA, March 12 (FBC) – Fiji and Samoa will run")
    assert got.body.endswith("before he flew home.")


def test_the_writer_behind_the_headline_of_a_page_on_one_line_is_no_part_of_it() -> None:
    text = (
        "Fiji and Samoa plan ferry By Lina Haddad The ministers of Fiji and Samoa said on Monday that a ferry "
        "will run between Suva and Apia from next May. The boat, which Japan gave to Samoa last year, carries ninety "
        "passengers and forty containers. The fare has not been settled, the minister told reporters in the port. Both "
        "sides hope to add a second boat in the year that follows, and a third one if trade goes on to grow as it does."
    )
    got = split(Page("page.txt", text=text))
    assert (got.title, got.byline) == ("Fiji and Samoa plan ferry", "Lina Haddad")
    assert got.body.startswith("The ministers of Fiji")


def _with_head(*head: str) -> str:
    return "\n\n".join([*head, *PORTS["body"]])


def test_the_sites_name_behind_the_headline_is_no_part_of_it() -> None:
    sited = f"{PORTS['title']} | Gazette"
    assert split(Page("page.txt", text=_with_head(sited), url="https://gazette.org/a")).title == PORTS["title"]
    assert split(Page("page.txt", text=_with_head(sited, PORTS["title"]))).title == PORTS["title"]
    assert split(Page("page.txt", text=_with_head("Ghana | Togo | Ports | Pilots agreed"))).title.endswith(
        "Pilots agreed"
    )


def test_a_day_or_the_writer_is_no_headline() -> None:
    got = split(Page("page.txt", text=_with_head("Lina Haddad, Accra")))
    assert (got.byline, got.title.startswith("Ghana and Togo have agreed")) == ("Lina Haddad", True)
    assert split(Page("page.txt", text=_with_head("Sat. Jan 11th, 2025"))).title.startswith("Ghana and Togo")


def test_a_headline_is_known_by_the_compound_words_of_the_address() -> None:
    text = "\n\n".join(
        [
            "Ghana crafts low-cost deal in high-stakes gamble",
            "The ministers of both sides are to meet in Accra",
            *PORTS["body"],
        ]
    )
    url = "https://gazette.example/2021-03-12-ghana-crafts-low-cost-deal-in-high-stakes-gamble/"
    assert split(Page("page.txt", text=text, url=url)).title == "Ghana crafts low-cost deal in high-stakes gamble"


def test_sentences_broken_within_are_mended() -> None:
    broken = PORTS["body"][2].replace("ports of Togo", "ports of\n\nTogo").replace("rivals for too", "rivals for\ntoo")
    got = split(Page("page.txt", text="\n\n".join([PORTS["title"], *PORTS["body"][:2], broken, *PORTS["body"][3:]])))
    assert "had been rivals for too long." in got.body
    within = PORTS["body"][1].replace("managers.", "mana\ngers.")
    got = split(Page("page.txt", text="\n\n".join([PORTS["title"], PORTS["body"][0], within, *PORTS["body"][2:]])))
    assert "delegation of port mana gers.\n\nMr" in got.body
    assert "\n\nby Lina Haddad" not in got.body


def test_a_post_that_was_set_into_the_page_is_no_paragraph() -> None:
    post = (
        "Good talks on the ports of Ghana and Togo with my friend the minister — Ama Serwaa (@amaserwaa) March 12, 2021"
    )
    text = "\n\n".join([PORTS["title"], *PORTS["body"][:2], post, *PORTS["body"][2:]])
    assert "Good talks" not in split(Page("page.txt", text=text)).body


def test_a_single_paragraph_in_another_tongue_that_breaks_off_is_an_article() -> None:
    text = (
        "Le ministre togolais des Transports a dépêché une délégation à Accra pour y discuter des ports de Tema et de "
        "Lomé avec son homologue ghanéenne, qui avait proposé la rencontre…"
    )
    assert split(Page("page.txt", text=f"{text}\n\nAjouter un commentaire")).body == text


def test_an_article_goes_on_behind_an_advertisement_however_little_of_it_is_left() -> None:
    text = "\n\n".join([PORTS["title"], *PORTS["body"][:3], "ADVERTISEMENT", "Trade has more than doubled since 2010."])
    assert split(Page("page.txt", text=text)).body.endswith("since 2010.")


def test_a_second_article_is_told_by_a_few_words_where_all_names_are_others() -> None:
    first = [CHEESE["title"], *CHEESE["body"]]
    assert split(Page("page.txt", text="\n\n".join([*first, "Togo, Ghana share ports", *PORTS["body"][1:4]]))).body == (
        "\n\n".join(CHEESE["body"])
    )
    kept = split(Page("page.txt", text="\n\n".join([*first[:3], "Training for cheese makers", *first[3:]]))).body
    assert kept.endswith(CHEESE["body"][-1])


def test_the_first_sentence_may_say_the_headline_again_without_its_full_stop() -> None:
    told = "Transport minister Ama Serwaa has said on Monday that Ghana and Togo agree to share port services"
    got = split(Page("page.txt", text="\n\n".join([PORTS["title"], told, *PORTS["body"][2:]])))
    assert (got.title, got.body.startswith(told)) == (PORTS["title"], True)


def test_a_standfirst_without_its_full_stop_is_no_headline() -> None:
    headline = "Harbour talks, day two: delegates to begin with a walk in Accra"
    said = (
        "Apart from the pilots, day two of the visit by Togo's minister of transport looks at tugs that were sold "
        "and at a dinner with songs"
    )
    assert split(Page("page.txt", text=_with_head(headline, said, *PORTS["head"]))).title == headline


def test_long_paragraphs_in_other_letters_tell_the_script_of_a_page() -> None:
    long = (
        "В понедельник министр иностранных дел и европейской интеграции страны, который приехал в столицу с рабочим "
        "визитом по приглашению своего коллеги, провёл переговоры о торговле, транспорте, энергетике и образовании, о "
        "которых обе стороны намерены договориться до конца этого года на встрече правительств двух соседних стран."
    )
    last = "В частности, трое министров подпишут меморандум и сделают заявления для печати."
    assert split(
        Page("page.txt", text="\n".join([long, long.replace("понедельник", "пятницу"), last, "Реклама"]))
    ).body.endswith(last)


def test_the_text_may_open_with_its_day_and_the_second_paragraph_call_it_today() -> None:
    first, *others = PORTS["body"][1:]
    opened = [f"Posted on Mar 12, 2021 in News, Ports{first}", *others]
    later = [first, f"The ministers met today, on March 12, 2021, in Tema. {others[0]}", *others[1:]]
    for body in (opened, later):
        got = split(Page("page.txt", text="\n\n".join([PORTS["title"], *body])))
        assert (got.published, got.published_source) == (date(2021, 3, 12), "text")


@pytest.mark.parametrize("said", ["heute (12.3.2021)", "hoy, 12 de marzo de 2021,", "today, on March 12, 2021,"])
def test_a_first_paragraph_may_call_the_day_of_publication_today(said: str) -> None:
    first = f"Der Minister empfing {said} die Botschafterin in der Hauptstadt und sprach mit ihr über den Handel."
    second = "Die Botschafterin dankte ihm für die Hilfe seines Landes beim Bau der Brücke, die im Mai eröffnet wird."
    got = split(Page("page.txt", text="\n\n".join(["Minister trifft Botschafterin", first, second])))
    assert (got.published, got.published_source) == (date(2021, 3, 12), "text")


def test_a_day_may_stand_between_bars() -> None:
    line = "Africa » WEST AFRICA TODAY | March 12, 2021, Friday // 15:25 | Ports: Tema | Comments: 0"
    assert split(Page("page.txt", text=_with_head(PORTS["title"], line))).published == date(2021, 3, 12)


def test_captions_show_in_who_took_the_picture_however_it_is_printed() -> None:
    shown = look_at(Line("The ministers of Ghana and Togo in the port of Lome (Lina Haddad/ Gazette Photos)"))
    assert shown.values["caption"] == 2
    assert not look_at(Line("Ghana and Togo agreed. (Lina Haddad/ Gazette)")).values.get("caption")
    told = "Ama Serwaa, the minister of transport, met Koffi Agbodjan of Togo on the quay of Tema on Friday."
    got = split(Page("page.txt", text=_with_head(PORTS["title"], told, f"{told} Reuters")))
    assert got.body.startswith("ACCRA, March 12")


def test_accents_do_not_part_a_headline_from_its_address() -> None:
    lines = [
        "Gana e Togo buscam diálogo sobre pilotos na Colômbia",
        "Chanceleres dos dois países visitam portos para superar crise",
    ]
    text = "\n\n".join(
        [
            *lines,
            "Publicado em 4 de setembro de 2015 às 16h47.",
            "Os ministros dos dois países visitam hoje os portos e buscam um acordo para a crise dos rebocadores.",
            "A ministra recebeu os colegas na capital, onde eles ficam até domingo com uma delegação de empresários.",
        ]
    )
    url = "https://gazeta.example/gana-e-togo-buscam-dialogo-sobre-pilotos-na-colombia"
    got = split(Page("page.txt", text=text, url=url))
    assert (got.title, got.published) == (lines[0], date(2015, 9, 4))


def test_a_countrys_name_above_the_text_is_a_section() -> None:
    assert split(Page("page.txt", text=_with_head("Ghana"))).body == "\n\n".join(PORTS["body"])
    assert split(Page("page.txt", text=_with_head("Accra"))).body.startswith("Accra\n\n")


def test_the_last_sentence_of_a_page_may_be_cut_off() -> None:
    cut = "Now that the first exchange of pilots has been agreed in Accra, the ministers of both countries will need"
    assert split(Page("page.txt", text=_with_head(PORTS["title"]) + f"\n\n{cut}")).body.endswith(cut)
    for other in (
        "More than ten ministers to meet in Lome as port talks resume",
        "Kofi Mensah | Gazette | 12 March 2021",
    ):
        assert not split(Page("page.txt", text=_with_head(PORTS["title"]) + f"\n\n{other}")).body.endswith(other)


def test_a_day_above_the_headline_is_that_of_an_article_that_looks_a_few_days_ahead() -> None:
    first = "The minister of transport will host his colleague from Togo in Accra on Monday 15 March."
    text = "\n\n".join(["Friday, 12 March 2021 13:31", PORTS["title"], first, *PORTS["body"][1:]])
    assert split(Page("page.txt", text=text)).published == date(2021, 3, 12)
    assert split(Page("page.txt", text=text.replace("12 March 2021", "12 August 2021"))).published is None


def test_a_day_with_its_time_above_the_headline_is_the_articles_if_the_text_names_no_other() -> None:
    text = "\n\n".join(["Friday, 12 March 2021 13:31", HONEY, *MARKET])
    assert split(Page("page.txt", text=text)).published == date(2021, 3, 12)
    assert split(Page("page.txt", text=text.replace("13:31", "13:31 24°C"))).published is None


def test_a_label_with_a_colon_that_ends_the_article_is_left_out() -> None:
    for label in ("Pass the news on in social networks:", "Where to find more of the kind:"):
        got = split(Page("page.txt", text=_with_head(PORTS["title"]) + f"\n\n{label}\n\nFacebook\n\nYour Name"))
        assert got.body == "\n\n".join(PORTS["body"])


def test_when_the_site_was_changed_last_is_no_day_of_publication() -> None:
    text = _with_head("• Last Update 2024-09-13 20:57:00", PORTS["title"]).replace("March 12 ", "")
    assert split(Page("page.txt", text=text)).published is None
    assert split(Page("page.txt", text=text.replace("• Last Update", "Published"))).published == date(2024, 9, 13)


@pytest.mark.parametrize(
    "between", ["Amina Tetteh, Minister of Ports", "Press Trust of India", "Kofi Agbodjan & Amina Tetteh"]
)
def test_what_stands_between_the_headline_and_the_text_is_no_headline(between: str) -> None:
    headline = "Ghana and Togo agree to share the services of their ports"
    text = "\n\n".join(["Harbour News", headline, between, *PORTS["body"]])
    got = split(Page("page.txt", text=text))
    assert got.title == headline
    assert got.body == "\n\n".join(PORTS["body"])


def test_the_name_of_an_institution_above_the_headline_is_none() -> None:
    site = "Embassy of the Republic of Ghana in Lomé, Togo"
    text = "\n\n".join([site, "Ghana and Togo to share ports", *PORTS["body"]])
    assert split(Page("page.txt", text=text)).title == "Ghana and Togo to share ports"


def test_an_institution_may_stand_above_the_day_at_the_foot() -> None:
    assert of(HONEY, *MARKET, "Embassy of Georgia, Accra", "04.09.2023").published == date(2023, 9, 4)


def test_the_writer_may_stand_at_the_foot_below_numbered_pictures_or_tags() -> None:
    pictures = ("Photo 1: Jars in front of the museum", "Photo 2: A woman shows how a jar is marked")
    assert of(HONEY, *MARKET, *pictures, "By Harbour Mission | 18 February, 2021").byline == "Harbour Mission"
    tags = ("Photo: pexels.com", "Join our channel", "Georgia and Türkiye Trade Links", "Author: Lina Haddad")
    assert of(HONEY, *MARKET, *tags, "Latest news").byline == "Lina Haddad"


def test_another_articles_headline_and_the_sentence_that_says_it_again_are_left_out() -> None:
    teaser = ("Georgia, Armenia sign deal on ports", "Georgia and Armenia have signed a deal on the ports of Poti.")
    assert of(HONEY, *MARKET[:2], *teaser, *MARKET[2:]).body.split("\n\n") == MARKET


def test_a_colon_above_addresses_ends_no_article() -> None:
    line = "The pages of the Gazette can be read at the following other addresses:"
    assert of(HONEY, *MARKET, line, "www.gazette.example").body.split("\n\n") == MARKET


def test_an_offer_of_the_site_between_paragraphs_opens_no_second_article() -> None:
    last = "Armenia, Azerbaijan and Iran have been in talks about the honey market. Beridze flies to Yerevan tomorrow."
    page = of(HONEY, *MARKET, "Harbour Waves: subscribe wherever you get your podcasts", last, "Tags: Honey Georgia")
    assert page.body.split("\n\n") == [*MARKET, last]


def test_a_headline_may_end_with_an_abbreviation() -> None:
    assert look_at(Line("Ministers of Ghana and Togo meet in U.S.")).headline
    assert not look_at(Line("Ministers of Ghana and Togo met in Lomé.")).headline


@pytest.mark.parametrize(
    "line",
    [
        "harbour, togo, summit",
        "Foreign Minister Amina Tetteh",
        "Ms Tetteh said ships will follow - Lina Haddad/Harbour News",
        "Deputy Minister @aminatetteh has begun her visit to Lomé with a meeting with Minister @kofiagbodjan.",
        "This entry was posted in News. Bookmark the permalink.",
        "Photos from above: the two ministers sign the accord; the delegations meet.",
    ],
)
def test_tags_captions_and_posts_between_paragraphs_are_left_out(line: str) -> None:
    body = PORTS["body"]
    text = "\n\n".join([PORTS["title"], *body[:2], line, *body[2:]])
    assert split(Page("page.txt", text=text)).body == "\n\n".join(body)


@pytest.mark.parametrize(
    "caption",
    [
        "Minister Amina Tetteh (left) hands the accord on ports to her Togolese counterpart. (Government of Ghana)",
        "Ghana's Minister Amina Tetteh and the Togolese counterpart Koffi Agbodjan, in a combined image.",
    ],
)
def test_a_sentence_that_shows_a_picture_above_the_text_is_left_out(caption: str) -> None:
    text = "\n\n".join([PORTS["title"], caption, *PORTS["body"]])
    assert split(Page("page.txt", text=text)).body == "\n\n".join(PORTS["body"])


def test_a_single_point_under_the_heading_of_a_summary_is_left_out() -> None:
    text = "\n\n".join([PORTS["title"], "In Summary", f"- {PORTS['body'][1]}", *PORTS["body"]])
    assert split(Page("page.txt", text=text)).body == "\n\n".join(PORTS["body"])


def test_a_dateline_and_its_agency_on_a_line_of_their_own_belong_to_the_text() -> None:
    text = "\n\n".join([PORTS["title"], "Accra – GNA", *PORTS["body"]])
    got = split(Page("page.txt", text=text))
    assert got.body == "\n\n".join(["Accra – GNA", *PORTS["body"]])
    assert got.dateline_place == "Accra"


@pytest.mark.parametrize(
    ("printed", "day"), [("February 21, 2024", date(2023, 4, 29)), ("April 30, 2023", date(2023, 4, 30))]
)
def test_a_day_in_the_sites_header_far_from_that_in_the_url_is_the_crawls(printed: str, day: date) -> None:
    text = "\n\n".join([printed, "The Gazette", PORTS["title"], *PORTS["body"][1:]])
    url = "https://gazette.example/2023/04/29/ghana-togo-share-port-services"
    assert split(Page("page.txt", text=text, url=url)).published == day


def test_a_line_of_nothing_but_numbers_is_read() -> None:
    page = Page(
        "a.txt", text="Ministers of trade meet\n\nThe two ministers met and spoke of trade.\n\n" + "1234 5678 " * 4000
    )
    assert split(page).title == "Ministers of trade meet"


@pytest.mark.parametrize(
    ("first", "day"),
    [
        (FERRY[0], date(2021, 3, 4)),
        ("Fiji and Samoa agreed on March 2 on a ferry between Suva and Apia.", date(2021, 3, 4)),
        ("Fiji and Samoa agreed on June 2 on a ferry between Suva and Apia.", None),
    ],
)
def test_the_day_right_on_the_headline_is_the_articles_where_the_text_names_none_long_past(
    first: str, day: date | None
) -> None:
    text = "\n".join(["Thursday, 4 March 2021", "Friendship group visits Samoa", first, *FERRY[1:]])
    assert split(Page("page.txt", text=text)).published == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Author:Amina Yusuf  Date:2021-03-04  Clicks:12", date(2021, 3, 4)),
        ("Venue:Apia  Event date:2021-03-04  Fee:none", None),
        ("Telephone: +685 (21) 28-2-60", None),
    ],
)
def test_a_day_right_behind_a_cue_is_told_whatever_else_stands_on_the_line(head: str, day: date | None) -> None:
    text = "\n".join(["Friendship group visits Samoa", head, *FERRY])
    assert split(Page("page.txt", text=text)).published == day


def test_a_caption_may_part_a_dateline_from_the_text() -> None:
    head = ["Fiji and Samoa plan ferry", "SUVA", "Litia Vakacegu before her flight (photo courtesy of the ministry)"]
    page = split(Page("a", text="\n\n".join([*head, *FERRY])))
    assert (page.dateline_place, page.body.split("\n\n")) == ("SUVA", ["SUVA", *FERRY])


def test_a_dash_may_part_place_and_day_in_a_dateline_of_its_own() -> None:
    page = split(
        Page("a", text="\n\n".join(["Fiji and Samoa plan ferry", "05 June 2022", "Share", "Suva - June 05", *FERRY]))
    )
    assert (page.dateline_place, page.body.split("\n\n")[0]) == ("Suva", "Suva - June 05")


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("No: 187, 10 June 2022, On the Ferry to Samoa", date(2022, 6, 10)),
        ("Fiji and Samoa speak of the storm of 10 June 2022 in Apia", None),
    ],
)
def test_the_day_behind_a_number_at_the_head_of_a_headline_is_that_of_publication(title: str, day: date | None) -> None:
    page = split(Page("a", text="\n\n".join([title, *FERRY])))
    assert (page.published, page.published_source) == (day, "text" if day else None)


def test_a_weekday_between_the_sites_header_and_the_headline_is_the_articles_where_nothing_else_tells() -> None:
    text = "\n".join(["The Gazette", "Tuesday, 4 May 2021", "Friendship group visits Samoa", *FERRY])
    assert split(Page("page.txt", text=text)).published == date(2021, 5, 4)
    assert split(Page("page.txt", text=text, url="https://gazette.example/2021/03/samoa")).published is None


def test_a_comma_may_stand_behind_a_month() -> None:
    text = "\n".join(["Friendship group visits Samoa", "GAZ, May, 4th, 2021-", *FERRY])
    assert split(Page("page.txt", text=text)).published == date(2021, 5, 4)


def test_the_year_of_a_dateline_may_stand_before_its_day_in_a_number_of_the_url() -> None:
    text = "\n".join([PORTS["title"], PORTS["body"][0], *FERRY])
    assert split(Page("page.txt", text=text, url="https://gazette.example/item:2021031200000440")).published == date(
        2021, 3, 12
    )
    assert split(Page("page.txt", text=text, url="https://gazette.example/item:2021031300000440")).published is None


def test_the_writer_may_stand_between_the_day_and_the_headline() -> None:
    text = "\n".join(["The Gazette", "03/09/2019 07:15", "BY AMA ADDO", "Friendship group visits Samoa", *FERRY])
    assert split(Page("page.txt", text=text)).published == date(2019, 9, 3)


def test_a_writer_is_no_end_of_a_broken_line() -> None:
    lines = ["Stations of both countries will be linked by May, the foreign ministries said", "by Lina"]
    assert [line.text for line in read_lines("\n".join(lines))] == lines


def test_points_with_letters_are_no_lines_broken_at_a_width() -> None:
    lines = [
        "PRESS STATEMENT: SECRETARY HOLDS TALKS WITH TOGOLESE COUNTERPART",
        "The two officials agreed in Nairobi on Monday to do as follows:",
        "a) conclude the agreement on air services by December; and",
        "b) hold the joint commission of both countries in Luanda; and",
        "c) waive the visas for those who hold diplomatic passports;",
        "The Principal Secretary thanked Togo for its mediation in the Lakes",
    ]
    assert [line.text for line in read_lines("\n".join(lines))] == lines


def test_the_length_of_a_recording_between_paragraphs_is_left_out() -> None:
    text = "\n\n".join([PORTS["title"], *FERRY[:2], "Listen to this story", "duration 3′ 12″", FERRY[2]])
    assert split(Page("page.txt", text=text)).body == "\n\n".join(FERRY)


@pytest.mark.parametrize("headline", ["Norwegian FM in Accra", "Afghan delegation in Kabul"])
def test_a_few_words_with_a_city_are_a_headline_and_no_writer_or_institution(headline: str) -> None:
    text = "\n".join(["Politics Economy Society Sport", headline, "9 March 2021", *FERRY])
    article = split(Page("page.txt", text=text))
    assert (article.title, article.byline) == (headline, None)


def test_a_count_of_comments_on_a_headline_that_asks_is_no_headline() -> None:
    title = "Remittances: Can money from abroad travel cheaper?"
    text = [
        "Sending 200 dollars to Samoa costs 18 dollars on average, and the two central banks want to halve that.",
        "Money from abroad is a fifth of what the islands earn, the governors said after their talks in Apia.",
    ]
    page = "\n".join(
        [title, "Lina Haddad", "April 23, 2019", "Politics", f"Comments Off on {title}", "4 Min Read", *text]
    )
    article = split(Page("page", url="https://gazette.example/2019/04/23/remittances-can-money-travel/", text=page))
    assert (article.title, article.byline) == (title, "Lina Haddad")


def test_an_agency_in_brackets_behind_the_headline_is_the_writer_and_no_part_of_it() -> None:
    text = "\n\n".join([f"{PORTS['title']} (Xinhua)", "10:26, March 12, 2021", *PORTS["body"]])
    got = split(Page("page.txt", text=text))
    assert (got.title, got.byline) == (PORTS["title"], "Xinhua")
    kept = f"{PORTS['title']} (UNCTAD)"
    assert split(Page("page.txt", text="\n\n".join([kept, *PORTS["body"]]))).title == kept
