"""What part of a house, of a union or of a longer name stands behind an office: "of the Storting's delegation".

In: a `Reading` and the word behind the preposition. Out: where the part ends, or whether there is one.
"""

from communique.extract.offices.heads import Head, skip_the, words
from communique.extract.offices.runs import name_run
from communique.extract.words.reading import Geo, Reading


def of_the_union(reading: Reading, q: int, head: Head) -> int | None:
    """The end of "(High Representative of the) Union for Foreign Affairs and Security Policy" at the word `q`."""
    if head.singular != "high representative" or reading.tokens.lower[q : q + 2] != ["union", "for"]:
        return None
    return name_run(reading, q + 2, True)[0]


def of_house(reading: Reading, geo: Geo) -> int | None:
    """The end of "the Storting's delegation to the Nordic Council", "the National Assembly Standing Committee"."""
    lower = reading.tokens.lower
    if lower[geo.j : geo.j + 2] == ["standing", "committee"]:
        return geo.j + 2
    if lower[geo.j : geo.j + 1] != ["'s"]:
        return None
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
