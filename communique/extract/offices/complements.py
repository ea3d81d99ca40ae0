"""What stands behind the head of an office: "of Namibia", "of Foreign Affairs", "for Legal Affairs", "to Syria".

In: a `Reading`, the word behind the head. Out: a `Part`: the pieces that belong to the role, and the countries, the
body, the posting that are cut off from it.
"""

from dataclasses import replace

from communique.extract.offices.antecedents import (
    acronym_ahead,
    alias_of,
    called_end,
    described_body,
    name_follows,
    named_up_to_comma,
)
from communique.extract.offices.apposed import (
    NAME_ENDS,
    body_held,
    branch_end,
    friendship_end,
    in_office_of,
    mission_of,
)
from communique.extract.offices.areas import affairs_end, area_end
from communique.extract.offices.attached import attached
from communique.extract.offices.connectors import MINISTERIAL, connector
from communique.extract.offices.heads import (
    DETERMINERS,
    DIPLOMATIC,
    Head,
    Part,
    after_bracket,
    head_at,
    skip_the,
    words,
)
from communique.extract.offices.houses import (
    institution,
    leads_run,
    of_body,
    of_house,
    of_interim,
    of_the_union,
    ship_end,
)
from communique.extract.offices.national import of_country, whole_name
from communique.extract.offices.party import of_party, party_end, party_organ
from communique.extract.offices.postings import (
    country_behind,
    embassy,
    in_country,
    named_behind,
    place_end,
    sent_from,
)
from communique.extract.offices.runs import REGIONS, body_noun, name_run
from communique.extract.offices.tails import (
    acting,
    division,
    in_government,
    leaders_end,
    majesty_end,
    members_end,
    numbered,
    related_end,
    theme_end,
    under,
    up_to_honorific,
    with_whom,
)
from communique.extract.offices.units import at_body, department_on, small_noun, unit_of
from communique.extract.words.reading import Reading
from communique.registry.cities import city_country

_EXCELLENCIES = (["his", "excellency"], ["her", "excellency"])
_BRACKETS = (["(", "ag"], ["(", "independent"])
_REALMS = (["country"], ["kingdom"], ["sultanate"], ["emirate"])
_ROOMS = frozenset([
    "ministry", "department", "division", "section", "directorate", "desk", "unit", "bureau", "committee",
    "legislature", "parliament", "assembly", "administration",
])  # fmt: skip
_ROYAL = frozenset(["embassy", "armed", "army", "navy", "air", "marine", "government", "gendarmerie", "consulate"])
_IN_UNITS = frozenset(["of", "for", "in", "at"])
_CARING = frozenset(["minister", "deputy_minister"])
_TIERS = frozenset(["state", "regional", "provincial", "city", "municipal", "district", "island"])
_HONOURED = frozenset(["head_of_state", "royal"])  # after whom bodies are called
_ORGANS_OF_HOUSES = (["committee"], ["commission"], ["delegation"])
_ON_FIELDS = frozenset(
    ["secretary", "adviser", "assistant", "envoy", "representative", "special representative", "coordinator"]
)
_STYLES_BEHIND = frozenset(["ambassador", "prince", "legislator", "commander", "counsellor"])


def read_behind(reading: Reading, j: int, head: Head, greedy: bool) -> Part:
    """What stands behind a head: "of Namibia", "of Foreign Affairs", "for Legal Affairs", "to Syria", "of the WFP"."""
    held = body_held(reading, j, head)
    tokens, part = reading.tokens, Part(j if held else attached(reading, j, head))
    if held:
        part.organization, part.at = held
        part.countries += [reading.geo[k].alpha3 for k in range(j, part.at) if k in reading.geo][:1]
    elif part.at > j:
        part.pieces.append((j, part.at))
    elif (closed := acting(reading, j) if tokens.lower[j : j + 2] in _BRACKETS else division(reading, j, head)) > j:
        part.pieces.append((j, closed))
        part.at = closed
    if seat := in_office_of(reading, part.at, head):
        part.pieces.append((part.at, seat))  # "Minister of State in the Prime Minister's Office"
        part.at = seat
    while True:
        numbered(reading, part)
        if in_government(reading, part, head):
            continue
        at = after_bracket(reading, part.at)
        step = connector(reading, at, head)
        if step is None:
            if part.pieces and tokens.lower[part.at : part.at + 2] == ["ad", "interim"]:
                part.pieces.append((part.at, part.at + 2))  # "Minister of Trade ad interim"
                part.at += 2
            under(reading, part)
            sent_from(reading, part, head)
            named_behind(reading, part)
            in_country(reading, part, head)
            up_to_honorific(reading, part)
            if with_whom(reading, part):
                continue
            return part
        word, q = step
        at += 2 if tokens.lower[at] == "to" and q == at + 3 else 0  # "Special Assistant to her on Media"
        if word == "of" and at == part.at and (end := members_end(reading, at, part)):
            part.at = end
            continue
        this = tokens.lower[q : q + 1] in (["this"], ["that"])
        realm = tokens.lower[q : q + 1] == ["the"] and tokens.lower[q + 1 : q + 2] in _REALMS
        realm = realm and unit_of(reading, q + 1) is None  # "Chief of the Country Office of the Bank"
        if word == "to" and realm and head.level == "diplomat" and tokens.lower[q + 2 : q + 3] != ["of"]:
            part.pieces.append((at, q + 2))  # "the Ambassador of Russia to the country, X"
            part.at = q + 2
            continue
        if word == "of" and realm and tokens.lower[q + 2 : q + 3] != ["of"]:
            part.own, part.at = True, q + 2  # "President of the country"
            return part
        if word == "of" and this and not words("self").isdisjoint(tokens.lower[q + 1 : q + 2]):
            part.at = q + 2  # "the Minister of Defence of this country"
            return part
        if tokens.lower[q : q + 2] in _EXCELLENCIES:
            return part  # "Special Envoy of His Excellency, President X"
        start = link = q
        if sovereign := majesty_end(reading, q):
            part.pieces.append((at, sovereign))  # "Private Secretary to His Majesty"
            part.at = sovereign
            continue
        if q < len(tokens) and tokens.lower[q] in DETERMINERS and q not in reading.geo:
            q += 1
            start = q if tokens.lower[q - 1] != "the" else start  # "chairman of its Energy Committee"
            owned = q + 1 < len(tokens) and tokens.lower[q + 1] == "'s"
            if owned and tokens.lower[q] in words("self"):
                part.own, q, start = True, q + 2, q + 2
            elif (
                owned
                and tokens.lower[q] in words("ministry", "body") | {"party"}
                and tokens.cap[q + 2 : q + 3] == [True]
            ):
                party = tokens.lower[q] == "party"  # "chairman of the party's Commission for External Relations"
                head = replace(head, body="state") if party else head
                q, start = q + 2, q + 2  # "head of the ministry's Planning Department"
        end = _complement(reading, at, start, q, word, head, part, greedy)
        if end is None:
            if with_whom(reading, part):
                continue  # "Secretary for Relations with States of the Holy See"
            return part
        if start > link and part.pieces and part.pieces[-1][0] == at:
            part.pieces[-1:] = [(at, link), (q, part.pieces[-1][1])]
        part.at = end


def _complement(
    reading: Reading, at: int, start: int, q: int, word: str, head: Head, part: Part, greedy: bool
) -> int | None:
    """Reads one complement from word `q` into `part`; the word behind it, or None where there is none."""
    tokens = reading.tokens
    country = reading.geo.get(q + 1) if tokens.lower[q : q + 1] == ["royal"] else None
    plain = country and country.form == "name" and not any(tokens.cap[country.j : country.j + 1])
    royal = country is not None and country.form == "demonym"
    if plain or (royal and country and not _ROYAL.isdisjoint(tokens.lower[country.j : country.j + 1])):
        q = start = q + 1  # "Ambassador of the Royal Kingdom of Saudi Arabia", "of the Royal Bhutanese Embassy"
    if tokens.lower[q : q + 1] and tokens.lower[q] in words("self", "forms") and tokens.lower[q + 1 : q + 2] == ["of"]:
        q = start = q + 2 if q + 2 in reading.geo else q  # "Consul of the Republic of Malaysia"
    geo, body, state = reading.geo.get(q), reading.body.get(q), head.body == "state"
    unit = unit_of(reading, q) if not state and not body and word in _IN_UNITS else None
    if unit:  # "Head of the Agriculture Section of the European Union"
        part.pieces.append((at, unit.j))
        part.organization = unit.organization
        part.countries += [unit.country] if unit.country else []
        return unit.end
    if geo and " ".join(tokens.lower[q : q + 2]) in words("fields"):
        geo = None  # "Minister of Niger Delta Development"
    if word in {"for", "of"} and (dealt := affairs_end(reading, q)):
        part.pieces.append((at, dealt))
        return dealt
    if geo and geo.form != "demonym" and tokens.lower[geo.j : geo.j + 1] == ["affairs"] and tokens.cap[geo.j]:
        part.pieces.append((at, geo.j + 1))  # "Minister of Grenadines Affairs"
        return geo.j + 1
    if geo and geo.form == "legislature" and word == "of" and (panel := of_house(reading, geo)):
        part.countries.append(geo.alpha3)  # "member of the Storting's delegation to the Nordic Council"
        part.pieces.append((at, panel))
        return panel
    if geo and geo.form == "legislature" and word == "of" and tokens.lower[geo.j : geo.j + 1] not in _ORGANS_OF_HOUSES:
        return country_behind(reading, at, geo.j, word, head, part, geo.alpha3, geo.form)
    if geo and word == "to" and head.level == "senior_official" and head_at(reading, geo.j):
        return None  # "Advisor to the UAE President"
    k = geo.j if geo and geo.form == "demonym" else q
    while k < len(tokens) and k < q + 5 and tokens.lower[k] in words("portfolio", "modifiers"):
        if tokens.lower[k] in words("ministry"):
            break
        k += 1
    inner = head_at(reading, k)
    styled = k > q and inner and (inner.cls in _STYLES_BEHIND or inner.use == "name")
    # "Minister of Foreign Affairs Ambassador X", "Minister of Trade Sultan bin X"
    if inner and not inner.plural and inner.use != "weak" and k not in reading.taken and not styled:
        named = None if state or k > q or inner.level not in _HONOURED else body_noun(reading, q)
        part.organization = reading.meant(tokens.span(q, named)) if named else part.organization
        return named  # "of the King Fahd Causeway Authority"
    if word == "of" and (whole := of_the_union(reading, at, q, head, part) or of_interim(reading, q, part)):
        return whole
    theme = theme_end(reading, q, head) if word == "on" else ship_end(reading, q) if word == "of" else None
    if theme:
        part.pieces.append((at, theme))  # "Commanding Officer of ICGS Sankalp"
        return theme
    if word == "of" and (group := friendship_end(reading, q) or leaders_end(reading, q)):
        part.pieces.append((at, group))
        return group
    if organ := party_organ(reading, q, head) if word == "of" else None:
        end, state_of = organ  # "Secretary of the Communist Party of Cuba's Central Committee"
        part.countries += [state_of] if state_of else []
        part.pieces.append((at, end))
        part.party = True
        return end
    if party := party_end(reading, q) if word == "of" else None:
        part.countries += [geo.alpha3] if geo else []
        if part.pieces:
            part.pieces.append((at, party))  # "member of the Central Committee of the Labour Party"
        else:
            part.organization = tokens.span(q, party)  # "leader of the Moldovan Liberal Party"
        return party
    if geo and geo.form == "legislature" and word in {"in", "at"} and part.pieces:
        part.countries.append(geo.alpha3)  # "chair of the friendship group in the Riigikogu"
        part.pieces.append((at, geo.j))
        return geo.j
    if geo and (ended := of_country(reading, at, start, geo, word, head, part, greedy)):
        return ended
    if geo and not leads_run(reading, geo.j, geo.form):
        part.region = (geo.region or part.region) if word == "of" else None  # "of Tatarstan of the Russian Federation"
        return country_behind(reading, at, geo.j, word, head, part, geo.alpha3, geo.form)
    if dealing := department_on(reading, body.j) if body else None:
        part.pieces.append((at, dealing))  # "Director of the European Union Department at the Ministry"
        return dealing
    cared = body and (head.level in _CARING or tokens.lower[body.j : body.j + 1] == ["affairs"])
    if body and cared and word in {"of", "for", "charge"}:
        of_field = tokens.lower[body.j : body.j + 1] and tokens.lower[body.j] in words("portfolio")
        end = (
            name_run(reading, body.j, True)[0] if of_field else body.j
        )  # "Minister for ASEAN Affairs": what he cares for
        part.pieces.append((at, end))
        return end
    if body and (word in {"to", "at"} or tokens.lower[body.j : body.j + 1] == ["'s"]):
        return at_body(reading, at, word, body, head, part)
    if body and (chief := head_at(reading, body.j)):  # "envoy of the UN Secretary-General for Yemen"
        if word != "of" or head.level not in DIPLOMATIC or chief.cls != "secretary general":
            return None
        part.organization = body.organization.name
        end = body.j + 1 + (tokens.lower[body.j : body.j + 2] == ["secretary", "general"])
        part.pieces += [(at, skip_the(tokens.lower, at + 1)), (body.j, end)]
        return end
    kept = mission_of(reading, q) if word == "of" and head.cls == "head" else None
    if kept:  # "Head of the Delegation of the European Union", "Head of the EU Delegation"
        part.organization, kept_as, close = kept
        part.pieces += [(at, kept_as[1])] if kept_as[0] == q else [(at, skip_the(tokens.lower, at + 1)), kept_as]
        return close
    if body:
        part.organization, end = body.organization.name, branch_end(reading, body.j)
        while (close := after_bracket(reading, end)) < len(tokens) and tokens.lower[close] in NAME_ENDS:
            end = close + 1  # "of the Mekong River Commission (MRC) Secretariat"
        branch = reading.geo.get(end)
        if branch and branch.form == "name" and tokens.lower[branch.j : branch.j + 1] == [","]:
            end = branch.j  # "Resident Representative of JICA Bhutan, X"
        elif (
            branch and branch.form == "name" and name_follows(reading, branch.j) and name_follows(reading, branch.j + 1)
        ):
            end = branch.j  # "Head of EBRD Albania X Y"
        elif tokens.lower[end : end + 1] in (["office"], ["mission"]) and tokens.lower[end + 1 : end + 2] == ["in"]:
            end += 1  # "the representative of the JICA office in Palestine"
        elif branch and tokens.lower[branch.j : branch.j + 1] in (["office"], ["mission"], ["branch"]):
            end = branch.j + 1  # "Chief Representative of JICA Laos Office"
        return end
    if word in {"for", "of"} and (area := area_end(reading, q)) > q and of_body(reading, area):
        part.pieces.append((at, area))  # "Regional Director for Europe of the World Health Organization"
        return area
    carrier = reading.geo.get(q + 1) if tokens.lower[q : q + 1] == ["air"] and tokens.cap[q] else None
    if carrier and carrier.form == "name" and not state:  # "CEO of Air Tanzania"
        part.organization = tokens.span(q, carrier.j)
        part.countries.append(carrier.alpha3)
        return carrier.j
    utility = acronym_ahead(reading, q) if not state and not geo and not body else None
    if utility:  # "the state utility UTE"
        part.organization = reading.meant(tokens.word[utility])
        return utility + 1 + (tokens.lower[utility + 1 : utility + 2] == ["party"])
    earlier = alias_of(reading, q, q + 1) if not state and q < len(tokens) and not tokens.cap[q] else None
    if earlier:  # "chairman of the hospital X": the hospital named before
        part.organization = earlier
        return q + 1
    firm = described_body(reading, q) if not state else None
    if firm:  # "the state company Yacimientos de Litio"
        part.organization = reading.meant(tokens.span(*firm))
        return firm[1]
    holder_ahead = named_up_to_comma(reading, q) if not state and not geo and not body and word == "of" else None
    if holder_ahead:  # "representative of Deutsche Bahn, Uwe Brandhorst"
        part.organization = tokens.span(q, holder_ahead)
        return holder_ahead
    if geo and greedy and (whole := whole_name(reading, geo, head, part)):
        return whole
    end, is_body = name_run(reading, q, state, greedy and head.level not in {"regional", "local"})
    if q < end < len(tokens) and tokens.cap[q] and not tokens.cap[end]:
        tier = end + (tokens.lower[end] in _TIERS)  # "Speaker of the Yap state legislature"
        end = tier + 1 if tokens.lower[tier : tier + 1] and tokens.lower[tier] in _ROOMS else end
        end = small_noun(reading, q, end)
    lesser = head.cls == "vice minister" and q < len(tokens) and tokens.lower[q] in {"service", "agency", "authority"}
    if (head.body == "body" or lesser) and word in {"of", "at"} and (alias := alias_of(reading, q, end)):
        noun = tokens.lower[end] if end < len(tokens) and tokens.cap[q] and not tokens.cap[end] else ""
        listed = noun in words("body")  # "chairman of the Uztextileprom association"
        part.organization = f"{alias} {noun}" if listed else alias
        return end + 1 if listed else end
    if word in {"at", "in"} and end > q and tokens.lower[end - 1] in {"embassy", "consulate", "commission"}:
        return embassy(reading, end, part)
    of_place = word == "of" and part.pieces and tokens.lower[at - 1] in {"committee", "council"} and not is_body
    if head.level in {"regional", "local"} or (
        of_place and words("portfolio", "ministry").isdisjoint(tokens.lower[q : q + 1])
    ):
        end = place_end(reading, q, end, greedy)  # "chairman of the People's Committee of Thua Thien-Hue province"
    seated = word == "in" and head.level == "diplomat" and end > q and tokens.cap[q]
    seated = seated and tokens.lower[q] not in words("ministry")
    end = place_end(reading, q, end) if seated else end
    if seated and end == q + 1 and city_country(tokens.word[q]):
        part.pieces.append((at, end))  # "Consul General in Jeddah X"
        return end
    seated = seated and (tokens.lower[end : end + 1] == [","] or tokens.lower[end - 1] in words("ministry"))
    field = word == "on" and head.cls in _ON_FIELDS and q < len(tokens) and tokens.lower[q] in words("portfolio")
    seated = seated or field  # "Special Assistant on Climate Change"
    if end == q or (word in {"in", "on", "at", "with"} and not seated and not institution(reading, q, end)):
        return None
    if (
        end == q + 1
        and word == "of"
        and tokens.lower[q] in REGIONS
        and end < len(tokens)
        and tokens.lower[end].isalpha()
        and not tokens.cap[end]
    ):
        part.elsewhere = True  # "of the African island nation"
        return None
    fields = [w for w in tokens.lower[q:end] if w.isalpha() and w not in {"and", "of", "the", "for"}]
    listed = len(fields) > 1 and all(w in words("portfolio") for w in fields) and tokens.lower[end : end + 1] == [","]
    listed = listed or (
        bool(fields) and tokens.lower[end : end + 1] == [","] and tokens.cap[end + 1 : end + 2] == [True]
    )
    ministerial = word == "for" and head.level in MINISTERIAL and not tokens.cap[q]
    if ministerial and tokens.lower[end - 1] != "affairs" and not listed:
        return None
    if word == "to" and not tokens.cap[q]:
        return None
    if end < len(tokens) and tokens.cap[end] and greedy and head_at(reading, end):
        end, is_body = end + 1, False
    if greedy and not state and (called := called_end(reading, q)):
        end, is_body = called, True  # "X, Principal of Community College Spektri"
    business = head.level == "business" or (head.singular == "chief executive" and not geo)
    is_body = is_body and not (tokens.lower[end : end + 1] == ["of"] and of_party(reading, end + 1))
    end = related_end(reading, end) if is_body else end  # "State Committee for Work with the Diaspora"
    cared = word == "charge" or (word == "for" and tokens.lower[end - 1] == "funds")
    is_body = is_body and not cared  # "in charge of Finance and Administration", "Secretary for European Funds"
    is_body = is_body and not (end == q + 1 and tokens.lower[q : q + 3] == ["secretariat", "of", "the"])
    if is_body or (business and tokens.cap[q] and tokens.lower[q] not in words("ministry", "portfolio")):
        part.organization = reading.meant(tokens.span(q, end))
        owner = next((reading.geo[k] for k in range(q, end) if k in reading.geo), None)
        if owner:
            part.countries.append(owner.alpha3)
    else:
        part.pieces.append((at, end))
        capital = reading.geo.get(q)
        within = next((reading.geo[k] for k in range(q + 1, end) if k in reading.geo), None)
        housed = within and (tokens.lower[end - 1] in words("chamber") or tokens.lower[within.j] in words("ministry"))
        ruled = tokens.lower[end - 1] == "administration" and city_country(tokens.word[q])
        if capital and capital.form == "capital":
            part.countries.append(capital.alpha3)
        elif ruled:
            part.countries.append(ruled)  # "Head of the Lviv Regional Military Administration"
        elif within and within.form == "demonym" and (state or housed):
            part.inner = within.alpha3
    return end
