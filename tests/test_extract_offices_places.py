"""Where somebody governs, told in front of the office, is of the role; the country that it lies in is noted."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.offices.phrases import find_offices
from communique.extract.words.reading import read
from communique.model import Article


@pytest.mark.parametrize(
    ("text", "role", "countries"),
    [
        ("They met Wadi Tuma's governor, Ana Rey", "Wadi Tuma governor", ()),
        ("They met Roraima's Governor Ana Rey", "Roraima Governor", ("BRA",)),
        ("They met Haut-Katanga governor Ana Rey", "Haut-Katanga governor", ("COD",)),
        ("They met Beirut's mayor, Ana Rey", "Beirut mayor", ("LBN",)),
        ("They met Osh's deputy mayor Ana Rey", "Osh deputy mayor", ("KGZ",)),
        ("They met Osaka Governor Ana Rey", "Osaka Governor", ("JPN",)),
        ("They met Japan's Okinawa governor Ana Rey", "Okinawa governor", ("JPN",)),
        ("Kilifi Deputy Governor Ana Rey asked", "Kilifi Deputy Governor", ("KEN",)),
        ("They met the Turkistan regional akim Ana Rey", "Turkistan regional akim", ("KAZ",)),
        ("They met Lagos State Governor Ana Rey", "Lagos State Governor", ("NGA",)),
        ("They met Tambura acting Governor Ana Rey", "Tambura acting Governor", ()),
        ("They met with Ngoroko Vale Mayor Ana Rey", "Ngoroko Vale Mayor", ()),
    ],
)
def test_a_place_before_who_governs_it_is_of_the_role(text: str, role: str, countries: tuple[str, ...]) -> None:
    office = find_offices(read(text))[0]
    assert (office.role, office.countries, office.organization) == (role, countries, None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Welcoming Governor Ana Rey, he said", "Governor"),
        ("On Monday Mayor Ana Rey said", "Mayor"),
        ("In Lima Governor Ana Rey said", "Governor"),
        ("They met Bank of Kenya Governor Ana Rey", "Governor"),
        ("They met CBX Governor Ana Rey", "CBX Governor"),
        ("Delegation Meets Governor Ana Rey", "Governor"),
        ("They met Kenya's Governor Ana Rey", "Governor"),
        ("They met Sir Governor Ana Rey", "Governor"),
        ("Central Bank Governor Ana Rey said", "Governor"),
    ],
)
def test_what_is_no_place_is_not(text: str, role: str) -> None:
    assert find_offices(read(text))[0].role == role


def told(text: str) -> tuple[str, tuple[str, ...], str | None]:
    office = find_offices(read(text))[0]
    return office.role, office.countries, office.organization


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("met the food safety agency's deputy head, Ana Rey, on", ("deputy head", (), "food safety agency")),
        ("met the Thai food safety agency's chief, Ana Rey, on", ("chief", ("THA",), "food safety agency")),
        ("met the delegation's deputy head, Ana Rey, on", ("delegation's deputy head", (), None)),
        ("met the mission's leader, Ana Rey, on", ("mission's leader", (), None)),
        ("met the Cabinet's spokesman Ana Rey", ("Cabinet's spokesman", (), None)),
        ("met the presidency's spokesperson, Ana Rey", ("presidency's spokesperson", (), None)),
        ("met the Leadership Council's foreign minister, Ana Rey", ("foreign minister", (), None)),
        ("met the museum's head, Ana Rey, on", ("head", (), None)),
        ("met the Italian anti-mafia chief, Ana Rey, on", ("anti-mafia chief", ("ITA",), None)),
        ("met Italy's flood response chief Ana Rey on", ("flood response chief", ("ITA",), None)),
        ("met the training head, Ana Rey, on", ("training head", (), None)),
        ("met Peru's sealing boss Ana Rey on", ("sealing boss", ("PER",), None)),
    ],
)
def test_small_words_before_the_head_tell_the_body_or_the_field(
    text: str, found: tuple[str, tuple[str, ...], str | None]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    ["the envoys met chief Ana Rey on", "the delegation thanked head Ana Rey on", "the anti-mafia chief said",
     "the training head said", "the museum's head said"],
)  # fmt: skip
def test_a_verb_is_no_field_and_an_unnamed_chief_no_office(text: str) -> None:
    assert not [office for office in find_offices(read(text)) if office.head.cls == "head"]


def test_the_capital_between_a_body_and_its_officer_is_where_he_sits() -> None:
    assert told("met TIKA Dushanbe Coordinator Ana Rey on") == (
        "Coordinator", (), "Turkish Cooperation and Coordination Agency",
    )  # fmt: skip


def held(text: str) -> dict[str | None, str | None]:
    return {actor.name: actor.role for actor in find_actors(Article(title="", body=text))[0]}


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("Governor Ana Rey of Halabja", "Governor of Halabja"),
        ("Governor Ana Rey of the Osh region", "Governor of the Osh region"),
        ("Vice-Governor Ana Rey of Osh Province", "Vice-Governor of Osh Province"),
        ("Mayor Ana Rey of Cape Town", "Mayor of Cape Town"),
        ("Governor Ana Rey of Florida", "Governor of Florida"),
        ("Governor Ana Rey of Kenya", "Governor"),
        ("Governor Ana Rey of CBX", "Governor"),
        ("Mayor Ana Rey of Labour", "Mayor"),
        ("Governor Ana Rey of the ruling party", "Governor"),
        ("Governor Ana Rey of the Central Bank of Chad", "Governor"),
    ],
)
def test_a_place_behind_the_name_of_who_governs_it_is_of_the_role(who: str, role: str) -> None:
    assert held(f"{who} met Kenya's Minister Jane Wood on Monday.")["Ana Rey"] == role


@pytest.mark.parametrize(
    "text",
    [
        "Mayors Ana Rossi of Turin and Luc Petit of Lyon met Kenya's Minister Jane Wood.",
        "Two mayors met Kenya's Minister Jane Wood: Ana Rossi of Turin and Luc Petit of Lyon.",
        "The mayors of the Alpine Region met Kenya's Minister Jane Wood: Ana Rossi of Turin and Luc Petit of Lyon.",
    ],
)
def test_of_many_each_governs_the_place_behind_his_name(text: str) -> None:
    found = held(text)
    assert (found["Ana Rossi"].lower(), found["Luc Petit"].lower()) == ("mayor of turin", "mayor of lyon")
