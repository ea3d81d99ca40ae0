"""Lists of people each of a country, whose office is told of all of them."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(actor.name, actor.role, actor.country) for actor in find_actors(Article(title="", body=text))[0]]


def test_each_in_a_list_by_countries_holds_the_office_told_of_all() -> None:
    text = (
        "Four new ambassadors came to State House in Lusaka on Monday. They are Awa Keita of Mali, Dr Jim Roy "
        "of Ghana, Ana Lopez from Peru and Idriss Saleh (Chad). President Rosa Mba received them."
    )
    assert told(text) == [
        ("Awa Keita", "ambassador", "MLI"),
        ("Jim Roy", "ambassador", "GHA"),
        ("Ana Lopez", "ambassador", "PER"),
        ("Idriss Saleh", "ambassador", "TCD"),
        ("Rosa Mba", "President", "ZMB"),
    ]


def test_the_last_of_the_list_is_of_the_country_that_is_left() -> None:
    text = (
        "Ambassadors from Mali, Peru and Chad presented their letters to President Rosa Mba. Awa Keita of Mali, Ana "
        "Lopez of Peru and Idriss Saleh spoke of trade."
    )
    assert told(text)[1:] == [
        ("Awa Keita", "Ambassador", "MLI"),
        ("Ana Lopez", "Ambassador", "PER"),
        ("Idriss Saleh", "Ambassador", "TCD"),
    ]


def test_ambassadors_designate_are_more_than_one() -> None:
    text = "The Ambassadors-Designate are Awa Keita, representing Mali; Ana Lopez of Peru and Jim Roy of Ghana."
    assert {role for _, role, _ in told(text)} == {"Ambassador-Designate"}


def test_a_list_by_countries_without_an_office_near_by_stays_without() -> None:
    text = "The film shows Awa Keita of Mali, Ana Lopez of Peru and Jim Roy of Ghana."
    assert not any(role for _, role, _ in told(text))


@pytest.mark.parametrize(
    ("ministers", "role"),
    [
        ("The ICT ministers of ECOWAS", "ICT minister"),
        ("The energy ministers of the Western Balkans and Moldova", "energy minister"),
        ("The ministers of trade of the Gulf Cooperation Council", "minister of trade"),
        ("The ministers of the interior", "minister of the interior"),
    ],
)
def test_the_group_of_states_is_of_no_ministers_office(ministers: str, role: str) -> None:
    found = told(f"{ministers} met in Doha on Monday: Awa Keita of Mali, Jim Roy of Ghana and Ana Lopez of Peru.")
    assert {said for _, said, _ in found} == {role}


def test_nor_where_the_next_sentences_name_them() -> None:
    found = told("The energy ministers of the Western Balkans met in Vienna. Serbia's Ana Ilic spoke on Monday.")
    assert found == [("Ana Ilic", "energy minister", "SRB")]
