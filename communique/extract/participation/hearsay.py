"""Who is only spoken of by somebody at the event: "he added that President X had called", "a month after X hosted Y".

In: a `Reading` and a mention of somebody. Out: whether the clause around it leaves its holder out of the event.
"""

import re
from collections.abc import Container, Mapping

from communique.extract.offices.heads import CALENDAR
from communique.extract.participation.earlier import MONTHS, opens_earlier
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_LATER = re.compile(
    r" (?:hours?|days?|weeks?|months?|years?|shortly|soon|just|right|immediately) after"
    r" (?!(?:he|she|they|which) )[^,;]*(?:[^;]{0,60} , where (?:he|she|they) [^,;]*)?$"
)
_EVENTS = (
    r"(?:visit|call|meeting|talks|trip|move|announcement|conversation|summit|remarks|statement|comments|decision|"
    r"discussions?|tour|gathering|exchange)"
)
_CAME_AFTER = re.compile(
    rf" (?:the|this|that|his|her|their|its) (?:[a-z]+ ){{0,2}}{_EVENTS} (?:also )?(?:"
    r"(?:came|comes?|takes? place|took place)(?: [^ ,;.]+){0,5} (?:after|as|amid|while|when|since)"
    r"(?! (?:he|she|they|which|both)\b)(?:(?! met | held | talks | meeting )[^;])*$"
    r"|(?:(?:came|comes|come) (?:[a-z]+ ){0,3}(?:after|ahead of|before|on the heels of)|follows?|followed|precedes?"
    rf"|preceded) (?:[a-z]+ ){{0,4}}{_EVENTS} (?:between|by|of|with|to) [^;]*$)"
)  # "The call came after President X proposed a summit", "The talks follow a phone call between President X and Y"
_ACCUSED = re.compile(r" (?:accus|blam)(?:e|es|ed|ing) (?:[^ ,.]+ ){0,6}$")
_COMING = frozenset([
    "came", "comes", "come", "takes", "took", "follow", "follows", "followed", "precede", "precedes", "preceded",
])  # fmt: skip
_CRITICISED = re.compile(r" (?:criticis|criticiz|condemn|denounc|slamm|lambast|blast)(?:e|es|ed|ing|s)? (?:the )?$")
_OFFENDED = re.compile(
    r" (?:voic|express|register|convey)(?:e|es|ed|ing|s)? [^,;.]{0,30}"
    r"(?:dissatisfaction|displeasure|indignation|anger|outrage|dismay|"
    r"condemnation|opposition|objections?|concern|protest) (?:after|over|at) (?:the )?$"
)  # "voiced its displeasure after Treasurer X blocked the sale"
_SUMMIT = re.compile(
    r" (?:seek|arrange|organise|organize|prepare|plan|broker|propose|mediate)(?:ing)? (?:an? |the )?(?:[a-z]+ ){0,2}"
    r"(?:summit|meeting|visit|call|talks)(?: [^ ,.]+){0,2} (?:between|of|with|by) (?:[^,;]* )?$"
)
_INVITED = re.compile(r" invitation (?:[^ ,.]+ ){0,7}by (?:the )?$")  # "the invitation given to him by President X"
_TASKS = re.compile(
    rf" (?!(?:is|are|was|were|be|been|being) )[^ ,.]+ (?:{'|'.join(sorted(word_class('done_elsewhere')))})"
    r" (?:[a-z]+ )?by (?:the )?(?:then )?$"
)
_OF_TALKS = re.compile(
    r" (?:of|about|on) (?:his|her|their|its) (?:[a-z]+ )?(?:discussions?|talks|conversations?|meetings?|calls?) with "
    r"(?:[^ ,.;]+ ){0,8}$"
)  # "told him of her discussions with A and B"
_HAD_TALKS = re.compile(
    r" (?:conversations?|talks|meetings?|interviews?|calls?|exchanges?) (?:that|which) (?:[^ ,]+ ){1,4}(?:had|held)"
    r"(?: of late| recently| earlier)? with (?:[^ ,]+ ){0,9}(?:and )?(?:with )?$"
)  # "after the conversations that he had with A and with B"
_ACCREDITED = re.compile(
    r" (?:having|after|since|following)(?: (?:having|his|her|their|the))* (?:presented|presenting|presentation of) "
    r"(?:his |her |their |the )?(?:copies of )?(?:letters? of )?(?:credentials|credence)(?: [a-z]+){0,3} to "
    r"(?:the |h\.e\.? )*$"
)  # "having presented his letters of credence to President X"
_BLAMED = re.compile(
    r" (?:condemn|denounc|slam|deplor|reject|critici|protest(?! notes? )|blast|decri|dismiss)[a-z]*(?: [^ ,.;]+){1,14}"
    r" (?:by|of|from) (?:the )?$"
)  # "condemned the storming of the mosque by Minister X"
_PAST_VISIT = re.compile(
    r" (?:in|since) (?:[a-z]+ )?(?:19|20)\d\d (?:during|on|upon|with|following|after) (?:a|an|the|his|her) "
    r"(?:[a-z]+ ){0,3}(?:visit|trip|tour|meeting|summit)(?: to [a-z]+)? (?:by|of|with) (?:the )?$"
    r"| (?:signed|founded|concluded|launched|established)(?: \w+){0,4} (?:19|20)\d\d by (?:the )?$"
)
_SENT_FROM = re.compile(
    r" (?:hand|hands|handed|deliver|delivered|convey|conveyed|carry|carried|carrying|bearing|brought|transmitted)"
    r"(?: over)?(?: (?!from )[^ ,.;]+){0,4}? (?:a|an|the|his|her) (?:[a-z-]+ ){0,3}(?:letter|message|invitation|note)"
    r"(?: [a-z-]+){0,6} from (?:the |(?:his|her) (?:majesty|highness|excellency) )?$"
)
_ADDRESSED = re.compile(
    r" (?:letter|message|invitation|note|cable) (?:from|of|by) [^;]* addressed to (?:the |his |her )?"
    r"(?:[^ ,.;]+ ){0,2}$"
)  # "a letter from Prime Minister Y addressed to President X"
_BY_IN_MONTH = re.compile(rf" in (?:{'|'.join(MONTHS)}) ?\.? by (?:the )?$")  # "was affirmed in Oct. by Minister X"
_AGREED = re.compile(
    r" what (?:is|was|were|(?:has|had|have) been) (?:[a-z]+ )?[a-z]+ed (?:up )?(?:between|by) [^,;]*$"
)  # "puts into operation what was agreed between President X and Y"
_RECALLED = re.compile(
    r" (?:recall|remember|looked back)[a-z]* (?:on |to )?(?:his|her|their) (?:[a-z]+ ){0,2}"
    r"(?:meetings?|talks|calls?|conversations?) (?:[a-z]+ )?with (?:the )?$"
)  # "recalled his meeting with President X"
_GREETED = re.compile(
    r" (?:greetings|regards|wishes|condolences|congratulations|thanks) (?:of|from) [^,;]{1,80} to (?:the |h\.[em]\. )*$"
)  # "the greetings of Sultan X to King Y were conveyed"
_OF_THE_NATION = re.compile(
    r" (?:condolences|sympath(?:y|ies)|congratulations) (?:of|from) [^,;]{1,80}"
    r"(?:people|nation|government|country|citizens|state)(?: of [^,;]{1,30})? to (?:the |h\.[em]\. )*$"
)
_INVITING = re.compile(r" invitation (?:(?:that|which) )?(?:[^ ;.]+ ){0,8}$")
_EXTENDED = re.compile(
    r"(?:, )?(?:of [^,;.]{1,30} )?(?:had |has )?(?:extended|sent|issued|gave|given|addressed|handed|made|conveyed) "
)  # "the invitation which his counterpart, X, extended to him"
_SOON_DATED = re.compile(
    rf"(?:[^ ,.;]+ ){{1,8}}(?:, )?in (?:early |late |mid )?(?:(?:{'|'.join(MONTHS)}) ,? ?)?(?:19|20)\d\d\b"
)
_IN_CHARGE = re.compile(
    r"(?:, )?(?:(?:still |firmly |now )?(?:at the (?:head|helm)|in (?:power|office|charge|command)|on the throne)) "
)  # "with Prime Minister X at the helm, the country has peace"
_IN_MONTH_OF_YEAR = re.compile(rf" in (?:{'|'.join(MONTHS)}) ,? ?(?:19|20)\d\d ,? ?(?:it was )?(?:the )?$")
_WENT_TO_SEE = re.compile(
    r" had [a-z]+ (?:[^ ;.]+ ){0,12}when (?:he|she|they) (?:was|were|went|visited|came|travelled|had been) [^;]*"
    r"(?:see|saw|meet|met|with) (?:[^ ,.;]+ ){0,3}$"
)  # "she had raised it when she was in Brussels to see President X"
_MEETING_HAD = re.compile(
    r" (?:meetings?|talks|conversations?|discussions?|calls?|summit|dinner|exchanges?|consultations) (?:that|which) "
    r"(?:[^ ;.]+ ){0,10}$"
)
_THEY_HAD = re.compile(r"(?:, )?(?:had|held|have had) ")  # "the meeting which President X and President Y had"
_BY_IN_YEAR = re.compile(rf" in (?:(?:{'|'.join(MONTHS)}) ,? ?)?(?:19|20)\d\d by (?:the )?$")  # "built in 2023 by X"
_HAD_BEEN_BY = re.compile(
    r" had (?:already |also |earlier |just |only )?been (?!received|welcomed|met |greeted|invited|accompanied|"
    r"joined|led |headed|briefed|told|shown|opened)[a-z]+ (?:[^ ;]+ ){0,8}(?:before|earlier|ago|previously) "
    rf"(?:[^ ;]+ ){{0,3}}by (?:the )?$| had been [a-z]+ in (?:{'|'.join(MONTHS)}) by (?:the )?$"
)  # "a similar accord had been signed one day before by Minister X"
_WHEN_IN_MONTH = re.compile(
    rf" (?:in (?:early |late |mid )?(?:{'|'.join(MONTHS)})|last (?:month|year)|(?:months|years) ago) "
    r"(?:[^;.]{1,60} )?, when [^;]*$"
)  # "Ties were restored in March, when Minister X called on King Y"
_WHEN_IN_YEAR = re.compile(r" (?:19|20)\d\d (?:, )?(?:when|in which|that) (?:[^ ,;]+ ){0,4}$")  # "the day in 2007 when"
# what stands in front of who is only told of
_ELSEWHERE = (
    _LATER,
    _ACCUSED,
    _ADDRESSED,
    _AGREED,
    _BLAMED,
    _CRITICISED,
    _HAD_TALKS,
    _INVITED,
    _OFFENDED,
    _OF_TALKS,
    _PAST_VISIT,
    _RECALLED,
    _SENT_FROM,
    _SUMMIT,
    _TASKS,
)
_LATE_ELSEWHERE = (
    _ACCREDITED,
    _BY_IN_MONTH,
    _HAD_BEEN_BY,
    _IN_MONTH_OF_YEAR,
    _WENT_TO_SEE,
    _WHEN_IN_MONTH,
    _WHEN_IN_YEAR,
)  # behind the lead only
_IN_LEAD, _BEHIND_LEAD = (
    re.compile("|".join(pattern.pattern for pattern in patterns))
    for patterns in (_ELSEWHERE, (*_ELSEWHERE, *_LATE_ELSEWHERE))
)
_CONVEYED = frozenset(["convey", "conveyed", "conveys", "conveying", "passed", "relayed", "transmitted", "brought"])
_DEEDS = frozenset(["met", "held", "received", "visited", "arrived", "signed", "spoke", "talked", "hosted"])
_WHAT = frozenset(["what", "which"])
_DONE = word_class("participles") | word_class("telling") | word_class("dated_participles") | {"made", "said", "sent"}
_EVENT = frozenset(["during", "after", "at", "following", "upon", "of"])  # "a visit during which Minister X had opened"
_SETTLED = frozenset(["agreed", "decided", "promised", "pledged", "initiated", "envisioned", "launched", "set"])
_ON = frozenset(["on", "of", "to", "with", "upon", "from"])
_VIA = 12  # words
_JOURNEYS = frozenset(["visit", "trip", "tour", "visits", "meeting"])
_SAYS = word_class("reporting")
_SPEAKERS = frozenset(["he", "she", "they"])
_WHILE = frozenset(["as", "while", "because", "since", "although", "though", "if", "unless"])
_TIMES = tuple(
    f"{first} {span} " for first in ("last", "earlier this", "previously this") for span in ("week", "month", "year")
)
_STRUCK = frozenset([
    "killed", "assassinated", "murdered", "shot", "wounded", "injured", "ousted", "overthrown", "toppled", "deposed",
    "jailed", "sentenced", "arrested", "detained", "convicted", "buried",
])  # fmt: skip
_OPENING = 4  # words at the begin of a sentence
_STANDS = word_class("stands")
_FAR = 40  # words


def only_told(reading: Reading, mention: Mention, ending: Mapping[int, Mention]) -> bool:
    """Whether the clause tells of another time, or is what a speaker says of somebody else.

    Args:
        reading: the text.
        mention: somebody named or told by an office.
        ending: the words at which mentions of people end.
    """
    lower, i, sentence = reading.tokens.lower, mention.start, reading.tokens.sentence
    begin, end = reading.tokens.bounds[sentence[mention.i]]
    late = sentence[begin] - sentence[0] > 1
    before = " " + " ".join(lower[max(begin, i - _FAR) : i]) + " "
    if (_BEHIND_LEAD if late else _IN_LEAD).search(before):
        return True
    if not _COMING.isdisjoint(before.split()) and _CAME_AFTER.search(before):
        return True
    if late and opens_earlier(reading, begin, end):
        return True
    if sentence[begin] > sentence[0] and _BY_IN_YEAR.search(before):
        return True
    own = not late and _OF_THE_NATION.search(before)  # "conveyed the condolences of the people to President X"
    if not own and _GREETED.search(before) and not _CONVEYED.isdisjoint(lower[begin:end]):
        return True
    if begin and (_in_clause_of_what_had_been(reading, mention, ending) or _away(lower, mention.j, end)):
        return True
    if late and i - begin < _OPENING and lower[mention.j : mention.j + 1] in (["has"], ["have"]):
        return not _STANDS.isdisjoint(lower[mention.j + 1 : mention.j + 3])  # "Commander X has rejected demands"
    behind_comma = mention.j + (lower[mention.j : mention.j + 1] == [","])
    if late and "which" in lower[max(begin, i - 2) : i] and lower[behind_comma : behind_comma + 1] == ["has"]:
        return True  # "a deployment which Minister X has described as lawful"
    if lower[mention.i - 1] == "following" and lower[mention.j : mention.j + 1] == ["'s"]:
        return not _JOURNEYS.isdisjoint(lower[mention.j + 1 : mention.j + 5])  # "following President X's visit"
    behind = " ".join(lower[mention.j : mention.j + 4]) + " "
    if begin and behind.startswith(_TIMES):
        return True  # "President X last month gave the company until April"
    told = sentence[begin] == sentence[0] and lower[mention.j : mention.j + 1] and lower[mention.j] in _DEEDS
    return _meanwhile(lower, mention, i) or (not told and _in_speech(reading, i, begin, ending))


def in_dated_clause(reading: Reading, mention: Mention, ending: Mapping[int, Mention]) -> bool:
    """ "which President X and Minister Y set out in May 2021", "the invitation which his colleague X extended"."""
    lower = reading.tokens.lower
    begin, end = reading.tokens.bounds[reading.tokens.sentence[mention.i]]
    behind = " ".join(lower[mention.j : min(end, mention.j + _VIA)]) + " "
    if _EXTENDED.match(behind) and "invitation" in lower[begin : mention.start]:
        return bool(_INVITING.search(" " + " ".join(lower[max(begin, mention.start - _FAR) : mention.start]) + " "))
    k = _first_of_pair(lower, begin, mention, ending)
    if lower[k - 1] == "what" and lower[k - 2] in _ON and not _SETTLED.isdisjoint(lower[mention.j : mention.j + 1]):
        return True  # "the first moves on what President X agreed with his colleague Y"
    undated = CALENDAR.isdisjoint(lower[begin:end]) and not any(map(str.isdigit, lower[begin:end]))
    if undated and _MEETING_HAD.search(" " + " ".join(lower[max(begin, k - _VIA) : k]) + " "):
        pair = " had " if lower[mention.j : mention.j + 1] == ["and"] else ""
        return bool(_THEY_HAD.match(behind) or (pair and pair in behind))
    return k > begin + 1 and lower[k - 1] == "which" and lower[k - 2] not in _EVENT and bool(_SOON_DATED.match(behind))


def in_charge(reading: Reading, mention: Mention) -> bool:
    """ "with Prime Minister X at the helm": whose being in office is only praised."""
    lower, name = reading.tokens.lower, mention.name
    if name is None or lower[mention.start - 1] != "with":
        return False
    return bool(_IN_CHARGE.match(" ".join(lower[name.j : name.j + 5]) + " "))


def _first_of_pair(lower: list[str], begin: int, mention: Mention, ending: Mapping[int, Mention]) -> int:
    """The first word of the people whom "and" joins up to the mention, "the" included."""
    k = mention.start - (lower[mention.start - 1] == "the")
    while k > begin + 1 and lower[k - 1] in {"and", ","} and (other := ending.get(k - 1)):
        k = other.start - (lower[other.start - 1] == "the")
    return k


def _in_clause_of_what_had_been(reading: Reading, mention: Mention, ending: Mapping[int, Mention]) -> bool:
    """ "to what Minister X had said", "an area in which Ministers X and Y had cooperated"."""
    lower = reading.tokens.lower
    begin, end = reading.tokens.bounds[reading.tokens.sentence[mention.i]]
    k = _first_of_pair(lower, begin, mention, ending)
    if k <= begin or lower[k - 1] not in _WHAT or lower[k - 2] in _EVENT:
        return False
    reach = _VIA if lower[mention.j : mention.j + 1] == ["and"] else _VIA // 2
    had = next((v for v in range(mention.j, min(end - 1, mention.j + reach)) if lower[v] == "had"), None)
    return had is not None and (lower[had + 1].endswith("ed") or lower[had + 1] in _DONE)


def _away(lower: list[str], j: int, end: int) -> bool:
    """Whether the words from `j` on leave the holder away: "sent greetings through", "have to endorse"."""
    behind = lower[j : min(end, j + _VIA)]
    if behind[:1] == ["sent"]:
        return "through" in behind
    if behind[:2] == [",", "whom"]:
        return any(behind[v : v + 1] == ["will"] or behind[v : v + 2] == ["is", "to"] for v in range(2, 8))
    if behind[:2] == ["must", "still"] or (behind[:1] in (["was"], ["were"]) and not _STRUCK.isdisjoint(behind[1:2])):
        return True  # "the attack in which Minister X was killed"
    both = behind.index("have") if behind[:1] == ["and"] and "have" in behind[:8] else 0
    if behind[both : both + 1] in (["has"], ["have"]):
        return behind[both + 1 : both + 2] == ["to"] or behind[both + 1 : both + 3] == ["yet", "to"]
    return behind[:4] == ["was", "on", "a", "visit"] and not {"as", "when", "while"}.isdisjoint(behind)


def _meanwhile(lower: list[str], mention: Mention, i: int) -> bool:
    """ "as President X faces pressure": what is so at the time of the event."""
    behind = lower[mention.j : mention.j + 1]
    return lower[i - 1] in _WHILE and bool(behind) and behind[0].endswith("s") and len(behind[0]) > 4


def _in_speech(reading: Reading, i: int, begin: int, ending: Container[int]) -> bool:
    """ "He added that President X …", "Ojo said President X …": what a person says, not a ministry or an agency."""
    lower = reading.tokens.lower
    for k in range(i - 1, max(begin, i - _FAR), -1):
        if lower[k] in _SAYS and (lower[k + 1] == "that" or k == i - 1):
            said = lower[k - 1] in _SPEAKERS or k in ending
            return said and lower[k - 1] not in {"”", '"', ","}
        if lower[k] in {"”", '"', ";"}:
            return False
    return False
