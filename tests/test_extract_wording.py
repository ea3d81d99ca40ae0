"""In which words an office is told where an article tells it several times."""

import pytest

from communique.extract import extract
from communique.model import Article


def roles(body: str, title: str = "Talks") -> dict[str | None, str | None]:
    return {actor.name: actor.role for actor in extract(Article(title=title, body=body)).actors}


@pytest.mark.parametrize(
    ("before", "behind", "role"),
    [
        ("the leader of an Ivorian mission, Ali Diallo", "Diallo, the director of ports, spoke.", "director of ports"),
        ("Senator Ali Diallo of Mali", "Diallo, who is Deputy Speaker, spoke.", "Deputy Speaker"),
        ("Colonel Ali Diallo of Mali", "Diallo, who is chief of customs, spoke.", "chief of customs"),
        ("Senator Ali Diallo of Mali", "Diallo spoke.", "Senator"),
        ("Minister of Ports Ali Diallo of Mali", "Senator Diallo spoke.", "Minister of Ports"),
    ],
)
def test_an_office_is_told_rather_than_a_title_or_a_mission(before: str, behind: str, role: str) -> None:
    assert roles(f"Chile's Trade Minister Ana Rey met {before}, on Monday. {behind}")["Ali Diallo"] == role


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("The minister of water resources and irrigation spoke.", "minister of water resources and irrigation"),
        ("The minister spoke.", "irrigation minister"),
        ("The irrigation minister spoke.", "irrigation minister"),
    ],
)
def test_the_texts_words_say_more_than_the_headlines(said: str, role: str) -> None:
    body = f"Hossam Rey left Cairo on Tuesday for the Sudanese capital. {said}"
    assert roles(body, "Egypt's irrigation minister heads to Khartoum")["Hossam Rey"] == role
