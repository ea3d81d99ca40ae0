"""Ways to break the valid tables: from the declaration of each column, and by hand for each rule between columns."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from communique.schemas import TABLES, Column
from tests.contract_tables import A1, A2, A3, AGENCY, GRANT, TALKS, Row, valid_rows


class Corruption(NamedTuple):
    """A value put at `path` of row `row` (into the first entry, if nested) that must break `rule` there."""

    table: str
    path: str
    row: int
    value: Any
    rule: str

    def __str__(self) -> str:
        return f"{self.table}.{self.path}[{self.row}]-{self.rule}"


def corrupt(rows: dict[str, list[Row]], table: str, path: str, row: int, value: Any) -> None:
    """Put `value` at `path`: "countries" the list, "countries[]" its first item, "actors.name" of its first entry."""
    column, _, field = path.partition(".")
    target = rows[table][row]
    if field:
        target[column][0][field] = value
    elif column.endswith("[]"):
        target[column[:-2]][0] = value
    else:
        target[column] = value


def _bad_values(column: Column) -> Iterator[tuple[Any, str]]:
    """Values that the declaration of a column forbids, each with the rule that says so."""
    if column.allowed is not None:
        yield "no such value", "allowed"
    if column.pattern is not None:
        yield " \x00 ", "pattern"
        yield "", "pattern"
    if column.minimum is not None:
        less = column.minimum - 1 if isinstance(column.minimum, int) else column.minimum - timedelta(days=1)
        yield less, "range"
    if column.maximum is not None:
        more = column.maximum + 1 if isinstance(column.maximum, int) else column.maximum + timedelta(days=1)
        yield more, "range"


def declared_corruptions() -> list[Corruption]:
    """One for each thing that a column's declaration forbids."""
    found = []
    for table in TABLES.values():
        for path, column in table.walk():
            row = _filled(table.name, path)
            values = f"{path}[]" if column.is_list else path
            if not column.nullable:
                found.append(Corruption(table.name, path, row, None, "not_null"))
            if column.is_list:
                found.append(Corruption(table.name, values, row, None, "not_null"))
            found += [Corruption(table.name, values, row, value, rule) for value, rule in _bad_values(column)]
    return found


def _filled(table: str, path: str) -> int:
    """The last row with a value at `path`: not the first, so that counting rows is put to the test."""
    column = path.partition(".")[0]
    return max(i for i, row in enumerate(valid_rows()[table]) if row[column] not in (None, []))


# What breaks each rule between the columns of a row, by table, column and rule.
BETWEEN: dict[tuple[str, str, str], Corruption] = {
    (one.table, one.path.removesuffix("[]"), one.rule): one
    for one in (
        Corruption("articles", "publisher", 3, "example.com", "host_of_publisher"),
        Corruption("articles", "body_sha256", 2, "0" * 64, "hash_of_body"),
        Corruption("articles", "body_chars", 1, 99, "length_of_body"),
        Corruption("articles", "published_source", 2, "url", "with_published"),
        Corruption("articles", "event_date", 0, valid_rows()["articles"][3]["event_date"], "not_after_published"),
        Corruption("articles", "event_date_source", 1, None, "with_event_date"),
        Corruption("articles", "event_date_source", 2, "relative", "resolved_with_published"),
        Corruption("articles", "plover_type", 1, "AID", "of_kind"),
        Corruption("articles", "plover_mode", 2, None, "of_kind"),
        Corruption("articles", "cameo_code", 3, "070", "of_kind"),
        Corruption("articles", "countries", 1, ["NGA", "CHL"], "sorted_unique"),
        Corruption("articles", "countries", 2, ["CHL", "CHL"], "sorted_unique"),
        Corruption("articles", "actors.country", 1, "PER", "party"),
        Corruption("articles", "actors.name", 2, None, "name_or_role"),
        Corruption("articles", "actors.name", 2, None, "body_is_named"),
        Corruption("articles", "actors.organization", 2, "Ministry", "person_for_body"),
        Corruption("articles", "actors.end", 0, None, "with_start"),
        Corruption("articles", "actors.end", 0, 19, "after_start"),
        Corruption("articles", "actors.end", 1, 5000, "inside_body"),
        Corruption("articles", "sectors.end", 0, None, "with_start"),
        Corruption("articles", "sectors.end", 1, 90, "after_start"),
        Corruption("articles", "sectors.end", 1, 5000, "inside_body"),
        Corruption("articles", "duplicate_of", 1, A2, "not_itself"),
        Corruption("articles", "actors.actor_id", 1, None, "unique_in_row"),
        Corruption("articles", "sectors.code", 1, None, "unique_in_row"),
        Corruption("events", "countries", 1, ["NGA", "CHL"], "sorted_unique"),
        Corruption("events", "sectors", 0, ["transport", "trade"], "sorted_unique"),
        Corruption("events", "actor_ids", 1, [AGENCY, AGENCY], "sorted_unique"),
        Corruption("events", "article_ids", 0, [A1, A1], "sorted_unique"),
        Corruption("events", "article_ids", 2, [], "told"),
        Corruption("events", "n_publishers", 1, 2, "one_an_article"),
        Corruption("events", "part_of", 0, TALKS, "of_another"),
        Corruption("events", "part_of", 1, TALKS, "no_visit"),
        Corruption("actors", "aliases", 0, ["B", "A"], "sorted_unique"),
        Corruption("actors", "aliases[]", 0, "Amina Okoro", "other_form"),
        Corruption("actors", "organization", 2, "Ministry", "person_for_body"),
        Corruption("actors", "roles.role", 0, None, "unique_in_row"),
        Corruption("actors", "roles.last", 1, None, "with_first"),
        Corruption(
            "actors", "roles.last", 0, valid_rows()["events"][0]["event_date"].replace(year=2001), "not_before_first"
        ),
        Corruption("actors", "last_seen", 2, valid_rows()["events"][0]["event_date"], "with_first_seen"),
        Corruption(
            "actors",
            "last_seen",
            1,
            valid_rows()["events"][0]["event_date"].replace(year=2001),
            "not_before_first_seen",
        ),
    )
}


def break_between(rows: dict[str, list[Row]], one: Corruption) -> None:
    """Do what a corruption of `BETWEEN` says; a repeat within a row is made by doubling its first entry."""
    if one.rule == "unique_in_row":
        entries = rows[one.table][one.row][one.path.partition(".")[0]]
        entries.append(dict(entries[0]))
    else:
        corrupt(rows, one.table, one.path, one.row, one.value)


Change = Callable[[dict[str, list[Row]]], Any]

# What breaks each rule across rows and tables: the change, and the table, row, column and words of the violation.
ACROSS: dict[str, tuple[Change, tuple[str, int, str, str]]] = {
    "an article twice": (
        lambda t: t["articles"].append(t["articles"][2]),
        ("articles", 4, "article_id", "stands in one row only"),
    ),
    "an event twice": (
        lambda t: t["events"].append(t["events"][1]),
        ("events", 3, "event_id", "stands in one row only"),
    ),
    "an actor twice": (
        lambda t: t["actors"].append(t["actors"][0]),
        ("actors", 3, "actor_id", "stands in one row only"),
    ),
    "an event lost": (lambda t: t["events"].pop(1), ("articles", 2, "event_id", "is an event that lists the article")),
    "an article lost": (lambda t: t["articles"].pop(2), ("events", 1, "article_ids", "is an article of the event")),
    "an actor lost": (lambda t: t["actors"].pop(1), ("articles", 0, "actors.actor_id", "is an actor of the table")),
    "an actor whom nobody names": (
        lambda t: t["actors"].append(t["actors"][2] | {"actor_id": "p-0123456789abcdef"}),
        ("actors", 3, "actor_id", "is named by an article"),
    ),
    "an actor too many in an event": (
        lambda t: t["events"][2].update(actor_ids=[AGENCY]),
        ("events", 2, "actor_ids", "is among the actors of the event's articles"),
    ),
    "an actor missing in an event": (
        lambda t: t["events"][1].update(actor_ids=[]),
        ("articles", 2, "actors.actor_id", "is among the actors of the article's event"),
    ),
    "a country too many in an event": (
        lambda t: t["events"][0]["countries"].append("PER"),
        ("events", 0, "countries", "is among the countries of the event's articles"),
    ),
    "a country missing in an event": (
        lambda t: t["events"][2].update(countries=["CHL"]),
        ("articles", 3, "countries", "is among the countries of the article's event"),
    ),
    "a sector too many in an event": (
        lambda t: t["events"][2].update(sectors=["sport"]),
        ("events", 2, "sectors", "is among the sectors of the event's articles"),
    ),
    "a sector missing in an event": (
        lambda t: t["events"][0].update(sectors=["trade"]),
        ("articles", 1, "sectors.code", "is among the sectors of the article's event"),
    ),
    "another kind of event": (
        lambda t: t["events"][2].update(kind="aid"),
        ("events", 2, "kind", "is the kind of one of the event's articles"),
    ),
    "another day of the event": (
        lambda t: t["events"][0].update(event_date=t["events"][2]["event_date"]),
        ("events", 0, "event_date", "is the date of one of the event's articles"),
    ),
    "an event without the day of its article": (
        lambda t: t["events"][2].update(event_date=None),
        ("articles", 3, "event_date", "is null if the event has no date"),
    ),
    "a duplicate of nothing": (
        lambda t: t["articles"][1].update(duplicate_of="a-0123456789abcdef"),
        ("articles", 1, "duplicate_of", "is an article of the table"),
    ),
    "a duplicate of a duplicate": (
        lambda t: t["articles"][0].update(duplicate_of=A3) or t["articles"][1].update(duplicate_of=A1),
        ("articles", 1, "duplicate_of", "is not itself a duplicate"),
    ),
    "an alias lost": (
        lambda t: t["actors"][0].update(aliases=[]),
        ("articles", 2, "actors.name", "is the actor's name or an alias"),
    ),
    "a name from nowhere": (
        lambda t: t["actors"][2].update(name="Port Agency"),
        ("actors", 2, "name", "is a name or office in one of its articles"),
    ),
    "an alias from nowhere": (
        lambda t: t["actors"][1].update(aliases=["Somebody"]),
        ("actors", 1, "aliases", "is a name in one of its articles"),
    ),
    "another type of actor": (
        lambda t: t["actors"][2].update(type="person"),
        ("actors", 2, "type", "is the type in one of its articles"),
    ),
    "another country of an actor": (
        lambda t: t["actors"][1].update(country="NGA"),
        ("actors", 1, "country", "is the country in one of its articles"),
    ),
    "another organization of an actor": (
        lambda t: t["actors"][1].update(organization="Bank"),
        ("actors", 1, "organization", "is the organization in one of its articles"),
    ),
    "a role lost": (
        lambda t: t["actors"][1].update(roles=[]),
        ("articles", 0, "actors.role", "is among the actor's roles"),
    ),
    "a role from nowhere": (
        lambda t: t["actors"][0]["roles"][0].update(role="King"),
        ("actors", 0, "roles.role", "is a role in one of its articles"),
    ),
    "a publisher too many": (
        lambda t: t["events"][0].update(n_publishers=2),
        ("events", 0, "n_publishers", "is the number of publishers of the event's articles"),
    ),
    "a report too late": (
        lambda t: t["events"][0].update(first_reported=t["events"][0]["first_reported"].replace(year=2031)),
        ("events", 0, "first_reported", "is the earliest day of publication of the event's articles"),
    ),
    "a part of nothing": (
        lambda t: t["events"][0].update(part_of="e-0123456789abcdef"),
        ("events", 0, "part_of", "is an event of the table"),
    ),
    "a part of a part": (
        lambda t: t["events"][2].update(part_of=TALKS),
        ("events", 2, "part_of", "is not itself a part"),
    ),
    "an article too few": (
        lambda t: t["actors"][0].update(n_articles=2),
        ("actors", 0, "n_articles", "is the number of articles that name the actor"),
    ),
    "an actor seen too early": (
        lambda t: t["actors"][1].update(first_seen=t["actors"][1]["first_seen"].replace(year=2001)),
        ("actors", 1, "first_seen", "is the earliest day of the articles"),
    ),
    "an actor seen on an unknown day": (
        lambda t: t["actors"][1].update(first_seen=None, last_seen=None),
        ("actors", 1, "last_seen", "is the latest day of the articles"),
    ),
    "a role held too early": (
        lambda t: t["actors"][0]["roles"][0].update(first=t["actors"][1]["first_seen"].replace(year=2001)),
        ("actors", 0, "roles.first", "is the earliest day of the articles"),
    ),
    "a role held too long": (
        lambda t: t["actors"][0]["roles"][0].update(last=t["actors"][1]["first_seen"].replace(year=2031)),
        ("actors", 0, "roles.last", "is the latest day of the articles"),
    ),
    "an article moved to another event": (
        lambda t: t["articles"][0].update(event_id=GRANT),
        ("articles", 0, "event_id", "is an event that lists the article"),
    ),
}
