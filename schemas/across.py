"""What must hold across rows and tables: keys are unique, every key resolves in both directions, and counts agree.

Declarations only; `communique.validation` runs them. Each is about keys, tuples of values such as (event, country), so
that it can be checked on hashes, with memory for the keys of one table and none for its rows.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Keys:
    """A key for each value of a column: the values at `paths` of `table`, together; none if one of them is null.

    At most one column of lists is among the paths. `present` and `absent` leave out the rows in which that column is
    null, or is not.
    """

    table: str
    paths: tuple[str, ...]
    present: str = ""
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Unique:
    """No key is there twice; each row after the first that has it breaks the rule."""

    keys: Keys
    name: str = "unique"
    says: str = "stands in one row only"


@dataclass(frozen=True, slots=True)
class Resolves:
    """Each of `keys` is among those of `among`; `column`, or the last path of `keys`, is what breaks the rule."""

    name: str
    says: str
    keys: Keys
    among: tuple[Keys, ...]
    column: str = ""


@dataclass(frozen=True, slots=True)
class Agrees:
    """`column` is what its key's values elsewhere come to.

    `fold` says what: their count, the number of distinct ones, the least, or the greatest. `values` are columns of the
    other table, of which the first that is not null is the value.
    """

    name: str
    says: str
    keys: Keys
    column: str
    fold: Literal["count", "distinct", "min", "max"]
    of: Keys
    values: tuple[str, ...]


UNIQUE = (
    Unique(Keys("articles", ("article_id",))),
    Unique(Keys("events", ("event_id",))),
    Unique(Keys("actors", ("actor_id",))),
)

_DAY = ("event_date", "published")
_NAMED = Keys("articles", ("actors.actor_id", "actors.name"))
_HELD = Keys("articles", ("actors.actor_id", "actors.role"))
_ROLE = Keys("actors", ("actor_id", "roles.role"))


def _both_ways(column: str, of_event: str, of_article: str) -> tuple[Resolves, Resolves]:
    """An event's list is the union of its articles'."""
    event, article = Keys("events", ("event_id", of_event)), Keys("articles", ("event_id", of_article))
    return (
        Resolves("of_article", f"is among the {column} of the event's articles", event, (article,)),
        Resolves("of_event", f"is among the {column} of the article's event", article, (event,)),
    )


RESOLVES = (
    Resolves(
        "resolves",
        "is an event that lists the article",
        Keys("articles", ("event_id", "article_id")),
        (Keys("events", ("event_id", "article_ids[]")),),
        column="event_id",
    ),
    Resolves(
        "resolves",
        "is an article of the event",
        Keys("events", ("event_id", "article_ids[]")),
        (Keys("articles", ("event_id", "article_id")),),
    ),
    Resolves(
        "resolves",
        "is an actor of the table",
        Keys("articles", ("actors.actor_id",)),
        (Keys("actors", ("actor_id",)),),
    ),
    Resolves(
        "resolves",
        "is named by an article",
        Keys("actors", ("actor_id",)),
        (Keys("articles", ("actors.actor_id",)),),
    ),
    *_both_ways("actors", "actor_ids[]", "actors.actor_id"),
    *_both_ways("countries", "countries[]", "countries[]"),
    *_both_ways("sectors", "sectors[]", "sectors.code"),
    Resolves(
        "of_article",
        "is the kind of one of the event's articles",
        Keys("events", ("event_id", "kind")),
        (Keys("articles", ("event_id", "kind")),),
    ),
    Resolves(
        "of_article",
        "is the date of one of the event's articles",
        Keys("events", ("event_id", "event_date")),
        (Keys("articles", ("event_id", "event_date")),),
    ),
    Resolves(
        "of_event",
        "is null if the event has no date",
        Keys("articles", ("event_id",), present="event_date"),
        (Keys("events", ("event_id",), present="event_date"),),
        column="event_date",
    ),
    Resolves(
        "whole",
        "is an event of the table",
        Keys("events", ("part_of",)),
        (Keys("events", ("event_id",)),),
    ),
    Resolves(
        "whole",
        "is not itself a part",
        Keys("events", ("part_of",)),
        (Keys("events", ("event_id",), absent="part_of"),),
    ),
    Resolves(
        "resolves",
        "is an article of the table",
        Keys("articles", ("duplicate_of",)),
        (Keys("articles", ("article_id",)),),
    ),
    Resolves(
        "first",
        "is not itself a duplicate",
        Keys("articles", ("duplicate_of",)),
        (Keys("articles", ("article_id",), absent="duplicate_of"),),
    ),
    Resolves(
        "known",
        "is the actor's name or an alias",
        _NAMED,
        (Keys("actors", ("actor_id", "name")), Keys("actors", ("actor_id", "aliases[]"))),
    ),
    Resolves(
        "of_article",
        "is a name or office in one of its articles",
        Keys("actors", ("actor_id", "name")),
        (_NAMED, _HELD),
    ),
    Resolves("of_article", "is a name in one of its articles", Keys("actors", ("actor_id", "aliases[]")), (_NAMED,)),
    *(
        Resolves(
            "of_article",
            f"is the {column} in one of its articles",
            Keys("actors", ("actor_id", column)),
            (Keys("articles", ("actors.actor_id", f"actors.{column}")),),
        )
        for column in ("type", "country", "organization")
    ),
    Resolves("known", "is among the actor's roles", _HELD, (_ROLE,)),
    Resolves("of_article", "is a role in one of its articles", _ROLE, (_HELD,)),
)


def _days(keys: Keys, of: Keys, first: str, last: str) -> tuple[Agrees, Agrees]:
    """The first and the last day of the articles that have the key."""
    return (
        Agrees("agrees", "is the earliest day of the articles", keys, first, "min", of, _DAY),
        Agrees("agrees", "is the latest day of the articles", keys, last, "max", of, _DAY),
    )


AGREES = (
    Agrees(
        "agrees",
        "is the number of publishers of the event's articles",
        Keys("events", ("event_id",)),
        "n_publishers",
        "distinct",
        Keys("articles", ("event_id",)),
        ("publisher",),
    ),
    Agrees(
        "agrees",
        "is the earliest day of publication of the event's articles",
        Keys("events", ("event_id",)),
        "first_reported",
        "min",
        Keys("articles", ("event_id",)),
        ("published",),
    ),
    Agrees(
        "agrees",
        "is the number of articles that name the actor",
        Keys("actors", ("actor_id",)),
        "n_articles",
        "count",
        Keys("articles", ("actors.actor_id",)),
        ("article_id",),
    ),
    *_days(Keys("actors", ("actor_id",)), Keys("articles", ("actors.actor_id",)), "first_seen", "last_seen"),
    *_days(_ROLE, _HELD, "roles.first", "roles.last"),
)

Rule = Unique | Resolves | Agrees
RULES: tuple[Rule, ...] = (*UNIQUE, *RESOLVES, *AGREES)
"""All of them, in the order in which they are reported."""
