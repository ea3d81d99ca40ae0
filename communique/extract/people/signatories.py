"""Where the parties to documents are named: "an MoU of Hyundai Rotem with SIMA", "signed by the Port of Oslo and".

In: a `Reading`. Out: the words at which the names of parties begin. Such a place alone makes a body of capitals of
which no noun and no registry tells that they are one.
"""

from itertools import compress

from communique.extract.offices.heads import words
from communique.extract.people.bodies import cues
from communique.extract.words.reading import Reading

_OPENING = frozenset(["between", "with", "of", "by"])
_UNDERSTANDING = frozenset(["of", "understanding", "intent", "cooperation", "agreement", "(", ")"])  # "MoU (MoU) of"
_JOINTS = frozenset([",", "and", "&", "the", "of", "its", "'s", "as", "well", "both", "with", '"', "“", "”"])
_INNER = frozenset(["of", "for", "de", "du", "des", "&"])  # in a name, before a capital
_PAPERS = frozenset(["document", "documents", "declaration"])
_LEAD = 5  # sentences
_NEAR = 8  # words between a document or its signing and the word that brings in a party


def party_places(reading: Reading) -> frozenset[int]:
    """The first words of the capitals that stand where parties to a document are named, countries left out.

    Documents are of the event if the lead tells that there are any; others are what the text falls back on.
    """
    tokens, lower, found = reading.tokens, reading.tokens.lower, set[int]()
    lead = tokens.bounds[:_LEAD][-1][1] if tokens.bounds else 0
    if (cues("documents") | cues("concluded") | _PAPERS).isdisjoint(lower[:lead]):
        return frozenset()
    for i in compress(range(len(lower)), map(_OPENING.__contains__, lower)):
        begin, end = tokens.bounds[tokens.sentence[i]]
        if i not in found and _brings_in_parties(lower, begin, i, end):
            places, sides = _named(reading, i + 1, end)
            found.update(places if sides or lower[i] != "of" else ())
    return frozenset(found)


def _brings_in_parties(lower: list[str], begin: int, i: int, end: int) -> bool:
    """Whether "between", "with", "of" or "by" at the word `i` follows a document, or the signing of one."""
    near, documents = lower[max(begin, i - _NEAR) : i], cues("documents")
    if lower[i] == "of":
        k = i - 1
        while k > begin and (lower[k] in _UNDERSTANDING or lower[k - 1] == "("):
            k -= 1
        return lower[k] in documents and _UNDERSTANDING.isdisjoint(lower[i + 1 : i + 2])
    signed = not cues("concluded").isdisjoint(near) and not documents.isdisjoint(lower[begin:end])
    return signed or (lower[i] != "by" and not documents.isdisjoint(near))


def _named(reading: Reading, k: int, end: int) -> tuple[list[int], bool]:
    """Where capitals begin from the word `k` on, as long as there are names, joints and nouns of bodies; and whether
    "with" is among them."""
    tokens, lower, places, sides = reading.tokens, reading.tokens.lower, list[int](), False
    passed = _JOINTS | words("body") | words("ministry") | cues("named") | cues("before_party")
    while k < end:
        geo = reading.geo.get(k)
        if geo and not (geo.form != "demonym" and tokens.cap[geo.j : geo.j + 1] == [True] and geo.j < end):
            k = geo.j
        elif tokens.cap[k]:
            places.append(k)
            k += 1
            while k < end and (tokens.cap[k] or (lower[k] in _INNER and tokens.cap[k + 1 : k + 2] == [True])):
                k += 1
        elif lower[k] == "(":
            k = next((q + 1 for q in range(k, end) if lower[q] == ")"), end)
        elif lower[k] in passed:
            sides = sides or lower[k] == "with"
            k += 1
        else:
            break
    return places, sides
