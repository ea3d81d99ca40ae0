"""Datelines give place, day and the offset of the text; names and quotations that look like one do not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.page.dates.beside import place_beside
from communique.page.dates.dateline import is_date_line, is_dateline, read_dateline


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("DAMASCUS, SANA – ", "DAMASCUS"),
        ("DAMASCUS, (ST)- ", "DAMASCUS"),
        ("TEHRAN (Tasnim) – ", "TEHRAN"),
        ("Tehran, Jan 23, IRNA – ", "Tehran"),
        ("Addis Ababa, — ", "Addis Ababa"),
        ("Addis Ababa, March 5/2021 (ENA) ", "Addis Ababa"),
        ("KYIV. Sept 8 (Interfax-Ukraine) – ", "KYIV"),
        ("NUR-SULTAN. KAZINFORM – ", "NUR-SULTAN"),
        ("RIYADH, SAUDI ARABIA: ", "RIYADH"),
        ("OTTAWA, ON, Oct. 21, 2019 /CNW/ - ", "OTTAWA"),
        ("Muscat: ", "Muscat"),
        ("Algiers—", "Algiers"),
        ("(MENAFN- Kuwait News Agency (KUNA)) KUWAIT, May 4 (KUNA) -- ", "KUWAIT"),
        ("Kampala, Uganda | THE INDEPENDENT | ", "Kampala"),
        ("Baghdad - INA - ", "Baghdad"),
        ("CAIRO, (UrduPoint / Pakistan Point News / WAM - 26th Feb, 2020) ", "CAIRO"),
        ("BAKU, Azerbaijan, May 27. ", "BAKU"),
        ("MOSCOW, March 5. /TASS/. ", "MOSCOW"),
        ("Bishkek, Nov. 23 / Kabar /. ", "Bishkek"),
        ("APA-Dakar (Senegal) - ", "Dakar"),
        ("GENEVA (5 March 2020) – ", "GENEVA"),
        ("UNITED NATIONS, Sept. 5 (Xinhua) -- ", "UNITED NATIONS"),
        ("SANA'A, March 05 (Saba) - ", "SANA'A"),
        ("TEHRAN- ", "TEHRAN"),
        ("Kathmandu, Dec. 11: ", "Kathmandu"),
        ("APA – Nouakchott (Mauritania) – ", "Nouakchott"),
        ("(Kigali, 5 August 2019) ", "Kigali"),
        ("September 2, 2019 (JUBA) – ", "JUBA"),
        ("KIGALI. ", "KIGALI"),
        ("5 August 2019 | KIGALI – ", "KIGALI"),
        ("New Delhi [India], July 5 (ANI): ", "New Delhi"),
        ("St. George's, Grenada, August 5, 2019 (GIS) – ", "St. George's"),
        ("BERLIN/PARIS, 5 August 2019 – ", "BERLIN/PARIS"),
        ("Riyadh, Jumada I 09, 1440, January 15, 2019, SPA -- ", "Riyadh"),
        ("(GAZETTE, COLOMBO) – ", "COLOMBO"),
        ("GAZETTE.CO.ID - MANILA. ", "MANILA"),
        ("Muscat, 12 Mar (ONA) --- ", "Muscat"),
        ("Koforidua (E/R), March 12, GNA – ", "Koforidua"),
        ("(Accra) – ", "Accra"),
        ("April 20, 2024", None),
        ("20 April 2024 – ", None),
        ("KATHMANDU; ", "KATHMANDU"),
        ("Dar es Salaam. ", "Dar es Salaam"),
        ("New York: ", "New York"),
        ("TASHKENT, April 14. /IA “Dunyo”/. ", "TASHKENT"),
        ("Baku/27.06.22/Turan: ", "Baku"),
        ("Port Vila, VANUATU, 5 May 2021 ---- ", "Port Vila"),
        ("Banjul,The Gambia, 5 May - ", "Banjul"),
        ("Georgetown, Guyana: May 5, 2021 – ", "Georgetown"),
        ("Castries, Saint Lucia, Friday, May 5, 2021:– ", "Castries"),
        ("GNA Accra, May 5 – ", "Accra"),
        ("Washington D.C., USA – ", "Washington D.C."),
        ("( May 5, 2021)-", None),
        ("Georgetown, Guyana – (May 5, 2021): ", "Georgetown"),
        ("Addis Ababa, Yekatit 5, 2011 (FBC) – ", "Addis Ababa"),
        ("Tashkent, April 04, 2024, The Coastal Gazette: ", "Tashkent"),
        ("ADEN-SABA\n\n", "ADEN"),
        ("[Kigali, 5 August 2019] ", "Kigali"),
        ("Lomé, on 5 May 2021 – ", "Lomé"),
        ("Hanoi, the 5th May: ", "Hanoi"),
        ("Accra. 5 May. GNA. ", "Accra"),
        ("Vienna -(APA)- ", "Vienna"),
        ("GNA, Kumasi – ", "Kumasi"),
        ("Lahore: (Web Desk) ", "Lahore"),
        ("Algiers, Nov. 5 - (APS) - ", "Algiers"),
        ("5 May 2021: Georgetown – ", "Georgetown"),
        ("ANSA: Naples, 5 May - ", "Naples"),
        ("Antara Geneva, 5 May - ", "Geneva"),
        ("Managua, Nicaragua: Wednesday May 5, 2021 – ", "Managua"),
        ("Vienna, May 5, 2021 -/African Media Agency (AMA)/- ", "Vienna"),
        ("Tabuk, September 14, 2023, ", "Tabuk"),
        ("NNA – ", None),
        ("Ammon News - ", None),
        ("(KPL) ", None),
    ],
)
def test_a_dateline_ends_where_the_text_begins(head: str, place: str | None) -> None:
    found = read_dateline(head + "The two ministers met on Monday.")
    assert (found.place, found.lead) == (place, len(head))


@pytest.mark.parametrize(
    "text",
    [
        "The minister – a former judge – met his guest.",
        "In Geneva – The talks went on.",
        "Finance Minister Amara Diallo said: We will pay.",
        "Trade grew by 5 percent - the best year so far.",
        "The World Food Programme (WFP) has opened an office.",
        "Ali Khan: The bridge will be built.",
        "5 March 2021 marked the tenth year of the talks.",
        "Ministers Meet. The bridge will be built.",
        "",
        "Vice-Premier – Minister of Ports Jo Bell joined them, and so did the consul.",
        "Deputy Chairman – head of the board Jo Bell joined them.",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    found = read_dateline(text)
    assert (found.place, found.lead) == (None, 0)


def test_the_day_of_a_dateline_may_lack_its_year() -> None:
    day = read_dateline("LOME, Feb. 7 (ATOP) – The envoy left.").date
    assert day is not None
    assert (day.year, day.month, day.day) == (None, 2, 7)


@pytest.mark.parametrize(
    "line",
    [
        "9 March 2021",
        "Radio & TV Tonga, Nuku’alofa ,09/03/2021",
        "Published on: 09/03/2021 - 18:04",
        "10:15 / 2021-03-09",
        "Economy Tuesday 9/March/2021 22:47 PM",
    ],
)
def test_a_date_line_holds_a_date_and_little_else(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "9 March 2021 - Ministers Sign Accord on Ports",
        "Photo taken on March 9, 2021",
        "Site last updated: 9 March 2021",
        "Retrieved 9 March 2021",
        "Sept 8",
        "Copyright",
        "",
    ],
)
def test_headlines_with_a_date_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


def test_a_date_line_may_name_the_place() -> None:
    assert place_beside("PTI | Pune | Updated: 24-09-2021 20:57 IST") == "Pune"
    assert place_beside("Radio & TV Samoa, Apia ,09/03/2021") == "Apia"
    assert place_beside("11:40 | Lima, Nov. 21, 2022") == "Lima"
    assert place_beside("Lina Haddad in MAUN") == "MAUN"
    assert place_beside("Sports | 21 November 2022") is None


@given(st.text(max_size=300))
def test_any_text_gives_a_lead_within_it(text: str) -> None:
    assert 0 <= read_dateline(text).lead <= max(len(text), 0)
    is_date_line(text)
    place_beside(text)


@pytest.mark.parametrize("stop", [". ", " – ", ": "])
def test_the_day_may_stand_behind_place_and_agency(stop: str) -> None:
    text = f"ACCRA (GNA) March 4.2021{stop}The two ministers met in Accra."
    found = read_dateline(text)
    assert found.date is not None
    assert found.date.date == date(2021, 3, 4)
    assert (found.place, text[found.lead :]) == ("ACCRA", "The two ministers met in Accra.")
    assert read_dateline("ACCRA (GNA) – March 4, 2021 was a good day.").date is None


def test_a_day_before_a_low_line_opens_the_text() -> None:
    text = "09 October 2024_ The sultan arrived in Vientiane."
    found = read_dateline(text)
    assert found.date is not None
    assert (found.date.date, text[found.lead :]) == (date(2024, 10, 9), "The sultan arrived in Vientiane.")


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Lima, a 3 de marzo de 2021.- El canciller recibió al embajador.", "Lima", (2021, 3, 3)),
        ("La Habana, 12 abr (RHC) La reunión se realizó en la sede.", "La Habana", (None, 4, 12)),
        ("MADRID, 3 mar (EFE).- El ministro recibió al embajador.", "MADRID", (None, 3, 3)),
        ("Lomé, le 3 mars 2021 (ATOP) – Le ministre a reçu les envoyés.", "Lomé", (2021, 3, 3)),
        ("PARIS, France, 30 juillet 2012/Gazette Press (GP)/ — Le ministre est parti.", "PARIS", (2012, 7, 30)),
        ("Georgetown, DPI, March 3, 2021 The minister met the envoys.", "Georgetown", (2021, 3, 3)),
    ],
)
def test_datelines_of_other_tongues_are_read(text: str, place: str, day: tuple[int | None, int, int]) -> None:
    found = read_dateline(text)
    assert found.date is not None
    assert (found.place, (found.date.year, found.date.month, found.date.day)) == (place, day)
    assert text[found.lead :].split()[0] in {"El", "La", "Le", "The"}


def test_counts_of_readers_may_stand_beside_a_day() -> None:
    assert is_date_line("Politics | 3 March 2021 15:25 | Views: 12 | Comments: 0 | Share")
    assert not is_date_line("3 March 2021 was the day on which the two ministers met")


def test_an_agency_may_end_a_dateline_without_a_mark() -> None:
    text = "Amman, Jan 15, IRNA Foreign ministers met in the capital."
    found = read_dateline(text)
    assert found.date is not None
    assert (found.place, found.date.month, text[found.lead :].split()[0]) == ("Amman", 1, "Foreign")
    assert read_dateline("Amman, Jan 15, Foreign ministers met in the capital.").place is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("From Lina Haddad, Accra", "Accra"),
        ("Press Trust of India New Delhi", "New Delhi"),
        ("Published on 10/04/2019 - 15:11 Montevideo", "Montevideo"),
        ("Nigeria", None),
        ("News - National | 2020-11-18", None),
        ("From Harbour Daily", None),
    ],
)
def test_the_place_stands_behind_the_writer_the_agency_or_the_day(line: str, place: str | None) -> None:
    assert place_beside(line) == place


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("Riyadh, The minister met the envoy.", "Riyadh", "The"),
        ("GNA Accra, Some fields of trade were named.", "Accra", "Some"),
        ("Bikaner (Rajasthan) [India], Nov 1 (ANI): The exercise began.", "Bikaner", "The"),
        ("Accra, Togo's neighbour, agreed.", None, "Accra"),
        ("Accra, Lomé agree.", None, "Accra"),
        ("THE HAGUE – The minister met the envoy.", "THE HAGUE", "The"),
        ("Windhoek-Twelve of the members met.", "Windhoek", "Twelve"),
        ("Windhoek-Luanda talks went on.", None, "Windhoek"),
        ("DUSHANBE, 30.11.2022. /NIAT «Khovar»/. A telegram was sent.", "DUSHANBE", "A"),
        ("The Portugal–Cape Verde Friendship Group met.", None, "The"),
    ],
)
def test_a_city_before_a_capital_or_a_note_in_brackets_is_a_dateline(text: str, place: str | None, said: str) -> None:
    found = read_dateline(text)
    assert found.place == place
    assert text[found.lead :].startswith(said)


@pytest.mark.parametrize(
    "line", ["GNA Accra, May 5, 2021 —", "ACCRA - GNA", "Accra, May 5, GNA", "Accra:", "ISTANBUL", "ACCRA-GNA"]
)
def test_a_dateline_may_have_a_line_to_itself(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize("line", ["News - Sport", "Background:", "Minister of Trade –", "Harbour - Gazette"])
def test_other_lines_with_a_dash_or_colon_are_no_datelines(line: str) -> None:
    assert not is_dateline(line)


def test_a_dot_may_part_the_place_from_the_day() -> None:
    assert place_beside("Accra ● Wed, November 8, 2023") == "Accra"
    assert place_beside("23.10.2023 11:20, Dushanbe city") == "Dushanbe"


def test_who_speaks_and_where_his_office_is_may_open_the_text() -> None:
    text = "(FERRY Secretariat, Turkeyen, Greater Georgetown, Guyana) The ministers met on Monday."
    found = read_dateline(text)
    assert (found.place, text[found.lead :]) == ("Turkeyen", "The ministers met on Monday.")
    assert read_dateline("(Omar Saleh, Litia Vakacegu, Ama Addo) The ministers met on Monday.").place is None


def test_the_house_before_a_city_is_no_place_of_a_dateline() -> None:
    assert read_dateline("Harbour House, Tallinn, 10 June 2020 – The ministers met.").place == "Tallinn"


@pytest.mark.parametrize("head", ["Gen (Rtd)", "Col (Ret)", "Brig. Gen. (Rtd)"])
def test_a_rank_with_a_note_is_no_dateline(head: str) -> None:
    assert read_dateline(f"{head} Omar Saleh, the minister, met the envoy.").lead == 0


def test_an_agency_between_strokes_may_stand_in_quotes() -> None:
    assert read_dateline("TASHKENT, November 8. /“Dunyo” IA/. The minister met the envoy.").place == "TASHKENT"


@pytest.mark.parametrize(
    "first",
    [
        "LIMA, Peru – Police chiefs of the islands backed a joint desk against fraud on 19 May.",
        "SUVA – The ministers met the head of a news agency on Monday.",
        "Oslo (NTB) – Reporters of a radio station and its press room were freed.",
    ],
)
def test_a_first_sentence_that_names_a_desk_or_an_agency_is_no_dateline(first: str) -> None:
    lead = read_dateline(f"{first}\n\nThe rest follows.").lead
    assert first[lead:].startswith(("Police", "The", "Reporters"))


def test_who_holds_two_offices_opens_no_dateline() -> None:
    text = "Lina Haddad, Deputy Prime Minister - Minister of Trade of Kazakhstan, met the ambassador."
    assert read_dateline(text).lead == 0
