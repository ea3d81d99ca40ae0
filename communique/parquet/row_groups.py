"""Parquet files put together out of row groups of others, without their values being read or written anew.

In: row groups of files of one schema, some of their columns perhaps from another file. Out: a file that holds them. A
Parquet file is its column chunks, one after the other, and a footer that says where each is: chunks are copied as they
are, and a new footer is written (Apache Parquet format, `parquet.thrift`, to which the numbers of fields belong).
"""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from communique.parquet.thrift import LIST, STRUCT, Malformed, Struct, Value, number, read_struct, write_struct

_MAGIC = b"PAR1"
_SCHEMA, _ROWS, _GROUPS = 2, 3, 4  # fields of FileMetaData
_COLUMNS, _GROUP_ROWS = 1, 3  # of RowGroup
_FILE, _AT, _ABOUT, _ENCRYPTED = 1, 2, 3, (8, 9)  # of ColumnChunk
_PATH, _PLAIN_SIZE, _SIZE, _DATA, _INDEX, _DICTIONARY = 3, 6, 7, 9, 10, 11  # of ColumnMetaData
_ELSEWHERE = (14, 15)  # a Bloom filter, which stands outside of the chunk


@dataclass
class Parts:
    """A Parquet file as far as its footer tells.

    Raises:
        Malformed: the footer is none, or the chunks are not in this very file, in the clear.
    """

    path: Path
    footer: Struct = field(init=False)

    def __post_init__(self) -> None:
        data = footer_of(self.path)
        self.footer = read_struct(data)
        try:
            _check(self.groups, self.path.stat().st_size - 8 - len(data))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Malformed(f"{self.path} cannot be taken apart") from error

    @property
    def groups(self) -> list[Struct]:
        """Its row groups."""
        found: list[Struct] = self.footer[_GROUPS].value[1]
        return found

    @property
    def schema(self) -> Any:
        """Its columns and their types, to be compared."""
        return self.footer[_SCHEMA]


def footer_of(path: Path) -> bytes:
    """The footer of a Parquet file.

    Raises:
        Malformed: it is none.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - 8))
        end = file.read(8)
        length = int.from_bytes(end[:4], "little")
        if len(end) < 8 or end[4:] != _MAGIC or length > size - 12:
            raise Malformed(f"{path} is no Parquet file")
        file.seek(size - 8 - length)
        return file.read(length)


def _check(groups: list[Struct], end: int) -> None:
    for group in groups:
        for chunk in group[_COLUMNS].value[1]:
            start, size = _span(chunk)
            if _FILE in chunk or any(one in chunk for one in _ENCRYPTED) or not 4 <= start <= start + size <= end:
                raise Malformed("a chunk is elsewhere, or encrypted")


def rows_of(group: Struct) -> int:
    """How many rows a row group has."""
    return int(group[_GROUP_ROWS].value)


Group = tuple[Parts, int]
"""A file and the number of one of its row groups."""
Piece = tuple[Group, Sequence[Group]]
"""A row group, and others of as many rows, whose columns stand in place of its own."""


def put_together(pieces: Iterable[Piece], like: Parts, out: Path) -> None:
    """Write a file of row groups.

    Args:
        pieces: the row groups, in order.
        like: a file of the same schema, whose footer says all else.
        out: the file to write.
    """
    groups: list[Struct] = []
    with out.open("wb") as file:
        file.write(_MAGIC)
        for own, others in pieces:
            with ExitStack() as stack:
                chunks: dict[tuple[bytes, ...], tuple[BinaryIO, Struct]] = {}
                for parts, n in (own, *others):
                    source = stack.enter_context(parts.path.open("rb"))
                    chunks |= {_path(chunk): (source, chunk) for chunk in parts.groups[n][_COLUMNS].value[1]}
                groups.append(_copied(chunks.values(), rows_of(own[0].groups[own[1]]), file))
        footer = {
            **like.footer,
            _ROWS: number(sum(map(rows_of, groups))),
            _GROUPS: Value(LIST, (STRUCT, groups)),
        }
        data = write_struct(footer)
        file.write(data + len(data).to_bytes(4, "little") + _MAGIC)


def _copied(chunks: Iterable[tuple[BinaryIO, Struct]], rows: int, out: BinaryIO) -> Struct:
    """Copy the chunks of a row group; returns what the footer says of it."""
    begin = out.tell()
    made: list[Struct] = []
    for source, chunk in chunks:
        start, size = _span(chunk)
        moved = out.tell() - start
        source.seek(start)
        out.write(source.read(size))
        about: Struct = {n: value for n, value in chunk[_ABOUT].value.items() if n not in _ELSEWHERE}
        for place in (_DATA, _INDEX, _DICTIONARY):
            if place in about:
                about[place] = number(about[place].value + moved)
        made.append({_AT: number(0), _ABOUT: Value(STRUCT, about)})
    plain = sum(chunk[_ABOUT].value[_PLAIN_SIZE].value for chunk in made)
    return {
        _COLUMNS: Value(LIST, (STRUCT, made)),
        2: number(plain),
        _GROUP_ROWS: number(rows),
        5: number(begin),
        6: number(out.tell() - begin),
    }


def _path(chunk: Struct) -> tuple[bytes, ...]:
    return tuple(chunk[_ABOUT].value[_PATH].value[1])


def _span(chunk: Struct) -> tuple[int, int]:
    """Where a chunk begins and how long it is."""
    about = chunk[_ABOUT].value
    starts = [about[place].value for place in (_DATA, _DICTIONARY) if place in about and about[place].value > 0]
    return min(starts), about[_SIZE].value
