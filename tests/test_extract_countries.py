"""Parties to the event, not countries merely named."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article
from communique.registry import rows
from communique.registry.countries import countries as registry_countries


def countries(body: str, title: str = "") -> list[str]:
    return find_actors(Article(title=title, body=body))[1]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger signed a pact.",
        "A pact was signed between Chad and Niger.",
        "The Chadian-Nigerien joint committee met. Chad was the host.",
        "N'Djamena and Niamey agreed on a pact.",
        "Chad's Ports Authority and its Nigerien counterpart signed a pact.",
        "Ambassador of Chad Ali Bor handed over a bus to the Nigerien Olympic Federation.",
        "A delegation of the Chadian National Assembly visited the Nigerien Parliament.",
        "A delegation of Chad visited Niamey on Monday.",
        "Chad has given a grant of two million dollars to the Ministry of Health of Niger.",
    ],
)
def test_countries_that_act_as_such_are_parties(text: str) -> None:
    assert countries(text) == ["NER", "TCD"]


def test_a_region_called_after_a_people_is_not_their_state() -> None:
    assert countries("Chad has donated drills to the Somali Regional State.") == ["TCD"]


def test_headlines_tell_the_parties() -> None:
    assert countries("It went well.", "Chad, Niger hold talks on water") == ["NER", "TCD"]
    assert countries(
        "The forum opened on Monday. Chad spoke of the crisis in Mali.", "Chad hosts forum on crisis in Mali"
    ) == ["TCD"]
    assert countries("It went well.", "Syrian crisis discussed by Chad and Niger") == ["NER", "TCD"]
    assert countries("It went well.", "Chad and Niger discuss borders, Ukraine") == ["NER", "TCD"]


def test_hosts_and_recipients_are_parties_and_places_are_not() -> None:
    text = "Oman's Foreign Minister Saif Ali is on an official visit to Malta. He spoke in Geneva of Yemen."
    assert countries(text, "Oman's Foreign Minister visits Malta") == ["MLT", "OMN"]


def test_postings_are_no_parties() -> None:
    assert countries("Oman's Ambassador to China Saif Ali met Mongolia's Road Minister Bat Dorj.") == ["MNG", "OMN"]


def test_members_of_a_gathering_are_parties() -> None:
    text = "The forum met. It was attended by the ministers of Chad, Niger, Mali and Togo."
    assert countries(text) == ["MLI", "NER", "TCD", "TGO"]
    assert countries("The forum met. Finland, Norway and Sweden were represented.") == ["FIN", "NOR", "SWE"]


def test_countries_on_the_way_of_a_journey_are_no_parties() -> None:
    text = "President Ali Wario of Chad flew to Malta on the first leg of a trip to allies, including Fiji and Tonga."
    assert countries(text, "Chadian President arrives in Malta") == ["MLT", "TCD"]


def test_the_country_of_every_actor_is_a_party() -> None:
    assert countries("Mali's Trade Minister Awa Keita spoke.") == ["MLI"]


def test_registries_of_states_use_known_codes() -> None:
    known = set(registry_countries())
    assert {row["alpha3"] for row in rows("monarchies")} <= known
    assert {row["alpha3"] for row in rows("presidencies")} <= known
    assert {row["alpha3"] for row in rows("peculiar_offices")} <= known
    assert {code for row in rows("dependencies") for code in (row["alpha3"], row["sovereign"])} <= known


def test_whose_deeds_ministers_discuss_is_no_party() -> None:
    assert countries("It went well.", "Cyprus, Jordan discuss Turkey's actions") == ["CYP", "JOR"]


def test_on_whom_sanctions_are_imposed_is_a_party_but_not_of_talks_about_them() -> None:
    assert countries("Malta, Peru and Canada imposed sanctions on Fiji on Monday.") == ["CAN", "FJI", "MLT", "PER"]
    assert countries("The ministers of Malta and Peru met and discussed the sanctions against Fiji.") == ["MLT", "PER"]


def test_the_country_of_the_page_is_a_party_where_it_is_named_and_nobody_else_is() -> None:
    article = Article(
        title="", body="Ambassador of Malta to Kuwait Ann Lee opened a school in Kuwait.", publisher="kuna.net.kw"
    )
    assert find_actors(article)[1] == ["KWT", "MLT"]
    silent = Article(title="", body="Ambassador of Malta Ann Lee opened a school.", publisher="kuna.net.kw")
    assert find_actors(silent)[1] == ["MLT"]


def test_where_its_own_diplomats_act_is_a_party_if_the_report_is_sent_from_there() -> None:
    body = "Egyptian Ambassador to Nepal Omar Said opened a school in Nepal."
    article = Article(title="", body=body, publisher="mena.org.eg", dateline_place="Kathmandu")
    assert find_actors(article)[1] == ["EGY", "NPL"]


def test_a_place_in_a_name_is_no_party() -> None:
    assert countries("Kenya's Defence Minister Aden Duale met Chad's envoy Ali Bor.") == ["KEN", "TCD"]


def test_who_met_days_before_is_no_party() -> None:
    text = "Days after Bhutan and China held talks, India's Foreign Secretary Raj Lal visited Bhutan."
    assert countries(text) == ["BTN", "IND"]


def test_what_lies_between_two_countries_that_others_speak_of_makes_them_no_parties() -> None:
    body = "The foreign ministers of Peru and Fiji spoke of the tensions between Chad and Niger in Lima."
    assert countries(body) == ["FJI", "PER"]
    body = "The foreign ministers of Peru and Fiji spoke of the situations of Haiti, Chad and Niger in Lima."
    assert countries(body) == ["FJI", "PER"]
    assert countries("Talks between Chad and Niger were held in Lima.") == ["NER", "TCD"]


def test_to_whom_ambassadors_present_credentials_at_home_is_a_party() -> None:
    body = "The ambassadors of Japan and Chile to Bhutan have presented their credentials. They praised Bhutan."
    title = "Ambassadors to Bhutan present credentials"
    found = find_actors(Article(title=title, body=body, publisher="kuenselonline.com"))[1]
    assert found == ["BTN", "CHL", "JPN"]


def test_sums_are_no_country_and_short_forms_are() -> None:
    assert "USA" not in countries("India gave US $ 2 million to Sri Lanka.")
    assert countries("PNG and FSM signed a treaty.") == ["FSM", "PNG"]


def test_members_of_a_mission_are_parties_wherever_they_are_listed() -> None:
    told = "Premier Scott Moe of Canada greeted a diplomatic mission. It is here. It is glad. It saw a farm. It ate. "
    members = "Members of the mission represent Chad, Estonia and Kenya. Chad and Estonia want seed, Kenya wants wheat."
    assert countries(f"{told}{members}") == ["CAN", "EST", "KEN", "TCD"]
    assert countries(f"{told}Mines in Chad, Estonia and Kenya are old.") == ["CAN"]


def test_to_whom_others_write_is_a_party() -> None:
    text = "Congratulations reach Cambodia. The Prime Minister of Chad, Ali Nguema, wrote that he was glad."
    assert find_actors(Article(title="", body=text, publisher="akp.gov.kh"))[1] == ["KHM", "TCD"]
    assert find_actors(Article(title="", body=text, publisher="kbc.co.ke"))[1] == ["TCD"]


def test_ambassadors_in_several_states_and_the_absent_make_no_parties() -> None:
    text = "Uzbekistan held a conference. It went well. Its ambassadors in Malaysia, Japan, the UAE and Oman took part."
    assert countries(text) == ["UZB"]
    text = "South Africa held the meeting. Most member states took part; absent were Malawi, Seychelles and Zambia."
    assert countries(text) == ["ZAF"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger signed a pact. Similar ones exist with Mali, Togo and Benin.",
        "Chad and Niger signed a pact. It comes after a flood which hit Mali and Togo.",
        "Chad and Niger signed a pact. It is for people of Mali and Togo.",
        "Chad and Niger signed a pact. It repeats what Mali and Togo did.",
    ],
)
def test_countries_joined_in_an_aside_are_no_parties(text: str) -> None:
    assert countries(text) == ["NER", "TCD"]


def test_for_whom_a_loan_is_is_a_party_and_of_whom_is_debated_not() -> None:
    body = "The World Bank approved a loan on Monday. Tajikistan will use it for roads."
    assert countries(body, "World Bank approves loan for Tajikistan") == ["TJK"]
    body = "The Security Council met on Monday. Slovenia presides this month."
    assert countries(body, "Slovenia chairs as Security Council debates Sudan") == ["SVN"]
    assert countries("It did.", "Kenyan police officers land in Haiti") == ["KEN"]
    body = "The students were in Iran. Indonesia flew them home via Azerbaijan."
    assert countries(body, "Indonesia evacuates students from Iran via Azerbaijan") == ["IDN"]


def test_the_capital_in_which_a_body_sits_makes_no_party() -> None:
    text = "The Secretary-General of the Arab League, Ahmed Badr, met Iraqi Foreign Minister Fuad Hassan in Cairo."
    assert find_actors(Article(title="", body=text, publisher="sis.gov.eg"))[1] == ["IRQ"]


def test_where_the_united_nations_meet_a_pages_own_people_stay_its_own() -> None:
    body = "Foreign Minister Ali Hadi met President Ann Lee of Malta and Premier Bat Dorj of Mongolia."
    for place in ("NEW YORK", "Geneva"):
        article = Article(title="", body=body, publisher="wam.ae", dateline_place=place)
        assert find_actors(article)[1] == ["ARE", "MLT", "MNG"]


def test_a_secretary_of_state_beside_the_pope_is_his() -> None:
    body = "Pope Leo met President Ali Bor of Gabon, who then saw Pietro Rossi, Secretary of State."
    assert countries(body) == ["GAB", "VAT"]


def test_a_surname_behind_an_office_is_no_country_in_a_headline() -> None:
    body = "Mexican and U.S. officials met. Deputy Attorney General Lisa O. Monaco thanked the Mexican guests."
    assert "MCO" not in countries(body, "Deputy Attorney General Monaco meets Mexican security cabinet")


def test_to_whom_a_headline_gives_help_is_a_party() -> None:
    assert countries("It is welcome.", "Norway announces help for Chad's schools") == ["NOR", "TCD"]


def test_those_from_whom_people_come_to_a_gathering_are_parties_wherever_it_is_told() -> None:
    text = "The drill began in Guyana. " + "It is long. " * 9
    text += "Taking part are 90 persons from Antigua and Barbuda, The Bahamas, Bermuda and Mexico."
    assert {"ATG", "BHS", "MEX"} <= set(countries(text, "Naval drill opens in Guyana"))


def test_of_whom_a_body_that_meets_is_made_up_are_parties() -> None:
    text = "The forum met. It agreed on fish. It was long. It groups Chad, Niger, Mali and Togo."
    assert countries(text) == ["MLI", "NER", "TCD", "TGO"]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("", "Chad has handed over a consignment of seeds to Niger.", ["NER", "TCD"]),
        ("", "The Government of Chad has donated ten tractors to Niger.", ["NER", "TCD"]),
        ("", "Niger's Ministry of Health received 10,000 doses from the Government of Chad.", ["NER", "TCD"]),
        ("", "Chad on Monday donated maize to the government and people of Niger.", ["NER", "TCD"]),
        ("", "Chad donated tractors, which men who had been to Niger tested.", ["TCD"]),
        ("", "Chad opened a school. It received reports from Niger.", ["TCD"]),
        ("Chadian envoy calls on Nigerien minister", "Trade was discussed.", ["NER", "TCD"]),
        ("Chadian President arrives in Niamey on state visit", "The guard stood.", ["NER", "TCD"]),
        ("Chadian President arrives in Niamey for summit", "The guard stood.", ["TCD"]),
    ],
)
def test_who_gives_takes_and_is_called_on_is_a_party(title: str, body: str, expected: list[str]) -> None:
    assert countries(body, title) == expected


@pytest.mark.parametrize("first", ["Sri Lanka", "Saudi Arabia", "Sri Lankan"])
@pytest.mark.parametrize(("second", "code"), [("Niger", "NER"), ("South Korea", "KOR"), ("Papua New Guinea", "PNG")])
def test_countries_of_several_words_are_joined_by_a_hyphen(first: str, second: str, code: str) -> None:
    name, known = {"Saudi Arabia": ("Saudi Arabia", "SAU")}.get(first, ("Sri Lanka", "LKA"))
    host = f"{name} was the host."
    assert countries(host, f"{first}-{second} talks begin") == sorted([known, code])
    assert countries(f"The {first}-{second} Joint Commission met on Monday. {host}") == sorted([known, code])
