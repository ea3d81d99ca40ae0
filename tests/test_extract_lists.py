"""Names that share one office in the plural."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def told(body: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(a.name, a.role, a.country) for a in find_actors(Article(title="", body=body))[0]]


@pytest.mark.parametrize(
    "text",
    [
        "It was settled by the Trade ministers of the two countries, Rosa Mba for Gabon and Luis Nsue for Chad.",
        "It was settled by the Trade ministers: Rosa Mba, of Gabon; and Luis Nsue, of Chad.",
        "The Trade ministers Rosa Mba of Gabon and Luis Nsue of Chad settled it.",
        "Two Trade ministers came to Oyo on Monday for two days: Rosa Mba of Gabon and Luis Nsue of Chad.",
    ],
)
def test_whose_each_of_a_list_is_stands_behind_the_name(text: str) -> None:
    assert told(text) == [("Rosa Mba", "Trade minister", "GAB"), ("Luis Nsue", "Trade minister", "TCD")]


def test_a_parliament_with_a_name_of_its_own_tells_the_country() -> None:
    text = "Two chairpersons came: Mihkel Raud of the Riigikogu and Jonas Petraitis of the Seimas."
    assert [country for _, _, country in told(text)] == ["EST", "LTU"]
    assert told("The Speaker of the Swedish Riksdag, Eva Lind, came.") == [
        ("Eva Lind", "Speaker of the Riksdag", "SWE")
    ]


@pytest.mark.parametrize("whose", ["respectively of Chad and Gabon", "of Chad and Gabon respectively"])
def test_whose_each_is_may_be_told_respectively(whose: str) -> None:
    text = f"It was chaired by both countries' Trade ministers; Rosa Mba and Luis Nsue, {whose}."
    assert told(text) == [("Rosa Mba", "Trade minister", "TCD"), ("Luis Nsue", "Trade minister", "GAB")]


def test_each_of_two_owners_has_a_minister() -> None:
    text = "Chad's and Gabon's Trade Ministers, Rosa Mba and Luis Nsue respectively, settled it."
    assert told(text) == [("Rosa Mba", "Trade Minister", "TCD"), ("Luis Nsue", "Trade Minister", "GAB")]


def test_a_sentence_of_hundreds_of_officials_is_read_at_all() -> None:  # it took minutes once
    text = "Trade Minister Ana Lee and " * 700 + "others met. " + "to which " * 2000 + "they came."
    assert [name for name, _, _ in told(text)] == ["Ana Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "The ambassadors were those of the Republic of Romania, Ion Pop, the EU, Eva Lind, and Chad, Luis Nsue.",
        "He received three ambassadors: of the Republic of Romania, Ion Pop, the EU, Eva Lind, and Chad, Luis Nsue.",
        "The Ambassadors of the Republic of Romania Ion Pop, of the EU Eva Lind and of Chad Luis Nsue came.",
    ],
)
def test_ambassadors_are_listed_behind_their_countries_and_unions(text: str) -> None:
    actors = [(a.name, a.country, a.organization) for a in find_actors(Article(title="", body=text))[0]]
    assert actors == [("Ion Pop", "ROU", None), ("Eva Lind", None, "European Union"), ("Luis Nsue", "TCD", None)]


def test_several_ambassadors_are_extraordinary_and_plenipotentiary() -> None:
    text = "There were the Ambassadors Extraordinary and Plenipotentiary of Chad Luis Nsue, of Mali Ali Ba."
    assert told(text) == [
        ("Luis Nsue", "Ambassador Extraordinary and Plenipotentiary", "TCD"),
        ("Ali Ba", "Ambassador Extraordinary and Plenipotentiary", "MLI"),
    ]


def test_a_minister_of_state_is_of_no_state_called_so() -> None:
    assert told("The Minister of State of Chad, Luis Nsue, came.") == [("Luis Nsue", "Minister of State", "TCD")]


@pytest.mark.parametrize(
    "text",
    [
        "It was settled by the Trade ministers Rosa Mba for the Gabonese side and Luis Nsue for Chad.",
        "It was settled by the Trade ministers Rosa Mba from the Gabonese side and Luis Nsue from the Chadian side.",
        "It was settled by the Trade ministers, Rosa Mba on behalf of Gabon and Luis Nsue on behalf of Chad.",
    ],
)
def test_the_side_of_each_of_a_list_stands_behind_the_name(text: str) -> None:
    assert told(text) == [("Rosa Mba", "Trade minister", "GAB"), ("Luis Nsue", "Trade minister", "TCD")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The lawmakers who came with her were Rosa Mba and Luis Nsue of Gabon.", "lawmaker"),
        ("Among the lawmakers present were Rosa Mba and Luis Nsue of Gabon.", "lawmaker"),
        ("The lawmakers attending included Rosa Mba and Luis Nsue of Gabon.", "lawmaker"),
        ("Officials of the health ministry who came were Dr Rosa Mba and Mr Luis Nsue of Gabon.",
         "Official of the health ministry"),
    ],
)  # fmt: skip
def test_who_the_officials_were_that_came_is_told_behind_the_verb(text: str, role: str) -> None:
    assert [(name, said) for name, said, _ in told(text)] == [("Rosa Mba", role), ("Luis Nsue", role)]


@pytest.mark.parametrize(
    "text",
    [
        "The lawmakers who were there met Rosa Mba and Luis Nsue of Gabon.",
        "Among the officials who came were Rosa Mba and Luis Nsue of Gabon.",
        "The lawmakers were to meet Rosa Mba and Luis Nsue of Gabon.",
    ],
)
def test_who_was_met_is_none_of_them(text: str) -> None:
    assert not any(role for _, role, _ in told(text))


def test_who_has_an_office_of_his_own_keeps_it() -> None:
    found = told("Officials of the health ministry who came were Ambassador Rosa Mba and Mr Luis Nsue of Gabon.")
    assert ("Rosa Mba", "Ambassador", "GAB") in found
