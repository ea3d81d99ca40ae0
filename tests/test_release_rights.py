"""A body is published only where its licence allows it; what proves it stays."""

import pyarrow as pa
import pytest

from communique.errors import UsageError
from communique.registry import rows
from communique.release.rights import open_licences, withholding
from communique.schemas import arrow_schema
from communique.validation import check_batch
from tests.contract_tables import article

RIGHTS = ["CC-BY-4.0", "facts-only", "CC-BY-ND-4.0", "LicenseRef-house", "CC0-1.0"]


def batch():
    made = [article(f"a-{n:016x}", f"e-{n:016x}", "A body.", rights=rights) for n, rights in enumerate(RIGHTS)]
    return pa.RecordBatch.from_pylist(made, schema=arrow_schema("articles"))


@pytest.mark.parametrize(("which", "kept"), [("by-licence", {"CC-BY-4.0", "CC0-1.0"}), ("all", set())])
def test_withheld_bodies_are_null_and_all_else_stays(which, kept):
    before, after = batch().to_pylist(), withholding(which)(batch()).to_pylist()
    for old, new in zip(before, after, strict=True):
        assert new["body"] == (old["body"] if old["rights"] in kept else None)
        assert {**new, "body": 0} == {**old, "body": 0}


def test_rows_without_bodies_keep_the_contract():
    assert not check_batch("articles", withholding("all")(batch()))


def test_every_licence_says_whether_a_text_may_be_published_again():
    assert {row["text"] for row in rows("licences")} == {"yes", "no"}
    assert not [name for name in open_licences() if "-ND-" in name]


def test_another_word_is_refused_with_those_there_are():
    with pytest.raises(UsageError) as refused:
        withholding("some")
    assert "by-licence, all" in refused.value.hint
