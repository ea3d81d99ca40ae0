"""Capitals for which letters stand: "Caribbean Broadcasting Union" for the "CBU" of a text.

In: the words of a text and an acronym. Out: where capitals with these initials stand.
"""

from communique.extract.words.tokens import Tokens

INNER = frozenset(["of", "for", "and", "the", "on", "in", "&", "to", "de", "da", "do", "del", "la", "du"])
_FEWEST = 3  # letters: of two too many words are the initials


def with_initials(tokens: Tokens, acronym: str) -> tuple[int, int] | None:
    """The capitals that have the letters of the acronym for initials."""
    letters = acronym.upper()
    for k in tokens.opens if len(letters) >= _FEWEST else ():
        if tokens.word[k][0] != letters[0] or tokens.word[k] == acronym:
            continue
        n, i = 1, k + 1
        while n < len(letters) and i < len(tokens) and tokens.sentence[i] == tokens.sentence[k]:
            if tokens.cap[i] and tokens.word[i][0] == letters[n]:
                n += 1
            elif tokens.lower[i] not in INNER:
                break
            i += 1
        if n == len(letters):
            return k, i
    return None
