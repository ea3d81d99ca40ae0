"""Offices in a text: "Deputy Foreign Minister of Russia", "Director-General of Kuwait Ports Authority".

In: a `Reading`. Out: `Office` spans with the role as the article gives it, its country and organisation. A small
grammar around the heads of registry/offices.csv: rank words and a portfolio before (`prefixes`), complements behind
(`complements`), a nationality on either side; two offices of one holder ("Deputy Prime Minister and Minister of …")
are joined.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import compress

from communique.extract.offices.antecedents import acronym_before, name_follows, titled
from communique.extract.offices.apposed import apposed
from communique.extract.offices.complements import read_behind
from communique.extract.offices.heads import (
    Head,
    Part,
    head_at,
    match_head,
    office_heads,
    skip_the,
    words,
)
from communique.extract.offices.holders import acts, held_before, named_as_body, reigns, surname
from communique.extract.offices.joined import joined
from communique.extract.offices.office import Office
from communique.extract.offices.prefixes import read_before
from communique.extract.offices.runs import PANELS, name_run
from communique.extract.words.reading import Reading
from communique.registry.matcher import fold

__all__ = ["Office", "find_offices"]


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
        free_of_body = reading.taken.get(i) != "body" or named_as_body(reading, i)
        hit = options and free_of_body and match_head(tokens.lower, i, options, former)
        if not hit:
            continue
        length, head = hit
        if i < behind:
            continue  # a word of an office that was none
        office, behind = _read(reading, i, i + length, head, floor, former), i + length
        if office:
            found.append(office)
            free = floor = office.j
    return joined(reading, found)


def _read(reading: Reading, i: int, j: int, head: Head, floor: int, former: bool) -> Office | None:
    """The office whose head stands on the words `i` up to `j`, or None where it is no office after all."""
    tokens = reading.tokens
    if head.singular == "mp" and _letters(reading, i, j):
        return None  # "X (MP), Minister of Finance": letters behind the name
    if head.use == "abbr" and not tokens.word[i].removesuffix("s").isupper():
        return None  # "5 pm", but "PM" and "MPs"
    if head.use == "weak" and tokens.lower[i] in words("modifiers") and head_at(reading, j):
        return None  # "Executive Vice-President"
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
    led = right.countries and head.cls == "leader" and name_follows(reading, _behind_comma(reading, right.at))
    led = led or (left.countries and head.cls == "leader" and name_follows(reading, _behind_comma(reading, j)))
    led = led or (
        (left.countries or right.countries) and head.cls == "leader" and held_before(reading, left.at, floor)
    )  # "X, the leader of Y,"
    said_of = left.pieces or left.organization or right.pieces or right.organization or right.region or sent or led
    served = served or (
        (head.cls == "assistant" or head.singular == "deputy")
        and following == "to"
        and bool(head_at(reading, skip_the(tokens.lower, j + 1)))
    )
    if head.use == "weak" and not (said_of or served or titled(reading, i, j, head)):
        return None
    if head.singular == "member" and following in {"state", "states", "countries", "country", "nations"}:
        return None
    if head.cls == "official" and tokens.lower[i - 1] == "whose":
        return None  # "whose official visit"
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
    alone = alone and not (served or led)
    if head.use == "weak" and alone and not tokens.cap[i] and tokens.lower[left.at - 1] != "'s":
        return None
    sent_for = (
        right.posting and right.pieces and tokens.lower[right.pieces[-1][0]] == "for" and head.level == "diplomat"
    )
    owned = tokens.lower[left.at - 1] == "'s"  # by another office: "the Secretary-General's Special Envoy for Yemen"
    said_whose = left.countries or right.countries or left.organization or owned
    if sent_for and not said_whose:  # "the High Commissioner for Rwanda, X"
        right.countries, right.posting = [right.posting or ""], None
        right.pieces.pop()
    first = left.pieces[-1][0] if left.pieces else i
    spans = [*left.pieces[:-1], (first, right.pieces[0][1] if right.pieces and right.pieces[0][0] == j else j)]
    spans += [piece for piece in right.pieces if piece[0] != j]
    role = " ".join(tokens.span(a, b) for a, b in spans)
    role = role.removesuffix(".") if head.use == "point" else role
    role = role.replace(" , in charge", ", in charge")
    if head.plural:
        one = head.singular.title() if tokens.cap[j - 1] else head.singular
        one = head.singular.upper() if head.use == "abbr" else one
        role = " ".join(role.replace(tokens.span(i, j), one.replace(" Of ", " of "), 1).split())
        role = role.replace("inistries", "inistry")  # "heads of the Education Ministries of X and Y"
    role = f"{left.once} {role}" if left.once else role
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


def _behind_comma(reading: Reading, j: int) -> int:
    return j + (reading.tokens.lower[j : j + 1] == [","])


def _letters(reading: Reading, i: int, j: int) -> bool:
    """Whether "MP" on the words `i` up to `j` only follows a name, and an office is told behind it."""
    lower = reading.tokens.lower
    if lower[i - 1] == "(":
        return lower[j : j + 2] == [")", ","]
    end = min(j + 5, len(lower))
    return lower[i - 1] == "," and lower[j : j + 1] == [","] and any(head_at(reading, k) for k in range(j + 1, end))


def _ranks(reading: Reading, j: int) -> bool:
    """Whether "Deputy" before the word `j` is only the rank in an office that goes on: "Deputy Foreign Minister"."""
    lower, k = reading.tokens.lower, j
    if k in reading.geo and reading.geo[k].form == "demonym":
        k = reading.geo[k].j  # "First Deputy Polish Foreign Minister"
    while k < len(lower) and k < j + 4 and not head_at(reading, k) and lower[k] in words("modifiers", "portfolio"):
        k += 1
    return k < j + 4 and head_at(reading, k) is not None


_PREFIXES = ("ex-", "Ex-", "EX-", "then-", "Then-", "THEN-")
_BEFORE_MONARCHS = frozenset(["the", "majesty", "highness", "hm", "hh"])

_SERVING_CLASSES = frozenset(
    ["legislator", "representative", "assistant", "adviser", "officer", "spokesperson", "first lady"]
)
