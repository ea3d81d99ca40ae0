"""All signs together say which kind of event an article tells."""

from communique.extract.event.likelihood import Evidence, likeliest, totals, traits
from communique.extract.event.telling import JOURNEY, KINDS
from communique.registry import rows, settings
from communique.registry.countries import find_countries


def kind(text: str, countries: int = 2, **places: dict[str, float]) -> str:
    return likeliest(Evidence(places, "", "", text, countries, actors=2))


def test_the_words_of_the_text_decide_between_a_journey_and_the_talks_held_on_it() -> None:
    told = {"meeting": 5.0, "visit": 6.0}
    assert (
        kind("Both sides discussed bilateral ties, it was said at the meeting between the two.", title=told, first=told)
        == "meeting"
    )
    assert kind("On arrival at the airport the delegation began its tour.", title=told, first=told) == "visit"


def test_more_countries_speak_for_a_gathering() -> None:
    told = {"meeting": 5.0, "conference": 5.0}
    assert kind("", 2, title=told, first=told) == "meeting"
    assert kind("", 7, title=told, first=told) == "conference"


def test_each_place_counts_as_its_weight_says() -> None:
    weights = settings("kind_cues")["places"]
    found = totals({"title": {"aid": 2.0}, "next": {"aid": 1.0, "visit": 4.0}})
    assert found == {"aid": 2.0 * weights["title"] + weights["next"], "visit": 4.0 * weights["next"]}


def test_what_tells_nothing_leaves_no_sign_but_the_number_of_parties() -> None:
    assert list(traits(Evidence({"title": {}}, "", "", "", 9, 0))) == [("countries", "4", 1.0), ("actors", "0", 1.0)]


def test_every_weight_belongs_to_a_sign_that_is_looked_for() -> None:
    found = {(row["group"], row["sign"]) for row in rows("kind_weights")}
    of_kinds = {"total", "title", "first", "next", "headline", "headline alone"}
    of_words = {"title word", "first word", "text word"}
    assert {group for group, _ in found} == of_kinds | of_words | {"countries", "actors", "bias"}
    assert {sign for group, sign in found if group in of_kinds} <= {*KINDS, JOURNEY}
    assert not any(find_countries(sign.title()) for group, sign in found if group in of_words)
