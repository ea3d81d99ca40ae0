"""Offices told by verbs and their objects: `communique.extract.offices.verbs`, `communique.extract.people.charges`."""

import pytest

from communique.extract.actors import find_actors
from communique.model import Article

LEAD = "Oman's Foreign Minister Ali Bek received on Monday"
Told = tuple[str | None, str | None, str | None]


def told(text: str, name: str = "Ana Rey") -> list[Told]:
    """Office, country and body of everybody of that name."""
    actors, _ = find_actors(Article(title="", body=text))
    return [(actor.role, actor.country, actor.organization) for actor in actors if actor.name == name]


@pytest.mark.parametrize(
    ("clause", "role", "country", "body"),
    [
        ("who commands the Chadian land force", "commander of the land force", "TCD", None),
        ("who commands the Land Forces of Chad", "commander of the Land Forces", "TCD", None),
        ("who is in command of the Indian Navy", "commander of the Navy", "IND", None),
        ("in command of the French frigate Varena", "commander of the frigate Varena", "FRA", None),
        ("who commands the Gendarmerie in Chad", "commander of the Gendarmerie", "TCD", None),
        ("who presides over the upper chamber of Chile", "president of the upper chamber of Chile", "CHL", None),
        ("who presides over the Senate of Chile", "president of the Senate", "CHL", None),
        ("who directs the Chilean Institute of Health", "director", "CHL", "Chilean Institute of Health"),
        ("who directs the Chadian judicial police", "director of the judicial police", "TCD", None),
        ("who heads the regulatory authority of Chad", "head of the regulatory authority", "TCD", None),
        ("who heads Zorvinform", "head", None, "Zorvinform"),
        ("who leads ZRVK", "head", None, "ZRVK"),
        ("who manages the Varena River Authority", "manager", None, "Varena River Authority"),
        ("who chairs the Port Authority of Varena", "chair", None, "Port Authority of Varena"),
        ("who chairs the Milli Majlis and is also a poet", "chair of the Milli Majlis", "AZE", None),
        (
            "who chairs the foreign affairs committee of the Chilean Senate",
            "chair of the foreign affairs committee of the Senate",
            "CHL",
            None,
        ),
        ("who heads Interpol's Cybercrime Directorate", "head of Interpol's Cybercrime Directorate", None, "Interpol"),
    ],
)
def test_what_a_verb_of_leading_has_for_an_object_tells_the_office(
    clause: str, role: str, country: str | None, body: str | None
) -> None:
    found = told(f"{LEAD} Ana Rey, {clause}, and others.")
    assert [(said, named) for said, _, named in found] == [(role, body)]
    assert country is None or found[0][1] == country


@pytest.mark.parametrize("rank", ["Major General", "Senator", "Colonel"])
def test_a_rank_gives_way_to_what_is_commanded_or_chaired(rank: str) -> None:
    assert told(f"{LEAD} {rank} Ana Rey, who heads the Land Forces of Chad, and others.") == [
        ("head of the Land Forces", "TCD", None)
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "who leads a delegation of Chad's parliament",
        "who chairs the session",
        "who directs the ministry's protocol",
        "who leads the naval units there",
        "who heads the talks",
        "who runs a risk",
        "who commands respect",
    ],
)
def test_a_session_or_a_part_of_the_object_is_no_office(clause: str) -> None:
    assert {role for role, _, _ in told(f"{LEAD} Chad's Ana Rey, {clause}, and others.")} <= {None}


def test_an_ambassador_in_charge_of_something_stays_one() -> None:
    text = f"{LEAD} the Ambassador of Chad, Ana Rey, who was in charge of the translation."
    assert [role for role, _, _ in told(text)] == ["Ambassador"]


@pytest.mark.parametrize(
    "clause",
    [
        "who carries the portfolio of Public Works in the government of Chad",
        "who bears the public works portfolio",
        "holder of the Public Works portfolio",
        "whose portfolio is public works",
        "who handles public works in the Chadian cabinet",
        "who oversees public works",
    ],
)
def test_who_has_a_portfolio_is_its_minister(clause: str) -> None:
    found = told(f"{LEAD} Chad's Ana Rey, {clause}.")
    assert [((role or "").lower(), country) for role, country, _ in found] == [("minister of public works", "TCD")]


@pytest.mark.parametrize("noun", ["portfolio", "job", "rank", "office"])
def test_the_same_portfolio_is_the_others_office(noun: str) -> None:
    assert told(f"{LEAD} Ana Rey, who holds the same {noun} in Chad.") == [("Foreign Minister", "TCD", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The prefect of Varena (Cameroon), Bo Dahl, met his colleague of Ntem (Gabon), Ana Rey.",
            ("prefect of Ntem", "GAB", None),
        ),
        (
            "The mayor of Lille, Bo Dahl, met her counterpart from Antwerp, Ana Rey.",
            ("mayor of Antwerp", "BEL", None),
        ),
        (
            "Chad's Finance Minister Bo Dahl came. His counterpart on this occasion was Dr. Ana Rey of Kenya.",
            ("Finance Minister", "KEN", None),
        ),
        (
            "Sri Lanka's chief auditor Bo Dahl met Ana Rey, her opposite number at the Nairobi Roads Authority.",
            ("chief auditor", "KEN", "Nairobi Roads Authority"),
        ),
        (
            "Oman's police chief Bo Dahl was received by his counterpart in Abidjan, General Ana Rey.",
            ("police chief", "CIV", None),
        ),
    ],
)
def test_where_a_counterpart_serves_is_told(text: str, found: Told) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Water ministers met in Kinshasa. Togo's Ana Rey (Health and Sanitation) and Chad's Bo Dahl (Energy) spoke.",
        "Water ministers met in Kinshasa. Ana Rey of Togo (Energy) spoke, and so did Togo's Minister of Health and "
        "Sanitation, Ana Rey.",
        "Oman's Foreign Minister Ali Bek received Minister Ana Rey (Health and Sanitation) of Togo.",
    ],
)
def test_a_field_in_brackets_is_what_a_minister_cares_for(text: str) -> None:
    assert [(role or "").title() for role, _, _ in told(text)] == ["Minister Of Health And Sanitation"]


def test_the_host_countrys_minister_is_who_stands_in_front() -> None:
    text = "Ministers of West Africa met in Lomé. Chairing was Ana Rey, the host country's Minister of Trade."
    assert told(text) == [("Minister of Trade", "TGO", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Rey, head of the Representative Office of UNICEF in Chad, met Minister Bo Dahl of Chad.",
         ("head of the Representative Office in Chad", None, "United Nations Children's Fund")),
        ("Ana Rey, who heads the Representative Office of UNICEF in Chad, met Minister Bo Dahl of Chad.",
         ("head of the Representative Office in Chad", None, "United Nations Children's Fund")),
        ("Minister Bo Dahl of Chad met the Head of the Dutch Representative Office, Ana Rey.",
         ("Head of the Representative Office", "NLD", None)),
    ],
)  # fmt: skip
def test_a_representative_office_is_no_representative(text: str, found: Told) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    "clause",
    [
        "at the end of the latter's mandate as ambassador of Chad",
        "at the end of her four-year mission as ambassador of Chad",
        "on the completion of her tenure as Chadian ambassador",
        ", marking the conclusion of her assignment as Chadian ambassador",
        ", for three years the Chadian ambassador",
        ", until recently the Chadian ambassador",
        ", whose title is Chadian ambassador",
        ", whose official post is ambassador of Chad",
    ],
)
def test_a_term_that_ends_and_a_title_that_is_told_are_offices(clause: str) -> None:
    assert told(f"{LEAD} Ana Rey{'' if clause[0] == ',' else ' '}{clause}.") == [("ambassador", "TCD", None)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("General Ana Rey heads the disaster office of Chad. She met Oman's Minister Ali Bek.",
         "head of the disaster office"),
        ("Ana Rey commands the Chadian Navy. She met Oman's Minister Ali Bek.", "commander of the Navy"),
        ("Oman's Minister Ali Bek met Ana Rey, the ex-president of Chad who leads the African Union's mission.",
         "head of the African Union's mission"),
        ("Oman's Minister Ali Bek met Ana Rey, who directs the Ministry of Health of Chad.",
         "director of the Ministry of Health"),
    ],
)  # fmt: skip
def test_who_leads_may_be_told_by_a_plain_verb_or_behind_an_earlier_office(text: str, role: str) -> None:
    assert [said for said, _, _ in told(text)] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Oman's Minister Ali Bek met Chad's Ana Rey. Ana Rey directs the ministry to help.",
        "Oman's Minister Ali Bek met Chad's Ana Rey. Ana Rey chairs the meeting.",
        "Oman's Minister Ali Bek met Chad's Ana Rey. Ana Rey leads the delegation.",
        "Oman's Minister Ali Bek met Chad's Ana Rey, at the end of a long day as guest.",
    ],
)
def test_a_plain_verb_tells_no_office_of_who_chairs_a_meeting(text: str) -> None:
    assert {role for role, _, _ in told(text)} <= {None, "head of delegation"}


@pytest.mark.parametrize("bracket", ["(S&D, ES)", "(Greens/EFA, NL)", "(The Left/DE)"])
def test_a_group_in_brackets_tells_a_member_of_the_european_parliament(bracket: str) -> None:
    assert told(f"{LEAD} Ana Rey {bracket} and others.") == [("MEP", None, "European Parliament")]


def test_the_country_of_a_member_of_the_european_parliament_may_be_written_out() -> None:
    text = f"{LEAD} Ana Rey (EPP, Germany) and others. The European Parliament meets in May."
    assert told(text) == [("MEP", None, "European Parliament")]


def test_other_brackets_tell_none() -> None:
    assert "MEP" not in {role for role, _, _ in told(f"{LEAD} Ana Rey (ID 45, see below) and Ana Rey (EPP).")}


@pytest.mark.parametrize(
    ("clause", "role", "country", "body"),
    [
        ("head of the Varena Trade Agency's legal team", "head of the legal team", None, "Varena Trade Agency"),
        ("who heads the Varena Trade Agency's legal team", "head of the legal team", None, "Varena Trade Agency"),
        ("head of the Chadian finance ministry's debt unit", "head of the finance ministry's debt unit", "TCD", None),
        ("who heads the Chadian finance ministry's debt unit", "head of the finance ministry's debt unit", "TCD", None),
        ("the number two of the Chadian embassy", "number two of the embassy", "TCD", None),
        ("person in charge of trade at the Chadian embassy", "person in charge of trade at the embassy", "TCD", None),
        ("the official responsible for trade at the Chadian embassy", "official responsible for trade at the embassy",
         "TCD", None),
    ],
)  # fmt: skip
def test_a_unit_of_a_body_and_a_charge_are_told(clause: str, role: str, country: str | None, body: str | None) -> None:
    found = told(f"{LEAD} Ana Rey, {clause}.")
    assert [(said, named) for said, _, named in found] == [(role, body)]
    assert country is None or found[0][1] == country


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("head of the Bank's Muscat office", "head of Muscat office"),
        ("head of the bank's office in Muscat", "head of the bank's office in Muscat"),
        ("director of the Bank's branch in Muscat", "director of the Bank's branch in Muscat"),
    ],
)
def test_a_branch_is_of_the_body_told_before(office: str, role: str) -> None:
    text = f"Oman's Minister Ali Bek met the World Bank's Bo Dahl and the {office}, Ana Rey."
    assert told(text) == [(role, None, "World Bank")]


def test_the_holder_of_a_portfolio_is_its_minister() -> None:
    text = "Oman's Minister Ali Bek met with the holder of the Agriculture portfolio of Chad, Ana Rey."
    assert told(text) == [("Minister of Agriculture", "TCD", None)]


@pytest.mark.parametrize("said", ["In round number two", "The man in charge of the match smiled as"])
def test_numbers_and_charges_elsewhere_are_no_offices(said: str) -> None:
    actors, _ = find_actors(Article(title="", body=f"{said} Oman's Minister Ali Bek met Chad's envoy, Ana Rey."))
    assert {actor.role for actor in actors} <= {"Minister", "envoy"}


@pytest.mark.parametrize(
    ("clause", "role", "country"),
    [
        ("heading the Chadian Navy", "head of the Navy", "TCD"),
        ("commanding the Chadian Navy", "commander of the Navy", "TCD"),
        ("chairing the Senate of Chad", "chair of the Senate", "TCD"),
        ("one of three deputy foreign ministers of Chad", "deputy foreign minister", "TCD"),
        ("one of the deputy governors of Chad", "deputy governor", "TCD"),
        ("the summit's chairman, at the United Nations", "chairman", None),
        (
            "who is at once Minister of Trade of Chad and mayor of Abéché",
            "Minister of Trade and mayor of Abéché",
            "TCD",
        ),
        ("who fills the post of Trade Minister of Chad", "Trade Minister", "TCD"),
        ("who succeeded Paul Roux as Chad's envoy", "envoy", "TCD"),
        ("who replaced Paul Roux as Minister of Trade of Chad", "Minister of Trade", "TCD"),
    ],
)
def test_further_clauses_tell_the_office_of_who_stands_before(clause: str, role: str, country: str | None) -> None:
    assert [(said, of) for said, of, _ in told(f"{LEAD} Ana Rey, {clause}.")] == [(role, country)]


@pytest.mark.parametrize(
    "text",
    [
        "Oman's Minister of Trade Ali Bek met Chad's Ana Rey, the summit's chairman said in Muscat.",
        "Oman's Minister of Trade Ali Bek met Chad's Ana Rey, leading the delegation.",
        "Oman's Minister of Trade Ali Bek met Chad's Ana Rey, heading a team of doctors.",
        "Oman's Minister of Trade Ali Bek met Chad's Ana Rey, as one of its guests.",
    ],
)
def test_what_others_say_and_delegations_tell_no_office(text: str) -> None:
    assert {role for role, _, _ in told(text)} <= {None, "head of delegation"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kenya's Health Minister Bo Dahl spoke. Dahl's deputy, Ana Rey, met Oman's envoy Ali Bek.",
         "deputy Health Minister"),
        ("Kenya's President Bo Dahl spoke. Dahl's deputy, Ana Rey, met Oman's envoy Ali Bek.", "deputy President"),
        ("The governor of Lamu, Bo Dahl, and his deputy Ana Rey met Oman's envoy Ali Bek in Kenya.", "deputy governor"),
    ],
)  # fmt: skip
def test_whose_deputy_somebody_is_tells_of_what(text: str, role: str) -> None:
    assert [said for said, _, _ in told(text)] == [role]


@pytest.mark.parametrize(
    ("lead", "role"),
    [
        ("The trade ministers of Chad and Togo met on Monday.", "trade minister"),
        ("The police chiefs of Chad and Togo have signed a deal.", "police chief"),
        ("The two chief justices of Chad and Togo spoke on Monday.", "chief justice"),
    ],
)
def test_two_named_behind_the_office_of_two_hold_it(lead: str, role: str) -> None:
    text = f"{lead} Ana Rey and Bo Dahl discussed cattle."
    assert told(text) == [(role, "TCD", None)]
    assert told(text, "Bo Dahl") == [(role, "TGO", None)]


def test_two_ministers_named_before_are_not_those_named_behind() -> None:
    text = "Togo's Trade Minister Ali Bek met Chad's Trade Minister Jo Bell. The two ministers saw the port. "
    actors, _ = find_actors(Article(title="", body=f"{text}Ana Rey and Bo Dahl sang."))
    assert {actor.name for actor in actors if actor.role} == {"Ali Bek", "Jo Bell"}


@pytest.mark.parametrize("body", ["ZRVK", "UNESCO"])
def test_the_counterpart_of_a_body_is_nobody(body: str) -> None:
    text = f"Chad's Trade Minister Ana Rey signed for the agency and its Omani counterpart, {body}."
    actors, _ = find_actors(Article(title="", body=text))
    assert [actor.name for actor in actors if actor.type == "person"] == ["Ana Rey"]


@pytest.mark.parametrize("text", [
    f"{LEAD} Ana Rey, who fills the chair of governor of the",
    f"{LEAD} Ana Rey, who heads the Varena Agency's legal team, and her counterpart at the Roads Board, Bo Dahl",
    f"{LEAD} Ana Rey, in command of the frigate Varena, and Jo Bell (S&D, ES), one of the deputy ministers of Chad",
])  # fmt: skip
def test_a_clause_that_breaks_off_anywhere_is_read(text: str) -> None:
    words = text.split()
    for end in range(4, len(words) + 1):
        find_actors(Article(title="", body=" ".join(words[:end])))


@pytest.mark.parametrize(
    ("office", "role", "country", "body"),
    [
        ("the Chadian food safety agency's deputy head", "deputy head", "TCD", "food safety agency"),
        ("Chad's port authority's chief", "chief", "TCD", "port authority"),
        ("the stock exchange's head", "head", None, "stock exchange"),
        ("the port's Maritime Administration's head", "head", None, "Maritime Administration"),
    ],
)
def test_who_heads_a_body_in_small_letters_is_named_behind(
    office: str, role: str, country: str | None, body: str
) -> None:
    found = told(f"{LEAD} {office}, Ana Rey.")
    assert [(said, named) for said, _, named in found] == [(role, body)]
    assert country is None or found[0][1] == country


@pytest.mark.parametrize(
    ("office", "role", "body"),
    [
        ("general manager of the port's Maritime Administration", "general manager", "Maritime Administration"),
        ("rector of the capital's Medical University", "rector", "Medical University"),
        ("head of the Polish–Chilean Group", "head of the Polish–Chilean Group", None),
        ("member of the Polish-Chilean bilateral group", "member of the Polish-Chilean bilateral group", None),
    ],
)
def test_the_place_of_a_body_and_a_group_of_two_houses_are_told(office: str, role: str, body: str | None) -> None:
    assert [(said, named) for said, _, named in told(f"{LEAD} Ana Rey, {office}.")] == [(role, body)]


@pytest.mark.parametrize(
    ("office", "role", "body"),
    [
        ("Head of the EU Delegation to Chad and EU Special Representative",
         "Head of the Delegation to Chad and Special Representative", "European Union"),
        ("Ambassador to Chad and the African Union", "Ambassador to Chad and the African Union", None),
    ],
)  # fmt: skip
def test_a_post_ends_where_a_second_office_begins(office: str, role: str, body: str | None) -> None:
    assert [(said, named) for said, _, named in told(f"{LEAD} the {office}, Ana Rey.")] == [(role, body)]


def test_a_bodys_common_noun_alone_is_no_body() -> None:
    assert all(body != "authority" for *_, body in told(f"{LEAD} the authority's chief, Ana Rey."))


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("who has headed the Varena River Authority for years", ("head", "OMN", "Varena River Authority")),
        ("who has long directed the Chilean Institute of Health", ("director", "CHL", "Chilean Institute of Health")),
        ("who heads the EU Delegation", ("head of the Delegation", None, "European Union")),
        ("who governs Halabja", ("governor of Halabja", "IRQ", None)),
        ("who governs the Osh region", ("governor of the Osh region", "KGZ", None)),
        ("who represents the World Bank in Chad", ("representative in Chad", None, "World Bank")),
    ],
)
def test_who_has_led_long_governs_or_stands_for_a_body(clause: str, said: Told) -> None:
    assert told(f"{LEAD} Ana Rey, {clause}, and others.") == [said]


@pytest.mark.parametrize(
    "clause",
    ["who has headed a delegation before", "who has led the talks", "who heads the delegation", "who represents Chad"],
)
def test_who_led_some_time_or_stands_for_a_country_has_no_office_by_it(clause: str) -> None:
    assert {role for role, _, _ in told(f"{LEAD} Ana Rey, {clause}, and others.")} <= {None}
