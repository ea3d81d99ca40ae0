"""What must hold between the columns of one row of `articles`."""

from hashlib import sha256

import pyarrow as pa
import pyarrow.compute as pc

from communique.registry import rows
from communique.schemas.columns import Rule
from communique.schemas.frame import Frame
from communique.schemas.rules import not_before, sorted_unique, together, unique_in_row, within

_RESOLVED = ("partial", "weekday", "relative")


def _not_after_published(frame: Frame) -> pa.Array:
    timely = pc.less_equal(frame["event_date"], frame["published"])
    return pc.or_kleene(timely, pc.equal(frame["kind"], "pledge"))


def _resolved_with_published(frame: Frame) -> pa.Array:
    """A weekday or "yesterday" says nothing without the day of publication."""
    resolved = pc.is_in(frame["event_date_source"], pa.array(_RESOLVED))
    return pc.or_(pc.invert(resolved), pc.is_valid(frame["published"]))


def _hash_of_body(frame: Frame) -> pa.Array:
    body = frame["body"]
    digests = [None if one is None else sha256(one).hexdigest() for one in body.cast(pa.binary()).to_pylist()]
    return pc.equal(frame["body_sha256"], pa.array(digests, pa.string()))


def _length_of_body(frame: Frame) -> pa.Array:
    return pc.equal(frame["body_chars"], pc.utf8_length(frame["body"]))


def _host_of_publisher(frame: Frame) -> pa.Array:
    """Few pairs of host and publisher are distinct in a batch; each is compared once."""
    hosts = pc.struct_field(pc.extract_regex(pc.utf8_lower(frame["url"]), _HOST), "host")
    pairs = pc.binary_join_element_wise(hosts, frame["publisher"], "\n").dictionary_encode()
    agree = [f".{host.rstrip('.')}".endswith(f".{name}") for host, _, name in map(_halves, pairs.dictionary)]
    return pa.array(agree, pa.bool_()).take(pairs.indices)


_HOST = r"^https?://(?:[^/?#@]*@)?(?P<host>[^/?#:@]+)"


def _halves(pair: pa.Scalar) -> tuple[str, str, str]:
    return pair.as_py().partition("\n")


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
    Rule("not_after_published", "event_date", "is not after published unless kind is pledge", _not_after_published),
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
