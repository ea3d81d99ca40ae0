"""Who stands beside an office while it is read: a holder before it, a surname that is no office, a monarch's name.

In: a `Reading` and the words of the head. Out: whether those beside tell that the office has its holder, or is none.
"""

from communique.extract.offices.antecedents import name_follows
from communique.extract.offices.heads import CALENDAR, STYLES, honorific_words, words
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.registry import settings
from communique.registry.matcher import fold
from communique.registry.monarchies import thrones
from communique.registry.officials import given_names

_INNER = frozenset(["and", "of", "for", "in", "on", "to", "at", "with", "who", "from", "as", "or"])
_PARTICLES = frozenset(
    ["bin", "al", "el", "de", "van", "der", "den", "von", "da", "do", "dos", "del", "di", "la", "le", "du"]
)
_WHERE = frozenset([
    "in", "at", "near", "outside", "on", "via", "through", "into", "around", "across", "throughout", "during", "amid",
])  # fmt: skip
_SERVANTS = frozenset(["abdul", "abd", "abdel", "abdal", "abdur"])  # of God by another name
_TRUST = frozenset(["confidence", "trust", "faith", "belief", "believe", "believes", "interest"])
_SURNAMES = frozenset(settings("name_words")["noun_surnames"])
_INITIALS = 2
_OFFICE_SURNAMES = frozenset(settings("name_words")["surnames"])  # "Pope", "King"
_SERVING_AS = frozenset(
    ["serves", "served", "serving", "acts", "acting", "appointed", "named", "known", "works", "working", "capacity"]
)


def reigns(reading: Reading, i: int, j: int) -> bool:
    """Whether "Sultan" or "Emir" at the word `i` is the monarch's title: his country is named, no "bin" follows it."""
    tokens = reading.tokens
    if (
        not name_follows(reading, j)
        or tokens.lower[j] in {"al", "el"}
        or (i and tokens.cap[i - 1] and not tokens.first[i] and i not in reading.geo_to)
    ):
        return False
    title = "emir" if tokens.lower[i] == "amir" else tokens.lower[i]
    return any(geo.alpha3 in thrones().get(title, ()) for geo in reading.geo.values())


def surname(reading: Reading, i: int, floor: int) -> bool:
    """Whether an office is a surname here: "Amy Pope, Director General", "Major Owens King said"."""
    tokens, p = reading.tokens, i - 1
    if p < floor or not tokens.cap[i] or tokens.lower[i] not in _OFFICE_SURNAMES:
        return False
    if tokens.lower[p] in _SERVANTS and tokens.cap[i + 1 : i + 2] == [True]:
        return True  # "Malik Abdul Wali Khan"
    given = tokens.cap[p] and tokens.word[p].isalpha() and p not in reading.taken and not tokens.word[p].isupper()
    known = words("portfolio", "modifiers", "ministry", "body", "silent", "former")
    plain = not any(tokens.lower[p] in told for told in (known, word_class("openers"), honorific_words()))
    styled = p > floor and tokens.lower[p - 1] in honorific_words() | STYLES and name_follows(reading, i + 1)
    if given and plain and styled and tokens.sentence[p - 1] == tokens.sentence[i]:
        return True  # "Datuk Seri Tiong King Sing"
    alone = i + 1 >= len(tokens) or not (tokens.cap[i + 1] or tokens.lower[i + 1] in {"of", "for", "to"})
    return given and plain and alone and tokens.sentence[p] == tokens.sentence[i]


def named_as_body(reading: Reading, i: int) -> bool:
    """Whether the words at `i` are an office though a body is called so: "the UN High Commissioner for Refugees, X"."""
    if reading.tokens.lower[i : i + 3] != ["high", "commissioner", "for"]:
        return False
    body = next((body for body in reading.body.values() if body.i <= i < body.j), None)
    if body is None or body.i == i:
        return False
    behind = body.j + (reading.tokens.lower[body.j : body.j + 1] == [","])
    return held_before(reading, body.i) or name_follows(reading, behind)


def names_another(reading: Reading, i: int, j: int, of_state: bool) -> bool:
    """Whether the words `i` up to `j` are two capitals or more, what goes on the name included, that name a holder.

    A verb follows, or the office is one `of_state`, whose field has other words: "Minister of Health Ana Rey, who".
    """
    tokens = reading.tokens
    particle = tokens.lower[j : j + 1] and tokens.lower[j] in _PARTICLES
    prefixes = tuple(settings("name_words")["prefixes"])
    while j < len(tokens) and (
        tokens.cap[j] or (particle and tokens.lower[j] in _PARTICLES) or tokens.lower[j].startswith(prefixes)
    ):
        j += 1  # "Minister of Health Ana de Rey", "Minister of Health Ana d'Orey"
    known = words("portfolio", "ministry", "body", "facility") if of_state else words("portfolio")
    if j - i < 2 or j == len(tokens) or not tokens.cap[i] or not known.isdisjoint(tokens.lower[i:j]):
        return False
    if of_state and reading.taken.keys().isdisjoint(range(i, j)):
        return True
    return tokens.word[j].isalpha() and not tokens.cap[j] and tokens.lower[j] not in _INNER


def of_trust(lower: list[str], p: int) -> bool:
    """Whether the preposition at the word `p` is that of "confidence in X": no place stands behind it."""
    return p > 0 and lower[p - 1] in _TRUST


def _is_where(reading: Reading, k: int) -> bool:
    """Whether the capitals before the comma `k` say where or at what: "in Bergen", "of the town of Bergen"."""
    tokens, i = reading.tokens, k
    while i > 0 and (tokens.cap[i - 1] or tokens.lower[i - 1] in _PARTICLES) and not tokens.first[i]:
        i -= 1
    if i and tokens.first[i - 1] and tokens.lower[i - 1] in _WHERE:
        i -= 1
    elif i < k and tokens.first[i] and tokens.lower[i] in _WHERE:
        i += 1
    body = k - i > 1 and tokens.lower[k - 1] in words("gathering", "facility") and tokens.lower[k - 1] not in _SURNAMES
    p = i - 1 - (i > 1 and tokens.lower[i - 1] == "the")
    if p < 0 or i == k:
        return False
    if tokens.lower[p] in _WHERE:
        return not of_trust(tokens.lower, p)
    named = settings("name_words")["spots"]
    return body or (p > 0 and tokens.lower[p] == "of" and tokens.lower[p - 1] in named)


def held_before(reading: Reading, i: int, floor: int = -1) -> bool:
    """Whether the holder stands before the office ("Tom Alweendo, Minister of …"), so that none follows it.

    A name that stands right behind another office, which ends at the word `floor`, is that office's.
    """
    tokens, k = reading.tokens, i - 1
    if k > 0 and tokens.lower[k] in {"the", "a", "an", "also"}:
        k -= 1
    if k < 1:
        return False
    before = tokens.lower[k - 1]
    named = (tokens.cap[k - 1] and before not in CALENDAR) or before in _SERVING_AS
    if tokens.lower[k] in {"is", "as"} and tokens.sentence[k] == tokens.sentence[i]:
        return tokens.lower[k] == "is" or named  # not "on Wednesday as Minister X arrived"
    run = k - 1 if floor > 0 else -1
    while run >= max(floor, 0) and (tokens.cap[run] or tokens.lower[run] in _PARTICLES):
        run -= 1
    if floor > 0 and run + 1 <= floor + (tokens.lower[floor] == ","):
        return False
    if tokens.lower[k] == "," and _is_where(reading, k):
        return False  # "In Bergen, Norwegian Minister of Labour X and …"
    return (
        tokens.lower[k] in {",", "("}
        and tokens.cap[k - 1]
        and before not in CALENDAR
        and k - 1 not in reading.taken
        and not tokens.first[k - 1]
    )


def initials(reading: Reading, i: int) -> bool:
    """Whether the letters of an office are somebody's initials: "Justice Manmeet PS Arora", behind a given name."""
    tokens, first = reading.tokens, i - 1
    within = first >= 0 and tokens.sentence[first] == tokens.sentence[i] and name_follows(reading, i + 1)
    if not within or not tokens.cap[first] or first in reading.taken or len(tokens.word[i]) != _INITIALS:
        return False
    if tokens.lower[first] in words("portfolio", "ministry", "modifiers", "body"):
        return False  # "Energy CS Ali Wario"
    styled = first > 0 and tokens.lower[first - 1] in honorific_words() | STYLES | {"justice", "judge"}
    return styled or fold(tokens.word[first]) in given_names()
