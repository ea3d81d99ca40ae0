"""Who is only due: invited, awaited, still to receive the guest or to be met by him.

In: a `Reading` and a mention of somebody. Out: whether the words in front, or those behind a list of people, put the
holder's part into the future. Phrases that stand right beside a name are in registry/participation.toml.
"""

import re
from collections.abc import Mapping
from functools import cache

from communique.extract.people.mentions import Mention
from communique.extract.words.classes import phrases, word_class
from communique.extract.words.reading import Reading

_PADDING = word_class("padding")
TO_BE = re.compile(
    r" (?:is|are|was|were|will|would|due|expected|set|has|have|likely) (?:going |yet |still |also |later |likely )?"
    r"(?:to )?"
    r"(?:also |then |later )?be (?!accompanied|supported|joined)[a-z]+"
    r"(?: up| out| in|(?: [^ ,.;]+){1,4})? by "
    r"(?:the |h\.e\.? |he |hon\.? |\. )*$"
)
_TALKS = r"(?:meetings?|talks|audiences?|dinners?|lunch|luncheons?|sessions?|consultations|conversations?|calls?)"
_ARRANGED = re.compile(
    rf" {_TALKS} (?:[^ ,.;]+ ){{0,6}}?(?:is|are|(?:has|have) been) (?:also |being |likewise )?"
    r"(?:arranged|organi[sz]ed|set|set up|lined up|booked|agreed|envisaged|in store|foreseen)"
    r"(?: [^ .;]+){0,5} (?:with|between) [^;]*$"
)  # "a meeting is arranged with Minister X"
_AHEAD = (
    r" (?:will|(?:is|are) (?:[a-z]+ )?(?:due |scheduled |set |expected |likely )?to|(?:was|were) (?:also |then |later |"
    r"afterwards )?(?:due |scheduled |set |expected )?to|(?:plans?|hopes?|intends?) to) (?:[a-z]+ ){0,3}?"
)
_MEETING = re.compile(
    rf"{_AHEAD}(?:meet|see|call on|confer|talk|speak|dine|sit down|sign (?:[a-z]+ ){{0,6}}?with)(?: [^ ,.;]+){{0,8}} $"
)  # "he is due to meet Minister X"
_TRAVELLING = re.compile(
    rf"{_AHEAD}(?:travel|fly|go|head|proceed|continue|return|leave|depart|journey) (?:[^ ,.;]+ ){{1,6}}(?:to (?:meet|"
    rf"see)|for (?:[a-z]+ ){{0,2}}{_TALKS} with)(?: [^ ,.;]+){{0,8}} $"
)  # "he will travel on to Peru to meet President X"
_LEAVING = re.compile(
    r" (?:leaves|travels|flies|heads|goes|departs|proceeds|continues) (?:on )?(?:for|to) (?:[^ ,.;]+ ){1,6}to (?:meet|"
    r"see|hold talks with)(?: [^ ,.;]+){0,8} $"
)  # "she leaves for Ankara on Thursday to meet Foreign Minister X"
_RECEIVING = re.compile(
    r"(?:will|(?:is|are)(?: due| expected| scheduled)? to) (?:[a-z]+ ){0,3}?(?:receive|welcome|host|greet|"
    r"(?:meet|see)(?: with)? (?:him|her|them|the (?:guest|visitor|delegation)))\b"
)
_HOST = re.compile(
    r" (?:will|(?:is|are) (?:going )?to) (?:also |then |first )?be (?:received|welcomed|hosted|greeted|met|seen)"
    r"(?: [^ ,.;]+){0,8} by (?:[^ ,.;]+ ){0,3}$"
)  # "they are going to be received by Minister X"
_DIARY = re.compile(
    rf" (?:there (?:is|'s|are|will be)|follows?) (?:also |then )?(?:an? |the )?(?:[a-z]+ )?{_TALKS} (?:on|with) [^,;]*$"
    rf"| (?:{_TALKS}|visits?|calls?) (?:(?!with |between )[^ ;.]+ ){{0,8}}?(?:is|are|was|were) (?:also |likewise )?"
    r"(?:scheduled|planned|pencilled in|slated|"
    r"fixed|arranged) (?:[^ ,;]+ ){0,5}?(?:with|to|on) [^,;]*$"
    r"| tomorrow (?:he|she|they|the (?:guests?|visitors?|delegation)) [^,;]*$"
)  # "there is a call on Minister X", "Talks are scheduled with Minister X"
_LAYING = re.compile(
    rf"{_AHEAD}(?!(?:be|have|remain|serve|continue) )[a-z]+ (?:(?!that )[^,.;:]+ )?(?:before|to) (?:the )?$"
)  # "he is to put a plan before Minister X", "the draft will go to Minister X"
_DIARIES = frozenset([
    "there", "follow", "follows", "scheduled", "planned", "pencilled", "slated", "fixed", "arranged", "tomorrow",
])  # fmt: skip
_BEFORE_WHOM = frozenset(["before", "to", "the"])
_SOON = (
    r"(?:(?:in|next|this|on|for|by|before|at|until|from) (?:the )?(?:coming |end of |start of |first |second )*"
    r"(?:[a-z]+day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter"
    r"|fall|week|weekend|month|year|days|weeks|months)|tomorrow|soon|shortly|later)"
)
_SETS_OUT = re.compile(
    r" (?:also |then )?(?:leaves|flies|comes|arrives|travels|follows|departs|returns|goes|heads|visits|lands|sets "
    rf"(?:off|out)) (?:[^ ,;.]+ ){{0,6}}?{_SOON} "
)  # "Minister X flies to Rome in January"
_PUT_OFF = re.compile(
    r" (?:is|are|was|were|(?:has|have|had) been|will be) (?:likewise |again |now )?(?:put off|postponed|cancell?ed|"
    r"called off|expected (?:later|soon|shortly|before|this|tomorrow)|due (?:later|soon|this|next|tomorrow))"
)
_TO_TAKE_PLACE = re.compile(
    rf" (?:{_TALKS}|visits?|arrival|trip|call) (?:of|by|with|between|on|from) (?:the |its |his |her )?"
    r"(?:[^ ,;]+ ){0,3}$"
)  # "Talks with Minister X are put off"
_ONWARD = frozenset(["travel", "fly", "go", "head", "proceed", "continue", "return", "leave", "depart", "journey"])
_JOINTS = frozenset([",", "and", "the", "with", "as", "well"])
_NEAR, _BEHIND, _OPENING = 40, 14, 6  # words


@cache
def _invitations() -> tuple[str, ...]:
    return tuple(f" {phrase}" for phrase in phrases("planned", "before"))


def invited(reading: Reading, mention: Mention) -> bool:
    """Whether the person is only named as the one who invites or is invited."""
    k, begin = mention.start, reading.tokens.bounds[reading.tokens.sentence[mention.i]][0]
    near = reading.tokens.lower[max(begin, k - 9) : k]
    said = " " + " ".join(w for w in near if w not in _PADDING)
    return said.endswith(_invitations())


def still_to_come(reading: Reading, mention: Mention, behind: int, ending: Mapping[int, Mention]) -> bool:
    """Whether later than in the lead the traveller is still to meet the person, who is a host on the programme.

    Args:
        reading: the text.
        mention: somebody named or told by an office.
        behind: the word behind the mention and the list of people that it stands in.
        ending: the words at which mentions of people end.
    """
    tokens = reading.tokens
    begin, end = tokens.bounds[tokens.sentence[mention.i]]
    if tokens.sentence[mention.i] == tokens.sentence[0]:
        return False
    first = first_of_list(reading, mention, ending)
    said = tokens.lower[max(begin, first - _NEAR) : first]
    before = " " + " ".join(said) + " "
    if ("with" in said and _ARRANGED.search(before)) or _MEETING.search(before) or _HOST.search(before):
        return True
    if "to" in said and _LEAVING.search(before):
        return True
    if not _ONWARD.isdisjoint(said) and _TRAVELLING.search(before):
        return True
    return bool(_RECEIVING.match(" ".join(tokens.lower[behind : min(end, behind + 8)])))


def told_ahead(reading: Reading, mention: Mention) -> bool:
    """Whether behind the first sentence a diary or somebody's plans tell of the person: "there is a call on X"."""
    tokens = reading.tokens
    if tokens.sentence[mention.i] == tokens.sentence[0]:
        return False
    begin, end = tokens.bounds[tokens.sentence[mention.i]]
    said = tokens.lower[max(begin, mention.start - _NEAR) : mention.start]
    before = " " + " ".join(said) + " "
    first = mention.j + (tokens.lower[mention.j : mention.j + 1] == [","])
    behind = " " + " ".join(tokens.lower[first : min(end, first + _BEHIND)]) + " "
    if (not said or (said[-1] == "," and len(said) < _OPENING)) and _SETS_OUT.match(behind):
        return True
    if _PUT_OFF.match(behind) and _TO_TAKE_PLACE.search(before):
        return True
    if not said:
        return False
    diary = not _DIARIES.isdisjoint(said) and _DIARY.search(before)
    return bool(diary or (said[-1] in _BEFORE_WHOM and _LAYING.search(before)))


def first_of_list(reading: Reading, mention: Mention, ending: Mapping[int, Mention]) -> int:
    """The word with which the list of people that leads up to the mention begins."""
    lower, k = reading.tokens.lower, mention.start
    while (j := _behind_joint(lower, k)) < k and j in ending and ending[j].start < k:
        k = ending[j].start
    return k


def _behind_joint(lower: list[str], k: int) -> int:
    """The word at which what stands in front of ", and the" before the word `k` ends."""
    while k and lower[k - 1] in _JOINTS:
        k -= 1
    return k
