"""One event for all its reports: articles are put together that tell of the same parties, days and participants.

In: a `Corpus` and the actor of each mention. Out: for each article its group, and which events are parts of a visit.
Two articles are looked at if they share a day and a participant, a day and a pair of countries, or a text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

import numpy as np

from communique.link.clusters import (
    Groups,
    Mask,
    Union,
    among,
    begins,
    block_pairs,
    closure,
    distinct,
    distinct_pairs,
    may_share,
    nested,
)
from communique.link.corpus import NO_DAY, Corpus, Form, Ints
from communique.link.kin import any_akin
from communique.link.offices import same_office
from communique.link.pairs import Pairs, coded_pairs, decoded
from communique.registry import rows
from communique.schemas import values
from communique.schemas.keys import Hashes, mix

DELAY = 3  # days after an event within which an article without its date is published
SLACK = 1  # days by which two reports of one event may differ: time zones, "yesterday"
VISIT = 4  # days that a visit lasts, at most
_PARTIES = 6  # an event of more parties is looked for by its participants only
_NAMED, _PARTIAL, _APART = (
    100,
    1,
    -1,
)  # scores: of a participant, of a visit and what may be all of it, of what is apart
_PEOPLE = 32  # of one side in one report, whose names are held against others': more are a list of those present
_REPORTS = 1 << 12  # that are kept at a time
_NEVER = 1 << 40
_DAYS = 1 << 20
_ENTRIES = 1 << 16  # that are told apart by their days at a time


@dataclass(frozen=True, slots=True)
class Report:
    """What an article says of its event, as it is compared.

    `named` maps a country to the actors named for it, `people` to how they, or the first of them, are told.
    """

    kind: str
    first: int
    last: int
    countries: frozenset[int]
    sectors: int
    actors: frozenset[int]
    named: dict[str | None, frozenset[int]]
    people: dict[str | None, list[Form]]
    offices: tuple[tuple[str | None, str], ...]


@cache
def compatible() -> dict[tuple[str, str], bool]:
    """Pairs of kinds that may tell one event, and whether one is as a rule a part of the other."""
    pairs = {(row["one"], row["other"]): bool(row["whole"]) for row in rows("kind_pairs")}
    return pairs | {(b, a): whole for (a, b), whole in pairs.items()} | {(kind, kind): False for kind in values.kinds()}


class Linker:
    """The articles of a corpus, and which of them may tell the same.

    Args:
        actors: of each mention its actor.
        nameless: of each mention whether it names nobody.
        copies: pairs of articles with one text, as `pairs.coded` gives them.
        same, apart: pairs that a curated file joins or keeps apart.
    """

    def __init__(
        self,
        corpus: Corpus,
        actors: Ints,
        nameless: Mask,
        copies: Ints,
        same: Pairs = frozenset(),
        apart: Pairs = frozenset(),
    ) -> None:
        self._corpus, self._actors, self._nameless = corpus, actors, nameless
        self._same, self._apart = same, apart
        self._given = [(coded_pairs(same), 1_000_000), (copies, 10_000)]
        self._kinds = values.kinds()
        known = corpus.dated != NO_DAY
        self._first = np.where(
            known, corpus.dated, np.where(corpus.published == NO_DAY, NO_DAY, corpus.published - DELAY)
        )
        self._last = np.where(known, corpus.dated, corpus.published)
        self._keys, self._members = self._entries()
        self._compatible, self._partial = (np.zeros((len(self._kinds), len(self._kinds)), bool) for _ in range(2))
        for (one, two), whole in compatible().items():
            self._compatible[self._kinds.index(one), self._kinds.index(two)] = True
            self._partial[self._kinds.index(one), self._kinds.index(two)] = whole
        self._parties = corpus.parties
        self._reports: dict[int, Report] = {}

    def _entries(self) -> tuple[Ints, Ints]:
        """Keys of participants and of pairs of countries, and the articles that have them."""
        corpus = self._corpus
        rows_of, who = corpus.mentions.rows, self._actors
        kept = ~self._nameless
        keys, articles = [who[kept] + 1], [rows_of[kept]]
        sizes = np.diff(corpus.countries.starts)
        for size in range(1, _PARTIES + 1):
            some = np.flatnonzero(sizes == size)
            at = corpus.countries.starts[some][:, None] + np.arange(size)
            codes = corpus.countries.items[at] if len(some) else np.zeros((0, size), np.int64)
            for a, b in combinations(range(size), 2) if size > 1 else [(0, 0)]:
                keys.append(-(codes[:, a] * 512 + codes[:, b]) - 1)
                articles.append(some)
        key, article = np.concatenate(keys) * _DAYS, np.concatenate(articles)
        known = self._first[article] != NO_DAY
        return key[known], article[known]

    def _blocks(self, wanted: Mask) -> Iterator[tuple[Ints, Ints]]:
        """Keys of a day and what `_entries` says, and who has them, for each day that is possible, some days a time."""
        keys, members = self._keys, self._members
        if not wanted.all():
            weeks = np.concatenate([keys + (self._first[members] >> 3), keys + (self._last[members] + SLACK >> 3)])
            near = may_share(weeks, np.tile(wanted[members], 2)).reshape(2, -1).any(axis=0)
            keys, members = keys[near], members[near]
        order = np.argsort(self._first[members], kind="stable")
        keys, members = keys[order], members[order]
        days, ends = self._first[members], self._last[members] + SLACK
        lows = distinct(days[::_ENTRIES]).tolist()
        for low, high in pairwise([*lows, _NEVER]):
            here = slice(*np.searchsorted(days, [low - DELAY - SLACK, high]))
            found = []
            for step in range(DELAY + SLACK + 1):
                day = days[here] + step
                some = np.flatnonzero((low <= day) & (day < high) & (day <= ends[here]))
                found.append((keys[here][some] + day[some], members[here][some]))
            yield np.concatenate([key for key, _ in found]), np.concatenate([member for _, member in found])

    def groups(self, touched: Mask) -> Ints:
        """For each article the least article of its group, as `communique.link.actors.Linker.groups` does for units."""
        union = (Groups if self._apart else Union)(len(self._corpus))  # members take memory
        days = self._corpus.dated
        low, high = np.where(days == NO_DAY, _NEVER, days), np.where(days == NO_DAY, -_NEVER, days)
        edges = closure(touched, self._edges)
        wholes = {end for one, two, score in edges if score == _APART for end in (one, two)}
        for one, two, score in edges:
            a, b = union.find(one), union.find(two)
            if a == b or score == _APART or (score <= _PARTIAL and not wholes.isdisjoint((one, two))):
                continue
            first, last = min(low[a], low[b]), max(high[a], high[b])
            forced = (one, two) in self._same
            apart = isinstance(union, Groups) and union.meet(a, b, self._apart)
            if not forced and (last - first > SLACK or apart):
                continue
            group = union.join(a, b)
            low[group], high[group] = first, last
        return union.labels()

    def _edges(self, wanted: Mask, done: Mask) -> Iterator[tuple[Ints, Ints, Ints]]:
        for codes, score in self._given:
            ones, twos = decoded(codes)
            some = (wanted[ones] | wanted[twos]) & ~(done[ones] | done[twos])
            yield ones[some], twos[some], np.full(np.count_nonzero(some), score)
        for ones, twos in (pairs for block in self._blocks(wanted) for pairs in block_pairs(*block, wanted)):
            fits = np.flatnonzero(self._may_be_one(ones, twos) & ~(done[ones] | done[twos]))
            fits = fits[np.argsort(self._first[ones[fits]], kind="stable")]  # day by day, so that few reports are kept
            yield self._scored(ones[fits], twos[fits])

    def _may_be_one(self, ones: Ints, twos: Ints) -> Mask:
        """Which pairs have compatible kinds, parties of which one's are among the other's, and close days.

        A day apart they must be of two publishers and one kind.
        """
        corpus = self._corpus
        kind, other = corpus.kinds[ones], corpus.kinds[twos]
        gap = np.maximum(self._first[ones] - self._last[twos], self._first[twos] - self._last[ones])
        same_publisher = (corpus.publishers[ones] == corpus.publishers[twos]) & (corpus.publishers[ones] > 0)
        undated = (corpus.dated[ones] == NO_DAY) | (corpus.dated[twos] == NO_DAY)
        elsewhere = undated & (self._last[ones] != self._last[twos])
        return (
            self._compatible[kind, other]
            & nested(self._parties, ones, twos)
            & ((gap <= 0) | ((gap <= SLACK) & (kind == other) & ~same_publisher))
            & ~(same_publisher & elsewhere)
        )

    def _scored(self, ones: Ints, twos: Ints) -> tuple[Ints, Ints, Ints]:
        scores = np.zeros(len(ones), np.int64)
        for n, (one, two) in enumerate(zip(ones.tolist(), twos.tolist(), strict=True)):
            scores[n] = score_of(self._report(one), self._report(two))
            if len(self._reports) > _REPORTS:
                self._reports.clear()
        kept = scores > 0
        publishers = self._corpus.publishers
        scores[kept & self._are_partial(ones, twos) & (publishers[ones] == publishers[twos])] = _APART
        return ones[kept], twos[kept], scores[kept]

    def _are_partial(self, ones: Ints, twos: Ints) -> Mask:
        """Which pairs are of kinds of which one is as a rule a part of the other."""
        return self._partial[self._corpus.kinds[ones], self._corpus.kinds[twos]]

    def _report(self, article: int) -> Report:
        if article not in self._reports:
            corpus = self._corpus
            start, end = corpus.mentions.starts[article : article + 2]
            forms = [corpus.forms[n] for n in corpus.mentions.items[start:end].tolist()]
            who, nameless = self._actors[start:end].tolist(), self._nameless[start:end].tolist()
            named: dict[str | None, set[int]] = {}
            people: dict[str | None, list[Form]] = {}
            for form, actor, without in zip(forms, who, nameless, strict=True):
                if not without and form.name and form.type == "person":
                    named.setdefault(form.country, set()).add(actor)
                    if len(told := people.setdefault(form.country, [])) < _PEOPLE:
                        told.append(form)
            self._reports[article] = Report(
                self._kinds[corpus.kinds[article]],
                int(self._first[article]),
                int(self._last[article]),
                frozenset(corpus.countries[article]),
                int(corpus.sectors[article]),
                frozenset(actor for actor, without in zip(who, nameless, strict=True) if not without),
                {country: frozenset(some) for country, some in named.items()},
                people,
                tuple((form.country, form.role) for form in forms if form.role),
            )
        return self._reports[article]


def score_of(a: Report, b: Report) -> int:
    """How sure it is that two reports, which may be one as far as kind, parties and days go, tell one event; 0: not.

    Two shared participants tell an event; one does if no side has others named for it. Of those who are not known to be
    one, it is asked whether they may be.
    """
    gap = max(0, a.first - b.last, b.first - a.last)
    sectors = (a.sectors & b.sectors).bit_count()
    offices = sum(
        any(country == other and same_office(role, held) for other, held in b.offices) for country, role in a.offices
    )
    same_kind, same_parties = a.kind == b.kind, a.countries == b.countries
    fields = bool(sectors) or not a.sectors or not b.sectors
    shared = len(a.actors & b.actors)
    unlike = [c for c in a.named.keys() & b.named.keys() if not a.named[c] & b.named[c]]
    alike = sum(any_akin(a.people[c], b.people[c]) for c in unlike)
    rivals = len(unlike) - alike
    alike += _of_no_country(a, b) + _of_no_country(b, a)
    if shared >= 2:
        holds = not rivals or sectors > 0
    elif shared + alike >= 2 or shared == 1:
        holds = not rivals and (fields or offices >= 2)
    else:
        holds = not rivals and same_parties and len(a.countries) > 1 and same_kind and not gap and sectors > 0
        holds = holds and (offices > 0 or not a.offices or not b.offices)
    if compatible().get((a.kind, b.kind)):
        whole = len(a.named) > 1 and a.named.keys() == b.named.keys() and same_parties and not rivals and not gap
        return _PARTIAL * (whole and shared + alike >= 2 and sectors > 0)
    if not holds or not (same_kind or same_parties or not _sends(a, b)):
        return 0
    told = _NAMED * min(shared, 9) + _NAMED // 2 * min(alike, 9)
    return told + 20 * same_kind + 20 * (not gap) + 10 * same_parties + min(sectors, 5) + offices


def _of_no_country(a: Report, b: Report) -> bool:
    """Whether somebody whom one report names without a country may be one whom the other names with one."""
    some = a.people.get(None, ())
    return bool(some) and any(any_akin(some, others) for country, others in b.people.items() if country)


def _sends(a: Report, b: Report) -> bool:
    """Whether a party that only one of two reports has sent somebody: a meeting of three, and one of two of them."""
    others = {values.countries()[code] for code in a.countries ^ b.countries}
    return not others.isdisjoint(a.named.keys() | b.named.keys())


_WITHIN = ("meeting", "signing", "conference", "project", "aid")


def parts_of_visits(
    kinds: Ints, days: Ints, parties: Hashes, events: Ints, actors: Hashes, parts: Mask, wholes: Mask
) -> tuple[Ints, Ints]:
    """Which events are parts of which visit: a visitor takes part, two parties are shared, and the visit lasts.

    Args:
        kinds, days, parties: of each event, its kind (place in the vocabulary), day and countries (a bit each).
        events, actors: pair by pair, an event and an actor who takes part.
        parts, wholes: of which events it is asked whether they are parts, and whether others are parts of them.

    Returns:
        Events, and the visit of each: the one with most of its participants, then the latest, then the first in order.
    """
    names = values.kinds()
    visits = wholes & (kinds == names.index("visit")) & (days != NO_DAY)
    within = parts & np.isin(kinds, [names.index(kind) for kind in _WITHIN]) & (days != NO_DAY)
    side, other = np.flatnonzero(visits[events]), np.flatnonzero(within[events])
    other = other[_near_in_time(actors, days[events], other, side)]
    visitors = distinct(actors[side])
    other = other[among(actors[other], visitors)]
    begun, when = (np.searchsorted(visitors, actors[at]) * _DAYS + days[events[at]] for at in (side, other))
    order = np.argsort(begun, kind="stable")  # a visitor's days, in order
    side, begun = side[order], begun[order]
    left = np.searchsorted(begun, when - VISIT, "left")
    size = np.searchsorted(begun, when, "right") - left
    part = np.repeat(events[other], size)
    at = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size) + np.repeat(left, size)
    visit = events[side[at]]
    shared = np.unpackbits((parties[part] & parties[visit]).view(np.uint8), axis=1).sum(axis=1)
    fits = shared >= 2
    part, visit, votes = distinct_pairs(part[fits], visit[fits])
    order = np.lexsort((visit, days[part] - days[visit], -votes, part))
    part, visit = part[order], visit[order]
    first = begins(part)
    return part[first], visit[first]


def _near_in_time(actors: Hashes, days: Ints, ones: Ints, others: Ints) -> Mask:
    """Which of some pairs of actor and day may have another pair of the actor at most `VISIT` days before."""

    def weeks(at: Ints, back: int) -> Hashes:
        return mix(actors[at] ^ mix((days[at] - back >> 3).astype(np.uint64)))

    there = weeks(others, 0)
    return among(weeks(ones, 0), there) | among(weeks(ones, VISIT), there)
