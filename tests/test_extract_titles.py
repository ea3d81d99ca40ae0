"""Titles in front of a name give way to the office that its holder has."""

import pytest

from communique.extract import extract
from communique.model import Article


def held(said: str) -> dict[str | None, str | None]:
    body = f"The talks in Lima on Monday were attended by {said}."
    return {actor.name: actor.role for actor in extract(Article(title="Talks held", body=body)).actors}


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Deputy Commissioner Zeno Moraz, head of the Criminal Investigation Department",
         "head of the Criminal Investigation Department"),
        ("Judge Zeno Moraz, President of the Audit Chamber", "President of the Audit Chamber"),
        ("Councillor Zeno Moraz, Chairman of the Audit Committee", "Chairman of the Audit Committee"),
        ("Justice Zeno Moraz, President of the Court of Appeal", "President of the Court of Appeal"),
        ("Chief Zeno Moraz, the Minister of Chieftaincy", "Minister of Chieftaincy"),
        ("the Minister of Culture, Fra Zeno Moraz", "Minister of Culture"),
        ("former foreign minister and current Senate president Zeno Moraz", "Senate president"),
        ("the Commander of the Joint Task Force, Zeno Moraz", "Commander of the Joint Task Force"),
        ("ADG Zeno Moraz, Additional Director General of the Coast Guard",
         "Additional Director General of the Coast Guard"),
    ],
)  # fmt: skip
def test_a_title_gives_way_to_the_office(said: str, role: str) -> None:
    assert held(said)["Zeno Moraz"] == role


def test_a_title_alone_is_the_office() -> None:
    found = held("Deputy Commissioner Zeno Moraz and the Minister of Trade, Ana Rey")
    assert found["Zeno Moraz"] == "Deputy Commissioner"


@pytest.mark.parametrize(
    ("clause", "role", "organization"),
    [
        ("who directs the Zeta Institute of Marine Research", "director", "Zeta Institute of Marine Research"),
        ("who runs ZETAR", "head", "ZETAR"),
        ("who heads Zetapress", "head", "Zetapress"),
        ("who directs the Port Authority", "director", "Port Authority"),
    ],
)
def test_who_runs_a_body_that_nobody_knows_is_its_head(clause: str, role: str, organization: str) -> None:
    body = f"The talks in Lima on Monday were attended by Zeno Moraz, {clause}, and by the Minister of Trade, Ana Rey."
    found = {actor.name: actor for actor in extract(Article(title="Talks held", body=body)).actors}
    assert (found["Zeno Moraz"].role, found["Zeno Moraz"].organization) == (role, organization)


@pytest.mark.parametrize("clause", ["who leads on Tuesday", "who runs Peru", "who heads North with them"])
def test_days_countries_and_roads_are_no_bodies(clause: str) -> None:
    body = f"The talks in Lima on Monday were attended by Zeno Moraz, {clause}, and by the Minister of Trade, Ana Rey."
    found = {actor.name: actor for actor in extract(Article(title="Talks held", body=body)).actors}
    assert "Zeno Moraz" not in found or found["Zeno Moraz"].organization is None


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("the person in charge of the fight against smuggling, Zeno Moraz",
         "person in charge of the fight against smuggling"),
        ("the official in charge of visa questions, Zeno Moraz", "official in charge of visa questions"),
        ("the embassy's number two, Zeno Moraz", "number two"),
    ],
)  # fmt: skip
def test_who_is_called_by_his_charge_has_it_for_an_office(said: str, role: str) -> None:
    assert held(said)["Zeno Moraz"] == role
