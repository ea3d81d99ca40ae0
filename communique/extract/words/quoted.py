"""Names of people in quotation marks, as some agencies write all of them: US President "Joe Biden" said.

In: a text. Out: the same text, as long as before, with spaces in the place of the marks around such names. What else
stands in quotation marks, such as a slogan or the name of an exercise, keeps them.
"""

import re
from functools import cache

from communique.registry import rows
from communique.registry.matcher import fold
from communique.registry.officials import given_names

_WORD = r"(?:(?:[Aa]l|[Ee]l)-)?[A-ZÀ-Þ][\w'’-]*[\w]"
_QUOTED = re.compile(
    rf"(?<=[\w,] )(?P<open>[\"“'‘])(?P<name>{_WORD}(?: (?:(?:bin|ibn|bint|de|von|van) )?{_WORD}){{1,3}})"
    r"(?P<comma>,?)(?P<close>[\"”'’])(?=[\s,.;)])"
)
_PAIRS = {'"': '"', "“": "”", "'": "'", "‘": "’"}
_LAST = re.compile(r"([^\W\d_]+),? $")


@cache
def _offices() -> frozenset[str]:
    """The last words of offices: "minister", and "counterpart"."""
    return frozenset({row["term"].split()[-1] for row in rows("offices")} | {"counterpart", "colleague", "and"})


def bare_names(text: str) -> str:
    """The text with the names that stand behind an office written without quotation marks.

    >>> bare_names('President "Joe Biden" and his counterpart, "Lina Haddad," spoke of "One World".')
    'President  Joe Biden  and his counterpart,  Lina Haddad,  spoke of "One World".'
    """
    if not any(mark in text for mark in (' "', " “", " '", " ‘")):  # the cheap look first
        return text
    return _QUOTED.sub(lambda found: _bare(text, found), text)


def _bare(text: str, found: re.Match[str]) -> str:
    before = _LAST.search(text, max(0, found.start() - 40), found.start())
    named = found["name"].split()
    known = fold(named[0]).removeprefix("al-") in given_names()
    office = before is not None and before[1].lower() in _offices()
    if not (known and office) or _PAIRS[found["open"]] != found["close"]:
        return found[0]
    return f" {found['name']}{found['comma']} "
