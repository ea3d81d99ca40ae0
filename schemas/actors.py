"""The table `actors`: one row a person or body, however many articles name it and however they spell it."""

import pyarrow as pa
import pyarrow.compute as pc

from communique.schemas import values
from communique.schemas.columns import DATE, INT, Column, Rule, Table
from communique.schemas.frame import Frame
from communique.schemas.rules import not_before, not_within, sorted_unique, together, unique_in_row

COLUMNS = (
    Column(
        name="actor_id",
        description="Key of the actor.",
        example="p-17c0de5f8a9b3e21",
        pattern=values.ACTOR_ID,
    ),
    Column(
        name="name",
        description="The name, without titles; for an office holder whom no article names, the office.",
        example="Iyad Al-Khatib",
        pattern=values.TEXT,
    ),
    Column(
        name="aliases",
        description="Other forms of the name in the articles, sorted.",
        example=["Eyad al-Khateeb", "Iyad Khatib"],
        many=True,
        pattern=values.TEXT,
    ),
    Column(
        name="type",
        description="A person, or a body that itself acts.",
        example="person",
        allowed=values.ACTOR_TYPES,
    ),
    Column(
        name="country",
        description="The country that the actor represents, ISO 3166-1 alpha-3.",
        example="SYR",
        nullable=True,
        allowed=values.countries,
    ),
    Column(
        name="organization",
        description="The body that the person represents, where it is not simply the national government.",
        example="World Food Programme",
        nullable=True,
        pattern=values.TEXT,
    ),
    Column(
        name="roles",
        description="The offices in which the articles name the actor, each once, sorted.",
        example=[{"role": "Minister of Communications", "first": "2019-10-29", "last": "2020-02-11"}],
        fields=(
            Column(
                name="role",
                description="The office as the articles give it.",
                example="Minister of Communications",
                pattern=values.TEXT,
            ),
            Column(
                name="first",
                description="The earliest day of the articles that give it; null if none of them has a date.",
                example="2019-10-29",
                type=DATE,
                nullable=True,
                minimum=values.FIRST_DAY,
                maximum=values.LAST_DAY,
            ),
            Column(
                name="last",
                description="The latest day of the articles that give it.",
                example="2020-02-11",
                type=DATE,
                nullable=True,
                minimum=values.FIRST_DAY,
                maximum=values.LAST_DAY,
            ),
        ),
    ),
    Column(
        name="n_articles",
        description="How many articles name the actor.",
        example=3,
        type=INT,
        minimum=1,
    ),
    Column(
        name="first_seen",
        description="The earliest day of its articles: of each the event's day or, without one, that of publication.",
        example="2019-10-29",
        type=DATE,
        nullable=True,
        minimum=values.FIRST_DAY,
        maximum=values.LAST_DAY,
    ),
    Column(
        name="last_seen",
        description="The latest day of its articles, reckoned likewise; null if none of them has a date.",
        example="2020-02-11",
        type=DATE,
        nullable=True,
        minimum=values.FIRST_DAY,
        maximum=values.LAST_DAY,
    ),
)


def _person_for_body(frame: Frame) -> pa.Array:
    return pc.or_kleene(pc.is_null(frame["organization"]), pc.not_equal(frame["type"], "organization"))


RULES = (
    sorted_unique("aliases"),
    not_within("aliases[]", "name", "other_form"),
    Rule("person_for_body", "organization", "is null if type is organization", _person_for_body),
    unique_in_row("roles.role"),
    together("roles.last", "roles.first"),
    not_before("roles.last", "roles.first"),
    together("last_seen", "first_seen"),
    not_before("last_seen", "first_seen"),
)

TABLE = Table(
    name="actors",
    key="actor_id",
    partition="first_seen",
    description="One row a resolved actor: a person or a body that takes part in events.",
    columns=COLUMNS,
    rules=RULES,
)
