"""Other voices: a function of the user's own that reads the articles in place of ours.

In: a name, "module:function" or that of an entry point of the group `communique.extractors`. Out: a function from
`Article` to `Record`. Whatever a foreign function raises, or returns that is no record, costs one page and says why.
"""

import importlib
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib.metadata import entry_points
from operator import attrgetter
from pathlib import Path
from typing import Any

from communique.errors import UsageError
from communique.model import Actor, Article, Reason, Record, Sector, Unusable
from communique.registry import rows

GROUP = "communique.extractors"
Extractor = Callable[[Article], Record]

_TEXT, _MAYBE, _PLACE = (str,), (str, type(None)), (int, type(None))
_TYPES: dict[type, dict[str, tuple[type, ...]]] = {
    Record: {
        **dict.fromkeys(("kind",), _TEXT),
        **dict.fromkeys(("actors", "countries", "sectors"), (list,)),
        "event_date": (date, type(None)),
        "event_date_source": _MAYBE,
    },
    Actor: {
        **dict.fromkeys(("name", "role", "country", "organization"), _MAYBE),
        "type": _TEXT,
        **dict.fromkeys(("start", "end"), _PLACE),
    },
    Sector: {"code": _TEXT, "primary": (bool,), **dict.fromkeys(("start", "end"), _PLACE)},
}
"""What each part of a record must be; whether its values keep the contract is for the contract to say."""


@cache
def load_extractor(name: str | None = None) -> Extractor:
    """The function of a name.

    Args:
        name: "module:function", looked for in the current directory first, or the name of an installed entry point;
            None is our own extractor.

    Returns:
        A function that gives a record or raises `Unusable` with the reason.

    Raises:
        UsageError: it cannot be found, imported or called.

    >>> load_extractor("communique.extract:extract")(Article(title="Envoy visits Suva", body="He came.")).kind
    'visit'
    """
    if name is None:
        from communique.extract import extract

        return extract
    function = _imported(name) if ":" in name else _installed(name)
    if not callable(function):
        raise UsageError(f"extractor {name!r} is a {type(function).__name__} and cannot be called")
    return _Checked(function)


class _Checked:
    """A foreign function that may fail and may return anything."""

    def __init__(self, function: Callable[[Article], Any]) -> None:
        self.function = function

    def __call__(self, article: Article) -> Record:
        try:
            record: Record = self.function(article)
        except Unusable:  # it says itself that it makes nothing of the article
            raise
        except Exception as error:
            raise Unusable(Reason.EXTRACTOR, f"{type(error).__name__}: {error}"[:200]) from error
        if wrong := fault(record, article):
            raise Unusable(Reason.EXTRACTOR, wrong[:200])
        return record


def fault(record: Any, article: Article) -> str | None:
    """What is wrong with the build of what an extractor returned; None if it is a record.

    >>> fault({"kind": "visit"}, Article(title="", body=""))
    'it returned a dict, no Record'
    >>> fault(Record("journey"), Article(title="", body=""))
    "'journey' is no kind of event"
    """
    if not isinstance(record, Record):
        return f"it returned a {type(record).__name__}, no Record"
    if wrong := _mistyped(record):
        return wrong
    if record.kind not in _kinds():
        return f"{record.kind[:40]!r} is no kind of event"
    parts: tuple[tuple[type, list[Any]], ...] = (
        (str, record.countries),
        (Actor, record.actors),
        (Sector, record.sectors),
    )
    for wanted, given in parts:
        for part in given:
            if not isinstance(part, wanted):
                return f"a {type(part).__name__} stands where a {wanted.__name__} must"
            if isinstance(part, Actor | Sector) and (wrong := _mistyped(part) or _misplaced(part, len(article.body))):
                return wrong
    return None


def _mistyped(part: Any) -> str | None:
    for field, types in _TYPES[type(part)].items():
        if type(value := getattr(part, field)) not in types:
            return f"{field} of {type(part).__name__} may not be a {type(value).__name__}"
    return None


def _misplaced(part: Any, size: int) -> str | None:
    """Evidence is both offsets, within the body, or none."""
    start, end = part.start, part.end
    if start is None and end is None:
        return None
    inside = start is not None and end is not None and 0 <= start < end <= size
    return None if inside else f"evidence of {type(part).__name__} at {start}:{end} is not within the body"


@cache
def _kinds() -> frozenset[str]:
    return frozenset(row["kind"] for row in rows("kinds"))


def _imported(name: str) -> Any:
    module, _, path = name.partition(":")
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.insert(0, here)  # a command's own directory is not looked in; new processes are told this path
    try:
        return attrgetter(path)(importlib.import_module(module))
    except Exception as error:  # importing runs the user's code, which may fail in any way
        raise UsageError(
            f"extractor {name!r} cannot be imported: {type(error).__name__}: {error}",
            "give module:function; modules are looked for in the current directory and where packages are installed",
        ) from error


def _installed(name: str) -> Any:
    found = entry_points(group=GROUP)
    for point in found:
        if point.name == name:
            try:
                return point.load()
            except Exception as error:
                raise UsageError(f"extractor {name!r} cannot be loaded: {type(error).__name__}: {error}") from error
    others = ", ".join(sorted({point.name for point in found})) or "none is installed"
    raise UsageError(f"there is no extractor {name!r}", f"give module:function, or an installed one: {others}")
