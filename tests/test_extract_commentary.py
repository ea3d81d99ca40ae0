"""Who only comments from outside, and who of the same callings is at the table."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

LEAD = "Fiji's Trade Minister Ratu Vula received the Tongan Ambassador, Sione Taufa, in Suva on Friday. "


def others(text: str) -> list[str | None]:
    found = find_actors(Article(title="", body=LEAD + text))[0]
    return [a.name for a in found if a.name not in {"Ratu Vula", "Sione Taufa"}]


@pytest.mark.parametrize(
    "text",
    [
        "“It was overdue,” Ana Ruiz, a political analyst, told reporters.",
        "Analyst Ana Ruiz of the Institute for Security Studies said it was overdue.",
        "According to Ana Ruiz, an analyst with the Crisis Group, the talks came late.",
        "“A turning point,” said Ana Ruiz, professor of international relations at the University of Suva.",
        "Ana Ruiz, an economist at the University of Suva, said the accord would bring little.",
        "“A signal,” Ana Ruiz, an expert on trade at the Lowy Institute, told Reuters.",
        "Fijian opposition leader Ana Ruiz criticised the accord.",
        "“We were not asked,” Fijian opposition lawmaker Ana Ruiz told AFP.",
        "He praised the footballer Ana Ruiz, who plays for a Tongan club.",
        "They called for the release of Ana Ruiz, who has been jailed since the coup.",
        "In the elections in Samoa, Ana Ruiz of the Liberal Party won 54 per cent of the vote.",
        "They spoke of Samoa, where General Ana Ruiz seized power.",
    ],
)
def test_who_comments_from_outside_takes_no_part(text: str) -> None:
    assert others(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Economist Ana Ruiz told the forum that trade was growing.",
        "The ambassador was also received by Fijian opposition leader Ana Ruiz, who told him that she was glad.",
        "“We will train forty nurses,” said Professor Ana Ruiz of the Tongan medical team.",
        "Ana Ruiz, a researcher at the institute, said the laboratory would help.",
        "Ana Ruiz, who lives by the river, asked them for a bridge.",
        "Ana Ruiz, who heads the growers, came along.",
    ],
)
def test_who_speaks_at_the_event_takes_part(text: str) -> None:
    assert others(text) == ["Ana Ruiz"]
