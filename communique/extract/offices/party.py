"""Political parties in offices: "Secretary of the Communist Party's Central Committee", "leader of the GERB Party".

In: a `Reading` and the word at which the name of a party may start. Out: where it ends. An organ of a ruling party is
part of the office, as one of the state is; a party alone is the body that its leader represents.
"""

from communique.extract.offices.heads import Head, after_bracket, skip_the, words
from communique.extract.words.reading import Reading

_ORGANS = frozenset(
    [
        "committee",
        "politburo",
        "politbureau",
        "secretariat",
        "bureau",
        "commission",
        "department",
        "presidium",
        "council",
        "group",
    ]
)
_WITHIN = frozenset(
    [
        "leadership",
        "leading",
        "central",
        "political",
        "standing",
        "organization",
        "organisation",
        "ideology",
        "propaganda",
    ]
)
_SECRETARIES = frozenset(["general secretary", "first secretary", "deputy general secretary", "secretary"])


def party_end(reading: Reading, q: int) -> int | None:
    """The end of the political party whose name starts at word `q`: capitals up to "Party"."""
    tokens = reading.tokens
    for e in range(q, min(q + 6, len(tokens))):
        if tokens.lower[e] == "party" and e > q:
            return None if tokens.lower[e + 1 : e + 2] in (["central"], ["committee"]) else e + 1
        if not tokens.cap[e]:
            return None
    return None


def of_party(reading: Reading, k: int) -> bool:
    """Whether a party's name in capitals starts at the word `k`, or behind "the" there: "the Communist Party"."""
    tokens, k = reading.tokens, skip_the(reading.tokens.lower, k)
    end = next((e for e in range(k, min(k + 6, len(tokens))) if not (tokens.cap[e] or tokens.word[e] in {"'", "’"})), k)
    return end > k + 1 and "party" in tokens.lower[k + 1 : end]


def party_organ(reading: Reading, q: int, head: Head) -> tuple[int, str | None] | None:
    """The end of the organ of a party that starts at the word `q`, and the country of the party where it is told.

    "the Communist Party of Vietnam (CPV) Central Committee", "the LPRP Central Committee's Secretariat"; of a
    secretary also the party of a country alone, "General Secretary of the Communist Party of Vietnam".
    """
    lower, e = reading.tokens.lower, _party(reading, q)
    if e is None:
        return None
    country = next((reading.geo[k].alpha3 for k in range(q, e) if k in reading.geo), None)
    of = reading.geo.get(skip_the(lower, e + 1)) if lower[e : e + 1] == ["of"] else None
    if of and of.form == "name":
        country, e = of.alpha3, of.j
    e = after_bracket(reading, e)
    end = _organ(reading, e)
    return (end, country) if end > e or (of and head.singular in _SECRETARIES) else None


def _party(reading: Reading, q: int) -> int | None:
    """The end of "Lao People's Revolutionary Party" or of the acronym of a party in front of one of its organs."""
    tokens = reading.tokens
    if q < len(tokens) and 2 < len(tokens.word[q]) < 6 and tokens.word[q].isupper() and q not in reading.taken:
        return q + 1 if _organ(reading, q + 1) > q + 2 else None
    for e in range(q, min(q + 7, len(tokens))):
        if tokens.lower[e] == "party" and tokens.cap[e]:
            return e + 1 if e > q or _organ(reading, e + 1) > e + 1 else None
        if not (tokens.cap[e] or tokens.word[e] in {"'", "’"} or tokens.lower[e] in {"'s", "ruling"}):
            return None
    return None


def _organ(reading: Reading, e: int) -> int:
    """The end of "Central Committee", "'s Central Committee's Secretariat" at the word `e`; else `e` itself."""
    tokens, end, k = reading.tokens, e, e
    while k < len(tokens) and k < e + 12:
        if tokens.lower[k] in _ORGANS and tokens.cap[k]:
            end = k = k + 1
            continue
        inside = tokens.lower[k] in _WITHIN or tokens.lower[k] in words("portfolio", "modifiers")
        if not (tokens.cap[k] and inside) and not (tokens.lower[k] == "'s" and k == end):
            break
        k += 1
    return end
