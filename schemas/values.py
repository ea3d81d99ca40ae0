"""The values that columns may hold: closed vocabularies out of the registries, and patterns of free text.

Each vocabulary is a function without arguments, so that a registry is read only when something is checked. The
patterns mean the same in RE2 (which checks columns), Python's `re` and ECMA-262 (JSON Schema), and are linear-time.
"""

from datetime import date
from functools import cache

from communique.registry import rows
from communique.schemas.columns import Pattern
from communique.schemas.ids import DIGITS, id_pattern

FIRST_DAY = date(1945, 1, 1)
LAST_DAY = date(2100, 12, 31)
"""Days outside are misreadings."""

PUBLISHED_SOURCES = {
    "metadata": "the page's metadata or the input's own field",
    "url": "a date in the address",
    "dateline": "a date line of the page, or the dateline at the head of the body",
    "text": "the running text",
}
EVENT_DATE_SOURCES = {
    "explicit": "a full date in the body",
    "partial": "a day and month, or a day, completed from `published`",
    "weekday": "a weekday, resolved against `published`",
    "relative": "today, yesterday, this morning, resolved against `published`",
}
TEXT_ORIGINS = {
    "original": "the page's own text",
    "retold": "own words, after the report at `url`",
}
ACTOR_TYPES = {
    "person": "a human being",
    "organization": "a body that acts with no person named for it",
}
REVIEWS = {
    "machine": "as extracted",
    "verified": "checked, and where needed corrected, by a human",
}

_CONTROL = "\\x00-\\x1f\\x7f-\\x9f"
_BLANK = " \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # Unicode's Z categories, spelt out for all engines
_INK = f"[^{_CONTROL}{_BLANK}]"
_LINE = f"{_INK}([^{_CONTROL}]*{_INK})?"

TEXT = Pattern(f"^{_INK}+( {_INK}+)*$", "one line of text, single-spaced, without control characters")
BODY = Pattern(
    f"^{_LINE}(\\n\\n?{_LINE})*$", "lines of text without blanks at their ends, one empty line between paragraphs"
)
_NAME = f"[^{_CONTROL}{_BLANK}/:@.A-Z]+"
DOMAIN = Pattern(f"^{_NAME}([.]{_NAME})+$", "a domain in lower case")
URL = Pattern(f"^https?://[^{_CONTROL}{_BLANK}/?#]+([/?#]{_INK}*)?$", "a web address")
SHA256 = Pattern("^[0-9a-f]{64}$", "64 hexadecimal digits")
ARTICLE_ID, EVENT_ID, ACTOR_ID = (
    Pattern(id_pattern(letter), f"`{letter}-` and {DIGITS} hexadecimal digits") for letter in ("a", "e", "p")
)


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of event.

    >>> "signing" in kinds()
    True
    """
    return tuple(row["kind"] for row in rows("kinds"))


@cache
def sectors() -> tuple[str, ...]:
    """The codes of the fields of cooperation.

    >>> len(sectors())
    29
    """
    return tuple(row["code"] for row in rows("sectors"))


@cache
def countries() -> tuple[str, ...]:
    """ISO 3166-1 alpha-3 codes, and XKX for Kosovo.

    >>> "SYR" in countries()
    True
    """
    from communique.registry.countries import countries as load

    return tuple(sorted(load()))


@cache
def languages() -> tuple[str, ...]:
    """ISO 639-1 codes.

    >>> "en" in languages()
    True
    """
    return tuple(row["code"] for row in rows("languages"))


@cache
def plover_types() -> tuple[str, ...]:
    """The types of interaction in PLOVER.

    >>> len(plover_types())
    16
    """
    return tuple(row["type"] for row in rows("plover_types"))


@cache
def plover_modes() -> tuple[str, ...]:
    """The PLOVER modes that some kind has."""
    return tuple(sorted({row["plover_mode"] for row in rows("kinds") if row["plover_mode"]}))


@cache
def cameo_codes() -> tuple[str, ...]:
    """The CAMEO codes that some kind has."""
    return tuple(sorted({row["cameo_code"] for row in rows("kinds")}))


def _rights() -> Pattern:
    known = "|".join(row["id"].replace(".", "[.]") for row in rows("licences"))
    words = "`facts-only`, an SPDX identifier, or `LicenseRef-` and a name"
    return Pattern(f"^(facts-only|{known}|LicenseRef-[A-Za-z0-9.-]+)$", words)


RIGHTS = _rights()
