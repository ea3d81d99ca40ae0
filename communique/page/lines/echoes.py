"""What a page says again: a headline, a caption, a teaser above the paragraphs, a quotation pulled out of them.

In: the looks of a page's lines and the places of its sure paragraphs. Out: the same looks, the echoes marked.
"""

import re

from communique.page.byline import said_byline
from communique.page.dates.dateline import LONGEST, read_dateline
from communique.page.headline import key
from communique.page.lines.features import Look
from communique.page.lines.lead import SAID_AGAIN, may_head, told
from communique.page.lines.lines import QUOTES
from communique.page.lines.sitetalk import site_words
from communique.page.names import is_person
from communique.page.publisher import host_and_path
from communique.registry.matcher import fold

MENU = 0.3  # of a line's words, and more, has a menu
ECHOED = 4  # paragraphs
MISSPELT = 2  # words of a teaser that the paragraph has not, where a blank is missing between words
PULLED_WORDS, AROUND = 60, 6  # words of a quotation pulled out of the text, and lines on either side looked at
ECHO_WORDS = 8  # and no fewer has a teaser
FEW_WORDS = 5  # and no fewer has a line that counts as said again, if so many
REPEATED = 40  # characters of its beginning agree
CREDIT = 0.8  # of the shorter one agree, where a caption's credit stands behind it
LONGEST_NOTE = 60  # words of a sentence about the writer
SITE_NAME, BID_WORDS = 5, 25  # letters of a site's name and no fewer, words of a line that names it and no more
CREDIT_WORDS = 3  # behind a caption
QUOTATION = re.compile(r"[\"“«]([^\"”»]{20,300})[\"”»]")  # at the beginning of a line


def _bare(text: str) -> str:
    return fold(text).strip(" .…\"“”'‘’")


def _is_datelined_twice(look: Look, first: Look) -> bool:
    """Whether a sentence above the first paragraph has a dateline as that has, and is told again by it."""
    if look.values["terminal"] != 1 or look.values["core"]:
        return False
    twice = read_dateline(look.text[:LONGEST]).lead and read_dateline(first.text[:LONGEST]).lead
    return bool(twice) and told(look, [first]) >= SAID_AGAIN


def see_repeated(looks: list[Look]) -> None:
    """Mark lines that stand on the page again, as a headline does in a breadcrumb or above the comments, and captions
    that stand there without their credit first.
    """
    openings: dict[str, list[Look]] = {}
    for look in looks:
        if look.words >= FEW_WORDS:
            openings.setdefault(look.text.lstrip("•· ").lower()[:REPEATED], []).append(look)
    said = {look.text.lower() for look in looks if look.words > 1}
    for look in looks:
        text = look.text.lower()
        half = text[: len(text) // 2]
        if text == 2 * half and half in said:
            look.values["caption"] = 2.0  # a picture and what is said of it have the name of the article
    for same in (some for some in openings.values() if len(some) > 1):
        shortest = min(same, key=lambda look: len(look.text)).text
        caption = any(look.values.get("caption") or _is_credited(look.text, shortest) for look in same)
        paragraph = any(look.core for look in same)
        first = _heads(looks, same[0]) if caption else None
        for look in same:
            if look is first:
                continue
            recased = look.text != same[0].text and look.text.lower() == same[0].text.lower()
            look.values["repeated"] = float(not (caption or paragraph or recased))
            if caption and look.text.startswith(shortest[: int(CREDIT * len(shortest))]):
                look.values["caption"], look.core = max(1.0, look.values.get("caption", 0.0)), False


def _heads(looks: list[Look], look: Look) -> Look | None:
    """A line that can only be the headline, though a caption says it again: no other line above it looks like one."""
    above = looks[: next(i for i, other in enumerate(looks) if other is look)]
    plain = look.headline and not any(
        other.headline and not other.values.get("owner") and other.values.get("menu", 0.0) < MENU for other in above
    )
    return look if plain else None


def _is_credited(text: str, shorter: str) -> bool:
    """Whether a line is a shorter sentence and, behind it, who took the picture that it tells of."""
    credit = text[len(shorter) :].split() if len(text) > len(shorter) and text.startswith(shorter) else []
    return 0 < len(credit) <= CREDIT_WORDS and all(word[0].isupper() for word in credit) and shorter[-1] == "."


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


def see_pulled(looks: list[Look]) -> None:
    """Mark quotations that stand alone on a line and, word for word, in a paragraph near."""
    for i, look in enumerate(looks):
        quoted = QUOTATION.fullmatch(look.text) if look.text[0] in QUOTES and look.words <= PULLED_WORDS else None
        said = _bare(quoted[1]) if quoted else ""
        near = looks[max(0, i - AROUND) : i] + looks[i + 1 : i + 1 + AROUND] if said else []
        if any(other.words > look.words and other.core and said in _bare(other.text) for other in near):
            look.core = False
            look.values.update(echo=1.0, core=0.0, caption=1.0)


def see_writers(looks: list[Look]) -> None:
    """Mark what the page says of its writer behind the text: his name again, and a sentence that begins with it."""
    first = next((i for i, look in enumerate(looks) if look.core), len(looks))
    signed = (said_byline(look.text) for look in looks[:first] if look.values.get("byline") == 1)
    names = tuple(name for name in signed if name and is_person(name))
    for look in looks[first + 1 :] if names else ():
        if look.text.startswith(names) and (look.text in names or look.words <= LONGEST_NOTE):
            look.core = False
            look.values.update(sentence=2.0, core=0.0)


def see_bids(looks: list[Look], url: str | None) -> None:
    """Mark short sentences that bid the reader do something and name the site: "Stay with HarbourNews!"."""
    label = host_and_path(url)[0].removeprefix("www.").partition(".")[0].replace("-", "")
    for look in looks if len(label) >= SITE_NAME else ():
        short = look.words <= BID_WORDS and look.values["terminal"] > 0
        if short and fold(look.text.split(maxsplit=1)[0]) in site_words("bids"):
            named = label in "".join(filter(str.isalnum, look.text.lower()))
            look.values["sentence"] = 2.0 if named else look.values.get("sentence", 0.0)


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
