import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.registry import rows
from communique.registry.countries import countries
from communique.registry.organizations import find_organizations, organizations, spellings

KINDS = {"un", "eu", "intergovernmental", "regional", "forum", "bank", "court", "military"} | {
    "agency",
    "ngo",
    "redcross",
    "religious",
    "sport",
    "business",
    "central bank",
}
IN_MONETARY_UNIONS = {
    "BEN",
    "BFA",
    "CIV",
    "GNB",
    "MLI",
    "NER",
    "SEN",
    "TGO",
    "CMR",
    "CAF",
    "TCD",
    "COG",
    "GNQ",
    "GAB",
    "ATG",
    "DMA",
    "GRD",
    "KNA",
    "LCA",
    "VCT",
}
WITHOUT_CENTRAL_BANK = {
    "AND",
    "LIE",
    "MCO",
    "SMR",
    "VAT",
    "FSM",
    "MHL",
    "PLW",
    "NRU",
    "TUV",
    "KIR",
    "PAN",
    "ATA",
    "ESH",
    "COK",
    "NIU",
}


def names(text: str) -> list[str]:
    return [match.value.name for match in find_organizations(text)]


def test_no_form_belongs_to_two_organisations() -> None:
    owner: dict[str, str] = {}
    for body in organizations().values():
        for form in {body.name, *body.aliases, body.acronym} - {""}:
            for spelling in spellings(form):
                assert owner.setdefault(spelling, body.name) == body.name, spelling


def test_no_form_begins_with_an_article_that_is_not_needed() -> None:
    forms = {form for body in organizations().values() for form in (body.name, *body.aliases)}
    assert {form for form in forms if form.startswith("The ")} == {"The Commonwealth"}


def test_no_form_stands_in_the_registry_twice() -> None:
    for body in organizations().values():
        forms = [body.name, *body.aliases, body.acronym]
        for form in body.aliases:
            others = {spelling for other in forms if other is not form for spelling in spellings(other)}
            assert form not in others, form


def test_names_are_unique_and_kinds_and_countries_known() -> None:
    assert len(organizations()) == len(rows("organizations")) > 600
    for body in organizations().values():
        assert body.kind in KINDS, body
        assert body.country is None or body.country in countries(), body
        assert body.country or body.kind not in ("agency", "redcross") or "Red C" in body.name, body
        assert not body.acronym or body.acronym == body.acronym.strip(), body


def test_every_state_has_a_central_bank_or_none_of_its_own() -> None:
    banks = {body.country for body in organizations().values() if body.kind == "central bank"}
    states = set(countries()) - {row["alpha3"] for row in rows("dependencies")}
    assert states - banks == IN_MONETARY_UNIONS | WITHOUT_CENTRAL_BANK


def test_every_form_of_every_organisation_is_found_as_that_organisation() -> None:
    for body in organizations().values():
        for form in {body.name, *body.aliases, body.acronym} - {""}:
            assert names(f"He met {form} staff.") == [body.name], form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN’s WFP and the FAO representative", ["United Nations", "World Food Programme"]),
        ("an adviser who came to care for them", []),
        ("THE MAN WHO CAME", []),
        ("the WHO envoy", ["World Health Organization"]),
        ("SHANGHAI COOPERATION ORGANIZATION SUMMIT", ["Shanghai Cooperation Organization"]),
        ("the Commonwealth of Independent States", ["Commonwealth of Independent States"]),
        ("the Supreme National Security Council", []),
    ],
)
def test_organisations_are_found_as_written(text: str, expected: list[str]) -> None:
    assert names(text)[: len(expected) or None] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the U.N. World Food Program", "World Food Programme"),
        ("the United Nations' refugee agency", "United Nations High Commissioner for Refugees"),
        ("the UN’s Children’s Agency", "United Nations Children's Fund"),
        (
            "the Organisation for Economic Cooperation and Development",
            "Organisation for Economic Co-operation and Development",
        ),
        ("the Bill and Melinda Gates Foundation", "Bill & Melinda Gates Foundation"),
        (
            "UN Educational, Scientific, and Cultural Organisation",
            "United Nations Educational, Scientific and Cultural Organization",
        ),
        ("Gavi the Vaccine Alliance", "Gavi, the Vaccine Alliance"),
        ("the African Union's Development Agency", "African Union Development Agency"),
        ("Red Crescent Society of Tajikistan", "Tajikistan Red Crescent"),
    ],
)
def test_a_name_is_known_in_british_and_american_spelling_and_with_its_union_written_out(text: str, name: str) -> None:
    assert names(text) == [name]


def test_every_state_with_a_national_society_has_it() -> None:
    without = {"ATA", "ERI", "ESH", "NIU", "OMN", "TWN", "VAT"}
    societies = {body.country for body in organizations().values() if body.kind == "redcross"}
    states = set(countries()) - {row["alpha3"] for row in rows("dependencies")}
    assert states - societies == without


def test_a_national_agency_has_its_country_and_an_international_body_none() -> None:
    jica, union = (match.value for match in find_organizations("JICA and the African Union"))
    assert (jica.country, union.country) == ("JPN", None)


@given(st.text(max_size=300))
def test_any_text_gives_ordered_matches_within_it(text: str) -> None:
    text = f"{text} WHO {text}"
    end = 0
    for match in find_organizations(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Koica", "Korea International Cooperation Agency"),
        ("Jica", "Japan International Cooperation Agency"),
        ("Unido", "United Nations Industrial Development Organization"),
    ],
)
def test_long_acronyms_are_also_written_as_names(said: str, name: str) -> None:
    assert [found.value.name for found in find_organizations(f"He met the {said} envoy.")] == [name]


@pytest.mark.parametrize("said", ["Irena", "Cern", "Marri", "Tika", "Acted"])
def test_names_of_people_and_words_are_no_acronyms(said: str) -> None:
    assert not find_organizations(f"He met Viorel {said} in the hall.")
