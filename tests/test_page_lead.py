"""What sums an article up above it is no paragraph; a first paragraph that looks like a caption is one."""

import pytest

from communique.model import Page
from communique.page import split
from communique.page.lines.lead import shows

TITLE = "Fiji and Samoa plan ferry"
BODY = [
    "Fiji and Samoa will run a ferry between Suva and Apia from next May, the transport ministers of both countries "
    "said on Monday after two days of talks.",
    "The boat, which Japan gave to Samoa last year, carries ninety passengers and forty containers, and the fare has "
    "not been settled.",
    "Fiji's minister told reporters that traders in Lautoka had asked for such a link since the storm of 2016.",
]
STANDFIRST = "Ministers of Fiji and Samoa said after talks that a ferry will run between Suva and Apia from next May."


def body(*lines: str) -> list[str]:
    return split(Page("page.txt", text="\n\n".join(lines))).body.split("\n\n")


@pytest.mark.parametrize(
    "between", [["By Litia Vakacegu", "4 March 2021"], ["4 March 2021", TITLE], ["Photo: Ministry of Transport"]]
)
def test_a_standfirst_above_writer_date_or_picture_is_left_out(between: list[str]) -> None:
    assert body(TITLE, STANDFIRST, *between, *BODY) == BODY


def test_no_headline_is_looked_for_under_a_standfirst() -> None:
    caption = "The ferry of Samoa at the quay of Suva in Fiji"
    page = Page(
        "page.txt", text="\n\n".join([TITLE, "4 March 2021", STANDFIRST, caption, f"SUVA — {BODY[0]}", *BODY[1:]])
    )
    assert split(page).title == TITLE


def test_a_first_paragraph_above_writer_and_date_stays_if_the_text_does_not_say_it_again() -> None:
    first = "Traders in Lautoka cheered when the news of an old wish come true reached the market this week."
    assert body(TITLE, first, "By Litia Vakacegu", *BODY) == [first, *BODY]


@pytest.mark.parametrize("heading", ["Highlights", "In brief"])
@pytest.mark.parametrize("stop", ["", "."])
def test_a_summary_in_points_above_the_text_is_left_out(heading: str, stop: str) -> None:
    points = [f"• Ferry from Suva to Apia starts in May{stop}", f"• Japan gave the boat last year{stop}"]
    assert body(TITLE, heading, *points, *BODY) == BODY


def test_points_below_the_headline_stay() -> None:
    points = ["• Ferry from Suva to Apia will sail in May", "• Fares to be the same for both countries"]
    assert body(TITLE, "Talks in Suva", *points, *BODY) == [*points, *BODY]


def test_points_that_a_first_paragraph_announces_stay() -> None:
    first = (
        "The transport ministers of Fiji and Samoa agreed in Suva on Monday, after two days of talks, on these points:"
    )
    points = ["• a ferry from Suva to Apia", "• one fare for both countries"]
    assert body(TITLE, first, *points, *BODY[1:]) == [first, *points, *BODY[1:]]


@pytest.mark.parametrize(
    "caption",
    [
        "Ministers of Fiji and Samoa with the crew of the ferry that Japan gave to Samoa last year.",
        "Fiji's transport minister shakes hands with his colleague of Samoa after the talks on the ferry.",
    ],
)
def test_a_sentence_that_describes_a_picture_is_no_first_paragraph(caption: str) -> None:
    assert body(TITLE, "4 March 2021", caption, *BODY) == BODY


def test_a_first_paragraph_without_its_full_stop_stays() -> None:
    first = (
        "The harbour master of Apia received a delegation of pilots on Friday and showed it the new lights of the reef"
    )
    assert body(TITLE, "4 March 2021", first, *BODY) == [first, *BODY]


def test_a_long_line_that_the_text_says_again_is_no_first_paragraph() -> None:
    teaser = (
        "Fiji and Samoa will run a ferry between Suva and Apia from next May, their transport ministers said on Monday"
    )
    assert body(TITLE, "4 March 2021", teaser, *BODY) == BODY


def test_a_paragraph_with_a_caption_s_marks_stays_if_it_reports_what_nothing_else_says() -> None:
    first = (
        "Commodore Seru Koroi (r), harbour master of Suva since 2014, welcomed a delegation of pilots on Friday and "
        "showed it the lights of the reef."
    )
    assert body(TITLE, first, *BODY) == [first, *BODY]
    assert body(TITLE, f"{first} Photo: Navy", *BODY) == BODY


def test_a_caption_does_not_make_one_of_the_paragraph_that_begins_alike() -> None:
    start = "The transport minister of Fiji, Commodore Seru Koroi,"
    caption, first = (
        f"{start} at the quay. Photo: Navy",
        f"{start} received a delegation of pilots from Apia on Friday.",
    )
    assert body(TITLE, caption, first, *BODY) == [first, *BODY]


def test_a_quotation_in_the_headline_does_not_make_it_one_pulled_out_of_the_text() -> None:
    title = "“A link for our traders at last”: Fiji plans ferry"
    last = "The ferry is a link for our traders at last, the minister said."
    assert split(Page("page.txt", text="\n\n".join([title, *BODY, last]))).title == title


@pytest.mark.parametrize(
    "text", ["Traders, who came from Lautoka, cheered.", "As he left the quay, the minister thanked the crew."]
)
def test_a_verb_outside_a_clause_makes_a_sentence(text: str) -> None:
    assert not shows(text)


def test_a_standfirst_that_is_a_later_paragraph_too_is_left_out() -> None:
    assert body(TITLE, BODY[2], *BODY) == BODY


def test_a_post_with_handles_and_tags_is_no_paragraph() -> None:
    post = (
        "Great day for the people of #Samoa and #Fiji, said @minister_apia after the talks on the ferry in Suva today."
    )
    assert body(TITLE, BODY[0], post, *BODY[1:]) == BODY


def test_what_follows_the_notes_for_editors_is_no_paragraph() -> None:
    note = "The minister will stay in Suva until Friday, when he will see the ferry and the crew at the quay."
    assert body(TITLE, *BODY, "Notes for Editors:", note) == BODY


def test_a_picture_s_credit_in_brackets_behind_a_first_sentence_makes_it_a_caption() -> None:
    caption = "Link at last: The transport ministers of Fiji and Samoa put their names to the plan in Suva."
    for credit in ("(PACNEWS/Litia Vakacegu)", "(Photo - The Coastal Gazette)"):
        assert body(TITLE, "4 March 2021", f"{caption} {credit}", *BODY) == BODY


def test_a_caption_with_a_credit_stays_one_where_the_text_begins_alike() -> None:
    caption = f"{BODY[1][:-1]}. (Photo - The Coastal Gazette)"
    assert body(TITLE, caption, *BODY) == BODY


def test_a_short_sentence_said_twice_in_a_row_above_the_text_is_a_picture_s() -> None:
    caption = "The ministers of Fiji and Samoa visited the quay."
    assert body(TITLE, caption, caption, *BODY) == BODY
    assert body(TITLE, caption, *BODY) == [caption, *BODY]


def test_what_stands_below_a_credit_may_go_on_behind_its_scene() -> None:
    scene = (
        "The transport minister of Fiji speaks with reporters of the ferry between Suva and Apia at the end of two "
        "days of talks with the minister of Samoa on Monday in Suva. The boat of ninety passengers and forty "
        "containers was given to Samoa by Japan last year."
    )
    points = [f"• {BODY[0]}", f"• {BODY[2]}"]
    assert body(TITLE, "Photo: Litia Vakacegu", scene, "The Facts", *points, "The Full Story", *BODY) == BODY


def test_a_sentence_in_the_present_tense_is_the_headline_of_a_page_without_another() -> None:
    headline = (
        "The transport ministers of Fiji and Samoa present a ferry from Suva to Apia that will run from next May."
    )
    page = Page(
        "page.txt",
        url="https://news.example/ministers-fiji-samoa-present-ferry-suva-apia",
        text="\n\n".join([headline, *BODY]),
    )
    assert split(page).title == headline
    assert split(page).body.split("\n\n") == BODY


def test_a_first_paragraph_with_a_dateline_is_no_standfirst() -> None:
    first = (
        "(PACNEWS) - Fiji and Samoa will run a ferry between Suva and Apia from next May, ministers of both countries "
        "said on Monday, and the transport of containers has been asked for."
    )
    assert body(TITLE, first, TITLE, "4 March 2021", *BODY) == [first, *BODY]


def test_two_first_paragraphs_without_their_full_stops_stay() -> None:
    open_ended = [
        "The harbour master of Apia received a delegation of pilots on Friday and showed it the new lights of the reef",
        "He said that the lamps had been brought from Nadi by a trader who would not be named in front of the guests",
    ]
    assert body(TITLE, "4 March 2021", *open_ended, *BODY) == [*open_ended, *BODY]


def test_a_long_sentence_of_the_report_may_name_a_channel() -> None:
    last = (
        "On his Telegram channel Governor Sione Taufa wrote that “lawyers, nurses and teachers of every island have "
        "been waiting for such news, and nobody in our villages will forget those whose patience, courage and humour "
        "carried us through so many seasons without any certainty that an answer would ever come”."
    )
    assert body(TITLE, *BODY, last) == [*BODY, last]
    assert body(TITLE, *BODY, "Follow the Telegram channel of the transport minister of Fiji.") == BODY


def test_a_first_paragraph_with_a_participle_for_its_verb_stays_if_it_has_the_dateline() -> None:
    first = "SUVA: Fiji and Samoa trying to run a ferry between Suva and Apia from next May."
    assert body(TITLE, "By Litia Vakacegu", first, *BODY)[0] == first


@pytest.mark.parametrize(
    "caption",
    [
        "The transport minister of Fiji receiving his colleague of Samoa in Suva.",
        "The ministers of Fiji and Samoa on the ferry after two days of talks. (GT)",
        "The minister of Samoa greets the crew of the ferry. GAZ",
        "The two ministers in Suva. (Government of Samoa)",
        "[restrict]",
        '[caption id="7"]',
        "Support Radio Suva, first among the islands. Make a monthly or a yearly gift.",
    ],
)
def test_a_caption_between_paragraphs_is_left_out(caption: str) -> None:
    assert body(TITLE, BODY[0], caption, *BODY[1:]) == BODY


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister signed the plan for the ferry. GAZ",
        "The minister, who is receiving his colleague of Samoa, spoke of the ferry in Suva.",
        "The pilots walked over the quay, posed together for a group photo and signed the book of the harbour master.",
    ],
)
def test_a_sentence_that_reports_or_says_something_new_stays_between_paragraphs(sentence: str) -> None:
    assert body(TITLE, BODY[0], sentence, *BODY[1:]) == [BODY[0], sentence, *BODY[1:]]


@pytest.mark.parametrize("shown", ["greets his colleague of Samoa", "and his delegation seated across that of Samoa"])
def test_a_short_caption_in_the_present_tense_or_of_people_who_pose_is_left_out_above_the_text(shown: str) -> None:
    assert body(TITLE, f"Fiji's transport minister {shown} in Suva.", *BODY) == BODY
    posed = "Fiji's delegation, flanked by traders of Lautoka, stepped from the ferry of Samoa in Suva."
    assert body(TITLE, posed, *BODY) == [posed, *BODY]


@pytest.mark.parametrize("caption", ["The ministers of Fiji and Samoa during their talks", "Ferry of Fiji (Tanjug)"])
def test_a_caption_without_its_full_stop_is_no_headline(caption: str) -> None:
    page = Page("page.txt", text="\n\n".join([TITLE, caption, *BODY]))
    assert split(page).title == TITLE


def test_a_headline_may_end_with_an_abbreviation() -> None:
    title = "Fiji, Samoa plan ferry for wider coop."
    page = Page("page.txt", text="\n\n".join([title, "Ministers of Fiji and Samoa during their talks", *BODY]))
    assert split(page).title == title


@pytest.mark.parametrize(
    "line",
    [
        "Fri, Mar 22, 2019, 08:40 pm SL Time, Gazette News Desk, Fiji.",
        "World News Friday March 22, 2019 11:30 —Ministry of Foreign Affairs",
        "Reference Number: PR191, Press Release Issue Date: Mar 22, 2019",
    ],
)
def test_the_day_at_the_end_or_the_head_of_a_longer_line_is_that_of_publication(line: str) -> None:
    article = split(Page("page.txt", text="\n\n".join([TITLE, line, *BODY])))
    assert (str(article.published), article.body.split("\n\n")) == ("2019-03-22", BODY)


def test_a_caption_that_lost_its_full_stop_is_no_sentence_that_did() -> None:
    caption = "The transport minister of Fiji, in Suva for two days of talks, speaks at the quay of the ferry"
    assert body(TITLE, BODY[0], caption, *BODY[1:]) == BODY


def test_a_clause_may_hold_all_that_looks_like_a_verb() -> None:
    first = (
        "A plan in which Fiji and Samoa say that a ferry will run between Suva and Apia was signed in Suva, according "
        "to the transport ministers of both countries."
    )
    assert body(TITLE, "4 March 2021", "The ministers (left) at the quay.", first, *BODY[1:]) == [first, *BODY[1:]]


def test_the_site_of_an_agency_may_end_the_text() -> None:
    last = "Traders of both countries had asked for the ferry, the ministers told reporters – SAnews.gov.za"
    assert body(TITLE, *BODY, "SHIPS AND PORTS", f"{last[:-16]}. – SAnews.gov.za")[-1].endswith("SAnews.gov.za")


def test_a_pointer_in_two_lines_may_name_the_countries_of_the_text() -> None:
    last = "Boat and passengers of Samoa will leave Suva at dawn and reach Apia, with the containers, before night."
    assert body(TITLE, *BODY, "Read more", "Samoa opens school", last) == [*BODY, last]


def test_a_short_standfirst_above_the_writer_is_left_out() -> None:
    standfirst = "A ferry will run between Suva and Apia from next May."
    assert body(TITLE, standfirst, "Litia Vakacegu (The Coastal Post)", "4 March 2021", *BODY) == BODY


def test_an_agency_in_brackets_makes_no_caption_of_the_only_long_paragraph() -> None:
    first = f"SUVA, March 4 (Reuters) - {BODY[0]}"
    caption = "Transport Minister Seru Koroi speaks at the quay of Suva, Fiji, March 4, 2021. REUTERS/Lai Koro"
    assert body(TITLE, caption, first, '"It is a wish," he said.') == [first, '"It is a wish," he said.']


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["4 March 2021", TITLE, *BODY, "Last modified: 05.03.2021"], "2021-03-04"),
        (["Thu Mar 4, 2021 10:30 PM", "Last update on: Fri Mar 5, 2021 10:37 PM", TITLE, *BODY], "2021-03-04"),
    ],
)
def test_the_day_of_a_change_gives_way_to_that_above_the_headline(lines: list[str], day: str) -> None:
    assert str(split(Page("page.txt", text="\n\n".join(["The Coastal Gazette", *lines]))).published) == day


def test_who_is_seen_and_who_took_the_picture_make_a_caption() -> None:
    page = Page("page.txt", text="\n\n".join([TITLE, "Amina Yusuf / L. Haddad / GNA", *BODY]))
    assert (split(page).title, split(page).byline) == (TITLE, None)


def test_the_text_goes_on_below_a_pointer_whose_headline_could_be_a_name() -> None:
    last = "The minister thanked Japan for the boat."
    assert body(TITLE, *BODY, "Other Topics of Interest", "EU Mulls Visa Rules", last) == [*BODY, last]


def test_who_issued_a_statement_may_stand_in_brackets_behind_it() -> None:
    issuer = "(Ministry of Ports and Fisheries)"
    assert body(TITLE, *BODY, issuer, "Share Print Send") == [*BODY, issuer]
    assert body(TITLE, *BODY, "(Related: Ports and Fisheries)", "Share Print Send") == BODY


def test_more_above_one_headline_points_to_it() -> None:
    last = "The boat of Samoa will leave Suva at dawn, the minister of Fiji said on Twitter."
    assert body(TITLE, *BODY, "More", "Swiss aid: where the money goes", last) == [*BODY, last]


def test_a_labelled_line_below_the_day_is_no_headline() -> None:
    label = "Where we are: Talks in Suva of the transport ministers of Fiji and Samoa on ferry"
    lines = ["News item", "Ferry to link Fiji and Samoa", "9 July 2020", label]
    assert split(Page("page.txt", text="\n\n".join([*lines, *BODY]))).title == lines[1]


@pytest.mark.parametrize(
    "line", ["A boat at Apia.", "Ama Addo/Gazette", "Key points", "SEE PHOTOS BELOW:", "Take our survey"]
)
def test_fragments_credits_and_offers_between_paragraphs_are_left_out(line: str) -> None:
    assert body(TITLE, *BODY[:2], line, *BODY[2:]) == BODY


@pytest.mark.parametrize("lines", [["Also present were:", "Seru Koroi, Harbour Master of Suva;", "the Clerk of Apia."]])
def test_the_last_point_of_a_list_is_no_caption(lines: list[str]) -> None:
    assert body(TITLE, *BODY, *lines) == [*BODY, *lines]


LONG = "The minister met the envoy at the port of call {} on Monday and said that ferries will be back by spring."


@pytest.mark.parametrize(
    "scene",
    [
        "The two ministers after the signing of the agreement in Apia.",
        "Minister Vakacegu being received by the mayor of Apia.",
        "Officials of both sides during the handover ceremony.",
        "The envoy and the minister in conversation.",
    ],
)
def test_a_sentence_without_a_verb_of_its_own_shows_people_at_their_talks(scene: str) -> None:
    assert shows(scene)


def test_what_is_done_before_a_camera_between_paragraphs_is_a_caption() -> None:
    assert body(TITLE, *BODY, "The transport minister of Fiji cuts the ribbon on the boat.", "Most Popular") == BODY


def test_a_headline_that_a_caption_says_again_stays_the_headline() -> None:
    headline = "Meeting with Prime Minister of Samoa Omar Saleh"
    lines = ["News", headline, "Photo 1 of 3", f"{headline}. Photo: Litia Vakacegu, Gazette", *BODY]
    assert split(Page("page.txt", text="\n\n".join(lines))).title == headline


def test_talks_that_open_a_sentence_are_no_people_on_a_picture() -> None:
    first = "Talks with the ferry's crew await the transport minister of Fiji, who set out for Samoa on Monday."
    assert body(TITLE, "By Newsdesk", first, *BODY) == [first, *BODY]


@pytest.mark.parametrize(
    "caption",
    ["A view of the new quay", "The transport minister of Samoa speaks at the talks on the ferry.", "The scene at sea"],
)
def test_a_view_and_a_speaker_between_paragraphs_are_pictures(caption: str) -> None:
    assert body(TITLE, *BODY[:2], caption, BODY[2]) == BODY


@pytest.mark.parametrize("end", [" – Coastal Gazette/GNA", " =Gaz="])
def test_an_agency_behind_the_last_sentence_is_part_of_it(end: str) -> None:
    assert body(TITLE, *BODY[:2], BODY[2] + end, "Tags: Fiji")[-1] == BODY[2] + end


def test_a_paragraph_behind_a_list_of_names_goes_on() -> None:
    points = ["Credentials were presented by:", "Mr. Omar Saleh – Ambassador of Togo", "Ms. Ama Addo – Envoy of Ghana"]
    last = "Taking part were Secretary Lina Haddad, Chief of Protocol Joseph Moe, and Colonel Kofi Mensah, an adviser."
    filler = [
        f"{line} That is what both sides had hoped for, and what the traders of both islands want." for line in BODY
    ]
    assert body(TITLE, *filler, *points, last, "Share on Facebook") == [*filler, *points, last]
