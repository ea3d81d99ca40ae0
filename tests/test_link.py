"""Ids stand on what a value is; events and actors add up what their articles say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.link.ids import actor_id, article_id, canonical_url, event_id
from communique.link.tables import Mention, actor_rows, event_rows
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


def test_an_article_that_names_no_day_is_an_event_of_its_own():
    assert event_id("a1", None, "meeting", ["SYR"], ["p1"]) != event_id("a2", None, "meeting", ["SYR"], ["p1"])
    day = date(2024, 5, 1)
    assert event_id("a1", day, "meeting", ["SYR"], ["p1"]) == event_id("a2", day, "meeting", ["SYR"], ["p1"])


def _article(article_id: str, publisher: str | None, code: str) -> dict:
    return {
        "event_id": "e1",
        "article_id": article_id,
        "event_date": date(2024, 5, 1),
        "kind": "meeting",
        "publisher": publisher,
        "countries": ["JOR", "SYR"],
        "sectors": [{"code": code}],
        "actors": [{"actor_id": "p2"}, {"actor_id": "p1"}],
    }


def test_an_event_adds_up_its_articles_and_counts_each_publisher_once():
    rows = [_article("a1", "one.org", "water"), _article("a2", "one.org", "energy"), _article("a3", None, "water")]
    (event,) = event_rows(rows)
    assert event["n_publishers"] == 1
    assert event["article_ids"] == ["a1", "a2", "a3"]
    assert event["sectors"] == ["energy", "water"]
    assert event["actor_ids"] == ["p1", "p2"]


def test_an_actor_row_keeps_the_commonest_name_the_other_spellings_and_the_span_of_each_office():
    days = [date(2024, 1, 5), None, date(2023, 1, 5)]
    names = ["Ali Saleh", "Ali  Saleh", "Ali Saleh"]
    mentions = [
        Mention("p1", day, name, "Minister", "person", "SYR", None) for day, name in zip(days, names, strict=True)
    ]
    (actor,) = actor_rows(mentions)
    assert (actor["name"], actor["aliases"]) == ("Ali Saleh", ["Ali  Saleh"])
    assert (actor["first_seen"], actor["last_seen"]) == (date(2023, 1, 5), date(2024, 1, 5))
    assert actor["roles"] == [{"role": "Minister", "first": date(2023, 1, 5), "last": date(2024, 1, 5)}]
    assert actor["n_articles"] == 3


def test_an_actor_without_a_name_goes_by_the_office():
    (actor,) = actor_rows([Mention("p1", None, None, "Turkish envoy", "person", "TUR", None)])
    assert actor["name"] == "Turkish envoy"
