"""Who is only due to be met, and who was met at another stop of the journey."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

LEAD = "Fiji's Trade Minister Ratu Vula left for Apia on Friday. "
MET = "Fiji's Trade Minister Ratu Vula held talks with Samoan Trade Minister Luis Vega in Apia on Friday. "


def others(text: str) -> list[str | None]:
    return [a.name for a in find_actors(Article(title="", body=text))[0] if a.name not in {"Ratu Vula", "Luis Vega"}]


@pytest.mark.parametrize(
    "text",
    [
        "A meeting is arranged there with Samoan President Ana Ruiz.",
        "Talks have been set for Monday with Samoan President Ana Ruiz and with Speaker Sina Tui.",
        "Samoan President Ana Ruiz and the Speaker of the Fono, Sina Tui, will receive him in the course of the day.",
        "Samoan President Ana Ruiz, Speaker Sina Tui and Health Minister Toa Lui are to meet the visitor.",
        "He will meet Samoan President Ana Ruiz.",
        "He is due to meet Samoan President Ana Ruiz, and Toa Lui, the Samoan Health Minister.",
        "They are going to be received by Samoan President Ana Ruiz.",
        "He is to sign a treaty with Samoan President Ana Ruiz.",
        "He was also due to see the Speaker, Ana Ruiz.",
        "He will then travel on to Tonga to meet Tongan President Ana Ruiz.",
        "He is to be succeeded by Ana Ruiz, now Ambassador to Tonga.",
    ],
)
def test_hosts_whom_the_traveller_is_still_to_meet_take_no_part(text: str) -> None:
    assert others(LEAD + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's Trade Minister Ratu Vula will meet Samoan President Ana Ruiz in Apia on Friday.",
        LEAD + "Samoan President Ana Ruiz received him on Friday.",
        LEAD + "Samoan Ambassador Ana Ruiz, who will receive a medal, saw him off.",
        LEAD + "What will be sold, he told Samoan Ambassador Ana Ruiz, is taro.",
    ],
)
def test_who_meets_now_or_in_the_lead_takes_part(text: str) -> None:
    assert others(text) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "He had come from Suva. There, on Thursday, Tongan President Ana Ruiz received him.",
        "It is from Suva that he arrives. There Tongan President Ana Ruiz met with him.",
        "He had arrived from Suva, where he met Tongan President Ana Ruiz and Speaker Sina Tui.",
        "Before Apia he stopped in Suva, where Tongan President Ana Ruiz hosted him.",
        "The next day he goes on to Suva, where Tongan President Ana Ruiz receives him.",
        "That was in 2015, the year in which Tongan President Ana Ruiz came.",
        "They recalled 2015. Received at the time by Tongan President Ana Ruiz, he had brought a canoe.",
        "They are pledges which Tongan President Ana Ruiz and Fijian President Sina Tui set out in May 2021.",
        "He noted the invitation which his Tongan counterpart, Ana Ruiz, extended to him.",
        "It comes out of the meeting which the two leaders, Samoan President Ana Ruiz and Fijian President Sina Tui, "
        "had with each other.",
        "They turned to what Tongan President Ana Ruiz agreed with his Fijian counterpart, Sina Tui.",
        "The friendly relations between Samoan President Ana Ruiz and Fijian President Sina Tui were emphasized.",
        "They shook hands. A similar accord had been signed one day before by Tonga's Trade Minister Ana Ruiz.",
        "They shook hands. He had raised it when he was in Tonga to see President Ana Ruiz.",
        "The wharf was opened in October 2023 by Tongan President Ana Ruiz.",
        "A courtesy call on Tongan President Ana Ruiz had to be dropped.",
        "Tongan President Ana Ruiz had received him the day before.",
        "It is a matter for Tonga's Trade Minister Ana Ruiz.",
        "It may be recalled that they first met last May, when Ana Ruiz was at the head of the ministry.",
        "They met near the hall where Ana Ruiz was being sworn in as prime minister.",
        "With Samoan Prime Minister Ana Ruiz at the helm, the country is at peace, he said.",
    ],
)
def test_who_was_met_at_another_stop_or_in_another_year_takes_no_part(text: str) -> None:
    assert others(MET + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "During it he had met Samoan Prime Minister Ana Ruiz.",
        "On the line, too, were Samoan Prime Minister Ana Ruiz and Ambassador Toa Lui.",
        "Further boats were what Samoan Health Minister Ana Ruiz and Vula discussed.",
        "Vula was received first by Samoan Health Minister Sina Tui and afterwards by the Prime Minister, Ana Ruiz.",
        "On Monday fishing was the topic of a talk which Vula and Samoan Health Minister Ana Ruiz had in Apia.",
    ],
)
def test_who_meets_in_a_clause_takes_part(text: str) -> None:
    assert "Ana Ruiz" in others(text)


@pytest.mark.parametrize(
    "text",
    [
        "They went to Falealupo. There, in the afternoon, Samoan Health Minister Ana Ruiz received them.",
        "He had arrived by boat in Salelologa, where Samoan Health Minister Ana Ruiz welcomed him.",
        "He came from the port to the palace, where Samoan Health Minister Ana Ruiz welcomed him.",
    ],
)
def test_stops_of_the_visit_itself_count(text: str) -> None:
    assert others(MET + text) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday there is a call on Samoan Health Minister Ana Ruiz.",
        "On Monday there's a lunch with Samoan Health Minister Ana Ruiz.",
        "Talks are scheduled with Samoan Health Minister Ana Ruiz, it was said.",
        "A call with Samoan Health Minister Ana Ruiz is expected later this week.",
        "Talks with Samoan Health Minister Ana Ruiz are put off till May.",
        "The arrival of Samoan Health Minister Ana Ruiz has been postponed.",
        "Samoan Health Minister Ana Ruiz flies to Suva in January to go on with it.",
        "Samoan Health Minister Ana Ruiz comes in December.",
        "Samoan Health Minister Ana Ruiz visits Suva next month.",
        "Samoan Health Minister Ana Ruiz was to join them.",
        "Samoan Health Minister Ana Ruiz was due to speak.",
        "Vula was later to see Samoan Health Minister Ana Ruiz.",
        "Vula is likely to be received by Samoan Health Minister Ana Ruiz.",
        "The guests were to be received later by Samoan Health Minister Ana Ruiz.",
        "Vula is to put the plan before Samoan Health Minister Ana Ruiz.",
        "The draft will then go to Samoan Health Minister Ana Ruiz.",
        "Tomorrow they meet Samoan Health Minister Ana Ruiz.",
    ],
)
def test_who_is_only_in_the_diary_takes_no_part(text: str) -> None:
    assert others(MET + "\n\n" + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Samoan Health Minister Ana Ruiz came with a list of drugs, which will go to Suva.",
        "Samoan Health Minister Ana Ruiz also attended. The boats follow in January.",
        "He also put the plan before Samoan Health Minister Ana Ruiz.",
        "There was a call on Samoan Health Minister Ana Ruiz too.",
        "The boats, which leave in May, were shown to them by Samoan Health Minister Ana Ruiz.",
    ],
)
def test_who_is_met_there_takes_part_though_something_is_to_come(text: str) -> None:
    assert others(MET + "\n\n" + text) == ["Ana Ruiz"]
