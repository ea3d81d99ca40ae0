"""All signs together say whether an article is about a field."""

from communique.extract import sectors
from communique.model import Article
from communique.registry import rows, settings


def found(body: str) -> set[str]:
    return {sector.code for sector in sectors.find(Article("Envoy received", body))}


def test_the_words_of_a_sentence_speak_for_a_field_or_against_it() -> None:
    """The rules keep both: a word of talks stands beside a word of the field."""
    assert found("The two sides agreed to invest in manufacturers, and signed a deal.") == {"industry", "investment"}
    assert found("Many manufacturers came there while their staff, according to the talks, made progress.") == set()


def test_every_weight_belongs_to_a_sign_that_is_looked_for() -> None:
    groups = set(settings("sector_weights")) - {"bias"}
    assert groups == {"before", "behind", "field", "headline", "mention", "place", "rules", "sentence", "term"}
    assert set(settings("sector_weights")["field"]) <= {row["code"] for row in rows("sectors")}
    assert set(settings("sector_weights")["mention"]) <= set(settings("sector_context")["weights"])
