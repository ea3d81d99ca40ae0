"""Stretches of a text that name an office or a body: what stands in them is a name, not a subject of talks.

In: a text and where the sector terms lie in it. Out: which of the terms lie in the name of an office or a body
("Minister of Trade and Industry", "Kuwait Ports Authority", "health officials"), and which outside those of people.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from communique.registry import rows, settings
from communique.registry.matcher import Match, Matcher
from communique.registry.sector_terms import Term

_LINK = re.compile(
    r"[ ,;/&’'-]*(?:\([A-Z][\w &-]{1,30}\)[ ,;/&-]*)?"  # "Minister of State (Independent Charge) for Science"
    r"(?:(?:and|of|the|for|as well as|(?i:with responsibility)|in charge|responsible"
    r"|al|de|state|affairs|charge|economic|technical|foreign|political|joint)\b"
    r"[ ,;/&-]*)*"
)
_CAPITAL = re.compile(r"[A-Z][\w’'-]*")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEFORE_HEAD = re.compile(r"(?: ?\([A-Z][A-Za-z&-]{1,9}\))?[ ,&/-]*(?:(?:and|of|the)\b[ ,&/-]*)?")  # "(MDT)"
_INSIDE = frozenset(  # words that may stand between a field and the head: "Health Services Department"
    ("affairs", "resources", "development", "services", "deputy", "vice", "general", "state", "national", "public")
)
_STEPS = 14  # words that the name of an office may have behind its head


_PREPOSITION = re.compile(
    r"(?:\s+(?:general|responsible))?(?:\s+in\s(?:his|her|their)(?: own)? (?:country|government|cabinet|homeland))?"
    r"(?:\s+(?:of|for|in charge of|on)\s+|\s*(:)\s*)"
)
# what tells an office without its name: "who holds the trade portfolio"; "Ann Roy (trade, Fiji)"; and, with the fields
# behind it as behind a head, "Ann Roy, in charge of trade", "whose portfolio covers trade"
_HELD = re.compile(
    r"\b(?:hold|holds|held|holding|has|had|keeps|kept|oversees?|handles?|manages?|(?:in charge|at the head) of|given"
    r"|assigned|entrusted with)\s(?:also\s)?the\s(?:(?!(?:that|which|who|with|on|in)\b)[\w’'&-]+,?\s){1,7}"
    r"(?:portfolios?|dockets?)\b"
)
_MAY_HOLD = re.compile(r"portfolio|docket")  # the cheap look first
_BRACKETED = re.compile(r"\((?<=[a-z] \()[^().;]{2,50},\s[A-Z][\w’' -]{2,30}\)")
_CHARGED = re.compile(
    r",\s(?:who\sis\s|the\s(?:one|man|woman|official)\s)?(?:in\scharge\sof|responsible\sfor|charged\swith)\s(?:the\s)?"
    r"|\bwhose\s(?:portfolio|docket|brief|remit|ministry)\s(?:covers|includes|takes\sin|spans|embraces|comprises)\s"
)
_NEW_BODY = re.compile(
    r"\b(?:an?|new|joint|special|mixed) (?:sub-?)?com(?:mittee|mission)$"
)  # "set up a committee for trade"
_WORD_BEFORE = re.compile(r"(\b[\w'’.-]+) $")
_WORD_BEHIND = re.compile(r" ([A-Z][\w'’-]+)")
_LISTS = ("ministries", "departments")  # heads that may have a colon and several names behind them


@cache
def _heads(kind: str) -> frozenset[str]:
    """The words that name an office or the seat of one ("ministry"), or a body ("body")."""
    return frozenset(settings("sector_context")["heads"][kind].split())


@cache
def _portfolio_words() -> frozenset[str]:
    """The words that may stand in the name of a portfolio: "ministries of housing and settlements, energy"."""
    return frozenset(row["word"] for row in rows("portfolios"))


def _terms() -> dict[str, bool]:
    """The heads, and whether small letters may follow."""
    return {word.lower(): False for word in _heads("body")} | dict.fromkeys(_heads("ministry"), True)


_HEADS = Matcher(_terms, together=True)


def in_offices(text: str, found: Sequence[Match[Term]], *, title: bool = False) -> list[bool]:
    """Whether each of the terms `found` in `text` lies in the name of an office or a body.

    Args:
        text: a body or a headline.
        found: matches of the sector terms in it, in order.
        title: whether `text` is a headline, where capitals tell nothing.
    """
    if not found:
        return []
    spans = _headed(text, found)
    starts = [start for start, _ in spans]
    before = [bisect_right(starts, match.start) - 1 for match in found]
    inside = [i >= 0 and match.start < spans[i][1] for i, match in zip(before, found, strict=True)]
    for i in range(len(found) - 1, -1, -1):
        if inside[i]:
            continue
        after = found[i + 1] if i + 1 < len(found) else None
        inside[i] = _heads_follows(text, found[i], after, bool(after and inside[i + 1]), title)
    return inside


def outside_people(text: str, found: Sequence[Match[Term]], people: Sequence[str]) -> list[Match[Term]]:
    """The terms `found` in `text` that are no part of somebody's name or title: "Abbas Hajj Hassan", "Professor Diop".

    Args:
        text: a body or a headline.
        found: matches of the sector terms in it, in order.
        people: their names; two words of one side by side are that name again.
    """
    words = {word.lower() for name in people for word in name.split()}
    pairs = {" ".join(pair).lower() for name in people for pair in pairwise(name.split())}
    return [
        match for match in found if not (words and text[match.start].isupper() and _of_name(text, match, words, pairs))
    ]


def _of_name(text: str, match: Match[Term], words: set[str], pairs: set[str]) -> bool:
    term = text[match.start : match.end].lower()
    before = _WORD_BEFORE.search(text, max(0, match.start - 40), match.start)
    behind = _WORD_BEHIND.match(text, match.end)
    if behind and match.value.strength in ("weak", "shade") and behind[1].lower() in words:
        return True
    return bool(
        (before and f"{before[1]} {term}".lower() in pairs) or (behind and f"{term} {behind[1]}".lower() in pairs)
    )


def _headed(text: str, found: Sequence[Match[Term]]) -> list[tuple[int, int]]:
    """Names with the head in front: "Minister of Trade and Industry", "Institute of Posts and Telecommunications"; and
    what tells an office without its name: "who holds the trade portfolio", "Ann Roy, in charge of trade"."""
    ends = {match.start: match.end for match in found}
    spans = [span.span() for span in _BRACKETED.finditer(text)]
    spans += [span.span() for span in _HELD.finditer(text)] if _MAY_HOLD.search(text) else []
    starts = [(charge.start(), charge.end(), True) for charge in _CHARGED.finditer(text)]
    last = -1
    for head in _HEADS.find(text):
        start, small = head.start, head.value
        if not (small or text[start].isupper()) or _NEW_BODY.search(text, max(0, start - 12), head.end):
            continue
        preposition = _PREPOSITION.match(text, head.end)
        if preposition and (not preposition[1] or text[start : head.end].lower() in _LISTS):
            starts.append((start, preposition.end(), small))
    for start, place, small in sorted(starts):
        if start >= last:
            last = _named_to(text, place, ends, small=small)
            spans.append((start, last))
    return sorted(spans)


def _named_to(text: str, place: int, ends: Mapping[int, int], *, small: bool) -> int:
    """Where the name of an office ends whose fields begin at a place; `ends` has those of the terms by their starts."""
    end = place
    for _ in range(_STEPS):
        place = _LINK.match(text, place).end()  # type: ignore[union-attr]
        capital = _CAPITAL.match(text, place)
        if place in ends and (small or capital):
            end = place = ends[place]
        elif capital:
            end = place = capital.end()
        elif small and (word := _WORD.match(text, place)) and word.group() in _portfolio_words():
            place = word.end()
        else:
            break
    return end


def _heads_follows(text: str, term: Match[Term], after: Match[Term] | None, after_inside: bool, title: bool) -> bool:
    """Whether a head follows the term, over other words of the same name; behind a comma only one in capitals, since
    "exchange of programmes, Assembly President X" names no office of programmes."""
    ministry, body = _heads("ministry"), _heads("body")
    place, named = term.end, title or text[term.start].isupper()
    for step in range(5):
        link = _BEFORE_HEAD.match(text, place)
        place = link.end()  # type: ignore[union-attr]
        if link and "," in link.group() and (step or not (named or (after and after.start == place))):
            return False
        word = _WORD.match(text, place)
        name = word.group() if word else ""
        if after and after.start == place:
            return after_inside or (named and not title and not step and name in body)  # "Vilu Military Museum"
        if not word:
            return False
        if name.lower() in ministry:
            return name.lower() == name or step < 4
        if name in body and (not title or step < 2):
            return True
        if name.lower() not in _INSIDE and (title or not name[0].isupper()):
            return False
        place = word.end()
    return False
