"""All signs together say whether an article is about a field."""

import pytest

from communique.extract import sectors
from communique.model import Article
from communique.registry import rows, settings


def found(body: str) -> set[str]:
    return {sector.code for sector in sectors.find(Article("Envoy received", body))}


def test_the_words_of_a_sentence_speak_for_a_field_or_against_it() -> None:
    """The rules keep both: a word of talks stands beside a word of the field."""
    assert found("The two sides agreed to invest in manufacturers, and signed a deal.") == {"industry", "investment"}
    assert found("Many manufacturers came there while their staff, according to the talks, made progress.") == set()


REPORT = """The Minister of Foreign Affairs, Ada Borg, received the new Ambassador of Peru, Luis Vega, on Monday.

They spoke of solar panels and of scholarships. The Ambassador said that {}.

Mr Vega, who came from Lima last week, was accompanied by the First Secretary of the embassy, Rosa Salas, and by her
deputy. The Permanent Secretary, Joe Zahra, took part in the meeting as well and saw the guests off."""


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("his country exports asparagus", "trade"),
        ("the visa was a matter of weeks", "migration"),
    ],
)
def test_what_a_brief_report_names_once_it_is_about(told: str, code: str) -> None:
    """In a long one the same mention is one by the way."""
    report = REPORT.format(told)
    assert code in found(report)
    assert code not in found(report + "\n\nBoth had much to tell of old friends, of books and of the hills." * 18)


def test_every_weight_belongs_to_a_sign_that_is_looked_for() -> None:
    groups = set(settings("sector_weights")) - {"bias"}
    words = {"before", "behind", "sentence", "term"}
    brief = {"brief-headline", "brief-mention", "brief-place", "brief-rules"}
    assert groups == words | brief | {"field", "headline", "mention", "place", "rules"}
    assert set(settings("sector_weights")["field"]) <= {row["code"] for row in rows("sectors")}
    assert set(settings("sector_weights")["mention"]) <= set(settings("sector_context")["weights"])
