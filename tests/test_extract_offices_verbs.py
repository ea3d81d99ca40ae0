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
