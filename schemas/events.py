"""The table `events`: one row a real-world event, put together from the articles that report it."""

import pyarrow as pa
import pyarrow.compute as pc

from communique.schemas import values
from communique.schemas.columns import DATE, INT, Column, Rule, Table
from communique.schemas.frame import Frame
from communique.schemas.rules import sorted_unique, where_valid

COLUMNS = (
    Column(
        name="event_id",
        description="Key of the event.",
        example="e-0b1f3c5d7e9a2b4c",
        pattern=values.EVENT_ID,
    ),
    Column(
        name="event_date",
        description="Day of the event, as one of its articles gives it; null if none does.",
        example="2019-10-29",
        type=DATE,
        nullable=True,
        minimum=values.FIRST_DAY,
        maximum=values.LAST_DAY,
    ),
    Column(
        name="kind",
        description="Kind of the event, as one of its articles gives it.",
        example="meeting",
        allowed=values.kinds,
    ),
    Column(
        name="countries",
        description="The parties in any of its articles, ISO 3166-1 alpha-3, sorted.",
        example=["IRN", "SYR"],
        many=True,
        allowed=values.countries,
    ),
    Column(
        name="sectors",
        description="The codes of the fields in any of its articles, sorted.",
        example=["energy", "transport"],
        many=True,
        allowed=values.sectors,
    ),
    Column(
        name="actor_ids",
        description="The actors in any of its articles, sorted: keys of `actors`.",
        example=["p-17c0de5f8a9b3e21"],
        many=True,
        pattern=values.ACTOR_ID,
    ),
    Column(
        name="article_ids",
        description="The articles that report it, sorted: keys of `articles`.",
        example=["a-4c5e7088455429db"],
        many=True,
        pattern=values.ARTICLE_ID,
    ),
    Column(
        name="n_publishers",
        description="How many publishers report it; articles without one do not count.",
        example=2,
        type=INT,
        minimum=0,
    ),
    Column(
        name="first_reported",
        description="The earliest day on which one of its articles was published; null if none has a date.",
        example="2019-10-30",
        type=DATE,
        nullable=True,
        minimum=values.FIRST_DAY,
        maximum=values.LAST_DAY,
        since="1.1.0",
    ),
    Column(
        name="part_of",
        description="The visit during which the event took place: its `event_id`; null if it is part of none.",
        example="e-5d0c7b1f93a2e846",
        nullable=True,
        pattern=values.EVENT_ID,
        since="1.1.0",
    ),
)


def _told(frame: Frame) -> pa.Array:
    return pc.greater(pc.list_value_length(frame["article_ids"]), 0)


def _one_an_article(frame: Frame) -> pa.Array:
    return pc.less_equal(frame["n_publishers"], pc.list_value_length(frame["article_ids"]))


def _of_another(frame: Frame) -> pa.Array:
    return pc.not_equal(frame["part_of"], frame["event_id"])


def _of_a_visit(frame: Frame) -> pa.Array:
    return where_valid(frame["part_of"], pc.not_equal(frame["kind"], "visit"))


RULES = (
    sorted_unique("countries"),
    sorted_unique("sectors"),
    sorted_unique("actor_ids"),
    sorted_unique("article_ids"),
    Rule("told", "article_ids", "names an article", _told),
    Rule("of_another", "part_of", "is not the event itself", _of_another),
    Rule("no_visit", "part_of", "is null if kind is visit", _of_a_visit),
    Rule("one_an_article", "n_publishers", "is at most the number of article_ids", _one_an_article),
)

TABLE = Table(
    name="events",
    key="event_id",
    partition="event_date",
    description="One row a real-world event, told by one article or several.",
    columns=COLUMNS,
    rules=RULES,
)
