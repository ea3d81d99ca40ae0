"""Keys as 64-bit numbers, so that tables of millions of rows are held against each other in little memory.

In: frames and the `Keys` to take from them. Out: one number for each key. Two of n keys share a number with probability
n²/2⁶⁵: never, in practice. What is mixed in is drawn anew by each process, so that nobody can make keys that collide.
"""

from collections.abc import Iterable
from secrets import randbits

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from communique.schemas.across import Keys
from communique.schemas.frame import Bytes, Frame, Rows, string_bytes, top
from communique.schemas.ids import Letter

Hashes = npt.NDArray[np.uint64]

_SEED, _STEP = np.uint64(randbits(64)), np.uint64(randbits(64) | 1)  # an odd factor loses nothing
_HEX = np.frombuffer(b"0123456789abcdef", np.uint8)
_NIBBLE = np.zeros(256, np.uint8)
_NIBBLE[_HEX] = np.arange(16)
_WORD = 8  # bytes that are mixed in at a time


class Numbers:
    """The keys of a frame; each column that they are made of is turned into numbers once."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._numbers: dict[str, Hashes] = {}
        self._valid: dict[str, npt.NDArray[np.bool_] | None] = {}

    def keys(self, keys: Keys) -> tuple[Hashes, Rows]:
        """The keys, and for each the index of its value at `anchor(keys)`; keys with a null are left out.

        Raises:
            Absent: if the frame lacks a column of the keys.
        """
        base = anchor(keys)
        whole, there = self._of(keys.paths[0], base)
        for path in keys.paths[1:]:
            more, valid = self._of(path, base)
            whole = whole * _STEP + more
            there = _both(there, valid)
        for column, wanted in ((keys.present, True), (keys.absent, False)):
            if column:
                null = pc.is_null(at_level(self.frame, column, base)).to_numpy(zero_copy_only=False)
                there = _both(there, ~null if wanted else null)
        if there is None:
            return whole, np.arange(len(whole))
        index = np.flatnonzero(there)
        return whole[index], index

    def _of(self, path: str, base: str) -> tuple[Hashes, npt.NDArray[np.bool_] | None]:
        """The number of each value at `path`, once for each value at `base`, and which are not null (None: all)."""
        if path not in self._numbers:
            values = self.frame[path]
            self._numbers[path] = numbers(values)
            self._valid[path] = pc.is_valid(values).to_numpy(zero_copy_only=False) if values.null_count else None
        made, valid = self._numbers[path], self._valid[path]
        if top(path) == path and top(base) != base:
            rows = self.frame.rows(base)
            return made[rows], None if valid is None else valid[rows]
        return made, valid


def _both(one: npt.NDArray[np.bool_] | None, other: npt.NDArray[np.bool_] | None) -> npt.NDArray[np.bool_] | None:
    """Where both hold; None holds everywhere."""
    if one is None or other is None:
        return other if one is None else one
    return one & other


def numbers(values: pa.Array) -> Hashes:
    """One number for each value, equal where the values are; what null gets means nothing.

    Integers and dates are their own numbers. Strings are mixed eight bytes at a time, all strings of the array at once,
    by multiplication and shift.
    """
    if not pa.types.is_string(values.type):
        whole = pc.fill_null(values.cast(pa.int32()).cast(pa.int64()), 0)
        return whole.to_numpy(zero_copy_only=False).view(np.uint64)
    text, bounds = string_bytes(values)
    starts, lengths = bounds[:-1], np.diff(bounds)
    text = np.concatenate([text, np.zeros(_WORD, np.uint8)])
    words = np.ndarray((len(text) - _WORD + 1,), "<u8", text, strides=(1,))  # the word at every byte
    mixed = _stir(_SEED ^ lengths.astype(np.uint64) * _STEP)
    short = lengths < _WORD
    if short.any():
        kept = (np.uint64(1) << (lengths[short] * 8).astype(np.uint64)) - np.uint64(1)
        mixed[short] = _stir(mixed[short] ^ (words[starts[short]] & kept))
    rest = None if not short.any() else np.flatnonzero(~short)
    for at in range(0, int(lengths.max(initial=0)), _WORD):
        if at:  # the strings that are longer than what is mixed in
            rest = np.flatnonzero(lengths > at) if rest is None else rest[lengths[rest] > at]
        some = slice(None) if rest is None else rest
        begin = starts[some] + np.minimum(at, lengths[some] - _WORD)  # the last word ends with the string
        mixed[some] = _stir(mixed[some] ^ words[begin])
    return mixed


def _stir(hashed: Hashes) -> Hashes:
    """Multiply and shift, both of which can be undone, so that different numbers stay different."""
    hashed = hashed * np.uint64(0xBF58476D1CE4E5B9)
    return hashed ^ (hashed >> np.uint64(31))


def mix(hashed: Hashes) -> Hashes:
    """The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input moves half of the output's."""
    hashed = (hashed ^ (hashed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashed = (hashed ^ (hashed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashed ^ (hashed >> np.uint64(31))


def id_numbers(ids: pa.Array) -> Hashes:
    """Ids as numbers, in the order of the ids and the same in every process: their 16 digits; 0 for null.

    >>> id_numbers(pa.array(["a-00000000000000ff", "p-ffffffffffffffff"])).tolist() == [255, 2**64 - 1]
    True
    """
    return digits(ids, 2, 18)


def digits(column: pa.Array, start: int, width: int) -> Hashes:
    """Sixteen hexadecimal digits of each value of `width` characters, from `start` on, as a number; 0 for null.

    >>> digits(pa.array(["e-00000000000000ff", None]), 2, 18).tolist()
    [255, 0]
    """
    fixed = pc.fill_null(column, "0" * width).cast(pa.binary(width))
    text = np.frombuffer(fixed.buffers()[1] or b"", np.uint8)[width * fixed.offset :][: width * len(fixed)]
    return hexadecimal(text.reshape(-1, width)[:, start : start + 16])


def hexadecimal(text: Bytes) -> Hashes:
    """Rows of 16 hexadecimal digits as numbers.

    >>> hexadecimal(np.frombuffer(b"00000000000000ff", np.uint8).reshape(-1, 16)).tolist()
    [255]
    """
    digits = _NIBBLE[text]
    return (digits[:, 0::2] << 4 | digits[:, 1::2]).copy().view(">u8").ravel().astype(np.uint64)


def text_ids(letter: Letter, ids: Hashes) -> pa.Array:
    """Numbers as ids: `communique.schemas.ids.spell` for many.

    >>> text_ids("e", np.array([255], np.uint64)).to_pylist()
    ['e-00000000000000ff']
    """
    pairs = ids.astype(">u8").view(np.uint8).reshape(-1, 8)
    text = np.empty((len(ids), 18), np.uint8)
    text[:, :2] = np.frombuffer(f"{letter}-".encode(), np.uint8)
    text[:, 2::2], text[:, 3::2] = _HEX[pairs >> 4], _HEX[pairs & 15]
    ends = np.arange(0, text.size + 1, 18, dtype=np.int32)
    return pa.Array.from_buffers(pa.string(), len(ids), [None, pa.py_buffer(ends), pa.py_buffer(text.ravel())])


def anchor(keys: Keys) -> str:
    """The path that says how many keys a row has: the nested one, if there is one."""
    return next((path for path in keys.paths if top(path) != path), keys.paths[0])


def at_level(frame: Frame, path: str, base: str) -> pa.Array:
    """The values at `path`, one for each at `base`."""
    return frame.lift(path, base) if top(path) == path and top(base) != base else frame[path]


def first_valid(frame: Frame, columns: Iterable[str], base: str) -> pa.Array:
    """For each value at `base`, the first of the row's `columns` that is not null."""
    return pc.coalesce(*(at_level(frame, column, base) for column in columns))
