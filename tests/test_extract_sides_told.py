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
    Side("Uruguay", "Uruguayan", "URY", "Montevideo", "gub.uy", "Diego Ferreira, Lucia Varela, Martin Larrosa"),
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
