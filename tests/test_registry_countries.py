import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.registry import rows, split_list
from communique.registry.countries import CountryTerm, _cued, countries, country_terms, find_countries
from communique.registry.matcher import fold

UNINHABITED = {"ATA", "ATF", "BVT", "HMD", "UMI", "SGS"}
OWN_CITY = {"SGP", "MCO", "SMR", "GIB", "HKG", "MAC", "VAT"}  # the capital's name is the country's
NO_CAPITAL = UNINHABITED | OWN_CITY | {"ESH", "IOT", "NFK", "SPM", "TKL"}
NO_DEMONYM = UNINHABITED | {"SJM"}


def codes(text: str, **more: object) -> list[str]:
    return [match.value.alpha3 for match in find_countries(text, **more)]  # type: ignore[arg-type]


def test_every_iso_country_and_kosovo_are_listed_in_order_of_their_codes() -> None:
    table = countries()
    assert len(table) == 250
    assert list(table) == sorted(table)
    assert len({country.alpha2 for country in table.values()}) == 250
    assert all(re.fullmatch("[A-Z]{3}", c.alpha3) and re.fullmatch("[A-Z]{2}", c.alpha2) for c in table.values())


def test_every_inhabited_country_has_a_demonym_a_capital_and_a_language() -> None:
    table = countries().values()
    assert {c.alpha3 for c in table if not c.demonyms} <= NO_DEMONYM
    assert {c.alpha3 for c in table if not c.capitals} <= NO_CAPITAL
    assert {c.alpha3 for c in table if not c.languages} <= {"ATA"}
    assert all(re.fullmatch("[a-z]{2}", language) for c in table for language in c.languages)


def test_no_word_is_claimed_by_two_countries_but_for_hong_kong_and_macau() -> None:
    owner: dict[str, CountryTerm] = {}
    for word, value in country_terms():
        first = owner.setdefault(fold(word, lower=False), value)
        assert first.alpha3 == value.alpha3 or first.region in ("Hong Kong", "Macau"), word


def test_no_masking_phrase_hides_a_word_for_a_country_itself() -> None:
    words = {word for word, value in country_terms() if value.region is None}
    assert not words & {row["phrase"] for row in rows("country_masks")}


def test_each_name_and_demonym_is_found_as_its_own_country_unless_it_has_several_readings() -> None:
    doubtful = {fold(term) for row in rows("country_readings") for term in split_list(row["terms"])}
    for country in countries().values():
        if country.alpha3 in ("HKG", "MAC"):
            continue
        for word in (country.name, country.official, *country.aliases, *country.demonyms, *country.capitals):
            if fold(word) not in doubtful:
                assert codes(f"Talks: {word}.") == [country.alpha3], word


def test_codes_in_readings_and_regions_are_countries_and_rules_have_known_conditions() -> None:
    for row in rows("country_readings"):
        assert row["reading"] in countries() or row["reading"] == "", row
        assert row["when"] in ("before", "after", "text", "only", "else"), row
        assert bool(row["cues"]) == (row["when"] != "else"), row
    assert {row["alpha3"] for row in rows("regions")} <= set(countries())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US officials told us that the U.S.-led group pays US$5 million.", ["USA", "USA"]),
        ("Nigerien and Nigerian ministers met in Niamey.", ["NER", "NGA", "NER"]),
        ("The Congolese president left Kinshasa.", ["COD", "COD"]),
        ("The Congolese president left Brazzaville.", ["COG", "COG"]),
        ("A Korean envoy flew from Pyongyang.", ["PRK", "PRK"]),
        ("The Workers' Party of Korea wrote to the Republic of Korea.", ["PRK", "KOR"]),
        ("A Korean envoy spoke about North Korea in Seoul.", ["KOR", "PRK", "KOR"]),
        ("Guinea-Bissau, Equatorial Guinea, Papua New Guinea and Guinea", ["GNB", "GNQ", "PNG", "GIN"]),
        ("Guinea, Guinea Bissau", ["GIN", "GNB"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("the Dominican ambassador", ["DOM"]),
        ("the Dominican ambassador came to Dominica", ["DMA", "DMA"]),
        ("the Vincentian Prime Minister", ["VCT"]),
        ("Georgia's premier spoke in Tbilisi", ["GEO", "GEO"]),
        ("Georgia's governor spoke in Atlanta", []),
        ("Michael Jordan flew to Jordan", ["JOR"]),
        ("across the Indian Ocean, the South China Sea and the Gulf of Oman", []),
        ("SYRIA AND JORDAN SIGN A DEAL", ["SYR", "JOR"]),
        ("the text, issued in Russian, names Russian cities", ["RUS"]),
        ("in Latin America, New Mexico apart", ["USA"]),
        ("the polish of swiss clocks", []),
        ("Male and female staff", []),
        ("Maldivian staff in Malé", ["MDV", "MDV"]),
        ("Sino-Russian ties", ["CHN", "RUS"]),
        ("St. Lucia, St Vincent and the Grenadines", ["LCA", "VCT"]),
        ("People's Republic of China and Republic of China", ["CHN", "TWN"]),
        ("the Kurdistan Region and Hong Kong", ["IRQ", "CHN"]),
        ("the Islamic Republic of Mauritania", ["MRT"]),
        ("Lao, Laotians and Laos", ["LAO", "LAO", "LAO"]),
        ("Emiratis, Filipinos and Kyrgyz", ["ARE", "PHL", "KGZ"]),
        ("Officials of the Democratic Republic of the Congo came. The Congolese minister met them", ["COD", "COD"]),
    ],
)
def test_words_are_read_as_their_surroundings_say(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_region_is_told_beside_the_country_it_belongs_to() -> None:
    assert find_countries("Scottish ministers")[0].value == CountryTerm("GBR", "demonym", "Scotland")


def test_spans_to_skip_hide_the_words_inside_them() -> None:
    text = "The Commonwealth of Australia Fund and Australia"
    assert codes(text, skip=[(4, 34)]) == ["AUS"]


def test_what_settles_a_word_may_stand_in_the_wider_context() -> None:
    assert codes("The Congolese side", context="BRAZZAVILLE. The Congolese side spoke in Brazzaville.") == ["COG"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.sampled_from(["Georgia", "Congo", "US", "ß"]))
def test_any_text_gives_ordered_matches_within_it(text: str, word: str) -> None:
    text = f"{text} {word} {text}"
    end = 0
    for match in find_countries(text, context=text[::-1]):
        assert end <= match.start < match.end <= len(text)
        end = match.end


def test_an_island_is_not_iceland() -> None:
    assert find_countries("Off Island Again, on an Island of the Pacific") == []


def test_a_text_full_of_one_ambiguous_name_is_looked_through_once_a_rule() -> None:
    before = _cued.cache_info().misses
    assert len(find_countries("Korea and " * 3_000)) == 3_000
    assert _cued.cache_info().misses - before < 10
