"""Which country a participant represents, where no nationality stands beside the office.

In: persons and what is known of the page. Out: the persons with `country` set. The order of proof: the person's own
words ("the country's minister"), the body represented, "the other side", the side that another participant is on, the
home country of the agency, and at last the host country of the diplomats and visits in the text.
"""

from collections.abc import Iterable

from communique.extract.persons import Person
from communique.extract.reading import Reading

_BUSINESS = frozenset(
    ["company", "corporation", "ltd", "limited", "inc", "plc", "llc", "group", "holding", "holdings", "co"]
)
_BESIDE = ("at side of", "accompanied by", "alongside", "flanked by", "together with", "joined by")


def assign_countries(
    reading: Reading, persons: list[Person], home: str | None, parties: Iterable[str], bodies: dict[str, str | None]
) -> None:
    """Sets the country of each person that has none.

    Args:
        persons: changed in place.
        home: the country of the page's publisher, if known.
        parties: countries that the headline and the lead name, most prominent first.
        bodies: the organisations of the registry by name, with their country (None: international).
    """
    host = home or _host(persons, list(parties))
    for person in persons:
        _by_body(person, bodies, host)
    sides = [p for p in dict.fromkeys([*parties, *(q.country for q in persons if q.country)]) if p]
    for person in persons:
        if person.country or person.settled:
            continue
        if any(office.own for office in person.offices):
            person.country = host
        elif _cue(reading, person, "other side") and len(sides) >= 2:
            here = {p.country for p in persons if p.country} or {host}
            person.country = next((side for side in sides if side not in here and side != host), None)
        elif any(office.posting and office.posting == host for office in person.offices):
            person.country = next((side for side in sides if side != host), None) if len(sides) == 2 else None
        person.country = person.country or _beside(reading, person, persons)
    for person in persons:
        if not person.country and not person.settled:
            person.country = None if any(o.posting and o.posting == host for o in person.offices) else host


def _by_body(person: Person, bodies: dict[str, str | None], host: str | None) -> None:
    """A body of the registry decides; a firm's people represent no country, other national bodies their own."""
    body = person.organization
    if body is None:
        return
    if body in bodies:
        if person.country is None or bodies[body] is not None or all(not o.countries for o in person.offices):
            person.country = person.country or bodies[body]
        person.settled = True
        states = frozenset(["minister", "president", "prime minister", "ambassador", "permanent representative"])
        if person.country is None and person.classes & states and bodies[body] is None and _state_office(person):
            person.settled = False
        return
    if set(body.lower().split()) & _BUSINESS and person.country is None:
        person.settled = True


def _state_office(person: Person) -> bool:
    return any(o.organization is None and o.head.body == "state" for o in person.offices)


def _host(persons: list[Person], parties: list[str]) -> str | None:
    """The country of a page of unknown home: where the diplomats are posted, else the party nobody is named for."""
    for person in persons:
        for office in person.offices:
            if office.posting and any(p.country is None and not p.settled for p in persons):
                return office.posting
    named = {p.country for p in persons if p.country}
    return next((party for party in parties if party not in named), None)


def _cue(reading: Reading, person: Person, phrase: str) -> bool:
    """Whether the phrase stands shortly before the first mention, in its sentence."""
    tokens, i = reading.tokens, person.mentions[0].i
    begin = max(0, i - 8)
    said = " ".join(w for k, w in enumerate(tokens.lower[begin:i], begin) if tokens.sentence[k] == tokens.sentence[i])
    return phrase in said.replace("the ", "")


def _beside(reading: Reading, person: Person, persons: list[Person]) -> str | None:
    """ "accompanied by Deputy Minister X", "at the side of the Deputy Foreign Minister was X"."""
    if not any(_cue(reading, person, phrase) for phrase in _BESIDE):
        return None
    i, tokens = person.mentions[0].i, reading.tokens
    near = [
        (m.i, p.country) for p in persons if p is not person and p.country for m in p.mentions
        if m.i < i and tokens.sentence[m.i] == tokens.sentence[i]
    ]  # fmt: skip
    return max(near)[1] if near else None
