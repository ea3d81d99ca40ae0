"""Files, folders and standard input in, their pages out, one at a time and in a fixed order.

Each format has a reader of its own, chosen by the file's ending (compression aside) and, where that says nothing,
by its first bytes. What cannot be used comes out as a `Reject` with its place and reason; nothing is lost silently.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from communique.errors import UsageError
from communique.model import Page, Reason, Reject, Unusable
from communique.sources.documents import read_html, read_text
from communique.sources.encoding import binary_format
from communique.sources.files import File, check, files
from communique.sources.objects import read_json, read_jsonl
from communique.sources.records import reject_of
from communique.sources.streams import BROKEN_STREAM, open_stream
from communique.sources.tables import read_csv, read_parquet

__all__ = ["read"]

Reader = Callable[[str, bytes, BinaryIO], Iterator[Page | Reject]]

READERS: dict[str, Reader] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
COMPRESSED = (".gz", ".zst", ".bz2", ".xz")

_JSON_HEAD = re.compile(rb'\s{0,99}(?:\[\s{0,99})?\{\s{0,99}["}]')
_HTML_HEAD = re.compile(rb"\s{0,99}<(?:!doctype html|html|head|body|\?xml|!--|meta|title)|<html[\s>]|<body[\s>]", re.I)


def read(sources: Iterable[str | Path]) -> Iterator[Page | Reject]:
    """The pages of all sources.

    Args:
        sources: files, folders (read with all below them, hidden files aside) and `-` for standard input.
    Returns:
        An iterator over pages and rejects. `file` is the path from the folder that was given, or the file as given.
    Raises:
        UsageError: if there is no source or one does not exist, before anything is read.
    """
    given = list(sources)
    if not given:
        raise UsageError("no source given", "Name files or folders to read, or - for standard input.")
    for source in given:
        check(source)
    return (page for source in given for file in files(source) for page in _read_file(file))


def _read_file(file: File | Reject) -> Iterator[Page | Reject]:
    if isinstance(file, Reject):
        yield file
        return
    try:
        with open_stream(file.path) as (head, stream):
            if not head:
                yield reject_of(Unusable(Reason.EMPTY, "an empty file"), file.name)
            elif reader := _reader(file.name, head):
                yield from reader(file.name, head, stream)
            else:
                yield reject_of(Unusable(Reason.BINARY, binary_format(head) or "not text"), file.name)
    except BROKEN_STREAM as error:
        yield reject_of(Unusable(Reason.BINARY, f"cannot be read: {error}"), file.name)


def _reader(name: str, head: bytes) -> Reader | None:
    """The reader for a file by its name, else by its first bytes; None if it is not text."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    while suffixes and suffixes[-1] in COMPRESSED:
        suffixes.pop()
    reader = READERS.get(suffixes[-1]) if suffixes else None
    if head.startswith(b"PAR1") or reader is read_parquet:
        return read_parquet
    if binary_format(head):
        return None
    return reader or _sniff(head)


def _sniff(head: bytes) -> Reader:
    plain = (
        head.replace(b"\0", b"")[:2_000]
        .removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
    )
    if _JSON_HEAD.match(plain):
        return read_json
    return read_html if _HTML_HEAD.search(plain) else read_text
