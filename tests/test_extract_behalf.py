"""For whom somebody acts: ministries by their own names, courts and banks, sides of a table, international houses."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def whose(body: str, title: str = "", publisher: str | None = None) -> dict[str | None, str | None]:
    """The country, or else the organisation, of each actor."""
    found = find_actors(Article(title=title, body=body, publisher=publisher))[0]
    return {actor.name: actor.country or actor.organization for actor in found}


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("Director for Africa at the Foreign, Commonwealth and Development Office", "GBR"),
        ("Minister of State for Africa at the FCDO", "GBR"),
        ("Deputy Director for Asia at the Auswärtiges Amt", "DEU"),
        ("Director-General of Gaimusho's Economic Bureau", "JPN"),
        ("Assistant Deputy Minister for Trade at Global Affairs Canada", "CAN"),
        ("Deputy Assistant Secretary in the Bureau of African Affairs", "USA"),
        ("Head of Division East Africa at BMZ", "DEU"),
        ("Director of the Africa Department at the Černín Palace", "CZE"),
    ],
)
def test_a_ministry_known_by_a_name_of_its_own_tells_the_country(office: str, country: str) -> None:
    told = whose(f"Finance Minister Abel Cole received Ada Holm, {office}, in Freetown.", publisher="sierraloaded.sl")
    assert told == {"Abel Cole": "SLE", "Ada Holm": country}


def test_a_country_beside_a_ministry_tells_more_than_its_name() -> None:
    told = whose(
        "Ada Holm, Director at the Irish Department of Foreign Affairs and Trade, met Minister Jon Ba of Mali."
    )
    assert told["Ada Holm"] == "IRL"
    told = whose("Minister Jon Ba of Mali met Director Ada Holm of the Department of Foreign Affairs, and Irish MPs.")
    assert told["Ada Holm"] == "IRL"


def test_courts_and_banks_are_those_for_which_their_heads_act() -> None:
    text = (
        "Chief Justice Abel Mwale acted for the Supreme Court of Zambia and Chief Justice Ruth Mzumara for the Supreme "
        "Court of Malawi when the text was signed."
    )
    article = Article(title="Courts sign", body=text)
    assert [(a.country, a.organization) for a in find_actors(article)[0]] == [
        ("ZMB", "Supreme Court of Zambia"),
        ("MWI", "Supreme Court of Malawi"),
    ]
    text = (
        "Governor Ana Perera signed for the Central Bank of Sri Lanka, while Deputy Governor Xu Lin signed on behalf "
    )
    told = whose(f"{text}of the People's Bank of China.", publisher="dailymirror.lk")
    assert told == {"Ana Perera": "LKA", "Xu Lin": "CHN"}
    told = whose("The text was signed by Budi Warjo, Governor, Bank Indonesia, and Anil Das, Governor, RBI.")
    assert told == {"Budi Warjo": "IDN", "Anil Das": "IND"}


def test_each_prosecutor_stands_for_the_office_named_in_front() -> None:
    told = whose(
        "For the General Prosecutor's Office of Moldova the text was signed by Ana Rusu, and for the Prosecutor "
        "General's Office of Lithuania by Jonas Grunskis.",
        "Prosecutors agree to exchange evidence",
    )
    assert told == {"Ana Rusu": "MDA", "Jonas Grunskis": "LTU"}


def test_who_is_at_the_head_of_the_other_side_is_of_it() -> None:
    told = whose(
        "Leading the Pakistani side was Abdul Marwat, Collector of Customs, while Mina Zangani, the Deputy Governor of "
        "Kerman for Economic Affairs, was at the head of the Iranian one.",
        "Border committee meets",
        "dawn.com",
    )
    assert told == {"Abdul Marwat": "PAK", "Mina Zangani": "IRN"}
    told = whose(
        "A team from Korea was received by Minister B. Ganzorig. At its head was the envoy, Kim Soo.", "", "montsame.mn"
    )
    assert told["B. Ganzorig"] == "MNG"


def test_members_of_an_international_parliament_represent_it() -> None:
    text = (
        "A delegation of the European Parliament met President Omar Touray of The Gambia. Its members were Mr. Jon "
        "Bugal (Portugal), Ms. Eva Zovko (Croatia) and MEP Lars Holm of Sweden."
    )
    actors, countries = find_actors(Article(title="European Parliament delegation in Banjul", body=text))
    assert {a.organization for a in actors if a.name != "Omar Touray"} == {"European Parliament"}
    assert countries == ["GMB"]


def test_a_high_representative_and_vice_president_is_of_the_union() -> None:
    told = whose(
        "High Representative/Vice-President Jan Borg called Denis Bukvić, Chairman of the Presidency of Bosnia."
    )
    assert told == {"Jan Borg": "European Union", "Denis Bukvić": "BIH"}


@pytest.mark.parametrize(
    ("office", "country"),
    [("president of the Technical University of Munich", "DEU"), ("director of the Hermitage", "RUS")],
)
def test_a_body_known_or_called_after_a_city_has_its_country(office: str, country: str) -> None:
    told = whose(f"Rector Abbas Mousavi of Tehran hosted Thomas Hofmann, {office}.", "Rectors meet in Tehran")
    assert told["Thomas Hofmann"] == country


def test_agents_of_a_known_agency_need_no_office() -> None:
    text = (
        "Teo Valente of the Italian Space Agency and Zola João, director of the space office of Angola, signed a text."
    )
    assert whose(text, "Space agencies sign") == {"Teo Valente": "ITA", "Zola João": "AGO"}


def test_an_agent_of_an_agency_with_a_nationality_is_of_that_country() -> None:
    text = "Commissioner Yan Darbo opened the course with Marie Houten of the Dutch Tax and Customs Administration."
    assert whose(text, "Customs course", "thepoint.gm") == {"Yan Darbo": "GMB", "Marie Houten": "NLD"}


def test_a_division_of_a_state_in_an_office_tells_the_state() -> None:
    text = (
        "Naomi Suzuki, Governor of Hokkaido, received the Speaker of the Krasnoyarsk Legislative Assembly, Ivan Petrov."
    )
    assert whose(text, "Governor meets guests") == {"Naomi Suzuki": "JPN", "Ivan Petrov": "RUS"}
    text = (
        "Ana Serret, minister of Catalonia, met the president of the Occitanie Region, Nathalie Lefebvre, in Toulouse."
    )
    assert whose(text)["Nathalie Lefebvre"] == "FRA"
    text = "Governor of Khuzestan Reza Mavali met Governor of Basra Asaad Eidani in Basra."
    assert whose(text, "Iranian governor in Basra") == {"Reza Mavali": "IRN", "Asaad Eidani": "IRQ"}


def test_a_guest_who_met_somebody_abroad_is_accompanied_by_his_own() -> None:
    text = "Chief Executive Peter Wong met Lao Prime Minister Sone Siphan in Vientiane, with Secretary Chen Wenqing."
    assert whose(text, "Hong Kong chief executive in Vientiane", "info.gov.hk")["Chen Wenqing"] == "CHN"


def test_a_body_may_be_told_by_the_first_word_of_an_office() -> None:
    text = "The King received Commonwealth Secretary-General Shirley Botch in Mbabane."
    assert whose(text, "Commonwealth chief in Eswatini")["Shirley Botch"] == "Commonwealth of Nations"


def test_managers_of_a_firm_named_in_front_represent_it_alone() -> None:
    text = (
        "Chief Adviser Abdul Karim held talks with SpaceX vice president Lauren Drey and Huawei Kenya managing "
        "director Wang Junfeng."
    )
    told = whose(text, "Adviser meets firms", "thedailystar.net")
    assert told == {"Abdul Karim": "BGD", "Lauren Drey": "SpaceX", "Wang Junfeng": "Huawei Kenya"}


def test_an_envoy_of_a_mission_is_of_whom_the_mission_is() -> None:
    text = (
        "Japan thanked Ambassador HUSSEN of the Permanent Mission of Iraq and Ambassador KHAN of the Permanent Mission "
        "of Mali."
    )
    assert whose(text, "Projects get under way") == {"HUSSEN": "IRQ", "KHAN": "MLI"}


def test_countries_told_to_be_among_those_who_take_part_are_parties() -> None:
    text = (
        "The exercise was opened in Mongolia by President Bat Khurel. Soldiers of 25 countries are taking part. "
        "Mongolia, China, the United States and Laos are among them."
    )
    countries = find_actors(Article(title="Exercise opens in Mongolia", body=text))[1]
    assert countries == ["CHN", "LAO", "MNG", "USA"]


@pytest.mark.parametrize("end", ["acted for the", "signed on behalf of the", "came from the"])
def test_a_text_that_ends_before_it_says_for_whom_somebody_acts_is_read_all_the_same(end: str) -> None:
    assert whose(f"Chief Justice Abel Cole {end}") == {"Abel Cole": None}
