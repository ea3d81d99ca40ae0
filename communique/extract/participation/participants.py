"""Who takes part and who is only talked about.

In: persons with their mentions. Out: the persons that take part. Every mention is judged by the words before it
(registry/participation.toml): represented by another, commemorated, said to have ordered, planned, background. One
mention in the thick of the event makes a participant. People who are only due to be met stay where nobody else stands
for their country, for then the announcement itself is the news.
"""

from collections.abc import Sequence
from functools import partial

from communique.extract.offices.heads import words
from communique.extract.participation.addressed import in_letters
from communique.extract.participation.clauses import ACTIVE, PLANNED, Clauses
from communique.extract.participation.commentary import only_comments
from communique.extract.participation.hearsay import only_told
from communique.extract.participation.likelihood import Page, takes_part
from communique.extract.participation.nearby import speaks
from communique.extract.people.mentions import Mention
from communique.extract.people.names import parts
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_HIGHEST = word_class("highest")
_OPENING = 5  # words of a sentence up to its subject
_HEADED = frozenset(["head", "leader"])
_BYNAMES = {
    "state": "head_of_state",
    "nation": "head_of_state",
    "government": "head_of_government",
    "diplomacy": "diplomacy",
}


def participants(
    reading: Reading, persons: list[Person], title: Reading | None = None, parties: Sequence[str] = ()
) -> list[Person]:
    """The persons that take part, in the order given.

    Args:
        reading: the body.
        persons: who is named in it.
        title: the headline; who stands in it is no mere aside.
        parties: countries that headline and lead have act.
    """
    clauses = Clauses(reading, persons)
    lead = {word for text in (title,) if text for word in text.tokens.lower}
    states = [
        {
            clauses.judge(m)
            for m in person.mentions
            if m.name
            or not person.name
            or m.counterpart_of is not None
            or (m.office and (m.office.countries or (speaks(reading, m) and _alone(person, persons))))
        }
        for person in persons
    ]
    for person, state in zip(persons, states, strict=True):
        if ACTIVE in state and _far_off(reading, person, lead) and not any(map(clauses.seen, person.mentions)):
            state.discard(ACTIVE)
    active = [p for p, s in zip(persons, states, strict=True) if ACTIVE in s]
    present = {p.country or p.organization for p in active}
    page = Page(reading, clauses, frozenset(lead), parties, persons)
    kept, second = [], reading.tokens.bounds[0][1] if reading.tokens.bounds else 0
    for person, state in zip(persons, states, strict=True):
        sent = not person.offices and bool(person.country or person.organization)  # told by the words around
        on_a_side = sent and not all(
            only_told(reading, m, clauses.ending) or (m.i >= second and clauses.left_out(m)) for m in person.mentions
        )
        awaited = ACTIVE not in state and PLANNED in state and _awaited(person, present, parties)
        if (
            on_a_side
            or awaited
            or any(map(partial(_of_the_event, reading), person.mentions))
            or any(map(clauses.attends, person.mentions))
            or (ACTIVE not in state and PLANNED in state and _acts_behind(reading, person))
            or (not sent and not _asked(reading, person) and takes_part(page, person, ACTIVE in state))
        ):
            kept.append(person)
    return [person for person in kept if not _called_otherwise(person, kept)]


def _acts_behind(reading: Reading, person: Person) -> bool:
    """ "Minister X will visit Nepal this week. In Kathmandu, he opened his programme today": what he has done."""
    tokens, first = reading.tokens, min(person.mentions, key=lambda mention: mention.i)
    number = tokens.sentence[first.i]
    begin = tokens.bounds[number][0]
    if first.start - begin > _OPENING or number + 1 >= len(tokens.bounds):
        return False
    k, end = tokens.bounds[number + 1]
    he = next((n for n in range(k, min(k + _OPENING, end - 1)) if tokens.lower[n] in {"he", "she"}), None)
    return he is not None and (tokens.lower[he + 1] in word_class("met_by") or tokens.lower[he + 1].endswith("ed"))


def _of_the_event(reading: Reading, mention: Mention) -> bool:
    """Whether the headline tells somebody's office, or a letter of the event comes from him."""
    sends = mention.name is not None and reading.tokens.lower[mention.i - 1] == "from"
    return mention.above or (sends and in_letters(reading, mention.i))


def _alone(person: Person, persons: Sequence[Person]) -> bool:
    """Whether nobody else holds such an office, so that "the ambassador explained" can mean this one only."""
    return not any(other is not person and other.classes & person.classes for other in persons)


def _called_otherwise(person: Person, kept: Sequence[Person]) -> bool:
    """Whether an office without a name is another word for that of a participant: "the head of the Uzbek state"."""
    if person.name or not person.country or not _HEADED.issuperset(person.classes):
        return False
    said = {word for office in person.offices for word in office.role.lower().split()}
    levels = {level for word, level in _BYNAMES.items() if word in said}
    own = (other for other in kept if other.name and other.country == person.country)
    return any(not levels.isdisjoint(_functions(other)) for other in own)


def _functions(person: Person) -> set[str]:
    """What somebody heads: the state, the government, the foreign service."""
    foreign = "minister" in {office.head.level for office in person.offices} and "foreign" in person.portfolio
    return {office.head.level for office in person.offices} | ({"diplomacy"} if foreign else set())


def _asked(reading: Reading, person: Person) -> bool:
    """Whether somebody only comments, asked by the press and not at the table."""
    told = [mention for mention in person.mentions if mention.name]
    if told and told[0].start == 0 and person.offices:
        return False  # "Opposition MP X has said": that is the news
    return bool(told) and only_comments(reading, told[0]) and all(map(partial(_says, reading), told[1:]))


def _says(reading: Reading, mention: Mention) -> bool:
    """Whether a later mention tells no more than that somebody speaks."""
    return speaks(reading, mention) or reading.tokens.lower[mention.start - 1] in {"said", "to", "of"}


def _awaited(person: Person, present: set[str | None], parties: Sequence[str]) -> bool:
    """Whether somebody only due to be met stands for a side of the event that has nobody else."""
    side = person.country or person.organization
    return side not in present and (person.country in parties or len(present) < 2)


def _far_off(reading: Reading, person: Person, headline: set[str]) -> bool:
    """Whether a head of state or government stands neither in the headline nor in the lead: mostly only spoken of."""
    first = reading.tokens.sentence[0]
    if person.organization or not person.classes or not person.classes <= _HIGHEST:
        return False
    if any(reading.tokens.lower[office.i] in {"its", "whose"} or "deputy" in office.role for office in person.offices):
        return False
    if any(reading.tokens.lower[office.i - 1] in {"its", "whose"} for office in person.offices):
        return False  # a body's president
    if any(not words("area").isdisjoint(office.role.lower().split()) for office in person.offices):
        return False  # "Premier of Western Province"
    if any(reading.tokens.sentence[m.i] - first < 2 for m in person.mentions):
        return False
    return headline.isdisjoint(word for word in parts(person.name or "") if len(word) > 3)
