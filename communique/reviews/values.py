"""What a review may decide, and which values it may give: those that the contract allows in the column.

In: values as JSON has them. Out: values as the tables have them, dates as dates; or an `Unfit` that names the field,
the reason, and the nearest value that would do.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.schemas import Column

OF_ARTICLE = ("title", "body", "byline", "dateline_place", "language", "published", "published_source")
OF_RECORD = ("event_date", "event_date_source", "kind", "countries", "actors", "sectors")
PAIRS = {"published": "published_source", "event_date": "event_date_source"}
EVIDENCE = "evidence"  # an actor or sector may quote the words of the body that prove it

FOUND = ("actor_id", "start", "end")  # fields of actors and sectors that no reviewer gives
DEFAULTS = {"type": "person", "primary": False}

_LISTED = 20  # values that an error lists


class Unfit(ValueError):
    """A value that its field may not have.

    Args:
        name: of the field, such as "actors.country".
        reason: what is wrong with the value, and what would be right.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name!r}: {reason}")
        self.name = name
        self.reason = reason


def checked(given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a review by column, dates as dates, lists of codes sorted.

    Raises:
        Unfit: a field is not reviewed, may not have its value, or lacks the one that belongs to it.

    >>> checked({"countries": ["SYR", "IRN"]})
    {'countries': ['IRN', 'SYR']}
    """
    values = {name: fitting(name, value) for name, value in given.items()}
    together(values)
    return values


def fitting(name: str, value: Any) -> Any:
    """A value as the column of that name holds it.

    Raises:
        Unfit: reviews do not decide the column, or it may not have the value.
    """
    if name == "body" and value is None:
        raise Unfit(name, "it may not be null: rights, not reviews, withhold it")
    return _checked(name, column_of(name), value)


def together(values: Mapping[str, Any]) -> None:
    """Refuse a day without its source, and a source without its day.

    Raises:
        Unfit: one of them is missing.
    """
    for day, source in PAIRS.items():
        if values.get(day) is None and values.get(source) is not None:
            raise Unfit(day, f"it is empty, but there is {source!r}; give both, or none")
        if values.get(source) is None and values.get(day) is not None:
            known = ", ".join(column_of(source).vocabulary)
            raise Unfit(source, f"it is empty, but there is {day!r}; what says so: {known}")


def column_of(name: str) -> "Column":
    """The declaration of a column of `articles` that reviews may decide.

    Raises:
        Unfit: reviews do not decide it.
    """
    if name not in _columns():
        raise Unfit(name, f"it is not reviewed; what is: {', '.join(OF_ARTICLE + OF_RECORD)}")
    return _columns()[name]


@cache
def _columns() -> "dict[str, Column]":
    from communique.schemas import table

    return {column.name: column for column in table("articles").columns if column.name in OF_ARTICLE + OF_RECORD}


def _checked(name: str, column: "Column", value: Any) -> Any:
    """A value as its column holds it."""
    if column.is_list:
        if not isinstance(value, list):
            raise Unfit(name, "it must be a list")
        if column.fields:
            return [_entry(name, column, item) for item in value]
        return sorted({_one(name, column, item) for item in value})
    if value is None:
        if column.nullable:
            return None
        raise Unfit(name, "it may not be null")
    return _one(name, column, value)


def _entry(name: str, column: "Column", item: Any) -> dict[str, Any]:
    """An actor or a sector; fields that are left out are null, offsets are found later."""
    if not isinstance(item, dict):
        raise Unfit(name, "each must be a JSON object")
    fields = {one.name: one for one in column.fields if one.name not in FOUND}
    if unknown := sorted(set(item) - set(fields) - {EVIDENCE}):
        raise Unfit(name, f"{unknown[0]!r} is no field of it; there are {', '.join([*fields, EVIDENCE])}")
    entry = {key: _checked(f"{name}.{key}", one, item.get(key, DEFAULTS.get(key))) for key, one in fields.items()}
    if "role" in fields and not (entry["name"] or entry["role"]):
        raise Unfit(name, "each needs a name or a role")
    quote = item.get(EVIDENCE)
    if not (quote is None or isinstance(quote, str)):
        raise Unfit(f"{name}.{EVIDENCE}", "it must quote the body")
    return entry | ({EVIDENCE: quote} if quote else {})


def _one(name: str, column: "Column", value: Any) -> Any:
    """One value, or one item of a list."""
    if str(column.type).startswith("date"):
        day = day_of(name, value)
        if column.minimum and column.maximum and not column.minimum <= day <= column.maximum:  # type: ignore[operator]
            raise Unfit(name, f"{day} is not from {column.minimum} to {column.maximum}")
        return day
    if str(column.type) == "bool":
        if not isinstance(value, bool):
            raise Unfit(name, "it must be true or false")
        return value
    if not isinstance(value, str):
        raise Unfit(name, f"it must be text, not {json.dumps(value)[:60]}")
    value.encode()  # JSON can spell half a character, which no table can hold; a ValueError like the others
    if column.vocabulary and value not in column.vocabulary:
        raise Unfit(name, _no_code(name, value, column.vocabulary))
    if column.pattern and not re.search(column.pattern.regex, value):
        raise Unfit(name, f"{value[:60]!r} will not do: it must be {column.pattern.words}")
    return value


def day_of(name: str, value: Any) -> date:
    """The day that an ISO date names.

    Raises:
        Unfit: it names none.
    """
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Unfit(name, f"it must be a date as YYYY-MM-DD, not {json.dumps(value)[:60]}") from None


# --- suggestions -----------------------------------------------------------------------------------------------------


def _no_code(name: str, value: str, allowed: Sequence[str]) -> str:
    """Why a value is not in a vocabulary, and which of it may be meant."""
    if name.rpartition(".")[2] in ("countries", "country"):
        meant = _country(value) or _nearest(value.upper(), allowed)
        wrong = f"{value[:60]!r} is no ISO code"
    else:
        meant = _nearest(value.lower(), allowed)
        wrong = f"{value[:60]!r} is not one of its values"
    if meant:
        return f"{wrong}; did you mean {meant}?"
    return f"{wrong}; there are {', '.join(allowed)}" if len(allowed) <= _LISTED else wrong


def _nearest(value: str, allowed: Sequence[str]) -> str | None:
    return next(iter(get_close_matches(value[:60], allowed, n=1)), None)


def _country(text: str) -> str | None:
    """The code of a country that is given by its name, demonym, or two letters."""
    from communique.registry.countries import countries, find_countries

    by_two = {country.alpha2: code for code, country in countries().items()}
    if text.upper() in by_two:
        return by_two[text.upper()]
    for spelling in (text, text.title(), text.upper()):
        found = {match.value.alpha3 for match in find_countries(spelling[:60])}
        if len(found) == 1:
            return found.pop()
    return None
