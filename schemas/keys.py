"""Keys as 64-bit numbers, so that tables of millions of rows are held against each other in little memory.

In: frames and the `Keys` to take from them. Out: sorted arrays of hashes that answer "is it there?", "is it there
twice?" and "what do its values come to?". Two of n keys share a number with probability n²/2⁶⁵: never, in practice.
"""

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from communique.schemas.across import Keys
from communique.schemas.frame import Frame, Rows, top

Hashes = npt.NDArray[np.uint64]
Values = npt.NDArray[np.int64]

_ID = "^[aep]-[0-9a-f]{16}$"
_NIBBLE = np.zeros(256, np.uint8)
_NIBBLE[np.frombuffer(b"0123456789abcdef", np.uint8)] = np.arange(16)
_WAITING = 1_000_000  # keys that wait before they are sorted in: 8 MB


def numbers(values: pa.Array) -> Hashes:
    """One number for each value, equal where the values are; what null gets means nothing."""
    if not pa.types.is_string(values.type):
        whole = pc.fill_null(values.cast(pa.int32()).cast(pa.int64()), 0)
        return whole.to_numpy(zero_copy_only=False).view(np.uint64)
    result = np.zeros(len(values), np.uint64)
    is_id = pc.fill_null(pc.match_substring_regex(values, _ID), False).to_numpy(zero_copy_only=False)
    result[is_id] = _of_ids(values.filter(pa.array(is_id)))
    rest = values.filter(pa.array(~is_id)).cast(pa.binary()).dictionary_encode()
    hashed = [int.from_bytes(blake2b(one, digest_size=8).digest(), "big") for one in rest.dictionary.to_pylist()]
    at = pc.fill_null(rest.indices, len(hashed)).to_numpy(zero_copy_only=False)
    result[~is_id] = np.array([*hashed, 0], np.uint64)[at]
    return result


def _of_ids(ids: pa.Array) -> Hashes:
    """An id is a hash already: its 16 digits, read as a number."""
    text = np.frombuffer(ids.cast(pa.binary(18)).buffers()[1] or b"", np.uint8)
    digits = _NIBBLE[text[: 18 * len(ids)].reshape(-1, 18)[:, 2:]]
    return (digits[:, 0::2] << 4 | digits[:, 1::2]).copy().view(">u8").ravel().astype(np.uint64)


def anchor(keys: Keys) -> str:
    """The path that says how many keys a row has: the nested one, if there is one."""
    return next((path for path in keys.paths if top(path) != path), keys.paths[0])


def hashes(frame: Frame, keys: Keys) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """The keys in a frame, and for each the index of its value at `anchor(keys)`; keys with a null are left out."""
    base = anchor(keys)
    whole = np.zeros(len(frame[base]), np.uint64)
    there = np.ones(len(whole), bool)
    for path in keys.paths:
        values = at_level(frame, path, base)
        there &= pc.is_valid(values).to_numpy(zero_copy_only=False)
        whole = mix(whole * np.uint64(0x9E3779B97F4A7C15) + numbers(values))
    for column, wanted in ((keys.present, True), (keys.absent, False)):
        if column:
            there &= pc.is_valid(at_level(frame, column, base)).to_numpy(zero_copy_only=False) == wanted
    index = np.flatnonzero(there)
    return whole[index], index


def at_level(frame: Frame, path: str, base: str) -> pa.Array:
    """The values at `path`, one for each at `base`."""
    return frame.lift(path, base) if top(path) == path and top(base) != base else frame[path]


def mix(hashed: Hashes) -> Hashes:
    """The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input moves half of the output's."""
    hashed = (hashed ^ (hashed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashed = (hashed ^ (hashed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashed ^ (hashed >> np.uint64(31))


class KeySet:
    """A set of keys: a sorted array, into which others are merged when enough wait.

    With `watch` it remembers which keys were put in more than once.
    """

    def __init__(self, watch: bool = False) -> None:
        self._watch = watch
        self._repeated: set[int] = set()
        self._sorted: Hashes = np.empty(0, np.uint64)
        self._waiting: list[Hashes] = []

    def add(self, keys: Hashes) -> None:
        """Put keys in."""
        self._waiting.append(keys)
        if sum(map(len, self._waiting)) > max(_WAITING, len(self._sorted)):
            self._settle()

    def _settle(self) -> None:
        merged = np.concatenate([self._sorted, *self._waiting])
        self._waiting = []
        merged.sort()
        again = merged[1:] == merged[:-1]
        if self._watch:
            self._repeated.update(merged[1:][again].tolist())
        self._sorted = merged[np.append(True, ~again)[: len(merged)]] if again.any() else merged

    def has(self, keys: Hashes) -> npt.NDArray[np.bool_]:
        """Which of `keys` are in the set."""
        return find(self.keys(), keys)[1]

    def repeated(self) -> set[int]:
        """The keys that were put in more than once."""
        self.keys()
        return self._repeated

    def keys(self) -> Hashes:
        """All keys, sorted."""
        if self._waiting:
            self._settle()
        return self._sorted


def find(keys: Hashes, wanted: Hashes) -> tuple[Rows, npt.NDArray[np.bool_]]:
    """Where each of `wanted` would stand in the sorted `keys`, and whether it does."""
    order = np.argsort(wanted)  # in order, neighbouring searches touch the same memory: several times faster
    at = np.empty(len(wanted), np.int64)
    at[order] = np.searchsorted(keys, wanted[order])
    at[at == len(keys)] = 0
    return at, keys[at] == wanted if len(keys) else np.zeros(len(wanted), bool)


class Fold:
    """What the values of each key come to: how many, how many distinct, the least, the greatest.

    >>> fold = Fold("max")
    >>> fold.add(np.array([7, 9, 7], np.uint64), np.array([1, 5, 3]))
    >>> [column.tolist() for column in fold.result()]
    [[7, 9], [3, 5]]
    """

    def __init__(self, fold: str) -> None:
        self.fold = fold
        self._waiting: list[tuple[Hashes, Values]] = []
        self._settled = 0

    def add(self, keys: Hashes, values: Values) -> None:
        """Put keys in, each with a value (which a count ignores)."""
        self._waiting.append((keys, np.ones(len(keys), np.int64) if self.fold == "count" else values))
        if sum(len(keys) for keys, _ in self._waiting) > 2 * max(_WAITING, self._settled):
            self._settle()

    def _settle(self) -> None:
        keys = np.concatenate([np.empty(0, np.uint64), *(keys for keys, _ in self._waiting)])
        values = np.concatenate([np.empty(0, np.int64), *(values for _, values in self._waiting)])
        self._waiting = []
        order = np.lexsort((values, keys)) if self.fold == "distinct" else np.argsort(keys)
        keys, values = keys[order], values[order]
        first = np.append(True, keys[1:] != keys[:-1])[: len(keys)]
        if self.fold == "distinct":
            first |= np.append(True, values[1:] != values[:-1])[: len(keys)]
            values = values[first]
        elif len(keys):
            reduce = {"count": np.add, "min": np.minimum, "max": np.maximum}[self.fold]
            values = reduce.reduceat(values, np.flatnonzero(first))
        self._waiting = [(keys[first], values)]
        self._settled = len(values)

    def result(self) -> tuple[Hashes, Values]:
        """The keys, sorted, and what the values of each come to."""
        self._settle()
        keys, values = self._waiting[0]
        if self.fold != "distinct":
            return keys, values
        distinct, counts = np.unique(keys, return_counts=True)
        return distinct, counts.astype(np.int64)


def first_valid(frame: Frame, columns: Iterable[str], base: str) -> pa.Array:
    """For each value at `base`, the first of the row's `columns` that is not null."""
    return pc.coalesce(*(at_level(frame, column, base) for column in columns))
