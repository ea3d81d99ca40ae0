"""The dataset in Python: a table of a release, wherever the release is, in the form that the caller works with.

In: the name of a table, where to take it from (`communique.places`), which columns and rows. Out: a pandas frame with
Arrow types, an Arrow table, a polars frame, a `datasets.Dataset` or a DuckDB relation; of each the same rows in the
same order. Files of other years and row groups that cannot hold a row asked for are not read, nor fetched.
"""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from communique.errors import DataError, UsageError, first_line
from communique.places import DataFile, Place, Source, find
from communique.places import versions as versions
from communique.schemas import TABLES

if TYPE_CHECKING:
    import datasets
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    import pyarrow.compute as pc

    Filters: TypeAlias = list[tuple[str, str, Any]] | list[list[tuple[str, str, Any]]] | pc.Expression

FORMS = ("pandas", "arrow", "polars", "dataset", "duckdb")


@overload
def load(
    table: str = ...,
    *,
    version: str | None = ...,
    source: Source = ...,
    columns: Sequence[str] | None = ...,
    filters: "Filters | None" = ...,
    as_: Literal["pandas"] = ...,
) -> "pd.DataFrame": ...
@overload
def load(
    table: str = ...,
    *,
    version: str | None = ...,
    source: Source = ...,
    columns: Sequence[str] | None = ...,
    filters: "Filters | None" = ...,
    as_: Literal["arrow"],
) -> "pa.Table": ...
@overload
def load(
    table: str = ...,
    *,
    version: str | None = ...,
    source: Source = ...,
    columns: Sequence[str] | None = ...,
    filters: "Filters | None" = ...,
    as_: Literal["polars"],
) -> "pl.DataFrame": ...
@overload
def load(
    table: str = ...,
    *,
    version: str | None = ...,
    source: Source = ...,
    columns: Sequence[str] | None = ...,
    filters: "Filters | None" = ...,
    as_: Literal["dataset"],
) -> "datasets.Dataset": ...
@overload
def load(
    table: str = ...,
    *,
    version: str | None = ...,
    source: Source = ...,
    columns: Sequence[str] | None = ...,
    filters: "Filters | None" = ...,
    as_: Literal["duckdb"],
) -> "duckdb.DuckDBPyRelation": ...
def load(
    table: str = "articles",
    *,
    version: str | None = None,
    source: Source = None,
    columns: Sequence[str] | None = None,
    filters: "Filters | None" = None,
    as_: str = "pandas",
) -> Any:
    """Load a table.

    Args:
        table: "articles", "events" or "actors".
        version: such as "0.1.0", where the source has several; the newest if left out or "latest".
        source: a release directory, a folder of releases, a directory that `normalize` wrote, one Parquet file, or
            "org/name" or "org/name@revision" on the Hub; the release that comes with the package, if left out.
        columns: only these columns, in this order.
        filters: only these rows, as `pyarrow.parquet.read_table` takes it: `[("kind", "==", "visit")]`, or an
            expression.
        as_: "pandas" for a DataFrame with Arrow types, "arrow" for a `pyarrow.Table`, "polars" for a
            `polars.DataFrame`, "dataset" for a `datasets.Dataset`, "duckdb" for a relation of DuckDB.

    Returns:
        The rows in the form asked for.

    Raises:
        UsageError: there is no such table, version, source, form or column, the filter is none, or a library is not
            installed; the hint lists what there is.
        DataError: a file of the table cannot be read, or is not what the manifest of the release announces.
        Unreachable: the Hub is out of reach and the table not in the cache.

    >>> visits = load(columns=["title", "published"], filters=[("kind", "==", "visit")])
    >>> visits.shape[1]
    2
    """
    _choice("table", table, tuple(TABLES))
    _choice("form", as_, FORMS)
    form = _library(as_) if as_ in ("polars", "duckdb") else None
    rows = _rows(find(source, version), table, columns, filters)
    if as_ == "arrow":
        return rows
    if form is not None:
        return form.from_arrow(rows)
    if as_ == "pandas":
        import pandas as pd

        return rows.to_pandas(types_mapper=pd.ArrowDtype)
    from datasets import Dataset
    from datasets.fingerprint import generate_random_fingerprint
    from datasets.table import InMemoryTable

    # Left to itself, the library would hash all rows, which takes longer than reading them.
    return Dataset(InMemoryTable(rows), fingerprint=generate_random_fingerprint())


def _choice(what: str, given: object, choices: tuple[str, ...]) -> None:
    if given not in choices:
        raise UsageError(f"there is no {what} {given!r}", f"there are {', '.join(choices)}")


def _library(name: str) -> Any:
    """A library that only one form needs."""
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(f"{name} is not installed", f"pip install 'communique[{name}]'") from error


def _rows(place: Place, table: str, columns: Sequence[str] | None, filters: Any) -> "pa.Table":
    """The rows asked for, read as the files of one table."""
    import pyarrow.compute as pc

    some = filters if isinstance(filters, list) else None
    files = place.of(table)
    paths = place.fetch([file for file in files if _may_hold(some, table, file)] or files[:1])
    if place.manifest is not None and columns is None and not isinstance(filters, pc.Expression) and not filters:
        return _read(paths)
    schema = _schema(paths, alike=place.manifest is not None)
    if unknown := [name for name in columns or () if name not in schema.names]:
        raise UsageError(f"there is no column {unknown[0]!r} in {paths[0]}", f"there are {', '.join(schema.names)}")
    return _read(paths, None if columns is None else list(columns), _condition(filters, schema))


def _read(paths: Sequence[Path], columns: list[str] | None = None, condition: Any = None) -> "pa.Table":
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.read_table(list(map(str, paths)), columns=columns, filters=condition, partitioning=None)
    except (pa.ArrowException, OSError) as error:
        raise _unreadable(paths, error) from error


def _schema(paths: Sequence[Path], alike: bool) -> "pa.Schema":
    """The columns of the files; unless they are known to be alike, each is looked at."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        schema = pq.read_schema(paths[0])
        others = () if alike else paths[1:]
        differing = next((path for path in others if not pq.read_schema(path).equals(schema)), None)
    except (pa.ArrowException, OSError) as error:
        raise _unreadable(paths, error) from error
    if differing:
        raise DataError(f"{paths[0].parent}: the files of the table differ in their columns, see {differing.name}")
    return schema


def _condition(filters: Any, schema: "pa.Schema") -> Any:
    """The filter as an expression, tried on no rows, so that what is wrong with it is not taken for a broken file."""
    if filters is None or (isinstance(filters, list) and not filters):
        return None
    import pyarrow as pa
    import pyarrow.dataset
    import pyarrow.parquet as pq

    try:
        condition = pq.filters_to_expression(filters) if isinstance(filters, list) else filters
        pa.dataset.dataset(schema.empty_table()).to_table(filter=condition)
    except (pa.ArrowException, ValueError, TypeError) as error:
        hint = 'give filters as [("kind", "==", "visit")], or as an expression of pyarrow'
        raise UsageError(f"the filter cannot be applied: {first_line(error)}", hint) from error
    return condition


def _may_hold(filters: Any, table: str, file: DataFile) -> bool:
    """Whether a file, named by its year, can hold a row that the filter lets pass; told before it is read."""
    if not filters or file.entry is None:
        return True
    year = PurePosixPath(file.entry.path).name.partition("-")[0]
    if year != "unknown" and not (year.isdecimal() and len(year) == 4):
        return True
    either = filters if isinstance(filters[0], list) else [filters]
    return any(all(_may_fit(one, table, year) for one in every) for every in either)


def _may_fit(condition: Any, table: str, year: str) -> bool:
    """Whether a row of a year's file can fulfil one condition."""
    try:
        column, operator, value = condition
    except (TypeError, ValueError):
        return True  # what is no condition is told when the filter is applied
    if column != TABLES[table].partition or not isinstance(value, date):
        return True
    if year == "unknown":
        return False  # no comparison holds for null
    first, last = date(int(year), 1, 1), date(int(year), 12, 31)
    ruled_out = {
        "=": not first <= value <= last,
        "==": not first <= value <= last,
        "<": first >= value,
        "<=": first > value,
        ">": last <= value,
        ">=": last < value,
    }
    return not ruled_out.get(operator, False)


def _unreadable(paths: Sequence[Path], error: Exception) -> DataError:
    where = str(paths[0]) if len(paths) == 1 else f"a file of {paths[0].parent}"
    return DataError(f"{where}: cannot be read: {first_line(error)}", "`communique validate` says which file is broken")
