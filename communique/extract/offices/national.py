"""A complement that begins with a country: "of Somalia's Federal parliament", "at the French embassy".

In: a `Reading`, the country and the head before it. Out: the word behind the complement; the country, its body and the
pieces of the role go into the `Part`. A country alone ("of Namibia", "to Syria") is read in `postings`.
"""

from communique.extract.offices.antecedents import described_body, own_body
from communique.extract.offices.apposed import joint_body
from communique.extract.offices.boards import own_board
from communique.extract.offices.heads import Head, Part, after_bracket, words
from communique.extract.offices.party import of_party
from communique.extract.offices.plain_bodies import is_apart, plain_body
from communique.extract.offices.postings import country_behind, place_end
from communique.extract.offices.runs import name_run
from communique.extract.words.reading import ORGANS, Geo, Reading

_RULED = frozenset(
    (tier, organ)
    for tier in ("regional", "city", "municipal", "provincial", "district")
    for organ in ("administration", "government", "council", "department", "assembly", "parliament")
)
_MINISTERS = frozenset(["minister", "deputy_minister", "head_of_government"])
_MISSIONS = (["embassy"], ["mission"], ["consulate"], ["legation"])
_LEADING, _GUESTS = frozenset(["head", "leader"]), (["delegation"], ["side"], ["team"])
_STATE_NOUNS = frozenset(
    ["government", "cabinet", "parliament", "state", "diplomacy", "legislature", "judiciary", "side"]
)
_GOVERNED = _STATE_NOUNS - {"side"} | {"assembly"}


def of_country(
    reading: Reading, at: int, start: int, geo: Geo, word: str, head: Head, part: Part, greedy: bool
) -> int | None:
    """The word behind a complement that a country opens, or None where nothing but the country is said.

    Args:
        reading: the text.
        at: the word of the preposition.
        start: the first word of the complement that the role keeps.
        geo: the country.
        word: the preposition.
        head: the head of the office.
        part: changed: what the complement says.
        greedy: whether the holder stands before, so that all capitals belong to the office.
    """
    lower = reading.tokens.lower
    if word == "of" and head.level in _MINISTERS and (end := _government(reading, geo)):
        part.countries.append(geo.alpha3)
        part.region = geo.region
        return end
    if geo.form == "demonym" and word == "of" and head.cls in _LEADING and lower[geo.j : geo.j + 1] in _GUESTS:
        part.countries.append(geo.alpha3)  # "head of the Kenyan delegation"
        part.pieces += [(at, geo.i), (geo.j, geo.j + 1)]
        return geo.j + 1
    if lower[geo.j : geo.j + 1] == ["'s"]:
        return _owned(reading, at, start, geo, head, part)
    if word == "of" and head.body != "state" and (both := _of_both(reading, geo)):
        part.organization = reading.tokens.span(geo.i, both)  # "chairman of the Japan - Vietnam Friendship Alliance"
        return both
    if geo.j in reading.geo and head.body != "state" and (joint := joint_body(reading, geo.i)):
        part.countries.append(geo.alpha3)  # "chairman of the Lebanese Palestinian Dialogue Committee"
        part.organization = reading.tokens.span(geo.i, joint)
        return joint
    if geo.form == "demonym" and (end := _seat(reading, geo, word)):
        part.countries.append(geo.alpha3)
        royal = reading.tokens.lower[geo.i - 1] == "royal"  # "of the Royal Bhutanese Embassy"
        part.pieces += [(at, geo.i - royal), (geo.j, end)]
        return end
    if geo.form == "demonym" and head.body != "state" and (firm := described_body(reading, geo.j)):
        part.countries.append(geo.alpha3)  # "of the Kazakh national company QazGeology"
        part.organization = reading.meant(reading.tokens.span(*firm))
        return firm[1]
    attributive = geo.form == "demonym" or (geo.form == "name" and lower[geo.i - 1] == "the")  # "the New Zealand navy"
    if word == "of" and attributive and (end := plain_body(reading, geo.j) or _field(reading, geo.j, head)):
        part.countries.append(geo.alpha3)
        if head.body != "state" and is_apart(reading, geo.j, end):
            part.organization = reading.tokens.span(geo.j, end)  # "governor of the Kenyan central bank"
            return end
        part.pieces += [(at, geo.i), (geo.j, end)]
        return end
    if _of_works(reading, geo, word, head):
        part.countries.append(geo.alpha3)  # "director general of the Belarusian works"
        return geo.j + 1
    if geo.form == "capital" and tuple(lower[geo.j : geo.j + 2]) in _RULED:
        part.countries.append(geo.alpha3)  # "head of the Hanoi regional administration"
        part.pieces.append((at, geo.j + 2))
        return geo.j + 2
    if geo.form == "capital" and geo.j < len(lower) and lower[geo.j] in words("area"):
        part.countries.append(geo.alpha3)  # "Permanent Secretary of Lusaka Province"
        end = _council_end(reading, geo.j + 1)
        part.pieces.append((at, end))
        return end
    return _organ(reading, at, geo, word, head, part, greedy)


def _council_end(reading: Reading, k: int) -> int:
    """The end of "Executive Committee" behind the province at the word `k`, else `k`."""
    tokens, e = reading.tokens, k
    while e < len(tokens) and tokens.cap[e] and tokens.lower[e] in words("modifiers", "ministry", "chamber"):
        e += 1
    return e if e > k and tokens.lower[e - 1] in words("ministry", "chamber") else k


def _of_both(reading: Reading, geo: Geo) -> int | None:
    """The end of "Japan - Vietnam Parliamentary Friendship Alliance": two countries with a dash, up to the noun."""
    spaced = reading.tokens.word[geo.j : geo.j + 1] in (["-"], ["–"])
    other = reading.geo.get(geo.j + 1) if spaced else None
    end = joint_body(reading, other.j) if other else None
    return end if end and reading.tokens.lower[end - 1] in words("body") else None


def _government(reading: Reading, geo: Geo) -> int | None:
    """The word behind "(minister of) Libya's Government of National Accord (GNA)": a government is no part of it."""
    tokens, k = reading.tokens, geo.j
    k += tokens.lower[k : k + 1] == ["'s"]
    if tokens.lower[k : k + 1] not in (["government"], ["cabinet"]):
        return None
    k += 1
    if tokens.lower[k : k + 1] == ["of"] and tokens.cap[k + 1 : k + 2] == [True] and k + 1 not in reading.geo:
        k += 1
        while k < len(tokens) and (tokens.cap[k] and tokens.lower[k] in words("portfolio", "modifiers", "pacts")):
            k += 1
    return after_bracket(reading, k)


def _owned(reading: Reading, at: int, start: int, geo: Geo, head: Head, part: Part) -> int:
    """ "speaker of Somalia's Federal parliament", "head of Chad's National Ports Administration"."""
    tokens = reading.tokens
    house = reading.geo.get(geo.j + 1)
    if house and house.form in ORGANS:
        part.countries.append(geo.alpha3)  # "Chairman of Russia's State Duma"
        part.pieces += [(at, start), (house.i, house.j)]
        return house.j
    end, is_body = name_run(reading, geo.j + 1)
    if end > geo.j + 1 and tokens.cap[end : end + 1] == [False] and tokens.lower[end] in words("ministry"):
        end += 1
    end = max(end, plain_body(reading, geo.j + 1) or 0)
    if head.level in {"regional", "local"}:
        end, is_body = place_end(reading, geo.j + 1, end), False  # "Governor of Iran's South Khorasan province"
    part.countries.append(geo.alpha3)
    if head.body != "state" and (firm := described_body(reading, geo.j + 1)):
        part.organization = reading.meant(tokens.span(*firm))
        return firm[1]
    is_body = is_body or is_apart(reading, geo.j + 1, end)
    if head.body != "state" and (is_body or own_board(reading, geo.j + 1, end)):
        part.organization = tokens.span(geo.j + 1, end)
        return end
    if end > geo.j + 1:
        part.pieces += [(at, start), (geo.j + 1, end)]
        return end
    return geo.j


def _seat(reading: Reading, geo: Geo, word: str) -> int | None:
    """The end of "(the section at the) French embassy", "(state secretary at the) Hungarian foreign ministry"."""
    tokens, inside = reading.tokens, geo.j
    inside += tokens.lower[inside : inside + 1] in (["diplomatic"], ["consular"], ["permanent"], ["trade"])
    if tokens.lower[inside : inside + 1] in _MISSIONS:
        return inside + 1
    inside = geo.j
    while inside < len(tokens) and tokens.lower[inside] in words("portfolio") and not tokens.cap[inside]:
        inside += 1
    return (
        inside + 1 if word in {"at", "in", "of", "for"} and tokens.lower[inside : inside + 1] == ["ministry"] else None
    )


def _field(reading: Reading, k: int, head: Head) -> int | None:
    """The end of "(head of Kenyan) customs": a field as the name of those who care for it."""
    tokens = reading.tokens
    named = tokens.cap[k : k + 1] == [False] and tokens.lower[k] in words("portfolio")
    return k + 1 if named and head.cls in _LEADING else None


def _of_works(reading: Reading, geo: Geo, word: str, head: Head) -> bool:
    """Whether a plain noun of a firm is behind the nationality."""
    tokens = reading.tokens
    noun = tokens.lower[geo.j] if geo.form == "demonym" and geo.j < len(tokens) else ""
    firm = (
        len(noun) > 3
        and noun.isalpha()
        and not tokens.cap[geo.j]
        and noun not in words("ministry")
        and noun not in _STATE_NOUNS
    )
    return word == "of" and firm and (noun not in words("portfolio") or head.body != "state")


def _led(reading: Reading, geo: Geo, head: Head, greedy: bool) -> tuple[int, bool]:
    """Where the capitals behind the country end, and whether they name an organ of it."""
    tokens, state = reading.tokens, head.body == "state"
    led = name_run(reading, geo.j, True, greedy)[0]
    longer = tokens.cap[geo.j : geo.j + 2] == [True, True] and led > geo.j + 1  # "of the Tajik State Committee"
    if geo.j < len(tokens) and tokens.lower[geo.j] in _GOVERNED and not longer:
        inner = name_run(reading, geo.j + 2, True)[0] if tokens.lower[geo.j + 1 : geo.j + 2] == ["'s"] else 0
        owned = inner > geo.j + 2 and tokens.lower[inner - 1] in words("ministry")
        return inner if owned else geo.j + 1, True  # "of the Danish Parliament's Foreign Policy Committee"
    return led, led > geo.j and tokens.cap[geo.j] and (state or not name_run(reading, geo.i, state)[1])


def _organ(reading: Reading, at: int, geo: Geo, word: str, head: Head, part: Part, greedy: bool) -> int | None:
    """ "Speaker of the Swedish Riksdag", "of the Chad Tourism Board", "of the Iraqi Ministry of Oil"."""
    led, national = _led(reading, geo, head, greedy)
    chamber = reading.geo.get(geo.j)
    if chamber and chamber.form in ORGANS:
        national, led = True, chamber.j
    else:
        chamber = None
    if not national:
        return None
    if head.level == "diplomat" and not chamber:
        said = reading.tokens.lower[geo.j : led]  # "Ambassador of Argentine Rodolfo J Saravia": whom it sends
        if words("ministry", "body", "portfolio", "modifiers").isdisjoint(said):
            return country_behind(reading, at, geo.j, word, head, part, geo.alpha3, geo.form)
    organ = reading.tokens.lower[led : led + 1] == ["of"] and of_party(reading, led + 1)
    own = own_board(reading, geo.j, led) or (geo.form == "name" and own_body(reading, geo.i, led))
    if own and head.body != "state" and not organ:
        part.countries.append(geo.alpha3)
        part.organization = reading.tokens.span(geo.i, led)
        return led
    seat = not words("ministry").isdisjoint(reading.tokens.lower[geo.j : led])
    if head.level in {"regional", "local"} and (geo.form == "capital" or geo.region) and seat:
        part.countries.append(geo.alpha3)
        part.pieces.append((at, led))  # "Mayor of Majuro Atoll"
        return led
    if geo.form == "demonym" or chamber or seat:
        part.countries.append(geo.alpha3)
        part.pieces += [(at, geo.i), (geo.j, led)]
        return led
    return None


def whole_name(reading: Reading, geo: Geo, head: Head, part: Part) -> int | None:
    """ "president of the Korea Overseas Aid Builders,": all capitals behind a country, if the holder stands before."""
    if head.body == "state" or _led(reading, geo, head, True)[1] or reading.tokens.cap[geo.j : geo.j + 1] != [True]:
        return None
    end, _ = name_run(reading, geo.j, False, True)
    part.countries.append(geo.alpha3)
    part.organization = reading.tokens.span(geo.i, end)
    return end
