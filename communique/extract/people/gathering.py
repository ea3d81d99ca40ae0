"""Mentions brought together: which of them are one participant.

In: mentions of people. Out: `Person`s in order of appearance, each with its fullest name, its offices and all its
mentions. A later mention by surname, first name, office or another spelling is the same person; a counterpart has the
office of the person whose counterpart it is; an office named first may get its holder sentences later.
"""

from collections.abc import Iterable
from dataclasses import replace

from communique.extract.offices.alike import fits, matches, of_the_same
from communique.extract.offices.heads import words
from communique.extract.offices.phrases import Office
from communique.extract.people.alike import same_name, spelt_alike
from communique.extract.people.apart import like_a_person, of_a_field
from communique.extract.people.held import lent, of_field
from communique.extract.people.mentions import Mention
from communique.extract.people.names import parts
from communique.extract.people.persons import Person, owner_of
from communique.extract.people.shared import one_of_them
from communique.extract.people.styles import for_life, in_arms
from communique.extract.people.wording import BARE, worded
from communique.extract.words.reading import Reading

_KIN = frozenset(["wife", "husband", "spouse", "widow", "son", "daughter", "brother", "sister", "father", "mother"])
_TOP = frozenset(["president", "prime minister", "pm", "king", "premier"])
_MET = frozenset(["with", "met", "received", "by", "from", "welcomed"])
CREDENTIALS = frozenset(["credence", "credentials"])
_STYLES = frozenset(["senator", "chief", "prince", "princess", "chancellor"])  # "Senator X" may be any office's holder
_LESSER = frozenset(["vice", "deputy", "former", "assistant", "ex", "acting", "crown"])


def gather(reading: Reading, mentions: list[Mention], home: str | None) -> tuple[list[Person], list[Mention]]:
    """Brings mentions together; `home` is the country of officials without a nationality, if known.

    Returns:
        The persons in order of appearance, and the bare names that belong to none of them.
    """
    persons: list[Person] = []
    named = [m for m in mentions if m.name]
    for mention in named:
        if mention.office or mention.counterpart_of is not None:
            _add(persons, mention)
    orphans = [m for m in named if not (m.office or m.counterpart_of is not None) and not _attach(persons, m)]
    for mention in list(orphans):
        if mention.country:
            full = bool(mention.name and mention.name.j - mention.name.i > 1)
            if mention.name and not mention.name.styled and of_a_field(reading, mention.name):
                continue  # "Thailand's Sufficiency Economy Philosophy"
            office = _plural_role(mentions, mention.country, full)
            if office is None:
                continue
            own = of_field(reading, mention.name, office) if mention.name else office
            persons.append(_new(replace(mention, office=own)))
            orphans.remove(mention)
    orphans = [m for m in orphans if not _attach(persons, m)]
    _lend_roles(persons, mentions, reading.tokens.sentence)
    for mention in mentions:
        if mention.name is None and not (mention.office and mention.office.head.plural):
            _add_nameless(reading, persons, mention, home)
    _adopt(persons, orphans, mentions)
    _lend_roles(persons, mentions, reading.tokens.sentence)  # also of those whose own office was told before
    for mention in list(orphans):
        full = mention.name is not None and mention.name.j - mention.name.i > 1
        if mention.country and full and _met_with(reading, mention):
            persons.append(_new(mention))
            orphans.remove(mention)
    _charges(persons)
    _name_one(reading, persons, orphans)
    for person in persons:
        person.role = worded(person.name, person.mentions, person.offices)
    persons.sort(key=lambda person: person.first)
    return persons, orphans


def _met_with(reading: Reading, mention: Mention) -> bool:
    """Whether somebody without an office is met with: "held talks with Japan's X and Y of Denmark"."""
    tokens = reading.tokens
    k = mention.name.before if mention.name else mention.i
    owned = tokens.lower[k - 1] == "'s"
    if owned and k - 1 in reading.geo_to:
        k = reading.geo_to[k - 1].i
    before = tokens.lower[k - 1] if k else ""
    said = tokens.lower[max(0, k - 14) : k]
    met = {"with", "by", "between", "met", "received"} | (
        {"to"} if owned and tokens.lower[k - 2] in {"audience", "over", "call"} else set()
    )
    if before in met or (before in {"and", ","} and "with" in said):
        return True
    begin = tokens.bounds[tokens.sentence[k - 1]][0] if k else 0
    handed = before in {"from", "and", ","} and not {"from", "by"}.isdisjoint(tokens.lower[begin:k])
    return handed and not CREDENTIALS.isdisjoint(
        tokens.lower[begin:k]
    )  # "letters of credence from X of Mali and Y of Togo"


def _new(mention: Mention) -> Person:
    person = Person()
    _extend(person, mention)
    return person


def _extend(person: Person, mention: Mention) -> None:
    person.mentions.append(mention)
    if mention.name and (person.name is None or len(mention.name.text) > len(person.name)):
        person.name = mention.name.text
    office = mention.office
    if office:
        person.offices.append(office)
        person.organization = person.organization or office.organization
    countries = office.countries if office and len(office.countries) == 1 else ()
    person.country = person.country or mention.country or next(iter(countries), None)


def _add(persons: list[Person], mention: Mention) -> None:
    for person in reversed(persons):
        if _same(person, mention):
            return _extend(person, mention)
    persons.append(_new(mention))
    return None


def _attach(persons: list[Person], mention: Mention) -> bool:
    """Gives a bare name to the latest person it may mean."""
    options = [p for p in persons if p.name and same_name(p.name, mention.name.text if mention.name else "")]
    if not options:
        options = [p for p in persons if p.name and mention.name and spelt_alike(p.name, mention.name.text)]
    if not options:
        return False
    before = [p for p in options if p.first < mention.i] or options
    _extend(max(before, key=lambda p: max((m.i for m in p.mentions if m.i < mention.i), default=0)), mention)
    return True


def _same(person: Person, mention: Mention) -> bool:
    name = mention.name.text if mention.name else ""
    if not person.name or not same_name(person.name, name):
        return bool(person.name) and spelt_alike(person.name or "", name) and _same_office(person, mention)
    country = mention.country or (mention.office.countries[0] if mention.office and mention.office.countries else None)
    if country and person.country and country != person.country and len(parts(name)) < 2:
        return False
    if len(parts(name)) == 1 and _is_royal(mention) and "president" in person.classes:
        return False  # "Prince William" is not President William Ruto
    begins = parts(name)[0][0] == parts(person.name)[0][0]  # "Abdullah II" is not "Hussein bin Abdullah II"
    tail = parts(person.name)[-len(parts(name)) :] == parts(name) and len(parts(name)) > 1 and len(parts(name)[-1]) > 3
    bare = mention.office is not None and mention.office.role.lower() in BARE
    begins = begins or (tail and bare)  # "Ambassador Canabady Rao", called Usha Canabady Rao before
    unsure = len(parts(name)) == 1 or not begins
    style = mention.office is not None and mention.office.role.lower() in _STYLES
    style = style or all(o.role.lower() in _STYLES for o in person.offices)
    style = style or (mention.office is not None and for_life(mention.office, name))
    style = style or _told_behind(person, mention, country) or _told_shorter(person, mention)
    style = style or (mention.office is not None and in_arms(person.name, person.offices, mention.office, name))
    return style or not (unsure and mention.office and not _same_office(person, mention, loose=True))


def _is_royal(mention: Mention) -> bool:
    return mention.office is not None and mention.office.head.level == "royal"


def _told_behind(person: Person, mention: Mention, country: str | None) -> bool:
    """Whether an office behind the surname tells more of somebody known: "Zhao, who is chairman of the Congress"."""
    name, office = mention.name, mention.office
    behind = name is not None and office is not None and office.i >= name.j and person.first < mention.i
    return behind and (country is None or person.country in (None, country))


def _told_shorter(person: Person, mention: Mention) -> bool:
    """Whether the office before a surname is short for that of somebody known: "President Ruiz", of a senate."""
    said = mention.office.role.lower() if mention.office else ""
    held = [office.role.lower().split() for office in person.offices]
    return person.first < mention.i and any(words[-1:] == [said] and _LESSER.isdisjoint(words) for words in held)


def _same_office(person: Person, mention: Mention, loose: bool = False) -> bool:
    """Whether the person's offices include that of the mention, or (loose) one of them has none."""
    if not mention.office or not person.offices:
        return loose
    return any(matches(office, mention.office) for office in person.offices)


def _plural_role(mentions: Iterable[Mention], country: str, full: bool) -> Office | None:
    """ "the foreign ministers of Australia and South Africa" lends its office to "Australia's Penny Wong".

    With a full name the country need not be in the list: "the energy ministers of the bloc … Iran's Mohsen Paknejad".
    """
    for mention in mentions:
        office = mention.office
        if office and office.head.plural and (country in office.countries or (full and office.portfolio)):
            return replace(one_of_them(office), countries=(country,))
    return None


def _lend_roles(persons: list[Person], mentions: list[Mention], sentence: list[int]) -> None:
    """Gives counterparts the office of the person that they are a counterpart of."""
    for person in persons:
        if any(office.role.lower() not in BARE for office in person.offices):
            continue
        at = next((m.counterpart_of for m in person.mentions if m.counterpart_of is not None), None)
        owner = owner_of(persons, person, at, sentence) if at is not None else None
        office = owner.offices[0] if owner else _of_another(persons, mentions, person, sentence)
        if office:
            person.offices.append(_seated(lent(office), person.mentions))
            person.organization = person.organization or person.offices[-1].organization


def _seated(office: Office, mentions: list[Mention]) -> Office:
    """The lent office in the body or the place that is told of the counterpart: "her colleague of Tournai"."""
    body = next((m.organization for m in mentions if m.organization), None)
    place = next((m.place for m in mentions if m.place), None)
    if place and office.head.cls == "minister":  # "her colleague of Justice"
        said = words("portfolio").intersection(place.lower().split())
        title = office.head.singular.title() if office.role[0].isupper() else office.head.singular
        return replace(office, organization=body, role=f"{title} {place}", portfolio=said) if said else office
    placed = place and office.head.level in {"local", "regional"}
    return replace(office, organization=body, role=f"{office.role} {place}" if placed else office.role)


def _of_another(persons: list[Person], mentions: list[Mention], person: Person, sentence: list[int]) -> Office | None:
    """Of what "the Georgian minister" is one, where a plural with his country or his partner in talks tells it."""
    country = person.country if person.name else None
    if not country or any(o.role.lower() != "minister" or not o.countries for o in person.offices):
        return None
    if (many := _plural_role(mentions, country, False)) and many.portfolio:
        return many
    said = {sentence[mention.i] for mention in person.mentions if mention.office}
    for other in persons:
        near = other.country != country and not said.isdisjoint(sentence[m.i] for m in other.mentions)
        if near and other.portfolio and other.offices[0].head.level == "minister":
            return other.offices[0]
    return None


def _add_nameless(reading: Reading, persons: list[Person], mention: Mention, home: str | None) -> None:
    """Finds who "the Turkish foreign minister" is; without anybody, an officeholder without a name."""
    office, country, owner = mention.office, mention.country, None
    if office and office.countries:
        country = office.countries[0]
    if mention.counterpart_of is not None and office is None:
        owner = owner_of(persons, None, mention.counterpart_of, reading.tokens.sentence)
        if owner is None:
            return
        office = lent(owner.offices[0])
        mention = replace(mention, office=office)
    if office is None or reading.tokens.lower[max(0, office.i - 1)] == "as":
        return  # "had come as special envoy of …": said of somebody named
    fitting = [
        p for p in persons
        if (p is not owner or (p.first < mention.i and p.country))  # nobody is his own counterpart
        and any(matches(o, office) or of_the_same(o.role, office.role) for o in p.offices)
        and (not country or p.country == country or (p.country is None and _may_be(p, office, home, country)))
        and (country or not (office.portfolio and len(office.portfolio) > 1) or fits(p.portfolio, office.portfolio))
        and (not office.organization or not p.organization or p.organization == office.organization)
        and not (country and p.country is None and _meets(reading, p, mention))
    ]  # fmt: skip
    if fitting:
        near = [p for p in fitting if country and p.country == country] or fitting
        bare = office.role.lower() in _TOP and reading.tokens.lower[office.i - 1] == "the"
        if home and not country and bare:  # "the President" on a page of his country
            near = [p for p in near if p.country in (None, home)] or near
        near = [p for p in near if p.classes & office.classes] or near
        latest = max(near, key=lambda p: max((m.i for m in p.mentions if m.i <= mention.i), default=-1))
        _extend(latest, mention)
        return
    if office.head.use == "anaphor":
        return
    served = reading.tokens.lower[office.i - 1] in {"his", "her"} and office.portfolio
    if not _KIN.isdisjoint(reading.tokens.lower[max(0, office.i - 3) : office.core]):
        return  # "the wife of the Turkish ambassador"
    specific = (
        country
        or served
        or office.organization
        or (office.portfolio and office.j - office.core > 2 and not office.former)
    )
    if specific:
        persons.append(_new(replace(mention, country=country)))


def _meets(reading: Reading, person: Person, mention: Mention) -> bool:
    """Whether the two meet in a sentence: "the minister met the Tunisian one", "one was welcomed by the other"."""
    tokens, k = reading.tokens, mention.i
    near = [m for m in person.mentions if tokens.sentence[m.i] == tokens.sentence[k]]
    met = not _MET.isdisjoint(tokens.lower[max(0, k - 2) : k])
    later = (m for m in near if m.i > k and m.name and m.office and m.i >= mention.j)
    return (met and any(m.i < k for m in near)) or any(
        not _MET.isdisjoint(tokens.lower[max(mention.j, m.i - 2) : m.i]) for m in later
    )


def _may_be(person: Person, office: Office, home: str | None, country: str) -> bool:
    """Whether a person without a country may hold that country's office: at home, or both are diplomats.

    On a page of the country of posting, "Ambassador X" is the envoy named before.
    """
    if home in (None, country):
        return True
    diplomats = person.offices and all(known.head.level == "diplomat" for known in person.offices)
    return bool(diplomats) and office.head.level == "diplomat" and person.name is not None


def _adopt(persons: list[Person], orphans: list[Mention], mentions: list[Mention]) -> None:
    """Gives "Oumar Sissoko of Mali" the office of "the envoy of Mali", or of "three new envoys", told elsewhere."""
    for mention in list(orphans):
        if not mention.country:
            continue
        nameless = [p for p in persons if p.name is None and p.country == mention.country]
        if len(nameless) == 1:
            _extend(nameless[0], mention)
            orphans.remove(mention)
            continue
        group = next((m.office for m in mentions if m.office and m.office.head.plural and not m.office.countries
                      and m.office.head.level == "diplomat" and m.i < mention.i), None)  # fmt: skip
        if group and mention.name and (mention.name.styled or mention.name.j - mention.name.i > 1):
            office = replace(group, head=replace(group.head, plural=False), countries=(mention.country,))
            persons.append(_new(replace(mention, office=office)))
            orphans.remove(mention)


def _charges(persons: list[Person]) -> None:
    """Merges "X, who is in charge of Transport" with the transport minister without a name."""
    for person in list(persons):
        charge = next((o for o in person.offices if o.head.use == "charge"), None)
        if charge is None:
            continue
        other = next(
            (p for p in persons if p is not person and p.name is None and p.portfolio & charge.portfolio
             and (p.country == person.country or None in (p.country, person.country))), None,
        )  # fmt: skip
        if other:
            person.offices.remove(charge)
            person.mentions += other.mentions
            person.offices = other.offices + person.offices
            persons.remove(other)


def _name_one(reading: Reading, persons: list[Person], orphans: list[Mention]) -> None:
    """Names the only officeholder without a name by the only person without an office who is met later."""
    nameless = [p for p in persons if p.name is None and p.offices]
    likely = [m for m in orphans if m.name and (m.name.styled or like_a_person(reading, m.name))]
    texts = sorted((m.name.text for m in likely if m.name), key=len)
    if not texts or not all(same_name(texts[-1], text) for text in texts):
        return
    if len(nameless) > 1:  # who was met before, not those who join later
        nameless = [p for p in nameless if p.first < likely[0].i]
    if len(nameless) != 1 or _told_of(reading, nameless[0], likely):
        return
    again = sum(same_name(m.name.text, likely[0].name.text) for m in orphans if m.name and likely[0].name) > 1
    full = again and likely[0].name is not None and likely[0].name.j - likely[0].name.i > 1
    if likely[0].i < nameless[0].first and not full and all(m.counterpart_of is None for m in nameless[0].mentions):
        return
    for mention in likely:
        _extend(nameless[0], mention)
    orphans[:] = [m for m in orphans if m not in likely]


def _told_of(reading: Reading, nameless: Person, likely: list[Mention]) -> bool:
    """Whether the one speaks of the other: "X said that the Turkish tourism minister is to come"."""
    lower, sentence = reading.tokens.lower, reading.tokens.sentence
    said = {sentence[m.i]: m.i for m in nameless.mentions if m.counterpart_of is None}
    return any("that" in lower[m.j : said.get(sentence[m.i], 0)] for m in likely)
