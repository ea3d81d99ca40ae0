"""Whether two annotations say the same: texts, participants, evidence.

In: values of a labelled page and of a record. Out: yes, no, or a share. Text is compared after Unicode folding and
with white space collapsed; participants are paired one to one (a maximum matching, Kuhn 1955).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

Actor = Mapping[str, Any]

SIMILAR = 0.85  # names this much alike are the same name, spelt or transliterated differently
SAME_OFFICE = 0.6  # offices that share this much of their words are the same office
RUN = 6  # words of chrome in a row that no article repeats by chance

_WORD = re.compile(r"\w+")


def fold(text: str | None) -> str:
    """Text as it is compared: compatibility forms, marks and capitals folded, white space collapsed.

    >>> fold("  TÜRKİYE’s\\u00a0Fidan ")
    "turkiye's fidan"
    """
    if not text:
        return ""
    plain = text if text.isascii() else _without_marks(text)
    return " ".join(plain.casefold().split())


_QUOTES = dict(zip("‘’ʼ“”‐‑–—", "'''\"\"----", strict=True))
_MARKED = re.compile(r"[^\x00-\x7f]")
_FEW = 64  # different letters with marks, beyond which a text is decomposed as a whole


def _without_marks(text: str) -> str:
    marked = set(_MARKED.findall(text))
    for quote in marked & _QUOTES.keys():  # first: some letters are decomposed into one
        text = text.replace(quote, _QUOTES[quote])
    if len(marked) > _FEW:
        return decomposed(text)
    for letter in marked - _QUOTES.keys():
        text = text.replace(letter, decomposed(letter))
    return text


def decomposed(text: str) -> str:
    """Compatibility forms of the letters, without the marks that are parted from them so."""
    text = unicodedata.normalize("NFKD", text)
    for mark in filter(unicodedata.combining, set(text)):  # few differ: quicker than to join the rest
        text = text.replace(mark, "")
    return text


@lru_cache(maxsize=256)
def words(text: str | None) -> tuple[str, ...]:
    """The folded words of a text, in order.

    >>> words("Al-Khatib, Iyad")
    ('al', 'khatib', 'iyad')
    """
    return tuple(_WORD.findall(fold(text)))


def token_f1(gold: str | None, got: str | None) -> float:
    """F1 of the words of two texts, each counted as often as it occurs.

    >>> token_f1("Minister of Trade", "Trade Minister")
    0.8
    """
    ours, theirs = words(gold), words(got)
    if not ours or not theirs:
        return float(ours == theirs)
    return 2 * (Counter(ours) & Counter(theirs)).total() / (len(ours) + len(theirs))


def day(value: str | date | None) -> date | None:
    """A date given as one or as "YYYY-MM-DD"."""
    return date.fromisoformat(value) if isinstance(value, str) else value


# --- participants ----------------------------------------------------------------------------------------------------


def name_likeness(gold: str, got: str) -> float:
    """How much two names are the same, 0 to 1; from `SIMILAR` on they are one name.

    >>> name_likeness("Iyad Mohammad Al-Khatib", "Iyad Al-Khatib") >= SIMILAR
    True
    >>> name_likeness("Penny Wong", "Lawrence Wong") >= SIMILAR
    False
    """
    from rapidfuzz.fuzz import ratio

    alike = ratio(fold(gold), fold(got)) / 100
    ours, theirs = set(words(gold)), set(words(got))
    subset = bool(ours and theirs) and (ours <= theirs or theirs <= ours)
    return max(alike, SIMILAR) if subset else alike


def same_country_and_office(gold: Actor, got: Actor) -> bool:
    """Whether two participants hold the same office for the same country."""
    same_office = token_f1(gold.get("role"), got.get("role")) >= SAME_OFFICE
    return gold.get("country") == got.get("country") and same_office


def pair(gold: Sequence[Actor], got: Sequence[Actor]) -> list[tuple[int, int]]:
    """The participants that two lists share, as pairs of indices.

    Two named participants agree by their names, two nameless ones by country and office. As many as possible are
    paired, the most alike first.

    >>> pair([{"name": "P. Wong"}, {"name": "Wong"}], [{"name": "Wong"}])
    [(1, 0)]
    """
    choices = {n: _candidates(actor, got) for n, actor in enumerate(gold)}
    taken: dict[int, int] = {}  # index in `got` -> index in `gold`

    def place(n: int, tried: set[int]) -> bool:
        """Find a partner for gold `n`, moving others to their second choice where needed."""
        for other in choices[n]:
            if other not in tried:
                tried.add(other)
                if other not in taken or place(taken[other], tried):
                    taken[other] = n
                    return True
        return False

    best = {n: _likeness(gold[n], got[found[0]]) for n, found in choices.items() if found}
    for n in sorted(best, key=lambda n: -best[n]):
        place(n, set())
    return sorted((n, other) for other, n in taken.items())


def _candidates(actor: Actor, others: Sequence[Actor]) -> list[int]:
    """Those of `others` that may be the same as `actor`, the likeliest first."""
    likeness = {n: _likeness(actor, other) for n, other in enumerate(others)}
    return sorted((n for n in likeness if likeness[n] >= SIMILAR), key=lambda n: -likeness[n])


def _likeness(gold: Actor, got: Actor) -> float:
    same = same_country_and_office(gold, got)
    if gold.get("name") and got.get("name"):
        alike = name_likeness(gold["name"], got["name"])
        return alike + 0.1 * same if alike >= SIMILAR else 0.0
    return float(same and not gold.get("name") and not got.get("name"))


# --- chrome and evidence ---------------------------------------------------------------------------------------------


def leaks(furniture: Iterable[str], body: str, gold_body: str) -> list[str]:
    """Those texts of a page's furniture that stand in `body` but not in the labelled body.

    A text leaks if it stands there whole or with `RUN` of its words in a row, more often than in the labelled body.
    """
    got, gold = f" {' '.join(words(body))} ", f" {' '.join(words(gold_body))} "
    found = []
    for text in furniture:
        tokens = words(text)
        runs = {f" {' '.join(tokens[n : n + RUN])} " for n in range(max(1, len(tokens) - RUN + 1))} if tokens else ()
        if any(got.count(run) > gold.count(run) for run in runs):
            found.append(text)
    return found


def proves_actor(actor: Actor, body: str) -> bool:
    """Whether the evidence of a participant holds the name or, of one without, the office ("her Thai counterpart").

    Who has no name may be one of several: "the ambassadors of Malta and Albania".
    """
    evidence = set(words(body[actor["start"] : actor["end"]]))
    if actor.get("name"):
        return set(words(actor["name"])) <= evidence
    singular = {word.removesuffix("s") for word in evidence}
    return bool(evidence & _STAND_INS or (evidence and set(words(actor.get("role"))) <= evidence | singular))


_STAND_INS = {
    "counterpart",
    "counterparts",
    "colleague",
    "colleagues",
    "opposite",
    "homologue",
    "peer",
}  # words that stand for the office of somebody else


def proves_sector(sector: Mapping[str, Any], body: str) -> bool:
    """Whether the evidence of a sector holds a term of it."""
    return next(sector_spans(sector["code"], body[sector["start"] : sector["end"]]), None) is not None


def sector_spans(code: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text has terms of a sector, in order; a term may belong to several."""
    from communique.registry.sector_terms import find_terms

    for match in find_terms(text):
        if code in match.value.code.split(">"):
            yield match.start, match.end
