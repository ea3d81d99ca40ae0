"""A day of what an event goes back to is not taken for its own."""

from datetime import date

import pytest

from communique.extract.event import event_date
from communique.extract.event.going_back import goes_back
from communique.model import Article

FRIDAY = date(2023, 3, 17)
THINGS = (
    "the accord signed between both countries on {}",
    "the accord that the two countries signed on {}",
    "the results of the visit that the premier paid to Oslo on {}",
    "the session of the joint commission held in Riga, Latvia, on {}",
    "the forum that took place in Riga on {}",
    "the first round of consultations, held in Riga on {}",
    "the summit of {}",
)


def find(body: str, kind: str = "meeting") -> date | None:
    return event_date.find(Article(title="", body=body, published=FRIDAY), kind)[0]


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize(
    "told",
    [
        "The minister met the envoy{} to follow up on {}.",
        "The minister met the envoy{}. They spoke about the implementation of {}.",
        "The minister met the envoy{}.\n\nHe stressed the importance of carrying out {}.",
        "The minister met the envoy{} in line with {}.",
    ],
)
def test_the_day_of_what_is_followed_up_is_not_that_of_the_event(told: str, thing: str) -> None:
    assert find(told.format("", thing.format("10 March 2023"))) is None
    assert find(told.format(" on Wednesday", thing.format("10 March 2023"))) == date(2023, 3, 15)


@pytest.mark.parametrize("thing", THINGS[:-1])
def test_the_day_of_what_came_before_counts_only_where_no_other_is_named(thing: str) -> None:
    told = thing.format("10 March")
    assert find(f"After {told}, trade grew. The minister met the envoy on Wednesday.") == date(2023, 3, 15)
    assert find(f"Within the framework of {told}, the minister met the envoy on March 15.") == date(2023, 3, 15)


@pytest.mark.parametrize(
    "body",
    [
        "In line with the accord signed last year, the ministers met on Wednesday.",
        "The ministers met on Wednesday to follow up on the accord of last year.",
        "The team for carrying out the accord met on Wednesday in Oslo.",
        "The minister praised the results of the talks held on Wednesday with the envoy.",
        "After talks held in Oslo on Wednesday, the ministers spoke to the press.",
    ],
)
def test_the_day_of_the_event_stays_its_own_beside_what_it_goes_back_to(body: str) -> None:
    assert find(body) == date(2023, 3, 15)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Under the terms of the accord signed on Wednesday, Oslo will give Riga ten buses.", "signing"),
        ("The provisions of the accord signed in Oslo on March 15 are about fishing.", "signing"),
        ("Oslo will train nurses in accordance with an agreement signed on Wednesday.", "pledge"),
        ("The outcomes of the summit held in Oslo on March 15 were praised by the leaders.", "conference"),
        ("The decisions of the joint committee, which met on Wednesday, are about trade.", "meeting"),
    ],
)
def test_the_day_of_the_reported_accord_or_gathering_is_that_of_the_event(body: str, kind: str) -> None:
    assert find(body, kind) == date(2023, 3, 15)


@pytest.mark.parametrize("kind", ["meeting", "project", "visit"])
@pytest.mark.parametrize(
    "former",
    [
        "Trade between the two has grown since the border was opened on March 9.",
        "The previous round of talks took place in Oslo on March 9.",
        "Their last meeting was held in Oslo on March 9.",
    ],
)
def test_the_day_of_the_last_time_is_not_that_of_the_event(former: str, kind: str) -> None:
    assert find(f"Officials of both states came to the port.\n\n{former}", kind) is None
    assert find(f"Officials of both states came to the port today.\n\n{former}", kind) == FRIDAY


def test_what_goes_on_began_on_the_day_since_which_it_does() -> None:
    assert find("The minister has been in Oslo since he arrived on Tuesday.", "visit") == date(2023, 3, 14)


@pytest.mark.parametrize("told", ["received the Ambassador of Chad", "is in Oslo", "received Jordan's envoy"])
def test_today_behind_a_name_is_the_day_of_publication(told: str) -> None:
    assert find(f"The minister {told} today. A bridge that both states built was painted on Tuesday.") == FRIDAY


def test_a_report_does_not_come_out_months_after_its_event() -> None:
    assert find("The ministers held talks in Oslo on 2 February 2023.") == date(2023, 2, 2)
    assert find("The ministers held talks in Oslo on 2 November 2022.") is None


def test_a_long_sentence_is_looked_at_in_bounded_time() -> None:
    body = "in line with the accord signed which " * 3000
    assert goes_back(body, 0, len(body) - 1, len(body), "meeting", "partial") in (None, "gone_back")
