"""Whose somebody is of whom nothing beside the name or the office tells a country, by all signs together.

In: a `Table`, those who take part and one of them. Out: one of the countries that the page names, or none. What the
rules of this room say is one sign, beside how likely each country's people bear such a name and, for no country at all,
what sort of office and body it is and which international bodies stand near. The weights are those of a conditional
logit (McFadden, 1974) over labelled pages (`scripts/fit_countries.py`, registry/country_weights.toml).
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.extract.countries.origins import suits
from communique.extract.countries.seats import SENT, same_seat
from communique.extract.countries.serving import across
from communique.extract.countries.table import Table
from communique.extract.offices.heads import head_at, skip_the
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading, sovereign
from communique.extract.words.weighing import Sign
from communique.registry import settings
from communique.registry.officials import likelihood
from communique.registry.organizations import organizations

_FEW = 3  # international bodies beyond which one more makes no difference
_STEPS = (0.0, 1.5, 3.0, 5.0)  # of the likelihood of a name, below that of the country where it is likeliest
_WORLD = (-2.0, 1.0)  # of the likelihood of a name in the country, above that anywhere
_BESIDE = 4  # words in front of a name
_LETTER = re.compile(
    r"(?:letters?|messages?|cables?|telegrams?|condolences?|congratulations|greetings|sympathy|sympathies|note)"
    r"(?: [^ ,;.]+){0,6} to (?:the )?$|addressed to (?:the )?$"
)
MOST = 40  # countries that are asked about, more than any report names: they keep the time of a hostile page in check


class Question(NamedTuple):
    """Whose somebody is: the countries that may be meant, that of the rules first, how likely the name is in each and
    whether its language is spoken there; those named beside the person, and those in which another holds the office."""

    table: Table
    person: Person
    options: list[str | None]
    likely: dict[str, float]
    fits: dict[str, bool | None]
    beside: set[str | None]
    taken: set[str | None]


def weigh(table: Table, persons: Sequence[Person]) -> None:
    """Sets the country of each of the untold to that for which most speaks, which may be none.

    Args:
        table: the sides of the event.
        persons: those who take part; changed in place.
    """
    for group in _held_together(table.reading, untold(table, persons)):
        country = likeliest([ask(table, persons, person) for person in group])
        for person in group:
            person.country = country


def _held_together(reading: Reading, persons: Sequence[Person]) -> list[list[Person]]:
    """The people, those together to whom one office in the plural was given: "MPs X, Y and Z"."""
    groups: dict[int, list[Person]] = defaultdict(list)
    for number, person in enumerate(persons, start=1):
        held = {m.office.core for m in person.mentions if m.office and m.name}
        given = [k for k in held if (head := head_at(reading, k)) and head.plural and head.level == "legislature"]
        groups[min(given, default=-number)].append(person)
    return list(groups.values())


def untold(table: Table, persons: Sequence[Person]) -> list[Person]:
    """Those of whom nothing beside them tells a country; who is not at the table is named without an office."""
    told = {id(person) for person in table.persons} - {id(person) for person in table.untold}
    told |= {id(person) for person in persons if person.country and across(table.reading, person) == person.country}
    told |= {id(person) for person in persons if any(m.country == person.country is not None for m in person.mentions)}
    return [person for person in persons if id(person) not in told]


def likeliest(questions: Sequence[Question]) -> str | None:
    """The country for which most speaks, of people who have one; what the rules say where as much speaks for it."""
    weights = settings("country_weights")

    def told(country: str | None) -> float:
        found = (sign for question in questions for sign in signs(question, country))
        return sum(weights[group].get(sign, 0.0) for group, sign in found)

    return max(dict.fromkeys(option for question in questions for option in question.options), key=told)


def ask(table: Table, persons: Sequence[Person], person: Person) -> Question:
    """What is to be known of a person to tell whose he is.

    Args:
        table: the sides of the event.
        persons: those who take part.
        person: one of them.
    """
    others = (other.country for other in persons)
    none = [] if any(office.own for office in person.offices) else [None]  # "the ministry's Director" has a country
    posts: set[str | None] = {*person.posts} if person.classes <= SENT else set()  # "envoy in Cairo" is not Egypt's
    if _written_to_abroad(table, persons, person):
        posts = {table.home}
    named = dict.fromkeys([person.country, *none, *table.countries, *others])
    options = [country for country in named if country not in posts][:MOST] or [person.country]
    name = person.name if person.name and " " in person.name else None
    likely = {country: likelihood(name, country) for country in options if country} if name else {}
    fits = {country: suits(name, country) for country in likely} if name else {}
    rivals = [other for other in persons if other.offices and other.country in options] if person.offices else []
    taken = {other.country for other in rivals if other is not person and same_seat(other, person)}
    return Question(table, person, options, likely, fits, _beside(table, person), taken)


def signs(question: Question, country: str | None) -> Iterator[Sign]:
    """What speaks for or against a country, or for none, as (group, sign)."""
    table, person = question.table, question.person
    if country == person.country:
        yield "rules", "told" if country else "told none"
        yield "rules", "of an official" if person.offices else "of a stranger"
    if country is None:
        yield from (("none", sign) for sign in _of_none(table, person))
        return
    if country in question.beside:
        yield "table", "beside the name"
    if country in (table.home, table.host, *table.parties):
        yield "table", "seated"
    if country in question.taken:
        yield "table", "seat taken"
    if question.likely:
        yield from (("name", sign) for sign in _called(question, country))


def _written_to_abroad(table: Table, persons: Sequence[Person], person: Person) -> bool:
    """Whether a letter of the page's own people, the only ones told before, goes to somebody: "condolences to X"."""
    tokens, i = table.reading.tokens, min(mention.start for mention in person.mentions)
    begin = tokens.bounds[tokens.sentence[i]][0]
    if tokens.lower[i - 1] not in {"to", "the"} or not _LETTER.search(" ".join(tokens.lower[begin:i]) + " "):
        return False
    return {other.country for other in persons if other.first < person.first} == {table.home}


def _beside(table: Table, person: Person) -> set[str | None]:
    """The countries named right in front of somebody, "Nepal's X", or behind: "X of China's Exim Bank".

    None that is part of another name: "Malta Holdings' X".
    """
    reading, mention = table.reading, min(person.mentions, key=lambda mention: mention.i)
    lower, cap, i, j = reading.tokens.lower, reading.tokens.cap, mention.i, mention.j
    before = (reading.geo_to.get(k) for k in range(i - _BESIDE, i + 1))
    found = {sovereign(geo.alpha3) for geo in before if geo and (geo.j == i or not cap[geo.j])}
    behind = reading.geo.get(skip_the(lower, j + 1)) if lower[j : j + 1] in (["of"], ["from"]) else None
    return found | ({sovereign(behind.alpha3)} if behind else set())


def _of_none(table: Table, person: Person) -> Iterator[str]:
    """What speaks for somebody's being of no country: the body, the office, and how near an international body is."""
    reading = table.reading
    here, sentence = person.first, reading.tokens.sentence
    yield "none"
    yield from {office.head.level for office in person.offices} or {"no office"}
    yield from {f"{office.head.body} office" for office in person.offices if office.head.body}
    if person.organization:
        body = organizations().get(person.organization)
        yield "of an international body" if body and not body.country else "of a body"
    if person.settled:
        yield "settled"
    if table.home is None:
        yield "no home"
    bodies = sorted(reading.body.values(), key=lambda body: body.i)
    before = [body for body in bodies if body.j <= here]
    if before:
        yield "last body national" if before[-1].organization.country else "last body international"
    foreign = [body for body in bodies if body.organization.country is None]
    yield f"{min(len({body.organization.name for body in foreign}), _FEW)} international bodies"
    if any(sentence[body.i] == sentence[here] for body in foreign):
        yield "international body in the sentence"
    if any(body.organization.country is None for body in table.title.body.values()):
        yield "international body in the headline"


def _called(question: Question, country: str) -> Iterator[str]:
    """Whether the country's people bear such a name, more than those of the others."""
    likely, fits = question.likely, question.fits
    yield f"likeliest but {bisect_left(_STEPS, max(likely.values()) - likely[country])}"
    yield f"in the world {bisect_left(_WORLD, likely[country])}"
    if fits[country] is not None:
        yield "language" if fits[country] else "another language"
    if any(told and other != country for other, told in fits.items()):
        yield "language of another"
