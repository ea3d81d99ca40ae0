"""Guests who are the subject of a sentence: "A Kenyan delegation called on Speaker X" makes X the host's."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def whose(
    body: str, title: str = "", publisher: str | None = "nation.sc"
) -> tuple[dict[str | None, str | None], list[str]]:
    """The country of each actor, and those of the event."""
    actors, countries = find_actors(Article(title=title, body=body, publisher=publisher))
    return {actor.name: actor.country for actor in actors}, list(countries)


@pytest.mark.parametrize(
    "guests",
    [
        "A delegation from Kenya",
        "A Kenyan delegation",
        "Lawmakers from Kenya",
        "Officials from Kenya",
        "A team from Kenya",
        "A mission from Kenya",
        "Visitors from Kenya",
    ],
)
@pytest.mark.parametrize("verb", ["called on", "met", "held talks with", "visited"])
def test_the_host_is_whom_a_group_from_abroad_meets(guests: str, verb: str) -> None:
    told, countries = whose(f"{guests} {verb} Speaker Marie Payet on Monday.")
    assert told["Marie Payet"] == "SYC"
    assert countries == ["KEN", "SYC"]


@pytest.mark.parametrize(
    "said",
    [
        "From Kenya came Speaker Ana Roe.",
        "From Kenya spoke Speaker Ana Roe.",
        "Minister Tim Bell received Kenyan Speaker Ana Roe on Monday.",
        "A Kenyan delegation led by Speaker Ana Roe called on Minister Tim Bell.",
    ],
)
def test_who_comes_from_abroad_is_the_guest(said: str) -> None:
    assert whose(said)[0]["Ana Roe"] == "KEN"


def test_who_is_received_where_no_guest_is_told_is_the_guest() -> None:
    told, _ = whose(
        "Minister Tim Bell on Monday received Speaker Peter Kimani for talks on tea.", "Kenya and Seychelles talk"
    )
    assert told == {"Tim Bell": "SYC", "Peter Kimani": "KEN"}


@pytest.mark.parametrize(
    ("publisher", "alpha3"),
    [("corporatemaldives.com", "MDV"), ("zambiamonitor.com", "ZMB"), ("news-samoa.net", "WSM")],
)
def test_a_paper_that_bears_the_name_of_a_country_speaks_of_its_own(publisher: str, alpha3: str) -> None:
    told, countries = whose(
        "A technical team of Türkiye's Housing Development Administration has visited the island. Present was the "
        "Minister of Construction, Dr Tom Bell.",
        "Flats planned",
        publisher,
    )
    assert told["Tom Bell"] == alpha3
    assert countries == sorted([alpha3, "TUR"])


def test_a_paper_with_a_name_in_part_a_countrys_speaks_of_none() -> None:
    told, _ = whose("The Minister of Construction, Dr Tom Bell, met Kenyan Minister Ana Roe.", "Talks", "orioman.com")
    assert told["Tom Bell"] != "OMN"
