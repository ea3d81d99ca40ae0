"""Plain text and HTML files in, the one page of each out.

A text file may open with a front matter block as static site generators write it: `key: value` lines between two
lines of three dashes, with the keys of the JSON input. Anything less than that is part of the text.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from communique.model import Page, Reason, Reject, Unusable
from communique.sources.encoding import decode
from communique.sources.records import CONTENT, KEYS, page_of, reject_of
from communique.sources.streams import PAGE_LIMIT

_FRONT_LINES = 40
_FRONT_LINE = re.compile(r"([A-Za-z_][\w-]{0,40})[ \t]*:(?:[ \t]+(.*))?$")


def read_text(file: str, head: bytes, stream: BinaryIO) -> Iterator[Page | Reject]:
    """The page of a plain-text file."""
    try:
        front, text = split_front_matter(_whole(stream, html=False))
        yield page_of({**front, "text": text}, file, "")
    except Unusable as unusable:
        yield reject_of(unusable, file)


def read_html(file: str, head: bytes, stream: BinaryIO) -> Iterator[Page | Reject]:
    """The page of an HTML file."""
    try:
        yield page_of({"html": _whole(stream, html=True)}, file, "")
    except Unusable as unusable:
        yield reject_of(unusable, file)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The values of a front matter block and the text behind it; no values if there is no such block.

    >>> split_front_matter("---\\nurl: https://example.org/1\\n---\\nTalks in Amman")
    ({'url': 'https://example.org/1'}, 'Talks in Amman')
    """
    if not text.startswith("---"):
        return {}, text
    lines = text[:50_000].split("\n")[: _FRONT_LINES + 2]
    if lines[0].rstrip() != "---":
        return {}, text
    values: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            kept = {key: value for key, value in values.items() if key in KEYS and key not in CONTENT}
            return (kept, "\n".join(text.split("\n", number + 1)[number + 1 :])) if kept else ({}, text)
        match = _FRONT_LINE.match(line.rstrip())
        if match:
            values[match[1].lower()] = _unquote(match[2] or "")
        elif line.strip() and not line.startswith((" ", "\t", "#", "-")):
            break
    return {}, text


def _unquote(value: str) -> str:
    value = value.strip()
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _whole(stream: BinaryIO, html: bool) -> str:
    data = stream.read(PAGE_LIMIT + 1)
    if len(data) > PAGE_LIMIT:
        raise Unusable(Reason.TOO_LARGE, f"more than {PAGE_LIMIT:,} bytes")
    text = decode(data, html)
    if not text.strip():
        raise Unusable(Reason.EMPTY, "no text")
    return text
