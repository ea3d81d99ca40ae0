"""Officials of third states: only reported on, or there."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

LEAD = "Fiji's Trade Minister Ratu Vula received the Tongan Ambassador, Sione Taufa, in Suva on Friday. They sat long. "


def others(text: str) -> list[str | None]:
    found = find_actors(Article(title="", body=LEAD + text))[0]
    return [a.name for a in found if a.name not in {"Ratu Vula", "Sione Taufa"}]


@pytest.mark.parametrize("who", ["Samoa's Trade Minister Ana Ruiz", "Peruvian Foreign Minister Ana Ruiz"])
@pytest.mark.parametrize(
    "text",
    [
        "{who}, meanwhile, warned that the talks could fail.",
        "{who} has threatened to impose tariffs on both.",
        "The accord was welcomed by {who}, who called it overdue.",
        "“A bad deal,” {who} wrote on social media.",
        "The dispute began after {who} ordered boats into the bay.",
        "Fiji recently hosted {who}.",
        "{who} told parliament that there was no hurry.",
    ],
)
def test_who_only_reacts_in_a_third_state_takes_no_part(text: str, who: str) -> None:
    assert others(text.format(who=who)) == []


@pytest.mark.parametrize("who", ["Samoa's Trade Minister Ana Ruiz", "Peruvian Foreign Minister Ana Ruiz"])
@pytest.mark.parametrize(
    "text",
    [
        "{who} also attended the meeting.",
        "{who} said that her country would join.",
        "The ambassador then met {who}.",
        "The guests were welcomed by {who}.",
    ],
)
def test_who_comes_from_a_third_state_takes_part(text: str, who: str) -> None:
    assert others(text.format(who=who)) == ["Ana Ruiz"]
