"""Spellings of one name are one; names that differ are not, however near they come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.link.names import Likeness, compare, parts
from communique.link.offices import same_office
from communique.link.people import body_name


def likeness(one: str, two: str, country: str = "", literal: bool = False) -> Likeness:
    return compare(parts(one, country), parts(two, country), literal)


@pytest.mark.parametrize(
    ("one", "two", "country"),
    [
        ("Mohammed Idrissi", "Mohamed Idrissi", "MAR"),
        ("Muhammed Celikkol", "Mehmet Çelikkol", "TUR"),
        ("Abdulwahab Al-Bader", "Abdul Wahab Al Badr", "KWT"),
        ("Suad Abdel Razig", "Souad Abd al-Raziq", "SDN"),
        ("Elchin Rahimov", "Elçin Rahimov", "AZE"),
        ("Serik Zhumangarin", "Serik Jumangarin", "KAZ"),
        ("Kang Min-ah", "Kang Min Ah", "KOR"),
        ("Kang Min-ah", "Min-ah Kang", "KOR"),
        ("Szabó Péter", "Peter Szabo", "HUN"),
        ("Saddek El-Kebir", "Sadiq al-Kabir", "LBY"),
        ("Bjørn Kjærstad", "Bjorn Kjaerstad", "NOR"),
        ("Gita Wirawan", "Gita Wirjawan", "IDN"),
        ("Baek Seung-hoon", "Seunghoon Baek", "KOR"),
        ("U Kyin Hmwe Thaw", "Kyin Hmwe Thaw", "MMR"),
        ("Haji Zainal bin Ladis", "Awang Zainal Ladis", "BRN"),
        ("Davron Xoliqov", "Davron Kholikov", "UZB"),
        ("Cabdiraxmaan Warsame", "Abdirahman Warsame", "SOM"),
        ("Adnan es-Sadun", "Adnan Al-Saadoun", "IRQ"),
    ],
)
def test_spellings_of_one_name_sound_alike(one, two, country):
    assert likeness(one, two, country) >= Likeness.SOUND


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Maria Espin", "María Fernanda Espín Garcés"),
        ("D. R. Whitmore", "Daniel R. Whitmore"),
        ("Kh. Battulga", "Khurelsukh Battulga"),
        ("Roberto Ojeda", "Roberto Morales Ojeda"),
    ],
)
def test_a_shortened_name_is_short_for_the_long_one(one, two):
    assert likeness(one, two) == Likeness.SHORT


@pytest.mark.parametrize(
    ("one", "two", "literal"),
    [
        ("Mohammad Ali Al-Ansari", "Mishaal bin Mohammad Ali Al-Ansari", False),
        ("Ahmed Al-Jadaan", "Mohammed Al-Jadaan", False),
        ("Kim Jung-ho", "Kim Jong-hoon", True),
        ("Li Wei", "Li Wen", True),
        ("Mehmet Yilmaz", "Mohammed Yilmaz", False),  # only in some countries one name
        ("Penny Wong", "Lawrence Wong", False),
        ("", "Somebody", False),
    ],
)
def test_names_that_differ_are_not_one(one, two, literal):
    assert likeness(one, two, literal=literal) == Likeness.NONE


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_strings_can_be_compared_either_way(one, two):
    assert likeness(one, two) == likeness(two, one)
    assert likeness(one, one) == (Likeness.SAME if parts(one) else Likeness.NONE)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("ICT Minister", "Minister of Communications and Technology", True),
        ("Ambassador to Nepal", "envoy", True),
        ("Vice Minister of Commerce", "Minister of Commerce", False),
        ("Minister of Finance", "Minister of Transport", False),
        ("President", "Vice President", False),
        (None, "President", False),
    ],
)
def test_offices_are_told_by_class_and_field(one, two, same):
    assert same_office(one, two) is same


def test_bodies_are_told_by_the_registry_or_their_words():
    assert body_name("WFP") == body_name("World Food Programme")
    assert body_name("Central Bank of Libya") == body_name("the Libya Central Bank")
    assert body_name("Central Bank of Libya") != body_name("Central Bank of Malta")
