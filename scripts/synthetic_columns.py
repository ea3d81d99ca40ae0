"""Arrow columns out of arrays of numbers: what `synthetic.py` builds its tables of.

In: numpy arrays, one number a value. Out: words, ids, days, lists and structs as the contract types them.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from communique.schemas import arrow_schema
from communique.schemas.ids import Letter
from communique.schemas.keys import mix, text_ids

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


def draw(numbers: Numbers, salt: int, seed: int) -> Numbers:
    """A random whole number below 2³² for each number."""
    base = mix(np.array([seed * 1000 + salt], np.uint64))
    return (mix(numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + base) >> np.uint64(32)).astype(np.int64)


def ids(letter: Letter, numbers: Numbers, total: int) -> pa.Array:
    """Ids for numbers below `total`, ascending with them and spread over all ids that there could be."""
    flat = numbers.ravel().astype(np.uint64)
    step = np.uint64(2**64 // total)
    return text_ids(letter, flat * step + mix(flat + np.uint64(ord(letter))) % step)


def take(words: Sequence[str | None], index: Numbers, mask: Mask | None = None) -> pa.Array:
    return pa.array(words, pa.string()).take(pa.array(index.ravel(), mask=None if mask is None else mask.ravel()))


def masked(column: pa.Array, mask: Mask) -> pa.Array:
    return pc.if_else(pa.array(mask.ravel()), pa.scalar(None, column.type), column)


def as_text(numbers: Numbers) -> pa.Array:
    return pa.array(numbers.ravel()).cast(pa.string())


def where(column: pa.Array, word: str) -> pa.Array:
    """The word where the column has a value."""
    return pc.if_else(pc.is_valid(column), word, pa.scalar(None, pa.string()))


def constant(word: str, length: int) -> pa.Array:
    return pa.repeat(word, length)


def days(days: Numbers) -> pa.Array:
    flat = days.ravel()
    return pa.array(flat.astype(np.int32), mask=flat < 0).cast(pa.date32())


def offsets(lengths: Numbers) -> pa.Array:
    return pa.array(np.append(0, np.cumsum(lengths)).astype(np.int32))


def spans(lists: pa.ListArray, base: Numbers) -> list[pa.Array]:
    """Start and end of each item when every row's items stand behind `base`, joined by a comma and a blank."""
    length = pc.utf8_length(lists.values).to_numpy().astype(np.int64)
    before = np.append(0, np.cumsum(length + 2))
    row_starts = lists.offsets.to_numpy()
    row = np.repeat(np.arange(len(lists)), np.diff(row_starts))
    start = before[:-1] - before[row_starts[row]] + base[row]
    return [pa.array(start.astype(np.int32)), pa.array((start + length).astype(np.int32))]


def lists(like: pa.ListArray, fields: list[pa.Array], table: str, column: str) -> pa.ListArray:
    """Structs of `fields` in lists as long as those of `like`."""
    item = arrow_schema(table).field(column).type.value_type
    return pa.ListArray.from_arrays(like.offsets, pa.StructArray.from_arrays(fields, fields=list(item)))


def table(name: str, columns: dict[str, pa.Array]) -> pa.Table:
    schema = arrow_schema(name)
    return pa.table([columns[field.name].cast(field.type) for field in schema], schema=schema)
