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
    assert _sides(f"{office} Ana Roe received {GUEST}, on Monday.", publisher)["Ana Roe"] == ("-", body)


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
