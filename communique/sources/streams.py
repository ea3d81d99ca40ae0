"""A path or standard input in, a stream of its decompressed bytes out, and bounded lines from such a stream.

Compression is told from the first bytes, not from the name, so a `.jsonl` that is gzipped in fact is read as well.
Nothing here holds more than one line or one chunk, however far a small file inflates.
"""

import bz2
import codecs
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from communique.model import Reason, Unusable
from communique.sources.encoding import decode, stream_encoding

HEAD_BYTES = 65_536
PAGE_LIMIT = 10_000_000  # characters of one page, bytes of one document
LINE_LIMIT = 2 * PAGE_LIMIT  # a line of JSON: the page, its escapes and further keys
BROKEN_STREAM = (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError)  # what the decompressors raise


class _Reading(io.RawIOBase):
    """A readable stream of bytes already read (`head`) and those that `read` goes on to give."""

    def __init__(self, head: bytes, read: Callable[[int], bytes]) -> None:
        self._head = head
        self._read = read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            chunk, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            chunk = self._read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


@contextmanager
def open_stream(path: Path | None) -> Iterator[tuple[bytes, BinaryIO]]:
    """The decompressed bytes of a file, or of standard input (None).

    Returns:
        The first bytes (up to `HEAD_BYTES`) and a stream that starts with them.
    """
    with nullcontext(sys.stdin.buffer) if path is None else path.open("rb") as raw:
        head = raw.read(HEAD_BYTES)
        stream = _buffered(head, raw.read)
        inner = _decompressed(head, stream)
        if inner is not None:
            head = inner.read(HEAD_BYTES)
            stream = _buffered(head, inner.read)
        elif path is not None and raw.seekable():
            raw.seek(0)
            stream = raw
        yield head, stream


def _buffered(head: bytes, read: Callable[[int], bytes]) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_Reading(head, read)))


def _decompressed(head: bytes, stream: BinaryIO) -> BinaryIO | None:
    """A reader of the decompressed bytes, None if the bytes are not compressed."""
    if head.startswith(b"\x1f\x8b"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        import pyarrow as pa  # zstandard's own reader does not tell a truncated file from a whole one

        return cast(BinaryIO, pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd"))
    if head.startswith(b"BZh") and head[4:10] == b"1AY&SY":
        return cast(BinaryIO, bz2.BZ2File(stream))
    if head.startswith(b"\xfd7zXZ\0"):
        return cast(BinaryIO, lzma.LZMAFile(stream))
    return None


def lines(head: bytes, stream: BinaryIO, limit: int = LINE_LIMIT) -> Iterator[str | Unusable]:
    """The lines of a stream with their line ends, in the encoding that the head tells.

    A line that is too long or in no encoding comes as the `Unusable` that says so, and the next line follows.
    """
    encoding = stream_encoding(head)
    if encoding.startswith(("utf-16", "utf-32")):
        yield from _wide_lines(stream, encoding, limit)
        return
    first = True
    while line := stream.readline(limit + 1):
        if len(line) > limit:
            yield _too_long(stream, line)
        else:
            if first:
                line = line.removeprefix(codecs.BOM_UTF8)
            yield _decode_line(line, encoding)
        first = False


def _wide_lines(stream: BinaryIO, encoding: str, limit: int) -> Iterator[str | Unusable]:
    text = io.TextIOWrapper(stream, encoding, "replace", newline="\n")
    first = True
    while line := text.readline(limit + 1):
        if first:
            line, first = line.removeprefix("\N{BYTE ORDER MARK}"), False
        if len(line) > limit:
            while line and not line.endswith("\n"):
                line = text.readline(1_000_000)
            yield Unusable(Reason.TOO_LARGE, f"a line of more than {limit:,} characters")
        else:
            yield line


def _too_long(stream: BinaryIO, line: bytes) -> Unusable:
    length = len(line)
    while line and not line.endswith(b"\n"):
        line = stream.readline(1_000_000)
        length += len(line)
    return Unusable(Reason.TOO_LARGE, f"a line of {length:,} bytes")


def _decode_line(line: bytes, encoding: str) -> str | Unusable:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        try:
            return decode(line)
        except Unusable as unusable:
            return unusable
