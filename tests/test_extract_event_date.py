"""The day of the event, told apart from other days that an article names."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.extract.event import event_date
from communique.model import FORETOLD, Article
from communique.registry import rows

FRIDAY = date(2023, 3, 17)


def find(
    body: str, kind: str = "meeting", published: date | None = FRIDAY, lead: int = 0
) -> tuple[date | None, str | None]:
    return event_date.find(Article(title="", body=body, published=published, lead=lead), kind)


@pytest.mark.parametrize(
    ("body", "day", "source"),
    [
        ("The ministers met in Oslo on 14 March 2023.", 14, "explicit"),
        ("Talks were held on March 14 between the two ministers.", 14, "partial"),
        ("The ministers met on Wednesday in Oslo.", 15, "weekday"),
        ("The ministers met on Friday in Oslo.", 17, "weekday"),
        ("The ministers met last Friday in Oslo.", 10, "weekday"),
        ("The minister received the envoy this morning.", 17, "relative"),
        ("The minister received the envoy yesterday.", 16, "relative"),
        ("The ministers met in Oslo on the 9th.", 9, "partial"),
        ("The ministers met in Oslo on the ninth of this month.", 9, "partial"),
        ("The ministers met in Oslo on Thursday of last week.", 9, "weekday"),
        ("The ministers met in Oslo three days ago.", 14, "relative"),
        ("The ministers met late on Thurs in Oslo.", 16, "weekday"),
        ("Since March 13 Oslo has had a new bridge. On this day the two ministers opened it.", 13, "partial"),
        ("The ministers conferred from 8 to 10 March.", 8, "partial"),
        ("The ministers met in Oslo on Tuesday and Wednesday of last week.", 7, "weekday"),
        ("The ministers met in Oslo on the first day of March.", 1, "partial"),
        ("The ministers met in Oslo on the fourteenth of March.", 14, "partial"),
        ("The ministers met in Oslo on the ninth day of March 2023.", 9, "explicit"),
        ("The ministers conferred from 8 till 10 March.", 8, "partial"),
        ("The ministers conferred from March 8 through 10.", 8, "partial"),
    ],
)
def test_each_way_to_name_a_day_has_its_source(body: str, day: int, source: str) -> None:
    assert find(body) == (date(2023, 3, day), source)


def test_the_day_on_which_a_participant_spoke_is_taken_where_no_other_is_named() -> None:
    assert find("The minister said on Tuesday that tea should cost less. The envoy had called on him.")[0] == date(
        2023, 3, 14
    )
    assert find("The minister said on Tuesday that tea should cost less. He met the envoy on Monday.")[0] == date(
        2023, 3, 13
    )
    assert find("The agency reported on Tuesday that the ministers met in Oslo.") == (None, None)


@pytest.mark.parametrize(
    ("body", "kind", "day"),
    [
        ("Imports of tea will be doubled under an agreement reached Wednesday, the ministry said.", "signing", 15),
        ("Ties will grow by a memorandum signed here on Wednesday.", "signing", 15),
        ("The course which the school had been giving to officers from Laos was closed on March 14.", "project", 14),
    ],
)
def test_a_day_is_that_of_the_verb_beside_it(body: str, kind: str, day: int) -> None:
    assert find(body, kind)[0] == date(2023, 3, day)


def test_what_emerges_of_a_plan_is_told_on_its_day() -> None:
    assert find("A ferry will sail to Oslo, it was announced on Tuesday.", "pledge")[0] == date(2023, 3, 14)


@pytest.mark.parametrize("speaker", ["Finnish Foreign Minister Anna Koval", "The minister"])
def test_who_speaks_beside_his_guest_does_so_on_the_day_of_the_talks(speaker: str) -> None:
    told = f"Speaking at a joint press conference with the Danish envoy on Wednesday, {speaker} said trade would grow."
    assert find(told)[0] == date(2023, 3, 15)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Fiji has condemned the bomb attack that occurred in the market of Lomé on Tuesday.", "statement"),
        ("The president congratulated his colleague on his re-election in the vote of March 12.", "message"),
        ("The minister received the envoy, a statement made available to newsmen on Friday said.", "meeting"),
        ("The ministers meet on the first Monday of each month.", "meeting"),
        ("The minister received the envoy, according to a post on the ministry's page on Tuesday.", "meeting"),
        ("The minister received the envoy, it was disclosed on Tuesday.", "meeting"),
        ("The minister received the envoy.\n\nA law on ports came into effect on March 13.", "meeting"),
    ],
)
def test_the_day_of_another_occasion_is_not_that_of_the_event(body: str, kind: str) -> None:
    assert find(body, kind) == (None, None)


def test_a_word_belongs_to_the_day_on_its_side_of_a_comma() -> None:
    body = "Sighted on Monday, unloaded on Tuesday: the tents were handed over to the Red Cross."
    assert find(body, "aid")[0] == date(2023, 3, 14)


def test_a_weekend_is_no_day() -> None:
    assert find("The ministers met in Oslo over the weekend.") == (None, None)


def test_a_day_without_a_year_is_the_last_such_day() -> None:
    assert find("The ministers met on 20 December.") == (date(2022, 12, 20), "partial")


def test_a_body_that_names_no_day_has_none() -> None:
    assert find("The ministers met in Oslo.") == (None, None)


@pytest.mark.parametrize("body", ["The ministers met on Wednesday.", "They met today.", "They met on 3 May."])
def test_without_a_day_of_publication_only_a_full_date_counts(body: str) -> None:
    assert find(body, published=None) == (None, None)


def test_a_full_date_needs_no_day_of_publication() -> None:
    assert find("The ministers met on 3 May 2021.", published=None) == (date(2021, 5, 3), "explicit")


def test_the_day_of_the_report_is_not_that_of_the_event() -> None:
    assert find("The ministers held talks in Oslo, the agency reported on Thursday.") == (None, None)


def test_the_day_of_a_later_statement_is_not_that_of_the_event() -> None:
    body = (
        "The pact was signed on Tuesday by the two ministers. In a statement on Thursday the "
        "minister spoke of a new era."
    )
    assert find(body, "signing") == (date(2023, 3, 14), "weekday")


def test_a_statement_is_of_the_day_on_which_it_was_made() -> None:
    assert find("The talks have failed, the minister said on Thursday.", "statement") == (date(2023, 3, 16), "weekday")


def test_days_to_come_do_not_count() -> None:
    assert find("The ministers met today. The next session will be held on Thursday.") == (FRIDAY, "relative")
    assert find("The minister is expected to meet the president tomorrow.") == (None, None)
    assert find("The minister will meet the president on Monday.") == (None, None)


def test_former_days_do_not_count() -> None:
    body = (
        "The ministers met on Tuesday. They had met in Rome on 2 February 2023. It may be "
        "recalled that they spoke on Monday."
    )
    assert find(body) == (date(2023, 3, 14), "weekday")


def test_the_first_of_several_days_counts() -> None:
    body = "A visit by the minister came to an end on Thursday. It had begun on 13 March."
    assert find(body, "visit") == (date(2023, 3, 13), "partial")


@pytest.mark.parametrize(
    ("body", "kind", "day"),
    [
        ("A three-day forum of five states ended in Oslo on Thursday.", "conference", 14),
        ("The 2-day talks, which wrapped up in Oslo on Thursday, dealt with fish.", "meeting", 15),
        ("The agreement, signed on Wednesday, will enter into force in April.", "signing", 15),
        ("The minister on Tuesday condemned the attack of March 8.", "statement", 14),
        ("The minister will visit Oslo on Monday.", "pledge", 20),
        ("The envoy will visit Oslo, the minister said on Monday.", "pledge", 13),
        ("The envoy will visit Oslo this Monday.", "pledge", 20),
        ("The king is set to pay a state visit to Oslo from March 22, his office said on Friday.", "pledge", 22),
        ("On Tuesday the envoy delivered an invitation to the summit to be held in May.", "message", 14),
        ("The king received the credentials of the newly-appointed envoy on Tuesday.", "credentials", 14),
        ("The day on which the ferry is to sail was set on Monday.", "pledge", 13),
    ],
)
def test_how_long_it_lasted_and_what_is_still_to_come_move_the_day(body: str, kind: str, day: int) -> None:
    assert find(body, kind)[0] == date(2023, 3, day)


def test_another_event_in_the_article_does_not_count() -> None:
    body = "The president sent a cable to his colleague over the earthquake of Monday."
    assert find(body, "message") == (None, None)


def test_a_dateline_is_not_the_day_of_the_event() -> None:
    assert find("HANOI, 15 March (VNA) - The ministers met in Hue.") == (None, None)
    assert find("Hanoi, 15 March - The ministers met in Hue.", lead=18) == (None, None)


def test_no_day_after_publication_unless_announced() -> None:
    body = "The minister will visit Oslo on 21 March."
    assert find(body, "meeting")[0] is None
    assert find(body, "pledge") == find(body, "visit") == (date(2023, 3, 21), "partial")


def test_what_will_be_on_the_weekday_of_publication_is_today() -> None:
    for day, word in ((17, "Friday"), (20, "Monday")):
        assert find(f"The president is expected to begin a visit to Oslo on {word}.", "pledge")[0] == date(2023, 3, day)


@pytest.mark.parametrize(
    "words",
    [
        "Wednesday, March 15, 2023",
        "Wednesday March 15 2023",
        "15 March 2023 (Wednesday)",
        "Wednesday (March 15)",
        "Wednesday, the 15th of March",
    ],
)
def test_two_names_of_one_day_are_one(words: str) -> None:
    body = f"The delegation arrived in Oslo on {words} and is expected to leave on Friday March 17, 2023."
    assert find(body, "visit")[0] == date(2023, 3, 15)
    assert find(f"{body} It met the speaker on Thursday March 16, 2023.", "visit")[0] == date(2023, 3, 15)


@pytest.mark.parametrize("words", ["today, Friday", "today (Friday)", "Friday (17 March)", "today, March 17"])
def test_a_day_named_with_its_weekday_is_not_counted_back_twice(words: str) -> None:
    assert find(f"The minister received the envoy {words} in Oslo.")[0] == FRIDAY


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.integers(0, 40))
def test_a_weekday_beside_a_full_date_changes_nothing(day: date, later: int) -> None:
    body = f"The ministers met in Oslo on {day:%A}, {day.day} {day:%B} {day.year}."
    for published in (None, day + timedelta(days=later)):
        assert find(body, published=published) == (day, "explicit")


@pytest.mark.parametrize(
    "teller", ["the ministry's press service said", "the embassy announced", "a government source told reporters"]
)
def test_a_body_that_tells_on_a_day_was_not_the_event(teller: str) -> None:
    assert find(f"The ministers met in Oslo to speak of fish, {teller} on March 16.") == (None, None)


def test_the_first_day_counts_however_a_span_is_printed() -> None:
    for span in ("from the 14th to the 16th March 2023", "from February 27 to March 2, 2023"):
        first = date(2023, 3, 14) if "14th" in span else date(2023, 2, 27)
        assert find(f"The minister was on a visit to Oslo {span}.", "visit", published=None)[0] == first


def test_a_dateline_that_lost_its_dash_is_not_the_day_of_the_event() -> None:
    assert find("VNA, March 16/2023 A team of envoys on Wednesday met the minister in Hue.")[0] == date(2023, 3, 15)


@given(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                "on Monday",
                "today",
                "on 29 February",
                "on the 31st",
                "May 5, 2021",
                "tomorrow",
                "had met",
                ",",
                ".",
                "\n\n",
                "“",
                "will",
            ]
        )
    ),
    st.one_of(st.none(), st.dates()),
    st.sampled_from([row["kind"] for row in rows("kinds")]),
)
def test_any_text_gives_a_day_or_none(text: str, words: list[str], published: date | None, kind: str) -> None:
    day, source = find(text + " ".join(words), kind, published)
    assert (day is None) == (source is None)
    if day and published and kind not in FORETOLD:
        assert day <= published


@pytest.mark.parametrize(
    ("body", "kind", "day"),
    [
        ("A delegation of Danish deputies has been in Oslo since Tuesday.", "visit", 14),
        ("The contract has borne both signatures since yesterday.", "signing", 16),
        ("Since Tuesday, March 14, paintings from Oslo have been on show.", "project", 14),
        ("The drill of both navies will end on March 24. It began on Sunday.", "project", 12),
        ("Rome's mission here today gave ten boats to Oslo.", "aid", 17),
        ("The ministers, one of whom has been here since Monday, met on Wednesday.", "meeting", 15),
        ("The ministers met on Wednesday. From Thursday onwards a ferry will sail.", "meeting", 15),
        ("He had come in from Rome on Monday. The ministers met on Tuesday.", "meeting", 14),
        ("A cable went to Rome, the press office said on Tuesday.", "message", None),
        ("Vans may cross without papers from April 9. So it was agreed at talks in Oslo yesterday.", "pledge", 16),
        ("From March 1 to April 9 two ferries will be lent, the minister announced on Tuesday.", "pledge", 14),
    ],
)
def test_a_day_counts_by_what_began_on_it(body: str, kind: str, day: int | None) -> None:
    assert find(body, kind)[0] == (day and date(2023, 3, day))


@pytest.mark.parametrize(
    "body",
    [
        "The ministers met on Wednesday. The envoy's visit was on July 16, 2014.",
        "On 24 December the ministers met in Oslo. A paper of 15 December 2021 was discussed.",
    ],
)
def test_a_day_that_nothing_resolves_leaves_the_event_without_one(body: str) -> None:
    assert find(body, published=None) == (None, None)


def test_a_day_without_year_that_is_planned_is_not_taken_back_by_a_year() -> None:
    assert find("The meeting will be held from April 21 to 23 in Oslo.", "conference") == (None, None)
    assert find("The meeting will be held on March 14, it was said.", "conference")[0] != date(2022, 3, 14)


def test_short_names_of_days_are_read() -> None:
    assert find("The paper was signed on Thu. in Oslo.", "signing") == (date(2023, 3, 16), "weekday")


@pytest.mark.parametrize("words", ["next week Tuesday", "on Tuesday next week", "on Tuesday of next week"])
def test_a_weekday_of_next_week_is_reached_from_any_day(words: str) -> None:
    for published in (date(2023, 3, 13), FRIDAY, date(2023, 3, 19)):
        got = find(f"The president is scheduled to visit Oslo {words}.", "pledge", published=published)
        assert got == (date(2023, 3, 21), "weekday")


def test_what_stands_in_another_sentences_clause_does_not_claim_the_day() -> None:
    body = "The ministry received tents from the embassy on March 14 for the victims of the recent earthquake."
    assert find(body, "aid")[0] == date(2023, 3, 14)
    joined = "The mayor on Thursday received the two envoys. They joined a guest that landed in Oslo since Sunday."
    assert find(joined, "conference")[0] == date(2023, 3, 16)


@pytest.mark.parametrize(
    ("body", "kind", "day"),
    [
        ("The minister, who arrived on Monday, met his counterpart on Tuesday.", "meeting", 14),
        ("The minister, who arrived on Monday, met his counterpart on Tuesday.", "visit", 13),
        ("The treaty, signed on 3 February, will come into force. The ministers met on Thursday.", "meeting", 16),
        ("The meeting, held on Wednesday, March 15th, was attended by the envoy.", "meeting", 15),
        ("The president, hours after he had taken his oath, met the envoy on Tuesday.", "meeting", 14),
        ("The king congratulated the president on his national day, which falls on March 17.", "message", None),
        ("The envoy called on the minister here today, March 16.", "meeting", 16),
    ],
)
def test_a_clause_within_the_sentence_keeps_its_day(body: str, kind: str, day: int | None) -> None:
    assert find(body, kind)[0] == (day and date(2023, 3, day))


def test_next_tuesday_is_that_of_next_week_where_it_is_announced() -> None:
    body = "The minister will visit Oslo next Tuesday, he told reporters on Thursday."
    assert find(body, "pledge")[0] == date(2023, 3, 21)
    assert find(body, "meeting")[0] != date(2023, 3, 21)


def test_a_weekday_alone_is_the_full_date_that_the_body_gives_for_it() -> None:
    body = (
        "The embassy gave masks on Friday. Handing them over on Friday, June 12, 2020, the envoy spoke of friendship."
    )
    assert find(body, "aid", published=None) == (date(2020, 6, 12), "explicit")
    other = "The embassy handed masks over on Friday. A treaty of 12 June 2020 was recalled."
    assert find(other, "aid", published=None) == (None, None)


def test_an_announced_span_begins_on_its_first_day() -> None:
    body = "The minister is scheduled to visit Oslo from March 20 to March 21, 2023."
    assert find(body, "pledge")[0] == date(2023, 3, 20)
    assert find("The ministers agreed today to waive visas from March 20.", "pledge")[0] == FRIDAY


def test_what_was_agreed_today_took_place_today() -> None:
    assert find("The two premiers had talks. We have agreed today to build the bridge.")[0] == FRIDAY
    assert find("The two premiers had talks.\n\nThey spoke of trade.\n\nOslo has many bridges today.")[0] is None


def test_the_day_on_which_somebody_took_office_is_another_one() -> None:
    body = "The envoy congratulated the director on having taken office on 1 March 2023."
    assert find(body)[0] is None


def test_a_visit_that_is_told_ahead_takes_place_on_the_day_named() -> None:
    body = "The ministry informs that on 8 May 2023 an official visit to Suva will be undertaken by the president."
    assert find(body, "visit", published=None)[0] == date(2023, 5, 8)
    assert find(f"The ministers met.\n\nThey spoke of trade.\n\n{body}", "meeting", published=None)[0] is None


def test_who_has_come_the_day_before_is_met_on_the_day_of_the_meeting() -> None:
    body = "The envoy arrived in Oslo late on Wednesday. He met the mayor on Thursday."
    assert find(body)[0] == date(2023, 3, 16)
    assert find("The envoy arrived in Oslo on Wednesday. He meets the mayor.", "visit")[0] == date(2023, 3, 15)


def test_a_weekday_without_a_small_word_may_be_to_come() -> None:
    body = "The navies are to launch an exercise Monday in the bay."
    assert find(body, "pledge")[0] == date(2023, 3, 20)
    assert find("The navies will launch an exercise, the ministry said Monday.", "pledge")[0] != date(2023, 3, 20)


def test_a_text_that_begins_with_a_span_has_no_dateline() -> None:
    assert find("On 28 February-2 March 2023, the working group sat in Oslo.")[0] == date(2023, 2, 28)


def test_a_sentence_in_place_of_a_headline_names_the_day() -> None:
    body = "It is her first visit in years."
    title = "The premier arrived in Oslo yesterday."
    article = Article(title=title, body=body, published=FRIDAY)
    assert event_date.find(article, "visit") == (date(2023, 3, 16), "relative")
    headline = Article(title="Premier arrived in Oslo yesterday", body=body, published=FRIDAY)
    assert event_date.find(headline, "visit") == (None, None)


def test_a_remark_on_a_day_is_a_statement_of_that_day_whatever_was_celebrated() -> None:
    body = "The envoy praised the port. He said this when the independence of his country was celebrated on Tuesday."
    assert find(body, "statement")[0] == date(2023, 3, 14)


@pytest.mark.parametrize(
    ("body", "kind", "day"),
    [
        ("The king on Wednesday received a letter from the speaker, a statement has it.", "message", 15),
        ("The ministers agreed on Thursday to implement plans to deepen the harbour.", "meeting", 16),
        ("Tents arrived in the port on Thursday as the envoy said the gift will help the homeless.", "aid", 16),
        ("The minister on Wednesday reiterated that he would help once the storm is over.", "statement", 15),
    ],
)
def test_a_day_is_that_of_the_verb_before_it_whatever_is_to_come(body: str, kind: str, day: int) -> None:
    assert find(body, kind)[0] == date(2023, 3, day)


def test_what_came_before_does_not_date_what_its_sentence_goes_on_to_tell() -> None:
    body = "Following the session in Suva on 3 February 2023, the second round was held in Oslo on 14 March 2023."
    assert find(body)[0] == date(2023, 3, 14)
    assert find("After the session on Tuesday, the ministers signed a treaty.")[0] == date(2023, 3, 14)


def test_a_short_name_of_a_weekday_within_a_persons_name_is_none() -> None:
    assert find("Secretary Nguyen Thi Thu Ha met the envoy.") == (None, None)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("The envoy was received. At the meeting, which the ministry hosted on Monday, tea was discussed.", 13),
        ("In the communiqué of their meeting, held in Banjul on 14 March, the ministers ask for funds.", 14),
        ("Tea was cheap once. The minister said so on Tuesday when the envoy called on her.", 14),
        ("Talks are being held today. The envoy is on a visit which started on Monday.", 17),
        ("The ministers met on Thursday. They spoke of the symposium, which was from 6 to 8 March.", 16),
        ("The ministry said on Wednesday that the minister had met the envoy the day before.", 14),
        ("The minister received the envoy on the 14th instant in Oslo.", 14),
        ("Files on which dust had settled since 2012 were opened again on Monday, when the commission began.", 13),
    ],
)
def test_what_a_clause_is_told_of_says_whose_day_it_names(body: str, day: int) -> None:
    assert find(body)[0] == date(2023, 3, day)


def test_a_span_is_counted_back_from_the_day_of_leaving() -> None:
    body = "The speaker left Havana on Tuesday at the end of a three-day official visit."
    assert find(body, "visit")[0] == date(2023, 3, 12)
    body = "The president came home on Friday from Riyadh, where he had been since Wednesday on a visit."
    assert find(body, "visit")[0] == date(2023, 3, 15)


def test_what_will_be_on_a_weekday_does_not_outweigh_today() -> None:
    body = "The council met here today to get ready the file that leaders will have before them on Tuesday."
    assert find(body, "conference")[0] == FRIDAY
    assert find("Minister Ali will be in Nairobi on 20 and 21 March.", "visit")[0] == date(2023, 3, 20)


def test_an_agency_between_dateline_and_text_leaves_the_dateline_one() -> None:
    assert find("Tashkent, March 16, 2023, The Lake Times: The ministers met in Oslo.") == (None, None)


def test_a_fire_engine_is_no_fire_and_what_a_sender_wrote_is_his_message() -> None:
    assert find("Four fire engines were given on Monday to the brigade of Oslo.", "aid")[0] == date(2023, 3, 13)
    assert find('"We are with you," the premier wrote on Monday.', "message")[0] == date(2023, 3, 13)


def test_who_put_up_the_text_did_so_on_another_day() -> None:
    body = "The president received the envoy recently.\n\nText by the Office of the President, on March 14th, 2023."
    assert find(body, "credentials") == (None, None)


@pytest.mark.parametrize(
    ("body", "kind", "day"),
    [
        ("Ministers began talks in Nairobi on Wednesday ahead of a summit on Tuesday.", "conference", 15),
        ("The council closed its session last Friday, after two days of discussion.", "conference", 9),
        ("The council closed its session last Friday, two days after the strike.", "conference", 10),
        ("A course ended on Friday, 10 March, in Split, where divers had begun it on Monday, 6 March.", "project", 6),
        ("Since Monday, 40 lorries with flour have been unloaded; the earthquake struck on 2 March.", "aid", 13),
        ("The bank has today released 3 million for victims of a cyclone, which hit the coast on 1 March.", "aid", 17),
        ("The letter to his colleague, dated 10 March, was handed over on Tuesday by the envoy.", "message", 14),
        ("A message dated 14 March went to Oslo, where floods struck on Monday.", "message", 14),
        ("The envoy today made his first call on the minister since she took office on 1 March.", "meeting", 17),
        ("The premier flies to Sarajevo on Tuesday for a visit of one day.", "visit", 21),
    ],
)
def test_each_day_of_a_sentence_is_weighed_by_what_is_told_of_it(body: str, kind: str, day: int) -> None:
    assert find(body, kind)[0] == date(2023, 3, day)


def test_since_when_two_countries_are_friends_is_not_when_one_makes_a_promise() -> None:
    body = "Kenya plans to open a consulate in Goma by July. Relations go back to 12 December 1963."
    assert find(body, "pledge") == (None, None)


@pytest.mark.parametrize("who", ["palace", "government", "ministry"])
def test_who_lets_it_be_known_does_not_date_it(who: str) -> None:
    assert find(f"The ministers met in Oslo, the {who} said on Tuesday. Tea was on the table.") == (None, None)


def test_a_day_without_a_year_is_the_full_date_that_the_body_gives_for_it() -> None:
    body = "Oslo hosted the ministers. They met on 14 March in the town hall. The text bears the date of 14 March 2023."
    assert find(body, published=None)[0] == date(2023, 3, 14)


@pytest.mark.parametrize(
    ("body", "kind", "day"),
    [
        ("The king began on Sunday a visit to Oman that is to end on Tuesday next.", "visit", 12),
        ("The foreign minister pays a visit to Malta from 20 to 22 March.", "visit", 20),
        ("The convoy, which left Amman on Sunday, reached Damascus on Tuesday with tents.", "aid", 14),
        ("Madrid regretted on Thursday the vote of 14 March in Managua.", "statement", 16),
        ("On the evening of 14 March the ministers met.", "meeting", 14),
    ],
)
def test_a_day_that_names_or_ends_something_else_counts_less(body: str, kind: str, day: int) -> None:
    assert find(body, kind)[0] == date(2023, 3, day)


@pytest.mark.parametrize(
    ("body", "kind", "day"),
    [
        ("It was on Tuesday, 14 March, that the two ministers met in Suva.", "meeting", 14),
        (
            "Fiji is ready to help Tonga recover from Saturday's undersea eruption, its minister said on Monday.",
            "pledge",
            13,
        ),
    ],
)
def test_a_day_is_that_of_the_verb_behind_that_and_not_of_a_disaster(body: str, kind: str, day: int) -> None:
    assert find(body, kind)[0] == date(2023, 3, day)


def test_the_day_of_a_disaster_told_by_itself_is_not_that_of_the_event() -> None:
    body = "The king sent the president a message. It was on Tuesday, 14 March, that the town was struck by a quake."
    assert find(body, "message")[0] is None


@pytest.mark.parametrize("than", ["longer than planned", "later than expected", "as scheduled", "as planned"])
def test_what_went_as_planned_is_not_to_come(than: str) -> None:
    assert find(f"The talks of the ministers went on {than} on Wednesday.")[0] == date(2023, 3, 15)


@pytest.mark.parametrize("event", ["The call", "Their meeting", "This conversation"])
def test_a_sentence_may_begin_with_the_event_whose_day_it_tells(event: str) -> None:
    body = f"Both spoke.\n\n{event}, which took place on Wednesday at the initiative of Oslo, was long."
    assert find(body, "meeting" if event == "Their meeting" else "call")[0] == date(2023, 3, 15)


@pytest.mark.parametrize("named", ["the March 14 attack", "the deadly 14 March attack", "Tuesday's deadly attack"])
def test_a_day_that_names_another_occasion_is_not_the_events(named: str) -> None:
    assert find(f"Oslo has condemned {named} in Suva.", "statement") == (None, None)
    assert find("The ministers met for the March 14 talks in Suva.")[0] == date(2023, 3, 14)


@pytest.mark.parametrize("marked", ["marked on Tuesday the 30th anniversary", "observed on Tuesday the anniversary"])
def test_what_was_done_on_a_day_comes_before_what_it_was_done_for(marked: str) -> None:
    assert find(f"Oslo and Suva {marked} with a concert.", "project")[0] == date(2023, 3, 14)


@pytest.mark.parametrize(
    "words", ["Friday the 3rd", "Friday, the 3rd of this month", "Friday 3rd, in Oslo", "Friday, 3rd of the month"]
)
def test_a_weekday_with_its_number_is_of_a_week_before(words: str) -> None:
    assert find(f"The ministers met on {words}.")[0] == date(2023, 3, 3)
    assert find("The ministers will meet on Friday the 7th.", "pledge")[0] == date(2023, 4, 7)


def test_the_current_month_is_that_of_publication() -> None:
    assert find("The ministers met on the 9th of the current month.")[0] == date(2023, 3, 9)


def test_what_was_announced_as_given_was_given_that_day() -> None:
    body = "Oslo has given Suva ten boats for its coast guard.\n\nThe aid was announced on Tuesday by the minister."
    assert find(body, "aid")[0] == date(2023, 3, 14)


@pytest.mark.parametrize(
    "rest", ["received the envoy.", "met the envoy.", "the envoy of Peru.", "when he was in Oslo.", "after talks."]
)
def test_a_number_of_the_month_needs_no_month(rest: str) -> None:
    assert find(f"The minister held talks on the 9th {rest}")[0] == date(2023, 3, 9)


@pytest.mark.parametrize("noun", ["floor", "anniversary of the accord", "draft", "ASEAN Summit"])
def test_an_ordinal_before_a_noun_is_no_day(noun: str) -> None:
    assert find(f"The ministers held talks on the 9th {noun}.") == (None, None)


@pytest.mark.parametrize("opening", ["At the meeting on Tuesday", "During the talks on Tuesday", "On Tuesday"])
def test_what_was_recalled_on_a_day_was_said_on_it(opening: str) -> None:
    assert find(f"{opening}, the minister recalled the long friendship with Oslo.")[0] == date(2023, 3, 14)
    body = f"{opening}, he recalled, the ministers had met in Oslo. The minister received the envoy on Thursday."
    assert find(body)[0] == date(2023, 3, 16)


@pytest.mark.parametrize("event", ["telephone conversation", "phone call", "video conference", "three-day visit"])
def test_an_event_by_two_words_is_the_event(event: str) -> None:
    told = f"The {event}, which was held on Tuesday, was long."
    body = f"The two conferred.\n\n{told} Rebels burnt a village on Monday."
    assert find(body, "visit" if "visit" in event else "call")[0] == date(2023, 3, 14)


@pytest.mark.parametrize("other", ["Monday's edition of the paper told so", "The premier of Peru resigned on Monday"])
def test_days_of_other_occasions_do_not_stand_for_the_event(other: str) -> None:
    assert find(f"{other}.\n\nThe two met.", "meeting") == (None, None)


@pytest.mark.parametrize("guest", ["his guest", "Ambassador Ana Paz", "the Peruvian delegation", "her counterpart"])
def test_what_a_guest_is_told_he_is_told_at_the_meeting(guest: str) -> None:
    body = f"The two met.\n\nOslo is glad.\n\nLima is too.\n\nThe minister told {guest} on Tuesday that tea was dear."
    assert find(body)[0] == date(2023, 3, 14)
    assert find(body.replace(guest, "IRNA")) == (None, None)


def test_what_a_summit_adopts_it_adopts_on_its_day() -> None:
    assert find("The leaders met.\n\nIn a declaration adopted on Tuesday they called for peace.", "conference")[
        0
    ] == date(2023, 3, 14)


@pytest.mark.parametrize("began", ["On arrival on Tuesday he was", "He began his programme on Tuesday and was"])
def test_a_visit_begins_with_the_arrival(began: str) -> None:
    body = f"The speaker is in Lima.\n\nThe fair opens on Saturday. {began} received by the mayor."
    assert find(body, "visit")[0] == date(2023, 3, 14)


@pytest.mark.parametrize(
    "future", ["He leaves for Lima on Saturday", "The fair closes on Monday", "It opens on Monday"]
)
def test_what_is_told_in_the_present_is_to_come(future: str) -> None:
    body = f"The two conferred.\n\n{future}.\n\nThe ribbon was cut on Tuesday by the mayor."
    assert find(body, "project")[0] == date(2023, 3, 14)


@pytest.mark.parametrize(
    ("day", "body", "kind"),
    [
        (13, "The ministers discussed at the fair on Monday how the mine could be saved.", "meeting"),
        (13, "The bridges, washed away by the flood, were on Monday the subject of talks with the envoy.", "meeting"),
        (13, "Asked at a briefing on Monday, she said the ship had been seen before.", "statement"),
        (13, "Oslo and Lima signed a joint statement Monday in Suva.", "signing"),
        (10, "The ministers met on Friday last in Oslo.", "meeting"),
        (13, "Received on Monday by the following officials, the envoy had talks on tea.", "meeting"),
        (13, "The frigate, which berthed on Monday, set sail on Thursday.", "visit"),
        (13, "The two-day forum of ministers wound up in Suva on Tuesday.", "conference"),
        (13, "The forum, held on line over three days to Wednesday, was led by Ann Roy.", "conference"),
        (15, "The ministers met for two days to Thursday in Suva.", "conference"),
        (
            13,
            "The pond is full, the premier said. The road was clear, Ann Roy told them at the court on Monday.",
            "meeting",
        ),
        (14, "The road is clear, Ann Roy told the judges on Tuesday.", "meeting"),
    ],
)
def test_the_day_is_that_of_what_its_own_clause_tells(day: int, body: str, kind: str) -> None:
    assert find(body, kind)[0] == date(2023, 3, day)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("The minister met the envoy, the central bank said on Tuesday.", "meeting"),
        ("The king congratulated Lima upon their swearing-in on Tuesday.", "message"),
        ("The king sent a cable on the medals that Lima won on Tuesday.", "message"),
        ("State media carried on Tuesday a cable of the king.", "message"),
        ("Detectives start work in Suva on Monday next.", "meeting"),
    ],
)
def test_a_day_of_something_else_is_none_of_the_event(body: str, kind: str) -> None:
    assert find(body, kind)[0] is None
