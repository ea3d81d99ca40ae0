"""Within the reports of one event less evidence makes two names one person's, and none makes two office holders one."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.link.corpus import Form
from communique.link.kin import akin
from communique.link.naming import stands_for

ONE = [
    (("Hristo Grozdanov", "Transport Minister"), ("Christo Grosdanoff", "Minister of Transport"), "BGR"),
    (("Anthony Ofori-Mensah", "Trade Minister"), ("Tony Ofori Mensah", "Minister of Trade"), "GHA"),
    (("Yerlan Zhumagaliyev", "Energy Minister"), ("Jerlan Schumagalijew", "energy minister"), "KAZ"),
    (("Maria Helena Quintas", "State Secretary"), ("Helena Quintas", None), "PRT"),
    (("Corazon Villaluz-Lim", "Undersecretary"), ("Cora Villaluz", None), "PHL"),
    (("Bosco Odong Otim", "Minister of Works"), ("Odong", "Minister"), "UGA"),
    (("Maja Zupan Kocjan", "Foreign Minister"), ("Maja Zupan", "head of diplomacy"), "SVN"),
    (("Ryu Hae-seong", "Labour Minister"), ("Ryoo Haesung", "Minister of Labor"), "KOR"),
]
SEVERAL = [
    (("Hassan Ali Amin", "Trade Minister"), ("Tarek Amin", "Health Minister"), "EGY"),
    (("Omar Sabbagh", "Minister"), ("Ziad Sabbagh", "Minister"), "LBN"),
    (("Ana Ruiz", "Minister of Energy"), ("Luis Ortega", "Minister of Energy"), "CHL"),
    (("Ivan Petrov", None), ("Boris Orlov", None), "RUS"),
    (("Petrov", "Deputy Minister"), ("Ivan Petrov", "Minister of Energy"), "RUS"),
]


def person(name: str, role: str | None, country: str | None = None, body: str | None = None) -> Form:
    return Form("person", name, role, country, body)


@pytest.mark.parametrize(("one", "other", "country"), ONE)
def test_spellings_that_only_the_event_tells_to_be_one(one, other, country):
    for a, b in permutations((one, other)):
        assert akin(person(*a, country), person(*b, country))


@pytest.mark.parametrize(("one", "other", "country"), SEVERAL)
def test_brothers_colleagues_and_successors_stay_several(one, other, country):
    for a, b in permutations((one, other)):
        assert not akin(person(*a, country), person(*b, country))


def test_the_body_tells_who_a_single_name_is_where_offices_are_worded_apart():
    short, full = ("Brand", "economist", None), ("Felix Brand", "mission chief", None)
    assert akin(person(*short, "IMF"), person(*full, "International Monetary Fund"))
    assert not akin(person(*short), person(*full))


def test_an_office_or_a_single_name_stands_for_a_full_one():
    full = Form("person", "Jin Park Tomba", "Works Minister", "PNG", None)
    assert stands_for(Form("person", None, "Minister for Works", "PNG", None), full)
    assert stands_for(Form("person", "Tomba", "Minister", None, None), full)
    assert not stands_for(Form("person", "Tomba", "Minister", "FJI", None), full)
    assert not stands_for(Form("person", None, "Ambassador", "PNG", None), full)


NAMES = st.text("abcdehiklmnorstuvz -'.", max_size=20)


@given(NAMES, NAMES, st.sampled_from(["Minister", "Trade Minister", None]), st.sampled_from(["IRN", "KOR", None]))
def test_any_two_can_be_asked_either_way_round(one, other, role, country):
    a, b = person(one, role, country), person(other, "Minister of Trade", country)
    assert akin(a, b) == akin(b, a)
