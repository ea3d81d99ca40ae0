"""Bodies and ministries beside an office without "of": "the Executive Secretary, Investment Commission (IC)".

In: a `Reading` and what was read behind the head of an office. Out: the same `Part`, the ministry joined to the role,
the body as its organisation. It is the convention of much of Africa's and South Asia's press: office, body, holder.
"""

from communique.extract.offices.antecedents import name_follows
from communique.extract.offices.boards import board_end
from communique.extract.offices.firms import apposed_firm, facility_end
from communique.extract.offices.heads import (
    PANELS,
    REGIONS,
    Head,
    Part,
    abstract_noun,
    after_bracket,
    head_at,
    honorific_words,
    skip_the,
    words,
)
from communique.extract.offices.nouns import body_noun
from communique.extract.offices.runs import name_run
from communique.extract.words.reading import Body, Reading

_LEVELS = frozenset(
    ["senior_official", "agency", "business", "international", "minister", "deputy_minister", "diplomat", "military"]
)
NAME_ENDS = frozenset([
    "jsc", "llp", "llc", "ojsc", "cjsc", "pjsc", "plc", "ltd", "inc", "gmbh", "limited",
    "ab", "asa", "oyj", "spa", "sarl", "bhd", "pte", "pty",
    "system", "organisation", "organization", "secretariat",
])  # fmt: skip
_OPENING, _CLOSING = frozenset(["“", '"', "‘", "«"]), frozenset(["”", '"', "’", "»"])
_INNER = frozenset(["of", "for", "and", "&"])
_FACTIONS = frozenset(["faction", "party", "bloc", "group", "movement", "alliance"])
_SITTING = frozenset(["senior_official", "deputy_minister"])  # "Permanent Secretary in the Prime Minister's Office"
_SERVANTS = frozenset(["minister", "deputy_minister", "senior_official", "military"])  # "Secretary Railway Board"
_CHAIRS = frozenset(["chair", "vice chair"])
_AIDES = frozenset(["adviser", "assistant"])
_OFFICES = frozenset(["office", "department", "court", "diwan"])
_OF_HOUSES = frozenset(["civil", "military", "private", "executive", "royal", "front"])
_HOUSES = (["house"], ["household"], ["office"], ["cabinet"], ["secretariat"])
_FRIENDLY = frozenset(
    [
        "parliamentary",
        "interparliamentary",
        "inter-parliamentary",
        "friendship",
        "bilateral",
        "group",
        "league",
        "caucus",
    ]
)
_MISSIONS = frozenset(["embassy", "consulate", "mission"])
_DIVISIONS = frozenset(["division", "department", "wing", "desk", "section", "directorate"])
_ENDS = frozenset([",", ";", ".", ":", ")", "-", "–"])
_WITH_FIELDS = frozenset(["senior_official", "agency", "deputy_minister"])
_MINISTRIES = frozenset(
    ["ministry", "department", "bureau", "office", "directorate", "division", "cabinet", "treasury"]
)


def _central_bank(reading: Reading, comma: int, part: Part, head: Head) -> Body | None:
    """The bank of "Governor, Bank of Ghana"."""
    governs = head.singular.endswith("governor") and not (head.plural or part.pieces or part.organization)
    body = reading.body.get(comma + 1) if governs and reading.tokens.lower[comma : comma + 1] == [","] else None
    return body if body and body.organization.kind == "central bank" else None


def apposed(reading: Reading, part: Part, head: Head, held: bool) -> None:
    """Reads ", Federal Ministry of Health" or ", Bank of Ghana (BoG)" behind an office into `part`.

    Where the holder stands before (`held`), no other name can follow: "X, General Manager, Baltika Shipyard,".
    """
    lower = reading.tokens.lower
    comma = after_bracket(reading, part.at)
    if bank := _central_bank(reading, comma, part, head):
        part.organization, part.at = bank.organization.name, bank.j
        return
    marked = lower[comma : comma + 1] == [","]  # or none: "Director General Ministry of Trade"
    q = comma + marked + (lower[comma + 1 : comma + 2] == ["the"])
    if not _may_follow(reading, part, head, comma, q):
        return
    if marked and (division := _division(reading, q)):
        part.pieces.append((part.at, division))  # "Joint Secretary, South Asia Division of the Ministry"
        part.at = division
        return apposed(reading, part, head, held)
    if marked and (told := _panel_or_fields(reading, part, head, q)):
        part.pieces.append((part.at, told))
        part.at = told
    elif not (_took_ministry(reading, part, q) or (marked and _took_force(reading, part, head, q))):
        _take_body(reading, part, head, q, marked)
        firm = marked and not part.organization and head.body != "state" and apposed_firm(reading, q, head, held)
        if firm:
            part.organization, part.at = reading.meant(reading.tokens.span(q, firm)), firm


def _may_follow(reading: Reading, part: Part, head: Head, comma: int, q: int) -> bool:
    """Whether the words at `q`, behind a comma or none, may tell where the office is held, and are no other office."""
    tokens, lower = reading.tokens, reading.tokens.lower
    marked = lower[comma : comma + 1] == [","]
    of_bodies = marked and head.body != "state" and not part.pieces and not part.countries
    if head.plural or part.organization or not (head.level in _LEVELS or of_bodies):
        return False
    if not marked and (part.pieces or lower[comma : comma + 1] not in (["ministry"], ["department"])):
        return False
    if q + 1 >= len(tokens) or not tokens.cap[q] or tokens.sentence[q] != tokens.sentence[comma]:
        return False
    another = head_at(reading, q) if marked else None
    if another is None or another.use == "weak":
        return True
    behind = q + len(another.singular.split())  # "Member of the Politburo, Director of the Office of the Commission"
    return lower[behind : behind + 1] not in (["of"], ["for"]) and behind - q <= 2


def _panel_or_fields(reading: Reading, part: Part, head: Head, q: int) -> int | None:
    """The end of "(the Chairman,) House Committee on Foreign Affairs", "(Permanent Secretary,) Trade and Industry"."""
    if part.pieces or q in reading.body or facility_end(reading, q) or (q in reading.geo and _board(reading, q)):
        return None  # "(the Chairperson,) Turkey-Oman Business Council"
    panel = _panel(reading, q) if head.cls in _CHAIRS else None
    return panel or (_fields(reading, q) if head.level in _WITH_FIELDS else None) or None


def _took_ministry(reading: Reading, part: Part, q: int) -> bool:
    """Reads "State Department for Trade", "Ministry of Health, Government of India" into the part."""
    tokens, lower = reading.tokens, reading.tokens.lower
    ministry = _ministry(reading, q)
    if not ministry:
        return False
    first = part.pieces[-1][0] if part.pieces else part.at
    state = reading.geo.get(skip_the(lower, ministry + 1)) if lower[ministry : ministry + 1] == ["of"] else None
    if state and _closed(reading, state.j):
        part.pieces[-1:], part.at = [(first, ministry)], state.j
        part.countries.append(state.alpha3)
        return True
    holder = lower[ministry - 1] in words("portfolio") and all(tokens.cap[ministry : ministry + 2])
    if not (_closed(reading, ministry) or holder):  # "Principal Secretary, State Department for Trade X Y"
        return False
    part.countries += [reading.geo[k].alpha3 for k in range(q, ministry) if k in reading.geo][:1]
    part.pieces[-1:] = [(first, ministry)]
    of = ministry + 3 if lower[ministry : ministry + 3] == [",", "government", "of"] else 0
    whose = reading.geo.get(skip_the(lower, of)) if of else None
    part.at = whose.j if whose else ministry
    part.countries += [whose.alpha3] if whose else []
    return True


def _took_force(reading: Reading, part: Part, head: Head, q: int) -> bool:
    """Reads "Japan Maritime Self-Defense Force" behind "Chief of Staff," into the part."""
    owner = reading.geo.get(q) if head.level == "military" else None
    force = joint_body(reading, owner.j) if owner else None
    if owner is None or not force:
        return False
    part.countries.append(owner.alpha3)
    part.pieces.append((owner.j, force))
    part.at = force
    return True


def _take_body(reading: Reading, part: Part, head: Head, q: int, marked: bool) -> None:
    """Reads the body at the word `q` into the part, if there is one: "(the Managing Director,) NNPC, X"."""
    tokens, state = reading.tokens, head.body == "state"
    known = reading.body.get(q)
    end = _firm_end(reading, known.j) if known else _named_end(reading, q) if not state else None
    if not end and not state and marked and tokens.lower[q + 1] == "," and _acronym(tokens.word[q]):
        end = q + 1
    elif not end or not _closed(reading, end) or (end - q == 1 and not known):
        return
    part.organization = known.organization.name if known else tokens.span(q, end)
    if not known:
        part.countries += [reading.geo[k].alpha3 for k in range(q, end) if k in reading.geo][:1]
    part.at = end


def _named_end(reading: Reading, q: int) -> int | None:
    """The end of "Press Council of India", "Technical University of Sofia", "Lagos Free Zone" at the word `q`."""
    end, lower = body_noun(reading, q) or facility_end(reading, q) or _board(reading, q), reading.tokens.lower
    if not end or _closed(reading, end):
        return end
    geo = reading.geo.get(skip_the(lower, end + 1) if lower[end] == "of" else end)
    return geo.j if geo and geo.form != "demonym" else end


def _board(reading: Reading, q: int) -> int:
    """The end of "Jordan Olympic Committee", "Press Council (of India)" at the word `q`; 0 where no board stands."""
    geo, lower = reading.geo.get(q), reading.tokens.lower
    end = board_end(reading, geo.j if geo else q)
    return end if geo or (lower[end : end + 1] == ["of"] and skip_the(lower, end + 1) in reading.geo) else 0


_KEPT = frozenset(["delegation", "mission", "office", "representation", "bureau"])


def _acronym(word: str) -> bool:
    return 2 < len(word) < 8 and word.isalpha() and word.isupper()


def _firm_end(reading: Reading, j: int) -> int:
    """The word behind "Limited" and its like at the word `j`."""
    while reading.tokens.lower[j : j + 1] and reading.tokens.lower[j] in NAME_ENDS:
        j += 1
    return j


def _division(reading: Reading, q: int) -> int | None:
    """The end of "South and South East Asia Division": capitals of fields and regions up to the noun."""
    lower = reading.tokens.lower
    for k in range(q, min(q + 9, len(lower))):
        if lower[k] in _DIVISIONS and k > q and reading.tokens.cap[k]:
            return k + 1 if lower[k + 1 : k + 2] and (lower[k + 1] == "of" or _closed(reading, k + 1)) else None
        if (
            lower[k] not in words("portfolio", "modifiers")
            and lower[k] not in {"and", "&", "the"}
            and k not in reading.geo
        ):
            return None
    return None


def _panel(reading: Reading, q: int) -> int | None:
    """The end of "Senate Committee on Trade and Investment", "Board of Directors" at the word `q`, up to a mark."""
    tokens, lower = reading.tokens, reading.tokens.lower
    noun = next((k for k in range(q, min(q + 5, len(tokens))) if lower[k] in PANELS and tokens.cap[k]), None)
    if noun is None or not all(tokens.cap[q:noun]) or any(head_at(reading, k) for k in range(q, noun)):
        return None
    end = noun + 1
    if lower[end : end + 1] in (["on"], ["for"], ["of"]):
        end = name_run(reading, skip_the(lower, end + 1), True)[0]
    return end if _closed(reading, end) else None


def _fields(reading: Reading, q: int) -> int | None:
    """The end of "Planning and International Affairs" at the word `q`: fields in capitals up to a mark."""
    tokens, k, known = reading.tokens, q, words("portfolio") - words("body", "ministry")
    while k < len(tokens) and k < q + 7 and k not in reading.taken:
        joint = k > q and tokens.lower[k] in {"and", "&"}
        if not (joint or (tokens.cap[k] and (tokens.lower[k] in known or abstract_noun(tokens.lower[k])))):
            break
        k += 1
    whole = k > q and tokens.lower[k - 1] not in {"and", "&"} and tokens.lower[k : k + 1] in ([","], [";"], ["."])
    return k if whole and head_at(reading, k - 1) is None else None


def _ministry(reading: Reading, q: int) -> int | None:
    """The end of the ministry, department or embassy whose name starts at word `q`."""
    tokens = reading.tokens
    k = q
    while k < min(q + 3, len(tokens)) and tokens.cap[k] and tokens.lower[k] not in _MINISTRIES | _MISSIONS:
        k += 1
    if k >= min(q + 3, len(tokens)) or not tokens.cap[k] or tokens.lower[k + 1 : k + 2] not in (["of"], ["for"]):
        return None
    start = skip_the(tokens.lower, k + 2)
    geo = reading.geo.get(start)
    if tokens.lower[k] in _MISSIONS:
        return geo.j if geo else None
    end, _ = name_run(reading, start, True)
    return end if end > start else None


def _closed(reading: Reading, end: int) -> bool:
    """Whether the name ends at word `end`: a mark, a title or the end of the sentence is behind."""
    tokens = reading.tokens
    at = after_bracket(reading, end)
    if at >= len(tokens) or tokens.lower[at] in _ENDS or tokens.lower[at] in {"and", "in"}:
        return True
    return tokens.cap[at] and tokens.lower[at] in honorific_words() and tokens.lower[at] not in words("portfolio")


def in_office_of(reading: Reading, at: int, head: Head) -> int | None:
    """The end of "of the Minister's Office", for ministers also "at the Prime Minister's Office", at the word `at`.

    Of advisers it is that of "to the interim government".
    """
    lower = reading.tokens.lower
    if head.cls == "adviser" and lower[at : at + 2] == ["to", "the"]:
        k = at + 2 + (lower[at + 2 : at + 3] in (["interim"], ["caretaker"], ["transitional"], ["federal"]))
        return k + 1 if lower[k : k + 1] in (["government"], ["cabinet"], ["presidency"]) else None
    inside = head.cls == "minister" or head.level in _SITTING or head.cls in _AIDES
    links = (["of", "the"], ["at", "the"], ["in", "the"]) if inside else (["of", "the"],)
    if lower[at : at + 2] not in links:
        return None
    if lower[at + 2 : at + 3] == ["presidency"] and lower[at] != "of":
        return at + 3
    owner = reading.geo.get(at + 2)
    first = owner.j if owner else at + 2
    for k in range(first + 1, min(first + 4, len(lower) - 1)):
        if lower[k] == "'s" and lower[k + 1] in _OF_HOUSES and lower[k + 2 : k + 3] in _HOUSES:
            return k + 3 if head_at(reading, first) else None  # "Head of the President's Civil House"
        if lower[k] == "'s" and lower[k + 1] in _OFFICES:
            if not any(head_at(reading, w) for w in range(first, k)):
                return None
            bracket = lower[k + 2 : k + 3] == ["("] and reading.tokens.cap[k + 3 : k + 4] == [True]
            close = next((e for e in range(k + 3, min(k + 9, len(lower))) if lower[e] == ")"), 0) if bracket else 0
            return close + 1 if close else k + 2  # "in the Prime Minister's Department (Law)"
    return None


def mission_of(reading: Reading, q: int) -> tuple[str, tuple[int, int], int] | None:
    """The body whose mission starts at word `q`, "EU Delegation" or "Delegation of the EU"; its noun, and the end."""
    tokens, body = reading.tokens, reading.body.get(q)
    k = body.j if body else q
    while k < min(q + 9, len(tokens)) and tokens.lower[k] in words("modifiers", "portfolio") - _KEPT:
        k += 1
    if tokens.lower[k : k + 1] and tokens.lower[k] in _KEPT:
        if body:
            return body.organization.name, (body.j, k + 1), k + 1
        keeper = reading.body.get(skip_the(tokens.lower, k + 2)) if tokens.lower[k + 1 : k + 2] == ["of"] else None
        return (keeper.organization.name, (q, k + 1), keeper.j) if keeper else None
    return None


def body_held(reading: Reading, j: int, head: Head) -> tuple[str, int] | None:
    """The body right behind the head, and the word behind it, as in South Asia: "Chairman NDMA Lieutenant General X".

    Also by its full name: "Managing Director Pakistan State Oil X", "Chairman Karachi Port Trust (KPT) X".
    """
    tokens = reading.tokens
    if head.body == "state" or head.plural or j >= len(tokens) or not (tokens.cap[j - 1] and tokens.cap[j]):
        return None
    word, body = tokens.word[j], reading.body.get(j)
    acronym = _acronym(word) and reading.taken.get(j) != "geo" and not tokens.word[j - 1].isupper()
    if acronym and _holder_due(reading, j + 1, False):
        return reading.meant(word), j + 1
    if body:
        return (body.organization.name, body.j) if _holder_due(reading, body.j, True) else None
    end = body_noun(reading, j) if head.level not in _SERVANTS else None
    inner = end and all(tokens.cap[k] or tokens.lower[k] in _INNER for k in range(j, end))
    if not end or end - j < 2 or not (inner or tokens.lower[j] in words("body")):
        return None
    known = tokens.lower[j] in words("portfolio", "modifiers", "body") or j in reading.geo
    due = _holder_due(reading, after_bracket(reading, end), True)
    due = due and (known or tokens.lower[end : end + 1] != [","])  # "Chairman Ali Khan Foundation, which …"
    return (reading.meant(tokens.span(j, end)), after_bracket(reading, end)) if due else None


def _holder_due(reading: Reading, k: int, plain: bool) -> bool:
    """Whether a comma, an honorific or (`plain`) two capitals stand at the word `k`: the holder's name begins."""
    tokens = reading.tokens
    if k >= len(tokens) or tokens.lower[k] == ",":
        return k < len(tokens)
    titled = tokens.cap[k] and tokens.lower[k] in honorific_words()
    return titled or (plain and name_follows(reading, k) and name_follows(reading, k + 1))


def branch_end(reading: Reading, j: int) -> int:
    """The end of "Regional Bureau for Asia and the Pacific," behind the body that has it; else the word `j` itself."""
    tokens = reading.tokens
    noun = joint_body(reading, j)
    if noun and tokens.lower[noun - 1] == "mission" and tokens.lower[noun : noun + 1] == ["in"]:
        place = reading.geo.get(skip_the(tokens.lower, noun + 1))
        return place.j if place else noun  # "the UN Assistance Mission in Somalia"
    if not noun or noun - j > 3 or tokens.lower[noun : noun + 1] not in (["for"], ["of"]):
        return j
    e = noun + 1
    while e < min(noun + 9, len(tokens)) and (tokens.cap[e] or tokens.lower[e] in {"the", "and"}):
        e += 1
    if tokens.lower[e : e + 1] == [","]:
        return e
    known = noun + 1
    while known < e and (tokens.lower[known] in REGIONS or tokens.lower[known] in {"the", "and", "states"}):
        known += 1
    return known if known > noun + 1 else j  # "Regional Bureau for West Africa X Y"


def joint_body(reading: Reading, q: int) -> int | None:
    """The end of the capitals at word `q` that close with the noun of a committee or body."""
    tokens, e = reading.tokens, q
    while e < len(tokens) and e < q + 7 and tokens.cap[e]:
        e += 1
        if tokens.lower[e - 1] in words("ministry") or tokens.lower[e - 1] in words("body"):
            return e
    return None


def friendship_end(reading: Reading, q: int) -> int | None:
    """The end of "Armenia-Serbia friendship group" or "“Civil Contract” faction": parts of a parliament."""
    tokens, e = reading.tokens, q
    if q < len(tokens) and tokens.word[q] in _OPENING:
        close = next((k for k in range(q + 2, min(q + 7, len(tokens) - 1)) if tokens.word[k] in _CLOSING), None)
        return close + 2 if close and tokens.lower[close + 1] in _FACTIONS else None
    while e < min(q + 7, len(tokens)) and (
        tokens.cap[e] or tokens.lower[e] in _FRIENDLY or tokens.word[e] in {"-", "–"}
    ):
        e += 1
        if tokens.lower[e - 1] in {"group", "league", "caucus", "committee", "commission"}:
            named = "friendship" in tokens.lower[q:e] or q in reading.compounds or _of_two(reading, q)
            on = name_run(reading, e + 1, True)[0] if named and tokens.lower[e : e + 1] in (["on"], ["for"]) else e
            on = on if on > e + 1 else e  # "of the Friendship Group on Monday"
            other = reading.geo.get(e + 1) if named and tokens.lower[e : e + 1] == ["with"] else None
            return (other.j if other else max(e, on)) if named else None  # "Friendship Group with Japan"
    return None


def _of_two(reading: Reading, q: int) -> bool:
    """Whether two countries joined by a dash open a name at the word `q`: "the Polish–Chilean Group"."""
    geo = reading.geo.get(q)
    return geo is not None and reading.tokens.word[geo.j : geo.j + 1] in (["–"], ["-"]) and geo.j + 1 in reading.geo
