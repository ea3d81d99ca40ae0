"""What the sentence and the clause around a day say of it: the event, a report of it, former days, days to come.

In: a body and a day that it names. Out: how much that speaks for the day's being the event's.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from communique.extract.event.cue_words import spelt
from communique.extract.event.telling import cue_kinds
from communique.extract.words.sentences import Sentence
from communique.registry import settings
from communique.registry.matcher import Match, Matcher

_PLUPERFECT = re.compile(
    r"\bhad\s+(?:\w+ly\s+|also\s+|already\s+|first\s+)?(?:\w+ed|been|met|held|come|made|taken|told|sent|brought|begun|gone|given|seen|left|said|paid)\b"
)
_SAYS = re.compile(r"\b(?:said|told|added|stated|noted|explained|stressed|announced|recalled|confirmed|replied)\b")
_RESUMED = re.compile(r",\s(?:\w+ed|met|held|told|said|took)\s")  # "hours after he had arrived, met on"
# "will be stepped up under an agreement reached Wednesday": the day is that of the agreement
_REACHED = re.compile(
    r"(?<!\bbe)(?<!\bbeen)(?<!\bget)\s(?:reached|signed|concluded|held|struck|inked|sealed|finali[sz]ed|made)"
    r"\s+(?:(?:here|on|late|early)\s+){0,2}$"
)
_BEGUN = re.compile(r"\s*(?:(?:on|it|the|last|this|late|early|here|again|only|(?:in|at) [A-Z]\w*)\s+)*")
_SET_OFF = re.compile(r",\s+(?:on\s+)?$")
_CLAUSE = re.compile(
    r"[;:]|,\s+(?:which|who|where|when|while|after|and|but|as)\b"
    r"|\s(?:which|that|who|whom|whose|what|where|while|after|whereas|how|whether|why)\s"
)
# "it was on Friday, 28 September, that the quake struck": the verb stands behind "that"
_CLEFT, _THAT = re.compile(r"\b[Ii]t (?:was|is) (?:only )?(?:on|in)(?: \w+day,?)? $"), re.compile(r",? that\s")
FAR, _BEHIND = 40, 16  # characters before and behind a day within which a word for another occasion claims it
_RELATIVE = re.compile(r".{0,6}?\b(?:(?:which|who|where)\s|that\s(?=\w+ed\b|came|went|began|took))", re.DOTALL)
_OPENED = re.compile(r"\b(?:which|that|who|whom|where)\s?$")
_APPOSED = re.compile(r",\s(?:\w+ed|held|begun)\s[^,]{0,40}$")  # "the treaty, signed on 3 May, …"
# … at the end of the sentence, where the verb lacks its object: "welcomed the plan of the union, announced on 3 May."
_APPOSED_LAST = re.compile(
    r",\s(?:announced|adopted|issued|signed|released|published|declared|approved|ratified|proposed|unveiled)\s"
    r"(?:(?:in|at|by|here|late|early)\s[^,]{0,30})?(?:on\s)?$"
)
# "their meeting, held in Banjul on 3 May, …", "at the talks, which the ministry hosted on Monday": the event itself
_EVENT_NOUN = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts) "
    r"(?:(?:joint|bilateral|regional|working|virtual|trilateral|ministerial|telephone|phone|video|online|official|state"
    r"|signing|opening|closing|handover|handing-over|inaugural|farewell|courtesy|[a-z]{3,5}-day) )?"
    r"(?:meeting|talks|session|summit|conference|forum|visit|trip|tour|ceremony|audience|call|conversation|gathering"
    r"|reception|consultations|negotiations|discussions|exercise|exhibition|opening|encounter|seminar|workshop)$"
)
# "files on which dust had settled since 2012 were opened again on Sunday": the verb behind a relative clause
_MAIN_VERB = re.compile(r"\b(?:had|has|have|was|were|is|are)\s.*\s(?:was|were|is|are)\s\w+ed\b")
# "the vote of 14 March" names something else by its day; "the evening of 14 March" does not
_NAMING = re.compile(
    r"(?<!evening)(?<!morning)(?<!afternoon)(?<!night)(?<!hours)(?<!day)(?<!noon)(?<!meeting)(?<!talks)(?<!session)"
    r"\sof\s(?:the\s)?$"
)
_POSSESSED = re.compile(
    r"['’]s (?:edition|issue|editorial|newspaper|paper|front page|broadcast|programme|vote|poll|election)\b"
)
_WHEN = re.compile(r"\s(?:when|while|as|during|after|upon|at|in)\s")  # "said on Tuesday when she received"
_VERB = re.compile(
    r"\b(?:was|were|has been|have been|took|got|came|went|arrived|opened|landed|received|visited|said"
    r"|(?<!be )(?:met|held|signed|began))\b"
)
_ACTED = re.compile(r"\b\w+ed\s(?:over\s|up\s|out\s)?(?:an?|the|his|her|its|their)\b")
_DONE = re.compile(  # "agreed on Thursday to open": the day is that of the verb before it
    r"\b(?!(?:expected|scheduled|slated|planned|supposed|projected|tipped|intended|resumed)\b)"
    r"(?:\w+ed|met|held|said|told|took|made|gave|left|came|went)\s+(?:(?:here|late|early|again|on|last|this)\s+){0,2}$"
)
# "the bridge, washed away by the flood, was on Monday the focus": the verb that the day goes with stands before it
_GOES_ON = re.compile(r", (?:was|were|is|are|has been|have been)\s(?:(?:on|late|early|last|this)\s)*$")
_SAID = ("statement", "pledge")  # kinds whose event is that something was said
# "the January 24 attack", "Monday's deadly blast"
_CALLED, _CALLED_BY = re.compile(r"\bthe (?:\w+ )?$"), re.compile(r"(['’]s)?\s(?:[a-z][\w-]*\s){0,2}")
# "celebrated on Monday the anniversary", which is what took place; "the national day, celebrated on 3 May" is not
_KEPT, _OBJECT = ("celebrated", "observed"), re.compile(r"\s(?:the|their|its|his|her|\d+)\b")
# what stands before a day at the beginning of a sentence: "At the meeting on Monday, he"
_OPENING = re.compile(
    r"\s*(?:(?:At|During|In|Opening|Speaking at|Addressing|Receiving|Meeting) (?:[\w’'-]+\s){1,6}?)?"
    r"(?:(?:[Oo]n|[Ee]arly|[Ll]ate|[Ll]ast|[Tt]his)\s){0,2}"
)
_DATED = re.compile(r"\bdated\s+(?:on\s+)?$")
_WRITTEN = ("dated", "wrote", "tweeted", "posted")  # of a message these tell the event
_GRANTED = ("aid", "pledge")  # kinds whose event is that something is released
# what looks ahead or back only from in front of a day: "met today ahead of a summit", "first met today since May"
_ADOPTING = ("conference", "meeting", "signing")  # kinds at whose end something is adopted
# … and at which somebody is told something, who is no reporter: "the minister told his guest on Monday"
_FACE_TO_FACE = ("meeting", "call", "credentials")
_TO_GUEST = re.compile(
    r"(?:told|informed|assured)\s(?:(?:them|him|her)\s(?:at|in|during|over|on)\b"
    r"|(?:the|his|her|their)?\s?(?:visiting\s|new\s)?(?:[A-Z]\w+\s){0,2}"
    r"(?:[Aa]mbassador|[Ee]nvoy|High Commissioner|counterpart|[Gg]uest|visitor|host|[Dd]elegation|Mr|Ms|Mrs|Minister"
    r"|President|Premier|Secretary|judges|visitors|guests|delegates|envoys|ambassadors|officers|team|group|party)\b)"
)
_LEADING = ("ahead of", "in preparation for", "upcoming", "forthcoming", "deadline", "next", "tomorrow", "since")
_HANDED = ("meeting", "aid")  # as what the handing over of a letter is told
_CAME = ("arrived", "landed")
_PROGRAMMED = frozenset(("visit", "conference", "project"))  # kinds that a first paragraph may tell ahead of their day
LASTING = frozenset(("visit", "conference", "project", "meeting"))


def _cues() -> dict[str, str]:
    data = settings("day_words")
    told = [
        f"{who} {said}"
        for who in data["told"]["by"].replace("\n", "").split("|")
        for said in data["told"]["words"].split("|")
    ]
    cues = {phrase: name for name, cell in data["cues"].items() for phrase in cell.split("|")}
    return cues | dict.fromkeys(told, "report")


def _remarks() -> dict[str, bool]:
    """What points back at words that were said before: "he made the remarks"."""
    return {remark: True for parts in settings("kind_cues")["remarks"] for remark in spelt(parts)}


CUES, _REMARKS = Matcher(_cues, together=True), Matcher(_remarks, together=True)


class _Place(NamedTuple):
    """Where a day stands: the text, its sentence, its own place, the clause around it, and the kind of the event."""

    body: str
    part: Sentence
    start: int
    end: int
    left: int
    right: int
    kind: str


def context(
    body: str,
    part: Sentence,
    start: int,
    end: int,
    kind: str,
    weights: dict[str, Any],
    *,
    since: bool,
    coming: bool,
    opening: bool,
) -> float:
    """What the sentence and the clause around a day say of it, as a weight.

    Args:
        body: the text.
        part: the sentence.
        start: where the day is named.
        end: the character behind its name.
        kind: the kind of the event.
        weights: what each finding is worth (day_words.toml).
        since: whether "since" stands before the day.
        coming: whether the day may be one to come.
        opening: whether the sentence is the first.
    """
    left = max((m.end() for m in _CLAUSE.finditer(body, part.start, start)), default=part.start)
    that = _THAT.match(body, end)
    if that and _CLEFT.search(body, part.start, start):
        end = that.end()
    right = next((m.start() for m in _CLAUSE.finditer(body, end, part.end)), part.end)
    place = _Place(body, part, start, end, left, right, kind)
    cues = [cue for cue in CUES.find(body, part.start, part.end) if cue.end <= start or cue.start >= end]
    near, relative = _told_of(place, cues)
    clause = {c.value for c in cues if _in_clause(place, c)}
    weight = _told(near, relative, kind, weights) + _marked(place, weights)
    if "future" in clause and not since and not _REACHED.search(body, max(left, start - FAR), start):
        ahead = kind == "pledge" or (kind in _PROGRAMMED and coming and near in (kind, None) and part.paragraph == 0)
        weight += weights["announced" if ahead else "future"]
    if any(c.value == "ended" and abs(start - c.end) < FAR for c in cues) and kind in LASTING:
        weight += weights["ended"]
    if _began(place, cues, since=since, relative=relative):
        weight += weights["began"]
    elif ("former" in clause and not since) or any(_recalls(place, c) for c in cues):
        weight += weights["background"]
    elif (before := _PLUPERFECT.search(body, left, right)) and not _resumed(place, before.start(), before.end()):
        weight += weights["retold" if opening or near == kind else "background"]
    return weight


def _told_of(place: _Place, cues: Sequence[Match[str]]) -> tuple[str | None, bool]:
    """The class or kind of the word that tells what happened on a day, and whether a relative clause says so."""
    body, part, start, end, left, right, kind = place
    near = _nearest(body, part, start, end, left, right, cues, kind)
    if near == "other" and kind in _SAID and _REMARKS.find(body, part.start, start):
        near = "speech"  # "he said this when the independence of his country was celebrated on Monday"
    apposed = {",": _APPOSED, ".": _APPOSED_LAST}.get(body[end : end + 1])
    aside = _RELATIVE.match(body, max(part.start, left - 7), part.end) or (
        apposed.search(body, left, start) if apposed else None
    )
    resumed = _MAIN_VERB.search(body, max(left, start - 2 * FAR), start) or _RESUMED.search(body, left, start)
    if not aside or (aside.start() < left and resumed):  # none, or the day stands behind it
        return (_occasion(place) or near if near == "speech" and _WHEN.match(body, end) else near), False
    own = _tells_event(body, part, aside.start()) and (near or _named_so(place, aside.start()))
    return (kind, False) if own else (near, True)


def _resumed(place: _Place, before: int, behind: int) -> bool:
    """ "after he had arrived, met on", "the course which they had given was closed on": a verb of its own is near, or
    the former days are those that somebody speaks of: "at a briefing on Monday, she said the ship had left"."""
    body, start = place.body, place.start
    if before > place.end and (_SAYS.search(body, place.end, before) or (body[place.end] == "," and _opened(place))):
        return True  # … or "the president, he said at the rite which was held on Monday, had listened"
    return bool(_RESUMED.search(body, behind, start) or (_opened(place) and _MAIN_VERB.search(body, before, start)))


def _opened(place: _Place) -> bool:
    """Whether the clause of a day begins as a relative one."""
    return _OPENED.search(place.body, place.part.start, place.left) is not None


def _in_clause(place: _Place, cue: Match[str]) -> bool:
    """Whether a cue tells something of the day in whose clause it stands."""
    body, part, start, end, left, right, _ = place
    leading = cue.start >= end and body.startswith(_LEADING, cue.start)
    return left <= cue.start < right and not leading and _joined(body, part, cue, start, end)


def _recalls(place: _Place, cue: Match[str]) -> bool:
    """Whether a word looks back on a day; on the day that opens a sentence it is said: "On Monday he recalled that"."""
    if cue.value != "recall" or cue.end <= place.start:
        return cue.value == "recall"
    body = place.body
    return body.startswith((",", ".", ":"), cue.end) or not _OPENING.fullmatch(body, place.part.start, place.start)


def _began(place: _Place, cues: Sequence[Match[str]], *, since: bool, relative: bool) -> bool:
    """Whether what lasts several days began on a day."""
    body, kind = place.body, place.kind
    if kind not in LASTING:
        return False
    if since and kind != "meeting" and (kind == "visit" or not relative):
        return True
    return any(
        c.value == "began"
        and c.end <= place.start
        and _BEGUN.fullmatch(body, c.end, place.start)
        and not (kind == "meeting" and (relative or body[c.start : c.end] in _CAME))  # who then met somebody
        for c in cues
    )


def _marked(place: _Place, weights: dict[str, Any]) -> float:
    """What the words right before a day and the quotation marks around it say."""
    body, part, start = place.body, place.part, place.start
    weight = weights["quoted"] if _quoted(body, start) else 0.0
    if _NAMING.search(body, max(part.start, start - FAR), start) or _POSSESSED.match(body, place.end):
        weight += weights["naming"]
    if place.kind == "message" and _DATED.search(body, max(part.start, start - 12), start):
        weight += weights["dated"]
    return float(weight)


def _told(near: str | None, relative: bool, kind: str, weights: dict[str, Any]) -> float:
    """What the word nearest to a day is worth."""
    if near == "other":
        name = "background"
    elif near == "speech" and kind == "message":  # who says that a letter went off need not have sent it
        name = "report"
    elif near in ("report", "speech"):
        name = "said" if kind in _SAID else near
    elif near == kind:
        name = "event"
    elif near == "occasion":
        return 0.0
    elif near:
        cause = relative or (kind == "message" and near not in _HANDED)
        name = "cause" if cause else "happening"
    else:
        return float(weights["beside"]) if relative else 0.0
    return float(weights[name])


def _tells_event(body: str, part: Sentence, place: int) -> bool:
    """Whether the clause that begins about a place is told of the event itself: "their meeting, held on 3 May"."""
    comma = body.find(",", max(part.start, place), place + 8)
    start = max(part.start, place - FAR)
    noun = body[start : comma if comma >= 0 else place + 1].rstrip()
    return _EVENT_NOUN.search(noun) is not None


def _named_so(place: _Place, at: int) -> bool:
    """Whether right before a clause stands a word of the event's kind: "the phone call, which was held on 3 May"."""
    cues = cue_kinds(place.body, max(place.part.start, at - FAR), at)
    return bool(cues) and cues[-1].value == place.kind


def _occasion(place: _Place) -> str | None:
    """The kind, if right behind a day follows an event of it: "said on Tuesday when she received the envoy"."""
    stop = min(place.part.end, place.end + 2 * FAR)
    return place.kind if any(cue.value == place.kind for cue in cue_kinds(place.body, place.end, stop)) else None


def _joined(body: str, part: Sentence, cue: Match[str], start: int, end: int) -> bool:
    """Whether no other verb and no comma parts a word from a day, unless they stand side by side."""
    gap = body[min(cue.end, end) : max(cue.start, start)]
    if _VERB.search(gap) or (cue.start >= end and _DONE.search(body, max(part.start, start - FAR), start)):
        return False
    if cue.start >= end and _ACTED.search(gap):
        return False  # "on Monday the envoy delivered an invitation to the summit to be held in May"
    if cue.start >= end and gap == ", " and not _SET_OFF.search(body, part.start, start):
        return False  # "signed on Monday, will enter into force"
    if cue.start >= end and " and " in gap and _VERB.search(body, part.start, start):
        return False  # "arrived on Monday and is expected to leave"
    return "," not in gap or (len(gap) < 12 and gap.endswith(("on ", "the ", ", ")))


def _nearest(
    body: str, part: Sentence, start: int, end: int, left: int, right: int, cues: Sequence[Match[str]], kind: str
) -> str | None:
    """The class or kind of the telling word nearest to a day in its clause; one before it is preferred."""
    events = [cue for cue in cue_kinds(body, part.start, part.end) if cue.value != "statement" or kind == "statement"]
    words = {cue.start: cue.end for cue in events}
    done = _DONE.search(body, max(part.start, start - FAR), start)  # "marked on Sunday the anniversary"
    telling = [
        cue
        for cue in cues
        if words.get(cue.start, 0) <= cue.end
        and not (kind == "message" and body.startswith(_WRITTEN, cue.start))
        and not (kind in _GRANTED and body.startswith("released", cue.start))
        and not (kind in _ADOPTING and body.startswith("adopted", cue.start))
        and not (kind in _FACE_TO_FACE and _TO_GUEST.match(body, cue.start))
        and (
            cue.value in ("report", "speech", "occasion")
            or (
                cue.value == "other"
                and cue.start < end + _BEHIND
                and _claims(body, cue, start, end, kind)
                and not (cue.start >= end and done)
            )
        )
    ]
    taken = {cue.start for cue in telling}
    telling += [cue for cue in events if cue.start not in taken]
    if any(cue.value == "other" and _names(body, part, start, end, cue.start) for cue in cues):
        return "other"
    distances: list[tuple[float, str]] = []
    for cue in telling:
        if left <= cue.start and cue.end <= start:
            distances.append((start - cue.end, cue.value))
        elif end <= cue.start < right and "," not in body[end : cue.start]:
            distances.append(((cue.start - end) * 1.5 + 8, cue.value))
    return min(distances)[1] if distances else None


def _names(body: str, part: Sentence, start: int, end: int, place: int) -> bool:
    """Whether a day is but the name of what stands right behind it: "condemned the January 24 attack"."""
    between = _CALLED_BY.fullmatch(body, end, place) if place >= end else None
    return bool(between and (between[1] or _CALLED.search(body, part.start, start)))


def _claims(body: str, cue: Match[str], start: int, end: int, kind: str) -> bool:
    """Whether a word for another occasion is near enough to a day behind it; what a statement is about may be
    farther off: "condemned the attack on the market of Nairobi on Monday"."""
    behind = cue.end
    if body.startswith(_KEPT, cue.start) and _OBJECT.match(body, end):
        return False
    if behind > start - FAR:
        return not _GOES_ON.search(body, behind, start)
    far = kind == "statement" and behind > start - 2 * FAR
    return far and "," not in body[behind:start] and not _VERB.search(body, behind, start)


def _quoted(body: str, place: int) -> bool:
    begin = paragraph_start(body, place)
    curly = body.count("“", begin, place) > body.count("”", begin, place)
    return curly or body.count('"', begin, place) % 2 == 1


def paragraph_start(body: str, place: int) -> int:
    at = body.rfind("\n\n", 0, place)
    return at + 2 if at >= 0 else 0
