"""Languages that names show, and the country that they speak for."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.countries.origins import name_languages, suits
from communique.model import Article
from communique.registry import rows, split_list
from communique.registry.countries import countries
from communique.registry.officials import likelihood


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Radek Šimůnek", "cs"),
        ("Ioana Văcărescu", "ro"),
        ("Rihards Ozoliņš", "lv"),
        ("Tran Quoc Vinh", "vi"),
        ("Thórdís Jökulsdóttir", "is"),
        ("Nikoloz Kiladze", "ka"),
        ("Absattar Asan-uulu", "ky"),
        ("Wang Dexing", "zh"),
        ("Taro Yamamoto", "ja"),
        ("Keo Phommavong", "lo"),
    ],
)
def test_signs_in_a_name_tell_its_language(name: str, language: str) -> None:
    assert name_languages(name) == {language}


@pytest.mark.parametrize("name", ["Omar Faye", "Ali", "", "X", "John Smith"])
def test_names_without_a_sign_tell_nothing(name: str) -> None:
    assert name_languages(name) == frozenset()


def test_a_clan_is_told_by_the_capital_behind_it() -> None:
    assert name_languages("Fiona MacDonald") == {"en", "ga"}
    assert name_languages("Emmanuel Macron") == frozenset()


def test_a_name_suits_a_country_whose_language_it_has() -> None:
    assert suits("Vlastimil Dvorský", "CZE") is True
    assert suits("Vlastimil Dvorský", "KEN") is False
    assert suits("Ivan Petrov", "USA") is None  # people have come there from everywhere
    assert suits("Omar Faye", "SEN") is None


def test_a_name_settles_what_nothing_else_tells() -> None:
    text = "Signatures were put on it by Ambassador Aibek Turdukulov and by Deputy Interior Minister Radek Šimůnek."
    article = Article(title="Kyrgyzstan, Czechia sign protocol", body=text, publisher="kabar.kg")
    assert {actor.name: actor.country for actor in find_actors(article)[0]} == {
        "Aibek Turdukulov": "KGZ",
        "Radek Šimůnek": "CZE",
    }


def test_signs_are_of_languages_and_kinds_that_are_known() -> None:
    kinds = {"letter", "ending", "word", "first", "opening", "clan", "mixed"}
    at_home = {language for country in countries().values() for language in country.languages}
    for row in rows("name_origins"):
        assert row["kind"] in kinds, row
        assert split_list(row["values"]), row
        if row["kind"] == "mixed":
            assert set(split_list(row["values"])) <= set(countries())
            continue
        assert at_home.intersection(split_list(row["languages"])), row
        assert row["kind"] != "letter" or all(len(value) == 1 for value in split_list(row["values"])), row


@pytest.mark.parametrize(
    ("name", "own", "others"),
    [
        ("Kwabena Owusu Boateng", "GHA", ["MYS", "DEU"]),
        ("Tengku Azlan Hashim", "MYS", ["GHA", "DEU"]),
        ("Vlastimil Dvorský", "CZE", ["KEN", "UGA"]),
    ],
)
def test_a_countrys_officials_bear_such_names_more_than_others_and_than_the_world(
    name: str, own: str, others: list[str]
) -> None:
    assert all(likelihood(name, own) > max(likelihood(name, other), 0) for other in others)
