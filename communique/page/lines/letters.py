"""A letter within an article: form of address, sentences, closing words, signature; all of it is the article's text.

In: the looks of a page's lines. Out: the same looks, the lines of letters marked as points of a list are. Presidents
publish each other's letters word for word; their sentences speak to a reader, as those of a site do.
"""

import re
from itertools import islice

from communique.page.lines.features import Look
from communique.page.lines.forms import is_greeting
from communique.page.names import is_city, is_name
from communique.page.vocabulary import word_list
from communique.registry.matcher import fold

LONGEST = 40  # sentences of a letter
SIGNATURE = 4  # lines: name, office, place, day
OFFICE = 10  # words of the office of who signs
_CLOSES = re.compile(
    r"(?:(?:Yours |Very )?(?:[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Rr]espectfully)(?: yours)?"
    r"|With (?:(?:my|our|the|deep|deepest|best|highest|kind|warm|great|sincere) )*(?:respect|regards?|wishes|esteem"
    r"|consideration|greetings)|(?:Best|Kind|Warm) (?:regards|wishes)|Respectfully)[,.!]?[\"”»]?"
)


def see_letters(looks: list[Look]) -> None:
    """Mark the lines of each letter that opens with a form of address and has closing words."""
    for i, look in enumerate(looks):
        if look.text[-1] in ",!:" and is_greeting(look.text):
            end = _closing(looks, i + 1)
            for line in looks[i : _signed(looks, end)] if end else ():
                line.values.update(item=1.0, greeting=0.0, caption=0.0, verbless=0.0, closing=0.0, reader=0.0, date=0.0)


def _closing(looks: list[Look], start: int) -> int:
    """The place behind the closing words, if nothing but sentences stands before them; 0 for none."""
    for i, look in enumerate(islice(looks, start, start + LONGEST), start):
        if _CLOSES.fullmatch(look.text):
            return i + 1
        if look.heading or look.values["terminal"] != 1 or look.values.get("label"):
            return 0
    return 0


def _signed(looks: list[Look], start: int) -> int:
    """The place behind the lines that say who signed, and where."""
    end = start
    while end < min(len(looks), start + SIGNATURE) and _signs(looks[end]):
        end += 1
    return end


def _signs(look: Look) -> bool:
    """Whether a line is a name, an office, or a city with the day."""
    words = fold(look.text).split()
    if look.furniture or len(words) > OFFICE:
        return False
    office = not word_list("titles").isdisjoint(word.strip(",") for word in words)
    return office or is_name(look.text) or is_city(look.text.partition(",")[0])
