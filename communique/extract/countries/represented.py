"""What the body that somebody represents says of the country: none, its own, or that of its city.

In: persons with their organisations. Out: the same persons; `settled` where nothing more is to be said of a country.
"""

from bisect import bisect_left

from communique.extract.offices.heads import skip_the, words
from communique.extract.offices.phrases import Office
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.registry.cities import city_country
from communique.registry.organizations import find_organizations
from communique.registry.publishers import agency_names

_BUSINESS = word_class("business")
_PRIVATE = frozenset(["foundation", "ngo", "start-up", "startup", "non-governmental", "nongovernmental", "charity"])
_UNION = "European Union"
_QUARTERS = frozenset(["west", "western", "east", "eastern", "north", "south", "southern", "central", "southeast"])
_OF_GOVERNMENTS = frozenset(["minister", "deputy_minister", "head_of_government"])  # and of the forum they chair
_OF_HOUSES = frozenset(["international", "agency", "spokesperson", "senior_official"])


def assign_bodies(persons: list[Person], house: str | None) -> None:
    """On the site of an international organisation, officials of a body that is not named are its own."""
    for person in persons if house else ():
        bare = person.country is None and person.organization is None
        if (
            bare
            and person.offices
            and all(o.head.body != "state" and o.head.level in _OF_HOUSES for o in person.offices)
        ):
            person.organization = house


def _of_firms(office: Office) -> bool:
    return office.head.level == "business" or office.head.singular == "chief executive"


def _is_private(reading: Reading, person: Person) -> bool:
    """Whether the sentence calls the body non-governmental or a start-up."""
    begin, end = reading.tokens.bounds[reading.tokens.sentence[person.first]]
    return not _PRIVATE.isdisjoint(reading.tokens.lower[begin:end])


def _supranational(body: str) -> bool:
    """Whether the body's name opens with a part of the world: "International Agency", "West African Power Pool"."""
    first, second = [*body.lower().replace("-", " ").split(), ""][:2]
    inner = first in _QUARTERS and second in word_class("supranational") | {"africa", "asia", "america", "american"}
    return inner or first in word_class("supranational")


def _owner(reading: Reading, body: str) -> str | None:
    """The country behind the body's name somewhere in the text: "Roads Board (RB) of Ghana"."""
    tokens = reading.tokens
    at = tokens.text.find(body)
    k = bisect_left(tokens.start, at + len(body)) if at >= 0 else len(tokens)
    k += 3 if tokens.lower[k : k + 1] == ["("] and tokens.lower[k + 2 : k + 3] == [")"] else 0
    if tokens.lower[k : k + 1] != ["of"]:
        return None
    geo = reading.geo.get(skip_the(tokens.lower, k + 1))
    return geo.alpha3 if geo else None


def share_bodies(reading: Reading, persons: list[Person]) -> None:
    """Gives "his deputy X" the body of the official named before, where that one represents a body."""
    tokens = reading.tokens
    for person in persons:
        if not any(o.core and tokens.lower[o.core - 1] in {"his", "her"} for o in person.offices):
            continue
        before = [(m.i, p) for p in persons if p is not person for m in p.mentions if m.i < person.first]
        owner = max(before, key=lambda pair: pair[0])[1] if before else None
        if owner and owner.organization and owner.country is None and person.country is None:
            person.organization, person.settled = owner.organization, owner.settled


def by_body(reading: Reading, person: Person, bodies: dict[str, str | None]) -> None:
    """A body of the registry decides; a firm's people represent no country, other national bodies their own."""
    body = person.organization
    acronym = next((a for a, meaning in reading.definitions.items() if meaning == body), None)
    if body not in bodies and acronym and (known := find_organizations(acronym)):
        bodies = {**bodies, body or "": known[0].value.country}  # spelt in another way than in the registry
    if body is None:
        business = any(set(o.role.lower().split()) & _BUSINESS for o in person.offices if o.head.body == "body")
        person.settled = business and person.country is None
        return
    if body == _UNION:
        person.settled = True
    elif body in bodies:
        person.country = person.country or bodies[body]
        person.settled = not any(
            o.head.body == "state" and (o.organization is None or o.head.level in _OF_GOVERNMENTS)
            for o in person.offices
        )
    elif person.country is None and (inner := find_organizations(body)):
        person.country = inner[-1].value.country
        person.settled = person.country is None  # "Office for Africa of the FAO"
    elif person.country is None and (owner := _owner(reading, body)):
        person.country = owner
    elif _supranational(body):
        person.settled = True  # "International Agency for …"
    elif person.country is None and body in agency_names():
        person.country = agency_names()[body]
    elif person.country is None:
        named = set(body.lower().split())
        public = bool(named & word_class("public")) and not any(_of_firms(o) for o in person.offices)
        public = public or bool(named & {"national", "state", "state-owned"})
        private = not public and (named & (_BUSINESS | _PRIVATE) or any(_of_firms(o) for o in person.offices))
        private = private or (not public and _is_private(reading, person))
        city = city_country(body.split()[0]) if " " in body else None
        if city:
            person.country = city  # "Bologna Chamber of Commerce"
            return
        private = private or (
            " " not in body
            and not (body.isupper() and len(body) > 2)  # acronyms are as often the state's
            and body.lower() not in words("body")
            and all(o.head.body == "body" for o in person.offices)
        )
        person.settled = bool(private)
