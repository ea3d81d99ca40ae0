import json

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Page, Reason, Reject
from communique.pipeline import normalize
from communique.provenance import FILE, Digested, read_provenance

PAGE = "Minister Visits Oslo\n\nOSLO – Foreign Minister Ana Lund of Denmark arrived in Norway.\n\nShe met officials."
TALKS = (
    "Denmark and Norway discuss trade\n\nOSLO – Foreign Minister {} Lund of Denmark met Norwegian officials on Monday "
    "to discuss trade.\n\nThe talks will go on in the autumn, both sides said in a joint statement."
)
texts = st.text(max_size=20)
pages = st.lists(
    st.builds(Page, file=texts, text=texts, url=st.none() | texts, source_id=st.none() | texts), max_size=6
)


def digest_of(items):
    digested = Digested(items)
    assert list(digested) == list(items)
    return digested.sha256


def made_of(folder, tmp_path, **more):
    normalize([folder], tmp_path / "out", **more)
    return read_provenance(tmp_path / "out")


@given(pages, st.randoms())
def test_the_digest_of_pages_does_not_depend_on_their_order_or_place(given_pages, random):
    moved = [Page("elsewhere", "line 7", text=p.text, url=p.url, source_id=p.source_id) for p in given_pages]
    random.shuffle(moved)
    assert digest_of(moved) == digest_of(given_pages)


@given(pages, st.integers(0, 5), texts)
def test_the_digest_of_pages_tells_when_one_is_another(given_pages, at, text):
    if at < len(given_pages) and given_pages[at].text != text:
        other = list(given_pages)
        other[at] = Page("f", text=text, url=other[at].url, source_id=other[at].source_id)
        assert digest_of(other) != digest_of(given_pages)
    assert digest_of([*given_pages, Page("f", text=text)]) != digest_of(given_pages)


def test_html_and_text_of_the_same_letters_are_two_things():
    assert digest_of([Page("f", text="x")]) != digest_of([Page("f", html="x")])


def test_rejects_of_a_reader_pass_by():
    assert digest_of([Reject("f", "", Reason.EMPTY, "", None, None)]) == digest_of([])


def test_tables_say_what_they_were_made_from(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(PAGE)
    first = made_of(tmp_path / "in", tmp_path)
    (tmp_path / "in/a.txt").rename(tmp_path / "in/b.txt")
    assert made_of(tmp_path / "in", tmp_path) == first
    (tmp_path / "in/b.txt").write_text(PAGE.replace("Oslo", "Bergen"))
    second = made_of(tmp_path / "in", tmp_path)
    assert second.inputs_sha256 != first.inputs_sha256
    assert second.registries_sha256 == first.registries_sha256
    (tmp_path / "reviews.jsonl").write_text("")
    assert made_of(tmp_path / "in", tmp_path, reviews=tmp_path / "reviews.jsonl").inputs_sha256 != second.inputs_sha256


def test_tables_that_were_changed_afterwards_have_no_provenance(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(PAGE)
    assert made_of(tmp_path / "in", tmp_path)
    with (tmp_path / "out/actors.parquet").open("ab") as file:
        file.write(b"x")
    assert read_provenance(tmp_path / "out") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", json.dumps({"languages": []}), '{"languages": 3}'])
def test_a_broken_provenance_is_none(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    assert read_provenance(tmp_path) is None


def test_an_id_of_which_nothing_is_left_is_told_as_gone(tmp_path):
    def captured(name, previous=None):
        page = {"id": "1", "url": "https://example.org/1", "published": "2024-05-06", "text": TALKS.format(name)}
        (tmp_path / "page.jsonl").write_text(json.dumps(page))
        out = tmp_path / name
        normalize([tmp_path / "page.jsonl"], out, onto=previous)
        return out, read_provenance(out).links

    before, links = captured("Ana")
    assert links["actors"]["gone"] == links["events"]["gone"] == []
    (actor,) = pq.read_table(before / "actors.parquet")["actor_id"].to_pylist()
    after, links = captured("Eva", before)
    (other,) = pq.read_table(after / "actors.parquet")["actor_id"].to_pylist()
    assert other != actor
    assert links["actors"] == {"kept": 0, "new": 1, "merged": [], "split": [], "gone": [actor]}
    assert links["events"]["gone"] == []
