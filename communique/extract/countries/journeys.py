"""Where people have come from and where they go: "who had flown in from Bratislava", "on his return to Dili".

In: a `Reading` and a mention. Out: the country of the place, of which the text says that somebody is, or is not, of it.
"""

from communique.extract.countries.behalf import behind_apposition
from communique.extract.countries.place import STAYS, country_at
from communique.extract.offices.heads import CALENDAR
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_MOTION = word_class("motion")
_ARTICLES = frozenset(["a", "an", "the", "this", "that"])
_GUESTS = frozenset(["guest", "guests", "visitor", "visitors", "colleague", "counterpart", "friend", "man", "woman"])
_REACH = 14
_GUESTING = STAYS | {"delegation", "official", "working", "invitation"}
_GOING = STAYS | frozenset([
    "visits", "visited", "visiting", "arrived", "arrives", "travels", "travelled", "traveled", "flew", "flies", "left",
    "leaves", "departed", "departs", "headed", "heads", "travel", "fly", "depart", "leave", "go", "goes", "went",
])  # fmt: skip
_PAYING = frozenset([
    "paid", "pays", "began", "begins", "started", "starts", "ended", "ends", "concluded", "concludes", "completed",
    "completes", "wrapped", "makes", "made", "undertook", "undertakes", "finished",
])  # fmt: skip
_LEAVING = _PAYING | _GOING
_ABROAD = frozenset(["during", "on", "after", "following", "fresh", "concluding", "ending", "beginning", "wrapping"])
_HOSTING = frozenset(["him", "her", "them"])  # "During his visit to Chad, President X received him"
_STEPS = 8  # words behind somebody over which it is told where he goes
_CLAUSE = 10  # words of an office between commas
_BACK = frozenset(["back", "home", "return", "returned", "returns", "returning"])
_HOME = frozenset(["to", "in"])


def came_from(reading: Reading, mention: Mention, others: set[int]) -> str | None:
    """ "X had made the journey from Bratislava", "from Yerevan came X": the country of the place.

    `others` has the first words of all mentions: behind the next one it is somebody else who has come.
    """
    tokens, i, j = reading.tokens, mention.i, mention.j
    behind = mention.name is not None and mention.office is not None and mention.office.j == j  # "X, a minister from"
    moving = False
    for k in range(j, min(j + _REACH, len(tokens) - 1)):
        if tokens.sentence[k] != tokens.sentence[i] or k in others or tokens.lower[k] == ";":
            break
        adjective = tokens.lower[k].endswith("ing") and tokens.lower[k - 1] in _ARTICLES  # "a visiting team from"
        moving = moving or (tokens.lower[k] in _MOTION and not adjective)
        if tokens.lower[k] == "from" and (moving or (behind and k == j)):
            return country_at(reading, k + 1) if tokens.lower[k - 1] not in _BACK else None
    for k in range(i - 2, max(i - 5, 1), -1) if tokens.lower[i - 1] == "," else ():  # "his guest from Braga, X"
        if tokens.lower[k] == "from" and tokens.lower[k - 1] in _GUESTS:
            return country_at(reading, k + 1)
    if i > 2 and tokens.lower[i - 1] in _MOTION and tokens.lower[max(0, i - 4) : i].count("from"):
        return country_at(reading, tokens.lower.index("from", max(0, i - 4)) + 1)
    return None


def came_home(reading: Reading, mention: Mention) -> str | None:
    """ "X said on his return to Dili": where somebody is at home."""
    for k in _returns(reading, mention):
        if reading.tokens.lower[k] in _HOME:
            return country_at(reading, k + 1)
    return None


def came_back_from(reading: Reading, mention: Mention) -> str | None:
    """ "X has come back from Quito", "X returned from a trip to Quito": where somebody was abroad."""
    tokens = reading.tokens
    for k in _returns(reading, mention):
        if tokens.lower[k] == "from":
            end = min(k + _STEPS, tokens.bounds[tokens.sentence[k]][1] - 1)
            to = next((e for e in range(k + 2, end) if tokens.lower[e] in {"to", "in"}), None)
            stay = to and not STAYS.isdisjoint(tokens.lower[k:to])
            return country_at(reading, to + 1 if to and stay else k + 1)
        said = tokens.lower[k : tokens.bounds[tokens.sentence[k]][1] - 1]
        visit = next((e for e, word in enumerate(said) if word in STAYS), len(said))  # "home after a visit to Chad"
        to = "to" in said[visit : visit + _STEPS] and k + said.index("to", visit)
        if to:
            return country_at(reading, to + 1)
    return None


def _returns(reading: Reading, mention: Mention) -> list[int]:
    """The words behind those that tell of a return, in the sentence behind somebody, up to what he says."""
    tokens, begin = reading.tokens, mention.j
    end = min(begin + _REACH, tokens.bounds[tokens.sentence[mention.i]][1] - 1)
    spans = range(begin, max(begin, end))
    behind = [k + 1 for k in spans if tokens.lower[k] in _BACK]
    timed = [k + 2 for k in behind if tokens.lower[k : k + 2] in (["last", "night"], ["this", "morning"])]
    return [k for k in behind + timed if k < len(tokens) - 1]


def bound_for(reading: Reading, mention: Mention) -> str | None:
    """ "Sultan X's state visit to Kuwait", "Minister X will visit Fiji": where somebody goes, not where he is from."""
    tokens, j = reading.tokens, _behind_office(reading, mention.j)
    owned = tokens.lower[j : j + 1] == ["'s"]
    pays = False
    for k in range(j, min(j + _STEPS, len(tokens) - 1)):
        noun = tokens.lower[k] in STAYS and tokens.lower[k - 1] not in {"will", "to", "would"}
        pays = pays or tokens.lower[k] in _PAYING
        if tokens.lower[k] in _GOING and (owned or (pays and noun)) == noun:
            to = _behind_time(tokens.lower, k + 1)
            if to:
                return country_at(reading, to + 1)
            return country_at(reading, k + 1) if tokens.lower[k].startswith("visit") else None
        if tokens.lower[k] in {",", ".", "and"} or (tokens.cap[k] and tokens.lower[k] not in CALENDAR):
            return None
    return None


def away_in(reading: Reading, mention: Mention) -> str | None:
    """ "During his visit to Chad, Minister X …", "After talks in N'Djamena, X …": where somebody was abroad."""
    tokens, i = reading.tokens, mention.i
    begin = tokens.bounds[tokens.sentence[i]][0]
    i -= tokens.lower[i - 1] == "the"
    said = tokens.lower[begin:i]
    if (
        said[-1:] != [","]
        or len(said) > _REACH
        or said[0] not in _ABROAD
        or not _HOSTING.isdisjoint(tokens.lower[mention.j : mention.j + 4])
    ):
        return None
    for k in range(begin + 1, i - 2):
        stay = tokens.lower[k] in STAYS and tokens.lower[k + 1] in {"to", "in"}
        back = tokens.lower[k - 1 : k + 1] == ["talks", "in"] and said[0] == "after"
        if stay or back:
            return country_at(reading, k + 1 + stay)
    return None


def _behind_time(lower: list[str], k: int) -> int:
    """The preposition of the place in "(arrived) on Monday in Baku" at the word `k`; 0 where none is."""
    while lower[k : k + 1] and (
        lower[k] in CALENDAR or (lower[k] == "on" and not CALENDAR.isdisjoint(lower[k + 1 : k + 2]))
    ):
        k += 1
    return k if lower[k : k + 1] and lower[k] in {"to", "in", "for"} else 0


def _behind_office(reading: Reading, j: int) -> int:
    """The word behind ", Secretary of State for Trade," which stands behind a name; `j` without such."""
    lower = reading.tokens.lower
    if lower[j : j + 1] == [","] and not _LEAVING.isdisjoint(lower[j + 1 : j + 2]):
        return j + 1  # "X, Minister of Trade, ended": the mention ends behind the office
    return behind_apposition(reading, j, _CLAUSE) or j


def is_guest_in(reading: Reading, mention: Mention) -> str | None:
    """ "X is in Fiji with a delegation", "X, who is in Fiji on a visit": the country in which he is a guest."""
    tokens, j = reading.tokens, mention.j
    for k in range(j, min(j + _STEPS, len(tokens) - 2)):
        if tokens.lower[k] in {"is", "was"} and tokens.lower[k + 1] == "in":
            end = tokens.bounds[tokens.sentence[k]][1]
            return country_at(reading, k + 2) if not _GUESTING.isdisjoint(tokens.lower[k + 2 : end]) else None
        if tokens.lower[k] in {".", "and"}:
            return None
    return None
