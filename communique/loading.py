"""The dataset in Python: a table of a release that comes with the package, or of one on disk, without network.

In: the name of a table and where to take it from. Out: a pandas frame with Arrow types, an Arrow table, or a
`datasets.Dataset`; of each the same rows, in the same order, with the types of the contract.
"""

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from communique.errors import DataError, UsageError
from communique.schemas import TABLES

if TYPE_CHECKING:
    import datasets
    import pandas as pd
    import pyarrow as pa

FORMS = ("pandas", "arrow", "dataset")

_VERSION = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})")


def versions() -> list[str]:
    """The versions of the dataset that come with the package, oldest first."""
    return sorted((path.name for path in _releases().glob("*") if _VERSION.fullmatch(path.name)), key=_order)


def _releases() -> Path:
    return Path(str(files("communique.dataset"))) / "releases"


def _order(version: str) -> tuple[int, ...]:
    """The place of a semantic version: 0.10.0 is after 0.9.0."""
    return tuple(map(int, version.split(".")))


@overload
def load(
    table: str = ...,
    *,
    version: str | None = ...,
    source: str | Path | None = ...,
    as_: Literal["pandas"] = ...,
    columns: list[str] | None = ...,
) -> "pd.DataFrame": ...
@overload
def load(
    table: str = ...,
    *,
    version: str | None = ...,
    source: str | Path | None = ...,
    as_: Literal["arrow"],
    columns: list[str] | None = ...,
) -> "pa.Table": ...
@overload
def load(
    table: str = ...,
    *,
    version: str | None = ...,
    source: str | Path | None = ...,
    as_: Literal["dataset"],
    columns: list[str] | None = ...,
) -> "datasets.Dataset": ...
def load(
    table: str = "articles",
    *,
    version: str | None = None,
    source: str | Path | None = None,
    as_: str = "pandas",
    columns: list[str] | None = None,
) -> Any:
    """Load a table.

    Args:
        table: "articles", "events" or "actors".
        version: a release that comes with the package, such as "0.1.0"; the newest if left out or "latest".
        source: in place of a version, a release directory, a directory that `normalize` wrote, or one Parquet file.
        as_: "pandas" for a DataFrame with Arrow types, "arrow" for a `pyarrow.Table`, "dataset" for a
            `datasets.Dataset`.
        columns: only these columns, in this order.

    Returns:
        The rows in the form asked for.

    Raises:
        UsageError: there is no such table, version, source, form or column; the hint lists what there is.
        DataError: a file of the table cannot be read.

    >>> load("articles", columns=["kind", "countries"]).shape[1]
    2
    """
    _choice("table", table, tuple(TABLES))
    _choice("form", as_, FORMS)
    if version is not None and source is not None:
        raise UsageError("both version and source are given", "give one of them")
    paths = _parquet_files(table, Path(source) if source is not None else _bundled(version))
    rows = _read(paths, columns)
    if as_ == "arrow":
        return rows
    if as_ == "pandas":
        import pandas as pd

        return rows.to_pandas(types_mapper=pd.ArrowDtype)
    from datasets import Dataset
    from datasets.table import InMemoryTable

    return Dataset(InMemoryTable(rows))


def _choice(what: str, given: object, choices: tuple[str, ...]) -> None:
    if given not in choices:
        raise UsageError(f"there is no {what} {given!r}", f"there are {', '.join(choices)}")


def _bundled(version: str | None) -> Path:
    """The directory of a release that comes with the package."""
    known = versions()
    if not known:
        raise UsageError("no release comes with this installation", "give source=, a release directory")
    if version in (None, "latest"):
        return _releases() / known[-1]
    _choice("version", version, tuple(known))
    return _releases() / str(version)


def _parquet_files(table: str, source: Path) -> list[Path]:
    """The files of a table: in a release, in the output of `normalize`, or one file itself."""
    if source.is_file():
        return [source]
    if not source.is_dir():
        raise UsageError(f"{source}: no such file or directory", "give a release or a directory that normalize wrote")
    found = sorted((source / "data" / table).glob("*.parquet")) or sorted(source.glob(f"{table}.parquet"))
    if not found:
        there = [name for name in TABLES if name != table and (source / f"{name}.parquet").exists()]
        hint = f"there are {', '.join(there)}" if there else f"expected {table}.parquet or data/{table}/*.parquet"
        raise UsageError(f"{source} holds no table {table!r}", hint)
    return found


def _read(paths: list[Path], columns: list[str] | None) -> "pa.Table":
    import pyarrow as pa
    import pyarrow.parquet as pq

    parts = []
    for path in paths:
        try:
            there = pq.read_schema(path).names
            unknown = [name for name in columns or () if name not in there]
            if not unknown:
                parts.append(pq.read_table(path, columns=columns, partitioning=None))
        except (pa.ArrowException, OSError) as error:
            raise DataError(f"{path}: cannot be read: {error}") from error
        if unknown:
            raise UsageError(f"there is no column {unknown[0]!r} in {path}", f"there are {', '.join(there)}")
    try:
        return pa.concat_tables(parts)
    except pa.ArrowException as error:
        raise DataError(f"{paths[0].parent}: the files of the table differ in their columns: {error}") from error
