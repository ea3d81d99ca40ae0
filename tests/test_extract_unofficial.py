"""People without an office who act at the event."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

LEAD = "Fiji's Trade Minister Ratu Vula received the Tongan Ambassador, Sione Taufa, in Suva. "


def strangers(text: str) -> list[tuple[str | None, str | None, str | None]]:
    found = find_actors(Article(title="", body=LEAD + text))[0]
    return [(a.name, a.role, a.country) for a in found if a.name not in {"Ratu Vula", "Sione Taufa"}]


@pytest.mark.parametrize(
    "text",
    [
        "On behalf of the growers, Mere Tokalau thanked the guests.",
        "Mere Tokalau, accompanied by the choir, the band, and her son, received the guests.",
        "The port's chief vet, Mere Tokalau, signed; the boats left.",
        "Mere Tokalau was the head of the choir.",
        "Mere Tokalau of the academy told them so.",
        "Mere Tokalau had the chair.",
        "Mere Tokalau, whose farm lies by the river, asked for a bridge.",
        "“The road is what we need,” said Mere Tokalau.",
        "The ambassador then met with Mere Tokalau.",
        "At her side was Mere Tokalau, to whom water is entrusted.",
        "The meeting was attended by Dr Mere Tokalau.",
        "Mere Tokalau and Minister Vula discussed the road.",
        "Mere Tokalau KCMG, in turn, hailed the plan.",
        "Mere Tokalau inspected the wells.",
        "Mere Tokalau of the Growers of Vula Bay briefed the guests.",
        "Mere Tokalau and others were in attendance.",
        "Mere Tokalau is at the meeting too.",
    ],
)
def test_who_says_something_or_is_met_with_takes_part_without_an_office(text: str) -> None:
    assert strangers(text) == [("Mere Tokalau", None, "FJI")]


@pytest.mark.parametrize(
    "text",
    [
        "A team with Sione Fatafehi at its head was received.",
        "On Friday Sione Fatafehi and his delegation toured the harbour.",
        "Sione Fatafehi was received at the airport.",
    ],
)
def test_a_guest_takes_part_without_an_office(text: str) -> None:
    assert strangers(text) == [("Sione Fatafehi", None, "TON")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The soil, said scientist Mere Tokalau, is tired.", "scientist"),
        ("“The soil is tired,” said Mere Tokalau, an economist.", "economist"),
    ],
)
def test_the_noun_beside_the_name_says_what_somebody_is(text: str, role: str) -> None:
    assert strangers(text) == [("Mere Tokalau", role, "FJI")]


@pytest.mark.parametrize(
    "text",
    [
        "The school in Vunisea Bay received books.",
        "The bridge bears the name of Mere Tokalau.",
        "Mere Tokalau, a reporter of the Suva Mail, asked about the price.",
        "Both praised the work of the late Mere Tokalau.",
        "The reef near the house where Mere Tokalau lived and the ship Mere Tokalau named after her were shown.",
        "The village welcomed Mere Tokalau in 1963.",
        "The editor Mere Tokalau reported on it. Ms Mere Tokalau said that the talks were long.",
        "He spoke on behalf of the Speaker, Her Excellency, Mere Tokalau, and thanked all.",
    ],
)
def test_places_journalists_and_people_talked_about_stay_out(text: str) -> None:
    assert strangers(text) == []


def test_who_stands_beside_a_countrys_name_represents_it() -> None:
    text = "Tonga's Mele Fifita and Samoa's Tavita Leota toured the harbour."
    assert strangers(text) == [("Mele Fifita", None, "TON"), ("Tavita Leota", None, "WSM")]


def test_capitals_in_front_of_a_name_are_the_office_nobody_knows() -> None:
    text = "The team was led by the Chief Reef Watch, Captain Mere Tokalau."
    assert [(name, role) for name, role, _ in strangers(text)] == [("Mere Tokalau", "Chief Reef Watch")]


def test_who_has_a_rank_is_of_the_pages_own_country() -> None:
    text = f"{LEAD}Captain Mere Tokalau escorted the guest."
    found = find_actors(Article(title="", body=text, publisher="fijisun.com.fj"))[0]
    assert {a.name: a.country for a in found}["Mere Tokalau"] == "FJI"


def test_the_clause_behind_a_name_may_tell_the_country() -> None:
    text = "Ana Vega, in whose hands ports lie in the government of Chile, sat down."
    assert strangers(text) == [("Ana Vega", None, "CHL")]


def test_who_stands_in_a_list_behind_a_participant_is_one_of_his_side() -> None:
    told = strangers("The guests were shown round by Minister Vula, Mere Tokalau, Chief Reef Watcher, and the mayor.")
    assert ("Mere Tokalau", "Chief Reef Watcher", "FJI") in told


def test_two_of_whom_a_clause_tells_what_they_do_take_part() -> None:
    assert [name for name, _, _ in strangers("Mere Tokalau and Ana Vega, who grow taro, spoke.")] == [
        "Mere Tokalau",
        "Ana Vega",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The guest had lost to his rival, Mere Tokalau, remained calm.",
        "He met with Sione Taufa at the Sports Centre, Mere Tokalau.",
        "The island is held by the junta, led by General Mere Tokalau.",
    ],
)
def test_rivals_venues_and_leaders_of_a_junta_take_no_part(text: str) -> None:
    assert strangers(text) == []


def test_who_stands_behind_the_other_country_or_beside_a_husband_takes_part() -> None:
    text = "Fiji's Trade Minister Ratu Vula, Samoa's Ana Ruiz and Niue's Mere Tokalau opened it."
    found = find_actors(Article(title="", body=text))[0]
    assert [a.name for a in found] == ["Ratu Vula", "Ana Ruiz", "Mere Tokalau"]


def test_who_stands_behind_a_body_represents_it() -> None:
    found = find_actors(
        Article(title="", body=LEAD + "The World Food Programme's Mere Tokalau dropped the first bag.")
    )[0]
    assert ("Mere Tokalau", "World Food Programme") in [(a.name, a.organization) for a in found]


@pytest.mark.parametrize(
    "text",
    [
        "The gas flows to Lebanon's Deir Ammar plant. It flows near Lebanon's Sidon Ammar too.",
        "Japan's Toyota Motor buys copra.",
        "They spoke. In 2019 Samoa's Mere Tokalau opened the mill.",
        "They spoke. Vula told him that Samoa's Mere Tokalau had rung.",
    ],
)
def test_places_firms_and_people_elsewhere_behind_a_country_take_no_part(text: str) -> None:
    assert strangers(text) == []


def test_for_a_country_somebody_is_there() -> None:
    text = "For Kiribati there was Minister Ana Ruiz, for Tuvalu Mere Tokalau."
    assert ("Mere Tokalau", None, "TUV") in strangers(text)


def test_somebody_described_ends_a_list() -> None:
    text = "Vula came, followed by Sione Taufa and the ship's surgeon, Dr Mere Tokalau."
    assert [name for name, *_ in strangers(text)] == ["Mere Tokalau"]


def test_who_gets_a_prize_behind_a_country_takes_part() -> None:
    assert strangers("The prize went to Nepal's Maria Singh.") == [("Maria Singh", None, "NPL")]


def test_who_comes_from_a_countrys_body_is_that_countrys() -> None:
    told = strangers("Wang Lin of China's Exim Bank, his co-chair, did so.")
    assert told == [("Wang Lin", None, "CHN")]


def test_two_strangers_act_together_though_one_has_a_particle_in_the_name() -> None:
    told = [name for name, _, _ in strangers("Mere Tokalau and Sara bint al-Amri met in Nadi on Monday.")]
    assert told == ["Mere Tokalau", "Sara bint al-Amri"]


@pytest.mark.parametrize(
    "text",
    [
        "Mere Tokalau (Greens) and Ana Ruiz (Labour) also attended.",
        "Mere Tokalau, Ana Ruiz and Jone Rey met the ambassador of Tonga.",
        "Mr. Mere Tokalau (Greens), Mr. Ana Ruiz and Mrs. Jone Rey (Labour) attended.",
        "He was accompanied by Mere Tokalau and Ramasamy a/l Rey.",
    ],
)
def test_all_of_a_list_take_part(text: str) -> None:
    assert strangers(text)[0] == ("Mere Tokalau", None, "FJI")
    assert len(strangers(text)) == text.count(" and ") + text.count(", ") + 1


@pytest.mark.parametrize(
    "text",
    [
        "San Lorenzo (Peru) meets Extrema (Bolivia) there.",
        "Agua Negra docked on Sunday.",
        "Agua Negra reported that the talks were hard.",
        "Agua Negra was delivered in 2021.",
        "Also discussed were Agua Negra and Mae Sot.",
        "Villa Hayes welcomed the guests.",
    ],
)
def test_places_papers_and_things_do_nothing(text: str) -> None:
    assert strangers(text) == []
