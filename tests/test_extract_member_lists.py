"""Lists of officials, in the forms in which agencies print them: each has the office and the country told of him."""

from typing import NamedTuple

import pytest

from communique.agreement import token_f1
from communique.extract.actors import find_actors
from communique.model import Article


class Side(NamedTuple):
    """A country, its publisher and its people."""

    name: str
    adjective: str
    alpha3: str
    publisher: str
    people: tuple[str, ...]


SIDES = (
    Side("Kenya", "Kenyan", "KEN", "kbc.co.ke", ("Wanjiru Kamau", "Barasa Otieno", "Grace Njoroge")),
    Side("Kazakhstan", "Kazakh", "KAZ", "inform.kz", ("Yerlan Akhmetov", "Aigul Nurlanova", "Bolat Serikbayev")),
    Side("Uruguay", "Uruguayan", "URY", "gub.uy", ("Diego Ferreira", "Lucia Varela", "Martin Larrosa")),
    Side("Norway", "Norwegian", "NOR", "norwaytoday.info", ("Ingrid Solberg", "Lars Haugen", "Kari Nilsen")),
)

FORMS = (
    "The {Ga} delegation comprised Minister of Trade {g0}, Deputy Minister of Health {g1}, and Ambassador {g2}.",
    "The {Ga} delegation comprised: {g0}, Minister of Trade; {g1}, Deputy Minister of Health; {g2}, Ambassador.",
    "Members of the {Ga} delegation are {g0} (Minister of Trade), {g1} (Deputy Minister of Health) and others.",
    "The {Ga} delegation:\n\n{g0}, Minister of Trade\n\n{g1}, Deputy Minister of Health\n\n{g2}, Ambassador",
    "The {Ga} delegation included: {g0} – Minister of Trade, {g1} – Deputy Minister of Health, {g2} – Ambassador.",
    "{Ga} Minister of Trade {g0}'s entourage includes Deputy Minister of Health {g1} and Ambassador {g2}.",
    "Among the guests were {Ga} Minister of Trade {g0}, Deputy Minister of Health {g1} and Ambassador {g2}.",
)
OFFICES = {"g0": "Minister of Trade", "g1": "Deputy Minister of Health", "g2": "Ambassador"}


def found(text: str, host: Side, guest: Side) -> dict[str | None, tuple[str | None, str | None]]:
    said = {"G": guest.name, "Ga": guest.adjective, "H": host.name, "Ha": host.adjective}
    said |= {f"g{n}": name for n, name in enumerate(guest.people)} | {
        f"h{n}": name for n, name in enumerate(host.people)
    }
    body = "Talks of {H} and {G} were held on Monday. ".format(**said) + text.format(**said)
    actors, _ = find_actors(Article(title="", body=body, publisher=host.publisher))
    return {actor.name: (actor.role, actor.country) for actor in actors}


@pytest.mark.parametrize("form", FORMS)
def test_each_in_a_list_has_his_office_and_country(form: str) -> None:
    for host, guest in zip(SIDES, (*SIDES[1:], SIDES[0]), strict=True):
        people = found(form, host, guest)
        for place, office in OFFICES.items():
            if f"{{{place}}}" in form:
                role, country = people[guest.people[int(place[1])]]
                assert country == guest.alpha3, (form, people)
                assert token_f1(office, role) > 0.9, (form, people)


@pytest.mark.parametrize(
    "form",
    [
        "Attending were the Foreign Ministers of {H}, {h0}, {G}, {g0}, and Fiji, Leo Paz.",
        "The meeting brought together the foreign ministers of {H} ({h0}), {G} ({g0}) and Fiji (Leo Paz).",
        "The meeting brought together foreign ministers {h0} of {H}, {g0} of {G} and Leo Paz of Fiji.",
        "The foreign ministers who came were those of {H}, {h0}, of {G}, {g0}, and of Fiji, Leo Paz.",
        "Foreign Minister Leo Paz of Fiji met with {h0} and {g0}, his peers from {H} and {G}.",
        "The note was signed by {h0} and his {Ga} counterpart, Foreign Minister {g0}, for {H} and {G}.",
    ],
)
def test_ministers_of_several_countries_have_each_his_own(form: str) -> None:
    for host, guest in zip(SIDES, (*SIDES[1:], SIDES[0]), strict=True):
        people = found(form, host, guest)
        for side in (host, guest):
            role, country = people[side.people[0]]
            assert (str(role).lower(), country) == ("foreign minister", side.alpha3), (form, people)


def test_ministers_may_be_told_by_their_fields_in_brackets() -> None:
    people = found("Present were {Ha} ministers {h0} (Trade), {h1} (Health) and {h2} (Energy).", SIDES[0], SIDES[1])
    assert {name for name, (_, country) in people.items() if country == "KEN"} >= set(SIDES[0].people)


@pytest.mark.parametrize(
    "text",
    [
        "Before him stood the ambassadors of the Republic of Kenya, Grace Njoroge, the Kingdom of Norway, Kari Nilsen,"
        " and the European Union, Ana Ruiz.",
        "Before him stood the Ambassadors Extraordinary and Plenipotentiary of the Republic of Kenya Grace Njoroge,"
        " of Norway Ms. Kari Nilsen and of the European Union Ana Ruiz.",
        "There stood the ambassadors of Kenya (Grace Njoroge), Norway (Kari Nilsen) and the European Union (Ana Ruiz).",
    ],
)
def test_ambassadors_are_listed_behind_the_formal_names_of_states_and_bodies(text: str) -> None:
    found = find_actors(Article(title="", body=text))[0]
    told = [(a.name, a.country, a.organization) for a in found if a.name]
    assert told == [
        ("Grace Njoroge", "KEN", None),
        ("Kari Nilsen", "NOR", None),
        ("Ana Ruiz", None, "European Union"),
    ]


def test_ministers_are_listed_each_with_his_field() -> None:
    text = "Kenya sent its ministers: Grace Njoroge of Tourism, and Barasa Otieno of Forestry and Fisheries."
    found = find_actors(Article(title="", body=text))[0]
    assert [(a.name, (a.role or "").lower()) for a in found if a.name] == [
        ("Grace Njoroge", "minister of tourism"),
        ("Barasa Otieno", "minister of forestry and fisheries"),
    ]
