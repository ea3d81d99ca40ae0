"""What no reader knows of an office belongs to it up to the comma before its holder."""

import pytest

from communique.extract.offices.phrases import find_offices
from communique.extract.words.reading import read


def first(text: str) -> tuple[str, str | None]:
    found = find_offices(read(text))[0]
    return found.role, found.organization


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Peru's Special Envoy to the peace process, Eamon Rey, came", "Special Envoy to the peace process"),
        ("the special envoy for the release of captives, Ana Rey, came", "special envoy for the release of captives"),
        ("the adviser on youth matters, Ana Rey, came", "adviser on youth matters"),
        ("the state secretary for Croats abroad, Zvonko Rey, came", "state secretary for Croats abroad"),
        ("the minister for Moldovans abroad, Ana Rey, came", "minister for Moldovans abroad"),
        ("the deputy minister for social defence and banned substances, Ana Rey, and",
         "deputy minister for social defence and banned substances"),
        ("the under secretary for growth, clean energy and the environment, Ana Rey, and",
         "under secretary for growth, clean energy and the environment"),
        ("the minister for growth, energy, and the arid lands, Ana Rey, and",
         "minister for growth, energy, and the arid lands"),
        ("the commissioner for a just transition, Mr Ana Rey, came", "commissioner for a just transition"),
        ("the head of Ankora in the country, Kim Dong-hoon, came", "head of Ankora in the country"),
        ("the head of the counter-narcotics effort, Colonel Ana Rey.", "head of the counter-narcotics effort"),
        ("the ambassador for climate questions, Her Excellency Ana Rey, came", "ambassador for climate questions"),
        ("Ana Rey, head of our station, came", "head of our station"),
        ("Ana Rey, coordinator of the flood response, came", "coordinator of the flood response"),
    ],
)  # fmt: skip
def test_words_up_to_the_holders_comma_belong_to_the_office(text: str, role: str) -> None:
    assert first(text)[0] == role


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the vice-president for the private sector of CAX, Ana Rey, came",
         ("vice-president for the private sector", "CAX")),
        ("the Head of the Observer Mission of the African Union (AU) for the runoff, Ana Rey, came",
         ("Head of the Observer Mission for the runoff", "African Union")),
    ],
)  # fmt: skip
def test_the_body_behind_them_is_told_apart(text: str, told: tuple[str, str]) -> None:
    assert first(text) == told


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("thanked the minister for the warm welcome, Ana Rey, of Peru, said", "minister"),
        ("met the minister for a second time, Ana Rey, of Peru, said", "minister"),
        ("the minister for the region signed it, Ana Rey, who was there, said", "minister"),
        ("met the minister for talks that lasted long, Ana Rey, of Peru, said", "minister"),
        ("the envoy to the flooded south, Ana Rey said", "envoy"),
        ("the president to the flooded south, Ana Rey, said", "president"),
        ("the head of state in the main hall, Ana Rey, said", "head of state"),
        ("the ambassador for the deputy minister, Ana Rey, came", "ambassador"),
    ],
)  # fmt: skip
def test_thanks_verbs_and_clauses_are_no_part_of_it(text: str, role: str) -> None:
    assert first(text)[0] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the Head of the Bank's Sarajevo office, Ana Rey, came", "Head of Sarajevo office"),
        ("the head of the Osh employment office, Ana Rey, came", "head of the Osh employment office"),
        ("the director of the Derna port, Ana Rey, came", "director of the Derna port"),
        ("Ana Rey, manager of the Tashkent branch, came", "manager of the Tashkent branch"),
    ],
)
def test_a_branch_called_after_its_town_is_no_matter_of_state(text: str, role: str) -> None:
    found = find_offices(read(text))[0]
    assert (found.role, found.countries) == (role, ())


def test_no_acronym_is_described_by_words_that_end_in_a_preposition() -> None:
    assert first("Ana Rey, director of international affairs in TRX, came") == (
        "director of international affairs",
        None,
    )


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("met the bailiff, Zeno Moraz, on Monday", "bailiff"),
        ("met Peru's keeper, Zeno Moraz, on Monday", "keeper"),
        ("met coach Zeno Moraz on Monday", "coach"),
        ("and legal officer Zeno Moraz. They", "legal officer"),
    ],
)
def test_a_small_title_beside_a_full_name_is_an_office(text: str, role: str) -> None:
    assert first(text)[0] == role


@pytest.mark.parametrize("text", ["met the bailiff, which said", "met coach and team", "met a fellow, Zeno Moraz said"])
def test_a_small_title_alone_is_none(text: str) -> None:
    assert not find_offices(read(text))


@pytest.mark.parametrize(
    "title",
    [
        "Apostolic Visitor", "Vicar General", "Archimandrite", "Auxiliary Bishop", "Chief Kadhi", "Mayoress", "Bailiff",
        "County Magistrate", "District Collector", "Presidential Delegate", "Delegate General", "Chief Constable",
        "Flag Officer Fleet", "Contingent Commander", "Chief Hydrographer", "Securities Regulator", "Ombudswoman",
        "People's Advocate", "Public Defender", "State Attorney", "Chief Magistrate", "Sergeant At Arms",
        "President Pro Tempore", "Chef De Mission", "Managing Editor", "DIGP", "CDF", "VCDF", "DDG", "DPP", "ASG",
    ],
)  # fmt: skip
def test_offices_of_the_worlds_services_are_known(title: str) -> None:
    assert first(f"They met {title} Zeno Moraz on Monday")[0].lower() == title.lower()


def test_a_marshal_is_a_speaker_in_poland_alone() -> None:
    assert first("In Poland Marshal Zeno Moraz met them")[0] == "Marshal"
    assert not find_offices(read("In Libya Marshal Zeno Moraz met them"))


def test_letters_before_a_legislator_are_of_his_party() -> None:
    assert first("They met DPP Legislator Zeno Moraz")[0] == "DPP Legislator"
