"""The headline is the form that most places of a page agree on, and never carries the site's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.page.headline import choose, key, strip_site


@pytest.mark.parametrize(
    ("title", "names", "headline"),
    [
        ("Ferry treaty initialled | Harbour Gazette", ["Harbour Gazette"], "Ferry treaty initialled"),
        ("Ferry treaty initialled - Harbour Gazette", ["harbourgazette.example.com"], "Ferry treaty initialled"),
        ("Ferry treaty initialled — HARBOUR GAZETTE", ["Harbour Gazette"], "Ferry treaty initialled"),
        ("Ferry treaty initialled » The Harbour Gazette Online", ["Harbour Gazette"], "Ferry treaty initialled"),
        ("Ferry treaty initialled :: HG :: Harbour Gazette", ["Harbour Gazette"], "Ferry treaty initialled"),
        ("Ferry treaty initialled | World | Harbour Gazette", ["Harbour Gazette"], "Ferry treaty initialled"),
        ("Ferry treaty initialled - North Sea Daily Post", ["nsdp.example"], "Ferry treaty initialled"),
        ("Harbour Gazette: Ferry treaty initialled", ["Harbour Gazette"], "Ferry treaty initialled"),
        ("Harbour Gazette | Ferry treaty initialled", ["Harbour Gazette"], "Ferry treaty initialled"),
        ("Ferry treaty initialled - NSDP", ["North Sea Daily Post"], "Ferry treaty initialled"),
        ("フェリー協定に仮署名：港湾新聞", ["港湾新聞"], "フェリー協定に仮署名"),
        ("渡轮协议草签_国际_港口报", ["港口报"], "渡轮协议草签"),
        ("Паромное соглашение парафировано · Портовая газета", ["Портовая газета"], "Паромное соглашение парафировано"),
    ],
)
def test_the_name_of_the_site_goes_with_any_separator(title, names, headline):
    assert strip_site(title, names) == headline


@pytest.mark.parametrize(
    "title",
    [
        "Ferry treaty: Norway and Iceland initial it",
        "Norway - Iceland ferry talks end",
        "Ministers confer - and agree",
        "The Gazette of law changes - what it means",
        "Harbour Gazette",
        "",
        " | ",
    ],
)
def test_a_headline_with_a_separator_of_its_own_stays_whole(title):
    assert strip_site(title, ["Harbour Gazette", "gazette.example"]) == " ".join(title.split())


def chosen(printed=(), headlines=(), titles=(), page_title="", names=("Harbour Gazette",), text="") -> str:
    return choose(list(printed), list(headlines), list(titles), page_title, list(names), key(text))


def test_the_form_given_most_often_wins():
    assert chosen(["Envoy in Oslo"], ["Envoy in Oslo"], ["5 things about the envoy"]) == "Envoy in Oslo"
    assert chosen(["Envoy in Oslo"], ["The envoy"], ["Envoy in Oslo"], "The envoy is in town") == "Envoy in Oslo"


def test_the_printed_form_wins_where_all_differ():
    assert chosen(["Envoy in Oslo"], ["The envoy arrives"], ["5 things about him"], "Envoy news") == "Envoy in Oslo"


def test_a_name_unknown_to_the_page_is_told_by_the_heading():
    assert chosen(["Envoy arrives in Oslo"], page_title="Envoy arrives in Oslo ~ Some Paper") == "Envoy arrives in Oslo"


def test_without_heading_and_metadata_the_title_is_stripped():
    assert chosen(page_title="Envoy arrives in Oslo - Harbour Gazette") == "Envoy arrives in Oslo"


def test_a_topic_that_stands_in_the_heading_is_kept_if_the_metadata_have_it():
    printed = ["Ferries Envoy in Oslo", "Envoy in Oslo", "Ferries"]
    assert (
        chosen(printed, ["Envoy in Oslo"], ["Ferries / Envoy in Oslo"], "Ferries Envoy in Oslo")
        == "Ferries / Envoy in Oslo"
    )
    assert chosen(printed, ["Envoy in Oslo"], ["Envoy in Oslo"]) == "Envoy in Oslo"


def test_a_topic_that_is_not_printed_is_left_out():
    whole, heading = "Ferry talks: The envoy arrives in Oslo", "The envoy arrives in Oslo"
    assert chosen([heading], [], [whole], whole, text="Menu " + heading) == heading
    assert chosen([heading], [], [whole], whole, text="Ferry talks " + heading) == whole


def test_a_form_cut_to_a_length_counts_for_the_whole():
    whole = "The envoy arrives in Oslo for talks on ferries and harbours"
    assert (
        chosen([whole], ["The envoy arrives in Oslo for talks…"], ["The envoy arrives in Oslo for talks ..."]) == whole
    )


def test_a_site_that_names_itself_nowhere_is_told_by_what_is_printed():
    text = "Home The envoy arrives in Oslo He came by ship"
    assert (
        chosen(page_title="The envoy arrives in Oslo - Some Paper", names=[], text=text) == "The envoy arrives in Oslo"
    )


@given(st.lists(st.text(max_size=40), max_size=4), st.lists(st.text(max_size=40), max_size=4), st.text(max_size=80))
def test_any_strings_give_a_string(first, second, title):
    assert isinstance(choose(first, second, first, title, second, key(title)), str)
    assert isinstance(strip_site(title, first), str)
