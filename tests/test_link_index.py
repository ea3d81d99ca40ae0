"""What is kept beside the tables says what reading them would say, and is of use only as long as they are those."""

from dataclasses import fields

import numpy as np
import pyarrow.parquet as pq
import pytest

from communique.link.bodies import Bodies
from communique.link.copies import sketch
from communique.link.corpus import Forms, Lists, read_corpus
from communique.link.forms import FORMS
from communique.link.index import INDEX, read_index
from communique.validation import validate
from tests.test_link_linking import ROWS, clusters, linked


@pytest.fixture
def tables(tmp_path):
    """Tables that were added to."""
    linked(ROWS[20:], tmp_path / "before")
    linked(ROWS[:30], tmp_path / "tables", previous=tmp_path / "before")
    return tmp_path / "tables"


def test_what_is_kept_is_what_reading_the_table_would_give(tables):
    index = read_index(tables)
    corpus = read_corpus([tables / "articles.parquet"], Forms())
    for field in fields(corpus):
        kept, read = getattr(index.corpus, field.name), getattr(corpus, field.name)
        if field.name in ("forms", "mentions"):
            continue
        if isinstance(read, Lists):
            assert (kept.starts.tolist(), kept.items.tolist()) == (read.starts.tolist(), read.items.tolist())
        else:
            assert (kept.dtype, kept.tolist()) == (read.dtype, read.tolist()), field.name
    kept, read = (
        [some.forms[n] for row in range(len(some)) for n in some.mentions[row]] for some in (index.corpus, corpus)
    )
    assert kept == read
    assert sorted(index.corpus.forms.hashes) == sorted(corpus.forms.hashes)
    assert index.corpus.contents().tolist() == corpus.contents().tolist()


def test_the_sketches_that_are_kept_are_those_of_the_texts(tables):
    index = read_index(tables)
    bodies = Bodies([tables / "articles.parquet"], index.corpus.rows)
    for places, texts in bodies.batches(np.ones(len(index.corpus), bool)):
        assert (np.array(index.bands)[:, places] == sketch(texts).T).all()


def test_a_table_that_was_changed_since_is_read(tables):
    path = tables / "articles.parquet"
    table = pq.read_table(path)
    pq.write_table(table[1:], path)
    assert read_index(tables) is None


@pytest.mark.parametrize("name", [INDEX, FORMS])
@pytest.mark.parametrize("damage", [lambda d: b"", lambda d: d[: len(d) // 2], lambda d: d[:200] + d[208:], None])
def test_without_one_of_its_files_whole_all_is_linked_anew(tables, tmp_path, name, damage):
    if damage is None:
        (tables / name).unlink()
    else:
        (tables / name).write_bytes(damage((tables / name).read_bytes()))
    made = linked(ROWS[:1], tmp_path / "after", previous=tables)
    assert made.looked_at["articles"] == len(ROWS)
    assert clusters(tmp_path / "after") == clusters(tables)


def test_files_of_two_runs_do_not_go_together(tables, tmp_path):
    (tables / FORMS).write_bytes((tmp_path / "before" / FORMS).read_bytes())
    assert read_index(tables) is None


@pytest.mark.parametrize("table", ["events", "actors"])
def test_rows_of_a_table_that_was_changed_since_are_made_anew(tables, tmp_path, table):
    path = tables / f"{table}.parquet"
    rows = pq.read_table(path)
    pq.write_table(rows[: len(rows) // 2], path)
    linked(ROWS[:1], tmp_path / "after", previous=tables)
    assert validate(tmp_path / "after").ok
