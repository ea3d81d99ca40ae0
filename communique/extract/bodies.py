"""Bodies that act as such: agencies, chambers, firms and foundations with nobody named for them.

In: the readings of headline and body, the persons found, the names. Out: `Actor`s of type organization.
"""

from communique.extract.names import Name
from communique.extract.persons import Person
from communique.extract.reading import Reading
from communique.model import Actor


def acting_bodies(
    title: Reading, body: Reading, persons: list[Person], names: list[Name], home: str | None
) -> list[Actor]:
    """The bodies that take part themselves."""
    return []
