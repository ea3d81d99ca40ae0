"""What belongs together, from pairs that do: blocking, components, and ids that stay.

In: keys (who shares a key may belong together), pairs (who does). Out: pairs to look at, groups, and for each group an
id. Nothing depends on the order in which members or pairs come.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from communique.schemas.ids import unspell

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Keyed = tuple[npt.NDArray[Any], Ints]

CROWD = 256
"""Members of one block beyond which each is held against its neighbours only, so that the cost stays linear."""
_CHUNK = 1 << 21


def pair_codes(pairs: Iterable[tuple[int, int]]) -> Ints:
    """Pairs as numbers: the lesser, 32 bits, the greater."""
    return np.array([one << 32 | two for one, two in pairs], np.int64)


def may_share(keys: npt.NDArray[Any], wanted: Mask) -> Mask:
    """Which entries may have a key that a wanted entry has; of others few. It takes no sorting, only a look at each.

    >>> may_share(np.array([7, 8, 7, 9]), np.array([True, False, False, False])).tolist()
    [True, False, True, False]
    """
    if wanted.all():
        return wanted
    bits = min(26, 10 + int(np.count_nonzero(wanted)).bit_length())
    slots = (keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - bits)
    taken = np.zeros(1 << bits, bool)
    taken[slots[wanted]] = True
    return taken[slots]


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
    block = np.cumsum(np.append(True, keys[1:] != keys[:-1])[: len(keys)]) - 1
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
        waiting.append(np.minimum(one[good], two[good]) << 32 | np.maximum(one[good], two[good]))
        if sum(map(len, waiting)) > _CHUNK:
            yield _split(waiting)
            waiting = []
    if waiting:
        yield _split(waiting)


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


def _split(waiting: list[Ints]) -> tuple[Ints, Ints]:
    codes = np.unique(np.concatenate(waiting))
    return codes >> 32, codes & 0xFFFFFFFF


class Union:
    """Groups that grow together (Tarjan 1975); a group is told by the least of its members."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def find(self, one: int) -> int:
        """The least member of the group of `one`."""
        root = one
        while (above := self._parent.get(root, root)) != root:
            root = above
        while one != root:
            self._parent[one], one = root, self._parent.get(one, one)
        return root

    def join(self, one: int, two: int) -> int:
        """Make one group of two; returns its least member."""
        one, two = sorted((self.find(one), self.find(two)))
        self._parent[two] = self._parent[one] = one
        return one

    def labels(self, size: int) -> Ints:
        """For each of `size` members its group."""
        found = np.arange(size)
        for one in self._parent:
            found[one] = self.find(one)
        return found


class Groups(Union):
    """Groups whose members are known, so that they can be kept apart.

    >>> some = Groups()
    >>> some.join(2, 1), some.members(2), some.meet(1, 3, {(2, 3)})
    (1, [2, 1], True)
    """

    def __init__(self) -> None:
        super().__init__()
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

    def joined(self) -> Iterable[list[int]]:
        """The groups of more than one member."""
        return self._members.values()


@dataclass
class Edges:
    """Pairs that belong together and how sure that is, the surest first, each once."""

    ones: Ints
    twos: Ints
    scores: Ints

    @classmethod
    def of(cls, parts: Sequence[tuple[Ints, Ints, Ints]]) -> "Edges":
        """Edges out of several arrays; of a pair that is there twice the surer stays."""
        ones, twos, scores = (
            np.concatenate([part[n] for part in parts]) if parts else np.zeros(0, np.int64) for n in range(3)
        )
        order = np.lexsort((twos, ones, -scores))
        codes = ones[order] << 32 | twos[order]
        _, first = np.unique(codes, return_index=True)
        kept = order[np.sort(first)]
        return cls(ones[kept], twos[kept], scores[kept])

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        for start in range(0, len(self.ones), _CHUNK):
            some = slice(start, start + _CHUNK)
            yield from zip(self.ones[some].tolist(), self.twos[some].tolist(), self.scores[some].tolist(), strict=True)


def closure(seeds: Mask, edges: Callable[[Mask], Iterable[tuple[Ints, Ints, Ints]]]) -> Edges:
    """All edges of the components that `seeds` touch.

    Args:
        seeds: whom to begin with; it then holds all members of those components.
        edges: gives the edges that have an end in a set, as arrays of the lesser end, the greater end and the score.
    """
    frontier = seeds.copy()
    found: list[tuple[Ints, Ints, Ints]] = []
    while frontier.any():
        more = list(edges(frontier))
        found += more
        frontier = np.zeros(len(seeds), bool)
        for ones, twos, _ in more:
            frontier[ones] = frontier[twos] = True
        frontier &= ~seeds
        seeds |= frontier
    return Edges.of(found)


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


class Taken:
    """Ids of one letter that are taken, very many of them as numbers.

    >>> some = Taken(np.array([255, 7], np.uint64))
    >>> "e-00000000000000ff" in some, "e-00000000000000fe" in some
    (True, False)
    """

    def __init__(self, numbers: npt.NDArray[np.uint64]) -> None:
        self._numbers = np.sort(numbers)
        self._more: set[str] = set()

    def __contains__(self, identity: str) -> bool:
        wanted = np.uint64(unspell(identity))
        at = np.searchsorted(self._numbers, wanted)
        return identity in self._more or bool(at < len(self._numbers) and self._numbers[at] == wanted)

    def add(self, identity: str) -> None:
        """Take one more."""
        self._more.add(identity)


def keep_ids(
    groups: Mapping[int, Sequence[int]],
    before: Callable[[int], str | None],
    mint: Callable[[int, int], str],
    taken: Taken,
) -> tuple[dict[int, str], Changes]:
    """An id for each group: the one that most of its members had, or else a new one.

    An id that several groups claim goes to the one with most of its former members. Of several ids that one group
    claims, the one most of its members had stays, and the others are recorded as merged into it.

    Args:
        groups: members by group.
        before: the id that a member had, None for a new member.
        mint: makes the id of a group; also takes a number that counts up until the id is free.
        taken: ids that there were, of these and of other groups; the new ones are added.

    Returns:
        The id of each group, and what became of the ids that their members had.
    """
    claims: list[tuple[int, str, int]] = []
    parts: dict[str, list[int]] = defaultdict(list)
    for group, members in groups.items():
        for identity, votes in Counter(filter(None, map(before, members))).items():
            claims.append((-votes, identity, group))
            parts[identity].append(group)
    ids: dict[int, str] = {}
    used: set[str] = set()
    for _, identity, group in sorted(claims):
        if group not in ids and identity not in used:
            ids[group] = identity
            used.add(identity)
    changes = Changes(kept=len(ids), new=len(groups) - len(ids))
    for group in sorted(groups.keys() - ids.keys()):
        attempt = 0
        while (identity := mint(group, attempt)) in taken:
            attempt += 1
        ids[group] = identity
        taken.add(identity)
    for identity, several in sorted(parts.items()):
        into = sorted({ids[group] for group in several})
        if identity not in used:
            changes.merged.append({"id": identity, "into": into})
        elif len(into) > 1:
            changes.split.append({"id": identity, "into": into})
    return ids, changes
