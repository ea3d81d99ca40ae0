"""Who takes part though a word beside the name, or in it, could mean something else."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.people.alike import same_name
from communique.model import Article

LEAD = "Fiji's Trade Minister Ratu Vula received the Tongan Ambassador, Sione Taufa, in Suva on Friday. "


def people(text: str, lead: str = "") -> dict[str | None, tuple[str | None, str | None]]:
    found = find_actors(Article(title="", body=lead + text))[0]
    return {a.name: (a.role, a.country) for a in found if lead == "" or a.name not in {"Ratu Vula", "Sione Taufa"}}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mere Tokalau heads the guests' side.", "Mere Tokalau"),
        ("Kofi Reid heads their team.", "Kofi Reid"),
        ("Luis Vega tours the port today.", "Luis Vega"),
        ("Ana Reid greets the guests.", "Ana Reid"),
        ("Joan Waters, the state-owned mill's agent, led the visitors.", "Joan Waters"),
        ("Jason Mines signed for the mill.", "Jason Mines"),
        ("Orhan Tatar thanked them.", "Orhan Tatar"),
        ("Kofi Malian joined them.", "Kofi Malian"),
        ("They met with Mr. Miguel Vega y More.", "Miguel Vega y More"),
        ("Dr. Ir. Hedy Tokalau thanked them.", "Hedy Tokalau"),
        ("Seeing them off was acting ACP Wayne Vega.", "Wayne Vega"),
        ("DSP Joan Reid spoke.", "Joan Reid"),
        ("Member Ana Reid regretted that teachers had left.", "Ana Reid"),
        ("Governor Tom Vega of Lau, whose coast competes for the plant, spoke.", "Tom Vega"),
        ("Interpreting was Yuki Mori.", "Yuki Mori"),
        ("Rounding out the Tongan team were Hana Roth and Kira Bell.", "Hana Roth"),
        ("Lending a hand was Petra Lang of the port.", "Petra Lang"),
        ("Milan Kos spoke for the growers, Vera Novak for the mills.", "Vera Novak"),
        ("It fell to Ivan Petrov to thank the guests.", "Ivan Petrov"),
        ("Daw Than Than Swe attended.", "Than Than Swe"),
        ("The pair then called at the office of Attorney General Ivan Petrov.", "Ivan Petrov"),
        ("For Tonga it was Director Tom Reid, flown in from Apia the day before.", "Tom Reid"),
        ("Director Tom Reid, appointed last month, was at the table.", "Tom Reid"),
    ],
)
def test_a_person_told_by_what_could_be_a_thing_is_there(text: str, name: str) -> None:
    assert name in people(text, LEAD)


@pytest.mark.parametrize(
    "text",
    [
        "Mae Sot residents thanked them.",
        "Missing was Luis Vega.",
        "A call with Samoa's Ana Reid is expected later this week.",
        "A visit by Samoa's Vera Novak is planned.",
        "Governor Tom Vega of Lau, whose coast competes for the plant, was not invited.",
        "Governor Tom Vega of Lau, who is now under house arrest, had signed.",
        "Building the dam was Tom Reid's idea.",
        "Taufa handed Vula a letter from Samoan Foreign Minister Hana Roth.",
        "Health Minister Kira Bell was not at the talks.",
        "Vula is a cousin of Finance Minister Paul Okoro.",
        "Asked about Samoan Health Minister Omar Bell's remarks, Vula shrugged.",
        "Deputy Minister Kofi Ansah's wife sang.",
        "The ministers will travel to Luang Namtha.",
        "They flew on, proceeding to Luang Namtha.",
        "Vula had kind words for Samoan High Commissioner Joan Reid.",
        "Vula hailed Samoan High Commissioner Joan Reid.",
        "They ate. Ties were resumed in March, when Samoan Foreign Minister Ana Reid saw King Luis Vega.",
        "The embassy voiced its displeasure after Samoan Treasurer Luis Vega blocked the sale.",
    ],
)
def test_who_is_only_spoken_of_is_not(text: str) -> None:
    assert people(text, LEAD) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The talks were attended by Bishop Alexej of Hvosno, a deacon and others.", "Alexej of Hvosno"),
        ("The Minister met Metropolitan Filip of Osh, chairman of the synod.", "Filip of Osh"),
        ("The Minister met Archbishop Simon of Lund.", "Simon of Lund"),
        ("The Minister met Archbishop Simon Reid of Lund.", "Simon Reid"),
    ],
)
def test_a_bishop_is_called_by_his_see(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (
            "Ratu Vula is now formally Fiji's High Commissioner to Tonga, having presented his letters yesterday.",
            "Ratu Vula",
            ("High Commissioner to Tonga", "FJI"),
        ),
        (
            "Ratu Vula has since Monday been Fiji's High Commissioner to Tonga. King Luis Vega accepted his letter.",
            "Ratu Vula",
            ("High Commissioner to Tonga", "FJI"),
        ),
        ("Ratu Vula has become Fiji's ambassador to Tonga.", "Ratu Vula", ("ambassador to Tonga", "FJI")),
        (
            "Ratu Vula, the former envoy for ocean affairs who is to take over as ambassador in Apia, said Fiji would.",
            "Ratu Vula",
            ("ambassador in Apia", None),
        ),
        (
            "Opposition MP Mere Vula has said that Tonga should pay for the damage to boats.",
            "Mere Vula",
            ("Opposition MP", None),
        ),
    ],
)
def test_whose_news_a_report_is_takes_part(text: str, name: str, told: tuple[str, str | None]) -> None:
    role, country = people(text)[name]
    assert role == told[0]
    assert told[1] in (None, country)


def test_the_opposition_behind_the_news_only_comments() -> None:
    assert people("Opposition MP Mere Reid has said that Tonga should pay.", LEAD) == {}


@pytest.mark.parametrize(
    "text",
    [
        "President Kofi Boateng has sent condolences to Fiji. His letter of Monday to Ratu Vula offers tents.",
        "President Kofi Boateng has sent condolences to Fiji. In a telegram to Ratu Vula, he offered tents.",
        "President Kofi Boateng of Ghana conveyed the condolences of the Ghanaian people to Prime Minister Ratu Vula.",
        "President Kofi Boateng conveyed the congratulations of the Government and people of Ghana to Mr. Ratu Vula, "
        "Prime Minister of Fiji.",
    ],
)
def test_a_letter_has_an_addressee(text: str) -> None:
    assert "Ratu Vula" in people(text)


def test_greetings_passed_on_make_none() -> None:
    assert people("He conveyed the greetings of the people of Tonga to Samoan President Ana Reid.", LEAD) == {}


def test_a_father_is_not_his_son() -> None:
    assert not same_name("Salman bin Ali Al Badr", "Fahd bin Salman bin Ali Al Badr")
    assert not same_name("Khalid bin Sultan bin Omar", "Sultan bin Omar")
    assert same_name("Fahd bin Salman Al Badr", "Fahd Al Badr")
    sent = "King Salman bin Ali Al Badr sent a cable to President Ana Reid of Samoa. "
    sent += "His Royal Highness Prince Fahd bin Salman bin Ali Al Badr, Crown Prince, sent a similar cable."
    assert {"Salman bin Ali Al Badr", "Fahd bin Salman bin Ali Al Badr"} <= people(sent).keys()


def test_whose_head_is_told_by_letters_a_body_does_not_act_itself() -> None:
    text = "The Crop Product Assurance Agency (BPJPH) and the Tonga Fish Federation have inked an agreement. "
    text += '"Exporters need it," BPJPH Head Ana Reid remarked.'
    found = find_actors(Article(title="", body=text))[0]
    assert "Crop Product Assurance Agency" not in {a.name for a in found if a.type == "organization"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Japan has handed over two boats to Fiji. The Suva Training Agency paid for the course.",
            "Suva Training Agency",
        ),
        ("The World Food Programme began handing out rice given by Korea on Sunday.", "World Food Programme"),
        (
            "Japan has handed over two boats to Fiji. The Oslo Reef Institute is training the crews.",
            "Oslo Reef Institute",
        ),
        ("Japan has handed over two boats to Fiji. Turkish Fish Bank officials joined online.", "Turkish Fish Bank"),
        ("The Oslo Reef Institute vaccinated 300 herds in Chad.", "Oslo Reef Institute"),
    ],
)
def test_a_body_that_helps_by_a_deed_of_any_kind_acts(text: str, body: str) -> None:
    found = find_actors(Article(title="", body=text))[0]
    assert body in {a.name for a in found if a.type == "organization"}


def test_what_is_told_of_in_a_clause_is_no_deed() -> None:
    text = LEAD + "He will come to the fair which the Oslo Reef Council is organising in May."
    assert {a.type for a in find_actors(Article(title="", body=text))[0]} == {"person"}


def test_plans_and_doctrine_are_fields_of_an_office_and_nobodys_name() -> None:
    office = "Assistant Chief of Defence Forces in charge of Operations, Plans, Doctrine and Training"
    assert people(f"{office} Major General Tom Reid briefed the team.", LEAD)["Tom Reid"][0] == office
