"""What was done in a month or a year of its own, and what only has a date in it."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

LEAD = "Fiji's Trade Minister Ratu Vula received the Tongan Ambassador, Sione Taufa, in Suva on Friday. "
MORE = "They spoke of trade. "


def others(text: str) -> list[str | None]:
    found = find_actors(Article(title="", body=LEAD + MORE + text))[0]
    return [a.name for a in found if a.name not in {"Ratu Vula", "Sione Taufa"}]


@pytest.mark.parametrize(
    "text",
    [
        "Fijian Prime Minister Ana Ruiz visited Tonga in May.",
        "Fijian Prime Minister Ana Ruiz visited Tonga in 2019.",
        "Fijian Health Minister Ana Ruiz signed the treaty in Nuku'alofa in April 2022.",
        "Fijian Health Minister Ana Ruiz led a delegation to Tonga in 2017.",
        "The fifth session had been chaired by Ministers Ana Ruiz and Luis Vega in 2019.",
        "The previous consultations were led by Ministers Ana Ruiz and Luis Vega.",
        "The Ambassador presented his credentials to President Ana Ruiz in May.",
        "A letter from Tongan Prime Minister Ana Ruiz addressed to President Luis Vega was handed over.",
    ],
)
def test_whose_deed_has_a_date_of_its_own_takes_no_part(text: str) -> None:
    assert others(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fijian Health Minister Ana Ruiz said exports rose in March.",
        "Fijian Health Minister Ana Ruiz gave out prizes; the next team is to come in March.",
        "Ana Ruiz, the Fijian Health Minister, noted the first boats came in April.",
        "Fijian Health Minister Ana Ruiz praised the accord signed in September.",
        "They thanked Governor Ana Ruiz, whose office opened in June.",
        "Health Minister Ana Ruiz, appointed in March, also spoke.",
        "The meeting was attended by Health Minister Ana Ruiz, who visited Tonga in 2022.",
        "The work is due to end in 2030, said Health Minister Ana Ruiz.",
    ],
)
def test_who_speaks_of_a_date_or_took_office_then_takes_part(text: str) -> None:
    assert others(text) == ["Ana Ruiz"]
