"""Offices in a text: "Deputy Foreign Minister of Russia", "Director-General of Kuwait Ports Authority".

In: a `Reading`. Out: `Office` spans with the role as the article gives it, its country and organisation. A small
grammar around the heads of registry/offices.csv: rank words and a portfolio before (`prefixes`), complements behind
(`complements`), a nationality on either side; two offices of one holder ("Deputy Prime Minister and Minister of …")
are joined.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import compress

from communique.extract.offices.antecedents import acronym_before, name_follows, titled
from communique.extract.offices.apposed import apposed
from communique.extract.offices.complements import read_behind
from communique.extract.offices.heads import (
    Head,
    Part,
    after_bracket,
    head_at,
    match_head,
    office_heads,
    skip_the,
    words,
)
from communique.extract.offices.holders import acts, held_before, reigns, surname
from communique.extract.offices.prefixes import read_before
from communique.extract.offices.runs import PANELS, name_run
from communique.extract.words.reading import Reading
from communique.registry.matcher import fold


@dataclass(frozen=True, slots=True)
class Office:
    """An office on the words `i` up to `j`, nationality included; `core` is the first word of the office itself.

    `countries` are the states it is held for (several only of a plural), `own` says that the text calls it the
    speaker's country's, `posting` is where a diplomat serves, `portfolio` the folded words that tell offices apart.
    """

    i: int
    j: int
    core: int
    role: str
    head: Head
    countries: tuple[str, ...] = ()
    organization: str | None = None
    own: bool = False
    former: bool = False
    visiting: bool = False
    posting: str | None = None
    portfolio: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    parts: tuple["Office", ...] = ()


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
        if options and tokens.lower[i + 2 : i + 4] == ["the", "state"] and name_run(reading, i + 3)[1]:
            options = [(term, head) for term, head in options if len(term) == 1]  # "head of the State Agency for …"
        if tokens.lower[i : i + 3] == ["air", "chief", "marshal"]:
            continue  # a rank
        if options and not tokens.cap[i]:  # "army commander General X": a rank
            options = [
                (t, h) for t, h in options if t[-1] != "general" or tokens.cap[i + len(t) - 1 : i + len(t)] != [True]
            ]
        hit = options and reading.taken.get(i) != "body" and match_head(tokens.lower, i, options, former)
        if not hit:
            continue
        length, head = hit
        office = _read(reading, i, i + length, head, floor, former) if i >= behind else None
        behind = max(behind, i + length)
        if office:
            found.append(office)
            free = floor = office.j
    return _joined(reading, found)


def _read(reading: Reading, i: int, j: int, head: Head, floor: int, former: bool) -> Office | None:
    """The office whose head stands on the words `i` up to `j`, or None where it is no office after all."""
    tokens = reading.tokens
    if head.singular == "mp" and tokens.lower[i - 1 : i] == ["("] and tokens.lower[j : j + 2] == [")", ","]:
        return None  # "X (MP), Minister of Finance": letters behind the name
    if head.use == "abbr" and not tokens.word[i].removesuffix("s").isupper():
        return None  # "5 pm", but "PM" and "MPs"
    if j - i == 1 and tokens.lower[i] == "charge":
        return None  # "in charge of"; "chargé" is short for one
    if head.cls == "head" and tokens.lower[max(0, i - 2) : i] == ["at", "the"]:
        return None  # "who is at the head of the Delegation": told by what he does
    if head.use == "point":
        if not tokens.cap[i] or tokens.lower[j : j + 1] != ["."]:
            return None
        j += 1  # "Amb."
    if tokens.lower[j : j + 4] == ["a", ".", "i", "."]:
        j += 4  # "chargé d'affaires a.i."
    if head.plural and tokens.lower[max(0, i - 2) : i] == ["council", "of"]:
        return None  # "the Council of Ministers"
    following = tokens.lower[j] if j < len(tokens) else ""
    behind = j + 1 if following == "'s" else j
    if behind < len(tokens) and tokens.lower[behind] in words("gathering") and (tokens.cap[behind] or behind > j):
        return None
    if head.singular == "deputy" and _ranks(reading, j):
        return None  # "UNDP Deputy Regional Director"
    left = read_before(reading, i, head, floor)
    greedy = held_before(reading, left.at, floor)
    right = read_behind(reading, j, head, greedy)
    if (
        greedy
        and (shorter := read_behind(reading, j, head, False)).at < right.at
        and acts(reading, shorter.at, right.at)
    ):
        right = shorter  # "headed by X, Minister of Health Y went …": another's office
    if head.use == "weak" and not left.organization and acronym_before(reading, i, j):
        left.organization, left.at, left.pieces = tokens.word[i - 1], i - 1, []
    if not left.organization:
        apposed(reading, right, head)
    if following == "'s":
        right = Part(j)
    core = left.pieces[0][0] if left.pieces else i
    served = tokens.lower[i - 1] in {"his", "her"} or (tokens.lower[i - 1] == "'s" and floor == i - 1 > 0)
    served = (served and head.cls in _SERVING_CLASSES) or (
        head.cls == "first lady" and following == "of"
    )  # "sent his deputy X", "the Governor's representative"
    sent = left.countries and head.cls == "representative" and tokens.cap[i] and name_follows(reading, j)
    led = right.countries and head.cls == "leader" and tokens.cap[i] and name_follows(reading, right.at)
    led = led or (left.countries and head.cls == "leader" and name_follows(reading, j))  # "Rwandan leader X"
    said_of = left.pieces or left.organization or right.pieces or right.organization or right.region or sent or led
    served = served or (
        head.cls == "assistant" and following == "to" and bool(head_at(reading, skip_the(tokens.lower, j + 1)))
    )
    if head.use == "weak" and not (said_of or served or titled(reading, i, j, head)):
        return None
    if head.singular == "member" and following in {"state", "states", "countries", "country", "nations"}:
        return None
    if head.cls == "official" and not (left.countries or left.organization or left.own) and not head.plural:
        return None
    if head.use == "name" and not (
        left.countries
        or left.own
        or right.countries
        or tokens.lower[left.at - 1] in _BEFORE_MONARCHS
        or reigns(reading, i, j)
    ):
        return None
    if right.pieces and tokens.lower[right.pieces[0][1] - 1] in {"delegation", "side", "team"}:
        head = replace(head, use="anaphor")
    if right.party:
        head = replace(head, cls="secretary general" if "secretary" in head.singular else head.cls, level="party")
    if head.cls == "commissioner" and tokens.lower[core] == "european":
        right.organization = "European Union"
    alone = not (right.pieces or right.organization or right.region or left.organization or left.countries)
    alone = alone and not (left.pieces and tokens.lower[i - 1] in PANELS)  # "the Foreign Affairs Committee chair"
    if head.use == "weak" and alone and not tokens.cap[i] and not served and tokens.lower[left.at - 1] != "'s":
        return None
    sent_for = (
        right.posting and right.pieces and tokens.lower[right.pieces[-1][0]] == "for" and head.level == "diplomat"
    )
    owned = tokens.lower[left.at - 1] == "'s"  # by another office: "the Secretary-General's Special Envoy for Yemen"
    said_whose = left.countries or right.countries or left.organization or owned
    if sent_for and not said_whose:  # "the High Commissioner for Rwanda, X"
        right.countries, right.posting = [right.posting or ""], None
        right.pieces.pop()
    spans = [(core, right.pieces[0][1] if right.pieces and right.pieces[0][0] == j else j)]
    spans += [piece for piece in right.pieces if piece[0] != j]
    role = " ".join(tokens.span(a, b) for a, b in spans)
    role = role.removesuffix(".") if head.use == "point" else role
    role = role.replace(" , in charge", ", in charge")
    if head.plural:
        one = head.singular.title() if tokens.cap[j - 1] else head.singular
        one = head.singular.upper() if head.use == "abbr" else one
        role = " ".join(role.replace(tokens.span(i, j), one.replace(" Of ", " of "), 1).split())
    said = {tokens.lower[k] for a, b in spans for k in range(a, b)}
    return Office(
        left.at, max(j, right.at), core, role, head,
        countries=tuple(dict.fromkeys([*left.countries, *right.countries])) or ((right.inner,) if right.inner else ()),
        organization=left.organization or right.organization or left.region or right.region,
        own=left.own or right.own,
        former=former or left.former,
        visiting=right.elsewhere or "visiting" in tokens.lower[left.at : core + 1],
        posting=right.posting,
        classes=frozenset({head.cls}),
        portfolio=frozenset(fold(word) for word in said if word in words("portfolio")) - words("modifiers"),
    )  # fmt: skip


def _ranks(reading: Reading, j: int) -> bool:
    """Whether "Deputy" before the word `j` is only the rank in an office that goes on: "Deputy Foreign Minister"."""
    lower, k = reading.tokens.lower, j
    while k < len(lower) and k < j + 4 and not head_at(reading, k) and lower[k] in words("modifiers", "portfolio"):
        k += 1
    return k < j + 4 and head_at(reading, k) is not None


_PREFIXES = ("ex-", "Ex-", "EX-", "then-", "Then-", "THEN-")
_HEADS_OF_STATE = frozenset(["head_of_state", "head_of_government", "royal"])
_BEFORE_MONARCHS = frozenset(["the", "majesty", "highness", "hm", "hh"])
_OF_ROYALS = frozenset(
    ["his", "her", "royal", "serene", "highness", "majesty", "h.r.h", "h.r.h.", "hrh", "hh", ",", "the"]
)
_MINISTERS = frozenset(["minister", "deputy_minister", "deputy_head"])
_STYLED = frozenset(["ambassador", "minister", "counsellor", "legislator", "patriarch", "mufti", "judge", "commander"])

_AT_SIDE = ("office", "administration", "chancellery", "secretariat", "cabinet", "staff", "apparatus", "bureau")
_SERVING_CLASSES = frozenset(
    ["legislator", "representative", "assistant", "adviser", "officer", "spokesperson", "first lady"]
)
_DELEGATES = frozenset(["minister delegate", "minister-delegate", "delegate minister"])
_SERVING = frozenset([
    "adviser", "assistant", "spokesperson", "chief of staff", "envoy", "special envoy", "secretary", "member",
    "first lady",
])  # fmt: skip


def _joined(reading: Reading, offices: list[Office]) -> list[Office]:
    """Joins the offices of one holder: "Deputy Prime Minister and Minister of …"."""
    result: list[Office] = []
    for office in offices:
        joined = _merged(reading, result[-1], office) if result else None
        if joined:
            result[-1] = joined
        else:
            result.append(office)
    return result


def _merged(reading: Reading, last: Office, office: Office) -> Office | None:
    """Two neighbouring offices as one, or None where they are two people's."""
    if last.head.plural or office.head.plural:
        return None
    tokens = reading.tokens
    if office.head.cls == "prince" and tokens.lower[office.i - 1] == "and":
        return None  # "the Emir and Prince X": the second is a title of birth
    gap = tokens.lower[after_bracket(reading, last.j) : office.i]
    if (
        office.head.level == "royal"
        and {*gap, *_OF_ROYALS} == _OF_ROYALS
        and last.head.level in {"diplomat", "minister"}
    ):
        return replace(last, j=office.j)  # "the Ambassador, Her Royal Highness Princess X": a style
    bare = office.j - office.core == 1 + (office.head.use == "point") and tokens.cap[office.core]
    if gap == [","] and last.head.use == "anaphor" and last.countries and not office.countries:
        return replace(office, i=last.i, countries=last.countries)  # "Israel's top diplomat, Foreign Minister X"
    if gap == ["'s"] and last.head.use != "anaphor":
        return _possessed(last, office)
    style = bare or (office.head.singular == "ambassador" and last.head.level in {"minister", "deputy_minister"})
    if not gap and (office.head.level == "royal" or (style and office.head.cls in _STYLED)):
        kept = last.classes | (office.classes & {"ambassador"})  # as whom later mentions may call the minister
        # "Foreign Minister Prince X": a style
        return replace(last, j=office.j, classes=kept)
    if not gap:  # "President press secretary"
        return replace(office, i=last.i, countries=office.countries or last.countries)
    if gap == ["to"] and tokens.cap[office.core] and _serves(last):
        return _serving(reading, last, office, "to")  # "Special Assistant to Prime Minister"
    if (
        len(gap) == 2
        and gap[0] in {"to", "of", "for"}
        and gap[1] == "the"
        and (_serves(last) or _under(last, office, gap))
    ):
        return _serving(reading, last, office, gap[0])
    if gap == [","] and bare and office.head.cls in _STYLED and not held_before(reading, last.i):
        # "the Permanent Representative, Ambassador X": a style
        own = () if last.head.level in _MINISTERS else office.countries  # "Dean of the Corps, Malian Ambassador X"
        return replace(last, j=office.j, countries=last.countries or own)
    if last.head.use == "anaphor" or office.head.use == "anaphor":
        return None
    if office.countries and last.countries and office.countries != last.countries:
        return None
    of_state = office.head.level in _HEADS_OF_STATE and not office.organization
    if (last.head.level == "diplomat" or last.head.cls == "speaker") and of_state:
        return None  # "receiving the Ambassador of Turkey, President X said"
    caps = tokens.cap[last.core] and tokens.cap[office.core]
    held = held_before(reading, last.i)
    ministers = last.head.level in _MINISTERS and office.head.level in _MINISTERS and not office.countries
    if (
        gap == [",", "and"]
        and caps
        and ministers
        and not held
        and tokens.lower[last.i - 1] != "the"
        and name_follows(reading, office.j)
    ):
        return _both(last, office, ", and ")  # "Minister of Planning, and Minister of State for Trade X"
    apart = held and name_follows(reading, office.j)
    if held and not apart and gap == [",", "and"] and not office.countries:
        return _both(last, office, ", and ")
    if not apart and (gap in (["and"], ["&"], ["/"], ["–"], ["-"], ["—"]) or (gap == [","] and caps)):
        return _both(last, office, {",": ", ", "/": "/"}.get(gap[-1], f" {gap[-1]} "))
    return None


def _serves(office: Office) -> bool:
    """Whether the office is one at the side of another: adviser, head of the office or administration."""
    return (
        bool(office.classes & _SERVING) or office.head.singular in _DELEGATES or office.role.lower().endswith(_AT_SIDE)
    )


def _under(office: Office, superior: Office, gap: list[str]) -> bool:
    """ "Deputy Minister to the President", "Principal Secretary to the Prime Minister"."""
    ranked = office.head.level in _MINISTERS or office.head.level == "senior_official"
    return gap[0] == "to" and ranked and superior.head.level in _HEADS_OF_STATE and not superior.countries


def _both(one: Office, two: Office, glue: str) -> Office:
    """One holder's two offices."""
    return replace(
        one,
        j=two.j,
        role=one.role + glue + two.role,
        countries=one.countries or two.countries,
        organization=one.organization or two.organization,
        portfolio=one.portfolio | two.portfolio,
        posting=one.posting or two.posting,
        own=one.own or two.own,
        classes=one.classes | two.classes,
        parts=(*(one.parts or (one,)), two),
    )


def _serving(reading: Reading, office: Office, superior: Office, link: str) -> Office:
    """ "Advisor to the Chairman": the superior's office is part of the role, the holder is the adviser."""
    further = read_behind(reading, superior.j, office.head, False)
    on = "".join(f" {reading.tokens.span(a, b)}" for a, b in further.pieces) if not further.organization else ""
    return replace(
        office,
        j=further.at if on else superior.j,
        role=f"{office.role} {link} the {superior.role}{on}",
        countries=office.countries or superior.countries,
        organization=office.organization or superior.organization,
    )


def _possessed(owner: Office, office: Office) -> Office:
    """ "the UN Secretary-General's Special Representative": the office of a body's head is part of the role."""
    role = f"{office.role} of the {owner.organization} {owner.role}" if owner.organization else office.role
    if office.head.cls == "adviser" and not owner.organization:
        role = f"{owner.role}'s {office.role}"
    elif office.head.use == "weak" and not owner.organization:
        role = f"{office.role} of the {owner.role}"
    return replace(
        office,
        i=owner.i,
        role=role,
        countries=office.countries or owner.countries,
        organization=office.organization or owner.organization,
    )
