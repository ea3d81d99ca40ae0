"""Articles as columns of numbers: what linking looks at, without bodies, a few score bytes an article.

In: files of `articles`. Out: a `Corpus`. Ids are their 16 digits read as a number; days count from 1970; strings of
participants are kept once for each distinct mention (a *form*).
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.schemas import values
from communique.schemas.frame import Frame
from communique.schemas.keys import Hashes, digits, id_numbers, mix

Ints = npt.NDArray[np.int64]

NO_DAY = np.iinfo(np.int32).min
"""Stands for a date that is null."""

_BATCH = 16_384
_COLUMNS = (
    *("article_id", "event_id", "publisher", "body_sha256", "published", "event_date", "kind", "countries"),
    *("actors", "sectors", "duplicate_of", "review"),
)
_HASHED = ("ids", "events", "texts", "originals", "publishers", "actors")
_COUNTED = (
    "verified",
    "published",
    "dated",
    "kinds",
    "sectors",
    "countries",
    "sizes_countries",
    "mentions",
    "sizes_mentions",
)


class Form(NamedTuple):
    """A participant as articles put it."""

    type: str
    name: str | None
    role: str | None
    country: str | None
    organization: str | None


class Forms(list[Form]):
    """The forms of one corpus or more, by their place; told apart by a hash of their values."""

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[int, int] = {}

    @classmethod
    def of(cls, table: pa.Table) -> Self:
        """Forms that were kept: a column of hashes, "form", and those of their values."""
        made = cls()
        made.extend(map(Form, *(table[name].to_pylist() for name in Form._fields)))
        made._places.update(zip(table["form"].to_pylist(), range(len(made)), strict=True))
        return made

    def places(self, columns: Sequence[pa.Array]) -> Ints:
        """Where the participants stand whose values are given; those that are new are added."""
        whole = np.zeros(len(columns[0]), np.uint64)
        for column in columns:
            whole = mix(whole * np.uint64(7) + numbers(column))
        distinct, first, back = np.unique(whole, return_index=True, return_inverse=True)
        new = [n for n, one in enumerate(distinct.tolist()) if one not in self._places]
        if new:
            taken = pa.array(first[new])
            for n, *row in zip(new, *(column.take(taken).to_pylist() for column in columns), strict=True):
                self._places[int(distinct[n])] = len(self)
                self.append(Form(*row))
        index = np.array([self._places[one] for one in distinct.tolist()], np.int64)
        return index[back] if len(index) else np.zeros(0, np.int64)

    @property
    def hashes(self) -> Hashes:
        """What each was told apart by."""
        return np.fromiter(self._places, np.uint64, len(self))


@dataclass
class Lists:
    """A list an article, end to end: those of article `i` are `items[starts[i]:starts[i + 1]]`."""

    items: Ints
    starts: Ints

    def __getitem__(self, row: int) -> list[int]:
        return self.items[self.starts[row] : self.starts[row + 1]].tolist()

    @cached_property
    def rows(self) -> Ints:
        """The article of each item."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def within(self, rows: Ints) -> Ints:
        """Where the items of some articles are."""
        starts = self.starts[rows]
        sizes = self.starts[rows + 1] - starts
        return np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)


@dataclass
class Corpus:
    """The articles, in order of `ids`; `rows` is where each stands in the files, one after the other."""

    ids: Hashes
    rows: Ints
    verified: Ints  # 1 if a person has reviewed it
    events: Hashes
    publishers: Hashes
    texts: Hashes  # of `body_sha256`
    originals: Hashes  # `duplicate_of`, 0 if null
    published: Ints
    dated: Ints  # `event_date`
    kinds: Ints
    sectors: Ints  # a bit a code
    countries: Lists
    mentions: Lists  # of `forms`
    actors: Hashes  # `actor_id` of each mention
    forms: Forms

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def days(self) -> Ints:
        """The day that an article stands for: of the event or, unknown, of publication."""
        return np.where(self.dated == NO_DAY, self.published, self.dated)

    @cached_property
    def first_order(self) -> Ints:
        """The place of each article when they are sorted by day (unknown last), then id: the first is the least."""
        day = np.where(self.published == NO_DAY, self.dated, self.published)
        order = np.lexsort((self.ids, np.where(day == NO_DAY, np.iinfo(np.int64).max, day)))
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        return place

    @cached_property
    def parties(self) -> Hashes:
        """The countries of each article, a bit each."""
        found = np.zeros((len(self), 4), np.uint64)
        items = self.countries.items
        np.bitwise_or.at(found, (self.countries.rows, items >> 6), np.uint64(1) << (items & 63).astype(np.uint64))
        return found

    def forget(self) -> None:
        """Let go of what was worked out of the columns; it is worked out again when it is asked for."""
        for name in ("days", "first_order", "parties"):
            self.__dict__.pop(name, None)

    def take(self, places: Ints) -> Self:
        """Some of the articles, in that order."""
        made: dict[str, Any] = {"forms": self.forms, "actors": self.actors[self.mentions.within(places)]}
        for one in fields(self):
            column = getattr(self, one.name)
            if isinstance(column, Lists):
                starts = starts_of(column.starts[places + 1] - column.starts[places])
                made[one.name] = Lists(column.items[column.within(places)], starts)
            elif one.name not in made:
                made[one.name] = column[places]
        return type(self)(**made)

    def __add__(self, other: Self) -> Self:
        """The articles of both, which have the same forms, in order; none is in both."""
        made: dict[str, Any] = {"forms": self.forms}
        for one in fields(self):
            column, more = getattr(self, one.name), getattr(other, one.name)
            if isinstance(column, Lists):
                starts = np.append(column.starts, more.starts[1:] + column.starts[-1])
                made[one.name] = Lists(np.append(column.items, more.items), starts)
            elif one.name not in made:
                made[one.name] = np.append(column, more)
        return type(self)(**made).sorted()

    def sorted(self) -> Self:
        """The same in order of `ids`."""
        if not (self.ids[1:] < self.ids[:-1]).any():
            return self
        return self.take(np.argsort(self.ids, kind="stable"))

    def contents(self) -> Hashes:
        """A number for each article that changes with whatever linking looks at."""
        whole = self.publishers ^ mix(self.texts)
        for column in (self.published, self.dated, self.kinds, self.sectors):
            whole = mix(whole * np.uint64(3) + column.astype(np.uint64))
        forms = self.forms.hashes
        for lists, keys in ((self.countries, self.countries.items.astype(np.uint64)), (self.mentions, None)):
            some = keys if keys is not None else forms[lists.items] if len(lists.items) else forms[:0]
            place = (np.arange(len(some)) - lists.starts[lists.rows]).astype(np.uint64)
            np.bitwise_xor.at(whole, lists.rows, mix(some * np.uint64(5) + place))
        return whole


def numbers(column: pa.Array) -> Hashes:
    """A number for each value, the same on every machine; 0 for null."""
    encoded = column.dictionary_encode()
    made = [int.from_bytes(blake2b(one.encode(), digest_size=8).digest()) for one in encoded.dictionary.to_pylist()]
    at = pc.fill_null(encoded.indices, len(made)).to_numpy(zero_copy_only=False)
    return np.array([*made, 0], np.uint64)[at]


def read_corpus(paths: Sequence[Path], forms: Forms) -> Corpus:
    """Read the columns that linking looks at.

    Args:
        paths: files of the table `articles`, together sorted by `article_id` or not: the corpus is.
        forms: known so far, to which those of the corpus are added.
    """
    reading = _Reading(forms)
    for path in paths:
        with pq.ParquetFile(path, pre_buffer=False) as file:
            for batch in file.iter_batches(_BATCH, columns=list(_COLUMNS)):
                reading.add(batch)
    return reading.corpus()


class _Reading:
    """Batches as they come."""

    def __init__(self, forms: Forms) -> None:
        self._kinds = pa.array(values.kinds())
        self._sectors = pa.array(values.sectors())
        self._countries = pa.array(values.countries())
        self._forms = forms
        self._columns: dict[str, list[np.ndarray]] = {name: [] for name in (*_HASHED, *_COUNTED)}

    def add(self, batch: pa.RecordBatch) -> None:
        frame = Frame(batch)
        self._keep("sizes_countries", pc.list_value_length(batch["countries"]).to_numpy(zero_copy_only=False))
        self._keep("countries", _index(frame["countries[]"], self._countries))
        self._keep("sizes_mentions", pc.list_value_length(batch["actors"]).to_numpy(zero_copy_only=False))
        self._keep("mentions", self._forms.places([frame[f"actors.{name}"] for name in Form._fields]))
        self._keep("actors", id_numbers(frame["actors.actor_id"]))
        mask = np.zeros(batch.num_rows, np.int64)
        codes = np.left_shift(1, _index(frame["sectors.code"], self._sectors))
        np.bitwise_or.at(mask, frame.rows("sectors.code"), codes)
        self._keep("sectors", mask)
        self._keep("kinds", _index(batch["kind"], self._kinds))
        verified = pc.equal(batch["review"], "verified")
        self._keep("verified", verified.to_numpy(zero_copy_only=False).astype(np.int64))
        for column, name in (("published", "published"), ("event_date", "dated")):
            day = pc.fill_null(batch[column].cast(pa.int32()), NO_DAY).to_numpy(zero_copy_only=False)
            self._keep(name, day.astype(np.int64))
        for column, name in (("article_id", "ids"), ("event_id", "events"), ("duplicate_of", "originals")):
            self._keep(name, id_numbers(batch[column]))
        self._keep("texts", digits(batch["body_sha256"], 0, 64))
        self._keep("publishers", numbers(batch["publisher"]))

    def _keep(self, name: str, values: np.ndarray) -> None:
        self._columns[name].append(values)

    def corpus(self) -> Corpus:
        plain = {}
        for name in (*_HASHED, *_COUNTED):
            some = self._columns.pop(name)  # one by one, so that not all are there twice
            plain[name] = np.concatenate(some) if some else self._nothing(name)
            del some
        columns: dict[str, Any] = {"rows": np.arange(len(plain["ids"])), "forms": self._forms, **plain}
        for name in ("countries", "mentions"):
            columns[name] = Lists(plain[name].astype(np.int64), starts_of(columns.pop(f"sizes_{name}")))
        return Corpus(**columns).sorted()

    @staticmethod
    def _nothing(name: str) -> np.ndarray:
        return np.zeros(0, np.uint64 if name in _HASHED else np.int64)


def starts_of(sizes: Ints) -> Ints:
    """Where lists of those sizes begin, and where the last ends."""
    return np.append(0, np.cumsum(sizes)).astype(np.int64)


def places(known: npt.NDArray[Any], wanted: npt.NDArray[Any]) -> Ints:
    """Where in `known` each of `wanted` stands, -1 if nowhere."""
    order = np.argsort(known, kind="stable")
    if not len(order):
        return np.full(len(wanted), -1, np.int64)
    at = np.minimum(np.searchsorted(known[order], wanted), len(order) - 1)
    return np.where(known[order[at]] == wanted, order[at], -1)


def _index(items: pa.Array, vocabulary: pa.Array) -> Ints:
    return pc.fill_null(pc.index_in(items, vocabulary), 0).to_numpy(zero_copy_only=False).astype(np.int64)
