"""Offices: what belongs to the role, and what is cut off as country, body or posting."""

import pytest

from communique.extract.offices.phrases import Office, find_offices
from communique.extract.words.reading import read
from communique.registry import rows


def office(text: str) -> Office:
    return find_offices(read(text))[0]


@pytest.mark.parametrize(
    ("text", "role", "countries"),
    [
        ("the Kenyan Minister of Health met", "Minister of Health", ("KEN",)),
        ("Kenya's Health and Sanitation Minister met", "Health and Sanitation Minister", ("KEN",)),
        ("the Vice President and Minister of Trade of Malta met", "Vice President and Minister of Trade", ("MLT",)),
        ("the Minister of Housing, Lands and Water of Fiji met", "Minister of Housing, Lands and Water", ("FJI",)),
        ("the Minister of State, Minister of Justice, met", "Minister of State, Minister of Justice", ()),
        ("Ambassador of Chile to Peru met", "Ambassador to Peru", ("CHL",)),
        ("the Chilean Ambassador to Peru met", "Ambassador to Peru", ("CHL",)),
        ("Permanent Representative of Ghana to the UN met", "Permanent Representative to the UN", ("GHA",)),
        ("acting foreign minister of Peru met", "acting foreign minister", ("PER",)),
        ("the Minister of Trade and Tunisian Expatriates met", "Minister of Trade and Tunisian Expatriates", ("TUN",)),
        ("the spokesman for the Danish Health Ministry said", "spokesman for the Health Ministry", ("DNK",)),
        ("the head of the Georgian government met", "head of the government", ("GEO",)),
        ("Speaker of the House of Assembly of Barbados met", "Speaker of the House of Assembly", ("BRB",)),
        ("Chief of the General Staff met", "Chief of the General Staff", ()),
        ("director of the National Defence Council met", "director of the National Defence Council", ()),
        ("the chairman of its Energy Committee met", "chairman of Energy Committee", ()),
        ("Head of the provincial Party Committee, Tran Van", "Head of the provincial Party Committee", ()),
        ("Director Economic Affairs (Multilateral) Anu Jan", "Director Economic Affairs (Multilateral)", ()),
        ("the Lok Sabha Speaker Asha Rao met", "Lok Sabha Speaker", ("IND",)),
        ("the Mayor of the Lipova Commune in Montenegro, Ana Rey", "Mayor of the Lipova Commune", ("MNE",)),
        ("the Crown Prince's adviser Omar Saleh met", "Crown Prince's adviser", ()),
        ("Adviser in the President's Office, Ama Osei", "Adviser in the President's Office", ()),
        ("Head of the Hunan Provincial Department of Trade", "Head of the Provincial Department of Trade", ("CHN",)),
        ("the Permanent Secretary of Lusaka Province met", "Permanent Secretary of Lusaka Province", ("ZMB",)),
        ("Minister of Trade and Rural development of Chad met", "Minister of Trade and Rural development", ("TCD",)),
        ("National Assembly Chairman Le Van Tu met", "National Assembly Chairman", ()),
        ("Director, Ministry of Trade and Tourism, Dr Ama Osei", "Director, Ministry of Trade and Tourism", ()),
        ("the Cuban First Deputy Foreign Minister met", "First Deputy Foreign Minister", ("CUB",)),
        ("the Kenyan foreign ministry spokesman said", "foreign ministry spokesman", ("KEN",)),
        ("Thai Trade Ministry Deputy Permanent Secretary met", "Trade Ministry Deputy Permanent Secretary", ("THA",)),
        ("the Chilean Embassy's Political Counsellor Ana Rey", "Political Counsellor", ("CHL",)),
        ("the Undersecretary for Asia and the Pacific of Peru", "Undersecretary for Asia and the Pacific", ("PER",)),
        ("Head of the Presidential Administration of Kenya", "Head of the Presidential Administration", ("KEN",)),
        ("Vice Minister for ASEAN Affairs of Fiji met", "Vice Minister for ASEAN Affairs", ("FJI",)),
        ("Undersecretary for Trade and Promotion of Peru", "Undersecretary for Trade and Promotion", ("PER",)),
        ("Cuban foreign affairs committee chair Ana Rey met", "foreign affairs committee chair", ("CUB",)),
        ("the Privy Council president Ana Rey met", "Privy Council president", ()),
        ("Kenya's fisheries PS Ana Rey met", "fisheries PS", ("KEN",)),
        ("the minister responsible for public works of Fiji met", "minister responsible for public works", ("FJI",)),
        ("the Minister with responsibility for Tourism met", "Minister with responsibility for Tourism", ()),
        ("deputy minister of high-tech industry, Ana Rey", "deputy minister of high-tech industry", ()),
        ("Minister of Water and the Environment Ana Rey", "Minister of Water and the Environment", ()),
        ("Minister of State in the Ministry of Health Ana Rey", "Minister of State in the Ministry of Health", ()),
        ("the Clerk to Parliament, Mr Ali Wario, met", "Clerk to Parliament", ()),
        ("the Second Quaestor of the Assembly, Ana Rey, met", "Second Quaestor of the Assembly", ()),
        (
            "the Joint Secretary, South Asia and the Pacific Division, Ministry of Trade of Kenya, Ali Wario",
            "Joint Secretary, South Asia and the Pacific Division, Ministry of Trade",
            ("KEN",),
        ),
        (
            "the Minister Delegate to the Minister of Trade in charge of Cooperation with the Arab World, Ali Wario",
            "Minister Delegate to the Minister of Trade in charge of Cooperation with the Arab World",
            (),
        ),
        (
            "the Minister Delegate in charge of Cooperation with the Arab World, Ali Wario",
            "Minister Delegate in charge of Cooperation with the Arab World",
            (),
        ),
        ("the speaker of Kenya's Federal parliament Ali Wario", "speaker of Federal parliament", ("KEN",)),
        ("the Assistant to the President of Kenya met", "Assistant to the President", ("KEN",)),
        ("the First Secretary, Embassy of Chile, Rosa Diaz", "First Secretary, Embassy of Chile", ("CHL",)),
    ],
)  # fmt: skip
def test_the_role_keeps_the_office_and_gives_up_the_country(text: str, role: str, countries: tuple[str, ...]) -> None:
    found = office(text)
    assert (found.role, found.countries) == (role, countries)


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Executive Director of the World Food Programme said", "Executive Director", "World Food Programme"),
        ("the WFP Executive Director said", "Executive Director", "World Food Programme"),
        ("Director General of Lagos Ports Authority said", "Director General", "Lagos Ports Authority"),
        ("the president of the Oslo Chamber of Commerce said", "president", "Oslo Chamber of Commerce"),
        ("African Development Bank (AfDB) Adviser said", "Adviser", "African Development Bank"),
        ("rector of the University of Porto said", "rector", "University of Porto"),
        ("chairwoman of the National Council for Seafarers said", "chairwoman", "National Council for Seafarers"),
        ("chief executive of the Ghana Cocoa Board said", "chief executive", "Ghana Cocoa Board"),
        ("director of the Authority for Roads and Bridges said", "director", "Authority for Roads and Bridges"),
        ("the head of the State Tourism Committee said", "head", "State Tourism Committee"),
        ("Coastal Rescue Service chief Lina Rivera said", "chief", "Coastal Rescue Service"),
        ("NIPA director Lina Rivera said", "director", "NIPA"),
        ("the head of Peru's National Dams Administration said", "head", "National Dams Administration"),
    ],
)
def test_a_body_goes_to_the_organisation(text: str, role: str, body: str) -> None:
    found = office(text)
    assert found.role == role
    assert found.organization is not None
    assert body in found.organization


def test_the_holder_behind_a_portfolio_is_no_part_of_it() -> None:
    assert office("Minister of Education Hassan Omar met").role == "Minister of Education"
    assert office("Chairwoman of Blue River Dairy Company Thu Ha met").organization == "Blue River Dairy Company"


def test_a_holder_in_front_lets_the_office_take_all_capitals() -> None:
    text = "Tom Ali, chairman of the Coordinating Council for Border Crossings, met"
    assert office(text).role == "chairman of the Coordinating Council for Border Crossings"


def test_plural_offices_give_one_office_and_several_countries() -> None:
    found = office("the foreign ministers of Chad, Niger and Mali met")
    assert (found.role, found.countries, found.head.plural) == ("foreign minister", ("TCD", "NER", "MLI"), True)


def test_names_of_gatherings_and_offices_are_no_officeholders() -> None:
    assert find_offices(read("the Council of the Prime Minister's Office met")) == []
    assert find_offices(read("on an official visit")) == []


def test_former_holders_are_marked() -> None:
    assert office("former Prime Minister Ali met").former
    assert office("ex-president Ali met").former


def test_every_office_has_a_level_and_every_portfolio_word_a_field() -> None:
    assert all(row["class"] and row["level"] and row["body"] in {"state", "body", "either"} for row in rows("offices"))
    assert all(row["portfolio"] for row in rows("portfolios"))
    assert len({row["term"] for row in rows("offices")}) == len(rows("offices"))


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        (
            "They met Joint Secretary (Latin America & Caribbean) Ravi Rao.",
            "Joint Secretary (Latin America & Caribbean)",
            None,
        ),
        (
            "the Executive Secretary, Ports Promotion Commission (PPC), Ms Ama Osei, spoke",
            "Executive Secretary",
            "Ports Promotion Commission",
        ),
        ("Director General Ministry of Trade, Ali Wario, spoke", "Director General Ministry of Trade", None),
        ("Department of Public Works (DPW) Secretary Ali Wario", "Department of Public Works (DPW) Secretary", None),
        (
            "They met UNDP Deputy Regional Director Ali Wario.",
            "Deputy Regional Director",
            "United Nations Development Programme",
        ),
        (
            "Director of the UNDP Bureau for Asia and the Pacific, Ali Wario",
            "Director",
            "United Nations Development Programme",
        ),
        (
            "They met the UN High Commissioner for Refugees Ali Wario.",
            "High Commissioner for Refugees",
            "United Nations",
        ),
        (
            "Chairman of the Chadian Malian Dialogue Committee Ali Wario",
            "Chairman",
            "Chadian Malian Dialogue Committee",
        ),
        ("Chairman NDMA Lieutenant General Ali Wario", "Chairman", "NDMA"),
        ("Director of the Minister's Office Ali Wario", "Director of the Minister's Office", None),
        ("Minister in the Prime Minister's Office Ali Wario", "Minister in the Prime Minister's Office", None),
        ("Federal Minister for education, Ali Wario", "Federal Minister for education", None),
        ("SBP governor Ali Wario spoke.", "governor", "State Bank of Pakistan"),
        ("Ama Osei, Director, Bardo District Hospital, spoke", "Director", "Bardo District Hospital"),
        ("They met the Minister of Housing El Sayed Fathi.", "Minister of Housing", None),
        ("They met Jal Shakti Minister Ravi Rao.", "Jal Shakti Minister", None),
        ("They met Gov. Luther Wen.", "Gov", None),
        ("They met the Energy CS Ali Wario.", "Energy CS", None),
        ("They met Kenya's first Ambassador Ali Wario.", "Ambassador", None),
        ("They met the Roads Tolls Authority (RTA) Head Ali Wario.", "Head", "Roads Tolls Authority"),
        (
            "They met the Director of the Agency for Technical Regulation Ali Wario.",
            "Director",
            "Agency for Technical Regulation",
        ),
        ("They met the ministry's chief veterinary officer Ali Wario.", "chief veterinary officer", None),
        ("The Sultan of Sokoto's representative, Ali Wario, came.", "representative of the Sultan of Sokoto", None),
        (
            "Bardo District Hospital opened. Chairman of the hospital Ali Wario came.",
            "Chairman",
            "Bardo District Hospital",
        ),
    ],
)
def test_words_of_the_office_and_words_of_the_body_are_told_apart(text: str, role: str, body: str | None) -> None:
    office = find_offices(read(text))[0]
    assert (office.role, office.organization) == (role, body)


def test_an_hour_is_no_prime_minister() -> None:
    assert find_offices(read("They met at 5 pm in Accra.")) == []


@pytest.mark.parametrize(
    ("text", "role", "countries"),
    [
        ("Head of Togo-Ghana Friendship Group Ama Osei", "Head of Togo-Ghana Friendship Group", ()),
        (
            "head of the Ghana-Togo parliamentary friendship group of the Majlis of Iran Ali Wario",
            "head of the Ghana-Togo parliamentary friendship group of the Majlis",
            ("IRN",),
        ),
        ("Head of “Civil Unity” faction Ali Wario", "Head of “Civil Unity” faction", ()),
        ("the minister of Water and Forests from Togo, Ama Osei", "minister of Water and Forests", ("TGO",)),
        ("Chief Judge of the Lao Supreme People's Court Kham", "Chief Judge of the Supreme People's Court", ("LAO",)),
    ],
)
def test_groups_of_a_parliament_and_courts_belong_to_the_office(
    text: str, role: str, countries: tuple[str, ...]
) -> None:
    found = office(text)
    assert (found.role, found.countries, found.organization) == (role, countries, None)


@pytest.mark.parametrize(
    ("text", "role", "countries"),
    [
        ("The Charge D’ Affairs of Chad met", "Charge D’ Affairs", ("TCD",)),
        ("the Chargée d’affaires of Chad met", "Chargée d’affaires", ("TCD",)),
        ("the Honourary Consul of the Republic of Malaysia met", "Honourary Consul", ("MYS",)),
        ("Ambassador Extraordinaire of Chad met", "Ambassador Extraordinaire", ("TCD",)),
        (
            "Venezuela's Minister of People’s Power for Lands and Mines met",
            "Minister of People’s Power for Lands and Mines",
            ("VEN",),
        ),
        ("the commander of the Northern Naval Area met", "commander of the Northern Naval Area", ()),
        ("President of the country Rosa Mba met", "President", ()),
        ("the Chadian Minister in charge of General Duties met", "Minister in charge of General Duties", ("TCD",)),
        ("the Minister of Finance II of Brunei met", "Minister of Finance II", ("BRN",)),
        (
            "Chairman of the Lao National Assembly (NA)'s Committee for Culture and Sport met",
            "Chairman of the National Assembly (NA)'s Committee for Culture and Sport",
            ("LAO",),
        ),
    ],
)
def test_offices_as_they_are_also_spelt(text: str, role: str, countries: tuple[str, ...]) -> None:
    assert (office(text).role, office(text).countries) == (role, countries)


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        (
            "President of the National Confederation of Traders of Chad met",
            "President",
            "National Confederation of Traders",
        ),
        ("head of the National Union of Malian Farmers met", "head", "National Union of Malian Farmers"),
        ("the New Zealand Police Superintendent met", "Superintendent", "New Zealand Police"),
    ],
)
def test_whose_members_a_body_has_is_in_its_name(text: str, role: str, organization: str) -> None:
    assert (office(text).role, office(text).organization) == (role, organization)


def test_the_place_before_a_commissioner_belongs_to_the_office() -> None:
    assert office("the Kagera Regional Commissioner met").role == "Kagera Regional Commissioner"


def test_a_ministry_may_be_called_after_a_community() -> None:
    said = "Permanent Secretary, Ministry of Foreign Affairs and East African Cooperation"
    assert office(f"the {said}, met").role == said


@pytest.mark.parametrize(
    ("before", "role", "behind", "country"),
    [
        ("the ", "director general for Africa", ", Ana Rey, met", None),
        ("Germany's ", "Minister of State for Europe at the Federal Foreign Office", ", Ina Rau,", "DEU"),
        ("the ", "chair of the Fiji–Peru friendship group in the Riigikogu", ", Mart Saar", "EST"),
        ("the ", "Ambassador", " of the Royal Kingdom of Saudi Arabia met", "SAU"),
        ("the ", "Minister-designate for Trade", " of Liberia met", "LBR"),
        ("the ", "Inspector General of Police", " of Sierra Leone met", "SLE"),
        ("the ", "Commander Chattogram Naval Area", " of Bangladesh met", "BGD"),
        ("", "Minister of Planning, and Minister of State for Trade", " Ali Khan met", None),
        ("", "Minister without Portfolio in charge of Trade", " of Serbia met", "SRB"),
        ("received in Banjul ", "Ambassador", " Ana Rey", None),
        ("", "Secretary General and Head of the Civil Service", " Ama Sey met", None),
    ],
)
def test_the_whole_office_is_the_role(before: str, role: str, behind: str, country: str | None) -> None:
    found = office(f"{before}{role}{behind}")
    assert (found.role, next(iter(found.countries), None)) == (role, country)


@pytest.mark.parametrize(
    ("text", "role", "country"),
    [
        (
            "the director of the Middle East department in the Finnish foreign ministry met",
            "director of the Middle East department in the foreign ministry",
            "FIN",
        ),
        ("Chief of Staff (COS), Japan Maritime Force, met", "Chief of Staff Maritime Force", "JPN"),
    ],
)
def test_whose_ministry_or_force_an_official_serves_tells_the_country(text: str, role: str, country: str) -> None:
    assert (office(text).role, office(text).countries) == (role, (country,))


def test_a_firm_described_by_its_nationality_is_the_body_of_its_head() -> None:
    chair = office("the director of the Kazakh national company QazGeology, Ali Sadyk, met")
    assert (chair.role, chair.organization, chair.countries) == ("director", "QazGeology", ("KAZ",))


def test_a_mission_in_a_country_belongs_to_the_body_that_sent_it() -> None:
    chief = office("the head of the UN Transitional Relief Mission in Somalia, Leo Ray, met")
    assert (chief.organization, chief.countries) == ("United Nations", ())


def test_a_plural_noun_of_firms_does_not_make_a_firm_of_the_holder() -> None:
    assert office("Iraq's director of railways Younis Khalid met").organization is None


@pytest.mark.parametrize(
    "role",
    [
        *("Vice-Consul", "Vice Consul", "Vice-Prime Minister", "First Vice-President", "Co-Chairperson"),
        *(
            "Prime Minister Designate",
            "Prime Minister-Elect",
            "Secretary General-designate",
            "Director-General of Police",
        ),
        *("Undersecretary-General", "Under Secretary-General", "Minister-Plenipotentiary", "Minister Plenipotentiary"),
        *("Chairperson of the Joint Chiefs of Staff", "Chief of the Defense Staff", "Chief of the Defence Staff"),
        *(
            "Cultural Attache",
            "Cultural Attaché",
            "Charge d'Affaires",
            "Chargé d’Affaires",
            "Chief Advisor",
            "Chief Adviser",
        ),
    ],
)
def test_offices_are_known_in_every_usual_spelling(role: str) -> None:
    found = office(f"Peruvian {role} Leo Paz met the Foreign Minister of Fiji, Ann Lee.")
    assert (found.role, found.countries) == (role, ("PER",))


def test_an_initial_without_a_full_stop_belongs_to_the_name_behind_an_office() -> None:
    assert office("US Ambassador to Nepal Ann W Lee met").role == "Ambassador to Nepal"
    sent = office("Ambassador of Argentine Leo J Martin Paz met")
    assert (sent.role, sent.countries) == ("Ambassador", ("ARG",))


def test_a_slash_joins_the_offices_of_one_holder() -> None:
    both = office("Vice Prime Minister/Minister of Foreign Affairs of Georgia, Leo Paz, met")
    assert (both.role, both.countries) == ("Vice Prime Minister/Minister of Foreign Affairs", ("GEO",))


@pytest.mark.parametrize(
    ("said", "role", "country"),
    [
        ("General Secretary of the Communist Party of Cuba Central Committee", None, "CUB"),
        ("Secretary of the Communist Party of Vietnam (CPV) Central Committee", None, "VNM"),
        ("member of the LPRP Central Committee's Secretariat", None, None),
        ("head of the Communist Party's International Department", None, None),
        ("First Secretary of the Communist Party of Cuba", None, "CUB"),
        ("President of the Council of State and the Council of Ministers", None, None),
        ("Cuba's First Secretary of the Party Central Committee and President", None, "CUB"),
    ],
)
def test_organs_of_ruling_parties_belong_to_the_office(said: str, role: str | None, country: str | None) -> None:
    found = office(f"the {said} Leo Paz met")
    assert found.role == (role or said.removeprefix("Cuba's "))
    assert found.countries == ((country,) if country else ())


def test_deputies_may_have_a_hyphen() -> None:
    assert office("Deputy-Chairman of the Cabinet Leo Paz met").role == "Deputy-Chairman of the Cabinet"
    assert office("the Peruvian Deputy-Minister of Health met").role == "Deputy-Minister of Health"


def test_an_office_before_a_bracket_that_opens_nothing_is_read() -> None:
    assert [office.role for office in find_offices(read("Commander)"))] == ["Commander"]
