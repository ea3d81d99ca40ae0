"""Which countries are parties where others are named beside them, and whose the groups and lists of people are."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def parties(body: str, title: str = "", publisher: str | None = None) -> list[str]:
    return find_actors(Article(title=title, body=body, publisher=publisher))[1]


def whose(body: str, title: str = "", publisher: str | None = None) -> dict[str | None, str | None]:
    """The country, or else the organisation, of each actor."""
    found = find_actors(Article(title=title, body=body, publisher=publisher))[0]
    return {actor.name: actor.country or actor.organization for actor in found}


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("", "Japan gave tents to those hit by clashes at the Kyrgyz-Tajik border, Kyrgyzstan said.", ["JPN"]),
        ("", "Chad and Niger agreed in the Chad-Niger border commission to mark the line.", ["NER", "TCD"]),
        ("", "Ministers of Latvia and Poland, which share a border with Belarus and Russia, met.", ["LVA", "POL"]),
        ("Ministers of Poland and Latvia want aid for Russia's neighbours", "They met.", ["LVA", "POL"]),
        (
            "Mexico gives Belize vaccines",
            "Mexico donated them. They add to those which Jamaica and Peru received.",
            ["BLZ", "MEX"],
        ),
        ("Kenya and Uganda end row", "Dairies had feared those who saw Mali and Niger grow.", ["KEN", "UGA"]),
        ("", "Ministers of Chad and Mali, the largest growers after Niger and Togo, met.", ["MLI", "TCD"]),
        (
            "Ireland, Malta talk",
            "Irish and Maltese guests spoke of states such as Austria and Switzerland.",
            ["IRL", "MLT"],
        ),
        ("Japan, Chad hold talks on refugees from Sudan", "They met.", ["JPN", "TCD"]),
        ("Chad, Mali hail the efforts made by Togo and Ghana", "Both leaders met.", ["MLI", "TCD"]),
        ("Chad, Mali talk", "Togo and Ghana had been invited, too.", ["MLI", "TCD"]),
        ("Chad, Mali talk", "They spoke of Algeria-backed rebels.", ["MLI", "TCD"]),
        ("Chad, Mali sign", "Ministers met, following Norway and Britain's pact.", ["MLI", "TCD"]),
        ("Chad, Mali talk", "They ask for air defence for Togo and Ghana.", ["MLI", "TCD"]),
        ("Chad, Mali talk", "Chad and Mali agreed. Minister Ali of Chad goes on to Togo and Ghana.", ["MLI", "TCD"]),
        (
            "Chad, Mali sign",
            "Chad and Mali signed. Minister Ali said Togo and Ghana had joined the pact before.",
            ["MLI", "TCD"],
        ),
        ("Chad, Mali sign", "They met. Togo and Ghana have criticised it.", ["MLI", "TCD"]),
        ("Chad, Mali sign", "They plan visits, as they do with Togo and Ghana.", ["MLI", "TCD"]),
        ("Spain, Morocco hold talks on sidelines of Libya conference", "They met.", ["ESP", "MAR"]),
        (
            "Cuban Minister visits Vietnam",
            "Cuban Minister Ana Ruiz began a visit to Vietnam, the last leg of a tour which took it to Laos and Nepal.",
            ["CUB", "VNM"],
        ),
    ],
)
def test_neighbours_and_the_topics_and_gifts_of_others_are_no_parties(
    title: str, body: str, expected: list[str]
) -> None:
    assert parties(body, title) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Minister Omid Azari left Tehran for Baku at the head of a delegation.",
        "Minister Omid Azari left for Azerbaijan at the head of a delegation.",
        "The frigate Sahand arrived in Baku. Captain Omid Azari spoke to the press.",
        "The frigate Sahand visited the port of Sumgait. Captain Omid Azari spoke to the press.",
    ],
)
def test_where_a_visit_goes_is_a_party(text: str) -> None:
    assert parties(text, publisher="irna.ir") == ["AZE", "IRN"]


def test_where_a_gathering_is_held_is_no_party() -> None:
    assert parties("Minister Omid Azari left for Azerbaijan for the ECO summit.", publisher="irna.ir") == ["IRN"]


def test_whom_officials_represent_takes_part() -> None:
    text = "Ministers met in Apia. Ministers had come from Samoa, Fiji and Tonga. Officials represented Nauru and Niue."
    assert parties(text) == ["FJI", "NIU", "NRU", "TON", "WSM"]


def test_a_list_of_adjectives_is_one_of_parties() -> None:
    assert parties("They signed.", "Ukrainian, Moldovan and Romanian PMs sign accord") == ["MDA", "ROU", "UKR"]


def test_the_second_of_two_who_lead_is_of_the_side_told_behind() -> None:
    text = "They met. Director Rui Costa led the Timorese delegation and Admiral Budi Santoso the Indonesian one."
    assert whose(text, publisher="tatoli.tl") == {"Rui Costa": "TLS", "Budi Santoso": "IDN"}


def test_a_commissioner_who_is_named_with_the_union_is_of_it() -> None:
    text = "President Hakim Mwale of Zambia hailed the European Union after talks with Commissioner Josef Kela."
    assert whose(text, publisher="znbc.co.zm")["Josef Kela"] == "European Union"
    text = "President Hakim Mwale of Zambia hailed the police after talks with Commissioner Josef Kela."
    assert whose(text, publisher="znbc.co.zm")["Josef Kela"] == "ZMB"


def test_countries_that_act_through_somebody_are_theirs() -> None:
    text = "Uruguay, through Ana Navarro, Chile, through Julio Fiol, and Fiji, through Tegan Brink, gave letters."
    assert whose(f"Three ambassadors came. {text}") == {"Ana Navarro": "URY", "Julio Fiol": "CHL", "Tegan Brink": "FJI"}


def test_where_an_ambassador_is_posted_is_no_party_to_talks_with_a_body() -> None:
    text = "GCC Secretary-General Ali Badr received Ambassador of Nepal to Saudi Arabia Ram Thapa in Riyadh."
    assert parties(text, publisher="spa.gov.sa") == ["NPL"]


def test_an_ambassador_is_of_the_only_other_country_that_is_named() -> None:
    text = "Prime Minister Ali Zeine toured it together with Ambassador Can Demir."
    assert whose(text, "Niger's PM tours Turkish mine", "anp.ne") == {"Ali Zeine": "NER", "Can Demir": "TUR"}


def test_all_countries_of_a_list_are_taken_alike() -> None:
    assert parties("Azeri Minister Ali Kara met colleagues from Georgia, Hungary and Romania.", "", "report.az") == [
        "AZE", "GEO", "HUN", "ROU",
    ]  # fmt: skip
    assert parties("Minister Chai Wong of Thailand spoke of gangs that operate from Laos and Myanmar.") == ["THA"]
    text = "Egypt Minister Ali Nour had calls from his Saudi, Emirati and Kuwaiti counterparts."
    assert parties(text, publisher="sis.gov.eg") == ["ARE", "EGY", "KWT", "SAU"]


@pytest.mark.parametrize(
    ("body", "publisher", "name", "country"),
    [
        (
            "A team of the Saudi Fund for Yemen's Ports headed by director Hassan Attas came.",
            "saba.ye", "Hassan Attas", "SAU",
        ),
        (
            "Minister Ama Bello signed. For the Export Bank of India, the signatory was director Rakesh Nair.",
            "gna.org.gh", "Rakesh Nair", "IND",
        ),
        (
            "US Assistant Secretary Mike Dunn, accompanied by Assistant Secretary Will Hale, "
            "sat down with President Hilda Loeak.",
            "marshallislandsjournal.com", "Will Hale", "USA",
        ),
        (
            "The Swiss side included Ambassador Reto Frei, while Director Kazi Rahman assisted.",
            "bss.com.bd", "Kazi Rahman", "BGD",
        ),
        (
            "Namibia, Angola met. Inspector General Jo Shikongo hosted his counterpart, Commissioner General Ana Reis.",
            "nampa.org", "Ana Reis", "AGO",
        ),
        (
            "Speaker B.Dorj met the Singapore-Mongolia parliamentary group headed by MP Louis Tan.",
            "montsame.mn", "Louis Tan", "SGP",
        ),
        (
            "Speaker Tunde Musa hosted members of the Turkish Grand National Assembly led by Hon. Mehmet Aydin.",
            "punchng.com", "Mehmet Aydin", "TUR",
        ),
        (
            "Gen. Rami Haddad received a German team headed by Gen. Dirk Weber, with the Military Attaché, Uwe Franz.",
            "nna-leb.gov.lb", "Uwe Franz", "DEU",
        ),
        (
            "A mission of the Brazilian Cooperation Agency is in Bissau. Its team, led by Ambassador Ana Prado, left.",
            "odemocratagb.com", "Ana Prado", "BRA",
        ),
        (
            "Prime Minister Jo Nalo of Vanuatu returned from Canberra, where he met Prime Minister Al Bane. "
            "Foreign Minister Marc Tari and High Commissioner Sam Tabi accompanied him.",
            "dailypost.vu", "Sam Tabi", "VUT",
        ),
    ],
)  # fmt: skip
def test_groups_lists_and_companions_tell_whose_somebody_is(body: str, publisher: str, name: str, country: str) -> None:
    assert whose(body, publisher=publisher)[name] == country
