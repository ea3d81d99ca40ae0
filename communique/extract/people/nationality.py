"""Whose somebody is, told beside the name alone: "Mr Oumar Sissoko of Mali", "Australia's Penny Wong".

In: a `Reading` and a name, or the word where a mention starts. Out: the country, or None.
"""

from communique.extract.offices.antecedents import capitals
from communique.extract.offices.heads import skip_the
from communique.extract.offices.phrases import Office
from communique.extract.people.names import Name
from communique.extract.words.reading import ORGANS, Geo, Reading

_SEATS = (
    ["embassy"], ["government"], ["ministry"], ["delegation"], ["side"], ["parliament"], ["mission"], ["consulate"],
    ["foreign"], ["defence"], ["army"], ["navy"], ["central"], ["high"],
)  # fmt: skip
_BEHIND_COUNTRY: tuple[list[str], ...] = ([","], [";"], ["."], [")"], ["and"], [])
_HAILS = (["comes", "from"], ["hails", "from"])
_SENT = frozenset(["man", "woman", "delegate", "negotiator", "participant", "speaker", "voice"])
_LISTED = frozenset([":", ",", ";", "and", "–", "—", "were", "are"])
_MISSIONS, _LONG = frozenset(["mission", "embassy", "consulate", "legation"]), 8


def nationality_after(reading: Reading, name: Name, office: Office | None) -> str | None:
    """ "Mr Oumar Sissoko of Mali", "Dr Netty Simanungkalit from Indonesia", "Faridah Jelani, Malaysia,"."""
    if office and office.countries:
        return None
    if stood := _stood_for(reading, name, office):
        return stood
    lower, j, geo = reading.tokens.lower, max(name.j, office.j if office else 0), reading.geo
    between = geo.get(skip_the(lower, name.j + 1)) if lower[name.j : name.j + 1] in (["of"], ["from"]) else None
    near = between and office and 0 < office.i - between.j < 4 and lower[between.j : between.j + 1] in (["("], [","])
    if near and between and between.form == "name":
        return between.alpha3  # "X of Togo (Minister of Trade)"
    first = min(name.before, office.i if office else name.i)
    got = lower[j : j + 1] == ["from"] and lower[first - 1] == "by" and "received" in lower[max(0, first - 3) : first]
    if j < len(lower) and lower[j] in {"of", "from"} and not got:  # but "the rice was received by X from China"
        k = j + 1 if j + 1 in geo else skip_the(lower, j + 1)
        if k in geo and geo[k].form in {"name", *ORGANS}:
            return geo[k].alpha3 if name.styled or name.j - name.i > 1 or office else None
        if k in geo and geo[k].form == "demonym" and lower[geo[k].j : geo[k].j + 1] in _SEATS:
            return geo[k].alpha3  # "Chargé d'affaires X of the Indonesian embassy"
        if k in reading.body and name.styled and not office:
            return reading.body[k].organization.country  # "Admiral X of U.S. Southern Command"
        if mission := _mission_of(reading, k):
            return mission
        j = capitals(reading, k)[1] if reading.tokens.cap[k : k + 1] == [True] else j
    if j + 2 < len(lower) and lower[j] == "," and lower[j + 1] in {"of", "for"}:
        k = skip_the(lower, j + 2)
        if k in geo and geo[k].form != "demonym" and lower[geo[k].j : geo[k].j + 1] in _BEHIND_COUNTRY:
            return geo[k].alpha3
    if j + 1 < len(lower) and lower[j] in {",", "("}:
        k = j + 2 if lower[j + 1] == "the" and j + 1 not in geo else j + 1
        person = office or name.styled or name.j - name.i > 1  # "in Kars, Turkey" is a place
        if k in geo and geo[k].form == "name" and _closed(reading, geo[k]):
            return geo[k].alpha3 if person else None
        return _in_bracket(reading, j) if person else None
    return None


def _in_bracket(reading: Reading, j: int) -> str | None:
    """ "X (AIM, Mozambique)", "X (RVF, Kinshasa)", "X (Kinshasa)": the country that ends the bracket at word `j`."""
    lower, cap, k = reading.tokens.lower, reading.tokens.cap, j + 1
    if lower[j] != "(":
        return None
    while k < min(j + _LONG, len(lower) - 1) and cap[k] and k not in reading.geo:
        k += 1
    geo = reading.geo.get(k + (lower[k : k + 1] == [","]))
    told = geo is not None and geo.form in {"name", "capital"} and lower[geo.j : geo.j + 1] == [")"]
    return geo.alpha3 if geo and told else None


def _closed(reading: Reading, geo: Geo) -> bool:
    """Whether a country ends what is said: a mark follows, or the next line of a list."""
    tokens = reading.tokens
    ended = geo.j < len(tokens) and tokens.sentence[geo.j] != tokens.sentence[geo.i]
    return ended or tokens.lower[geo.j : geo.j + 1] in _BEHIND_COUNTRY


def _mission_of(reading: Reading, k: int) -> str | None:
    """The country of "the Permanent Mission of Iraq" at the word `k`."""
    tokens, e = reading.tokens, k
    while (
        e < min(k + _LONG, len(tokens)) and (tokens.cap[e] or tokens.lower[e] in {"of", "the"}) and e not in reading.geo
    ):
        e += 1
    geo = reading.geo.get(e)
    sent = geo is not None and geo.form == "name" and not _MISSIONS.isdisjoint(tokens.lower[k:e])
    return geo.alpha3 if geo and sent else None


def _stood_for(reading: Reading, name: Name, office: Office | None) -> str | None:
    """ "Ambassador X represents Chad", "Chad is represented by the Ambassador, X"."""
    lower, geo = reading.tokens.lower, reading.geo
    i, j = min(name.before, office.i if office else name.i), max(name.j, office.j if office else 0)
    sender = reading.geo_to.get(i - 1 - (lower[i - 2] == ",")) if i > 1 and lower[i - 1] == "through" else None
    if sender and sender.form == "name":
        return sender.alpha3  # "Uruguay, through X, and Chile, through Y, gave their letters"
    came = reading.geo.get(skip_the(lower, j + 4))
    if lower[j : j + 2] == [",", "who"] and lower[j + 2 : j + 4] in _HAILS and came and came.form == "name":
        return came.alpha3  # "X, who comes from Niger"
    if lower[j : j + 2] == [",", "who"]:
        j += 2 + (lower[j + 2 : j + 3] == ["will"])  # "X, who will represent Belgium"
    if lower[j : j + 1] in (["represents"], ["represented"], ["represent"]):
        k = skip_the(lower, j + 1)
        if k in geo and geo[k].form == "name" and lower[geo[k].j : geo[k].j + 1] in _BEHIND_COUNTRY:
            return geo[k].alpha3
        if k in reading.body:
            return reading.body[k].organization.country  # "X, who represents Qatar Museums"
    i -= i > 0 and lower[i - 1] == "the"
    if i > 3 and lower[i - 2 : i] == ["represented", "by"] and lower[i - 3] in {"is", "was", "are"}:
        state = reading.geo_to.get(i - 3)
        return state.alpha3 if state and state.form == "name" else None
    return None


def possessor(reading: Reading, i: int) -> str | None:
    """ "Australia's Penny Wong", "The Tanzanian, Hamisi Mwakalinga,"."""
    if i > 1 and reading.tokens.lower[i - 1] == "," and i - 1 in reading.geo_to:
        geo = reading.geo_to[i - 1]
        if geo.form == "demonym" and geo.i and reading.tokens.lower[geo.i - 1] == "the":
            return geo.alpha3
    sent = i > 3 and reading.tokens.lower[i - 1] == "," and reading.tokens.lower[i - 2] in _SENT
    if sent and reading.tokens.lower[i - 3] == "'s" and i - 3 in reading.geo_to:
        return reading.geo_to[i - 3].alpha3  # "Tuvalu's man, X"
    if state := sending(reading, i) or _for_whom(reading, i):
        return state.alpha3
    if i > 1 and reading.tokens.lower[i - 1] == "'s" and i - 1 in reading.geo_to:
        return reading.geo_to[i - 1].alpha3
    return None


def sending(reading: Reading, i: int) -> Geo | None:
    """The country in "Chile, through (X), and Mali, represented by (Y)," before the word `i`."""
    lower, k = reading.tokens.lower, i - 1
    k -= lower[k - 1 : k + 1] == ["represented", "by"]
    if k < 2 or lower[k] not in {"through", "represented"} or lower[k - 1] != ",":
        return None
    state = reading.geo_to.get(k - 1)
    return state if state and state.form == "name" and lower[state.i - 1] not in {"in", "to", "for"} else None


def _for_whom(reading: Reading, i: int) -> Geo | None:
    """The country in "two joined: for Peru, (X), and for the State of Chad, (Y)" before the word `i`."""
    lower = reading.tokens.lower
    state = reading.geo_to.get(i - 1) if i > 1 and lower[i - 1] == "," else None
    k = state.i - 1 if state and state.form == "name" else 0
    k -= lower[k] == "the"
    return state if k > 0 and lower[k] == "for" and lower[k - 1] in _LISTED else None


def nationalities_before(reading: Reading, k: int) -> list[str]:
    """The countries of "Greek and Cypriot" right before the word `k`."""
    lower, found = reading.tokens.lower, list[str]()
    while geo := reading.geo_to.get(k):
        found.insert(0, geo.alpha3)
        k = geo.i
        while k > 0 and lower[k - 1] in {"and", ","}:
            k -= 1
    return found
