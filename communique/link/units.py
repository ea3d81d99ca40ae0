"""The units of a corpus: mentions that are one actor without doubt, as columns; each is spelt out when it is asked for.

In: the mentions of a `Corpus`, and what their forms tell. Out: `Units`. A single family name is a unit for each office
and year, as its bearers change.
"""

from collections.abc import Sequence
from typing import overload

import numpy as np

from communique.link.clusters import distinct, firsts
from communique.link.corpus import NO_DAY, Corpus, Ints, Lists
from communique.link.forms import Told
from communique.link.pairs import coded, decoded
from communique.link.people import YEAR, Unit
from communique.schemas.ids import spell
from communique.schemas.keys import Hashes

_LONG_AGO = 1 << 19  # years before 1970: so many that none is negative


class Units(Sequence[Unit]):
    """The units of a corpus, in order of their ids.

    Attributes:
        ids: as numbers.
        of: for each mention the place of its unit.
        example: for each unit the form that stands for it.
        first, last: the days between which each is named, or `NO_DAY`.
        nameless: which are offices whose holders are not named.
    """

    def __init__(self, corpus: Corpus, told: Told) -> None:
        self.told = told
        self.ids, self.of = identities(corpus, told)
        forms, size = corpus.mentions.items, len(self.ids)
        self.first, self.last = _spans(self.of, corpus.days[corpus.mentions.rows], size)
        pairs = distinct(coded(self.of, forms))
        units, forms_of = decoded(pairs)
        self._forms = Lists(forms_of, np.searchsorted(units, np.arange(size + 1)))
        self.example = self._forms.items[self._forms.starts[:-1]]
        sizes = np.diff(self._forms.starts)
        several = np.flatnonzero(sizes > 1)
        of_several = self._forms.items[self._forms.within(several)]
        least = firsts(np.repeat(np.arange(len(several)), sizes[several]), told.order(of_several))
        self.example[several] = of_several[least]
        self.nameless = told.persons[self.example] & (told.parts[self.example] == 0)
        self._made: dict[int, Unit] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Unit: ...
    @overload
    def __getitem__(self, place: slice) -> list[Unit]: ...
    def __getitem__(self, place: int | slice) -> Unit | list[Unit]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        if place >= len(self):
            raise IndexError(place)
        if place not in self._made:
            made = self.told.unit(int(self.example[place]))
            made.id = spell("p", int(self.ids[place]))
            made.roles = tuple(sorted({role for n in self._forms[place] if (role := self.told.forms[n].role)}))
            made.first, made.last = int(self.first[place]), int(self.last[place])
            self._made[place] = made
        return self._made[place]

    def forget(self) -> None:
        """Let go of what was spelt out; it is again when it is asked for."""
        self._made.clear()
        self.told.forget()

    def keys(self, what: str) -> tuple[Hashes, Ints]:
        """Keys (see `Told.keys`), and the unit that each belongs to."""
        of_form = self.told.keys(what)
        at = of_form.within(self.example)
        return of_form.items[at].view(np.uint64), np.repeat(np.arange(len(self)), np.diff(of_form.starts)[self.example])


def identities(corpus: Corpus, told: Told) -> tuple[Hashes, Ints]:
    """The ids of the units of a corpus, as numbers and in order, and for each mention the place of its unit's."""
    items, days = corpus.mentions.items, corpus.days[corpus.mentions.rows]
    lone = told.parts[items] == 1
    years = np.where(days == NO_DAY, 0, days // YEAR + 1)[lone]
    codes, of_code = np.unique(items[lone] << 20 | years + _LONG_AGO, return_inverse=True)
    forms = distinct(items[~lone])
    of_years = [told.of_year(code >> 20, (code & 0xFFFFF) - _LONG_AGO) for code in codes.tolist()]
    ids, unit = np.unique(np.append(told.identity[forms], np.array(of_years, np.uint64)), return_inverse=True)
    of_form = np.zeros(len(told.forms), np.int64)
    of_form[forms] = unit[: len(forms)]
    of = of_form[items]
    of[lone] = unit[len(forms) :][of_code]
    return ids, of


def _spans(unit: Ints, days: Ints, size: int) -> tuple[Ints, Ints]:
    """The first and the last day of each unit."""
    known = days != NO_DAY
    firsts = np.full(size, np.iinfo(np.int64).max)
    lasts = np.full(size, NO_DAY, np.int64)
    np.minimum.at(firsts, unit[known], days[known])
    np.maximum.at(lasts, unit[known], days[known])
    return np.where(lasts == NO_DAY, NO_DAY, firsts), lasts
