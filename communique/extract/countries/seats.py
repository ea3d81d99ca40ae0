"""Which country an office alone speaks for: a diplomat comes from abroad, and a country has one president.

In: a person of whom the text tells no country, the host's country and the other sides. Out: the country that is left.
"""

from functools import cache

from communique.extract.countries.place import accredited_to, country_joined_from
from communique.extract.offices.alike import matches
from communique.extract.offices.heads import words
from communique.extract.offices.phrases import Office
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading
from communique.registry import rows

SENT = frozenset(["ambassador", "envoy", "chargé d'affaires", "high commissioner", "consul", "head of mission"])


@cache
def _monarchies() -> frozenset[str]:
    return frozenset(row["alpha3"] for row in rows("monarchies"))


def by_rank(
    reading: Reading,
    person: Person,
    persons: list[Person],
    host: str | None,
    sides: list[str],
    foreign: str | None,
    abroad: bool,
) -> str | None:
    """The host country, unless the office shows that the person comes from elsewhere.

    Where the page's own people are `abroad`, at the other side's, the diplomats without a nationality are theirs.
    """
    posts = person.posts
    posts.update(filter(None, (accredited_to(reading, mention) for mention in person.mentions)))
    if host in posts:
        return foreign
    if foreign in posts and person.classes <= SENT:
        return host  # posted with the other side
    inner = (o for o in person.offices if not o.posting and o.role.lower().startswith("presidential "))
    if host and any(inner):
        return host  # "the Presidential Envoy in Jalal-Abad region" is no diplomat
    if person.classes <= SENT and person.classes and not person.posts:
        if host and foreign and country_joined_from(reading, person.mentions[0]) == foreign:
            return host  # "the ambassador connected from Asunción": sent there
        return host if abroad else foreign or next(iter(sides), host)
    president = "president" in person.classes and person.organization is None
    double = any(
        other is not person
        and other.country == host
        and other.name
        and not other.organization
        and same_seat(other, person)
        for other in persons
    )
    crowned = bool(person.classes & {"monarch", "crown prince", "prince"}) and host not in _monarchies()
    if crowned and not person.organization and person.classes & {"monarch"}:
        return next((s for s in sides if s in _monarchies()), None)  # a republic has no king
    if crowned and not person.organization and (guest := next((s for s in sides if s in _monarchies()), None)):
        return guest
    if host and (double or (president and host in _monarchies())):
        return _nearest(reading, person, host) or foreign
    return host


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


def _nearest(reading: Reading, person: Person, host: str) -> str | None:
    """The last country named before the person, other than the host."""
    i = person.mentions[0].i
    before = [geo for geo in reading.geo.values() if geo.i < i and geo.alpha3 != host]
    return max(before, key=lambda geo: geo.i).alpha3 if before else None
