"""Rules across tables say the same however the rows are cut into batches and wherever the keys wait."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.validation import files, runs, validate
from communique.validation.across import _fold
from communique.validation.runs import sorted_run
from tests.contract_corruptions import ACROSS
from tests.contract_tables import valid_rows, write_tables


@pytest.mark.parametrize("name", [None, *ACROSS])
def test_small_batches_and_keys_on_disk_give_the_same_report(name, tmp_path, monkeypatch):
    rows = valid_rows()
    if name:
        ACROSS[name][0](rows)
    path = write_tables(tmp_path, rows)
    plain = validate(path).as_dict()
    assert plain["ok"] == (name is None)
    for module, bound, small in ((files, "BATCH_ROWS", 1), (runs, "ROOM", 100)):
        with monkeypatch.context() as patch:
            patch.setattr(module, bound, small)
            assert validate(path).as_dict() == plain, bound


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-5, 5)), max_size=30))
def test_folds_come_to_what_python_makes_of_the_values(pairs):
    python = {"count": len, "distinct": lambda values: len(set(values)), "min": min, "max": max}
    run = sorted_run(np.array([k for k, _ in pairs], np.uint64), np.array([v for _, v in pairs], np.int64))
    for name, function in python.items():
        result = dict(zip(*(column.tolist() for column in _fold(name, run)), strict=True))
        assert result == {key: function([v for k, v in pairs if k == key]) for key, _ in pairs}


def test_a_row_that_stands_three_times_is_reported_twice(tmp_path):
    rows = valid_rows()
    rows["actors"] += [rows["actors"][1], rows["actors"][1]]
    report = validate(write_tables(tmp_path, rows))
    assert [one.row for one in report.violations if one.rule == "unique"] == [3, 4]
    assert report.counts["actors", "actor_id", "unique", "stands in one row only"].violations == 2
