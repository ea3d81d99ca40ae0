"""Complements that tell the body in which an office is held: "of the WFP", "of Air Tanzania", "of Deutsche Bahn".

In: a `Complement`. Out: the word behind it, None where it is of another kind.
"""

from communique.extract.offices.antecedents import (
    acronym_ahead,
    alias_of,
    described_body,
    earlier_body,
    last_named,
    name_follows,
    named_up_to_comma,
    quoted_body,
)
from communique.extract.offices.apposed import NAME_ENDS, branch_end, mission_of
from communique.extract.offices.boards import own_board
from communique.extract.offices.complement import NOTHING, Complement
from communique.extract.offices.firms import longer_name
from communique.extract.offices.heads import DIPLOMATIC, PANELS, after_bracket, head_at, skip_the, words
from communique.extract.offices.nouns import body_noun
from communique.extract.offices.runs import name_run
from communique.extract.offices.units import at_body, department_on, unit_end

_ANY_BODY = ("institution", "organisation", "organization", "agency", "body", "entity", "lender", "center", "centre")
_CARING = frozenset(["minister", "deputy_minister"])
_BRANCHES = frozenset(["office", "branch", "bureau", "delegation", "representation", "mission"])
_HOUSES = ("office", "mission")
_OF_PLACES = frozenset(["regional", "local"])
_JOINTS = frozenset(["of", "for", "and", "&"])
_NAME, _PANEL = 9, 5  # words
_BY_LAW = NAME_ENDS - {"system", "organisation", "organization", "secretariat"}


def of_department(c: Complement) -> int | None:
    """ "Director of the European Union Department at the Ministry"."""
    dealing = department_on(c.reading, c.body.j) if c.body else None
    return c.add(dealing) if dealing else None


def of_cares(c: Complement) -> int | None:
    """ "Minister for ASEAN Affairs": the body is what a minister cares for."""
    body = c.body
    if body is None or c.word not in {"of", "for", "charge"}:
        return None
    held = c.head.body != "state" and c.word == "of"  # "Secretary of the Heydar Aliyev Foundation"
    if (held or c.head.level not in _CARING) and not c.next_is(body.j, "affairs"):
        return None
    of_field = c.lower[body.j : body.j + 1] and c.lower[body.j] in words("portfolio")
    end = name_run(c.reading, body.j, True)[0] if of_field else body.j
    further = skip_the(c.lower, end + 1) if c.next_is(end, "and") else end  # "for the EU and the Constitution"
    free = further > end and further not in c.reading.taken and head_at(c.reading, further) is None
    return c.add(name_run(c.reading, further, True)[0] if free else end)


def of_owner(c: Complement) -> int | None:
    """ "envoy to the WFP", "head of the Bank's Jakarta office", "envoy of the UN Secretary-General for Yemen"."""
    body, reading = c.body, c.reading
    if body is None:
        return None
    if c.word in {"to", "at"} or c.next_is(body.j, "'s"):
        return at_body(reading, c.at, c.word, body, c.head, c.part)
    chief = head_at(reading, body.j)
    if chief is None:
        return None
    if c.word != "of" or c.head.level not in DIPLOMATIC or chief.cls != "secretary general":
        return NOTHING
    c.part.organization = body.organization.name
    end = body.j + 1 + (c.lower[body.j : body.j + 2] == ["secretary", "general"])
    c.part.pieces += [(c.at, skip_the(c.lower, c.at + 1)), (body.j, end)]
    return end


def of_its_branch(c: Complement) -> int | None:
    """ "Head of the Bank's Sarajevo office", "director of the agency's branch in Togo": the body was told before."""
    owner = c.q if c.next_is(c.q + 1, "'s") else c.q - 2
    if c.state or c.lower[owner + 1] != "'s" or c.lower[owner] not in words("body"):
        return None
    room = next((k for k in range(owner + 2, min(owner + 6, len(c.lower))) if c.lower[k] in _BRANCHES), None)
    if room is None or {",", "of", "and", "'s"} & {*c.lower[owner + 2 : room]}:
        return None
    placed = c.next_is(room + 1, "in") and c.reading.tokens.cap[room + 2 : room + 3] == [True]
    c.part.organization = earlier_body(c.reading, owner - 1, c.lower[owner])
    return c.add(room + 1 + 2 * placed)


def of_mission(c: Complement) -> int | None:
    """ "Head of the Delegation of the European Union", "Head of the EU Delegation"."""
    kept = mission_of(c.reading, c.q) if c.word == "of" and c.head.cls == "head" else None
    if kept is None:
        return None
    c.part.organization, kept_as, close = kept
    c.part.pieces += [(c.at, kept_as[1])] if kept_as[0] == c.q else [(c.at, skip_the(c.lower, c.at + 1)), kept_as]
    return close


def of_known(c: Complement) -> int | None:
    """ "of the WFP", "of the Mekong River Commission (MRC) Secretariat", with its branch in a country."""
    if c.body is None:
        return None
    reading = c.reading
    if c.word == "of" and (own := unit_end(reading, c.body.j)):
        c.part.organization = c.body.organization.name  # "director of the FIIAPP Security and Justice Area"
        c.part.pieces += [(c.at, skip_the(c.lower, c.at + 1)), (c.body.j, own)]
        return own
    if c.word == "of" and (panel := _panel_of(c, c.body.j)):
        c.part.organization = c.body.organization.name  # "Chair of the AU High-Level Panel on Sudan"
        c.part.pieces += [(c.at, skip_the(c.lower, c.at + 1)), (c.body.j, panel)]
        return panel
    c.part.organization, end = c.body.organization.name, branch_end(reading, c.body.j)
    while (close := after_bracket(reading, end)) < len(c.lower) and c.lower[close] in NAME_ENDS:
        end = close + 1
    if longer := longer_name(c, end):
        c.part.organization = reading.tokens.span(c.q, longer)
        return longer
    branch = reading.geo.get(end)
    if branch and branch.form == "name" and c.next_is(branch.j, ","):
        return branch.j  # "Resident Representative of JICA Bhutan, X"
    named = branch and name_follows(reading, branch.j) and name_follows(reading, branch.j + 1)
    if branch and branch.form == "name" and named:
        return branch.j  # "Head of EBRD Albania X Y"
    end = after_bracket(reading, end) if c.next_is(after_bracket(reading, end), *_HOUSES) else end
    if c.next_is(end, "centre", "center") and c.next_is(end + 1, "in"):
        c.part.pieces += [(c.at, skip_the(c.lower, c.at + 1)), (end, end + 1)]
        return end + 1  # "Head of the OSCE Centre in Ashgabat"
    if c.next_is(end, *_HOUSES) and c.next_is(end + 1, "in"):
        return end + 1  # "the representative of the JICA office in Palestine"
    seat = branch.j if branch else end + 1
    if seat > end and c.reading.tokens.cap[end : end + 1] == [True] and c.next_is(seat, *_HOUSES, "branch"):
        c.part.pieces += [(c.at, skip_the(c.lower, c.at + 1)), (end, seat + 1)]
        return seat + 1  # "Chief Representative of the JICA Laos Office"
    return end


def _panel_of(c: Complement, j: int) -> int | None:
    """The end of "High-Level Panel on Sudan" behind the body whose it is, at the word `j`."""
    cap, e = c.reading.tokens.cap, j
    while e < min(j + _PANEL, len(c.lower)) and cap[e] and e not in c.reading.taken and not head_at(c.reading, e):
        e += 1
    if e - j < 2 or c.lower[e - 1] not in PANELS:
        return None
    geo = c.reading.geo.get(skip_the(c.lower, e + 1)) if c.next_is(e, "on", "for") else None
    return geo.j if geo else e


def of_limited(c: Complement) -> int | None:
    """ "officer for Overseas Promotion Consultants Ltd.": all capitals up to what firms are called by law."""
    cap, e = c.reading.tokens.cap, c.q
    if c.state or c.word not in {"of", "for", "at", "with"} or not any(cap[e : e + 1]):
        return None
    while e < min(c.q + _NAME, len(c.lower)) and (cap[e] or (e > c.q and c.lower[e] in _JOINTS)):
        if c.lower[e] in _BY_LAW and e > c.q:
            of = next((k for k in range(e, c.q, -1) if c.lower[k] == "of" and c.lower[k - 1] in PANELS), None)
            if of:  # "Chairman of the Management Committee of Gazprom PJSC"
                c.part.pieces.append((c.at, of))
            c.part.organization = c.reading.tokens.span(of + 1 if of else c.q, e + 1)
            c.part.countries += [c.reading.geo[k].alpha3 for k in range(c.q, e) if k in c.reading.geo][:1]
            behind = e + 1 + c.next_is(e + 1, ".")
            return after_bracket(c.reading, behind)
        e += 1
    return None


def of_carrier(c: Complement) -> int | None:
    """ "CEO of Air Tanzania"."""
    air = c.lower[c.q : c.q + 1] == ["air"] and c.reading.tokens.cap[c.q]
    carrier = c.reading.geo.get(c.q + 1) if air else None
    if carrier is None or carrier.form != "name" or c.state:
        return None
    c.part.organization = c.reading.tokens.span(c.q, carrier.j)
    c.part.countries.append(carrier.alpha3)
    return carrier.j


def of_described(c: Complement) -> int | None:
    """ "the state utility UTE", "the hospital X" that was named before, "the state company Yacimientos de Litio"."""
    reading, q = c.reading, c.q
    if c.state:
        return None
    utility = acronym_ahead(reading, q) if not c.geo and not c.body else None
    if utility:
        c.part.organization = reading.meant(reading.tokens.word[utility])
        return utility + 1 + c.next_is(utility + 1, "party")
    earlier = alias_of(reading, q, q + 1) if q < len(c.lower) and not reading.tokens.cap[q] else None
    if earlier:
        c.part.organization = earlier
        return q + 1
    if quoted := quoted_body(reading, q) if c.word in {"of", "at"} else None:
        c.part.organization, end = quoted  # "Chairman of the state concern “Belneftekhim”"
        return end
    if firm := described_body(reading, q):
        c.part.organization = reading.meant(reading.tokens.span(*firm))
        c.part.countries += [reading.geo[k].alpha3 for k in range(q, firm[0]) if k in reading.geo]
        return firm[1]
    return None


def of_such(c: Complement) -> int | None:
    """ "Director of the institution", "head of the organisation": the body that was named last."""
    if c.state or not c.next_is(c.q, *_ANY_BODY) or c.lower[c.q - 1] != "the" or c.reading.tokens.cap[c.q]:
        return None
    ended = c.q + 1 == len(c.lower) or c.next_is(c.q + 1, ",", ".", ";", ")", "(") or name_follows(c.reading, c.q + 1)
    named = last_named(c.reading, c.at) if ended else None
    if named:
        c.part.organization = named
    return c.q + 1 if named else None


def of_seated(c: Complement) -> int | None:
    """ "Director of the Civil Service College in Malta": a body of common nouns alone, by its country or capital."""
    if c.state or c.geo or c.body or c.word not in {"of", "at"} or not all(c.reading.tokens.cap[c.q : c.q + 1]):
        return None
    end = next((k for k in range(c.q, min(c.q + _NAME, len(c.lower))) if c.lower[k] == "in"), c.q)
    geo = c.reading.geo.get(skip_the(c.lower, end + 1))
    if geo is None or geo.form not in {"name", "capital"} or end - c.q < 2 or c.next_is(geo.j, "'s"):
        return None  # "of the Africa Bureau in Japan's Ministry of Foreign Affairs"
    if any(c.reading.tokens.cap[geo.j : geo.j + 1]):
        return None
    common = (words("portfolio", "body", "modifiers") | _JOINTS).issuperset(c.lower[c.q : end])
    if not own_board(c.reading, c.q, end) and not (common and body_noun(c.reading, c.q) == end):
        return None
    c.part.organization = c.reading.tokens.span(c.q, end)
    c.part.countries.append(geo.alpha3)
    return geo.j


def of_unknown(c: Complement) -> int | None:
    """ "representative of Deutsche Bahn, Uwe Brandhorst": an unknown name up to the comma before the holder's."""
    plain = not c.state and not c.geo and not c.body and c.word == "of" and c.head.level not in _OF_PLACES
    end = named_up_to_comma(c.reading, c.q) if plain else None
    if end:
        c.part.organization = c.reading.tokens.span(c.q, end)
    return end or None
