"""Whom officials serve whose body is not named with them, and who is of the place of an event."""

import pytest

from communique.extract import extract
from communique.model import Article

GUEST = "the Attorney-General of Malawi, Tom Phiri"


def _sides(body: str, publisher: str | None = None, dateline: str | None = None) -> dict[str | None, tuple[str, ...]]:
    lead = body.find("- ") + 2 if dateline else 0
    article = Article(title="Talks held", body=body, publisher=publisher, dateline_place=dateline, lead=lead)
    return {actor.name: (actor.country or "-", actor.organization or "-") for actor in extract(article).actors}


@pytest.mark.parametrize(
    ("office", "publisher", "body"),
    [
        ("Judge", "www.icc-cpi.int", "International Criminal Court"),
        ("Registrar", "www.icc-cpi.int", "International Criminal Court"),
        ("The Prosecutor,", "icc-cpi.int", "International Criminal Court"),
        ("The Deputy Special Representative,", "unsmil.unmissions.org", "United Nations Support Mission in Libya"),
        ("CAF President", "www.cafonline.com", "Confederation of African Football"),
        ("The Head of the Secretariat,", "eiti.org", "Extractive Industries Transparency Initiative"),
        ("The Director of Programmes,", "www.imo.org", "International Maritime Organization"),
    ],
)
def test_on_the_page_of_a_body_its_officials_need_no_country(office: str, publisher: str, body: str) -> None:
    text = f"{office} Ana Roe received {GUEST}, on Monday. They spoke of the work of the {body}."
    assert _sides(text, publisher)["Ana Roe"] == ("-", body)


def test_who_heads_a_service_of_another_is_not_of_the_house() -> None:
    text = f"Registrar Ana Roe met {GUEST}. The director of the correctional service, Kumba Noah, came with him."
    assert _sides(text, "www.icc-cpi.int")["Kumba Noah"][1] == "-"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Special Representative of the Secretary-General for Libya, Ana Roe, met {}.", "United Nations"),
        ("At AU headquarters the Commissioner for Health, Ana Roe, received {}.", "African Union"),
        ("Afreximbank, represented by Ana Roe, Director for Export Development, met {}.", "African Export-Import Bank"),
    ],
)
def test_some_offices_tell_the_body_that_is_served(text: str, body: str) -> None:
    assert _sides(text.format(GUEST))["Ana Roe"] == ("-", body)


@pytest.mark.parametrize(
    "office",
    ["Mayor", "The head of the city council,", "Municipal secretary", "The provincial governor,"],
)
def test_local_officials_are_of_the_country_told_in_the_dateline(office: str) -> None:
    text = f"Jajarkot [Nepal], May 2 (ANI) - Indian envoy Navin Sri opened a school. {office} Dev Gharti attended."
    assert _sides(text, "www.aninews.in", "Jajarkot")["Dev Gharti"] == ("NPL", "-")


def test_a_regional_director_is_no_local_official() -> None:
    text = "KYIV, May 2 - EIB Vice-President Ana Roe met the mayor, Ivan Kos. Regional director Lea Sand attended."
    sides = _sides(text, "www.eib.org", "KYIV")
    assert (sides["Ivan Kos"][0], sides["Lea Sand"]) == ("UKR", ("-", "European Investment Bank"))


def test_an_ambassador_beside_the_guests_ambassador_is_the_hosts() -> None:
    text = (
        "Mauritania signed a loan. Ambassador Ali Marden and the Mauritanian Ambassador in Kuwait, Amar Sidi, attended."
    )
    article = Article(title="Fund, Mauritania sign loan", body=text, publisher="www.kuna.net.kw")
    sides = {actor.name: actor.country for actor in extract(article).actors}
    assert sides == {"Ali Marden": "KWT", "Amar Sidi": "MRT"}


@pytest.mark.parametrize(
    "group",
    ["a delegation of the Danish Parliament headed by its Speaker", "a Danish delegation, led by its Speaker"],
)
def test_its_speaker_is_of_the_parliament_in_front(group: str) -> None:
    text = f"President of Ukraine Ivan Kos met with {group} Lars Holm."
    assert {a.name: a.country for a in extract(Article(title="Talks", body=text)).actors}["Lars Holm"] == "DNK"


def test_a_place_in_front_of_a_possessive_is_no_place_of_the_event() -> None:
    text = "Franz Meyer, who is in Luxembourg's government, met the Prime Minister, Ana Silva, in Praia."
    text += " The resident chargé d'affaires Tom Roth attended."
    article = Article(title="Luxembourg gives 12 million", body=text, publisher="www.inforpress.cv")
    assert {actor.name: actor.country for actor in extract(article).actors}["Tom Roth"] == "LUX"


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("Ana Roe for the Port of Rotterdam Authority", ("NLD", "Port of Rotterdam Authority")),
        ("Ana Roe from the Port of Antwerp", ("BEL", "Port of Antwerp")),
        ("Ana Roe of the Singapore Courts", ("SGP", "Singapore Courts")),
        ("Ana Roe of the University of Geneva", ("CHE", "University of Geneva")),
    ],
)
def test_a_body_of_a_country_or_a_town_tells_whose_somebody_without_an_office_is(
    told: str, side: tuple[str, str]
) -> None:
    assert _sides(f"{told} and Ali Omar, deputy minister of Energy of Chad, signed a deal.")["Ana Roe"] == side


def test_people_of_agencies_are_of_a_country_where_agencies_meet() -> None:
    met = _sides("News agencies met in Praia. Ana Roe of Lusa and Kofi Sou of Angop spoke at the session.")
    assert (met["Ana Roe"], met["Kofi Sou"]) == (("PRT", "Lusa"), ("AGO", "Angop"))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("TIKA Dushanbe Coordinator Ana Roe and deputy mayor Zul Rahim cut the ribbon.", "TUR"),
        ("AFD Bamako director Ana Roe met Mali's minister Abdou Keita.", "FRA"),
        ("The head of Koica in the country, Ana Roe, met minister Kofi Sou of Ghana.", "KOR"),
        (
            "A hall was built by the Spanish Agency for International Development Cooperation (Aecid). Aecid's general "
            "coordinator, Ana Roe, met minister Kofi Sou of Ghana.",
            "ESP",
        ),
        ("Ana Roe, head of the General Organization for Radio and TV in Damascus, met Iran's envoy.", "SYR"),
    ],
)
def test_branches_short_names_and_seats_tell_whose_people_of_a_body_are(text: str, country: str) -> None:
    assert _sides(text)["Ana Roe"][0] == country


@pytest.mark.parametrize(
    ("text", "publisher", "country"),
    [
        ("Luis Vega, Senator of Chile, spoke on Monday. His advisers Ana Roe and Ken Pugh took part.",
         "www.sejm.gov.pl", "CHL"),
        ("The President of the Senate of Chile, Luis Vega, came. Ana Roe, head of the Polish–Chilean Group, attended. "
         "Ken Pugh, head of the Chilean-Polish Group, too.", "www.sejm.gov.pl", "POL"),
    ],
)  # fmt: skip
def test_company_and_groups_of_two_countries_tell_a_side(text: str, publisher: str, country: str) -> None:
    sides = _sides(text, publisher)
    assert {sides["Ana Roe"][0], sides["Ken Pugh"][0]} == {country}


def test_correspondents_abroad_tell_nothing_of_the_people_there() -> None:
    text = "Kathmandu, Aug 5 (PTI) - Nepal has asked India for a line. Secretary of Energy Dev Gharti raised it. "
    text += "Alok Sri, Secretary (Power), led an Indian team."
    article = Article(
        title="Nepal seeks line, tells Indian power secretary",
        body=text,
        publisher="www.ptinews.com",
        dateline_place="Kathmandu",
        lead=text.find("- ") + 2,
    )
    assert {a.name: a.country for a in extract(article).actors}["Dev Gharti"] == "NPL"


@pytest.mark.parametrize(
    "side",
    [
        "From the bank's side, Vice President for Banking Ana Roe",
        "On the side of the EBRD were Director Ana Roe",
        "For the Bank, the paper was signed by Director Ana Roe",
        "For the Bank the paper was signed by its President, Ms. Ana Roe",
        "On the part of the Bank, Director Ana Roe",
        "Speaking for the EBRD, Director Ana Roe",
        "On behalf of the Bank, Director Ana Roe",
    ],
)
def test_a_clause_that_opens_with_the_side_of_a_body_tells_whom_its_people_serve(side: str) -> None:
    bank = "European Bank for Reconstruction and Development"
    text = f"Georgian Finance Minister Luis Vega held talks with the {bank} in Tbilisi on Monday. "
    sides = _sides(f"{text}{side} and Ken Pugh, Director for the Caucasus, took part.")
    assert sides["Ana Roe"] == ("-", bank)


@pytest.mark.parametrize(
    "text",
    [
        "For the Bank, the paper was signed by Luis Vega, and for the ministry by Deputy Minister Ana Roe.",
        "From the bank's side Luis Vega met Deputy Minister Ana Roe.",
        "For the bank Deputy Minister Ana Roe had good words.",
    ],
)
def test_who_stands_on_another_side_of_the_clause_is_not_the_bodys(text: str) -> None:
    lead = "Georgian Finance Minister Tom Reid held talks with the World Bank in Tbilisi on Monday. "
    assert _sides(lead + text)["Ana Roe"][1] == "-"


def test_the_organisation_is_the_one_named_before_however_it_is_spelt() -> None:
    text = "Antigua's Ambassador Luis Vega handed his credentials to the Permanent Delegation to UNESCO in Paris. "
    text += "Ana Roe, the Director-General of the organisation, received them."
    body = "United Nations Educational, Scientific and Cultural Organization"
    assert _sides(text)["Ana Roe"] == ("-", body)


def test_who_came_from_a_country_is_of_it_whatever_bodies_are_named() -> None:
    text = "A round table of the Arab Air Carriers' Organization met in Manama on Monday. "
    text += "From Morocco came Zakaria Belghazi, Director General of Civil Aviation, and spoke of fuel. "
    text += "The International Civil Aviation Organization (ICAO) looked on. From Rabat, Director Ken Pugh wrote."
    sides = _sides(text, "www.aaco.org")
    assert sides["Zakaria Belghazi"] == ("MAR", "-")
