"""Which country an office alone speaks for: a diplomat comes from abroad, and a country has one president.

In: a `Table` and a person of whom the text tells no country. Out: the country that is left.
"""

from functools import cache

from communique.extract.countries.company import joined
from communique.extract.countries.place import accredited_to, capital_in_headline, country_joined_from
from communique.extract.countries.seats import SENT, same_seat
from communique.extract.countries.table import Table
from communique.extract.people.persons import Person
from communique.registry import rows
from communique.registry.monarchies import monarchies

_STAFF = frozenset(["counsellor", "attaché"])
_PREMIERS = frozenset(["prime minister", "pm"])
_CROWNED = frozenset(["monarch", "crown prince", "prince"])


def by_rank(table: Table, person: Person) -> str | None:
    """The host country, unless the office shows that the person comes from elsewhere."""
    host, foreign = table.host, table.foreign
    posts = person.posts
    posts.update(filter(None, (accredited_to(table.reading, mention) for mention in person.mentions)))
    if host in posts:
        return foreign
    if foreign in posts and person.classes <= SENT:
        return host  # posted with the other side
    inner = (o for o in person.offices if not o.posting and o.role.lower().startswith("presidential "))
    if host and any(inner):
        return host  # "the Presidential Envoy in Jalal-Abad region" is no diplomat
    if person.classes <= SENT and person.classes and not person.posts:
        return _sent_by(table, person)
    attache = _is_attache(person) and (person.classes == {"attaché"} or _has_sent(table, foreign))
    if table.host == table.home and foreign and attache:
        return _sent_by(table, person)  # "the Danish Ambassador, accompanied by the First Secretary, X"
    if person.classes & _CROWNED and not person.organization and host not in monarchies():
        guest = next((side for side in table.sides if side in monarchies()), None)
        if guest or "monarch" in person.classes:
            return guest  # a republic has no king
    if host and (_is_taken(table, person) or _is_unknown_in(host, person)):
        abroad = next((c for c in (table.at, capital_in_headline(table.title)) if c not in {None, host}), None)
        return _empty_side(table) or _nearest(table, person) or foreign or abroad
    return host


def _is_attache(person: Person) -> bool:
    """Whether somebody has a rank of embassies' staff alone: "First Secretary", "Political Counsellor", "attaché"."""
    ranked = (o.head.level == "diplomat" and o.head.cls in _STAFF and not o.posting for o in person.offices)
    return bool(person.offices) and all(ranked)


def _has_sent(table: Table, country: str | None) -> bool:
    """Whether the country's ambassador is on the page."""
    return any(other.country == country and other.classes & SENT for other in table.persons)


@cache
def _presidencies() -> frozenset[str]:
    return frozenset(row["alpha3"] for row in rows("presidencies"))


def _is_unknown_in(host: str, person: Person) -> bool:
    """Whether the person heads a state or a government in a way in which the host has nobody."""
    if "president" in person.classes and person.organization is None and host in monarchies():
        return True
    led = any(office.head.singular in _PREMIERS and not office.former for office in person.offices)
    return led and person.organization is None and host in _presidencies()


def _sent_by(table: Table, person: Person) -> str | None:
    """Whose an envoy is: the guest's, but the page's own if he, or all its people, are at the other side's."""
    host, foreign = table.host, table.foreign
    if host and foreign and country_joined_from(table.reading, person.mentions[0]) == foreign:
        return host  # "the ambassador connected from Asunción": sent there
    if host and foreign and "ambassador" in person.classes and _is_beside_envoy(table, person, foreign):
        return host  # "Ambassador X and the Mauritanian Ambassador, Y, attended"
    at = table.visited or next(iter(table.places), None)
    abroad = foreign is not None and table.home is not None and at == foreign
    if abroad:
        return host
    return foreign or next(iter(table.sides), None) or (only_named(table) if host == table.home else None) or host


def _is_beside_envoy(table: Table, person: Person, country: str) -> bool:
    """Whether the country's ambassador is named right beside the person, who is another."""
    envoys = (other for other in table.persons if other.country == country and "ambassador" in other.classes)
    pairs = ((person, other) for other in envoys if other is not person)
    return any(joined(table.reading, *pair) or joined(table.reading, *reversed(pair)) for pair in pairs)


def only_named(table: Table) -> str | None:
    """The only other country that headline and body name, be it as "a Turkish mine", if the event is not there."""
    named = {geo.alpha3 for reading in (table.title, table.reading) for geo in reading.geo.values()} - {table.home}
    return named.pop() if len(named) == 1 and named.isdisjoint([table.visited, *table.places]) else None


def _is_taken(table: Table, person: Person) -> bool:
    """Whether somebody else holds the office in the host country."""
    others = [other for other in table.persons if other is not person and other.country == table.host]
    if any(other.name and not other.organization and same_seat(other, person) for other in others):
        return True
    # of three parties that send a deputy minister each, the host does not send two
    alike = any(
        other.name and other.classes == person.classes and other.portfolio == person.portfolio for other in others
    )
    return alike and bool(person.portfolio) and _empty_side(table) is not None


def _empty_side(table: Table) -> str | None:
    """The only one of several other sides for which nobody stands."""
    empty = set(table.sides) - {person.country for person in table.persons}
    return empty.pop() if len(table.sides) > 1 and len(empty) == 1 else None


def _nearest(table: Table, person: Person) -> str | None:
    """The last country named before the person, other than the host."""
    before = [geo for geo in table.reading.geo.values() if geo.i < person.mentions[0].i and geo.alpha3 != table.host]
    return max(before, key=lambda geo: geo.i).alpha3 if before else None
