"""What belongs together, from pairs that do: blocking, components, and ids that stay.

In: keys (who shares a key may belong together), pairs (who does). Out: pairs to look at, groups, and for each group an
id. Nothing depends on the order in which members or pairs come.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from communique.link.pairs import Ints, coded, decoded, decoded_pairs
from communique.schemas.ids import Letter, spell

Mask = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]
Keyed = tuple[npt.NDArray[Any], Ints]

CROWD = 256
"""Members of one block beyond which each is held against its neighbours only, so that the cost stays linear."""
_CHUNK = 1 << 20


def nested(sets: Hashes, ones: Ints, twos: Ints) -> Mask:
    """For which pairs the set of one is within that of the other; sets are rows of bits."""
    less, more = np.ones(len(ones), bool), np.ones(len(ones), bool)
    for column in sets.T:
        a, b = column[ones], column[twos]
        less &= a & b == a
        more &= a & b == b
    return less | more


def begins(*columns: npt.NDArray[Any]) -> Mask:
    """Which rows of sorted columns differ from the row before; the first does.

    >>> begins(np.array([1, 1, 2]), np.array([5, 6, 6])).tolist()
    [True, True, True]
    >>> begins(np.array([1, 1, 2])).tolist(), begins(np.array([])).tolist()
    ([True, False, True], [])
    """
    found = np.zeros(len(columns[0]), bool)
    found[:1] = True
    for column in columns:
        found[1:] |= column[1:] != column[:-1]
    return found


def distinct(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Each value once, in order. `np.unique` puts numbers into a table, which takes ten times as long and more memory.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    values = np.sort(values)
    return values[begins(values)]


def distinct_pairs(rows: npt.NDArray[Any], items: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], npt.NDArray[Any], Ints]:
    """Each pair of a row and an item once, in order, and how often it is there.

    >>> [some.tolist() for some in distinct_pairs(np.array([1, 0, 1]), np.array([5, 7, 5]))]
    [[0, 1], [7, 5], [1, 2]]
    """
    order = np.lexsort((items, rows))
    rows, items = rows[order], items[order]
    first = np.flatnonzero(begins(rows, items))
    return rows[first], items[first], np.diff(np.append(first, len(rows)))


def may_share(keys: npt.NDArray[Any], wanted: Mask) -> Mask:
    """Which entries may have a key that a wanted entry has; of others few. It takes no sorting, only a look at each.

    >>> may_share(np.array([7, 8, 7, 9]), np.array([True, False, False, False])).tolist()
    [True, False, True, False]
    """
    return wanted if wanted.all() else _near(keys, keys[wanted])


def among(values: npt.NDArray[Any], some: npt.NDArray[Any]) -> Mask:
    """Which of many values are among a few: like `np.isin`, without the many being sorted.

    >>> among(np.array([7, 8, 7, 9]), np.array([7, 1])).tolist()
    [True, False, True, False]
    """
    some = distinct(some)
    found = _near(values, some)
    at = np.flatnonzero(found)
    if len(some):
        found[at] = some[np.minimum(np.searchsorted(some, values[at]), len(some) - 1)] == values[at]
    return found


def _near(values: npt.NDArray[Any], some: npt.NDArray[Any]) -> Mask:
    """Which values may be among some: all that are, and few others."""
    bits = min(22, 8 + len(some).bit_length())  # a table that stays in the cache
    taken = np.zeros(1 << bits, bool)
    taken[_slots(some, bits)] = True
    return taken[_slots(values, bits)]


def _slots(values: npt.NDArray[Any], bits: int) -> npt.NDArray[np.uint64]:
    return (values.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - bits)


def block_pairs(
    keys: npt.NDArray[Any],
    members: Ints,
    wanted: Mask,
    along: Ints | None = None,
    crowd: int = CROWD,
    reach: int = CROWD,
) -> Iterator[tuple[Ints, Ints]]:
    """The pairs of members that share a key, in chunks, each once in a chunk.

    Args:
        keys, members: entry by entry, a key and who has it.
        wanted: of all members, those in at least one of whose pairs somebody is interested.
        along: of all members, by what neighbours are neighbours; by default their own number.
        crowd, reach: of blocks of more than `crowd` members, each is paired with the next `reach` only.

    Yields:
        The lesser and the greater member of each pair, as two arrays.
    """
    near = may_share(keys, wanted[members])
    keys, members = keys[near], members[near]
    order = np.lexsort((members, members if along is None else along[members], keys))
    keys, members = keys[order], members[order]
    block = np.cumsum(begins(keys)) - 1
    useful = np.zeros(int(block[-1]) + 1 if len(block) else 0, bool)
    useful[block[wanted[members]]] = True
    keep = useful[block] if len(block) else np.zeros(0, bool)
    block, members = block[keep], members[keep]
    sizes = np.bincount(block) if len(block) else np.zeros(0, np.int64)
    far = np.where(sizes > crowd, reach, crowd)
    waiting: list[Ints] = []
    at = np.arange(len(block))
    for step in range(1, max(crowd, reach) + 1):
        at = at[at + step < len(block)]
        at = at[(block[at] == block[at + step]) & (far[block[at]] >= step)]
        if not len(at):
            break
        one, two = members[at], members[at + step]
        good = (one != two) & (wanted[one] | wanted[two])
        waiting.append(coded(np.minimum(one[good], two[good]), np.maximum(one[good], two[good])))
        if sum(map(len, waiting)) > _CHUNK:
            yield decoded(distinct(np.concatenate(waiting)))
            waiting = []
    if waiting:
        yield decoded(distinct(np.concatenate(waiting)))


def meeting_pairs(needs: Keyed, offers: Keyed, wanted: Mask) -> Iterator[tuple[Ints, Ints]]:
    """The pairs of a member that needs a key and one that offers it, of which one at least is wanted, in chunks.

    Args:
        needs, offers: entry by entry, a key and who needs or offers it.
        wanted: of all members, those in at least one of whose pairs somebody is interested.
    """
    (keys, members), (others, owners) = needs, offers
    near = may_share(np.append(keys, others), np.append(wanted[members], wanted[owners]))
    order = np.flatnonzero(near[: len(keys)])
    order = order[np.argsort(keys[order], kind="stable")]
    keys, members = keys[order], members[order]
    others, owners = others[near[len(near) - len(others) :]], owners[near[len(near) - len(owners) :]]
    left = np.searchsorted(keys, others)
    sizes = np.searchsorted(keys, others, "right") - left
    part = np.cumsum(sizes) // _CHUNK
    for n in np.unique(part[sizes > 0]).tolist():
        some = np.flatnonzero(part == n)
        one = np.repeat(owners[some], sizes[some])
        at = np.arange(len(one)) - np.repeat(np.cumsum(sizes[some]) - sizes[some] - left[some], sizes[some])
        two = members[at]
        good = (one != two) & (wanted[one] | wanted[two])
        yield np.minimum(one, two)[good], np.maximum(one, two)[good]


class Union:
    """Groups of members 0, 1, … that grow together (Tarjan 1975); a group is told by the least of its members."""

    def __init__(self, size: int) -> None:
        self._parent = array("q", np.arange(size, dtype=np.int64).tobytes())

    def find(self, one: int) -> int:
        """The least member of the group of `one`."""
        parent = self._parent
        root = one
        while (above := parent[root]) != root:
            root = above
        while one != root:
            parent[one], one = root, parent[one]
        return root

    def join(self, one: int, two: int) -> int:
        """Make one group of two; returns its least member."""
        one, two = sorted((self.find(one), self.find(two)))
        self._parent[two] = self._parent[one] = one
        return one

    def labels(self) -> Ints:
        """For each member its group."""
        found = np.array(self._parent, np.int64)
        while ((above := found[found]) != found).any():
            found = above
        return found


class Groups(Union):
    """Groups whose members are known, so that they can be kept apart.

    >>> some = Groups(4)
    >>> some.join(2, 1), some.members(2), some.meet(1, 3, {(2, 3)})
    (1, [2, 1], True)
    """

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self._members: dict[int, list[int]] = {}

    def members(self, one: int) -> list[int]:
        """All members of the group of `one`."""
        root = self.find(one)
        return self._members.get(root, [root])

    def join(self, one: int, two: int) -> int:
        """Make one group of two; returns its least member."""
        one, two = self.find(one), self.find(two)
        if one == two:
            return one
        both = [*self.members(one), *self.members(two)]
        self._members.pop(max(one, two), None)
        root = super().join(one, two)
        self._members[root] = both
        return root

    def meet(self, one: int, two: int, pairs: Collection[tuple[int, int]]) -> bool:
        """Whether a member of one group and a member of the other are one of `pairs`, the lesser first."""
        if not pairs:
            return False
        return any((min(a, b), max(a, b)) in pairs for a in self.members(one) for b in self.members(two))


@dataclass
class Edges:
    """Pairs (see `link.pairs`) that belong together and how sure that is, the surest first, each once."""

    codes: Ints
    scores: npt.NDArray[np.int32]

    @classmethod
    def of(cls, codes: Ints, scores: npt.NDArray[np.int32]) -> "Edges":
        """Edges in order; of a pair that is there twice the surer stays."""
        order = np.lexsort((-scores, codes))
        codes, scores = codes[order], scores[order]
        first = begins(codes)
        codes, scores = codes[first], scores[first]
        order = np.argsort(-scores, kind="stable")
        return cls(codes[order], scores[order])

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        for (one, two), score in zip(decoded_pairs(self.codes), map(int, self.scores), strict=True):
            yield one, two, score


def closure(seeds: Mask, edges: Callable[[Mask, Mask], Iterable[tuple[Ints, Ints, Ints]]]) -> Edges:
    """All edges of the components that `seeds` touch.

    Args:
        seeds: whom to begin with; it then holds all members of those components.
        edges: gives the edges that have an end in one set and none in another, as arrays of the lesser end, the
            greater end and the score.
    """
    frontier, done = seeds.copy(), np.zeros(len(seeds), bool)
    codes, scores = [np.zeros(0, np.int64)], [np.zeros(0, np.int32)]
    while frontier.any():
        reached = np.zeros(len(seeds), bool)
        for ones, twos, sure in edges(frontier, done):
            reached[ones] = reached[twos] = True
            codes.append(coded(ones, twos))
            scores.append(sure.astype(np.int32))
        done = seeds.copy()
        frontier = reached & ~seeds
        seeds |= frontier
    return Edges.of(np.concatenate(codes), np.concatenate(scores))


@dataclass
class Changes:
    """How the groups of a run stand to those of the run before."""

    kept: int = 0
    new: int = 0
    merged: list[dict[str, Any]] = field(default_factory=list)
    split: list[dict[str, Any]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """As JSON-ready values."""
        return {"kept": self.kept, "new": self.new, "merged": self.merged, "split": self.split, "gone": self.gone}


def keep_ids(
    group: Ints, before: Hashes, letter: Letter, mint: Callable[[int, int], int], taken: Hashes
) -> tuple[Hashes, Changes]:
    """An id, as a number, for each group: the one that most of its members had, or else a new one.

    An id that several groups claim goes to the one with most of its former members. Of several ids that one group
    claims, the one most of its members had stays, and the others are recorded as merged into it.

    Args:
        group: of each member; groups are 0, 1, …
        before: the id that each member had, 0 for a new member.
        letter: what the ids are of.
        mint: makes the id of a group; also takes a number that counts up until the id is free.
        taken: ids that there were, of these and of other groups.

    Returns:
        The id of each group, and what became of the ids that their members had.
    """
    ids: Hashes = np.zeros(int(group.max(initial=-1)) + 1, np.uint64)
    there = before > 0
    claims = _votes(group[there], before[there])
    used: set[int] = set()
    for _, identity, one in sorted(claims):
        if not ids[one] and identity not in used:
            ids[one] = identity
            used.add(identity)
    new = np.flatnonzero(ids == 0)
    changes = Changes(kept=len(ids) - len(new), new=len(new))
    ids[new] = np.fromiter((mint(one, 0) for one in new.tolist()), np.uint64, len(new))
    for one in new[among(ids[new], taken[among(taken, ids[new])])].tolist():
        attempt = 1
        while (free := np.uint64(mint(one, attempt))) in taken or free in ids:
            attempt += 1
        ids[one] = free
    parts: dict[int, set[int]] = defaultdict(set)
    for _, identity, one in claims:
        parts[identity].add(int(ids[one]))
    for identity, several in sorted(parts.items()):
        change = {"id": spell(letter, identity), "into": [spell(letter, one) for one in sorted(several)]}
        if identity not in used:
            changes.merged.append(change)
        elif len(several) > 1:
            changes.split.append(change)
    return ids, changes


def firsts(group: Ints, *keys: npt.NDArray[Any]) -> Ints:
    """The place of the member of each group 0, 1, … that is the first by `keys`, the weightiest last."""
    order = np.lexsort((*keys, group))
    return order[begins(group[order])]


def _votes(group: Ints, ids: Hashes) -> list[tuple[int, int, int]]:
    """Each id that members of a group have: how many, counted below 0, the id and the group."""
    row, identity, votes = distinct_pairs(group, ids)
    return list(zip((-votes).tolist(), identity.tolist(), row.tolist(), strict=True))
