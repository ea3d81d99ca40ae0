"""What the body that somebody represents says of the country: none, its own, or that of its city.

In: persons with their organisations. Out: the same persons; `settled` where nothing more is to be said of a country.
"""

import re
from bisect import bisect_left
from itertools import pairwise

from communique.extract.countries.acronyms import explained, is_acronym, written_out
from communique.extract.countries.owned import body_of_team
from communique.extract.countries.place import country_at
from communique.extract.countries.serving import UNION
from communique.extract.offices.antecedents import earlier_body
from communique.extract.offices.heads import skip_the, words
from communique.extract.offices.phrases import Office
from communique.extract.people.bodies import city_of
from communique.extract.people.mentions import Mention
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading, sovereign
from communique.registry.countries import countries, find_countries
from communique.registry.organizations import find_organizations
from communique.registry.publishers import agency_names

_BUSINESS = word_class("business")
_PRIVATE = frozenset(["foundation", "ngo", "start-up", "startup", "non-governmental", "nongovernmental", "charity"])
_OF_MEMBERS = frozenset(["alumni", "forum", "club"])  # bodies of their members alone, whoever's name they bear
_OF_FIRMS = frozenset(["board member", "regional vice president", "country manager", "regional manager"])
_OF_MANAGERS = frozenset([
    "vice president", "vice-president", "senior vice president", "executive vice president", "managing director",
    "chief executive", "chief executive officer", "general manager", "regional manager", "sales director",
    "regional director", "country manager",
])  # fmt: skip
_ALONE = frozenset(["curator", "co-curator", "conductor", "choreographer"])  # who stand for their work
_LED = frozenset([("led", "by"), ("headed", "by")])
_MINISTRIES = frozenset(["ministry", "minister", "ministers", "department"])
_TAIL = 3  # words of a body's name that the office has left out
_HYPHENS = re.compile("[-‑–—/]")
_QUARTERS = frozenset(["west", "western", "east", "eastern", "north", "south", "southern", "central", "southeast"])
_OF_GOVERNMENTS = frozenset(["minister", "deputy_minister", "head_of_government"])  # and of the forum they chair


def assign_regions(reading: Reading, persons: list[Person], publisher: str | None) -> None:
    """Says which part of a state officials represent: that told beside the name, or the territory that publishes.

    Args:
        reading: the body.
        persons: changed in place: "X of Greenland", or on Gibraltar's own page its Chief Minister.
        publisher: the country or territory of the page's publisher, if known.
    """
    state = sovereign(publisher)
    territory = countries()[publisher].name if publisher and publisher != state else None
    for person in persons:
        if person.organization is None and person.offices and all(o.head.body == "state" for o in person.offices):
            told = [mention for mention in person.mentions if mention.country]
            if told:
                person.organization = next(filter(None, (_region_beside(reading, mention) for mention in told)), None)
            elif person.country == state and not any(office.countries for office in person.offices):
                person.organization = territory


def _region_beside(reading: Reading, mention: Mention) -> str | None:
    """The region of "X of the Faroe Islands", "Greenland's X"."""
    j = mention.j + (reading.tokens.lower[mention.j : mention.j + 1] in (["of"], ["from"], ["("], [","]))
    behind = reading.geo.get(j) or reading.geo.get(skip_the(reading.tokens.lower, j))
    before = reading.geo_to.get(mention.i) or reading.geo_to.get(mention.i - 1)
    return next((geo.region for geo in (behind, before) if geo and geo.region and geo.alpha3 == mention.country), None)


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


def _firm_before(reading: Reading, person: Person) -> str | None:
    """The firm of "SpaceX vice president Ana Roe", "Huawei Kenya managing director Li Wu": no word of a state's."""
    tokens = reading.tokens
    for office in person.offices:
        i = office.core
        if office.role.lower() not in _OF_MANAGERS:
            continue
        first = reading.geo_to[i].i if i in reading.geo_to else i
        k = first - 1
        named = k > tokens.bounds[tokens.sentence[i]][0] and tokens.cap[k] and k not in reading.taken
        if named and tokens.word[k].isalpha() and tokens.lower[k] not in word_class("openers") | words("portfolio"):
            return tokens.span(k, i)
    return None


def _nation_of(body: str) -> str | None:
    """The country with which the body's name begins: "Emirati Water Corporation"."""
    found = [place for place in find_countries(body) if place.start == 0 and place.value.form != "capital"]
    return sovereign(found[0].value.alpha3) if found and body[found[0].end :].startswith(" ") else None


def _owner(reading: Reading, body: str) -> str | None:
    """The country told with the body's name in the text: "Roads Board (RB) of Ghana", "Mali's utility EDM"."""
    tokens = reading.tokens
    at = tokens.text.find(body)
    i = first = bisect_left(tokens.start, at) if at >= 0 else 0
    while i > 0 and not tokens.cap[i - 1] and tokens.lower[i - 1] in words("firm", "body", "portfolio"):
        i -= 1
    named = reading.geo_to.get(i) or (reading.geo_to.get(i - 1) if tokens.lower[i - 1 : i] == ["'s"] else None)
    if i < first and named and (named.form == "demonym" or named.j < i):
        return named.alpha3
    k = bisect_left(tokens.start, at + len(body)) if at >= 0 else len(tokens)
    k += 3 if tokens.lower[k : k + 1] == ["("] and tokens.lower[k + 2 : k + 3] == [")"] else 0
    seat = k
    while seat < min(k + _TAIL, len(tokens)) and (tokens.cap[seat] or tokens.lower[seat] == "and"):
        seat += 1  # "General Organization for Radio" and TV in Damascus
    for at, word in ((k, "of"), (seat, "in")):
        if tokens.lower[at : at + 1] == [word]:
            return country_at(reading, skip_the(tokens.lower, at + 1))
    return None


def share_bodies(reading: Reading, persons: list[Person]) -> None:
    """Gives "his deputy X" the body of the official named before, and who leads a body's delegation that body."""
    lower = reading.tokens.lower
    for person in persons:
        if person.organization:
            continue
        if not person.country and any(o.core and lower[o.core - 1] in {"his", "her"} for o in person.offices):
            before = [(m.i, p) for p in persons if p is not person for m in p.mentions if m.i < person.first]
            owner = max(before, key=lambda pair: pair[0])[1] if before else None
            if owner and owner.organization and owner.country is None:
                person.organization, person.settled = owner.organization, owner.settled
        elif not any(o.head.body == "state" for o in person.offices):
            _lead_team(reading, person)


def _lead_team(reading: Reading, person: Person) -> None:
    """Gives "X, who heads a delegation of the Chad Ports Authority" that body."""
    lower, i = reading.tokens.lower, person.mentions[0].i
    led = not _LED.isdisjoint(pairwise(lower[max(0, i - 4) : i])) or lower[i - 1] == "under"
    name, country = (body_of_team(reading, person.mentions[0]) if led else None) or (None, None)
    if name and person.country in (None, country):
        person.organization, person.country = name, country
    person.settled = name is not None and person.country is None


def by_body(reading: Reading, person: Person, bodies: dict[str, str | None]) -> None:
    """A body of the registry decides; a firm's people represent no country, other national bodies their own."""
    if person.organization and person.organization.lower() in words("body"):  # "the Bank's country manager, X"
        noun = person.organization.lower()
        person.organization = earlier_body(reading, person.first, noun) or person.organization
    body = person.organization
    acronym = next((a for a, meaning in reading.definitions.items() if meaning == body), None)
    if body not in bodies and acronym and (known := find_organizations(acronym)):
        bodies = {**bodies, body or "": known[0].value.country}  # spelt in another way than in the registry
    if body is None:
        _by_office(reading, person)
    elif body == UNION:
        person.settled = True
    elif body in bodies:
        person.country = person.country or bodies[body]
        person.settled = not any(map(_is_of_state, person.offices))
    elif person.country is None:
        _by_name(reading, person, body)
    else:
        person.settled = person.settled or _supranational(body)


def _is_of_state(office: Office) -> bool:
    return office.head.body == "state" and (office.organization is None or office.head.level in _OF_GOVERNMENTS)


def _by_office(reading: Reading, person: Person) -> None:
    """Business people and heads of a firm named in front of the office represent no country."""
    own = _BUSINESS | _ALONE
    business = any(set(o.role.lower().split()) & own for o in person.offices if o.head.body == "body")
    business = business or any(o.role.lower() in _OF_FIRMS for o in person.offices)
    person.settled = business and person.country is None
    if person.country is None and not person.settled:
        _by_letters(reading, person)
    if firm := _firm_before(reading, person):
        person.organization, person.country, person.settled = firm, None, True


def _by_letters(reading: Reading, person: Person) -> None:
    """ "HSC President X", where the text writes out what the letters stand for."""
    called = [office.role.partition(" ") for office in person.offices]
    letters = {first for first, _, office in called if office and is_acronym(first)}
    meant = written_out(reading, letters.pop()) if len(letters) == 1 else None
    if meant and meant[1]:
        of_government = not _MINISTRIES.isdisjoint(meant[0].lower().split())  # "DFA spokesperson"
        person.organization, person.country = None if of_government else meant[0], meant[1]


def _by_name(reading: Reading, person: Person, body: str) -> None:
    """What the name of a body that no registry has tells: a body within, its state or city, or that it is private."""
    if _of_two(body):
        return  # "Polish–Chilean Group": each of the two has one
    if not _OF_MEMBERS.isdisjoint(body.lower().split()):
        person.settled = True
    elif is_acronym(body) and (meant := written_out(reading, body)) and (meant[1] or _supranational(meant[0])):
        person.organization, person.country = meant
        person.settled = person.country is None  # "CBU, the Caribbean Broadcasting Union"
    elif not is_acronym(body) and (inner := find_organizations(body)):  # letters are another's here
        person.country = inner[-1].value.country
        person.settled = person.country is None  # "Office for Africa of the FAO"
    elif owner := _owner(reading, body):
        person.country = owner
    elif _supranational(body):
        person.settled = True  # "International Agency for …"
    elif body in agency_names():
        person.country = agency_names()[body]
    elif near := _nation_of(body) or (None if _is_firm(body) else city_of(reading, body)):
        person.country = near  # "Bologna Chamber of Commerce", "Emirati Water Corporation"; not "Delta Holding"
    else:
        person.settled = _is_private_body(reading, person, body)


def _of_two(body: str) -> bool:
    """Whether the first word of a body's name joins two countries."""
    first = body.split()[0]
    return bool(_HYPHENS.search(first)) and len({c.value.alpha3 for c in find_countries(_HYPHENS.sub(" ", first))}) > 1


def _is_firm(body: str) -> bool:
    """Whether the name of a body is a firm's, and not that of a utility or another firm of the state."""
    named = set(body.lower().split())
    return not named.isdisjoint(_BUSINESS) and named.isdisjoint(word_class("public"))


def _is_private_body(reading: Reading, person: Person, body: str) -> bool:
    """Whether a body is a firm, by its name, its officers' titles, or as an unknown name of one word."""
    named = set(body.lower().split())
    firms = any(map(_of_firms, person.offices))
    own = word_class("official") | {"national", "state", "state-owned"}
    public = (named & word_class("public") and not firms) or named & own or own & set(explained(reading, body))
    if not public and (named & (_BUSINESS | _PRIVATE) or firms or _is_private(reading, person)):
        return True
    acronym = body.isupper() and len(body) > 2  # as often the state's
    alone = " " not in body and not acronym and body.lower() not in words("body")
    return alone and all(office.head.body == "body" for office in person.offices)
