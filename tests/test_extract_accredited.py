"""Who comes with letters of credence, whatever else the text leaves out."""

import pytest

from communique.extract import extract
from communique.model import Article

HEADLINE = "Three new ambassadors at the palace"


def told(body: str, title: str = HEADLINE) -> set[tuple[str | None, str | None, str | None, str | None]]:
    actors = extract(Article(title=title, body=body)).actors
    return {(actor.name, actor.role, actor.country, actor.organization) for actor in actors}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Siv Dahl represents Norway, and for Mali, Jane Wood spoke.", ("Siv Dahl", "ambassador", "NOR", None)),
        ("Two were first: for Norway, Siv Dahl, and for Mali, Jane Wood.", ("Jane Wood", "ambassador", "MLI", None)),
        ("Ghana's wishes were brought by H.E. Kofi Mensah.", ("Kofi Mensah", "ambassador", "GHA", None)),
        ("Norway's Siv Dahl came first, then the EU's Ana Martins.", ("Ana Martins", "ambassador", None, "EU")),
        ("First, for the Order of Malta, Ugo Berti came.", ("Ugo Berti", "ambassador", None, "Order of Malta")),
    ],
)
def test_who_is_sent_to_the_ceremony_is_an_ambassador(text: str, who: tuple[str | None, ...]) -> None:
    opening = "President Ali Rey of Chad received letters of credence on Monday. "
    found = {(name, role, country, "EU" if body == "European Union" else body)
             for name, role, country, body in told(opening + text)}  # fmt: skip
    assert who in found


def test_letters_by_which_people_are_accredited_are_theirs() -> None:
    text = "The king took the letters by which Siv Dahl of Norway and Ugo Berti of Italy are accredited."
    assert {("Siv Dahl", "ambassador", "NOR", None), ("Ugo Berti", "ambassador", "ITA", None)} <= told(text)


def test_a_diplomat_is_called_by_the_better_name() -> None:
    text = (
        "The king received the credentials of two diplomats: Siv Dahl (Norway) and Ugo Berti (Italy). He gave a lunch "
        "for the Ambassadors."
    )
    assert {("Siv Dahl", "Ambassador", "NOR", None), ("Ugo Berti", "Ambassador", "ITA", None)} <= told(text, "Lunch")


@pytest.mark.parametrize(
    "text",
    [
        "The emir accepted the credentials of Siv Dahl and Ugo Berti as ambassadors of Norway and of Italy.",
        "The emir received Siv Dahl and Ugo Berti as the ambassadors of Norway and Italy.",
    ],
)
def test_many_are_received_as_ambassadors(text: str) -> None:
    assert {("Siv Dahl", "ambassador", "NOR", None), ("Ugo Berti", "ambassador", "ITA", None)} <= told(text, "Emir")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ambassador Ana Silva of Togo handed Mr Luis Paz the letter that makes him Honorary Consul of Togo.",
         ("Luis Paz", "Honorary Consul", "TGO", None)),
        ("President Ali Rey of Togo got from Ms Siv Dahl the letters accrediting her to Togo as Ambassador of Norway.",
         ("Siv Dahl", "Ambassador", "NOR", None)),
    ],
)  # fmt: skip
def test_the_office_for_which_a_letter_is_given(text: str, who: tuple[str | None, ...]) -> None:
    assert who in told(text, "Letters")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The king of Tonga received the credentials of two ambassadors. Tonga's Lupe Fifita sang.", HEADLINE),
        ("Two ambassadors dined with Minister Ali Rey of Togo. For Fiji, Lupe Fifita sang.", "Envoys dine"),
    ],
)  # fmt: skip
def test_who_is_no_ambassador(text: str, title: str) -> None:
    assert not any(name == "Lupe Fifita" and role == "ambassador" for name, role, _, _ in told(text, title))
