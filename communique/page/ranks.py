"""Those who serve, as they sign: a rank in front of the name, a unit behind it.

In: a line that begins with a name. Out: the line without them. The ranks are data (`registry/honorifics.csv`).
"""

import re
from functools import cache

from communique.page.names import is_name
from communique.page.vocabulary import word_list
from communique.registry import rows
from communique.registry.matcher import fold

# a rating of the US Navy: "Mass Communication Specialist 2nd Class Lina Haddad"
_RATED = re.compile(r"^(?:[A-Z][\w'-]+ ){1,4}(?:1st|2nd|3rd|First|Second|Third|1ST|2ND|3RD) [Cc]lass ")
MEDIUM = 2  # words of its name behind an office
FULL = 2  # words of a name with which those who serve sign
_STYLES = frozenset(["mr", "ms", "mrs", "miss"])


def without_unit(text: str) -> str:
    """The name of who serves, without the unit behind it.

    >>> without_unit("Lina M. Haddad Harbour National Guard")
    'Lina M. Haddad'
    """
    words = text.split()
    initial = len(words) > FULL and len(words[1].rstrip(".")) == 1
    return " ".join(words[: FULL + initial])


def without_rank(text: str) -> str:
    """A line that begins with a name, without the rank or the style in front of it.

    >>> without_rank("Staff Sgt. Lina Haddad"), without_rank("Mr Omar Saleh"), without_rank("General News Desk")
    ('Lina Haddad', 'Omar Saleh', 'General News Desk')
    """
    first, _, second = text.partition(" and ")
    if second and " and " not in second and (bare := without_rank(second)) != second:
        return f"{without_rank(first)} and {bare}"
    words = _RATED.sub("", text).split()
    if len(words) < len(text.split()) and _begins_with_name(words):
        return " ".join(words)
    for count in (4, 3, 2, 1):
        front = fold(" ".join(words[:count])).replace(".", "")
        if front in _ranks() and _begins_with_name(words[count:]):
            return " ".join(words[count:])
    return text


def before_office(text: str) -> str | None:
    """The name before a writer's office and the medium's name: "Lina Haddad Reporter Agência Harbour"."""
    words = text.split()
    rank = next((i for i, word in enumerate(words) if i > 1 and fold(word) in word_list("writers")), len(words))
    name, medium = " ".join(words[:rank]), words[rank + 1 :]
    return name if medium and len(medium) <= MEDIUM and all(map(str.istitle, medium)) and is_name(name) else None


def _begins_with_name(words: list[str]) -> bool:
    """Whether words are a name, or their first full ones are: "A. B. Haddad", "Lina M. Haddad Harbour Guard"."""
    full = [word for word in words if len(word.rstrip(".")) > 1]
    return is_name(" ".join(words)) or is_name(" ".join(full[:FULL]).rstrip(","))


@cache
def _ranks() -> frozenset[str]:
    ranks = {fold(row["term"]).replace(".", "") for row in rows("honorifics") if row["kind"] == "rank"}
    return frozenset(ranks | _STYLES)
