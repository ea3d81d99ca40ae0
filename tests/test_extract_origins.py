"""Languages that names show, and the country that they speak for."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.countries.origins import by_name, name_languages
from communique.model import Article
from communique.registry import rows, split_list
from communique.registry.countries import countries


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


def test_the_other_country_is_meant_only_if_one_alone_has_the_language() -> None:
    assert by_name("Vlastimil Dvorský", "KEN", ["CZE", "UGA"]) == "CZE"
    assert by_name("Vlastimil Dvorský", "KEN", ["CZE", "SVK"]) in {"CZE", "SVK"}
    assert by_name("Ivan Petrov", "KAZ", ["RUS"]) is None
    assert by_name("Ivan Petrov", "USA", ["RUS"]) is None
    assert by_name(None, "KEN", ["CZE"]) is None
    assert by_name("Zain Abdul Ghani", "MYS", ["EGY"]) is None
    assert by_name("Su Jia-ming", "HTI", ["TWN"]) == "TWN"


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


def test_a_name_without_a_sign_is_of_those_whose_officials_bear_such_names() -> None:
    assert by_name("Kwabena Owusu Boateng", "MYS", ["DEU", "GHA"]) == "GHA"
    assert by_name("Tengku Azlan Hashim", "GHA", ["DEU", "MYS"]) == "MYS"
    assert by_name("Malcolm Hart", "GHA", ["NGA", "KEN"]) is None
    assert by_name("Boateng", "MYS", ["GHA"]) is None  # one word says too little
