"""Offices of one holder made one: "Deputy Prime Minister and Minister of …", "Adviser to the President".

In: the offices of a text in order. Out: the same, neighbours joined where one person holds both, or where the second is
a style, or whom the first serves.
"""

from dataclasses import replace

from communique.extract.offices.antecedents import name_follows
from communique.extract.offices.complements import read_behind
from communique.extract.offices.heads import DETERMINERS, after_bracket, head_at, skip_the
from communique.extract.offices.holders import held_before
from communique.extract.offices.office import Office
from communique.extract.words.reading import Reading

_HEADS_OF_STATE = frozenset(["head_of_state", "head_of_government", "royal"])
_OF_ROYALS = frozenset(
    ["his", "her", "royal", "serene", "highness", "majesty", "h.r.h", "h.r.h.", "h.h", "h.h.", "hrh", "hh", ",", "the"]
)
_COURTESY = frozenset([",", "h.e", "h.e.", "h", "e", ".", "his", "her", "excellency", "hon", "honourable", "honorable"])
_MINISTERS = frozenset(["minister", "deputy_minister", "deputy_head"])
_STYLED = frozenset(
    ["ambassador", "minister", "expert", "counsellor", "legislator", "patriarch", "mufti", "judge", "commander"]
)
_AT_SIDE = (
    "affairs",
    "office",
    "administration",
    "chancellery",
    "secretariat",
    "cabinet",
    "staff",
    "apparatus",
    "bureau",
)
_DELEGATES = frozenset(["minister delegate", "minister-delegate", "delegate minister", "deputy"])
_SERVING = frozenset([
    "adviser", "assistant", "spokesperson", "chief of staff", "envoy", "special envoy", "special representative",
    "representative", "secretary", "member", "first lady",
])  # fmt: skip


_NOW = frozenset(["now", "currently", "present", "presently", "today", "current"])
_TOO = frozenset(["also", "concurrently", "simultaneously", "same", "doubles"])
_BOTH = _TOO | frozenset([
    ",", "who", "is", "was", "and", "serves", "acts", "as", "holds", "the", "post", "position", "office", "of", "at",
    "time", "currently",
])  # fmt: skip
_NAMED = 8  # words of ", Dr X Y,"
_OF_MISSIONS = frozenset(["head of delegation", "head of the delegation"])  # "EU Ambassador, Head of Delegation"
_SENT = frozenset(["envoy", "special envoy", "representative", "special representative"])


def joined(reading: Reading, offices: list[Office]) -> list[Office]:
    """Joins the offices of one holder: "Deputy Prime Minister and Minister of …"."""
    result: list[Office] = []
    for office in offices:
        joined = _merged(reading, result[-1], office) if result else None
        joined = joined or (_next_holders(reading, result[-2], result[-1], office) if result[1:] else None)
        if joined:
            result[-1] = joined
        else:
            result.append(office)
    return result


def _merged(reading: Reading, last: Office, office: Office) -> Office | None:
    """Two neighbouring offices as one, or None where they are two people's."""
    tokens = reading.tokens
    gap = tokens.lower[after_bracket(reading, last.j) : office.i]
    if gap[:1] == [","] and office.j - office.core == 1 and _COURTESY.issuperset(gap):
        gap = [","]  # "Secretary General, H.E. Ambassador X"
    if gap in (["and", "also"], ["as", "well", "as"]) and held_before(reading, last.i):
        gap = ["and"]  # "X, Minister of Trade and also chairman of the board,"
    if gap == ["and", "the"] and held_before(reading, last.i) and not _names_holder(reading, office):
        gap = ["and"]  # "X, the vice-president and the head of the Agency,"
    if _held_too(gap) and ("who" in gap or held_before(reading, last.i)):
        gap = ["and"]  # "X, the Minister of Planning, who is also Head of the Agency"
    if gap[:1] in (["of"], ["to"]) and len(gap) > 2 and _COURTESY.issuperset(gap[1:]):
        gap = gap[:1]  # "Special Envoy of His Excellency President X"
    if last.former and not office.former and len(gap) > 1 and {*gap[:-1]} <= {",", "and", "the"} and gap[-1] in _NOW:
        return replace(office, i=last.i)  # "X, former minister and now Special Envoy"
    if last.former and not office.former and gap == ["and"] and tokens.lower[office.i] in _NOW:
        return replace(office, i=last.i)  # "former minister and current Senate president X"
    if last.head.plural or office.head.plural or _apart(reading, last, office, gap):
        return None
    if last.head.use == "title" and last.head.level == "head_of_state" and gap in ([","], ["-"], ["–"], ["—"]):
        return replace(office, i=last.i)  # "Leader of the Nation, President X": a style
    office = _of_the_state_too(reading, last, office)
    one = _styled(reading, last, office, gap) or _served(reading, last, office, gap)
    return one or (_listed(reading, last, office, gap) if _of_one(last, office) else None)


def _next_holders(reading: Reading, served: Office, last: Office, office: Office) -> Office | None:
    """The two offices of Y in "the Governor, X, Minister of Labour and Deputy Minister of Trade Y": X has his own."""
    tokens, comma = reading.tokens, reading.tokens.lower[served.j : served.j + 1] == [","]
    near = comma and last.i - served.j < _NAMED and name_follows(reading, served.j + 1) and held_before(reading, last.i)
    caps = tokens.cap[last.core] and tokens.cap[office.core] and not (last.head.plural or office.head.plural)
    if tokens.lower[last.j : office.i] != ["and"] or not (near and caps and name_follows(reading, office.j)):
        return None
    return _both(last, office, " and ") if _of_one(last, office) else None


def _names_holder(reading: Reading, office: Office) -> bool:
    """Whether a name stands right behind the office or behind its comma: the office is another's."""
    comma = reading.tokens.lower[office.j : office.j + 1] == [","]
    return name_follows(reading, office.j + comma)


def _held_too(gap: list[str]) -> bool:
    """Whether the words between two offices tell that one holds both: ", who also serves as", ", concurrently"."""
    return gap[:1] == [","] and len(gap) > 1 and _BOTH.issuperset(gap) and not _TOO.isdisjoint(gap)


def _apart(reading: Reading, last: Office, office: Office, gap: list[str]) -> bool:
    """Whether the second office begins another person: "the Emir and Prince X", "X, President, its Minister, Y"."""
    lower = reading.tokens.lower
    if office.head.cls == "prince" and lower[office.i - 1] == "and":
        return True  # the second is a title of birth
    another = gap == [","] and lower[office.i] in DETERMINERS and held_before(reading, last.i)
    return another and lower[office.j : office.j + 1] == [","] and name_follows(reading, office.j + 1)


def _styled(reading: Reading, last: Office, office: Office, gap: list[str]) -> Office | None:
    """The office where one of the two is only a style: "the Permanent Representative, Ambassador X"."""
    royal = office.head.level == "royal"
    served = (
        last.head.level not in {"head_of_state", "royal"} or last.head.use == "name"
    )  # "the Emir of Asir, Prince X"
    if royal and gap and {*gap, *_OF_ROYALS} == _OF_ROYALS and served and office.head.cls in {"prince", "princess"}:
        return replace(last, j=office.j)  # "the Ambassador, Her Royal Highness Princess X"
    if last.head.cls == office.head.cls == "monarch" and gap and {*gap, *_OF_ROYALS} == _OF_ROYALS:
        return replace(last, j=office.j)  # "the Emir of the State, His Highness Emir X"
    if gap in ([","], [",", "and"], ["and"], ["-"], ["–"]) and _leads_too(last, office):
        return _both(last, replace(office, head=last.head), ", " if gap[0] == "," else " and ")
    if gap in ([], [","]) and office.head.use == "title" and office.head.level == "military":
        return replace(last, j=office.j)  # "Commander of the Navy Rear Admiral X": a rank
    bare = office.j - office.core == 1 + (office.head.use == "point") and reading.tokens.cap[office.core]
    if gap == [","] and last.head.use == "anaphor" and last.countries and not office.countries:
        return replace(office, i=last.i, countries=last.countries)  # "Israel's top diplomat, Foreign Minister X"
    leads = last.head.use == "anaphor" and last.role.endswith("delegation") and gap in (["and"], [",", "and"])
    if leads and not office.countries and held_before(reading, last.i):
        return replace(office, i=last.i, countries=last.countries)  # "X, head of the Thai delegation and Minister,"
    style = bare or (office.head.singular == "ambassador" and last.head.level in {"minister", "deputy_minister"})
    if not gap and (royal or (style and office.head.cls in _STYLED)):  # "Foreign Minister Prince X"
        kept = last.classes | (office.classes & {"ambassador"})  # as whom later mentions may call the minister
        return replace(last, j=office.j, classes=kept)
    if gap == [","] and bare and office.head.cls in _STYLED and not held_before(reading, last.i):
        own = () if last.head.level in _MINISTERS else office.countries  # "Dean of the Corps, Malian Ambassador X"
        return replace(last, j=office.j, countries=last.countries or own)
    return None


def _leads_too(last: Office, office: Office) -> bool:
    """Whether "Head of State" or "Head of Government" follows the office that it belongs to, as in French usage."""
    led = {"head of state": "head_of_state", "head of the state": "head_of_state"}
    level = led.get(office.head.singular, "head_of_government" if "government" in office.head.singular else "")
    return last.head.level == level and last.head.use != "anaphor" and office.head.singular.startswith("head of")


def _served(reading: Reading, last: Office, office: Office, gap: list[str]) -> Office | None:
    """The office of who serves the holder of another: "Special Assistant to Prime Minister", "envoy of President X"."""
    tokens = reading.tokens
    if gap == ["'s"] and (last.head.use != "anaphor" or office.head.cls == "first lady"):
        return _possessed(last, office)
    if not gap:  # "President press secretary"
        return replace(office, i=last.i, countries=office.countries or last.countries)
    sent = gap == ["of"] and last.classes & _SENT
    if (sent or (gap in (["to"], ["of"]) and _serves(last))) and (named := _named_to(reading, office, not sent)):
        end, behind, country = named
        role = f"{last.role} {gap[0]} {tokens.span(office.core, end)}"  # "envoy of (Syrian) President X"
        return replace(last, j=behind, role=role, countries=last.countries or office.countries or country)
    if gap in (["to"], ["of"]) and (tokens.cap[office.core] or office.i < office.core) and _serves(last):
        return _serving(reading, last, office, gap[0])
    led = len(gap) == 2 and gap[0] in {"to", "of", "for"} and gap[1] == "the"
    return (
        _serving(reading, last, office, " ".join(gap)) if led and (_serves(last) or _under(last, office, gap)) else None
    )


def _of_one(last: Office, office: Office) -> bool:
    """Whether one person may hold both: not "receiving the Ambassador of Turkey, President X said"."""
    if "anaphor" in {last.head.use, office.head.use}:
        return last.head.cls == "ambassador" and office.role.lower() in _OF_MISSIONS
    if office.countries and last.countries and office.countries != last.countries:
        return False
    if {last.head.level, office.head.level} == {"head_of_state", "head_of_government"} and not office.organization:
        return False  # "the Prime Minister and President X spoke"
    if last.head.level == "head_of_state" and office.head.cls in {"ambassador", "high commissioner"}:
        return False  # "the President and High Commissioner X talked"
    if last.head.level == "diplomat" and office.organization and office.i < office.core and last.countries:
        return False  # "the Japanese Ambassador, and UNICEF's Chief of Field Office"
    of_state = office.head.level in _HEADS_OF_STATE and not office.organization
    return not ((last.head.level == "diplomat" or last.head.cls == "speaker") and of_state)


def _listed(reading: Reading, last: Office, office: Office, gap: list[str]) -> Office | None:
    """Two offices side by side as one person's: "Deputy Prime Minister and Minister of …"."""
    tokens = reading.tokens
    caps = tokens.cap[last.core] and tokens.cap[office.core]
    held = held_before(reading, last.i)
    dashed = tokens.lower[office.j : office.j + 1] in (["-"], ["–"], ["—"])  # "X, Minister of Trade, Ambassador – Y"
    followed = name_follows(reading, office.j + dashed)
    ministers = last.head.level in _MINISTERS and office.head.level in _MINISTERS and not office.countries
    if gap == [",", "and"] and caps and ministers and not held and tokens.lower[last.i - 1] != "the" and followed:
        return _both(last, office, ", and ")  # "Minister of Planning, and Minister of State for Trade X"
    if held and (followed or (gap == [",", "and"] and _names_holder(reading, office))):
        return None  # "X, chairman of the Fund, and the Bank's director, Y"
    small = held and gap == [","] and not (tokens.cap[last.core] or tokens.cap[office.core])
    small = small and tokens.lower[office.j : office.j + 1] == ["and"]
    if small and any(head_at(reading, k) for k in range(office.j + 1, office.j + 4)):
        return _both(last, office, ", ")  # "X, chairman of the party, chairman of the State Commission and commander"
    third = last.parts and not last.countries and caps
    if held and gap == [",", "and"] and (third or not office.countries):
        return _both(last, office, ", and ")
    if gap in (["and"], ["&"], ["/"], ["–"], ["-"], ["—"]) or (gap == [","] and caps):
        return _both(last, office, {",": ", ", "/": "/"}.get(gap[-1], f" {gap[-1]} "))
    return None


def _named_to(reading: Reading, office: Office, holder: bool) -> tuple[int, int, tuple[str, ...]] | None:
    """The end of the name right behind a president or premier whom somebody serves, of his country, and the country.

    Args:
        reading: the text.
        office: the president's.
        holder: whether the name of who serves him has to follow, behind a comma.
    """
    tokens, e = reading.tokens, office.j
    if office.head.level not in _HEADS_OF_STATE or not name_follows(reading, e) or not tokens.cap[office.core]:
        return None
    while e < len(tokens) and (tokens.cap[e] or tokens.lower[e].startswith(("al-", "el-", "bin"))):
        e += 1
    state = reading.geo.get(skip_the(tokens.lower, e + 1)) if holder and tokens.lower[e : e + 1] == ["of"] else None
    behind = state.j if state else e
    if holder and not (tokens.lower[behind : behind + 1] == [","] and name_follows(reading, behind + 1)):
        return None
    return e, behind, (state.alpha3,) if state else ()


def _serves(office: Office) -> bool:
    """Whether the office is one at the side of another: adviser, head of the office or administration."""
    return (
        bool(office.classes & _SERVING) or office.head.singular in _DELEGATES or office.role.lower().endswith(_AT_SIDE)
    )


def _under(office: Office, superior: Office, gap: list[str]) -> bool:
    """ "Deputy Minister to the President", "Principal Secretary to the Prime Minister"."""
    ranked = office.head.level in _MINISTERS or office.head.level == "senior_official"
    ranked = ranked or office.head.cls == "secretary general"
    return gap[0] == "to" and ranked and superior.head.level in _HEADS_OF_STATE and not superior.countries


def _of_the_state_too(reading: Reading, last: Office, office: Office) -> Office:
    """The second office with its body as part of it: "Minister of Trade and Head of the Export Agency"."""
    said = reading.tokens.span(office.core, office.j)
    minister = last.head.level in _MINISTERS and not last.organization
    behind = said.startswith(f"{office.role} of") and office.head.body != "state"
    behind = behind and reading.body.keys().isdisjoint(range(office.core, office.j))  # none that acts abroad
    return replace(office, role=said, organization=None) if minister and office.organization and behind else office


def _both(one: Office, two: Office, glue: str) -> Office:
    """One holder's two offices; of one that he has and one that he had, the first."""
    if two.former and not one.former:
        return replace(one, j=two.j)
    bare = two.head.use == "weak" and two.role.lower() == two.head.singular
    apart = bare and not one.organization and not {"of", "for"}.isdisjoint(one.role.split())
    own = (
        f"{two.role} of {two.organization}" if apart and two.organization else None
    )  # "Director of Programmes and Head of Zeta"
    return replace(
        one,
        j=two.j,
        role=one.role + glue + (two.role if own is None else own),
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
        role=f"{office.role} {link} {superior.role}{on}",
        countries=office.countries or superior.countries,
        organization=office.organization or (superior.organization if office.head.level != "diplomat" else None),
    )


def _possessed(owner: Office, office: Office) -> Office:
    """ "the UN Secretary-General's Special Representative": the office of a body's head is part of the role."""
    role = f"{office.role} of the {owner.organization} {owner.role}" if owner.organization else office.role
    if office.head.cls == "first lady":
        role = office.role  # "the Head of State's wife": hers is no office
    elif office.head.use == "weak" and not owner.organization:
        role = f"{office.role} of the {owner.role}"
    elif office.classes & _SERVING and not owner.organization:
        role = f"{owner.role}'s {office.role}"
    return replace(
        office,
        i=owner.i,
        role=role,
        countries=office.countries or owner.countries,
        organization=office.organization or owner.organization,
    )
