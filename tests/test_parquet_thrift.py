"""What is read of Thrift's compact protocol is written again as it was."""

import contextlib

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.parquet.thrift import (
    BINARY,
    BYTE,
    DOUBLE,
    FALSE,
    I16,
    I32,
    I64,
    LIST,
    SET,
    STRUCT,
    TRUE,
    Malformed,
    Value,
    read_struct,
    write_struct,
)

NUMBERS = {I16: 15, I32: 31, I64: 63}
PLAIN = st.one_of(
    *(st.builds(Value, st.just(kind), st.integers(-(2**bits), 2**bits - 1)) for kind, bits in NUMBERS.items()),
    st.builds(Value, st.just(BINARY), st.binary(max_size=300)),
    st.builds(Value, st.just(BYTE), st.integers(0, 255)),
    st.builds(Value, st.just(DOUBLE), st.floats(allow_nan=False)),
    st.sampled_from([Value(TRUE, True), Value(FALSE, False)]),
)


def listed(items: st.SearchStrategy) -> st.SearchStrategy:
    some = st.lists(items, max_size=40).map(lambda found: [one for one in found if one.type == found[0].type])
    of = some.map(lambda found: (TRUE if found and found[0].type in (TRUE, FALSE) else (found or [[I32]])[0][0], found))
    return st.builds(
        Value, st.sampled_from([LIST, SET]), of.map(lambda given: (given[0], [one.value for one in given[1]]))
    )


FIELDS = st.integers(1, 3000)
STRUCTS = st.recursive(
    st.dictionaries(FIELDS, PLAIN | listed(PLAIN), max_size=6),
    lambda inner: st.dictionaries(
        FIELDS, PLAIN | st.builds(Value, st.just(STRUCT), inner) | listed(st.builds(Value, st.just(STRUCT), inner))
    ),
    max_leaves=20,
)


@given(STRUCTS)
def test_a_structure_is_read_as_it_was_written(fields):
    assert read_struct(write_struct(fields)) == fields


def test_the_footer_of_a_parquet_file_is_written_to_the_byte(tmp_path):
    table = pa.table({"word": ["a", None, "c"] * 50, "number": range(150), "list": [[1.5], [], None] * 50})
    pq.write_table(table, tmp_path / "x.parquet", row_group_size=7)
    data = (tmp_path / "x.parquet").read_bytes()
    footer = data[-8 - int.from_bytes(data[-8:-4], "little") : -8]
    assert write_struct(read_struct(footer)) == footer


@given(st.binary(max_size=200))
def test_whatever_is_no_structure_is_refused(data):
    with contextlib.suppress(Malformed):
        read_struct(data)


@pytest.mark.parametrize(
    "data", [b"\x1c" * 5000, b"\x19\xfc\xff\xff\xff\xff\x0f", b"\x18\xff\xff\xff\x7fab", b"\x15" + b"\xff" * 20]
)
def test_depth_and_lengths_have_bounds(data):
    with pytest.raises(Malformed):
        read_struct(data)
