"""What part of a house, of a union or of a longer name stands behind an office: "of the Storting's delegation".

In: a `Reading` and the word behind the preposition. Out: where the part ends, or whether there is one.
"""

from communique.extract.offices.apposed import friendship_end
from communique.extract.offices.heads import Head, Part, skip_the, words
from communique.extract.offices.runs import name_run
from communique.extract.words.reading import Geo, Reading
from communique.registry import settings

_INTERIM = frozenset(["interim", "transitional", "caretaker", "provisional", "federal", "military"])


def of_the_union(reading: Reading, at: int, q: int, head: Head, part: Part) -> int | None:
    """Reads "(High Representative) of the Union for Foreign Affairs and Security Policy" from the word `at` on."""
    lower, k = reading.tokens.lower, q + (reading.tokens.lower[q : q + 1] == ["european"])
    if head.singular != "high representative" or lower[k : k + 2] != ["union", "for"]:
        return None
    end = name_run(reading, k + 2, True)[0]
    part.organization = "European Union"
    part.pieces.append((at, end))
    return end


def of_interim(reading: Reading, q: int, part: Part) -> int | None:
    """Reads the country of "(Minister of Trade of the) interim government of Chad" at the word `q`."""
    lower = reading.tokens.lower
    if lower[q : q + 1] == [] or lower[q] not in _INTERIM or lower[q + 1 : q + 3] != ["government", "of"]:
        return None
    state = reading.geo.get(skip_the(lower, q + 3))
    part.countries += [state.alpha3] if state else []
    return state.j if state else None


def ship_end(reading: Reading, q: int) -> int | None:
    """The end of "ICGS Sankalp" at the word `q`: the letters of a navy before the ship's name."""
    tokens = reading.tokens
    if q + 1 >= len(tokens) or not _are_ship_letters(reading, q):
        return None
    return q + 2 if tokens.cap[q + 1] else None


def _are_ship_letters(reading: Reading, k: int) -> bool:
    """Whether the word `k` is what navies and owners write before a ship's name: "ICGS", "MV"."""
    tokens = reading.tokens
    return tokens.word[k].isupper() and tokens.lower[k] in settings("name_words")["ships"]


def is_called_after(reading: Reading, i: int, head: Head) -> bool:
    """Whether the office at the word `i` is in a ship's or a place's name: "MV Princess Ashika", "King Fahd Base"."""
    tokens, lower = reading.tokens, reading.tokens.lower
    if i and _are_ship_letters(reading, i - 1):
        return True
    if head.level not in {"royal", "head_of_state"} or head.cls == "president" or not tokens.cap[i]:
        return False
    e = i + 1
    while e < len(tokens) and tokens.cap[e] and tokens.sentence[e] == tokens.sentence[i]:
        if e > i + 1 and lower[e] in words("facility"):
            return True
        e += 1
    return False


def of_house(reading: Reading, geo: Geo) -> int | None:
    """The end of "the Storting's delegation to the Nordic Council", "the National Assembly Standing Committee"."""
    lower = reading.tokens.lower
    if lower[geo.j : geo.j + 2] == ["standing", "committee"]:
        return geo.j + 2
    if lower[geo.j : geo.j + 1] != ["'s"]:
        return None
    if group := friendship_end(reading, geo.j + 1):
        return group  # "the Bundestag's German-Greek parliamentary group"
    end = name_run(reading, geo.j + 1, True)[0]
    if end > geo.j + 1 and lower[end - 1] == "delegation" and lower[end : end + 1] == ["to"]:
        k = skip_the(lower, end + 1)
        end = reading.body[k].j if k in reading.body else end
    return end if end > geo.j + 1 and lower[end - 1] in words("ministry") else None


def leads_run(reading: Reading, j: int, form: str) -> bool:
    """Whether the country before word `j` only begins a longer name: "Kuwait Ports Authority"."""
    end, is_body = name_run(reading, j)
    tokens = reading.tokens
    spelt = j + 1 < len(tokens) and tokens.word[j].isupper() and tokens.cap[j + 1] and not tokens.word[j + 1].isupper()
    if end == j or (spelt and len(tokens.word[j]) > 3):  # "Ambassador to Bangladesh IWAMA Kiminori"
        return False
    return is_body or form == "demonym"


def of_body(reading: Reading, k: int) -> bool:
    return reading.tokens.lower[k : k + 1] == ["of"] and skip_the(reading.tokens.lower, k + 1) in reading.body


def institution(reading: Reading, q: int, end: int) -> bool:
    return any(reading.tokens.lower[k] in words("ministry", "body") for k in range(q, end))
