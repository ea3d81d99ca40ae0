"""What must hold between the columns of one row of `articles`."""

from binascii import hexlify
from hashlib import sha256
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from communique.model import FORETOLD
from communique.registry import rows
from communique.schemas.columns import Rule
from communique.schemas.frame import Frame, string_bytes
from communique.schemas.rules import not_before, sorted_unique, together, unique_in_row, where_valid, within

_RESOLVED = ("partial", "weekday", "relative")


def _not_after_published(frame: Frame) -> pa.Array:
    timely = pc.less_equal(frame["event_date"], frame["published"])
    return pc.or_kleene(timely, pc.is_in(frame["kind"], pa.array(FORETOLD)))


def _resolved_with_published(frame: Frame) -> pa.Array:
    """A weekday or "yesterday" says nothing without the day of publication."""
    resolved = pc.is_in(frame["event_date_source"], pa.array(_RESOLVED))
    return pc.or_(pc.invert(resolved), pc.is_valid(frame["published"]))


def _hash_of_body(frame: Frame) -> pa.Array:
    """The bytes are hashed where they lie, and all digests are spelt out and compared at once."""
    body = frame["body"]
    text, bounds = string_bytes(body)
    view = text.data
    digests = b"".join([sha256(view[start:end]).digest() for start, end in pairwise(bounds.tolist())])
    offsets = pa.array(np.arange(0, 64 * len(body) + 1, 64, dtype=np.int32))
    hashes = pa.StringArray.from_buffers(len(body), offsets.buffers()[1], pa.py_buffer(hexlify(digests)))
    return where_valid(body, pc.equal(frame["body_sha256"], hashes))


def _length_of_body(frame: Frame) -> pa.Array:
    return pc.equal(frame["body_chars"], pc.utf8_length(frame["body"]))


def _host_of_publisher(frame: Frame) -> pa.Array:
    """Few pairs of site and publisher are distinct in a batch; each is compared once."""
    sites = pc.struct_field(pc.extract_regex(frame["url"], _SITE), "site").dictionary_encode()
    names = frame["publisher"].dictionary_encode()
    width = len(names.dictionary) or 1
    pairs = pc.add(pc.multiply(sites.indices.cast(pa.int64()), width), names.indices).dictionary_encode()
    hosts = [_host(site) for site in sites.dictionary.to_pylist()]
    known = names.dictionary.to_pylist()
    agree = [f".{hosts[one // width]}".endswith(f".{known[one % width]}") for one in pairs.dictionary.to_pylist()]
    return pa.array(agree, pa.bool_()).take(pairs.indices)


_SITE = "^(?i:https?)://(?P<site>[^/?#]+)"


def _host(site: str) -> str:
    """The host of what stands between "//" and the path, without user and port.

    >>> _host("me@WWW.Example.org.:8080")
    'www.example.org'
    """
    return site.rpartition("@")[2].partition(":")[0].lower().rstrip(".")


def _code_of_kind(column: str, free: bool = False) -> Rule:
    """The column has the code that the registry gives the row's kind; where `free`, any code if it gives none."""

    def holds(frame: Frame) -> pa.Array:
        registered = rows("kinds")
        kinds = pa.array([row["kind"] for row in registered])
        codes = pa.array([row[column] or (None if free else "") for row in registered], pa.string())
        expected = codes.take(pc.index_in(frame["kind"], kinds))
        return pc.equal(pc.fill_null(frame[column], ""), expected)

    return Rule("of_kind", column, "is the code of the row's kind", holds)


def _evidence(column: str) -> tuple[Rule, ...]:
    """`start` and `end` are both there or neither, and lie in the body."""
    end = f"{column}.end"

    def inside(frame: Frame) -> pa.Array:
        return pc.less_equal(frame[end], frame.lift("body_chars", end))

    return (
        together(end, f"{column}.start"),
        not_before(end, f"{column}.start", strict=True),
        Rule("inside_body", end, "is at most body_chars", inside),
    )


def _name_or_role(frame: Frame) -> pa.Array:
    return pc.or_(pc.is_valid(frame["actors.name"]), pc.is_valid(frame["actors.role"]))


def _body_is_named(frame: Frame) -> pa.Array:
    return pc.or_kleene(pc.is_valid(frame["actors.name"]), pc.not_equal(frame["actors.type"], "organization"))


def _person_for_body(frame: Frame) -> pa.Array:
    return pc.or_kleene(pc.is_null(frame["actors.organization"]), pc.not_equal(frame["actors.type"], "organization"))


def _not_itself(frame: Frame) -> pa.Array:
    return pc.not_equal(frame["duplicate_of"], frame["article_id"])


RULES = (
    Rule("host_of_publisher", "publisher", "is the domain of url", _host_of_publisher),
    Rule("hash_of_body", "body_sha256", "is the SHA-256 of body", _hash_of_body),
    Rule("length_of_body", "body_chars", "is the number of characters of body", _length_of_body),
    together("published_source", "published"),
    Rule("not_after_published", "event_date", "is not after published unless a pledge or visit", _not_after_published),
    together("event_date_source", "event_date"),
    Rule("resolved_with_published", "event_date_source", "needs published if resolved", _resolved_with_published),
    _code_of_kind("plover_type", free=True),
    _code_of_kind("plover_mode"),
    _code_of_kind("cameo_code"),
    sorted_unique("countries"),
    unique_in_row("actors.actor_id"),
    Rule("name_or_role", "actors.name", "is there unless role is", _name_or_role),
    Rule("body_is_named", "actors.name", "is there if type is organization", _body_is_named),
    within("actors.country", "countries[]", "party"),
    Rule("person_for_body", "actors.organization", "is null unless type is person", _person_for_body),
    *_evidence("actors"),
    unique_in_row("sectors.code"),
    *_evidence("sectors"),
    Rule("not_itself", "duplicate_of", "is another article", _not_itself),
)
