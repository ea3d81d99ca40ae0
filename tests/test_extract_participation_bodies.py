"""Bodies that act, with nobody named for them: `communique.extract.participation.bodies`.

What single phrases tell is tested without the weights that add it up (`by_deeds`); what these make of it, behind.
"""

import pytest

from communique.extract.actors import find_actors
from communique.extract.participation import bodies as rules
from communique.extract.participation.bodies_likelihood import Candidate, Page, beside, signs
from communique.extract.participation.stands_for import same_body
from communique.model import Article
from communique.registry import settings

DEEDS = {"does", "done with", "speaks", "attends"}
by_deeds = pytest.mark.usefixtures("_by_deeds")


@pytest.fixture
def _by_deeds(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(page: Page, candidate: Candidate) -> bool:
        said = set(beside(page, candidate))
        return bool(said & DEEDS) and said <= DEEDS

    monkeypatch.setattr(rules, "takes_part", told)


def bodies(body: str, publisher: str | None = None) -> list[tuple[str | None, str | None]]:
    found = find_actors(Article(title="", body=body, publisher=publisher))[0]
    return [(actor.name, actor.country) for actor in found if actor.type == "organization"]


@by_deeds
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A memorandum was signed between the Ministry of Trade of Chad and Malta's Ministry of Health and Sport.",
            [("Ministry of Trade of Chad", "TCD"), ("Ministry of Health and Sport", "MLT")],
        ),
        (
            "The papers were signed by the Chad Ports Authority and the Malta Freeport Company.",
            [("Chad Ports Authority", "TCD"), ("Malta Freeport Company", "MLT")],
        ),
        (
            "Officials of the Chad Ports Authority and of the Malta Freeport Company took part in the talks.",
            [("Chad Ports Authority", "TCD"), ("Malta Freeport Company", "MLT")],
        ),
        ("Malta has given wheat through the Malta Relief Agency.", [("Malta Relief Agency", "MLT")]),
        (
            "Chad signed the accord, through its Ministry of Trade, in Valletta.",
            [("Ministry of Trade", "TCD")],
        ),
        ("Ten ambulances were handed over to Chad's Health Ministry.", [("Health Ministry", "TCD")]),
        ("With the Malta Relief Agency a programme was signed.", [("Malta Relief Agency", "MLT")]),
        (
            "The accord was signed by the Maltese Ministry of Energy and the Chadian Ministry of Energy.",
            [("Ministry of Energy", "MLT"), ("Ministry of Energy", "TCD")],
        ),
        (
            "A loan agreement was signed between the Government of Chad and the African Development Bank.",
            [("African Development Bank", None)],
        ),
        ("UNICEF has received ten million dollars from Malta.", [("UNICEF", None)]),
        ("The Nordic Investment Bank lent Malta ten million euros.", [("Nordic Investment Bank", None)]),
        ("The Big Heart Foundation has donated tents to Chad.", [("Big Heart Foundation", "ARE")]),
        ("The Malta Relief Agency will build ten schools in Chad.", [("Malta Relief Agency", "MLT")]),
        ("With support from the Malta Relief Agency a school was opened.", [("Malta Relief Agency", "MLT")]),
        ("The guests met the leadership of the state concern “Chadgaz”.", [("Chadgaz", None)]),
        (
            "A contract was signed by Malta's state miner Vella and the Chad Ports Authority.",
            [("Vella", "MLT"), ("Chad Ports Authority", "TCD")],
        ),
        (
            "The Chad Ports Authority received ten boats from the Malta Relief Agency.",
            [("Chad Ports Authority", "TCD"), ("Malta Relief Agency", "MLT")],
        ),
        (
            "The Malta Development Bank (MDB) and the city of Moundou have signed a loan.",
            [("Malta Development Bank", "MLT")],
        ),
        ("The Malta Development Bank and Vella Shipping renewed their contract.", [("Malta Development Bank", "MLT")]),
        (
            "The Chad Mines, Petroleum and Gas Board has signed an MoU with Malta's Geological Survey Department.",
            [("Chad Mines, Petroleum and Gas Board", "TCD"), ("Geological Survey Department", "MLT")],
        ),
        (
            "The Malta Relief Agency and Chad Rail signed, in the presence of ministers Ana Paz and Leo Paz of Chad.",
            [("Malta Relief Agency", "MLT"), ("Chad Rail", "TCD")],
        ),
    ],
)
def test_bodies_act_that_sign_give_receive_or_send_somebody(text: str, told: list[tuple[str, str]]) -> None:
    assert bodies(text) == told


@by_deeds
@pytest.mark.parametrize(
    "text",
    [
        "The fleet of the Malta Ports Authority was joined by a tug in 1995.",
        "Books were handed to a Community Centre.",
        "With such help the Malta Reception Centre has been equipped.",
        "They met in Malta. The tents will be handed out by the Malta Relief Agency.",
        "He gave the Maltese-Chadian Institute for Resources as an instance.",
        "It is to go up to a billion, according to the Malta Development Bank.",
        "The two met. They spoke of ports. The Malta Development Bank will build a depot.",
        "The two met. They spoke of clubs. These were formed with support from the Malta Relief Agency.",
        "The two met. They spoke of a protocol. It was signed by the Malta Relief Agency last July.",
        "It was all done under an Air Service Agreement signed by both.",
        "The road belongs to the Chad Ports Authority.",
    ],
)
def test_bodies_that_are_only_mentioned_take_no_part(text: str) -> None:
    assert bodies(text) == []


@by_deeds
def test_a_ministry_is_no_actor_where_its_official_is_named() -> None:
    text = "Malta's Ministry of Health signed the accord with Chad. Health Minister of Malta Carla Borg was glad."
    assert bodies(text) == []


@by_deeds
def test_a_foreign_ministry_is_no_actor_where_its_envoy_is_named() -> None:
    text = "Malta's Ministry of Foreign Affairs signed the accord with Chad. Ambassador of Malta Carla Borg was glad."
    assert bodies(text) == []


@by_deeds
def test_a_ministry_of_which_nothing_is_told_is_the_pages_own() -> None:
    text = "Books were donated to the Ministry of Education by China."
    assert bodies(text, publisher="gna.org.gh") == [("Ministry of Education", "GHA")]


@by_deeds
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Malta's Trade Minister Leo Borg met a delegation of the African Development Bank.",
            [("delegation of the African Development Bank", None)],
        ),
        (
            "Malta's Trade Minister Leo Borg met an African Development Bank mission.",
            [("African Development Bank mission", None)],
        ),
        (
            "The Turkish Cooperation and Coordination Agency (TIKA) helped with a clinic. TIKA sent beds.",
            [("Turkish Cooperation and Coordination Agency", "TUR")],
        ),
        (
            "The Malta Navy and the Chad Coast Guard held a joint patrol.",
            [("Malta Navy", "MLT"), ("Chad Coast Guard", "TCD")],
        ),
        ("Of the aid the World Food Programme gets €5m.", [("World Food Programme", None)]),
        ("UNICEF has announced that Malta is giving rice.", [("UNICEF", None)]),
        ("Malta has given the Chad Relief Agency ten boats.", [("Chad Relief Agency", "TCD")]),
        (
            "The Malta Chamber of Commerce and the Chamber of Commerce of Chad agreed on a fair.",
            [("Malta Chamber of Commerce", "MLT"), ("Chamber of Commerce", "TCD")],
        ),
    ],
)
def test_delegations_forces_and_acronyms_of_bodies_act(text: str, told: list[tuple[str, str | None]]) -> None:
    assert bodies(text) == told


@by_deeds
@pytest.mark.parametrize(
    "text",
    [
        "Malta's Trade Minister Leo Borg said that a Maltese Development Centre has been opened.",
        "Donors such as the Malta Relief Agency gave too.",
        "Malta's Trade Minister Leo Borg came. In December the Malta Relief Agency gave rice.",
        "Malta's Trade Minister Leo Borg met a delegation of the African Development Bank led by Ana Ruiz.",
        "The Malta Relief Foundation gave beds. Foundation chairman Leo Borg handed them over.",
    ],
)
def test_what_is_done_to_a_body_or_was_done_before_is_no_deed(text: str) -> None:
    assert bodies(text) == []


@by_deeds
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ships of the Maltese Navy and the Royal Saudi Naval Forces took part in the exercise.",
            [("Maltese Navy", "MLT"), ("Royal Saudi Naval Forces", "SAU")],
        ),
        (
            "The drill was attended by the Chad Land Forces, the Royal Navy of Oman and the Marine Corps of Malta.",
            [("Chad Land Forces", "TCD"), ("Royal Navy of Oman", "OMN"), ("Marine Corps of Malta", "MLT")],
        ),
        ("The Japanese Self Defence Force exercised with them.", [("Japanese Self Defence Force", "JPN")]),
        ("Two Maltese Navy ships are under way.", []),
        ("TIKA equipped a clinic.", [("TIKA", "TUR")]),
        (
            "Tents have been given to people hit by floods in a number of villages in Ghor province, Afghanistan, by "
            "the Malta Relief Agency.",
            [("Malta Relief Agency", "MLT")],
        ),
        (
            "It was launched by the Italian Development Cooperation and UNICEF.",
            [("Italian Development Cooperation", "ITA"), ("UNICEF", None)],
        ),
    ],
)
def test_forces_act_with_their_ships_and_agencies_equip(text: str, told: list[tuple[str, str | None]]) -> None:
    assert bodies(text) == told


@by_deeds
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Beds were donated to the Ministry of Health in Valletta.", [("Ministry of Health", "MLT")]),
        ("Beds were donated to the Health Ministry in Nassau.", [("Health Ministry", "BHS")]),
        ("Beds were donated to the Chamber of Commerce in Valletta.", [("Chamber of Commerce", "MLT")]),
        ("Beds were donated to the Malta Chess Foundation in Lima.", [("Malta Chess Foundation", "MLT")]),
        (
            "UNICEF, in cooperation with the Ministry of Health, Water and Sport of Chad, launched a drive.",
            [("UNICEF", None), ("Ministry of Health, Water and Sport of Chad", "TCD")],
        ),
        (
            "The Central Bank of Sweden and the Central Bank of Malta signed an agreement.",
            [("Central Bank of Sweden", "SWE"), ("Central Bank of Malta", "MLT")],
        ),
        (
            "The Maltese Geological Survey and the Chad Atomic Energy Commission signed an agreement.",
            [("Maltese Geological Survey", "MLT"), ("Chad Atomic Energy Commission", "TCD")],
        ),
        (
            "The Gambia Ports Authority and the University of Lima signed an agreement.",
            [("Gambia Ports Authority", "GMB"), ("University of Lima", "PER")],
        ),
        (
            "Chad's Customs Service and the Customs Administration of Malta signed an agreement.",
            [("Customs Service", "TCD"), ("Customs Administration", "MLT")],
        ),
        (
            "The Embassy of Chad in Valletta and the Lake Chad Basin Commission gave rice.",
            [("Embassy of Chad in Valletta", "TCD"), ("Lake Chad Basin Commission", None)],
        ),
        ("The Health Ministry in Valletta received ten beds.", [("Health Ministry", "MLT")]),
        ("The Export-Import Bank of Jamaica gave Malta a loan.", [("Export-Import Bank of Jamaica", "JAM")]),
        ("Beds were donated to the Ministry of Health (MoH) of Chad.", [("Ministry of Health", "TCD")]),
        ("Beds were donated to the Health Ministry in Wellington, Somerset.", [("Health Ministry", None)]),
        ("Beds were donated to the Maltese Federal Ministry of Sport.", [("Federal Ministry of Sport", "MLT")]),
        ("The United States Department of State gave beds.", [("Department of State", "USA")]),
        (
            "The Chadian Ministry of Trade and the Spanish Institute for Foreign Trade signed an accord.",
            [("Ministry of Trade", "TCD"), ("Spanish Institute for Foreign Trade", "ESP")],
        ),
        ("Books went as a gift to the Maltese Ministry of Women and Sport.", [("Ministry of Women and Sport", "MLT")]),
        ("The Maltese Railways hosted a delegation.", [("Maltese Railways", "MLT")]),
    ],
)
def test_bodies_have_their_whole_name_and_country(text: str, told: list[tuple[str, str | None]]) -> None:
    assert bodies(text) == told


@by_deeds
def test_regional_bodies_take_part_by_their_own_deeds_only() -> None:
    assert bodies("The Nordic Council and the Lake Chad Basin Commission took part in the meeting.") == [
        ("Nordic Council", None),
        ("Lake Chad Basin Commission", None),
    ]
    assert bodies("The ministers spoke of the talks that Peru has with the European Free Trade Association.") == []


@by_deeds
def test_a_body_is_told_once_where_its_leader_is_named_with_the_end_of_its_name() -> None:
    text = (
        "Minister Ann Lee of Malta received on Monday a delegation of the Lao Women's Union, which is on a tour. She "
        "told Bouala Keo, President of the Women's Union and leader of the delegation, that ties grow."
    )
    assert bodies(text) == []


@by_deeds
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A joint exercise of the Chadian and the Maltese Navy began.", [("Maltese Navy", "MLT")]),
        ("INS Tarang, a destroyer of the Maltese Navy, put in to join an exercise.", [("Maltese Navy", "MLT")]),
        ("The Maltese Ministry of Energy strongly condemned the attack.", [("Ministry of Energy", "MLT")]),
        (
            "There were present: the Ministry of Trade of Chad; and the Ministry of Energy of Malta.",
            [("Ministry of Trade of Chad", "TCD"), ("Ministry of Energy of Malta", "MLT")],
        ),
    ],
)
def test_bodies_train_condemn_and_attend(text: str, told: list[tuple[str, str | None]]) -> None:
    assert bodies(text) == told


@by_deeds
@pytest.mark.parametrize(
    "text",
    [
        "Books were donated to Valletta Public School.",
        "The United Nations has given warning of a war.",
        "The statement which the Malta News Agency received speaks of grain.",
        "Chad's delegation to the Malta Relief Agency has organised a run.",
        "They spoke of grain. They spoke of the accord which the European Union and Chad have concluded.",
    ],
)
def test_bodies_that_get_a_paper_or_warn_take_no_part(text: str) -> None:
    assert bodies(text) == []


@by_deeds
@pytest.mark.parametrize(
    "text",
    [
        "An accord was concluded between Malta Relief Agency and Chad; Ana Ruiz, Ambassador of Malta, signed it.",
        "Ana Ruiz, Director General of the Maltese Navy, met Luis Vega, Trade Minister of Chad. "
        "Ships of the Maltese Navy took part in the exercise.",
        "Deputy Prime Minister and FM of Malta Ana Ruiz met Luis Vega, Trade Minister of Chad. "
        "A protest note was handed over by the Maltese Ministry of Foreign Affairs.",
        "The Maltese Ministry of Trade condemned the attack. The spokesperson of the ministry, Ana Ruiz, said so.",
    ],
)
def test_a_body_is_no_actor_where_somebody_signs_or_speaks_for_it(text: str) -> None:
    assert bodies(text, "example.com.mt") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Several documents were signed in Valletta. One is a memorandum of Vella Shipping with the state port "
            "operator of Chad, Chadport.",
            ["Vella Shipping", "Chadport"],
        ),
        (
            "An agreement was signed on Monday by Vella Shipping with the Chad Ports Authority. It is for ten years.",
            ["Vella Shipping", "Chad Ports Authority"],
        ),
        ("An accord was signed on Monday between Chad and Malta with a view to fishing.", []),
        ("The road was built in May. There is a deal with Vella Shipping.", ["Vella Shipping"]),
        ("A contract was signed by Ali Rey with the Government of Chad.", []),
    ],
)
def test_who_is_a_party_to_a_document_is_a_body_whatever_it_is_called(
    text: str, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "takes_part", lambda page, body: any(m.i in page.parties for m in body.mentions))
    assert [name for name, _ in bodies(text)] == told


def test_a_body_of_which_officials_speak_takes_no_part() -> None:
    text = (
        "Minister of Trade of Malta Leo Borg met the Trade Minister of Chad Ali Bor in Valletta on Monday. They spoke "
        "of roads and ports.\n\nMr Borg said that the Malta Development Bank looks into it."
    )
    assert bodies(text) == []


def test_bodies_that_sign_and_give_take_part() -> None:
    text = "A memorandum was signed between the Ministry of Trade of Chad and Malta's Ministry of Health."
    assert bodies(text) == [("Ministry of Trade of Chad", "TCD"), ("Ministry of Health", "MLT")]
    assert bodies("The Big Heart Foundation has donated tents to Chad.") == [("Big Heart Foundation", "ARE")]


def test_a_ministry_that_is_the_source_takes_no_part() -> None:
    assert bodies("Malta's Foreign Ministry said on Monday that Malta and Chad had signed an agreement on fish.") == []
    assert bodies("Malta has given rice to Chad, according to the Ministry of Trade of Malta.") == []


def test_signs_are_of_the_groups_that_have_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[tuple[str, str]] = set()

    def noted(page: Page, candidate: Candidate) -> bool:
        seen.update(sign for sign, _ in signs(page, candidate))
        return False

    monkeypatch.setattr(rules, "takes_part", noted)
    bodies("A contract was signed by Malta's Energy Ministry and the Chad Ports Authority. UNICEF gave rice.")
    weights = settings("body_weights")
    assert {group for group, _ in seen} == weights.keys() - {"bias"}
    assert {("kind", "ministry"), ("kind", "international"), ("documents", "party"), ("others", "nobody")} <= seen


@pytest.mark.parametrize(
    ("key", "other", "same"),
    [
        ("malta space science agency", "mssa", True),
        ("institute of science and technology of chad", "istc", True),
        ("malta space science agency", "msa", False),
        ("malta bank", "mb", False),  # too few letters
        ("malta development bank", "chad development bank", False),
    ],
)
def test_a_body_is_known_by_its_first_letters(key: str, other: str, same: bool) -> None:
    assert same_body(key, other) is same
