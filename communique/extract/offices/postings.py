"""Places behind an office: the country that sends, the post of a diplomat, the place of a governor.

In: a `Reading` and the word of the place. Out: the word behind it; countries, posts and pieces go into the `Part`.
"""

from communique.extract.offices.connectors import MINISTERIAL
from communique.extract.offices.heads import DIPLOMATIC, REGIONS, Head, Part, head_at, leads_office, skip_the, words
from communique.extract.words.reading import ORGANS, Geo, Reading
from communique.registry import settings
from communique.registry.cities import city_country
from communique.registry.matcher import fold
from communique.registry.officials import given_names

_LIST = 40  # words of a list of countries
_INNER = frozenset(["del", "do", "da", "dos", "das", "de", "du", "des", "la", "las", "los", "les", "sur", "upon", "en"])


def embassy(reading: Reading, at: int, end: int, part: Part) -> int:
    """ "at the High Commission of Bangladesh in Colombo": where a diplomat serves, which tells the country as well."""
    lower = reading.tokens.lower
    if lower[end - 1] != "commission" or lower[end - 2] == "high":  # not "at the Commission"
        part.pieces.append((at, end))
    k = skip_the(lower, end + 1) if lower[end : end + 1] == ["of"] else end
    if k in reading.geo:
        part.countries.append(reading.geo[k].alpha3)
        end = reading.geo[k].j
    if lower[end : end + 1] == ["in"] and end + 1 in reading.geo:
        part.pieces += [(end, reading.geo[end + 1].j)] if part.pieces else []
        part.posting, end = reading.geo[end + 1].alpha3, reading.geo[end + 1].j
    return end


def place_end(reading: Reading, q: int, end: int, held: bool = True) -> int:
    """The end of a place behind "Governor of": all capitals up to a comma, or up to "Province", "City" and the like.

    Args:
        reading: the text.
        q: the first word of the place.
        end: its end if nothing tells more.
        held: whether the holder stands before; else he may be among the capitals, "Mayor of Osh Ana Rey, …", unless
            somebody is named behind the comma.
    """
    tokens, e, noun = reading.tokens, q, 0
    while e < len(tokens) and tokens.sentence[e] == tokens.sentence[q] and e < q + 6:
        inner = e > q and (tokens.lower[e] in words("ministry") or _is_inner(reading, e))
        if not (tokens.cap[e] or inner):
            break
        e += 1
        if tokens.lower[e - 1] in words("ministry") and e - 1 > q:
            noun = e
    if noun and noun >= end:
        return noun
    if e >= len(tokens) or tokens.lower[e] != ",":
        town = e > q + 2 and all(tokens.cap[q : q + 2]) and city_country(tokens.span(q, q + 2))
        if town:
            return max(end, q + 2)  # "Governor of Sao Paulo Ana Rey"
        closed = e == q + 2 and all(tokens.cap[q:e]) and tokens.lower[e : e + 1] in (["."], [";"], [")"])
        if closed and (held or not city_country(tokens.word[q])):
            return e  # "X, the Mayor of Agua Negra."
        return end if held or noun else max(end, given_behind(reading, q, e) or 0)  # "Mayor of Villa Hayes Ana Rey"
    behind = tokens.cap[e + 1 : e + 2] == [True] and head_at(reading, e + 1) is None
    return e if held or behind or e - q < 2 else end


def _is_inner(reading: Reading, e: int) -> bool:
    """Whether the word `e` is inside of "Tierra del Fuego", "Rio Grande do Sul", "Santiago de la Vega"."""
    tokens = reading.tokens
    inner = tokens.lower[e] in _INNER and not tokens.cap[e]
    return inner and (tokens.cap[e + 1 : e + 2] == [True] or tokens.lower[e + 1 : e + 2] == ["la"])


def post_end(reading: Reading, q: int, end: int, held: bool) -> int:
    """Where the city of a post ends, if its holder's name follows at once: "(Consul General in) Quetta Hassan Rey".

    Args:
        reading: the text.
        q: the first word of the place.
        end: the end of its capitals.
        held: whether the holder stands before, so that all capitals are the place.
    """
    tokens = reading.tokens
    if held or end - q < 2 or not all(tokens.cap[q:end]):
        return end
    known = next((k for k in range(min(end, q + 4), q, -1) if city_country(tokens.span(q, k))), None)
    if known:
        return known
    first = _first_behind(reading, q)
    given = given_behind(reading, q, end)
    behind = tokens.lower[end : end + 1] == [","] and tokens.cap[end + 1 : end + 2] == [True]  # the holder, or a place
    return given or (first if end - first > 1 and not behind else end)


def _first_behind(reading: Reading, q: int) -> int:
    """The first word at which a name may begin behind a place that begins at the word `q`: not "Hayes" in "Villa …"."""
    return (
        q + 1 + (reading.tokens.lower[q : q + 1] != [] and reading.tokens.lower[q] in settings("name_words")["places"])
    )


def given_behind(reading: Reading, q: int, end: int) -> int | None:
    """The given name that is known among the capitals of a place and its officer on the words `q` up to `end`."""
    behind = range(_first_behind(reading, q), min(end - 1, q + 3))
    return next((k for k in behind if fold(reading.tokens.word[k]) in given_names()), None)


def country_behind(
    reading: Reading, at: int, j: int, word: str, head: Head, part: Part, alpha3: str, form: str
) -> int | None:
    """A complement that is a country: represented after "of", a posting (kept in the role) after "to", "in", "for"."""
    lower, n = reading.tokens.lower, len(reading.tokens)
    if word == "of" or (word == "for" and head.level == "minister" and part.pieces):  # "Minister of Trade for China"
        part.countries.append(alpha3)
        local = head.level in {"regional", "local", "royal", "religious"} and (form == "capital" or part.region)
        if local and lower[j : j + 1] and lower[j] in words("ministry"):
            j += 1  # "governor of East Azarbaijan Province"
        if form in ORGANS or local:
            part.pieces.append((at, j))
            part.region = None
        while head.plural and j + 1 < n and lower[j] in {",", "and"}:
            k = j + 1
            while k < n and k not in reading.geo and lower[k] in {"and", "of", "the"}:
                k += 1
            if k not in reading.geo:
                break
            part.countries.append(reading.geo[k].alpha3)
            j = reading.geo[k].j
        return j
    if word == "in" and head.level in {"regional", "local"} and part.pieces and form == "name":
        part.countries.append(alpha3)  # "Mayor of the Tuzi Commune in Montenegro"
        return j
    if word == "for" and head.cls == "spokesperson" and lower[j : j + 1] in (["side"], ["delegation"]):
        part.countries.append(alpha3)  # "spokesman for the US side"
        return j + 1
    if word in {"on", "with"} or (word == "in" and head.level not in DIPLOMATIC and head.level != "agency"):
        return None
    abroad = any(  # "Director of the French Development Agency in Dakar"
        body.organization.name == part.organization and body.organization.country != alpha3
        for body in reading.body.values()
    )
    if word == "in" and form == "capital" and head.level == "agency" and part.organization and not abroad:
        part.countries.append(alpha3)  # "Director of the National Inspectorate in Chisinau"
        return j
    part.posting = alpha3
    j = further_posts(reading, j)
    part.pieces.append((at, j))
    return j


def further_posts(reading: Reading, j: int) -> int:
    """Behind "to the AU": "and the UNECA", "and to Lebanon"."""
    lower, n = reading.tokens.lower, len(reading.tokens)
    while j + 1 < n and lower[j] in {"and", "&", ","}:
        k = j + 1
        while k < n and lower[k] in {"to", "the", "and"}:
            k += 1
        nxt = reading.geo.get(k) or reading.body.get(k)
        if nxt is None and (part_of_world := _regions_run(reading, k)) > k:
            return part_of_world  # "for Barbados and the Eastern Caribbean"
        if isinstance(nxt, Geo) and nxt.form == "demonym":
            break  # "Ambassador to Kenya, and Kenyan Minister X"
        if nxt is not None and leads_office(reading, nxt.j) and (lower[k] == "eu" or lower[nxt.j] != "ambassador"):
            break  # "Head of the EU Delegation to Georgia and EU Special Representative"
        if nxt is None or (lower[j] == "," and k == j + 1 and not _goes_on(reading, j)):
            break
        if nxt.j < n and (lower[nxt.j] == "'s" or leads_office(reading, nxt.j)):
            break  # "(Head of the Delegation) to Fiji and EU Special Representative"
        j = nxt.j
    return j


def _goes_on(reading: Reading, j: int) -> bool:
    """Whether the comma at the word `j` is one of a list that "and" ends: "for Nepal, Bhutan, and India"."""
    lower, stop = reading.tokens.lower, j + _LIST
    while j < stop and lower[j : j + 1] == [","] and (geo := reading.geo.get(skip_the(lower, j + 1))):
        j = geo.j
    j += lower[j : j + 1] == [","]
    return lower[j : j + 1] == ["and"] and skip_the(lower, j + 1) in reading.geo


def _regions_run(reading: Reading, k: int) -> int:
    """The end of "Eastern Caribbean Countries" at the word `k`: words of parts of the world, two at least."""
    tokens, e = reading.tokens, k
    while e < len(tokens) and tokens.cap[e] and tokens.lower[e] in REGIONS:
        e += 1
    return e if e - k > 1 or (e > k and tokens.lower[k - 1] == "the") else k


def sent_from(reading: Reading, part: Part, head: Head) -> None:
    """ "the minister of health from Haiti, X", "the ambassador from Chad": the country behind "from"."""
    lower, at = reading.tokens.lower, part.at
    sent = head.level == "diplomat" and not part.pieces
    geo = reading.geo.get(skip_the(lower, at + 1)) if lower[at : at + 1] == ["from"] else None
    if not geo or geo.form != "name" or part.countries:
        return
    told = part.pieces or " " in head.singular  # "the Member of Parliament from Haiti, X"
    closed = lower[geo.j : geo.j + 1] in ([","], ["."], [";"], ["and"], ["in"], ["at"])
    if sent or (told and closed):
        part.countries.append(geo.alpha3)
        part.at = geo.j


def named_behind(reading: Reading, part: Part) -> None:
    """ "Secretary General of the Ministry of Defence Malaysia": the country right behind the name of a ministry."""
    lower, geo = reading.tokens.lower, reading.geo.get(part.at)
    if not part.pieces or part.pieces[-1][1] != part.at or not geo or geo.form != "name" or part.countries:
        return
    if not {"ministry", "department"}.isdisjoint(lower[slice(*part.pieces[-1])]) and lower[geo.j : geo.j + 1] != ["'s"]:
        part.countries.append(geo.alpha3)
        part.at = geo.j


def in_country(reading: Reading, part: Part, head: Head) -> None:
    """ "Minister of Shipping in Bangladesh X": of which country a minister is, if his name stands behind it."""
    lower, at = reading.tokens.lower, part.at
    if lower[at : at + 1] != ["in"] or head.level not in MINISTERIAL or not part.pieces or part.countries:
        return
    geo = reading.geo.get(skip_the(lower, at + 1))
    if geo and geo.form == "name" and reading.tokens.cap[geo.j : geo.j + 2] == [True, True]:
        part.countries.append(geo.alpha3)
        part.at = geo.j
