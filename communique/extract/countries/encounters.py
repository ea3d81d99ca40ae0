"""Who meets whom, told by the verb between them: "X told his guest", "A and B were others whom X met", "seen off by X".

In: a `Table` and a person. Out: the person whom he meets, receives, tells something or is received by.
"""

from communique.extract.countries.beside import named_before
from communique.extract.countries.seats import SENT
from communique.extract.countries.table import Table
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class

_MEETING = word_class("encounter")
_WRITTEN = word_class("written")
_NOUNS = frozenset(["talks", "meeting", "meetings", "audience", "audiences", "call", "calls", "interlocutors"])
_SUBJECTS = frozenset(["he", "she", "they", "his", "her", "their"])
_OBJECTS = frozenset(["him", "her", "them", "guest", "guests", "visitor", "visitors", "his", "their"])
_AND = word_class("calendar") | frozenset(
    [",", ";", "and", ")", "well", "also", "then", "later", "the", "as", "both", "on", "by", "with", "to"]
)
_COMPANY = frozenset(
    [
        "accompanied",
        "together",
        "along",
        "alongside",
        "flanked",
        "including",
        "delegation",
        "comprising",
        "which",
        "whose",
    ]
)
_CALLING = frozenset(
    ["received", "welcomed", "greeted", "called", "calls", "airport"]
)  # what is done to a visitor, or by him
_FAR, _NEAR = 12, 4
_TWO = 2

Group = list[tuple[int, int, Person]]  # first word and word behind the last of each mention of a list


def met(table: Table, person: Person) -> Person | None:
    """The other one of an encounter that the sentence of the person's first mention tells."""
    tokens, begin = table.reading.tokens, person.mentions[0].i
    first, last = tokens.bounds[tokens.sentence[begin]]
    groups = _groups(table, first, last)
    at = next((k for k, group in enumerate(groups) if any(i == begin for i, _, _ in group)), None)
    if at is None:
        return None
    begin, end = groups[at][0][0], groups[at][-1][1]
    if len(groups[at]) == _TWO and _meets_between(tokens.lower, begin):
        return next(other for _, _, other in groups[at] if other is not person)
    before, behind = (groups[at - 1] if at else None), (groups[at + 1] if at + 1 < len(groups) else None)
    if before:
        opening, between = tokens.lower[first : before[0][0]], tokens.lower[before[-1][1] : begin]
        opening = opening[:-1] if opening[-1:] == ["the"] else opening
        between = between[:-1] if between[-1:] == ["the"] else between
        if between[-1:] == ["by"] and opening[-1:] in (["from"], ["of"]):
            return None  # "a letter from X, handed to him by Y"
        written = between == [","] and opening[-1:] == ["to"] and not _WRITTEN.isdisjoint(opening)
        if written or _meets(between) or _is_given(opening, between):  # "In a letter to X, Y asked"
            goes_on = between[: 1 + (between[:1] == [","])][-1:] == ["and"]  # "X was received by Y, and met with Z"
            return groups[0][0][2] if goes_on else before[0][2]
    if behind and _meets_behind(tokens.lower, end, behind[0][0], behind[-1][1]):
        return behind[0][2]
    opening = [] if before else tokens.lower[first:begin]
    pronoun = not _SUBJECTS.isdisjoint(opening)
    if not (_meets(opening) if pronoun else not behind and _meets_him(tokens.lower[end:last])):
        return None
    called = not _CALLING.isdisjoint(opening) or "off" in tokens.lower[end:last]
    return _before(table, person, first, called)


def listed_across(table: Table, person: Person) -> set[str | None]:
    """ "X met the ministers of Chad and Mali, Y and Z": whose all those are that he meets at once."""
    other, tokens = met(table, person), table.reading.tokens
    groups = _groups(table, *tokens.bounds[tokens.sentence[person.mentions[0].i]]) if other else []
    told = {p.country for group in groups if any(q is other for _, _, q in group) for _, _, p in group} - {None}
    return told if len(told) > 1 else set()


def fellow(table: Table, person: Person) -> str | None:
    """ "US Assistant Secretary X and Assistant Secretary Y sat down with the President": of whose people Y is one.

    That is the country of the others in the list which meets somebody of another; an envoy and others are of two.
    """
    tokens, begin = table.reading.tokens, person.mentions[0].i
    groups = _groups(table, *tokens.bounds[tokens.sentence[begin]])
    at = next((k for k, group in enumerate(groups) if any(i == begin for i, _, _ in group)), None)
    if at is None or len(groups[at]) < 2:
        return None
    own, end = groups[at], groups[at][-1][1]
    before, behind = groups[:at][-1:], groups[at + 1 : at + 2]
    met = [group for group in behind if _meets_behind(tokens.lower, end, group[0][0], group[-1][1])]
    met += [group for group in before if _meets(tokens.lower[group[-1][1] : own[0][0]])]
    alike = {p.country for _, _, p in own if p.country and bool(p.classes & SENT) == bool(person.classes & SENT)}
    others = {p.country or table.host for group in met for _, _, p in group if not p.settled}
    return alike.pop() if len(alike) == 1 and others and not others & alike else None


def _groups(table: Table, first: int, last: int) -> list[Group]:
    """The mentions of a sentence, those that a list joins together."""
    places = sorted(
        ((m.i, m.j, p) for p in table.persons for m in p.mentions if first <= m.i < last), key=lambda x: x[:2]
    )
    groups: list[Group] = []
    for place in places:
        gap = _words(table, groups[-1][-1][1], place[0]) if groups else ["."]
        listed = _AND.issuperset(gap) and gap[:1] and gap[0] in {",", ";", "and", ")"}
        shared = groups and place[0] < groups[-1][-1][1] and place[2] is not groups[-1][-1][2]
        if shared:
            groups[-1].append(place)  # "the ministers of Chad and Mali, X and Y" have one office
        elif groups and place[0] >= groups[-1][-1][1] and (listed or gap[-2:] in (["as", "did"], ["as", "was"])):
            groups[-1].append(place)
        elif not groups or place[0] >= groups[-1][-1][1]:
            groups.append([place])
    return groups


def _words(table: Table, begin: int, end: int) -> list[str]:
    """The words between two mentions, without a country in front of the second: "X and (Chadian) Minister Y"."""
    geo = table.reading.geo_to.get(end)
    return table.reading.tokens.lower[begin : geo.i if geo and geo.i > begin else end]


def _meets(between: list[str]) -> bool:
    """Whether the words between two people have them meet."""
    return len(between) <= _FAR and not _MEETING.isdisjoint(between) and _COMPANY.isdisjoint(between)


def _meets_between(lower: list[str], begin: int) -> bool:
    """ "the conversation between" in front of two people."""
    begin -= lower[begin - 1] == "the"
    return lower[begin - 1] == "between" and not _MEETING.isdisjoint(lower[max(0, begin - _FAR) : begin])


def _is_given(opening: list[str], between: list[str]) -> bool:
    """ "An audience was given to X by Y", "Calls took X to Y"."""
    return between[:1] in (["by"], ["to"]) and len(between) < _NEAR and _meets(opening)


def _meets_behind(lower: list[str], end: int, begin: int, behind: int) -> bool:
    """ "X told Y", "X, whom Y met", "X and Z were others whom Y saw"."""
    between = lower[end:begin]
    if {"whom", "who"}.isdisjoint(between):
        return _meets(between)
    return between[-1:] in (["whom"], ["who"]) and not _MEETING.isdisjoint(lower[behind : behind + _NEAR])


def _meets_him(behind: list[str]) -> bool:
    """ "… told his guest that", "… saw him off", ", whom he met"."""
    for k, word in enumerate(behind[:_FAR]):
        if word in _MEETING and word not in _NOUNS:
            near = behind[k + 1 : k + 1 + _NEAR]
            return not _OBJECTS.isdisjoint(near) or not {"he", "she"}.isdisjoint(behind[:k])
        if word in {".", ";"}:
            break
    return False


def _before(table: Table, person: Person, first: int, called: bool) -> Person | None:
    """Whom a pronoun means: the first one in the last sentence that names somebody; the visitor if he has `called`."""
    others = [other for other in table.persons if other is not person]
    here = [other for _, _, other in named_before(table.reading, others, first)]
    visitors = [p for p in here if p.country not in {None, table.at}] if called and table.at else here
    return next(iter(visitors), None)
