"""Thrift's compact protocol, in which the footers of Parquet files are written: bytes to values and back.

In: bytes. Out: structures as dictionaries, field number to `Value`. Nothing is known of what the fields mean, so that
what is read is written again as it was. Stands on Apache Thrift, `thrift-compact-protocol`.
"""

import struct
from functools import partial
from mmap import mmap
from typing import Any, NamedTuple

TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, MAP, STRUCT = range(1, 13)
_DEEPEST = 32


class Value(NamedTuple):
    """A value and its type: a number, bytes, a truth, a `Struct`, or for a list the type of its items and they."""

    type: int
    value: Any


_pair = partial(tuple.__new__, Value)  # at half the cost of `Value`

Struct = dict[int, Value]


class Malformed(ValueError):
    """The bytes are no structure of this protocol, or of a kind that is not read here."""


def number(value: int, type: int = I64) -> Value:
    """A whole number as a value."""
    return Value(type, value)


def read_struct(data: bytes) -> Struct:
    """The structure that `data` is.

    Raises:
        Malformed: it is none.

    >>> read_struct(write_struct({1: number(-3), 20: Value(BINARY, b"ab"), 21: Value(TRUE, True)}))[20].value
    b'ab'
    """
    return read_struct_at(data, 0)[0]


def read_struct_at(data: bytes | mmap, at: int) -> tuple[Struct, int]:
    """The structure that begins at a place, and the place after it.

    Raises:
        Malformed: there is none.
    """
    try:
        return _structure(data, at, 0)
    except (IndexError, struct.error) as error:
        raise Malformed("the structure is cut off") from error


def write_struct(fields: Struct) -> bytes:
    """The bytes of a structure."""
    out = bytearray()
    _write(out, STRUCT, fields)
    return bytes(out)


# The functions that read take a place and return the one after. Footers have tens of thousands of numbers: those of a
# byte are read where they stand.


def _structure(data: bytes | mmap, at: int, depth: int) -> tuple[Struct, int]:
    if depth > _DEEPEST:
        raise Malformed("structures in structures without end")
    fields: Struct = {}
    last = 0
    while head := data[at]:
        at += 1
        kind = head & 15
        if head >> 4:
            last += head >> 4
        else:
            last, at = _number(data, at)
        value, at = _number(data, at) if I16 <= kind <= I64 else _value(data, at, kind, depth)
        fields[last] = _pair((kind, value))
    return fields, at + 1


def _value(data: bytes | mmap, at: int, kind: int, depth: int) -> tuple[Any, int]:
    if kind == STRUCT:
        return _structure(data, at, depth + 1)
    if kind == BINARY:
        size, at = _size(data, at)
        return _bytes(data, at, size)
    if kind in (LIST, SET):
        return _list(data, at, depth)
    if kind in (TRUE, FALSE):
        return kind == TRUE, at
    if kind in (I16, I32, I64):
        return _number(data, at)
    if kind == BYTE:
        return data[at], at + 1
    if kind == DOUBLE:
        packed, at = _bytes(data, at, 8)
        return struct.unpack("<d", packed)[0], at
    raise Malformed(f"values of type {kind} are not read")


def _list(data: bytes | mmap, at: int, depth: int) -> tuple[tuple[int, list[Any]], int]:
    kind, size = data[at] & 15, data[at] >> 4
    at += 1
    if size == 15:
        size, at = _size(data, at)
    if size > len(data):
        raise Malformed("a list longer than the bytes")
    items: list[Any] = []
    for _ in range(size):
        if kind in (TRUE, FALSE):
            item, at = data[at] == TRUE, at + 1
        else:
            item, at = _value(data, at, kind, depth)
        items.append(item)
    return (kind, items), at


def _bytes(data: bytes | mmap, at: int, size: int) -> tuple[bytes, int]:
    if at + size > len(data):
        raise Malformed("the structure is cut off")
    return data[at : at + size], at + size


def _size(data: bytes | mmap, at: int) -> tuple[int, int]:
    byte = data[at]
    found, shift = byte & 127, 7
    while byte > 127:
        if shift > 63:
            raise Malformed("a number of more than 64 bits")
        at += 1
        byte = data[at]
        found |= (byte & 127) << shift
        shift += 7
    return found, at + 1


def _number(data: bytes | mmap, at: int) -> tuple[int, int]:
    found = data[at]
    at += 1
    if found > 127:
        found, at = _size(data, at - 1)
    return found >> 1 ^ -(found & 1), at


def _write(out: bytearray, type: int, value: Any) -> None:
    if type in (I16, I32, I64):
        _write_size(out, value << 1 ^ value >> 63)
    elif type == BINARY:
        _write_size(out, len(value))
        out += value
    elif type in (LIST, SET):
        of, items = value
        out.append(min(len(items), 15) << 4 | of)
        if len(items) >= 15:
            _write_size(out, len(items))
        for item in items:
            _item(out, of, item)
    elif type == STRUCT:
        last = 0
        for field, (kind, content) in sorted(value.items()):
            near = 0 < field - last < 16
            out.append((field - last) << 4 | kind if near else kind)
            if not near:
                _write(out, I16, field)
            _write(out, kind, content)
            last = field
        out.append(0)
    elif type == BYTE:
        out.append(value)
    elif type == DOUBLE:
        out += struct.pack("<d", value)


def _item(out: bytearray, type: int, value: Any) -> None:
    if type in (TRUE, FALSE):
        out.append(TRUE if value else FALSE)
    else:
        _write(out, type, value)


def _write_size(out: bytearray, size: int) -> None:
    while size > 127:
        out.append(size & 127 | 128)
        size >>= 7
    out.append(size)
