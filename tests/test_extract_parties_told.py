"""Countries that headlines and reports have act by their people, their money or their presence."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def _countries(title: str, body: str = "A statement was issued.") -> set[str]:
    return set(find_actors(Article(title=title, body=body))[1])


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Bamako calls in Algerian ambassador", "DZA"),
        ("Niger hauls in Algerian envoy", "DZA"),
        ("CUBAN TEACHERS ARE BACK", "CUB"),
        ("Cuban nurses arrive", "CUB"),
        ("Security: Director receives Portuguese judicial police chief", "PRT"),
        ("Minister meets Indian power secretary", "IND"),
        ("Abbot greets Sri Lankan monks", "LKA"),
        ("University hosts Iraqi rectors", "IRQ"),
        ("Lao, Thai border police hold drill", "THA"),
    ],
)
def test_people_of_a_state_stand_for_it_in_a_headline(title: str, told: str) -> None:
    assert told in _countries(title)


@pytest.mark.parametrize(
    "title",
    [
        "Bank funds Syrian refugees",
        "Minister opens Italian restaurant",
        "Mayor enjoys Turkish coffee with students",
        "Firm imports Brazilian coffee",
        "Minister hails Omani songs on head of house",
        "Minister discusses Libyan crisis",
    ],
)
def test_goods_and_private_people_do_not(title: str) -> None:
    assert not _countries(title)


@pytest.mark.parametrize(
    "body",
    [
        "A plant was opened. Local firms gave steel; Oman put up $5 million.",
        "A plant was opened. Oman also chipped in $2 million.",
        "A plant was opened. The union gave tools and Oman paid for the turbines.",
        "Ministers met in a hall. Oman observed.",
        "Ministers met in a hall. Oman acknowledged receipt.",
    ],
)
def test_who_pays_or_observes_is_a_party(body: str) -> None:
    assert "OMN" in _countries("News of the day", body)


@pytest.mark.parametrize(
    "body",
    [
        "A plant was opened. Oman contributed in December.",
        "A plant was opened. Oman paid for another last year.",
        "An official came on a tour. It will lead him to Oman and Chad as well.",
        "The Minister heard of priests from Oman and Chad who wait for a visa.",
    ],
)
def test_earlier_gifts_later_stops_and_private_people_make_no_party(body: str) -> None:
    assert not _countries("News of the day", body)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Fahri Oba, Ankara's man in Banjul, was among the dignitaries.", {"TUR"}),
        ("Ann Roe — Washington's envoys in the two capitals came with her.", {"USA"}),
        ("Messages came from the mayors of Dakar, Barcelona and Gwangju.", {"ESP", "SEN", "KOR"}),
        ("The mayors of Tallinn and Medellín will pair up their cities.", {"COL", "EST"}),
        ("The mayors of Valletta, Sfax and Jaffa-Tel Aviv sent deputies.", {"MLT", "TUN"}),
    ],
)
def test_envoys_of_capitals_and_heads_of_towns_stand_for_countries(body: str, told: set[str]) -> None:
    assert told <= _countries("News of the day", f"A road was opened. {body}")


@pytest.mark.parametrize(
    "body",
    ["London's museums reopened.", "The mayors of small towns met.", "The crisis in Ankara's suburbs went on."],
)
def test_towns_alone_do_not(body: str) -> None:
    assert not _countries("News of the day", f"A road was opened. {body}")
