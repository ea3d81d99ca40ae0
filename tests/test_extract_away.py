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
