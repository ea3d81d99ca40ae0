"""Who is whom in the reports of one event: what they tell of people in different words.

In: a `Corpus`, the actor of each mention, and events as groups of mentions. Out: actors put right. Two full names that
may be one's (`communique.link.kin`) are one actor's there; an office holder who is not named, or by a single name, or
without a country, is whom another report names.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from communique.link.clusters import Mask, among, begins, distinct, distinct_pairs
from communique.link.corpus import Corpus, Form, Ints
from communique.link.kin import akin, any_akin
from communique.link.offices import same_office
from communique.link.pairs import Pairs
from communique.link.people import name_of
from communique.schemas.keys import Hashes

_COUNTRIES = 1 << 10  # more than there are
_CROWD = 64  # actors of one side of an event, of whom each is held against each; more are a list of those present


class Naming:
    """The mentions of a corpus, and whose they are.

    Args:
        corpus: the articles.
        actors, units: of each mention its actor, changed in place, and its unit.
        apart: pairs of units that a curated file keeps apart.

    Attributes:
        joined: actors whose mentions in some event went to another, and that other.
    """

    def __init__(self, corpus: Corpus, actors: Hashes, units: Ints, apart: Pairs = frozenset()) -> None:
        self._corpus, self._actors, self._units, self._apart = corpus, actors, units, apart
        self._rows, self._items = corpus.mentions.rows, corpus.mentions.items
        self.joined: dict[int, int] = {}

    def join_akin(self, mentions: Ints, group: Ints, country: Ints) -> None:
        """Makes one actor of those of an event and a country whose full names may be one's.

        Args:
            mentions: with full names.
            group, country: the event of each, and for whom it is named.
        """
        for some in self._rivals(mentions, group * _COUNTRIES + country):
            actors = self._actors[some]
            for one, other in self._same(some).items():
                self.joined[one] = other
                self._actors[some[actors == one]] = other

    def _rivals(self, mentions: Ints, sides: Ints) -> Iterator[Ints]:
        """The mentions of each side of an event for which several reports name several actors."""
        several = [
            _repeated(distinct_pairs(sides, values)[0]) for values in (self._actors[mentions], self._rows[mentions])
        ]
        near = np.flatnonzero(among(sides, several[0]) & among(sides, several[1]))
        near = near[np.argsort(sides[near], kind="stable")]
        yield from np.split(mentions[near], np.flatnonzero(begins(sides[near]))[1:]) if len(near) else ()

    def _same(self, mentions: Ints) -> dict[int, int]:
        """For actors that are another the one that they are: who is told most fully, or else the first by id."""
        told: dict[int, set[Form]] = defaultdict(set)
        articles: dict[int, set[int]] = defaultdict(set)
        units: dict[int, set[int]] = defaultdict(set)
        for mention in mentions.tolist():
            actor = int(self._actors[mention])
            told[actor].add(self._form(int(self._items[mention])))
            articles[actor].add(int(self._rows[mention]))
            units[actor].add(int(self._units[mention]))
        found: dict[int, int] = {}
        for some in _components(sorted(told), told) if len(told) <= _CROWD else ():
            if len(some) > 1 and not self._are_several([articles[one] for one in some], [units[one] for one in some]):
                first = max(some, key=lambda actor: (max(map(_fullness, told[actor])), -actor))
                found |= {actor: first for actor in some if actor != first}
        return found

    def _are_several(self, articles: Sequence[set[int]], units: Sequence[set[int]]) -> bool:
        """Whether some article names two of them side by side, or a curated file keeps two apart."""
        if sum(map(len, articles)) > len(set().union(*articles)):
            return True
        return bool(self._apart) and any(pair in self._apart for pair in combinations(sorted(set().union(*units)), 2))

    def name_others(self, mentions: Ints, group: Ints, full: Mask, short: Mask) -> None:
        """Gives those told by a single name, by none or without country the actor whom another report names.

        Args:
            mentions: those of events.
            group: the event of each.
            full, short: which have a full name and a country, and which a single name, none, or no country.
        """
        size = int(group.max(initial=-1)) + 1
        both = np.bincount(group, minlength=size) > 1
        for some in (full, short):
            both &= np.bincount(group[some], minlength=size) > 0
        names: dict[int, list[int]] = defaultdict(list)
        for n in np.flatnonzero(full & both[group]).tolist():
            names[int(group[n])].append(int(mentions[n]))
        for n in np.flatnonzero(short & both[group]).tolist():
            mine = self._form(int(self._items[mentions[n]]))
            stand = (other for other in names[int(group[n])] if stands_for(mine, self._form(int(self._items[other]))))
            found = {int(self._actors[other]) for other in stand}
            if len(found) == 1:
                other = found.pop()
                if len(name_of(mine)) > 1:
                    self.joined[int(self._actors[mentions[n]])] = other
                self._actors[mentions[n]] = np.uint64(other)

    def _form(self, number: int) -> Form:
        return self._corpus.forms[number]


def stands_for(mine: Form, theirs: Form) -> bool:
    """Whether an office, a single name or one without a country can be that of somebody told by a full name."""
    if mine.name:
        return mine.country in (None, theirs.country) and akin(mine, theirs)
    return mine.country == theirs.country and same_office(mine.role, theirs.role)


def _fullness(form: Form) -> tuple[int, int]:
    return len(name_of(form)), len(form.name or "")


def _repeated(sorted_values: Ints) -> Ints:
    """The values that are there more than once."""
    return distinct(sorted_values[~begins(sorted_values)])


def _components(actors: Sequence[int], told: Mapping[int, set[Form]]) -> Iterator[list[int]]:
    """Actors that may be one, each with whoever he may be one with."""
    left = list(actors)
    while left:
        some = [left.pop(0)]
        for one in some:
            near = [other for other in left if any_akin(told[one], told[other])]
            some += near
            left = [other for other in left if other not in near]
        yield some
