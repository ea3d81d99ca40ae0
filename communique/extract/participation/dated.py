"""Deeds that a date tells to be of another time than the event: "Prime Minister X visited Togo in 2018".

In: a `Reading` and a mention of somebody. Out: whether the clause that goes on behind it ends in a month or a year that
the first sentence does not name. What somebody speaks of has its own time, and so has a clause about him: "Minister X
said exports rose in March", "Minister X, appointed in March, also spoke".
"""

import re

from communique.extract.participation.earlier import MONTHS
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_MONTH = "|".join(sorted(MONTHS))
_DATE = re.compile(
    rf" (?P<before>[^ ]+) (?:in (?:(?:early|late|mid) )?(?:(?P<month>{_MONTH})(?: ,? ?(?:of )?(?:(?:19|20)\d\d|"
    rf"(?:this|last) year))?|(?P<year>(?:19|20)\d\d))|last (?:{_MONTH})|(?P<ago>(?:last|earlier this) (?:month|year)|"
    r"(?:a|two|three|several|some) (?:months?|years?) ago)) ?(?:[.,;]|$)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNED_BY = tuple([done, "by"] for done in ("signed", "founded", "concluded", "launched", "established"))
_NEAR = 10  # words between "signed by" and its year
_SPEAKS = word_class("reporting") | word_class("thanking") | {"told", "expressed"}
_BEFORE_VERB = word_class("before_deed")
_RELATIVES = frozenset(["who", "whose", "which", "whom", "that"])
_VOWS = frozenset(["undertook", "promised", "agreed", "offered", "pledged", "vowed", "committed", "proposed"])
_OPENERS = _RELATIVES | {";"}  # of clauses
_DONE = ("ed", "held", "built", "made", "begun", "up", "set", "born", "taken", "won", "out")


def done_another_time(reading: Reading, mention: Mention) -> bool:
    """Whether what is told of the person behind the mention was done in a month or a year of its own."""
    lower, begin, j = reading.tokens.lower, reading.tokens.bounds[0][0], mention.j
    end = reading.tokens.bounds[reading.tokens.sentence[mention.i]][1]
    if lower[max(0, mention.i - 2) : mention.i] in _SIGNED_BY:
        return any(map(_YEAR.fullmatch, lower[j : min(end, j + _NEAR)]))
    aside = lower[j : j + 1] == [","] and j + 1 < end and lower[j + 1].endswith("ing")
    closed = next((k for k in range(j + 1, end) if lower[k] == ","), j) if aside else j  # "X, addressing it, recalled"
    verb = next((k for k in range(closed, end) if lower[k] not in _BEFORE_VERB and not lower[k].endswith("ly")), end)
    if verb < end and lower[verb] in _SPEAKS:
        return False
    opens = (k for k in range(j, end) if lower[k] in _OPENERS and (lower[k] != "that" or _opens_clause(lower, k)))
    stop = j if j < end and _of_the_person(lower, j) else next(opens, end)
    dated = _DATE.search(" " + " ".join(lower[j - 1 : stop]))
    if dated is None or (dated["before"].endswith(_DONE) and dated["before"] != lower[j]):
        return False  # "the accord signed in May"
    if lower[j] == "in" and not _RELATIVES.isdisjoint(lower[mention.i : j]):
        return False  # "X, who became minister in May, sent a note"
    if lower[verb + 1 : verb + 2] == ["to"] and lower[verb] in _VOWS:
        return False  # "undertook to send a mission in August"
    first = " ".join(lower[begin : reading.tokens.bounds[0][1]])
    return not any(dated[part] and dated[part] in first for part in ("month", "year", "ago"))


def _opens_clause(lower: list[str], k: int) -> bool:
    """Whether a clause begins with the "that" at the word `k`; not in "announced that outpost last September"."""
    return lower[k + 2 : k + 3] not in (["in"], ["last"])


def _of_the_person(lower: list[str], j: int) -> bool:
    """Whether right behind the mention, which ends at `j`, a clause tells of its holder: ", appointed in"."""
    return lower[j : j + 1] == [","] and bool(lower[j + 1 : j + 2]) and lower[j + 1].endswith("ed")
