"""The whole of linking: articles in, linked articles, events and actors out; what an earlier run linked stays.

In: `articles.parquet` (ids of events and actors in it do not matter), and the tables of an earlier run if there are.
Out: three tables, and what became of the earlier ids. Copies, actors, events, in that order: each step takes blocks of
what may belong together, compares, and groups (`communique.link.clusters`). A group depends on nothing but its own
component, so only components in which something is new are looked at again, with the same outcome as looking at all.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from communique.link import actors as people
from communique.link import events as happenings
from communique.link.clusters import Changes, Groups, keep_ids
from communique.link.copies import Bands, Pairs, Texts, verified
from communique.link.corpus import NO_DAY, Forms, Ints, places, read_corpus
from communique.link.curated import Curated, read_curated
from communique.link.ids import event_id
from communique.link.names import Likeness, compare
from communique.link.offices import same_office
from communique.link.people import Told, Unit, identities, units
from communique.link.sketches import SKETCHES, Bodies, PrintFile, linked_by, linker, sketched
from communique.link.tables import EventTable, actor_blocks, with_links
from communique.schemas import arrow_schema, make_id
from communique.schemas.ids import Letter, spell
from communique.schemas.keys import Hashes
from communique.validation import find_tables

Mask = npt.NDArray[np.bool_]

_BATCH = 4096


@dataclass
class Linked:
    """What linking made: rows of each table, what became of the ids of an earlier run, and what each step took.

    `unmatched` lists whom a curated file names and the articles do not.
    """

    rows: dict[str, int]
    events: Changes
    actors: Changes
    copies: int
    looked_at: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    unmatched: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """As `provenance.json` holds it under `links`."""
        return {"events": self.events.as_dict(), "actors": self.actors.as_dict(), "copies": self.copies}


def link(
    articles: str | Path, out: str | Path, *, previous: str | Path | None = None, links: str | Path | None = None
) -> Linked:
    """Say which articles report one event, which mentions are one actor, and which texts are copies.

    The same articles give the same ids, in whatever order; with `previous`, ids that were there stay, and the work
    grows with what is new.

    Args:
        articles: a Parquet file with rows of `articles`, by `article_id`.
        out: a directory, which must exist; gets the three tables and `sketches.parquet`.
        previous: the tables of an earlier run, or a release; None to begin anew.
        links: a file that joins or keeps apart by hand (`communique.link.curated`).

    Returns:
        The counts, and what became of earlier ids.

    Raises:
        DataError: `links` is broken or `previous` holds no tables.
    """
    articles, out = Path(articles), Path(out)
    curated = read_curated(Path(links)) if links else Curated()
    clock = _Clock()
    run = _Run(articles, Path(previous) if previous else None, curated)
    clock.lap("read")
    run.find_copies(out / SKETCHES)
    clock.lap("copies")
    run.find_actors()
    clock.lap("actors")
    run.find_events()
    clock.lap("events")
    made = run.write(out)
    clock.lap("write")
    return replace(made, seconds=clock.laps, unmatched=curated.unmatched(run.corpus, run.units))


class _Clock:
    """Seconds of the processor by step."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = process_time()

    def lap(self, step: str) -> None:
        now = process_time()
        self.laps[step], self._last = now - self._last, now


class _Run:
    """The state of one run: columns of the articles, and for each what is known of it so far."""

    def __init__(self, articles: Path, previous: Path | None, curated: Curated) -> None:
        self._path, self._previous, self._curated = articles, previous, curated
        self._bodies = Bodies(articles)
        forms = Forms()
        self.corpus = read_corpus([articles], forms)
        self.old = read_corpus(find_tables(previous).get("articles", []) if previous else [], forms)
        size = len(self.corpus)
        self.was = places(self.old.ids, self.corpus.ids)
        same = self.was >= 0
        if previous:
            contents, before = self.corpus.contents(), self.old.contents()
            same[same] = contents[same] == before[self.was[same]]
            same &= linked_by(previous / SKETCHES) == linker()
        self.fresh: Mask = ~same
        self.stale: Mask = np.ones(len(self.old), bool)
        self.stale[self.was[same]] = False
        self.old_events: Hashes = np.zeros(size, np.uint64)
        there = self.was >= 0
        self.old_events[there] = self.old.events[self.was[there]]

    # --- copies ------------------------------------------------------------------------------------------------------

    def find_copies(self, sketches: Path) -> None:
        corpus = self.corpus
        before = self._previous / SKETCHES if self._previous else None
        bands = sketched(corpus, self._bodies, before, sketches)
        fresh = self.fresh.copy()
        known: set[tuple[int, int]] = set()
        if len(self.old):
            originals = places(corpus.ids, self.old.originals)
            for here, old in zip(np.flatnonzero(~self.fresh).tolist(), self.was[~self.fresh].tolist(), strict=True):
                if self.old.originals[old]:
                    other = int(originals[old])
                    if other >= 0 and not self.fresh[other]:
                        known.add((min(here, other), max(here, other)))
                    else:  # what it was a copy of is gone
                        fresh[here] = True
        found = self._copies_of(bands, fresh, sketches.parent)
        apart = self._curated.apart_copies(corpus)
        self.copies = frozenset((found | known | self._curated.same_copies(corpus)) - apart)
        groups = Groups()
        for one, two in sorted(self.copies):
            if not groups.meet(one, two, apart):
                groups.join(one, two)
        self.originals: Hashes = np.zeros(len(corpus), np.uint64)
        order = corpus.first_order
        for members in groups.joined():
            first = min(members, key=order.__getitem__)
            for article in members:
                if article != first:
                    self.originals[article] = corpus.ids[first]

    def _copies_of(self, bands: Bands, fresh: Mask, folder: Path) -> Pairs:
        texts = Texts(self.corpus.texts, self.corpus.parties, self.corpus.published)
        alike = texts.alike(bands, fresh)
        wanted = np.zeros(len(self.corpus), bool)
        wanted[alike >> 32] = wanted[alike & 0xFFFFFFFF] = True
        with PrintFile(self._bodies, wanted, folder) as prints:
            return verified(texts.same(fresh), alike, prints)

    # --- actors ------------------------------------------------------------------------------------------------------

    def find_actors(self) -> None:
        corpus = self.corpus
        told = Told(corpus.forms)
        self.units, self.unit_of = units(corpus, told)
        size = len(self.units)
        before, gone = self._units_before(told)
        touched = np.zeros(size, bool)
        touched[self.unit_of[self.fresh[corpus.mentions.rows]]] = True
        new = [one is None and not unit.nameless for one, unit in zip(before, self.units, strict=True)]
        touched |= np.array([one or identity in gone for one, identity in zip(new, before, strict=True)], bool)
        same, apart = self._curated.same_units(self.units), self._curated.apart_units(self.units)
        touched[[end for pair in same | apart for end in pair]] = True
        codes = _codes(before)
        touched |= np.isin(codes, codes[touched]) & (codes >= 0)
        together = people.side_by_side(corpus, self.unit_of, self.units)
        labels = people.Linker(self.units, together, same, apart).groups(touched)
        groups: dict[int, list[int]] = defaultdict(list)
        for unit in np.flatnonzero(touched).tolist():
            groups[int(labels[unit])].append(unit)
        taken = {spell("p", one) for one in np.unique(self.old.actors).tolist()}
        firsts = {group: min(members, key=self._first) for group, members in groups.items()}

        def mint(group: int, attempt: int) -> str:
            identity = self.units[firsts[group]].id
            return make_id("p", identity, str(attempt)) if attempt else identity

        ids, self.actor_changes = keep_ids(groups, before.__getitem__, mint, taken)
        actor = [before[n] or unit.id for n, unit in enumerate(self.units)]
        for group, members in groups.items():
            for unit in members:
                actor[unit] = ids[group]
        self.actor_of_unit = np.array([int(identity[2:], 16) for identity in actor], np.uint64)
        moved = {one["id"] for one in (*self.actor_changes.merged, *self.actor_changes.split)}
        moved |= {into for one in (*self.actor_changes.merged, *self.actor_changes.split) for into in one["into"]}
        self.moved = np.array([identity in moved for identity in actor] or [False])[:size]
        self.looked_at = {"mentions": int(touched.sum())}

    def _first(self, unit: int) -> tuple[int, str]:
        one = self.units[unit]
        return (one.first if one.first != NO_DAY else 1 << 40, one.id)

    def _units_before(self, told: Told) -> tuple[list[str | None], set[str]]:
        """The actor of each unit in the run before, and the actors of which mentions are gone."""
        if not len(self.old):
            return [None] * len(self.units), set()
        made, unit_of, pairs = identities(self.old, told)
        nameless = np.zeros(len(made) + 1, bool)
        nameless[[unit for form, unit in pairs if told.forms[form].type == "person" and not told.names[form]]] = True
        nameless = nameless[: len(made)]
        ids: dict[str, str] = {}
        first = np.full(len(made), -1, np.int64)
        first[unit_of[::-1]] = np.arange(len(unit_of))[::-1]
        named = {int(one) for one in self.old.actors[first[(first >= 0) & ~nameless]].tolist()}
        # of an office only the mentions that no event gave a name
        own = ~np.isin(self.old.actors, np.array(sorted(named), np.uint64)) | ~nameless[unit_of]
        first[:] = -1
        places = np.flatnonzero(own)[::-1]
        first[unit_of[places]] = places
        for n, identity in enumerate(made):
            if first[n] >= 0:
                ids[identity] = spell("p", int(self.old.actors[first[n]]))
        stale = self.stale[self.old.mentions.rows]
        gone = {spell("p", one) for one in np.unique(self.old.actors[stale]).tolist()}
        return [ids.get(unit.id) for unit in self.units], gone

    # --- events ------------------------------------------------------------------------------------------------------

    def find_events(self) -> None:
        corpus = self.corpus
        size = len(corpus)
        nameless_unit = np.array([unit.nameless for unit in self.units] or [False])
        nameless = nameless_unit[self.unit_of] if len(self.unit_of) else np.zeros(0, bool)
        _, actors = np.unique(self.actor_of_unit, return_inverse=True)
        touched = self.fresh.copy()
        if len(self.old):
            touched[corpus.mentions.rows[self.moved[self.unit_of]]] = True
            touched |= np.isin(self.old_events, np.append(self.old.events[self.stale], self.old_events[touched])) & (
                self.old_events > 0
            )
        same, apart = self._curated.same_events(corpus), self._curated.apart_events(corpus)
        touched[[end for pair in same | apart for end in pair]] = True
        linker = happenings.Linker(corpus, actors[self.unit_of], nameless, self.copies - apart, same, apart)
        labels = linker.groups(touched)
        groups: dict[int, list[int]] = defaultdict(list)
        for article in np.flatnonzero(touched).tolist():
            groups[int(labels[article])].append(article)
        order = corpus.first_order

        def before(article: int) -> str | None:
            return spell("e", int(self.old_events[article])) if self.old_events[article] else None

        def mint(group: int, attempt: int) -> str:
            first = min(groups[group], key=order.__getitem__)
            return event_id(spell("a", int(corpus.ids[first])), attempt)

        taken = {spell("e", one) for one in np.unique(self.old.events).tolist()}
        ids, self.event_changes = keep_ids(groups, before, mint, taken)
        self.events = self.old_events.copy()
        self.actors = self._actors_before()
        for group, members in groups.items():
            self.events[members] = np.uint64(int(ids[group][2:], 16))
            self._tell_nameless(members)
        self.looked_at["articles"] = int(touched.sum())
        assert size == 0 or self.events.all()

    def _actors_before(self) -> Hashes:
        """The actor of each mention; of an article that stays as it was, what it was."""
        actors = self.actor_of_unit[self.unit_of] if len(self.unit_of) else np.zeros(0, np.uint64)
        if len(self.old):
            rows = self.corpus.mentions.rows
            stays = ~self.fresh[rows]
            place = np.arange(len(rows)) - self.corpus.mentions.starts[rows]
            was = self.old.actors[self.old.mentions.starts[self.was[rows[stays]]] + place[stays]]
            actors[stays] = was
        return actors

    def _tell_nameless(self, articles: Sequence[int]) -> None:
        """Who is not named, or by a single name, in one report of an event is whom another report names there."""
        mentions = [m for a in articles for m in range(*self.corpus.mentions.starts[a : a + 2].tolist())]
        named: list[int] = []
        for mention in mentions:
            self.actors[mention] = self.actor_of_unit[self.unit_of[mention]]
            unit = self.units[self.unit_of[mention]]
            if len(unit.name) > 1:
                named.append(mention)
        for mention in mentions if len(articles) > 1 else ():
            unit = self.units[self.unit_of[mention]]
            if unit.form.type == "person" and len(unit.name) < 2:
                found = {int(self.actors[other]) for other in named if self._stands_for(mention, unit, other)}
                if len(found) == 1:
                    self.actors[mention] = np.uint64(found.pop())

    def _stands_for(self, mention: int, unit: Unit, other: int) -> bool:
        forms, items = self.corpus.forms, self.corpus.mentions.items
        mine, theirs = forms[items[mention]], forms[items[other]]
        if mine.country != theirs.country:
            return False
        if not unit.name:
            return same_office(mine.role, theirs.role)
        name = self.units[self.unit_of[other]].name
        return compare(unit.name, name) == Likeness.PART and (
            not mine.role or not theirs.role or same_office(mine.role, theirs.role)
        )

    # --- tables ------------------------------------------------------------------------------------------------------

    def write(self, out: Path) -> Linked:
        corpus = self.corpus
        kept = _first_of_each(corpus.mentions.rows, self.actors)
        table = EventTable(corpus, self.events, kept, self.actors)
        parts, wholes = happenings.parts_of_visits(table.kinds, table.days, table.parties, table.takers, table.who)
        table.wholes[parts] = wholes
        rows = {
            "articles": self._write_articles(out / "articles.parquet", kept),
            "events": _write("events", table.blocks(), out / "events.parquet"),
            "actors": _write("actors", actor_blocks(corpus, kept, self.actors), out / "actors.parquet"),
        }
        if len(self.old):
            self.event_changes.gone = _gone("e", self.old.events, self.events, self.event_changes)
            self.actor_changes.gone = _gone("p", self.old.actors, self.actors[kept], self.actor_changes)
        return Linked(rows, self.event_changes, self.actor_changes, int((self.originals > 0).sum()), self.looked_at)

    def _write_articles(self, path: Path, kept: Mask) -> int:
        starts = self.corpus.mentions.starts
        place = 0
        with (
            pq.ParquetFile(self._path, pre_buffer=False) as file,
            pq.ParquetWriter(path, arrow_schema("articles"), compression="zstd") as writer,
        ):
            for batch in file.iter_batches(_BATCH):
                end = place + batch.num_rows
                some = slice(int(starts[place]), int(starts[end]))
                linked = with_links(
                    batch, self.events[place:end], self.originals[place:end], self.actors[some], kept[some]
                )
                writer.write_table(linked)
                place = end
        return place


def _gone(letter: Letter, before: Hashes, now: Hashes, changes: Changes) -> list[str]:
    """The ids of which nothing is left, and which did not go into another."""
    merged = {one["id"] for one in changes.merged}
    left = (spell(letter, one) for one in np.setdiff1d(before, now).tolist())
    return [one for one in left if one not in merged]


def _codes(ids: Sequence[str | None]) -> Ints:
    known: dict[str | None, int] = {None: -1}
    return np.array([known.setdefault(one, len(known)) for one in ids], np.int64)


def _first_of_each(rows: Ints, actors: Hashes) -> Mask:
    """Which mentions are the first of their actor in their article."""
    kept = np.zeros(len(rows), bool)
    if len(rows):
        order = np.lexsort((np.arange(len(rows)), actors, rows))
        new = (rows[order][1:] != rows[order][:-1]) | (actors[order][1:] != actors[order][:-1])
        kept[order[np.append(True, new)]] = True
    return kept


def _write(table: str, blocks: Iterator[pa.Table], path: Path) -> int:
    written = 0
    with pq.ParquetWriter(path, arrow_schema(table), compression="zstd") as writer:
        for block in blocks:
            writer.write_table(block, row_group_size=_BATCH * 4)
            written += block.num_rows
    return written
