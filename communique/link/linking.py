"""The whole of linking: articles in, linked articles, events and actors out; what an earlier run linked stays.

In: new articles (ids of events and actors in them do not matter), and the tables of an earlier run if there are any.
Out: three tables, and what became of the earlier ids. Copies, actors, events, in that order: each step takes blocks of
what may belong together, compares, and groups (`communique.link.clusters`). A group depends on nothing but its own
component, so only components in which something is new are looked at again, with the same outcome as looking at all.
"""

import gc
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import process_time
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from communique.link import actors as people
from communique.link import events as happenings
from communique.link.articles import Links
from communique.link.bodies import Bodies, PrintFile, Sketches
from communique.link.clusters import (
    Changes,
    Groups,
    Mask,
    Union,
    among,
    begins,
    distinct,
    distinct_pairs,
    firsts,
    keep_ids,
)
from communique.link.copies import Texts, verified
from communique.link.corpus import NO_DAY, Ints, Lists, places, starts_of
from communique.link.curated import Curated, read_curated
from communique.link.forms import FORMS, Told
from communique.link.ids import event_id
from communique.link.index import INDEX, made_of, read_index, write_index
from communique.link.naming import Naming
from communique.link.onto import put_onto
from communique.link.pairs import Pairs, coded, coded_pairs, decoded, decoded_pairs
from communique.link.units import Units, identities
from communique.link.writing import write_tables
from communique.schemas import make_id
from communique.schemas.ids import Letter, spell, unspell
from communique.schemas.keys import Hashes
from communique.validation import find_tables


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
    stayed: int = 0

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
        out: a directory, which must exist; gets the three tables, `linked.arrow` and `forms.parquet`.
        previous: the tables of an earlier run, or a release; None to begin anew. Its articles stay, but for those that
            are among the new ones; a row that was reviewed only gives way to one that was, too.
        links: a file that joins or keeps apart by hand (`communique.link.curated`).

    Returns:
        The counts, and what became of earlier ids.

    Raises:
        DataError: `links` is broken or `previous` holds no tables.
    """
    out = Path(out)
    curated = read_curated(Path(links)) if links else Curated()
    with _Steps() as steps:
        run = _Run(Path(articles), out, Path(previous) if previous else None, curated)
        steps.end("read")
        run.find_copies()
        steps.end("copies")
        run.find_actors()
        steps.end("actors")
        run.find_events()
        steps.end("events")
        made = run.write()
        steps.end("write")
    return replace(made, seconds=steps.seconds, unmatched=curated.unmatched(run.corpus, run.units), stayed=run.stayed)


class _Steps:
    """Seconds of the processor by step; after each the memory that it needed goes back to the system.

    Meanwhile Arrow takes memory where numpy takes it: its own allocator keeps what the one could give to the other.
    And Python looks seldom for what holds itself: next to nothing here does, and each look is at all that is imported.
    """

    def __enter__(self) -> Self:
        self.seconds: dict[str, float] = {}
        self._looks = gc.get_threshold()
        gc.set_threshold(50 * self._looks[0], *self._looks[1:])
        self._last = process_time()
        self._before, self._pool = pa.default_memory_pool(), pa.system_memory_pool()
        pa.set_memory_pool(self._pool)
        return self

    def end(self, step: str) -> None:
        self._pool.release_unused()
        now = process_time()
        self.seconds[step], self._last = now - self._last, now

    def __exit__(self, *_: object) -> None:
        pa.set_memory_pool(self._before)
        gc.set_threshold(*self._looks)


class _Run:
    """The state of one run: columns of the articles, and for each what is known of it so far."""

    def __init__(self, articles: Path, out: Path, previous: Path | None, curated: Curated) -> None:
        self._out, self._previous, self._curated = out, previous, curated
        self._index = index = read_index(previous) if previous else None
        earlier = find_tables(previous).get("articles", []) if previous else []
        whole = put_onto(earlier, articles, index.corpus if index else None)
        self._whole, self.corpus, self.old, self.stayed = whole, whole.corpus, whole.old, whole.stayed
        self._bodies = Bodies(whole.files, self.corpus.rows)
        self.fresh: Mask = whole.fresh if index else np.ones(len(self.corpus), bool)
        self.stale: Mask = np.ones(len(self.old), bool)
        self.stale[whole.was[~self.fresh]] = False
        self.old_events: Hashes = np.zeros(len(self.corpus), np.uint64)
        there = whole.was >= 0
        self.old_events[there] = self.old.events[whole.was[there]]

    # --- copies ------------------------------------------------------------------------------------------------------

    def find_copies(self) -> None:
        corpus = self.corpus
        known = np.where(corpus.rows < len(self.old), self._whole.was, -1)
        before = self._index.bands if self._index else []
        self._sketches = Sketches(self._bodies, known if self._index else np.full(len(corpus), -1), before, self._out)
        pa.default_memory_pool().release_unused()  # what the texts took
        fresh = self.fresh.copy()
        ones = np.flatnonzero(~fresh)
        ones = ones[self.old.originals[self._whole.was[ones]] > 0]
        whole = places(corpus.ids, self.old.originals[self._whole.was[ones]])
        there = (whole >= 0) & ~fresh[whole]
        fresh[ones[~there]] = True  # what they were copies of is gone
        ones, whole = ones[there], whole[there]
        apart = self._curated.apart_copies(corpus)
        found = np.append(self._copies_of(fresh), coded_pairs(self._curated.same_copies(corpus)))
        root = np.arange(len(corpus))
        root[ones] = whole
        again = np.zeros(len(corpus), bool)
        for codes in (found, coded_pairs(apart)):
            for ends in decoded(codes):
                again[root[ends]] = True
        self.originals: Hashes = np.zeros(len(corpus), np.uint64)
        stay = ~again[whole]
        self.originals[ones[stay]] = corpus.ids[whole[stay]]
        known = coded(np.minimum(ones, whole), np.maximum(ones, whole))
        self._tell_originals(_without(np.append(found, known[~stay]), coded_pairs(apart)), apart)
        self.copies = _without(np.append(known, found), coded_pairs(apart))

    def _tell_originals(self, copies: Ints, apart: Pairs) -> None:
        """Of articles with one text all but the first are copies of it."""
        groups = (Groups if apart else Union)(len(self.corpus))  # members take memory
        for one, two in decoded_pairs(copies):
            if not (isinstance(groups, Groups) and groups.meet(one, two, apart)):
                groups.join(one, two)
        some = distinct(np.concatenate(decoded(copies)))
        group = np.unique(groups.labels()[some], return_inverse=True)[1]
        first = some[firsts(group, self.corpus.first_order[some])]
        self.originals[some] = self.corpus.ids[first[group]]
        self.originals[first] = 0

    def _copies_of(self, fresh: Mask) -> Ints:
        texts = Texts(self.corpus.texts, self.corpus.parties, self.corpus.published)
        alike = texts.alike(self._sketches, fresh)
        wanted = np.zeros(len(self.corpus), bool)
        for ends in decoded(alike):
            wanted[ends] = True
        with PrintFile(self._bodies, wanted, self._out) as prints:
            return verified(texts.same(fresh), alike, prints, len(self.corpus))

    # --- actors ------------------------------------------------------------------------------------------------------

    def find_actors(self) -> None:
        corpus = self.corpus
        told = Told(corpus.forms, self._index.told if self._index else None)
        self.units = made = Units(corpus, told)
        before = self._actors_of_units(told)
        touched = np.zeros(len(made), bool)
        touched[made.of[self.fresh[corpus.mentions.rows]]] = True
        touched |= np.where(before > 0, among(before, self.old.actors[self.stale[self.old.mentions.rows]]), True)
        touched[(before == 0) & made.nameless] = False
        same, apart = self._curated.same_units(made), self._curated.apart_units(made)
        touched[[end for pair in same | apart for end in pair]] = True
        touched |= among(before, before[touched]) & (before > 0)
        labels = people.Linker(made, people.side_by_side(corpus, made), same, apart).groups(touched)
        some = np.flatnonzero(touched)
        group = np.unique(labels[some], return_inverse=True)[1]
        first = made.ids[some[firsts(group, np.where(made.first == NO_DAY, 1 << 40, made.first)[some])]]

        def mint(group: int, attempt: int) -> int:
            identity = int(first[group])
            return unspell(make_id("p", spell("p", identity), str(attempt))) if attempt else identity

        ids, self.actor_changes = keep_ids(group, before[some], "p", mint, self.old.actors)
        self.actor_of_unit = np.where(before > 0, before, made.ids)
        self.actor_of_unit[some] = ids[group]
        changed = (*self.actor_changes.merged, *self.actor_changes.split)
        moved = {one for change in changed for one in (change["id"], *change["into"])}
        self.moved = among(self.actor_of_unit, np.array([unspell(one) for one in moved], np.uint64))
        self.looked_at = {"mentions": int(touched.sum())}

    def _actors_of_units(self, told: Told) -> Hashes:
        """The actor of each unit in the run before, 0 if there was none."""
        found = np.zeros(len(self.units), np.uint64)
        if not len(self.old):
            return found
        ids, unit = identities(self.old, told)
        items = self.old.mentions.items
        nameless = told.persons[items] & (told.parts[items] == 0)
        # of an office only the mentions that no event gave a name
        own = ~nameless
        own[nameless] = ~among(self.old.actors[nameless], self.old.actors[own])
        at = places(self.units.ids, ids)[unit[own]]
        found[at[at >= 0][::-1]] = self.old.actors[own][at >= 0][::-1]  # of several the first
        return found

    # --- events ------------------------------------------------------------------------------------------------------

    def find_events(self) -> None:
        corpus = self.corpus
        size = len(corpus)
        unit_of = self.units.of
        _, actors = np.unique(self.actor_of_unit, return_inverse=True)
        touched = self.fresh.copy()
        if len(self.old):
            touched[corpus.mentions.rows[self.moved[unit_of]]] = True
            touched |= among(self.old_events, np.append(self.old.events[self.stale], self.old_events[touched])) & (
                self.old_events > 0
            )
        same, apart = self._curated.same_events(corpus), self._curated.apart_events(corpus)
        touched[[end for pair in same | apart for end in pair]] = True
        nameless = self.units.nameless[unit_of]
        copies = _without(self.copies, coded_pairs(apart))
        linker = happenings.Linker(corpus, actors[unit_of], nameless, copies, same, apart)
        labels = linker.groups(touched)
        some = np.flatnonzero(touched)
        group = np.unique(labels[some], return_inverse=True)[1]
        first = corpus.ids[some[firsts(group, corpus.first_order[some])]]

        def mint(group: int, attempt: int) -> int:
            return unspell(event_id(spell("a", int(first[group])), attempt))

        ids, self.event_changes = keep_ids(group, self.old_events[some], "e", mint, self.old.events)
        self.events = self.old_events.copy()
        self.events[some] = ids[group]
        self._tell_actors(some, group)
        self.touched = touched
        self.looked_at["articles"] = int(touched.sum())
        corpus.forget()
        self.units.forget()
        assert size == 0 or self.events.all()

    def _actors_before(self) -> Hashes:
        """The actor of each mention; of an article that stays as it was, what it was."""
        actors = self.actor_of_unit[self.units.of]
        if len(self.old):
            rows = self.corpus.mentions.rows
            stays = ~self.fresh[rows]
            place = np.arange(len(rows)) - self.corpus.mentions.starts[rows]
            was = self.old.actors[self.old.mentions.starts[self._whole.was[rows[stays]]] + place[stays]]
            actors[stays] = was
        return actors

    def _tell_actors(self, articles: Ints, group: Ints) -> None:
        """Who is told by a name that may be another's, without a country, by a single name or none in one report of an
        event is whom another report names there.
        """
        units, mentions = self.units, self.corpus.mentions
        self.actors = self._actors_before()
        at = mentions.within(articles)
        self.actors[at] = self.actor_of_unit[units.of[at]]
        of = np.repeat(group, np.diff(mentions.starts)[articles])
        example = units.example[units.of[at]]
        full = units.told.parts[example] > 1
        country = units.told.countries[example]
        named = full & (country > 0)
        short = units.told.persons[example] & ~named
        naming = Naming(self.corpus, self.actors, units.of, self._curated.apart_units(units))
        naming.join_akin(at[full], of[full], country[full])
        naming.name_others(at, of, named, short)
        self.joined = naming.joined

    # --- tables ------------------------------------------------------------------------------------------------------

    def write(self) -> Linked:
        corpus, out = self.corpus, self._out
        kept = np.ones(len(self.actors), bool)
        again = corpus.mentions.within(np.flatnonzero(self.touched))  # of others each actor is there once
        kept[again] = _first_of_each(corpus.mentions.rows[again], self.actors[again])
        links = Links(self.events, self.originals, self.actors, kept)
        places, rows = write_tables(self._whole, links, out, self._previous if self._index else None)
        self._keep(places, kept, made_of(out))
        if len(self.old):
            before = self.stale.copy()
            before[self._whole.was[self.touched & (self._whole.was >= 0)]] = True  # what others had, they have
            self.event_changes.gone = _gone("e", self.old.events[before], self.events, self.event_changes)
            actors = self.old.actors[before[self.old.mentions.rows]]
            self._record_joined()
            self.actor_changes.gone = _gone("p", actors, self.actors[kept], self.actor_changes)
        return Linked(rows, self.event_changes, self.actor_changes, int((self.originals > 0).sum()), self.looked_at)

    def _record_joined(self) -> None:
        """Record which actors of an earlier run lost mentions, or all, to another with whom an event makes them one."""
        if not self.joined:
            return
        old, new, was = self.old.mentions, self.corpus.mentions, self._whole.was
        there = np.flatnonzero(~self.fresh)
        place = np.full(len(self.old), -1, np.int64)
        place[was[there]] = there
        at = np.flatnonzero(among(self.old.actors, np.array(sorted(self.joined), np.uint64)))
        at = at[place[old.rows[at]] >= 0]
        now = self.actors[new.starts[place[old.rows[at]]] + at - old.starts[old.rows[at]]]
        moved = self.old.actors[at] != now
        changes, merged = self.actor_changes, {one["id"] for one in self.actor_changes.merged}
        before, after, _ = distinct_pairs(self.old.actors[at][moved], now[moved])
        stay = among(before, self.actors)
        for one, other, stays in zip(before.tolist(), after.tolist(), stay.tolist(), strict=True):
            into = [spell("p", identity) for identity in sorted({other, *([one] if stays else ())})]
            if (identity := spell("p", one)) not in merged:
                (changes.split if stays else changes.merged).append({"id": identity, "into": into})

    def _keep(self, rows: Ints, kept: Mask, of: str) -> None:
        """Keep for a later run what it would read of the tables."""
        corpus, told = self.corpus, self.units.told
        mentions = corpus.mentions
        place = told.write(self._out / FORMS, distinct(mentions.items[kept]), of)
        starts = starts_of(np.bincount(mentions.rows[kept], minlength=len(corpus)))
        linked = replace(
            corpus,
            rows=rows,
            events=self.events,
            originals=self.originals,
            mentions=Lists(place[mentions.items[kept]], starts),
            actors=self.actors[kept],
        )
        write_index(linked, self._sketches, self._out / INDEX, of)
        self._sketches.close()


def _without(values: npt.NDArray[Any], others: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The values that are not among the others, each once and in order."""
    values = distinct(values)
    return values[~among(values, others)]


def _gone(letter: Letter, before: Hashes, now: Hashes, changes: Changes) -> list[str]:
    """The ids of which nothing is left, and which did not go into another."""
    merged = {one["id"] for one in changes.merged}
    before = distinct(before)
    left = (spell(letter, one) for one in before[~among(before, now[among(now, before)])].tolist())
    return [one for one in left if one not in merged]


def _first_of_each(rows: Ints, actors: Hashes) -> Mask:
    """Which mentions are the first of their actor in their article."""
    kept = np.zeros(len(rows), bool)
    order = np.lexsort((np.arange(len(rows)), actors, rows))
    kept[order[begins(rows[order], actors[order])]] = True
    return kept
