"""Who is told by the office of another: "her colleague of Justice", "who heads the same portfolio in Togo"."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def told(text: str) -> dict[str | None, tuple[str | None, str | None]]:
    return {actor.name: (actor.role, actor.country) for actor in find_actors(Article(title="", body=text))[0]}


@pytest.mark.parametrize(
    "clause",
    [
        "who heads the same portfolio in Angola",
        "who has that office in Angola",
        "who holds a similar post in Angola",
        "who holds the same office in Angola",
    ],
)
def test_who_has_the_office_in_another_country(clause: str) -> None:
    found = told(f"Minister of Health Ana Rey of Peru spoke with Lia Neto, {clause}.")
    assert found["Lia Neto"] == ("Minister of Health", "AGO")


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("Lia Neto, his colleague of Justice and Public Security,", "Minister of Justice and Public Security"),
        ("his colleague for Health, Lia Neto,", "Minister of Health"),
        ("his colleague Lia Neto", "Minister of Trade"),
        ("his Angolan counterpart Lia Neto", "Minister of Trade"),
    ],
)
def test_a_colleague_may_be_minister_of_another_field(who: str, role: str) -> None:
    found = told(f"Minister of Trade Ali Rey of Peru arrived on Monday. With him {who} met the Chilean delegation.")
    assert found["Lia Neto"][0] == role


def test_nobody_is_the_counterpart_of_nobody() -> None:
    found = told("They met Lia Neto, who holds that office in Angola. Minister Ali Rey of Peru spoke.")
    assert "Lia Neto" not in found or found["Lia Neto"][0] is None
