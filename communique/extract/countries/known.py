"""Whose a known official is: in: the persons of a page. Out: those whom the registry knows by name, with their country.

A name is no proof by itself. It chooses among the countries that the page names, its publisher's included.
"""

from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading
from communique.registry.officials import served


def assign_known(readings: tuple[Reading, ...], persons: list[Person], home: str | None) -> None:
    """Sets the country of each official who is known to have served one of the countries that the page names.

    Args:
        readings: the body and the headline.
        persons: changed in place.
        home: the country of the page's publisher, if known.
    """
    named = {geo.alpha3 for reading in readings for geo in reading.geo.values()}
    named.update(*(found for reading in readings for found in reading.compounds.values()), filter(None, [home]))
    for person in persons:
        if person.country is None and not person.settled and person.name:
            chosen = served(person.name) & named
            if len(chosen) == 1:
                person.country = next(iter(chosen))
