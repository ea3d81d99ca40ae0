"""Heads of office phrases and the word classes around them, read from the registry.

In: registry/offices.csv, portfolios.csv and office_words.toml. Out: `match_head`, which says whether an office starts
at a word, and the classes of words (ranks, portfolios, nouns of bodies) on which the grammar of offices stands.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.registry import rows, settings
from communique.registry.matcher import fold

DIPLOMATIC = frozenset({"diplomat", "international", "senior_official", "spokesperson"})  # levels of office


@dataclass(frozen=True, slots=True)
class Head:
    """A head of the registry; `plural` where the text has more than one holder."""

    cls: str
    level: str
    body: str
    use: str
    plural: bool = False
    singular: str = ""


@dataclass(slots=True)
class Part:
    """What one side of a head contributes, while it is being read."""

    at: int
    pieces: list[tuple[int, int]] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    organization: str | None = None
    own: bool = False
    former: bool = False
    once: str = ""  # the word "former" itself, where the text has it
    posting: str | None = None
    inner: str | None = None
    region: str | None = None
    elsewhere: bool = False
    party: bool = False


REGIONS = frozenset(row["word"] for row in rows("portfolios") if row["portfolio"] == "regions")
PANELS = frozenset(["committee", "commission", "council", "subcommittee", "board", "panel"])
_ABSTRACT = ("tion", "sion", "ment", "ology", "ship", "ture", "ities", "ness", "ncing", "ling", "ting", "ries", "ics")
_ROOMS = (["representative", "office"], ["representative", "offices"])
_HYPHENED = ("deputy ", "vice ", "prime ", "joint ")  # "Prime-Minister"


@cache
def office_heads() -> dict[str, list[tuple[tuple[str, ...], Head]]]:
    """The heads by first word, longest first, with their plurals."""
    table: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for singular, row in _terms():
        for term, plural in {singular: False, **dict.fromkeys(_plurals(singular), True)}.items():
            hyphened = term.replace(" ", "-", 1) if term.startswith(_HYPHENED) else term
            for form in {term.lower(), fold(term), hyphened.lower()}:
                words = tuple(form.replace("’", "'").split())
                head = Head(row["class"], row["level"], row["body"], row["use"], plural, singular)
                table.setdefault(words[0], []).append((words, head))
    for options in table.values():
        options.sort(key=lambda option: -len(option[0]))
    return table


def _terms() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every term of the registry with its row, and "commander-general" beside "commander general"."""
    told = {row["term"] for row in rows("offices")}
    for row in rows("offices"):
        yield row["term"], row
        general = re.sub(" general$", "-general", row["term"])
        if general not in told:
            yield general, row


def _plurals(term: str) -> list[str]:
    """The plural of the noun that carries the number: "secretaries of state", "prime ministers"."""
    words = term.split()
    at = next((n - 1 for n, word in enumerate(words) if n and word in {"of", "at", "in"}), len(words) - 1)
    if words[-1] in {"general", "d'affaires", "regent"} and len(words) > 1:
        at = len(words) - 2
    if words[-1] == "plenipotentiary":
        at = 0  # "ambassadors extraordinary and plenipotentiary"
    noun, hyphen, tail = words[at].partition("-")
    if tail not in {"general", "designate", "elect", "large", "at-large"}:
        noun, hyphen, tail = words[at], "", ""  # but "ambassadors-designate"
    many = (
        noun[:-3] + "men" if noun.endswith("man") else noun[:-1] + "ies" if noun.endswith(("ry", "ty")) else noun + "s"
    )
    return [" ".join([*words[:at], many + hyphen + tail, *words[at + 1 :]])]


@cache
def words(*kinds: str) -> frozenset[str]:
    """The words of one or more classes of registry/office_words.toml, or "portfolio" for those of portfolios.csv."""
    if len(kinds) > 1:
        return frozenset[str]().union(*map(words, kinds))
    if kinds == ("portfolio",):
        return frozenset(row["word"] for row in rows("portfolios"))
    return frozenset(settings("office_words")[kinds[0]])


@cache
def honorific_words() -> frozenset[str]:
    """The first words of all honorifics and ranks, lower case."""
    kept = (row["term"].lower().split()[0] for row in rows("honorifics") if row["kind"] != "name")
    return frozenset(kept) - words("portfolio", "modifiers", "body", "ministry")


@cache
def longer_honorifics() -> dict[str, frozenset[str]]:
    """The second words of the honorifics whose first word is none alone: "sri" of "Tan Sri", "udom" of "Ek Udom"."""
    said = [row["term"].lower().split() for row in rows("honorifics")]
    alone = {words[0] for words in said if len(words) == 1}
    pairs = [words for words in said if len(words) > 1 and words[0] not in alone]
    return {first: frozenset(words[1] for words in pairs if words[0] == first) for first, *_ in pairs}


@cache
def styles_in_names() -> frozenset[str]:
    """Honorifics that are often the second part of a name: "Mohamed Haji Ali", "Ng Eng Hen", "Hassan Sheikh X"."""
    names = settings("name_words")
    kept = (row["term"].lower() for row in rows("honorifics") if row["kind"] == "style")
    return frozenset([*names["inner"], *names["surnames"], *names["pilgrims"], *kept])


def match_head(lower: list[str], i: int, options: list[tuple[tuple[str, ...], Head]]) -> tuple[int, Head] | None:
    """The first of the heads that begin with the word `i` of which all words stand there, and how many they are."""
    behind = lower[i + 1] if i + 1 < len(lower) else ""
    for term, head in options:
        length = len(term)
        if length > 1 and (term[1] != behind or tuple(lower[i + 1 : i + length]) != term[1:]):
            continue
        if not (head.singular.startswith("head of") and term[-1] == "state" and _of_body(lower, i + length)):
            return length, head  # not in "head of the state water committee"
    return None


def _of_body(lower: list[str], k: int) -> bool:
    """Whether the word `k` goes on with the name of a body."""
    return k < len(lower) and lower[k] in words("portfolio", "ministry", "body")


def head_at(reading: Reading, i: int) -> Head | None:
    """The head that starts at the word `i`; "Representative Office" is none."""
    lower = reading.tokens.lower
    options = office_heads().get(lower[i]) if i < len(lower) else None
    hit = match_head(lower, i, options) if options and lower[i : i + 2] not in _ROOMS else None
    return hit[1] if hit else None


def abstract_noun(word: str) -> bool:
    """Whether an unknown word can only be the name of a field, no person's: "Regulation", "Financing"."""
    return len(word) > 6 and word.endswith(_ABSTRACT) and "-" not in word and word not in words("virtues")


def leads_office(reading: Reading, e: int) -> bool:
    """Whether portfolios and then an office follow: "Minister of Health, and Peruvian Foreign Minister X" are two."""
    while e < len(reading.tokens) and reading.tokens.lower[e] in words("portfolio") and not head_at(reading, e):
        e += 1
    return e < len(reading.tokens) and head_at(reading, e) is not None


def after_bracket(reading: Reading, at: int) -> int:
    """Skips "(WFP)" behind a name."""
    lower = reading.tokens.lower
    if lower[at : at + 4] == ["a", ".", "i", "."]:
        return at + 4
    return at + 3 if at + 2 < len(lower) and lower[at] == "(" and lower[at + 2] == ")" else at


def skip_the(lower: list[str], k: int) -> int:
    return k + 1 if k < len(lower) and lower[k] == "the" else k


STYLES = frozenset(
    ["he", "hrh", "hm", "hh", "hon", "mr", "ms", "mrs", "dr", "eng", "prof", "h.e", "h.e.", "sheikh", "sheikha"]
)

DETERMINERS = frozenset({"the", "its", "his", "her", "their", "our"})
CALENDAR = word_class("calendar")
