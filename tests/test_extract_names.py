"""Personal names of many traditions, with honorifics cut off."""

import pytest

from communique.extract.actors import find_actors
from communique.extract.offices.phrases import find_offices
from communique.extract.people.alike import same_name
from communique.extract.people.names import find_names, parts
from communique.extract.words.reading import read
from communique.extract.words.tokens import LONGEST, tokenize
from communique.model import Article


def names(text: str) -> list[str]:
    reading = read(text)
    return [name.text for name in find_names(reading, find_offices(reading))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met President Ukhnaagiin Khürelsükh there.", "Ukhnaagiin Khürelsükh"),
        ("They met President O.Erdenebat there.", "O.Erdenebat"),
        ("They met Minister Awa Keita–Diallo there.", "Awa Keita–Diallo"),
        ("They met the Director, Mr.Awa Keita there.", "Awa Keita"),
        ("They met Dr. S. M. Krishnan there.", "S. M. Krishnan"),
        ("They met Minister Abdullah bin Nasser Al Harbi there.", "Abdullah bin Nasser Al Harbi"),
        ("They met Minister Walid al-Masri there.", "Walid al-Masri"),
        ("They met Minister Sidi Ould Cheikh there.", "Sidi Ould Cheikh"),
        ("They met Minister Hanke van der Berg there.", "Hanke van der Berg"),
        ("They met Minister João dos Santos e Silva there.", "João dos Santos e Silva"),
        ("They met Mr. TANAKA Ichiro there.", "TANAKA Ichiro"),
        ("They met Minister Nguyễn Văn Bình there.", "Nguyễn Văn Bình"),
        ("They met Minister Síle Ní Bhriain there.", "Síle Ní Bhriain"),
        ("They met Secretary Alba R. del Monte there.", "Alba R. del Monte"),
        ("They met President Samir El- Hadi there.", "Samir El- Hadi"),
        ("They met Ambassador Luis Sta. Elena there.", "Luis Sta. Elena"),
        ("They met President Nana Boateng there.", "Nana Boateng"),
        ("They met Lord Amin of Richmond there.", "Amin of Richmond"),
        ("They met Speaker Adan Nur Warsame (Gacan) there. Mr Gacan spoke.", "Adan Nur Warsame (Gacan)"),
        ("They met Vo Duc Dam, the Deputy Prime Minister, there.", "Vo Duc Dam"),
        ("They met President Tommy Remeliik Jr. there.", "Tommy Remeliik Jr."),
        ("They met Colonel-Major Ali Tiendre there.", "Ali Tiendre"),
        ("They met Captain (GN) Kofi Larbi there.", "Kofi Larbi"),
        ("They met The Most Honourable Sir Alvin Bain there.", "Alvin Bain"),
        ("They met Compañera Rosa Mora there.", "Rosa Mora"),
        ("They met the Chief Nurse, Ms Paula Ing there.", "Paula Ing"),
        ("They met the envoy of Oman, Said bin Hilal Al Raw, there.", "Said bin Hilal Al Raw"),
        ("They met Kofi Ansah Esq., the Registrar, there.", "Kofi Ansah"),
        ("They met Representatives Ann Low there.", "Ann Low"),
        ("They met Prime Minister Hari Prasad ‘Bishwas’ there.", "Hari Prasad ‘Bishwas’"),
        ("They met Minister Jón á Lava there.", "Jón á Lava"),
        ("They met Defence Minister Israel Peretz there.", "Israel Peretz"),
        ("They met the Minister of Defence of Peru, Israel Peretz, there.", "Israel Peretz"),
        ("They met Speaker Nurlan Bakyt uulu there.", "Nurlan Bakyt uulu"),
        ("They met Minister Sevda Alim qizi there.", "Sevda Alim qizi"),
        ("They met Defence Minister Goh Eng Lim there.", "Goh Eng Lim"),
        ("They met Minister Sari Sri Lestari there.", "Sari Sri Lestari"),
        ("They met Energy Minister January Mollel there.", "January Mollel"),
        ("They met Trade Minister Ramadan Osman Goc there.", "Ramadan Osman Goc"),
        ("They met the Vice Premier of China, He Lihua, there.", "He Lihua"),
        ("They met his counterpart To Minh there.", "To Minh"),
        ("They met Ambassador Pang In Hyok there.", "Pang In Hyok"),
        ("They met Finance Minister A H M Karim there.", "A H M Karim"),
        ("They met Ambassador Christian Borg there.", "Christian Borg"),
        ("They met Admiral Sir Karl Berg KCB ADC there.", "Karl Berg"),
        ("They met Minister Sione 'Ofa Taufa there.", "Sione 'Ofa Taufa"),
        ("They met the Minister of Trade of Peru, Amina Tunis, there.", "Amina Tunis"),
    ],
)
def test_a_name_of_any_tradition_is_read_whole(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "styled",
    [
        "H.E. Dr. Amina Sow",
        "the Hon. Amina Sow",
        "Senator the Hon. Amina Sow",
        "Lt. Gen. Amina Sow",
        "Rear Admiral Amina Sow",
        "Assoc. Prof. Dr. Amina Sow",
        "Dato' Seri Amina Sow",
        "Colonel (Rtd) Amina Sow",
        "Her Excellency Amina Sow",
        "Sheikha Amina Sow",
    ],
)
def test_honorifics_and_ranks_are_no_part_of_the_name(styled: str) -> None:
    assert names(f"On Monday they received {styled} in the capital.")[-1] == "Amina Sow"


@pytest.mark.parametrize(
    "text",
    [
        "They landed at the Amadou Toure International Airport.",
        "They signed at the Peter Novak Cultural Centre.",
        "The King Faisal Relief Foundation paid for it.",
        "On Monday the Joint Commission met.",
    ],
)
def test_places_and_bodies_called_after_people_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_sentence_ends_behind_a_short_name_but_not_behind_an_initial() -> None:
    assert max(tokenize("He saw Wang Yi. The talks went on.").sentence) == 1
    assert max(tokenize("He saw S. Jaisingh. The talks went on.").sentence) == 1
    assert max(tokenize("He saw Dr. Amina Sow and Zh. Akhmetov there.").sentence) == 0


def test_short_and_long_forms_are_the_same_name() -> None:
    assert same_name("Ahmed bin Salem Al Harbi", "Al Harbi")
    assert same_name("Petra Novakova", "P. Novakova")
    assert same_name("Khalifa bin Salem Al Harbi", "Sheikh Khalifa")
    assert not same_name("Petra Novakova", "Jana Novakova")
    assert parts("Hamed bin Seif al-Masri") == ("hamed", "seif", "masri")


@pytest.mark.parametrize("mark", "'’‘ʻʼ`")
def test_marks_of_a_stop_in_the_throat_are_one(mark: str) -> None:
    assert parts(f"Tu{mark}i{mark}onetoa") == parts("Tuionetoa")


def test_a_sentence_beyond_all_measure_is_read_in_parts() -> None:
    tokens = tokenize("Chad, Mali and " * 2000)
    assert max(j - i for i, j in tokens.bounds) == LONGEST
    assert [k for i, j in tokens.bounds for k in range(i, j)] == list(range(len(tokens)))


@pytest.mark.parametrize(
    "text",
    [
        "The guests boarded HMNZS Te Hoe there.",
        "The seat is that of Solidarity Fund PL there.",
        "They spoke of the PyeongChang Winter Olympics there.",
        "The Jubilee of the island was marked there.",
        "They took Letters of Credence there.",
    ],
)
def test_ships_events_and_parts_of_cities_are_nobody(text: str) -> None:
    assert names(text) == []


def test_a_city_may_be_the_surname_of_one_in_a_list() -> None:
    assert names("The envoys are Jorge Sosa, Irene Riga and Naba Karki.") == ["Jorge Sosa", "Irene Riga", "Naba Karki"]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Duma Boko", "Botswana"),
        ("Germán Cardoso", "Uruguay"),
        ("Sudan Kirati", "Nepal"),
        ("Joshua Law", "Singapore"),
        ("Richard Court", "Australia"),
        ("Kelly Craft", "Canada"),
    ],
)
def test_an_official_who_is_known_keeps_a_name_with_a_country_or_a_noun_in_it(name: str, state: str) -> None:
    for text in (f"The Foreign Minister of {state}, {name}, spoke.", f"{name}, Foreign Minister of {state}, spoke."):
        assert [actor.name for actor in find_actors(Article(title="", body=text))[0]] == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At a fair in Bergen, Norway's fisheries minister, Jon Moe, spoke.", ["Jon Moe"]),
        ("At a fair near Novi Pazar, Foreign Minister Jon Moe spoke.", ["Jon Moe"]),
        ("Minister Jon Moe received the governors of Zvolen, Mae Sot and Agua Negra.", ["Jon Moe"]),
        ("Minister Jon Moe received farmers from Zvolen and Kampong Trach.", ["Jon Moe"]),
        ("Farmers from Zvolen and Kampong Trach met Jon Moe.", ["Jon Moe"]),
        ("A letter from Ewan Reid and Jon Moe was read.", ["Ewan Reid", "Jon Moe"]),
        ("At Novi Pazar, Foreign Minister Jon Moe spoke.", ["Jon Moe"]),
        ("He met representatives of Danfoss, Grupo Rey and Enka.", []),
        ("He met the leaders of Ennahda, Ali Bek and Jon Moe.", ["Ali Bek", "Jon Moe"]),
        ("The heads of Enka and Arise, Ewan Reid and Jon Moe, met.", ["Ewan Reid", "Jon Moe"]),
        ("Jon Moe, on a tour of Sarny, Agua Negra and Mae Sot, spoke.", ["Jon Moe"]),
        ("The firms Danfoss, Yapi Merkezi and Arise took part.", []),
        ("He met Agua Negra residents.", []),
        ("He met Jon Moe and Agua Negra residents.", ["Jon Moe"]),
        ("Talks on the Mae Sot and Agua Negra dams went on.", []),
        ("Lotte Chemical and Jon Moe signed.", ["Jon Moe"]),
        ("The governors of Osh, Ewan Reid, and of Vientiane, Jon Moe, met.", ["Ewan Reid", "Jon Moe"]),
        ("He has confidence in Ewan Reid, Foreign Minister of Fiji.", ["Ewan Reid"]),
    ],
)
def test_a_place_that_nobody_knows_is_no_person_where_the_words_before_say_so(text, found):
    assert [name for name in names(text) if not name.startswith(("Zvolen", "Danfoss", "Ennahda", "Sarny"))] == found


@pytest.mark.parametrize("name", ["Ana de Rey", "Emir Rey", "Ana d'Orey", "Filipe de Melo Rey"])
def test_a_minister_named_behind_a_place_that_opens_the_sentence_has_the_whole_name(name: str) -> None:
    text = f"After Kigoma, Foreign Minister of Fiji {name} flew home."
    assert [actor.name for actor in find_actors(Article(title="", body=text))[0]] == [name]
    text = f"After Kigoma, Fijian Minister of Transport {name} flew home."
    assert [actor.name for actor in find_actors(Article(title="", body=text))[0]] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "American Ambassador Keisha Washington-Bell spoke.",
        "The envoy spoke with Foreign Minister Keisha Washington-Bell of Fiji.",
    ],
)
def test_a_capital_may_be_half_of_a_surname(text: str) -> None:
    assert names(text) == ["Keisha Washington-Bell"]


def test_an_office_in_small_letters_ends_no_name() -> None:
    assert names("The minister received Danfoss chief executive Ewan Reid.") == ["Ewan Reid"]


@pytest.mark.parametrize(
    "text",
    [
        "He came to the province of Son La. Son La has received 310 students.",
        "He is on a visit to Son La. Son La has received 310 students.",
        "He lives in Son La. Son La has received 310 students.",
        "Mae Sot city lies there. The guests thanked Mae Sot.",
    ],
)
def test_what_is_a_place_in_one_sentence_is_nobody_in_another(text: str) -> None:
    assert names(text) == []


def test_who_is_named_with_an_office_is_no_place() -> None:
    assert "Ewan Reid" in names("Minister Ewan Reid spoke. He has confidence in them and in Ewan Reid.")


@pytest.mark.parametrize(
    "text",
    [
        "He met Agua Negra mayor Ewan Reid.",
        "He met Agua Negra Governor Ewan Reid.",
        "He met Agua Negra's governor, Ewan Reid.",
        "He met the Rector of the University of Agua Negra, Ewan Reid.",
        "He met Ewan Reid, MP for Agua Negra, there.",
        "He met the Chairman of the Agua Negra People's Committee Ewan Reid.",
        "He met Chairman of Agua Negra Provincial People's Committee Ewan Reid.",
        "He met Ewan Reid, former mayor of Agua Negra.",
        "On a tour of Agua Negra, Ewan Reid spoke.",
        "Ewan Reid spoke (Agua Negra, May 3).",
        "Ewan Reid spoke in Sarny and Agua Negra.",
        "Farmers from Sarny, Mae Sot and Agua Negra met Ewan Reid.",
        "Mayors from Sarny, Osh and Agua Negra met Ewan Reid.",
        "Ewan Reid met Agua Negra traders.",
    ],
)
def test_a_place_beside_its_officers_or_in_a_list_is_nobody(text: str) -> None:
    first = "Agua Negra" if "tour" in text else "Sarny"
    assert [name for name in names(text) if name != first] == ["Ewan Reid"]


@pytest.mark.parametrize(
    "text",
    [
        "They visited King Saud University and toured Prince Hussein Street.",
        "The ferry MV Princess Ashika sank off the coast.",
        "The exercise saw HMS Prince William sail.",
        "The envoy left, HarbourVision.az learned.",
    ],
)
def test_ships_bases_and_addresses_are_nobody(text: str) -> None:
    assert names(text) == []
