"""Copies of one text: reprints, the same under another headline, extended versions; not reports that quote one speech.

In: bodies. Out: pairs of articles with (nearly) the same text, enough of them to tell who is together. Candidates come
from MinHash sketches in bands (Broder 1997; Leskovec, Rajaraman and Ullman, ch. 3), by `rensa`; each is then verified
on the phrases of the texts themselves. Where thousands are alike, each is held against its neighbours in time only.
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from communique.link.clusters import Mask, Union, block_pairs, distinct, may_share, nested
from communique.link.corpus import NO_DAY, Ints, numbers
from communique.link.pairs import coded, decoded_pairs
from communique.schemas.keys import Hashes, mix

BANDS, ROWS = 32, 3  # texts that share 40 % of their phrases meet with 88 %, 50 % with 99 %
WORDS = 3  # in a phrase
CONTAINED = 0.8  # share of the shorter's phrases that a copy has too
AT_LEAST = 0.25  # share of the longer's length that the shorter has
WINDOW = 45  # days between the publication of a text and of a changed copy, at most; unchanged ones may be older
SEED = 20190730
_ENOUGH = 12  # phrases outside quotation marks, below which a text is nearly all quotation
_CROWD = 16  # texts with one band beyond which parties must be the same
_REACH = 2  # neighbours in time that each text of a crowd is held against, in each band
_MANY = 1 << 20

Band = npt.NDArray[np.uint32]
"""Of each body a number; two bodies with one number may be copies; 0: the body is withheld."""
Hashes32 = npt.NDArray[np.uint32]
Print = tuple[Hashes32, Hashes32]
"""The phrases of a body as sorted numbers: all, and those outside quotation marks."""

_WORD = re.compile(r"\w+")
_PARTING = str.maketrans({c: " " for c in map(chr, range(128)) if not (c.isalnum() or c == "_")})
_QUOTE = re.compile(r"“[^”]{0,4000}”|\"[^\"]{0,4000}\"|«[^»]{0,4000}»|„[^“”]{0,4000}[“”]")


class Prints(Protocol):
    """Gives the print of an article; None if its text is withheld."""

    def __getitem__(self, article: int, /) -> Print | None: ...


def phrases(bodies: Iterable[str]) -> tuple[Hashes, Ints]:
    """Every `WORDS` words in a row, folded, as numbers.

    Returns:
        The numbers of all bodies end to end, and where those of each begin, with the end of the last.

    >>> some, starts = phrases(["The talks went well", "the talks WENT WELL."])
    >>> starts.tolist(), (some[:2] == some[2:]).all().item()
    ([0, 2, 4], True)
    """
    words = list(map(_words, bodies))
    sizes = np.array([len(some) for some in words] or [0])[: len(words)]
    counts = np.where(sizes, np.maximum(sizes - WORDS + 1, 1), 0)
    starts = np.append(0, np.cumsum(counts)).astype(np.int64)
    # what stands between bodies keeps a short one from running into the next
    flat = pa.array([word for some in words for word in (*some, *[""] * (WORDS - 1))], pa.string())
    coded = numbers(flat)
    whole = np.zeros(max(0, len(coded) - WORDS + 1), np.uint64)
    for n in range(WORDS):
        whole = mix(whole + coded[n : n + len(whole)])
    begin = np.append(0, np.cumsum(sizes + WORDS - 1)).astype(np.int64)[:-1]
    return whole[np.arange(starts[-1]) + np.repeat(begin - starts[:-1], counts)], starts


def _words(body: str) -> list[str]:
    from communique.agreement import fold

    if body.isascii():  # as most are: words are told at a third of the cost
        return body.casefold().translate(_PARTING).split()
    folded = fold(body)
    return folded.translate(_PARTING).split() if folded.isascii() else _WORD.findall(folded)


def sketch(bodies: Sequence[str | None]) -> npt.NDArray[np.uint32]:
    """The bands of each body, one a column."""
    from rensa import RMinHash

    found, starts = phrases(body or "" for body in bodies)
    rows = RMinHash.digest_matrix_from_flat_token_hashes(found, starts.astype(np.uint64), BANDS * ROWS, SEED).to_rows()
    whole = np.array(rows, np.uint64).reshape(len(bodies), BANDS, ROWS)
    mixed = np.zeros((len(bodies), BANDS), np.uint64)
    for n in range(ROWS):
        mixed = (mixed ^ whole[:, :, n]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    bands = (mixed >> np.uint64(32)).astype(np.uint32) | np.uint32(1)
    bands[np.diff(starts) == 0] = 0
    return bands


def imprint(bodies: Sequence[str]) -> list[Print]:
    """What bodies are compared by."""
    wholes = _prints(bodies)
    quoting = [n for n, body in enumerate(bodies) if _QUOTE.search(body)]
    unquoted = dict(zip(quoting, _prints([_QUOTE.sub(" ", bodies[n]) for n in quoting]), strict=True))
    return [(whole, unquoted.get(n, whole)) for n, whole in enumerate(wholes)]


def _prints(bodies: Sequence[str]) -> list[Hashes32]:
    found, starts = phrases(bodies)
    short = (found >> np.uint64(32)).astype(np.uint32)
    return [distinct(short[start:end]) for start, end in pairwise(starts.tolist())]


def are_copies(one: Print, two: Print) -> bool:
    """Whether one body is the other, changed a little or with more text.

    What stands in quotation marks does not count, so that two reports of one speech are not copies of each other,
    unless there is hardly anything else.

    >>> talks = "The two ministers met on Monday and spoke about rice, ports and the price of gas until noon."
    >>> are_copies(*imprint([talks, talks + " They will meet again."]))
    True
    """
    if not _contained(one[0], two[0]):
        return False
    if min(len(one[1]), len(two[1])) < _ENOUGH:
        return True
    return _contained(one[1], two[1])


def _contained(one: Hashes32, two: Hashes32) -> bool:
    less, more = (one, two) if len(one) < len(two) else (two, one)
    if len(less) < AT_LEAST * len(more):
        return False
    at = np.minimum(np.searchsorted(more, less), len(more) - 1)
    return bool(np.count_nonzero(more[at] == less) >= CONTAINED * len(less))


class Texts:
    """Texts as far as they are compared before they are read.

    Args:
        hashes: of each article's text.
        parties: of each article the bits of its countries. Without them, what a ministry says with the same phrases of
            each visitor would be copies: the parties of one must be among those of the other.
        days: on which each was published, or `NO_DAY`.
    """

    def __init__(self, hashes: Hashes, parties: npt.NDArray[np.uint64], days: Ints) -> None:
        self._hashes, self._parties, self._days = hashes, parties, days
        self._sides = np.zeros(len(hashes), np.uint64)
        for n in range(parties.shape[1]):
            self._sides = mix(self._sides ^ parties[:, n])

    def same(self, fresh: Mask) -> Ints:
        """The pairs of one text of which one at least is fresh, each as a number: the lesser, 32 bits, the greater."""
        known = np.flatnonzero(may_share(self._hashes, fresh))
        return self._pairs(self._hashes[known], known, fresh, same=True)

    def alike(self, bands: Iterable[Band], fresh: Mask) -> Ints:
        """The pairs of different texts that agree in a band, likewise."""
        found: list[Ints] = []
        for here in bands:
            known = np.flatnonzero((here > 0) & may_share(here, fresh))
            found.append(self._pairs(here[known].astype(np.uint64), known, fresh, same=False))
            if sum(map(len, found[1:])) > max(_MANY, len(found[0])):
                found = [distinct(np.concatenate(found))]
        return distinct(np.concatenate(found))

    def _pairs(self, keys: Hashes, members: Ints, fresh: Mask, *, same: bool) -> Ints:
        _, block, sizes = np.unique(keys, return_inverse=True, return_counts=True)
        crowd = sizes[block] > _CROWD
        found = [np.zeros(0, np.int64)]
        for some, key in ((~crowd, keys), (crowd, mix(mix(keys) ^ self._sides[members]))):
            for ones, twos in block_pairs(key[some], members[some], fresh, self._days, _CROWD, _REACH):
                fits = (self._hashes[ones] == self._hashes[twos]) == same
                fits &= nested(self._parties, ones, twos)
                if not same:
                    a, b = self._days[ones], self._days[twos]
                    fits &= (abs(a - b) <= WINDOW) | (a == NO_DAY) | (b == NO_DAY)
                found.append(coded(ones[fits], twos[fits]))
        return np.concatenate(found)


def verified(same: Ints, alike: Ints, prints: Prints, size: int) -> Ints:
    """Of pairs that may be copies those that are, as far as they are needed to tell the groups.

    Args:
        same, alike: pairs of one text, and of similar ones (see `Texts`).
        prints: of the articles in `alike`.
        size: how many articles there are.
    """
    union, found = Union(size), array("q")
    for one, two in decoded_pairs(same):
        if union.find(one) != union.find(two):
            union.join(one, two)
            found.append(coded(one, two))
    for one, two in decoded_pairs(alike):
        if union.find(one) != union.find(two):
            a, b = prints[one], prints[two]
            if a and b and are_copies(a, b):
                union.join(one, two)
                found.append(coded(one, two))
    return np.array(found, np.int64)
