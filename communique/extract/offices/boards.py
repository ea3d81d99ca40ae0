"""Bodies of a nation behind its country: "Kenya Tourism Board", "the Maltese Medical Council", "Chad's Patent Office".

In: a `Reading` and words behind a country. Out: whether they name a body. Boards, councils and bureaus are mostly parts
of a government or a house; one that is told by a nation and a field is a body of its own.
"""

from communique.extract.offices.heads import words
from communique.extract.offices.nouns import body_noun
from communique.extract.words.reading import Geo, Reading

_BOARDS = frozenset(["board", "council", "bureau", "survey"])
_OF_FIELDS = {
    "committee": frozenset(["olympic", "paralympic"]),
    "office": frozenset(
        ["statistics", "statistical", "patent", "property", "audit", "tourism", "tourist", "standards"]
    ),
}
_OPENING = frozenset(["board", "bureau"])  # "Bureau of Standards"
_OF_STATES = frozenset([  # councils and bureaus of state, of a party or a town
    "presidential", "presidency", "leadership", "sovereign", "sovereignty", "privy", "cabinet", "ministerial",
    "ministers", "constitutional", "judicial", "judiciary", "municipal", "city", "district", "county", "provincial",
    "regional", "village", "town", "island", "local", "guardian", "expediency", "discernment", "ruling", "military",
    "political", "politburo", "federation", "social", "shura", "consultative", "ministry", "department",
    "international", "economic", "central", "party", "coordinating", "joint", "directors", "governors", "trustees",
    "management", "supervisory", "advisory",
])  # fmt: skip
_RANKS = frozenset(["federal", "national", "supreme", "higher", "high", "grand", "general"])  # alone a house: "Council"
_INNER = frozenset(["of", "for", "and", "&"])
_LONGEST = 9  # words of a name


def own_board(reading: Reading, q: int, end: int) -> bool:
    """Whether the words `q` up to `end`, behind a country, name a board, council or bureau that is its own body."""
    said = reading.tokens.lower[q:end]
    inner = set(said[:-1]) - _INNER
    if end - q < 2 or not reading.tokens.cap[q] or not (words("organs") | _OF_STATES).isdisjoint(said):
        return False
    if said[0] in _OPENING:
        return said[1] in {"of", "for"}
    fields = _OF_FIELDS.get(said[-1])
    return bool(fields & inner) if fields else said[-1] in _BOARDS and not inner <= _RANKS


def board_end(reading: Reading, q: int) -> int:
    """The end of "Geological Survey" at the word `q`, behind its country; 0 where no board stands."""
    end = q
    while end < min(q + _LONGEST, len(reading.tokens)) and (
        reading.tokens.cap[end] or (reading.tokens.lower[end] in _INNER and end > q)
    ):
        end += 1
        if own_board(reading, q, end) and reading.tokens.cap[end : end + 1] != [True]:
            break
    return end if own_board(reading, q, end) else 0


def national_body_before(reading: Reading, i: int, floor: int) -> tuple[Geo, int] | None:
    """The country of "Kenya Tourism Board (Director)", "Ghana's Food and Drug Authority" right before the word `i`, and
    where the name behind it begins."""
    tokens, k = reading.tokens, i
    while k > max(floor, i - _LONGEST) and k not in reading.geo_to and tokens.sentence[k - 1] == tokens.sentence[i - 1]:
        if not (tokens.cap[k - 1] or tokens.lower[k - 1] in _INNER):
            break
        k -= 1
    geo = reading.geo_to.get(k - 1 if tokens.lower[k - 1 : k] == ["'s"] else k)
    named = geo is not None and geo.i >= floor and i - k > 1 and tokens.cap[k] and geo.form != "capital"
    return (geo, k) if geo and named and (own_board(reading, k, i) or (body_noun(reading, k) or 0) >= i) else None
