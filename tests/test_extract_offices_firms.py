"""Firms that no noun tells, and bodies with longer names: `communique.extract.offices.firms` and what stands beside."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.offices.phrases import find_offices
from communique.extract.words.reading import read
from communique.model import Article

FIRMS = ["Zorvex Power", "Ganimex", "Tirvalla", "Kelmos Foods", "PT Sirojaya", "Omni-Trak Motors", "TZP Rwanda"]
FORMS = [
    ("Ana Rey, CEO of {}, came", "CEO"),
    ("the chairman of {}, Ana Rey, came", "chairman"),
    ("Ana Rey, managing director of {}; Jo Bell; and others", "managing director"),
    ("Ana Rey, regional director at {}, came", "regional director"),
]


def _first(text: str) -> tuple[str, str | None]:
    office = find_offices(read(text))[0]
    return office.role, office.organization


@pytest.mark.parametrize("firm", FIRMS)
@pytest.mark.parametrize(("form", "role"), FORMS)
def test_who_chairs_or_manages_is_of_a_firm_that_no_registry_has(form: str, role: str, firm: str) -> None:
    assert _first(form.format(firm)) == (role, firm)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Rey, Director of Operations of the Immigration Service, came", "Immigration Service"),
        ("Ana Rey, Vice-rector for International Affairs of Varena University, came", "Varena University"),
        ("Ana Rey, director of the Royal Commission for Varena, came", "Royal Commission for Varena"),
        (
            "Ana Rey, head of the National Agency for the Control of AIDS, came",
            "National Agency for the Control of AIDS",
        ),
        ("Ana Rey, rector of Tashkent State University of Economics, came", "Tashkent State University of Economics"),
        ("Ana Rey, secretary of the Heydar Aliyev Foundation, came", "Heydar Aliyev Foundation"),
        ("Ana Rey, head of the Varena Free Zone, came", "Varena Free Zone"),
        ("Ana Rey, director of Varena International Airport, came", "Varena International Airport"),
        ("Ana Rey, secretary of the Turkey-Oman Business Council, came", "Turkey-Oman Business Council"),
        ("the Civil Aviation Authority's president, Ana Rey, came", "Civil Aviation Authority"),
        ("the University of Dodoma's president, Ana Rey, came", "University of Dodoma"),
        ("Sinar Varena's managing director, Ana Rey, came", "Sinar Varena"),
        ("Ana Rey, General Manager, Kelmos Shipping, came", "Kelmos Shipping"),
        ("Ana Rey, President, Nepal Cricket Association, came", "Nepal Cricket Association"),
        ("Ana Rey (Managing Director, Ganimex) came", "Ganimex"),
    ],
)
def test_the_body_of_an_office_is_read_whole(text: str, told: str) -> None:
    assert _first(text)[1] == told


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ana Rey, Executive Director of Corporate Affairs at the Suez Canal Authority, came", "of Corporate Affairs"),
        ("Ana Rey, Director of Solid Waste, came", "of Solid Waste"),
        ("Ana Rey, chairman of the Foreign Affairs Committee, came", "of the Foreign Affairs Committee"),
        ("Ana Rey, Secretary of Homeland Security, came", "of Homeland Security"),
    ],
)
def test_a_field_or_a_panel_is_no_firm(text: str, role: str) -> None:
    assert _first(text)[0].endswith(role)


def test_of_chairmen_in_a_row_none_is_another_ones_firm() -> None:
    offices = find_offices(read("Ana Rey, Chairman, Jo Bell, Managing Director, and Li Na, Secretary, came"))
    assert [office.organization for office in offices] == [None, None, None]


BODIES = [
    "space agency",
    "tax service",
    "state oil company",
    "chamber of commerce",
    "football federation",
    "stock exchange",
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("head", ["chief", "acting head", "vice president", "CEO", "chairwoman"])
@pytest.mark.parametrize("owner", ["the Kenyan", "Kenya's", "Kenyan"])
def test_a_body_in_small_letters_before_its_head_is_part_of_the_office(owner: str, head: str, body: str) -> None:
    for text in (f"Li Na, {owner} {body} {head}, came", f"Jo Bell of Oman met {owner} {body} {head} Li Na"):
        office = find_offices(read(text))[0]
        assert (office.role, office.countries) == (f"{body} {head}", ("KEN",))


def test_a_verb_before_a_body_in_small_letters_is_none_of_its_words() -> None:
    assert _first("Minister Bell of Oman met nuclear agency president Li Na")[0] == "Minister"
    assert (
        find_offices(read("Jo Bell of Oman met nuclear agency president Li Na"))[0].role == "nuclear agency president"
    )


@pytest.mark.parametrize(
    ("office", "role", "told"),
    [
        ("head of the Kenyan central bank", "head", "central bank"),
        ("president of the Kenyan chamber of commerce and industry", "president", "chamber of commerce and industry"),
        ("president of the Kenyan farmers' union", "president", "farmers' union"),
        ("chief executive of Kenya's sovereign wealth fund", "chief executive", "sovereign wealth fund"),
        ("director of the national museum of Kenya", "director", "national museum"),
        ("head of the Kenyan trade union department", "head of the trade union department", None),
        ("head of the Kenyan tax service", "head of the tax service", None),
        (
            "head of the Mombasa office of the Kenyan Development Agency",
            "head of the Mombasa office",
            "Development Agency",
        ),
        (
            "director of UNICEF's Nairobi office",
            "director of UNICEF's Nairobi office",
            "United Nations Children's Fund",
        ),
    ],
)
def test_a_body_in_small_letters_that_is_no_part_of_a_government_is_the_body(office: str, role: str, told: str) -> None:
    for text in (f"Ana Rey, {office}, came", f"the {office}, Ana Rey, came"):
        assert _first(text) == (role, told)


@pytest.mark.parametrize(
    ("clause", "role", "told"),
    [
        ("heads the Kenyan space agency", "head of the space agency", None),
        ("chairs the Kenyan Football Federation", "chair", "Kenyan Football Federation"),
        (
            "chairs the Kenyan Senate's foreign affairs committee",
            "chair of the Senate's foreign affairs committee",
            None,
        ),
        ("runs Kenya's state oil company", "head", "state oil company"),
        ("heads the Kenya Land Transport Agency", "head", "Kenya Land Transport Agency"),
        ("leads the New Zealand navy", "head of the navy", None),
    ],
)
def test_whose_body_somebody_heads_is_told_by_the_clause(clause: str, role: str, told: str | None) -> None:
    actors, _ = find_actors(Article(title="", body=f"Ana Rey, who {clause}, met Oman's Foreign Minister Ali Bek."))
    assert ("Ana Rey", role, told) in {(actor.name, actor.role, actor.organization) for actor in actors}


@pytest.mark.parametrize(
    "head",
    ["senior research fellow", "sales director", "managing partner", "editor-in-chief", "officer-in-charge", "boss",
     "member of the board of directors", "branch manager", "treasurer", "deputy secretary", "chief geologist"],
)  # fmt: skip
def test_officers_of_bodies_of_every_kind_are_known(head: str) -> None:
    for text in (
        f"Ana Rey, {head} of the Varena Foundation, came",
        f"the {head} of the Varena Foundation, Ana Rey, came",
    ):
        assert _first(text) == (head, "Varena Foundation")


@pytest.mark.parametrize(
    ("text", "role", "told", "country"),
    [
        ("president of the Federation of Czech Industries", "president", "Federation of Czech Industries", "CZE"),
        ("president of the Association of Travel Agents", "president", "Association of Travel Agents", None),
        ("Deputy Governor, National Bank of Vietnam", "Deputy Governor", "National Bank of Vietnam", "VNM"),
        ("head of the Hanoi regional administration", "head of the Hanoi regional administration", None, "VNM"),
        ("head of the Sri Lankan prime minister's office", "head of the prime minister's office", None, "LKA"),
        ("chief of the New Zealand navy", "chief of the navy", None, "NZL"),
    ],
)
def test_whose_a_body_is_stands_within_its_name(text: str, role: str, told: str | None, country: str | None) -> None:
    office = find_offices(read(f"Ana Rey, {text}, came"))[0]
    assert (office.role, office.organization, office.countries) == (role, told, (country,) if country else ())


def test_a_professor_is_one_of_a_university_and_a_style_before_a_name() -> None:
    assert _first("Ana Rey, a professor at the University of Varena, came") == ("professor", "University of Varena")
    assert _first("Deputy Minister of Health Associate Professor Dr. Ana Rey came")[0] == "Deputy Minister of Health"
    assert find_offices(read("Professor Ana Rey came")) == []


@pytest.mark.parametrize("owner", ["the Lao Chamber of Mines'", "the Lao Ports Authority's"])
def test_the_country_before_a_body_that_owns_an_office_is_whose_it_is(owner: str) -> None:
    office = find_offices(read(f"Ana Rey, {owner} chief executive, came"))[0]
    assert (office.role, office.countries) == ("chief executive", ("LAO",))
