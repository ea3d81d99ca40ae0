"""Pages go through in chunks, in one process or in several, and each ends as a row or as a reject."""

from collections.abc import Iterator
from itertools import chain

import pytest

from communique.chunks import CHARS_A_CHUNK, PAGES_A_CHUNK, Done, Task, outcomes, process
from communique.model import Page, Reason, Reject
from tests.test_pipeline import page

READ = Reject("b.jsonl", "line 3", Reason.SYNTAX, "no JSON")
NOTHING = Page("a.jsonl", "line 2", text="Home | News")


def given(n: int) -> Page:
    return Page("a.jsonl", f"line {n}", text=page(n)["text"], url=page(n)["url"], source_id=str(n))


def test_a_page_becomes_a_row_and_what_is_no_article_a_reject_with_its_place():
    done, nothing, read = process([given(1), NOTHING, READ], Task())
    assert isinstance(done, Done)
    assert done.row["source_id"] == "1"
    assert (nothing.reason, nothing.position) == (Reason.NO_ARTICLE, "line 2")
    assert read is READ


def test_a_row_leaves_its_page_behind_and_brings_article_and_record_where_asked_for():
    (slim,), (whole,) = (process([given(1)], Task(whole=asked)) for asked in (False, True))
    assert (slim.origin.text, slim.article, slim.record) == (None, None, None)
    assert whole.article.title == whole.row["title"] == slim.row["title"]
    assert whole.record.kind == whole.row["kind"]


def test_pages_in_other_languages_than_those_asked_for_are_rejects():
    (outcome,) = process([given(1)], Task(languages=frozenset({"fr"})))
    assert outcome.reason == Reason.LANGUAGE


def test_a_fault_costs_one_page(monkeypatch):
    def broken(name: object) -> object:
        return lambda article: 1 / 0

    monkeypatch.setattr("communique.chunks.load_extractor", broken)
    (outcome, read) = process([given(1), READ], Task())
    assert (outcome.reason, read) == (Reason.FAULT, READ)
    assert "ZeroDivisionError" in outcome.detail


@pytest.mark.parametrize("jobs", [2, 3])
def test_several_processes_say_of_each_page_what_one_says(jobs):
    pages = [*map(given, range(5 * PAGES_A_CHUNK)), NOTHING, READ]
    one, several = (sorted(map(repr, chain.from_iterable(outcomes(pages, Task(), n)))) for n in (1, jobs))
    assert one == several


def test_a_chunk_is_bounded_in_pages_and_in_text():
    def pages() -> Iterator[Page | Reject]:
        yield from map(given, range(PAGES_A_CHUNK + 1))
        yield from (Page("c.txt", text="\n" * (CHARS_A_CHUNK // 2 + 1)) for _ in range(3))

    assert list(map(len, outcomes(pages(), Task()))) == [PAGES_A_CHUNK, 3, 1]
