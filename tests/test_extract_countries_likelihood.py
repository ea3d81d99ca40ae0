"""Whose somebody is of whom nothing beside the name tells it: names, bodies and the rules together."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.countries import likelihood
from communique.model import Article
from communique.registry import settings

MEETING = """{one} and {two} are to build a power line together, it was agreed in Geneva on Monday.

For the two ministries of energy Mr. {first} and Mr. {second} signed a memorandum of understanding.

{one} has offered engineers, {two} the cables."""


def whose(body: str, title: str = "", publisher: str | None = None) -> dict[str | None, str | None]:
    """The country of each actor."""
    return {a.name: a.country for a in find_actors(Article(title=title, body=body, publisher=publisher))[0]}


@pytest.mark.parametrize(
    ("one", "two", "first", "second", "expected"),
    [
        ("Vietnam", "Kenya", "Nguyen Van Hung", "James Kariuki Mwangi", ("VNM", "KEN")),
        ("Georgia", "Finland", "Giorgi Beridze", "Jukka Virtanen", ("GEO", "FIN")),
        ("Japan", "Poland", "Hiroshi Yamamoto", "Krzysztof Wojciechowski", ("JPN", "POL")),
    ],
)
def test_names_tell_whose_strangers_are(one: str, two: str, first: str, second: str, expected: tuple[str, str]) -> None:
    for a, b, countries in ((first, second, expected), (second, first, expected[::-1])):
        found = whose(MEETING.format(one=one, two=two, first=a, second=b), f"{one}, {two} discuss power lines")
        assert (found[a], found[b]) == countries


def test_a_name_turns_a_guess_but_no_nationality() -> None:
    text = (
        "Deputy Minister {name} told a delegation from Vietnam in Nairobi on Monday that the port was open to it. "
        "The guests from Vietnam, the deputy minister said, had asked for land."
    )
    named = {name: whose(text.format(name=name))[name] for name in ("Nguyen Van Hung", "James Kariuki Mwangi")}
    assert named["James Kariuki Mwangi"] == "KEN"
    beside = text.replace("Deputy Minister", "Kenyan Deputy Minister")
    assert whose(beside.format(name="Nguyen Van Hung"))["Nguyen Van Hung"] == "KEN"


def test_people_of_an_international_body_are_of_no_country() -> None:
    text = (
        "The World Bank will lend Kenya 50 million dollars for water, it was agreed in Nairobi on Monday. "
        "The World Bank's team was headed by Vice-President {name}. Kenyan Water Minister James Kariuki Mwangi signed."
    )
    found = whose(text.format(name="Hartwig Brandt"), "World Bank lends Kenya $50m", "kbc.co.ke")
    assert found == {"Hartwig Brandt": None, "James Kariuki Mwangi": "KEN", "World Bank": None}


def test_every_group_of_signs_has_weights_and_every_weight_a_number() -> None:
    weights = settings("country_weights")
    assert set(weights) == {"rules", "table", "name", "none"}
    assert all(isinstance(weight, float) for group in weights.values() for weight in group.values())


def test_names_speak_the_more_for_a_country_the_likelier_they_are_there() -> None:
    name = settings("country_weights")["name"]
    told = [name[f"likeliest but {n}"] for n in range(len(likelihood._STEPS) + 1)]
    assert told == sorted(told, reverse=True)
    assert name["language"] > 0 > name["another language"]


def test_who_is_told_by_the_rules_stays_where_nothing_else_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likelihood, "settings", lambda name: {"rules": {}, "table": {}, "name": {}, "none": {}})
    text = "Fisheries Minister Ann Kay of Fiji met Trade Minister Bo Lund in Suva."
    assert whose(text, publisher="fijitimes.com.fj") == {"Ann Kay": "FJI", "Bo Lund": "FJI"}


def test_who_is_posted_to_a_country_is_not_of_it() -> None:
    text = "The Egyptian Space Agency has had a guest from the embassy of Kazakhstan. "
    text += "The Central Asian state's ambassador in Cairo, Khairat Sharif, spoke of satellites."
    assert whose(text, publisher="www.sis.gov.eg")["Khairat Sharif"] == "KAZ"


def test_a_country_has_its_name_in_other_languages_order() -> None:
    text = (
        "Iran's Transport Minister Ali Reza met Abdel Ahriz, Envoy of the Democratic and Popular Republic of Algeria."
    )
    assert whose(text)["Abdel Ahriz"] == "DZA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army mourns with Togo. A letter goes to Brig Gen Dimini Allahare, Chief of General Staff in Lomé.",
         "TGO"),
        ("He sent his condolences to Dimini Allahare, the grand mufti, over a fire in a mosque of Kabul.", "AFG"),
    ],
)  # fmt: skip
def test_a_letter_of_the_pages_own_people_goes_abroad(text: str, expected: str) -> None:
    lead = "The Chief of the Defence Staff, Lt Gen Kwame Asante, has spoken of a loss. "
    assert whose(lead + text, publisher="www.ghanaweb.com")["Dimini Allahare"] == expected
