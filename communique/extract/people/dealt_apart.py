"""Offices in the plural whose holders the next sentences name: "the mayors of Turin and Lyon met. Ada Rossi said".

In: the mentions of a text. Out: the same, each of the people with the office, in the order of the places that it tells.
There must be as many people without an office as places, or as the text counts ("the two chief justices").
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.offices.phrases import Office
from communique.extract.people.apart import is_free, opens_sentence
from communique.extract.people.lists import listed_countries
from communique.extract.people.mentions import Mention
from communique.extract.people.plurals import each_place
from communique.extract.words.reading import Reading
from communique.registry.officials import served

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_AHEAD = 2  # sentences behind that of the office
_FEWEST = 2  # people


def dealt_apart(reading: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with the offices that a plural in front of their sentence deals out to them."""
    result = list(mentions)
    for mention in mentions:
        office = mention.office
        if mention.name or office is None or not office.head.plural or _is_held(result, mention):
            continue
        singular = replace(office, head=replace(office.head, plural=False))
        each = _places(reading, singular) or [singular] * _count(reading, office)
        people = _named_next(reading, result, mention) if len(each) >= _FEWEST else []
        short = len(people) == len(each) - 1 >= _FEWEST and len(set(each)) > 1
        if len(people) != len(each) and not short:
            continue
        for n, own in zip(people, _in_order(result, people, each), strict=False):
            theirs = result[n].country
            own = replace(own, countries=(theirs,)) if theirs else own
            whose = result[n].counterpart_of is not None
            result[n] = result[n] if whose else replace(result[n], office=own)
    return result


def _in_order(mentions: Sequence[Mention], people: Sequence[int], each: list[Office]) -> list[Office]:
    """The offices, those of two countries turned round where one of two people is known to have served the other."""
    if len(people) != _FEWEST or len(each) != _FEWEST:
        return each
    names = [name.text if (name := mentions[n].name) else "" for n in people]
    straight, turned = (
        sum(not served(name).isdisjoint(office.countries) for name, office in zip(names, order, strict=True))
        for order in (each, each[::-1])
    )
    return each[::-1] if turned > straight else each


def _is_held(mentions: Sequence[Mention], plural: Mention) -> bool:
    """Whether people named before have the office: "Minister X met Minister Y. The two ministers spoke. Z sang"."""
    cls = plural.office.head.cls if plural.office else None
    before = (m.office.head.cls for m in mentions if m.name and m.office and m.i < plural.i)
    return sum(other == cls for other in before) >= _FEWEST


def _places(reading: Reading, office: Office) -> list[Office]:
    """The office of each country, or of each city: "the mayors of Barcelona, Dakar and Gwangju"."""
    countries = office.countries or tuple(listed_countries(reading, office.j)[0])
    if len(countries) > 1:
        return [replace(office, countries=(alpha3,)) for alpha3 in countries]
    return each_place(reading, office)[0]


def _count(reading: Reading, office: Office) -> int:
    """How many the text says there are: "the two chief justices", "ministers of both islands"; 0 if it does not."""
    lower, j = reading.tokens.lower, office.j
    behind = lower[j + 1 : j + 3] if lower[j : j + 1] == ["of"] else []
    said = lower[office.i - 1] if office.i else ""
    return next((_COUNTS[word] for word in (said, *(w for w in behind if w != "the")) if word in _COUNTS), 0)


def _named_next(reading: Reading, mentions: list[Mention], plural: Mention) -> list[int]:
    """Who is named without an office in the next sentences, the first at the beginning of the first of them."""
    tokens = reading.tokens
    at = tokens.sentence[plural.i]
    if at + 1 >= len(tokens.bounds):
        return []
    found = list[int]()
    for n, mention in enumerate(mentions):
        name = mention.name
        if name is None or not 0 < tokens.sentence[mention.i] - at <= _AHEAD:
            continue
        hosted = mention.counterpart_of is not None and mention.office is None and bool(found)
        if hosted or is_free(reading, mention, name, mentions):
            if not found and not opens_sentence(reading, tokens.bounds[at + 1][0], name.before):
                return []
            found.append(n)
    return found
