"""Values as 64-bit numbers, so that millions of rows are compared in little memory: equal values, equal numbers.

In: Arrow arrays and their `Shape`. Out: one number a value, the same however rows are divided into batches and values
are stored. Strings go through Python's own keyed SipHash (Aumasson and Bernstein 2012), numbers through a mixer; lists
add up their items, each mixed with its place. Two values that differ share a number with probability 2⁻⁶⁴. The key is
new in each process: the numbers mean nothing outside of it, and nobody can prepare two values that share one.
"""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from communique.release.shapes import Fields, Items, Shape
from communique.schemas.keys import Hashes, mix

_STEP = np.uint64(0x9E3779B97F4A7C15)
_SAMPLE = 512


def digests(values: pa.Array, shape: Shape) -> Hashes:
    """One number for each value; null has one of its own.

    Args:
        values: any array; of structs, only the fields in `shape` count.
        shape: what its values are, as `shapes.compare` says.
    """
    if isinstance(shape, Items):
        found = _of_lists(values, shape)
    elif isinstance(shape, Fields):
        found = combined({name: digests(pc.struct_field(values, name), one) for name, one in shape.of.items()}, values)
    else:
        found = _of_plain(values, shape)
    if values.null_count:
        found[pc.is_null(values).to_numpy(zero_copy_only=False)] = _seed("null")
    return found


def combined(columns: Mapping[str, Hashes], rows: pa.Array | pa.RecordBatch) -> Hashes:
    """One number for each row, from those of its columns, in whatever order."""
    total = np.full(len(rows), _seed("row"), np.uint64)
    for name, column in columns.items():
        total += mix(column ^ _seed(f"column {name}"))
    return mix(total)


def _seed(name: str) -> np.uint64:
    return np.uint64(hash(name) & 0xFFFFFFFFFFFFFFFF)


def _of_lists(values: pa.Array, shape: Items) -> Hashes:
    lengths = pc.fill_null(pc.list_value_length(values), 0).to_numpy(zero_copy_only=False).astype(np.int64)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    items = digests(pc.list_flatten(values), shape.of)
    place = np.arange(len(items)) - np.repeat(starts, lengths)
    sums = np.append(np.uint64(0), np.cumsum(mix(items + (place + 1).astype(np.uint64) * _STEP)))
    return mix(sums[ends] - sums[starts] + mix(lengths.astype(np.uint64) + _seed("length")))


def _of_plain(values: pa.Array, kind: str) -> Hashes:
    if pa.types.is_dictionary(values.type):
        return _of_dictionary(values, kind)
    if kind in ("string", "binary"):
        return _of_strings(values)
    if kind == "float":
        return _of_floats(values)
    if kind in ("integer", "date", "bool"):
        return mix(_whole(values))
    # Rare types: what Python shows of each value.
    return _hashed([repr(value).encode() for value in values.to_pylist()])


def _whole(values: pa.Array) -> Hashes:
    """Whole numbers, days since 1970 and truth values as 64 bits."""
    if pa.types.is_date(values.type):
        values = values.cast(pa.date32()).cast(pa.int32())
    if not pa.types.is_uint64(values.type):
        values = values.cast(pa.int64())
    return pc.fill_null(values, 0).to_numpy(zero_copy_only=False).view(np.uint64)


def _of_floats(values: pa.Array) -> Hashes:
    numbers = pc.fill_null(values.cast(pa.float64()), 0.0).to_numpy(zero_copy_only=False) + 0.0  # -0.0 is 0.0
    return mix(np.where(np.isnan(numbers), np.nan, numbers).view(np.uint64))


def _of_strings(values: pa.Array) -> Hashes:
    """Bytes are hashed, so that text that is not UTF-8 is no obstacle; where values repeat, each is hashed once."""
    if not (pa.types.is_string(values.type) or pa.types.is_binary(values.type)):
        values = values.cast(pa.large_string() if pa.types.is_string_view(values.type) else pa.large_binary())
    if len(values) > _SAMPLE and 2 * pc.count_distinct(values.slice(0, _SAMPLE)).as_py() < _SAMPLE:
        return _of_dictionary(values.dictionary_encode(), "string")
    large = pa.types.is_large_string(values.type) or pa.types.is_large_binary(values.type)
    return _hashed(values.cast(pa.large_binary() if large else pa.binary()).to_pylist())


def _of_dictionary(values: pa.DictionaryArray, kind: str) -> Hashes:
    known = np.append(_of_plain(values.dictionary, kind), np.uint64(0))
    at = pc.fill_null(values.indices.cast(pa.int64()), len(values.dictionary))
    return known[at.to_numpy(zero_copy_only=False)]


def _hashed(values: list[bytes | None]) -> Hashes:
    return np.fromiter(map(hash, values), np.int64, len(values)).view(np.uint64)
