"""The tables `events` and `actors`, added up from the linked articles.

In: a `Corpus` with the event of each article and the actor of each mention. Out: Arrow tables in order of their keys,
a block of rows at a time. All sums are over columns at once, no Python code an article.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from communique.link.clusters import among, begins, distinct_pairs
from communique.link.corpus import NO_DAY, Corpus, Ints
from communique.link.pairs import coded, decoded
from communique.schemas import arrow_schema, values
from communique.schemas.ids import spell
from communique.schemas.keys import Hashes, text_ids

BLOCK = 16_384


def lists_of(rows: Ints, items: pa.Array, size: int) -> pa.Array:
    """Lists, one a row, from sorted rows and their items."""
    return pa.ListArray.from_arrays(pa.array(np.searchsorted(rows, np.arange(size + 1)).astype(np.int32)), items)


def _dates(days: Ints) -> pa.Array:
    return pa.array(days.astype(np.int32), pa.int32(), mask=days == NO_DAY).cast(pa.date32())


def commonest(rows: Ints, given: Ints, size: int, default: int) -> Ints:
    """For each row the value that it is given most often, of several the least."""
    found = np.full(size, default, np.int64)
    if len(rows):
        least = given.min()
        codes = np.sort(coded(rows, given - least))
        starts = np.flatnonzero(begins(codes))
        votes = np.diff(np.append(starts, len(codes)))
        row, value = decoded(codes[starts])
        starts = np.flatnonzero(begins(row))
        most = np.repeat(np.maximum.reduceat(votes, starts), np.diff(np.append(starts, len(row))))
        row, value = row[votes == most], value[votes == most]
        first = begins(row)
        found[row[first]] = value[first] + least
    return found


class EventTable:
    """The rows of `events`.

    Args:
        corpus: the articles.
        events: the event of each.
        kept: which mentions stand in the articles.
        actors: the actor of each mention.

    Attributes:
        part_of: for each event the one that it is part of, 0 if there is none, once `tell_parts` was called.
    """

    def __init__(self, corpus: Corpus, events: Hashes, kept: npt.NDArray[np.bool_], actors: Hashes) -> None:
        self._corpus, self._kept, self._actors = corpus, kept, actors
        self.ids, self.of_article = np.unique(events, return_inverse=True)
        size = len(self.ids)
        self.kinds = commonest(self.of_article, corpus.kinds, size, 0)
        dated = corpus.dated != NO_DAY
        self.days = commonest(self.of_article[dated], corpus.dated[dated], size, NO_DAY)
        self.parties = np.zeros((size, 4), np.uint64)
        codes = corpus.countries.items
        of_code = self.of_article[corpus.countries.rows]
        np.bitwise_or.at(self.parties, (of_code, codes >> 6), np.uint64(1) << (codes & 63).astype(np.uint64))
        self.takers, self.who = self.of_article[corpus.mentions.rows[kept]], actors[kept]
        self.part_of: Hashes = np.zeros(size, np.uint64)

    def __len__(self) -> int:
        return len(self.ids)

    def only(self, wanted: Hashes) -> "EventTable":
        """The table of some events."""
        there = among(self.ids, wanted)
        if there.all():
            return self
        articles = np.flatnonzero(there[self.of_article])
        at = self._corpus.mentions.within(articles)
        events = self.ids[self.of_article[articles]]
        made = EventTable(self._corpus.take(articles), events, self._kept[at], self._actors[at])
        made.part_of = self.part_of[there]
        return made

    def blocks(self) -> Iterator[pa.Table]:
        """The rows, by `event_id`."""
        corpus = self._corpus
        order = np.argsort(self.of_article, kind="stable")
        takers = np.argsort(self.takers, kind="stable")
        for start in range(0, len(self), BLOCK):
            end = min(start + BLOCK, len(self))
            some = order[slice(*np.searchsorted(self.of_article[order], [start, end]))]
            pairs = takers[slice(*np.searchsorted(self.takers[takers], [start, end]))]
            yield self._block(corpus, start, end, some, pairs)

    def _block(self, corpus: Corpus, start: int, end: int, articles: Ints, pairs: Ints) -> pa.Table:
        size = end - start
        rows = self.of_article[articles] - start
        told = corpus.published[articles]
        first = np.full(size, np.iinfo(np.int64).max)
        np.minimum.at(first, rows[told != NO_DAY], told[told != NO_DAY])
        by, publishers, _ = distinct_pairs(rows, corpus.publishers[articles])
        wholes = self.part_of[start:end]
        sectors = np.zeros(size, np.int64)
        np.bitwise_or.at(sectors, rows, corpus.sectors[articles])
        vocabulary = values.sectors()
        by_name = sorted(range(len(vocabulary)), key=vocabulary.__getitem__)
        bits = np.stack([(sectors >> n & 1).astype(np.uint8) for n in by_name], axis=1)
        countries = np.unpackbits(self.parties[start:end].astype("<u8").view(np.uint8), axis=1, bitorder="little")
        takers, actors, _ = distinct_pairs(self.takers[pairs] - start, self.who[pairs])
        told_by = np.lexsort((corpus.ids[articles], rows))
        columns = {
            "event_id": text_ids("e", self.ids[start:end]),
            "event_date": _dates(self.days[start:end]),
            "kind": pa.array(values.kinds()).take(pa.array(self.kinds[start:end])),
            "countries": _matrix(countries, values.countries()),
            "sectors": _matrix(bits, [vocabulary[n] for n in by_name]),
            "actor_ids": lists_of(takers, text_ids("p", actors), size),
            "article_ids": lists_of(rows[told_by], text_ids("a", corpus.ids[articles][told_by]), size),
            "n_publishers": pa.array(np.bincount(by[publishers > 0], minlength=size).astype(np.int32)),
            "first_reported": _dates(np.where(first == np.iinfo(np.int64).max, NO_DAY, first)),
            "part_of": pc.if_else(pa.array(wholes > 0), text_ids("e", wholes), None),
        }
        schema = arrow_schema("events")
        return pa.table([columns[name].cast(schema.field(name).type) for name in schema.names], schema=schema)


def _matrix(bits: npt.NDArray[np.integer], names: Sequence[str]) -> pa.Array:
    """Lists of names, one a row, from a matrix that says which."""
    rows, columns = np.nonzero(bits)
    return lists_of(rows.astype(np.int64), pa.array(names, pa.string()).take(pa.array(columns)), len(bits))


def actor_blocks(corpus: Corpus, kept: npt.NDArray[np.bool_], actors: Hashes) -> Iterator[pa.Table]:
    """The rows of `actors`, by `actor_id`, added up from the mentions that are kept."""
    who, forms, days = actors[kept], corpus.mentions.items[kept], corpus.days[corpus.mentions.rows[kept]]
    order = np.lexsort((days, forms, who))
    who, forms, days = who[order], forms[order], days[order]
    starts = np.flatnonzero(begins(who, forms))
    if not len(starts):
        return
    ends = np.append(starts[1:], len(who))
    first = _first_known(days, starts, ends)
    lasts = days[ends - 1]
    rows: list[dict[str, object]] = []
    run: list[tuple[int, int, int, int]] = []
    current = int(who[0])
    schema = arrow_schema("actors")
    for n, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        if int(who[start]) != current:
            rows.append(_actor(corpus, current, run))
            run, current = [], int(who[start])
            if len(rows) == BLOCK:
                yield pa.Table.from_pylist(rows, schema=schema)
                rows = []
        run.append((int(forms[start]), end - start, int(first[n]), int(lasts[n])))
    rows.append(_actor(corpus, current, run))
    yield pa.Table.from_pylist(rows, schema=schema)


def _first_known(days: Ints, starts: Ints, ends: Ints) -> Ints:
    """The least known day of each run; `NO_DAY` if there is none."""
    later = np.where(days == NO_DAY, np.iinfo(np.int64).max, days)
    least = np.minimum.reduceat(later, starts)
    return np.where(least == np.iinfo(np.int64).max, NO_DAY, least)


Span = tuple[int, int]


def _actor(corpus: Corpus, identity: int, run: list[tuple[int, int, int, int]]) -> dict[str, object]:
    """One actor from its forms, each with a number of mentions, a first and a last day."""
    names: Counter[str] = Counter()
    rest: dict[str, Counter[str | None]] = {"type": Counter(), "country": Counter(), "organization": Counter()}
    roles: dict[str, Span] = {}
    whole: Span = (NO_DAY, NO_DAY)
    total = 0
    for form_number, count, first, last in run:
        form = corpus.forms[form_number]
        total += count
        whole = _widen(whole, (first, last))
        if form.name:
            names[form.name] += count
        if form.role:
            roles[form.role] = _widen(roles.get(form.role, (NO_DAY, NO_DAY)), (first, last))
        for column, counter in rest.items():
            counter[getattr(form, column)] += count
    kind = _most(rest["type"])
    name = max(names, key=lambda n: (names[n], len(n), n)) if names else min(roles)
    return {
        "actor_id": spell("p", identity),
        "name": name,
        "aliases": sorted(set(names) - {name}),
        "type": kind,
        "country": _most(rest["country"]),
        "organization": _most(rest["organization"]),
        "roles": [
            {"role": role, "first": _day(span[0]), "last": _day(span[1])} for role, span in sorted(roles.items())
        ],
        "n_articles": total,
        "first_seen": _day(whole[0]),
        "last_seen": _day(whole[1]),
    }


def _most(given: Counter[str | None]) -> str | None:
    """The value given most often; null only if nothing else is given."""
    some = {value: count for value, count in given.items() if value is not None}
    return min(some, key=lambda value: (-some[value], value)) if some else None


def _widen(span: Span, more: Span) -> Span:
    if NO_DAY in more:
        return span
    return more if NO_DAY in span else (min(span[0], more[0]), max(span[1], more[1]))


def _day(day: int) -> date | None:
    return None if day == NO_DAY else date(1970, 1, 1) + timedelta(days=day)
