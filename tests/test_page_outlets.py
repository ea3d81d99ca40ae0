"""Agencies and media where a writer's name could stand."""

from datetime import date

import pytest

from communique.model import Page
from communique.page import split
from communique.page.byline import said_byline, sole_byline
from communique.page.outlets import agency, is_outlet


def test_an_agency_is_the_writer_where_it_signs_alone() -> None:
    for line in ("-- BERNAMA", "—BERNAMA", "(BERNAMA)", "/BERNAMA", "BERNAMA"):
        assert agency(line) == "BERNAMA"
    for line in ("Anadolu Agency", "BERNAMA news", "Read more", "-- Ends"):
        assert agency(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Lina Haddad, Island Radio",
        "March 14, 2021 Lina Haddad 0 Comments",
        "Lina Haddad, Accra",
    ],
)
def test_the_writer_stands_before_the_medium_the_city_or_a_count(line: str) -> None:
    assert sole_byline(line) == "Lina Haddad"


def test_a_medium_is_told_by_its_last_word() -> None:
    assert is_outlet("Island Radio")
    assert is_outlet("Xinhua")
    assert not is_outlet("Minister of Trade")


def test_an_agency_before_its_city_is_the_writer() -> None:
    assert sole_byline("BERNAMA, Kuala Lumpur") == "BERNAMA"


def test_a_city_behind_a_stroke_is_no_part_of_the_name() -> None:
    assert said_byline("By Lina Haddad- Kano") == "Lina Haddad"
    assert said_byline("By Lina Haddad-Saleh") == "Lina Haddad-Saleh"


@pytest.mark.parametrize("head", ["By Lina Haddad in Trade on 26 May 2023", "Lina Haddad Lina Haddad | May 26, 2023"])
def test_the_day_behind_the_writer_is_that_of_publication(head: str) -> None:
    text = (
        f"Ghana and Togo share pilots\n{head}\nGhana and Togo will share the pilots of their ports, the ministers said."
    )
    got = split(Page("page.txt", text=text))
    assert (got.byline, got.published) == ("Lina Haddad", date(2023, 5, 26))


def test_the_writer_behind_the_name_of_the_site_is_found() -> None:
    text = "Ghana and Togo share pilots\n\nGhana and Togo will share the pilots of their ports, the ministers said."
    page = Page("page.txt", text=f"{text}\n\nPortwire/Lina Haddad", url="https://portwire.com/a")
    assert split(page).byline == "Lina Haddad"


def test_a_day_that_hangs_on_the_writer_and_on_a_count_is_read() -> None:
    text = (
        "Ghana and Togo share pilots\nLina HaddadApril 4, 202307\nGhana and Togo will share pilots, the ministers said."
    )
    got = split(Page("page.txt", text=text))
    assert (got.byline, got.published) == ("Lina Haddad", date(2023, 4, 4))


@pytest.mark.parametrize("head", [["2 December 2010 17:40:11", "Lina Haddad"], ["2 December 2010 17:40"]])
@pytest.mark.parametrize("count", [[], ["1007"]])
def test_writer_and_day_may_stand_on_the_headline(head: list[str], count: list[str]) -> None:
    text = "Ghana and Togo will share the pilots of their ports, the ministers said."
    lines = ["Economy", *head, *count, "Ghana and Togo share pilots", text]
    got = split(Page("page.txt", text="\n\n".join(lines)))
    assert got.published == date(2010, 12, 2)
    assert got.byline == (head[1] if head[1:] and not count else got.byline)


def test_cues_of_the_north_are_read() -> None:
    assert said_byline("Av Ingrid Solberg") == said_byline("Af Ingrid Solberg") == "Ingrid Solberg"
    assert sole_byline("By Staff Reporter on February 27, 2015") == "Staff Reporter"
