"""Offices that stand apart from their holders' names: chosen, owned by a house, told above, or of a list's first."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.offices.phrases import Office, find_offices
from communique.extract.people.mentions import find_mentions
from communique.extract.people.names import find_names
from communique.extract.words.reading import read
from communique.model import Article

Told = tuple[str | None, str | None, str | None]


def told(body: str, title: str = "", publisher: str | None = None) -> set[Told]:
    found = find_actors(Article(title=title, body=body, publisher=publisher))[0]
    return {(actor.name, actor.role, actor.organization) for actor in found}


def _linked(text: str) -> list[tuple[Office, str]]:
    reading = read(text)
    offices = find_offices(reading)
    mentions = find_mentions(reading, offices, find_names(reading, offices))
    return [(m.office, m.name.text) for m in mentions if m.office and m.name]


@pytest.mark.parametrize(
    ("house", "role"),
    [
        ("one of the Assembly's vice-presidents", "vice president of the Assembly"),
        ("one of the Senate's deputy speakers", "deputy speaker of the Senate"),
        ("one of the vice-presidents of the Assembly", "vice president of the Assembly"),
    ],
)
@pytest.mark.parametrize("guest", ["Mauritania's ambassador, Moctar Sidi", "Thai Ambassador Somchai Chai"])
def test_one_of_a_houses_officers_holds_the_office_of_one(house: str, role: str, guest: str) -> None:
    assert ("Jan Bek", role, None) in told(f"Jan Bek, {house}, received {guest} on Monday.")


@pytest.mark.parametrize(
    ("clause", "role", "body"),
    [
        ("who is Deputy General Director of Roscosmos", "Deputy General Director", "Roscosmos"),
        ("currently Director General of the Finnish Food Agency", "Director General", "Finnish Food Agency"),
        ("who is himself Minister for Europe in Finland", "Minister for Europe", None),
    ],
)
def test_the_latter_holds_what_a_clause_tells(clause: str, role: str, body: str | None) -> None:
    text = f"Minister of Trade Ana Lind met Saara Koski on Monday. The latter, {clause}, spoke of exports."
    assert ("Saara Koski", role, body) in told(text)


@pytest.mark.parametrize("chosen", ["was elected", "has been unanimously re-elected", "was duly appointed"])
@pytest.mark.parametrize("before", ["Hon. ", "MP ", ""])
def test_who_is_chosen_holds_the_office(chosen: str, before: str) -> None:
    text = f"{before}Kins Perera {chosen} President of the Friendship Association on Monday, and Hon. Ruwani Silva the "
    found = told(f"{text}Secretary. Slovak Ambassador Ivan Novak attended.", publisher="news.lk")
    assert {("Kins Perera", "President", "Friendship Association"), ("Ruwani Silva", "Secretary", None)} <= found


@pytest.mark.parametrize(
    "text",
    [
        "She met Alberto Calle, ambassador of Spain, and Venezuela's Omar Paredes on Monday.",
        "She met the ambassador of Spain, Alberto Calle, and Venezuela's Omar Paredes on Monday.",
        "She met Spain's ambassador Alberto Calle, Brazil's Ana Lima and Venezuela's Omar Paredes.",
    ],
)
def test_a_list_of_envoys_has_one_office(text: str) -> None:
    assert {("Alberto Calle", "ambassador", None), ("Omar Paredes", "ambassador", None)} <= told(text)


def test_a_president_lends_no_office_to_a_list() -> None:
    assert ("Omar Paredes", "President", None) not in told("He met President Ali Bek and Venezuela's Omar Paredes.")


@pytest.mark.parametrize("verb", ["heads", "hosts", "guards"])
def test_a_verb_that_is_a_noun_as_well_has_a_subject(verb: str) -> None:
    text = f"Ana Rey {verb} the visitors from Spain. The ambassador was accompanied by Jean Bizi, Minister of Ports."
    assert ("Ana Rey", "ambassador", None) in told(text, publisher="newtimes.co.rw")


@pytest.mark.parametrize("office", ["post", "seat", "role", "position"])
@pytest.mark.parametrize("verb", ["holds", "occupies", "fills"])
@pytest.mark.parametrize("place", ["in Lilongwe", "in Malawi", "in the Government of Malawi"])
def test_who_has_the_same_seat_has_the_office(office: str, verb: str, place: str) -> None:
    actors, _ = find_actors(
        Article(title="", body=f"Chief Justice Ama Boateng met Rizine Banda, who {verb} the same {office} {place}.")
    )
    assert [(a.role, a.country) for a in actors if a.name == "Rizine Banda"] == [("Chief Justice", "MWI")]


@pytest.mark.parametrize(
    ("given", "role"),
    [
        ("Executive Director Ben Nangolo of the Ministry of International Relations and Cooperation",
         "Executive Director of the Ministry of International Relations and Cooperation"),
        ("Deputy Executive Director Ben Nangolo of the Ministry of Health and Director Ana Rey of the Archive",
         "Deputy Executive Director of the Ministry of Health"),
    ],
)  # fmt: skip
def test_the_ministry_behind_the_name_is_of_the_office(given: str, role: str) -> None:
    assert ("Ben Nangolo", role, None) in told(f"{given} met the Spanish ambassador, Alberto Calle.")


@pytest.mark.parametrize("head", ["CEO", "managing director", "chief executive officer", "chairman"])
def test_a_firm_with_its_field_in_its_name_is_whole(head: str) -> None:
    text = f"Trade Minister Ana Rey met TNB Energy {head} Ali Hassan and the British High Commissioner Ann Lee."
    assert ("Ali Hassan", head, "TNB Energy") in told(text)


def test_fields_alone_are_no_firm() -> None:
    assert ("Ali Hassan", "CEO", "ICT") not in told("The Omani minister Ana Rey met Energy CEO Ali Hassan.")


def test_letters_stand_for_what_the_text_writes_out() -> None:
    found = told(
        "The Caribbean Broadcasting Union and Ghana's Minister of Communication Kofi Bek signed. "
        "“It will help,” said CBU president Ana Rey on Monday."
    )
    assert ("Ana Rey", "president", "Caribbean Broadcasting Union") in found


def test_letters_that_the_text_does_not_write_out_stand_for_the_known_body() -> None:
    found = told("CBU chairman Ali Bek received Ghana's Minister of Communication Kofi Mensah on Monday.")
    assert ("Ali Bek", "chairman", "Central Bank of Uzbekistan") in found


@pytest.mark.parametrize("front", ["In it, the Hon", "In the letter,", "Later,", "At the quay,"])
def test_the_sentence_behind_an_office_may_open_otherwise(front: str) -> None:
    text = f"The Prime Minister of Fiji sent a letter to Tonga. {front} Sitiveni Bula asked for ships."
    assert ("Sitiveni Bula", "Prime Minister", None) in told(text)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Telephone talk between Foreign Minister Mori and the Minister of Foreign Affairs of Papua New Guinea",
         "Minister of Foreign Affairs"),
        ("Foreign Minister Mori calls PNG's Foreign Minister", "Foreign Minister"),
    ],
)  # fmt: skip
def test_the_headline_tells_the_field_of_a_bare_minister(title: str, role: str) -> None:
    body = "Mr. Taro Mori, Minister for Foreign Affairs, held a telephone talk with Hon. Soroi Kila. "
    found = told(f"{body}Minister Mori expressed congratulations to Minister Kila.", title)
    assert {("Taro Mori", "Minister for Foreign Affairs", None), ("Soroi Kila", role, None)} <= found


def test_the_text_tells_the_field_of_a_minister_better_than_the_headline() -> None:
    body = "The Consul General of Greece, Ana Rey, visited the Minister of Chieftaincy and Religious Affairs. "
    found = told(f"{body}The Minister, Mr. Kofi Bek, heard of it.", "Ghana's Chieftaincy Minister receives consul")
    assert ("Kofi Bek", "Minister of Chieftaincy and Religious Affairs", None) in found


def test_a_plural_leaves_out_the_grouping_of_its_holders() -> None:
    body = "Treasury ministers of the Organisation of African, Caribbean and Pacific States want two seats. "
    found = told(f"{body}Mwigulu Bek (Tanzania) took the chair from Saint Lucia's Wayne Rey.")
    assert {("Mwigulu Bek", "Treasury minister", None), ("Wayne Rey", "Treasury minister", None)} <= found


def test_an_envoy_is_called_by_his_rank_where_it_is_told() -> None:
    text = (
        "The Premier, Ali Bek, received the Netherlands' ambassador here yesterday. The envoy, Jacques Smit, thanked."
    )
    assert ("Jacques Smit", "ambassador", None) in told(text, publisher="dayakdaily.com")


@pytest.mark.parametrize("office", ["acting ACP", "DIG", "SSP", "VCOAS", "Deputy District Attorney"])
def test_letters_of_the_forces_are_offices(office: str) -> None:
    text = f"Seeing them off was {office} Wayne Perera. Venezuelan ambassador Omar Paredes thanked him."
    assert ("Wayne Perera", office, None) in told(text, publisher="newsday.co.tt")


def test_a_charge_goes_on_over_all_its_fields() -> None:
    office = "Assistant Chief of Defence Forces in charge of Operations, Plans, Doctrine and Training"
    found = told(f"{office} Major General Ben Otieno received Ghana's High Commissioner Ama Boateng.")
    assert ("Ben Otieno", office, None) in found


@pytest.mark.parametrize("day", ["on Monday", "on Tuesday"])
def test_a_friendship_group_ends_before_the_day(day: str) -> None:
    text = (
        f"Jonas Kalnas, chairman of the Lithuania-Japan Parliamentary Friendship Group {day} met Ambassador Ono Taro."
    )
    assert {role for name, role, _ in told(text) if name == "Jonas Kalnas"} == {
        "chairman of the Lithuania-Japan Parliamentary Friendship Group"
    }


def test_letters_of_a_body_in_front_of_an_office_stay_capitals() -> None:
    found = told("Malaysia's MITI Trade Director Sara Lim met the British High Commissioner Ann Lee.")
    assert not any(role and role.startswith("Miti") for _, role, _ in found)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("director general", "Port Autonome de Cotonou"),
        ("president", "Instituto Nacional de Deportes"),
        ("president", "Casa de las Américas"),
        ("director", "Agence Nationale de la Météorologie"),
        ("rector", "Universidad Nacional de Asunción"),
        ("chairman", "Banco de Desarrollo"),
        ("managing director", "Compagnie des Bauxites"),
    ],
)
@pytest.mark.parametrize("form", ["Ana Rey, {} of {},", "The {} of the {}, Ana Rey,", "The {} of {} Ana Rey"])
def test_a_bodys_name_in_another_language_is_whole(head: str, body: str, form: str) -> None:
    found = told(f"{form.format(head, body)} met Ghana's Minister of Ports Kofi Mensah on Monday.")
    assert ("Ana Rey", head, body) in found


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("The director of the Centre for Peace", "Centre for Peace"),
        ("The head of Service Ana de Silva", "Service"),
        ("The head of the Office of the President", None),
    ],
)
def test_english_names_of_bodies_end_as_ever(form: str, body: str | None) -> None:
    found = told(f"{form} met Ghana's Minister of Ports Kofi Mensah on Monday.")
    assert body in {organization for _, _, organization in found}


@pytest.mark.parametrize("letters", ["UPEC", "ANTIC", "FENAG"])
@pytest.mark.parametrize("head", ["president", "chairman", "director"])
def test_letters_own_an_office_behind_a_name(letters: str, head: str) -> None:
    found = told(f"Ana Rey, {letters}'s {head}, met Ghana's Minister of Ports Kofi Mensah on Monday.")
    assert ("Ana Rey", head, letters) in found


@pytest.mark.parametrize("clause", ["heading the Valletta team", "leading the works", "representing the museum"])
def test_a_clause_may_stand_between_an_office_and_its_holder(clause: str) -> None:
    text = f"Attending were Ghana's Minister of Culture Kofi Mensah and the curator {clause}, Kenneth Borg."
    assert "curator" in {office.role for office, name in _linked(text) if name == "Kenneth Borg"}


def test_who_is_styled_excellency_holds_the_office_in_front() -> None:
    text = "He met Vicar Bishop Dr. Alexej of Hvosno, the Ambassador of Greece in Belgrade, Her Excellency Ana Rey,"
    assert ("Ana Rey", "Ambassador in Belgrade", None) in told(f"{text} and Ghana's Minister of Ports Kofi Mensah.")


def test_each_of_a_list_of_excellencies_has_the_office_behind() -> None:
    text = "H.E. Ana Rey, Minister of Trade of Chad, H.E. Jan Bek, Ambassador of Mali, and Kofi Mensah met on Monday."
    assert {("Ana Rey", "Minister of Trade", None), ("Jan Bek", "Ambassador", None)} <= told(text)


def test_the_head_of_state_who_receives_letters_is_named_before() -> None:
    text = "Le Mamea Sefo accepted on Tuesday the letters of credence of Spain's Ambassador, Ana Rey. "
    assert ("Le Mamea Sefo", "Head of State", None) in told(f"{text}The Head of State spoke of rugby.")


@pytest.mark.parametrize("rank", ["Captain", "Commodore", "Brigadier", "Colonel", "General", "Major General"])
def test_a_rank_is_the_office_of_who_has_no_other(rank: str) -> None:
    found = told(f"Fiji's Defence Minister Pio Bula received the ship. The army was represented by {rank} Tim Natua.")
    assert ("Tim Natua", rank, None) in found


@pytest.mark.parametrize("rank", ["Captain", "Colonel"])
def test_a_rank_gives_way_to_an_office(rank: str) -> None:
    found = told(f"Fiji's Defence Minister Pio Bula met {rank} Tim Rey, the Australian defence attaché, on Monday.")
    assert ("Tim Rey", "defence attaché", None) in found


@pytest.mark.parametrize("office", ["IG Police", "DIG Police"])
def test_heads_of_the_police_may_be_told_without_of(office: str) -> None:
    found = told(f"Chinese Consul General Zhao Lin met Chief Secretary Zahid Bek and {office} Usman Rey on Monday.")
    assert {("Zahid Bek", "Chief Secretary", None), ("Usman Rey", office, None)} <= found


def test_a_headline_without_a_country_tells_of_an_official_at_home() -> None:
    body = (
        "Petra and Paphos will be sold on a single ticket, Kostas Bek told CNA after talks with Makram Rey in Amman. "
    )
    found = told(
        f"{body}“We are neighbours”, said Rey, who is Jordan's minister of tourism.",
        "Deputy Tourism Minister from Amman: joint packages with Jordan",
        "cna.org.cy",
    )
    assert ("Makram Rey", "minister of tourism", None) in found
    assert ("Kostas Bek", "Deputy Tourism Minister", None) in found


@pytest.mark.parametrize("field", ["trade", "foreign", "interior", "health"])
@pytest.mark.parametrize("clause", ["who heads {}'s {} ministry", "who is at the helm of {}'s {} ministry"])
def test_who_heads_a_ministry_of_one_field_is_its_minister(field: str, clause: str) -> None:
    found = told(f"Kenya's High Commissioner Ann Otieno met Jean Bizi, {clause.format('Rwanda', field)}, on Monday.")
    assert ("Jean Bizi", f"{field} minister", None) in found


@pytest.mark.parametrize(
    "front", ["“We are ready,” {} told reporters.", "Later, {} spoke.", "Speaking there, {} spoke."]
)
def test_the_holders_of_a_plural_may_be_named_behind_other_words(front: str) -> None:
    body = "The energy ministers of Chad and Mali met on Monday. "
    found = told(f"{body}{front.format('Jan Bek')} Ana Rey agreed.")
    assert found == {("Jan Bek", "energy minister", None), ("Ana Rey", "energy minister", None)}


def test_known_holders_of_a_plural_have_the_office_of_their_own_country() -> None:
    body = "The foreign ministers of Turkmenistan and Russia met on Monday. Sergei Lavrov spoke first. Jan Bek agreed."
    actors, _ = find_actors(Article(title="", body=body))
    assert {(a.name, a.country) for a in actors} == {("Sergei Lavrov", "RUS"), ("Jan Bek", "TKM")}


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("Rear Admiral Ana Rey, whose flag flies in Osh as Commander of the Chadian Navy", "Commander of the Navy"),
        ("Ana Rey, attending the ceremony there as Ambassador of Chad", "Ambassador"),
        ("Ana Rey, speaking on Monday as chair of the committee", "chair of the committee"),
        ("Senator Ana Rey, welcoming her as chair of the committee", "Senator"),
        ("its vice chairman, Ana Rey of the Green Party", "vice chairman"),
    ],
)
def test_the_office_in_which_somebody_acts(clause: str, role: str) -> None:
    found = told(f"Peru's Minister Tom Otieno met {clause}, and others.")
    assert [said for name, said, _ in found if name == "Ana Rey"] == [role]
