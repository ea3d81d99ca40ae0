"""Complements that tell what an office deals with: "of Niger Delta Affairs", "on Syria", "of the Labour Party".

In: a `Complement`. Out: the word behind it, None where it is of another kind.
"""

from communique.extract.offices.apposed import friendship_end
from communique.extract.offices.areas import affairs_end, area_end
from communique.extract.offices.complement import Complement
from communique.extract.offices.heads import words
from communique.extract.offices.houses import of_body, of_interim, of_the_union, ship_end
from communique.extract.offices.party import party_end, party_organ
from communique.extract.offices.tails import leaders_end, theme_end
from communique.extract.offices.units import unit_of

_IN_UNITS = frozenset(["of", "for", "in", "at"])


def of_unit(c: Complement) -> int | None:
    """ "Head of the Agriculture Section of the European Union"."""
    unit = unit_of(c.reading, c.q) if not c.state and not c.body and c.word in _IN_UNITS else None
    if unit is None:
        return None
    c.add(unit.j)
    c.part.organization = unit.organization
    c.part.countries += [unit.country] if unit.country else []
    return unit.end


def of_affairs(c: Complement) -> int | None:
    """ "for Middle East and North Africa Affairs", "Minister of Grenadines Affairs"; "of Niger Delta Development"."""
    if " ".join(c.lower[c.q : c.q + 2]) in words("fields"):
        c.geo = None
    if c.word in {"for", "of"} and (dealt := affairs_end(c.reading, c.q)):
        return c.add(dealt)
    geo = c.geo
    if geo and geo.form != "demonym" and c.next_is(geo.j, "affairs") and c.reading.tokens.cap[geo.j]:
        return c.add(geo.j + 1)
    return None


def of_union_or_interim(c: Complement) -> int | None:
    """ "High Representative of the Union for Foreign Affairs", "of the interim government of Chad"."""
    if c.word != "of":
        return None
    return of_the_union(c.reading, c.at, c.q, c.head, c.part) or of_interim(c.reading, c.q, c.part) or None


def of_theme_or_ship(c: Complement) -> int | None:
    """ "Special Envoy on the Situation in X", "Commanding Officer of ICGS Sankalp"."""
    theme = theme_end(c.reading, c.q, c.head) if c.word == "on" else None
    end = ship_end(c.reading, c.q) if c.word == "of" else theme
    return c.add(end) if end else None


def of_group(c: Complement) -> int | None:
    """ "Chair of the German-Greek friendship group", "of the group of leaders"."""
    group = (friendship_end(c.reading, c.q) or leaders_end(c.reading, c.q)) if c.word == "of" else None
    if group and c.geo and c.geo.form == "demonym" and c.next_is(c.geo.j, *words("chamber")):
        c.part.countries.append(c.geo.alpha3)  # "of the French Senate Friendship Group"
        c.part.pieces += [(c.at, c.geo.i), (c.geo.j, group)]
        return group
    return c.add(group) if group else None


def of_party_named(c: Complement) -> int | None:
    """ "Secretary of the Communist Party of Cuba's Central Committee", "leader of the Moldovan Liberal Party"."""
    if c.word != "of":
        return None
    if organ := party_organ(c.reading, c.q, c.head):
        end, state_of = organ
        c.part.countries += [state_of] if state_of else []
        c.part.party = True
        return c.add(end)
    party = party_end(c.reading, c.q)
    if not party:
        return None
    c.part.countries += [c.geo.alpha3] if c.geo else []
    if c.part.pieces:
        return c.add(party)  # "member of the Central Committee of the Labour Party"
    c.part.organization = c.reading.tokens.span(c.q, party)
    return party


def of_area(c: Complement) -> int | None:
    """ "Regional Director for Europe of the World Health Organization"."""
    area = area_end(c.reading, c.q) if c.word in {"for", "of"} else c.q
    return c.add(area) if area > c.q and of_body(c.reading, area) else None
