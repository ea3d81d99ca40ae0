"""Names parted from what stands around them: letters, titles, places, brackets, small words."""

import pytest

from communique.extract.offices.phrases import find_offices
from communique.extract.people.mentions import find_mentions
from communique.extract.people.names import find_names
from communique.extract.words.reading import read
from communique.extract.words.tokens import tokenize


def held(text: str) -> list[tuple[str | None, str | None]]:
    reading = read(text)
    offices = find_offices(reading)
    mentions = find_mentions(reading, offices, find_names(reading, offices))
    return [(mention.name.text if mention.name else None, mention.role) for mention in mentions]


@pytest.mark.parametrize(
    "letters",
    [
        ", PhD", ", Ph.D.", ", M.Sc.", ", MBA", ", OBE", " KCMG", " KCMG, QC", ", SC, FAPRA", ", NI(M)", ", HI (M)",
        ", ndc, psc", ", S.Bt", " QPM DPS", ", M.D.", ", Esq.", ", SC, XYZQ", ", MP",
    ],
)  # fmt: skip
def test_letters_behind_a_name_part_it_from_nothing(letters: str) -> None:
    told = held(f"They met Dr. Zora Mihal{letters}, Minister of Energy of Chad, on Monday.")
    assert told == [("Zora Mihal", "Minister of Energy")]


def test_letters_that_close_a_sentence_leave_it_closed() -> None:
    assert held("They met Ann Roe, Ph.D. He met Minister Bo Dahl.") == [("Ann Roe", None), ("Bo Dahl", "Minister")]


def test_what_only_looks_like_letters_is_read() -> None:
    reading = read("Foreign Minister MON Xiao of the firm Alfa, PhD of Leeds, and THE PRIME MINISTER OF CHAD met.")
    assert {"MON", "PhD", "OF"} <= set(reading.tokens.word)


@pytest.mark.parametrize("seat", ["MP", "MLA", "MEP"])
def test_a_seat_in_a_house_gives_way_to_another_office(seat: str) -> None:
    assert held(f"They met state minister for finance Asha Khan, {seat}.") == [
        ("Asha Khan", "state minister for finance")
    ]
    assert held(f"They met Asha Khan, {seat}, and the minister Bo Dahl.")[1] == ("Bo Dahl", "minister")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Present were Kim In, Vice President of KOICA, and others.", "Kim In"),
        ("They met Director Ma On in Hanoi.", "Ma On"),
        ("They met Director Tran Thi An.", "Tran Thi An"),
        ("They met Deputy Minister No Kwang Chol there.", "No Kwang Chol"),
        ("They met Than Swe, Minister of Trade, there.", "Than Swe"),
        ("An Po, Minister of Trade, spoke.", "An Po"),
        ("They met Minister Nguyen Tri Tue there.", "Nguyen Tri Tue"),
        ("They met Minister Tuala Dr. Joseph Tau there.", "Joseph Tau"),
    ],
)
def test_small_words_are_names_where_nothing_else_has_a_capital(text: str, name: str) -> None:
    assert held(text)[0][0] == name


def test_a_sentence_that_opens_with_a_small_word_is_no_name() -> None:
    assert held("They met Minister Ali. No one came. On Monday Minister Rey spoke.") == [
        ("Ali", "Minister"), ("Rey", "Minister"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("titled", "name"),
    [
        ("Pehin Orang Kaya Laila Setia Bakti Diraja Dato Laila Utama Haji Isham bin Haji Ja", "Isham bin Haji Ja"),
        ("Pehin Orang Kaya Pekerma Laila Diraja Dato Seri Setia Awang Haji Hazair Bin Haji Ali", "Hazair Bin Haji Ali"),
        ("Dato Paduka Haji Awang Mahmud bin Pehin Udana Khatib Dato Seri Haji Umar",
         "Mahmud bin Pehin Udana Khatib Dato Seri Haji Umar"),
        ("Pengiran Indera Wijaya Pengiran Dr Haji Idris bin Ali", "Idris bin Ali"),
        ("Dato' Seri Indera Laila Rahman", "Laila Rahman"),
    ],
)  # fmt: skip
def test_strings_of_malay_titles_are_no_part_of_the_name(titled: str, name: str) -> None:
    assert held(f"They met Minister of Trade {titled} there.") == [(name, "Minister of Trade")]


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("Consul General in Quetta", "Hassan Darvish"), ("Consul General in Zahidan", "Mohammad Rafi"),
        ("Consul General in Ho Chi Minh City", "Kenji Abe"), ("Ambassador in The Hague", "Ole Berg"),
        ("Consul in Nuevo Laredo", "Jorge Paz"), ("Consul in Port Louis", "Ravi Doo"),
    ],
)  # fmt: skip
def test_the_city_of_a_post_ends_where_the_name_begins(post: str, name: str) -> None:
    assert held(f"Also there was the {post} {name}, who spoke.") == [(name, post)]


def test_the_whole_city_is_the_post_of_who_stands_before() -> None:
    assert held("They met Ravi Doo, Consul in Nuevo Laredo Norte, there.") == [
        ("Ravi Doo", "Consul in Nuevo Laredo Norte")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Kiprotich arap Cheruiyot", "Rhissa ag Boula", "Zeinabou walet Hamid", "Ettore dell'Aquila", "Ana de l'Estrac",
        "Jan van 't Hof", "Hilde 't Serstevens", "Kumar a/l Raman", "Otto von und zu Egg", "I Made Sudarta",
        "Mohamed Haji Ali", "Mohamed Ould Sidi Moulay", "T. V. S. Raman", "Bui The Duy", "Tran Tuan Anh", "Zo Séri Gna",
        "Loveness Moyo", "Park Joon-hyung", "Ama Chambers", "Jan van Dam", "Susan Grant",
        "Washington Díaz", "Pasang Lhamu Sherpa", "Maria dela Cruz", "Somchai Rak na Songkhla",
    ],
)  # fmt: skip
def test_a_name_is_read_whole_behind_an_office_and_before_one(name: str) -> None:
    assert held(f"They met Deputy Minister of Trade {name} on Monday.") == [(name, "Deputy Minister of Trade")]
    assert held(f"The Minister of Health, {name}, spoke.") == [(name, "Minister of Health")]


@pytest.mark.parametrize("name", ["Said bin Ali Al Harthy", "Said Ali Omar", "Than Than Nwe", "Wei-Ling Cheong"])
def test_a_sentence_may_open_with_a_name_that_looks_like_a_verb(name: str) -> None:
    assert held(f"{name}, Minister of Health of Chad, came.") == [(name, "Minister of Health")]


@pytest.mark.parametrize("name", ["Urban Ek", "Job Neto", "Young Kim", "Kindness Moyo", "Mia Lake"])
def test_a_given_name_is_no_word_of_the_office(name: str) -> None:
    assert held(f"They met Minister of Trade {name} on Monday.") == [(name, "Minister of Trade")]


def test_said_is_a_name_behind_an_honorific_and_before_a_particle() -> None:
    assert held("They met H.E. Said bin Salim Al Harthy there.") == [("Said bin Salim Al Harthy", None)]


def test_an_honorific_that_ends_a_sentence_is_of_the_name() -> None:
    told = held("They met Minister of Health Mohamed Ould Sidi Moulay. Minister Bo Ek came.")
    assert told == [("Mohamed Ould Sidi Moulay", "Minister of Health"), ("Bo Ek", "Minister")]


def test_a_park_is_no_name() -> None:
    assert held("They met the Director of the Kora National Park Odera there.") == [("Odera", "Director")]


def test_a_country_in_brackets_is_no_acronym() -> None:
    reading = read("They met Berta Sandoval (Bolivia) and Dina Charles (Dominica).")
    assert {geo.alpha3 for geo in reading.geo.values()} == {"BOL", "DMA"}
    assert [name.text for name in find_names(reading, [])] == ["Berta Sandoval", "Dina Charles"]


@pytest.mark.parametrize(
    "piece", ["A B, PhD, ", "PhD ", "X Y (M) ", "Dato Seri Setia ", "Consul in ", "Ab Cd, OBE ", "the “"]
)
def test_letters_and_titles_without_end_are_read_in_bounded_time(piece: str) -> None:
    assert len(tokenize(piece * 20_000)) > 0
    assert held(piece * 400) is not None


@pytest.mark.parametrize(
    "name",
    ["Datuk Seri Tiong King Sing", "Justice Manmeet PS Arora", "Mag. Tadej Ropret"],
)
def test_an_office_inside_a_name_is_none(name: str) -> None:
    told = held(f"The Minister of Tourism of Chad met {name} of the High Court in Lima.")
    bare = name.removeprefix("Datuk Seri ").removeprefix("Justice ").removeprefix("Mag. ")
    assert [n for n, _ in told if n] == [bare]


def test_an_office_behind_a_peoples_name_stays_one() -> None:
    assert ("Misuzulu Zulu", "King") in held("Minister Ana Rey met Zulu King Misuzulu Zulu in Lima.")
    assert ("Ken Pugh", "PS") in held("Kenya PS Ken Pugh met Minister Ana Rey in Lima.")
