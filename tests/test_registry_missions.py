import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.registry import rows
from communique.registry.countries import countries
from communique.registry.missions import mission_post


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://la.usembassy.gov/handover/", "LAO"),
        ("https://www.kz.emb-japan.go.jp/itpr_en/1.html", "KAZ"),
        ("https://www.micronesia.emb-japan.go.jp/1.html", "FSM"),
        ("https://www.nashville.us.emb-japan.go.jp/1.html", "USA"),
        ("http://bb.chineseembassy.org/eng/x.htm", "BRB"),
        ("https://solomonislands.embassy.gov.au/honi/a.html", "SLB"),
        ("https://tonga.highcommission.gov.au/nkfa/b.html", "TON"),
        ("https://ambnairobi.esteri.it/c", "KEN"),
        ("https://www.mzv.cz/ulaanbaatar/en/d", "MNG"),
        ("https://www.gov.uk/world/organisations/british-high-commission-port-moresby", "PNG"),
        ("https://www.norway.no/en/mozambique/e", "MOZ"),
        ("https://www.mfat.govt.nz/en/countries-and-regions/pacific/kiribati/f", "KIR"),
        ("https://phnompenhpe.dfa.gov.ph/newsroom", "KHM"),
        ("https://hcilagos.gov.in/g", "NGA"),
        ("https://www.roc-taiwan.org/lc_en/post/1.html", "LCA"),
        ("https://www.eeas.europa.eu/delegations/timor-leste/62946/h_en", "TLS"),
        ("https://www.undp.org/bosnia-herzegovina/press-releases/i", "BIH"),
        ("https://www.osce.org/mission-to-moldova/514233", "MDA"),
        ("https://mfa.gov.lv/en/article/edgars-rinkevics-visits-slovenia", None),
        ("https://www.fao.org/newsroom/detail/j", None),
        ("https://news.un.org/en/story/1", None),
        ("https://www.gov.uk/government/news/k", None),
        ("https://example.org/chad", None),
        ("", None),
        (None, None),
    ],
)
def test_the_address_of_a_mission_tells_where_it_serves(url: str | None, expected: str | None) -> None:
    assert mission_post(url) == expected


def test_every_pattern_reads_its_own_example() -> None:
    for row in rows("missions"):
        address = row["pattern"].replace("{name}", "kenya").replace("{city}", "nairobi").replace("{code}", "ke")
        assert mission_post(f"https://www.{address.replace('*', 'any')}") == "KEN", row


def test_patterns_name_one_place_and_are_listed_once() -> None:
    patterns = [row["pattern"] for row in rows("missions")]
    assert len(patterns) == len(set(patterns)) > 80
    assert all(len(re.findall(r"\{(?:name|city|code)\}", pattern)) == 1 for pattern in patterns)
    assert all(pattern == pattern.lower() for pattern in patterns)


@given(st.text(max_size=600))
def test_any_address_gives_a_country_or_none(text: str) -> None:
    assert mission_post(text) in {None, *countries()}
    assert mission_post(f"https://{text}") in {None, *countries()}
