"""Where sentences begin and end in a body.

In: the body. Out: (start, end) offsets, in order. A full stop ends a sentence if a capital follows and what stands
before it is no initial, title or other abbreviation; a paragraph always ends one.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from communique.registry.abbreviations import abbreviation

_END = re.compile(  # every branch begins with one of three characters, so that the search leaps from one to the next
    r"[\n.!?](?:(?<=\n)\n+|(?<=[.!?])['\"”’)\]]{0,2}\s+(?=[\"“‘'(\[]?[^\W\d_a-z])|(?<=[a-z0-9)]\.)(?=[A-Z][a-z]+ ))"
)
_LONGEST = 2000  # characters


class Sentence(NamedTuple):
    """One sentence: offsets into the body and the number of its paragraph, from 0."""

    start: int
    end: int
    paragraph: int


@lru_cache(maxsize=8)  # the rooms of extraction ask for the same body one after the other
def sentences(body: str) -> tuple[Sentence, ...]:
    """The sentences of `body`.

    >>> body = "Dr. A. Khan met Mr. Wu. They talked.\\n\\nHe left."
    >>> [body[part.start : part.end] for part in sentences(body)]
    ['Dr. A. Khan met Mr. Wu.', 'They talked.', 'He left.']
    """
    found: list[Sentence] = []
    start = paragraph = 0
    for match in _END.finditer(body):
        breaks = "\n\n" in match.group()
        if (
            not breaks
            and body[match.start()] == "."
            and abbreviation().search(body, max(start, match.start() - 8), match.start())
        ):
            continue
        end = match.start() + len(match.group().rstrip())
        found.extend(_pieces(start, end, paragraph))
        paragraph += breaks
        start = match.end()
    found.extend(_pieces(start, len(body), paragraph))
    return tuple(found)


def _pieces(start: int, end: int, paragraph: int) -> list[Sentence]:
    """A sentence, cut where it is longer than any sentence, so that text without full stops stays cheap to read."""
    return [Sentence(at, min(at + _LONGEST, end), paragraph) for at in range(start, end, _LONGEST)]
