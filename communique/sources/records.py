"""A row or object with the input's keys in, a `Page` or the `Reject` that says what is wrong with it out.

All readers end here, so that a page means the same whatever file it came in.
"""

from collections.abc import Mapping
from datetime import date

from communique.model import Page, Reason, Reject, Unusable
from communique.sources.encoding import decode
from communique.sources.streams import PAGE_LIMIT

CONTENT = ("text", "html")
KEYS = ("id", "url", *CONTENT, "published", "fetched", "rights", "text_origin")


class Number(str):
    """A number as the input prints it: good for an `id`, not for a text."""

    __slots__ = ()


def page_of(record: Mapping[str, object], file: str, position: str) -> Page | Reject:
    """One page from its keys (`KEYS`; others are ignored). `html` goes before `text` if both are there.

    >>> page_of({"id": 7, "text": "Talks in Amman\\r\\n"}, "a.jsonl", "line 1")
    Page(file='a.jsonl', position='line 1', text='Talks in Amman\\n', html=None, source_id='7', ...)
    >>> page_of({"text": ["Talks"]}, "a.jsonl", "line 2").detail
    '`text` is a list, not a string'
    """
    values: dict[str, str | None] = {}
    try:
        for key in KEYS:
            values[key] = _string(key, record.get(key))
    except Unusable as unusable:
        return reject_of(unusable, file, position, values)
    text, html = values.pop("text"), values.pop("html")
    content = html or text
    if not content:
        reason = Reason.EMPTY if any(record.get(key) is not None for key in CONTENT) else Reason.NO_TEXT
        return reject_of(Unusable(reason, "neither `text` nor `html` holds anything"), file, position, values)
    if len(content) > PAGE_LIMIT:
        return reject_of(Unusable(Reason.TOO_LARGE, f"{len(content):,} characters"), file, position, values)
    content = content.replace("\r\n", "\n")
    source_id = values.pop("id")
    return Page(file, position, None if html else content, content if html else None, source_id, **values)


def reject_of(
    unusable: Unusable, file: str, position: str = "", values: Mapping[str, str | None] | None = None
) -> Reject:
    """The reject for a page that cannot be used, with its `id` and `url` if they are known."""
    known = values or {}
    return Reject(file, position, unusable.reason, unusable.detail, known.get("id"), known.get("url"))


def _string(key: str, value: object) -> str | None:
    """The value of a key as a string that can be written anywhere, None for none.

    Lone surrogates (`"\\ud800"` in JSON) become U+FFFD and NUL characters are dropped: no file could hold them.
    """
    if isinstance(value, bytes):
        value = decode(value, html=key == "html")
    if isinstance(value, date) and key not in CONTENT:
        value = value.isoformat()
    elif isinstance(value, int | float | Number) and not isinstance(value, bool) and key not in CONTENT:
        value = str(value)
    if value is None:
        return None
    if not isinstance(value, str) or (isinstance(value, Number) and key in CONTENT):
        raise Unusable(Reason.SYNTAX, f"`{key}` is a {_kind(value)}, not a string")
    if "\0" in value:
        value = value.replace("\0", "")
    try:
        value.encode()
    except UnicodeEncodeError:
        value = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if key != "id" and not value.strip():
        return None
    return str(value) if key in ("id", *CONTENT) else value.strip()


def _kind(value: object) -> str:
    names = {dict: "an object", list: "list", bool: "boolean", Number: "number", int: "number", float: "number"}
    return names.get(type(value), type(value).__name__).removeprefix("an ")
