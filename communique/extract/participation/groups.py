"""Officials told together and without names: "the foreign ministers of Sweden and Norway", "his counterparts from …".

In: a `Reading`, the mentions, who is known and who of them takes part. Out: a `Person` without a name for each country
of a list, or of a group of states ("the Baltic ministers"), for which nobody stands by name; and for each field of "the
ministers of trade and health of Chad". The office is told once, so all of them have the one place in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import compress, product

from communique.extract.offices.alike import matches
from communique.extract.offices.heads import skip_the
from communique.extract.offices.phrases import Office
from communique.extract.participation.clauses import ACTIVE, Clauses
from communique.extract.participation.earlier import MONTHS
from communique.extract.people.counterparts import MANY_COUNTERPARTS
from communique.extract.people.held import lent
from communique.extract.people.lists import listed_countries, owners_before
from communique.extract.people.mentions import Mention
from communique.extract.people.nationality import nationalities_before
from communique.extract.people.persons import Person, owner_of
from communique.extract.words.reading import Reading
from communique.registry import rows

_LEVELS = frozenset(["head_of_state", "head_of_government", "deputy_head", "minister", "deputy_minister", "diplomat"])
_VAGUE = frozenset(["anaphor", "weak"])  # "the Malian and Chadian diplomats", "representatives of Mali and Chad"
_MINISTER = re.compile(r"(?:(?P<before>.+) )?(?P<noun>minister)(?: (?:of|for) (?P<behind>.+))?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:,? and|,)(?: of| for)? ")
_BETWEEN_GROUPS = frozenset(["and", "the", "countries", "states", "nations", "three", "four", "five", "eight"])
_IN_MONTH = re.compile(rf" in (?:{'|'.join(MONTHS)})\b")
_IN_YEAR = re.compile(r" in (?:19|20)\d\d\b")
_FOUNDED = frozenset(["founded", "established", "created", "launched", "set"])
_AFTER = frozenset(["following", "after", "since", "before"])
_OF_BODIES = frozenset(["parliaments", "ministries", "governments", "houses", "offices", "embassies"])


def told_together(
    reading: Reading, mentions: list[Mention], persons: list[Person], present: list[Person]
) -> list[Person]:
    """The holders without a name whom an office in the plural and a list of countries tell.

    Args:
        reading: the body.
        mentions: all mentions in it.
        persons: everybody known, with countries.
        present: those of them that take part; who has a name stands for the side.

    Returns:
        One person a country, in the order of the text.
    """
    clauses, found = Clauses(reading, persons), list[Person]()
    sides = [person for person in present if person.name]
    for mention, countries in _groups(reading, mentions, persons):
        if not mention.office or _named_behind(reading, mention, persons) or _over(reading, mention):
            continue
        offices = _of_fields(mention.office) if len(countries) == 1 else [mention.office]
        if len(countries) * len(offices) < 2 or clauses.judge(mention) != ACTIVE:
            continue
        for country, office in product(dict.fromkeys(countries), offices):
            role = " ".join(word for word in office.role.split() if word.lower() not in _group_words())
            office = replace(office, countries=(country,), role=role)
            held = (known for p in [*persons, *found] if p.country == country for known in p.offices)
            alone = len(offices) > 1 or not any(p.country == country and _of_the_rank(p, office) for p in sides)
            if alone and not any(matches(known, office) for known in held):
                found.append(Person(None, [replace(mention, office=office)], [office], country, role=office.role))
    return found


def _of_the_rank(person: Person, office: Office) -> bool:
    """Whether somebody may be the holder: of such a rank, or of none that is told."""
    return not person.offices or any(known.head.level == office.head.level for known in person.offices)


def _of_fields(office: Office) -> list[Office]:
    """The offices of one country's "ministers of trade, of health and of works", a field each."""
    told = _MINISTER.fullmatch(office.role)
    if office.head.level != "minister" or not told or bool(told["before"]) == bool(told["behind"]):
        return [office]
    fields = _BETWEEN.split(told["before"] or told["behind"])
    roles = [f"{field} {told['noun']}" if told["before"] else f"{told['noun']} of {field}" for field in fields if field]
    return [replace(office, role=role, portfolio=office.portfolio & frozenset(role.lower().split())) for role in roles]


def _named_behind(reading: Reading, mention: Mention, persons: list[Person]) -> bool:
    """ "his counterparts from Mali and Chad, Secretary X and …": the holders are told by name after all."""
    named = any(m.name and m.i == mention.j + 1 for person in persons for m in person.mentions)
    return named and not {",", ":", "(", "-", "–", "—"}.isdisjoint(reading.tokens.lower[mention.j : mention.j + 1])


def _over(reading: Reading, mention: Mention) -> bool:
    """ "After the meeting of the ministers of Mali and Chad in May": what the report only starts from."""
    begin = reading.tokens.bounds[reading.tokens.sentence[mention.i]][0]
    whole = " " + " ".join(reading.tokens.lower[slice(*reading.tokens.bounds[reading.tokens.sentence[mention.i]])])
    founded = _IN_YEAR.search(whole) and not _FOUNDED.isdisjoint(whole.split())
    later = reading.tokens.sentence[mention.i] - reading.tokens.sentence[0] > 1
    if later and _IN_MONTH.search(whole):
        return True  # "When a summit took place in February, a meeting of the prime ministers of Mali and Chad …"
    return bool(founded) or (reading.tokens.lower[begin] in _AFTER and "of" in reading.tokens.lower[begin : mention.i])


def _groups(reading: Reading, mentions: list[Mention], persons: list[Person]) -> Iterator[tuple[Mention, list[str]]]:
    """The offices in the plural without names, each with the countries before and behind it."""
    for mention in mentions:
        if mention.name is None and mention.office and _of_states(mention.office):
            yield _whole(reading, mention, list(mention.office.countries))
    lower = reading.tokens.lower
    for k in compress(range(len(lower)), map("those".__eq__, lower)):
        before = [m.office for m in mentions if m.i < k and m.office and _of_states(m.office)]
        if before and lower[k + 1 : k + 2] == ["of"]:  # "He met the ambassadors. Those of Mali and Chad spoke"
            role = before[-1].role.split(" to ")[0]
            office = replace(before[-1], i=k, j=k + 1, core=k, countries=(), role=role)
            yield _whole(reading, Mention(k, k + 1, office=office), [])
    for k in compress(range(len(lower)), map(MANY_COUNTERPARTS.__contains__, lower)):
        owner = owner_of(persons, None, k, reading.tokens.sentence)
        if owner and owner.offices:
            office = replace(lent(owner.offices[0]), i=k, j=k + 1, core=k)
            yield _whole(reading, Mention(k, k + 1, office=office), nationalities_before(reading, k))


def _of_states(office: Office) -> bool:
    """Whether an office in the plural is one of which a state has one, and its words can be told of one holder."""
    one = office.head.level in _LEVELS or office.head.cls == "speaker"
    plain = office.head.use not in _VAGUE and _OF_BODIES.isdisjoint(office.role.lower().split())
    elsewhere = office.former or office.organization or (office.posting and office.head.level != "diplomat")
    return office.head.plural and one and plain and not elsewhere


def _whole(reading: Reading, mention: Mention, countries: list[str]) -> tuple[Mention, list[str]]:
    """The mention with its whole list of countries: "Iraq's and Syria's ministers", "ministers from Iraq and Syria"."""
    before, i = owners_before(reading, mention.i)
    posts = mention.office and mention.office.posting and mention.j in reading.geo_to  # "ambassadors in Mali and Chad"
    behind, j = ([], mention.j) if posts else listed_countries(reading, mention.j)
    found = [*before, *countries, *behind]
    return replace(mention, i=i, j=j), found or _members(reading, mention)


@cache
def _group_words() -> dict[str, list[str]]:
    return {row["word"]: row["members"].split("|") for row in rows("country_groups")}


def _members(reading: Reading, mention: Mention) -> list[str]:
    """The states of the groups in "the Baltic ministers", "the ministers of the Nordic and the Baltic countries"."""
    lower = reading.tokens.lower
    end = skip_the(lower, mention.j + 1) if lower[mention.j : mention.j + 1] in (["of"], ["from"]) else mention.j
    while end < len(lower) and end > mention.j and (lower[end] in _group_words() or lower[end] in _BETWEEN_GROUPS):
        end += 1
    told = (lower[k] for k in range(max(0, mention.i - 1), end) if reading.taken.get(k) != "body")
    return [country for word in told for country in _group_words().get(word, ())]
