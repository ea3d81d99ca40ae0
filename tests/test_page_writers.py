"""Who wrote the article is told by the lines around it."""

import pytest

from communique.page.writers import Around, editor, writer


def told(
    *head: str, foot: tuple[str, ...] = (), above: tuple[str, ...] = (), body: str = "", site: str = ""
) -> str | None:
    """The writer that lines beside an article name."""
    return writer(Around(list(head), list(foot), list(above)), site or None, body)


def test_the_editor_is_named_with_or_without_a_colon() -> None:
    for line in ("Editor: Amina Yusuf", "Edited by Amina Yusuf", "Editado por Amina Yusuf", "Édité par: Amina Yusuf"):
        assert editor(line) == "Amina Yusuf"
    assert editor("Editor Amina Yusuf") is None


def test_an_editor_in_brackets_is_read() -> None:
    assert editor("(Web editor: Lina Haddad, Omar Saleh)") == "Lina Haddad, Omar Saleh"


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("- Post by Lina Haddad", "Lina Haddad"),
        ("by Xinhua writers Lina Haddad, Omar Saleh", "Lina Haddad, Omar Saleh"),
        ("Lina Haddad TDT", "Lina Haddad"),
        ("By Lina Haddad Follow", "Lina Haddad"),
        ("Lina Haddad  lina@gazette.example", "Lina Haddad"),
        ("Staff Correspondent, Dhaka", "Staff Correspondent"),
        ("By: Lina Haddad Edited by: Omar Saleh", "Lina Haddad"),
        ("(By Lina Haddad)", "Lina Haddad"),
        ("By Staff Report in Business", "Staff Report"),
        ("By Northern Region Correspondent", "Northern Region Correspondent"),
        ("Edited and translated by Lina Haddad", "Lina Haddad"),
        ("Lina Haddad recently in Accra, Ghana", "Lina Haddad"),
        ("Posted by Harbour Communications at 09:12", None),
        ("Lina Haddad Welcomed in Accra", None),
        ("BY", None),
        ("LINA HADDAD, Diplomatic Correspondent", "LINA HADDAD"),
        ("Staff Report", "Staff Report"),
        ("Newsroom", "Newsroom"),
        ("Staff Writer Staff Writer April 20, 2021", "Staff Writer"),
        ("13 Apr 2012 | Lance Cpl. Lina Haddad", "Lina Haddad"),
        ("March 12, 2021 | News | Lina Haddad", "Lina Haddad"),
        ("Published on 12.3.2021 at 13h05 by AFP", "AFP"),
        ("Published on 12.3.2021 at 13h05 by Harbour Communications", None),
        ("AFP and agencies", "AFP and agencies"),
    ],
)
def test_a_line_at_the_head_names_the_writer_or_nobody(line: str, writer: str | None) -> None:
    assert told(line) == writer


def test_a_person_is_the_writer_before_the_medium_named_above() -> None:
    assert told("By Tradenews", "By Lina Haddad") == "Lina Haddad"
    assert told("By Tradenews") == "Tradenews"


@pytest.mark.parametrize("line", ["The Gazette", "- Gazette Online -", "(Web Desk)", "GAZ", "The Harbour Shimbun"])
def test_a_medium_alone_at_the_head_stands_for_the_writer(line: str) -> None:
    site = "gaz.example" if line == "GAZ" else "gazette.example"
    assert told(line, site=site) == line.strip("()- ")


@pytest.mark.parametrize("line", ["Gazette.example", "Trade", "Anadolu Agency", "Wire- Gazette", "Read the Gazette"])
def test_a_section_an_address_or_an_agencys_full_name_is_no_writer(line: str) -> None:
    assert told(line, site="gazette.example") is None


def test_a_writer_before_the_sites_name_is_found() -> None:
    assert told("Lina Haddad, Gazette English", site="gazette.example") == "Lina Haddad"
    assert told(above=("From: Harbour News",)) == "Harbour News"


def test_whom_the_article_is_about_did_not_write_it() -> None:
    assert told("Lina Haddad", body="Foreign Minister Lina Haddad met the envoy.") is None
    assert told("Lina Haddad", body="The minister met the envoy.") == "Lina Haddad"
    assert told(foot=("OSCE",), body="The OSCE chairman ended his visit.") is None
    assert told(foot=("Lina Haddad", "Foreign Minister of Ghana")) is None
    assert told(foot=("Lina Haddad", "The Harbour Times")) == "Lina Haddad"


@pytest.mark.parametrize(
    ("foot", "writer"),
    [
        ("Shada/Omar", "Shada/Omar"),
        ("S. Haddad/Omar", "S. Haddad/Omar"),
        ("(lh)", "lh"),
        ("(end)", None),
        ("Lusa/End", None),
        ("Harbour News", None),
        ("Lina Haddad from Accra", "Lina Haddad"),
        ("By Mr Omar Haddad", "Omar Haddad"),
        ("/abcd", "abcd"),
        ("/Lina Haddad/", "Lina Haddad"),
        ("/ GNA L. Haddad /", "L. Haddad"),
        ("Abcde/CD", "Abcde/CD"),
        ("AB/GAZETTE.ir", "AB/GAZETTE.ir"),
        ("– TIMES/NA/TÉLAM", "TIMES/NA/TÉLAM"),
        ("WAM/Lina AbdulKader", "Lina AbdulKader"),
        ("Lan / Minh Duc", "Lan / Minh Duc"),
        ("TRADE/ECONOMY", None),
    ],
)
def test_names_and_letters_behind_the_text_are_the_writers(foot: str, writer: str | None) -> None:
    assert told(foot=(foot,), above=("Harbour News",)) == writer


def test_the_writer_may_stand_behind_the_last_sentence() -> None:
    assert told(body='"We shall all be there," he said. Lina Haddad/HBR') == "Lina Haddad/HBR"
    assert told(body="He spoke for Lina Haddad/HBR") is None


def test_a_byline_between_bullets_or_quotation_marks_is_found() -> None:
    assert told("• 12 March 2021", "• AGY/TG Staff") == "AGY/TG Staff"
    assert told("Published On March 12, 2021 » 220 Views» By Amina M.K Yusuf » SHOWCASE") == "Amina M.K Yusuf"
    assert told(foot=("(Gazeta Nueva) by Amina Yusuf",)) == "Amina Yusuf"
    assert told("•", "By Amina Yusuf") == "Amina Yusuf"


def test_a_section_of_the_menu_and_tags_are_no_writers() -> None:
    assert (
        told("Gazette News", "2024-12-26 | 08:51", above=("Live | Gazette News | Sports",), site="gazette.example")
        is None
    )
    assert told(foot=("Tags Kenya Chad Togo",)) is None
    assert told("Gazette English | 0 Shares", site="gazette.example") is None
    assert told(foot=("abcd.ef",)) == "abcd.ef"


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("Reporter: Amina Y., Omar", "Amina Y., Omar"),
        ("Staff Correspondent | Published: 00:34, Feb 18,2020 | Updated: 00:59, Feb 18,2020", "Staff Correspondent"),
        ("GNA Accra - Amina Yusuf", "Amina Yusuf"),
        ("From Our Correspondent", "Our Correspondent"),
        ("Bureau Report", "Bureau Report"),
        ("Government Communications Unit", "Government Communications Unit"),
        ("Amina Yusuf (Accra)", "Amina Yusuf"),
        ("Amina Yusuf /Accra", "Amina Yusuf"),
        ("AMINA YUSUF, Accra", "AMINA YUSUF"),
        ("Recorder Report Published November 30, 2022", "Recorder Report"),
        ("Text: | Print|", None),
        ("Local News", None),
        ("Humanitarian Aid", None),
        ("ECO KUWAIT-OMAN-LOAN", None),
        ("AGERPRES (EN - author: Amina Yusuf, editor: Omar Saleh)", "Amina Yusuf"),
        ("Civil Aviation", None),
    ],
)
def test_initials_desks_and_agencies_beside_names_are_read(line: str, writer: str | None) -> None:
    assert told(line) == writer


def test_letters_in_an_agency_s_frame_are_a_writer_and_no_button() -> None:
    assert told(foot=("//Petra// AA",)) == "AA"
    assert told(foot=("Amina Yusuf, UzA",)) == "Amina Yusuf"
    assert told(foot=("--- Ends/AG",)) == "AG"
    assert told(foot=("(POC-E)",)) == "POC-E"
    assert told(foot=("ENDS/AY/OS",)) == "AY/OS"
    assert told(foot=("KUNA ay.os",)) == "ay.os"
    assert told(foot=("ay/os (dpa, AFP)",)) == "ay/os"
    assert told(foot=("CNA/AY/OS/2022",)) == "CNA/AY/OS"
    assert told(foot=("Keystone-SDA/ay",)) == "Keystone-SDA/ay"


def test_a_report_of_the_site_s_own_is_signed_with_its_name() -> None:
    assert told("Harbour Gazette report", site="harbourgazette.example") == "Harbour Gazette report"


def test_the_writer_may_stand_behind_a_dash_at_the_end_of_the_text() -> None:
    assert told(body="They will meet again in May.—Amina Yusuf") == "Amina Yusuf"
    assert told(body="They will meet again in May.—Foreign Affairs") is None


def test_whom_the_press_may_ask_wrote_nothing() -> None:
    assert told(foot=("Press contacts", "Amina Yusuf", "Press officer")) is None


def test_a_name_in_a_row_of_sections_is_one_of_them() -> None:
    menu = "Gazeta Rannik Kalur Rannik Kala Laevad Sport"
    assert told("Rannik Kala", above=(menu,)) is None
    assert told("Rannik Kala") == "Rannik Kala"


def test_a_desk_above_the_day_above_the_headline_is_the_writer() -> None:
    day = "Mon Oct 2, 2023 10:30 PM"
    assert told(above=(f"Last update on: {day}", day, "Diplomatic Correspondent")) == "Diplomatic Correspondent"
    assert told(above=(day, "Harbour Bulletin")) is None


def test_the_source_beside_a_city_or_between_strokes_or_above_the_headline_is_the_writer() -> None:
    site = "harbourgazette.example"
    assert told("Aden - Harbour Gazette", site=site) == "Harbour Gazette"
    line = "India News | Press Trust of India | Updated: October 26, 2017 21:32 IST"
    assert told(line) == "Press Trust of India"
    assert told("BNS 2021.05.18 11:45") == "BNS"
    assert told(above=("Harbour Gazette", "June 14, 2021"), site=site) == "Harbour Gazette"
    assert told(above=("Harbour Gazette", "Monday, June 14, 2021"), site=site) is None


def test_a_name_below_a_link_at_the_foot_is_one_more() -> None:
    assert told(foot=("Click here to print", "Amina Yusuf")) is None
    assert told(foot=("-Ends-", "Amina Yusuf")) == "Amina Yusuf"
    assert told(foot=("B.A.R",)) == "B.A.R"


def test_the_site_s_own_agency_above_its_editor_stands_for_the_writer() -> None:
    assert told(foot=("GNA", "Edited by Lina Haddad"), site="gna.org.gh") == "GNA"
    assert told(foot=("Edited by Lina Haddad",), site="gna.org.gh") is None


@pytest.mark.parametrize("line", ["*Lina Haddad", "Text and photo by Lina Haddad"])
def test_a_mark_or_a_cue_may_stand_before_the_writer_at_the_foot(line: str) -> None:
    assert told(foot=(line,)) == "Lina Haddad"


def test_the_writer_may_stand_behind_the_end_of_the_last_paragraph() -> None:
    for sign in ("ab.mt", "AB/CD"):
        assert told(body=f"The two met in Accra on Monday. (end) {sign}") == sign
    assert told(body="The two met in Accra on Monday. (end) today") is None


def test_who_wrote_may_stand_behind_the_hour_of_publication_with_a_cue_of_its_own() -> None:
    assert told("Published: 04:21 pm | By Harbour News Service") == "Harbour News Service"
    assert told("(RO - author: Lina Haddad, editor: Omar Saleh)") == "Lina Haddad"
    assert told("Lina Haddad/Staff Reporter") == "Lina Haddad"
    assert told(above=("Harbour Observer (Monrovia)",)) is None


def test_an_agency_that_the_dateline_names_did_not_sign_at_the_foot() -> None:
    assert told(foot=("VNA",), body="Hanoi (VNA) – The two ministers met on Monday.") is None
    assert told(foot=("VNA",), body="The two ministers met on Monday.") == "VNA"


def test_two_media_with_a_comma_between_stand_for_the_writer() -> None:
    assert told("Gazette.lt, BNS", site="gazette.lt") == "Gazette.lt, BNS"
    assert told("Politics, BNS", site="gazette.lt") is None


def test_an_agency_above_the_day_on_the_headline_is_the_writer() -> None:
    assert told(above=("09 June, 2024, 09:05 pm", "UNB", "Bangladesh"), site="gazette.example") == "UNB"
    assert told(above=("09 June, 2024, 09:05 pm", "UNB", "Bangladesh"), site="unb.com.bd") is None


def test_the_writer_before_the_name_of_the_site_is_named_alone() -> None:
    head = ("Diane Uwamahoro | Kigali Mirror | Updated: March 4, 2021 10:15 IST",)
    assert told(*head, site="kigalimirror.example") == "Diane Uwamahoro"
    assert told("Diane Uwamahoro | Eric Nkurunziza | March 4, 2021") == "Diane Uwamahoro | Eric Nkurunziza"


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("By Chief Editor", "Chief Editor"),
        ("By News Editor", "News Editor"),
        ("By Web Admin", None),
        ("By Editor", None),
        ("PTI | Updated: Oct 18, 2023 22:19 IST", "PTI"),
        ("PTI | Accra | Updated: Oct 18, 2023 22:19 IST", None),
    ],
)
def test_an_editors_office_and_the_agency_beside_the_day_stand_for_the_writer(line: str, writer: str | None) -> None:
    assert told(line, site="ptinews.example") == writer


def test_the_sites_own_name_in_capitals_right_behind_the_text_stands_for_the_writer() -> None:
    assert told(foot=("GAZETTE", "Read also:"), site="gazette.example") == "GAZETTE"
    assert told(foot=("Gazette",), site="gazette.example") is None
    assert told(foot=("Share", "GAZETTE"), site="gazette.example") is None


@pytest.mark.parametrize(
    "below",
    ["Office of External Communications", "Press Office", "Press and Information Section, Embassy of Norway"],
)
def test_whom_the_press_may_ask_did_not_write(below: str) -> None:
    assert told(foot=("Lina Haddad", below, "email us here")) is None


def test_the_city_in_which_a_statement_was_given_out_is_no_writer() -> None:
    assert told(foot=("DHAKA", "5 May 2020")) is None
    assert told(foot=("Rundu Mulilo",), body="The bridge in Rundu Mulilo was opened on Monday.") is None
    assert told(foot=("Rundu Mulilo",), body="The bridge was opened on Monday.") == "Rundu Mulilo"


def test_the_writer_stands_behind_the_papers_initials_or_above_a_pictures_source() -> None:
    assert told("GZT / By Lina Haddad, 11 March 2021 17:42", site="gazette.example") == "Lina Haddad"
    source = "(Photo source: Ministry of Trade on Facebook)"
    assert told(foot=("Lina Haddad, lina@gazette.example", source)) == "Lina Haddad"
    assert told(foot=("Lina Haddad", source)) is None


def test_a_reporter_without_a_name_is_told_above_the_headline_and_behind_the_text() -> None:
    assert told(above=("Our Staff Reporter",)) == "Our Staff Reporter"
    assert told(foot=("Staff reporter", "Share this")) == "Staff reporter"
    assert told(foot=("Press department", "Share this")) is None
    assert told(foot=("gazette.example and agencies",), site="gazette.example") == "gazette.example and agencies"


@pytest.mark.parametrize("label", ["Photographer", "Translator", "Editor:"])
def test_whom_a_label_calls_something_else_is_no_writer(label: str) -> None:
    assert told(label, "Lina Haddad") is None
    assert told(label, "Omar Saleh", "Lina Haddad") == "Lina Haddad"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("(MENAFN - The Harbour Post) Lina Haddad | The Harbour Post", "Lina Haddad"),
        ("CNA - Lina Haddad - Cyprus/NICOSIA 06/11/2019 13:40", "Lina Haddad"),
        ("Lina Haddad Reporter Agência Brasil", "Lina Haddad"),
        ("Riyadh - Lina Haddad", "Lina Haddad"),
        ("Compiled by Lina Haddad from press reports", "Lina Haddad"),
        ("avatar by Lina Haddad", "Lina Haddad"),
        ("By Mass Communication Specialist 3rd Class Lina Haddad, Harbour Unit Public Affairs", "Lina Haddad"),
        ("Navy Agency, by Lieutenant Lina Haddad and Captain Omar Saleh", "Lina Haddad and Omar Saleh"),
        ("By B.KHASH-ERDENE", "B.KHASH-ERDENE"),
        ("Photo © Harbour press office", None),
        ("Secretaría de Relaciones Exteriores", None),
    ],
)
def test_the_writer_stands_among_media_places_and_ranks(line: str, name: str | None) -> None:
    assert told(line) == name


def test_a_desk_is_named_below_its_cue() -> None:
    assert told(foot=("Information prepared by", "Harbour News Desk")) == "Harbour News Desk"
    assert told("Written by", "Published in News") is None


def test_a_correspondent_is_named_in_the_dateline() -> None:
    body = "Azerbaijan, Baku, 8 October / Trend corr. L.Haddad/ The ombudsman received a guest."
    assert told(body=body) == "L.Haddad"


def test_who_is_seen_on_a_picture_stands_above_its_credit() -> None:
    assert told("Omar Saleh", "DELFI / Lina Haddad") is None


def test_initials_may_be_letters_of_other_words_of_the_text() -> None:
    body = "Officers will be trained at Bogorodica near Tabanovce."
    assert told(foot=("ba/15:10",), body=body) == "ba"
    assert told(foot=("Ba/ (147)",), body=body) == "Ba"


def test_who_issues_a_release_did_not_write_it() -> None:
    assert told("For Immediate Release", "DHS Press Office", "Contact: 202-282-8010") is None
