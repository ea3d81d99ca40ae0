"""What else belongs to an office where its complements end: a division in brackets, capitals up to the holder's "Mr".

In: a `Reading`, and the `Part` that stands behind the head. Out: the same `Part`, longer where something belongs to it.
"""

from communique.extract.offices.heads import (
    PANELS,
    REGIONS,
    Head,
    Part,
    after_bracket,
    head_at,
    honorific_words,
    longer_honorifics,
    skip_the,
    styles_in_names,
    words,
)
from communique.extract.offices.runs import name_run
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading
from communique.extract.words.tokens import Tokens
from communique.registry.cities import city_country

_BEFORE_RANKS = frozenset(
    ["vice", "rear", "air", "major", "lieutenant", "brigadier", "lt", "maj", "brig", "chief", "associate", "assistant"]
)
_SUPERIORS = frozenset(["party", "cabinet", "government", "ministry", "assembly", "president", "office"])
_THEME = 14  # words
_VERBS = word_class("saying") | {"is", "was", "has", "had", "who", "will"}
_RELATED = frozenset(["cooperation", "relations", "dialogue", "work"])
_PARTNERS = frozenset(
    [
        "states",
        "organizations",
        "organisations",
        "countries",
        "councils",
        "world",
        "houses",
        "elected",
        "advisory",
        "shura",
    ]
)
_GATHERED = frozenset(["authority", "conference", "assembly", "council", "summit", "committee"])
ATTACHING = frozenset(["secretary", "director", "commissioner", "undersecretary", "assistant secretary"])
_DIVIDED = ATTACHING | {
    "vice president",
    "rector",
    "joint secretary",
    "deputy secretary",
    "vice minister",
    "counsellor",
    "attaché",
}


def members_end(reading: Reading, at: int, part: Part) -> int | None:
    """ "(President of the National Confederation) of Entrepreneurs": whose body it is belongs to its name."""
    tokens, geo = reading.tokens, reading.geo.get(at + 1)
    start = geo.j if geo and geo.form == "demonym" else at + 1
    if (town := _town_end(reading, at, part)) is not None:
        return town
    if not part.organization or tokens.lower[at - 1] not in words("body") or tokens.cap[start : start + 1] != [True]:
        return None
    end = at if start in reading.geo or start in reading.body else name_run(reading, start)[0]
    if end <= start or end - start > 8:
        return None
    part.organization += f" {tokens.span(at, end)}"
    part.countries += [geo.alpha3] if geo else []
    return end


def _town_end(reading: Reading, at: int, part: Part) -> int | None:
    """The end of "of Lima" behind "the Chamber of Commerce and Industry": the town is of the chamber's name."""
    tokens = reading.tokens
    if not (part.organization or "").startswith("Chamber of") or tokens.cap[at + 1 : at + 2] != [True]:
        return None
    if at + 1 in reading.geo and reading.geo[at + 1].form != "capital":
        return None
    for end in range(min(at + 4, len(tokens)), at + 1, -1):
        if all(tokens.cap[at + 1 : end]) and (country := city_country(tokens.span(at + 1, end))):
            part.countries.append(country)
            part.organization = f"{part.organization} {tokens.span(at, end)}"
            return end
    return None


def cause_end(reading: Reading, at: int, part: Part) -> int | None:
    """ "(of the Royal Commission) for AlUla", "(of the National Agency) for the Control of AIDS": part of its name."""
    tokens, start = reading.tokens, skip_the(reading.tokens.lower, at + 1)
    printed = part.organization and part.organization.endswith(f" {tokens.word[at - 1]}")
    if not printed or tokens.lower[at - 1] not in words("body") or tokens.cap[start : start + 1] != [True]:
        return None
    if start in reading.taken or tokens.lower[start] in REGIONS:
        return None
    end = name_run(reading, start)[0]
    if end <= start or head_at(reading, start):
        return None
    part.organization = f"{part.organization} {tokens.span(at, end)}"
    return end


def division(reading: Reading, j: int, head: Head) -> int:
    """The end of the division in brackets, as in South Asia: "Joint Secretary (Latin America & Caribbean)"."""
    lower = reading.tokens.lower
    if lower[j : j + 1] != ["("]:
        return j
    end = next((k for k in range(j + 1, min(j + 9, len(lower))) if lower[k] == ")"), j)
    inside = range(j + 1, end)
    named = any(lower[k] in words("portfolio") or reading.taken.get(k) == "geo" for k in inside)
    plain = all(reading.tokens.cap[k] or lower[k] in {"and", "&", ",", "of", "the", "-", "/"} for k in inside)
    told = lower[end + 1 : end + 2] == ["of"] and end - j > 2  # "Vice-President (Sectors and Themes) of the Bank"
    return (
        end + 1
        if plain and end > j and ((named and head.cls in _DIVIDED) or (told and not named_in(reading, inside)))
        else j
    )


def _panel_of(reading: Reading, at: int) -> int:
    """The end of "'s foreign affairs committee" at the word `at`: fields up to the panel; else `at` itself."""
    lower, k = reading.tokens.lower, at + 1
    while k < len(lower) and k < at + 8 and lower[k] in words("portfolio", "modifiers") | {"and", "&"} - PANELS:
        k += 1
    return k + 1 if k > at + 1 and lower[k : k + 1] and lower[k] in PANELS else at


def _divisions_end(reading: Reading, at: int) -> int | None:
    """The word behind "(Power and Petroleum Divisions)" at the word `at`, as in South Asia."""
    tokens = reading.tokens
    end = next((k for k in range(at + 2, min(at + 8, len(tokens))) if tokens.lower[k] == ")"), None)
    inside = range(at + 1, end) if end else range(0)
    plain = all(tokens.cap[k] or tokens.lower[k] in {"and", "&", ","} for k in inside)
    return end + 1 if end and plain and tokens.lower[end - 1] in {"division", "divisions"} else None


def named_in(reading: Reading, inside: range) -> bool:
    """Whether a country, a body or digits stand among the words."""
    return any(k in reading.taken or not reading.tokens.word[k].replace("-", "").isalpha() for k in inside)


def acting(reading: Reading, j: int) -> int:
    """The word behind "(Ag.)", "(Independent Charge)" at the word `j`: "Permanent Secretary (Ag.) of the Ministry"."""
    if reading.tokens.lower[j + 1 : j + 4] == ["independent", "charge", ")"]:
        return j + 4
    end = j + 3 if reading.tokens.lower[j + 2 : j + 3] == ["."] else j + 2
    return end + 1 if reading.tokens.lower[end : end + 1] == [")"] else j


def under(reading: Reading, part: Part) -> None:
    """Passes over "under the Liberal Democratic Party (LDP) of Japan": to which party or cabinet a council belongs."""
    lower, at = reading.tokens.lower, part.at
    if not (part.pieces or part.organization) or lower[at : at + 2] != ["under", "the"]:
        return
    e = at + 2
    while e < len(lower) and reading.tokens.cap[e]:
        e += 1
    if e == at + 2 or lower[e - 1] not in _SUPERIORS:
        return
    e = after_bracket(reading, e)
    geo = reading.geo.get(skip_the(lower, e + 1)) if lower[e : e + 1] == ["of"] else None
    part.countries += [geo.alpha3] if geo and not part.countries else []
    part.at = geo.j if geo else e


def majesty_end(reading: Reading, q: int) -> int | None:
    """The end of "His Majesty", "Her Majesty the Queen" at the word `q`, whom somebody serves."""
    lower = reading.tokens.lower
    k = q + 1 + (lower[q + 1 : q + 2] == ["royal"])
    if lower[q : q + 1] not in (["his"], ["her"]) or lower[k : k + 1] not in (["majesty"], ["highness"]):
        return None
    k += 1
    if lower[k : k + 1] == ["'s"]:
        return None  # "Commissioner of Her Majesty's Customs"
    crowned = head_at(reading, k + 1) if lower[k : k + 1] == ["the"] else None
    return k + 2 if crowned and crowned.level in {"head_of_state", "royal"} else k


def leaders_end(reading: Reading, q: int) -> int | None:
    """The end of "(ECOWAS) Authority of (ECOWAS) Heads of State and Government" at the word `q`."""
    lower = reading.tokens.lower
    k = _behind_body(reading, q)
    if lower[k : k + 1] == [] or lower[k] not in _GATHERED or lower[k + 1 : k + 2] != ["of"]:
        return None
    k = _behind_body(reading, skip_the(lower, k + 2))
    if lower[k : k + 3] != ["heads", "of", "state"]:
        return None
    k += 3
    return k + 2 if lower[k : k + 2] == ["and", "government"] else k


def _behind_body(reading: Reading, k: int) -> int:
    return reading.body[k].j if k in reading.body else k


def up_to_honorific(reading: Reading, part: Part) -> None:
    """Takes in all capitals up to a "Mr": "the Authority for UXO/Mine Action Mr X" has none of the name in it."""
    tokens, e = reading.tokens, part.at
    if not (part.pieces or part.organization) or tokens.lower[e : e + 1] == ["general"]:
        return
    if not part.organization and not tokens.cap[e - 1] and tokens.word[e - 1].isalpha():
        return  # "head of the foreign policy department X Haji": capitals open the name
    while e < len(tokens) and e < part.at + 7 and tokens.sentence[e] == tokens.sentence[part.at - 1]:
        if tokens.cap[e] and _addresses(tokens, e):
            if tokens.lower[e] in styles_in_names() and tokens.lower[e + 1] != ".":
                return  # "Minister of Trade Mohamed Haji Ali": of the name
            if e > part.at and tokens.lower[e - 1] in _BEFORE_RANKS:
                return  # "High Commissioner to Maldives Vice Admiral X"
            if tokens.lower[e - 1] in {"of", "for"}:
                return  # "and Personal Representative of His Majesty"
            if tokens.lower[e - 1] in {"and", "&"}:
                return  # another person: "Chairman of the Senate X and Dr Y"
            break
        if not tokens.cap[e] and tokens.lower[e] not in {"and", "&", "of", "for", "/"}:
            return
        if tokens.lower[e - 1] == "and" and head_at(reading, e):
            return  # "Minister of Defence X and Chief of Defence General Y"
        if tokens.lower[e] in {"el", "al"}:
            return  # "Minister of Housing El Sayed X": of the name
        e += 1
    else:
        return
    if e == part.at:
        return
    if part.organization:
        part.organization = f"{part.organization}{' ' if tokens.cap[part.at] else ''}{tokens.span(part.at, e)}"
    else:
        part.pieces[-1] = (part.pieces[-1][0], e)
    part.at = e


def _addresses(tokens: Tokens, e: int) -> bool:
    """Whether somebody is addressed at the word `e`: no initial ("Randy W Berry", "T. V. S. X"), no end of a name."""
    word, behind = tokens.lower[e], e + 1 + (tokens.lower[e + 1 : e + 2] == ["."])
    closed = tokens.sentence[e] != tokens.sentence[min(behind, len(tokens) - 1)]  # "Ould Sidi Moulay. He spoke."
    led = behind == e + 2 or tokens.cap[behind : behind + 1] == [True] or tokens.lower[behind : behind + 1] == ["("]
    longer = longer_honorifics().get(word)  # not "Tan Wei", "Bui The Duy"
    led = led and (longer is None or not longer.isdisjoint(tokens.lower[behind : behind + 1]))
    return led and not closed and len(word.rstrip(".")) > 1 and word in honorific_words()


def short_end(reading: Reading, end: int) -> int:
    """The word behind a body's letters without brackets: "(Head of the State Oil Company) SOCAR Rovshan Najaf"."""
    tokens = reading.tokens
    word = tokens.word[end] if end < len(tokens) else ""
    letters = 2 < len(word) < 8 and word.isalpha() and word.isupper() and end not in reading.geo
    behind = tokens.lower[end + 1 : end + 2] == [","] or (
        tokens.cap[end + 1 : end + 3] == [True, True] and tokens.word[end + 1].istitle()
    )
    return end + 1 if letters and behind else end


def behind_namesake(reading: Reading, at: int) -> int:
    """The word behind "(National University) named after L.N. Gumilyov" at the word `at`; else `at` itself."""
    tokens = reading.tokens
    if tokens.lower[at : at + 2] != ["named", "after"]:
        return at
    first = e = skip_the(tokens.lower, at + 2)
    while e < len(tokens) and tokens.cap[e] and (len(tokens.word[e]) < 3 or tokens.word[e][-1] == "."):
        e += 1  # "I. V. Savitsky", "L.N. Gumilyov"
    one = e > first or "." in "".join(tokens.word[e : e + 1])
    while e < len(tokens) and (tokens.cap[e] or tokens.lower[e] in {"al", "bin", "de", "von"}):
        e += 1
        if one:
            break
    return e if e > first else at


def theme_end(reading: Reading, q: int, head: Head) -> int | None:
    """The end of "the situation of human rights in Chad", on which a rapporteur of the UN reports, at the word `q`."""
    tokens, e = reading.tokens, q
    while head.cls == "rapporteur" and e < len(tokens) and e < q + _THEME and tokens.sentence[e] == tokens.sentence[q]:
        opens = e == q and not any(tokens.cap[e + 1 : e + 2])  # "on Violence against Women"
        known = opens or not tokens.cap[e] or e in reading.taken or tokens.lower[e] in words("portfolio")
        if not known or not tokens.word[e].isalpha() or tokens.lower[e].endswith("ed") or tokens.lower[e] in _VERBS:
            break
        e += 1
    return e if e > q else None


def with_whom(reading: Reading, part: Part) -> bool:
    """Takes "with the Islamic World" or "with States and International Organizations" into "for Relations"."""
    at = part.at
    if not part.pieces or part.pieces[-1][1] != at or (e := related_end(reading, at)) == at:
        return False
    part.pieces[-1], part.at = (part.pieces[-1][0], e), e
    return True


def related_end(reading: Reading, at: int) -> int:
    """The end of "with Parliament" at the word `at`, behind "Relations" and its like; else `at` itself.

    Known words need no proof; of others all capitals up to a comma are taken.
    """
    tokens, lower = reading.tokens, reading.tokens.lower
    if lower[at - 1] not in _RELATED or lower[at : at + 1] != ["with"]:
        return at
    e = _partners_end(reading, skip_the(lower, at + 1))
    if not e:
        e = skip_the(lower, at + 1)
        while e < len(tokens) and tokens.cap[e]:
            e += 1
        e = e if lower[e : e + 1] in ([","], [";"], ["."], ["and"]) else at
    return e


def _partners_end(reading: Reading, k: int) -> int:
    """The end of "Parliament", "States and International Organizations" at the word `k`; 0 where there is none."""
    tokens, end = reading.tokens, 0
    known = words("portfolio", "ministry", "body", "self") | _PARTNERS
    while k < len(tokens) and tokens.cap[k] and tokens.lower[k] in known:
        k = end = k + 1
        if tokens.lower[k : k + 1] in (["and"], ["&"], [","]):
            k = skip_the(tokens.lower, k + 1 + (tokens.lower[k + 1 : k + 2] == ["and"]))
    return end


def in_government(reading: Reading, part: Part, head: Head) -> bool:
    """Passes over "at the Government of National Unity", "in the Serbian government": only the country is kept."""
    tokens, lower, at = reading.tokens, reading.tokens.lower, part.at
    if lower[at : at + 2] not in (["in", "the"], ["at", "the"]) or not (part.pieces or head.level == "minister"):
        return False
    for k in range(at + 2, min(at + 6, len(lower))):
        if lower[k] not in {"government", "cabinet"}:
            continue
        state = reading.geo.get(at + 2) or reading.geo.get(
            skip_the(lower, k + 2) if lower[k + 1 : k + 2] == ["of"] else -1
        )
        if state:
            part.countries.append(state.alpha3)
            part.at = max(k + 1, state.j)
            return True
        e = k + 2
        while lower[k + 1 : k + 2] == ["of"] and e < len(lower) and tokens.cap[e] and lower[e] in words("pacts"):
            e += 1
        if e > k + 2:
            part.at = e
            return True
        while lower[k + 1 : k + 2] == ["of"] and e < len(lower) and tokens.cap[e]:
            e += 1
        if e > k + 2 and lower[e : e + 1] == [","]:
            part.at = e
            return True
    return False


def numbered(reading: Reading, part: Part) -> None:
    """Draws in what belongs to a complement just read: "Economy II", "the National Assembly (NA)'s Committee for …"."""
    tokens, at = reading.tokens, part.at
    if not part.pieces or part.pieces[-1][1] != at:
        return
    close, end = after_bracket(reading, at), at
    if tokens.word[at : at + 1] in (["II"], ["III"]):
        end = at + 1
    elif close > at and tokens.lower[close : close + 1] == ["'s"] and tokens.cap[close + 1 : close + 2] == [True]:
        run = name_run(reading, close + 1, True)[0]
        end = run if run > close + 1 else at
    elif tokens.lower[at : at + 1] == ["'s"] and tokens.lower[at - 1] in words("chamber"):
        end = _panel_of(reading, at)  # "the National Assembly's foreign affairs committee"
    elif tokens.lower[at : at + 1] == ["("] and (divisions := _divisions_end(reading, at)):
        end = divisions  # "Minister for Energy (Power Division)"
    elif close > at and tokens.lower[close : close + 2] == ["standing", "committee"] and tokens.cap[close]:
        end = close + 2  # "the National People's Congress (NPC) Standing Committee"
    part.pieces[-1] = (part.pieces[-1][0], end)
    part.at = end
