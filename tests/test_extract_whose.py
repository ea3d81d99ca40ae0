"""Whose somebody is, where nothing beside the office says it: by lists, company, hosts and bodies."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article
from communique.page.publisher import publisher


def whose(body: str, title: str = "", publisher: str | None = None) -> dict[str | None, str | None]:
    """The country, or else the organisation, of each actor."""
    found = find_actors(Article(title=title, body=body, publisher=publisher))[0]
    return {actor.name: actor.country or actor.organization for actor in found}


def test_who_is_received_is_of_the_side_that_has_nobody_yet() -> None:
    told = whose(
        "Under Secretary for Fisheries Dan Hale was received by Prime Minister B. Ganzorig.",
        "US official in Ulaanbaatar",
        "montsame.mn",
    )
    assert told == {"Dan Hale": "USA", "B. Ganzorig": "MNG"}
    told = whose(
        "Deputy Minister A. Sarnai was received by Anna Lund of the World Bank in Washington.",
        "Mongolia asks US bank for a loan",
        "montsame.mn",
    )
    assert told["A. Sarnai"] == "MNG"


def test_the_place_in_a_headline_tells_whose_the_hosts_are() -> None:
    told = whose("Farm Minister Luis Rojas and German State Secretary Eva Kern met.", "German official in Chile")
    assert told == {"Luis Rojas": "CHL", "Eva Kern": "DEU"}


def test_officers_of_bodies_are_of_the_only_one_that_acts() -> None:
    told = whose(
        "Defence Minister Ali Rahimov of Tajikistan spoke. Secretary General Ivan Orlov chaired.", "CSTO meets"
    )
    assert told == {"Ali Rahimov": "TJK", "Ivan Orlov": "Collective Security Treaty Organization"}
    told = whose("Secretary General Ivan Orlov chaired.", "CSTO, SCO meet")
    assert told == {"Ivan Orlov": None}


def test_who_leads_a_delegation_of_a_body_is_of_the_body() -> None:
    told = whose("An ECOWAS delegation led by Commission President Ama Touré arrived in Guinea.")
    assert told == {"Ama Touré": "Economic Community of West African States"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("A delegation from the Kuwait Fund headed by Ama Touré arrived.", "Kuwait Fund for Arab Economic Development"),
        ("A delegation of the Kuwaiti Ports Authority led by Director Ama Touré came.", "Kuwaiti Ports Authority"),
        ("A delegation of the University of Kuwait City led by Rector Ama Touré came.", "University of Kuwait City"),
        (
            "A delegation of the Kuwaiti Bureau of Standards led by Director Ama Touré came.",
            "Kuwaiti Bureau of Standards",
        ),
        ("A team from Kuwait's Ports Authority led by Director Ama Touré arrived in Guinea.", "Ports Authority"),
        ("Ama Touré of the Kuwaiti Medical Council spoke in Guinea.", "Kuwaiti Medical Council"),
    ],
)
def test_who_leads_a_delegation_of_a_national_body_is_of_both(text: str, body: str) -> None:
    told = [(a.country, a.organization) for a in find_actors(Article("", text))[0] if a.name == "Ama Touré"]
    assert told == [("KWT", body)]


def test_who_is_its_director_is_of_the_country_in_the_bodys_name() -> None:
    told = whose("Ambassador of Chad Ali Bor visited the Maltese Water Corporation and met its Director, Leo Borg.")
    assert told == {"Ali Bor": "TCD", "Leo Borg": "MLT"}
    told = whose("The Consul of Chad Ali Bor visited the Malta Chess League on Monday and met its Chairman, Leo Borg.")
    assert told == {"Ali Bor": "TCD", "Leo Borg": "MLT"}


@pytest.mark.parametrize(
    ("embassy", "name", "country"),
    [
        ("Embassy of Chad in Valletta", "Ali Bor", "TCD"),
        ("Chadian Embassy", "Ali Bor", "TCD"),
        ("Consulate-General of Chad in Sliema", "Mahamat Saleh", "TCD"),
    ],
)
def test_an_ambassador_is_of_the_only_embassy_that_acts(embassy: str, name: str, country: str) -> None:
    text = f"The {embassy} gave books on Monday. Ambassador {name} thanked the Maltese Minister of Health, Leo Borg."
    assert whose(text) == {name: country, "Leo Borg": "MLT"}


@pytest.mark.parametrize("publisher", ["mofa.go.jp", None])
def test_what_an_embassy_does_it_does_with_its_hosts(publisher: str | None) -> None:
    text = (
        "The Embassy of Japan in Valletta, through its fund, gave two ambulances on Monday. Ambassador Taro Mori said "
        "more would come. Deputy Minister of Health Leo Borg gave thanks."
    )
    assert whose(text, publisher=publisher) == {"Taro Mori": "JPN", "Leo Borg": "MLT"}


@pytest.mark.parametrize(
    "text",
    [
        "The Maltese Ministry of Health said in a statement that Minister Leo Borg had met Chad's Ambassador Ali Bor.",
        "Chad's Ambassador Ali Bor visited the Maltese Ministry of Health and met Deputy Minister Leo Borg.",
        "The paper was signed by Ali Bor on behalf of Chad and Leo Borg on behalf of the Maltese Ministry of Health.",
    ],
)
def test_who_is_told_with_a_ministry_is_of_its_country(text: str) -> None:
    assert whose(text) == {"Leo Borg": "MLT", "Ali Bor": "TCD"}


def test_who_signs_beside_an_agency_s_representative_is_of_the_country_where_it_serves() -> None:
    text = "Taro Mori, Chief Representative of JICA in Malta, and Minister of Health Leo Borg signed it on Monday."
    assert whose(text) == {"Taro Mori": "JPN", "Leo Borg": "MLT"}


def test_whom_a_ministry_meets_beside_a_foreign_minister_is_his_colleague() -> None:
    text = (
        "The head of the Maltese Ministry of Sport, Leo Borg, met Chad's Minister Ali Bor and Deputy Minister Idriss "
        "Nour."
    )
    assert find_actors(Article(title="", body=text))[0][-1].country == "TCD"


def test_who_is_at_a_ministry_abroad_is_not_of_it() -> None:
    text = "At the Maltese Ministry of Health, Minister Ali Bor was received by Leo Borg, Director of Hospitals."
    assert whose(text, publisher="alwihdainfo.com")["Ali Bor"] == "TCD"


@pytest.mark.parametrize("royal", ["King Charles Windsor", "Princess Anne Windsor"])
def test_the_royals_of_a_realm_are_of_the_state_in_which_they_live(royal: str) -> None:
    text = f"The Prime Minister, Moses Tome, was received by {royal} in London."
    assert whose(text, publisher="solomontimes.com") == {"Moses Tome": "SLB", royal.partition(" ")[2]: "GBR"}


def test_a_prime_minister_is_of_no_state_that_has_none() -> None:
    text = "President Kabo Molefe and Prime Minister Thabo Lerotholi agreed in Maseru to widen the Lesotho road."
    assert whose(text, publisher="dailynews.gov.bw") == {"Kabo Molefe": "BWA", "Thabo Lerotholi": "LSO"}


def test_two_heads_named_together_are_not_both_of_the_country_behind() -> None:
    text = "President Juan Reyes and Prime Minister Peter Kila of Papua New Guinea looked on."
    assert whose(text, publisher="pna.gov.ph") == {"Juan Reyes": "PHL", "Peter Kila": "PNG"}
    assert whose(text, publisher="postcourier.com.pg") == {"Juan Reyes": "PNG", "Peter Kila": "PNG"}


def test_each_of_three_parties_has_a_vice_minister() -> None:
    text = (
        "First Vice Foreign Minister Kim Tae-hwan, Deputy Secretary of State Kurt Sherwood and Vice Foreign Minister "
        "Masataka Oda met in Seoul."
    )
    told = whose(text, "Korea, US, Japan hold vice ministerial talks", "yna.co.kr")
    assert told == {"Kim Tae-hwan": "KOR", "Kurt Sherwood": "USA", "Masataka Oda": "JPN"}


@pytest.mark.parametrize(
    "text",
    [
        "The World Bank's Regional Director, Uma Sen, came, accompanied by Operations Adviser Eva Draugas.",
        "He received the World Bank's Regional Director, Uma Sen. With her came Operations Adviser Eva Draugas.",
    ],
)
def test_who_comes_with_the_people_of_a_body_is_of_the_body(text: str) -> None:
    assert set(whose(text, publisher="mof.gov.lk").values()) == {"World Bank"}


def test_a_minister_beside_the_people_of_a_body_is_not_of_it() -> None:
    text = "The World Bank's Regional Director, Uma Sen, came, accompanied by Trade Minister Nimal Perera of Sri Lanka."
    assert whose(text) == {"Uma Sen": "World Bank", "Nimal Perera": "LKA"}
    text = "The World Bank's Regional Director, Uma Sen, came, accompanied by Trade Minister Nimal Perera."
    assert whose(text, publisher="mof.gov.lk")["Nimal Perera"] != "World Bank"


def test_the_delegation_that_the_prime_minister_leads_is_the_pages_own() -> None:
    text = (
        "Prime Minister Olzhas Bekov of Kazakhstan is to meet Uzbek Prime Minister Abdulla Nematov. The delegation "
        "which the Prime Minister heads is made up of Trade Minister Arman Shakkali and Health Minister Serik Zhakupov."
    )
    told = whose(text, publisher="primeminister.kz")
    assert told["Arman Shakkali"] == told["Serik Zhakupov"] == "KAZ"


@pytest.mark.parametrize(
    "text",
    [
        "The papers were signed by Trade Minister Ana Reis and, for the Angolan part, by the Port Minister, Rui Neto.",
        "For the Angolan side they were signed by Port Minister Rui Neto, for Portugal by Trade Minister Ana Reis.",
        "They were signed by Trade Minister Ana Reis and by Rui Neto, who signed on Angola's behalf as Port Minister.",
        "Trade Minister Ana Reis spoke. They were signed for the Angolan side by the Port Minister, Rui Neto.",
    ],
)
def test_who_signs_for_a_side_is_of_it(text: str) -> None:
    assert whose(text, publisher="theportugalnews.com") == {"Ana Reis": "PRT", "Rui Neto": "AGO"}


def test_with_the_one_who_came_come_his_own() -> None:
    text = (
        "Uruguay's President Ana Suárez met her Paraguayan peer, Luis Benítez, who flew in on Tuesday. "
        "With him came foreign minister Rosa Acosta."
    )
    assert whose(text, publisher="mercopress.com")["Rosa Acosta"] == "PRY"


@pytest.mark.parametrize(
    "governor",
    ["Balkh Governor Islam Khan", "Balkh province's governor Islam Khan",
     "Balkh Province Governor Islam Khan"],
)  # fmt: skip
def test_who_governs_a_province_is_of_its_state(governor: str) -> None:
    assert whose(f"{governor} met Iran's ambassador, Ali Rezai.")["Islam Khan"] == "AFG"


@pytest.mark.parametrize(
    ("meeting", "name", "country"),
    [
        (
            "Fisheries Minister Sina Leota met New Zealand's Ministers Rose Tamati and Kiri Tane.",
            "Ana Fa'asavalu",
            "WSM",
        ),
        ("Fisheries Minister Sina Leota received New Zealand's Minister Rose Tamati in Apia.", "Sarah Wilson", "NZL"),
        (
            "New Zealand's Minister Rose Tamati paid a call on Fisheries Minister Sina Leota of Samoa.",
            "Sarah Wilson",
            "NZL",
        ),
    ],
)
def test_who_is_with_him_is_with_the_first_or_with_the_guest(meeting: str, name: str, country: str) -> None:
    told = whose(f"{meeting} With her were the Director of Ports, {name}, and others.", publisher="samoaobserver.ws")
    assert told[name] == country


def test_the_bank_is_the_one_named_before_and_a_branch_is_of_its_body() -> None:
    text = "African Development Bank Vice President Ann Akin came. The Bank's country manager, Rob Masumbu, spoke."
    assert whose(text, publisher="gabonreview.com")["Rob Masumbu"] == "African Development Bank"
    text = "JICA Palau Resident Representative Nahoko Soeda attended."
    assert whose(text, publisher="islandtimes.org") == {"Nahoko Soeda": "JPN"}


def test_a_secretary_general_of_parliament_is_of_no_union_of_parliaments() -> None:
    text = (
        "Deputy Speaker Angajan Nathan was there to receive Eva Lind, Secretary-General of the Inter-Parliamentary "
        "Union. The Secretary General of the Parliament, Dhammika Perera, was with him."
    )
    assert whose(text, publisher="adaderana.lk")["Dhammika Perera"] == "LKA"


def test_a_premier_in_the_headline_is_the_one_whose_country_is_told() -> None:
    text = "Rhineland-Palatinate Minister-President Alex Kern met Prime Minister Jean Mugabo on Monday."
    told = whose(text, "German state premier in Kigali", "newtimes.co.rw")
    assert told == {"Alex Kern": "DEU", "Jean Mugabo": "RWA"}


def organizations(body: str, publisher: str | None = None) -> dict[str | None, str | None]:
    found = find_actors(Article(title="", body=body, publisher=publisher))[0]
    return {actor.name: actor.organization for actor in found}


def test_officials_of_territories_represent_them() -> None:
    text = "There met the Foreign Ministers Jens Olsen of Greenland, Ari Jónsson of Iceland and Per Lund of Norway."
    assert organizations(text) == {"Jens Olsen": "Greenland", "Ari Jónsson": None, "Per Lund": None}
    text = "The Chief Minister, Fabian Pico, received the Spanish Foreign Minister, Ana Ruiz."
    assert organizations(text, "gibraltar.gov.gi") == {"Fabian Pico": "Gibraltar", "Ana Ruiz": None}
    assert organizations(text, "gov.uk") == {"Fabian Pico": None, "Ana Ruiz": None}


def test_ministers_listed_behind_one_of_a_country_are_of_it() -> None:
    text = (
        "Attending the meeting were Minister of State Abbas Kamel, Chad's Trade Minister Ali Nguema, Peacebuilding "
        "Minister Mahamat Bichara and Health Minister Cheikh Diallo."
    )
    told = whose(text, publisher="egypttoday.com")
    assert told == {"Abbas Kamel": "EGY", "Ali Nguema": "TCD", "Mahamat Bichara": "TCD", "Cheikh Diallo": "TCD"}


def test_who_is_further_in_a_list_of_hosts_is_a_host() -> None:
    text = (
        "The Saudi minister, Tawfiq Rabiah, visits Pakistan. He was welcomed by Pakistan's Minister of Religion "
        "Aneeq Ahmed, Saudi Ambassador to Pakistan Nawaf Malki and Senator Talha Mahmood."
    )
    assert whose(text, publisher="arabnews.com")["Talha Mahmood"] == "PAK"


@pytest.mark.parametrize("opening", ["To", "With", "Addressing"])
def test_who_speaks_to_a_counterpart_is_not_the_counterpart(opening: str) -> None:
    text = f"{opening} his Vietnamese counterpart, Foreign Minister Kasit Chai praised the road."
    assert whose(text, publisher="bangkokpost.com")["Kasit Chai"] == "THA"
    text = "With his Vietnamese counterpart, Pham Khiem, Foreign Minister Kasit Chai praised the road."
    assert whose(text, publisher="bangkokpost.com") == {"Pham Khiem": "VNM", "Kasit Chai": "THA"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On the side of the hosts, Director Anna Haim sat at the table.", "Anna Haim"),
        ("Mr Ferrand went on to Windhoek, where Director Anna Haim was his host.", "Anna Haim"),
        (
            "Mr Ferrand was received by Namibia's President, Tom Shi, and met with Health Minister Anna Haim.",
            "Anna Haim",
        ),
    ],
)
def test_hosts_abroad_are_of_the_place(text: str, name: str) -> None:
    lead = "Minister Jean Ferrand met Namibia's Fisheries Minister, Derek Klaas, in Windhoek. "
    assert whose(lead + text, "Seychelles, Namibia talk fish", "nation.sc")[name] == "NAM"


def test_officials_on_an_embassys_page_are_local_unless_told() -> None:
    url = "https://www.uz.emb-japan.go.jp/itpr_en/1.html"
    text = "Ambassador Kenji Hatori handed over a gift of Japan to Deputy Minister Abdulla Azizov."
    found = find_actors(Article(title="", body=text, url=url, publisher=publisher(url)))[0]
    assert [actor.country for actor in found] == ["JPN", "UZB"]


def test_a_secretary_of_state_on_a_page_about_two_others_is_not_american() -> None:
    text = "Romanian Secretary of State Ion Pop and Secretary of State Sergiu Gaibu met about Moldova and Romania."
    assert whose(text, "Moldova, Romania: experts meet") == {"Ion Pop": "ROU", "Sergiu Gaibu": "MDA"}


def test_who_shows_something_is_not_of_the_one_with_whom_another_is() -> None:
    text = (
        "Belgian minister Ann Vos toured a hospital. Its director, Jean Mugabo, showed her the ward; Ambassador Bert "
        "Maes was with her."
    )
    assert whose(text, publisher="newtimes.co.rw") == {"Ann Vos": "BEL", "Jean Mugabo": "RWA", "Bert Maes": "BEL"}


def test_who_belongs_to_an_entourage_is_the_guests() -> None:
    text = "The Sultan of Brunei, Haji Muda, met King Noro Siha. Prince Abdul Mateen belonged to his entourage."
    assert whose(text, publisher="khmertimeskh.com")["Abdul Mateen"] == "BRN"


@pytest.mark.parametrize(
    "said",
    ["The delegations were led by", "The session was co-chaired by", "The minutes were signed by"],
)
def test_two_alone_lead_for_two_sides(said: str) -> None:
    text = (
        f"{said} Ambassador Miriam Waal, Director for Trade, and Ambassador Gisela Pinto, Secretary for the Caribbean."
    )
    assert whose(text, "Brazil-Suriname forum meets", "dpi.gov.sr") == {"Miriam Waal": "SUR", "Gisela Pinto": "BRA"}


def test_the_staff_of_a_guests_embassy_are_the_guests() -> None:
    text = (
        "Migration Minister Ivan Jabbo received the Danish Ambassador, Daniel Lund, accompanied by the embassy's "
        "counselor and the First Secretary, Mette Holm."
    )
    assert whose(text, publisher="ninanews.com")["Mette Holm"] == "DNK"
    text = "Migration Minister Ivan Jabbo received First Secretary Ali Jabbar, who goes to Denmark."
    assert whose(text, publisher="ninanews.com").get("Ali Jabbar") != "DNK"


def test_a_command_behind_the_last_of_two_is_not_that_of_both() -> None:
    text = "Security Minister Wayne Knowles and Rear Admiral Juliet Costa of U.S. Southern Command spoke."
    assert whose(text, publisher="thenassauguardian.com") == {"Wayne Knowles": "BHS", "Juliet Costa": "USA"}


def test_a_country_of_which_others_speak_has_no_hosts() -> None:
    text = (
        "Deputy Premier Tariq Hadi met the Ambassador of Qatar, Nasser Badr. They spoke of the situation in Sudan. "
        "Iraq will send food."
    )
    told = whose(text, "Deputy PM meets Qatari envoy, Sudan on agenda")
    assert told == {"Tariq Hadi": "IRQ", "Nasser Badr": "QAT"}


def test_who_receives_a_guest_in_a_capital_is_of_it() -> None:
    text = "Vietnamese Deputy Prime Minister Tran Quang was received by President Nina Pirc. He met Speaker Urša Klak."
    told = whose(text, "Vietnamese Deputy PM received in Ljubljana")
    assert told == {"Tran Quang": "VNM", "Nina Pirc": "SVN", "Urša Klak": "SVN"}
    text = "Kyrgyz Premier A. Japarov met World Bank Vice President Eva Lind. Deputy Premier B. Toroev came too."
    assert "USA" not in whose(text, "Kyrgyz Premier talks in Washington").values()


def test_who_hands_over_a_letter_is_of_the_sender() -> None:
    text = "Jordan's Premier Jafar Hadi received a letter from the Emir of Kuwait, handed to him by Ambassador Ali Mar."
    assert whose(text)["Ali Mar"] == "KWT"


def test_who_joins_the_people_of_a_body_is_not_of_it() -> None:
    text = "UN Resident Coordinator Nahla Haidar toured projects together with Tesfai Haile, Director General of Water."
    assert whose(text, publisher="shabait.com") == {"Nahla Haidar": "United Nations", "Tesfai Haile": "ERI"}


def test_he_is_the_one_of_the_sentence_before() -> None:
    text = (
        "The African Union Chairperson, Mahmoud Ali, arrived in Juba on Monday. He was received by President "
        "Salva Garang. Accompanying him was the Commissioner for Political Affairs, Bankole Ade."
    )
    told = whose(text, "African Union chief in Juba", "eyeradio.org")
    assert told == {"Mahmoud Ali": "African Union", "Salva Garang": "SSD", "Bankole Ade": "African Union"}


def test_an_article_is_no_firm() -> None:
    text = "(KPL) The Chief Executive Officer of the Mekong River Commission (MRC) Secretariat, Ms Busadi San, came."
    assert organizations(text) == {"Busadi San": "Mekong River Commission"}


def test_with_whom_somebody_has_a_conversation_is_of_the_other_side() -> None:
    text = (
        "Antigua and Barbuda's Ambassador to China, Brian Stuart, presented his credentials to President Xi Jin. He "
        "thereafter had a conversation with Foreign Minister Wang Yao."
    )
    assert whose(text, publisher="antiguaobserver.com")["Wang Yao"] == "CHN"


def test_who_travels_with_a_guest_is_of_the_guests() -> None:
    text = (
        "Foreign Minister Lin Chia-Wen held a banquet for Guatemalan Vice President Karin Paz. Economics Minister Ana "
        "Quinn, who is traveling with her, was at the table."
    )
    assert whose(text, publisher="focustaiwan.tw")["Ana Quinn"] == "GTM"


def test_a_name_with_an_initial_leads_a_delegation_too() -> None:
    text = (
        "Prosecutor General Ali Bek met a delegation of the Mongolian Ministry of Justice headed by B.Jargal-Saikhan."
    )
    assert whose(text, publisher="gov.kz") == {"Ali Bek": "KAZ", "B.Jargal-Saikhan": "MNG"}


def test_generals_are_of_the_country_in_front_of_each() -> None:
    text = (
        "The chiefs of the armies met in Niamey: for Niger General Moussa Sala, for Mali General Oumar Diarra and for "
        "Burkina Faso General Cel Simpor."
    )
    assert whose(text, publisher="actuniger.com") == {"Moussa Sala": "NER", "Oumar Diarra": "MLI", "Cel Simpor": "BFA"}


def test_the_people_of_a_firm_are_of_the_country_told_with_it() -> None:
    text = (
        "Mali's electricity company EDM signed. EDM chairman Joaquim Chim and Togo's Energy Minister Luis Kossi came."
    )
    assert whose(text, publisher="republicoftogo.com") == {"Joaquim Chim": "MLI", "Luis Kossi": "TGO"}
    text = "Adviser Olga Rosca met a guest. The Polish embassy's counselor, Anna Zielin, took part."
    assert whose(text, publisher="moldpres.md")["Anna Zielin"] == "POL"


def test_who_acts_together_with_an_envoy_at_his_post_is_of_the_host() -> None:
    text = (
        "Qatar's Ambassador to Indonesia, Ali Saleh, cut the ribbon together with Hilmar Basri, Director General of "
        "Culture at the Ministry of Education."
    )
    assert whose(text, publisher="antaranews.com") == {"Ali Saleh": "QAT", "Hilmar Basri": "IDN"}


def test_where_others_have_come_from_is_told_behind_a_semicolon() -> None:
    text = (
        "It was witnessed by President Dr Ben Holt and by John Bravo, the Prime Minister of Belize. He and Dr Holt "
        "reached Guyana together; they had come from Paramaribo."
    )
    assert whose(text, publisher="newsroom.gy")["Ben Holt"] == "GUY"


def test_who_heads_a_body_s_delegation_is_the_body_s() -> None:
    text = "A European Union delegation under Commissioner Andris Kalns was received by Indian Minister Ravi Menon."
    assert whose(text) == {"Andris Kalns": "European Union", "Ravi Menon": "IND"}


@pytest.mark.parametrize(
    "lead",
    [
        "Three members of the Trade Committee of New Zealand have been to the Solomon Islands.",
        "A delegation of New Zealand lawmakers is in Honiara for talks.",
        "A team of the New Zealand Ministry of Trade began today in Honiara a working visit.",
    ],
)
def test_where_a_delegation_has_gone_it_meets_the_people_there(lead: str) -> None:
    text = f"{lead} The delegation had a welcome from the Speaker, Ali Otu. It sat down with Prime Minister Ben Soga."
    told = whose(text, publisher="parliament.nz")
    assert (told["Ali Otu"], told["Ben Soga"]) == ("SLB", "SLB")


def test_who_thanks_the_one_side_is_of_the_other() -> None:
    text = (
        "US Chargé d'Affaires Ann Kerr and Vanuatu's Minister of Lands Ralph Rege cut the ribbon. Acting Prime "
        "Minister Matai Sere thanked the American people."
    )
    assert whose(text)["Matai Sere"] == "VUT"


def test_a_carrier_called_after_a_country_is_its_body() -> None:
    found = find_actors(Article(title="", body="CEO of Air Tanzania Ali Ula met Zambia's Transport Minister Ben Tay."))
    assert next((a.name, a.organization, a.country) for a in found[0]) == ("Ali Ula", "Air Tanzania", "TZA")


def test_members_of_a_friendship_group_are_the_host_parliament_s() -> None:
    text = (
        "Vice-President of the Parliament of Montenegro Ian Kos thanked the delegation of North Macedonia. Speaker of "
        "the Assembly of North Macedonia Ali Xha agreed with his host. The meeting was attended by members of the "
        "Friendship Group, Ms Ana Rey and Mr Marko Radulović."
    )
    told = whose(text, publisher="skupstina.me")
    assert (told["Ana Rey"], told["Marko Radulović"]) == ("MNE", "MNE")


def test_officials_known_by_name_are_of_the_country_that_the_page_names() -> None:
    told = whose(
        "President Muhammadu Buhari telephoned his colleague Nana Akufo-Addo on Sunday.",
        "Buhari phones Akufo-Addo: Nigeria stands with Ghana",
    )
    assert told == {"Muhammadu Buhari": "NGA", "Nana Akufo-Addo": "GHA"}


def test_a_known_name_proves_nothing_where_the_page_names_other_countries() -> None:
    told = whose("Maltese Minister Sergey Lavrov met Fijian Minister Ana Tora in Suva.")
    assert told["Sergey Lavrov"] == "MLT"
    assert "RUS" not in whose("Minister Sergey Lavrov met Fijian Minister Ana Tora in Suva.").values()


def test_who_represents_a_national_body_is_of_its_country() -> None:
    told = whose(
        "Fiji's Minister Ana Tora opened the show. Leila Al-Kuwari, who represents Qatar Museums, said that it travels."
    )
    assert told == {"Ana Tora": "FJI", "Leila Al-Kuwari": "QAT"}


@pytest.mark.parametrize("union", ["UN", "U.N.", "UN’s", "United Nations"])
def test_a_high_commissioner_is_an_officer_of_the_united_nations(union: str) -> None:
    told = whose(f"The {union} High Commissioner for Refugees, Leo Borg, met Fijian Minister Ana Tora in Suva.")
    assert told["Leo Borg"] in {"United Nations", "United Nations High Commissioner for Refugees"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("JICA Fiji's chief representative, Leo Borg, met Fiji's Minister Ana Tora.", "JPN"),
        ("WFP Fiji's country director, Leo Borg, met Fiji's Minister Ana Tora.", "World Food Programme"),
        ("At UNESCO Mali's ambassador, Leo Borg, met Fiji's Minister Ana Tora.", "MLI"),
        ("The head of the USAID mission in Suva, Leo Borg, met Fiji's Minister Ana Tora.", "USA"),
        ("Chairman of Gazprom in Moscow Leo Borg met Fiji's Minister Ana Tora.", "RUS"),
    ],
)
def test_who_heads_a_bodys_office_abroad_is_of_the_body(text: str, side: str) -> None:
    assert whose(text) == {"Leo Borg": side, "Ana Tora": "FJI"}


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ali Haddad received the Ambassador of Belize, Ann Roe, and the Ambassador of Togo, Ken Abe.",
        "The Minister of Trade, Ali Haddad, met the ambassadors of Japan and Mali, Ken Abe and Ada Keita, on Monday.",
        "President Ali Haddad received new ambassadors: Ann Roe of Belize, Ken Abe of Japan and Ada Keita of Mali.",
    ],
)
def test_who_receives_envoys_of_several_countries_is_the_publishers(text: str) -> None:
    assert whose(text, "", "aps.dz")["Ali Haddad"] == "DZA"


def test_two_ministers_with_a_country_are_not_the_publishers_guests() -> None:
    told = whose(
        "Malian Minister Ada Keita met Togolese Minister Kofi Ayité. President Ali Haddad was away.", "", "aps.dz"
    )
    assert "DZA" not in told.values()


SIDES = "From the Lao side Minister Ann Roe and Ambassador Jo Dyer came; from the Thai side, Minister Bo Ek and Deputy "
RECEIVED = "Malian Prime Minister Ada Keita was received by Norwegian King Bo Ek. She held talks with her counterpart, "
LIST = "\n\nAnn Roe, Minister of Trade, Chad\n\nJo Dyer, Minister of Trade, Togo\n\nAl Fox, Minister of Trade, Peru"


@pytest.mark.parametrize(
    ("text", "who", "country"),
    [
        (f"{SIDES}Minister Thanom Srisai.", "Thanom Srisai", "THA"),
        (f"{RECEIVED}Ann Lie.", "Ann Lie", "NOR"),
        (f"The following took part:{LIST}", "Jo Dyer", "TGO"),
        ("Jo Dyer, Envoy to Kenya, and Kenyan Minister Ann Roe met Ugandan Minister Al Fox.", "Ann Roe", "KEN"),
    ],
)
def test_sides_lists_and_counterparts_tell_whose_somebody_is(text: str, who: str, country: str) -> None:
    assert whose(text)[who] == country


def test_who_stands_behind_a_country_in_a_list_of_ministers_is_one() -> None:
    found = find_actors(Article(title="", body="Togo's Trade Minister Ann Roe, Mali's Bo Ek and Chad's Al Fox met."))[0]
    assert [(a.name, a.role, a.country) for a in found] == [
        ("Ann Roe", "Trade Minister", "TGO"),
        ("Bo Ek", "Trade Minister", "MLI"),
        ("Al Fox", "Trade Minister", "TCD"),
    ]
    found = find_actors(Article(title="", body="Togo's President Ann Roe and Mali's Bo Ek met."))[0]
    assert [(a.name, a.role) for a in found] == [("Ann Roe", "President"), ("Bo Ek", None)]


@pytest.mark.parametrize(
    ("many", "roles"),
    [
        ("Togolese Ministers of Health and Trade, Ann Roe and Bo Ek,", ["Minister of Health", "Minister of Trade"]),
        (
            "The Ministers of Trade and Industry of Togo and Mali, Ann Roe and Bo Ek,",
            ["Minister of Trade and Industry"] * 2,
        ),
        (
            "Ann Roe, the first Togolese Foreign Minister to come, and First Lady Mia Roe",
            ["Foreign Minister", "First Lady"],
        ),
        (
            "Togolese first deputy minister Ann Roe and First Secretary Bo Ek",
            ["first deputy minister", "First Secretary"],
        ),
    ],
)
def test_ministers_of_two_fields_are_two_and_the_first_to_come_is_one(many: str, roles: list[str]) -> None:
    found = find_actors(Article(title="", body=f"{many} met the Chadian Ambassador, Al Fox."))[0]
    assert [actor.role for actor in found][:2] == roles


@pytest.mark.parametrize(
    ("text", "who", "country"),
    [
        ("Maltese Ambassador Ann Roe, accompanied by Mayor Bo Ek, visited a school in Tallinn.", "Bo Ek", "EST"),
        (
            "The van was received by the Director of the City Hospital, Bo Ek, from the Thai Envoy, Ann Roe.",
            "Bo Ek",
            "EST",
        ),
        ("Apostolic Nuncio to Estonia Archbishop Bo Ek met Foreign Minister Ann Roe.", "Bo Ek", "VAT"),
        ("Estonian spokesman Al Fox said Trade Minister Bo Ek met his Thai counterpart Ann Roe.", "Bo Ek", "EST"),
    ],
)
def test_at_the_post_the_mayor_is_the_hosts_and_the_nuncio_the_popes(text: str, who: str, country: str) -> None:
    assert whose(text, "", "err.ee")[who] == country


ACROSS = [  # headline, text, whose each is
    (
        "",
        "Farm Minister Tomas Ruzek asked Slovakia for more lorries. He met the Slovak minister, Igor Balaz, in Nitra."
        " Czech hauliers and Czech growers wait.",
        {"Tomas Ruzek": "CZE", "Igor Balaz": "SVK"},
    ),
    (
        "",
        "Energy Minister Tomas Ruzek has come back from Vienna with a promise that Austria will help Slovenia."
        " Slovenian lines are old, and Slovenia pays.",
        {"Tomas Ruzek": "SVN"},
    ),
    (
        "",
        "Twenty Timorese nurses will go to Fiji, Vice Minister Domingos Reis said on his return to Dili.",
        {"Domingos Reis": "TLS"},
    ),
    (
        "Martinelli in Chile",
        "Trade Minister Gabriel Martinelli, who returned last night from a trip of one day to Santiago, spoke there"
        " with his host, Cristián Larraín. Chile and Argentina share a border.",
        {"Gabriel Martinelli": "ARG", "Cristián Larraín": "CHL"},
    ),
    (
        "Poland buys gas",
        "Jan Wolski, the energy minister, signed with Sergei Lisin, a deputy minister from Moscow.",
        {"Jan Wolski": "POL", "Sergei Lisin": "RUS"},
    ),
    (
        "",
        "Mali was represented by Minister of Trade Ali Cissé and Niger by the Minister of Roads, Ms Awa Issoufou. "
        "The session took place in Bamako.",
        {"Ali Cissé": "MLI", "Awa Issoufou": "NER"},
    ),
    (
        "",
        "The conversation in Astana between Deputy Minister Petr Orlov and the republic's minister of energy, Erlan"
        " Zhumin, lasted an hour. Russia sends gas to Kazakhstan; Russia wants more.",
        {"Petr Orlov": "RUS", "Erlan Zhumin": "KAZ"},
    ),
    (
        "",
        "Foreign Minister Jan Wolski arrived on Wednesday in Chisinau. He is accompanied by Deputy Minister Ewa Lis."
        " Poland buys Moldovan wine, and Polish firms came.",
        {"Jan Wolski": "POL", "Ewa Lis": "POL"},
    ),
    (
        "",
        "Finance Minister Jan Wolski met Egyptian Finance Minister Hany Maait. Poland wants a treaty on taxes.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Foreign Minister Jan Wolski discussed Chad with his Egyptian counterpart, Hany Maait. Chad needs help, and"
        " Chad asked for it. Poland will send doctors.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Foreign Minister Jan Wolski met Egyptian Foreign Minister Hany Maait at a water forum in Dhaka. Poland and"
        " Polish firms want to sell pumps.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Finance Minister Jan Wolski met Egyptian Finance Minister Hany Maait and Chadian Finance Minister Ali Déby."
        " The three agreed that Polish banks may lend more.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY", "Ali Déby": "TCD"},
    ),
    (
        "",
        "Egyptian President Hany Maait left Warsaw on Monday after a state visit. He was seen off at the airport by"
        " Prime Minister Jan Wolski.",
        {"Hany Maait": "EGY", "Jan Wolski": "POL"},
    ),
    (
        "",
        "Foreign Minister Jan Wolski left on Monday for Cairo. On arrival he was received by President Hany Maait. He"
        " had said that Poland wanted a treaty.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Jan Wolski, Minister of Trade, ended on Wednesday a visit to Egypt. He was received by the Education Minister,"
        " Hany Maait. Polish schools and Polish teachers are wanted there.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "The interior ministers of Iran and Pakistan have met. Reza Tavoli, the Iranian, and Ali Nadim, the Pakistani,"
        " agreed in Islamabad to open a gate.",
        {"Reza Tavoli": "IRN", "Ali Nadim": "PAK"},
    ),
    (
        "",
        "Transport Minister Jan Wolski and his Egyptian guest Hany Maait talked about a night train in Warsaw.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Foreign Minister Jan Wolski met Egyptian President Hany Maait in Cairo. The governor of the border province,"
        " Ewa Lis, who went along with him, said that Polish farmers were glad.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY", "Ewa Lis": "POL"},
    ),
    (
        "",
        "Jan Wolski, the Minister for Foreign Affairs, came at the invitation of his Egyptian colleague. He was seen"
        " by the Speaker, Hany Maait, in Cairo. Polish firms and Polish banks are building a port.",
        {"Jan Wolski": "POL"},
    ),
    (
        "",
        "After talks in Cairo with Egyptian Farm Minister Hany Maait, Farm Minister Jan Wolski said that the ban on"
        " Polish apples would be lifted.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "During his visit to Egypt, Transport Minister Jan Wolski met his counterpart Hany Maait. Poland will sell it"
        " wagons.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "In a letter to Egyptian President Hany Maait, Foreign Minister Jan Wolski asked for the release of Polish"
        " fishermen.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Culture Minister Jan Wolski welcomed Egyptian Culture Minister Hany Maait to Warsaw on Tuesday.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Egyptian Culture Minister Hany Maait came to Warsaw on Tuesday. Culture Minister Jan Wolski met him.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "Polish minister meets Egyptian counterpart",
        "Foreign Minister Jan Wolski met Hany Maait on Monday evening for talks on fisheries.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "Wolski calls Maait over war in Chad",
        "Foreign Minister Jan Wolski called Egyptian Foreign Minister Hany Maait about the war in Chad. The people of"
        " Chad have suffered enough, he said. Poland sends bread.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Speaker Jan Wolski returned home after a visit of four days to Egypt. There he met Speaker Hany Maait."
        " Polish lawmakers will follow.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Egyptian Ambassador Hany Maait and Trade Minister Jan Wolski signed an agreement on Tuesday."
        " Poland will buy oranges.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Trade Minister Jan Wolski led the delegation of Poland. The Egyptian hosts were led by Trade Minister Hany"
        " Maait.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Mines Minister Jan Wolski held talks with his Egyptian counterpart, Hany Maait, in Lusaka, Zambia, on the"
        " sidelines of a fair. Polish mines need buyers.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Deputy Minister Jan Wolski, who is leading a delegation of Poland to Egypt, met Deputy Minister Hany Maait.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "A delegation led by Deputy Minister Jan Wolski is visiting Egypt. It met Deputy Minister Hany Maait."
        " Polish firms were there, too.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "On the occasion of his visit to Egypt, Deputy Minister Jan Wolski met Governor Hany Maait of the central bank."
        " The Polish guest proposed a link.",
        {"Jan Wolski": "POL"},
    ),
    (
        "",
        "Mayor Jan Wolski of Warsaw signed a pact with the Mayor of Cairo, Hany Maait, on Friday.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Egyptian Crown Prince Hany Maait sent a letter to President Jan Wolski, delivered by Ambassador Ali Hosny to"
        " Foreign Minister Ewa Lis in Warsaw.",
        {"Hany Maait": "EGY", "Jan Wolski": "POL", "Ali Hosny": "EGY", "Ewa Lis": "POL"},
    ),
    (
        "",
        "At a joint press conference with his Egyptian counterpart, Foreign Minister Jan Wolski said that Poland would"
        " lift the ban.",
        {"Jan Wolski": "POL"},
    ),
    (
        "",
        "Hany Maait sat on the Egyptian side of the table, Interior Minister Jan Wolski on the Polish side.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Egyptian President Hany Maait landed at the airport of Warsaw. Foreign Minister Jan Wolski shook his hand.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
    (
        "",
        "Foreign Minister Jan Wolski and Egyptian Foreign Minister Hany Maait said that the new government in Lusaka"
        " deserved a chance. Poland will send an envoy to Lusaka.",
        {"Jan Wolski": "POL", "Hany Maait": "EGY"},
    ),
]


@pytest.mark.parametrize(("title", "body", "found"), ACROSS)
def test_on_a_page_of_unknown_home_nobody_is_of_the_country_across_the_table(
    title: str, body: str, found: dict
) -> None:
    told = whose(body, title)
    assert {name: told[name] for name in found} == found


def test_a_word_of_the_headline_with_two_readings_is_settled_by_the_text() -> None:
    body = "BEIJING, May 5. Xi Ping on Wednesday met Denis Okemba, President of the Republic of the Congo."
    _, countries = find_actors(Article("Congolese president arrives in China", body))
    assert countries == ["CHN", "COG"]


@pytest.mark.parametrize(
    "office", ["The chairman of the Estonian delegation", "The head of the Estonian team", "A member of Estonia's side"]
)
def test_who_leads_a_countrys_delegation_is_of_it(office: str) -> None:
    text = "Legislators of six countries met in the Latvian Saeima in Riga on Monday. "
    told = whose(f"{text}{office}, Aadu Raudsepp, spoke.", publisher="www.baltictimes.com")
    assert told["Aadu Raudsepp"] == "EST"


@pytest.mark.parametrize("calling", ["a deputy", "a member of parliament", "a senior official", "a retired judge"])
def test_who_is_said_to_come_from_a_country_represents_it(calling: str) -> None:
    text = "Legislators of six countries met in the Latvian Saeima in Riga on Monday. Guests from Poland came. "
    told = whose(f"{text}For the guests it was Gusty Weyrich, {calling} from Luxembourg, who replied.")
    assert told["Gusty Weyrich"] == "LUX"


def test_a_prince_is_no_president_of_the_same_given_name() -> None:
    text = "Cables of condolences reached the Amir of Kuwait on Sunday. From Nairobi, President William Ruto cabled. "
    told = whose(text + "Britain's Prince William had his people's sympathy conveyed. Ruto spoke of a friend.")
    assert told["William Ruto"] != "GBR"


@pytest.mark.parametrize(
    "told",
    [
        "the credentials of Ana Ruiz and Tom Reid as ambassadors of Canada and Bhutan",
        "the credentials of Ana Ruiz and Tom Reid as the new ambassadors of Canada and of the Kingdom of Bhutan",
        "Ana Ruiz and Tom Reid, respectively the ambassadors of Canada and Bhutan",
    ],
)
def test_as_ambassadors_deals_the_countries_out_in_order(told: str) -> None:
    found = whose(f"Kuwait's Crown Prince Meshal Al-Sabah received today {told}.")
    assert (found["Ana Ruiz"], found["Tom Reid"]) == ("CAN", "BTN")
