"""A cell says a value so that people can change it, and what they leave alone stays what it was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reviews.cells import cell, order_of, value
from communique.reviews.values import FOUND, Unfit, column_of, fitting

INK = st.characters(exclude_categories=["C", "Z"])
TEXT = st.lists(st.text(INK | st.sampled_from("|\\=+-@'\",;"), min_size=1, max_size=8), min_size=1, max_size=4).map(
    " ".join
)


def code(name: str, part: str | None = None) -> st.SearchStrategy[str]:
    column = column_of(name)
    fields = {one.name: one for one in column.fields}
    return st.sampled_from(fields[part].vocabulary if part else column.vocabulary)


ACTOR = st.fixed_dictionaries(
    {
        "name": st.none() | TEXT,
        "role": TEXT,
        "country": st.none() | code("actors", "country"),
        "organization": st.none() | TEXT,
        "type": code("actors", "type"),
    }
)
SECTOR = st.fixed_dictionaries({"code": code("sectors", "code"), "primary": st.booleans()})
VALUES = {
    "title": TEXT,
    "byline": st.none() | TEXT,
    "language": code("language"),
    "published": st.none() | st.dates(date(1945, 1, 1), date(2100, 12, 31)),
    "kind": code("kind"),
    "countries": st.lists(code("countries"), unique=True).map(sorted),
    "actors": st.lists(ACTOR, max_size=4),
    "sectors": st.lists(SECTOR, max_size=4),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_cell_reads_back_as_its_value(name):
    @given(VALUES[name])
    def check(given_value):
        text = cell(column_of(name), given_value)
        assert fitting(name, value(column_of(name), text)) == given_value

    check()


@given(st.sampled_from(list(VALUES)), st.text() | TEXT)
def test_any_text_in_a_cell_is_a_value_or_refused_with_a_reason(name, text):
    try:
        fitting(name, value(column_of(name), text))
    except Unfit as unfit:
        assert unfit.reason  # noqa: PT017
    except UnicodeEncodeError:
        assert any("\ud800" <= c <= "\udfff" for c in text)


def test_an_actor_is_a_line_without_what_is_empty_or_usual_at_its_end():
    entries = [
        {"name": "Iyad Al-Khatib", "role": "Minister", "country": "SYR", "organization": None, "type": "person"},
        {"name": None, "role": "envoy | of peace", "country": None, "organization": "UN", "type": "person"},
        {"name": "Red Cross", "role": None, "country": None, "organization": None, "type": "organization"},
    ]
    text = cell(column_of("actors"), [{**one, **dict.fromkeys(FOUND)} for one in entries])
    assert text.split("\n") == [
        "Iyad Al-Khatib | Minister | SYR",
        r"| envoy \| of peace |  | UN",
        "Red Cross |  |  |  | organization",
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("countries", "syr; IRN", ["IRN", "SYR"]),
        ("countries", "IRN SYR", ["IRN", "SYR"]),
        ("countries", "", []),
        ("kind", "Meeting ", "meeting"),
        ("title", " two  spaces\n", "two spaces"),
        ("byline", "  ", None),
        ("sectors", "Trade, health | primary", None),
        ("sectors", "Trade, energy\nhealth | Primary", ["trade", "energy", "health"]),
        ("published", "2019-10-29T00:00:00", date(2019, 10, 29)),
        ("published", "29/10/2019", date(2019, 10, 29)),
        ("published", "10/29/2019", date(2019, 10, 29)),
        ("published", "3.4.2019", date(2019, 4, 3)),
        ("published", "2019/04/03", date(2019, 4, 3)),
        ("published", "29 October 2019", date(2019, 10, 29)),
        ("published", "Tuesday, October 29, 2019", date(2019, 10, 29)),
        ("published", "5/5/2019", date(2019, 5, 5)),
    ],
)
def test_what_people_and_spreadsheets_write_is_understood(name, text, expected):
    if expected is None and name == "sectors":
        with pytest.raises(Unfit):
            fitting(name, value(column_of(name), text))
        return
    found = fitting(name, value(column_of(name), text))
    assert ([one["code"] for one in found] if name == "sectors" else found) == expected


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("countries", "Syria", "'Syria' is no ISO code; did you mean SYR?"),
        ("countries", "South Korea, IRN", "'South Korea' is no ISO code; did you mean KOR?"),
        ("published", "03/04/2019", "'03/04/2019' can be 2019-04-03 or 2019-03-04"),
        ("published", "43767", "is how a spreadsheet counts days; if 2019-10-29 is meant"),
        ("published", "29-Oct-19", "'29-Oct-19' is no day; write it as YYYY-MM-DD"),
        ("published", "29/10/19", "is no day"),
        ("published", "5-6 October 2019", "is no day"),
        ("published", "soon", "is no day"),
        ("published", "1815-06-18", "is not from 1945-01-01"),
        ("kind", "metting", "did you mean meeting?"),
        ("actors", "A | B | SYR | | person | quote | more", "has 7 parts; there are name | role | country"),
        ("actors", "A | B | Syria", "did you mean SYR?"),
        ("actors", "| | SYR", "each needs a name or a role"),
        ("sectors", "trade | yes", "'yes' is neither 'primary' nor nothing"),
    ],
)
def test_what_cannot_be_understood_is_told_with_what_would_do(name, text, says):
    with pytest.raises(Unfit) as raised:
        fitting(name, value(column_of(name), text))
    assert says in raised.value.reason


def test_words_that_prove_an_entry_can_be_quoted_behind_it():
    (actor,) = value(column_of("actors"), "A. B. | | | | | said Mr B")
    (sector,) = value(column_of("sectors"), "trade | | goods, wares")
    assert (actor["evidence"], sector["evidence"]) == ("said Mr B", "goods, wares")


@pytest.mark.parametrize(
    ("days", "order"),
    [
        ([("03/04/2019", None), ("29/10/2019", None)], "dmy"),
        ([("03/04/2019", None), ("10/29/2019", None)], "mdy"),
        ([("03/04/2019", date(2019, 3, 4))], "mdy"),
        ([("03/04/2019", None), ("2019-04-03", None), ("soon", None)], None),
        ([("29/10/2019", None), ("10/29/2019", None)], None),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_days_that_tell_it(days, order):
    assert order_of(days) == order


def test_a_day_is_read_in_the_order_of_its_sheet():
    assert value(column_of("published"), "03/04/2019", "mdy") == "2019-03-04"
    assert value(column_of("published"), "29/10/2019", "mdy") == "2019-10-29"
