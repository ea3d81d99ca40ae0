"""Whether a day belongs to what an event goes back to: "met to follow up on the accord that was signed on 3 May".

In: a body and a day that it names. Out: whether the day is that of an agreement, a gathering or a visit which the
sentence names as the ground or the subject of the event, and so none of the event itself.
"""

import re

WIDE = 200  # characters before a day in which the sentence goes back
# … to what was agreed upon or done before
_BACK = re.compile(
    r"\b(?:in (?:line|accordance|keeping|conformity|compliance|conjunction) with|(?:up)?on the basis of|based on"
    r"|pursuant to|further to|building on|build on|follow(?:ing|ed)?[- ]up (?:on|of|to)|follow-?up (?:on|of|to)"
    r"|implement(?:ation of|ing|ed|s)?|carry(?:ing)? out|carried out|execut(?:ion of|ing|e|ed)"
    r"|activat(?:ion of|ing|e|ed)|fulfil(?:l?ment of|l?ing)?|(?:compliance|accordance) with|adherence to"
    r"|(?:provisions|terms) of|stipulated in|enshrined in"
    r"|(?P<yield>(?:results?|outcomes?|conclusions|decisions|fruits|success) of|recalling|commending))\s",
    re.IGNORECASE,
)
# … to what came before and may be all that is told of a day
_GROUND = re.compile(
    r"\b(?:after|following|within the (?:framework|context|scope) of|in the (?:framework|context) of|as part of)\s",
    re.IGNORECASE,
)
# … to the last time: "the previous round took place in Oslo on", "trade has grown since the border was opened on"
_FORMER = re.compile(
    r"\b(?:previous|preceding|last|most recent) (?:\w+ ){0,2}"
    r"(?:meeting|round|session|talks|visit|summit|call|conversation|consultations|conference|exchange|edition)\b"
    r"(?! (?:on|of the (?:day|year)|held|which|that)\b)[^,;:.]{0,90}"
    r"\b(?:was|were|took place|dates?|came)\b[^,;:.]{0,60}$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\bsince (?!\d|then\b|early\b|late\b|last\b|[A-Z]\w+ \d)(?P<named>[^,;:.]{3,90}"
    r"\b(?:was|were|signed|opened|took|became|came|began|met|visited|held|joined|left)\b"
    r"[^,;:.]{0,60})$",
    re.IGNORECASE,
)
_HERE = re.compile(  # … to the event's own beginning: "since he arrived on", "since the exhibition opened on"
    r"(?:s?he|it|they)\b|(?:the|his|her|its|their) (?:\w+ ){0,2}(?:visit|trip|tour|forum|summit|conference|exhibition"
    r"|exercise|drills?|fair|festival|training|course|project|mission|delegation|president|minister|premier)\b"
)
_LASTS = re.compile(r"\b(?:began|begun|started|opened|kicked off)\b")
_OWN = re.compile(
    r"\s(?:(?:signed|held|reached|concluded|adopted|issued|paid|made|agreed(?: up)?|established|initial+ed|ratified"
    r"|launched|approved|announced|inked|sealed|struck|hosted|convened|exchanged|conducted|endorsed|drawn up|set up"
    r"|set out|given|released|published|finali[sz]ed|organi[sz]ed|undertaken)"
    r"(?=\s(?:on|in|at|by|between|with|during|here|last|earlier|this|previously|recently|late|early|upon|both|to|among)"
    r"\b|\s*$)|(?P<relative>(?:that|which)(?=\s)))"
)
_OF = re.compile(r"\sof\s(?:the\s)?$")
_FINITE = re.compile(
    r"\b(?:was|were|has|have|had|is|are|will|would|began|started|took|met|opened|came|went|said|told|arrived|received|visited"
    r"|continued|discussed|reviewed)\b"
)
# the words behind a comma that carry the same thing on: "in Geneva, Switzerland, on", "the accord, signed on"
_CARRIED_ON = re.compile(
    r",\s(?!(?:which|that|held|signed|dated|reached|adopted|on|and)\b|[A-Z][\w' -]{2,25},(?:\s|$))"
)
_OCCASION = re.compile(
    r"\b(?:meeting|talks|session|summit|conference|forum|visit|trip|tour|ceremony|call|conversation|discussions|consultations"
    r"|committee|commission|council)\b"
)
_LASTING = ("visit", "conference", "project")  # kinds whose event goes on for days
_AGREED = ("signing", "aid", "pledge", "project")  # kinds whose event may be told by its document
_SIGNED = re.compile(r"\b(?:signed|concluded|initial+ed|ratified|inked|sealed|reached|struck|exchanged|agreed)\b")
_OWN_NOUNS = {  # "the outcome of the summit held on 3 May", where that is what is reported
    "conference": re.compile(r"\b(?:summit|conference|forum|session|meeting|gathering)\b"),
    "visit": re.compile(r"\b(?:visit|trip|tour)\b"),
    "meeting": re.compile(r"\b(?:meeting|talks|session|consultations|discussions)\b"),
}


def goes_back(body: str, left: int, start: int, end: int, kind: str, source: str) -> str | None:
    """Whether a day is that of what the event goes back to.

    Args:
        body: the text.
        left: where the sentence begins.
        start: where the day is named.
        end: the character behind its name.
        kind: the kind of the event.
        source: by what words: one told by the day of publication is the event's, where its own outcome is spoken of.

    Returns:
        "gone_back", or "ground" where the day may yet be the event's if no other is named; None if it does not.

    >>> body = "They met to follow up on the accord signed on 3 May."
    >>> goes_back(body, 0, body.index("3 May"), len(body) - 1, "meeting", "partial")
    'gone_back'
    """
    for back in _BACK.finditer(body, max(left, start - WIDE), start):
        named = _named(body, back.end(), start)
        if back["yield"] and source in ("weekday", "relative") and _OCCASION.search(named):
            continue  # "praised the results of the talks held on Monday"
        if named and (_OF.search(named) or _has_own_verb(named) or _stands_first(body, left, back.start(), end, named)):
            return _weight(kind, named, yielded=bool(back["yield"]))
    since = _SINCE.search(body, max(left, start - WIDE), start)
    if since and not (kind in _LASTING and _HERE.match(since["named"])):
        return "gone_back"
    if _FORMER.search(body, max(left, start - WIDE), start):
        return "gone_back"
    for ground in _GROUND.finditer(body, max(left, start - WIDE), start):
        named = _named(body, ground.end(), start)
        if _has_own_verb(named) and not (kind in _LASTING and _LASTS.search(named)):
            return "ground"
    return None


def _weight(kind: str, named: str, *, yielded: bool) -> str | None:
    """How surely the day is none of the event's: it may be, where what is gone back to is of the event's own kind."""
    if kind in _AGREED and _SIGNED.search(named):
        return None if kind == "signing" else "ground"  # "under the terms of the agreement signed on 3 May"
    own = _OWN_NOUNS.get(kind)
    return "ground" if yielded and own and own.search(named) else "gone_back"


def _stands_first(body: str, left: int, at: int, end: int, named: str) -> bool:
    """Whether they open the sentence and end with the day: "In line with the talks of both leaders on 3 May, "."""
    return at == left and body.startswith(",", end) and "," not in named


def _named(body: str, begin: int, start: int) -> str:
    """The words up to a day that name the thing with its day; none if another clause begins between."""
    named = body[begin - 1 : start]
    return "" if ";" in named or ":" in named or _CARRIED_ON.search(named) else named


def _has_own_verb(named: str) -> bool:
    """Whether the day stands behind a verb that says when the thing itself took place, and behind no other."""
    own = _OWN.search(named)
    verbs = len(_FINITE.findall(named, own.end())) if own else 0
    return own is not None and not _FINITE.search(named, 0, own.start()) and verbs <= bool(own["relative"])
