"""Keys come back sorted and whole, whether they stayed in memory or went to disk, in one part or in many."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import DataError
from communique.validation import runs
from communique.validation.runs import Runs, merge, sorted_run

KEYS = st.lists(st.one_of(st.integers(0, 9), st.integers(0, 2**64 - 1)), max_size=20)


def put(chunks, values, room):
    made = Runs()
    for chunk in chunks:
        keys = np.array(chunk, np.uint64)
        made.add("x", sorted_run(keys, keys.view(np.int64) // 3 if values else runs.NO_VALUES))
        if room == 0:
            made._spill()
    return made


@given(st.lists(KEYS, max_size=5), st.booleans(), st.booleans())
def test_the_parts_together_are_all_keys_in_order_each_with_its_value(chunks, values, on_disk):
    with put(chunks, values, 0 if on_disk else None) as made:
        read = [made.read("x", part) for part in range(made.settle())]
        keys = [key for run in read for key in run.keys.tolist()]
        assert keys == sorted(key for chunk in chunks for key in chunk)
        if values and keys:
            assert [value for run in read for value in run.values.tolist()] == [
                np.uint64(key).view(np.int64) // 3 for key in keys
            ]


@given(st.lists(KEYS, max_size=5), st.booleans())
def test_read_once_each_key_stands_a_single_time(chunks, on_disk):
    with put(chunks, False, 0 if on_disk else None) as made:
        keys = [key for part in range(made.settle()) for key in made.read("x", part, once=True).keys.tolist()]
        assert keys == sorted({key for chunk in chunks for key in chunk})


def test_equal_keys_are_in_one_part(monkeypatch):
    monkeypatch.setattr(runs, "ROOM", 0)
    with Runs() as made:
        for _ in range(3):
            made.add("x", sorted_run(np.array([5, 2**63, 2**64 - 1], np.uint64)))
        sizes = {len(made.read("x", part).keys) for part in range(made.settle())}
    assert sizes == {0, 3}


def test_a_name_without_runs_has_no_keys():
    with Runs() as made:
        assert [len(made.read("x", part).keys) for part in range(made.settle())] == [0]


def test_a_full_disk_is_an_error_that_names_the_way_out(monkeypatch):
    monkeypatch.setattr(runs, "ROOM", 0)
    with Runs() as made:
        made._file.close()
        made._file = Path("/dev/full").open("w+b", buffering=0)  # noqa: SIM115
        with pytest.raises(DataError, match="No space left") as caught:
            made.add("x", sorted_run(np.arange(1000, dtype=np.uint64)))
        assert "TMPDIR" in caught.value.hint


def test_runs_of_pairs_are_merged_with_their_values():
    one, other = (sorted_run(np.array(keys, np.uint64), np.array(keys) * 2) for keys in ([3, 1], [2]))
    assert [column.tolist() for column in merge([one, other])] == [[1, 2, 3], [2, 4, 6]]
