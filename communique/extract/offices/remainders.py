"""What is left of an office in front of a comma and its holder: "Special Envoy to the peace process, Eamon Rey,".

In: a `Reading`, the `Part` behind a head and where its readers stopped. Out: the words that still belong to the
office. Where a name between commas follows, no word has to be known; a verb, a pronoun or another office among them
says that they are no part of it.
"""

from communique.extract.offices.antecedents import NO_TITLES, full_name_follows
from communique.extract.offices.heads import (
    CALENDAR,
    Head,
    Part,
    after_bracket,
    head_at,
    honorific_words,
    skip_the,
    words,
)
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_LONGEST = 14  # words
_NAME = 9  # words of styles and of the name
_OPENING = frozenset(["of", "for"])
_DEALING = frozenset(["to", "on", "against"])  # envoys, advisers and coordinators
_SENT = frozenset(["diplomat", "senior_official", "international", "spokesperson"])
_ABROAD = frozenset(["abroad", "overseas", "worldwide"])
_WHERE = frozenset(["country", "region", "area", "capital", "city", "province", "territory", "islands", "archipelago"])
_VAGUE = frozenset(["deputy", "member", "head", "first lady", "official", "owner", "executive", "representative"])
_PROFESSIONS = frozenset(["expert", "economist", "editor"])  # whose holders are mostly talked about
_FUNCTION = frozenset(["of", "for", "the", "and", "to", "in", "on", "with", "against", "at", "by", "a", "an", "from"])
_NO_PART = frozenset([  # pronouns, conjunctions, and the nouns of spans of time and of thanks
    "he", "she", "it", "they", "we", "i", "who", "whom", "whose", "which", "that", "this", "these", "his", "her",
    "their", "him", "them", "as", "while", "when", "where", "after", "before", "during", "until", "since", "but", "or",
    "if", "because", "not", "year", "years", "month", "months", "week", "weeks", "day", "days", "time", "times", "hour",
    "hours", "decade", "past", "next", "last", "support", "visit", "welcome", "hospitality", "gift", "efforts", "role",
    "meeting", "talks", "session", "ceremony", "occasion", "moment", "event", "dinner", "lunch", "is", "was", "were",
    "are", "be", "been", "has", "have", "had", "will", "would", "can", "could", "should", "may", "might", "must",
])  # fmt: skip
_STOPS = frozenset([",", ";", ".", ")", "and", "who", "—", "–"])
_PARTICLES = frozenset([
    "bin", "bint", "al", "el", "de", "van", "der", "den", "von", "da", "do", "dos", "del", "di", "la", "du", "ould",
    ".",
])  # fmt: skip


def rest_of(reading: Reading, part: Part, head: Head, greedy: bool) -> tuple[int, int] | None:
    """The words behind `part.at` that still belong to the office, or None where there are none.

    Args:
        reading: the text.
        part: what was read behind the head.
        head: the head.
        greedy: whether the holder's name stands before the office.
    """
    if (last := _last_noun(reading, part, head, greedy)) is not None:
        return last
    at = after_bracket(reading, part.at) if part.organization else part.at
    end = _nominal_end(reading, at, not greedy) if _opens(reading, part, head, at) else at
    if end == at:
        return None
    if greedy:
        closed = _is_small(reading, at, end) and reading.tokens.lower[end] in {",", ".", ";"}
        return (at, end) if closed else None
    held = reading.tokens.lower[end] == "," and held_by(reading, end + 1)
    return (at, _before_owner(reading, at, end)) if held else None


def _last_noun(reading: Reading, part: Part, head: Head, greedy: bool) -> tuple[int, int] | None:
    """The one capital behind a complement that is no holder, as his name follows or stands in front: "Minister for the
    Aid of Persecuted Christians, Ana Rey,", "Ana Rey, Envoy for Economic Recovery,"."""
    at, lower = part.at, reading.tokens.lower
    goes_on = bool(part.pieces) and part.pieces[-1][1] == at and not head.plural
    if not (goes_on and reading.tokens.cap[at : at + 1] == [True] and reading.tokens.word[at].istitle()):
        return None
    if (
        at in reading.taken
        or lower[at] in CALENDAR | words("body", "ministry")
        or lower[at + 1 : at + 2] != [","]
        or head_at(reading, at)
    ):
        return None
    return (at, at + 1) if greedy or held_by(reading, at + 2) else None


def _opens(reading: Reading, part: Part, head: Head, at: int) -> bool:
    """Whether what stands behind may go on an office: "to the peace process", "climate | questions"."""
    lower = reading.tokens.lower
    word = lower[at] if at + 1 < len(lower) and not head.plural else ""
    if word in _OPENING:
        return True
    if word in _DEALING:
        return head.level in _SENT
    if word == "in":
        return lower[at + 1] == "the" and lower[at + 2 : at + 3] != [] and lower[at + 2] in _WHERE
    goes_on = bool(part.pieces) and part.pieces[-1][1] == at and not reading.tokens.cap[at - 1]
    if word == ",":
        return goes_on and _lists(reading, at)
    return word in _ABROAD or (goes_on and word.isalpha() and word not in _FUNCTION and not reading.tokens.cap[at])


def _nominal_end(reading: Reading, at: int, lists: bool) -> int:
    """The end of the words from `at` up to a comma or full stop, or `at` where some are no part of an office."""
    tokens, lower, k = reading.tokens, reading.tokens.lower, at
    while k < min(at + _LONGEST, len(tokens)):
        if lower[k] in _STOPS and lower[k] != "and" and not (lists and _lists(reading, k)):
            break
        if tokens.sentence[k] != tokens.sentence[at] or not (lower[k] == "," or _may_stand(reading, k)):
            return at
        k += 1
    noun = lower[k - 1] not in _FUNCTION and any(not tokens.cap[n] and lower[n] not in _FUNCTION for n in range(at, k))
    return k if noun and lower[k : k + 1] and lower[k] in _STOPS else at


def _lists(reading: Reading, k: int) -> bool:
    """Whether the comma at `k` parts fields: "for growth, clean energy and the environment"."""
    tokens, field = reading.tokens, k + 1 + (reading.tokens.lower[k + 1 : k + 2] == ["and"])
    if tokens.lower[k] != "," or field >= len(tokens) or tokens.cap[field]:
        return False
    return tokens.word[field].isalpha() and tokens.lower[field] not in (_FUNCTION - {"the"}) | _STOPS


def _may_stand(reading: Reading, k: int) -> bool:
    """Whether a word may be of what an office deals with: no verb, no pronoun, no day, no other office."""
    tokens, word = reading.tokens, reading.tokens.lower[k]
    if word in _NO_PART or word in CALENDAR or word in word_class("saying"):
        return False
    if not word.replace("-", "").isalpha() and word not in {"'s", "'", "&"}:
        return False
    ahead = tokens.lower[k + 1 : k + 2]
    if word.endswith("ed") and not tokens.cap[k] and (not ahead or ahead[0] in _FUNCTION or tokens.cap[k + 1]):
        return False  # "for the region arrived in"
    inner = head_at(reading, k)
    return inner is None or inner.use == "weak"


def _is_small(reading: Reading, at: int, end: int) -> bool:
    """Whether a few words without capitals stand there, "of our station": more may be the clause's."""
    tokens = reading.tokens
    return tokens.lower[at] in _OPENING and end - at < _NAME and not any(tokens.cap[at:end])


def held_by(reading: Reading, k: int) -> bool:
    """Whether a name of two words or more stands at the word `k`, closed by a comma or the sentence's end."""
    tokens, lower, last = reading.tokens, reading.tokens.lower, k + _NAME
    while k < min(last, len(tokens)) and (lower[k] in honorific_words() or lower[k] in {".", "the", "her", "his"}):
        k += 1
    first, known = k, words("portfolio", "ministry", "body", "facility")
    while k < min(last, len(tokens)) and (tokens.cap[k] or (k > first and lower[k] in _PARTICLES)):
        if k in reading.taken or lower[k] in CALENDAR or lower[k] in known or head_at(reading, k):
            return False
        k += 1
    k -= lower[k - 1 : k] == ["."]
    return k > first + 1 and (k >= len(tokens) or lower[k] in _STOPS)


def _before_owner(reading: Reading, at: int, end: int) -> int:
    """The "of" that leads to the body or country whose office it is: "for the private sector of CAF"; else `end`."""
    tokens = reading.tokens
    for k in range(at + 2, end - 1):
        owner = skip_the(tokens.lower, k + 1)
        letters = owner < end and tokens.word[owner].isupper() and len(tokens.word[owner]) > 2
        if tokens.lower[k] == "of" and (letters or owner in reading.body or owner in reading.geo):
            return k
    return end


def small_title(reading: Reading, i: int, j: int, head: Head) -> bool:
    """Whether a head in small letters, alone no office, is a full name's: "the bailiff, Ana Rey,", "coach Ana Rey"."""
    tokens, lower = reading.tokens, reading.tokens.lower
    owned = i > 1 and lower[i - 1] == "'s" and not tokens.cap[i - 2]  # "the museum's head, Ana Rey,"
    vague = head.cls in _VAGUE or head.singular in NO_TITLES | _VAGUE
    if tokens.cap[i] or head.plural or (vague and not owned):
        return False
    if lower[j : j + 1] == [","]:
        return lower[i - 1] in {"the", "'s"} and held_by(reading, j + 1)
    if head.cls in _PROFESSIONS:
        return False
    return (
        full_name_follows(reading, j)
        and tokens.word[j].istitle()
        and head_at(reading, j) is None
        and head_at(reading, j + 1) is None
    )
