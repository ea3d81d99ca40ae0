"""What a person has decided about links: what is the same, what is apart, and why; it stands over what is computed.

In: a TOML file. Out: pairs for the steps of linking. Each entry has `these` (two or more) and a `reason`:

    [[same.actors]]
    these = [{ name = "Mehmet Ali Yilmaz", country = "TUR" }, { name = "M. A. Yilmaz", country = "TUR" }]
    reason = "the ministry's own page gives both"

    [[apart.events]]
    these = ["a-9f86d081884c7d65", "a-4c5e7088455429db"]
    reason = "two sessions on one day"

The six lists are `same` and `apart` of `actors`, `events` and `copies`. An actor is told by `name`, `country` and, if
need be, `role` (a word of it); an article by its `article_id`.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from communique.errors import DataError
from communique.link.corpus import Corpus
from communique.link.ids import key
from communique.link.pairs import Pairs
from communique.link.people import Unit
from communique.schemas.ids import id_pattern, spell

Entries = tuple[tuple[Any, ...], ...]

_WHAT = ("actors", "events", "copies")


@dataclass(frozen=True, slots=True)
class Curated:
    """The decisions: for each of "actors", "events", "copies" which are the same, and which are apart."""

    same: dict[str, Entries] = field(default_factory=dict)
    apart: dict[str, Entries] = field(default_factory=dict)

    def unmatched(self, corpus: Corpus, units: Sequence[Unit]) -> list[str]:
        """The articles and actors that are decided on and are not there, as text."""
        ids = {spell("a", one) for one in corpus.ids.tolist()} if self.same or self.apart else set()
        missing: dict[str, None] = {}
        for entries in (self.same, self.apart):
            for what, some in entries.items():
                for one in (one for these in some for one in these):
                    there = any(_is(unit, one) for unit in units) if what == "actors" else one in ids
                    if not there:
                        missing[one if isinstance(one, str) else ", ".join(one.values())] = None
        return list(missing)

    def same_copies(self, corpus: Corpus) -> Pairs:
        """Pairs of articles that are copies."""
        return _articles(self.same.get("copies", ()), corpus)

    def apart_copies(self, corpus: Corpus) -> Pairs:
        """Pairs of articles that are no copies."""
        return _articles(self.apart.get("copies", ()), corpus)

    def same_events(self, corpus: Corpus) -> Pairs:
        """Pairs of articles that tell one event."""
        return _articles(self.same.get("events", ()), corpus)

    def apart_events(self, corpus: Corpus) -> Pairs:
        """Pairs of articles that tell two events."""
        return _articles(self.apart.get("events", ()), corpus)

    def same_units(self, units: Sequence[Unit]) -> Pairs:
        """Pairs of units that are one actor."""
        return _actors(self.same.get("actors", ()), units)

    def apart_units(self, units: Sequence[Unit]) -> Pairs:
        """Pairs of units that are two actors."""
        return _actors(self.apart.get("actors", ()), units)


def read_curated(path: Path) -> Curated:
    """Read the decisions.

    Raises:
        DataError: the file cannot be read or is not of the form above.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: cannot be read: {error}", "see `communique.link.curated` for its form") from error
    if unknown := sorted(data.keys() - {"same", "apart"}):
        raise DataError(f"{path}: there is no {unknown[0]!r}", "there are same and apart")
    return Curated(*({what: _entries(path, data, how, what) for what in _WHAT} for how in ("same", "apart")))


def _entries(path: Path, data: dict[str, Any], how: str, what: str) -> Entries:
    part = data.get(how, {})
    where = f"{path}: {how}.{what}"
    given = part.get(what, []) if isinstance(part, dict) and not part.keys() - set(_WHAT) else None
    if not isinstance(given, list):
        raise DataError(f"{path}: {how} holds no lists of {', '.join(_WHAT)}", f"write [[{how}.actors]]")
    for entry in given:
        if not isinstance(entry, dict) or entry.keys() != {"these", "reason"} or not str(entry["reason"]).strip():
            raise DataError(f"{where}: an entry has these and a reason, and nothing else")
        if not isinstance(entry["these"], list) or len(entry["these"]) < 2:
            raise DataError(f"{where}: these are two or more")
        for one in entry["these"]:
            _check(where, what, one)
    return tuple(tuple(entry["these"]) for entry in given)


def _check(where: str, what: str, one: Any) -> None:
    if what == "actors":
        strings = isinstance(one, dict) and all(isinstance(value, str) for value in one.values())
        if not strings or "name" not in one or one.keys() - {"name", "country", "role"}:
            raise DataError(f"{where}: an actor has a name and, if need be, a country and a role, not {one!r}")
    elif not isinstance(one, str) or not re.fullmatch(id_pattern("a"), one):
        raise DataError(f"{where}: {one!r} is no article_id")


def _articles(entries: Entries, corpus: Corpus) -> Pairs:
    place = {spell("a", one): n for n, one in enumerate(corpus.ids.tolist())} if entries else {}
    found = ([place[one] for one in these if one in place] for these in entries)
    return frozenset(pair for some in found for pair in combinations(sorted(set(some)), 2))


def _actors(entries: Entries, units: Sequence[Unit]) -> Pairs:
    pairs: set[tuple[int, int]] = set()
    for these in entries:
        sides = [[n for n, unit in enumerate(units) if _is(unit, one)] for one in these]
        for some, others in combinations(sides, 2):
            pairs |= {(min(a, b), max(a, b)) for a in some for b in others if a != b}
    return frozenset(pairs)


def _is(unit: Unit, one: dict[str, str]) -> bool:
    return (
        key(unit.form.name) == key(one["name"])
        and ("country" not in one or unit.form.country == one["country"])
        and ("role" not in one or any(key(one["role"]) in key(role) for role in unit.roles))
    )
