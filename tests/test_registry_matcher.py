"""Terms are found as whole words, the longest at each place, at offsets of the text as given."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from communique.registry.matcher import Family, Matcher, fold


def test_a_longer_term_that_ends_inside_a_word_does_not_hide_a_shorter_one():
    assert [m.value for m in Matcher({"oil": 1, "oil pipe": 2}).find("the oil pipes")] == [1]


def test_case_matters_only_when_asked():
    assert Matcher({"US": 1}, case=True).find("tell us") == []
    assert len(Matcher({"US": 1}).find("tell us")) == 1


WORDS = st.sampled_from(["ends", "end", "a", "the", "two-day", "visit", "visits", "Visit", ".", "week"])


@given(st.lists(WORDS, max_size=9).map(" ".join))
def test_a_family_finds_what_its_combinations_find(text):
    parts = (("ends", "end"), ("", "a", "the"), ("", "two-day", "two-day week"), ("visit", "visits"))
    spelt = {" ".join(filter(None, words)): 1 for words in product(*parts)} | {"week": 2}
    assert Matcher({Family(parts): 1, "week": 2}).find(text) == Matcher(spelt).find(text)


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)
    assert len(fold(text, lower=False)) == len(text)


@given(st.text(), st.text())
def test_offsets_hold_the_term_whatever_stands_around_it(before, after):
    text = f"{before} Côte d’Ivoire {after}"
    found = Matcher({"cote d'ivoire": "CIV"}).find(text)
    assert any(text[m.start : m.end] == "Côte d’Ivoire" for m in found)


def test_a_stretch_of_a_text_is_searched_as_if_nothing_stood_around_it():
    matcher = Matcher({"oil": 1, "oil price": 2})
    text = "the oil price of oil"
    assert [m.value for m in matcher.find(text, 0, 9)] == [1]
    assert [m.start for m in matcher.find(text, 8)] == [17]


def test_matchers_that_look_at_texts_together_find_what_they_would_find_alone():
    terms = [({"US": 1, "United States": 2}, True), ({"us": 3, "states": 4}, False)]
    text = "The United States told us what the US wants"
    together = [Matcher(given, case=case, together=True) for given, case in terms]
    assert [m.find(text) for m in together] == [Matcher(given, case=case).find(text) for given, case in terms]


def test_a_term_that_ends_with_a_space_is_not_sought_beyond_the_end_of_a_text():
    sought = Matcher({"foto ": "caption", "info": "note"})

    assert [found.value for found in sought.find("foto Ana Rey")] == ["caption"]
    assert sought.find("courtesy of InfoFoto") == []
    assert sought.find("InfoFoto") == []
