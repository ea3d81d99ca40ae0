"""Countries that the lead has give or be given something: "handed over medicines to Chad", "received doses from Oman".

In: a `Reading` and the first word of a country, or of the list in which it stands. Out: yes or no.
"""

import re

from communique.extract.words.reading import Reading

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


def _in_clause(before: list[str], verbs: frozenset[str], but: frozenset[str] = frozenset()) -> bool:
    """Whether one of the verbs stands before, with no other clause behind it."""
    verb = next((k for k in range(len(before) - 1, -1, -1) if before[k] in verbs), None)
    return verb is not None and (_OTHER_CLAUSE | but).isdisjoint(before[verb:])
