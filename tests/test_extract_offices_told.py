"""Offices told in other ways than beside a name: sentences over three pairs of countries."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from communique.extract.actors import find_actors
from communique.extract.offices.phrases import find_offices
from communique.extract.words.reading import read
from communique.model import Article


class Pair(NamedTuple):
    """Two countries with their nationalities and codes, and two names of each."""

    X: str
    Xd: str
    Xc: str
    Y: str
    Yd: str
    Yc: str
    a: str
    a2: str
    b: str
    b2: str


PAIRS = (
    Pair("Kenya", "Kenyan", "KEN", "Rwanda", "Rwandan", "RWA", "Juma Otieno", "Jane Kimani", "Jean Bizi", "Ana Uwase"),
    Pair("Japan", "Japanese", "JPN", "Vietnam", "Vietnamese", "VNM", "Taro Mori", "Yoko Tanaka", "Le Van An", "Vo Hoa"),
    Pair("Poland", "Polish", "POL", "Latvia", "Latvian", "LVA", "Jan Wolski", "Ewa Nowak", "Janis Ozols", "Ilze Kalna"),
)  # fmt: skip

# what A, A2 and B2 are; B is always the Foreign Minister of Y
FRAMES = (
    # what somebody does or holds
    (
        "Minister {a}, who is responsible for Tourism and Culture in {X}, met {B}.",
        "a Minister responsible for Tourism and Culture",
    ),
    ("{a}, who is responsible for Energy in the government of {X}, met {B}.", "a responsible for Energy"),
    ("{a}, who has the portfolio of Law and Human Rights in {X}, received {B}.", "a Minister of Law and Human Rights"),
    ("{a}, whose office is that of Minister of Trade in {X}, received {B}.", "a Minister of Trade"),
    ("{a}, at the head of the {Xd} Ministry of Health, received {B}.", "a Minister of Health"),
    ("{B}, was visited on Monday by {a}, who holds the same office in {X}.", "a Foreign Minister"),
    ("{a}, who leads the delegation as Minister of Trade of {X}, met {B}.", "a Minister of Trade"),
    (
        "Minister {a}, of Home Affairs and Internal Security, met {B}, for {X}.",
        "a Minister of Home Affairs and Internal Security",
    ),
    # words between the name and its office
    (
        "Talks with {B}, go on, {a} said, who is press secretary of the Ministry of Trade of {X}.",
        "a press secretary of the Ministry of Trade",
    ),
    ("{B}, was met on Monday by {a} as well, a Deputy Minister of Defence of {X}.", "a Deputy Minister of Defence"),
    ("{B}, was met on Monday by {a} too, the {Xd} Minister of Trade.", "a Minister of Trade"),
    (
        "{a} leads it, a member of the State Council of {X}. The delegation was met by {B}.",
        "a member of the State Council",
    ),
    ("{a}, MP, Minister of Trade of {X}, met {B}.", "a Minister of Trade"),
    ("{a}, the {Xd} leader, received {B}.", "a leader"),
    # the ranks of the office
    ("The acting {Xd} Trade Minister, {a}, met {B}.", "a acting Trade Minister"),
    ("First Deputy {Xd} Trade Minister {a} received {B}.", "a First Deputy Trade Minister"),
    (
        "{a}, Deputy Prime-Minister and Minister of Trade of {X}, met {B}.",
        "a Deputy Prime-Minister and Minister of Trade",
    ),
    ("{a}, 1st Deputy Prime Minister of {X}, met {B}.", "a 1st Deputy Prime Minister"),
    (
        "{a}, Permanent Secretary (Ag.) of the Ministry of Trade of {X}, met {B}.",
        "a Permanent Secretary (Ag.) of the Ministry of Trade",
    ),
    ("The {Xd} army commander, major general {a}, met {B}.", "a army commander"),
    ("{B}, met {a}, the former {Xd} Trade Minister.", "a former Trade Minister"),
    (
        "{a}, President of the Trade Council of {X} and former Trade Minister, met {B}.",
        "a President",
    ),
    (
        "{a}, President of the Councils of State and Ministers of {X}, met {B}.",
        "a President of the Councils of State and Ministers",
    ),
    # whom somebody serves
    (
        "{a}, Minister of Trade and envoy of President {a2} of {X}, met {B}.",
        "a Minister of Trade and envoy of President {a2}",
    ),
    ("{a}, Special Representative of the President of {X}, met {B}.", "a Special Representative of the President"),
    ("{a}, Advisor to the {X} President, met {B}.", "a Advisor to the President"),
    ("{a}, second Deputy to Prime Minister of {X}, met {B}.", "a second Deputy to Prime Minister"),
    ("{a}, Special Assistant to her on Media of {X}, met {B}.", "a Special Assistant on Media"),
    (
        "{B}, received {a}, Prime Minister of {X}, and his deputy {a2} on Monday.",
        "a Prime Minister; a2 deputy Prime Minister",
    ),
    # the bodies of the office
    (
        "{b2}, the {Yd} Ambassador, was thanked by {a}, {X}'s Fire and Emergency Services Commissioner, and by {B}.",
        "a Fire and Emergency Services Commissioner; b2 Ambassador",
    ),
    ("{a}, the Trade Minister of {X}'s Government of National Unity, met {B}.", "a Trade Minister"),
    ("{a}, the Trade Minister of the {Xd} government, met {B}.", "a Trade Minister"),
    (
        "{a}, President of {X} and Chairperson of the Authority of Heads of State and Government, met {B}.",
        "a President and Chairperson of the Authority of Heads of State and Government",
    ),
    ("{a}, leader of the Lotus party and Prime Minister of {X}, received {B}.", "a leader and Prime Minister"),
    (
        "{a}, Member of the Political Bureau, Director of the Office of the Central Commission for Trade, and Minister "
        "of Trade of {X}, met {B}.",
        "a Member of the Political Bureau, Director of the Office of the Central Commission for "
        "Trade, and Minister of Trade",
    ),
    (
        "{X}'s minister of higher education and Scientific Research, {a}, met {B}.",
        "a minister of higher education and Scientific Research",
    ),
    (
        "Acting Chairwoman of the Research Council under the Lotus Party (LP) of {X} {a} met {B}.",
        "a Acting Chairwoman of the Research Council",
    ),
    ("{a}, Vice Minister of Internal Order of {X}, met {B}.", "a Vice Minister of Internal Order"),
    ("In talks with {a}, his {Xd} counterpart, Foreign Minister {b} of {Y} was frank.", "a Foreign Minister"),
    ("At the ceremony at which {a} took office as President of {X}, he met {B}.", "a President"),
    # two people, and who belongs to whom
    (
        "Along with {a}, President of {X}, the country's Minister of Trade, {a2}, received {B}.",
        "a President; a2 Minister of Trade",
    ),
    ("{B}, and the {Xd} minister {a} met on Monday.", "a Foreign Minister"),
    (
        "{B}, met Permanent Secretaries {a} and {a2} of {X} and Ambassador Ravi Singh of Guyana.",
        "a Permanent Secretary; a2 Permanent Secretary",
    ),
)

OF_TWO = (
    ("{a} and {b}, who head the foreign ministries of {X} and of {Y}, came together.", "foreign minister"),
    ("{a} and {b}, heads of the Trade Ministries of {X} and {Y}, signed a memorandum.", "head of the Trade Ministry"),
    ("The presidents {a} and {b} of {X} and {Y} signed six agreements on Monday.", "president"),
    ("The Trade Ministers of {X} and {Y} came; {a} and {b}, the {Xd} and the {Yd} minister, met.", "Trade Minister"),
    ("{X} and {Y} were represented at the talks by their foreign ministers {a} and {b}.", "foreign minister"),
    ("The Ministers for Energy of {X}, {a}, and of {Y}, {b}, met on Monday.", "Minister for Energy"),
)  # fmt: skip


def _found(text: str) -> set[tuple[str | None, str | None, str | None]]:
    actors, _ = find_actors(Article(title="", body=text))
    return {(actor.name, actor.role, actor.country) for actor in actors}


def _told(pair: Pair) -> Iterator[tuple[str, set[tuple[str, str, str]]]]:
    for frame, said in FRAMES:
        holders = [
            (who, role.format(**pair._asdict())) for who, _, role in (part.partition(" ") for part in said.split("; "))
        ]
        country = {"a": pair.Xc, "b": pair.Yc}
        expected = {(getattr(pair, who), role, country[who[0]]) for who, role in holders}
        yield frame.format(B=f"{pair.b}, Foreign Minister of {pair.Y}", **pair._asdict()), expected


@pytest.mark.parametrize(("text", "expected"), [case for pair in PAIRS for case in _told(pair)])
def test_an_office_is_read_however_it_is_told(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected - _found(text) == set()


def test_directors_of_a_field_each_are_told_apart() -> None:
    told = _found(
        "The Regional Directors for Europe, Ali Nur, and for Asia, Omar Saad, met Juma Otieno, President of Kenya."
    )
    assert {("Ali Nur", "Regional Director for Europe"), ("Omar Saad", "Regional Director for Asia")} <= {
        (name, role) for name, role, _ in told
    }


def test_ministers_without_a_name_have_a_field_each() -> None:
    told = _found(
        "Juma Otieno, Foreign Minister of Kenya, met the ministers of Education, Health and Trade of Peru in Lima."
    )
    nameless = {(role, country) for name, role, country in told if name is None}
    assert nameless == {(f"minister of {field}", "PER") for field in ("Education", "Health", "Trade")}


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(("frame", "role"), OF_TWO)
def test_two_who_share_the_words_of_an_office_are_each_of_a_country(pair: Pair, frame: str, role: str) -> None:
    assert _found(frame.format(**pair._asdict())) == {(pair.a, role, pair.Xc), (pair.b, role, pair.Yc)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The accord was signed by Kenya's Labour Minister Jane Kimani and Omar Nuaimi, the United Arab Emirates' "
            "(UAE) Minister of Human Resources.",
            ("Omar Nuaimi", "Minister of Human Resources", "ARE"),
        ),
        (
            "The batch was handed over by Indian Ambassador [to Tajikistan] Viraj Menon to the Tajik Health Minister.",
            ("Viraj Menon", "Ambassador to Tajikistan", "IND"),
        ),
        (
            '"We value this," Kenyan Trade Minister [Jane] Kimani said after talks with Jean Bizi of Rwanda.',
            ("Jane Kimani", "Trade Minister", "KEN"),
        ),
        (
            "Kenya's interior minister said on Monday that a deal was near. Juma Otieno was speaking in Nairobi, where "
            "he came together with Jean Bizi, his Rwandan counterpart.",
            ("Jean Bizi", "interior minister", "RWA"),
        ),
        (
            "The Ambassadors of Japan and Poland accredited to Rwanda, Taro Mori and Ewa Nowak, met Jean Bizi.",
            ("Ewa Nowak", "Ambassador accredited to Rwanda", "POL"),
        ),
        (
            "Jean Bizi, Speaker of the Parliament of Rwanda, met Vice-Marshal of the Sejm of the Republic of Poland "
            "Jan Wolski.",
            ("Jan Wolski", "Vice-Marshal of the Sejm", "POL"),
        ),
        (
            "Four ambassadors came. They are Jean Petit, ambassador of France; Taro Mori of Japan; Marianna "
            "Seyni, who comes from Niger; and Ewa Nowak of Poland.",
            ("Marianna Seyni", "ambassador", "NER"),
        ),
        (
            "Jean Bizi of Rwanda received Inho Lee, Non-resident Ambassador of the Republic of Korea (South Korea) to "
            "Rwanda.",
            ("Inho Lee", "Non-resident Ambassador to Rwanda", "KOR"),
        ),
        (
            "A tour took Juma Otieno, Minister of Trade of Kenya, Ambassador of Poland - Jan Wolski and Ambassador of "
            "Latvia - Ilze Kalna to Kisumu.",
            ("Jan Wolski", "Ambassador", "POL"),
        ),
        (
            "Juma Otieno, Minister of Trade of Kenya, and the Ambassador of Poland – Jan Wolski met in Kisumu.",
            ("Jan Wolski", "Ambassador", "POL"),
        ),
    ],
)
def test_asides_leave_an_office_whole(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in _found(text)


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("the High Commissioner for Fiji, Tonga and Nauru, Ann Lee,", "High Commissioner for Fiji, Tonga and Nauru"),
        (
            "Ann Lee, Resident Coordinator for Kenya, Uganda, and Rwanda,",
            "Resident Coordinator for Kenya, Uganda, and Rwanda",
        ),
        (
            "the Managing Director for Eastern Europe and the Caucasus of the World Bank, Ann Lee,",
            "Managing Director for Eastern Europe and the Caucasus",
        ),
    ],
)
def test_all_countries_and_areas_of_a_posting_are_kept(office: str, role: str) -> None:
    told = _found(f"On Monday {office} met Jean Bizi, Foreign Minister of Rwanda.")
    assert ("Ann Lee", role) in {(name, held) for name, held, _ in told}


def test_a_friendship_group_is_part_of_its_deputy_s_office() -> None:
    told = _found(
        "Jan Wolski, Head of the Polish-Kenyan Parliamentary Friendship Group, and its deputy head Ewa Nowak met Jane "
        "Kimani, Speaker of the Parliament of Kenya."
    )
    assert ("Ewa Nowak", "deputy head of the Polish-Kenyan Parliamentary Friendship Group") in {x[:2] for x in told}


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Armed Forces of the Philippines (AFP) chief Gen. Juan Cruz", "chief", "Armed Forces of the Philippines"),
        ("Bank Board of the Philippines chairman Juan Cruz", "chairman", "Bank Board of the Philippines"),
        ("The National Police of the Philippines director Juan Cruz", "director", "National Police of the Philippines"),
    ],
)
def test_a_body_called_after_its_country_stands_before_its_head(text: str, role: str, body: str) -> None:
    found = find_actors(Article(title="", body=f"{text} met Jean Bizi, Foreign Minister of Rwanda."))[0]
    assert (found[0].name, found[0].role, found[0].organization, found[0].country) == ("Juan Cruz", role, body, "PHL")


@pytest.mark.parametrize(
    ("office", "role", "alpha3"),
    [
        ("Chief Secretary, Punjab,", "Chief Secretary", "PAK"),
        ("Governor, Lagos State,", "Governor", "NGA"),
        ("Inspector General of Police, Sindh, Dr", "Inspector General of Police", "PAK"),
    ],
)
def test_a_region_may_part_an_office_from_its_holder(office: str, role: str, alpha3: str) -> None:
    body = f"{office} Zahid Zaman received the German ambassador, Lina Meyer, on Monday."
    found = find_actors(Article(title="", body=body))[0]
    assert (found[0].name, found[0].role, found[0].country) == ("Zahid Zaman", role, alpha3)


def test_the_people_are_no_firm() -> None:
    body = "Omar Saleh, chairman of the People's Committee, received the German ambassador, Lina Meyer, on Monday."
    found = find_actors(Article(title="", body=body))[0]
    assert (found[0].role, found[0].organization) == ("chairman of the People's Committee", None)


@pytest.mark.parametrize(
    "list_of",
    [
        "Ann Lee (chair), Bea Roe and Cara Moss",
        "Ann Lee, who chairs the Trade Committee, Bea Roe and Cara Moss",
        "Ann Lee (Suba North), Bea Roe (see above) and Cara Moss",
    ],
)
def test_what_is_said_of_one_of_a_list_does_not_end_it(list_of: str) -> None:
    told = _found(f"Senators {list_of} met Jean Bizi, Foreign Minister of Rwanda.")
    assert {("Bea Roe", "Senator"), ("Cara Moss", "Senator")} <= {found[:2] for found in told}


@pytest.mark.parametrize(
    ("before", "noun", "body"),
    [
        ("They met at the Kazakh National Museum", "institution", "Kazakh National Museum"),
        ("They met at UNESCO", "organisation", "United Nations Educational, Scientific and Cultural Organization"),
        ("The gear is now in the hands of the COE", "center", "COE"),
    ],
)
def test_the_head_of_the_body_named_last(before: str, noun: str, body: str) -> None:
    office = find_offices(read(f"{before}. Juan Bek, the director of the {noun}, spoke."))[0]
    assert (office.role, office.organization) == ("director", body)


@pytest.mark.parametrize("said", ["institution", "agency for refugees", "body responsible for ports"])
def test_a_body_that_nothing_names_stays_in_the_role(said: str) -> None:
    office = find_offices(read(f"They met in Osh. Juan Bek, the director of the {said}, spoke."))[0]
    assert (office.role, office.organization) == (f"director of the {said}", None)
