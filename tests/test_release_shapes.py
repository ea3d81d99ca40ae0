"""Two schemas are told apart in what readers notice, and brought together in what can be compared."""

import pyarrow as pa
import pytest

from communique.release.shapes import Fields, Items, compare

ACTOR = pa.struct([("name", pa.string()), ("start", pa.int32())])


def changes(old, new):
    return [(one.column, one.change) for one in compare(pa.schema(old), pa.schema(new))[1]]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ([("a", pa.string()), ("b", pa.int32())], [("b", pa.int32()), ("a", pa.string())], []),
        ([("a", pa.string())], [("b", pa.string())], [("a", "removed"), ("b", "added")]),
        ([("a", pa.int32())], [("a", pa.int64())], [("a", "retyped")]),
        ([("a", pa.list_(pa.string()))], [("a", pa.string())], [("a", "retyped")]),
        ([("a", pa.list_(pa.string()))], [("a", pa.large_list(pa.string()))], [("a", "retyped")]),
        ([pa.field("a", pa.string(), nullable=False)], [("a", pa.string())], [("a", "made nullable")]),
        ([("a", pa.string())], [pa.field("a", pa.string(), nullable=False)], [("a", "made required")]),
        ([("a", pa.list_(pa.field("element", pa.string())))], [("a", pa.list_(pa.string()))], []),
        (
            [("actors", pa.list_(ACTOR))],
            [("actors", pa.list_(pa.struct([("name", pa.large_string()), ("role", pa.string())])))],
            [("actors.name", "retyped"), ("actors.start", "removed"), ("actors.role", "added")],
        ),
    ],
)
def test_what_became_of_columns_is_told_by_path(old, new, said):
    assert changes(old, new) == said


def test_what_both_have_can_be_compared_without_what_only_one_has():
    new = pa.list_(pa.struct([("name", pa.large_string()), ("start", pa.string())]))
    common, _ = compare(pa.schema([("actors", pa.list_(ACTOR)), ("n", pa.int8())]), pa.schema([("actors", new)]))
    assert common == {"actors": Items(Fields({"name": "string"}))}
