"""Whose an office without a nationality is, told by what its holder does: sentences over six pairs of countries."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from communique.extract.actors import find_actors
from communique.model import Article


class Side(NamedTuple):
    """A country with a publisher of its own and three names of its people."""

    name: str
    adjective: str
    alpha3: str
    capital: str
    publisher: str
    people: str


SIDES = (
    Side("Kenya", "Kenyan", "KEN", "Nairobi", "kbc.co.ke", "Wanjiru Kamau, Peter Otieno, Grace Njoroge"),
    Side("Kazakhstan", "Kazakh", "KAZ", "Astana", "inform.kz", "Yerlan Akhmetov, Aigul Nurlanova, Bolat Serikbayev"),
    Side("Thailand", "Thai", "THA", "Bangkok", "bangkokpost.com", "Somchai Wongsakul, Pranee Srisai, Anan Chaiyasit"),
    Side("Peru", "Peruvian", "PER", "Lima", "gob.pe", "Diego Ferreira, Lucia Varela, Martin Larrosa"),
    Side("Norway", "Norwegian", "NOR", "Oslo", "norwaytoday.info", "Ingrid Solberg, Lars Haugen, Kari Nilsen"),
    Side("Oman", "Omani", "OMN", "Muscat", "omanobserver.om", "Salim Al Harthy, Nasser Al Busaidi, Fatma Al Rashdi"),
)

# H is the host, G the guest; h1 and g1 stand for people, and whose they are is what the test asks
AT_HOME = (
    "Foreign Minister {h0} met {Ga} Foreign Minister {g0} in {Hc} on Monday.",
    "Foreign Minister {h0} on Monday received {g0}, the Ambassador of {G} to {H}.",
    "{Ga} Foreign Minister {g0} arrived in {Hc} on Monday for a two-day visit.",
)
OF_A_HOST = (
    "The meeting was attended by Deputy Minister {h1} and the Ambassador of {G} to {H}, {g1}.",
    "{g} was accompanied by Deputy Minister {g1} and Ambassador {g2}.",
    "The {Ga} delegation included Minister of Trade {g1} and Director General {g2}.",
    "From the {Ga} side, Deputy Minister {g1} took part; from the {Ha} side, Director of the Asia Department {h1}.",
    "The visiting minister later called on Prime Minister {h1}.",
    "He was welcomed at the airport by Deputy Foreign Minister {h1} and the {Ga} Ambassador {g1}.",
    "Also present at the meeting were Minister of Agriculture {h1} and Permanent Secretary {h2}.",
    "The agreement was signed by Trade Minister {h1} and her {Ga} counterpart {g1}.",
    "In his entourage are Finance Minister {g1} and adviser {g2}.",
    "With him came Minister of Energy {g1}.",
    "On his side, {g} had Deputy Minister {g1} and Ambassador {g2}.",
    "For his part, Minister of Education {h1} thanked {G}.",
    "Flanked by Ambassador {g1}, the {Ga} minister inspected a guard of honour.",
    "The delegation that {g} leads comprises Trade Minister {g1} and adviser {g2}.",
    "The {Ga} party was made up of Trade Minister {g1} and adviser {g2}.",
    "{g} was introduced to the delegation of his host, in which were Trade Minister {h1} and Energy Minister {h2}.",
    "Also of the delegation are Minister of Trade {g1} and Senator {g2}.",
    "Members of Parliament {g1} and {g2} were in the {Ga} delegation.",
    "{g} heads a delegation, of which Trade Minister {g1} and Director General {g2} are part.",
    "Trade Minister {g1} and Ambassador {g2} made up the rest of the delegation.",
    "The {Ha} delegation was headed by Deputy Minister {h1}, that of {G} by State Secretary {g1}.",
    "At the head of the {Ha} team was Deputy Minister {h1}, while that of {G} had as its leader State Secretary {g1}.",
    "{g1}, special envoy of the {Ga} President, was at the talks.",
    "{g} was met on arrival by Prime Minister {h1} and by Deputy Minister {h2}.",
    "The guest later met with Prime Minister {h1}, with the Speaker of Parliament, {h2}, and with business people.",
    "Calls took {g} to Prime Minister {h1}, and to Trade Minister {h2}.",
    "Deputy Minister {h1} and Director General {h2} were on the {Ha} side of the table.",
    "It was Deputy Minister {h1} by whom {g} was seen off.",
    "Minister of Agriculture {h1}, whom {g} met as well, spoke of rice.",
    "Others whom {g} saw were Prime Minister {h1} and Home Minister {h2}.",
    "Travelling with {g} are Trade Minister {g1} and Energy Minister {g2}.",
    "Trade Minister {h1} signed for {H} and Energy Minister {g1} for {G}.",
    "Trade Minister {h1} and his {Ga} opposite number, {g1}, put their names to the document.",
    "By Trade Minister {g1}, {G} was represented.",
    "Trade Minister {g1}, who came with {g}, spoke of rice.",
    "Accompanying {g} were Trade Minister {g1}, Energy Minister {g2} and others.",
    "In the party of the guest were Trade Minister {g1} and Energy Minister {g2}.",
    "Trade Minister {g1}, Energy Minister {g2} and further officials accompany the guest.",
    "The guest introduced Trade Minister {g1} and Energy Minister {g2}, who had come with him.",
    "The host introduced Trade Minister {h1} and Energy Minister {h2}.",
    "Trade Minister {h1} and Energy Minister {h2} received the delegation at the airport.",
    "Her host, Trade Minister {h1}, promised help.",
    "Hosting the visitors was Trade Minister {h1}.",
    "On behalf of {G}, Trade Minister {g1} laid a wreath.",
    "Trade Minister {g1} laid a wreath on behalf of {G}.",
    "The {Ha} government was represented by Trade Minister {h1}, the {Ga} one by Energy Minister {g1}.",
    "Representing {G} were Trade Minister {g1} and Energy Minister {g2}.",
)
ABROAD = (
    "Foreign Minister {g0} met {Ha} Foreign Minister {h0} in {Hc} on Monday.",
    "Foreign Minister {g0} arrived in {Hc} on Monday for an official visit to {H}.",
    "The Ambassador of {G} to {H}, {g0}, met with the Minister of Trade {h0} in {Hc} on Monday.",
)
OF_A_GUEST = (
    "{g} was received by Prime Minister {h1}.",
    "In {Hc}, he held talks with Prime Minister {h1}.",
    "{g} is accompanied by Secretary General {g1}.",
    "The meeting was attended by our Ambassador {g1}.",
    "The document was signed by {g} and Minister of Trade {h1}.",
    "At the airport he was welcomed by Deputy Minister {h1}.",
    "He also met Minister of Agriculture {h1} and toured a dairy farm.",
    "Prime Minister {h1} thanked {G} for its support.",
    "The {Ga} delegation includes Minister of Trade {g1}.",
    "Trade Minister {h1} and Home Minister {h2} were others whom {g} met.",
    "Calls took {g} to Prime Minister {h1} and to Trade Minister {h2}.",
    "He was received there by Prime Minister {h1}, and also by Trade Minister {h2}.",
    "{g} also had talks with Prime Minister {h1}; with the Speaker of Parliament, {h2}; and with business people.",
    "With {g} were Trade Minister {g1} and adviser {g2}.",
    "Present from the host country was Trade Minister {h1}.",
    "Trade Minister {h1} saw him off.",
    "He called on Prime Minister {h1}, Speaker {h2} and others.",
    "His host, Trade Minister {h1}, promised help.",
    "{g}, who was met at the airport by Trade Minister {h1}, stays two days.",
    "Trade Minister {h1}, whom he met on Tuesday, promised help.",
    "The Prime Minister, {h1}, and the Speaker of Parliament, {h2}, gave {g} audiences.",
    "An audience was given to {g} by Prime Minister {h1}.",
    "On Tuesday {g} sat down with Trade Minister {h1}, and on Wednesday with Energy Minister {h2}.",
    "In the {Ga} delegation are Trade Minister {g1} and Energy Minister {g2}.",
    "Trade Minister {g1} and Energy Minister {g2} are also on the trip.",
    "He flew in with Trade Minister {g1} and Energy Minister {g2}.",
    "Trade Minister {g1}, of his delegation, spoke of rice.",
    "Prime Minister {h1} told {g} that {H} needs rice.",
    "Prime Minister {h1} told his guest that rice is needed.",
    "{g} handed Prime Minister {h1} a letter.",
    "Prime Minister {h1} hosted a dinner for {g}.",
)


def pages() -> Iterator[tuple[str, str, dict[str, str], str]]:
    """Openings, sentences, what the places in both stand for, and the publisher of the page."""
    for host, guest in zip(SIDES, (*SIDES[1:], SIDES[0]), strict=True):
        said = {"g": guest.people.split(",")[0].split()[-1]}
        for letter, side in (("H", host), ("G", guest)):
            said |= {letter: side.name, f"{letter}a": side.adjective, f"{letter}c": side.capital}
            said |= {f"{letter.lower()}{n}": name for n, name in enumerate(side.people.split(", "))}
        for openings, sentences, publisher in (
            (AT_HOME, OF_A_HOST, host.publisher),
            (ABROAD, OF_A_GUEST, guest.publisher),
        ):
            yield from ((opening, sentence, said, publisher) for opening in openings for sentence in sentences)


@pytest.mark.parametrize("sentence", [*OF_A_HOST, *OF_A_GUEST])
def test_the_words_around_an_office_tell_whose_it_is(sentence: str) -> None:
    wrong = []
    for opening, said_of_all, said, publisher in pages():
        if said_of_all != sentence:
            continue
        body = f"{opening}\n\nThe ministers reviewed the state of trade.\n\n{sentence}".format(**said)
        found, _ = find_actors(Article(title="", body=body, publisher=publisher))
        countries = {actor.name: actor.country for actor in found}
        codes = {side.name: side.alpha3 for side in SIDES}
        for place in ("h1", "h2", "g1", "g2"):
            if f"{{{place}}}" in sentence and countries.get(said[place]) != codes[said[place[0].upper()]]:
                wrong.append((body, said[place], countries.get(said[place])))
    assert not wrong
