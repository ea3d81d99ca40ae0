"""Copies of one text: reprints, the same under another headline, extended versions; not reports that quote one speech.

In: bodies. Out: pairs of articles with (nearly) the same text. Candidates come from MinHash sketches in bands (Broder
1997; Leskovec, Rajaraman and Ullman, ch. 3), by `rensa`; each is then verified on the texts themselves.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from communique.link.clusters import block_pairs
from communique.link.corpus import Hashes

BANDS, ROWS = 32, 3  # texts that share 40 % of their phrases meet with 88 %, 50 % with 99 %
WORDS = 3  # in a phrase
CONTAINED = 0.8  # share of the shorter's phrases that a copy has too
AT_LEAST = 0.25  # share of the longer's length that the shorter has
SEED = 20190730
_ENOUGH = 12  # phrases outside quotation marks, below which a text is nearly all quotation

Texts = Callable[[Sequence[int]], Iterator[tuple[int, str]]]
Pairs = frozenset[tuple[int, int]]
Hashes32 = npt.NDArray[np.uint32]

_WORD = re.compile(r"\w+")
_QUOTE = re.compile(r"“[^”]{0,4000}”|\"[^\"]{0,4000}\"|«[^»]{0,4000}»|„[^“”]{0,4000}[“”]")


def phrases(body: str, *, quotes: bool = True) -> set[str]:
    """Every `WORDS` words in a row, folded; without those in quotation marks, if so wanted.

    >>> sorted(phrases("The talks went well today"))
    ['talks went well', 'the talks went', 'went well today']
    """
    from communique.agreement import fold

    words = _WORD.findall(fold(body if quotes else _QUOTE.sub(" ", body)))
    return {" ".join(words[n : n + WORDS]) for n in range(max(1, len(words) - WORDS + 1))} if words else set()


def sketch(bodies: Iterable[str | None]) -> npt.NDArray[np.uint32]:
    """The bands of each body: two bodies that agree in one band may be copies. A body that is withheld has zeros."""
    from rensa import RMinHash

    found = [phrases(body) if body else set() for body in bodies]
    rows = RMinHash.digest_matrix_from_token_sets([list(some) for some in found], BANDS * ROWS, SEED).to_rows()
    whole = np.array(rows, np.uint64).reshape(len(found), BANDS, ROWS)
    mixed = np.zeros((len(found), BANDS), np.uint64)
    for n in range(ROWS):
        mixed = (mixed ^ whole[:, :, n]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    bands = (mixed >> np.uint64(32)).astype(np.uint32) | np.uint32(1)
    bands[[not some for some in found]] = 0
    return bands


@dataclass(frozen=True, slots=True)
class Print:
    """The phrases of a body as sorted numbers: all, and those outside quotation marks."""

    whole: Hashes32
    unquoted: Hashes32


def imprint(body: str) -> Print:
    """What two bodies are compared by."""
    whole = _numbers(phrases(body))
    return Print(whole, _numbers(phrases(body, quotes=False)) if _QUOTE.search(body) else whole)


def _numbers(some: set[str]) -> Hashes32:
    return np.unique(np.fromiter((crc32(phrase.encode()) for phrase in some), np.uint32, len(some)))


def are_copies(one: Print, two: Print) -> bool:
    """Whether one body is the other, changed a little or with more text.

    What stands in quotation marks does not count, so that two reports of one speech are not copies of each other,
    unless there is hardly anything else.

    >>> talks = "The two ministers met on Monday and spoke about rice, ports and the price of gas until noon."
    >>> are_copies(imprint(talks), imprint(talks + " They will meet again."))
    True
    """
    if not _contained(one.whole, two.whole):
        return False
    if min(len(one.unquoted), len(two.unquoted)) < _ENOUGH:
        return True
    return _contained(one.unquoted, two.unquoted)


def _contained(one: Hashes32, two: Hashes32) -> bool:
    less, more = sorted((len(one), len(two)))
    if less < AT_LEAST * more:
        return False
    return len(np.intersect1d(one, two, assume_unique=True)) >= CONTAINED * less


def copies(bands: npt.NDArray[np.uint32], hashes: Hashes, fresh: npt.NDArray[np.bool_], texts: Texts) -> Pairs:
    """The pairs of copies of which one at least is fresh.

    Args:
        bands: of each article, as `sketch` gives them.
        hashes: of each article's text; equal ones need no comparison.
        fresh: which articles are compared, with each other and with the rest.
        texts: gives the bodies of articles, in any order.
    """
    everybody = np.arange(len(hashes))
    found: set[tuple[int, int]] = set()
    for ones, twos in block_pairs(hashes, everybody, fresh):
        found.update(zip(ones.tolist(), twos.tolist(), strict=True))
    seen: set[int] = set()
    for band in range(BANDS):
        known = np.flatnonzero(bands[:, band])
        for ones, twos in block_pairs(bands[known, band], known, fresh):
            differ = hashes[ones] != hashes[twos]
            seen.update((ones[differ] << 32 | twos[differ]).tolist())
    codes = np.array(sorted(seen), np.int64)
    prints = {n: imprint(body) for n, body in texts(np.unique(np.append(codes >> 32, codes & 0xFFFFFFFF)).tolist())}
    for one, two in zip((codes >> 32).tolist(), (codes & 0xFFFFFFFF).tolist(), strict=True):
        if one in prints and two in prints and are_copies(prints[one], prints[two]):
            found.add((one, two))
    return frozenset(found)
