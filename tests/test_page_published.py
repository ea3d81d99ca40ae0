"""The day of publication is that of the article, whatever other days stand around it."""

from datetime import date

import pytest

from communique.model import Page
from communique.page import split
from communique.page.dates.dateline import is_clock

DAY = date(2024, 3, 12)
TITLE = "Norway, Ghana agree to expand cooperation in trade and farming"
BODY = (
    "The foreign minister of Norway met his colleague from Ghana in Oslo to speak about relations of the two states.",
    "Both agreed to call the next session of the joint committee in Accra before the end of the year.",
    "The meeting was attended by the ambassadors and by other senior officials of both sides.",
)
PRINTED = ("12 March 2024", "March 12, 2024", "12.03.2024", "2024-03-12", "12th March, 2024")


def published(*, url: str | None = None, above: str = "", head: str = "", foot: str = "") -> date | None:
    lines = [line for part in (above, TITLE, head, *BODY, foot) for line in part.split("\n") if line]
    article = split(Page("page", url=url, text="\n\n".join(lines)))
    assert (article.title, article.body) == (TITLE, "\n\n".join(BODY))
    return article.published


@pytest.mark.parametrize("day", PRINTED)
@pytest.mark.parametrize(
    "foot",
    [
        "-ENDS-\n{}",
        "End/ {}",
        "Issued by the Ministry of Foreign Affairs\nOslo\n{}",
        "Issued by: Embassy of Norway, Accra\nDate: {}",
        "Oslo, {}",
        "By Embassy of Norway Accra | {} | Topics: News, Trade | Tags: Ministry of Trade, Ministry of Food, cocoa",
    ],
)
def test_what_ends_a_press_release_stands_above_its_day(foot: str, day: str) -> None:
    assert published(foot=foot.format(day)) == DAY


@pytest.mark.parametrize("day", PRINTED)
def test_a_numeric_day_above_the_headline_is_no_clock(day: str) -> None:
    assert published(above=f"{day}\nPress Release") == DAY
    assert not is_clock(day)
    assert is_clock(f"{day} 14.05")


@pytest.mark.parametrize("day", PRINTED[:4])
def test_the_days_of_other_reports_on_the_headline_are_not_its_own(day: str) -> None:
    assert published(above=f"Chad and Togo sign a deal\n5 May 2022\nPeru and Chile sign a deal\n{day}") is None
    ticker = f"5 May 2022 12:30 Chadian minister arrives in Lomé\n{day} 11:15 Togo opens its new port at Kara"
    assert published(above=f"Flash\n{ticker}") is None
    assert published(above=f"Monday, 5 May 2022\nNews\n{day}") == DAY


@pytest.mark.parametrize("day", PRINTED[:4])
def test_the_day_of_the_event_or_of_a_tender_is_not_that_of_publication(day: str) -> None:
    assert published(head=f"Date of the event: 5 March 2024\nPublished: {day}") == DAY
    assert published(foot=f"Tenders\nSupply of two vehicles (deadline: {day})") is None


@pytest.mark.parametrize(
    ("host", "day"),
    [
        ("state.gov", date(2024, 3, 12)),
        ("wsj.com", date(2024, 3, 12)),
        ("inquirer.net", date(2024, 3, 12)),
        ("gna.org.gh", date(2024, 12, 3)),
        ("gazette.example", date(2024, 12, 3)),
    ],
)
def test_numbers_are_read_as_the_publishers_country_writes_them(host: str, day: date) -> None:
    assert published(url=f"https://www.{host}/news/7", head="03/12/2024") == day
    assert published(url=f"https://www.{host}/news/7", head="Posted 03/12/2024", foot="Wednesday 06/03/2024") == date(
        2024, 12, 3
    )


@pytest.mark.parametrize("day", ["12 March 2024", "March 12, 2024", "12th March 2024"])
@pytest.mark.parametrize(
    "form",
    [
        "Apia, {}. Press Office, Samoan Navy",
        "Oslo, {}, Permanent Mission of Norway",
        "Press Service of the Ministry of Defence. {}",
        "Press Office, Ministry of Defence, {}",
        "Accra, {} / Press and Information Directorate",
    ],
)
def test_the_office_that_issued_a_statement_stands_beside_the_day(form: str, day: str) -> None:
    assert published(foot=form.format(day)) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ministry of Trade, March 12, 2024",
        "Embassy of Norway opens office in Accra, March 12, 2024",
        "March 2024",
    ],
)
def test_a_picture_or_a_headline_with_its_day_signs_nothing(line: str) -> None:
    assert published(foot=line) is None


@pytest.mark.parametrize("line", ["Tuesday, 12 March, 2024 - 09:00", "Tuesday, 12 March 2024 09:00"])
def test_the_weekday_with_the_hour_on_the_headline_is_the_articles(line: str) -> None:
    assert published(above=line) == DAY


@pytest.mark.parametrize("between", ["English\nFrench\nRussian", "Japanese"])
def test_a_row_of_languages_stands_between_the_day_and_the_headline(between: str) -> None:
    assert published(above=f"Issued on 12 March 2024\n{between}") == DAY


def test_the_only_day_below_the_article_is_its_own_if_the_hour_stands_there() -> None:
    below = "Topics\ndiplomacy\nNorway\nHoly See\nOslo\n"
    assert published(foot=f"{below}12 March 2024, 13:21") == DAY
    assert published(foot=f"{below}12 March 2024") is None
    assert published(foot=f"{below}12 March 2024, 13:21\nBaker opens shop\n11 March 2024, 10:02") is None
    assert published(foot=f"{below}Last update: 12 March 2024, 13:21") is None


@pytest.mark.parametrize(
    "between", ["Society", "Share", "512\nShare", "3 min read\nPolitics", "Reading time: 2 minutes\nWorld"]
)
def test_a_section_a_button_or_the_time_of_reading_stands_between_the_day_and_the_headline(between: str) -> None:
    assert published(above=f"12 March 2024 14:12\n{between}") == DAY


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("2024-03-12 | 07:16\nHigh views\nShare\n2\nmin", DAY),
        ("14 Sep 2023 - 10:52\n• News ID: 471866", date(2023, 9, 14)),
        ("General News of Tuesday, 12 March 2024\nSource: GNA", DAY),
        ("Tuesday, 12 March 2024\nPeople of Accra", None),
    ],
)
def test_counts_and_sections_stand_between_the_day_and_the_headline(above: str, day: date | None) -> None:
    assert published(above=above) == day


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("", "This content was issued on 12.03.2024 and has been viewed for 312 times."),
        ("Staff Writer Staff WriterMarch 12, 2024", ""),
        ("Publish dateTuesday 12 March 2024 - 15:22", ""),
        ("Sun 12 March / Mar 2024. 12:00 AM", ""),
        ("By / 12/03/2024 / Comments Off on Norway and Ghana to expand cooperation", ""),
    ],
)
def test_the_day_hangs_on_other_words(head: str, foot: str) -> None:
    assert published(head=head, foot=foot) == DAY


def test_the_day_stands_in_brackets_behind_the_headline() -> None:
    article = split(Page("page", text="\n\n".join([f"{TITLE} [12/March/2024]", *BODY])))
    assert article.published == DAY


def test_the_day_stands_on_the_first_of_two_copies_of_the_headline() -> None:
    lines = ["Tuesday 12 March 2024 - 09:41", TITLE, "Story Code : 915204", TITLE, *BODY]
    assert split(Page("page", text="\n".join(lines))).published == DAY


def test_days_from_one_to_another_are_those_of_the_event() -> None:
    span = "3-6 March 2024 - Oslo — " + BODY[0]
    assert split(Page("page", text="\n\n".join([TITLE, span, *BODY[1:]]))).published is None


def test_an_american_outlet_writes_the_month_first_between_full_stops_too() -> None:
    assert published(url="https://www.dvidshub.net/news/7/port", head="03.12.2024") == DAY
    assert published(url="https://www.gazette.example/news/7", head="12.03.2024") == DAY
