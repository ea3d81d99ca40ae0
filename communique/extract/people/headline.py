"""Offices that the headline alone tells: "Foreign Minister Barta meets Serbian minister", in the body "Gabor Barta".

In: the headline's `Reading` and offices, and the mentions of the body. Out: the mentions, the first with the full name
of somebody without any office given the one that stands in front of his surname in the headline.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.extract.offices.phrases import Office
from communique.extract.people.alike import same_name
from communique.extract.people.counterparts import COUNTERPARTS
from communique.extract.people.mentions import Mention
from communique.extract.people.names import Name, parts
from communique.extract.people.wording import abbreviations
from communique.extract.words.classes import word_class
from communique.extract.words.reading import Reading

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
        office = told.pop(word)
        role = _spelt(office.role, body)
        result[n] = replace(mention, office=replace(office, i=name.i, j=name.j, core=name.i, role=role, parts=()))
    return result


def _with_counterpart(title: Reading, body: Reading, mentions: Sequence[Mention]) -> list[Mention]:
    """ "Chadian Minister meets Malian counterpart", in the body "Minister X met Y": the mentions, Y a counterpart."""
    result, lower = list(mentions), title.tokens.lower
    told = [title.geo_to[k].alpha3 for k, word in enumerate(lower) if word in COUNTERPARTS and k in title.geo_to]
    lead = [n for n, mention in enumerate(mentions) if body.tokens.sentence[mention.i] == 0 and mention.name]
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
