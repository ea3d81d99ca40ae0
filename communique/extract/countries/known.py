"""Whose a known official is.

In: the persons of a page. Out: the same, with the country of those whom the registry knows.

A name is no proof by itself. It chooses among the countries that the page names, its publisher's included. There it
proves more than a guess from the words around, but less than a nationality or a body beside the person's own office.
"""

from collections import Counter
from collections.abc import Sequence

from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading, named_countries
from communique.registry.officials import borne, served

_OF_GOVERNMENTS = frozenset(["minister", "deputy_minister", "head_of_government", "deputy_head"])
_RARE = 3  # countries in which officials bear a family name that tells something by itself


def assign_known(readings: Sequence[Reading], persons: list[Person], home: str | None) -> None:
    """Sets the country of each official who is known to have served one of the countries that the page names.

    Args:
        readings: the body and the headline.
        persons: changed in place.
        home: the country of the page's publisher, if known.
    """
    named = named_countries(*readings).union(filter(None, [home]))
    for person in persons:
        if chosen := _chosen(person, named):
            person.country, person.settled = chosen, False


def home_of_known(readings: Sequence[Reading], persons: list[Person]) -> str | None:
    """The page's own country, which it leaves out, by those of its officials who are known.

    It is that of officials to whom the page gives none, nor to anybody of theirs named before. If there are none it is
    one that the page does not name, of which it knows two.

    Args:
        readings: the body and the headline.
        persons: who is told, before `assign_known`.
    """
    unsaid, told, unnamed = set[str](), set[str | None](), Counter[str]()
    named = named_countries(*readings)
    for person in sorted(persons, key=lambda person: person.first):
        chosen = _chosen(person, named)
        if person.country is None and person.offices:
            known = _known(person)
            if chosen and chosen not in told:
                unsaid.add(chosen)
            elif len(known) == 1 and not known & named:
                unnamed.update(known)
        told.add(chosen or person.country)
    found = unsaid or {country for country, count in unnamed.items() if count > 1}
    return next(iter(found)) if len(found) == 1 else None


def _chosen(person: Person, named: set[str]) -> str | None:
    """The one of the named countries that somebody has served of whom the page tells another, or none."""
    known = _known(person)
    chosen = known & named
    return next(iter(chosen)) if len(chosen) == 1 and person.country not in known else None


def _known(person: Person) -> frozenset[str]:
    """The countries that officials of the name have served; none if what stands beside the name is a better proof."""
    if person.name is None or not _is_open(person):
        return frozenset()
    known = served(person.name)
    if not known and person.country is None and person.offices:
        known = borne(person.name)  # "President Macri"
        known = known if len(known) <= _RARE else frozenset()
    return known


def _is_open(person: Person) -> bool:
    """Whether the text beside the person speaks neither for a country nor for a body that is of none."""
    if person.settled:  # "The host was X", of whom no office is told; "Minister of Finance and World Bank Governor X"
        stranger = person.organization is None and not person.offices
        return stranger or any(office.head.level in _OF_GOVERNMENTS for office in person.offices)
    return person.country is None or not any(person.country in office.countries for office in person.offices)
