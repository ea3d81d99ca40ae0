"""One actor for one person or body: units of mentions are put together as far as name, office, body and time allow.

In: a `Corpus`. Out: for each unit its group. Pairs come from blocks; the surest are joined first, never two that
contradict each other, and a shortened name only if it can be but one person's.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from communique.link.clusters import Groups, Mask, block_pairs, closure, distinct, meeting_pairs
from communique.link.corpus import Corpus, Ints
from communique.link.names import Likeness
from communique.link.pairs import Pairs, coded, decoded
from communique.link.people import Judge, Unit
from communique.link.units import Units

Edge = tuple[int, int, int]


class Linker:
    """The units of a corpus, and who of them may be one.

    Args:
        made: the units.
        together: pairs of units named side by side in one article.
        same, apart: pairs that a curated file joins or keeps apart.
    """

    def __init__(self, made: Units, together: Pairs, same: Pairs = frozenset(), apart: Pairs = frozenset()) -> None:
        self._units = made
        self._judge = Judge(made)
        self._together, self._same, self._apart = together, same, apart
        self._keys, self._members = made.keys("blocks")
        self._needs, self._offers = made.keys("needs"), made.keys("offers")

    def groups(self, touched: Mask) -> Ints:
        """For each unit the least unit of its group; of components without a touched unit nothing is said (itself).

        Args:
            touched: the units of which something is new; it then holds all units whose group is told.
        """
        edges = closure(touched, self._edges)
        groups = Groups(len(self._units))
        for one, two in sorted(self._same):
            groups.join(one, two)
        for one, two, score in edges:
            if score >= 100 * Likeness.LONG and self._may(groups, one, two):
                groups.join(one, two)
        for likeness in (Likeness.SHORT, Likeness.PART):
            self._attach(groups, [edge for edge in edges if edge[2] // 100 == likeness])
        return groups.labels()

    def _edges(self, wanted: Mask, done: Mask) -> Iterator[tuple[Ints, Ints, Ints]]:
        blocks = block_pairs(self._keys, self._members, wanted)
        for ones, twos in chain(blocks, meeting_pairs(self._needs, self._offers, wanted)):
            new = ~(done[ones] | done[twos])
            yield self._scored(ones[new], twos[new])

    def _scored(self, ones: Ints, twos: Ints) -> tuple[Ints, Ints, Ints]:
        scores = np.zeros(len(ones), np.int64)
        for n, (one, two) in enumerate(zip(ones.tolist(), twos.tolist(), strict=True)):
            score = self._judge.score(one, two)
            beside = score < 100 * Likeness.SAME and (one, two) in self._together
            scores[n] = self._judge.shortened(one, two) if beside else score
        kept = scores > 0
        return ones[kept], twos[kept], scores[kept]

    def _may(self, groups: Groups, one: int, two: int) -> bool:
        """Whether no member of one group contradicts a member of the other."""
        if groups.find(one) == groups.find(two) or groups.meet(one, two, self._apart):
            return False
        others = groups.members(two)
        return not any(self._judge.contradict(x, y) for x in groups.members(one) for y in others)

    def _attach(self, groups: Groups, edges: Sequence[Edge]) -> None:
        """Names shortened or without a country: each goes to the group that fits best, if no other fits as well."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for one, two, score in edges:
            short, full = sorted((one, two), key=lambda n: (_fullness(self._units[n]), n))
            found[short].append((score, full))
        for short in sorted(found):
            best: dict[int, int] = {}
            for score, full in found[short]:
                group = groups.find(full)
                if self._may(groups, short, full):
                    best[group] = max(best.get(group, 0), score)
            ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
            if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
                groups.join(short, ranked[0][0])


def _fullness(unit: Unit) -> tuple[bool, int, int]:
    full = sum(not part.initial for part in unit.name)
    return unit.form.country is not None, full, sum(len(part.text) for part in unit.name)


def side_by_side(corpus: Corpus, made: Units) -> Pairs:
    """Pairs of units with one country that some article names side by side: two people, however alike their names."""
    told, unit_of = made.told, made.of
    country = told.countries[made.example]
    firsts, initials = told.first[made.example], told.last[made.example]
    rows = corpus.mentions.rows
    found: set[int] = set()
    for step in range(1, 65):
        if step >= len(rows):
            break
        a, b = unit_of[:-step], unit_of[step:]
        close = (rows[:-step] == rows[step:]) & (a != b) & (country[a] == country[b]) & (initials[a] > 0)
        close &= (initials[a] == initials[b]) | (firsts[a] == firsts[b])
        one, two = np.minimum(a[close], b[close]), np.maximum(a[close], b[close])
        found.update(distinct(coded(one, two)).tolist())
        if not (rows[:-step] == rows[step:]).any():
            break
    return frozenset(map(decoded, found))
