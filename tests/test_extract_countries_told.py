"""Whose somebody is by few words beside the name: brackets, "for" a capital, "the Omanis", "its director"."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def whose(body: str, title: str = "", publisher: str | None = None, dateline: str | None = None) -> dict[str, str]:
    """The country of each actor that has a name and a country."""
    article = Article(title=title, body=body, publisher=publisher, dateline_place=dateline)
    return {a.name: a.country for a in find_actors(article)[0] if a.name and a.country}


@pytest.mark.parametrize(
    ("said", "alpha3"),
    [
        ("Director Bruno Makola (AIM, Mozambique)", "MOZ"),
        ("Director Bruno Makola (RVF, Kinshasa)", "COD"),
        ("Director Bruno Makola (Kinshasa)", "COD"),
        ("Inspector Bruno Makola (Rail Police, Zambia)", "ZMB"),
        ("Colonel Bruno Makola for Brazzaville", "COG"),
        ("Major Bruno Makola for Libreville", "GAB"),
        ("Dr Bruno Makola (INRB, Luanda)", "AGO"),
    ],
)
def test_a_bracket_or_a_capital_for_which_he_stands_tells_whose_somebody_is(said: str, alpha3: str) -> None:
    told = whose(f"Finance Minister Ana Roe of Chad and {said}, agreed on Monday to beacon the river.")
    assert told["Bruno Makola"] == alpha3


def test_a_bracket_with_a_field_or_a_goal_tells_nothing() -> None:
    told = whose("Finance Minister Ana Roe met Director Bruno Makola (Legal Affairs) on Monday.", publisher="gov.fj")
    assert told["Bruno Makola"] == "FJI"
    told = whose("Finance Minister Ana Roe left for Kinshasa on Monday with Director Semi Vuli.", publisher="gov.fj")
    assert set(told.values()) == {"FJI"}


@pytest.mark.parametrize(
    ("lead", "name", "alpha3"),
    [
        ("The nine Indians came under", "Ravi Mehta", "IND"),
        ("The Indians were led by", "Ravi Mehta", "IND"),
        ("The Omanis were headed by", "Ravi Mehta", "OMN"),
        ("The twelve Kenyans were led by", "Ravi Mehta", "KEN"),
        ("The Poles were headed by", "Adam Mazur", "POL"),
    ],
)
def test_the_people_of_a_country_who_are_there_are_its_delegation(lead: str, name: str, alpha3: str) -> None:
    body = f"Major General Ali Noor led the hosts' side. {lead} Director General {name} on Tuesday."
    assert whose(body, publisher="thedailystar.net")[name] == alpha3


def test_an_adjective_in_s_is_no_delegation() -> None:
    body = "Major General Ali Noor led the hosts. The Swiss aid was signed for under Director General Ravi Mehta."
    assert whose(body, publisher="thedailystar.net")["Ravi Mehta"] == "BGD"


@pytest.mark.parametrize(
    ("said", "alpha3"),
    [
        ("signed at the seat of the Mongolian agency by its General Director, Bat Dorj", "MNG"),
        ("received at the Estonian academy by its president, Bat Dorj", "EST"),
        ("shown round the Maltese museum by its curator, Bat Dorj", "MLT"),
        ("received by the Latvian university, whose rector, Bat Dorj, guided her", "LVA"),
        ("received by the Chadian chamber and its president, Bat Dorj", "TCD"),
    ],
)
def test_its_officer_is_of_the_country_whose_body_is_named(said: str, alpha3: str) -> None:
    assert whose(f"Rector Ana Roe was {said}.", publisher="inform.kz")["Bat Dorj"] == alpha3


def test_its_officer_is_not_of_an_embassy_named_before() -> None:
    body = (
        "The talk was arranged by the Philippine Embassy jointly with CLAIR, whose Executive Adviser, Ken Abe, spoke."
    )
    assert whose(body, "Local bodies of Japan and the Philippines meet").get("Ken Abe") != "PHL"


@pytest.mark.parametrize(
    ("envoy", "own", "publisher", "place", "adjective", "alpha3"),
    [
        ("Indian High Commissioner", "IND", "business-standard.com", "Colombo", "Sri Lankan", "LKA"),
        ("Indian Ambassador", "IND", "ptinews.com", "Kathmandu", "Nepali", "NPL"),
        ("Turkish Ambassador", "TUR", "aa.com.tr", "Tirana", "Albanian", "ALB"),
        ("Chinese Ambassador", "CHN", "xinhuanet.com", "Kampala", "Ugandan", "UGA"),
    ],
)
def test_officials_beside_the_agencys_own_envoy_abroad_are_of_the_place(
    envoy: str, own: str, publisher: str, place: str, adjective: str, alpha3: str
) -> None:
    body = (
        f"{envoy} Ravi Mehta announced here on Wednesday that 1,500 {adjective} officials would be trained.\n\n"
        "He spoke at a workshop opened by Sena Dahl, secretary of the public administration ministry."
    )
    told = whose(body, publisher=publisher, dateline=place)
    assert (told["Ravi Mehta"], told["Sena Dahl"]) == (own, alpha3)


def test_officials_beside_a_minister_who_travels_are_his() -> None:
    body = (
        "Omani Foreign Minister Badr Hamad met Kuwaiti Crown Prince Sabah Khalid on Monday. Present were Ahmed Hashil, "
        "Head of the Neighbourliness Department, and the Omani Ambassador to Kuwait, Saleh Amer."
    )
    assert whose(body, publisher="omannews.gov.om", dateline="Kuwait")["Ahmed Hashil"] == "OMN"


@pytest.mark.parametrize(
    ("where", "name", "alpha3"),
    [
        ("touched down at Karachi's Jinnah Terminal", "Imran Shaikh", "PAK"),
        ("was unloaded at Mombasa's Kilindini Harbour", "Peter Kamau", "KEN"),
        ("was flown in at Mumbai's Chhatrapati Airport", "Ashok Patil", "IND"),
    ],
)
def test_who_receives_aid_is_of_the_town_whose_airport_is_named(where: str, name: str, alpha3: str) -> None:
    body = (
        f"An aircraft with tents {where} on 5 September.\n\nLi Bo, Consul General of China, and the Uzbek Ambassador, "
        f"Oybek Said, gave over the goods. To receive them was Provincial Minister {name}.\n\n"
        "Of 66 flights so far 31 came from the UAE."
    )
    assert whose(body, "China, Uzbekistan airlift relief goods")[name] == alpha3


def test_letters_stand_for_the_body_whose_name_has_the_country() -> None:
    body = (
        "A conference of Border Guard Bangladesh and India's Border Security Force began on Tuesday. The guests came "
        "with BSF Director General Ravi Mehta."
    )
    assert whose(body, publisher="thedailystar.net")["Ravi Mehta"] == "IND"


@pytest.mark.parametrize(
    ("officer", "alpha3"),
    [("the Mongolian agency's director, Bat Dorj", "MNG"), ("the Estonian museum's curator Bat Dorj", "EST")],
)
def test_the_officer_of_a_national_body_in_small_letters_is_of_the_country(officer: str, alpha3: str) -> None:
    assert whose(f"Rector Ana Roe met {officer} on Monday.", publisher="inform.kz")["Bat Dorj"] == alpha3


@pytest.mark.parametrize(
    ("letters", "country"),
    [("NBC", "Cambodia"), ("CBU", "Uzbekistan"), ("CBK", "Kenya"), ("RBZ", "Zimbabwe")],
)
def test_letters_of_a_central_bank_are_others_where_nobody_names_its_country(letters: str, country: str) -> None:
    body = f"ICT Minister Ana Roe met Fiji's Attorney-General Tim Doe. {letters} managing director Kora Poe was there."
    assert whose(body, publisher="postcourier.com.pg").get("Kora Poe") in {"PNG", None}
    assert len(set(whose(f"{body} Nobody came from {country}.", publisher="postcourier.com.pg").values())) == 3


def test_letters_of_a_body_of_many_countries_have_none() -> None:
    body = (
        "The Caribbean Broadcasting Union and a Fijian channel will swap footage, said CBU president Claire Grant. "
        "Minister of Communication Simon Noble had urged them on."
    )
    told = whose(body, publisher="guardian.co.tt")
    assert "Claire Grant" not in told
    assert told["Simon Noble"] == "TTO"


@pytest.mark.parametrize(
    ("said", "alpha3"),
    [
        ("Ghana Broadcasting's Noel Bell", "GHA"),
        ("Heritage Malta's Noel Bell", "MLT"),
        ("Noel Bell of Radio Slovakia", "SVK"),
        ("Noel Bell from Tourism Samoa", "WSM"),
        ("Statistics Latvia's Noel Bell", "LVA"),
    ],
)
def test_who_has_no_office_is_of_the_country_in_his_bodys_name(said: str, alpha3: str) -> None:
    body = f"ICT Minister Ana Roe met {said} on Monday."
    assert whose(body, publisher="postcourier.com.pg")["Noel Bell"] == alpha3


def test_from_a_body_with_a_country_in_its_name_comes_one_of_that_country() -> None:
    body = "ICT Minister Ana Roe held talks in Suva on Monday. From Telecom Fiji, Carl Bell demonstrated rural Wi-Fi."
    assert whose(body, publisher="postcourier.com.pg")["Carl Bell"] == "FJI"


@pytest.mark.parametrize(
    "said", ["Zoomlion Group's Noel Bell", "Monday's guest Noel Bell", "Summit Malta Holdings' Noel Bell"]
)
def test_a_firm_without_a_field_in_its_name_tells_no_country(said: str) -> None:
    body = f"ICT Minister Ana Roe met {said} in the capital."
    assert whose(body, publisher="postcourier.com.pg").get("Noel Bell") in {None, "PNG"}


@pytest.mark.parametrize(
    "said", ["NBC governor Kora Poe", "NBC's deputy governor Kora Poe", "Kora Poe, governor, NBC,"]
)
def test_letters_beside_a_governor_are_the_central_banks(said: str) -> None:
    body = f"ICT Minister Ana Roe met Fiji's Attorney-General Tim Doe. {said} was there."
    assert whose(body, publisher="postcourier.com.pg")["Kora Poe"] == "KHM"


@pytest.mark.parametrize(
    ("office", "alpha3"),
    [
        ("mayor of the city of Almaty", "KAZ"),
        ("mayor of the town of Osh", "KGZ"),
        ("mayor of the port city of Mombasa", "KEN"),
        ("mayor of Gaziantep Metropolitan Municipality", "TUR"),
        ("governor of the province of Sughd", "TJK"),
        ("governor of the state of Bahia", "BRA"),
        ("head of the district of Osh", "KGZ"),
        ("akim of the Almaty region", "KAZ"),
    ],
)
def test_what_somebody_governs_tells_whose_he_is_with_its_noun_on_either_side(office: str, alpha3: str) -> None:
    told = whose(f"Omar Saleh, {office}, received the German ambassador, Lina Meyer, on Monday.")
    assert told == {"Omar Saleh": alpha3, "Lina Meyer": "DEU"}
