"""Thrift's compact protocol, in which the footers of Parquet files are written: bytes to values and back.

In: bytes. Out: structures as dictionaries, field number to `Value`. Nothing is known of what the fields mean, so that
what is read is written again as it was. Stands on Apache Thrift, `thrift-compact-protocol`.
"""

import struct
from mmap import mmap
from typing import Any, NamedTuple

TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, MAP, STRUCT = range(1, 13)
_DEEPEST = 32


class Value(NamedTuple):
    """A value and its type: a number, bytes, a truth, a `Struct`, or for a list the type of its items and they."""

    type: int
    value: Any


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
    reader = _Reader(data, at)
    try:
        return reader.structure(0), reader.at
    except (IndexError, struct.error) as error:
        raise Malformed("the structure is cut off") from error


def write_struct(fields: Struct) -> bytes:
    """The bytes of a structure."""
    out = bytearray()
    _write(out, STRUCT, fields)
    return bytes(out)


class _Reader:
    def __init__(self, data: bytes | mmap, at: int) -> None:
        self._data, self.at = data, at

    def structure(self, depth: int) -> Struct:
        if depth > _DEEPEST:
            raise Malformed("structures in structures without end")
        fields: Struct = {}
        last = 0
        while head := self._byte():
            last = last + (head >> 4) if head >> 4 else self._number()
            fields[last] = Value(head & 15, self._value(head & 15, depth))
        return fields

    def _value(self, type: int, depth: int) -> Any:
        if type in (TRUE, FALSE):
            return type == TRUE
        if type in (I16, I32, I64):
            return self._number()
        if type == BINARY:
            return self._bytes(self._size())
        if type in (LIST, SET):
            head = self._byte()
            size = head >> 4 if head >> 4 < 15 else self._size()
            if size > len(self._data):
                raise Malformed("a list longer than the bytes")
            return head & 15, [self._item(head & 15, depth) for _ in range(size)]
        if type == STRUCT:
            return self.structure(depth + 1)
        if type == BYTE:
            return self._byte()
        if type == DOUBLE:
            return struct.unpack("<d", self._bytes(8))[0]
        raise Malformed(f"values of type {type} are not read")

    def _item(self, type: int, depth: int) -> Any:
        return self._byte() == TRUE if type in (TRUE, FALSE) else self._value(type, depth)

    def _byte(self) -> int:
        self.at += 1
        return self._data[self.at - 1]

    def _bytes(self, size: int) -> bytes:
        self.at += size
        if self.at > len(self._data):
            raise Malformed("the structure is cut off")
        return self._data[self.at - size : self.at]

    def _size(self) -> int:
        found = shift = 0
        while True:
            byte = self._byte()
            found |= (byte & 127) << shift
            if byte < 128:
                return found
            shift += 7
            if shift > 63:
                raise Malformed("a number of more than 64 bits")

    def _number(self) -> int:
        found = self._size()
        return found >> 1 ^ -(found & 1)


def _write(out: bytearray, type: int, value: Any) -> None:
    if type in (I16, I32, I64):
        _size(out, value << 1 ^ value >> 63)
    elif type == BINARY:
        _size(out, len(value))
        out += value
    elif type in (LIST, SET):
        of, items = value
        out.append(min(len(items), 15) << 4 | of)
        if len(items) >= 15:
            _size(out, len(items))
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


def _size(out: bytearray, size: int) -> None:
    while size > 127:
        out.append(size & 127 | 128)
        size >>= 7
    out.append(size)
