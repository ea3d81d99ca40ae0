"""What linking looks at of the articles, kept beside the tables, so that a later run need not read them again.

In: a linked corpus and the sketches of its texts. Out: `linked.arrow`, a row an article, mapped into memory when it is
read; and an `Index`, if the file is of these very tables and they were linked as this program does.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from communique.link.bodies import Sketches
from communique.link.copies import BANDS, Band
from communique.link.corpus import Corpus, Forms, Ints, Lists
from communique.link.forms import FORMS, read_told
from communique.parquet.row_groups import footer_of
from communique.parquet.thrift import Malformed
from communique.registry import digest
from communique.schemas import SCHEMA_VERSION, TABLES

INDEX = "linked.arrow"
"""The name of the file."""

_VERSION = "6"  # counts up when links or rows are made differently: what was made otherwise is made anew, ids stay
_MADE_OF = b"of"
_BANDS = [f"band{n}" for n in range(BANDS)]
_SCHEMA = pa.schema(
    [
        *((name, pa.uint64()) for name in ("ids", "events", "publishers", "texts", "originals")),
        *(("rows", pa.int64()), ("verified", pa.int8()), ("kinds", pa.int8()), ("sectors", pa.int64())),
        *(("published", pa.int32()), ("dated", pa.int32())),
        *(("countries", pa.list_(pa.int16())), ("mentions", pa.list_(pa.int32())), ("actors", pa.list_(pa.uint64()))),
        *((name, pa.uint32()) for name in _BANDS),
    ]
)
_ROWS = 1 << 16  # that are written at a time


@dataclass
class Index:
    """What an earlier run kept: the corpus with its forms, what those tell, and the bands of the texts' sketches."""

    corpus: Corpus
    told: pa.Table
    bands: list[Band]


def made_of(tables: Path) -> str:
    """What an index stands on: how it was linked, the facts about the world, and the tables in a folder.

    A table is told by its footer, which says the place, the length and the least and greatest value of each column.

    Raises:
        Malformed: one is no Parquet file.
    """
    footers = (footer_of(tables / f"{name}.parquet") for name in TABLES)
    return " ".join([_VERSION, SCHEMA_VERSION, digest(), *(sha256(footer).hexdigest() for footer in footers)])


def write_index(corpus: Corpus, sketches: Sketches, path: Path, of: str) -> None:
    """Keep a corpus for a later run.

    Args:
        corpus: linked; its forms count as `Told.write` keeps them.
        sketches: of its texts.
        path: the file to write.
        of: as `made_of` says.
    """
    given: dict[str, Any] = {name: getattr(corpus, name) for name in _SCHEMA.names if name not in _BANDS}
    given["actors"] = Lists(corpus.actors.view(np.int64), corpus.mentions.starts)
    schema = _SCHEMA.with_metadata({_MADE_OF: of.encode()})
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for start in range(0, len(corpus), _ROWS):
            end = min(start + _ROWS, len(corpus))
            columns = [_column(given[name], start, end, schema.field(name).type) for name in given]
            columns += [pa.array(sketches.band(n, start, end)) for n in range(BANDS)]
            writer.write_batch(pa.record_batch(columns, schema=schema))


def _column(whole: Ints | Lists, start: int, end: int, type: pa.DataType) -> pa.Array:
    """The rows from one to another, as numbers of the size that is kept."""
    if isinstance(whole, Lists):
        starts = whole.starts[start : end + 1]
        items = _column(whole.items, int(starts[0]), int(starts[-1]), type.value_type)
        return pa.ListArray.from_arrays(pa.array((starts - starts[0]).astype(np.int32)), items)
    return pa.array(whole[start:end].astype(_numpy(type)))


def read_index(tables: Path) -> Index | None:
    """What was kept beside tables; None if nothing was, or the tables are not those, or were linked differently."""
    try:
        of = made_of(tables)
        with pa.ipc.open_file(pa.memory_map(str(tables / INDEX))) as file:
            if file.schema != _SCHEMA or (file.schema.metadata or {}).get(_MADE_OF) != of.encode():
                return None
            table = file.read_all()
        table.validate(full=True)
    except (OSError, pa.ArrowException, Malformed):
        return None
    told = read_told(tables / FORMS, of)
    if told is None:
        return None
    forms = Forms.of(told)
    columns: dict[str, Any] = {"forms": forms}
    for name in _SCHEMA.names[:-BANDS]:
        column = _whole(table[name])
        if isinstance(column, pa.ListArray):
            items = column.flatten().to_numpy()
            wide = items if name == "actors" else items.astype(np.int64)
            columns[name] = Lists(wide, column.offsets.to_numpy().astype(np.int64))
        else:
            some = column.to_numpy()
            columns[name] = some if some.dtype == np.uint64 else some.astype(np.int64)
    columns["actors"] = columns["actors"].items
    corpus = Corpus(**columns)
    if (corpus.mentions.items >= len(forms)).any():
        return None
    return Index(corpus, told, [_whole(table[name]).to_numpy() for name in _BANDS])


def _numpy(type: pa.DataType) -> str:
    return str(type)  # "int32", "uint64": both call them so


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
