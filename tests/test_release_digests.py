"""Equal values have equal numbers, however they are stored and divided; other values have others."""

from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.release.digests import combined, digests
from communique.release.shapes import compare

ITEM = pa.struct([("code", pa.string()), ("n", pa.int32()), ("tags", pa.list_(pa.string()))])
text = st.none() | st.text(max_size=3)
item = st.none() | st.fixed_dictionaries(
    {"code": text, "n": st.none() | st.integers(-2, 2), "tags": st.none() | st.lists(text, max_size=2)}
)
values = st.lists(st.none() | st.lists(item, max_size=3), max_size=12)


def shape_of(type_):
    schema = pa.schema([("x", type_)])
    return compare(schema, schema)[0]["x"]


def numbers(array):
    return digests(array, shape_of(array.type)).tolist()


@settings(max_examples=200)
@given(values, st.integers(0, 12))
def test_numbers_are_equal_exactly_where_values_are_whatever_the_batches(rows, cut):
    array = pa.array(rows, pa.list_(ITEM))
    whole = numbers(array)
    assert whole == numbers(array[:cut]) + numbers(array[cut:])
    for i, one in enumerate(rows):
        for j, other in enumerate(rows):
            assert (whole[i] == whole[j]) == (one == other)


@pytest.mark.parametrize(
    ("stored", "otherwise"),
    [
        (pa.string(), pa.large_string()),
        (pa.string(), pa.string_view()),
        (pa.string(), pa.dictionary(pa.int8(), pa.string())),
        (pa.binary(), pa.large_binary()),
    ],
)
def test_the_way_in_which_strings_are_stored_does_not_count(stored, otherwise):
    rows = ["a", None, "", "é", "a"] * 300
    rows = [one if one is None or stored == pa.string() else one.encode() for one in rows]
    array = pa.array(rows, stored)
    other = array.cast(otherwise) if otherwise != pa.string_view() else pa.array(rows, otherwise)
    assert numbers(array) == numbers(other)
    assert len(set(numbers(array))) == 4


@pytest.mark.parametrize(
    ("rows", "stored", "otherwise"),
    [
        ([1, None, -1], pa.int32(), pa.int64()),
        ([date(2024, 1, 2), None], pa.date32(), pa.date64()),
        ([1.5, None, 0.0, float("nan")], pa.float32(), pa.float64()),
        ([[1], None, []], pa.list_(pa.int8()), pa.list_(pa.int64())),
    ],
)
def test_the_width_of_numbers_does_not_count(rows, stored, otherwise):
    assert numbers(pa.array(rows, stored)) == numbers(pa.array(rows, otherwise))
    assert len(set(numbers(pa.array(rows, stored)))) == len(rows)


def test_values_of_rare_types_and_text_that_is_not_utf8_have_numbers():
    stamps = pa.array([0, 1, 0, None], pa.timestamp("us"))
    assert len(set(numbers(stamps))) == 3
    garbled = pa.Array.from_buffers(pa.string(), 2, pa.array([b"\xff", b"\xfe"]).buffers())
    assert len(set(numbers(garbled))) == 2


def test_a_row_is_what_its_columns_are_in_any_order_and_no_two_columns_are_the_same():
    one, other = pa.array(["a", "b"]), pa.array(["b", "a"])
    a, b = (digests(column, "string") for column in (one, other))
    assert (combined({"x": a, "y": b}, one) == combined({"y": b, "x": a}, one)).all()
    assert not (combined({"x": a, "y": b}, one) == combined({"x": b, "y": a}, one)).any()
