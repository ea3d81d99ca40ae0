"""What the paragraphs say again: a teaser above them, a standfirst with a dateline of its own, a pulled quotation.

In: the looks of a page's lines and the places of its sure paragraphs. Out: the same looks, the echoes marked.
"""

import re

from communique.page.dates.dateline import LONGEST, read_dateline
from communique.page.headline import key
from communique.page.lines.features import Look
from communique.page.lines.lead import SAID_AGAIN, may_head, told
from communique.registry.matcher import fold

ECHOED = 4  # paragraphs
MISSPELT = 2  # words of a teaser that the paragraph has not, where a blank is missing between words
ECHO_WORDS = 8  # and no fewer has a teaser
QUOTATION = re.compile(r"[\"“«]([^\"”»]{20,300})[\"”»]")  # at the beginning of a line


def _bare(text: str) -> str:
    return fold(text).strip(" .…\"“”'‘’")


def _is_datelined_twice(look: Look, first: Look) -> bool:
    """Whether a sentence above the first paragraph has a dateline as that has, and is told again by it."""
    if look.values["terminal"] != 1 or look.values["core"]:
        return False
    twice = read_dateline(look.text[:LONGEST]).lead and read_dateline(first.text[:LONGEST]).lead
    return bool(twice) and told(look, [first]) >= SAID_AGAIN


def see_echoes(looks: list[Look], core: list[int]) -> None:
    """Mark what comes again in the first paragraphs: a teaser above them, or a quotation pulled out of them."""
    if all(look.core or look.words < ECHO_WORDS for look in looks) or not core:
        return
    first = [_bare(looks[i].text) for i in core[:ECHOED]]
    for i, look in enumerate(looks):
        if look.core or look.words < ECHO_WORDS or (i > core[0] and not QUOTATION.match(look.text)):
            continue
        text = _bare(look.text)
        quoted = QUOTATION.match(look.text)
        said = _bare(quoted[1]) if quoted and i > core[0] else text
        if any(len(text) < len(other) and (text in other or said in other) for other in first):
            look.values["echo"] = 1.0
            if i < core[0] and look.values["terminal"] == 1 and not may_head(looks, i):
                look.values["caption"] = 1.0  # a standfirst, below the headline
        elif i < core[0] and _is_datelined_twice(look, looks[core[0]]):
            look.values.update(caption=1.0, echo=1.0)


def without_teaser(looks: list[Look], core: list[int]) -> list[int]:
    """The paragraphs without a first one that the next says again, often with a dateline before it."""
    if len(core) < 2 or len(looks[core[0]].stems - looks[core[1]].stems) > MISSPELT:
        return core
    first, second = (key(looks[i].text) for i in core[:2])
    if first not in second:
        return core
    looks[core[0]].core = False
    looks[core[0]].values.update(echo=1.0, caption=1.0)
    return core[1:]
