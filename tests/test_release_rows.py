"""Rows of several files are found again by number, and only the row groups that hold them are read."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from communique.errors import DataError
from communique.release.rows import Rows


@pytest.fixture
def paths(tmp_path):
    table = pa.table({"n": range(100), "text": [f"row {n}" for n in range(100)]})
    for at, (start, stop) in enumerate([(0, 33), (33, 33), (33, 100)]):
        pq.write_table(table.slice(start, stop - start), tmp_path / f"{at}.parquet", row_group_size=7)
    return sorted(tmp_path.glob("*.parquet"))


def test_rows_are_numbered_over_all_files(paths):
    rows = Rows(paths)
    assert rows.count == 100
    assert [n for batch in rows.batches(["n"]) for n in batch.column("n").to_pylist()] == list(range(100))
    assert Rows([]).count == 0


def test_rows_with_given_numbers_are_found_in_any_order(paths):
    wanted = np.array([99, 0, 32, 33, 34, 50])
    assert Rows(paths).take(wanted, ["text"])["text"].to_pylist() == [f"row {n}" for n in wanted]
    ascending = np.sort(wanted)
    for part, batch in Rows(paths).at(ascending, ["n"]):
        assert batch.column("n").to_pylist() == ascending[part].tolist()


def test_files_that_do_not_belong_together_or_cannot_be_read_are_refused(paths, tmp_path):
    pq.write_table(pa.table({"n": [1]}), tmp_path / "other.parquet")
    with pytest.raises(DataError, match=r"other\.parquet: column text is not as in .*0\.parquet"):
        Rows([*paths, tmp_path / "other.parquet"])
    (tmp_path / "broken.parquet").write_bytes(b"PAR1")
    with pytest.raises(DataError, match=r"broken\.parquet cannot be read"):
        Rows([tmp_path / "broken.parquet"])
