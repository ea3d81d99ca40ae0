"""JSON Lines and JSON files in, their pages out, one at a time.

A `.json` file may hold one object, a list, or objects one after the other (which many tools write under that name).
Lists are decoded value by value from a sliding window, so no file is too long, only a page can be.
"""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from communique.model import Page, Reason, Reject, Unusable
from communique.sources.encoding import stream_encoding
from communique.sources.records import Number, page_of, reject_of
from communique.sources.streams import LINE_LIMIT, lines

_DECODER = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=lambda name: None)
_BETWEEN = re.compile(r"[\s,]*")
_CHUNK = 1_000_000


def read_jsonl(file: str, head: bytes, stream: BinaryIO) -> Iterator[Page | Reject]:
    """A page a line; blank lines are passed over, a broken line is a reject and the next line goes on."""
    for number, line in enumerate(lines(head, stream), start=1):
        position = f"line {number}"
        if isinstance(line, Unusable):
            yield reject_of(line, file, position)
        elif line.strip():
            try:
                yield _page(_DECODER.decode(line), file, position)
            except (ValueError, RecursionError) as error:
                yield reject_of(_fault(error), file, position)


def read_json(file: str, head: bytes, stream: BinaryIO) -> Iterator[Page | Reject]:
    """The pages of a `.json` file: an object, a list of objects, or objects one a line."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    if _is_object(first):
        yield from read_jsonl(file, head, stream)
    else:
        yield from _read_values(file, head, stream)


def _read_values(file: str, head: bytes, stream: BinaryIO) -> Iterator[Page | Reject]:
    chunks = _chunks(head, stream)
    window, at, number = next(chunks, "").lstrip("\N{BYTE ORDER MARK} \t\r\n"), 0, 0
    in_list = window.startswith("[")
    at = 1 if in_list else 0
    while True:
        start = _BETWEEN.match(window, at).end()  # type: ignore[union-attr]
        if start == len(window) and (more := next(chunks, "")):
            window, at = more, 0
            continue
        if start == len(window) or (in_list and window[start] == "]"):
            rest = window[start + 1 :].strip()
            if (in_list and start == len(window)) or rest:
                yield reject_of(Unusable(Reason.SYNTAX, "the list does not end"), file, f"item {number + 1}")
            return
        try:
            value, at = _DECODER.raw_decode(window, start)
        except (ValueError, RecursionError) as error:
            more = next(chunks, "") if len(window) - start < LINE_LIMIT else ""
            if not more:
                yield reject_of(_fault(error), file, f"item {number + 1}")
                return
            window, at = window[start:] + more, 0
            continue
        number += 1
        yield _page(value, file, f"item {number}")


def _chunks(head: bytes, stream: BinaryIO) -> Iterator[str]:
    """The text of a stream in pieces that double, so that a long value is tried only a few times."""
    import codecs

    decoder = codecs.getincrementaldecoder(stream_encoding(head))("replace")
    size = _CHUNK
    while data := stream.read(size):
        if text := decoder.decode(data):
            yield text
        size = min(2 * size, LINE_LIMIT)


def _page(value: object, file: str, position: str) -> Page | Reject:
    if not isinstance(value, dict):
        return reject_of(Unusable(Reason.SYNTAX, f"not an object but {str(value)[:40]!r}"), file, position)
    return page_of(value, file, position)


def _fault(error: Exception) -> Unusable:
    if isinstance(error, RecursionError):
        return Unusable(Reason.TOO_LARGE, "nested too deep")
    return Unusable(Reason.SYNTAX, f"not JSON: {error}")


def _is_object(line: bytes) -> bool:
    """Whether a line opens a JSON Lines file: an object by itself, or one too long for the head to show its end."""
    try:
        return isinstance(_DECODER.decode(line.decode("utf-8", "replace")), dict)
    except (ValueError, RecursionError):
        return False
