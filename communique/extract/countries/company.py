"""The country that people share with those beside whom they are named: lists of one side's officials.

In: a `Reading` and persons, some with their country. Out: the country of one without, or the body in its place. "He
received Chad's Foreign Minister A, Trade Minister B and Adviser C" are three of one country; "Chad's Foreign Minister
A and President D agreed" need not be: there the list is the subject, and who stands in it may be of two sides.
"""

from collections.abc import Iterator

from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading

_JOINTS = frozenset([",", ";", ")", "and", "the", "with", "as", "well", "also"])
_GOVERNING = frozenset(
    [
        "met", "meet", "meets", "receiving", "received", "receives", "including", "include", "includes", "included",
        "called", "calls", "call",
        "comprising", "comprises", "comprised", "accompanied", "welcomed", "welcoming", "hosted", "hosting", "greeted",
    ]
)  # fmt: skip
_BETWEEN = frozenset(["the", "'s", "with", "by", "on", "his", "her", "also", "both"])
_ATTENDING = frozenset(["attending", "attended", "present", "participating", "attendance"])
_OPENERS = frozenset([
    "after", "before", "during", "following", "in", "on", "at", "upon", "fresh", "together", "along", "alongside",
    "besides", "with", "to", "when", "while", "as",
])  # fmt: skip
_GROUPS = frozenset(["delegation", "team", "entourage", "guests", "visitors", "retinue", "side", "part"])


Endings = dict[int, tuple[Person, int]]  # by the word behind a mention: whose it is, and its first word


def endings(persons: list[Person]) -> Endings:
    """Where the mentions of people end."""
    return {mention.j: (person, mention.i) for person in persons for mention in person.mentions}


def listed_with(reading: Reading, person: Person, ends: Endings) -> str | None:
    """The side of those before in a list that a verb of meeting or "including" governs: "met Chad's A and B"."""
    places = list(row_before(reading, person, ends))
    row, at = [other for other, _ in places], places[-1][1] if places else person.mentions[0].i
    starts = [person.mentions[0].i, *(i for _, i in places)][:-1]
    parted = any(";" in reading.tokens.lower[i - 3 : i] for i in starts)
    if row and _attends(reading, at) and _ministers(row[0], person):
        return row[0].country  # "Attending were Chad's Trade Minister A, Health Minister B and Mali's Minister C"
    told = {other.country for other in row if other.country} or {other.side for other in row if other.side}
    held = any(other.side in told for other in row if other.offices)
    return next(iter(told)) if held and len(told) == 1 and (parted or _governed(reading, at)) else None


def row_before(reading: Reading, person: Person, ends: Endings) -> Iterator[tuple[Person, int]]:
    """Those that commas or "and" join in front of the person, the nearest first, and where each is named."""
    at = person.mentions[0].i
    while found := _joined_before(reading, at, person, ends):
        yield found
        at = found[1]


def _attends(reading: Reading, at: int) -> bool:
    """Whether the sentence says, before the word `at`, that people attend."""
    begin = reading.tokens.bounds[reading.tokens.sentence[at]][0]
    return not _ATTENDING.isdisjoint(reading.tokens.lower[begin:at])


def _ministers(one: Person, other: Person) -> bool:
    """Whether two are ministers for different fields."""
    levels = {office.head.level for person in (one, other) for office in person.offices}
    bare = any(" " not in office.role for office in other.offices)
    return levels == {"minister"} and not bare and one.portfolio.isdisjoint(other.portfolio)


def joined(reading: Reading, one: Person, other: Person) -> bool:
    """Whether the second person stands right behind the first: "Chad's Minister X and the Director of Ports, Y"."""
    at = other.mentions[0].i
    gap = reading.tokens.lower[one.mentions[0].j : at]
    if gap == [","] and _opens_clause(reading, other, at):
        return False
    return bool(one.offices) and 0 < len(gap) < 4 and _JOINTS.issuperset(gap)


def _joined_before(reading: Reading, at: int, person: Person, ends: Endings) -> tuple[Person, int] | None:
    """The person that a comma or "and" joins in front of word `at`, and where that mention starts."""
    lower, sentence = reading.tokens.lower, reading.tokens.sentence
    k = at
    while k > 0 and at - k < 4 and lower[k - 1] in _JOINTS and sentence[k - 1] == sentence[at]:
        k -= 1
    other = ends.get(k) if k < at else None
    if k == at - 1 and lower[k] == "," and _opens_clause(reading, person, at):
        return None  # "After talks with X, Minister Y said"
    return other if other and other[0] is not person and other[1] < k else None


def _opens_clause(reading: Reading, person: Person, at: int) -> bool:
    """Whether the person at the word `at` is the subject behind an opening clause: "In a call with X, Y said"."""
    tokens = reading.tokens
    begin, end = tokens.bounds[tokens.sentence[at]]
    behind = next((m.j for m in person.mentions if m.i == at), at)
    if tokens.lower[begin] not in _OPENERS and not tokens.lower[begin].endswith("ing"):
        return False
    return behind < end and tokens.lower[behind].isalpha() and tokens.lower[behind] != "and" and not tokens.cap[behind]


def _governed(reading: Reading, i: int) -> bool:
    """Whether a verb of meeting or "including" stands right before the list that starts at word `i`."""
    lower = reading.tokens.lower
    if lower[i - 1 : i] == ["with"]:
        return True  # "talks with Uruguay's Foreign Minister X and the Defence Minister Y"
    i -= lower[i - 1] == "the"
    if lower[i - 1] in {"are", "were", "is", "was"} and not _GROUPS.isdisjoint(lower[max(0, i - 5) : i - 1]):
        return True  # "Members of the delegation are …", "Among the guests were …"
    near = [w for w in lower[max(0, i - 5) : i] if w not in _BETWEEN]
    return not _GOVERNING.isdisjoint(near[-2:])
