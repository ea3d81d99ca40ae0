"""Reviews stand over the machine's values, find their evidence, and none of them is lost in silence."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import DataError, UsageError
from communique.model import Actor, Article, Record, Sector
from communique.reviews import OF_ARTICLE, OF_RECORD, Reviews, load_reviews

BODY = "The Fijian minister of health, Sera Vakatawa, met Tomas Silva in Suva yesterday.\n\nThey talked of hospitals."
URL = "https://example.org/news/7"
ARTICLE = Article("Talks in Suva", BODY, published=date(2024, 5, 7), published_source="url", url=URL)
RECORD = Record(
    kind="visit",
    actors=[
        Actor("Sera Vakatawa", "minister", "FJI", start=11, end=BODY.find(", met")),
        Actor("Tomas Silva", country="PRT", start=BODY.find("Tomas"), end=BODY.find(" in Suva")),
    ],
    countries=["FJI", "PRT"],
    sectors=[Sector("health", False, BODY.find("hospitals"), BODY.find("hospitals") + 9)],
    event_date=date(2024, 5, 6),
    event_date_source="relative",
)


def line(values: dict, **changes: object) -> dict:
    review = {"url": URL, "reviewer": "someone", "date": "2024-06-01", "reason": "read again", "values": values}
    return {key: value for key, value in (review | changes).items() if value is not None}


def load(folder: Path, *lines: dict) -> Reviews:
    path = folder / "reviews.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    return load_reviews(folder)


def reviewed(folder: Path, values: dict) -> tuple[Article, Record]:
    result = load(folder, line(values)).apply("a-1", ARTICLE, RECORD)
    assert result is not None
    return result.article, result.record


def test_only_the_fields_that_a_review_decides_change(tmp_path):
    article, record = reviewed(tmp_path, {"byline": "J. Doe", "kind": "meeting"})
    assert (article.byline, record.kind) == ("J. Doe", "meeting")
    assert (article.title, record.actors, record.sectors) == (ARTICLE.title, RECORD.actors, RECORD.sectors)


def test_a_reviewed_actor_keeps_the_machines_evidence_if_it_is_the_same(tmp_path):
    actors = [{"name": "Sera Vakatawa", "role": "minister of health", "country": "FJI"}]
    _, record = reviewed(tmp_path, {"actors": actors, "countries": ["FJI"]})
    assert record.actors == [Actor("Sera Vakatawa", "minister of health", "FJI", start=11, end=BODY.find(", met"))]


@pytest.mark.parametrize(
    ("actor", "evidence"),
    [
        ({"name": "They"}, "They"),
        ({"role": "minister of health"}, "minister of health"),
        ({"name": "Tomas Silva", "evidence": "met Tomas Silva in Suva"}, "met Tomas Silva in Suva"),
        ({"name": "Tomas Silva", "evidence": "not in the text"}, "Tomas Silva"),
        ({"name": "Nobody Here"}, None),
    ],
)
def test_evidence_is_what_the_review_quotes_or_the_first_place_that_names_the_actor(tmp_path, actor, evidence):
    _, record = reviewed(tmp_path, {"actors": [actor]})
    (found,) = record.actors
    assert (None if found.start is None else BODY[found.start : found.end]) == evidence


def test_a_reviewed_sector_points_at_a_term_of_it(tmp_path):
    _, record = reviewed(tmp_path, {"sectors": [{"code": "health", "primary": True}, {"code": "mining"}]})
    health, mining = record.sectors
    assert (BODY[health.start : health.end], health.primary) == ("hospitals", True)
    assert (mining.start, mining.end, mining.primary) == (None, None, False)


def test_offsets_follow_a_reviewed_body(tmp_path):
    article, record = reviewed(tmp_path, {"body": f"Preface.\n\n{BODY}"})
    assert [article.body[a.start : a.end] for a in record.actors] == ["Sera Vakatawa", "Tomas Silva"]
    assert [article.body[s.start : s.end] for s in record.sectors] == ["health"]


def test_machine_values_that_contradict_a_review_go(tmp_path):
    _, record = reviewed(tmp_path, {"countries": ["FJI"]})
    assert [actor.name for actor in record.actors] == ["Sera Vakatawa"]
    _, record = reviewed(tmp_path, {"actors": [{"name": "Tomas Silva", "country": "BRA"}]})
    assert record.countries == ["BRA", "FJI", "PRT"]
    _, record = reviewed(tmp_path, {"published": "2024-05-09", "published_source": "text"})
    assert (record.event_date, record.event_date_source) == (None, None)


def test_of_two_reviews_of_a_field_the_later_stands(tmp_path):
    reviews = load(tmp_path, line({"kind": "call"}, date="2024-07-01"), line({"kind": "aid", "byline": "X"}))
    article, record, _ = reviews.apply("a-1", ARTICLE, RECORD)
    assert (record.kind, article.byline) == ("call", "X")
    assert (reviews.applied, reviews.unmatched()) == (1, [])


def test_a_review_finds_its_page_by_id_or_by_address_and_says_if_it_does_not(tmp_path):
    by_id = line({"kind": "call"}, article_id="a-1", url=None)
    other = line({"kind": "aid"}, url="https://example.org/news/8")
    same = line({"byline": "Y"}, url="http://www.example.org/news/7/?utm_source=feed")
    reviews = load(tmp_path, by_id, other, same)
    article, record, _ = reviews.apply("a-1", ARTICLE, RECORD)
    assert (record.kind, article.byline) == ("call", "Y")
    assert reviews.apply("a-2", Article("Other", BODY), RECORD) is None
    (left,) = reviews.unmatched()
    assert "reviews.jsonl, line 2" in left
    assert "https://example.org/news/8" in left


def test_of_two_reviews_of_one_day_the_one_in_the_later_line_stands(tmp_path):
    kinds = ["call", "visit"] * 6
    record = load(tmp_path, *(line({"kind": kind}) for kind in kinds)).apply("a-1", ARTICLE, RECORD).record
    assert record.kind == "visit"  # of line 12; as text, "line 9" comes after it


def test_a_review_whose_article_is_gone_says_what_is_at_its_address(tmp_path):
    reviews = load(
        tmp_path, line({"kind": "call"}, article_id="a-1"), line({"kind": "aid"}, article_id="a-3", url=None)
    )
    assert reviews.apply("a-2", ARTICLE, RECORD) is None
    first, second = reviews.unmatched()
    assert first.endswith("line 1 (a-1); at its address there is now a-2")
    assert second.endswith("line 2 (a-3)")


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ({"kind": "party"}, "'kind': 'party' is not one of its values; there are meeting, visit"),
        ({"kind": "Meetings"}, "did you mean meeting?"),
        ({"countries": ["Syria"]}, "'countries': 'Syria' is no ISO code; did you mean SYR?"),
        ({"countries": ["uk"]}, "did you mean GBR?"),
        ({"countries": ["XX"]}, "'countries': 'XX' is no ISO code"),
        (
            {"actors": [{"name": "A", "country": "French"}]},
            "'actors.country': 'French' is no ISO code; did you mean FRA?",
        ),
        ({"countries": "FJI"}, "'countries': it must be a list"),
        (
            {"published": "2024-05-07"},
            "'published_source': it is empty, but there is 'published'; what says so: metadata",
        ),
        ({"event_date": "6 May", "event_date_source": "explicit"}, "'event_date': it must be a date"),
        ({"published": "1815-05-07", "published_source": "url"}, "1815-05-07 is not from 1945-01-01"),
        ({"actors": [{"nme": "A"}]}, "'actors': 'nme' is no field of it"),
        ({"actors": [{"name": "A", "start": 3}]}, "'actors': 'start' is no field of it"),
        ({"sectors": [{"code": "health", "primary": "yes"}]}, "true or false"),
        ({"title": None}, "'title': it may not be null"),
        ({"body": None}, "'body': it may not be null"),
        ({"actors": [{"country": "FJI"}]}, "needs a name or a role"),
        ({"title": "two  spaces"}, "'title': 'two  spaces' will not do"),
        ({"body_chars": 3}, "'body_chars': it is not reviewed"),
    ],
)
def test_a_value_that_its_column_may_not_hold_is_named_with_file_and_line(tmp_path, broken, says):
    with pytest.raises(DataError) as raised:
        load(tmp_path, line({"kind": "aid"}), line(broken))
    assert f"reviews.jsonl, line 2: {says}" in str(raised.value) or says in str(raised.value)
    assert "reviews.jsonl, line 2" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "line 1"),
        ("[]", "must be a JSON object"),
        (json.dumps(line({"kind": "aid"}, url=None)), "needs 'article_id' or 'url'"),
        (json.dumps(line({"kind": "aid"}, reviewer=None)), "needs 'reviewer'"),
        (json.dumps(line({"kind": "aid"}, date="soon")), "'date': it must be a date"),
        (json.dumps(line({}) | {"values": None}), "'values' must be a JSON object"),
        (json.dumps(line({"kind": "aid"}, body_sha256=7)), "'body_sha256' must be text"),
        (json.dumps(line({"kind": "aid"}, comment="x")), "'comment' is no key"),
    ],
)
def test_a_line_that_is_no_review_is_named(tmp_path, text, says):
    (tmp_path / "reviews.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=says):
        load_reviews(tmp_path)


def test_a_path_that_is_not_there_is_a_fault_of_the_call(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        load_reviews(tmp_path / "none")


def test_a_review_without_values_confirms_the_article_as_it_is(tmp_path):
    assert load(tmp_path, line({})).apply("a-1", ARTICLE, RECORD) == (ARTICLE, RECORD, True)


@pytest.mark.parametrize("body", [BODY, f"Another beginning. {BODY}"])
def test_a_review_of_another_text_is_applied_and_reported_and_verifies_nothing(tmp_path, body):
    read = hashlib.sha256(BODY.encode()).hexdigest()
    reviews = load(tmp_path, line({"kind": "call"}, body_sha256=read))
    reviewed = reviews.apply("a-1", replace(ARTICLE, body=body), RECORD)
    assert reviewed.record.kind == "call"
    assert reviewed.verified == (body == BODY)
    assert [doubt.partition("): ")[2] for doubt in reviews.doubts()] == [
        "made on another text than the article has now"
    ] * (body != BODY)


def test_a_review_of_a_text_that_an_earlier_review_corrected_is_not_outdated(tmp_path):
    corrected = f"Preface.\n\n{BODY}"
    read = hashlib.sha256(corrected.encode()).hexdigest()
    reviews = load(tmp_path, line({"body": corrected}), line({"kind": "call"}, date="2024-07-01", body_sha256=read))
    assert reviews.apply("a-1", ARTICLE, RECORD).verified
    assert reviews.doubts() == []


def test_words_quoted_that_the_article_does_not_say_are_reported(tmp_path):
    reviews = load(tmp_path, line({"actors": [{"name": "Tomas Silva", "evidence": "Silva of Portugal"}]}))
    assert reviews.apply("a-1", ARTICLE, RECORD).verified
    (doubt,) = reviews.doubts()
    assert "line 1 (https://example.org/news/7): quotes 'Silva of Portugal'" in doubt


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["FJI", "health", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "code", "x"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@given(st.sampled_from([*line({}), *OF_ARTICLE, *OF_RECORD]), JSON)
def test_any_value_in_a_review_file_is_applied_or_refused_with_its_line(tmp_path_factory, key, value):
    review = line({"kind": "aid"}) | {key: value} if key in line({}) else line({key: value})
    try:
        reviews = load(tmp_path_factory.mktemp("reviews"), review)
    except DataError as error:
        assert "reviews.jsonl, line 1" in str(error)  # noqa: PT017
    else:
        reviews.apply("a-1", ARTICLE, RECORD)
