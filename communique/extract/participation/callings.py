"""What a stranger is called beside the name: "scientist Dr. X", "X, an economist,", "the Chief Intelligence, X".

In: a `Reading` and a name that holds no office. Out: what its bearer is called, where that is an office that nobody
knows or a calling.
"""

from communique.extract.offices.heads import head_at, words
from communique.extract.people.mentions import Mention
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_VERBS = word_class("stranger_deeds")
_ARTICLES = frozenset(["a", "an", "the"])
_STOPS = frozenset([",", ";", ".", ":"])
_LONG = 12  # words of an office


def profession(reading: Reading, mention: Mention) -> str | None:
    """What somebody is called beside the name: "scientist Dr. X", "X, an economist,", "X, Chief of Works,"."""
    name, tokens = mention.name, reading.tokens
    if name is None:
        return None
    if (i := noun_before(reading, name.before)) < name.before:
        head = head_at(reading, name.before - 1)
        told = head.singular if head and head.plural else tokens.word[name.before - 1]
        return f"{tokens.span(i, name.before - 1)} {told}".strip()
    return _apposed(reading, name.j + 1) if tokens.lower[name.j : name.j + 1] == [","] else None


def _apposed(reading: Reading, k: int) -> str | None:
    """The office, or the noun behind "an", that the words from `k` on say of the name before: "an economist,"."""
    tokens = reading.tokens
    while k < len(tokens) and (tokens.lower[k] in _ARTICLES or k in reading.geo):
        k = reading.geo[k].j if k in reading.geo else k + 1
    if k == len(tokens):
        return None
    if head_at(reading, k) and tokens.lower[k - 1] in {"a", "an"}:
        return tokens.word[k]
    end = next((e for e in range(k, min(k + _LONG, len(tokens))) if tokens.word[e] in _STOPS), k)
    headed = tokens.cap[k] and _VERBS.isdisjoint(tokens.lower[k:end])  # not "X, Y and Z met the Ambassador"
    return tokens.span(k, end) if headed and any(head_at(reading, q) for q in range(k, end)) else None


def title_before(reading: Reading, k: int) -> str | None:
    """The capitals in front of the word `k` that are an office nobody knows: "the Chief Military Intelligence, X"."""
    tokens = reading.tokens
    begin = tokens.bounds[tokens.sentence[k]][0]
    j = k - 1 if k > begin and tokens.lower[k - 1] == "," else k
    i = j
    while (
        i > begin and (tokens.cap[i - 1] or tokens.lower[i - 1] in {"of", "for", "and"}) and i - 1 not in reading.taken
    ):
        i -= 1
    while i < j and not tokens.cap[i]:
        i += 1
    headed = any(head_at(reading, q) for q in range(i, j))
    led = i > begin and tokens.lower[i - 1] in {"the", "by", "and", ",", "with", "was", "were"}
    return tokens.span(i, j) if headed and led and 1 < j - i < _LONG else None


def noun_before(reading: Reading, k: int) -> int:
    """The first word of "transport specialist" in front of the word `k`; `k` without one."""
    tokens, i = reading.tokens, k
    if k and not tokens.cap[k - 1] and head_at(reading, k - 1):
        i = k - 1
        while i and not tokens.cap[i - 1] and tokens.lower[i - 1] in words("portfolio", "modifiers"):
            i -= 1
    return i
