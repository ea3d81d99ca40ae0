"""Offices in full and each with its holder: bodies in quotes, lists of several heads, second offices, spokespeople."""

import pytest

from communique.extract.offices.phrases import find_offices
from communique.extract.people.gathering import gather
from communique.extract.people.mentions import find_mentions
from communique.extract.people.names import find_names
from communique.extract.words.reading import read


def held(text: str) -> set[tuple[str | None, str | None, str | None, str | None]]:
    reading = read(text)
    offices = find_offices(reading)
    persons, _ = gather(reading, find_mentions(reading, offices, find_names(reading, offices)), None)
    return {(person.name, person.role, person.organization, person.country) for person in persons}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("A spokesperson for the Chinese foreign ministry, Mao Lin, said so.",
         ("Mao Lin", "spokesperson for the foreign ministry", None, "CHN")),
        ("An adviser to Iran's parliament speaker, Amir Parvizi, spoke.",
         ("Amir Parvizi", "adviser to parliament speaker", None, "IRN")),
        ("State minister for power Ali Raza spoke.", ("Ali Raza", "State minister for power", None, None)),
        ("They met Tazul Khan, the local government, rural development and co-operatives minister.",
         ("Tazul Khan", "local government, rural development and co-operatives minister", None, None)),
        ("They met the Minister of Energy at the Prime Minister's Office, Haji Yahya bin Bakar.",
         ("Yahya bin Bakar", "Minister of Energy at the Prime Minister's Office", None, None)),
        ("The Minister of State and Head of the President's Civil House, Dino Fons, came.",
         ("Dino Fons", "Minister of State and Head of the President's Civil House", None, None)),
        ("They met the head of the foreign policy department Hikmet Haji.",
         ("Hikmet Haji", "head of the foreign policy department", None, None)),
        ("Mr. Wilson Nyakira, head of Kenyan delegation, spoke.",
         ("Wilson Nyakira", "head of delegation", None, "KEN")),
        ("Ambassador HUSSEN Ali of the Permanent Mission of Iraq spoke.",
         ("HUSSEN Ali", "Ambassador of the Permanent Mission", None, "IRQ")),
        ("They met Mario Oquendo, who is director of the UNESCO Security and Justice Area.",
         ("Mario Oquendo", "director of the Security and Justice Area",
          "United Nations Educational, Scientific and Cultural Organization", None)),
        ("They met Tanya Radovic, who represents UNICEF (the Fund) in Armenia as its Representative.",
         ("Tanya Radovic", "Representative", "United Nations Children's Fund", None)),
        ("They met the Chairman of the Standing Commission of the House of Representatives for Health Ana Rey.",
         ("Ana Rey", "Chairman of the Standing Commission of the House of Representatives for Health", None, None)),
        ("The Tajik-Turkmen Joint Commission for Trade met. The chairman of the Commission, Ana Rey, spoke.",
         ("Ana Rey", "chairman of the Commission", None, None)),
        ("They met the president of the Dakhla-Oued Eddahab regional council, Ana Rey.",
         ("Ana Rey", "president of the Dakhla-Oued Eddahab regional council", None, None)),
        ("They met the Head of the French Senate France-Caucasus Friendship Group Ana Rey.",
         ("Ana Rey", "Head of the Senate France-Caucasus Friendship Group", None, "FRA")),
        ("They met the Rector of the Eurasian National University named after L.N. Gumil, Ana Rey.",
         ("Ana Rey", "Rector", "Eurasian National University", None)),
        ("They met the special representative of Russia's president for Chad, Bo Dahl, and his deputy, Ana Rey.",
         ("Ana Rey", "deputy special representative of president for Chad", None, "RUS")),
        ("They met Rais of Tatarstan Ana Rey.", ("Ana Rey", "Rais", "Tatarstan", "RUS")),
        ("They met Deputy Chief Justice Ana Rey.", ("Ana Rey", "Deputy Chief Justice", None, None)),
        ("They met Ana Rey, ACEO of the Fisheries Division.",
         ("Ana Rey", "ACEO of the Fisheries Division", None, None)),
        ("They met Economic Relations Division (ERD) Secretary Ana Rey.",
         ("Ana Rey", "Economic Relations Division (ERD) Secretary", None, "BGD")),
        ("They met Finance Division Secretary Ana Rey.", ("Ana Rey", "Finance Division Secretary", None, None)),
        ("They met the titular of the Ministry of Industry, Ana Rey.",
         ("Ana Rey", "titular of the Ministry of Industry", None, None)),
        ("They met Ana Rey, who represents UNDP in Chad as Resident Representative.",
         ("Ana Rey", "Resident Representative", "United Nations Development Programme", None)),
    ],
)  # fmt: skip
def test_offices_are_read_to_their_end(text: str, person: tuple[str | None, ...]) -> None:
    assert person in held(text)


def test_a_place_is_no_seat_of_a_minister() -> None:
    assert (None, "Minister of Trade", None, "TCD") in held(
        "They met Chad's Minister of Trade at the Prime Minister's Office on Friday."
    )


@pytest.mark.parametrize(
    ("said", "name", "role"),
    [
        ('the Chairman of the state concern "Belneft", {}', "Belneft", "Chairman"),
        ("the general director of the company “Belneft”, {}", "Belneft", "general director"),
        ('the head of the state corporation "Belneft" {}', "Belneft", "head"),
        ('the Chairman of JSC "Belneft Airways" {}', "Belneft Airways", "Chairman"),
        ('the director of the "Belneft" border crossing {}', "Belneft border crossing", "director"),
        ("the director of the Public Foundation “Belneft”, {}", "Public Foundation “Belneft”", "director"),
    ],
)
def test_bodies_in_quotes_are_the_organisation(said: str, name: str, role: str) -> None:
    assert ("Andrei Rybin", role, name, None) in held(f"They met {said.format('Andrei Rybin')}, on Monday.")


def test_what_is_in_quotes_is_not_always_a_body() -> None:
    assert ("Ana Rey", "leader", None, "TCD") not in held('The leader of the "working group" Ana Rey spoke.')


_CHAMBERS = ("Ceylon Chamber of Commerce", "Izmir Chamber of Commerce")


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Ali Rey and Bo Dahl, being the Presidents of the Ceylon Chamber of Commerce and of the Izmir Chamber of "
         "Commerce respectively, signed.", _CHAMBERS),
        ("The Presidents of the Ceylon Chamber of Commerce and the Izmir Chamber of Commerce, Ali Rey and Bo Dahl, "
         "signed.", _CHAMBERS),
        ("Ali Rey and Bo Dahl, the presidents of the Quetta and Zahidan chambers of commerce and industry, "
         "respectively, came.",
         ("Quetta chamber of commerce and industry", "Zahidan chamber of commerce and industry")),
        ("The presidents of the central banks of Chad and Mali, Ali Rey and Bo Dahl, met.",
         ("central bank of Chad", "central bank of Mali")),
        ("The presidents of the Baku and Tbilisi State Universities, Ali Rey and Bo Dahl, met.",
         ("Baku State University", "Tbilisi State University")),
    ],
)  # fmt: skip
def test_each_head_has_his_body(text: str, bodies: tuple[str, str]) -> None:
    told = {name: (role, organization) for name, role, organization, _ in held(text)}
    assert [told[name][1] for name in ("Ali Rey", "Bo Dahl")] == list(bodies)
    assert {(told[name][0] or "").lower() for name in ("Ali Rey", "Bo Dahl")} == {"president"}


def test_a_citys_country_is_a_chambers_where_the_text_names_it() -> None:
    told = held("The presidents of the Sinop and Tbilisi chambers of commerce, Ali Rey and Bo Dahl, met in Georgia.")
    assert {name: country for name, *_, country in told if name} == {"Ali Rey": None, "Bo Dahl": "GEO"}


def test_as_many_bodies_as_heads_or_none() -> None:
    told = held("The heads of the Bank of Ghana and the Ghana Ports Authority, Ali Rey, Bo Dahl and Chi An, met.")
    assert not any(name and organization for name, _, organization, _ in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ali Rey and Bo Dahl, respectively Minister of Health and Ambassador of Mali, came.",
         {("Ali Rey", "Minister of Health"), ("Bo Dahl", "Ambassador")}),
        ("Ali Rey and Bo Dahl, Minister of Health and Minister of Trade respectively, came.",
         {("Ali Rey", "Minister of Health"), ("Bo Dahl", "Minister of Trade")}),
        ("Ana Paz, the Foreign Minister of Mexico, was joined by her colleagues, the Honduran Ali Rey and the "
         "Guatemalan Bo Dahl.", {("Ali Rey", "Foreign Minister"), ("Bo Dahl", "Foreign Minister")}),
        ("Prime Minister Van Duc of Vietnam talked with his Lao counterpart Ali Rey. The Lao PM thanked him.",
         {("Ali Rey", "Prime Minister")}),
        ("They met Ali Rey, the Minister of Planning, who is also Head of the National Planning Agency (Bap).",
         {("Ali Rey", "Minister of Planning and Head of the National Planning Agency")}),
        ("Ali Rey, Minister of Trade, who also holds the post of Minister of Finance, met Bo Dahl, Minister of "
         "Health, concurrently Deputy Prime Minister, there.",
         {("Ali Rey", "Minister of Trade and Minister of Finance"),
          ("Bo Dahl", "Minister of Health and Deputy Prime Minister")}),
    ],
)  # fmt: skip
def test_who_holds_what(text: str, told: set[tuple[str, str]]) -> None:
    assert told <= {(name, role) for name, role, *_ in held(text)}


def test_a_palace_is_nobody() -> None:
    told = held("Prime Minister Rey of Chad met the Malian minister of the economy. He spoke in Banski Dvori.")
    assert "Banski Dvori" not in {name for name, *_ in told}


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "The Governor of the Central Bank, Dr Ana Rey, Labour Minister and Deputy Finance Minister Bo Dahl spoke.",
            ["Governor", "Labour Minister and Deputy Finance Minister"],
        ),
        (
            "The Foreign Minister, Ana Rey, Deputy Prime Minister and Minister of Trade, spoke.",
            ["Foreign Minister", "Deputy Prime Minister and Minister of Trade"],
        ),
        (
            "They met Ana Rey, board chairman of Zeta, and GTK's research director, Bo Dahl.",
            ["board chairman", "research director"],
        ),
        ("They met Ana Rey, chairman of Zeta, and director of GTK, who spoke.", ["chairman, and director"]),
    ],
)
def test_who_is_named_in_front_has_no_part_in_the_next_ones_offices(text: str, offices: list[str]) -> None:
    assert [office.role for office in find_offices(read(text))] == offices
