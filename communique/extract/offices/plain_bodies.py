"""Bodies named in small letters: "the Kenyan wildlife service", "the chamber of commerce and industry".

In: a `Reading` and a word. Out: where the name that starts there ends. What such a name is made of needs no proof, for
it begins where an office has said "of" and ends with a noun of bodies.
"""

from communique.extract.offices.heads import head_at, words
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_LONGEST = 4  # words up to the noun
_FUNCTION = frozenset([
    "of", "for", "in", "on", "at", "to", "by", "with", "from", "as", "into", "over", "about", "than", "and", "or",
    "but", "the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "these", "those", "who", "which",
    "whose", "whom", "was", "is", "were", "are", "has", "had", "have", "will", "would", "said", "says", "also", "not",
    "when", "where", "while", "after", "before", "it", "he", "she", "they",
])  # fmt: skip
_STANDING = frozenset(["acting", "deputy", "interim", "outgoing", "country"])
_OPENED = frozenset(["the", "a", "an", "'s", ",", "(", "its", "their", "his", "her", "our", ";", "–", "-"])
_FIELDS = frozenset(["of", "for", "on"])


def _nouns() -> frozenset[str]:
    """The nouns that close such a name."""
    return words("body", "small_bodies")


def plain_body(reading: Reading, k: int) -> int | None:
    """The end of the name that starts at the word `k`, or None where none does.

    The first noun closes it, unless another follows at once ("development bank group"); fields go with it.
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    last = None
    for e in range(k, min(k + _LONGEST, len(tokens))):
        if not _owns(lower, k, e) and not _may_stand(reading, k, e):
            break
        if lower[e] in _nouns():
            last = e + 1
        elif last:
            break
    return _fields_end(reading, last) if last else None


def is_apart(reading: Reading, k: int, end: int) -> bool:
    """Whether the name in small letters on the words `k` up to `end` is of a body that is no part of a government."""
    if end - k < 2 or reading.tokens.cap[k]:
        return False
    last = next((word for word in reversed(reading.tokens.lower[k:end]) if word in _nouns()), "")
    return last in words("apart")


def plain_body_before(reading: Reading, p: int, floor: int) -> int | None:
    """The first word of the name in "the Kenyan space agency (chief)" whose noun is the word `p`; None if it is alone.

    Where an article, a country or a mark opens it, all its words are taken; else those that are known.
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    if tokens.cap[p]:
        return None
    if lower[p] not in _nouns():
        return _with_field_before(reading, p, floor)
    i = p
    while i > max(floor, p - _LONGEST) and _may_open(reading, i - 1, p):
        i -= 1
    geo = reading.geo_to.get(i)  # not "Minister X of Oman | met"
    if geo and geo.form == "demonym":
        return i  # also "the Mongolian agency's"
    if i == 0 or tokens.first[i] or lower[i - 1] in _OPENED:
        return i if i < p else None
    known, k = words("portfolio", "modifiers", "body", "self"), p
    while k > i and lower[k - 1] in known:
        k -= 1
    return k if k < p else None


def _with_field_before(reading: Reading, p: int, floor: int) -> int | None:
    """The first word of "chamber of commerce and industry" which the word `p` closes."""
    tokens, lower, k = reading.tokens, reading.tokens.lower, p
    while k > floor + 1 and not tokens.cap[k] and (lower[k] in words("portfolio") or (lower[k] == "and" and k < p)):
        k -= 1
    noun = k - 1
    if k == p or noun < floor or lower[k] != "of" or lower[noun] not in _nouns():
        return None
    alone = tokens.cap[noun] and not tokens.first[noun]
    return None if alone else plain_body_before(reading, noun, floor) or noun


def _may_open(reading: Reading, k: int, p: int) -> bool:
    """Whether the word `k` may stand in the name whose noun is the word `p`: also a capital that opens the sentence."""
    tokens, word = reading.tokens, reading.tokens.lower[k]
    small = not tokens.cap[k] or (tokens.first[k] and word not in word_class("openers"))
    free = small and k not in reading.geo and k not in reading.taken
    same = tokens.sentence[k] == tokens.sentence[p]
    return free and same and is_plain(word) and word not in words("silent", "former") | _STANDING


def _owns(lower: list[str], k: int, e: int) -> bool:
    """Whether the word `e` is the mark of "the farmers' union", "the senate's defence committee"."""
    plural = lower[e] in {"'", "’"} and lower[e - 1].endswith("s")
    return e > k and (plural or (lower[e] == "'s" and lower[e - 1] in words("chamber")))


def _may_stand(reading: Reading, k: int, e: int) -> bool:
    tokens, word = reading.tokens, reading.tokens.lower[e]
    if tokens.cap[e] or tokens.sentence[e] != tokens.sentence[k] or e in reading.geo:
        return False
    return is_plain(word) and (e == k or head_at(reading, e) is None)


def is_plain(word: str) -> bool:
    """Whether a word has letters alone, a hyphen perhaps, and is none of grammar."""
    return word.replace("-", "").isalpha() and word not in _FUNCTION


def _fields_end(reading: Reading, end: int) -> int:
    """The end of "of commerce and industry" behind "chamber"; `end` where no field follows."""
    tokens, lower, e = reading.tokens, reading.tokens.lower, end
    if lower[e : e + 1] == [] or lower[e] not in _FIELDS:
        return end
    while e + 1 < len(tokens) and (e == end or lower[e] in {"and", ","}):
        field = e + 1
        while field < len(tokens) and not tokens.cap[field] and lower[field] in words("portfolio"):
            field += 1
        if field == e + 1:
            break
        end = e = field
    return end
