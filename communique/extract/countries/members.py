"""Who belongs to a delegation: "Also of the delegation are X and Y", "heads a team, of which X and Y are part".

In: a `Table` and a person named in a sentence that speaks of a group's members. Out: the country or the body whose
group it is: the one that its name, its leader or the text before tells, at last the guest's, for who is at home needs
no delegation.
"""

import re
from collections.abc import Iterator

from communique.extract.countries.beside import whom
from communique.extract.countries.owned import of_group
from communique.extract.countries.place import place_in_headline
from communique.extract.countries.sides import LEADING
from communique.extract.countries.table import Table
from communique.extract.offices.alike import matches
from communique.extract.people.mentions import Mention
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Body, Geo, Reading

_GROUP = r"(?:delegation|team|entourage|retinue|group|party|mission|suite)"
_THE_GROUP = rf"(?:the|this|that|his|her|its) (?:\S+ )?{_GROUP}"
_IS = r"(?:are|were|is|was)"
_MEMBERS = re.compile(  # in the sentence that names them, behind or before the names
    rf"\b(?:(?:members?|part|rest|others?) (?:of|in|on) (?:{_THE_GROUP}|{_GROUP})\b"
    rf"|(?:of|in|on|with) {_THE_GROUP} {_IS}\b|(?:in|among) (?:it|them) {_IS}\b"
    rf"|{_IS} (?:also |both |all )?(?:in|on|of|with|among) {_THE_GROUP}\b"
    rf"|(?:of|in) which\b.* {_IS} (?:\S+ )?(?:part|members?|included)\b|to which\b.* belongs?\b"
    rf"|\bbelong(?:s|ed)? to {_THE_GROUP}\b"
    rf"|(?:made|make|makes) up the rest\b|(?:complete[sd]?|completing) {_THE_GROUP}\b"
    rf"|, of {_THE_GROUP} ,|{_IS} (?:also |both )?(?:on|along on|part of) (?:the|this) (?:trip|visit|tour|journey)\b"
    rf"|(?:leader|head|chief) of the (?:visiting )?{_GROUP}\b|leads? the visitors\b)"
)
_INCLUDES = re.compile(  # in front of the names
    rf"\b(?:{_GROUP} (?:, |(?:that|which|whom) .{{1,60}}(?:leads?|led|heads?|headed|brought) )?(?:also |further )?"
    rf"(?:includes?|included|comprise[sd]?|consist(?:s|ed)? of|numbers?|(?:{_IS} )?(?:made up|composed|formed) of)\b"
    rf"|(?:of|in|among) (?:which|whom) {_IS}\b|(?:also )?travell?ing {_IS}\b"
    rf"|those (?:he|she|they) (?:had|has|have) brought\b|(?:leading|heading) it {_IS}\b)"
)
_GROUPS = frozenset(["delegation", "team", "entourage", "retinue", "group", "party", "mission", "suite"])
_OF_HOST = re.compile(rf"\b{_GROUP} of (?:the|his|her|their) hosts?\b|\b(?:host|host's|hosts') {_GROUP}\b")
_FRONTED = re.compile(  # "Accompanying X were Y and Z"
    r"^(?:also )?(?:accompanying|travell?ing with|beside|alongside|at the side of|with|flanking|representing)$"
)
_TRAILING = re.compile(  # "Y and Z accompany the guest", "Y, who had come with him"
    r"\b(?:accompan(?:y|ies|ied)|assist(?:s|ed)?|(?:came|come|comes|travell?ed|travels?|flew|flies) (?:in )?with"
    r"|(?:is|are|was|were) (?:travell?ing |there |in \S+ )?with)$"
)
_WITH_GUEST = re.compile(  # "In the party of the guest were Y and Z", "The guest introduced Y and Z"
    r"\b(?:(?:accompan(?:y|ies|ying|ied)|(?:party|suite|side) of|beside) (?:the|his|her|their) (?:guests?|visitors?)"
    r"|^the (?:guests?|visitors?) (?:introduced|brought|presented))\b"
)
_WITH_HIM = re.compile(  # "With him are Y and Z", "She flew in with Y"
    r"^(?:(?:also )?(?:accompanying|travell?ing with|with) (?:him|her|them) (?:are|were|is|was|will be|came)"
    r"|(?:he|she) (?:has |had )?(?:flew|flown|came|come|arrived|travell?ed) (?:in |along )?with)\b"
)
_TRAVELS_WITH_HIM = re.compile(  # "Y, who is travelling with her"
    r"^, (?:who )?(?:(?:is|was|are|were|has|had) )?(?:travell?ing|travell?ed|came|come|went|gone|flew"
    r"|flown|there|here) (?:in |along )?with (?:him|her|them)\b"
)
_CLAUSE = 7  # words of such a clause
_ENDS_WITH_HIM = re.compile(
    r"\b(?:(?:are|were|is|was) (?:also |there )?with|accompan(?:y|ies|ied)|travell?ed with) (?:him|her|them)"
    r"(?: \S+){0,4} \.$"
)
_TRAVELLING = word_class("motion") | {"visit", "trip", "tour", "called", "calls", "go", "goes"}
_STAND = frozenset(["are", "were", "is", "was", "sat", "stood", "came", "will", "sits", "stands"])
_LONGEST = 150  # words before and behind a name at which is looked
_BACK = 3  # sentences before in which the group may be named


def of_delegation(table: Table, person: Person) -> str | None:
    """The country of the delegation to which the sentence counts the person."""
    tokens, mention = table.reading.tokens, person.mentions[0]
    number = tokens.sentence[mention.i]
    first, last = _around(table, person)
    before = " ".join(tokens.lower[first : mention.i])
    listed = _INCLUDES.search(before)
    if any("friendship group" in office.role.lower() for office in person.offices):
        return None  # "attended by members of the Friendship Group, X": it receives as well as travels
    if listed and not word_class("encounter").isdisjoint(before[listed.end() :].split()):
        return None  # "A delegation, of which X was the head, called on Minister Y"
    if not (listed or _MEMBERS.search(" ".join(tokens.lower[first:last]))):
        return None
    if not LEADING.isdisjoint(tokens.lower[mention.j : mention.j + 3]):
        return _owner(table, mention.j, last)
    if _OF_HOST.search(before):
        return table.host
    own = _owner(table, first, mention.i)
    for above in range(number - 1, max(-1, number - 1 - _BACK), -1):
        own = own or _owner(table, *tokens.bounds[above])
    return own or _guest(table)


def with_whom(table: Table, person: Person) -> str | None:
    """The country of whoever the person accompanies: "Accompanying X were Y and Z", "Y, who came with the guest"."""
    if named := _accompanied(table, person):
        return named.side
    tokens = table.reading.tokens
    first, last = _around(table, person)
    said = " ".join(tokens.lower[first:last])
    if travels_along(table, person):
        him = None if table.home else whom(table.reading, table.persons, first)
        return him.side if him else _guest(table)
    close = next((k for k in range(person.mentions[0].j, last) if tokens.lower[k] == ";"), last)
    if not _WITH_HIM.search(said) and not _ENDS_WITH_HIM.search(" ".join(tokens.lower[first:close])):
        return _guest(table) if _WITH_GUEST.search(said) else None
    him = whom(table.reading, table.persons, first)
    above = tokens.lower[tokens.bounds[tokens.sentence[first - 1]][0] : first] if first else []
    if him and said.startswith("with") and _TRAVELLING.isdisjoint(above):
        return None
    return him.side if him else _guest(table)


def travels_along(table: Table, person: Person) -> bool:
    """ "Governor Y, who went along with him"."""
    behind = table.reading.tokens.lower[person.mentions[0].j : _around(table, person)[1]]
    return bool(_TRAVELS_WITH_HIM.match(" ".join(behind[:_CLAUSE])))


def _accompanied(table: Table, person: Person) -> Person | None:
    """Who is named in the sentence as the one with whom the person is."""
    tokens, mention = table.reading.tokens, person.mentions[0]
    first, last = _around(table, person)
    for other in table.persons:
        for led in other.mentions if other is not person else ():
            before, between = tokens.lower[first : led.i], tokens.lower[led.j : mention.i]
            if first < led.i and between and between[0] in _STAND and _FRONTED.match(" ".join(before)):
                return other  # "Accompanying X were Y and Z"
            if first <= led.i and {"had", "has"}.intersection(between) and "brought" in between[-4:]:
                return other  # "The Governor had also brought Mr Y"
            if mention.j < led.i < last and _TRAILING.search(_up_to(tokens.lower, mention.j, led.i)):
                return other  # "Y and Z accompany X"
    return None


def _up_to(lower: list[str], begin: int, end: int) -> str:
    """The last words of a stretch, the article left out: "accompanied the (Minister)"."""
    end -= lower[end - 1 : end] == ["the"]
    return " ".join(lower[max(begin, end - 4) : end])


def _around(table: Table, person: Person) -> tuple[int, int]:
    """The words of the sentence that names the person first, of a very long one those around him."""
    tokens, i = table.reading.tokens, person.mentions[0].i
    first, last = tokens.bounds[tokens.sentence[i]]
    return max(first, i - _LONGEST), min(last, i + _LONGEST)


def _owner(table: Table, first: int, last: int) -> str | None:
    """The country whose group, or whose people's leader, is told last between two words."""
    reading = table.reading
    groups = [(geo.i, geo.alpha3) for geo in reading.geo.values() if first <= geo.i < last and _is_group(reading, geo)]
    groups += [(body.i, body.organization.name) for body in _of_bodies(reading, first, last)]
    for other in table.persons:
        for mention in other.mentions:
            if first <= mention.i < last and not LEADING.isdisjoint(reading.tokens.lower[mention.j : mention.j + 4]):
                groups.append((mention.i, _leader(table, other, mention) or ""))
    return max(groups)[1] or None if groups else None


def _leader(table: Table, person: Person, mention: Mention) -> str | None:
    """Whose the leader is: of several who may be "the Prime Minister" it is the page's own."""
    office = mention.office if mention.name is None else None
    own = (p for p in table.persons if p.country in (None, table.home))
    if office and not office.countries and any(matches(held, office) for p in own for held in p.offices):
        return table.home
    return person.side


def _of_bodies(reading: Reading, first: int, last: int) -> Iterator[Body]:
    """The bodies of "a World Bank team", "a delegation from the FAO" between two words, those that are of no state."""
    lower = reading.tokens.lower
    for body in reading.body.values():
        if first <= body.i < last and body.organization.country is None:
            of = lower[max(0, body.i - 3) : body.i]
            sent = not _GROUPS.isdisjoint(of) and not {"of", "from"}.isdisjoint(of)
            if sent or not _GROUPS.isdisjoint(lower[body.j : body.j + 1]):
                yield body


def _is_group(reading: Reading, geo: Geo) -> bool:
    """ "The Cuban delegation", "a team from Chad", "led the Zambians"."""
    lower = reading.tokens.lower
    if geo.form == "demonym" and not _GROUPS.isdisjoint(lower[geo.j : geo.j + 1]):
        return True
    near = lower[max(0, geo.i - 6) : geo.j + 3]
    if not _GROUPS.isdisjoint(near) and of_group(reading, geo):
        return True
    led = not LEADING.isdisjoint(lower[max(0, geo.i - 2) : geo.i])
    return led and geo.form == "demonym" and reading.tokens.word[geo.j - 1].endswith("s")


def _guest(table: Table) -> str | None:
    """Whose people have come: the only other side's, or the page's own where they are abroad."""
    abroad = table.foreign and table.foreign in {table.at, place_in_headline(table.title)}
    return table.home if abroad and table.home else table.foreign
