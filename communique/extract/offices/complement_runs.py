"""Complements that are a run of capitals or of portfolio words: "of Foreign Affairs", "of the Uztex association".

In: a `Complement` that nothing else is known of. Out: the word behind it, or None if it is no complement.
"""

from dataclasses import dataclass

from communique.extract.offices.antecedents import (
    alias_of,
    called_end,
    earlier_body,
    joint_before,
    name_follows,
    proper_name,
)
from communique.extract.offices.boards import own_board
from communique.extract.offices.complement import NOTHING, Complement
from communique.extract.offices.connectors import MINISTERIAL
from communique.extract.offices.firms import is_of_firms
from communique.extract.offices.heads import REGIONS, head_at, skip_the, words
from communique.extract.offices.houses import institution
from communique.extract.offices.party import of_party
from communique.extract.offices.plain_bodies import is_apart, plain_body
from communique.extract.offices.postings import embassy, given_behind, place_end, post_end
from communique.extract.offices.remainders import held_by
from communique.extract.offices.runs import name_run
from communique.extract.offices.tails import related_end, short_end
from communique.extract.offices.units import small_noun
from communique.registry.cities import city_country

_ROOMS = frozenset([
    "ministry", "department", "division", "section", "directorate", "desk", "unit", "bureau", "committee",
    "legislature", "parliament", "assembly", "administration",
])  # fmt: skip
_TIERS = frozenset(["state", "regional", "provincial", "city", "municipal", "district", "island"])
_AREAS = frozenset(["regional", "local"])
_LESSER = ("service", "agency", "authority")
_MISSIONS = frozenset(["embassy", "consulate", "commission"])
_ON_FIELDS = frozenset(
    ["secretary", "adviser", "assistant", "envoy", "representative", "special representative", "coordinator"]
)
_INNER = ("de", "del", "do", "da", "la")
_JOINTS = frozenset(["and", "of", "the", "for"])
_SEATS = frozenset(["committee", "council", "village", "town", "city", "district", "commune", "municipality"])
_STOPS = frozenset([",", ".", ";", ")", "(", "'s"])
_FIELDS = frozenset(["of", "the", "and"])
_UNIT = 5  # words of a unit in small letters
_FIRM = 7  # words of a firm and its head's name


@dataclass(slots=True)
class _Run:
    """The run from the complement's first word up to `end`; `is_body` says that it names a body."""

    c: Complement
    end: int
    is_body: bool

    @property
    def last(self) -> str:
        """The last word."""
        return self.c.lower[self.end - 1]

    @property
    def before_comma(self) -> bool:
        return self.c.next_is(self.end, ",")


def of_meeting_place(c: Complement) -> int | None:
    """ "six envoys at Village Urugwiro", "nine ambassadors in the White Room": where they were, no post of them all."""
    if not (c.head.plural and c.head.level == "diplomat" and c.word in {"in", "at"} and c.q < len(c.lower)):
        return None
    posted = c.body or (c.word == "in" and (c.geo or city_country(c.reading.tokens.word[c.q])))
    return NOTHING if c.reading.tokens.cap[c.q] and not posted else None


def of_run(c: Complement) -> int | None:
    """Reads the run into the part: the name of a body, or a piece of the role."""
    run = _begun(c)
    if known := _of_alias(run):
        return known
    if c.word in {"at", "in"} and run.end > c.q and run.last in _MISSIONS:
        return embassy(c.reading, c.at, run.end, c.part)
    _up_to_place(run)
    seated = c.word == "in" and c.head.level == "diplomat" and run.end > c.q and c.reading.tokens.cap[c.q]
    seated = seated and c.lower[c.q] not in words("ministry")
    if seated:
        run.end = post_end(c.reading, c.q, place_end(c.reading, c.q, run.end), c.greedy)
    if seated and run.end == c.q + 1 and city_country(c.reading.tokens.word[c.q]):
        return c.add(run.end)  # "Consul General in Jeddah X"
    if not _is_complement(run, seated):
        return None
    _widen(run)
    return _take(run)


def _begun(c: Complement) -> _Run:
    """The run of capitals, and the noun without a capital that closes it: "the Yap state legislature"."""
    reading, q = c.reading, c.q
    end, is_body = name_run(reading, q, c.state, c.greedy and c.head.level not in _AREAS)
    if q < end < len(c.lower) and reading.tokens.cap[q] and not reading.tokens.cap[end]:
        tier = end + (c.lower[end] in _TIERS)
        end = tier + 1 if c.next_is(tier, *_ROOMS) else end
        end = small_noun(reading, q, end)
    if end == q + 1 and c.head.level not in MINISTERIAL | _AREAS and not c.greedy:
        end = _firm_end(c) or end
    if end > q and (not c.state or c.head.level == "legislature"):
        end += _ends_place(c, end)
    if c.word in {"of", "at"} and q < len(c.lower) and not reading.tokens.cap[q]:
        end = max(end, plain_body(reading, q) or 0)
        is_body = is_body or (not c.state and is_apart(reading, q, end))
    return _Run(c, _committee_end(c, end) or _tier_end(c, end) or end, is_body)


def _firm_end(c: Complement) -> int | None:
    """The end of a firm of several words, behind which a given name is known: "CEO of Vale Moatize Ana Rey"."""
    cap, e = c.reading.tokens.cap, c.q
    while e < len(c.lower) and e < c.q + _FIRM and cap[e] and e not in c.reading.taken:
        e += 1
    plain = words("portfolio", "ministry", "body").isdisjoint(c.lower[c.q : e])
    return given_behind(c.reading, c.q, e) if e > c.q + 3 and plain else None


def _ends_place(c: Complement, end: int) -> bool:
    """Whether one capital more, of which nothing is known, ends the place or the firm: "University of Agua Negra,"."""
    cap, lower, taken = c.reading.tokens.cap, c.lower, c.reading.taken
    if cap[end - 1 : end + 2] != [True, True, False] or lower[end + 1] not in _STOPS or lower[end - 1] in _FIELDS:
        return False
    known = words("portfolio", "ministry", "body", "facility", "modifiers")
    held = lower[end + 1] == "," and lower[end - 1] in words("facility") and held_by(c.reading, end + 2)
    plain = {lower[end]} if held else {*lower[end - 1 : end + 1]}  # "the Cantonal Hospital Zenica, X,"
    unknown = known.isdisjoint(plain) and end - 1 not in taken and end not in taken
    return unknown and not head_at(c.reading, end) and not city_country(c.reading.tokens.word[end - 1])


def _committee_end(c: Complement, end: int) -> int | None:
    """The end of "the Bac Giang (Provincial) People's Committee", of whose place more than one word is unknown."""
    cap, e = c.reading.tokens.cap, end
    while e < len(c.lower) and e < c.q + 5 and cap[e] and c.lower[e] != "people":
        e += 1
    peoples = e > end > c.q and c.lower[e : e + 2] == ["people", "'s"] and cap[c.q]
    return e + 3 if peoples and c.next_is(e + 2, "committee", "council", "court", "procuracy", "assembly") else None


def _tier_end(c: Complement, end: int) -> int | None:
    """The end of "Dakhla-Oued Eddahab regional council", of whose place more than one word is unknown."""
    cap, e = c.reading.tokens.cap, end
    while e < len(c.lower) and e < c.q + 4 and cap[e] and e not in c.reading.taken:
        e += 1
    named = e > end > c.q and cap[c.q] and c.next_is(e, *_TIERS)
    return e + 2 if named and c.next_is(e + 1, "council", *_ROOMS) else None


def _of_alias(run: _Run) -> int | None:
    """ "chairman of the association", of which the name was told before; "of the Uztextileprom association"."""
    c, end = run.c, run.end
    lesser = c.head.cls == "vice minister" and c.next_is(c.q, *_LESSER)
    if not (c.head.body == "body" or lesser) or c.word not in {"of", "at"}:
        return None
    alias, cap = alias_of(c.reading, c.q, end), c.reading.tokens.cap
    if not alias:
        return None
    noun = c.lower[end] if end < len(c.lower) and cap[c.q] and not cap[end] else ""
    listed = noun in words("body")
    c.part.organization = f"{alias} {noun}" if listed else alias
    return end + 1 if listed else end


def _up_to_place(run: _Run) -> None:
    """ "chairman of the People's Committee of Thua Thien-Hue province", "Governor of X"."""
    c = run.c
    of_place = c.word == "of" and c.part.pieces and c.lower[c.at - 1] in _SEATS and not run.is_body
    plain = words("portfolio", "ministry").isdisjoint(c.lower[c.q : c.q + 1])
    if c.head.plural and c.head.level in _AREAS and (end := _place_of_several(c)):
        run.end = end
    elif c.head.level in _AREAS or (of_place and plain):
        run.end = place_end(c.reading, c.q, run.end, c.greedy)


def _place_of_several(c: Complement) -> int | None:
    """The end of the first place of "the governors of Norte de Santander and Táchira"."""
    cap, e = c.reading.tokens.cap, c.q
    while e < len(c.lower) and (cap[e] or (c.next_is(e, *_INNER) and any(cap[e + 1 : e + 2]))):
        e += 1
    return e if e > c.q and c.next_is(e, ",", "and") and not any(head_at(c.reading, k) for k in range(c.q, e)) else None


def _is_complement(run: _Run, seated: bool) -> bool:
    """Whether the run belongs to the office, and is no place where it is told, no people, no clause of its own."""
    c, end, cap = run.c, run.end, run.c.reading.tokens.cap
    closed = run.before_comma or name_follows(c.reading, end)
    at_home = seated and (closed or run.last in words("ministry"))
    field = c.word == "on" and c.head.cls in _ON_FIELDS and c.q < len(c.lower) and c.lower[c.q] in words("portfolio")
    about = at_home or field  # "Special Assistant on Climate Change"
    if end == c.q or (c.word in {"in", "on", "at", "with"} and not about and not institution(c.reading, c.q, end)):
        return False
    if _is_region(run):
        c.part.elsewhere = True  # "of the African island nation"
        return False
    ministerial = c.word == "for" and c.head.level in MINISTERIAL and not cap[c.q]
    if ministerial and run.last != "affairs" and not _is_listed(run):
        return False
    return c.word != "to" or cap[c.q]


def _is_region(run: _Run) -> bool:
    """Whether the run is nothing but "African" before a noun without a capital."""
    c, end = run.c, run.end
    if end != c.q + 1 or c.word != "of" or c.lower[c.q] not in REGIONS or end >= len(c.lower):
        return False
    return c.lower[end].isalpha() and not c.reading.tokens.cap[end]


def _is_listed(run: _Run) -> bool:
    """ "minister for roads, railways and ports,": several fields up to a comma, or one before a comma and a name."""
    c, end = run.c, run.end
    fields = [w for w in c.lower[c.q : end] if w.isalpha() and w not in _JOINTS]
    several = len(fields) > 1 and all(w in words("portfolio") for w in fields)
    if name_follows(c.reading, end) and all(w in words("portfolio") for w in fields):
        return True  # "state minister for power Ali Raza"
    return run.before_comma and (several or (bool(fields) and c.reading.tokens.cap[end + 1 : end + 2] == [True]))


def _widen(run: _Run) -> None:
    """Draws in what the run of capitals leaves out, and tells a body from what an office cares for."""
    c, reading = run.c, run.c.reading
    if run.end < len(c.lower) and reading.tokens.cap[run.end] and c.greedy and head_at(reading, run.end):
        run.end, run.is_body = run.end + 1, False
    if c.greedy and not c.state and (called := called_end(reading, c.q)):
        run.end, run.is_body = called, True  # "X, Principal of Community College Spektri"
    run.is_body = run.is_body and not (c.next_is(run.end, "of") and of_party(reading, run.end + 1))
    of_nation = not c.state and c.next_is(run.end, "of") and skip_the(c.lower, run.end + 1) in reading.geo
    run.is_body = run.is_body or (of_nation and own_board(reading, c.q, run.end))  # "the Medical Council of Kenya"
    if run.is_body:
        run.end = related_end(reading, run.end)  # "State Committee for Work with the Diaspora"
    cared = c.word == "charge" or (c.word == "for" and run.last == "funds")  # "Secretary for European Funds"
    secretariat = run.end == c.q + 1 and c.lower[c.q : c.q + 3] == ["secretariat", "of", "the"]
    panel = run.is_body and run.end == c.q + 1 and joint_before(reading, c.q)
    run.is_body = run.is_body and not (cared or secretariat or panel)


def _take(run: _Run) -> int:
    """Notes the run as the body, or as a piece of the role, and the country that it names."""
    c, end = run.c, run.end
    business = c.head.level == "business" or (c.head.singular == "chief executive" and not c.geo)
    business = business or (is_of_firms(c.head, c.word) and proper_name(c.reading, c.q) and end == c.q + 1)
    firm = business and c.reading.tokens.cap[c.q] and c.lower[c.q] not in words("ministry", "portfolio")
    armed = c.head.level == "military" and end == c.q + 1 and c.word == "of"  # "commander of the AFM"
    itself = c.head.level == "head_of_state" and end == c.q + 1 and c.lower[c.q] in words("forms")
    itself = itself and earlier_body(c.reading, c.at, c.lower[c.q]) is None  # "President of the Confederation"
    if (run.is_body or firm) and not (armed or itself):
        c.part.organization = c.reading.meant(c.reading.tokens.span(c.q, end))
        owner = next((c.reading.geo[k] for k in range(c.q, end) if k in c.reading.geo), None)
        c.part.countries += [owner.alpha3] if owner else []
        own = _own_unit(c, end)
        c.part.pieces += [(c.at, skip_the(c.lower, c.at + 1)), (end + 1, own)] if own else []
        return own or (short_end(c.reading, end) if run.is_body else end)
    _note_country(run)
    return c.add(_own_unit(c, end) or end)


def _own_unit(c: Complement, end: int) -> int | None:
    """The end of "(the National Bank)'s Payments Department", "(the border commission)'s secretariat"."""
    if not c.next_is(end, "'s") or c.head.level in MINISTERIAL:
        return None
    tokens, k = c.reading.tokens, end + 1
    if tokens.cap[k : k + 1] == [True]:
        run = name_run(c.reading, k, True)[0]
        return run if run > k and c.lower[run - 1] in words("ministry") | {"secretariat"} else None
    while k < min(end + _UNIT, len(tokens)) and not tokens.cap[k] and tokens.word[k].isalpha():
        if c.lower[k] in words("small_bodies") | {"secretariat", "team", "unit", "division", "section", "branch"}:
            return k + 1
        k += 1
    return None


def _note_country(run: _Run) -> None:
    """The country of "of the Lviv Regional Military Administration", or of the capital at the run's begin."""
    c, geo = run.c, run.c.reading.geo
    capital = geo.get(c.q)
    within = next((geo[k] for k in range(c.q + 1, run.end) if k in geo), None)
    housed = within and (run.last in words("chamber") or c.lower[within.j] in words("ministry"))
    ruled = city_country(c.reading.tokens.word[c.q]) if run.last == "administration" else None
    if capital and capital.form == "capital":
        c.part.countries.append(capital.alpha3)
    elif ruled:
        c.part.countries.append(ruled)
    elif within and within.form == "demonym" and (c.state or housed):
        c.part.inner = within.alpha3
