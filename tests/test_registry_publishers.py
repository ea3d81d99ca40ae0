import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.registry import rows, split_list
from communique.registry.cities import city_country
from communique.registry.countries import countries
from communique.registry.matcher import fold
from communique.registry.publishers import agency_names, home_country, possible_home, sender_home


@pytest.mark.parametrize(
    ("publisher", "place", "expected"),
    [
        ("sana.sy", None, "SYR"),
        ("en.irna.ir", "Damascus", "IRN"),
        ("aa.com.tr", None, "TUR"),
        ("dawn.com", None, "PAK"),
        ("www.gov.uk", None, "GBR"),
        ("embassy.state.gov", None, "USA"),
        ("mofa.go.jp", None, "JPN"),
        ("some-new-paper.co.ke", None, "KEN"),
        ("start-up.io", None, None),
        ("start-up.tv", "Quito, Ecuador", "ECU"),
        ("mfa.gov.tv", None, "TUV"),
        ("president.gov.la", None, "LAO"),
        ("news.gov.hk", None, "CHN"),
        ("reliefweb.int", "RIYADH", "SAU"),
        ("allafrica.com", None, None),
        ("someone.blogspot.com", "KYIV", "UKR"),
        ("unknown.example.com", None, None),
        (None, "Nur-Sultan", "KAZ"),
        (None, None, None),
        ("", "", None),
    ],
)
def test_the_home_country_comes_from_domain_then_ending_then_dateline(
    publisher: str | None, place: str | None, expected: str | None
) -> None:
    assert home_country(publisher, place) == expected


def test_each_domain_is_listed_once_and_countries_are_known() -> None:
    seen: set[str] = set()
    for row in rows("publishers"):
        assert row["country"] in countries() or row["kind"] in ("aggregator", "generic", "agency", "body"), row
        assert not (row["country"] and row["kind"] in ("aggregator", "generic")), row
        for domain in split_list(row["domains"]):
            assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*", domain), domain
            assert domain not in seen, domain
            seen.add(domain)


def test_sites_of_international_organisations_are_those_of_the_registry() -> None:
    bodies = {row["name"]: row["country"] for row in rows("organizations")}
    houses = [row for row in rows("publishers") if row["kind"] == "body"]
    assert houses
    assert all(bodies[row["name"]] == "" == row["country"] for row in houses)


def test_news_agencies_of_more_than_140_countries_are_known() -> None:
    homes = {country for country in agency_names().values() if country}
    assert len(homes) > 140
    assert homes <= set(countries())


def test_agencies_are_known_by_acronym_and_by_name() -> None:
    names = agency_names()
    assert names["KUNA"] == names["Kuwait News Agency"] == "KWT"
    assert names["CNA"] is None


def test_every_capital_and_every_city_has_a_country() -> None:
    for country in countries().values():
        if country.capitals and country.alpha3 not in ("NFK",):
            assert city_country(country.capitals[0].upper()) == country.alpha3
    listed = rows("cities")
    assert {row["country"] for row in listed} <= set(countries())
    assert len({fold(row["name"]) for row in listed}) == len(listed)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("GENEVA", "CHE"),
        ("Mumbai,", "IND"),
        ("Vienna, Austria", "AUT"),
        ("Nusa Dua, Bali", "IDN"),
        ("Sharm El-Sheikh", "EGY"),
        ("Kuwait", "KWT"),
        ("Nowhere in Particular", None),
        ("", None),
    ],
)
def test_a_place_is_found_in_any_spelling(place: str, expected: str | None) -> None:
    assert city_country(place) == expected


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_strings_give_a_country_or_none(publisher: str, place: str) -> None:
    assert home_country(publisher, place) in {None, *countries()}


def test_a_country_in_the_label_of_a_domain_is_a_possible_home() -> None:
    labels = ("lebanongasoil.com", "corporatemaldives.com", "loopsamoa.example.com", "arab.com")
    assert [possible_home(label) for label in labels] == ["LBN", "MDV", None, None]


def test_a_name_that_outlets_of_several_countries_bear_tells_none() -> None:
    named = {(row["name"], row["country"]) for row in rows("publishers") if row["kind"] in {"agency", "outlet"}}
    shared = {name for name, count in Counter(name for name, _ in named).items() if count > 1}
    assert {"The Independent", "Al Watan"} <= shared
    assert {sender_home(f"{name} - ") for name in shared} == {None}
    assert sender_home("Ammon News - ") == "JOR"


def test_every_domain_stands_once_with_a_country_that_exists() -> None:
    domains = Counter(domain for row in rows("publishers") for domain in split_list(row["domains"]))
    assert [domain for domain, count in domains.items() if count > 1 or domain != domain.lower().strip()] == []
    assert {row["country"] for row in rows("publishers")} - {""} <= set(countries())
