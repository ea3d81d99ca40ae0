"""What "the museum", "the Bank" or "the company Kahurangi Dairies" names.

In: a `Reading` and a word. Out: the full name of the body, as an earlier mention or the words behind give it.
"""

from functools import cache

from communique.extract.offices.heads import CALENDAR, DETERMINERS, PANELS, Head, head_at, words
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.registry import rows

_LONGEST = 40  # words of a name
_CALLED_BY = 12  # words of a name in front of an office
_WINDOW = 400  # words looked back
_NEARLY = 80  # words
_INNER = frozenset(["of", "for", "and", "de", "del", "do", "da", "dos", "des", "du", "la", "the"])
_ABSTRACT = ("ing", "ion", "ment", "ity", "ics", "ance", "ence", "ship", "ness", "ism", "ies", "ogy", "ture", "s")

_MANY = ("ways", "unions", "funds", "parks", "systems", "technologies")
NO_TITLES = frozenset([
    "chief", "head", "leader", "member", "assistant", "co-head", "chair", "deputy", "engineer", "professor",
    "associate professor", "assistant professor",
])  # fmt: skip
_FRONTS = frozenset(["in", "during", "at", "after", "on", "later", "following", "meanwhile", "earlier"])
_CALLED = frozenset([  # nouns of bodies that stand before a name in translations: "Company Nordex"
    "company", "college", "school", "university", "institute", "foundation", "association", "hospital", "museum",
    "academy", "corporation", "society", "club", "theatre", "gymnasium", "lyceum",
])  # fmt: skip
_CLOSING = frozenset([",", ";", ".", ")", "(", "and", "of", "in", "who", "-", "–"])
_OPENING, _CLOSING_QUOTES = frozenset(["“", '"', "«", "„", "‘"]), frozenset(["”", '"', "»", "“", "’"])
_NO_NOUNS = frozenset(["of", "and", "who", "that", "which", "in", "at", "for", "to", "on", "with", "from"])
_JOINT = frozenset(["joint", "intergovernmental", "inter-governmental", "mixed"])
_FORMS = frozenset(
    ["jsc", "ojsc", "cjsc", "pjsc", "llc", "llp", "ltd", "concern", "complex", "plant", "factory", "sue", "rue"]
)
_CLAUSES = frozenset(
    ["of", "and", "who", "that", "which", "with", "in", "on", "at", "for", "to", "from", "by", "is", "was", "has"]
)
_DESCRIBED = 6  # words
# Bodies that are seldom called by a name alone.
_STAFFS = frozenset(["service", "secretariat", "administration", "inspectorate", "commission"])
_TOLD = frozenset(["said", "told", "says", "held", "paid", "spoke"])


def earlier_body(reading: Reading, at: int, noun: str) -> str | None:
    """The full name, said before the word `at`, of the body that `noun` now stands for.

    >>> from communique.extract.words.reading import read
    >>> earlier_body(read("The Bardo National Museum opened. The director of the museum spoke."), 10, "museum")
    'Bardo National Museum'
    """
    tokens, called = reading.tokens, None
    nouns = {noun, noun.replace("organisation", "organization"), noun.replace("organization", "organisation")}
    for k in range(at - 1, max(-1, at - _WINDOW), -1):
        body = reading.body_to.get(k)
        if body and not nouns.isdisjoint(tokens.lower[body.i : body.j]):
            return body.organization.name
        if body and called is None and not nouns.isdisjoint(body.organization.name.lower().split()):
            called = body.organization.name  # "the EBRD … the bank", if no other is written out
        if tokens.lower[k] in nouns and tokens.cap[k]:
            i, j = capitals(reading, k)
            if j - i > 1:
                return tokens.span(i, j)
    return called


def last_named(reading: Reading, at: int) -> str | None:
    """The body that is named last before the word `at`, by whatever noun, or by letters behind "the".

    >>> from communique.extract.words.reading import read
    >>> last_named(read("He was at the COE. The director of the center spoke."), 7)
    'COE'
    """
    tokens = reading.tokens
    for k in range(at - 1, max(0, at - _NEARLY), -1):
        if body := reading.body_to.get(k + 1):
            return body.organization.name
        word = tokens.word[k]
        if tokens.lower[k - 1] == "the" and 2 < len(word) < 7 and word.isupper() and k not in reading.taken:
            return reading.meant(word)
        if tokens.cap[k] and tokens.lower[k] in words("body"):
            i, j = capitals(reading, k)
            if j - i > 1:
                return tokens.span(i, j)
    return None


def capitals(reading: Reading, k: int) -> tuple[int, int]:
    """The run of capitals around the word `k`, "of" and its like inside, at most `_LONGEST` words to each side."""
    tokens, i, j = reading.tokens, k, k + 1
    while (
        i > max(0, k - _LONGEST)
        and tokens.cap[i - 1]
        and (i - 1 in reading.taken or tokens.lower[i - 1] not in word_class("openers"))
    ):
        i -= 1
    end = min(len(tokens), k + _LONGEST)
    while j < end and (tokens.cap[j] or (tokens.lower[j] in _INNER and tokens.cap[j + 1 : j + 2] == [True])):
        j += 1
    return i, j


def long_name_to(reading: Reading, p: int, floor: int) -> int | None:
    """The first word of "Public Authority for Manpower" which ends before the word `p`: two words, a noun of bodies."""
    tokens, i = reading.tokens, p
    while i > floor and tokens.sentence[i - 1] == tokens.sentence[p - 1]:
        linked = tokens.lower[i - 1] in {"of", "for", "and"} and i - 2 >= floor and tokens.cap[i - 2] and i < p
        if not (linked or (tokens.cap[i - 1] and tokens.lower[i - 1] not in word_class("openers"))):
            break
        i -= 1
    return i if p - i > 1 and not words("body").isdisjoint(tokens.lower[i:p]) else None


def firm_to(reading: Reading, p: int, floor: int) -> int:
    """The first word of the unknown capitals that end before the word `p`: "Sinar Jaya's director"."""
    tokens, i = reading.tokens, p - 1
    while (
        i > floor and tokens.cap[i - 1] and tokens.sentence[i - 1] == tokens.sentence[i] and i - 1 not in reading.taken
    ):
        if tokens.lower[i - 1] in word_class("openers") or head_at(reading, i - 1):
            break
        i -= 1
    return i


def body_before(reading: Reading, i: int, floor: int) -> int | None:
    """The first of two or more capitals up to "Service", "Agency" and the like right before the head at `i`."""
    tokens = reading.tokens
    if tokens.lower[max(0, i - 3) : i - 2] == ["("] and tokens.lower[i - 1] == ")":
        i -= 3  # "Fisheries Organization (IFO) Head X"
    noun = i - 1 >= floor and i and tokens.cap[i - 1] and tokens.lower[i - 1] in words("body") - {"programme"}
    if not noun or reading.taken.get(i - 1) == "body":
        return None
    start = max(capitals(reading, i - 1)[0], floor)
    while start < i - 1 and tokens.sentence[start] != tokens.sentence[i]:
        start += 1
    ranked = tokens.lower[start] in words("modifiers") - {"state", "federal", "royal"}
    return start if i - start > 1 and not ranked else None


def called_before(reading: Reading, i: int, floor: int) -> int | None:
    """The first word of "Lima Chamber of Commerce", "Institute of Marine Research" right before the head at `i`."""
    tokens = reading.tokens
    start = long_name_to(reading, i, max(floor, i - _CALLED_BY)) if i and tokens.cap[i - 1] else None
    if start is None or tokens.sentence[start] != tokens.sentence[i] or start in reading.geo_to:
        return None
    of = next((k for k in range(start + 1, i) if tokens.lower[k] in {"of", "for"}), None)
    if of is None or tokens.lower[of - 1] not in words("body") or "and" in tokens.lower[start:of]:
        return None
    free = not any(head_at(reading, k) or reading.taken.get(k) == "body" for k in range(start, i))
    fields = words("portfolio") | {"and", "&"}
    return start if free and ("and" not in tokens.lower[of:i] or fields.issuperset(tokens.lower[of + 1 : i])) else None


def described_body(reading: Reading, q: int) -> tuple[int, int] | None:
    """The words of the name behind a description that starts at `q`: "state company Yacimientos de Litio"."""
    tokens = reading.tokens
    for k in range(q, min(q + 5, len(tokens) - 1)):
        geo = reading.geo.get(k)
        if k > q and geo and geo.form == "demonym" and geo.j == k + 1:
            continue  # "the state-owned Slovenian company Plinovodi"
        if tokens.cap[k] or not tokens.word[k].replace("-", "").isalpha():
            return None
        one = not tokens.lower[k].endswith(_MANY)  # "director of railways X" names the director
        if one and tokens.lower[k] in words("body", "firm") and tokens.cap[k + 1] and reading.taken.get(k + 1) != "geo":
            i, j = k + 1, k + 2
            while j < len(tokens) and (
                tokens.cap[j] or (tokens.lower[j] in _INNER and tokens.cap[j + 1 : j + 2] == [True])
            ):
                j += 1
            person = tokens.lower[k] in _STAFFS and j - i > 1 and not tokens.word[i].isupper()
            return (i, j) if tokens.lower[i] not in CALENDAR and not person else None
    return None


def quoted_body(reading: Reading, q: int) -> tuple[str, int] | None:
    """The body named in quotes at the word `q`, and the word behind: "the state concern “Belneftekhim”".

    What it is may stand in front, up to the quotes, or behind: "the “Nasib” border crossing".
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    o = next((k for k in range(q, min(q + _DESCRIBED, len(tokens))) if tokens.word[k] in _OPENING), None)
    if o is None or not all(word.isalpha() and word not in _CLAUSES for word in lower[q:o]):
        return None
    if o > q and lower[o - 1] not in words("body", "firm") | _FORMS:
        return None
    close = next((k for k in range(o + 2, min(o + 9, len(tokens))) if tokens.word[k] in _CLOSING_QUOTES), None)
    if close is None or not tokens.cap[o + 1] or o + 1 in reading.geo:
        return None
    end = _described_behind(reading, close + 1) if o == q else close + 1
    first = next((k for k in range(q, o) if tokens.cap[k] and lower[k] not in _FORMS), None)
    if first is not None:
        return tokens.span(first, close + 1), end  # "Public Foundation “Nur”"
    name = " ".join([tokens.span(o + 1, close), *tokens.span(close + 1, end).split()])
    return reading.meant(name), end


def _described_behind(reading: Reading, q: int) -> int:
    """The word behind "border crossing", "foundation" at the word `q`: what a name in quotes is; else `q` itself."""
    tokens, lower, e = reading.tokens, reading.tokens.lower, q
    nouns = words("body", "firm") | _FORMS
    while e < min(q + 3, len(tokens)) and lower[e].isalpha() and (lower[e] in nouns or not tokens.cap[e]):
        if lower[e] in _CLAUSES or lower[e] in word_class("saying"):
            break
        e += 1
    closed = lower[e - 1] in nouns or tokens.cap[e : e + 1] == [True] or lower[e : e + 1] == [","]
    return e if e > q and closed else q


def named_up_to_comma(reading: Reading, q: int) -> int | None:
    """The end of two to four unknown capitals at `q`, if a comma and another capital follow: a body and its holder."""
    tokens, e = reading.tokens, q
    while e < len(tokens) and e < q + 4 and proper_body(reading, e):
        e += 1
    holder = tokens.lower[e : e + 1] == [","] and tokens.cap[e + 1 : e + 2] == [True]
    return e if e > q + 1 and holder else None


def proper_body(reading: Reading, q: int) -> bool:
    """Whether the one word at `q` can only be a name: a capital that is no word of portfolios, "chairman of Lusa"."""
    return q < len(reading.tokens) and not reading.tokens.lower[q].endswith(_ABSTRACT) and proper_name(reading, q)


def proper_name(reading: Reading, q: int) -> bool:
    """Whether the word at `q` is a capital that no class of words has."""
    if not reading.tokens.cap[q] or q in reading.taken:
        return False
    word = reading.tokens.lower[q]
    return word.isalpha() and not any(
        word in words(kind) for kind in ("portfolio", "body", "ministry", "modifiers", "gathering", "facility", "self")
    )


def called_end(reading: Reading, q: int) -> int | None:
    """The end of "Community College Spektri", "Company Nordex Energy" at the word `q`: a noun before its name, a mark.

    >>> from communique.extract.words.reading import read
    >>> called_end(read("Ana Rey, head of Foundation Amistad, came"), 5)
    7
    """
    tokens, last = reading.tokens, min(q + 8, len(reading.tokens))
    noun = next((k for k in range(q, last) if tokens.cap[k] and tokens.lower[k] in _CALLED), None)
    if noun is None or not all(tokens.cap[q:noun]):
        return None
    e = noun + 1
    while e < last and proper_body(reading, e):
        e += 1
    closed = e == len(tokens) or tokens.lower[e] in _CLOSING
    return e if e > noun + 1 and closed else None


def acronym_ahead(reading: Reading, q: int) -> int | None:
    """The acronym behind up to three words in lower case: "the state utility UTE"."""
    tokens = reading.tokens
    for k in range(q, min(q + 4, len(tokens))):
        if tokens.cap[k]:
            free = reading.taken.get(k) != "geo"
            known = k > q and tokens.word[k].isupper() and len(tokens.word[k]) > 2 and free
            return k if known else None
        if not tokens.word[k].isalpha() or tokens.lower[k] in _NO_NOUNS:
            return None
    return None


def alias_of(reading: Reading, q: int, end: int) -> str | None:
    """The body that one word stands for: "of the museum", "at the Bank" named before, or a name such as "Lusa"."""
    tokens = reading.tokens
    if end > q + 1 or q >= len(tokens):
        return None
    if tokens.lower[q] in words("body") and tokens.lower[q - 1] in DETERMINERS:
        if not any(tokens.cap[q : q + 3]) and not PANELS.isdisjoint(tokens.lower[q + 1 : q + 3]):
            return None  # "of the school management committee"
        named = end == q + 1 and (tokens.cap[q] or tokens.lower[q - 2] == "of")
        return earlier_body(reading, q - 1, tokens.lower[q]) if named and not joint_before(reading, q) else None
    alone = end == q + 1 and tokens.cap[end : end + 1] != [True]
    return tokens.word[q] if alone and proper_body(reading, q) else None


def joint_before(reading: Reading, q: int) -> bool:
    """Whether "Commission" at the word `q` is the "Joint Commission for Trade" named before: the parties meet there."""
    noun = reading.tokens.lower[q]
    known = earlier_body(reading, q - 1, noun) if noun in {"commission", "committee"} else None
    return known is not None and not _JOINT.isdisjoint(known.lower().split())


def named_body(reading: Reading, k: int) -> bool:
    """Whether one capital stands before the head at `k` and a name behind it."""
    tokens = reading.tokens
    before = tokens.cap[k - 1] and k - 1 not in reading.taken and tokens.lower[k - 1] not in word_class("openers")
    return before and len(tokens.word[k - 1]) > 3 and not (k > 1 and tokens.cap[k - 2]) and name_follows(reading, k + 1)


def name_follows(reading: Reading, j: int) -> bool:
    """Whether a capital that is no country or body stands right behind."""
    tokens = reading.tokens
    return j < len(tokens) and tokens.cap[j] and j not in reading.taken and tokens.lower[j] not in CALENDAR


def is_surname(reading: Reading, q: int) -> bool:
    """Whether "Park" at the word `q` opens a name: "Foreign Minister of Korea Park Jin"."""
    tokens = reading.tokens
    if tokens.lower[q] != "park" or tokens.cap[q + 1 : q + 2] != [True] or q + 1 in reading.taken:
        return False
    known = words("portfolio", "body", "ministry", "modifiers")
    return q + 2 >= len(tokens) or (tokens.lower[q + 1] not in known and head_at(reading, q + 1) is None)


def own_body(reading: Reading, q: int, end: int) -> bool:
    """Whether "National Parks Board" is a body of its own: three words or more, and no organ of state among them."""
    lower = reading.tokens.lower
    first = next((k for k in range(q, end) if lower[k] in words("own")), None)
    named = first is not None and reading.tokens.cap[q] and (first == end - 1 or lower[first + 1] == "for")
    return named and end - q > 2 and words("organs").isdisjoint(lower[q + 1 : end])


def acronym_before(reading: Reading, i: int, j: int) -> bool:
    """Whether a body that no registry knows stands before a head and a full name behind: "JCDC head Lenford Salmon"."""
    tokens = reading.tokens
    word = tokens.word[i - 1] if i and tokens.sentence[i - 1] == tokens.sentence[i] else ""
    unknown = 2 < len(word) < 7 and word.isalpha() and word.isupper() and i - 1 not in reading.taken
    full = name_follows(reading, j) and name_follows(reading, j + 1)
    return unknown and full and not tokens.cap[i] and tokens.lower[i - 1] not in _office_acronyms()


@cache
def _office_acronyms() -> frozenset[str]:
    return frozenset(row["term"] for row in rows("offices") if row["use"] == "abbr")


def titled(reading: Reading, i: int, j: int, head: Head) -> bool:
    """Whether a head that alone is no office stands as a title before a full name: "Dean Ana Ruiz", "Coordinator X Y".

    Not "Chief X Y" or "Leader X Y": a style, or half of an office that nobody knows.
    """
    tokens = reading.tokens
    apart = tokens.lower[j : j + 1] == [","] and tokens.lower[i - 1] == "the"  # "the Clerk, Ann Rey, called"
    j += apart
    several = head.plural and (head.singular != "representative" or tokens.lower[i - 1] in {"of", "the"})
    full = tokens.cap[i] and not several and full_name_follows(reading, j)
    return full and not tokens.word[i].isupper() and head.singular not in NO_TITLES


def full_name_follows(reading: Reading, j: int) -> bool:
    """Whether two words of a name stand at the word `j`, none of fields or bodies."""
    known = words("portfolio", "body", "ministry", "modifiers", "facility")
    named = name_follows(reading, j) and name_follows(reading, j + 1)
    return named and known.isdisjoint(reading.tokens.lower[j : j + 2])


def fronted(reading: Reading, i: int, j: int, behind: int) -> bool:
    """Whether the name on the words `i` up to `j` only opens its sentence, and the office behind it is another's.

    "In talks with X, the Malian minister said": the word `behind` the office is what the minister does.
    """
    lower, begin = reading.tokens.lower, reading.tokens.bounds[reading.tokens.sentence[i]][0]
    acts = any(word.endswith("ed") or word in _TOLD for word in lower[behind : behind + 1])
    met = i > begin and lower[i - 1] in {"with", "by", "to"}
    return acts and met and lower[begin] in _FRONTS and lower[j : j + 1] == [","]
