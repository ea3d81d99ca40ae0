"""Countries that the lead has give or be given something: "handed over medicines to Chad", "received doses from Oman".

In: a `Reading` and the first word of a country, or of the list in which it stands. Out: yes or no.
"""

import re
from itertools import pairwise

from communique.extract.offices.heads import CALENDAR
from communique.extract.words.reading import Geo, Reading

_GIVING = frozenset([
    "donate", "donates", "donated", "donating", "hand", "hands", "handed", "give", "gives", "gave", "given", "provide",
    "provides", "provided", "deliver", "delivers", "delivered", "send", "sends", "sent", "sending", "dispatch",
    "dispatches", "dispatched", "grant", "grants", "granted", "extend", "extends", "extended", "supply", "supplies",
    "supplied", "ship", "ships", "shipped", "contribute", "contributes", "contributed", "allocate", "allocates",
    "allocated", "gift", "gifts", "gifted", "airlift", "airlifts", "airlifted", "transfer", "transfers", "transferred",
    "flown", "conveyed", "conveys", "offered", "offers",
])  # fmt: skip
_TAKING = frozenset(["receive", "receives", "received", "receiving", "accepted", "accepts", "got", "gets", "obtained"])
_WHOSE = (
    r"(?:the )?(?:(?:government|people|authorities|leadership)(?: and (?:the )?(?:people|government))? of )?(?:the )?\Z"
)
_TO, _FROM = re.compile(rf"\bto {_WHOSE}"), re.compile(rf"\bfrom {_WHOSE}")
_OTHER_CLAUSE = frozenset([
    "that", "which", "who", "whose", "when", "while", "after", "before", "as", ";", ":", "where", "because", "if",
])  # fmt: skip
_NEWS = frozenset(["report", "reports", "information", "news", "refugees", "migrants", "calls", "threats", "offers"])
_PAYING = tuple(
    f"{verb} "
    for verb in (
        "put up", "puts up", "putting up", "chipped in", "chips in", "added the rest", "added another",
        "added a further", "paid for", "pays for", "paying for", "financed", "finances", "is financing", "funded",
        "is funding", "bankrolled", "covered the cost", "covers the cost", "bore the cost", "bears the cost", "foots",
        "footed", "contributed", "contributes", "donated", "pitched in", "underwrote", "underwrites", "is paying",
        "will pay", "pays", "will fund", "will finance", "will cover", "will contribute", "gives the money",
    )
)  # fmt: skip
_PASSED_OVER = frozenset(["has", "have", "had", "also", "together", "likewise", "jointly"])
_OPENING = frozenset([";", ",", "and", ":", "while", "whereas", "that", "fund"])
_PAST = frozenset(["last", "earlier", "previously", "before", "ago", "formerly", "already"])
_EARLY, _NEAR = 5, 7
_REACH, _OWNERS = 16, 8  # words between verb and country, and those of "to the government and people of the"


def gives_or_takes(reading: Reading, first: int) -> bool:
    """Whether the words in front of `first` give it something, or have somebody receive something from it."""
    tokens = reading.tokens
    begin = tokens.bounds[tokens.sentence[first]][0]
    near = " ".join([*tokens.lower[max(begin, first - _OWNERS) : first], ""])
    if _TO.search(near):
        return _in_clause(tokens.lower[max(begin, first - _REACH) : first], _GIVING)
    if _FROM.search(near):
        return _in_clause(tokens.lower[max(begin, first - _REACH) : first], _TAKING, _NEWS)
    return False


def funds(reading: Reading, geo: Geo) -> bool:
    """ "The Emirates put up $5 million; New Zealand added the rest": who bears the cost of what is told."""
    tokens = reading.tokens
    begin, end = tokens.bounds[tokens.sentence[geo.i]]
    if geo.form == "demonym" or tokens.sentence[geo.i] - tokens.sentence[0] >= _EARLY:
        return False
    said = [word for word in tokens.lower[geo.j : min(geo.j + _NEAR, end)] if word not in _PASSED_OVER]
    if not " ".join([*said, ""]).startswith(_PAYING):
        return False
    first = geo.i - (geo.i > begin and tokens.lower[geo.i - 1] == "the")
    opens = first == begin or tokens.lower[first - 1] in _OPENING
    behind = tokens.lower[geo.j : end]
    past = not _PAST.isdisjoint(behind) or any(one == "in" and two in CALENDAR for one, two in pairwise(behind))
    return opens and not past


def _in_clause(before: list[str], verbs: frozenset[str], but: frozenset[str] = frozenset()) -> bool:
    """Whether one of the verbs stands before, with no other clause behind it."""
    verb = next((k for k in range(len(before) - 1, -1, -1) if before[k] in verbs), None)
    return verb is not None and (_OTHER_CLAUSE | but).isdisjoint(before[verb:])
