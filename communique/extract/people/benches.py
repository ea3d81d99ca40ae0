"""Members of the European Parliament, told by the bracket behind their names: "X (S&D, ES)", "Y (The Left, Germany)".

In: a `Reading` and its names. Out: names with the office of an MEP. It is the Parliament's own way to name them, which
the press follows.
"""

import re
from collections.abc import Container, Iterator
from functools import cache

from communique.extract.offices.heads import office_heads
from communique.extract.offices.phrases import Office
from communique.extract.people.names import Name
from communique.extract.words.reading import Reading
from communique.registry import settings


def of_groups(reading: Reading, names: list[Name], held: Container[int]) -> Iterator[tuple[Name, Office]]:
    """The names that a political group of the European Parliament and a country stand behind, but those of `held`."""
    tokens = reading.tokens
    for name in names:
        if name.i in held or tokens.lower[name.j : name.j + 1] != ["("]:
            continue
        if _behind().match(tokens.text, tokens.start[name.j]):
            head = office_heads()["mep"][0][1]
            yield name, Office(name.i, name.j, name.i, "MEP", head, classes=frozenset({head.cls}))


@cache
def _behind() -> re.Pattern[str]:
    groups = "|".join(map(re.escape, settings("office_words")["european_groups"]))
    return re.compile(rf"\(\s?(?:{groups})\s?[,/]\s?[A-Z][\w ]{{1,20}}\)")
