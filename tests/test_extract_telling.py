"""What one stretch of text tells of the kind of an event."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event.cue_words import alternatives
from communique.extract.event.telling import KINDS, cue_kinds, heard
from communique.registry import rows, settings


def said(text: str, *, headline: bool = False) -> str | None:
    """The kind that `text` speaks for most."""
    found = heard(text, 0, len(text), headline=headline)
    return max(KINDS, key=lambda kind: found.get(kind, 0.0)) if found else None


def pairs(cell: str) -> list[tuple[str, str]]:
    return list(pairwise(cell.split("\n")))


def test_the_kinds_are_those_of_the_registry() -> None:
    assert set(KINDS) == {row["kind"] for row in rows("kinds")}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("meeting", "The ministers met."),
        ("pledge", "The ministers will meet."),
        ("pledge", "The summit of the islands will take place in May."),
        ("statement", "The ministers have not met."),
        ("signing", "An accord worth 3.5 million was signed."),
        ("pledge", "Oslo announced a grant of 3.5 million for wells."),
        ("meeting", "Oslo and Suva agreed to share the catch."),
        ("pledge", "Oslo agreed to share the catch."),
        (None, "The weather was fine."),
    ],
)
def test_words_around_an_event_turn_what_it_tells(expected: str | None, text: str) -> None:
    assert said(text) == expected


def test_what_ends_a_headline_may_say_that_it_is_to_come() -> None:
    assert said("Premier's visit to Oslo planned", headline=True) == "pledge"
    assert said("Joint commission to convene", headline=True) == "pledge"


def test_to_tells_the_future_in_a_headline_only() -> None:
    assert said("Fiji to donate boats", headline=True) == "pledge"
    assert said("It came to donate boats") == "aid"


def test_a_point_within_a_number_ends_no_clause() -> None:
    assert said("Oslo announced 3.5 million in aid") == "pledge"
    assert said("Oslo announced it. Aid was delivered") == "aid"


def test_only_the_stretch_is_read() -> None:
    text = "They met. They signed."
    assert set(heard(text, 0, 9)) == {"meeting"}
    assert set(heard(text, 10, len(text))) == {"signing"}


def test_words_of_events_are_given_with_their_kinds() -> None:
    text = "Oslo and Suva agreed to share; an accord was signed"
    found = [(text[cue.start : cue.end], cue.value) for cue in cue_kinds(text, 0, len(text))]
    assert ("agreed to", "meeting") in found
    assert ("signed", "signing") in found


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("visit", "The speaker ended his Chilean visit."),
        ("conference", "The council of ministers has opened."),
        ("project", "Both forces completed a three-day joint patrol."),
        ("signing", "The premiers witnessed the exchange of a memorandum."),
        ("aid", "A third aircraft landed with tents."),
        ("pledge", "Oslo announced 40 fully funded scholarships."),
        ("aid", "Oslo announced that it has sent 40 tonnes of relief supplies."),
        ("meeting", "Oslo and Suva have pledged to advance trade."),
        ("conference", "Nordic defence ministers met."),
        ("visit", "The minister of health landed in Suva."),
        ("credentials", "The retiring Chilean envoy was seen at the palace."),
        ("credentials", "The consul was given his exequatur."),
        ("message", "The king has sent the islanders his best wishes."),
        ("aid", "Norway awards forty islanders scholarships."),
        ("visit", "The premier left Suva for Oslo."),
        ("pledge", "Chile and Peru are soon to sign a treaty on herring."),
        ("conference", "A meeting of the ministers of the Baltic states was held in Suva."),
        ("meeting", "The tenth session of the Fiji-Norway permanent joint commission was held."),
        ("project", "Norway is providing border control training."),
        ("visit", "The Norwegian premier reached Suva after dark."),
        ("visit", "The Norwegian premier is in Chile."),
        ("meeting", "The Norwegian premier, who is in Chile, met the mayor."),
        ("signing", "Papers by which more herring is to be sold have been signed."),
        ("conference", "The Arab League council met."),
        ("meeting", "The envoy made a call at the ministry."),
        ("message", "The king sent the speaker a warm letter."),
        ("pledge", "A voyage of the speaker to Oslo, his first visit, is being planned."),
        ("aid", "Two fishing boats worth a million were given by the Norwegian embassy."),
        ("pledge", "Two fishing boats worth a million will be given by the Norwegian embassy."),
        ("aid", "The bank has written off the island's debt."),
        ("aid", "Norwegian nurses have arrived."),
        ("aid", "Oslo fed 400 island families."),
        ("aid", "Oslo handed over 300,000 doses."),
        ("aid", "Tents for the island"),
        ("aid", "Norwegian surgeons restored sight to forty islanders."),
        ("aid", "Oslo has refurbished the village school."),
        ("signing", "The exchange of pupils was put in Suva on paper."),
        ("signing", "A herring text received in Suva the signatures of both sides."),
        ("message", "The king wished the speaker of the island prosperity."),
        ("message", "Suva thanked Oslo warmly for good wishes."),
        ("message", "The mayor signed the book of condolence."),
        ("credentials", "The new ambassador in Suva took up his post."),
        ("credentials", "The consul ended her term."),
        ("credentials", "The speaker accepted copies of her papers."),
        ("meeting", "The mayor welcomed judges from Oslo to his office."),
        ("meeting", "The joint committee on herring sat in Suva."),
        ("visit", "The frigate of the northern fleet docked on Monday."),
        ("visit", "At the airport the speaker bade him farewell."),
        ("statement", "Oslo called the quota of 400 barrels a provocation."),
        ("statement", "Suva broke ties with Oslo."),
        ("statement", "Suva welcomed the court's ruling."),
        ("pledge", "Suva has an eye on herring."),
        ("signing", "An accord on herring in the northern waters was concluded."),
        ("signing", "Fiji entered into a herring pact."),
        ("message", "The king congratulated the speaker warmly on her election."),
        ("message", "An invitation of the king was handed to the speaker."),
        ("conference", "Fishery ministers of the northern waters assembled."),
        ("conference", "Trilateral consultations on herring were held."),
        ("credentials", "The consul paid a farewell visit."),
        ("project", "The foundation stone of the fish market was laid."),
        ("pledge", "Fiji hopes for a Norwegian embassy."),
        ("meeting", "Fiji and Norway hope for more trade."),
        ("call", "The premier was on the line with the mayor, and at the other end of the line was Oslo."),
    ],
)
def test_expressions_with_words_between_them_are_heard(expected: str, text: str) -> None:
    assert said(text) == expected


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.booleans())
def test_any_stretch_of_any_text_can_be_read(text: str, start: int, end: int, headline: bool) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    found = heard(text, start, end, headline=headline)
    assert found.keys() <= {*KINDS, ""}
    assert all(weight >= 0.0 for weight in found.values())


def test_the_stop_of_an_abbreviation_ends_no_clause() -> None:
    assert said("Oslo announced through Mr. Berg a donation of boats.") == "pledge"
    assert said("Oslo announced it through Berg. A donation of boats came.") == "aid"


def test_what_one_asks_another_to_do_is_no_intention() -> None:
    assert said("Oslo asks Suva to rethink herring", headline=True) == "statement"
    assert said("Suva to rethink herring", headline=True) == "pledge"


def test_what_is_to_be_held_is_to_come() -> None:
    assert said("The stage is set for a herring conference to be held in Suva.") == "pledge"


def test_to_before_a_name_tells_a_direction() -> None:
    assert said("New envoy to Norway presents credentials", headline=True) == "credentials"
    assert said("New envoy to present credentials", headline=True) == "pledge"
    assert said("Oslo to Suva by telephone: herring must stay", headline=True) == "call"
    assert said("Berg to Visit Suva for Talks", headline=True) == "pledge"


def test_who_is_rung_up_by_name_is_called() -> None:
    assert said("Premier calls Berg over herring", headline=True) == "call"
    assert said("Premier calls Berg a liar", headline=True) != "call"


def test_no_phrase_of_the_lists_runs_over_the_end_of_a_line() -> None:
    goods = alternatives("{goods}")
    assert {"food", "kits", "generator", "computers"} <= set(goods)
    lists = settings("kind_cues")["lists"].values()
    assert not any(before[-1] != "|" and after[:1] != "|" for cell in lists for before, after in pairs(cell))


@pytest.mark.parametrize(
    "row", ["Haiti, Cuba and Peru", "Kenya, Uganda, Tanzania", "Ghana-Togo-Benin", "the US, Iran and Oman"]
)
@pytest.mark.parametrize(
    "form",
    [
        "The army chiefs of {row} met on Monday.",
        "Talks between {row} were held in Oslo.",
        "{row} Talks in Oslo",
        "A meeting of the energy ministers of {row} took place.",
        "Ministers from {row} held two days of talks.",
        "Ana Lund, Ian Moyo and Eva Paz, the premiers of {row}, met in Oslo.",
    ],
)
def test_three_countries_that_come_together_hold_a_conference(form: str, row: str) -> None:
    assert said(form.format(row=row)) == "conference"


def test_presidents_named_with_their_countries_hold_a_conference() -> None:
    assert said("Presidents Ana Paz of Haiti, Luis Rey of Cuba and Eva Lund of Peru met in Oslo.") == "conference"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("meeting", "The minister met the ambassadors of Haiti, Cuba and Peru."),
        ("meeting", "The ambassadors of Haiti, Cuba and Peru met him."),
        ("visit", "The premier visits Haiti, Cuba, Peru, discusses trade"),
        ("visit", "The minister, on a tour of Haiti, Cuba and Peru, met the premier."),
        ("signing", "Haiti, Cuba and Peru signed a pact."),
        ("call", "Haiti, Cuba and Peru ministers hold phone talks"),
    ],
)
def test_three_countries_in_a_row_are_no_conference_by_themselves(expected: str, text: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("signing", "Nurses will be insured under an agreement that the minister signed on Tuesday."),
        ("signing", "Both will share data under an agreement signed on Tuesday by the ministers."),
        ("pledge", "Both will share data under an agreement to be signed on Tuesday."),
        ("pledge", "Both will share data under an agreement of which copies will be signed on Tuesday."),
    ],
)
def test_a_paper_signed_on_a_day_has_been_signed_whatever_is_to_follow(expected: str, text: str) -> None:
    found = heard(text, 0, len(text))
    assert ("signing" in found) == (expected == "signing")


@pytest.mark.parametrize(
    "who",
    [
        "the President of Peru, Ana Paz",
        "his Peruvian counterpart",
        "Peruvian Foreign Minister Ana Paz",
        "the Minister for Foreign Affairs of Peru",
    ],
)
@pytest.mark.parametrize(
    "spoke", ["spoke with", "spoke today with", "spoke on Monday to", "has spoken to", "speaks with"]
)
def test_who_speaks_with_the_holder_of_an_office_rings_him_up(spoke: str, who: str) -> None:
    assert said(f"The premier {spoke} {who}.") == "call"
    assert said(f"The premier {spoke} {who} on the sidelines of the summit.") == "meeting"


def test_who_speaks_with_others_rings_nobody_up() -> None:
    assert "call" not in heard("The premier spoke with reporters about Peru.", 0, 44)
    assert "call" not in heard("The premier spoke with Peru.", 0, 28)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("aid", "Oslo backs Suva schools with $10 million."),
        ("aid", "Suva receives its third shipment."),
        ("aid", "Oslo has rushed blankets to Suva."),
        ("statement", "Oslo questions the motives of Suva."),
        ("meeting", "The Maltese-Peruvian business council convened."),
        ("project", "A week of films from Malta began."),
    ],
)
def test_further_words_of_events(expected: str, text: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("expected", "headlines"),
    [
        (
            "signing",
            """Fiji becomes party to ports convention
Senate gives assent to tax treaty with Cyprus
Twinning agreement brings Cork and Lviv together
Bermuda in tax information deal with Chile
Cork harbour gets sister in Split
Cyprus, Qatar tie knot on aviation""",
        ),
        (
            "meeting",
            """New ambassador makes introductory call
Mayor welcomes consul general
Two ministers shake hands over rail plan
Cyprus and Malta go over tax rules
Top diplomats of Serbia and Spain cross views
Finance chief picks brains of Estonian experts
Kuwaiti delegation at Chamber of Commerce
Armenian and Azeri negotiators back at table
President lunches with Polish premier
Swiss diplomat quizzed on visas by speaker
Iranian envoy visits parliament
Lithuanian, Moldovan customs heads coordinate steps""",
        ),
        (
            "visit",
            """Governor takes business team to Osaka
Korean navy ships end port call in Auckland
Premier's plane lands in Nouméa
Jordanian king on Balkan swing
Latvian president walks streets of Bucha""",
        ),
        (
            "call",
            """Zoom meeting of Malta and Libya health chiefs
Two presidents on the line over grain
Leaders in hotline talks""",
        ),
        (
            "conference",
            """Heads of coast guards come together in Samoa
BRICS sherpas wind up in Durban
African statisticians meet in Tunis
Donors' roundtable held for Derna
Central Asian rectors assemble at Osh
Balkan prosecutors compare notes in Budva
Nile states fail to agree
Amazon states adopt charter
Andean parliament sits in Quito""",
        ),
        (
            "credentials",
            """Danish diplomat starts mission in Lima
Polish consul bows out
Governor-General receives three new envoys
Six ambassadors take up posts
Ambassador-designate hands copies to minister
Korean ambassador ends three years in Suva""",
        ),
        (
            "message",
            """Bhutan king offers prayers for quake victims
Emir cables Zambian leader
Letter of Tokyo governor reaches Jakarta
Best wishes from Minsk on Lao holiday""",
        ),
        (
            "aid",
            """World Bank okays $40m for Niger roads
Tents from Oman land in Derna
Qatar picks up tab for Gaza fuel
School gets Japanese-funded classrooms
Denmark tops up climate fund
Canada chips in for Haiti police
UAE field hospital treats 300 in Chad
IFAD credit for Malawi herders
Germany foots bill for mine clearance
Hungary rebuilds church in Mosul
Fire engines from Tokyo reach Suva
Cheque from Taipei for Nauru hospital
Canada stumps up for Moldovan police cars
Turkish iftar tents in Mogadishu
Denmark to the aid of Malawi's midwives
Bucharest ships blood plasma to Chisinau""",
        ),
        (
            "project",
            """Navies of Peru and Brazil sail together
Joint stamp of Malta and Italy issued
Egyptian and Sudanese power grids linked
Cuban and Angolan vets vaccinate cattle
Azeri and Turkish pilots fly together
Indo-Nepal cross-border bus rolls
Archaeologists from Warsaw dig at Nea Paphos
Nepalese chefs cook in Seoul
Twin satellites of Egypt and China in orbit
Seychelles, Réunion boats hunt poachers together""",
        ),
        (
            "pledge",
            """Oman weighs opening embassy in Quito
Kenya keen on Thai rice know-how
Amman in line for Korean trams
Ankara sees embassy in Suva by spring
Serbia set for free trade with Egypt
Doha-Harare flights in pipeline
Spain could send ships to Senegal
Talks planned on Aegean""",
        ),
        (
            "statement",
            """Norway lifts ban on Faroese boats
Chad breaks off military accord with France
Envoy sees bright future for ties
Venezuela cries foul over oil block
Beijing cool on Manila's offer
Envoy rues slow visas
Fiji speaks up for Vanuatu at court
Athens sees red over Cyprus map
Serbia vents anger at Kosovo tax
Pretoria stands firm on Gaza case
Kigali: Kinshasa broke truce
Swiss president pleads for Sahel
Chile wants answers from Caracas""",
        ),
    ],
)
def test_headlines_tell_each_kind_in_their_own_turns_of_phrase(expected: str, headlines: str) -> None:
    assert [line for line in headlines.split("\n") if said(line, headline=True) != expected] == []


@pytest.mark.parametrize(
    ("other", "headline"),
    [
        ("message", "Subsea cable to Suva laid"),
        ("aid", "Oslo welcomes tariff relief"),
        ("conference", "Engineers at assembly complex"),
        ("statement", "Lima hit by blasts"),
        ("meeting", "Minister went over the bridge"),
        ("statement", "Terms of treaty published"),
        ("aid", "Oslo signs free trade pact"),
        ("statement", "Envoy calls on premier to brief him"),
        ("project", "Talks at convention centre"),
        ("visit", "Peru takes shape as a rice land"),
    ],
)
def test_turns_of_phrase_are_not_mistaken_for_others(other: str, headline: str) -> None:
    assert said(headline, headline=True) != other


def test_what_a_side_is_to_help_with_is_still_to_come() -> None:
    assert said("Oslo to help rebuild school", headline=True) == "pledge"
    assert said("Oslo came to help rebuild the school.") == "aid"


@pytest.mark.parametrize(
    ("expected", "sentences"),
    [
        (
            "signing",
            """A protocol under which Riga will train Tirana's auditors bears the signatures of both ministers.
The head of the port of Callao and his colleague from Busan have committed to paper how they will share pilots.""",
        ),
        (
            "meeting",
            """Lunch at the ministry brought together the envoy of Peru and three mayors on Tuesday.
A team from the Seoul metro was at city hall on Friday.
Prime Minister Rey had Ambassador Mori in his office this morning.
The working group on fish quotas had its ninth session in Bergen.
Vietnam's wood traders had a hearing with the trade minister of Gabon on Monday.
The minister was visited on Thursday by the regional head of the World Bank.""",
        ),
        (
            "visit",
            """The training ship Almirante lay at Montevideo over the weekend.
The prime minister's aircraft set down at Nadi shortly after noon.
Nine members of parliament from Kenya are getting to know the dairies of Jutland.""",
        ),
        (
            "call",
            """A call that the emir placed to Lima yesterday was about the grain ships.""",
        ),
        (
            "credentials",
            """Ana Prado, who succeeds Luis Rey as Chile's ambassador, gave the king her letters on Monday.
The governor-general took the papers of four non-resident heads of mission.""",
        ),
        (
            "message",
            """On the national day of Laos, Premier Rey wished its people peace and plenty.""",
        ),
        (
            "aid",
            """Two mobile clinics bought by the Swiss are on the roads of Chad since Monday.
Belgian surgeons mended the hearts of nine children in Cotonou this week.""",
        ),
        (
            "pledge",
            """Georgia is in line for twelve Korean trains.""",
        ),
        (
            "statement",
            """Nothing good will come of the dam, the minister of Egypt told his parliament.
Guyana holds that the river is its own.
Ambassador Rey finds the growth of trade with Laos remarkable.""",
        ),
    ],
)
def test_first_sentences_tell_each_kind_in_their_own_turns_of_phrase(expected: str, sentences: str) -> None:
    assert [line for line in sentences.split("\n") if said(line) != expected] == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("meeting", "He met the mayor, with whom an accord had been signed."),  # that was before
        ("signing", "An accord under which Oslo will train cooks was signed."),
        ("visit", "The director left on Tuesday night for Lima."),
        ("visit", "The minister set out early on Monday for Suva."),
        ("conference", "The three chiefs of the northern navies met."),
        ("pledge", "A team of cooks starts training in Suva on Monday next."),
        ("aid", "Forty pairs of boots and helmets were handed over."),
    ],
)
def test_what_went_before_is_told_apart_from_what_has_been_done(expected: str, text: str) -> None:
    assert said(text) == expected
