"""What stands before the head of an office: "Deputy Foreign", "Turkish", "UNESCO's", "Fisheries Organization (IFO)".

In: a `Reading` and the word of the head. Out: a `Part`: the pieces that belong to the role, and the countries, the
body that are cut off from it.
"""

from communique.extract.offices.antecedents import (
    body_before,
    capitals,
    earlier_body,
    long_name_to,
    named_body,
    own_body,
)
from communique.extract.offices.areas import (
    FORCES,
    OF_FORCES,
    OF_PROVINCES,
    area_before,
    force_before,
    ministry_before,
    opens_nothing,
    state_body_before,
)
from communique.extract.offices.heads import DETERMINERS, STYLES, Head, Part, words
from communique.extract.offices.runs import PANELS
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Body, Geo, Reading, sovereign
from communique.extract.words.tokens import Tokens
from communique.registry.cities import city_country
from communique.registry.countries import find_countries

_OWNING = frozenset(["ministry", "department", "council", "cabinet", "board", "directorate", "committee", "commission"])
_SEATS = frozenset(["ministry", "department", "directorate", "embassy", "government", "army", "navy"])
_MISSIONS = frozenset(["commission", "mission", "consulate", "legation", "parliament", "presidency"])
_MINISTERS = frozenset(["minister", "deputy_minister"])
_OF_AREAS = ("regional", "district", "provincial", "county")
_OF_CHAMBERS = frozenset(["agency", "legislature", "international", "deputy_head"])
_ONCE = frozenset(["former", "onetime", "erstwhile"])
_NO_ACRONYMS = STYLES | DETERMINERS  # "THE Speaker", as a paper opens a story
_ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])
_RANKS = frozenset(["acting", "deputy", "first", "interim", "caretaker", "permanent"])


def read_before(reading: Reading, i: int, head: Head, floor: int) -> Part:
    """What stands before a head: rank, portfolio, nationality or body, the last two cut off from the role."""
    tokens, lower = reading.tokens, reading.tokens.lower
    part, k, keep = Part(i), i, i
    if reading.taken.get(i) == "body":
        part.at = max(q for q in reading.body if q <= i)  # "United Nations High Commissioner for Refugees"
        part.organization = reading.body[part.at].organization.name
        return part
    if head.body != "state" and (start := body_before(reading, i, floor)) is not None:
        start -= start - 1 in reading.geo and reading.geo[start - 1].j > start  # "New Zealand Police superintendent"
        geo = reading.geo.get(start)
        part.countries, named = ([geo.alpha3], geo.j if geo.form == "demonym" else start) if geo else ([], start)
        part.organization = tokens.span(named, i).split(" (")[0]  # "Rescue Service director X"
        part.at = _possessor(reading, start - 1, floor, part, start) if lower[start - 1] == "'s" else start
        return part
    if (head.body != "state" or head.cls in OF_FORCES) and (whole := state_body_before(reading, i, floor)):
        start, geo = whole  # "Armed Forces of the Philippines (AFP) chief X"
        part.at, part.organization, part.countries = start, tokens.span(start, geo.j), [geo.alpha3]
        return part
    if (start := ministry_before(reading, i, floor)) is not None:
        part.at, part.pieces = start, [(start, i)]  # "Department of Foreign Affairs (DFA) Secretary X"
        return part
    if lower[i - 1] == "office" and i - 1 in reading.geo_to and (of := _of_branch(reading, i - 1, floor, head)):
        part.organization, part.at = of.organization.name, of.i  # "JICA Samoa Office Resident Representative"
        return part
    portfolio, cased = words("portfolio"), head.use == "abbr" or not tokens.cap[i]  # "fisheries PS"
    while k > floor and tokens.sentence[k - 1] == tokens.sentence[i]:
        p = k - 1
        word = lower[p]
        if (
            word == ")"
            and p - 2 > floor
            and lower[p - 2] == "("
            and (
                {p - 2} & (reading.body_to.keys() | reading.geo_to.keys())
                or (lower[p - 3] in FORCES and head.cls in OF_FORCES)
            )
        ):
            k = p - 2  # "UNICEF (UNICEF) Director", "Trinidad and Tobago (TT) Prime Minister"
            if lower[p - 3] in FORCES:  # "Philippine Coast Guard (PCG) Commandant"
                p, word, keep = p - 3, lower[p - 3], k
        if k in reading.geo_to and _seated(reading, reading.geo_to[k], head):
            k = keep = reading.geo_to[k].i  # "the agency's Banjul coordinator"
            continue
        if k in reading.geo_to and _where(reading, reading.geo_to[k], head):
            break
        if k in reading.geo_to and (branch := _branch_of(reading, reading.geo_to[k], head)):
            part.organization, k = branch.organization.name, branch.i  # "UNICEF Chad Representative"
            break
        if k in reading.geo_to:
            if of := _of_branch(reading, k, floor, head):
                part.organization, k = of.organization.name, of.i  # "JICA Palau Resident Representative"
                break
            chamber = reading.geo_to[k] if reading.geo_to[k].form == "legislature" else None
            k = _nationality(reading, k, floor, head, part)
            keep = chamber.i if chamber else keep  # "Lok Sabha Speaker"
            break
        known = reading.body_to.get(p) if word == "," and head.body != "state" else None
        if known and lower[known.i - 1 : known.i] in (["for"], ["from"]):
            part.organization = known.organization.name  # "For UNICEF, Representative X signed"
            break
        if k in reading.body_to and keep == k < i and head.level in _MINISTERS:
            k = keep = reading.body_to[k].i  # "EU Affairs Minister": what a minister cares for
            continue
        if k in reading.body_to:
            part.organization, k = reading.body_to[k].organization.name, reading.body_to[k].i
            break
        if word == "'s":
            k = _possessor(reading, p, floor, part, k)
            if k == p + 1 and (seat := _seat_owning(reading, p, floor)) is not None:
                k = keep = seat  # "the Presidential Council's Deputy Head"
                if k > floor and k in reading.geo_to:
                    k = _nationality(reading, k, floor, head, part)
                break
            town = city_country(tokens.word[p - 1]) if k == p + 1 and head.level == "local" and p - 1 >= floor else None
            if town:
                part.countries.insert(0, town)  # "Izmir's mayor"
                k = p - 1
            if (
                k == p + 1
                and head.body == "body"
                and p - 1 > floor
                and tokens.cap[p - 1]
                and p - 1 not in reading.taken
                and lower[p - 1] not in words("ministry")
            ):
                start = long_name_to(reading, p, floor)  # "the Authority for Manpower's director"
                k = p - 1 if start is None else start  # "Baykar's general manager"
                part.organization = tokens.span(k, p)
            break
        if word in {"its", "whose"} and (owner := _last_entity(reading, p, floor)):
            if isinstance(owner, str):
                part.organization = owner if head.body != "state" else None
            elif head.body == "state":
                part.countries.insert(0, owner.alpha3)
            k = p
            break
        if k == keep and word in FORCES and tokens.cap[p] and head.cls in OF_FORCES:
            k = keep = force_before(reading, p, floor)  # "Coast Guard Commandant"
        elif word in _SEATS and (tokens.cap[p] or not tokens.cap[i]) and keep == k > floor + 1:
            k = keep = p  # "Foreign Ministry spokesperson", "Embassy Counsellor"
        elif (
            word in words("chamber")
            and tokens.cap[p]
            and (head.level in _OF_CHAMBERS or head.cls == "president")
            and k == i
        ):
            k = keep = p - 1 if p > floor and lower[p - 1] in {"national", "federal", "people's"} else p
        elif k == i and word in PANELS and _fields_before(reading, p, floor):
            k = keep = p  # "Foreign Affairs Committee chair"
        elif word in words("party") and head.cls == "legislator" and k == i:
            k = keep = p  # "Liberal MP"
        elif k == i and word in words("area") and tokens.cap[p] and head.level in OF_PROVINCES:
            k = keep = area_before(reading, p, floor, part)  # "Cross River State Governor"
        elif word == "party" and head.cls in {"head", "leader"} and k == i and not tokens.cap[i]:
            k = keep = p  # "X, the party chief"
        elif _counted(tokens, p, head) and k == i:
            k = p  # "Kazakhstan's first Ambassador", "the fifth President": said of the holder
        elif word == "under" and not tokens.cap[p] and lower[p + 1] != "secretary":
            break  # "a team under Foreign Minister X"
        elif word in words("modifiers") or (word in portfolio and (tokens.cap[p] or cased or k < i)):
            k = keep = p
        elif word in words("silent") or word in words("former"):
            _left(reading, p, part)
            k = p
        elif word in {"and", "&", ","} and keep < i and lower[keep] in portfolio and p > floor:
            if not (lower[p - 1] in portfolio and tokens.cap[p - 1] == tokens.cap[keep] and p - 1 not in reading.taken):
                break
            if word == "," and not tokens.cap[keep]:
                break
            k = p
        elif (
            tokens.cap[p]
            and 1 < len(word) < 7
            and tokens.word[p].isupper()
            and word.isalpha()
            and word not in _NO_ACRONYMS
        ):
            meaning = reading.definitions.get(tokens.word[p], "")
            agency = len(word) > 2 and k == i and word not in words("portfolio")
            agency = agency and (head.body == "body" or (head.cls == "president" and len(word) > 3))  # "LCCI President"
            if agency or set(meaning.lower().split()) & words("body") or head.level == "business":
                part.organization, k = meaning or tokens.word[p], p
            else:
                k = keep = p
                part.countries += _named_in(meaning)  # "the RDF Army Chief of Staff"
                k = _nationality(reading, k, floor, head, part) if k in reading.geo_to and not part.countries else k
            break
        elif tokens.cap[p] and head.level == "business" and k == i and p not in reading.taken and _names(tokens, p):
            part.organization, k = tokens.word[p], p
            break
        elif k == i and head.singular.startswith(_OF_AREAS) and tokens.cap[p] and opens_nothing(reading, p):
            k = keep = p  # "Kagera Regional Commissioner"
        elif _unknown_field(reading, p, i, k, head):
            k = keep = p
        else:
            break
    if head.cls == "head" and k == keep == i and k > floor and named_body(reading, k):
        part.organization, k = tokens.word[k - 1], k - 1  # "Itamaraty chief Mauro Vieira"
        keep = i
    while k > floor and lower[k - 1] in words("silent", "former"):
        k -= 1
        _left(reading, k, part)
    part.pieces = [(keep, i)] if keep < i else []
    if part.countries and (rank := _rank_before(reading, k, floor)) < k:
        part.pieces = [(rank, k), (keep, i)]
        k = rank
    part.at = min(k, keep)
    return part


def _counted(tokens: Tokens, p: int, head: Head) -> bool:
    """Whether the word at `p` tells the how manieth holder it is: "first ambassador", but "First Minister"."""
    first = tokens.lower[p] == "first" and head.cls in {"ambassador", "president", "minister"}
    ordinal = tokens.lower[p] in _ORDINALS and head.singular in {"ambassador", "president", "high commissioner"}
    return (first or ordinal) and not (tokens.cap[p] and tokens.cap[p + 1] and head.cls == "minister")


def _left(reading: Reading, p: int, part: Part) -> None:
    """Notes what the word `p` says of the holder: that he is no longer one, "former" being kept in the role."""
    word = reading.tokens.lower[p]
    part.former = part.former or word in words("former")
    part.once = reading.tokens.word[p] if word in _ONCE else part.once


def _rank_before(reading: Reading, k: int, floor: int) -> int:
    """The first word of "acting" or "First Deputy" before the nationality at the word `k`, which parts it in two."""
    lower, i = reading.tokens.lower, k
    while i > floor and lower[i - 1] in _RANKS and reading.tokens.sentence[i - 1] == reading.tokens.sentence[k]:
        i -= 1
    return i


def _fields_before(reading: Reading, p: int, floor: int) -> bool:
    """Whether the panel at the word `p` is called after its field, as a parliament's are, and no body of its own."""
    lower, q = reading.tokens.lower, p
    while q > floor and lower[q - 1] in words("portfolio") and reading.tokens.cap[q - 1] == reading.tokens.cap[p]:
        q -= 1
    return q < p and not own_body(reading, q, p + 1)


def _named_in(meaning: str) -> list[str]:
    """The country that opens the full name for which an acronym stands: "Rwanda Defence Force"."""
    state = next((sovereign(geo.value.alpha3) for geo in find_countries(meaning) if geo.start == 0), None)
    return [state] if state else []


def _of_branch(reading: Reading, k: int, floor: int, head: Head) -> Body | None:
    """The body whose branch in a country ends at the word `k`: "JICA Palau", "UNDP Maldives"."""
    geo = reading.geo_to[k]
    close = geo.i - (reading.tokens.lower[geo.i - 1] == ")")
    body = reading.body_to.get(close) if geo.form == "name" and head.body != "state" else None
    return body if body and body.i >= floor else None


def _where(reading: Reading, geo: Geo, head: Head) -> bool:
    """ "In Poland Minister X met …", "received in Banjul Ambassador X": the place, not whose office it is."""
    placed = geo.form == "name" or (geo.form == "capital" and head.level not in {"regional", "local"})
    before = reading.tokens.lower[max(0, geo.i - 2) : geo.i]
    return placed and (before[-1:] == ["in"] or (before[-1:] == ["to"] and before[0] in {"visit", "trip", "tour"}))


def _branch_of(reading: Reading, geo: Geo, head: Head) -> Body | None:
    """The body right before the country in which its officer serves: "UNICEF Chad Representative"."""
    serves = head.body != "state" or head.cls == "head of mission"
    return reading.body_to.get(geo.i) if serves and geo.form == "name" else None


def _seated(reading: Reading, geo: Geo, head: Head) -> bool:
    """Whether the capital before an officer of a body is where he sits, for the body is named in front of it."""
    owned = geo.i > 1 and reading.tokens.lower[geo.i - 1] == "'s"
    return owned and geo.form == "capital" and head.body != "state" and head.level in {"agency", "international"}


def _unknown_field(reading: Reading, p: int, i: int, k: int, head: Head) -> bool:
    """Whether the unknown word at `p` is of the office: "Jal Shakti Minister", "the ministry's veterinary officer"."""
    tokens = reading.tokens
    if tokens.cap[i]:
        named = head.level in {"minister", "deputy_minister"} and tokens.cap[p] and p not in reading.taken
        return named and i - p < 4 and tokens.word[p].isalpha() and opens_nothing(reading, p)
    near = any(tokens.lower[q] == "'s" for q in range(max(0, p - 2), p))
    return near and not tokens.cap[p] and tokens.word[p].isalpha() and len(tokens.word[p]) > 3


def _names(tokens: Tokens, p: int) -> bool:
    """Whether the capital at `p` may be a firm's name: not the "The" behind "(KPL)"."""
    return not tokens.first[p] and tokens.lower[p] not in word_class("openers")


def _last_entity(reading: Reading, p: int, floor: int) -> str | Geo | None:
    """What "its" or "whose" at the word `p` refers to: a body right before, else the last country in the sentence."""
    tokens = reading.tokens
    k = p - 1 if p and tokens.lower[p - 1] in {",", "and"} else p
    if k > 0 and tokens.cap[k - 1] and k not in reading.geo_to and tokens.lower[p] == "whose":
        i = k
        while i > max(0, k - 8) and (tokens.cap[i - 1] or tokens.lower[i - 1] in {"of", "for", "and"}):
            i -= 1
        known = reading.body_to.get(k)
        alias = earlier_body(reading, i, tokens.lower[i]) if k - i == 1 and tokens.lower[i] in words("body") else None
        if alias:
            return alias
        return known.organization.name if known else tokens.span(i, k)
    near = tokens.sentence[p] - tokens.first[p]  # "Its president" opens: the sentence before
    for i in range(p - 1, max(-1, p - 40), -1):
        if tokens.sentence[i] < near:
            return None
        if i in reading.body:
            return reading.body[i].organization.name
        firm = (
            not tokens.cap[i] and tokens.lower[i] in words("firm") | {"company"} and tokens.cap[i + 1 : i + 2] == [True]
        )
        if firm and i + 1 not in reading.taken:
            return tokens.word[i + 1]  # "the company Kahurangi … its director"
        if tokens.cap[i] and tokens.lower[i] in words("body") and tokens.lower[p] == "its" and i + 2 > p - 4:
            named = capitals(reading, i)
            return tokens.span(*named) if named[1] - named[0] > 1 else None
        if i in reading.geo and (
            reading.geo[i].form == "name" or (tokens.first[p] and reading.geo[i].form == "capital")
        ):
            return reading.geo[i]
    return None


def _nationality(reading: Reading, k: int, floor: int, head: Head, part: Part) -> int:
    """Reads "Turkish", or before a plural "Indian, Iranian and Iraqi", leftwards from word `k`."""
    while k in reading.geo_to and reading.geo_to[k].i >= floor:
        geo = reading.geo_to[k]
        part.countries.insert(0, geo.alpha3)
        part.region = geo.region
        k = geo.i
        if not head.plural:
            break
        step = k - 1 if k > floor and reading.tokens.lower[k - 1] in {"and", ",", "&"} else k
        if step == k or step not in reading.geo_to:
            break
        k = step
    return k


def _seat_owning(reading: Reading, p: int, floor: int) -> int | None:
    """The first word of the ministry or council whose "'s" is the word `p`, where its name is one of fields."""
    tokens, k = reading.tokens, p - 1
    if k <= floor or not tokens.cap[k] or tokens.lower[k] not in _OWNING:
        return None
    while k - 1 > floor and tokens.cap[k - 1] and tokens.lower[k - 1] in words("portfolio", "modifiers"):
        k -= 1
    return k if k < p - 1 else None


def _sender(reading: Reading, i: int) -> Geo | None:
    """The country of the mission whose post is the word `i`: "the Chinese Embassy to Cambodia"."""
    lower = reading.tokens.lower
    if i < 3 or lower[i - 1] not in {"to", "in"} or lower[i - 2] not in {"embassy", "commission", "consulate"}:
        return None
    return reading.geo_to.get(i - 3 if lower[i - 3] == "high" else i - 2)


def _possessor(reading: Reading, p: int, floor: int, part: Part, k: int) -> int:
    """Reads "Japan's", "UNESCO's" or "the country's" whose ending is the word `p`; else leaves `k`."""
    lower = reading.tokens.lower
    if p in reading.geo_to and reading.geo_to[p].i >= floor:
        if (sender := _sender(reading, reading.geo_to[p].i)) and sender.i >= floor:
            part.countries.insert(0, sender.alpha3)  # "the Chinese Embassy to Cambodia's Counsellor"
            return sender.i
        part.countries.insert(0, reading.geo_to[p].alpha3)
        part.region = reading.geo_to[p].region
        return reading.geo_to[p].i
    if p in reading.body_to:
        part.organization = reading.body_to[p].organization.name
        return reading.body_to[p].i
    if p > floor and lower[p - 1] in words("body", "own") and not reading.tokens.cap[p - 1]:
        part.organization = earlier_body(reading, p - 1, lower[p - 1])
        if part.organization:
            return p - 2 if p - 1 > floor and lower[p - 2] in DETERMINERS else p - 1
        earlier = [body for body in reading.body.values() if body.j < p]
        if earlier:
            part.organization = max(earlier, key=lambda body: body.i).organization.name
            return p - 1
    if p > floor and (reading.tokens.cap[p - 1] or p - 1 in reading.geo_to) and lower[p - 1] in _SEATS | _MISSIONS:
        i = p - 1
        while i > max(floor, p - 4) and reading.tokens.cap[i] and i not in reading.geo_to:
            i -= 1
        if i in reading.geo_to and reading.geo_to[i].i >= floor:  # "the British High Commission's Political Officer"
            part.countries.insert(0, reading.geo_to[i].alpha3)
            return reading.geo_to[i].i
    if p > floor and lower[p - 1] in words("self"):
        part.own = True
        return p - 2 if p - 1 > floor and lower[p - 2] in DETERMINERS else p - 1
    return k
