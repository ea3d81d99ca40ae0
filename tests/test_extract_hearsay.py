"""Who is only spoken of by somebody at the event."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

LEAD = "Fiji's Trade Minister Ratu Vula received the Tongan Ambassador, Sione Taufa, in Suva on Friday. "


def others(text: str, lead: str = LEAD) -> list[str | None]:
    found = find_actors(Article(title="", body=lead + text))[0]
    return [a.name for a in found if a.name not in {"Ratu Vula", "Sione Taufa"}]


@pytest.mark.parametrize(
    "text",
    [
        "The visit comes a month after Samoan President Ana Ruiz hosted Australian President Luis Vega.",
        "He accused Samoan Foreign Minister Ana Ruiz of delay.",
        "He criticised Samoan President Ana Ruiz for the delay.",
        "They rejected the remarks made on Sunday by Samoan Foreign Minister Ana Ruiz.",
        "They agreed to seek a summit between Samoan President Ana Ruiz and Australian President Luis Vega.",
        "They reviewed the tasks set by Samoan President Ana Ruiz.",
        "He added that Samoan President Ana Ruiz would agree.",
        "They spoke as Samoan President Ana Ruiz faces pressure.",
        "Samoan President Ana Ruiz last month gave them until April.",
        "He told them of his talks with Samoan President Ana Ruiz.",
        "They came back to the talks that Vula had with Samoan President Ana Ruiz.",
        "It came after the talks that Vula had with Luis Vega of Samoa and with Australia's Ana Ruiz.",
        "It was in November that Samoan President Ana Ruiz crossed over.",
        "He spoke of the invitation given to him by Samoan President Ana Ruiz.",
        "They wondered about the tariffs of Samoan President Ana Ruiz.",
        "They wondered about Samoan President Ana Ruiz's tariffs.",
        "They shook hands. Having presented his letters of credence to Samoan President Ana Ruiz, he was glad.",
        "They shook hands. On Wednesday Vula had been with Samoan Foreign Minister Ana Ruiz.",
        "They shook hands. He was pleased that Samoan Foreign Minister Ana Ruiz had come to Suva on Monday.",
        "The coalition led by Samoan President Ana Ruiz was a topic too.",
        "Samoan President Ana Ruiz has long complained of delays.",
        "They shook hands. Samoan commander Ana Ruiz has rejected such demands.",
        "They shook hands. “Boats will come in May”, Samoan Energy Minister Ana Ruiz said last week.",
        "He called on the Union to press Samoan President Ana Ruiz.",
        "Samoan President Ana Ruiz and Australian President Luis Vega are to be in Suva in May.",
        "He flew in on the invitation of his Samoan counterpart, Ana Ruiz.",
        "They shook hands. Boats are there, which the Samoan Foreign Minister, Ana Ruiz, has described as few.",
        "They shook hands. With the Samoan Foreign Minister, Ana Ruiz, Vula had spoken on the telephone earlier.",
        "He is the doyen for as long as the Samoan Ambassador, Ana Ruiz, is away.",
        "Samoan Foreign Minister Ana Ruiz has not returned yet from New York.",
        "He was reacting to what Samoan Foreign Minister Ana Ruiz had said.",
        "It is an area in which Samoan Foreign Minister Ana Ruiz and Trade Minister Luis Vega had cooperated.",
        "They go on with what was agreed between Samoan President Ana Ruiz and Australian President Luis Vega.",
        "He handed her a message from Samoan President Ana Ruiz.",
        "The greetings of the Sultan to the Samoan Prime Minister, Ana Ruiz, were conveyed by Taufa.",
        "They shook hands. Ties are old: in March 2019 Ana Ruiz, the Samoan ambassador, was accredited.",
        "They shook hands. Samoan Ambassador Ana Ruiz sent her greetings through the attaché.",
        "They shook hands. Samoan President Ana Ruiz and Australian President Luis Vega have to endorse it.",
        "They shook hands. Samoan Trade Minister Ana Ruiz must still sign the plan.",
        "The tour ends with the Samoan Foreign Minister, Ana Ruiz, whom the guest will meet on Sunday.",
        "Taufa will also call on Ana Ruiz, the Prime Minister of Fiji.",
        "They shook hands. Taufa had been in Apia on Tuesday. Among those whom he met was Samoan Minister Ana Ruiz.",
        "They shook hands. Samoan President Ana Ruiz, Ambassador Taufa said at the table, had listened.",
        "He recalled his meeting with Samoan President Ana Ruiz.",
        "They went through the agreements reached by Samoan President Ana Ruiz and Australian President Luis Vega.",
        "The project, launched by Samoan President Ana Ruiz in 2019, is late.",
        "He protested over remarks made by Samoan Foreign Minister Ana Ruiz.",
        "It comes a week after Luis Vega visited Apia, where he was received by Samoan President Ana Ruiz.",
        "Samoan Trade Minister Ana Ruiz was on a visit to Apia when they met.",
        "He had good words for the participation of Ana Ruiz, the Foreign Minister of Samoa, in a forum.",
    ],
)
def test_whom_the_people_at_the_event_speak_of_takes_no_part(text: str) -> None:
    assert others(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The signature of Samoan President Ana Ruiz stands under the paper.",
        "He went on by car after he had met Samoan Foreign Minister Ana Ruiz.",
        "The ministry said in a statement that Samoan Foreign Minister Ana Ruiz joined the talks.",
        "The accord was proposed by Samoan Foreign Minister Ana Ruiz.",
        "He held a joint press conference with Samoan President Ana Ruiz.",
        "Samoan President Ana Ruiz, who had flown in, was a witness.",
        "It bears the signatures of Vula and of Samoan Foreign Minister Ana Ruiz.",
        "With them was Ana Ruiz, a member of the Samoan parliament's delegation.",
        "Vula was handed a note of thanks. He was given a protest note by Ana Ruiz, Samoa's Foreign Minister.",
        "They shook hands. It was a visit during which Samoan Foreign Minister Ana Ruiz had a meeting with him.",
        "They shook hands. Samoan Foreign Minister Ana Ruiz, who was on a visit, came too.",
    ],
)
def test_who_does_something_there_takes_part(text: str) -> None:
    assert others(text) == ["Ana Ruiz"]


def test_who_holds_talks_takes_part() -> None:
    text = "A telephone call has been held by Trade Minister of Fiji Ana Ruiz and Trade Minister of Tonga Luis Vega."
    assert others("", text) == ["Ana Ruiz", "Luis Vega"]


def test_a_delegation_under_somebodys_leadership_is_led() -> None:
    text = "A Samoan delegation under the leadership of Deputy Trade Minister Ana Ruiz visited Suva."
    assert others("", text) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "A message of condolence has been sent by His Majesty the King of Tonga to the President of Samoa.",
        LEAD + "Earlier the same day, a visit was paid by Vula to Ana Ruiz, Foreign Minister of Samoa.",
    ],
)
def test_who_gets_a_message_or_a_visit_takes_part(text: str) -> None:
    found = find_actors(Article(title="", body=text))[0]
    assert "WSM" in {actor.country for actor in found}


@pytest.mark.parametrize(
    "who", ["Ana Ruiz, Samoa's Minister of Trade,", "Samoa's Minister of Trade, Ana Ruiz,", "Samoan Minister Ana Ruiz"]
)
def test_who_says_something_of_the_talks_speaks_himself(who: str) -> None:
    assert others(f"\n\n{who} said the talks were fruitful.") == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "The call came after Samoan President Ana Ruiz proposed a summit.",
        "The visit comes as Samoan President Ana Ruiz and Australian Minister Luis Vega seek a deal.",
        "The talks followed a phone call between Samoan President Ana Ruiz and Australian President Luis Vega.",
        "The meeting comes ahead of a visit by Samoan Prime Minister Ana Ruiz.",
    ],
)
def test_what_the_event_came_after_is_no_part_of_it(text: str) -> None:
    assert others(f"They spoke of trade. The talks went well.\n\n{text}") == []


@pytest.mark.parametrize("text", ["Last month,", "Earlier this year,", "In 2019,"])
def test_an_earlier_time_is_one_in_the_lead_as_well(text: str) -> None:
    assert others(f"\n\n{text} Samoan Prime Minister Ana Ruiz visited Suva.") == []


def test_talks_behind_which_something_is_signed_are_the_event() -> None:
    assert others("The signing came after talks between Minister Vula and Samoan Minister Ana Ruiz.") == ["Ana Ruiz"]
