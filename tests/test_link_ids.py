"""Ids stand on what a value is, never on where it was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.link.ids import actor_id, article_id, canonical_url, event_id, profile
from communique.model import Actor, Article

PAGE = Article(title="Ministers meet", body="They met.", url="https://www.example.org/news/7?utm_source=x#top")


@pytest.mark.parametrize(
    "url",
    ["http://example.org/news/7", "example.org/news/7/", "https://EXAMPLE.org:443/news/7?fbclid=abc"],
)
def test_one_page_under_several_spellings_of_its_address_has_one_id(url):
    assert article_id(Article(title=" Ministers  MEET", body="Other chrome.", url=url)) == article_id(PAGE)


def test_many_articles_under_one_address_have_ids_of_their_own():
    assert article_id(Article(title="Another headline", body="They met.", url=PAGE.url)) != article_id(PAGE)


def test_pages_without_address_differ_by_text():
    first, second = (Article(title="Talks", body=body) for body in ("One.", "Two."))
    assert article_id(first) != article_id(second)


@given(st.text())
def test_any_address_has_a_canonical_form_that_is_stable(url):
    once = canonical_url(url)
    assert isinstance(once, str)
    assert article_id(Article(title="t", body="b", url=url)) == article_id(Article(title="t", body="b", url=url))


def test_an_actor_is_told_by_name_country_and_organization_not_by_office():
    first = Actor("Iyad Al-Khatib", "Minister", "SYR")
    assert actor_id(first) == actor_id(Actor("IYAD al-Khatib", "Minister of Communications", "SYR"))
    assert actor_id(first) != actor_id(Actor("Iyad Al-Khatib", "Minister", "JOR"))


def test_an_actor_without_a_name_is_told_by_the_office():
    assert actor_id(Actor(None, "ambassador", "TUR")) != actor_id(Actor(None, "minister", "TUR"))


def test_a_single_family_name_is_told_by_office_and_year_too():
    one = profile("person", "Khatib", "Minister", "SYR", None, "2019")
    assert one != profile("person", "Khatib", "Minister", "SYR", None, "2020")
    assert one != profile("person", "Khatib", "Governor", "SYR", None, "2019")


def test_an_event_has_the_id_of_its_first_report_and_another_if_that_is_taken():
    assert event_id("a-1") == event_id("a-1") != event_id("a-2")
    assert event_id("a-1", 1) not in {event_id("a-1"), event_id("a-1", 2)}
