"""The writer is read from the lines that name one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.page.byline import said_byline, signer, sole_byline
from communique.page.names import is_name
from communique.page.signatures import bare, initials


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("By Amina Yusuf", "Amina Yusuf"),
        ("By Trend", "Trend"),
        ("By amina", "amina"),
        ("By admin", None),
        ("By popular demand", None),
        ("By: Gulf News Service", "Gulf News Service"),
        ("Author: Petra Novák Šimić", "Petra Novák Šimić"),
        ("Author : Kabelo Molefe", "Kabelo Molefe"),
        ("Written by Kofi Mensah-Boateng", "Kofi Mensah-Boateng"),
        ("By: Kofi Mensah, Reporter", "Kofi Mensah"),
        ("By Amina Yusuf in Lagos", "Amina Yusuf"),
        ("Editing and Translating by Amina Yusuf", "Amina Yusuf"),
        ("Journalist: Will the Prime Minister come to Accra?", None),
        ("Journalist: Minister, some in the provinces, in Volta, say they see nothing of the aid.", None),
        ("By Amina Yusuf | 12 March 2021", "Amina Yusuf"),
        ("By Amina Yusuf and Kofi Mensah", "Amina Yusuf and Kofi Mensah"),
        ("Author Amina Yusuf", "Amina Yusuf"),
        ("Published On: March 12, 2021 10:15 AM NPT By: Amina Yusuf", "Amina Yusuf"),
        ("Publié par Amina Yusuf le mardi 2 mars 2021", "Amina Yusuf"),
        ("Rédigé par Amina Yusuf le Tuesday, March 2, 2021", "Amina Yusuf"),
        ("Por Amina Yusuf em 2 de Março de 2021", "Amina Yusuf"),
        ("Von Amina Yusuf am 2. März 2021", "Amina Yusuf"),
        ("By Sunday Yusuf March 2, 2021", "Sunday Yusuf"),
        ("Par la rédaction le 2 mars 2021", None),
        ("Por Amina Yusuf y Kofi Mensah", "Amina Yusuf y Kofi Mensah"),
        ("Von Amina Yusuf und Kofi Mensah", "Amina Yusuf und Kofi Mensah"),
        ("Par Amina Yusuf et Kofi Mensah", "Amina Yusuf et Kofi Mensah"),
        ("Translator: Amina Yusuf", "Amina Yusuf"),
        ("by TIMES / AGENCIES", "TIMES / AGENCIES"),
        ("door Amina Yusuf", "Amina Yusuf"),
        ("BY AMINA YUSUF Gazette staff reporter yusufa@gazette.example", "AMINA YUSUF"),
        ("Article by Amina Yusuf", "Amina Yusuf"),
        ("Posted on March 12, 2021 by Amina Yusuf", "Amina Yusuf"),
        ("By Staff Reporter", "Staff Reporter"),
        ("By Amina Yusuf, Associated Press", "Amina Yusuf"),
        ("Story: Amina Yusuf", "Amina Yusuf"),
        ("Written by gazetteWeb -", "gazetteWeb"),
        ("Source:Gazette Author:ay", "ay"),
        ("By Amina Yusuf THE GAZETTE", "Amina Yusuf"),
        ("Amina Yusuf reports from Agencia Centro", "Amina Yusuf"),
        ("*Amina Yusuf contributed to this news from Ankara", "Amina Yusuf"),
        ("By Amina Yusuf Updated 3:22 p.m., Friday, March 12, 2021, Atlantic Standard Time.", "Amina Yusuf"),
        ("By Embassy of Norway | 12 March, 2021 | Topics: News | Tags: " + "trade, " * 30, "Embassy of Norway"),
        ("By Lt. j.g. Amina Yusuf, U.S. Navy", "Amina Yusuf"),
        ("By Capt. Amina Yusuf, Ghana Army Public Affairs", "Amina Yusuf"),
        ("Trade Minister reports from Lima on talks", None),
        ("Posted by admin", None),
        ("By the end of the year trade will have doubled.", None),
        ("Report on trade in the region", None),
        ("Ministers meet", None),
        ("", None),
    ],
)
def test_a_cue_names_the_writer(line: str, writer: str | None) -> None:
    assert said_byline(line) == writer


def test_names_alone_are_told_from_furniture_and_places() -> None:
    assert is_name("Inas Abdulkareem")
    assert is_name("R. Haddad / Omar Saleh")
    assert is_name("Khalid bin Omar")
    assert is_name("Rafah al-Allouni/Hiba Sleman")
    assert is_name("M.S/ Hala Zain")
    for line in (
        "New Delhi",
        "Santa Cruz",
        "Latest News",
        "Saudi Arabia",
        "Read More",
        "BREAKING STORY",
        "Ministers meet",
        "Kofi",
    ):
        assert not is_name(line)


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("AMINA YUSUF", "AMINA YUSUF"),
        ("Amina Yusuf - Brasília", "Amina Yusuf"),
        ("Amina Yusuf | Damphu", "Amina Yusuf"),
        ("Amina Yusuf in Kigoma", "Amina Yusuf"),
        ("Amina Yusuf @ayusuf", "Amina Yusuf"),
        ("Amina Yusuf | Kofi Mensah-Boateng", "Amina Yusuf | Kofi Mensah-Boateng"),
        ("Amina Yusuf, Senior Reporter", "Amina Yusuf"),
        ("Amina Yusuf Multimedia Journalist", "Amina Yusuf"),
        ("Amina Yusuf, Oman Observer", "Amina Yusuf"),
        ("Redazione ANSA ROME", "Redazione ANSA"),
        ("COASTAL NEWS SERVICE", "COASTAL NEWS SERVICE"),
        ("Wallis Yusuf", "Wallis Yusuf"),
        ("Otgonbayar.D", "Otgonbayar.D"),
        ("Amina Yusuf · March 12, 2021", "Amina Yusuf"),
        ("Amina Yusuf - Friday, 12 March 2021", "Amina Yusuf"),
        ("Amina Yusuf, ACCRA", "Amina Yusuf"),
        ("AMINA YUSUF IN ACCRA", "AMINA YUSUF"),
        ("Staff Writer Amina Yusuf", "Amina Yusuf"),
        ("Amina Yusuf Herald Reporter", "Amina Yusuf"),
        ("Amina Yusuf/Kofi Mensah-Boateng", "Amina Yusuf/Kofi Mensah-Boateng"),
        ("Amina Yusuf and Kofi Mensah", "Amina Yusuf and Kofi Mensah"),
        ("12 March 2021 | 10:20 AM | Amina Yusuf", "Amina Yusuf"),
        ("Amina Yusuf | Diplomatic Correspondent", "Amina Yusuf"),
        ("Md. Kamal Hossain", "Md. Kamal Hossain"),
        ("Juan Pérez de la Cruz", "Juan Pérez de la Cruz"),
        ("Agencies", "Agencies"),
        ("Amina Yusuf (The Coastal Gazette)", "Amina Yusuf"),
        ("GNA, CBC News", "GNA, CBC News"),
        ("FAO, WHO", None),
        ("Coastal News Network", "Coastal News Network"),
        ("Coastal News Network | Doha", "Coastal News Network"),
        ("Ari Widodo", "Ari Widodo"),
        ("End Item", None),
        ("GNA/TDH Staff", "GNA/TDH Staff"),
        ("Communications Office, COMESA", "Communications Office, COMESA"),
        ("12 March 2021 | Politics", None),
        ("Addis Ababa, March 12, 2021", None),
        ("Politics · March 12, 2021", None),
        ("Deputy Minister Amina Yusuf", None),
        ("Saudi Arabia", None),
        ("Ministers meet", None),
    ],
)
def test_a_line_at_the_head_names_the_writer_without_a_cue(line: str, writer: str | None) -> None:
    assert sole_byline(line) == writer


def test_marks_and_agencies_around_a_name_at_the_foot_are_left_out() -> None:
    for line in ("(Amina Yusuf)", "[Amina Yusuf]", "*Amina Yusuf*", "— Amina Yusuf", "Amina Yusuf – GNA"):
        assert bare(line) == "Amina Yusuf"


def test_initials_alone_are_a_byline() -> None:
    assert initials("/AB/") == "AB"
    assert initials("/a.b/c.d/") == "a.b/c.d"
    assert initials("AB/CD // EFG") == "AB/CD // EFG"
    assert initials("fnk.hs") == "fnk.hs"
    assert initials("MP/IRN") == "MP/IRN"
    assert initials("R.J./H.S.") == "R.J./H.S."
    assert initials("ab/cd") == "ab/cd"
    assert initials("URN") == "URN"
    assert initials("(END) AB/CD") == "AB/CD"
    assert initials("//Petra// AB") == "AB"
    assert initials("ab/15:33/") == "ab"
    assert initials("AB/ GazetteLibre") == "AB/ GazetteLibre"
    assert initials("Print") is None
    assert initials("RSS") is None


@given(st.text(max_size=200))
def test_any_line_can_be_asked(line: str) -> None:
    said_byline(line)
    is_name(line)
    initials(line)


@pytest.mark.parametrize(
    "line",
    [
        "From Amina Yusuf in Accra",
        "Par Amina Yusuf",
        "By Amina Yusuf of the Gazette",
        "By Amina Yusuf with agencies",
        "Written by: Amina Yusuf 2 hours ago",
    ],
)
def test_a_preposition_and_what_stands_behind_the_name_are_no_part_of_it(line: str) -> None:
    assert said_byline(line) == "Amina Yusuf"


def test_the_age_of_a_page_and_a_note_of_the_agency_are_no_part_of_a_name() -> None:
    for line in ("Amina Yusuf 2 hours ago", "Amina Yusuf · 3 min read", "Amina Yusuf (GNA)", "Amina Yusuf, GNA"):
        assert sole_byline(line) == "Amina Yusuf"
    assert said_byline("From: Foreign & Commonwealth Office") is None
    assert initials("(AY)") == initials("– AY") == "AY"


def test_a_day_in_brackets_behind_the_writer_leaves_no_bracket():
    assert said_byline("By Lina Haddad [2011-05-20]") == "Lina Haddad"
    assert said_byline("Author: Lina Haddad (20 May 2011)") == "Lina Haddad"


def test_a_writer_may_stand_behind_the_day_the_city_or_the_site() -> None:
    assert said_byline("Published on: Jul 9, 2021 4:15 PM Author: Amina Yusuf") == "Amina Yusuf"
    assert sole_byline("Amina Yusuf in Kumasi, Ghana") == "Amina Yusuf"
    assert sole_byline("Amina Yusuf, Accra") == sole_byline("Amina Yusuf/example.org") == "Amina Yusuf"


def test_a_cue_of_two_words_needs_no_colon_in_any_language() -> None:
    for line in ("Édité par Amina Yusuf", "Redactado por Amina Yusuf", "Scritto da Amina Yusuf"):
        assert said_byline(line) == "Amina Yusuf"
    assert said_byline("بقلم: ليلى حداد") == "ليلى حداد"


@pytest.mark.parametrize(
    "address",
    [", amina@gazette.example", " <amina@gazette.example>", " @aminayusuf", ", [email protected]", " | @amina"],
)
def test_a_name_with_an_address_behind_it_is_a_writer(address: str) -> None:
    for name in ("Amina Yusuf", "Prince Mensah"):
        assert signer(name + address)
        assert sole_byline(name + address) == name
        assert sole_byline(f"{name} Multimedia Journalist{address}") == name
    assert not signer("News Desk" + address)
    assert not signer("The minister met the envoy" + address)


def test_a_continent_may_be_a_given_name() -> None:
    assert is_name("Africa Mensah")
    assert not any(map(is_name, ("Asia Pacific", "Africa News", "Central Africa", "Africa Today")))


def test_what_stands_between_writer_and_day_is_no_name() -> None:
    assert said_byline("By: Amina Yusuf Published: Jan 5, 2021") == "Amina Yusuf"


def test_a_name_with_a_city_behind_it_is_a_writer_and_links_run_together_are_none() -> None:
    assert signer("Amina Yusuf in Kumasi")
    assert not signer("Amina Yusuf in talks")
    assert sole_byline("Amina Yusuf in Kumasi") == "Amina Yusuf"
    assert not is_name("Amina YusufGhana")
    assert is_name("Amina MacDonald")
    assert said_byline("Last Updated on Tuesday, 13 April, 2021 at 3:05 pm by Amina Yusuf") == "Amina Yusuf"


def test_several_writers_before_their_agency_are_all_named() -> None:
    assert said_byline("By Lina Haddad, Omar Saleh – Trend:") == "Lina Haddad, Omar Saleh"


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("Author:Lina Haddad  Date:2021-03-04  Clicks:12", "Lina Haddad"),
        ("Author: Lina Haddad Email: lina at the gazette", "Lina Haddad"),
        ("By Staff Sgt. Lina Haddad", "Lina Haddad"),
        ("By Capt Lina Haddad", "Lina Haddad"),
        ("By Capt. A. B. Haddad", "A. B. Haddad"),
        ("Story by Spc. Lina Haddad", "Lina Haddad"),
        ("From MC3 Lina Haddad, Naval Construction Forces Pacific Public Affairs", "Lina Haddad"),
        ("By Tech. Sgt. Lina M. Haddad Harbour National Guard", "Lina M. Haddad"),
        ("By Sgt. 1st Class Lina Haddad Harbour Task Force Accra, Ghana May 19, 2022", "Lina Haddad"),
        ("By Sgt. Lina Haddad, Omar Saleh", "Lina Haddad, Omar Saleh"),
        ("(Written by Lt. Cmdr. Lina Haddad, USN, who is in Accra with the engineers)", "Lina Haddad"),
        ("Author: Lina Haddad/HGIS", "Lina Haddad"),
        ("(Original version in French by Lina Haddad)", "Lina Haddad"),
        ("Source text: Lina Haddad", "Lina Haddad"),
        ("(*) Reporting by Lina Haddad", "Lina Haddad"),
        ("By: Lina Haddad, Omar Saleh, and Ama Addo | THE GAZETTE |", "Lina Haddad, Omar Saleh, and Ama Addo"),
    ],
)
def test_what_stands_around_a_writer_with_a_cue_is_left_out(line: str, writer: str) -> None:
    assert said_byline(line) == writer


@pytest.mark.parametrize("line", ["(belga/jvd/sc)", "ATS/mrb", "(T/RM7/P1)", "AD/as/fss/APA", "R.J./H.S."])
def test_signs_between_strokes_are_the_writers(line: str) -> None:
    assert initials(line) == line.strip("()")


@pytest.mark.parametrize("line", ["Trade/Finance", "Samoa/UN", "Print/Email"])
def test_sections_and_places_between_strokes_sign_nothing(line: str) -> None:
    assert initials(line) is None


def test_the_office_behind_a_writers_name_is_left_out() -> None:
    assert signer("Lina Haddad, correspondente da Gazette em Accra") == "Lina Haddad"
    assert signer("Lina Haddad, Minister of Trade in Accra") is None
    assert said_byline("Author: Lina Haddad. PHOTO/FILE") == "Lina Haddad"


def test_a_credit_in_brackets_names_who_reported() -> None:
    assert said_byline("(Reporting by Lina Haddad in Accra; Writing by Omar Saleh)") == "Lina Haddad"


def test_a_credit_behind_signs_is_none_of_theirs() -> None:
    assert initials("belga/jvd/sc - Bild: Lina Haddad (belga)") == "belga/jvd/sc"
    assert initials("Ministers meet - Photo: Lina Haddad") is None
