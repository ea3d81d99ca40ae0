"""Pairs of members as single numbers, so that millions of them are arrays: the lesser, 32 bits, the greater."""

from collections.abc import Iterable, Iterator
from typing import overload

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Pairs = frozenset[tuple[int, int]]
"""Few pairs, the lesser member first."""

_BITS = 32
_SOME = 1 << 16


@overload
def coded(ones: int, twos: int) -> int: ...
@overload
def coded(ones: Ints, twos: Ints) -> Ints: ...
def coded(ones: int | Ints, twos: int | Ints) -> int | Ints:
    """Pairs as numbers, in the order of the first, then the second.

    >>> decoded(coded(3, 5))
    (3, 5)
    """
    return ones << _BITS | twos


@overload
def decoded(codes: int) -> tuple[int, int]: ...
@overload
def decoded(codes: Ints) -> tuple[Ints, Ints]: ...
def decoded(codes: int | Ints) -> tuple[int | Ints, int | Ints]:
    """The first and the second of each pair."""
    return codes >> _BITS, codes & (1 << _BITS) - 1


def coded_pairs(pairs: Iterable[tuple[int, int]]) -> Ints:
    """Pairs given one by one as numbers."""
    return np.array([coded(one, two) for one, two in pairs], np.int64)


def decoded_pairs(codes: Ints) -> Iterator[tuple[int, int]]:
    """The pairs one by one, decoded some at a time: there may be millions."""
    for start in range(0, len(codes), _SOME):
        ones, twos = decoded(codes[start : start + _SOME])
        yield from zip(ones.tolist(), twos.tolist(), strict=True)
