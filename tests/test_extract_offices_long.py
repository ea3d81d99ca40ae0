"""Offices whose words go on, or stop, where a shorter reading would err: bodies, regions, styles of acting holders."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


def told(body: str, title: str = "", publisher: str | None = None) -> list[tuple[str | None, str | None, str | None]]:
    """Name, office, and country or else organisation of each actor."""
    found = find_actors(Article(title=title, body=body, publisher=publisher))[0]
    return [(actor.name, actor.role, actor.country or actor.organization) for actor in found]


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("Senior Minister for Trade and Industry and for Culture and Youth", ""),
        ("Director General for American and European Affairs", ""),
        ("Deputy Assistant Secretary for Caribbean Affairs and Haiti in the Bureau of Western Affairs", ""),
        ("Private Secretary to His Majesty", ""),
        ("Advisor to His Royal Highness for Cultural Affairs", ""),
        ("Secretary Railway Board", ""),
        ("National Council for Culture Secretary General", ""),
        ("head of the State Committee for National Security", ""),
        ("Chargé d'Affaires a.i.", ""),
        ("Chargé d'Affaires (a.i.)", ""),
        ("Chargé d'Affaires, a.i.,", "Chargé d'Affaires, a.i."),
        ("Minister of State (Independent Charge) for Science and Technology", ""),
        ("Defence Adviser Wing Commander", "Defence Adviser"),
    ],
)
def test_an_office_has_all_its_words(office: str, role: str) -> None:
    assert told(f"The {office} Ana Bell of Malta met Foreign Minister Jan Nowak of Poland.") == [
        ("Ana Bell", role or office, "MLT"),
        ("Jan Nowak", "Foreign Minister", "POL"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Li Wen, a member of the Politburo and vice chairman of the National People's Congress Standing Committee, "
            "met Prime Minister Sio Tala of Samoa.",
            ("vice chairman of the National People's Congress Standing Committee", "CHN"),
        ),
        (
            "Head of EBRD Albania Li Wen met Prime Minister Sio Tala of Samoa.",
            ("Head", "European Bank for Reconstruction and Development"),
        ),
        (
            "Head of the Republic of Tatarstan of the Russian Federation Li Wen met Prime Minister Sio Tala of Samoa.",
            ("Head", "RUS"),
        ),
        (
            "High Representative of the Union for Foreign Affairs and Security Policy Li Wen met Minister Sio Tala "
            "of Samoa.",
            ("High Representative of the Union for Foreign Affairs and Security Policy", "European Union"),
        ),
        (
            "The Opec Fund for International Development president Li Wen met Prime Minister Sio Tala of Samoa.",
            ("president", "OPEC Fund for International Development"),
        ),
        (
            "Li Wen, who heads the Chile friendship group, met Prime Minister Sio Tala of Samoa.",
            ("head of the Chile friendship group", None),
        ),
        (
            "Li Wen, who heads training and operations in the Chilean Army, met Prime Minister Sio Tala of Samoa.",
            ("head of training and operations in the Chilean Army", "CHL"),
        ),
    ],
)
def test_an_office_goes_on_over_bodies_and_regions(text: str, expected: tuple[str, str | None]) -> None:
    name, role, whose = told(text)[0]
    assert name == "Li Wen"
    assert role is not None
    assert (role.rpartition(" and ")[2] if "Politburo" in role else role) == expected[0]
    assert whose == expected[1] or expected[1] is None


def test_holders_before_their_office_are_followed_by_fields_and_no_names() -> None:
    text = (
        "From the Ministry of Railways of Pakistan there were Ana Rey, Advisor, Omar Shah, DG Planning, Ali Shah, DG "
        "Operation and Imran Beg, Director Planning. They met Iran's Transport Minister Reza Rad."
    )
    assert [(name, role) for name, role, _ in told(text)][1:4] == [
        ("Omar Shah", "DG Planning"),
        ("Ali Shah", "DG Operation"),
        ("Imran Beg", "Director Planning"),
    ]


def test_a_sentence_before_an_office_is_no_body() -> None:
    text = "Minister for Policing Ioane Vatu said the programme would help. NZ High Commissioner Ann Dale agreed."
    assert told(text)[-1] == ("Ann Dale", "High Commissioner", "NZL")


def test_the_countries_of_which_an_office_takes_care_are_nobodys() -> None:
    text = (
        "Minister of Finance Thabo Moeketsi and World Bank Country Director for South Africa, Lesotho and Namibia Satu "
        "Lind signed in Maseru."
    )
    assert told(text)[0] == ("Thabo Moeketsi", "Minister of Finance", "LSO")


def test_who_serves_somebody_is_of_his_country() -> None:
    text = (
        "Prime Minister Ana Bell of Malta met Libya's Presidential Council member Omar Lafi. Malta's Ambassador in "
        "Tripoli, Carl Saliba, and the Prime Minister's Chief of Staff, Glenn Borg, were there."
    )
    assert ("Glenn Borg", "Prime Minister's Chief of Staff", "MLT") in told(text)
    text = (
        "The Vice-President of Ghana, Ama Osei, met Denmark's Minister of Trade, Dan Holm. Present were the Danish "
        "Ambassador, Jakob Hansen, and the Chief Director at the Office of the Vice-President, Kofi Mensah."
    )
    assert told(text)[-1][2] == "GHA"


def test_countries_may_be_told_before_those_who_stand_for_them() -> None:
    text = (
        "Uruguay, through Nestor Soto, Chile, through Julio Rey, and Australia, represented by Tess Bell, delivered "
        "their letters as ambassadors to President João Lopes of Angola."
    )
    assert [(name, country) for name, _, country in told(text)] == [
        ("Nestor Soto", "URY"),
        ("Julio Rey", "CHL"),
        ("Tess Bell", "AUS"),
        ("João Lopes", "AGO"),
    ]


def test_who_hands_over_credentials_is_there() -> None:
    text = (
        "President Bo Molefe of Botswana received letters of credence from Ms Inga Salo of Finland, Mr Isa Alemu of "
        "Ethiopia and Dr Rosa Paz of Peru."
    )
    assert [name for name, *_ in told(text)] == ["Bo Molefe", "Inga Salo", "Isa Alemu", "Rosa Paz"]


def test_a_fuller_office_behind_the_name_takes_up_the_style_before_it() -> None:
    text = (
        "His Majesty Sultan Haji Omar Bakri ibni Al-Marhum Sultan Haji Ali Sai, Sultan and Yang Di-Pertuan of Brunei "
        "Darussalam, received Malaysia's Minister of Defence Azman Rahim."
    )
    assert told(text)[0] == (
        "Omar Bakri ibni Al-Marhum Sultan Haji Ali Sai",
        "Sultan and Yang Di-Pertuan",
        "BRN",
    )


@pytest.mark.parametrize("office", ["Foreign Minister of Korea", "South Korean Ambassador to Cambodia"])
def test_park_is_a_name_behind_a_country(office: str) -> None:
    assert told(f"{office} Park Min-ho met Malta's Foreign Minister Ana Bell.")[0][0] == "Park Min-ho"


def test_words_written_small_elsewhere_and_fields_are_no_names() -> None:
    text = (
        "Israel's ambassador to Malta spoke. Anti-Semites, the ambassador said, will always be anti-Semites. The "
        "Memorandum on Cooperation in Combating Transnational Crime is in force."
    )
    assert all(name is None for name, *_ in told(text))


def test_he_opens_a_chinese_name_behind_a_rank() -> None:
    text = "Malta's Defence Minister Ana Bell met Major General He Xin, a Chinese military expert."
    assert told(text)[1][0] == "He Xin"


@pytest.mark.parametrize(
    "office",
    [
        "Coordinator of the Presidential Transitional Council",
        "Head of the Sector for Border Police",
        "Principal Secretary to the President on Foreign Relations",
        "Commanding Officer of ICGS Sankalp",
        "Chairman of the Bundestag's Maltese-Greek parliamentary group",
        "Head of Government Affairs",
        "Vice President for Gas and Low Carbon Energy",
        "Minister of State Petroleum Resources (Gas)",
        "Head of the Affairs of the President",
        "Joint-Secretary at the Foreign Ministry",
    ],
)
def test_panels_ships_and_fields_are_told_to_their_end(office: str) -> None:
    found = told(f"The {office}, Jan Roth, met Malta's Foreign Minister Ana Bell.")
    assert found[0][:2] == ("Jan Roth", office)


@pytest.mark.parametrize(
    "aside",
    [
        "The late President Bo Molefe was remembered.",
        "The project was requested by then Deputy Prime Minister Bo Molefe.",
        "The opposition, which negotiated with then-Prime Minister Bo Molefe, stayed away.",
        "The accord was signed by Bo Molefe, finance minister at the time, in Lima.",
        "The partnership rests on the foundations laid by National Leader Bo Molefe.",
        "The alliance, for which President Bo Molefe laid the ground, is strong.",
        "The minister praised the role of the Ambassador and of his predecessor, Bo Molefe.",
    ],
)
def test_holders_of_another_time_take_no_part(aside: str) -> None:
    found = told(f"Malta's Foreign Minister Ana Bell met Ambassador Jan Roth of Latvia. They signed a plan. {aside}")
    assert [name for name, *_ in found] == ["Ana Bell", "Jan Roth"]


def test_a_spokesman_for_a_side_is_of_its_country() -> None:
    text = (
        "Malta's Defence Minister Ana Bell met General Jan Roth of Latvia. Mark Hill, spokesman for the US side, spoke."
    )
    assert told(text)[-1] == ("Mark Hill", "spokesman", "USA")


def test_months_are_names_behind_a_style_of_pilgrims() -> None:
    text = "Malta's Foreign Minister Ana Bell met Permanent Secretary (Policy) Dayang Hajah May Fa'ezah of Brunei."
    assert told(text)[1][0] == "May Fa'ezah"


@pytest.mark.parametrize(
    "office",
    [
        "Vice Minister, Planning and International Affairs",
        "Director-General, Bureau of International Affairs and Specialized Organizations of the Ministry",
        "an official of the Ministry of Industry and Commerce",
        "the head of the Government of National Accord",
    ],
)
def test_fields_and_ministries_follow_an_office_behind_the_name(office: str) -> None:
    found = told(f"Malta's Foreign Minister Ana Bell met Dr. Reza Amini, {office}; and Ali Khan of Iran.")
    assert found[1][:2] == ("Reza Amini", office.removeprefix("an ").removeprefix("the "))


def test_the_sheikh_of_al_azhar_is_of_egypt() -> None:
    text = "Libya's Prime Minister Omar Lafi went to see the Sheikh of Al-Azhar, Imam Ali Tayeb, who received him."
    assert told(text)[1] == ("Ali Tayeb", "Sheikh of Al-Azhar", "EGY")


def test_initials_alone_make_two_names_no_one() -> None:
    text = (
        "Minister of Trade Ana Bell of Malta met her Bhutanese counterpart, Lyonpo D. N. Wangdi. A plan was signed by "
        "Namgay Dorji, Bhutan's Minister of Health."
    )
    assert [name for name, *_ in told(text)] == ["Ana Bell", "D. N. Wangdi", "Namgay Dorji"]


def test_what_a_country_owns_is_no_minister_of_its() -> None:
    text = (
        "Prime Minister Ana Bell of Mali met Prime Minister Sio Wir of Thailand. The Prime Ministers hailed Thailand's "
        "Sufficiency Economy Philosophy."
    )
    assert [name for name, *_ in told(text)] == ["Ana Bell", "Sio Wir"]


def test_credentials_tell_as_what_somebody_comes() -> None:
    text = "President Ana Bell of Latvia received Ali Khan upon presentation of his credentials as Ambassador of Chad."
    assert told(text)[1] == ("Ali Khan", "Ambassador", "TCD")
    text = "Ali Khan presented his credentials to President Ana Bell of Latvia as Ambassador of Chad."
    assert ("Ali Khan", "Ambassador", "TCD") in told(text)


def test_the_european_union_may_be_a_field_among_others() -> None:
    office = "Minister of Foreign Affairs, European Union and Cooperation"
    assert told(f"Ana Ruiz, {office} of Spain, met Malta's Speaker Carl Borg.")[0] == ("Ana Ruiz", office, "ESP")


def test_the_government_behind_a_department_tells_the_country() -> None:
    text = (
        "Ms. Ana Nair, Additional Secretary, Department of Commerce, Government of India, met Malta's Speaker Al Borg."
    )
    assert told(text)[0] == ("Ana Nair", "Additional Secretary, Department of Commerce", "IND")


def test_letters_of_members_of_houses_are_offices() -> None:
    assert told("Israel's MK Ana Hask met Malta's Speaker Carl Borg.")[0] == ("Ana Hask", "MK", "ISR")


def test_a_staff_sits_at_its_headquarters() -> None:
    text = "The Ghanaian Chief of Staff at the General Headquarters, Rear Admiral Kofi Besse, met Malta's Speaker."
    assert told(text)[0] == ("Kofi Besse", "Chief of Staff at the General Headquarters", "GHA")


def test_members_of_a_house_are_listed_with_their_seats() -> None:
    text = (
        "Kenya's Speaker Ama Wako met Malta's Speaker Carl Borg. Members of Parliament Ana Odero (Suba North) and Zoe "
        "Lesu attended."
    )
    assert [(name, role) for name, role, _ in told(text)][2:] == [
        ("Ana Odero", "Member of Parliament"),
        ("Zoe Lesu", "Member of Parliament"),
    ]


def test_a_department_of_the_presidential_administration_is_no_body_of_its_own() -> None:
    office = (
        "Assistant to the President - Head of the Foreign Policy Affairs Department of the Presidential Administration"
    )
    found = told(f"{office} Ali Hajiyev of Azerbaijan met Malta's Speaker Carl Borg.")
    assert found[0] == ("Ali Hajiyev", office, "AZE")


def test_who_comes_from_a_state_s_agency_is_of_that_state() -> None:
    text = "Botswana's Minister of Trade Ana Mathe met the Ambassador of Japan. JETRO's Mr Taro Sato was present too."
    assert any(name == "Taro Sato" and country == "JPN" for name, _, country in told(text))


def test_representatives_of_a_house_are_named_in_the_plural() -> None:
    text = (
        "Speaker Ana Dy and Representatives Jo Cruz and Bo Reyes of the Philippines called on Korea's Speaker "
        "Woo Won-shi."
    )
    assert {("Jo Cruz", "Representative", "PHL"), ("Bo Reyes", "Representative", "PHL")} <= set(told(text))


def test_an_interim_government_is_that_of_its_country() -> None:
    text = "Minister of Commerce of the interim government of Chad Ali Deby met Malta's Speaker Carl Borg."
    assert told(text)[0] == ("Ali Deby", "Minister of Commerce", "TCD")


def test_an_office_of_a_region_is_followed_by_its_holder() -> None:
    text = (
        "Minister Jo Man of Fiji met AFP Commander Solomon Islands Al Rey and World Bank Country Manager Mali Bo Low."
    )
    assert [(name, role) for name, role, _ in told(text)][1:] == [
        ("Al Rey", "AFP Commander Solomon Islands"),
        ("Bo Low", "Country Manager Mali"),
    ]


def test_several_counterparts_are_those_of_the_ministers_named_one_by_one() -> None:
    text = (
        "Foreign Minister Ali Shaib, Defence Minister Omar Qasr and Interior Minister Zaid Salam of Syria met "
        "Turkish counterparts Hakan Can, Yasar Gul and Ibrahim Kara."
    )
    assert [role for _, role, country in told(text) if country == "TUR"] == [
        "Foreign Minister",
        "Defence Minister",
        "Interior Minister",
    ]


@pytest.mark.parametrize("rank", ["Rear Admiral", "Vice Admiral", "Major General", "Commodore", "Air Vice Marshal"])
def test_a_rank_behind_an_office_is_none(rank: str) -> None:
    text = f"They met the Commander of the Royal Bahrain Naval Force, {rank} Ahmed Nasser."
    assert told(text) == [("Ahmed Nasser", "Commander of the Royal Bahrain Naval Force", "BHR")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They met Reza Karimi, the Iranian energy Minister.", "energy Minister"),
        ("They met Reza Karimi, concurrent ambassador of Iran.", "concurrent ambassador"),
        ("Iran's Chief-of-Staff, Brigadier Reza Karimi, met them.", "Chief-of-Staff"),
        ("The Ambassador of Iran to the sisterly Lebanese Republic Reza Karimi met them.",
         "Ambassador to Lebanese Republic"),
    ],
)  # fmt: skip
def test_small_fields_hyphens_and_courtesies_belong_to_offices(text: str, role: str) -> None:
    assert told(text)[0] == ("Reza Karimi", role, "IRN")
