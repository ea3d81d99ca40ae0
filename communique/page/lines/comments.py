"""Where readers' comments begin behind an article, if no heading says so.

In: the looks of a page's lines. Out: the same looks, the comments marked as what only sites say. Comments show in who
says them ("Ama says:"), in a count of them, or in being numbered and speaking to the reader.
"""

import re

from communique.page.lines.features import Look
from communique.page.lines.lines import QUOTES

_SAYS = re.compile(r"(?:\d{1,4}[.)] ?)?(?:\S+ ){1,4}(?:says|wrote|commented|replied)(?: on .{6,40}| at .{4,20})? ?:?$")
_VERBS = (" says", " wrote", " commented", " replied")  # the cheap look first
_NUMBERED = re.compile(r"(\d{1,3})[.)] ?(?=[\"“‘\w])")
_COUNT = re.compile(r"\d{1,4} (?:replies|comments|responses|thoughts) (?:on|to) \W?", re.IGNORECASE)
LONGEST = 12  # words of a line that says who speaks
SPOKEN = 0.1  # of `reader`, on average, in a run of comments


def see_comments(looks: list[Look]) -> None:
    """Mark the first of the readers' comments, and all behind it, as no paragraphs."""
    paragraph = next((i for i, look in enumerate(looks) if look.core), len(looks))
    behind = range(paragraph + 1, len(looks))
    said = [i for i in behind if looks[i].words <= LONGEST and _is_said(looks, i)]
    sure = len(said) > 1 or any(_is_dated(looks[i : i + 2]) for i in said)
    counts = (i for i in behind if looks[i].text[0].isdigit() and _COUNT.match(looks[i].text))
    first = said[0] if sure else next(counts, None) or _numbered(looks, paragraph)
    if first is not None:
        looks[first].heading = True
        for look in looks[first:]:
            look.core = False
            look.values.update(sentence=2.0, subhead=0.0)


def _is_said(looks: list[Look], i: int) -> bool:
    """Whether a line names a reader whose words follow, and not an official who is quoted below it."""
    look = looks[i]
    if not any(map(look.text.__contains__, _VERBS)) or not _SAYS.match(look.text):
        return False
    quoted = i + 1 < len(looks) and looks[i + 1].text[0] in QUOTES
    return not quoted and look.text.split(maxsplit=1)[0].lower() not in {"the", "he", "she", "it", "they", "a", "as"}


def _is_dated(looks: list[Look]) -> bool:
    """Whether the day or the hour stands beside the reader's name."""
    return any(look.values.get("date") or look.values.get("dated") or look.values.get("clock") for look in looks)


def _numbered(looks: list[Look], paragraph: int) -> int | None:
    """The first of the numbered lines at the end of a page in which readers speak of themselves and to each other."""
    runs = [i for i in range(paragraph + 1, len(looks)) if looks[i].text.startswith(("1. ", "1) ", "1."))]
    start = runs[-1] if runs else None
    if start is None or looks[start - 1].text[-1] == ":":
        return None
    numbers = [_NUMBERED.match(look.text) for look in looks[start:]]
    run = [look for look, number in zip(looks[start:], numbers, strict=True) if number]
    counts = [int(number[1]) for number in numbers if number]
    spoken = sum(look.values.get("reader", 0.0) for look in run if look.text[-1] not in QUOTES)
    return start if counts == sorted(set(counts)) and len(run) > 1 and spoken >= SPOKEN * len(run) else None
