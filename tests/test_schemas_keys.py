"""Keys are numbers that are equal where the values are, whatever the strings and however the array is cut."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.schemas.across import Keys
from communique.schemas.frame import Absent, Frame
from communique.schemas.keys import Numbers, id_numbers, numbers

STRINGS = st.one_of(st.none(), st.text(max_size=30), st.just("a-0123456789abcdef"), st.text("\x00ab", max_size=20))


@given(st.lists(STRINGS, max_size=20), st.integers(0, 3))
def test_equal_strings_have_equal_numbers_and_different_ones_different(strings, cut):
    made = numbers(pa.array(["dropped"] * cut + strings, pa.string())[cut:]).tolist()
    pairs = {(one, number) for one, number in zip(strings, made, strict=True) if one is not None}
    assert len(pairs) == len({one for one, _ in pairs}) == len({number for _, number in pairs})


@given(st.lists(STRINGS, max_size=9))
def test_a_string_has_the_same_number_in_any_company(strings):
    together = numbers(pa.array(strings, pa.string()))
    alone = [numbers(pa.array([one], pa.string()))[0] for one in strings]
    assert [one for one, text in zip(together, strings, strict=True) if text is not None] == [
        one for one, text in zip(alone, strings, strict=True) if text is not None
    ]


@pytest.mark.parametrize("size", [0, 1, 7, 8, 9, 15, 16, 17, 18, 24, 100])
def test_each_byte_of_a_string_counts(size):
    strings = ["x" * size, *("x" * at + "y" + "x" * (size - at - 1) for at in range(size)), "x" * (size + 1)]
    assert len(set(numbers(pa.array(strings)).tolist())) == len(strings)


def test_ids_are_numbers_in_their_order_wherever_the_array_is_cut():
    ids = pa.array(["a-00000000000000ff", "a-0123456789abcdef", "p-ffffffffffffffff"])
    assert id_numbers(ids).tolist() == [255, 0x0123456789ABCDEF, 2**64 - 1]
    assert id_numbers(ids[1:2]).tolist() == [0x0123456789ABCDEF]
    assert id_numbers(ids[:0]).tolist() == []


def test_a_number_is_itself():
    assert numbers(pa.array([3, None, -1], pa.int32())).view(np.int64)[[0, 2]].tolist() == [3, -1]


FRAME = Frame(
    pa.record_batch(
        {
            "id": ["x", None, "y"],
            "codes": pa.array([["A", "B"], ["A"], None], pa.list_(pa.string())),
            "who": [[{"name": "N"}, {"name": None}], [], [{"name": "N"}]],
            "day": pa.array([1, 2, None], pa.int32()),
        }
    )
)


@pytest.mark.parametrize(
    ("keys", "index"),
    [
        (Keys("t", ("id",)), [0, 2]),
        (Keys("t", ("id", "codes[]")), [0, 1]),
        (Keys("t", ("codes[]", "id")), [0, 1]),
        (Keys("t", ("id", "who.name")), [0, 2]),
        (Keys("t", ("id",), present="day"), [0]),
        (Keys("t", ("id",), absent="day"), [2]),
    ],
)
def test_a_key_with_a_null_is_left_out(keys, index):
    made, at = Numbers(FRAME).keys(keys)
    assert at.tolist() == index
    assert len(set(made.tolist())) == len(index)


def test_keys_of_a_missing_column_are_refused():
    with pytest.raises(Absent):
        Numbers(FRAME).keys(Keys("t", ("id", "nothing")))
