"""Countries that are parties although nobody who takes part is theirs."""

from communique.extract.actors import find_actors
from communique.model import Article
from communique.registry import settings


def parties(body: str, title: str = "", publisher: str | None = None) -> list[str]:
    return find_actors(Article(title=title, body=body, publisher=publisher))[1]


def test_a_country_that_headline_and_lead_deal_with_is_a_party() -> None:
    text = (
        "Oslo, March 4 - Norway will give Malawi 20 million dollars for school meals, said Development Minister Anne "
        "Lund.\n\nThe gift to Malawi is the third in as many years. Norway has paid for meals there since 2015."
    )
    assert parties(text, "Norway gives Malawi school meals") == ["MWI", "NOR"]


def test_a_country_named_once_late_in_the_text_is_none() -> None:
    text = (
        "Norwegian Energy Minister Anne Lund and Danish Energy Minister Lars Holm met in Oslo on Monday.\n\n"
        "They spoke of cables in the North Sea.\n\nA cable to Germany was finished in 2020."
    )
    assert parties(text, "Energy ministers of Norway and Denmark meet") == ["DNK", "NOR"]


def test_the_countries_of_those_who_take_part_are_parties_whatever_speaks_against_it() -> None:
    text = "In Oslo on Monday, Norway's Energy Minister Anne Lund met, after much delay, Ambassador Juan Pons of Chile."
    assert set(parties(text, "Energy minister meets ambassador")) >= {"NOR", "CHL"}


def test_weights_say_what_a_reader_would() -> None:
    weights = settings("party_weights")
    assert set(weights) == {"bias", "rules", "table", "text", "others"}
    assert weights["rules"]["told"] > 0 > weights["bias"]
    assert weights["text"]["text behind in"] < 0 < weights["text"]["headline"]
