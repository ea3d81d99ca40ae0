"""Whose people of a body are that the text calls by its letters."""

import pytest

from communique.extract import extract
from communique.model import Article


def _country(headline: str, body: str, name: str, publisher: str | None = None) -> str | None:
    actors = extract(Article(title=headline, body=body, publisher=publisher)).actors
    return next((actor.country for actor in actors if actor.name == name), "absent")


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("The Ports and Fisheries Agency of {0} and Mozambique's rail company signed. PFA's CEO, {1}, spoke.", "BHR"),
        ("{0}'s Ports and Railways Company (CFX) and the Kenyan army met. CFX Chairman {1} needs wagons.", "BHR"),
        ("The {0} Mounted Police (LMX) met Kenya's police. Commissioner {1} from the LMX attended.", "BHR"),
        ("The Port Authority of {0} (XPA) met Kenya's envoy. The chief of XPA, {1}, spoke.", "BHR"),
        ("Statistics Netherlands (CBS) and Kenya's bureau met. CBS chief {1} spoke.", "NLD"),
    ],
)  # fmt: skip
def test_letters_stand_for_the_body_that_the_text_writes_out(body: str, country: str) -> None:
    assert _country("Bodies sign accord", body.format("Bahrain", "Ali Marden"), "Ali Marden") == country


def test_a_body_called_an_authority_behind_its_letters_is_the_states() -> None:
    body = "AITX, the authority for telecommunications, held talks with the Danish ambassador, Ane Holt. "
    body += "Omar Sadiq, Chief Executive of AITX, moderated."
    assert _country("Talks held", body, "Omar Sadiq", "www.omanobserver.om") == "OMN"


@pytest.mark.parametrize("noun", ["Ports Regulatory Authority", "Sea Customs"])
def test_the_chief_executive_of_an_authority_is_the_states(noun: str) -> None:
    body = f"Omar Sadiq, CEO of the {noun}, received the Danish ambassador, Ane Holt, on Monday."
    assert _country("Talks held", body, "Omar Sadiq", "www.omanobserver.om") == "OMN"


@pytest.mark.parametrize(
    ("town", "other", "country"),
    [("Valencia", "Spain", "ESP"), ("Valencia", "Mexico", "VEN"), ("Hyderabad", "Pakistan", "PAK")],
)  # fmt: skip
def test_a_city_with_namesakes_is_in_the_country_that_the_page_names(town: str, other: str, country: str) -> None:
    body = f"Ana Roe, who chairs the Port Authority of {town}, met Ghana's minister Kojo Antwi of {other} trade fame."
    body = f"{other} was told of. " + body
    assert _country("Ports sign accord", body, "Ana Roe") == country
