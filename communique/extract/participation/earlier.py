"""What had happened before the event: "the two had met in May", "X, whom he had called".

In: a `Reading` and a mention of somebody. Out: whether the pluperfect around it leaves its holder out of the event.
"""

import re

from communique.extract.offices.office import Office
from communique.extract.participation.stations import at_another_stop
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import phrases, spaced, tells, word_class
from communique.extract.words.reading import Reading

_DAYS = frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))
MONTHS = (word_class("calendar") | {"may"}) - _DAYS
_ON_A_DAY = re.compile(r" on (?:mon|tues|wednes|thurs|fri|satur|sun)day ")
_MONTH = "|".join(MONTHS)
_DAY_OF_MONTH = re.compile(rf" (\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b| (?:{_MONTH})\.? (\d{{1,2}})\b")
_IN_MONTH = re.compile(rf" (?:it was )?in (?:{_MONTH})\b")
_PREVIOUS = re.compile(
    r" the (?:previous|preceding) (?:[a-z-]+ )?(?:rounds?|sessions?|meetings?|consultations|talks|summit|editions?|"
    r"visit|conference|forum|exercise) "
)  # "The previous round was chaired by Ministers X and Y"
_IN_YEAR = re.compile(r" (?:(?:it|that|this) was |back )?in (?:19|20)\d\d ")
_LAST_MONTH = re.compile(rf" (?:last|back in) (?:{'|'.join(word for word in MONTHS if len(word) > 3)}) ")
_AT_THE_TIME = re.compile(r" (?:[a-z]+ed )?at (?:the|that) time (?:by|,) ")
_DATED = word_class("dated_participles")
_PARTICIPLES = word_class("participles")
_SETTLED = word_class("settled")
_TELLING = word_class("telling")
_LED = frozenset(["led", "headed", "chaired"])
_AT_THAT_TIME = (["at", "the", "time"], ["at", "that", "time"])
_BEFORE_THEN = frozenset(["the", "by", "with", "under", "from", "of", "to", "between"])
_OTHER_VISITS = frozenset(["last", "previous", "earlier", "first", "past", "then", "reign", "tenure", "term", "war"])
_DAY_BEFORE = (" the day before ", " a day before ", " a day earlier ", " the previous day ", " the evening before ")
_ALREADY = frozenset(["also", "already", "earlier", "previously", "recently", "just"])
_REPORTING = word_class("reporting") | {"announced", "reported", "confirmed", "told"}
_PARAGRAPH = 1500  # characters; longer paragraphs are read no further back
_IN_TOW = frozenset(["brought", "taken"])
_IN_COMPANY = re.compile(r"^[a-z]+ along | with (?:him|her|them)\b")
_AT_THE_EVENT = frozenset([  # "had welcomed the guests": what is done there may be told so, too
    "arrived", "travelled", "traveled", "joined", "attended", "welcomed", "received", "greeted", "opened", "landed",
    "accompanied", "participated", "called", "stressed", "underlined", "asked", "stayed", "returned",
    "hosted", "toured", "visited", "signed",
])  # fmt: skip
_DATE = 7  # words of "On April 17 , 2021 ,"
_BEFORE, _BEHIND = 12, 3  # words around the mention


_HAD = tuple([who, "had"] for who in ("he", "she", "they"))


def happened_before(reading: Reading, mention: Mention, pair: int) -> bool:
    """Whether a "had" beside the mention tells of an earlier time: "had called President Abbas".

    Args:
        reading: the text.
        mention: somebody named or told by an office.
        pair: the word behind the mention and another that "and" joins to it.
    """
    lower = reading.tokens.lower
    begin, end = reading.tokens.bounds[reading.tokens.sentence[mention.i]]
    if at_another_stop(reading, mention):
        return True
    if _of_the_event(reading, mention, begin, end) or _opens_report(reading, mention, begin):
        return False
    if _goes_on(reading, mention):
        return True
    for k in range(max(begin, mention.i - _BEFORE), min(end - 1, max(mention.j + _BEHIND, pair + 1))):
        if lower[k] == "had" and k == pair and lower[k + 1 : k + 2] and lower[k + 1] in _SETTLED:
            return True  # "X and his host Y had agreed on the trial in 2022"
        if lower[k] == "had" and (k < mention.i or k <= mention.j + 1):
            step = k + 1 + (lower[k + 1] in _ALREADY and k + 2 < end)
            if lower[step] in _IN_TOW and _IN_COMPANY.search(" ".join(lower[step:end])):
                continue  # "the minister had brought X with him"
            if mention.i < k and (lower[step] in _TELLING or _leads(lower, step)):
                return False
            if lower[step] in _PARTICIPLES:
                return True
            late = reading.tokens.sentence[begin] - reading.tokens.sentence[0] > 1
            if late and k == mention.j and lower[step].endswith("ed") and lower[step] not in _AT_THE_EVENT:
                return True  # "The Deputy Minister had presided over that ceremony"
            dated = lower[step] in _DATED or (k == mention.j and lower[step].endswith("ed"))
            if dated and _on_another_day(reading, " " + " ".join(lower[begin:end]) + " "):
                return True
    return False


def _opens_report(reading: Reading, mention: Mention, begin: int) -> bool:
    """ "The Ministry said that X had met Y", "Y said he had met X": what the first sentence has somebody report."""
    if begin > 0:
        return False
    said = reading.tokens.lower[: mention.i]
    that = next((k for k, word in enumerate(said) if word == "that" or said[k : k + 2] in _HAD), 0)
    return not _REPORTING.isdisjoint(said[:that])


def _goes_on(reading: Reading, mention: Mention) -> bool:
    """ "Di Maio had been there on Tuesday. Among those whom he met was X": a sentence behind that of another day."""
    tokens, number = reading.tokens, reading.tokens.sentence[mention.i] - reading.tokens.sentence[0]
    if number < 2:
        return False
    begin, end = tokens.bounds[number - 1]
    had = next((k for k in range(begin, end - 1) if tokens.lower[k] == "had"), None)
    if had is None or tokens.lower[had + 1] not in _PARTICIPLES | _DATED:
        return False
    if "\n\n" in tokens.text[tokens.end[end - 1] : tokens.start[tokens.bounds[number][0]]]:
        return False
    return _on_another_day(reading, " " + " ".join(tokens.lower[begin:end]) + " ")


def no_longer(reading: Reading, office: Office) -> bool:
    """ "the late President", "by then Minister X", "X, finance minister at the time": who holds it no more."""
    lower = reading.tokens.lower
    if lower[office.j : office.j + 3] in _AT_THAT_TIME:
        return True
    words = range(max(0, office.i - 1), office.core + 1)
    k = next((k for k in words if lower[k] in {"late", "then"} or lower[k].startswith("then-")), None)
    if k is None or lower[k] == "late" or lower[k - 1] in _BEFORE_THEN:
        return k is not None
    begin = reading.tokens.bounds[reading.tokens.sentence[k]][0]
    return lower[begin] in {"on", "in"} and lower[k - 1] == "," and k - begin < _DATE  # "In May, then Minister X"


def told_earlier(reading: Reading, i: int) -> bool:
    """Whether the sentence of the word `i` opens with an earlier time, "In December, …", or names one; not the lead."""
    number = reading.tokens.sentence[i]
    begin, end = reading.tokens.bounds[number]
    place = number - reading.tokens.sentence[0]
    if place < 2 or opens_earlier(reading, begin, end):
        return place > 0 and opens_earlier(reading, begin, end)
    whole = " " + " ".join(reading.tokens.lower[begin:end]) + " "
    return bool(_LAST_MONTH.search(whole)) or tells(whole, "background", "sentence")


def opens_earlier(reading: Reading, begin: int, end: int) -> bool:
    """Whether a sentence opens with a word of an earlier time that is not the same day's."""
    said = " " + " ".join(reading.tokens.lower[begin : min(end, begin + 5)]) + " "
    if _IN_MONTH.match(said):
        return True  # "In September, at New York, …", "It was in November that …"
    if _IN_YEAR.match(said) or _LAST_MONTH.match(said) or _AT_THE_TIME.match(said) or _PREVIOUS.match(said):
        return True  # "In 2019 …", "Received at the time by President X, the Emir …"
    return said.startswith(spaced("background", "opening", " ")) and not said.startswith(
        spaced("background", "same_day", " ")
    )


def plainly_earlier(reading: Reading, begin: int, end: int) -> bool:
    """Whether a sentence opens with a time that is no part of the event even in the lead: "Last month", "In 2019,"."""
    lower = reading.tokens.lower
    dated = lower[begin] == "last" or lower[begin : begin + 2] == ["earlier", "this"]
    said = " " + " ".join(lower[begin : min(end, begin + 4)]) + " "
    first = lower[slice(*reading.tokens.bounds[0])]
    month = begin > 0 and not _DAYS.isdisjoint(first) and lower[begin + 1 : begin + 2] and lower[begin + 1] not in first
    if month and _IN_MONTH.match(said):
        return True  # "(X met Y on Monday.) In March, Minister Z had …"
    return (dated and opens_earlier(reading, begin, end)) or bool(_IN_YEAR.match(said) or _PREVIOUS.match(said))


def up_to(reading: Reading, i: int) -> tuple[int, int]:
    """The characters of the paragraph from its begin to the end of the sentence of the word `i`."""
    at, text = reading.tokens.start[i], reading.tokens.text
    paragraph = max(text.rfind("\n\n", max(0, at - _PARAGRAPH), at), at - _PARAGRAPH, 0)
    end = text.find(".", at, at + _PARAGRAPH)
    return paragraph, end if end > 0 else at


def turned_aside(reading: Reading, stretch: tuple[int, int]) -> bool:
    """Whether the characters turn to another event: "it may be recalled", "in another development"."""
    said = " ".join(reading.tokens.text[slice(*stretch)].lower().split())
    return any(map(said.__contains__, phrases("aside", "paragraph")))


def _leads(lower: list[str], k: int) -> bool:
    """ "(X had) led the Bhutanese delegation"."""
    return lower[k] in _LED and "delegation" in lower[k : k + 5]


def _of_the_event(reading: Reading, mention: Mention, begin: int, end: int) -> bool:
    """Whether the event itself is told so: "said after Ambassador X had called on him", "had met X on Monday"."""
    lower, i = reading.tokens.lower, mention.i
    lead = reading.tokens.sentence[begin] - reading.tokens.sentence[0] < 2
    if lower[begin] == "during" and _OTHER_VISITS.isdisjoint(lower[begin : begin + 5]):
        return True  # "During it he had met President X"
    if "after" in lower[max(begin, i - 4) : i] or (lead and "when" in lower[max(begin, i - 9) : i]):
        return True
    whole = " " + " ".join(lower[begin:end]) + " "
    if tells(whole, "background", "same_day"):
        return True
    return bool(_ON_A_DAY.search(whole)) and (lead or not _on_another_day(reading, whole))


def _on_another_day(reading: Reading, whole: str) -> bool:
    """Whether the sentence names a weekday, or a day of a month, and the lead another one."""
    if any(map(whole.__contains__, _DAY_BEFORE)):
        return True
    end = reading.tokens.bounds[:2][-1][1]
    lead = " " + " ".join(reading.tokens.lower[reading.tokens.bounds[0][0] : end]) + " "
    for pattern in (_ON_A_DAY, _DAY_OF_MONTH):
        here, there = set(pattern.findall(whole)), set(pattern.findall(lead))
        if here and there and here.isdisjoint(there):
            return True
    return False
