"""Who wrote the article, as a line at its head or foot says.

In: a line. Out: the writer's name, initials or agency without the words around it, or None. The cue words in many
languages are data (`registry/chrome.toml`, `bylines`).
"""

import re
from functools import cache

from communique.page.dates import find_dates
from communique.registry import settings
from communique.registry.matcher import fold

_CUE_SEPARATOR = re.compile(r"\s*[:：|–-]\s*|\s+")
_TAIL = re.compile(
    r"\s*(?:[|•·»,;/–—-]|\s(?:on|at|for|in|published|posted|updated|last)\s|\(|\d|@|https?:|\bwww\.).*$", re.IGNORECASE
)
_PAIR = re.compile(r"\s(?:/|and|&)\s|,\s(?=[A-Z])")
_INITIALS = re.compile(r"^\(?((?:[A-Z]\.?){1,4}(?:/(?:[A-Z]\.?){1,4}){1,3}|(?:[A-Z]\.){2,4}|[A-Z]{2,5})\)?\.?$")
_NAME = re.compile(
    r"^(?:[A-ZÀ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*|[A-Z]\.(?:[A-Z]\.)*|al|el|bin|ibn|bint|van|von|de|da|di|del|der|la|le|dos|das|Al)$"
)
_NOBODY = frozenset("admin administrator webmaster editor root user unknown anonymous none us you me".split())
_ORGANIZED = frozenset(
    "the of for and in on to agency news times press media service desk team staff office ministry department network group tv "
    "radio post today online daily herald tribune gazette journal university embassy council commission".split()
)


@cache
def _cues() -> dict[str, None]:
    return {fold(cue): None for cue in settings("chrome")["bylines"]}


@cache
def _not_names() -> frozenset[str]:
    chrome = settings("chrome")
    phrases = [*chrome["menu"], *chrome["headings"], *chrome["labels"]]
    return _ORGANIZED | frozenset(word for phrase in phrases for word in fold(phrase).split())


@cache
def _place_words() -> frozenset[str]:
    """Words of countries' and capitals' names, which are no persons ("Saudi Arabia" alone on a line)."""
    from communique.registry.countries import countries

    names = [
        name
        for country in countries().values()
        for name in (country.name, country.official, *country.aliases, *country.demonyms, *country.capitals)
    ]
    return frozenset(word for name in names for word in fold(name).split() if len(word) > 3)


def _cue_length(text: str) -> int:
    """Where the name begins behind "By", "Author:", "Article written by"; 0 without a cue."""
    words = text.split(maxsplit=5)
    for count in range(min(4, len(words) - 1), 0, -1):
        cue = " ".join(words[:count])
        bare = fold(cue.rstrip(":：|-– ").rstrip())
        if bare in _cues():
            # a bare noun needs its colon: "Report: A. Khan", not "Report on trade"
            if bare.endswith("by") or cue[-1:] in ":：|" or words[count][:1] in ":：|":
                end = 0
                for word in words[:count]:
                    end = text.index(word, end) + len(word)
                return end + len(text[end:]) - len(text[end:].lstrip(" :：|-–"))
    return 0


def said_byline(text: str) -> str | None:
    """The writer that a line names with a cue: "By Trend", "Author: X", "Article written by X for site".

    >>> said_byline("Article written by Lina Haddad for news.example")
    'Lina Haddad'
    >>> said_byline("By the end of the year trade will have doubled.") is None
    True
    """
    start = _cue_length(text)
    if not start or len(text) > 160:
        return None
    rest = text[start:].strip()
    dates = find_dates(rest)
    if dates:
        rest = rest[: dates[0].start]
    both = _PAIR.search(rest)
    name = rest if both and _are_names(rest) else _TAIL.sub("", rest)
    name = name.strip(" .,;:|–—-")
    words = name.split()
    if not words or len(words) > 8 or fold(name) in _NOBODY or not name[0].isupper():
        return None
    small = sum(word[0].islower() for word in words)
    if (
        small > len(words) // 2
        or fold(words[0]) in {"the", "a", "an", "this", "its", "his"}
        or text.rstrip().endswith(";")
    ):
        return None
    return name


def _are_names(text: str) -> bool:
    return all(
        part and all(_NAME.match(word) for word in part.split()) and len(part.split()) <= 4
        for part in _PAIR.split(text)
    )


def is_initials(text: str) -> bool:
    """Whether a line is nothing but a writer's or an agency's initials: "MP/IRN", "R.J./H.S.", "URN"."""
    return bool(_INITIALS.match(text))


def is_name(text: str) -> bool:
    """Whether a line is nothing but the name of a person or two: two to four capitalised words, none of them furniture.

    >>> is_name("Inas Abdulkareem"), is_name("R. Haddad / Omar Saleh"), is_name("Latest News"), is_name("Saudi Arabia")
    (True, True, False, False)
    """
    if len(text) > 70 or text[-1:] in ".:?!" or not text[:1].isupper() or any(map(str.isdigit, text)):
        return False
    for part in _PAIR.split(text):
        words = part.split()
        if not (2 <= len(words) <= 4 and all(_NAME.match(word) for word in words)):
            return False
        folded = {fold(word) for word in words}
        if part.isupper() or not folded.isdisjoint(_not_names()) or not folded.isdisjoint(_place_words()):
            return False
    return True
