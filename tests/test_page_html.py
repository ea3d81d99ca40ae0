"""An HTML page becomes the article it holds, whatever its markup; anything else is unusable, never an error."""

import gzip
import json
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Page, Reason, Unusable
from communique.page.html.tree import split_html

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "html_dev.jsonl.gz"
PARAGRAPHS = [
    "REYKJAVIK - The fisheries ministers of Iceland and the Faroe Islands agreed on Tuesday to share data on herring.",
    "Their talks, the third this year, went on until late in the evening and touched on harbour fees as well.",
    "Both said that a joint survey vessel would leave port in June, with scientists of the two countries on board.",
    "A working group is to report on the cost of the survey before the end of the summer, the hosts added.",
    "Last year the two sides had failed to agree on quotas, which had led to protests by owners of small boats.",
]


def page(head: str = "", body: str = "", foot: str = "", url: str | None = None, published: str | None = None) -> Page:
    article = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + foot
    html = f"<!doctype html><html><head>{head}</head><body>{body or '<h1>Ministers share herring data</h1>'}"
    return Page("a.html", html=f"{html}<article>{article}</article></body></html>", url=url, published=published)


def linked_data(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def test_a_page_gives_title_paragraphs_and_what_they_tell():
    article = split_html(page(url="https://www.fish.example.co.uk/a"))
    assert article.title == "Ministers share herring data"
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert (article.dateline_place, article.lead) == ("REYKJAVIK", len("REYKJAVIK - "))
    assert (article.language, article.published, article.published_source) == ("en", None, None)


def test_a_headline_that_only_a_lower_heading_prints_is_found_where_the_metadata_know_none():
    body = "<h3>News</h3><h2><span>Ministers share herring data</span></h2><span>2/12/2018 12:00:00 AM</span>"
    article = split_html(page(head="<title>MFA - News Details</title>", body=body))
    assert (article.title, article.published) == ("Ministers share herring data", date(2018, 2, 12))
    body = "<h2>Most read in four lands</h2><div>Ministers share herring data</div>"
    kept = split_html(page(head="<title>Ministers share herring data</title>", body=body))
    assert kept.title == "Ministers share herring data"


@pytest.mark.parametrize("author", ["Super User", "admin", "1052", "Herring Post"])
def test_an_account_or_the_site_as_author_gives_way_to_the_writer_whom_a_line_names(author):
    head = f'<meta name="author" content="{author}"><meta property="og:site_name" content="Herring Post">'
    body = "<h1>Ministers share herring data</h1><p>Written by Sigrun Olafsdottir</p>"
    assert split_html(page(head=head, body=body)).byline == "Sigrun Olafsdottir"


def test_a_heading_that_offers_the_newsletter_is_no_paragraph():
    assert (
        split_html(page(foot=f"<h3>Get our Herring Weekly</h3><p>{PARAGRAPHS[0]} It did.</p>")).body.count("Weekly")
        == 0
    )


class TestDate:
    def test_the_day_is_as_printed_in_the_publishers_own_time(self):
        article = split_html(page(linked_data(headline="x", datePublished="2024-05-01T01:30:00+09:00")))
        assert (article.published, article.published_source) == (date(2024, 5, 1), "metadata")

    def test_a_moment_in_utc_is_read_in_the_local_time_given_elsewhere(self):
        head = linked_data(datePublished="2024-04-30T16:30:00Z")
        heading = '<h1>Ministers share herring data</h1><time datetime="2024-05-01T01:30:00+09:00">1 May</time>'
        assert split_html(page(head, heading)).published == date(2024, 5, 1)

    def test_the_publication_goes_before_a_modification_and_related_articles(self):
        related = {"@type": "NewsArticle", "headline": "old", "datePublished": "2020-01-01"}
        head = linked_data(headline="x", dateModified="2024-06-01", datePublished="2024-05-01", hasPart=[related])
        assert split_html(page(head)).published == date(2024, 5, 1)

    @pytest.mark.parametrize(
        "meta",
        [
            '<meta property="article:published_time" content="2024-05-01T10:00:00+02:00">',
            '<meta name="publish-date" content="2024-05-01 10:00">',
            '<meta name="DC.date.issued" content="2024-05-01">',
            '<meta itemprop="datePublished" content="2024-05-01">',
            '<meta name="pubdate" content="Wed, 01 May 2024 10:00:00 GMT">',
        ],
    )
    def test_meta_elements_of_many_names_tell_it(self, meta):
        head = (
            '<meta property="article:modified_time" content="2024-06-01"><meta name="publisher" content="2 May 2023">'
        )
        assert split_html(page(head + meta)).published == date(2024, 5, 1)

    def test_a_time_element_behind_the_headline_goes_before_one_in_the_header(self):
        body = '<header><time datetime="2024-07-01">Today</time></header><h1>Ministers share herring data</h1>'
        assert split_html(page("", body + '<time datetime="2024-05-01">1 May</time>')).published == date(2024, 5, 1)

    def test_the_url_tells_it_if_nothing_else_does(self):
        article = split_html(page(url="https://fish.example/2024/05/01/herring"))
        assert (article.published, article.published_source) == (date(2024, 5, 1), "url")

    @pytest.mark.parametrize("wrong", ["1970-01-01T00:00:00Z", "2031-01-01", "0001-01-01", "soon"])
    def test_a_stamp_that_cannot_be_is_passed_over(self, wrong):
        head = linked_data(datePublished=wrong) + '<meta name="date" content="2024-05-01">'
        given_page = replace(page(head), fetched="2024-05-03")
        assert split_html(given_page).published == date(2024, 5, 1)

    def test_a_printed_date_line_tells_it_if_the_metadata_do_not(self):
        article = split_html(page("", "<h1>Ministers share herring data</h1><p>Tuesday, 30 April 2024</p>"))
        assert (article.published, article.published_source) == (date(2024, 4, 30), "dateline")

    def test_of_several_articles_in_linked_data_the_one_of_this_page_counts(self):
        head = linked_data(headline="Whales counted", datePublished="2020-01-01")
        head += linked_data(headline="Ministers share herring data", datePublished="2024-05-01")
        assert split_html(page("<title>Ministers share herring data</title>" + head)).published == date(2024, 5, 1)

    def test_what_the_input_says_goes_before_all(self):
        assert split_html(page(linked_data(datePublished="2024-05-01"), published="2024-04-30")).published == date(
            2024, 4, 30
        )


class TestHeadline:
    def test_the_sites_name_is_taken_off(self):
        head = '<title>Ministers share herring data | Sea News</title><meta property="og:site_name" content="Sea News">'
        assert split_html(page(head, "<h1><img alt=logo></h1>")).title == "Ministers share herring data"

    def test_a_heading_that_is_the_sites_name_is_not_it(self):
        body = "<h1>Sea News</h1><h1>Ministers share <em>herring</em> data</h1><h1>More of the day</h1>"
        assert split_html(page("<title>Ministers share herring data - Sea News</title>", body)).title == (
            "Ministers share herring data"
        )

    def test_markup_and_entities_in_metadata_are_read(self):
        head = linked_data(headline="Ministers &#8216;share&#8217; <i>herring</i> &amp;amp; data")
        assert split_html(page(head, "<div></div>")).title == "Ministers ‘share’ herring & data"

    def test_linked_data_that_is_not_quite_json_is_read_all_the_same(self):
        broken = '{"headline": "Herring data shared", "datePublished": "2024-05-01",}'
        article = split_html(page(f'<script type="application/ld+json">{broken}</script>', "<div></div>"))
        assert (article.title, article.published) == ("Herring data shared", date(2024, 5, 1))


class TestBody:
    def body(self, before: str = "", after: str = "", inside: str = "") -> str:
        story = "".join(f"<p>{paragraph}</p>" for paragraph in [*PARAGRAPHS[:3], inside, *PARAGRAPHS[3:]])
        html = f"<html><body><main><h1>Ministers share herring data</h1>{before}<div>{story}</div>{after}"
        return split_html(Page("a.html", html=html)).body

    def test_what_stands_outside_the_articles_own_element_is_left_out(self):
        promotion = "<p>Our reporters are at sea day and night.</p><p>A gift helps them to stay there.</p>"
        promotion = f"<div>{promotion}</div>"
        assert self.body(before=promotion) == self.body(after=promotion) == "\n\n".join(PARAGRAPHS)

    @pytest.mark.parametrize(
        "line",
        [
            '<a href="/x">Herring prices fall to the lowest level in ten years</a>',
            'Read also: <a href="/x">Herring prices fall to the lowest level in ten years</a>',
            "Subscribe to our newsletter",
            "Ministers share herring data",
            "a joint survey vessel would leave port in June",
        ],
    )
    def test_pointers_labels_and_pulled_quotations_are_left_out(self, line):
        assert self.body(inside=line) == "\n\n".join(PARAGRAPHS)

    def test_a_paragraph_with_links_in_it_stays(self):
        line = 'The <a href="/x">treaty of 2019</a> between the two governments, still in force, is to be prolonged.'
        assert "treaty of 2019 between" in self.body(inside=line)

    def test_the_declared_body_is_taken_if_the_page_shows_only_a_beginning(self):
        story = "\n".join(PARAGRAPHS)
        html = f"<head>{linked_data(headline='Herring data', articleBody=story)}</head><p>{PARAGRAPHS[0][:60]}</p>"
        assert split_html(Page("a.html", html=html)).body == "\n\n".join(PARAGRAPHS)

    @pytest.mark.parametrize(
        "frame", ["<form method=post>{}</form>", "<div hidden>{}</div>", "<table><td>Menu<td>{}</table>"]
    )
    @pytest.mark.parametrize("breaks", ["<br>", "<br/><br/>", "</p><p>"])
    def test_a_frame_around_the_whole_page_does_not_hide_it(self, frame, breaks):
        story = frame.format("<h1>Ministers share herring data</h1><p>" + breaks.join(PARAGRAPHS) + "</p>")
        assert split_html(Page("a.html", html=f"<html><body>{story}")).body == "\n\n".join(PARAGRAPHS)

    def test_a_first_paragraph_in_a_frame_of_its_own_stays(self):
        first, *others = PARAGRAPHS
        story = f"<div><p>{first}</p></div><div>" + "".join(f"<p>{paragraph}</p>" for paragraph in others) + "</div>"
        html = f"<html><body><h1>Ministers share herring data</h1><main>{story}</main>"
        assert split_html(Page("a.html", html=html)).body == "\n\n".join(PARAGRAPHS)

    def test_points_of_a_list_within_the_text_stay_and_those_before_it_do_not(self):
        points = "<ul><li>A treaty on joint vessels is initialled</li><li>Harbour fees are to fall soon</li></ul>"
        story = f"<p>{PARAGRAPHS[0]}</p>{points}<p>{PARAGRAPHS[1]}</p>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[2:])
        html = f"<html><body><article><h1>Ministers share herring data</h1>{points}{story}</article>"
        body = split_html(Page("a.html", html=html)).body
        assert body.startswith(PARAGRAPHS[0])
        assert body.count("A treaty on joint vessels is initialled") == 1

    def test_a_signature_at_the_foot_is_the_byline(self):
        article = split_html(page(body="<h1>Ministers share herring data</h1>", foot="<p>Sólrún Dam</p>"))
        assert (article.byline, article.body) == ("Sólrún Dam", "\n\n".join(PARAGRAPHS))

    def test_the_author_is_the_byline_and_not_a_paragraph(self):
        article = split_html(page(linked_data(headline="x", author=[{"name": "Sólrún Dam"}, {"name": "Ari Beck"}])))
        assert article.byline == "Sólrún Dam, Ari Beck"


STORY = "<p>" + PARAGRAPHS[1] + "</p>"
HOSTILE = {
    "deep": "<div>" * 100_000 + STORY,
    "deep inline": "<h1>Title</h1><p>" + "<b>" * 100_000 + "text",
    "tables": "<table><tr><td>" * 20_000 + STORY,
    "many paragraphs": "<h1>Title</h1>" + "<p>Word and word.</p>" * 200_000,
    "many breaks": "<h1>Title</h1><p>" + "word<br>" * 200_000,
    "many headings": "<h1>Title of a page</h1>" * 30_000,
    "long heading": "<h1>" + "word | " * 300_000 + "</h1>" + STORY,
    "nested text": ("<div>word " * 120 + "</div>" * 120) * 300,
    "nested tables": ("<table><tr><td>word " * 60 + "</table>" * 60) * 200,
    "nested hidden": ("<div hidden>word " * 120 + "</div>" * 120) * 300,
    "many sentences": "<h1>Title</h1>"
    + "".join(f"<p>The {n}th sentence of a very long report.</p>" for n in range(39_000)),
    "long word": "<title>" + "-" * 3_000_000 + "</title>" + STORY,
    "attributes": "<p " + " ".join(f"a{n}=b" for n in range(100_000)) + ">text",
    "attributes behind a quoted bracket": "<p a='>' " + " ".join(f"a{n}" for n in range(100_000)) + ">text",
    "linked data": '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + STORY,
    "wide linked data": '<script type="application/ld+json">' + json.dumps([{"a": {}}] * 100_000) + "</script>" + STORY,
    "dates": "<h1>Title</h1>" + '<time datetime="2024-05-01T00:00:00Z">1</time>' * 20_000 + STORY,
    "too long": "<p>" + "a" * 10_000_001,
    "nothing": "",
    "comment": "<!-- nothing",
    "declaration": '<?xml version="1.0" encoding="utf-16"?><html><p>text',
    "nulls": "\0<p>\0",
    "surrogates": "<h1>\ud800</h1><p>\udfff",
    "frames": "<frameset><frame src=a></frameset>",
}


def test_a_text_within_any_number_of_frames_is_found():
    html = (
        "<title>Ministers share herring data</title>" + "<div class='a'>\n" * 10_000 + f"{STORY}<p>{PARAGRAPHS[0]}</p>"
    )
    assert split_html(Page("a.html", html=html + "</div>" * 10_000)).body == f"{PARAGRAPHS[1]}\n\n{PARAGRAPHS[0]}"


def outcome(html: str) -> str:
    try:
        split_html(Page("a.html", html=html))
    except Unusable as unusable:
        return unusable.reason
    return "article"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_an_article_or_unusable_within_seconds(name):
    start = time.process_time()
    assert outcome(HOSTILE[name]) in ("article", Reason.NO_ARTICLE, Reason.TOO_LARGE)
    assert time.process_time() - start < 20


PIECES = [
    "<h1>",
    "</h1>",
    "<p>",
    "<div>",
    "</div>",
    "<a href=x>",
    "<title>",
    "<ul><li>",
    "<time>",
    "2024-05-01",
    " - ",
    *PARAGRAPHS,
]


@settings(max_examples=60)
@given(st.lists(st.one_of(st.sampled_from(PIECES + PARAGRAPHS), st.text(max_size=20)), max_size=25).map("".join))
def test_any_markup_is_an_article_or_unusable(html):
    try:
        article = split_html(Page("a.html", html=html))
    except Unusable:
        return
    assert article.title == " ".join(article.title.split())
    assert all(paragraph == " ".join(paragraph.split()) for paragraph in article.body.split("\n\n"))
    assert 0 <= article.lead <= len(article.body)


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled pages are not here")
def test_real_pages_are_split_well():
    found = []
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            article = split_html(Page("gold", html=record["html"], url=record["url"]))
            found.append(str(article.published) == record["gold"]["published"])
    assert sum(found) >= 0.97 * len(found)


@pytest.mark.parametrize("mark", ["\x0b", "\x1b", "\x00", "&#11;", "&#x1B;", "\ufffe"])
def test_a_character_that_xml_forbids_does_not_cost_the_page(mark):
    text = "The two ministers met on Monday and agreed to open a ferry line between the ports. " * 3
    html = f"<title>Ferry line agreed</title><h1>Ferry line agreed</h1><p>{text}{mark}</p>"
    assert split_html(Page("a.html", html=html)).title == "Ferry line agreed"


def test_no_article_is_of_millions_of_characters():
    with pytest.raises(Unusable) as caught:
        split_html(page(foot="<p>" + "The talks went on until late in the evening. " * 30_000))
    assert caught.value.reason is Reason.TOO_LARGE


def test_a_headline_may_stand_in_a_plain_element_that_is_called_so():
    table = '<table><tr><td><span id="lblTitle">Ministers share herring data</span></td></tr></table>'
    assert (
        split_html(page("<title>Ministry of Fisheries - News</title>", table)).title == "Ministers share herring data"
    )


def test_a_headline_of_the_third_rank_is_found_below_the_name_of_the_site():
    heads = "<h1>The Blog</h1><h2>Friday, March 5, 2021</h2><h3>Ministers share herring data</h3>"
    article = split_html(page("<title>The Blog: Ministers share herring data</title>", heads))
    assert article.title == "Ministers share herring data"


def test_a_page_without_headline_is_called_by_its_first_sentence():
    article = split_html(page(body="<div></div>"))
    assert article.title.startswith("The fisheries ministers of Iceland")
    assert article.body == "\n\n".join(PARAGRAPHS)
