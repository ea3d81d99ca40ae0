"""Which country a participant represents, where no nationality stands beside the office.

In: persons and what is known of the page. Out: the persons with `country` set. The order of proof: the body
represented, the side told by the words around, another holder of the same office, the company in which the person is,
the home country of the agency, and at last the host country of the diplomats and visits in the text.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from communique.extract.countries.across import across
from communique.extract.countries.company import (
    counterpart,
    dealt_with,
    endings,
    faced,
    in_row,
    joined,
    listed_with,
    met_by,
    of_the_group,
    staff,
)
from communique.extract.countries.hosts import host_of, partner_of
from communique.extract.countries.origins import by_name
from communique.extract.countries.place import (
    bound_for,
    came_from,
    event_countries,
    hosts_at,
    meeting_place,
    met_in,
    spoken_of,
    visited_country,
)
from communique.extract.countries.represented import by_body, share_bodies
from communique.extract.countries.seats import SENT, by_rank, same_seat
from communique.extract.countries.sides import side_of
from communique.extract.offices.alike import matches
from communique.extract.offices.heads import words
from communique.extract.offices.phrases import Office
from communique.extract.people.persons import Person
from communique.extract.words.classes import padded
from communique.extract.words.reading import Reading
from communique.registry import rows
from communique.registry.cities import city_country

_JOINED = frozenset(["joined", "accompanied", "flanked", "assisted"])
_RECEIVED = padded(["received by", "welcomed by", "greeted by", "hosted by", "met by", "seen off by"])
_CALLED_ON = padded(["called on", "calls on", "call on", "called upon", "met", "meeting with", "talks with"])
_PASSED_OVER = frozenset(["the", "also", "too", "yesterday", "today", "likewise"])
_NEAR_GROUP = 7  # words between "entourage" and who is in it
_HIS_OWN = ("entourage", "retinue", "suite", "company", "party", "delegation", "team", "train")
_WITH_HIM = (
    *(
        f"with {him} {verb}"
        for him in ("him", "her", "them")
        for verb in ("was", "were", "is", "are", "came", "travelled")
    ),
    *(f"{lead} {his} {group}" for lead in ("in", "of") for his in ("his", "her", "their") for group in _HIS_OWN),
    *(f"{lead} {his} side" for lead in ("at", "on") for his in ("his", "her")),
    *(f"its members {verb}" for verb in ("are", "were", "included", "include")),
    *(f"{verb} with {him}" for verb in ("has", "had", "travelling", "brought") for him in ("him", "her")),
)
_BESIDE_HIM = padded(_WITH_HIM)
_COMPANY = (
    *_WITH_HIM,
    "in company of",
    "at side of",
    "accompanied by",
    "alongside",
    "flanked by",
    "together with",
    "joined by",
    "handed over by",
    "delivered by",
    "brought by",
    "travelled with",
    "traveled with",
    "came with",
    "was with",
    "arrived with",
)
_REACH = 12  # words behind it over which a phrase is still about the person
_BESIDE = {  # phrases of company by their reach
    8: padded(phrase for phrase in _COMPANY if phrase.endswith(" by")),
    5: padded(phrase for phrase in _COMPANY if phrase.endswith(" with")),
    _REACH: padded(phrase for phrase in _COMPANY if not phrase.endswith((" by", " with"))),
}
_WITH_GUESTS = padded([
    "of guests by", "welcomed guest and", "welcomed guests and", "received guest and", "with visitor was",
    "with visitor were", "with guest was", "with guest were", "with visitors were", "with guests were",
    "with guests was", "with visitors was",
])  # fmt: skip
_ACCREDITING = padded(["credentials to", "credence to", "accreditation to", "commission to"])
_AT_HOME, _ACROSS = padded(["host country"]), padded(["other side"])
_LOCAL = frozenset(["regional", "local"])
_OF_BODIES = _LOCAL | {"agency"}
_TOP = frozenset(["president", "prime minister", "monarch", "speaker"])


@cache
def _peculiar() -> dict[str, tuple[str, str]]:
    return {row["term"]: (row["alpha3"], row["use"]) for row in rows("peculiar_offices")}


@cache
def _crowned() -> dict[str, str]:
    """The titles that one monarch alone bears, with the country: "Pope", "Emperor"."""
    borne = Counter(row["title"] for row in rows("monarchies"))
    return {row["title"]: row["alpha3"] for row in rows("monarchies") if borne[row["title"]] == 1}


def assign_countries(
    reading: Reading,
    persons: list[Person],
    home: str | None,
    parties: Sequence[str],
    bodies: dict[str, str | None],
    offices: list[Office],
    dateline: str | None,
    headline: list[Office],
    title: Reading,
) -> None:
    """Sets the country of each person that has none.

    Args:
        reading: the body.
        persons: changed in place.
        home: the country of the page's publisher, if known.
        parties: countries that the headline and the lead have act, most prominent first.
        bodies: the organisations of the registry by name, with their country (None: international).
        offices: all offices of the body.
        dateline: the place in the dateline, if there is one.
        headline: the offices in the headline.
        title: the headline.
    """
    for person in persons:
        by_body(reading, person, bodies)
        if person.country is None:
            person.country = next((c for o in person.offices if (c := _crowned().get(o.role.lower()))), None)
        peculiar = [_peculiar().get(office.role.lower(), ("", "")) for office in person.offices]
        always = next((alpha3 for alpha3, use in peculiar if use == "always"), None)
        person.country = person.country or always
        if home is None and (person.country is None or always):
            own = next((alpha3 for alpha3, _ in peculiar if alpha3), None)
            person.country = person.country or own
            home = home or own
    share_bodies(reading, persons)
    _by_headline(persons, headline)
    place, known = meeting_place(reading), {p.country for p in persons if p.country}
    received = len(known) == 1 or all(p.classes <= SENT for p in persons if p.country)  # one guest, or ambassadors
    told = set(parties) - known  # "Pakistan proposed": whose the host's people are, wherever they meet
    guest_only = place if known and received and place not in known and (place in told or not told) else None
    visited = visited_country(reading) or visited_country(title)
    places = list(event_countries(reading, offices, dateline))
    at = visited if visited in parties else next((c for c in (visited, *places) if c in known), None)
    host = home or guest_only or host_of(reading, persons, list(parties), at) or place
    sides = [p for p in dict.fromkeys([*parties, *(q.country for q in persons if q.country)]) if p and p != host]
    if host and not sides and (second := partner_of(reading, host)):
        sides = [second]
    foreign = sides[0] if len(sides) == 1 else None
    ends = endings(persons)
    waiting: list[Person] = []
    for one, person in zip([None, *persons], persons, strict=False):
        hosting = reading.tokens.lower[person.mentions[0].i - 1] == "host"  # "the host President, X"
        hosting = hosting or _said(reading, person, _AT_HOME)
        if places and person.country is None and not person.settled and hosting:
            person.country = places[0]
        if person.country is None and not person.settled:
            shared = (
                listed_with(reading, person, ends) or of_the_group(reading, person) or in_row(reading, person, ends)
            )
            if not shared and one and one.country is None and not one.settled and counterpart(person):
                waiting.append(person)  # until the country of the other one is known
                continue
            person.country = shared or _told(reading, person, persons, host, sides, foreign, visited)
    for one, other in pairwise(persons) if home is None else ():
        fresh = other.country is None and not other.settled and other.offices and not other.classes & _TOP
        fresh = fresh and bool(one.classes & SENT) == bool(other.classes & SENT)
        if fresh and one.country and joined(reading, one, other) and not same_seat(other, one):
            other.country = one.country  # on a page of unknown home nobody's country goes without saying
    for one, other in pairwise(persons):
        if other.country is None and not other.settled and not other.classes & SENT:
            other.country = staff(reading, one, other)
    if host and places and host not in places:
        _of_the_place(persons, places[0])
    for person in persons:
        # the ambassador at the host's side is the guest's
        sent = foreign and person.classes and person.classes <= SENT
        if person.country is None and not person.settled and not sent:
            person.country = _beside(reading, person, persons) or listed_with(reading, person, ends)
    facing = any(map(counterpart, persons))
    for person in sorted(persons, key=waiting.__contains__):
        if person in waiting:
            person.country = person.country or _told(reading, person, persons, host, sides, foreign, visited)
        if person.country is None and not person.settled:
            person.country = listed_with(reading, person, ends) or dealt_with(person, persons)
        if person.country is None and not person.settled:
            abroad = foreign is not None and home is not None and (visited or next(iter(places), None)) == foreign
            ranked = by_rank(reading, person, persons, host, sides, foreign, abroad)
            away = {bound_for(reading, mention) for mention in person.mentions} if ranked != home else set()
            away |= faced(person, persons) if facing else set()
            if ranked and ranked in away:
                others = {c for c in (host, *sides) if c} - away
                ranked = others.pop() if len(others) == 1 else None  # "X … his Ugandan counterpart": not Uganda's
            elif ranked and ranked == across(
                reading, person, persons, home if (visited or place) in (None, home) else None
            ):
                posts = (office.posting for other in persons for office in other.offices)
                others_told = (foreign, visited, place, *posts, host, partner_of(reading, ranked, told=True))
                ranked = next((country for country in others_told if country and country != ranked), None)
            person.country = by_name(person.name, ranked, [c for c in (host, *sides) if c and c != ranked]) or ranked
    for one, other in pairwise(persons):
        couple = {"monarch"} == one.classes == other.classes  # "the King and Queen X": no two monarchs
        free = other.country is None and not other.settled and bool(other.offices)
        free = free and (couple or not same_seat(other, one))
        if free and joined(reading, one, other):
            other.country = one.country


def _by_headline(persons: list[Person], headline: list[Office]) -> None:
    """ "Swedish State Secretary discusses …" tells whose the only state secretary without a country is."""
    for office in headline:
        if len(office.countries) != 1 or office.head.use == "anaphor":
            continue
        if office.head.plural:
            _by_plural(persons, office)
            continue
        alike = [p for p in persons if any(matches(known, office) for known in p.offices) and not p.settled]
        unknown = [p for p in alike if p.country is None]
        said = set(office.role.lower().split()) - {"of", "the"}
        theirs = [o.role.lower().split() for p in persons if p.country == office.countries[0] for o in p.offices]
        held = any(said.intersection(words) for words in theirs)
        free = not held and all(p.country != office.countries[0] for p in alike)
        only = sum(bool(other.classes & office.classes) for other in headline) == 1 and len(unknown) == len(alike)
        if free and unknown and (len(unknown) == 1 or only):
            unknown[0].country = office.countries[0]


def _by_plural(persons: list[Person], office: Office) -> None:
    """ "Vincentian ministers in Taiwan" tells whose the ministers of no country are, if they are all there is."""
    alike = [p for p in persons if p.offices and p.classes & office.classes and not p.settled]
    if len(alike) > 1 and all(p.country is None for p in alike):
        for person in alike:
            person.country = office.countries[0]


def _told(
    reading: Reading,
    person: Person,
    persons: list[Person],
    host: str | None,
    sides: list[str],
    foreign: str | None,
    visited: str | None,
) -> str | None:
    """What the words around say."""
    local_hosts = hosts_at(reading, person.mentions[0])
    if any(office.own for office in person.offices):
        if local_hosts:
            return local_hosts  # "During his stay in Chad he called on the country's Prime Minister, X"
        led = next(filter(None, (side_of(reading, m, foreign) for m in person.mentions if m.name)), None)
        if led:
            return led  # "a Saudi delegation led by X, the Kingdom's minister"
        if visited and _said(reading, person, _RECEIVED):
            return visited
        if near := spoken_of(reading, person.mentions[0]):
            return near
        return (foreign or host) if person.classes <= SENT else host  # "the visitor and his country's ambassador"
    i = person.mentions[0].i
    to = "to" in reading.tokens.lower[max(0, i - 3) : i]
    if to and _said(reading, person, _ACCREDITING) and not person.classes & SENT:
        posts = set[str]().union(*(other.posts for other in persons))
        if len(posts) == 1:
            return posts.pop()  # "the Ambassador to Chad presented his credentials to the President"
    if foreign and _said(reading, person, _WITH_GUESTS):
        return foreign
    if _said(reading, person, _ACROSS):
        return next((side for side in sides if side not in {p.country for p in persons}), None)
    if foreign and any(office.visiting for office in person.offices) and foreign not in faced(person, persons):
        return foreign
    local = next((o for o in person.offices if o.head.level in {"regional", "local"} and not o.countries), None)
    if local and person.mentions[0].office:
        place = local.role.partition(" of ")[2]
        near = _same_sentence(reading, person, host) or _country_of_place(place)
        if near:
            return near
    if local_hosts and (visited or local_hosts != host):
        return local_hosts
    sent = bool(person.classes) and person.classes <= SENT  # the visitor is received by his own ambassador, too
    if (
        visited
        and not sent
        and (_said(reading, person, _RECEIVED) or (visited != host and _said(reading, person, _CALLED_ON, 4)))
    ):
        return visited
    met = met_in(reading, person.mentions[0])
    if met and host and met != host and met not in _owners(person, persons):
        return met
    if foreign and host and _said(reading, person, _CALLED_ON, 5) and met_by(reading, person, persons, host, SENT):
        return foreign  # "the High Commissioner (of the page's country) also met with the Vice President"
    owners = _owners(person, persons)
    other = [side for side in ([host] if host else []) + sides if side not in owners]
    if owners and len(other) == 1 and counterpart(person):
        return other[0]
    others = {m.i for p in persons for m in p.mentions}
    told = (
        side_of(reading, m, foreign) or came_from(reading, m, others) for m in person.mentions if m.name or m.office
    )
    return next((side for side in told if side), None)


def _owners(person: Person, persons: list[Person]) -> set[str | None]:
    """The country of the last person named before the one that is called their counterpart."""
    before = [p for p in persons if p is not person and p.country and p.first < person.first]
    return {max(before, key=lambda p: p.first).country} if before else set()


def _of_the_place(persons: list[Person], abroad: str) -> None:
    """Gives the country of an event abroad to its local officials, and to heads of bodies if it has nobody else."""
    empty = all(person.country != abroad for person in persons)
    for person in persons:
        levels = {office.head.level for office in person.offices}
        local = bool(levels) and levels <= _LOCAL
        body = empty and person.organization and levels <= _OF_BODIES
        if person.country is None and not person.settled and (local or body):
            person.country = abroad


def _country_of_place(place: str) -> str | None:
    """The country of "Osh", or of "Osh region" called after its city."""
    town, _, noun = place.rpartition(" ")
    return city_country(place) or (city_country(town) if noun.lower() in words("area") else None) if place else None


def _same_sentence(reading: Reading, person: Person, host: str | None) -> str | None:
    """A country, not the host's, named before a local official in the same sentence."""
    i, sentence = person.mentions[0].i, reading.tokens.sentence
    near = [g for g in reading.geo.values() if g.i < i and sentence[g.i] == sentence[i] and g.form == "name"]
    return near[-1].alpha3 if near and near[-1].alpha3 != host else None


def _said(reading: Reading, person: Person, phrases: Sequence[str], reach: int = _REACH) -> bool:
    """Whether one of the phrases, padded, stands shortly before the first mention, in its sentence."""
    tokens, i = reading.tokens, person.mentions[0].i
    begin = max(i - reach, tokens.bounds[tokens.sentence[i]][0])
    said = " " + " ".join(w for w in tokens.lower[begin:i] if w not in _PASSED_OVER) + " "
    return any(map(said.__contains__, phrases))


def _beside(reading: Reading, person: Person, persons: list[Person]) -> str | None:
    """ "accompanied by Deputy Minister X", "at the side of the Deputy Foreign Minister was X"."""
    i, tokens = person.mentions[0].i, reading.tokens
    j = person.mentions[0].j
    if _JOINED & set(tokens.lower[j : j + 3]):
        behind = [
            (m.i, p.country)
            for p in persons
            if p is not person
            for m in p.mentions
            if m.counterpart_of is None and j <= m.i < j + 6
        ]
        return min(behind)[1] if behind else None
    for k in range(i - 1, max(i - _NEAR_GROUP, 1), -1):
        if tokens.lower[k] in _HIS_OWN and tokens.lower[k - 1] == "'s":  # "President X's entourage includes Minister Y"
            return next((p.country for p in persons for m in p.mentions if m.j == k - 1), None)
    served = any(o.core and tokens.lower[o.core - 1] in {"his", "her"} for o in person.offices)  # "his deputy X"
    if not served and not any(_said(reading, person, phrases, reach) for reach, phrases in _BESIDE.items()):
        return None
    begin = tokens.bounds[tokens.sentence[i]][0]
    opened = _said(reading, person, _BESIDE_HIM) or tokens.lower[begin] in {"he", "she"}  # named in the one before
    near = [
        (m.i, p.country)
        for p in persons
        if p is not person and p.country
        for m in p.mentions
        if m.i < i and (tokens.sentence[m.i] == tokens.sentence[i] or opened)
    ]
    if near and tokens.sentence[max(near)[0]] != tokens.sentence[i] and tokens.lower[max(near)[0] - 1] in {"of", "by"}:
        last = tokens.sentence[max(near)[0]]  # "X is there at the invitation of Y. With him are …": who is named first
        return min(place for place in near if tokens.sentence[place[0]] == last)[1]
    if near:
        return max(near)[1]
    subject = reading.geo.get(begin + 1) if tokens.lower[begin] == "the" else None  # "The Moldovan came with X"
    return subject.alpha3 if subject and subject.form == "demonym" else None
