"""Who hands in letters of credence: "He received the credentials of A of Togo and B of Chad, the new envoys".

In: the mentions of a text and the offices that text and headline tell. Out: the same, those whose credentials are
received given the diplomat's office that is said of all of them. Where no such office is said, nothing is given.
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.offices.phrases import Office
from communique.extract.people.beside import LETTERS
from communique.extract.people.mentions import Mention
from communique.extract.words.reading import Reading

_WHOSE = frozenset(["of", "from", "by"])
_BETWEEN = _WHOSE | {",", ";", "and", "the", "(", ")", "'s", "as", "well", "h.e", "h.e.", ".", "mr", "mrs", "ms", "dr"}
_VAGUE = frozenset(["diplomat", "envoy", "representative"])


def accredited(body: Reading, mentions: Sequence[Mention], headed: Sequence[Office]) -> list[Mention]:
    """The mentions, those with letters of credence as holders of the office that headline or text tells of many.

    Args:
        body: the text.
        mentions: who and which offices are mentioned, in order.
        headed: the offices in the headline.
    """
    result = list(mentions)
    if LETTERS.isdisjoint(body.tokens.lower):
        return result
    loose = [m.office for m in mentions if m.name is None and m.office and m.office.head.plural]
    sent = [o for o in (*loose, *headed) if o.head.level == "diplomat" and o.head.plural]
    if not sent:
        return result
    office = min(sent, key=lambda o: o.head.singular in _VAGUE)
    role = office.role.split(" accredited")[0]
    office = replace(office, role=role, head=replace(office.head, plural=False), countries=(), posting=None)
    for n in _whose_letters(body, mentions):
        name, country = mentions[n].name, mentions[n].country
        if name:
            theirs = (country,) if country else ()
            own = replace(office, i=name.i, j=name.j, core=name.i, countries=theirs, parts=())
            result[n] = replace(mentions[n], office=own)
    return result


def _whose_letters(body: Reading, mentions: Sequence[Mention]) -> list[int]:
    """Those without an office in a list behind "credentials of", with nothing but countries between them."""
    lower, covered = body.tokens.lower, set[int]()
    for mention in mentions:
        covered.update(range(mention.i, mention.j) if mention.name else ())
    for geo in body.geo.values():
        covered.update(range(geo.i, geo.j))
    found = list[int]()
    for n, mention in enumerate(mentions):
        if mention.name is None or " " not in mention.name.text or mention.office or mention.counterpart_of is not None:
            continue
        k = mention.start - 1
        while k > 0 and lower[k] not in LETTERS and (k in covered or lower[k] in _BETWEEN):
            k -= 1
        if lower[k] in LETTERS and lower[k + 1] in _WHOSE:
            found.append(n)
    return found
