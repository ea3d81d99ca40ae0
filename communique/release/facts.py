"""What the tables of a release hold, in figures: numbers of articles by this and that, and how full each column is.

In: the Parquet files of a table. Out: the `counts` and the `coverage` of the manifest. Only the columns counted are
read; how many values of a plain column are null stands in the footers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from communique.files import open_parquet
from communique.schemas import Table
from communique.schemas.frame import Frame

UNKNOWN = "unknown"
_PLAIN = ("publisher", "kind", "language", "rights", "review")
_COUNTED = ("published", "countries", "sectors", *_PLAIN)


def counts(articles: Sequence[Path]) -> dict[str, dict[str, int]]:
    """Numbers of articles by year and month of `published`, publisher, kind, country, pair of countries, sector,
    language, rights and review, each sorted by what is counted. Articles without a value count as "unknown" by year
    and nowhere else.

    Args:
        articles: the files of the table `articles`.
    """
    found: dict[str, Counter[str]] = {
        name: Counter() for name in ("year", "month", "publisher", "kind", "country", "pair", "sector", *_PLAIN)
    }
    for batch in _batches(articles, _COUNTED):
        frame = Frame(batch)
        days = frame["published"]
        _count(found["year"], pc.fill_null(pc.year(days).cast(pa.string()), UNKNOWN))
        _count(found["month"], pc.utf8_slice_codeunits(days.cast(pa.string()), 0, 7))
        _count(found["country"], frame["countries[]"])
        _count(found["sector"], frame["sectors.code"])
        _count_pairs(found["pair"], frame["countries"])
        for name in _PLAIN:
            _count(found[name], frame[name])
    return {name: dict(sorted(counter.items())) for name, counter in found.items()}


def _count(counter: Counter[str], values: pa.Array) -> None:
    for one in pc.value_counts(values.drop_null()).to_pylist():
        counter[one["values"]] += one["counts"]


def _count_pairs(counter: Counter[str], countries: pa.Array) -> None:
    """Each two parties of an article are a pair; few sets of parties are distinct, and each is taken apart once."""
    for one in pc.value_counts(pc.binary_join(countries, "-")).to_pylist():
        for pair in combinations(one["values"].split("-"), 2):
            counter["-".join(pair)] += one["counts"]


def newest(articles: Sequence[Path]) -> date | None:
    """The latest day on which an article was published; None if no article has one."""
    days = [pc.max(batch.column(0)).as_py() for batch in _batches(articles, ("published",))]
    return max((day for day in days if day), default=None)


def coverage(table: Table, files: Sequence[Path]) -> dict[str, float]:
    """The share of rows in which a column has a value, to four places; of a list: in which it is not empty; of a field
    of structs: of the structs in which it has one. 0.0 where there is nothing.

    Args:
        table: its declaration.
        files: its files.
    """
    of: Counter[str] = Counter()
    filled: Counter[str] = Counter()
    for file in files:
        unsaid = _count_footer(pq.read_metadata(file), of, filled)
        read = [column.name for column in table.columns if column.is_list or column.name in unsaid]
        for batch in _batches([file], read):
            _count_rows(table, Frame(batch), unsaid, of, filled)
    return {path: round(filled[path] / of[path], 4) if of[path] else 0.0 for path, _ in table.walk()}


def _count_footer(footer: pq.FileMetaData, of: Counter[str], filled: Counter[str]) -> set[str]:
    """Count plain columns by what the footer says; those of which it does not say enough are returned."""
    said: dict[str, list[tuple[int, int | None]]] = {}
    for group in map(footer.row_group, range(footer.num_row_groups)):
        for column in map(group.column, range(group.num_columns)):
            if "." not in column.path_in_schema:
                known = column.statistics is not None and column.statistics.has_null_count
                said.setdefault(column.path_in_schema, []).append(
                    (group.num_rows, column.statistics.null_count if known else None)
                )
    unsaid = {name for name, groups in said.items() if any(nulls is None for _, nulls in groups)}
    for name in said.keys() - unsaid:
        of[name] += sum(rows for rows, _ in said[name])
        filled[name] += sum(rows - (nulls or 0) for rows, nulls in said[name])
    return unsaid


def _count_rows(table: Table, frame: Frame, unsaid: set[str], of: Counter[str], filled: Counter[str]) -> None:
    """Count lists, the fields of structs, and the plain columns that the footer left open."""
    for path, column in table.walk():
        if column.is_list:
            of[path] += frame.length
            filled[path] += pc.sum(pc.greater(pc.list_value_length(frame[path]), 0)).as_py() or 0
        elif "." in path or path in unsaid:
            of[path] += len(frame[path])
            filled[path] += len(frame[path]) - frame[path].null_count


def _batches(files: Sequence[Path], columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    for file in files:
        with open_parquet(file) as parquet:
            yield from parquet.iter_batches(65_536, columns=list(columns))
