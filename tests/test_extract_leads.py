"""Plain leads of news reports: who was there, in which office, for whom; the usual wordings of agencies and "
"ministries."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.evaluation import load_gold
from communique.extract import extract
from communique.extract.actors import find_actors
from communique.model import Article, Page
from communique.page import split

Told = tuple[str | None, str | None, str | None, str | None]


def actors(text: str, title: str = "Officials meet", publisher: str | None = None) -> set[Told]:
    found = find_actors(Article(title=title, body=text, publisher=publisher))[0]
    return {(actor.name, actor.role, actor.country, actor.organization) for actor in found}


def named(text: str, title: str = "Officials meet", publisher: str | None = None) -> set[str | None]:
    return {name for name, *_ in actors(text, title, publisher)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met Peruvian Minister of Defense Luis Sosa and Chief of Defense Gen. Ana Vela.",
         {("Luis Sosa", "Minister of Defense"), ("Ana Vela", "Chief of Defense")}),
        ("Secretary of Trade and Immigration Tama Hale and National Coast Service director Lena Fua attended.",
         {("Tama Hale", "Secretary of Trade and Immigration"), ("Lena Fua", "director")}),
        ("State Secretary for the Aid of Displaced Villagers, Bo Dahl, met President Luis Sosa.",
         {("Bo Dahl", "State Secretary for the Aid of Displaced Villagers")}),
        ("Lina Borg, U.S. Special Representative for Chad's Economic Revival, met Prime Minister Ali Rey.",
         {("Lina Borg", "Special Representative for Chad's Economic Revival")}),
        ("The chair of the Committee on Chad's Accession into the EU, Lina Borg, attended.",
         {("Lina Borg", "chair of the Committee on Chad's Accession into the EU")}),
        ("Federal Minister for the EU and the Constitution Lina Borg welcomed Foreign Minister Bo Dahl.",
         {("Lina Borg", "Federal Minister for the EU and the Constitution")}),
        ("The President of the Confederation, Remo Frey, met President Ali Rey.",
         {("Remo Frey", "President of the Confederation")}),
        ("The Captains Regent, Their Excellencies Ana Valli and Ugo Berti, were received by Minister Ali Rey.",
         {("Ana Valli", "Captain Regent"), ("Ugo Berti", "Captain Regent")}),
        ("The meeting was attended by Head of the President's Administration Azat Safin and Minister Ali Rey.",
         {("Azat Safin", "Head of the President's Administration")}),
        ("The talks were watched by the commander-general of the National Police, Bento Caldas.",
         {("Bento Caldas", "commander-general")}),
        ("Fiji's Permanent Secretary Office of the Prime Minister Dr Jone Vuli met Minister Ali Rey.",
         {("Jone Vuli", "Permanent Secretary Office of the Prime Minister")}),
        ("Present were Bukit Jaya Criminal Investigation Department director Azlan Shah and Bureau of Public Works "
         "director "
         "Bo Dahl.", {("Azlan Shah", "Bukit Jaya Criminal Investigation Department director"),
                       ("Bo Dahl", "Bureau of Public Works director")}),
        ("They met Iain Muir, Scotland's National Clinical Director, there.",
         {("Iain Muir", "National Clinical Director")}),
        ("The governors of Norte de Santander and Táchira, Luis Sosa and Ana Vela, attended.",
         {("Luis Sosa", "governor of Norte de Santander"), ("Ana Vela", "governor of Táchira")}),
        ("The keys were handed to the mayors of Mangaia, Mauke and Atiu – Tama Hale, Hugh Gray and Noa Teio.",
         {("Tama Hale", "mayor of Mangaia"), ("Hugh Gray", "mayor of Mauke"), ("Noa Teio", "mayor of Atiu")}),
        ("Joining them was Governor Reed Olsen of Pohnpei State.", {("Reed Olsen", "Governor of Pohnpei State")}),
        ("The envoy called on Governor Punjab Sardar Salim Haider.", {("Sardar Salim Haider", "Governor Punjab")}),
        ("Raksha Mantri Shri Arun Mehta met Minister Ali Rey.", {("Arun Mehta", "Raksha Mantri")}),
        ("HRH Hereditary Grand Duke Jean met Minister Ali Rey.", {("Jean", "Hereditary Grand Duke")}),
        ("Omar Said, the vice-president and the head of the Atomic Energy Organization of Iran, met Minister Ali Rey.",
         {("Omar Said", "vice-president and head")}),
        ("FOREIGN Affairs Minister Ali Rey and his Australian counterpart Senator Jane Wood have signed.",
         {("Jane Wood", "Foreign Affairs Minister")}),
        ("A group led by Azlan Shah, adviser to House Speaker Wan Noor Hisham, has met Minister Ali Rey.",
         {("Azlan Shah", "adviser to House Speaker")}),
        ("Bo Dahl, Benin's head of state, received envoy Ana Vela. The President had beside him his minister Ali Rey.",
         {("Bo Dahl", "head of state")}),
        ("The Prime Minister and President Virtanen looked forward to meeting again.", {("Virtanen", "President")}),
        ("Tuya E., CEO of Zeta Bank, and Dorj B., minister of foreign affairs, attended the ceremony.",
         {("Tuya E.", "CEO"), ("Dorj B.", "minister of foreign affairs")}),
        ("Minister Hari Bdr. Gurung received Ambassador Md. Rafiq Islam.",
         {("Hari Bdr. Gurung", "Minister"), ("Md. Rafiq Islam", "Ambassador")}),
        ("Executives of the Lima Chamber of Commerce came back. The business executive Bo Dahl was there for the "
         "first time as "
         "the chamber's president. CEO Ana Vela came too.",
         {("Bo Dahl", "president"), ("Ana Vela", "CEO")}),
        ("They attended with Lev Bondar, Major Archbishop of the Ukrainian Greek Catholic Church.",
         {("Lev Bondar", "Major Archbishop")}),
        ("Poland's President Jan Lipa and Lithuania's Rita Nor visited soldiers. The presidents spoke.",
         {("Jan Lipa", "President"), ("Rita Nor", "President")}),
    ],
)  # fmt: skip
def test_the_office_is_read_whole(text: str, told: set[tuple[str, str]]) -> None:
    assert told <= {(name, role) for name, role, *_ in actors(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Inter-American Development Bank and Korea Eximbank agreed. \"It is much,\" said the Bank's vice "
         "president "
         "for countries, Ana Vela, at the summit.",
         ("Ana Vela", "vice president for countries", None, "Inter-American Development Bank")),
        ("The International Monetary Fund team left Accra. The Fund's mission chief, Luc Roy, met Minister Kofi "
         "Asante.",
         ("Luc Roy", "mission chief", None, "International Monetary Fund")),
        ("Luc Roy, Chair of the AU High-Level Panel on Sudan, met Minister Ali Rey.",
         ("Luc Roy", "Chair of the High-Level Panel on Sudan", None, "African Union")),
        ("They met Luc Roy, Head of the OSCE Centre in Ashgabat, there.",
         ("Luc Roy", "Head of the Centre in Ashgabat", None, "Organization for Security and Co-operation in Europe")),
        ("Mr. OTA Kenji, Chief Representative of the JICA Nepal Office, signed with Minister Ali Rey.",
         ("OTA Kenji", "Chief Representative of the Nepal Office", "JPN", "Japan International Cooperation Agency")),
        ("Chairman of the Management Committee of Zetagaz PJSC Oleg Lunin met Minister Ali Rey.",
         ("Oleg Lunin", "Chairman of the Management Committee", None, "Zetagaz PJSC")),
        ("First Deputy Chairman of the state-owned Zeta Bank Oleg Lunin welcomed Russian Minister Ivan Orlov.",
         ("Oleg Lunin", "First Deputy Chairman", "RUS", "Zeta Bank")),
        ("The director of the Cantonal Hospital Zenica, Faris Hodo, signed.",
         ("Faris Hodo", "director", None, "Cantonal Hospital Zenica")),
        ("Marko Kalnins, who heads the joint venture RB Track, briefed Minister Ali Rey.",
         ("Marko Kalnins", "head", None, "RB Track")),
        ("Ana Vela, High Representative of the European Union for Foreign Affairs and Security Policy, spoke.",
         ("Ana Vela", "High Representative of the European Union for Foreign Affairs and Security Policy", None,
          "European Union")),
        ("Rais of the Republic of Tatarstan Azat Safin met Minister Ali Rey.",
         ("Azat Safin", "Rais", "RUS", "Tatarstan")),
        ("Central Macedonia Governor Nikos Ladas met Bulgarian Minister Ana Vela.",
         ("Nikos Ladas", "Central Macedonia Governor", "GRC", None)),
        ("The mayor of Campinas, Brazil, Luis Sosa, signed with Minister Ali Rey.",
         ("Luis Sosa", "mayor of Campinas", "BRA", None)),
        ("Jane Wood, Her Majesty's Ambassador to Kazakhstan, and Kazakh Ambassador Azat Safin watched.",
         ("Jane Wood", "Ambassador to Kazakhstan", "GBR", None)),
        ("Ana Vela, of the UN Development Programme, was there. Minister Ali Rey of Moldova met Bulgaria's Minister "
         "Bo Dahl.",
         ("Ana Vela", None, None, "United Nations Development Programme")),
        ("Minister Ali Rey of Moldova met with Ana Vela from the IMF and Luc Roy from the World Food Programme.",
         ("Luc Roy", None, None, "World Food Programme")),
        ("Finance Minister Ali Rey of Moldova met members of an International Monetary Fund mission headed by Luc Roy.",
         ("Luc Roy", None, None, "International Monetary Fund")),
        ("President Ali Rey received a call from the President of the sister Republic of Kenya Dr. Otieno Were.",
         ("Otieno Were", "President", "KEN", None)),
    ],
)  # fmt: skip
def test_body_and_country_are_told_with_the_office(text: str, told: Told) -> None:
    assert told in actors(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ministers met in Riga. Officials came. Rey, accompanied by MPs Bo Dahl and Ana Vela and Ambassador Luc Roy, "
         "said "
         "the visit of Premier Li Wen last month had opened a new chapter.", {"Bo Dahl", "Ana Vela", "Luc Roy"}),
        ("Ministers met in Riga. Officials came. Rey, who was flanked by Defence Minister Bo Dahl, said the two "
         "countries "
         "are near.", {"Bo Dahl"}),
        ("Ministers met in Riga. The guests, who were accompanied by Germany's Ambassador Ana Vela, were to meet with "
         "President Bo Dahl later.", {"Ana Vela"}),
        ("Finance Minister Ali Rey signed on behalf of the government, while the fund was represented by its CEO, Bo "
         "Dahl.",
         {"Ali Rey", "Bo Dahl"}),
        ("President Ali Rey received a delegation of the Osan City Government led by Vice Mayor Kim Dae-su.",
         {"Kim Dae-su"}),
        ("“We expect growth,” Ali Rey said, adding that Finance Minister Bo Dahl was also present.", {"Bo Dahl"}),
        ("General Ali Rey was conferred the honorary rank by President Bo Dahl at a ceremony.", {"Bo Dahl"}),
        ("Bo Dahl and Ana Vela put their names to it as prime ministers Tek Rai and Arun Mehta looked on.",
         {"Tek Rai", "Arun Mehta"}),
        ("Minister for Trade Ali Rey will visit Nepal from 11 to 14 May. In Kathmandu, he opened his programme today "
         "by "
         "meeting with Minister for Finance Tek Rai.", {"Ali Rey", "Tek Rai"}),
        ("Ministers met in Riga. Officials came. Ali Rey was also received by House Speaker Bo Dahl, said the "
         "ministry.",
         {"Bo Dahl"}),
    ],
)  # fmt: skip
def test_who_was_there(text: str, who: set[str]) -> None:
    assert who <= named(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("President Ali Rey received Bo Dahl, who brought a letter on security in the Lake Chad Basin.", "Chad Basin"),
        ("President Ali Rey congratulated the people on the coming Eid al-Fitr.", "Eid al-Fitr"),
        ("Director General-level talks between Border Guard Chad and Mali began in Delhi.", "General-level"),
        ("Director General of the General Authority for Palestine Refugees Bo Dahl took part.", "Refugees Bo Dahl"),
        ("President Ali Rey visited the Hospital Escuela, whose director, Bo Dahl, showed the ward.", "Escuela"),
        ("At Heydar Aliyev airport he was welcomed by Deputy Minister Bo Dahl.", "Heydar Aliyev"),
        ("President Ali Rey met the guest at Raj Bhavan, where Minister Bo Dahl hosted a dinner.", "Raj Bhavan"),
        ("President Ali Rey told the envoy of the late Father of the Nation, Mwalimu Juma Nyeri, and his love of Chad.",
         "Juma Nyeri"),
        ("Minister Ali Rey met IPU secretary-general Ana Vela. He will welcome the delegates, who will include IPU "
         "president "
         "Bo Dahl.", "Bo Dahl"),
        ("Foreign Minister Ali Rey of Chad met Minister Ana Vela, who came with a message from King Bo Dahl.", "Bo "
         "Dahl"),
        ("Foreign Minister Ali Rey met Minister Ana Vela. She recalled the talks with Bo Dahl, his predecessor.", "Bo "
         "Dahl"),
        ("Prime Minister Ali Rey met Minister Ana Vela. Finance Minister Bo Dahl, who was due, sent an apology.", "Bo "
         "Dahl"),
    ],
)  # fmt: skip
def test_who_was_not_there(text: str, nobody: str) -> None:
    assert nobody not in named(text)


def test_whose_credentials_are_received_are_ambassadors() -> None:
    text = "President Ali Rey received the credentials of Siv Dahl of Norway, Ugo Berti of Italy and Jane Wood of Mali."
    told = actors(text, "President receives credentials of three ambassadors")
    assert {("Siv Dahl", "ambassador", "NOR", None), ("Jane Wood", "ambassador", "MLI", None)} <= told
    assert ("Siv Dahl", None, "NOR", None) in actors(text, "President receives credentials")  # nobody says of whom


def test_envoys_are_posted_to_no_room() -> None:
    text = (
        "President Ali Rey accepted the letters of credence of nine new ambassadors in the White Room of Casa Clara. "
        "They "
        "were Jane Wood (United Kingdom) and Ota Kenji (Japan)."
    )
    assert {("Jane Wood", "ambassador", "GBR", None), ("Ota Kenji", "ambassador", "JPN", None)} <= actors(text)


def test_on_a_ministrys_own_page_the_first_official_is_its_own() -> None:
    text = (
        "The Minister for Foreign Affairs, Bo Dahl, has today met with his Egyptian counterpart Omar Said in Cairo. "
        "The talks "
        "were about aid convoys to Gaza."
    )
    told = actors(text, "Foreign Minister Dahl in Cairo", "um.dk")
    assert ("Bo Dahl", "Minister for Foreign Affairs", "DNK", None) in told


def test_the_ministrys_officer_is_of_the_ministers_country() -> None:
    text = (
        "Minister of Planning Ali Rey met with Lina Borg, Managing Director of the European Bank for Reconstruction "
        "and "
        "Development (EBRD). The meeting was attended by the ministry's Secretary-General, Omar Said."
    )
    assert ("Omar Said", "Secretary-General", "JOR", None) in actors(text, "Minister meets EBRD", "petra.gov.jo")


def test_a_side_told_at_the_begin_of_the_sentence_stands() -> None:
    text = (
        "On the Spanish side were the Ambassador of Spain to Nigeria, Juan Sosa, and the Director General for Africa, "
        "Ana "
        "Vela. The talks went on."
    )
    assert ("Ana Vela", "Director General for Africa", "ESP", None) in actors(text)


def test_a_headline_that_ends_in_a_city_is_no_byline() -> None:
    title = "Borg Meets Iranian Officials in Tehran"
    text = (
        "Foreign Minister Lina Borg held talks with Secretary of the Supreme National Security Council Ali Rey on "
        "Tuesday "
        "and spoke of trade between the two countries, of roads and of the border.\n\nThe two sides agreed to meet "
        "again."
    )
    article = split(Page("x", text=f"{title}\n\n{text}"))
    assert (article.title, article.byline) == (title, None)


def test_what_was_announced_on_a_channel_is_a_paragraph() -> None:
    first = (
        "KYIV. May 31 (Zeta) – The Finance Corporation and JSC Zeta have signed a memorandum on support for the "
        "construction "
        "of the Mosty rail hub."
    )
    second = (
        "The document was signed by Chairman of the Board of Zeta Lev Bondar and Regional Director for Europe Ana "
        "Vela, the "
        "railway operator said on its Telegram channel on Wednesday."
    )
    assert second in split(Page("x", text=f"Bank to advise Zeta on rail hub\n\n{first}\n\n{second}")).body


def test_a_lone_paragraph_is_no_caption() -> None:
    text = (
        "Chad will send 12,000 pilgrims this year under an agreement signed in Jeddah yesterday. Religious Affairs "
        "Adviser "
        "Ali Rey and Saudi Hajj Minister Omar Said inked the deal, according to a ministry handout. Ambassador Bo "
        "Dahl and "
        "Consul General Ana Vela were present."
    )
    article = split(Page("x", text=f"Hajj deal signed with Saudi Arabia\n\n{text}"))
    assert article.body == text
    assert {actor.name for actor in extract(article).actors} >= {"Ali Rey", "Omar Said"}


_LEADS = [page.body for page in load_gold(Path(__file__).parent / "gold" / "leads.jsonl")]


@given(st.sampled_from(_LEADS), st.integers(min_value=1, max_value=120))
@example("AMMAN - The Jordan-EU", 4)
@example("Permanent Secretary Office of the", 5)
@example("Director Royal of", 3)
def test_a_lead_that_breaks_off_anywhere_is_read(lead: str, words: int) -> None:
    find_actors(Article(title="Officials meet", body=" ".join(lead.split(" ")[:words])))
