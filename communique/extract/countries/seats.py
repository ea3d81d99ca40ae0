"""Seats: which offices are held by those sent abroad, and which of them a country has only once.

In: persons with their offices. Out: whether two of them can be of one country.
"""

from communique.extract.offices.alike import matches
from communique.extract.offices.heads import words
from communique.extract.offices.phrases import Office
from communique.extract.people.persons import Person

SENT = frozenset(["ambassador", "envoy", "chargé d'affaires", "high commissioner", "consul", "head of mission"])


def same_seat(one: Person, two: Person) -> bool:
    """Whether both hold an office that a country has once."""
    top = frozenset(["president", "prime minister", "minister", "monarch", "speaker", "secretary"])
    for a in one.offices:
        for b in () if a.former else two.offices:
            if not (a.classes & top and b.classes & top and matches(a, b)) or _lesser(a) or _lesser(b):
                continue
            if not a.classes & b.classes and one.country in words("secretaries"):
                continue  # India's Foreign Secretary sits beside the minister
            if a.classes & b.classes & {"president", "prime minister", "monarch", "speaker"}:
                return True
            if a.portfolio and b.portfolio and (a.portfolio <= b.portfolio or b.portfolio <= a.portfolio):
                return True
            if "foreign" in a.portfolio & b.portfolio or len(a.portfolio & b.portfolio) > 1:
                return True
    return False


def _lesser(office: Office) -> bool:
    """A minister of state or a deputy sits beside a minister in one government."""
    return bool(
        {"state", "deputy", "assistant", "junior", "first", "vice", "joint", "permanent", "principal", "under"}
        & set(office.role.lower().split())
    )
