"""What every room does with files: their checksum, their Parquet, and where the files of a table are.

In: paths. Out: a digest, an open Parquet file, or further paths. pyarrow is imported when it is needed.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow.parquet as pq


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_parquet(path: Path) -> "pq.ParquetFile":
    """A file to read page by page: row groups may be larger than the memory."""
    import pyarrow.parquet as pq

    return pq.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20)


def table_files(folder: Path, table: str) -> list[Path]:
    """The files of a table in what `normalize` wrote or in a release, in order; none if it has none."""
    single = folder / f"{table}.parquet"
    return [single] if single.is_file() else sorted((folder / "data" / table).glob("*.parquet"))
