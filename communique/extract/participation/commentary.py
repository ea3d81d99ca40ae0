"""Who only comments on the event from outside: analysts and scholars of politics, the opposition at home.

In: a `Reading` and a mention of somebody. Out: whether the words beside it call him such and tell nothing of him but
what he says, and that to no gathering: "“It was overdue,” X, a political analyst, told reporters".
"""

from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_OUTSIDE = frozenset([
    "analyst", "commentator", "pundit", "pollster", "columnist", "opposition", "dissident", "observer", "activist",
    "campaigner", "critic",
])  # fmt: skip
_SCHOLARS = frozenset(["professor", "lecturer", "expert", "scholar", "researcher", "fellow", "academic", "economist"])
_STUDIED = (
    "international relations", "political science", "political scientist", "politics", "geopolitics", "foreign policy",
    "international affairs", "international law", "security studies", "strategic studies", "political studies",
)  # fmt: skip
_EMPLOYERS = frozenset(["university", "institute", "institution", "centre", "center", "school"])
_SAYING = word_class("reporting") | {
    "told", "warned", "warns", "believes", "argues", "thinks", "predicts", "wrote", "commented", "criticised", "called",
    "criticized", "questioned", "slammed", "dismissed", "described", "cautioned", "suggested", "accused", "noted",
}  # fmt: skip
_PRESS = frozenset([
    "reporters", "journalists", "newspaper", "agency", "afp", "reuters", "ap", "bbc", "cnn", "dw", "jazeera", "news",
    "times", "daily", "post", "radio", "television", "tv", "channel", "online",
])  # fmt: skip
_GATHERED = frozenset([
    "meeting", "gathering", "forum", "conference", "participants", "delegates", "audience", "seminar", "workshop",
    "guests", "session", "event", "roundtable", "panel", "students", "summit", "committee", "ceremony", "delegation",
    "symposium", "webinar", "lecture", "launch", "opening",
])  # fmt: skip
_AUXILIARIES = frozenset(
    ["has", "had", "have", "was", "is", "were", "been", "also", "now", "still", "once", "currently"]
)
_LIVES = frozenset([
    "plays", "played", "lives", "lived", "died", "studied", "studies", "wrote", "won", "born", "jailed", "imprisoned",
    "arrested", "detained", "killed", "sentenced", "convicted", "missing", "elected", "murdered", "abducted",
])  # fmt: skip
_VOTES = frozenset(["election", "elections", "vote", "poll", "polls", "runoff", "run-off", "ballot", "referendum"])
_WON = frozenset(["won", "ran", "defeated", "beat", "led", "secured", "received", "took"])
_BEFORE, _APPOSED, _OBJECT = 4, 14, 12  # words


def outside(reading: Reading, mention: Mention) -> bool:
    """Whether somebody without an office stands outside: comments on the event, or stood for election."""
    return only_comments(reading, mention) or _voted_in(reading, mention)


def only_comments(reading: Reading, mention: Mention) -> bool:
    """Whether somebody outside the event only says what he thinks of it."""
    lower = reading.tokens.lower
    begin, end = reading.tokens.bounds[reading.tokens.sentence[mention.i]]
    k = _behind_apposition(lower, _behind_place(reading, mention.j, end), end)
    called = lower[max(begin, mention.start - _BEFORE) : k]
    asked = "told" in lower[k : k + 2] and not _PRESS.isdisjoint(lower[k + 1 : k + 5])  # "economist X told Reuters"
    scholar = not _SCHOLARS.isdisjoint(called) and (asked or _of_politics(called))
    scholar = scholar or ("economist" in called and not _EMPLOYERS.isdisjoint(called))
    if _OUTSIDE.isdisjoint(called) and not scholar:
        return False
    before = lower[max(begin, mention.start - 2) : mention.start]
    if before[-1:] in (["said"], ["says"]) or before[:1] == ["said"] or before == ["according", "to"]:
        return _GATHERED.isdisjoint(lower[k : min(end, k + _OBJECT)])
    while k < end and (lower[k] in {",", "also", "has", "had", "in", "turn"} or lower[k].endswith("ly")):
        k += 1
    return k < end and lower[k] in _SAYING and _GATHERED.isdisjoint(lower[k + 1 : min(end, k + _OBJECT)])


def behind_a_life(lower: list[str], k: int, end: int) -> int:
    """The word behind ", who plays for Suva," or ", who has been jailed," at the word `k`; `k` without it."""
    if lower[k : k + 2] != [",", "who"]:
        return k
    verb = next((v for v in range(k + 2, end) if lower[v] not in _AUXILIARIES), end)
    if verb == end or lower[verb] not in _LIVES:
        return k
    return next((c + 1 for c in range(verb, end) if lower[c] == ","), end)


def _voted_in(reading: Reading, mention: Mention) -> bool:
    """Whether the sentence tells of an election: "In the elections in Togo, X of the Liberals won"."""
    begin, end = reading.tokens.bounds[reading.tokens.sentence[mention.i]]
    return not _VOTES.isdisjoint(reading.tokens.lower[begin : mention.i]) and not _WON.isdisjoint(
        reading.tokens.lower[mention.j : end]
    )


def _of_politics(called: list[str]) -> bool:
    said = " ".join(called)
    return any(map(said.__contains__, _STUDIED))


def _behind_place(reading: Reading, j: int, end: int) -> int:
    """The word behind "of the Institute for Security Studies" at the word `j`; `j` itself without it."""
    tokens, k = reading.tokens, j
    if tokens.lower[k : k + 1] and tokens.lower[k] in {"of", "at", "from", "with"}:
        while k < end and (tokens.cap[k] or tokens.lower[k] in {"of", "at", "from", "with", "the", "for", "and", "on"}):
            k += 1
    return k


def _behind_apposition(lower: list[str], j: int, end: int) -> int:
    """The word behind ", a political analyst," at the word `j`; `j` itself without one."""
    if lower[j : j + 1] != [","] or not _SAYING.isdisjoint(lower[j + 1 : j + 2]):
        return j
    return next((k for k in range(j + 1, min(j + _APPOSED, end)) if lower[k] in {",", ".", ";"}), j)
