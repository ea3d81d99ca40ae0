"""Offices in a text: "Deputy Foreign Minister of Russia", "Director-General of Kuwait Ports Authority".

In: a `Reading`. Out: `Office` spans with the role as the article gives it, its country and organisation. A small
grammar around the heads of registry/offices.csv: rank words and a portfolio before, complements behind
(`complements`), a nationality on either side; two offices of one holder ("Deputy Prime Minister and Minister of …")
are joined.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import compress

from communique.extract.antecedents import body_before, capitals, earlier_body, name_follows, named_body
from communique.extract.complements import read_behind
from communique.extract.heads import (
    CALENDAR,
    DETERMINERS,
    STYLES,
    Head,
    Part,
    after_bracket,
    match_head,
    office_heads,
    words,
)
from communique.extract.reading import Geo, Reading
from communique.extract.runs import name_run
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
        if i < free:
            continue
        lower = tokens.lower[i]
        former = lower.startswith(("ex-", "then-"))
        options = table.get(lower.split("-", 1)[1] if former else lower)
        if options and tokens.lower[i + 2 : i + 4] == ["the", "state"] and name_run(reading, i + 3)[1]:
            options = [(term, head) for term, head in options if len(term) == 1]  # "head of the State Agency for …"
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
    if tokens.lower[j : j + 4] == ["a", ".", "i", "."]:
        j += 4  # "chargé d'affaires a.i."
    following = tokens.lower[j] if j < len(tokens) else ""
    behind = j + 1 if following == "'s" else j
    if behind < len(tokens) and tokens.lower[behind] in words("gathering") and (tokens.cap[behind] or behind > j):
        return None
    left = _before(reading, i, head, floor)
    right = read_behind(reading, j, head, _held_before(reading, left.at, floor))
    if following == "'s":
        right = Part(j)
    core = left.pieces[0][0] if left.pieces else i
    if head.use == "weak" and not (left.pieces or left.organization or right.pieces or right.organization):
        return None
    if head.cls == "official" and not (left.countries or left.organization or left.own) and not head.plural:
        return None
    if head.use == "name" and not (
        left.countries or left.own or right.countries or tokens.lower[left.at - 1] in _BEFORE_MONARCHS
    ):
        return None
    if right.pieces and tokens.lower[right.pieces[0][1] - 1] in {"delegation", "side", "team"}:
        head = replace(head, use="anaphor")
    if head.cls == "commissioner" and tokens.lower[core] == "european":
        right.organization = "European Union"
    alone = not (right.pieces or right.organization or left.organization or left.countries)
    if head.use == "weak" and alone and not tokens.cap[i]:
        return None
    spans = [(core, right.pieces[0][1] if right.pieces and right.pieces[0][0] == j else j)]
    spans += [piece for piece in right.pieces if piece[0] != j]
    role = " ".join(tokens.span(a, b) for a, b in spans)
    if head.plural:
        one = head.singular.title() if tokens.cap[j - 1] else head.singular
        role = " ".join(role.replace(tokens.span(i, j), one.replace(" Of ", " of "), 1).split())
    said = {tokens.lower[k] for a, b in spans for k in range(a, b)}
    return Office(
        left.at, max(j, right.at), core, role, head,
        countries=tuple(dict.fromkeys([*left.countries, *right.countries])) or ((right.inner,) if right.inner else ()),
        organization=right.organization or left.organization or left.region or right.region,
        own=left.own or right.own,
        former=former or left.former,
        visiting=right.elsewhere or "visiting" in tokens.lower[left.at : core + 1],
        posting=right.posting,
        classes=frozenset({head.cls}),
        portfolio=frozenset(fold(word) for word in said if word in words("portfolio")) - words("modifiers"),
    )  # fmt: skip


def _before(reading: Reading, i: int, head: Head, floor: int) -> Part:
    """What stands before a head: rank, portfolio, nationality or body, the last two cut off from the role."""
    tokens, lower = reading.tokens, reading.tokens.lower
    part, k, keep = Part(i), i, i
    if head.body != "state" and (start := body_before(reading, i, floor)) is not None:
        geo = reading.geo.get(start)
        part.countries, named = ([geo.alpha3], geo.j if geo.form == "demonym" else start) if geo else ([], start)
        part.organization = tokens.span(named, i)  # "Rescue Service director X"
        part.at = _possessor(reading, start - 1, floor, part, start) if lower[start - 1] == "'s" else start
        return part
    portfolio = words("portfolio")
    while k > floor and tokens.sentence[k - 1] == tokens.sentence[i]:
        p = k - 1
        word = lower[p]
        if word == ")" and p - 2 > floor and lower[p - 2] == "(" and p - 2 in reading.body_to:
            k = p - 2
        if k in reading.geo_to:
            k = _nationality(reading, k, floor, head, part)
            break
        if k in reading.body_to:
            part.organization, k = reading.body_to[k].organization.name, reading.body_to[k].i
            break
        if word == "'s":
            k = _possessor(reading, p, floor, part, k)
            if (
                k == p + 1
                and head.body == "body"
                and p - 1 > floor
                and tokens.cap[p - 1]
                and p - 1 not in reading.taken
            ):
                part.organization, k = tokens.word[p - 1], p - 1  # "Baykar's general manager"
            break
        if word in {"its", "whose"} and (owner := _last_entity(reading, p, floor)):
            if isinstance(owner, str):
                part.organization = owner if head.body != "state" else None
            elif head.body == "state":
                part.countries.insert(0, owner.alpha3)
            k = p
            break
        if word in words("modifiers") or (word in portfolio and (tokens.cap[p] or not tokens.cap[i] or k < i)):
            k = keep = p
        elif word in words("silent") or word in words("former"):
            part.former = part.former or word in words("former")
            k = p
        elif word in {"and", "&", ","} and keep < i and lower[keep] in portfolio and p > floor:
            if not (lower[p - 1] in portfolio and tokens.cap[p - 1] == tokens.cap[keep] and p - 1 not in reading.taken):
                break
            if word == "," and not tokens.cap[keep]:
                break
            k = p
        elif tokens.cap[p] and 1 < len(word) < 7 and tokens.word[p].isupper() and word.isalpha() and word not in STYLES:
            meaning = reading.definitions.get(tokens.word[p], "")
            agency = len(word) > 2 and head.body == "body" and k == i and word not in words("portfolio")
            if agency or set(meaning.lower().split()) & words("body") or head.level == "business":
                part.organization, k = meaning or tokens.word[p], p
            else:
                k = keep = p
            break
        elif tokens.cap[p] and head.level == "business" and k == i and p not in reading.taken and not tokens.first[p]:
            part.organization, k = tokens.word[p], p
            break
        else:
            break
    if head.cls == "head" and k == keep == i and k > floor and named_body(reading, k):
        part.organization, k = tokens.word[k - 1], k - 1  # "Itamaraty chief Mauro Vieira"
        keep = i
    while k > floor and lower[k - 1] in words("silent", "former"):
        part.former = part.former or lower[k - 1] in words("former")
        k -= 1
    part.at = min(k, keep)
    part.pieces = [(keep, i)] if keep < i else []
    return part


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


def _possessor(reading: Reading, p: int, floor: int, part: Part, k: int) -> int:
    """Reads "Japan's", "UNESCO's" or "the country's" whose ending is the word `p`; else leaves `k`."""
    lower = reading.tokens.lower
    if p in reading.geo_to and reading.geo_to[p].i >= floor:
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
    if p > floor and lower[p - 1] in words("self"):
        part.own = True
        return p - 2 if p - 1 > floor and lower[p - 2] in DETERMINERS else p - 1
    return k


def _held_before(reading: Reading, i: int, floor: int = -1) -> bool:
    """Whether the holder stands before the office ("Tom Alweendo, Minister of …"), so that none follows it.

    A name that stands right behind another office, which ends at the word `floor`, is that office's.
    """
    tokens, k = reading.tokens, i - 1
    if k > 0 and tokens.lower[k] in {"the", "a", "an", "also"}:
        k -= 1
    if k < 1:
        return False
    before = tokens.lower[k - 1]
    named = (tokens.cap[k - 1] and before not in CALENDAR) or before in _SERVING_AS
    if tokens.lower[k] in {"is", "as"} and tokens.sentence[k] == tokens.sentence[i]:
        return tokens.lower[k] == "is" or named  # not "on Wednesday as Minister X arrived"
    run = k - 1
    while run >= 0 and (tokens.cap[run] or tokens.lower[run] in {"bin", "al", "de", "van", "der", "von", "da"}):
        run -= 1
    if floor > 0 and run + 1 <= floor + (tokens.lower[floor] == ","):
        return False
    return (
        tokens.lower[k] in {",", "("}
        and tokens.cap[k - 1]
        and before not in CALENDAR
        and k - 1 not in reading.taken
        and not tokens.first[k - 1]
    )


_PREFIXES = ("ex-", "Ex-", "EX-", "then-", "Then-", "THEN-")
_BEFORE_MONARCHS = frozenset(["the", "majesty", "highness", "hm", "hh"])
_STYLED = frozenset(["ambassador", "minister", "counsellor", "legislator", "patriarch", "mufti", "judge", "commander"])

_SERVING_AS = frozenset(
    ["serves", "served", "serving", "acts", "acting", "appointed", "named", "known", "works", "working", "capacity"]
)
_SERVING = frozenset(
    ["adviser", "assistant", "spokesperson", "chief of staff", "envoy", "special envoy", "secretary", "member"]
)


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
    gap = tokens.lower[after_bracket(reading, last.j) : office.i]
    bare = office.core + 1 == office.j and tokens.cap[office.core]
    if gap == ["'s"] and last.head.use != "anaphor":
        return _possessed(last, office)
    if not gap:  # "President press secretary"
        return replace(office, i=last.i, countries=office.countries or last.countries)
    if len(gap) == 2 and gap[0] in {"to", "of", "for"} and gap[1] == "the" and last.classes & _SERVING:
        return _serving(last, office, gap[0])
    if gap == [","] and bare and office.head.cls in _STYLED:
        return replace(last, j=office.j)  # "the Permanent Representative, Ambassador X": a style
    if last.head.use == "anaphor" or office.head.use == "anaphor":
        return None
    if office.countries and last.countries and office.countries != last.countries:
        return None
    caps = tokens.cap[last.core] and tokens.cap[office.core]
    apart = _held_before(reading, last.i) and name_follows(reading, office.j)
    if not apart and (gap in (["and"], ["&"], ["–"], ["-"], ["—"]) or (gap == [","] and caps)):
        return _both(last, office, ", " if gap == [","] else f" {gap[-1]} ")
    return None


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


def _serving(office: Office, superior: Office, link: str) -> Office:
    """ "Advisor to the Chairman": the superior's office is part of the role, the holder is the adviser."""
    return replace(
        office,
        j=superior.j,
        role=f"{office.role} {link} the {superior.role}",
        countries=office.countries or superior.countries,
        organization=office.organization or superior.organization,
    )


def _possessed(owner: Office, office: Office) -> Office:
    """ "the UN Secretary-General's Special Representative": the office of a body's head is part of the role."""
    role = f"{office.role} of the {owner.organization} {owner.role}" if owner.organization else office.role
    return replace(
        office,
        i=owner.i,
        role=role,
        countries=office.countries or owner.countries,
        organization=office.organization or owner.organization,
    )
