"""The countries of the world, and the words for them in a text.

In: a text. Out: every word that speaks of a country (name, demonym, capital), with the ISO 3166-1 alpha-3 code.
One scan finds names and the phrases that hide them ("Indian Ocean"); words with two readings ("Georgia", "Congo")
are settled by the words around them: one sense per discourse (Gale, Church and Yarowsky, HLT 1992).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from communique.registry import rows, split_list
from communique.registry.matcher import Match, Matcher, fold
from communique.registry.organizations import spellings


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory: `name` is the usual English one; `languages` are ISO 639-1 codes, official first."""

    alpha2: str
    alpha3: str
    name: str
    official: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    languages: tuple[str, ...]


class CountryTerm(NamedTuple):
    """What a word says: the country, what part of it, and how.

    `form` is "name", "demonym", "capital", "legislature" or "ministry".
    """

    alpha3: str
    form: str
    region: str | None = None


class _Rule(NamedTuple):
    """One row of country_readings.csv: `reading` (empty: no country) holds if a cue stands where `when` says."""

    reading: str
    when: str
    cues: re.Pattern[str]


class _Readings(NamedTuple):
    """The rules of one word: cues `beside` it, cues `around` it in the text (`cues` finds any), what holds without."""

    beside: list[_Rule]
    around: list[_Rule]
    cues: re.Pattern[str] | None
    otherwise: str | None


@cache
def countries() -> dict[str, Country]:
    """All countries by ISO 3166-1 alpha-3 code, in the order of the codes.

    >>> countries()["TUR"].name, countries()["TUR"].aliases[0]
    ('Türkiye', 'Turkey')
    """
    return {row["alpha3"]: _country(row) for row in rows("countries")}


def _country(row: dict[str, str]) -> Country:
    aliases, demonyms, capitals, languages = (
        split_list(row[key]) for key in ("aliases", "demonyms", "capitals", "languages")
    )
    return Country(row["alpha2"], row["alpha3"], row["name"], row["official"], aliases, demonyms, capitals, languages)


def find_countries(
    text: str, skip: Iterable[tuple[int, int]] = (), context: str | None = None
) -> list[Match[CountryTerm]]:
    """The words for countries in `text`, in order.

    Args:
        text: any text; capitals count ("US" but not "us", "Polish" but not "polish"), upper case is read too.
        skip: spans of `text` (start, end) in which nothing is to be found, such as names of organisations.
        context: where to look for what settles a word with two readings, if `text` is a part of a longer text.

    Returns:
        Matches whose value is a `CountryTerm`; offsets count characters of `text`.

    >>> [(m.value.alpha3, m.value.form) for m in find_countries("Nigerien envoy sails the Indian Ocean to Muscat")]
    [('NER', 'demonym'), ('OMN', 'capital')]
    """
    spans = tuple(skip)
    found: list[Match[CountryTerm]] = []
    for start, end, term in _MATCHER.find(text):
        if term is None or any(start < stop and end > begin for begin, stop in spans):
            continue
        if term.form == "demonym" and _is_language(text, start, end):
            continue
        word = _readings().get(fold(text[start:end]))
        alpha3 = _read(word, term.alpha3, text, start, end, context) if word else term.alpha3
        if alpha3:
            found.append(Match(start, end, term if alpha3 == term.alpha3 else CountryTerm(alpha3, term.form)))
    return found


_SPEAKING = re.compile(r"\b(?:in|into|speak|speaks|speaking|fluent) \Z", re.IGNORECASE)
_SPOKEN = re.compile(r"[.,;:!?)\]\n]|\Z| (?:and|or|as well|on|by|as|here|only)\b")
_TONGUE = re.compile(r"[- ](?:language|speaking|version|translation|alphabet)")


def _is_language(text: str, start: int, end: int) -> bool:
    """Whether the demonym at [start, end) is a language: "the statement, issued in Russian, …", "French-speaking"."""
    if _TONGUE.match(text, end):
        return True
    return bool(_SPOKEN.match(text, end) and _SPEAKING.search(text[max(0, start - 12) : start]))


def _read(word: _Readings, default: str, text: str, start: int, end: int, context: str | None) -> str:
    """The country that a word with several readings means here, "" for none."""
    for rule in word.beside:
        if rule.when == "before" and rule.cues.search(text[max(0, start - 24) : start]):
            return rule.reading
        if rule.when == "after" and rule.cues.match(text[end : end + 24]):
            return rule.reading
    whole = text if context is None else context
    cued = _cued(word.cues, whole) if word.cues else []
    if cued:
        said = {word.around[number] for _, number in cued}
        if len(said) == 1 or any(rule.when == "text" for rule in said):
            return word.around[_nearest(cued, start + max(0, whole.find(text)))].reading
    return default if word.otherwise is None else word.otherwise


def _nearest(cued: list[tuple[int, int]], place: int) -> int:
    """The number of the rule whose cue is the fewest characters away from `place`."""
    behind = bisect_left(cued, (place,))
    return min(cued[max(0, behind - 1) : behind + 1], key=lambda cue: abs(cue[0] - place))[1]


@lru_cache(maxsize=64)  # the same text is asked for each of its names
def _cued(cues: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Where a text has its first 1,000 cues, and the number of the rule of each."""
    return [(cue.start(), (cue.lastindex or 1) - 1) for cue in islice(cues.finditer(text), 1000)]


@cache
def _readings() -> dict[str, _Readings]:
    """The rules of country_readings.csv by folded term."""
    shapes = {"before": r"(?:\b(?:{}) )\Z", "after": r" (?:{})\b"}
    rules: dict[str, list[_Rule]] = {}
    for row in rows("country_readings"):
        cues = "|".join(re.escape(cue).replace(r"\$", r"\b") for cue in split_list(row["cues"]))
        rule = _Rule(row["reading"], row["when"], re.compile(shapes.get(row["when"], r"\b({})").format(cues)))
        for term in split_list(row["terms"]):
            rules.setdefault(fold(term), []).append(rule)
    return {term: _of_word(found) for term, found in rules.items()}


def _of_word(rules: list[_Rule]) -> _Readings:
    """The rules of one word, the cues in the text in one pattern: no cue is found within another."""
    around = [rule for rule in rules if rule.when in ("text", "only")]
    return _Readings(
        [rule for rule in rules if rule.when in ("before", "after")],
        around,
        re.compile("|".join(rule.cues.pattern for rule in around)) if around else None,
        next((rule.reading for rule in rules if rule.when == "else"), None),
    )


def _terms() -> dict[str, CountryTerm | None]:
    """All terms. Where two rows claim a term, the first of: mask, region, name, demonym, capital has it."""
    terms: dict[str, CountryTerm | None] = {}
    for row in rows("country_masks"):
        terms[fold(row["phrase"], lower=False)] = None
        terms.setdefault(fold(row["phrase"], lower=False).upper(), None)
    for term, value in country_terms():
        terms.setdefault(fold(term, lower=False), value)
    return terms


_MATCHER = Matcher(_terms, case=True, together=True)


def country_terms() -> Iterator[tuple[str, CountryTerm]]:
    """Every word for a country with what it says, plurals, "St." and upper-case forms included; may repeat a word."""
    for row in rows("regions"):
        names, region = (row["name"], *split_list(row["aliases"])), row["name"]
        yield from _forms(row["alpha3"], region, names, split_list(row["adjectives"]), split_list(row["capitals"]))
    for listed, form in (("legislatures", "legislature"), ("ministries", "ministry")):
        for row in rows(listed):
            for name in (row["name"], *split_list(row["aliases"])):
                yield from ((spelling, CountryTerm(row["alpha3"], form)) for spelling in spellings(name))
    for kind in range(3):  # all names before all demonyms before all capitals
        for country in countries().values():
            words = ((country.name, country.official, *country.aliases), country.demonyms, country.capitals)
            yield from _forms(country.alpha3, None, *(group if kind == i else () for i, group in enumerate(words)))


_NO_PLURAL = re.compile(r"(?:s|sh|ch|se|z|x|man|men|woman|-)\Z")


def _forms(
    alpha3: str, region: str | None, names: tuple[str, ...], demonyms: tuple[str, ...], capitals: tuple[str, ...]
) -> Iterator[tuple[str, CountryTerm]]:
    """The words of one row with their spelling variants."""
    plurals = tuple(f"{word}s" for word in demonyms if word == "German" or not _NO_PLURAL.search(word))
    for form, words in (("name", names), ("demonym", demonyms + plurals), ("capital", capitals)):
        value = CountryTerm(alpha3, form, region)
        for word in words:
            for spelling in _spellings(word):
                yield spelling, value
                if len(spelling) > 3:
                    yield spelling.upper(), value


def _spellings(word: str) -> Iterator[str]:
    """`word` with "St." and "St" for "Saint" and "&" for "and"."""
    yield word
    if "Saint " in word:
        yield word.replace("Saint ", "St. ")
        yield word.replace("Saint ", "St ")
    if " and " in word:
        yield word.replace(" and ", " & ")
