"""Dates are found in every usual form, and nothing else is taken for one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.page.dates.calendar import find_dates, parse_date, persian_to_gregorian
from communique.page.dates.order import numeric_order


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 9 March 2021", (2021, 3, 9)),
        ("March 9, 2021", (2021, 3, 9)),
        ("March 9,2021", (2021, 3, 9)),
        ("09-03-2021", (2021, 3, 9)),
        ("9/March/2021 20:15", (2021, 3, 9)),
        ("All News 16:02 March 09, 2021", (2021, 3, 9)),
        ("2021-03-09", (2021, 3, 9)),
        ("2021-03-09 14:05:10", (2021, 3, 9)),
        ("2021.03.09", (2021, 3, 9)),
        ("20210309", (2021, 3, 9)),
        ("2021-03-09T23:59:00+05:00", (2021, 3, 9)),
        ("Sept. 8", (None, 9, 8)),
        ("the 26th Feb, 2020", (2020, 2, 26)),
        ("1st of May 2020", (2020, 5, 1)),
        ("Sat. Oct 28th, 2023", (2023, 10, 28)),
        ("2009 January 22", (2009, 1, 22)),
        ("12 de marzo de 2024", (2024, 3, 12)),
        ("le 3 août 2022", (2022, 8, 3)),
        ("12. März 2024", (2024, 3, 12)),
        ("5 Şubat 2019", (2019, 2, 5)),
        ("12 марта 2024", (2024, 3, 12)),
        ("١٢ مارس ٢٠٢٤", (2024, 3, 12)),
        ("7 Kanoun al-Thani 2020", (2020, 1, 7)),
        ("12 Nisan 2014", (2014, 4, 12)),
        ("7 Farvardin 1404", (2025, 3, 27)),
        ("09 / 03 / 2021", (2021, 3, 9)),
        ("2021 - 03 - 09", (2021, 3, 9)),
        ("2021年3月9日", (2021, 3, 9)),
        ("2021 m. kovo 9 d.", (2021, 3, 9)),
        ("Foreign policy 2021 03 09", (2021, 3, 9)),
        ("9 Mar, 21", (2021, 3, 9)),
        ("09-Mar-21", (2021, 3, 9)),
        ("09-03-21", (2021, 3, 9)),
        ("Tue Mar 9 10:23:45 EAT 2021", (2021, 3, 9)),
        ("Mar 9 '21", (2021, 3, 9)),
        ("09.03.21", (2021, 3, 9)),
        ("28.10.20", (2020, 10, 28)),
        ("NEWS 07.02.202310:26 0 komentara", (2023, 2, 7)),
        ("Baku/09.03.21/Agency: The", (2021, 3, 9)),
        ("9thMarch 2021", (2021, 3, 9)),
        ("26thMay", (None, 5, 26)),
        ("on March 5, 21 envoys met", (None, 3, 5)),
    ],
)
def test_a_date_is_read_in_every_usual_form(text: str, expected: tuple[int | None, int, int]) -> None:
    (match,) = find_dates(text)
    assert (match.year, match.month, match.day) == expected


@pytest.mark.parametrize(
    "text",
    [
        "31 April 2020",
        "29 February 2021",
        "2021-13-40",
        "we may 5 times",
        "version 1.2.3",
        "32/13/2020",
        "10 mars",
        "5 2021 03 09",
        "2021 03 09 11",
    ],
)
def test_impossible_dates_and_other_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_a_range_of_days_keeps_its_first_and_last_day() -> None:
    match = find_dates("from 5 to 7 October 2022")[0]
    assert (match.day, match.last_day, match.month, match.year) == (5, 7, 10, 2022)


def test_a_match_covers_the_printed_date() -> None:
    text = "Signed on Jan. 21st, 2024, in Accra."
    match = find_dates(text)[0]
    assert text[match.start : match.end] == "Jan. 21st, 2024"


def test_the_order_of_numeric_dates_is_that_of_the_page() -> None:
    assert numeric_order("posted 12/25/2021, changed 01/02/2022") == "mdy"
    assert numeric_order("posted 25/12/2021, changed 01/02/2022") == "dmy"
    assert numeric_order("01/02/2022 04:17 PM EST") == "mdy"
    assert numeric_order("01/02/2022") == "dmy"
    assert numeric_order("01/02/2022", american=True) == "mdy"
    assert find_dates("01/02/2022", "mdy")[0].month == 1
    assert find_dates("01.02.2022", "mdy")[0].month == 2


@pytest.mark.parametrize(
    ("persian", "expected"),
    [
        ((1395, 12, 30), date(2017, 3, 20)),
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1402, 11, 22), date(2024, 2, 11)),
        ((1396, 12, 30), None),
        ((1400, 13, 1), None),
        ((1400, 7, 31), None),
    ],
)
def test_solar_hijri_days_become_gregorian_ones(persian: tuple[int, int, int], expected: date | None) -> None:
    assert persian_to_gregorian(*persian) == expected


def test_metadata_keep_the_calendar_day_as_printed() -> None:
    assert parse_date("2024-05-08T23:30:00-11:00") == date(2024, 5, 8)
    assert parse_date("Wed, 08 May 2024 23:30:00 GMT") == date(2024, 5, 8)
    assert parse_date("recently") is None
    assert parse_date(None) is None


@given(st.text(alphabet=st.sampled_from("0123456789/-., abMayMarch年٣\n:TZ"), max_size=200))
def test_any_text_gives_dates_that_exist_in_order(text: str) -> None:
    found = find_dates(text)
    for match in found:
        assert 0 <= match.start < match.end <= len(text)
        assert match.date is None or match.date.year == match.year
    assert [m.start for m in found] == sorted(m.start for m in found)
    parse_date(text)


@pytest.mark.parametrize(
    "printed",
    [
        "12 bŕezna 2021",
        "12. maaliskuuta 2021",
        "12 kovo 2021",
        "12 Març 2021",
        "12 machi 2021",
        "12 shkurt 2021",
        "12 mart 2021",
    ],
)
def test_months_are_read_in_the_languages_of_the_publishers(printed: str) -> None:
    (found,) = find_dates(printed)
    assert found.date == date(2021, 2 if "shkurt" in printed else 3, 12)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Mon, 03/04/2024 - 15:40", "mdy"),
        ("Wednesday 03/04/2024", "dmy"),
        ("Tuesday 03/04/2024", "dmy"),
        ("2/12/2018 12:00:00 AM", "mdy"),
        ("Fri, 03/12/2021 - 10:23", "mdy"),
        ("02/12/2018 12:00:00 AM", "dmy"),
    ],
)
def test_the_weekday_or_the_clock_beside_a_numeric_date_tells_its_order(text: str, order: str) -> None:
    assert numeric_order(text) == order


def test_the_counters_of_comments_and_views_may_hang_on_the_year() -> None:
    assert [match.date for match in find_dates("December 16, 20210103")] == [date(2021, 12, 16)]


def test_a_full_stop_may_part_the_day_from_the_year() -> None:
    assert [match.date for match in find_dates("ASMARA, May 9.2016. A team")] == [date(2016, 5, 9)]
    assert find_dates("It grew by May 9.2 per cent") == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("from the 7th to the 10th October 2018", date(2018, 10, 7)),
        ("from September 28 to October 3, 2018", date(2018, 9, 28)),
        ("December 30 – January 2, 2019", date(2018, 12, 30)),
        ("between 30 April and 2 May 2021", date(2021, 4, 30)),
    ],
)
def test_the_first_day_of_a_span_is_in_the_year_of_the_last(text: str, first: date) -> None:
    assert find_dates(text)[0].date == first


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 90))
def test_a_span_of_two_days_is_in_order(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    printed = f"from {first:%B} {first.day} to {last:%B} {last.day}, {last.year}"
    assert [match.date for match in find_dates(printed)] == [first, last]


def test_two_days_with_a_stroke_between_are_a_span() -> None:
    (found,) = find_dates("14/15 March 2023")
    assert (found.date, found.last_day) == (date(2023, 3, 14), 15)
    (found,) = find_dates("met on March 14/15 in Oslo")
    assert (found.year, found.month, found.day) == (None, 3, 14)
    assert find_dates("Mar/14/23")[0].date == date(2023, 3, 14)


def test_the_number_of_an_issue_is_no_day() -> None:
    assert find_dates("Vol. 12 No. 4, March 2021") == []
    assert [match.date for match in find_dates("Vol. 12 No. 4, 5 March 2021")] == [date(2021, 3, 5)]
    assert [match.date for match in find_dates("# 5 March 2021, Gazette #12, March 2021")] == [date(2021, 3, 5)]


def test_a_day_in_words_tells_in_which_order_the_page_writes_numbers() -> None:
    assert numeric_order("Lima, Mar. 10. The ministers met. Published: 3/10/2016") == "mdy"
    assert numeric_order("Lima, 3 October. The ministers met. Published: 3/10/2016") == "dmy"


def test_months_of_other_tongues_need_no_year_where_they_are_taken_for_granted() -> None:
    assert find_dates("3 mars") == []
    assert [(m.month, m.day) for m in find_dates("Alger, 3 mars", bare=True)] == [(3, 3)]


@pytest.mark.parametrize("text", ["june 15, 2022", "15 june 2022", "15 jun. 2022", "15 чэрвеня 2022", "15 ივნისი 2022"])
def test_a_month_with_its_year_needs_no_capital(text: str) -> None:
    assert [m.date for m in find_dates(text)] == [date(2022, 6, 15)]
    assert find_dates("it may 15 times") == []
