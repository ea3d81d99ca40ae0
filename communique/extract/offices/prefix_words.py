"""Words in front of an office: whether they belong to it, are said of its holder, or are a firm's.

In: a `Reading`, a word before the head, and the head. Out: what the word is there.
"""

from communique.extract.offices.antecedents import name_follows, own_body
from communique.extract.offices.areas import opens_nothing
from communique.extract.offices.heads import DETERMINERS, STYLES, Head, Part, words
from communique.extract.offices.plain_bodies import is_plain
from communique.extract.offices.remainders import held_by
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading, sovereign
from communique.extract.words.tokens import Tokens
from communique.registry.countries import find_countries

_ATTRIBUTES = 4  # words
_FIRM = 4  # words of a firm's name
_OF_FIRMS = frozenset(["managing director", "general manager", "chairman", "chairwoman"])
_OPENED = frozenset(["the", "'s", "a", "its"])
_LIST = 16  # words
_ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])
_NUMBERS = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
)
_DEPARTMENTS = frozenset(["department", "bureau", "directorate"])
_ONCE = frozenset(["former", "onetime", "erstwhile"])
_RANKS = frozenset(["acting", "deputy", "first", "interim", "caretaker", "permanent"])


def counted(tokens: Tokens, p: int, head: Head) -> bool:
    """Whether the word at `p` tells the how manieth holder it is: "first ambassador", but "First Minister"."""
    first = tokens.lower[p] == "first" and head.cls in {"ambassador", "president", "minister"}
    ordinal = tokens.lower[p] in _ORDINALS and head.singular in {"ambassador", "president", "high commissioner"}
    return (first or ordinal) and not (tokens.cap[p] and tokens.cap[p + 1] and head.cls == "minister")


def rank_before(reading: Reading, k: int, floor: int) -> int:
    """The first word of "acting" or "First Deputy" before the nationality at the word `k`, which parts it in two."""
    lower, i = reading.tokens.lower, k
    while i > floor and lower[i - 1] in _RANKS and reading.tokens.sentence[i - 1] == reading.tokens.sentence[k]:
        i -= 1
    return i


def fields_before(reading: Reading, p: int, floor: int) -> bool:
    """Whether the panel at the word `p` is called after its field, as a parliament's are, and no body of its own."""
    lower, q = reading.tokens.lower, p
    while q > floor and lower[q - 1] in words("portfolio") and reading.tokens.cap[q - 1] == reading.tokens.cap[p]:
        q -= 1
    return q < p and not own_body(reading, q, p + 1)


def fields_to(reading: Reading, p: int, floor: int) -> int | None:
    """The first word of "the local government, rural development and" up to the comma `p`: fields behind an article."""
    tokens, k = reading.tokens, p
    known = words("portfolio", "modifiers", "ministry", "self") | {",", "and", "local", "rural", "urban"}
    while k > max(floor, p - _LIST) and tokens.lower[k - 1] in known and not tokens.cap[k - 1]:
        k -= 1
    return k if k < p and tokens.lower[k - 1] in DETERMINERS and tokens.lower[k] != "," else None


def named_in(meaning: str) -> list[str]:
    """The country that opens the full name for which an acronym stands: "Rwanda Defence Force"."""
    state = next((sovereign(geo.value.alpha3) for geo in find_countries(meaning) if geo.start == 0), None)
    return [state] if state else []


def unknown_field(reading: Reading, p: int, i: int, head: Head) -> bool:
    """Whether the unknown word at `p` is of the office: "Jal Shakti Minister", "the ministry's veterinary officer"."""
    tokens = reading.tokens
    if tokens.cap[i]:
        named = head.level in {"minister", "deputy_minister"} and tokens.cap[p] and p not in reading.taken
        return named and i - p < 4 and tokens.word[p].isalpha() and opens_nothing(reading, p)
    if head.cls == "head" and head.use == "weak" and _attributive(reading, p, i, head):
        return True
    near = any(tokens.lower[q] == "'s" for q in range(max(0, p - 2), p))
    return near and not tokens.cap[p] and tokens.word[p].isalpha() and len(tokens.word[p]) > 3


def _attributive(reading: Reading, p: int, i: int, head: Head) -> bool:
    """Whether small words tell of what somebody is chief: "the Italian anti-mafia chief, X", "MAZ export head X"."""
    tokens, lower, q = reading.tokens, reading.tokens.lower, p
    while q > max(0, p - _ATTRIBUTES) and not tokens.cap[q] and lower[q] not in _OPENED and is_plain(lower[q]):
        if lower[q] in word_class("saying") or lower[q] in word_class("meeting") or lower[q].endswith("ed"):
            return False
        q -= 1
    geo, behind = reading.geo_to.get(q + 1), i + len(head.singular.split())
    opened = q < p and (lower[q] in _OPENED or q in reading.taken or tokens.word[q].isupper() or geo is not None)
    named = name_follows(reading, behind) and name_follows(reading, behind + 1)
    return opened and (named or (lower[behind : behind + 1] == [","] and held_by(reading, behind + 1)))


def names(tokens: Tokens, p: int) -> bool:
    """Whether the capital at `p` may be a firm's name: not the "The" behind "(KPL)"."""
    return not tokens.first[p] and tokens.lower[p] not in word_class("openers")


def numbered_area(tokens: Tokens, p: int) -> bool:
    """Whether the word at `p` numbers the part of a state before it: "Region Nine", "District 5"."""
    number = tokens.word[p].isdigit() or tokens.lower[p] in _NUMBERS
    return number and p > 0 and tokens.cap[p - 1] and tokens.lower[p - 1] in words("area") | {"zone", "ward", "sector"}


def firm_of_field(reading: Reading, i: int, head: Head, floor: int) -> int | None:
    """The first word of a firm that is called by its field, "SEDC Energy", in front of the word `i`."""
    tokens, k = reading.tokens, i
    if head.level != "business" and head.singular not in _OF_FIRMS:
        return None
    if i == floor or tokens.lower[i - 1] not in words("portfolio") or not tokens.cap[i - 1]:
        return None
    begin = max(floor, tokens.bounds[tokens.sentence[i]][0], i - _FIRM)
    while k > begin and tokens.cap[k - 1] and k - 1 not in reading.taken and tokens.word[k - 1].isalpha():
        k -= 1
    known = words("portfolio", "modifiers", "silent", "former") | DETERMINERS | STYLES
    while k < i - 1 and tokens.lower[k] in known:
        k += 1
    named = k < i - 1 and tokens.word[k].isupper() and len(tokens.word[k]) > 1
    return k if named else None


def of_department(reading: Reading, p: int, i: int) -> bool:
    """Whether the capital at `p` is of the department right before the head at `i`: "Criminal Investigation Department
    director"."""
    tokens = reading.tokens
    return tokens.cap[i - 1] and tokens.lower[i - 1] in _DEPARTMENTS and opens_nothing(reading, p)


def owned_field(reading: Reading, p: int, floor: int) -> bool:
    """Whether a country owns what stands at `p` or behind one rank there: "Scotland's National Clinical (Director)"."""
    lower = reading.tokens.lower
    k = p - (lower[p - 1] in words("modifiers") | {"national"})
    return k - 1 >= floor and lower[k - 1] == "'s" and k - 1 in reading.geo_to


def note_left(reading: Reading, p: int, part: Part) -> None:
    """Notes what the word `p` says of the holder: that he is no longer one, "former" being kept in the role."""
    word = reading.tokens.lower[p]
    part.former = part.former or word in words("former")
    part.once = reading.tokens.word[p] if word in _ONCE else part.once
