"""The phrase beside a name is the office of somebody of whom no other is told."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.people.described import described
from communique.extract.people.names import find_names
from communique.extract.words.reading import read
from communique.model import Article


def told(text: str) -> list[str | None]:
    """What stands beside each name of a text."""
    reading = read(text)
    return [described(reading, name) for name in find_names(reading, [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were met by its chief planner, Maria Lund.", "chief planner"),
        ("They were met by Norway's chief planner, Maria Lund, and others.", "chief planner"),
        ("They were met by the leader of the group from the laboratory, Maria Lund.", "leader"),
        ("Maria Lund, the exercise director, spoke.", "exercise director"),
        ("Maria Lund, a Norwegian army surgeon, spoke.", "army surgeon"),
        ("Maria Lund, head of news in the network, spoke.", "head of news"),
        ("They were met by network analyst Maria Lund.", "network analyst"),
        ("They met the president of the city lawyers' association, Maria Lund.", "president"),
    ],
)
def test_a_phrase_that_hangs_on_a_noun_of_persons_is_taken(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "After talks with the planner, Maria Lund left the hall.",  # not she is the planner
        "They went to the capital, Maria Lund told the press.",
        "His partner, Maria Lund, was there.",
        "His daughter, Maria Lund, was there.",
        "They cut the ribbon together, Maria Lund and others.",
        "Maria Lund, heads of the two schools, spoke.",
        "Maria Lund, where the road to the planner ends, spoke.",
    ],
)
def test_other_phrases_tell_nothing(text: str) -> None:
    assert set(told(text)) <= {None}


def test_who_has_an_office_keeps_it() -> None:
    text = "Fijian Energy Minister Ana Roko, a keen walker, met Chilean Ambassador Juan Pons in Suva."
    found = {actor.name: actor.role for actor in find_actors(Article(title="", body=text))[0]}
    assert found == {"Ana Roko": "Energy Minister", "Juan Pons": "Ambassador"}


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("Col. Maria Lund", "Col."),
        ("Lt. Col. Maria Lund", "Lt. Col."),
        ("Capt. Maria Lund of the Norwegian police", "Capt."),
        ("Major Maria Lund", "Major"),
        ("Professor Maria Lund of the University of Oslo", "Professor"),
        ("Brig. Gen. Maria Lund", None),
        ("Prof. Maria Lund", None),
        ("Dr Maria Lund", None),
    ],
)
def test_a_rank_is_the_office_of_who_has_no_other(who: str, role: str | None) -> None:
    actors, _ = find_actors(Article(title="", body=f"Norway's {who} met the Kenyan Minister of Trade, Jane Otieno."))
    assert [actor.role for actor in actors if actor.name == "Maria Lund"] == [role]
