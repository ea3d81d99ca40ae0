"""Where a second article begins behind the first.

In: the looks and states of a page's lines. Out: the line with which the first article is over. Scrapers paste the next
article behind the one asked for, or a teaser before it; each has a headline, a dateline or a date line of its own, and
speaks of other people and places. Weights: `registry/splitting.toml`, `second`.
"""

import re

from communique.page.dates.dateline import read_dateline
from communique.page.lines.features import Look
from communique.page.lines.lead import shows
from communique.page.lines.lines import QUOTES
from communique.page.lines.sitetalk import is_offer
from communique.page.lines.wording import STEM
from communique.page.names import is_city
from communique.registry import settings

# a capitalised word that does not begin a sentence: a name, mostly
_NAME = re.compile(r"[A-Z](?<!\w.)(?<!^.)(?<![\"“‘(].)(?<![.!?:] .)[\w'’-]{2,}")
HEADLINE_WORDS = 7  # a sub-heading is mostly shorter
SIGNED_WORDS = 4  # and no date or writer stands below it
FURTHEST = 200  # paragraphs looked at
FEW_NAMES = 5  # fewer names say nothing of kinship


def _names(texts: list[str]) -> set[str]:
    return {name.lower()[:STEM] for text in texts for name in _NAME.findall(text)}


def _evidence(looks: list[Look], paragraphs: list[int], at: int, headline: frozenset[str] = frozenset()) -> float:
    """How much speaks for a new article between the paragraphs `paragraphs[at - 1]` and `paragraphs[at]`, the stems of
    the page's headline being known.
    """
    weights = settings("splitting")["second"]
    before, behind = paragraphs[:at], paragraphs[at:]
    between = looks[before[-1] + 1 : behind[0]]
    first = looks[behind[0]]
    dateline = read_dateline(first.text)
    opens = dateline.place is not None and (dateline.date is not None or dateline.lead > 0)
    # "March 10, 2021 - …", below a headline
    dated = dateline.place is None and dateline.date is not None and bool(dateline.date.year) and dateline.lead > 0
    opens = opens or (dated and any(look.headline for look in between))
    speaks = dateline.date is None and first.text[: dateline.lead].rstrip()[-1:] == ":"
    opens = opens and not (speaks and not is_city(str(dateline.place)))  # "D.Batsukh: Japan is our neighbour."
    marks = {
        "dateline": float(
            opens
            and not first.values.get("item")
            and (first.core or dateline.date is not None)
            and first.text[dateline.lead] not in QUOTES
        ),  # "Haddad: “We shall see.”"
        "heading": float(any(look.heading for look in between)),
        "date": float(any(look.values.get("date") or look.values.get("byline") for look in between)),
        "headline": 0.0,
        "apart": 0.0,
        "told": 0.0,
        "headed": 0.0,
        "alien": 0.0,
    }
    brief = False
    signed = any(look.values.get("date") or look.values.get("byline") == 1 for look in between)
    stems = frozenset[str]().union(*(looks[i].stems for i in behind[:3]))
    earlier = headline.union(*(looks[i].stems for i in before))
    parted = any(marks.values())
    for look in between:
        if not look.headline or is_offer(look.text) or look.values.get("item") or look.values.get("broken"):
            continue
        if not parted and shows(look.text):
            continue  # who is seen on a picture in the text
        ahead, back, size = len(look.stems & stems), len(look.stems & earlier), len(look.stems)
        if look.words < (SIGNED_WORDS if signed else HEADLINE_WORDS):
            brief |= size > 1 and 2 * ahead >= size and not back
            continue
        # without a heading above or a day below it, what follows says it again
        taken_up = ahead > 1 if marks["heading"] else parted or 3 * ahead >= size
        marks["alien"] = max(marks["alien"], float(size > 2 and not back and taken_up))
        marks["headed"] = max(marks["headed"], float(signed))
        if ahead >= 0.4 * size and ahead > back:
            marks["headline"] = 1.0
            if back <= weights["apart_below"] * size:
                marks["told"] = 1.0
        if len(behind) == 1 and back <= weights["apart_below"] * size and not first.values.get("refers"):
            marks["apart"] = float(len(stems & earlier) <= weights["apart_below"] * len(stems))
    if not (brief or any(marks.values())):
        return 0.0
    marks["topic"] = float(len(headline) > 2 and len(headline & stems) >= weights["topic_above"] * len(headline))
    names, known = (_names([looks[i].text for i in run]) for run in (behind[:6], before))
    marks["apart"] *= names.isdisjoint(known)
    headed = any(marks[name] for name in ("dateline", "headline", "heading", "alien", "apart"))
    if len(before) == 1 and not headed:
        return 0.0  # the head matter stands behind a standfirst
    if len(names) >= FEW_NAMES:
        shared = len(names & known) / len(names)
        marks["strange"] = float(shared < weights["strange_below"])
        if brief and marks["strange"]:
            marks["headline"] = 1.0  # a few words are a sub-heading else
        marks["kin"] = float(shared > weights["kin_above"])
        marks["told"] *= float(shared < weights["apart_below"])
    return sum(weights[name] * value for name, value in marks.items())


# what could be a dateline: only there is one looked for
_MAY_OPEN = re.compile(r"(?:\([A-Z]|[A-Z][\w'’.-]*(?:[ -][A-Z][\w'’.-]*){0,3}\s?[,(:–—-]|[A-Z]{3})")


def second_start(looks: list[Look], states: list[str]) -> int | None:
    """The place of the first line behind the first article, if another one follows.

    Args:
        looks: the lines of the page.
        states: the state of each, on the best path.
    """
    paragraphs = [i for i, state in enumerate(states) if state == "body" and looks[i].values.get("terminal")]
    headline = looks[states.index("title")].stems if "title" in states else frozenset[str]()
    threshold = settings("splitting")["second"]["threshold"]
    for at in range(1, min(len(paragraphs), FURTHEST)):
        apart = paragraphs[at] > paragraphs[at - 1] + 1
        opens = apart or _MAY_OPEN.match(looks[paragraphs[at]].text)
        if opens and _evidence(looks, paragraphs, at, headline) >= threshold:
            return paragraphs[at - 1] + 1
    return None
