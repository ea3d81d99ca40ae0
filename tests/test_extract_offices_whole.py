"""Offices of many words: where their phrase begins and ends, and which of several words beside a name is the office."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.offices.phrases import Office, find_offices
from communique.extract.words.reading import read
from communique.model import Actor, Article


def office(text: str) -> Office:
    return find_offices(read(text))[0]


def actors(title: str, body: str, publisher: str | None = None) -> list[Actor]:
    return find_actors(Article(title=title, body=body, publisher=publisher))[0]


def told(title: str, body: str, publisher: str | None = None) -> list[tuple[str | None, str | None, str | None]]:
    return [(actor.name, actor.role, actor.country) for actor in actors(title, body, publisher)]


@pytest.mark.parametrize(
    ("text", "role", "countries"),
    [
        ("Chairman of Chad's Joint Chiefs of Staff Committee", "Chairman of Joint Chiefs of Staff Committee", ("TCD",)),
        ("Chairman Joint Chiefs of Staff Committee met", "Chairman Joint Chiefs of Staff Committee", ()),
        ("gave it to the Ministry of Health, UNICEF Representative Ana Rey said", "Representative", ()),
        ("gave it to the Ministry of Health, Chadian Ambassador Ana Rey said", "Ambassador", ("TCD",)),
        ("gave it to the Ministry of Trade, Doha Institute Director Ana Rey said", "Director", ("QAT",)),
        ("Secretary for Relations with States of the Holy See", "Secretary for Relations with States", ("VAT",)),
        ("Minister in charge of Relations with Parliament met", "Minister in charge of Relations with Parliament", ()),
        ("chairman of the party's Trade Commission met", "chairman of Trade Commission", ()),
        ("Senior Adviser of President of Ghana met", "Senior Adviser of President", ("GHA",)),
        ("THE Speaker of the Senate met", "Speaker of the Senate", ()),
        ("Chad's third ambassador to Togo met", "ambassador to Togo", ("TCD",)),
        ("the fifth President of the Republic met", "President of the Republic", ()),
        ("the Prime Minister, Head of Government, met", "Prime Minister, Head of Government", ()),
        ("Vice President and Minister of Child Care met", "Vice President and Minister of Child Care", ()),
        ("the Director of the State Chancellery met", "Director of the State Chancellery", ()),
        ("Chief of the Cabinet Secretariat of Mongolia", "Chief of the Cabinet Secretariat", ("MNG",)),
        ("Head of the Lviv Regional Administration", "Head of the Lviv Regional Administration", ("UKR",)),
        ("Speaker of the Lofa state legislature met", "Speaker of the Lofa state legislature", ()),
        ("Charge d'Affaires of the Royal Thai Embassy", "Charge d'Affaires of the Embassy", ("THA",)),
        ("the Ruler of Dubai met", "Ruler of Dubai", ("ARE",)),
        ("a member of the Storting's delegation met", "member of the Storting's delegation", ("NOR",)),
        ("Philippine Coast Guard Commandant met", "Coast Guard Commandant", ("PHL",)),
        ("the Border Guard head met", "Border Guard head", ()),
        ("Royal Fiji Police Force (RFPF) Commissioner met", "Police Force (RFPF) Commissioner", ("FJI",)),
        ("Permanent Secretary within the Ministry of Trade", "Permanent Secretary within the Ministry of Trade", ()),
        ("Secretary to Cabinet and Head of Mission met", "Secretary to Cabinet and Head of Mission", ()),
        ("Minister of Women's Affairs and Health met", "Minister of Women's Affairs and Health", ()),
        ("Director for EU Affairs met", "Director for EU Affairs", ()),
        ("Commander of the Royal Navy of Oman Rear Admiral Ali", "Commander of the Royal Navy", ("OMN",)),
        ("Special Envoy of the UN Secretary-General for Chad", "Special Envoy of the Secretary-General for Chad", ()),
        (
            "member of the Political Bureau of the Communist Party of Cuba (PCC) Central Committee, met",
            "member of the Political Bureau of the Communist Party of Cuba (PCC) Central Committee",
            ("CUB",),
        ),
        (
            "head of the Commission for Trade of the Communist Party of Cuba Central Committee",
            "head of the Commission for Trade of the Communist Party of Cuba Central Committee",
            ("CUB",),
        ),
        (
            "member of the Central Committee of the Labour Party, met",
            "member of the Central Committee of the Labour Party",
            (),
        ),
        ("Leader of the Nation, President of Tajikistan, met", "President", ("TJK",)),
        (
            "chairman of the National People's Congress (NPC) Standing Committee met",
            "chairman of the National People's Congress (NPC) Standing Committee",
            ("CHN",),
        ),
        (
            "Minister for the Middle East, North Africa, Chad and Mali Ann Lee met",
            "Minister for the Middle East, North Africa, Chad and Mali",
            (),
        ),
        ("Minister without Portfolio in the Government of Serbia met", "Minister without Portfolio", ("SRB",)),
        ("Minister of Health in the Serbian Government met", "Minister of Health", ("SRB",)),
        ("Trade Adviser to the interim government met", "Trade Adviser to the interim government", ()),
        ("Chief of the Royal Thai Armed Forces met", "Chief of the Royal Armed Forces", ("THA",)),
        ("First Secretary (Political) at the Zambian Embassy", "First Secretary (Political) at the Embassy", ("ZMB",)),
        ("chair of the Danish Parliament's Trade Committee", "chair of the Parliament's Trade Committee", ("DNK",)),
        (
            "Secretary General of the Secretariat of the Sejm",
            "Secretary General of the Secretariat of the Sejm",
            ("POL",),
        ),
        (
            "Head of the West African Desk at the UK Ministry of Defence",
            "Head of the West African Desk at the Ministry of Defence",
            ("GBR",),
        ),
        ("Senior Enlisted Adviser to the Prime Minister met", "Senior Enlisted Adviser to the Prime Minister", ()),
        (
            "Deputy Rector in Charge of Finance and Administration",
            "Deputy Rector in Charge of Finance and Administration",
            (),
        ),
        ("Secretary-General to the President Ana Rey", "Secretary-General to the President", ()),
        ("chairman of the Management Board met", "chairman of the Management Board", ()),
        ("the Special Rapporteur on human rights in Chad told", "Special Rapporteur on human rights in Chad", ()),
        ("Special Rapporteur on Violence against Women Ana Rey", "Special Rapporteur on Violence against Women", ()),
        ("Minister of Trade ad interim, Ana Rey", "Minister of Trade ad interim", ()),
        ("the Vice-President (Sectors and Themes) of Chad met", "Vice-President (Sectors and Themes)", ("TCD",)),
        (
            "Minister for Energy Transition and the Demographic Challenge, Ana",
            "Minister for Energy Transition and the Demographic Challenge",
            (),
        ),
        (
            "Secretary of the Guangdong Provincial Committee of the Communist Party of China met",
            "Secretary of the Provincial Committee of the Communist Party of China",
            ("CHN",),
        ),
        (
            "chairman of the People's Committee of Thanh Khe province met",
            "chairman of the People's Committee of Thanh Khe province",
            (),
        ),
        ("Izmir's mayor met", "Izmir mayor", ("TUR",)),
        ("Minister of Youth, Sport and Citizen Engagement, Ana", "Minister of Youth, Sport and Citizen Engagement", ()),
        ("Minister of Jal Shakti Ana Rey met", "Minister of Jal Shakti", ()),
        ("Minister of Niger Delta Development Ana Rey met", "Minister of Niger Delta Development", ()),
        ("Minister of Cohesion and Fight against Poverty, Ana", "Minister of Cohesion and Fight against Poverty", ()),
        ("Minister of Enterprises and Made in Italy Ana Rey met", "Minister of Enterprises and Made in Italy", ()),
        ("Minister of Power and New and Renewable Energy Ana", "Minister of Power and New and Renewable Energy", ()),
        ("Minister of State Administration Ana Rey met", "Minister of State Administration", ()),
        ("Minister of Grenadines Affairs Ana Rey met", "Minister of Grenadines Affairs", ()),
        ("Minister-in-charge of Trade Relations Ana Rey met", "Minister-in-charge of Trade Relations", ()),
        (
            "Speaker of the House of People's Representatives met",
            "Speaker of the House of People's Representatives",
            (),
        ),
        ("Special Envoy for Afghanistan Ana Rey met", "Special Envoy for Afghanistan", ()),
        ("Consul General in Jeddah Ana Rey met", "Consul General in Jeddah", ()),
        ("Head of the Government Office Ana Rey met", "Head of the Government Office", ()),
        ("Chairman of the Legislative Chamber Ana Rey met", "Chairman of the Legislative Chamber", ()),
        ("Head of the Crown Prince's Court, Ana Rey, met", "Head of the Crown Prince's Court", ()),
        ("the Emir of Riyadh Region, Prince Ali, met", "Emir of Riyadh Region", ("SAU",)),
        (
            "Principal Secretary, State Department for Trade Ana Rey",
            "Principal Secretary, State Department for Trade",
            (),
        ),
        ("Regional Director for Arab States, Ana Rey", "Regional Director for Arab States", ()),
        (
            "Director of the Islamic Organizations Department met",
            "Director of the Islamic Organizations Department",
            (),
        ),
        ("Director of the European Union Department, Ana", "Director of the European Union Department", ()),
        ("Director of the Directorate General of Trade met", "Director of the Directorate General of Trade", ()),
        ("Minister for Resources and Northern Australia Ana", "Minister for Resources and Northern Australia", ()),
        ("Senior Official for Central Asia met", "Senior Official for Central Asia", ()),
        ("Minister of State and Foreign Affairs, Ana Rey", "Minister of State and Foreign Affairs", ()),
        ("Minister of State and Foreign Minister Ana Rey", "Minister of State and Foreign Minister", ()),
        ("Minister of State, of Defence and of Health, Ana", "Minister of State, of Defence and of Health", ()),
        (
            "Representative for Barbados and the Eastern Caribbean, Ana",
            "Representative for Barbados and the Eastern Caribbean",
            (),
        ),
        ("Deputy Secretary (Asia-Pacific) Ana Rey", "Deputy Secretary (Asia-Pacific)", ()),
        ("Director of the Department of School Education, Ana", "Director of the Department of School Education", ()),
        (
            "Procurator-General of the Supreme People's Procuratorate met",
            "Procurator-General of the Supreme People's Procuratorate",
            (),
        ),
        ("Governor of Sao Paulo Ana Rey met", "Governor of Sao Paulo", ()),
        ("Mayor of Agua Negra Carlos Rey met", "Mayor of Agua Negra", ()),
        ("Assistant Minister for State President met", "Assistant Minister for State President", ()),
        ("Chairman of the Friendship Group with Japan Ana Rey", "Chairman of the Friendship Group with Japan", ()),
        ("Chairman of the Audit Chamber Ana Rey", "Chairman of the Audit Chamber", ()),
        ("Governor of Khorasan Razavi Province Ana Rey", "Governor of Khorasan Razavi Province", ("IRN",)),
        ("Lusaka Province Permanent Secretary met", "Lusaka Province Permanent Secretary", ("ZMB",)),
        ("the Cross River State Governor met", "Cross River State Governor", ()),
    ],
)
def test_the_phrase_ends_where_the_office_does(text: str, role: str, countries: tuple[str, ...]) -> None:
    found = office(text)
    assert (found.role, found.countries) == (role, countries)


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        (
            "the General Manager of the King Farid Causeway Authority",
            "General Manager",
            "King Farid Causeway Authority",
        ),
        ("Executive Director of the European Endowment for Arts", "Executive Director", "European Endowment for Arts"),
        ("the Public Authority for Work's Acting Director", "Acting Director", "Public Authority for Work"),
        ("Secretary for Trade of the Hong Kong SAR Government, Ann", "Secretary for Trade", "Hong Kong"),
        ("Chairman of the Central Board of Taxes and Customs", "Chairman", "Central Board of Taxes and Customs"),
        ("Director of the Forum of Slavic Cultures met", "Director", "Forum of Slavic Cultures"),
        ("Commissioner of the Fiji Police Force Ana Rey", "Commissioner", "Fiji Police Force"),
        ("Commissioner of the Royal Samoa Constabulary Ana", "Commissioner", "Royal Samoa Constabulary"),
        ("Director General of the National School of Government", "Director General", "National School of Government"),
        ("UNICEF Chad Representative Ana Rey", "Representative", "United Nations Children's Fund"),
        ("IOM Togo Chief of Mission Ana Rey", "Chief of Mission", "International Organization for Migration"),
        ("Head of the OSCE Mission to Moldova Ana Rey", "Head of the Mission to Moldova", "Organization for Security"),
        (
            "Director of the UNHCR Regional Bureau for West Africa Ana",
            "Director",
            "United Nations High Commissioner for Refugees",
        ),
        ("Director for Africa at the World Bank, Ana", "Director for Africa", "World Bank"),
        (
            "Chairman of the State Committee for Work with Diaspora Ana",
            "Chairman",
            "State Committee for Work with Diaspora",
        ),
        (
            "President of the National Institute of Sports, Education and Recreation, Ana",
            "President",
            "National Institute of Sports, Education and Recreation",
        ),
        ("Director of the Institute of Health, Education officials and", "Director", "Institute of Health"),
        ("the UN High Commissioner for Refugees, Ana Rey", "High Commissioner for Refugees", None),
        ("Head of the Trade Section of the European Union, Ana", "Head of the Trade Section", "European Union"),
        (
            "head of the Relief Division at the World Food Programme",
            "head of the Relief Division",
            "World Food Programme",
        ),
        ("Director of the Office for Mali of the World Bank", "Director of the Office for Mali", "World Bank"),
        (
            "Head of the Loans Department of the Ports Bank of Chad",
            "Head of the Loans Department",
            "Ports Bank of Chad",
        ),
        (
            "Chief of the Country Office of UNDP met",
            "Chief of the Country Office",
            "United Nations Development Programme",
        ),
        ("Head of the GCC and Far Regions Department met", "Head of the GCC and Far Regions Department", None),
        ("Undersecretary at the Amiri Diwan Omar Al-Hasan", "Undersecretary at the Amiri Diwan", None),
        ("Adviser at the Crown Prince's Diwan Omar Al-Hasan", "Adviser at the Crown Prince's Diwan", None),
        ("Chief of the Royal Hashemite Court Omar Hasan", "Chief of the Royal Hashemite Court", None),
        ("head of Amiri protocols Omar Al-Hasan met", "head of Amiri protocols", None),
        ("Ana Rey, Principal of Community College Spektri, met", "Principal", "Community College Spektri"),
        ("Director of Company Supervision Ana Rey met", "Director of Company Supervision", None),
        ("Managing Director Pakistan State Oil Ali Khan met", "Managing Director", "Pakistan State Oil"),
        (
            "Executive Director Overseas Employment Corporation Ali Khan",
            "Executive Director",
            "Overseas Employment Corporation",
        ),
        ("Chairman Ali Khan of the Development Bank met", "Chairman", None),
        ("Minister of Foreign Affairs Sultan bin Ali met", "Minister of Foreign Affairs", None),
        ("Minister in charge of Special Missions Ana Rey met", "Minister in charge of Special Missions", None),
        (
            "Chairman of the Minsk Oblast Executive Committee Ana Rey",
            "Chairman of the Minsk Oblast Executive Committee",
            None,
        ),
        ("Parliamentary Secretary for European Funds Ana Rey", "Parliamentary Secretary for European Funds", None),
        ("Federal Minister for Energy (Power Division) Ali Khan", "Federal Minister for Energy (Power Division)", None),
        (
            "the Minister of Trade, with responsibility for Ports, Ana",
            "Minister of Trade, with responsibility for Ports",
            None,
        ),
        ("UK Government Chief Scientific Adviser Ana Rey", "Government Chief Scientific Adviser", None),
        ("Shura Council Chairman Ali Omar met", "Shura Council Chairman", None),
        ("Chamber of Deputies Speaker Ana Rey met", "Chamber of Deputies Speaker", None),
        (
            "Ana Rey, chairman of the Senate's foreign affairs committee",
            "chairman of the Senate's foreign affairs committee",
            None,
        ),
        ("High Commissioner to Maldives Vice Admiral Ali Khan", "High Commissioner to Maldives", None),
        (
            "the UNDP Samoa Office Resident Representative Ana",
            "Resident Representative",
            "United Nations Development Programme",
        ),
        ("Chairman Karachi Port Trust (KPT) Ali Khan", "Chairman", "Karachi Port Trust"),
        (
            "Chairman of the Committee for Trade of the Ministry of Ports Ana",
            "Chairman of the Committee for Trade of the Ministry of Ports",
            None,
        ),
        (
            "Minister of Trade and Special Envoy of His Majesty the Sultan, Ana",
            "Minister of Trade and Special Envoy of His Majesty the Sultan",
            None,
        ),
        (
            "Minister of Trade and Special Envoy of His Excellency President Ana Rey",
            "Minister of Trade and Special Envoy of President Ana Rey",
            None,
        ),
        ("the EU Ambassador, Head of Delegation, Mr. Omar", "Ambassador, Head of Delegation", "European Union"),
        (
            "Special Envoy for the Horn of Africa and the Red Sea Ana",
            "Special Envoy for the Horn of Africa and the Red Sea",
            None,
        ),
        (
            "Special Representative for West Africa and the Sahel Ana",
            "Special Representative for West Africa and the Sahel",
            None,
        ),
        ("Foreign Minister at the Government of National Unity Ana Rey", "Foreign Minister", None),
        ("The Chairman, House Committee on Trade, Hon. Ana", "Chairman, House Committee on Trade", None),
        ("Deputy Minister 1 of Trade, Ana Rey, met", "Deputy Minister 1 of Trade", None),
        ("Head of State Protocol Ana Rey met", "Head of State Protocol", None),
        ("Minister of the Royal Hashemite Court Omar Hasan", "Minister of the Royal Hashemite Court", None),
        ("Director for Universal Health Coverage Ana Rey", "Director for Universal Health Coverage", None),
        ("the representative of the JICA office in Chad, Jun Abe", "representative in Chad", None),
    ],
)
def test_a_body_with_a_long_name_is_told_from_the_office(text: str, role: str, organization: str | None) -> None:
    found = office(text)
    assert found.role == role
    assert (found.organization or "").startswith(organization or "")


@pytest.mark.parametrize(
    ("said", "name", "role"),
    [
        ("Adviser to President Idriss Bah of Chad, Ali Saleh,", "Ali Saleh", "Adviser to President Idriss Bah"),
        ("its Secretary General, H.E. Ambassador Ali Saleh,", "Ali Saleh", "Secretary General"),
        ("the Director of Trade, Engineer Ali Saleh,", "Ali Saleh", "Director of Trade"),
        ("Ali Saleh, Bah's adviser for security affairs,", "Ali Saleh", "adviser for security affairs"),
        ("Ali Saleh, whom UNICEF has chosen as its representative,", "Ali Saleh", "representative"),
        ("Associate Prof. Ali Saleh, Minister of Trade,", "Ali Saleh", "Minister of Trade"),
        ("the Clerk, Ali Saleh,", "Ali Saleh", "Clerk"),
        ("Ali Saleh, to whom the portfolio of Fisheries belongs,", "Ali Saleh", "Minister of Fisheries"),
        (
            "the Ambassador of Togo accredited to Chad with seat in Abuja, Ali Saleh,",
            "Ali Saleh",
            "Ambassador accredited to Chad",
        ),
        ("Ali Saleh, since March Minister of Trade,", "Ali Saleh", "Minister of Trade"),
        ("Mr. Ali Saleh, Hon'ble Minister of Trade of Togo", "Ali Saleh", "Minister of Trade"),
        ("the Minister of Trade of Togo, who is Ali Saleh,", "Ali Saleh", "Minister of Trade"),
        ("Ali Saleh of Togo, the Minister of Trade,", "Ali Saleh", "Minister of Trade"),
        ("Ali Saleh, in his capacity of Minister of Trade of Togo,", "Ali Saleh", "Minister of Trade"),
        ("Ali Saleh, whom Togo has made its Minister of Trade,", "Ali Saleh", "Minister of Trade"),
        ("Archbishop Ali Saleh, Undersecretary for Health,", "Ali Saleh", "Undersecretary for Health"),
        ("Ali Saleh (Progress Party), who is Minister of Trade,", "Ali Saleh", "Minister of Trade"),
        ("the Governor-General, The Most Honourable Sir Ali Saleh,", "Ali Saleh", "Governor-General"),
    ],
)
def test_a_title_beside_the_name_does_not_hide_the_office(said: str, name: str, role: str) -> None:
    found = told("Visit", f"On Monday {said} met the Foreign Minister of Mali, Awa Keita.")
    assert (name, role) in [(who, what) for who, what, _ in found]


def test_envoys_of_states_told_at_length_and_of_bodies_have_each_their_own() -> None:
    body = (
        "President Joe Moyo of Zambia received new ambassadors. They were the Ambassadors Extraordinary and "
        "Plenipotentiary of the Confederation of Switzerland Urs Frei, of the Republic of Romania Ana Pop and of the "
        "European Union Ville Salo."
    )
    role = "Ambassador Extraordinary and Plenipotentiary"
    assert told("Envoys", body)[1:] == [("Urs Frei", role, "CHE"), ("Ana Pop", role, "ROU"), ("Ville Salo", role, None)]


def test_credentials_tell_as_what_somebody_is_sent() -> None:
    body = "Elin Roald submitted her credentials as Norwegian ambassador to Chad to President Ali Bah on Tuesday."
    assert told("Envoys", body)[0] == ("Elin Roald", "ambassador to Chad", "NOR")


def test_the_top_legislator_may_be_the_chairman_of_the_house() -> None:
    body = (
        "China's top legislator Wu Lei met Prime Minister Ann Rowe of Barbados. Wu, who is chairman of the National "
        "People's Congress, praised Barbados."
    )
    assert told("Talks", body)[0] == ("Wu Lei", "chairman of the National People's Congress", "CHN")


def test_two_share_an_office_that_they_hold_respectively() -> None:
    body = (
        "President Ali Bah of Chad received Sven Meier and Carla Rossi, respectively ambassadors of Germany and Italy."
    )
    assert told("Envoys", body)[1:] == [("Sven Meier", "ambassador", "DEU"), ("Carla Rossi", "ambassador", "ITA")]


@pytest.mark.parametrize("told_of", ["He is the head of the International Labour Organization", "She heads the IMF"])
def test_who_is_named_last_is_meant_by_a_pronoun(told_of: str) -> None:
    body = f"Prime Minister Ann Rowe of Barbados met at the United Nations with Kim Hansen. {told_of}."
    name, role, country = told("Talks", body)[1]
    assert (name, role, country) == ("Kim Hansen", "head", None)


def test_a_minister_has_the_charge_that_is_told_of_him() -> None:
    body = "Minister Ana Rey, who is in charge of transport in the Cuban government, met Minister Ali Bah of Chad."
    assert told("Talks", body)[0] == ("Ana Rey", "minister of transport", "CUB")


def test_somebody_without_a_name_is_met_though_day_and_place_stand_between() -> None:
    body = "President Ali Bah of Chad received on Monday, at his office in the capital, the Turkish ambassador to Chad."
    assert told("Audience", body)[1] == (None, "ambassador to Chad", "TUR")


def test_who_welcomes_somebody_of_the_same_office_is_another() -> None:
    body = (
        "The Cuban Minister of Health came to Algiers on Sunday, where he was welcomed by Health Minister Ali Benali."
    )
    assert ("Ali Benali", "Health Minister", "DZA") in told("Cuban minister in Algiers", body)


@pytest.mark.parametrize(("said", "role"), [("NSA", "NSA"), ("CM", "CM")])
def test_abbreviations_of_offices_stand_before_names(said: str, role: str) -> None:
    assert told("Talks", f"{said} Ajit Rao of India met Foreign Minister Ana Rey of Cuba.")[0][:2] == ("Ajit Rao", role)


def test_ministers_have_each_the_field_behind_the_name() -> None:
    body = "Togo was in the chair with two of its ministers: Ana Rey of Trade and Ali Bah of Health and Sport."
    assert told("Session", body) == [
        ("Ana Rey", "minister of Trade", "TGO"),
        ("Ali Bah", "minister of Health and Sport", "TGO"),
    ]


def test_a_list_of_officials_without_names_is_met_as_a_whole() -> None:
    body = (
        "Saudi Minister of Industry Ali Saleh was in Spain on Monday. Those with whom he had discussions were the "
        "Minister of Economy, Trade and Enterprise; the Secretary of State for Energy; and the Director of the "
        "Geological Institute."
    )
    roles = ["Minister of Economy, Trade and Enterprise", "Secretary of State for Energy", "Director"]
    assert [role for name, role, _ in told("Visit to Spain", body) if name is None] == roles


def test_the_deputy_chairman_of_a_cabinet_is_no_other_deputy() -> None:
    body = (
        "A delegation from Chad headed by Deputy Prime Minister Ali Bah came to Togo. The Togolese part was presided "
        "over by the Deputy Chairman of the Cabinet of Ministers."
    )
    assert (None, "Deputy Chairman of the Cabinet of Ministers") in [who[:2] for who in told("Session", body)]


def test_a_title_told_first_does_not_part_somebody_from_the_office_told_later() -> None:
    body = "Chancellor Ali Najma of Bahrain met Ana Rey of Cuba. Najma is Secretary-General of the Council of Youth."
    assert told("Talks", body)[0] == ("Ali Najma", "Secretary-General of the Council of Youth", "BHR")


def test_an_official_without_a_name_is_not_called_after_a_thing_in_brackets() -> None:
    body = "The Minister of Trade of Chad met the Minister of Trade of Togo. They spoke of the (Lapis Lazuli) route."
    assert "Lapis Lazuli" not in [name for name, _, _ in told("Talks", body)]


def test_the_post_is_held_by_somebody() -> None:
    body = (
        "The post of Deputy Minister of Trade of Chad is held by Ali Bah, who had talks with Minister Ana Rey of Cuba."
    )
    assert told("Talks", body)[0] == ("Ali Bah", "Deputy Minister of Trade", "TCD")


def test_governors_have_each_a_place() -> None:
    body = "The governors of Nong Bua, Som Sam, and of Vientiane province, Kham Sith, met on the bridge on Sunday."
    roles = {name: role for name, role, _ in told("Thai and Lao governors meet", body)}
    assert roles == {"Som Sam": "governor of Nong Bua", "Kham Sith": "governor of Vientiane province"}


def test_whose_wife_somebody_is_is_not_there() -> None:
    body = "First Lady Ana Rey of Cuba and the wife of the Turkish ambassador were at the school on Monday."
    assert [role for _, role, _ in told("School opens", body)] == ["First Lady"]


def test_a_sentence_may_end_at_any_word_of_an_office() -> None:
    text = (
        "As Chief Secretary to the Cabinet and Minister in the Government of Chad for Relations with States, "
        "Secretary to the Council and chairman of the party's Committee of Niger Delta, Ana Rey, met"
    )
    said = text.split()
    for k in range(1, len(said)):
        find_actors(Article(title="Talks", body=" ".join(said[:k])))
        find_actors(Article(title="Talks", body=" ".join(said[k:])))


def test_the_premier_without_a_country_is_that_of_the_page() -> None:
    body = (
        "Irakli Koba, the Prime Minister of Georgia, has left for Uzbekistan, to which he pays an official visit. "
        "Meetings of the PM with Uzbekistani PM Abdulla Arip are on the program. "
        "The delegation which the PM leads is composed of Foreign Minister Maka Bot and Sports Minister Shalva Gog."
    )
    found = told("Georgian PM leaves for Uzbekistan", body, "1tv.ge")
    assert ("Maka Bot", "Foreign Minister", "GEO") in found


def test_an_office_that_says_something_is_nobody() -> None:
    body = "The Deputy Prime Minister for Economic Affairs' office said that Ali Bah met Minister Ana Rey of Cuba."
    assert "Deputy Prime Minister for Economic Affairs" not in [role for _, role, _ in told("Talks", body)]


def test_the_body_may_stand_behind_the_name_and_a_comma() -> None:
    body = "The text was signed by Commissioner of Customs Ali Bah, of the World Bank, and by Minister Ana Rey of Cuba."
    assert [actor.organization for actor in actors("Signing", body)] == ["World Bank", None]


@pytest.mark.parametrize("link", [",", ", who are"])
def test_two_names_share_out_the_two_offices_behind_them(link: str) -> None:
    body = f"Ana Rey and Ali Bah{link} Minister of Trade of Cuba and Ambassador of Chad to Cuba, met on Monday."
    assert told("Talks", body) == [("Ana Rey", "Minister of Trade", "CUB"), ("Ali Bah", "Ambassador to Cuba", "TCD")]


def test_a_republic_is_no_field_of_its_minister() -> None:
    body = "On Monday H.E. Ana Rey, Minister of Health of the Republic of Peru, met the Minister of Health of Chad."
    assert told("Talks", body)[0] == ("Ana Rey", "Minister of Health", "PER")


def test_the_office_may_stand_in_brackets_behind_the_country() -> None:
    body = "Present were Ana Rey of Cuba (Minister of Trade), Ali Bah of Chad (Minister of Health) and experts."
    assert told("Talks", body) == [("Ana Rey", "Minister of Trade", "CUB"), ("Ali Bah", "Minister of Health", "TCD")]


def test_what_is_said_of_the_holder_parts_no_office_from_a_name() -> None:
    body = "Foreign Minister Ana Rey of Cuba was the guest of Ali Bah, the long-serving Prime Minister of Chad."
    assert told("Talks", body)[1] == ("Ali Bah", "Prime Minister", "TCD")


def test_the_minister_is_whom_the_sentence_names() -> None:
    body = "The Minister of Trade of Togo is Ali Saleh. On Monday he met the Prime Minister of Chad, Ana Bah."
    assert told("Talks", body)[0] == ("Ali Saleh", "Minister of Trade", "TGO")


def test_at_whose_side_somebody_was_is_another() -> None:
    body = (
        "Prime Minister Ana Bah of Chad met Ali Saleh, Deputy Foreign Minister of Togo. "
        "At the side of the Deputy Foreign Minister was Kofi Oba, Deputy Minister of Defence."
    )
    assert [name for name, role, _ in told("Talks", body) if "Foreign" in (role or "")] == ["Ali Saleh"]


def test_a_mayor_in_a_list_is_no_part_of_his_town() -> None:
    body = "President Ali Bah of Chad was joined by Mayor of Osh Ana Rey, Minister of Trade Omar Saleh and others."
    assert ("Ana Rey", "Mayor of Osh") in [(name, role) for name, role, _ in told("Talks", body)]


def test_the_wife_of_the_head_of_state_has_not_his_office() -> None:
    body = "The Head of State's wife, Angeline Bah, met Rwanda's Minister of Gender, Ana Uwera, in Bujumbura on Monday."
    assert ("Angeline Bah", None) in [(name, role) for name, role, _ in told("Burundian guest", body)]


def test_her_equivalent_is_her_counterpart() -> None:
    body = "The Minister of Trade of Panama, Ana Rey, met her Costa Rican equivalent, Luz Mora."
    assert ("Luz Mora", "Minister of Trade", "CRI") in told("Talks", body)


def test_the_headline_tells_the_office_that_the_body_does_not() -> None:
    body = "Gabor Barta met his Serbian counterpart Milan Petkov in Belgrade."
    found = told("Hungarian Foreign Minister Barta meets Serbian minister", body)
    assert found == [("Gabor Barta", "Foreign Minister", "HUN"), ("Milan Petkov", "Foreign Minister", "SRB")]


@pytest.mark.parametrize(
    "body",
    [
        "Penny Barta of Australia met Gabor Barta of Hungary.",
        "Gabor Barta, the Minister of Trade of Hungary, met Penny Wood of Australia.",
    ],
)
def test_the_headline_tells_no_office_of_two_or_of_who_has_one(body: str) -> None:
    assert "DPM" not in [role for _, role, _ in told("DPM Barta meets Australian", body)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "the Chairman of the Tajik State Committee for Tourism, Ann Lee",
            "Chairman of the State Committee for Tourism",
        ),
        ("the Head of the Kazakh State Revenue Committee Mia Koch", "Head of the State Revenue Committee"),
        (
            "the Chairman of the Azerbaijani State Customs Committee, General Al Ro",
            "Chairman of the State Customs Committee",
        ),
    ],
)
def test_a_state_committee_behind_a_nationality_is_read_whole(text: str, role: str) -> None:
    assert [office.role for office in find_offices(read(f"They met {text}."))][:1] == [role]


@pytest.mark.parametrize(
    ("text", "role", "countries"),
    [
        (
            "the First Secretary at the Embassy of Mali in Dakar, Bo Ek",
            "First Secretary at the Embassy in Dakar",
            ("MLI",),
        ),
        ("the head of the Thai diplomatic mission in Chad, Bo Ek", "head of the diplomatic mission in Chad", ("THA",)),
        ("Bo Ek, head of the Thai delegation and Minister of Trade", "Minister of Trade", ("THA",)),
        ("Lebanese Army Commander General Bo Ek", "Army Commander", ("LBN",)),
        ("Bo Ek, Ambassador to Kenya and Ugandan Minister Al Roe", "Ambassador to Kenya", ()),
        ("Minister of Trade Wei-Ling Ek", "Minister of Trade", ()),
        (
            "the Head of the Asia Desk of the Lao Foreign Ministry, Bo Ek",
            "Head of the Asia Desk of the Foreign Ministry",
            ("LAO",),
        ),
    ],
)
def test_the_office_ends_where_the_mission_the_rank_or_the_name_tells(
    text: str, role: str, countries: tuple[str, ...]
) -> None:
    told = office(f"They met {text}, there.")
    assert (told.role, told.countries) == (role, countries)


@pytest.mark.parametrize(
    ("office", "role", "country"),
    [
        ("director of the South Korean wildlife service", "director of the wildlife service", "KOR"),
        ("chairman of Kenya's state committee for tourism", "chairman of state committee for tourism", "KEN"),
        ("deputy head of the copper commission of Chile", "deputy head of the copper commission", "CHL"),
        ("head of the state statistics committee", "head of the state statistics committee", None),
        ("head of Kenyan customs", "head of customs", "KEN"),
        ("commander of the Polish border guard", "commander of the border guard", "POL"),
        ("head of the country's nuclear regulator", "head of nuclear regulator", None),
        ("head of the Kenyan delegation", "head of the delegation", "KEN"),
    ],
)
def test_a_body_in_small_letters_is_part_of_the_office(office: str, role: str, country: str | None) -> None:
    for text in (f"Ana Rey, {office}, met Minister Ion Paz.", f"Minister Ion Paz met the {office}, Ana Rey."):
        assert ("Ana Rey", role, country) in told("", text)


@pytest.mark.parametrize(
    "tail", [" and Ambassador Sara Lo met.", ", who came by sea, met Ambassador Sara Lo.", " met Sara Lo."]
)
@pytest.mark.parametrize(
    "front",
    [
        "In Halmstad", "At Mae Sot", "Near Halmstad", "Via Agua Negra", "From Halmstad", "Ahead of a visit to Halmstad",
        "At a fair in Halmstad", "On the sidelines of the Halmstad Forum", "From the town of Mae Sot",
        "Arriving from Oudtshoorn",
    ],
)  # fmt: skip
def test_a_place_in_front_of_an_office_is_not_its_holder(front: str, tail: str) -> None:
    body = f"{front}, Fijian Minister of Labour Ragnheid Einarsson{tail}"
    first = find_actors(Article(title="", body=body))[0][0]
    assert (first.name, first.role) == ("Ragnheid Einarsson", "Minister of Labour")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Ada Hicks, the newly arrived US Consul General in Erbil, met the governor.",
            ("Ada Hicks", "Consul General in Erbil", "USA"),
        ),
        (
            "Petra Menander, ambassador of the Federal Republic of Ethiopia, met the minister.",
            ("Petra Menander", "ambassador", "ETH"),
        ),
        (
            "Lina Haddad, Deputy Prime Minister - Minister of Trade of Kazakhstan, met the ambassador of Peru.",
            ("Lina Haddad", "Deputy Prime Minister - Minister of Trade", "KAZ"),
        ),
        (
            "The plan was told by the head of the press service Kuanysh Omarov of Kazakhstan to Peru's ambassador.",
            ("Kuanysh Omarov", "head of the press service", "KAZ"),
        ),
    ],
)
def test_an_office_is_read_past_what_is_new_federal_or_doubled(
    body: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert expected in told("Talks held", body)


def test_a_board_that_letters_explain_is_a_body_by_its_whole_name() -> None:
    body = "Osman Gafar, Secretary-General of the National Medicines and Poisons Board (NMPB), met Qatar's ambassador."
    found = actors("Talks held", body)[0]
    assert (found.role, found.organization) == ("Secretary-General", "National Medicines and Poisons Board")


def test_letters_stand_for_the_nearest_name_that_they_begin() -> None:
    body = (
        "Paul Cell, President of the IACP, met the minister of Chad. The Ministry of Interior and the International "
        "Association of Chiefs of Police (IACP) signed."
    )
    assert actors("Talks held", body)[0].organization == "International Association of Chiefs of Police"


def test_the_president_of_a_senate_is_called_president_later() -> None:
    body = (
        "Senate President Silvio Ovelar Benítez of Paraguay met Minister Wu Jia of Taiwan. To President Ovelar, the "
        "minister expressed thanks."
    )
    assert [name for name, _, _ in told("Talks held", body)] == ["Silvio Ovelar Benítez", "Wu Jia"]


def test_members_of_one_list_are_of_one_country() -> None:
    body = (
        "A delegation of the British House of Commons met the speaker of Kuwait, Marzouq Al-Ghanim. MPs David Morris, "
        "Royston Smith and Yasmin Qureshi were in the group."
    )
    found = told("Officials meet", body)
    assert [country for _, role, country in found if role == "MP"] == ["GBR"] * 3


def test_a_base_that_is_called_after_a_king_is_nobody() -> None:
    body = "King Abdul Aziz Naval Base saw the ceremony, with Vice Admiral Abdul Aleem of Pakistan as chief guest."
    assert [name for name, _, _ in told("Naval drills end", body)] == ["Abdul Aleem"]
