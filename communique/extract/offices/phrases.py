"""Offices in a text: "Deputy Foreign Minister of Russia", "Director-General of Kuwait Ports Authority".

In: a `Reading`. Out: `Office` spans with the role as the article gives it, its country and organisation. A small
grammar around the heads of registry/offices.csv: rank words and a portfolio before (`prefixes`), complements behind
(`complements`), a nationality on either side; two offices of one holder ("Deputy Prime Minister and Minister of …")
are joined.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import compress

from communique.extract.offices.antecedents import acronym_before, name_follows, titled
from communique.extract.offices.apposed import apposed
from communique.extract.offices.areas import FORCES
from communique.extract.offices.complements import read_behind
from communique.extract.offices.heads import PANELS, Head, Part, head_at, match_head, office_heads, skip_the, words
from communique.extract.offices.holders import (
    held_before,
    initials,
    named_as_body,
    names_another,
    reigns,
    surname,
)
from communique.extract.offices.houses import is_called_after
from communique.extract.offices.joined import joined
from communique.extract.offices.office import Office
from communique.extract.offices.owners import plain_owner
from communique.extract.offices.prefixes import read_before
from communique.extract.offices.remainders import held_by, small_title
from communique.extract.offices.runs import name_run
from communique.extract.words.reading import ORGANS, Reading
from communique.extract.words.tokens import Tokens
from communique.registry.matcher import fold

__all__ = ["Office", "find_offices"]


_NUMBERLESS = frozenset(["minister", "head_of_state", "head_of_government", "monarch", "royal"])
_FIRST = re.compile(r"first (?!deputy |vice |assistant )")
_LED = PANELS | FORCES | words("body", "small_bodies")
_ARMED = frozenset(["army", "navy", "force", "forces", "guard", "police", "gendarmerie", "defence", "defense"])


def find_offices(reading: Reading) -> list[Office]:
    """The offices of a text in order, without overlap."""
    table, tokens = office_heads(), reading.tokens
    found: list[Office] = []
    free = floor = behind = 0
    prefixed = any(prefix in tokens.text for prefix in _PREFIXES)
    heads: Iterator[int] = compress(range(len(tokens)), map(table.__contains__, tokens.lower))
    if prefixed:
        heads = (k for k, w in enumerate(tokens.lower) if w in table or w.startswith(("ex-", "then-")))
    for i in heads:
        if (
            i < free
            or surname(reading, i, floor)
            or (i == free + 1 > 1 and tokens.lower[free : i + 2 : 2] == ["(", ")"])
        ):
            continue  # "External Affairs Minister (EAM)": said already
        lower = tokens.lower[i]
        former = lower.startswith(("ex-", "then-"))
        options = table.get(lower.split("-", 1)[1] if former else lower)
        if options and tokens.lower[i + 2 : i + 4] == ["the", "state"] and _state_body(reading, i + 3):
            options = [(term, head) for term, head in options if len(term) == 1]  # "head of the State Agency for …"
        if (
            options
            and tokens.lower[i : i + 3] == ["minister", "of", "state"]
            and tokens.lower[i + 3 : i + 4] in _OF_STATES
        ):
            options = [(term, head) for term, head in options if len(term) == 1]  # "Minister of State Property"
        if tokens.lower[i : i + 3] == ["air", "chief", "marshal"]:
            continue  # a rank
        if options and (not tokens.cap[i] or tokens.lower[i - 1] in _ARMED):  # "army commander General X": a rank
            options = [
                (t, h) for t, h in options if t[-1] != "general" or tokens.cap[i + len(t) - 1 : i + len(t)] != [True]
            ]
        free_of_body = reading.taken.get(i) != "body" or named_as_body(reading, i)
        hit = options and free_of_body and match_head(tokens.lower, i, options)
        if not hit:
            continue
        length, head = hit
        if is_called_after(reading, i, head):
            continue
        goes_on = tokens.lower[i + length : i + length + 1]
        longer = (length > 3 and goes_on in _SEATS) or (length > 2 and goes_on in _FIELDS)
        if options and longer and tokens.cap[i + length]:
            length, head = match_head(tokens.lower, i, [o for o in options if len(o[0]) == 1]) or hit
        if i < behind:
            continue  # a word of an office that was none
        office, behind = _read(reading, i, i + length, head, floor, former), i + length
        if office:
            found.append(office)
            free = floor = office.j
    return joined(reading, found)


def _state_body(reading: Reading, q: int) -> bool:
    """Whether "State" at the word `q` only opens the name of a body: "State Committee for National Security"."""
    end, is_body = name_run(reading, q)
    owned = reading.tokens.lower[q + 1 : q + 2] and reading.tokens.lower[q + 1] in words("firm", "body")
    return bool(is_body or owned or (end > q + 1 and reading.tokens.cap[q + 1]))  # "the state corporation"


def _read(reading: Reading, i: int, j: int, head: Head, floor: int, former: bool) -> Office | None:
    """The office whose head stands on the words `i` up to `j`, or None where it is no office after all."""
    tokens, lower = reading.tokens, reading.tokens.lower
    if _ruled_out(reading, i, j, head):
        return None
    j = _past_interim(lower, j + (head.use == "point"))  # "Amb."
    owns = lower[j : j + 1] == ["'s"]
    behind = j + owns
    seated = lower[behind : behind + 3] == ["office", "of", "the"]  # "Permanent Secretary Office of the Prime Minister"
    if behind < len(tokens) and lower[behind] in words("gathering") and (tokens.cap[behind] or owns) and not seated:
        return None
    left, right = _sides(reading, i, j, head, floor)
    if lower[right.at : right.at + 2] in _ITS_OFFICE:
        return None  # "the Deputy Prime Minister for Economic Affairs' office said"
    right = Part(j) if owns else right
    if _unsaid(reading, i, j, head, left, right, floor):
        return None
    head = _told_head(lower, head, left, right)
    core = left.pieces[0][0] if left.pieces else i
    if head.cls == "commissioner" and lower[core] == "european":
        right.organization = "European Union"
    _sent_or_held(lower, head, left, right)
    spans = _spans(i, j, left, right)
    role = _role(tokens, i, j, head, left.once, spans)
    if left.organization and left.organization.endswith("Friendship Group"):  # "its deputy head", a parliament's
        role, left.organization = f"{role} of the {left.organization}", None
    told = tuple(dict.fromkeys([*left.countries, *right.countries])) or ((right.inner,) if right.inner else ())
    said = {lower[k] for a, b in spans for k in range(a, b)}
    return Office(
        left.at, max(j, right.at), core, role, head,
        countries=told or _organ_in(reading, left.at, max(j, right.at)),
        organization=left.organization or right.organization or left.region or right.region,
        own=left.own or right.own,
        former=former or left.former,
        visiting=right.elsewhere or "visiting" in lower[left.at : core + 1],
        posting=right.posting,
        classes=frozenset({head.cls}),
        portfolio=frozenset(fold(word) for word in said if word in words("portfolio")) - words("modifiers"),
    )  # fmt: skip


def _past_interim(lower: list[str], j: int) -> int:
    """The word behind "a.i.", ", a.i." or "(a.i.)" at the word `j`: "chargé d'affaires a.i."."""
    if lower[j : j + 4] == ["a", ".", "i", "."]:
        return j + 4
    if lower[j : j + 5] == [",", "a", ".", "i", "."]:
        return j + 5
    return j + 6 if lower[j : j + 6] == ["(", "a", ".", "i", ".", ")"] else j


def _told_head(lower: list[str], head: Head, left: Part, right: Part) -> Head:
    """The head as what stands around it makes it: a mere leader of a delegation, an officer of a party."""
    led = right.pieces and lower[right.pieces[-1][1] - 1] in {"delegation", "side", "team"}
    if led and (len(right.pieces) == 1 or lower[left.at - 1] != "and"):
        head = replace(head, use="anaphor")
    if right.party:
        head = replace(head, cls="secretary general" if "secretary" in head.singular else head.cls, level="party")
    return head


def _sent_or_held(lower: list[str], head: Head, left: Part, right: Part) -> None:
    """Reads the post in "the High Commissioner for Rwanda, X" as the country he is of, where no other is told."""
    if not (right.posting and right.pieces and lower[right.pieces[-1][0]] == "for" and head.cls in _HEADS_OF_MISSION):
        return
    owned = lower[left.at - 1] == "'s"  # by another office: "the Secretary-General's Special Envoy for Yemen"
    said_whose = left.countries or right.countries or left.organization or right.organization or owned
    several = "and" in lower[slice(*right.pieces[-1])]  # "for Fiji, Tonga and Nauru": accredited
    if not several and not said_whose:
        right.countries, right.posting = [right.posting], None
        right.pieces.pop()


def _spans(i: int, j: int, left: Part, right: Part) -> list[tuple[int, int]]:
    """The words of the role: the head with what adjoins it as one piece, and the other pieces."""
    first = left.pieces[-1][0] if left.pieces else i
    adjoined = right.pieces[0][1] if right.pieces and right.pieces[0][0] == j else j
    return [*left.pieces[:-1], (first, adjoined), *(piece for piece in right.pieces if piece[0] != j)]


def _organ_in(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """The state whose ministry stands in an office: "Deputy Director for Asia at the Auswärtiges Amt"."""
    organs = (reading.geo[k].alpha3 for k in range(first, last) if k in reading.geo and reading.geo[k].form in ORGANS)
    return tuple(organs)[:1]


def _ruled_out(reading: Reading, i: int, j: int, head: Head) -> bool:
    """Whether the words `i` up to `j` are no office here, as the words right beside them show."""
    tokens, lower = reading.tokens, reading.tokens.lower
    before = lower[max(0, i - 2) : i]
    return bool(
        (head.singular == "mp" and _letters(reading, i, j))  # "X (MP), Minister of Finance": letters behind the name
        or (head.use == "abbr" and not tokens.word[i].removesuffix("s").isupper())  # "5 pm", but "PM" and "MPs"
        or (head.use == "abbr" and j - i == 1 and _ranks_party(reading, j))  # "DPP Legislator X"
        or (head.use == "abbr" and j - i == 1 and initials(reading, i))
        or (head.singular == "marshal" and not _polish(reading, before))
        or (head.use == "weak" and lower[i] in words("modifiers") and head_at(reading, j))  # "Executive Vice-President"
        or (j - i == 1 and lower[i] == "charge")  # "in charge of"; "chargé" is short for one
        or (head.cls == "head" and before == ["at", "the"])  # "who is at the head of …": told by what he does
        or (head.use == "point" and (not tokens.cap[i] or lower[j : j + 1] != ["."]))
        or (head.plural and before == ["council", "of"])  # "the Council of Ministers"
        or (head.singular == "deputy" and _ranks(reading, j))  # "UNDP Deputy Regional Director"
        or (head.cls == "officer" and before[-1:] == ["warrant"])  # a rank
        or (head.singular == "commander" and before[-1:] in (["wing"], ["lieutenant"]) and name_follows(reading, j))
        or (head.cls == "official" and lower[i - 1] == "whose")  # "whose official visit"
        or "".join(lower[j : j + 1]).endswith("-level")  # "Director General-level talks"
    )


def _sides(reading: Reading, i: int, j: int, head: Head, floor: int) -> tuple[Part, Part]:
    """What stands before the head and what behind it."""
    left = read_before(reading, i, head, floor)
    greedy = held_before(reading, left.at, floor)
    right = read_behind(reading, j, head, greedy)
    if (
        greedy
        and (shorter := read_behind(reading, j, head, False)).at < right.at
        and names_another(reading, shorter.at, right.at, head.level in _OF_STATE and shorter.at > j)
    ):
        right = shorter  # "headed by X, Minister of Health Y went …": another's office
    if head.use == "weak" and not left.organization and acronym_before(reading, i, j):
        left.organization, left.at, left.pieces = reading.tokens.word[i - 1], i - 1, []
    if head.use == "weak" and reading.tokens.lower[left.at - 1] == "'s" and not left.organization:
        _owned_by_plain_body(reading, left)
    if not left.organization:
        apposed(reading, right, head, greedy)
    return left, right


def _owned_by_plain_body(reading: Reading, left: Part) -> None:
    """ "The (Kenyan) food safety agency's deputy head": the body in front, named in small letters."""
    if plain := plain_owner(reading, left.at - 1):
        first, owner = plain
        left.organization = reading.tokens.span(first, left.at - 1)
        left.countries += [owner.alpha3] if owner else []
        left.at = owner.i if owner else first


def _unsaid(reading: Reading, i: int, j: int, head: Head, left: Part, right: Part, floor: int) -> bool:
    """Whether a head that alone is no office has nothing beside it that makes it one."""
    tokens, lower = reading.tokens, reading.tokens.lower
    following = lower[j] if j < len(tokens) else ""
    whose = left.countries or left.organization or left.own
    if head.singular == "member" and following in {"state", "states", "countries", "country", "nations"}:
        return True
    if head.cls == "official" and not whose and not head.plural:
        return not (right.pieces and held_before(reading, left.at, floor))  # "X, an official of the Ministry of Trade"
    if head.use == "name":
        title = lower[left.at - 1] in _BEFORE_MONARCHS or reigns(reading, i, j)
        return not (left.countries or left.own or right.countries or title or (right.pieces and tokens.cap[i]))
    if head.use != "weak":
        return False
    served, led = _serves_another(reading, i, j, head, floor), _leads(reading, j, head, left, right, floor)
    sent = left.countries and head.cls == "representative" and tokens.cap[i] and name_follows(reading, j)
    said_of = left.pieces or left.organization or right.pieces or right.organization or right.region or sent or led
    if not said_of and small_title(reading, i, j, head):
        return False
    if not (said_of or served or titled(reading, i, j, head)):
        return True
    alone = not (right.pieces or right.organization or right.region or left.organization or left.countries)
    said = {lower[k] for a, b in left.pieces for k in range(a, b)}
    alone = alone and said.isdisjoint(_LED) and "'s" not in said  # "the Foreign Affairs Committee chair"
    alone = alone and not (said and lower[j : j + 1] == [","] and held_by(reading, j + 1))  # "the training head, X,"
    return alone and not (served or led or tokens.cap[i]) and lower[left.at - 1] != "'s"


def _serves_another(reading: Reading, i: int, j: int, head: Head, floor: int) -> bool:
    """ "sent his deputy X", "the Governor's representative", "Assistant to the Minister"."""
    lower = reading.tokens.lower
    owned = lower[i - 1] in {"his", "her"} or (lower[i - 1] == "'s" and floor == i - 1 > 0)
    of_name = lower[i - 1] == "'s" and i > 1 and reading.tokens.cap[i - 2] and i - 2 not in reading.taken
    if of_name and head.singular == "deputy" and lower[j : j + 1] == [","]:
        return True  # "Castro's deputy, X"
    if (owned and head.cls in _SERVING_CLASSES) or (head.cls == "first lady" and lower[j : j + 1] == ["of"]):
        return True
    aide = (head.cls == "assistant" or head.singular == "deputy") and lower[j : j + 1] == ["to"]
    return aide and head_at(reading, skip_the(lower, j + 1)) is not None


def _leads(reading: Reading, j: int, head: Head, left: Part, right: Part, floor: int) -> bool:
    """ "Rwandan leader X", "the leader of Rwanda, X", "X, the Rwandan leader": who leads a country."""
    if head.cls != "leader" or not (left.countries or right.countries):
        return False
    at = right.at if right.countries else j
    named = name_follows(reading, at + (reading.tokens.lower[at : at + 1] == [","]))
    return named or held_before(reading, left.at, floor)


def _role(tokens: Tokens, i: int, j: int, head: Head, once: str, spans: list[tuple[int, int]]) -> str:
    """The words of the office, in the singular."""
    role = " ".join(tokens.span(a, b) for a, b in spans)
    role = role.removesuffix(".") if head.use == "point" else role
    role = role.replace(" , in charge", ", in charge").replace(" , with resp", ", with resp")
    if head.plural:
        one = head.singular.title() if tokens.cap[j - 1] else head.singular
        one = head.singular.upper() if head.use == "abbr" else one
        role = " ".join(
            role.replace(tokens.span(i, j), one.replace(" Of ", " of ").replace(" And ", " and "), 1).split()
        )
        role = role.replace("inistries", "inistry")  # "heads of the Education Ministries of X and Y"
    if _FIRST.match(role) and head.level in _NUMBERLESS and not head.singular.startswith("first"):
        role = role.removeprefix("first ")  # "the first foreign minister to visit Chad"
    return f"{once} {role}" if once else role


def _letters(reading: Reading, i: int, j: int) -> bool:
    """Whether "MP" on the words `i` up to `j` only follows a name, and an office is told behind it."""
    lower = reading.tokens.lower
    if lower[i - 1] == "(":
        return lower[j : j + 2] == [")", ","]
    end = next((k for k in range(j + 1, min(j + 5, len(lower))) if lower[k] == "and"), min(j + 5, len(lower)))
    beside = i > 1 and reading.tokens.cap[i - 1] and reading.tokens.cap[i - 2]  # "Ana Rey MP, Minister of Finance"
    return (
        (lower[i - 1] == "," or beside)
        and lower[j : j + 1] == [","]
        and any(head_at(reading, k) for k in range(j + 1, end))
    )


def _ranks_party(reading: Reading, j: int) -> bool:
    """Whether a legislator's title stands at the word `j`, so that the letters before it are those of a party."""
    behind = head_at(reading, j)
    return behind is not None and behind.level == "legislature" and behind.use != "abbr"


def _polish(reading: Reading, before: list[str]) -> bool:
    """Whether "Marshal" may be the speaker of a Polish house or the head of a voivodeship: elsewhere it is a rank."""
    ranked = before[-1:] and before[-1] in {"air", "vice", "field", "chief", "police"}
    return not ranked and any(geo.alpha3 == "POL" for geo in reading.geo.values())


def _ranks(reading: Reading, j: int) -> bool:
    """Whether "Deputy" before the word `j` is only the rank in an office that goes on: "Deputy Foreign Minister"."""
    lower, k = reading.tokens.lower, j
    if k in reading.geo and reading.geo[k].form == "demonym":
        k = reading.geo[k].j  # "First Deputy Polish Foreign Minister"
    while k < len(lower) and k < j + 4 and not head_at(reading, k) and lower[k] in words("modifiers", "portfolio"):
        k += 1
    return k < j + 4 and head_at(reading, k) is not None


_HEADS_OF_MISSION = frozenset(["ambassador", "high commissioner", "chargé d'affaires", "consul", "head of mission"])
_OF_STATES = (["administration"], ["property"], ["assets"], ["enterprises"], ["reform"], ["reforms"], ["control"])
_SEATS = (["office"], ["department"], ["administration"], ["secretariat"])  # "Head of the Government Office"
_FIELDS = (["affairs"], ["relations"])  # "Head of Government Affairs" of a firm
_ITS_OFFICE = tuple([owned, noun] for owned in ("'s", "'", "’") for noun in ("office", "press", "secretariat"))
_OF_STATE = frozenset(["minister", "deputy_minister", "head_of_state", "head_of_government", "deputy_head"])
_PREFIXES = ("ex-", "Ex-", "EX-", "then-", "Then-", "THEN-")
_BEFORE_MONARCHS = frozenset(["the", "majesty", "highness", "hm", "hh"])

_SERVING_CLASSES = frozenset(
    ["legislator", "representative", "assistant", "adviser", "officer", "spokesperson", "first lady"]
)
