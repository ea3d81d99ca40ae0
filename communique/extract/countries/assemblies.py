"""Whom those represent who belong to an international parliament, to an embassy that acts, or to a ministry.

In: a `Reading` and its persons. Out: the same persons; "Ms X (Finland)" of "a delegation of the European Parliament"
stands for the parliament, and so does every MEP; "Ambassador X" stands for the country whose embassy is told, "visited
the Danish Ministry of Health and met Deputy Minister X" for the ministry's.
"""

from communique.extract.countries.seats import SENT
from communique.extract.offices.heads import words
from communique.extract.people.bodies import Named, named_bodies
from communique.extract.people.embassies import embassies
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Body, Reading

_HOUSES = frozenset(["parliament", "parliamentary", "interparliamentary", "inter-parliamentary"])
_LOOSE = frozenset(["union", "association", "forum", "network"])  # of which parliaments are members, not people
_EUROPEAN = "European Parliament"
_SEATS = frozenset([
    "member", "chair", "chairman", "chairwoman", "chairperson", "vice-chair", "vice-president", "rapporteur", "mp",
    "co-rapporteur", "deputy", "president", "leader", "senator", "lawmaker", "legislator", "parliamentarian",
    "delegate",
])  # fmt: skip
_GROUPS = word_class("group") | {"members", "committee", "lawmakers", "rapporteurs", "parliamentarians"}
_VISITED = frozenset(["at", "to", "visited", "outside", "with", "toured"])  # in front of an embassy that is another's
_MINISTERS = frozenset(["minister", "deputy_minister"])
_AWAY = frozenset(["at", "in", "to", "with", "by"])  # in front of a ministry to which others come
_SENTENCES = 12  # in which ministries are looked for
_NEAR = 12  # words beside the parliament's name in which the group stands


def seat_members(reading: Reading, persons: list[Person]) -> None:
    """Gives members of an international parliament that body, and takes the country in brackets from them."""
    groups = [body for body in reading.body.values() if _is_house(body) and _sends(reading, body)]
    for person in persons:
        european = any(office.head.singular == "mep" for office in person.offices)
        before = [body for body in groups if body.i < person.first]
        if not (european or (before and _is_member(reading, person))):
            continue
        house = _EUROPEAN if european else max(before, key=lambda body: body.i).organization.name
        if person.organization not in (None, house):
            continue
        person.organization, person.country, person.settled = house, None, True


def seat_envoys(reading: Reading, persons: list[Person]) -> None:
    """ "The Embassy of Japan in Maputo hosted a reception. Ambassador X said": gives envoys the one embassy told."""
    bare = [p for p in persons if _is_envoy(p) and not p.country and not p.settled]
    told = list(embassies(reading)) if bare else []
    if len({embassy.country for embassy in told}) != 1:
        return
    lower, i = reading.tokens.lower, told[0].i
    visited = not _VISITED.isdisjoint(lower[max(0, i - 2) : i])
    for person in bare if not visited else ():
        if person.first > i:
            person.country = told[0].country


def _is_envoy(person: Person) -> bool:
    """Whether somebody is an ambassador or consul of whom neither country nor post is told."""
    told = any(office.countries or office.posting or office.former for office in person.offices)
    return bool(person.classes) and person.classes <= SENT and not told


def seat_ministers(reading: Reading, persons: list[Person]) -> None:
    """ "The Danish Ministry of Health said that Minister X came": gives bare ministers the ministry named before."""
    lower, sentence, bounds = reading.tokens.lower, reading.tokens.sentence, reading.tokens.bounds
    bare = [person for person in persons if _is_bare_minister(person)]
    bare = [p for p in bare if not words("ministry").isdisjoint(lower[bounds[sentence[p.first]][0] : p.first])]
    told = [named for named in named_bodies(reading, set(), _SENTENCES) if named.ministry] if bare else []
    for person in bare:
        before = [named for named in told if named.i < person.first and sentence[named.i] == sentence[person.first]]
        if before and before[-1].country and not _meets(reading, before[-1], person.first):
            person.country = before[-1].country


def _meets(reading: Reading, ministry: Named, i: int) -> bool:
    """Whether others come to the ministry or deal with it, before the word `i`: "it met Chad's Minister and …"."""
    if not _AWAY.isdisjoint(reading.tokens.lower[max(0, ministry.i - 3) : ministry.i]):
        return True
    between = (reading.geo[k].alpha3 for k in range(ministry.j, i) if k in reading.geo)
    return any(alpha3 != ministry.country for alpha3 in between)


def _is_bare_minister(person: Person) -> bool:
    """Whether somebody is a minister or deputy minister of whom neither field nor country is told."""
    if person.country or person.settled or person.portfolio or not person.offices:
        return False
    told = any(office.countries or office.former or office.organization for office in person.offices)
    return not told and all(office.head.level in _MINISTERS for office in person.offices)


def _is_house(body: Body) -> bool:
    """Whether a body is a parliament of several states."""
    said = set(body.organization.name.lower().split())
    return body.organization.country is None and bool(said & _HOUSES) and not said & _LOOSE


def _sends(reading: Reading, body: Body) -> bool:
    """Whether a group of the parliament's is told: "a delegation from a Committee of the European Parliament"."""
    return not _GROUPS.isdisjoint(reading.tokens.lower[max(0, body.i - _NEAR) : body.j + 3])


def _is_member(reading: Reading, person: Person) -> bool:
    """Whether the country stands in brackets behind the name, and the office is one of a house, if there is any."""
    lower = reading.tokens.lower
    names = [mention.name for mention in person.mentions if mention.name]
    bracketed = any(lower[name.j : name.j + 1] == ["("] and name.j + 1 in reading.geo for name in names)
    seated = all(not _SEATS.isdisjoint(office.role.lower().split()) for office in person.offices)
    return bracketed and seated
