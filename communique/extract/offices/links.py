"""How the name of a portfolio goes on: behind "of", "for", "and" or a comma, "Affairs, Peace and Security".

In: a `Reading` and the connector. Out: the word behind it, or where the name ends.
"""

from communique.extract.offices.heads import CALENDAR, REGIONS, abstract_noun, head_at, leads_office, skip_the, words
from communique.extract.words.reading import Reading

LISTING = frozenset([",", "and", "&"])
_HOLDERS = frozenset(["general", "major", "ambassador", "counsellor"])


def regions_end(reading: Reading, e: int) -> int | None:
    """The end of ", North Africa, Afghanistan and Pakistan" at the word `e`: parts of the world, a country at last."""
    tokens, k, joined = reading.tokens, e, False
    while k < len(tokens) and tokens.lower[k] in {",", "and"}:
        joined = tokens.lower[k] == "and" or tokens.lower[k + 1 : k + 2] == ["and"]
        k = skip_the(tokens.lower, k + 1 + (tokens.lower[k] == "," and joined))
        state = reading.geo.get(k)
        if state and state.form == "name":
            k = state.j
            if joined:
                return None if tokens.lower[k : k + 1] == ["'s"] else k
            continue
        while k < len(tokens) and tokens.cap[k] and tokens.lower[k] in REGIONS:
            k += 1
    return None


def joined_on(reading: Reading, e: int) -> bool:
    """Whether the unknown capital at `e` is joined by "and" to a portfolio that is no office of its own."""
    tokens, lower = reading.tokens, reading.tokens.lower
    if (
        e in reading.taken
        or lower[e + 1 : e + 2] not in (["and"], ["&"])
        or e + 2 >= len(tokens)
        or head_at(reading, e)
    ):
        return False
    k = e + 2
    while k < len(tokens) and tokens.cap[k] and lower[k] in words("portfolio"):
        k += 1
    return k > e + 2 and not head_at(reading, k)


def link(reading: Reading, e: int, capital: bool, word: str) -> int | None:
    """The word behind the connector at `e` if the name goes on there.

    Args:
        reading: the text.
        e: the connector.
        capital: whether the name is written in capitals.
        word: the connector in lower case.
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    k = _past_article(reading, e, capital, word)
    if k >= len(tokens) or tokens.cap[k] != capital or lower[k] in CALENDAR or _leads_out(reading, k, word):
        return None
    known = _is_field(reading, k, capital, word)
    if k in reading.body:
        if _body_is_field(reading, k, word):
            return k
        if not (known and reading.body[k].j == k + 1):
            return None
    ahead = lower[k + 1] if k + 1 < len(tokens) else ""
    if k in reading.geo:
        other = word in LISTING and leads_office(reading, reading.geo[k].j)
        return k if reading.geo[k].form == "demonym" and ahead in words("portfolio") and not other else None
    if (inner := head_at(reading, k)) and not (word == "of" and (inner.plural or lower[e - 1] == "house")):
        councils = inner.plural and lower[e - 3 : e] == ["councils", "of", "state"]
        return k if councils else None  # "the Councils of State and Ministers"; but "House of Representative"
    if word in {"of", "for", "on"}:
        return k if capital or known else None
    if word == "in":
        return k if known or lower[k] in words("body") else None
    joined = word != "," or lower[k - 1] in {"and", "&"}  # "of the Coast Guard, and Defence Minister X"
    ends = leads_office(reading, k) if word == "," else k + 1 < len(tokens) and head_at(reading, k + 1)
    if known and joined and ends:
        return None  # "Minister of Fisheries, and Public Works Minister X"
    return k if known or (word != "," and ahead in words("portfolio") and tokens.cap[k + 1]) else None


def _past_article(reading: Reading, e: int, capital: bool, word: str) -> int:
    """The word behind the connector, an "and", "of" or "the" left out: "and of Territorial Surveillance"."""
    lower, k = reading.tokens.lower, e + 1
    if word == "," and k < len(lower) and lower[k] in {"and", "&"}:
        k += 1
    again = lower[k : k + 1] in (["of"], ["for"]) and words("portfolio").issuperset(lower[k + 1 : k + 2])
    if word in {"and", ","} and again:
        k += 1  # "National Security and of Territorial Surveillance", "for Trade and for Culture"
    if lower[k : k + 1] != ["the"]:
        return k
    known = " ".join(lower[k + 1 : k + 3]) in words("fields") or lower[k + 1 : k + 3] == ["council", "of"]
    known = known or bool(REGIONS.intersection(lower[k + 1 : k + 2]))  # "Latin America and the Caribbean"
    environment = capital and lower[k + 1 : k + 2] == ["environment"]
    if word in {"of", "for", "in", "on"} or known or environment:
        return k + 1
    if capital and lower[k - 1] in {"and", "&"} and not leads_office(reading, k + 1):
        k += words("portfolio").issuperset(lower[k + 1 : k + 2])  # "Water, Forests and the Environment"
    return k


def _leads_out(reading: Reading, k: int, word: str) -> bool:
    """Whether what stands at the word `k` is told of the office, not of its field: "in the government of"."""
    lower = reading.tokens.lower
    seat = reading.geo[k].j if k in reading.geo else k
    if word == "in" and lower[seat : seat + 1] in (["government"], ["cabinet"]):
        return True
    if word == "of" and lower[k] in words("self", "forms") and lower[k + 1 : k + 2] == ["of"] and k + 2 in reading.geo:
        return True  # "Minister of Agriculture of the Republic of Chad"
    if word != "," or k in reading.body:
        return False
    government = lower[k : k + 2] == ["government", "of"]  # "Department of Commerce, Government of India"
    return government or lower[k] in _HOLDERS


def _is_field(reading: Reading, k: int, capital: bool, word: str) -> bool:
    """Whether the word `k` is one of portfolios or ministries, or opens a field of several words."""
    lower = reading.tokens.lower
    known = lower[k] in words("portfolio") or lower[k] in words("ministry")
    known = known or lower[k : k + 3] == ["new", "and", "renewable"] or " ".join(lower[k : k + 2]) in words("fields")
    known = known or lower[k : k + 2] == ["made", "in"]
    known = known or (word == "," and capital and joined_on(reading, k))  # "Political Affairs, Peace and Security"
    return known or (word in {"and", "&"} and capital and abstract_noun(lower[k]))


def _body_is_field(reading: Reading, k: int, word: str) -> bool:
    """ "and East African Cooperation", ", European Union and Cooperation": whether a body is what is cared for."""
    lower, j = reading.tokens.lower, reading.body[k].j
    field = j < len(lower) and lower[j] in words("portfolio")
    field = field and (lower[j] == "affairs" or not leads_office(reading, j))
    if lower[j - 1] in {"cooperation", "affairs", "integration"} or field:
        return True  # but not ", FAO Country Director X"
    return word == "," and lower[j : j + 1] == ["and"] and words("portfolio").issuperset(lower[j + 1 : j + 2])
