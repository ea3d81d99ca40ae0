"""What the forms of participants tell, worked out once and kept beside the tables, so that a later run need not again.

In: `Forms`. Out: for each, as columns of numbers, how many parts its name has, whose id it bears, and under which keys
it is looked for; in memory and as `forms.parquet`.
"""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.link.corpus import Form, Forms, Ints, Lists, places
from communique.link.ids import profile
from communique.link.names import Part
from communique.link.people import Unit, block_keys, body_name, name_of, needs, offers
from communique.schemas.ids import unspell

FORMS = "forms.parquet"
"""The name of the file."""

_KEYS = {"blocks": block_keys, "needs": needs, "offers": offers}
_MADE_OF = b"of"
_NUMBERS = ("parts", "first", "last", "identity")
_SCHEMA = pa.schema(
    [
        ("form", pa.uint64()),  # the hash of its values
        *((name, pa.string()) for name in Form._fields),
        *((name, pa.int64()) for name in ("parts", "first", "last")),  # of its name: how many, and two initials
        ("identity", pa.uint64()),  # of the unit, where the year does not matter
        *((name, pa.list_(pa.field("element", pa.uint64()))) for name in _KEYS),  # as Parquet names it
    ]
)


class Told:
    """What forms tell, for all corpora that share them.

    Args:
        forms: to which none may be added from now on.
        known: what an earlier run found, as `read_told` gives it.
    """

    def __init__(self, forms: Forms, known: pa.Table | None = None) -> None:
        self.forms = forms
        self._names: dict[int, tuple[Part, ...]] = {}
        self._years: dict[tuple[int, int], int] = {}
        before = _SCHEMA.empty_table() if known is None else known
        at = places(before["form"].to_numpy(), forms.hashes)
        new = np.flatnonzero(at < 0)
        at[new] = np.arange(len(new)) + len(before)
        made = pa.Table.from_pylist([self._row(n) for n in new.tolist()], schema=_SCHEMA)
        self._table = pa.concat_tables([before, made]).take(pa.array(at)).combine_chunks()
        self._table = self._table.set_column(0, "form", pa.array(forms.hashes))
        self.parts, self.first, self.last, self.identity = (self._table[name].to_numpy() for name in _NUMBERS)
        self.persons = np.array([form.type == "person" for form in forms] or [False])[: len(forms)]
        codes: dict[str | None, int] = {None: 0}
        told = [codes.setdefault(form.country, len(codes)) for form in forms]
        self.countries = np.array(told, np.int64)  # the same number for the same country, 0 for none

    def _row(self, number: int) -> dict[str, object]:
        form, name = self.forms[number], self.name(number)
        unit = self.unit(number)
        return {
            **form._asdict(),
            "parts": len(name),
            "first": ord(name[0].sound.lstrip("=")[:1] or " ") if name else 0,
            "last": ord(name[-1].sound.lstrip("=")[:1] or " ") if name else 0,
            "identity": unspell(profile(*form)),
            **{column: [_number(key) for key in keys(unit)] for column, keys in _KEYS.items()},
        }

    def name(self, form: int) -> tuple[Part, ...]:
        """The parts of a person's name."""
        if form not in self._names:
            self._names[form] = name_of(self.forms[form])
        return self._names[form]

    def forget(self) -> None:
        """Let go of the parts of names; they are found again when they are asked for."""
        self._names.clear()

    def unit(self, form: int) -> Unit:
        """A unit that is put as `form`, as far as that tells."""
        of = self.forms[form]
        return Unit("", of, self.name(form), body_name(of.name if of.type == "organization" else of.organization))

    def of_year(self, form: int, year: int) -> int:
        """The id of a unit that bears a single family name, as a number."""
        if (form, year) not in self._years:
            self._years[form, year] = unspell(profile(*self.forms[form], str(year)))
        return self._years[form, year]

    def keys(self, what: str) -> Lists:
        """The keys of each form: "blocks" in which it is compared, and what it "needs" and "offers" (see `people`)."""
        column = self._table[what].combine_chunks()
        return Lists(column.flatten().to_numpy().view(np.int64), column.offsets.to_numpy().astype(np.int64))

    def order(self, some: Ints) -> Ints:
        """The place of each of some forms when they are sorted by their values."""
        if not len(some):
            return some
        rows = zip(*(self.forms[n] for n in some.tolist()), strict=True)
        columns = [pa.array([value or "" for value in column], pa.string()) for column in rows]
        table = pa.table(columns, names=Form._fields)
        place = np.empty(len(some), np.int64)
        place[pc.sort_indices(table, [(name, "ascending") for name in Form._fields])] = np.arange(len(place))
        return place

    def write(self, path: Path, used: Ints, of: str) -> Ints:
        """Keep what is told of the forms that are `used`, for a later run; returns for each form its place there."""
        used = used[np.argsort(self.forms.hashes[used])]
        table = self._table.take(pa.array(used)).combine_chunks().replace_schema_metadata({_MADE_OF: of})
        pq.write_table(table, path, compression="none")
        place = np.full(len(self.forms), -1, np.int64)
        place[used] = np.arange(len(used))
        return place


def read_told(path: Path, of: str) -> pa.Table | None:
    """What an earlier run kept; None if it is not there, or stands on something else than `of`."""
    try:
        with pq.ParquetFile(path) as file:
            table = file.read().combine_chunks()
    except (pa.ArrowException, OSError):
        return None
    return table if table.schema == _SCHEMA and (table.schema.metadata or {}).get(_MADE_OF) == of.encode() else None


def _number(key: Sequence[str]) -> int:
    return int.from_bytes(blake2b("\x1f".join(key).encode(errors="surrogatepass"), digest_size=8).digest())
