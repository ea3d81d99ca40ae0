"""Invented tables that keep the contract, of any size: `python scripts/synthetic.py OUT --articles 1000000`.

In: a number of articles and a seed. Out: `articles.parquet`, `events.parquet` and `actors.parquet` as `normalize` lays
them out, sorted by key. Benchmarks and tests of size stand on them. Every value is a function of a row's number and the
seed, computed for a block of rows at a time, so that memory does not grow and the same call gives the same rows.

Ten articles make a group that shares nothing with others: the `PLOT` says which of its six events an article reports
and who of its seven actors takes part. With `changed`, about that share of the articles (and the events behind half of
them) tells something else; with `without`, a slice of the groups is left out: two calls give two versions.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import synthetic_columns as make
from synthetic_columns import Mask, Numbers

from communique import registry
from communique.schemas import TABLES, arrow_schema, values


@dataclass(frozen=True, slots=True)
class Part:
    """One of a group's actors: which of the group's three countries it is of, and what it is."""

    seat: int
    named: bool = True
    of_body: bool = False
    is_body: bool = False


CAST = (Part(0), Part(1), Part(2, of_body=True), Part(1), Part(0, named=False), Part(1, is_body=True), Part(0))
PLOT = ((3, (0, 1, 2)), (2, (0, 3)), (2, (1, 4)), (1, (5, 0)), (1, (6,)), (1, ()))
"""Of each event: how many articles report it, and who takes part."""

EVENT = np.repeat(np.arange(len(PLOT)), [articles for articles, _ in PLOT])
"""The event of each article."""
NEVER = 1 << 40
NTH = np.concatenate([np.arange(articles) for articles, _ in PLOT])
"""Its place among the articles of its event."""
MENTIONS = [(article, actor) for article, event in enumerate(EVENT) for actor in PLOT[event][1]]
PER_ARTICLE = [len(PLOT[event][1]) for event in EVENT]
PARTIES = [(0, 1, 2) if any(CAST[actor].seat == 2 for actor in actors) else (0, 1) for _, actors in PLOT]
ARTICLES, EVENTS, ACTORS = len(EVENT), len(PLOT), len(CAST)
BY_SHORT_NAME = (2, 0)  # the mention, by article and actor, that gives an alias
IN_SECOND_ROLE = (7, 0)

GIVEN = ("Amina", "Boris", "Carla", "Daud", "Elena", "Farid", "Greta", "Hugo", "Irina", "Jonas", "Katya", "Luis")
FAMILY = ("Abadi", "Berger", "Castro", "Diop", "Eriksen", "Fonseca", "Ghali", "Haddad", "Ivanov", "Jansen", "Kimani")
ROLES = ("Foreign Minister", "Minister of Trade", "Minister of Transport", "Prime Minister", "Speaker of Parliament")
SECOND_ROLE = "Chief Negotiator"  # sorts before all ROLES
SENTENCES = (
    "Both sides went through the list of open matters.",
    "A joint committee will meet again before the end of the year.",
    "Experts are to prepare the documents and to report to their governments.",
    "The visitors were shown the new terminal and the training centre.",
    "Neither side named a sum.",
    "The two delegations had last met two years earlier.",
    "Students and engineers are to be exchanged from next spring.",
    "A first shipment left the port in the morning, officials said.",
)
HEAD, MIDDLE = "In the talks: ", ".\n\nThey spoke of "
COUNTRIES = values.countries()
SECTORS = values.sectors()
SECTOR_RANK = np.argsort(np.argsort(np.array(SECTORS)))
KINDS = {
    column: [row[column] or None for row in registry.rows("kinds") if row["plover_type"]]
    for column in ("kind", "plover_type", "plover_mode", "cameo_code")
}
VISIT = KINDS["kind"].index("visit")
PARAGRAPHS = [
    " ".join(SENTENCES[i] for i in make.draw(np.arange(5) + 5 * n, 30, 0) % len(SENTENCES)) for n in range(2048)
]
FIRST_DAY, DAYS = 12784, 7300  # 2005-01-01, some 20 years
BLOCK = 4_000  # groups


def write(
    folder: Path,
    articles: int,
    *,
    seed: int = 7,
    changed: float = 0.0,
    without: tuple[float, float] = (0.0, 0.0),
    paragraphs: int = 2,
    block: int = BLOCK,
) -> dict[str, int]:
    """Write the three tables.

    Args:
        folder: where to; made if it is not there.
        articles: how many, rounded up to tens.
        seed: another one gives other values; the ids stay.
        changed: share of the articles that tell something else than without this.
        without: leave out the groups whose place in a random order from 0 to 1 lies between the two.
        paragraphs: of some 250 characters, in each body.
        block: groups of ten articles that are in memory at a time.

    Returns:
        The number of rows of each table.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = dict.fromkeys(TABLES, 0)
    writers = {
        name: pq.ParquetWriter(folder / f"{name}.parquet", arrow_schema(name), compression="zstd") for name in TABLES
    }
    groups = -(-articles // ARTICLES)
    for tables in _blocks(groups, block, seed, changed, without, paragraphs):
        for name, rows in tables.items():
            writers[name].write_table(rows)
            written[name] += rows.num_rows
    for writer in writers.values():
        writer.close()
    return written


def _blocks(
    groups: int, block: int, seed: int, changed: float, without: tuple[float, float], paragraphs: int
) -> Iterator[dict[str, pa.Table]]:
    for first in range(0, groups, block):
        number = np.arange(first, min(first + block, groups))
        place = make.draw(number, 1, 0) / 2**32
        group = _Groups(number[~((without[0] <= place) & (place < without[1]))], groups, seed, changed, paragraphs)
        yield {"articles": group.articles(), "events": group.events(), "actors": group.actors()}


class _Groups:
    """Some groups of ten articles, six events and seven actors; arrays are (groups, members) until they are columns."""

    def __init__(self, number: Numbers, groups: int, seed: int, changed: float, paragraphs: int) -> None:
        self.seed, self.paragraphs, self.total = seed, paragraphs, groups
        self.number = number
        self.article = number[:, None] * ARTICLES + np.arange(ARTICLES)
        self.event = number[:, None] * EVENTS + np.arange(EVENTS)
        self.actor = number[:, None] * ACTORS + np.arange(ACTORS)
        self.corrected = self._draw(self.article, 2) / 2**32 < changed / 2
        self._choose_countries()
        self._choose_days()
        self._choose_sectors(self._draw(self.event, 3) / 2**32 < changed / 2)
        self.kind = self._draw(self.event, 4) % len(KINDS)

    def _draw(self, numbers: Numbers, salt: int) -> Numbers:
        return make.draw(numbers, salt, self.seed)

    def _choose_countries(self) -> None:
        """Three countries a group, ascending."""
        step = 1 + self._draw(self.number, 5) % 80
        first = self._draw(self.number, 6) % (len(COUNTRIES) - 160)
        self.country = first[:, None] + step[:, None] * np.arange(3)

    def _choose_days(self) -> None:
        """Of each event a day, or none; of each of its articles the day of publication, or none; -1 stands for none."""
        day = FIRST_DAY + self._draw(self.event, 7) % DAYS
        dated = self._draw(self.event, 8) % 10 > 0
        published = day[:, EVENT] + NTH
        self.published = np.where((self._draw(self.event, 9) % 16 > 0)[:, EVENT], published, -1)
        self.day = np.where(dated, day, -1)
        self.stands_for = np.where(self.day[:, EVENT] >= 0, self.day[:, EVENT], self.published)

    def _choose_sectors(self, other: Mask) -> None:
        """Of each event up to three different fields."""
        self.n_sectors = self._draw(self.event, 10) % 4
        first = self._draw(self.event, 11) + other
        self.sector = (first[:, :, None] + np.array([0, 5, 11])) % len(SECTORS)

    # --- articles ----------------------------------------------------------------------------------------------------

    def articles(self) -> pa.Table:
        """The rows of `articles`."""
        seeds = self._draw(self.article, 12)
        copy = (NTH == 1) & (EVENT == 0) & (self._draw(self.number, 13) % 2 > 0)[:, None]
        faceless = self._draw(self.article, 14) % 20 == 0
        publisher = pa.array((self._draw(self.event, 15)[:, EVENT] + NTH).ravel() % 300, mask=faceless.ravel())
        domain = pc.binary_join_element_wise("paper", publisher.cast(pa.string()), ".example", "")
        number = make.as_text(self.article)
        name, role = self._mentions()
        sectors = self._sector_lists()
        body, spans, sector_spans = self._bodies(name, role, sectors, copy)
        # A body that is withheld leaves its hash and length.
        digests = [sha256(one).hexdigest() for one in body.cast(pa.binary()).to_pylist()]
        kind = self.kind[:, EVENT]
        event_date = make.days(self.day[:, EVENT])
        columns = {
            "article_id": self._ids("a", self.article),
            "source_id": pc.binary_join_element_wise("page-", number, ""),
            "event_id": self._ids("e", self.event[:, EVENT]),
            "url": pc.binary_join_element_wise("https://www.", domain, "/news/", number, ""),
            "publisher": domain,
            "language": make.constant("en", len(body)),
            "title": self._titles(),
            "byline": make.take(FAMILY, (seeds + self.corrected) % len(FAMILY), seeds % 3 == 0),
            "dateline_place": make.take(FAMILY, seeds // 16 % len(FAMILY), seeds % 5 == 0),
            "body": pc.if_else(pa.array(seeds.ravel() % 50 == 0), pa.scalar(None, pa.string()), body),
            "body_sha256": pa.array(digests),
            "body_chars": pc.utf8_length(body),
            "rights": make.take(["facts-only", "CC-BY-4.0", "LicenseRef-agency"], seeds % 3),
            "text_origin": make.constant("original", len(body)),
            "published": make.days(self.published),
            "published_source": make.where(make.days(self.published), "metadata"),
            "event_date": event_date,
            "event_date_source": pc.if_else(
                pa.array(((self.published >= 0) & (seeds % 2 > 0)).ravel()),
                make.where(event_date, "weekday"),
                make.where(event_date, "explicit"),
            ),
            "kind": make.take(KINDS["kind"], kind),
            "plover_type": make.take(KINDS["plover_type"], kind),
            "plover_mode": make.take(KINDS["plover_mode"], kind),
            "cameo_code": make.take(KINDS["cameo_code"], kind),
            "countries": self._parties(EVENT),
            "actors": self._actor_lists(name, role, spans),
            "sectors": make.lists(sectors, [*sectors.values.flatten()[:2], *sector_spans], "articles", "sectors"),
            "duplicate_of": make.masked(self._ids("a", self.article - 1), ~copy),
            "review": make.take(["machine", "verified"], self.corrected.astype(int)),
        }
        return make.table("articles", columns)

    def _titles(self) -> pa.Array:
        one, other = (make.take(COUNTRIES, np.repeat(self.country[:, [i]], ARTICLES, 1)) for i in (0, 1))
        number = make.as_text(self.article)
        return pc.binary_join_element_wise("Officials of ", one, " and ", other, " meet, report ", number, "")

    def _mentions(self) -> tuple[pa.Array, pa.Array]:
        """Name and role of everyone in the articles, in order."""
        actors = [actor for _, actor in MENTIONS]
        short = np.array([mention == BY_SHORT_NAME for mention in MENTIONS])
        second = np.array([mention == IN_SECOND_ROLE for mention in MENTIONS])
        whole, initials, office = self._names(actors), self._short_names(actors), self._offices(actors)
        again = (len(self.number), 1)
        name = pc.if_else(pa.array(np.tile(short, again).ravel()), initials, whole)
        return name, pc.if_else(pa.array(np.tile(second, again).ravel()), SECOND_ROLE, office)

    def _names(self, actors: list[int]) -> pa.Array:
        person = pc.binary_join_element_wise(self._given(GIVEN, actors), self._family(actors), " ")
        body = self._numbered("Trade Board", actors)
        named, is_body = (self._parts(what, actors) for what in ("named", "is_body"))
        return make.masked(pc.if_else(pa.array(is_body.ravel()), body, person), ~named)

    def _short_names(self, actors: list[int]) -> pa.Array:
        initials = tuple(f"{name[0]}." for name in GIVEN)
        return pc.binary_join_element_wise(self._given(initials, actors), self._family(actors), " ")

    def _given(self, forms: tuple[str, ...], actors: list[int]) -> pa.Array:
        return make.take(forms, self._draw(self.actor[:, actors], 16) % len(forms))

    def _family(self, actors: list[int]) -> pa.Array:
        return make.take(FAMILY, self._draw(self.actor[:, actors], 18) % len(FAMILY))

    def _numbered(self, word: str, actors: list[int]) -> pa.Array:
        return pc.binary_join_element_wise(word, make.as_text(self.actor[:, actors]), " ")

    def _offices(self, actors: list[int]) -> pa.Array:
        drawn = self._draw(self.actor[:, actors], 17)
        return make.take(ROLES, drawn % len(ROLES), self._parts("is_body", actors))

    def _organizations(self, actors: list[int]) -> pa.Array:
        return make.masked(self._numbered("Chamber", actors), ~self._parts("of_body", actors))

    def _parts(self, what: str, actors: list[int]) -> Mask:
        """Something that the cast says of actors, for each group."""
        return np.tile([getattr(CAST[actor], what) for actor in actors], (len(self.number), 1))

    def _types(self, actors: list[int]) -> pa.Array:
        return make.take(["person", "organization"], self._parts("is_body", actors).astype(int))

    def _seats(self, actors: list[int]) -> pa.Array:
        return make.take(COUNTRIES, self.country[:, [CAST[actor].seat for actor in actors]])

    def _sector_lists(self) -> pa.ListArray:
        """The fields of each article, without the places of evidence."""
        there = np.arange(3) < self.n_sectors[:, EVENT, None]
        codes = pa.array(SECTORS).take(pa.array(self.sector[:, EVENT][there]))
        primary = pa.array((np.broadcast_to(np.arange(3), there.shape) == 0)[there])
        items = pa.StructArray.from_arrays([codes, primary], ["code", "primary"])
        return pa.ListArray.from_arrays(make.offsets(self.n_sectors[:, EVENT].ravel()), items)

    def _bodies(self, name: pa.Array, role: pa.Array, sectors: pa.ListArray, copy: Mask) -> tuple[pa.Array, list, list]:
        """The text of each article, and start and end of what tells of each actor and each field."""
        told = pc.binary_join_element_wise(role, name, " ", null_handling="skip")
        actors = self._repeated(PER_ARTICLE, told)
        codes = pa.ListArray.from_arrays(sectors.offsets, sectors.values.field("code"))
        head = pc.binary_join(actors, ", ")
        middle = len(HEAD) + pc.utf8_length(head).to_numpy() + len(MIDDLE)
        paragraphs = [
            pa.array(PARAGRAPHS).take(pa.array(self._draw(self.article - copy, 20 + n).ravel() % len(PARAGRAPHS)))
            for n in range(self.paragraphs)
        ]
        number = make.as_text(self.article - copy)
        text = pc.binary_join_element_wise(
            HEAD, head, MIDDLE, pc.binary_join(codes, ", "), " in round ", number, ".", ""
        )
        body = pc.binary_join_element_wise(text, *paragraphs, "\n\n")
        return body, make.spans(actors, np.full(len(body), len(HEAD))), make.spans(codes, middle)

    def _actor_lists(self, name: pa.Array, role: pa.Array, spans: list[pa.Array]) -> pa.ListArray:
        actors = [actor for _, actor in MENTIONS]
        key, country = self._ids("p", self.actor[:, actors]), self._seats(actors)
        fields = [key, name, role, country, self._organizations(actors), self._types(actors), *spans]
        return make.lists(self._repeated(PER_ARTICLE, key), fields, "articles", "actors")

    def _parties(self, of: Numbers) -> pa.ListArray:
        """The countries of the events numbered in `of`, of each group."""
        slots = [slot for event in of for slot in PARTIES[event]]
        return self._repeated([len(PARTIES[event]) for event in of], make.take(COUNTRIES, self.country[:, slots]))

    # --- events and actors -------------------------------------------------------------------------------------------

    def events(self) -> pa.Table:
        """The rows of `events`."""
        there = np.arange(3) < self.n_sectors[..., None]
        ordered = np.sort(np.where(there, SECTOR_RANK[self.sector], len(SECTORS)))
        codes = pa.array(sorted(SECTORS)).take(pa.array(ordered[there]))
        taking_part = [actor for _, actors in PLOT for actor in sorted(actors)]
        faces = self._draw(self.article, 14) % 20 > 0
        heads = np.flatnonzero(NTH == 0)
        told = np.minimum.reduceat(np.where(self.published < 0, NEVER, self.published), heads, axis=1)
        within = np.zeros(self.event.shape, bool)
        within[:, 1] = (self.kind[:, 0] == VISIT) & (self.kind[:, 1] != VISIT)
        columns = {
            "event_id": self._ids("e", self.event),
            "event_date": make.days(self.day),
            "kind": make.take(KINDS["kind"], self.kind),
            "countries": self._parties(np.arange(EVENTS)),
            "sectors": pa.ListArray.from_arrays(make.offsets(self.n_sectors.ravel()), codes),
            "actor_ids": self._repeated([len(a) for _, a in PLOT], self._ids("p", self.actor[:, taking_part])),
            "article_ids": self._repeated([n for n, _ in PLOT], self._ids("a", self.article)),
            "n_publishers": pa.array(np.add.reduceat(faces, heads, axis=1).ravel()),
            "first_reported": make.days(np.where(told == NEVER, -1, told)),
            "part_of": make.masked(self._ids("e", np.repeat(self.event[:, :1], EVENTS, axis=1)), ~within),
        }
        return make.table("events", columns)

    def actors(self) -> pa.Table:
        """The rows of `actors`."""
        everyone = list(range(ACTORS))
        name, office = self._names(everyone), self._offices(everyone)
        first, last = self._seen([[article for article, one in MENTIONS if one == actor] for actor in everyone])
        columns = {
            "actor_id": self._ids("p", self.actor),
            "name": pc.coalesce(name, office),
            "aliases": self._repeated([1] + [0] * (ACTORS - 1), self._short_names([0])),
            "type": self._types(everyone),
            "country": self._seats(everyone),
            "organization": self._organizations(everyone),
            "roles": self._role_lists(),
            "n_articles": pa.array(np.tile(np.bincount([actor for _, actor in MENTIONS]), len(self.number))),
            "first_seen": first,
            "last_seen": last,
        }
        return make.table("actors", columns)

    def _role_lists(self) -> pa.ListArray:
        """The second role of the first actor, then everyone's only one; bodies hold none."""
        holders = [actor for actor in range(ACTORS) if not CAST[actor].is_body]
        mentions = [mention for mention in MENTIONS if mention != IN_SECOND_ROLE]
        held = [[article for article, one in mentions if one == actor] for actor in holders]
        second = np.tile(np.arange(len(holders) + 1) == 0, len(self.number))
        office = pc.if_else(pa.array(second), SECOND_ROLE, self._offices([0, *holders]))
        roles = self._repeated([2] + [int(actor in holders) for actor in range(1, ACTORS)], office)
        return make.lists(roles, [office, *self._seen([[IN_SECOND_ROLE[0]], *held])], "actors", "roles")

    def _seen(self, articles: list[list[int]]) -> list[pa.Array]:
        """First and last day of several sets of a group's articles."""
        first, last = [], []
        for some in articles:
            days = self.stands_for[:, some]
            last.append(days.max(axis=1))
            known = np.where(days < 0, np.iinfo(np.int64).max, days).min(axis=1)
            first.append(np.where(last[-1] < 0, -1, known))
        return [make.days(np.stack(days, axis=1)) for days in (first, last)]

    def _repeated(self, sizes: list[int], items: pa.Array) -> pa.ListArray:
        """Lists whose sizes are the same in each group."""
        return pa.ListArray.from_arrays(make.offsets(np.tile(sizes, len(self.number))), items)

    def _ids(self, letter: str, numbers: Numbers) -> pa.Array:
        each = {"a": ARTICLES, "e": EVENTS, "p": ACTORS}[letter] * self.total
        return make.ids(letter, numbers, each)


def main() -> None:
    """Write what was asked for and say how fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="directory for the tables")
    parser.add_argument("--articles", type=int, default=100_000, help="how many, such as 1000000")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--changed", type=float, default=0.0, help="share of the articles that differ, such as 0.01")
    parser.add_argument("--without", type=float, nargs=2, default=(0.0, 0.0), help="slice left out, such as 0.01 0.02")
    parser.add_argument("--paragraphs", type=int, default=2, help="in a body, of some 250 characters")
    options = vars(parser.parse_args())
    start = time.perf_counter()
    written = write(options.pop("out"), **options)
    seconds = time.perf_counter() - start
    counts = ", ".join(f"{rows:,} {name}" for name, rows in written.items())
    print(f"{counts} in {seconds:.1f} s, {sum(written.values()) / seconds:,.0f} rows a second")


if __name__ == "__main__":
    main()
