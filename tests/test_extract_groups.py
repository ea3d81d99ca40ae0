"""Officials told by one office and a list of countries, without names."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.people.lists import listed_countries
from communique.extract.words.reading import read
from communique.model import Actor, Article


def actors(body: str) -> list[Actor]:
    return find_actors(Article(title="", body=body))[0]


def nameless(body: str) -> list[tuple[str | None, str | None]]:
    return [(actor.role, actor.country) for actor in actors(body) if actor.name is None]


@pytest.mark.parametrize(
    "text",
    [
        "The energy ministers of Chad, Mali and Niger met in Oslo.",
        "The energy ministers from Chad, Mali and Niger agreed on a grid in Oslo.",
        "Chad's, Mali's and Niger's energy ministers met in Oslo.",
        "At the Oslo meeting of the energy ministers of Chad, Mali and Niger a grid was agreed.",
        "The energy ministers of the three countries – Chad, Mali and Niger – met in Oslo.",
        "President Rosa Mba of Gabon received the energy ministers of Chad, the Republic of Mali and Niger.",
    ],
)
def test_each_country_of_a_list_has_a_holder_of_the_office_without_a_name(text: str) -> None:
    assert nameless(text) == [("energy minister", country) for country in ("TCD", "MLI", "NER")]


def test_adjectives_before_an_office_in_the_plural_are_such_a_list() -> None:
    text = "The Malian and Chadian Ministers of Energy agreed on a grid."
    assert nameless(text) == [("Minister of Energy", "MLI"), ("Minister of Energy", "TCD")]


def test_counterparts_of_a_list_hold_the_same_office() -> None:
    text = "Gabon's Energy Minister Rosa Mba met with her counterparts from Mali and Chad in Oslo."
    assert nameless(text) == [("Energy Minister", "MLI"), ("Energy Minister", "TCD")]


def test_the_words_of_the_office_and_its_list_prove_the_holders() -> None:
    text = "On Monday the energy ministers of Mali and Chad met in Oslo."
    spans = {text[actor.start : actor.end] for actor in actors(text)}
    assert spans == {"energy ministers of Mali and Chad"}


def test_who_is_named_for_a_country_stands_for_it() -> None:
    text = "The energy ministers of Mali and Chad met in Oslo. Malian Energy Minister Awa Keita spoke of a grid."
    assert [(a.name, a.country) for a in actors(text)] == [(None, "TCD"), ("Awa Keita", "MLI")]


def test_counterparts_named_behind_their_countries_are_no_others() -> None:
    text = "Energy Minister Rosa Mba met with her counterparts of Mali and Chad, Awa Keita and Idriss Saleh."
    told = [(a.name, a.role, a.country) for a in actors(text)[1:]]
    assert told == [("Awa Keita", "Energy Minister", "MLI"), ("Idriss Saleh", "Energy Minister", "TCD")]


@pytest.mark.parametrize(
    "text",
    [
        "The energy ministers of Mali and Chad will meet in Oslo next month, Ambassador of Mali Awa Keita said.",
        "Following the meeting of the energy ministers of Mali and Chad in May, experts met in Oslo.",
        "Representatives of Mali and Chad met in Oslo.",
        "The speakers of the parliaments of Mali and Chad met in Oslo.",
        "Rosa Mba, Energy Minister of Gabon, invited the energy ministers of Mali and Chad.",
    ],
)
def test_who_does_not_take_part_or_holds_no_office_of_one_is_left_out(text: str) -> None:
    assert nameless(text) == []


def test_a_list_of_countries_ends_before_what_another_country_does() -> None:
    reading = read("ministers of Mali, Chad and Niger, and Gabon's president")
    assert listed_countries(reading, 1)[0] == ["MLI", "TCD", "NER"]
    assert listed_countries(reading, 0) == ([], 0)


def test_a_place_is_no_minister_of_its_country() -> None:
    text = "The energy ministers of Mali and Turkey met. Kars, Turkey, and Segou, Mali, are to have a fair."
    assert [actor.name for actor in actors(text)] == [None, None]


def test_the_mark_inside_an_arabic_name_does_not_end_it() -> None:
    text = "Iraqi Minister Salim Rabi’ Al Tamimi arrived. Minister Al-Tamimi opened a fair."
    assert [actor.name for actor in actors(text)] == ["Salim Rabi’ Al Tamimi"]


def test_where_a_sentence_opens_is_not_whose_minister_acts() -> None:
    text = "Canadian Minister Ann Lee landed. In Poland Minister Lee met President of Poland Jan Duda."
    assert [(a.name, a.country) for a in actors(text)] == [("Ann Lee", "CAN"), ("Jan Duda", "POL")]


def test_their_counterpart_is_a_participant() -> None:
    text = (
        "The Energy Ministers of Mali and Chad, Awa Keita and Idriss Saleh, met Rosa Mba, their counterpart of Gabon."
    )
    assert [(a.name, a.role, a.country) for a in actors(text)][2:] == [("Rosa Mba", "Energy Minister", "GAB")]


def test_counterparts_with_their_title_stand_each_behind_a_country() -> None:
    text = (
        "President of the Republic Rosa Mba wrote to her counterparts of Mali, President Awa Keita, of Chad, President "
        "Idriss Saleh, and of Peru, President Ana Lopez. Her Chadian counterpart was told of the storm."
    )
    told = [(a.name, a.role, a.country) for a in actors(text)[1:]]
    assert told == [
        ("Awa Keita", "President", "MLI"),
        ("Idriss Saleh", "President", "TCD"),
        ("Ana Lopez", "President", "PER"),
    ]


def test_who_was_with_an_official_abroad_came_along() -> None:
    text = "Canadian Minister Ann Lee landed. In Poland Minister Lee was with Prime Minister Jim Roy at talks with "
    told = [(a.name, a.country) for a in actors(text + "President of Poland Jan Duda.")]
    assert told == [("Ann Lee", "CAN"), ("Jim Roy", "CAN"), ("Jan Duda", "POL")]


def test_an_ambassador_by_rank_holds_the_office_in_front() -> None:
    text = "Kuwait's assistant foreign minister ambassador Salim Nasser spoke."
    assert [(a.name, a.role) for a in actors(text)] == [("Salim Nasser", "assistant foreign minister")]


def test_an_outlet_in_front_of_the_text_tells_whose_the_other_officials_are() -> None:
    text = "Ammon News - The energy ministers of Iraq and Syria were received by Prime Minister Salim Nasser."
    told = find_actors(Article(title="", body=text, lead=13))[0]
    assert [(a.name, a.country) for a in told] == [(None, "IRQ"), (None, "SYR"), ("Salim Nasser", "JOR")]


def test_whose_names_come_behind_a_dash_are_told_by_name() -> None:
    text = "Gabon's minister met the Malian and Chadian energy ministers – Awa Keita and Idriss Saleh – in Oslo."
    told = [(a.name, a.role, a.country) for a in actors(text)]
    assert told[1:] == [("Awa Keita", "energy minister", "MLI"), ("Idriss Saleh", "energy minister", "TCD")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Baltic defence ministers met in Riga.",
            [("defence minister", "EST"), ("defence minister", "LTU"), ("defence minister", "LVA")],
        ),
        (
            "The bishops came, the ambassadors of Norway and The Gambia did, and the band played.",
            [("ambassador", "NOR"), ("ambassador", "GMB")],
        ),
        (
            "The bishops met the ambassadors. Those of Norway and Chad spoke.",
            [("ambassador", "NOR"), ("ambassador", "TCD")],
        ),
        (
            "Rwanda's ministers of health, trade and public works signed the papers.",
            [("minister of health", "RWA"), ("minister of trade", "RWA"), ("minister of public works", "RWA")],
        ),
    ],
)
def test_each_of_those_told_together_is_told(text: str, told: list[tuple[str, str]]) -> None:
    assert [(a.role, a.country) for a in actors(text)] == told


def test_a_minister_by_name_does_not_stand_for_the_heads_of_his_state() -> None:
    text = "Mali's Trade Minister Awa Keita landed. The signing was witnessed by the presidents of Mali and Chad."
    assert [(a.name, a.country) for a in actors(text)] == [("Awa Keita", "MLI"), (None, "MLI"), (None, "TCD")]


def test_a_meeting_of_an_earlier_month_is_none_of_the_event() -> None:
    text = (
        "Mali's Trade Minister Awa Keita landed.\n\nShe met traders.\n\nWhen a summit took place in February, a "
        "meeting of the Peruvian and Chadian prime ministers preceded it."
    )
    assert [a.name for a in actors(text)] == ["Awa Keita"]


@pytest.mark.parametrize(
    "text",
    [
        "President of Chad Idriss Saleh came. The head of the Chadian state spoke.",
        "Foreign Minister of Chad Idriss Saleh came. The chief of Chadian diplomacy spoke.",
    ],
)
def test_another_word_for_an_office_is_no_second_holder(text: str) -> None:
    assert [a.name for a in actors(text)] == ["Idriss Saleh"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mali's envoy Awa Keita handed ten ambulances to the Health Minister of Chad.", "Health Minister"),
        ("Prime Minister Awa Keita of Mali wrote to the Prime Minister of Chad.", "Prime Minister"),
        ("Present were Mali's Trade Minister Awa Keita, the ambassador of Chad and others.", "ambassador"),
        ("Prime Minister Awa Keita of Mali came along with the Health Minister of Chad.", "Health Minister"),
        (
            "Prime Minister Awa Keita of Mali also called on the Speaker of the Parliament of Chad.",
            "Speaker of the Parliament",
        ),
        ("Prime Minister Awa Keita of Mali handed a letter over to the President of Chad.", "President"),
        ("Prime Minister Awa Keita of Mali signed it in the presence of the President of Chad.", "President"),
    ],
)
def test_who_is_given_something_written_to_or_listed_takes_part_without_a_name(text: str, role: str) -> None:
    assert [(a.name, a.role, a.country) for a in actors(text)][1:] == [(None, role, "TCD")]
