"""Who is told not to have been at the event."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

MET = "Fiji's Trade Minister Ratu Vula held talks with Samoan Trade Minister Luis Vega in Apia on Friday.\n\n"


def others(text: str) -> list[str | None]:
    found = find_actors(Article(title="", body=MET + text))[0]
    return [a.name for a in found if a.name not in {"Ratu Vula", "Luis Vega"}]


@pytest.mark.parametrize("who", ["Samoan Health Minister Ana Ruiz", "Mayor Ana Ruiz", "The Speaker, Ana Ruiz,"])
@pytest.mark.parametrize(
    "told",
    [
        "could not.",
        "could not be reached.",
        "was not invited.",
        "had not been invited.",
        "is abroad.",
        "was ill.",
        "sent a deputy.",
        "declined to comment.",
        "did not comment.",
        "did not pick up the phone.",
        "has not responded.",
        "had not reacted by press time.",
        "has yet to sign.",
        "was thanked for lending a boat.",
        "was praised for her patience.",
        "had told reporters on Sunday that boats are slow.",
        "was supposed to sign as well.",
        "could not make it because of fog.",
        "had been expected but had sent her excuses.",
        "had been held up in Nadi.",
        "was informed by phone.",
        "was still in Paris, at the OECD.",
    ],
)
def test_who_was_not_there_takes_no_part(who: str, told: str) -> None:
    assert others(f"{who} {told}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Samoan Health Minister Ana Ruiz's planned visit was spoken of.",
        "He praised Samoan Health Minister Ana Ruiz.",
        "He singled out Samoan Health Minister Ana Ruiz for her patience.",
        "The Health Minister stood in for Samoan Premier Ana Ruiz.",
        "He asked that his words be passed on to Samoan Health Minister Ana Ruiz.",
        "He asked him to pay his respect to Samoan Health Minister Ana Ruiz.",
        "The quay is named for Samoan Premier Ana Ruiz.",
    ],
)
def test_who_is_only_praised_greeted_or_stood_in_for_takes_no_part(text: str) -> None:
    assert others(text) == []


@pytest.mark.parametrize(
    "told",
    [
        "could not hide her joy at the boats.",
        "sat in.",
        "dialled in from Savai'i.",
        "travelled with him.",
        "praised the boats.",
        "was at hand.",
        "thanked him for the boats, which could not sail.",
        "said that the boats are slow.",
    ],
)
def test_who_does_something_there_takes_part(told: str) -> None:
    assert others(f"Samoan Health Minister Ana Ruiz {told}") == ["Ana Ruiz"]


def test_who_is_abroad_where_the_report_begins_is_the_guest() -> None:
    found = find_actors(Article(title="", body="Fiji's Army Chief Ana Ruiz is abroad. On Monday she is in Samoa."))[0]
    assert [actor.name for actor in found] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "{} did not come.",
        "{} was not invited.",
        "{} sent a deputy.",
        "{} will inspect the quay.",
        "{} comes in December.",
        "He praised {}.",
        "Vula is likely to be received by {}.",
        "On Monday there is a call on {}.",
        "Talks with {} are put off till May.",
        "{} declined to comment.",
    ],
)
@pytest.mark.parametrize("name", ["Ana Ruiz", "Dr Ana Ruiz"])
def test_what_leaves_an_official_out_leaves_a_stranger_out(text: str, name: str) -> None:
    assert others(text.format(name)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A like message went the same day from Premier {} to the islands.", ["Ana Ruiz"]),
        ("A cable was also sent by him to Samoan Prime Minister {}.", ["Ana Ruiz"]),
        ("The Health Minister stood at Samoan President {}'s side.", ["Ana Ruiz"]),
        ("A message of thanks from Samoan Prime Minister {} was read.", []),
        ("The band played at Samoan President {}'s wish.", []),
    ],
)
def test_between_whom_a_letter_goes_and_at_whose_side_somebody_stands_takes_part(text: str, names: list[str]) -> None:
    assert others(text.format("Ana Ruiz")) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Samoan minister summoned {} as well.",
        "They listened to a conversation between {} and the chief engineer.",
        "{} was in the front row.",
        "{} was on hand too.",
        "{} was among the guests.",
    ],
)
def test_strangers_who_are_there_take_part(text: str) -> None:
    assert others(text.format("Ana Ruiz")) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "They grieved at the crash in which Samoan Army Chief Ana Ruiz lost her life.",
        "With the guests was a deputy of the Samoan minister Ana Ruiz.",
        "The Samoan ambassador, Ana Ruiz, would be called in.",
        "The town of Savai'i, whose mayor, Ana Ruiz, sent a gift, was praised.",
        "Since Ana Ruiz's departure the post is vacant.",
    ],
)
def test_who_is_dead_absent_or_to_be_called_in_takes_no_part(text: str) -> None:
    assert others(text) == []


def test_with_whom_somebody_says_at_first_to_have_talked_takes_part() -> None:
    body = "Trade Minister Ratu Vula of Fiji said Friday he had held a call with Samoan Health Minister Ana Ruiz."
    assert "Ana Ruiz" in [actor.name for actor in find_actors(Article(title="", body=body))[0]]


def test_a_pair_may_be_told_to_have_stayed_away() -> None:
    pair = "Samoan Health Minister Ana Ruiz and Samoan Labour Minister Tom Reid"
    assert others(f"{pair}, who had been expected, had sent their excuses.") == []
    assert others(f"{pair}, who had been late, joined them.") == ["Ana Ruiz", "Tom Reid"]


def test_who_was_there_is_not_away_because_another_was_represented() -> None:
    text = "Samoan Health Minister Ana Ruiz took part, and the town was represented by Mayor Tom Reid."
    assert others(text) == ["Ana Ruiz", "Tom Reid"]


@pytest.mark.parametrize(
    "text",
    [
        "Samoan Premier Ana Ruiz, who was expected, cancelled because of a strike.",
        "The Health Minister of Samoa, Ana Ruiz, who is abroad, sent greetings.",
        "Samoan Ambassador Ana Ruiz in Nadi was thanked for lending a boat.",
        "Last December, Samoan Premier Ana Ruiz promised a quay.",
        "The last paper was signed under Samoan Premier Ana Ruiz.",
        "They work with guidance from Samoan Premier Ana Ruiz.",
        "He recalled the tenure of Samoan Premier Ana Ruiz.",
        "On another note, Mr Vula received Samoan Deputy Ana Ruiz.",
    ],
)
def test_who_is_told_of_another_time_or_matter_takes_no_part(text: str) -> None:
    assert others(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Some were not invited. The Samoan Health Minister, Ana Ruiz, gave the vote of thanks.",
        "Ana Ruiz, governor of the Bank of Samoa, undertook to send a mission in August.",
        "Ana Ruiz, who became governor of the Bank of Samoa in April, congratulated them.",
        "Ana Ruiz, the Health Minister of Samoa, said the nurses, who are all from Savaii, will stay.",
        "Mr Vega had brought Samoan prosecutor Ana Ruiz with him.",
        "Samoan Health Minister Ana Ruiz, also at the meeting, said the road is open.",
    ],
)
def test_who_was_there_takes_part_whatever_stands_near(text: str) -> None:
    assert others(text) == ["Ana Ruiz"]


def test_a_deed_of_last_week_in_the_first_sentence_is_the_news() -> None:
    text = "Samoan Health Minister Ana Ruiz last week handed Fiji's envoy a letter."
    assert [a.name for a in find_actors(Article(title="", body=text))[0]][:1] == ["Ana Ruiz"]


def test_who_is_taken_leave_of_is_there() -> None:
    text = "The outgoing High Commissioner of Fiji, Tom Reid, took leave of Samoan Premier Ana Ruiz at State House."
    assert [a.name for a in find_actors(Article(title="", body=text))[0]] == ["Tom Reid", "Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019, former Samoan Premier Ana Ruiz promised a quay.",
        "On April 17, then acting Samoan Health Minister Ana Ruiz announced a ban.",
        "In May, then Samoan Health Minister Ana Ruiz announced a ban.",
    ],
)
def test_who_held_the_office_at_another_time_takes_no_part(text: str) -> None:
    assert others(text) == []


def test_the_minister_who_comes_then_is_there() -> None:
    assert others("He met Samoan Premier Tom Reid, then Health Minister Ana Ruiz.") == ["Tom Reid", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("had presided over that ceremony", False),
        ("had offered the boats first", False),
        ("had welcomed the guests", True),
        ("had travelled with him", True),
    ],
)
def test_what_somebody_had_done_before_is_no_part_of_the_event(told: str, there: bool) -> None:
    text = f"The police gave back two boats last month. Samoan Health Minister Ana Ruiz {told}."
    assert others(text) == (["Ana Ruiz"] if there else [])
