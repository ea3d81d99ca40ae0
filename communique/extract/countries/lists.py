"""Lists of countries: "in Dakar, Kigali and Cape Town".

In: a `Reading` and a country named there. Out: whether it stands in a list, and where that begins and ends.
"""

from communique.extract.words.reading import Geo, Reading


def coordinated(reading: Reading, geo: Geo) -> bool:
    """Whether another country is joined to this one by "and", a comma or a dash."""
    lower = reading.tokens.lower
    joints = {"and", ",", "&", "-", "–"}
    j, i = geo.j, geo.i
    while j < len(lower) and j not in reading.geo and (lower[j] in joints or (j > geo.j and lower[j] in {"the", "of"})):
        j += 1
    while i > 0 and (lower[i - 1] in joints or lower[i - 1] == "the"):
        i -= 1
    right = reading.geo.get(j) if j > geo.j else None
    left = reading.geo_to.get(i) if i < geo.i else None
    return any(other is not None and other.alpha3 != geo.alpha3 for other in (right, left))


def listed_from(reading: Reading, i: int) -> int:
    """The first word of the list of places that goes on at word `i`: "in Dakar, Kigali and Cape Town"."""
    lower = reading.tokens.lower
    begin = reading.tokens.bounds[reading.tokens.sentence[i]][0]
    i -= i > begin and lower[i - 1] == "the"
    while i > begin + 1 and lower[i - 1] in {",", "and"}:
        k = i - 2 if lower[i - 2] == "," else i - 1
        if k not in reading.geo_to:
            break
        i = reading.geo_to[k].i
        i -= lower[i - 1] == "the"
    return i


def listed_to(reading: Reading, geo: Geo) -> int:
    """The word behind the list of places in which the country stands."""
    lower, j = reading.tokens.lower, geo.j
    end = reading.tokens.bounds[reading.tokens.sentence[geo.i]][1]
    while j < end and (j in reading.geo or lower[j] in {"the", "and", ","}):
        if lower[j] == "," and not (j + 1 in reading.geo or lower[j + 1 : j + 2] in (["and"], ["the"])):
            break
        j = reading.geo[j].j if j in reading.geo else j + 1
    return min(j, end - 1)
