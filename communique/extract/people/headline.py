"""Offices that the headline alone tells: "Foreign Minister Barta meets Serbian minister", in the body "Gabor Barta".

In: the headline's `Reading` and offices, and the mentions of the body. Out: the mentions, the first with the full name
of somebody without any office given the one that stands in front of his surname in the headline.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extract.offices.alike import matches
from communique.extract.offices.phrases import Office
from communique.extract.people.alike import same_name
from communique.extract.people.apart import is_free, is_held, of_one_side
from communique.extract.people.counterparts import COUNTERPARTS
from communique.extract.people.mentions import Mention
from communique.extract.people.names import Name, parts
from communique.extract.people.wording import abbreviations
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

_LEAD = 3  # sentences
_OF_STATE = frozenset([
    "head_of_state", "head_of_government", "deputy_head", "minister", "deputy_minister", "diplomat", "legislature",
    "judiciary", "royal", "local", "regional",
])  # fmt: skip
_BOTH = 2  # offices
_FIRST = 3  # words of a headline before its subject
_SHORT = 3  # letters of a surname that may be another word of a headline


def with_headline(
    title: Reading, offices: Iterable[Office], body: Reading, mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions, with the offices that only the headline tells of those whom the body names in full.

    Args:
        title: the headline.
        offices: the offices in it.
        body: the text.
        mentions: the mentions of the body.
    """
    told = {
        _surname(title, office): office for office in offices if not office.head.plural and office.head.use != "weak"
    }
    told.pop("", None)
    result = _with_counterpart(title, body, mentions)
    if not told:
        return result
    for n, mention in enumerate(result):
        name = mention.name
        if name is None or mention.office or mention.counterpart_of is not None or len(name.parts) < 2:
            continue
        word = next((part for part in (name.parts[-1], name.parts[0]) if part in told), None)
        if word is None or any(_rivals(name, word, other) for other in mentions):
            continue
        result[n] = _holding(mention, told.pop(word), body)
    return result


def told_above(
    title: Reading, offices: Sequence[Office], body: Reading, mentions: Sequence[Mention], home: str | None
) -> list[Mention]:
    """The mentions, those whom the lead names without an office with the one that the headline tells without a name.

    "Kosovo prime minister in call with Cassis", in the body "Minister Cassis spoke with Albin Kurti". Two are told in
    the order of the headline, "A was received by B" in the other.

    Args:
        title: the headline.
        offices: the offices in it.
        body: the text.
        mentions: the mentions of the body, the offices that stand in it given.
        home: the country of officials of whom no other is told.
    """
    result = _of_fields(title, offices, body, _of_bodies(offices, body, mentions))
    left = [office for office in _apart(offices) if _left_out(title, office, body, mentions, home)]
    if not left or len(left) > _BOTH:
        return result
    lead = _free_in_lead(body, mentions)
    if len(lead) == len(left) == _BOTH:
        said = body.tokens.lower[mentions[lead[0]].j : mentions[lead[1]].i]
        lead = lead[::-1] if "by" in said else lead
    elif lead and _named_first(body, mentions, mentions[lead[0]].i) and not _whose(left[0]):
        return result
    elif len(lead) > 1:
        own = [n for n in lead if mentions[n].country in left[0].countries]
        lead = own or (lead if len(left) == 1 and left[0].i - 1 < _FIRST else [])
    for n, office in zip(lead, left, strict=False):
        if of_one_side(mentions[n], _alone(office)):
            result[n] = _holding(mentions[n], office, body)
    return result


def _of_bodies(offices: Iterable[Office], body: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, "Special Envoy X" of the UN where the headline has "UN envoy": the body that it alone tells."""
    result = list(mentions)
    for office in offices:
        if office.organization is None or office.countries or office.head.plural:
            continue
        alike = [n for n, m in enumerate(_lead(body, mentions)) if m.name and m.office and matches(m.office, office)]
        held = result[alike[0]].office if len(alike) == 1 else None
        whose = held and (_whose(held) or result[alike[0]].country or held.head.body == "state")
        if held and not whose:
            result[alike[0]] = replace(result[alike[0]], office=replace(held, organization=office.organization))
    return result


def _of_fields(title: Reading, offices: Sequence[Office], body: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, "Minister X" of whom no more is said with the field of the one minister left in the headline."""
    result, fields = list(mentions), dict[str, list[Office]]()
    for mention in mentions:
        if mention.name and mention.office:
            fields.setdefault(mention.name.parts[-1], []).append(mention.office)
    above = {_surname(title, office) for office in offices}
    bare = {name for name, held in fields.items() if {office.role.lower() for office in held} == {"minister"}}
    loose = frozenset[str]().union(*(m.office.portfolio for m in mentions if m.office and m.name is None))
    left = [
        office for office in _apart(offices)
        if office.head.cls == "minister" and office.portfolio - loose and office.countries and not office.head.plural
        and _surname(title, office) not in fields
        and not any(
            office.portfolio & other.portfolio and _agree(office, other)
            for name, held in fields.items() if name not in above for other in held
        )
    ]  # fmt: skip
    if len(bare) != 1 or len(left) != 1:
        return result
    for n, mention in enumerate(mentions):
        if mention.office and mention.name and mention.name.parts[-1] in bare and _agree(mention.office, left[0]):
            result[n] = _holding(mention, left[0], body)
    return result


def _agree(office: Office, other: Office) -> bool:
    """Whether two offices may be of one country."""
    return of_one_side(_alone(office), _alone(other))


def _lead(body: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of the lead, in order."""
    return [m for m in mentions if body.tokens.sentence[m.i] - body.tokens.sentence[0] < _LEAD]


def _apart(offices: Iterable[Office]) -> Iterator[Office]:
    """The offices, "ILO Director-General and Prime Minister of Nepal" as the two that they are."""
    for office in offices:
        whose = [(part.countries, part.organization) for part in office.parts]
        two = len(whose) == _BOTH and any(whose[1]) and whose[0] != whose[1]
        yield from office.parts if two else (office,)


def _left_out(title: Reading, office: Office, body: Reading, mentions: Sequence[Mention], home: str | None) -> bool:
    """Whether a headline's office is of the event, and neither it nor the lead tells who holds it."""
    plain = _whose(office) or office.head.level in _OF_STATE
    if office.head.plural or not plain or office.former:
        return False
    named = {part for mention in mentions if mention.name for part in mention.name.parts}
    if _surname(title, office) in named:
        return False
    above = {part for word in title.tokens.word for part in parts(word)}
    lead = _lead(body, mentions)
    loose = [m.office for m in lead if m.name is None and m.office and _whose(m.office)]
    if any(matches(own, office) and of_one_side(_alone(own), _alone(office)) for own in loose):
        return False
    if home and not _whose(office):
        office = replace(office, countries=(home,))  # "Minister meets Jordanian counterpart": the publisher's
    unnamed = [m for m in lead if m.name and above.isdisjoint(m.name.parts)]
    return not (is_held(office, mentions, home) or is_held(office, unnamed, next(iter(office.countries), home)))


def _alone(office: Office) -> Mention:
    return Mention(office.i, office.j, None, office)


def _free_in_lead(body: Reading, mentions: Sequence[Mention]) -> list[int]:
    """The first mentions of whom the lead names without an office, in the first sentence that has any."""
    first = body.tokens.sentence[0] if len(body.tokens) else 0
    found = list[int]()
    for n, mention in enumerate(mentions):
        at = body.tokens.sentence[mention.i] - first
        if at >= _LEAD or (found and at > body.tokens.sentence[mentions[found[0]].i] - first):
            break
        if mention.name and is_free(body, mention, mention.name, mentions):
            found.append(n)
    return found


def _named_first(body: Reading, mentions: Sequence[Mention], i: int) -> bool:
    """Whether a sentence before that of the word `i` names an official."""
    sentence = body.tokens.sentence
    return any(m.name and m.office and sentence[m.i] < sentence[i] for m in mentions)


def _whose(office: Office) -> bool:
    return bool(office.countries or office.organization)


def _holding(mention: Mention, office: Office, body: Reading) -> Mention:
    """The name with an office of the headline."""
    if mention.name is None:
        return mention
    i, j, role = mention.name.i, mention.name.j, _spelt(office.role, body)
    return replace(mention, office=replace(office, i=i, j=j, core=i, role=role, parts=()), above=True)


def _with_counterpart(title: Reading, body: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """ "Chadian Minister meets Malian counterpart", in the body "Minister X met Y": the mentions, Y a counterpart."""
    result, lower = list(mentions), title.tokens.lower
    told = [title.geo_to[k].alpha3 for k, word in enumerate(lower) if word in COUNTERPARTS and k in title.geo_to]
    lead = [
        n for n, mention in enumerate(mentions)
        if body.tokens.sentence[mention.i] == 0 and mention.name
        and (mention.office or is_free(body, mention, mention.name, mentions))
    ]  # fmt: skip
    if len(told) != 1 or len(lead) != 2 or any(m.country or m.counterpart_of is not None for m in mentions):
        return result
    one, other = (mentions[n] for n in lead)
    said = body.tokens.lower[one.j : other.i]
    alone = other.office is None and other.name is not None and len(other.name.parts) > 1
    if one.office and alone and not word_class("encounter").isdisjoint(said):
        result[lead[1]] = replace(other, country=told[0], counterpart_of=other.i)
    return result


def _spelt(role: str, body: Reading) -> str:
    """The office written out, "PM" as "Prime Minister", where the text writes it out somewhere."""
    spelt = " ".join(abbreviations().get(word, word) for word in role.split(" "))
    return spelt if spelt in body.tokens.text else role


def _rivals(name: Name, word: str, other: Mention) -> bool:
    """Whether another mention tells his office, or is of somebody else whom the word in the headline may mean."""
    if other.name is None:
        return False
    if same_name(other.name.text, name.text):
        return other.office is not None or other.counterpart_of is not None
    return word in other.name.parts


def _surname(title: Reading, office: Office) -> str:
    """The folded word right behind an office in the headline, if it may be a surname."""
    word = title.tokens.word[office.j] if office.j < len(title.tokens) else ""
    plain = len(word) >= _SHORT and title.tokens.cap[office.j : office.j + 1] == [True] and office.j not in title.taken
    return parts(word)[-1] if plain and parts(word) else ""
