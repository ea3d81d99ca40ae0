"""The office of one mention, where the text gives several or names its body behind the name.

In: the offices linked to a name. Out: one `Office`, styles dropped, different ones joined by a comma.
"""

from collections.abc import Mapping
from dataclasses import replace

from communique.extract.offices.heads import head_at, skip_the, words
from communique.extract.offices.nouns import body_noun
from communique.extract.offices.phrases import Office
from communique.extract.offices.runs import name_run
from communique.extract.people.lists import field_behind
from communique.extract.people.names import Name
from communique.extract.words.reading import Reading

_OFFICIALS = frozenset(["senior_official", "deputy_minister"])  # "State Secretary X of the Ministry of Trade"
_MINISTERS = frozenset(["minister", "deputy_minister"])
_OF_PLACES = frozenset(["regional", "local"])
_PLACE = 4  # words
_NO_PLACES = words("party", "chamber") | words("portfolio") - words("area")
_OWN = frozenset(["its", "their", "his", "her"])
_OPEN = frozenset(["royal", "national"])  # an office does not end so
_TAIL = 9  # words
_INNER = frozenset(["of", "and", "the", "for", "&", "'s"])


def completed(reading: Reading, office: Office | None, name: Name) -> Office | None:
    """ "Director General Faridah Jelani of the Economic Planning Unit": the body behind the name."""
    tokens, j = reading.tokens, name.j
    k = j + (tokens.lower[j : j + 1] == [","])  # "Commissioner X, of the World Bank"
    if office and not office.organization and not office.countries and tokens.lower[k : k + 1] == ["of"]:
        body = reading.body.get(skip_the(tokens.lower, k + 1))
        if body:
            return replace(office, organization=body.organization.name)
    if office and office.head.level == "diplomat" and not office.countries and (sent := _of_mission(reading, j)):
        role = office.role if " of " in office.role else f"{office.role} of the {sent[0]}"
        return replace(office, role=role, countries=(sent[1],))
    if office and (posted := _posted(reading, office, j)):
        return posted
    local = office and office.head.level in _OF_PLACES and not (" of " in office.role or office.organization)
    if office and local and office.core < name.i and (end := place_behind(reading, j)):
        return replace(office, role=f"{office.role} of {reading.tokens.span(j + 1, end)}")
    if (
        office
        and office.head.level in _MINISTERS
        and not (office.portfolio or " of " in office.role)
        and (said := _cared_for(reading, j))
    ):
        return replace(office, role=f"{office.role} of {said}")
    ministry = tokens.lower[j + 2 : j + 3] == ["ministry"] and office is not None and office.head.level in _OFFICIALS
    stateless = office is not None and (office.head.body != "state" or ministry)
    owned = office is not None and tokens.lower[office.core - 1] in _OWN  # "its vice chairman, X of the Green Party"
    bare = office and office.core < name.i and not (office.organization or owned) and stateless
    if not office or not bare or " of " in office.role or tokens.lower[j : j + 2] != ["of", "the"]:
        return office
    end = j + 2
    while end < len(tokens) and (tokens.cap[end] or (tokens.lower[end] in {"of", "and", "for"} and end > j + 2)):
        listed = tokens.lower[end + 1 : end + 2] == [","] and tokens.cap[end + 2 : end + 3] == [True]
        listed = listed and tokens.lower[end] in words("portfolio") and tokens.lower[end + 2] in words("portfolio")
        if tokens.lower[end] == "and" and head_at(reading, end + 1):
            break  # "of the Ministry of Health and Director Y"
        end += 1 + listed  # "of the Ministry of Industry, Commerce and Employment"
    while end > j + 2 and not tokens.cap[end - 1]:
        end -= 1
    said = tokens.span(j + 2, end)
    housed = reading.geo.get(j + 2)
    if end == j + 2 or (housed and housed.form != "ministry"):
        return office
    if set(said.lower().split()) & words("body"):
        return replace(office, organization=reading.meant(said))
    return replace(office, role=f"{office.role} of the {said}")


def place_behind(reading: Reading, j: int) -> int | None:
    """The end of "of Pohnpei State", "of the Osh region", "of Turin" behind the name that ends at the word `j`."""
    tokens, lower = reading.tokens, reading.tokens.lower
    q = skip_the(lower, j + 1)
    known = reading.geo.get(q)
    state = known and known.form != "capital" and not known.region
    if lower[j : j + 1] != ["of"] or state or q in reading.body or body_noun(reading, q):
        return None
    if known and lower[known.j : known.j + 1] and lower[known.j] not in words("area"):
        return known.j
    e = q
    while e < len(tokens) and tokens.cap[e] and e < q + _PLACE and tokens.sentence[e] == tokens.sentence[j]:
        e += 1
    if e == q or any(tokens.word[k].isupper() or lower[k] in _NO_PLACES for k in range(q, e)):
        return None
    area = lower[e : e + 1] and lower[e] in words("area")
    told = q == j + 1 or lower[e - 1] in words("area")
    return e + 1 if area else e if told else None


def _of_mission(reading: Reading, j: int) -> tuple[str, str] | None:
    """The mission and the country of "Ambassador X of the Permanent Mission of Chad" at the word `j`."""
    lower, k = reading.tokens.lower, j + 2
    k += lower[k : k + 1] == ["permanent"]
    if lower[j : j + 2] != ["of", "the"] or lower[k : k + 2] != ["mission", "of"]:
        return None
    state = reading.geo.get(skip_the(lower, k + 2))
    return (reading.tokens.span(j + 2, k + 1), state.alpha3) if state and state.form == "name" else None


def of_field(reading: Reading, name: Name, office: Office) -> Office:
    """The office with the field behind the name instead of its own: "(ministers:) X (Water), and Togo's Y (Energy)"."""
    field = field_behind(reading, name.j) if office.head.level in _MINISTERS else None
    if field is None:
        return office
    said, bare = reading.tokens.span(*field), office.head.singular
    title = bare.title() if office.role[0].isupper() else bare
    portfolio = words("portfolio").intersection(said.lower().split())
    return replace(office, role=f"{title} of {said}", portfolio=portfolio)


def _cared_for(reading: Reading, j: int) -> str | None:
    """The field of "Minister X, of Home Affairs and Security,", "Minister X (Trade)" at the word `j`."""
    lower = reading.tokens.lower
    if field := field_behind(reading, j):
        return reading.tokens.span(*field)
    if lower[j : j + 2] != [",", "of"] or lower[j + 2 : j + 3] == [] or lower[j + 2] not in words("portfolio"):
        return None
    end = name_run(reading, j + 2, True)[0]
    return reading.tokens.span(j + 2, end) if lower[end : end + 1] == [","] else None


def whole(reading: Reading, office: Office, names: Mapping[int, Name]) -> Office:
    """The office with unknown capitals behind it, up to a comma and the holder: "Commander of the Y Force, Maj X".

    Args:
        reading: the text.
        office: the office as far as its words are known.
        names: the names of the text, by their first words.
    """
    tokens, e = reading.tokens, office.j
    direct = e in names and _OPEN.isdisjoint(tokens.lower[e - 2 : e])  # not "Commander of the Royal (Samoa) | Guards"
    if office.head.plural or direct or tokens.cap[e : e + 1] != [True]:
        return office
    while e < len(tokens) and e - office.j < _TAIL and (tokens.cap[e] or tokens.lower[e] in _INNER):
        e += 1
    name = names.get(e + 1) if tokens.lower[e : e + 1] == [","] else None
    if name is None or name.before != e + 1 or not name.styled or tokens.sentence[e] != tokens.sentence[office.i]:
        return office
    own = next((reading.geo[k].alpha3 for k in range(office.j, e) if k in reading.geo), None)
    countries = office.countries or ((own,) if own else ())
    return replace(office, j=e, role=f"{office.role} {tokens.span(office.j, e)}", countries=countries)


def _posted(reading: Reading, office: Office, j: int) -> Office | None:
    """ "Ambassador X (of Togo) to Ghana": the post behind the name, which the word `j` follows."""
    lower = reading.tokens.lower
    if office.head.level != "diplomat" or office.posting or office.core > j:
        return None
    sender = reading.geo.get(skip_the(lower, j + 1)) if lower[j : j + 1] in (["of"], ["from"]) else None
    k = sender.j if sender else j
    post = reading.geo.get(skip_the(lower, k + 1)) if lower[k : k + 1] == ["to"] else None
    if post is None or post.form == "demonym":
        return None
    countries = office.countries or ((sender.alpha3,) if sender else ())
    said = reading.tokens.span(k, post.j)
    return replace(office, role=f"{office.role} {said}", posting=post.alpha3, countries=countries)


_STYLES = frozenset([
    "prince", "ambassador", "minister", "counsellor", "legislator", "consul", "secretary", "leader", "patriarch",
    "expert", "judge", "councillor",
])  # fmt: skip
_POLICE = frozenset(["commissioner", "inspector", "inspector general", "police chief"])  # whose ranks are titles


def gives_way(office: Office) -> bool:
    """Whether an office is left out where another is told of its holder: "Senator", "Major General", "ex-president"."""
    return office.former or (_is_style(office) and office.head.level != "diplomat") or _is_rank(office)


def _is_style(office: Office) -> bool:
    return " " not in office.role and office.head.cls in _STYLES


def _is_rank(office: Office) -> bool:
    return office.head.use == "title" and office.head.level == "military"


def one_office(offices: list[Office]) -> Office | None:
    """One office of several that a mention gives: styles give way, different ones are joined with a comma."""
    rank = [o for o in offices if _is_rank(o)]
    kept = [o for o in offices if not (_is_style(o) and len(offices) > 1)]
    ranks = [o for o in kept if o.head.cls in _POLICE and o.role.lower().startswith(("deputy ", "assistant "))]
    kept = [o for o in kept if o not in ranks or o.role.lower() != o.head.singular] or kept  # "Deputy Commissioner X"
    kept = [o for o in kept if o.head.use != "abbr" or o.head.cls != "legislator"] or kept  # "Minister X, MP"
    kept = [o for o in kept if o.head.use != "abbr" or not any(_spelt_out(o, other) for other in kept)]
    kept = [o for o in kept if o.head.use != "anaphor" or not o.role.endswith("delegation")] or kept
    kept = [o for o in kept if not o.former] or kept  # "the former president, who is the Union's envoy"
    kept = [o for o in kept if o not in rank] or kept  # "Rear Admiral X, chief of staff of the navy"
    if not kept:
        return offices[0] if offices else None
    told = next(
        (o.countries for o in offices if o.countries and (o in kept or not o.former)), ()
    )  # "the Kenyan Minister X, Minister of Trade"
    first = kept[0] if kept[0].countries else replace(kept[0], countries=told)
    for office in kept[1:]:
        if office.role.lower() in first.role.lower():
            continue
        if office.role.lower().startswith(f"{first.role.lower()} "):
            first = replace(office, countries=first.countries or office.countries)
            continue  # "Sultan X, Sultan and Yang Di-Pertuan"
        first = replace(
            first,
            role=f"{first.role}, {office.role}" if first.role else office.role,
            countries=first.countries or office.countries,
            organization=first.organization or office.organization,
            classes=first.classes | office.classes,
            portfolio=first.portfolio | office.portfolio,
            own=first.own or office.own,
            former=first.former and office.former,
        )
    return first


def _spelt_out(office: Office, other: Office) -> bool:
    """Whether letters are those of another office of the same person: "ADG X, Additional Director General"."""
    initials = "".join(word[0] for word in other.role.split() if word[0].isupper()).lower()
    return other is not office and initials.startswith(office.role.lower())


def lent(office: Office) -> Office:
    """The office as a counterpart has it: of two the one with a portfolio, without what is peculiar to one country."""
    one = next((part for part in office.parts if part.portfolio and part.head.level == "minister"), office)
    role = one.role.removeprefix("former ").removeprefix("Former ")
    plain = ("minister of foreign affairs", "minister for foreign affairs")
    if {"foreign", "affairs"} <= one.portfolio and role.lower().startswith(plain):
        role = role[: role.lower().index("affairs") + len("affairs")]
    if one.head.level in {"local", "regional"}:
        role = role.split(" of ")[0]  # "Mayor of Ulaanbaatar"
    return replace(one, role=role, countries=(), organization=None, own=False, posting=None, parts=())
