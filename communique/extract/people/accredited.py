"""Who hands in letters of credence: "He received the credentials of A of Togo and B of Chad, the new envoys".

In: the mentions of a text and the offices that text and headline tell. Out: the same, those whose credentials are
received given the diplomat's office that is said of all of them. So is who comes for another country to such a
ceremony and is told by nothing but that, "For Peru, A; B represents Chad". Where no such office is said, nothing is
given.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from communique.extract.offices.heads import skip_the
from communique.extract.offices.phrases import Office
from communique.extract.people.apart import of_a_field
from communique.extract.people.beside import LETTERS
from communique.extract.people.mentions import Mention
from communique.extract.people.names import Name
from communique.extract.words.reading import Reading

_PAPERS = LETTERS | {"letters"}
_HOSTS = frozenset(["head_of_state", "head_of_government", "royal", "minister"])
_EXCELLENT = frozenset(["excellency", "excellencies", "h.e", "h.e."])
_WHOSE = frozenset(["of", "from", "by"])
_BETWEEN = _WHOSE | {
    ",", ";", "and", "the", "which", "(", ")", "'s", "as", "well", "h.e", "h.e.", ".", "mr", "mrs", "ms", "dr",
}  # fmt: skip
_VAGUE = frozenset(["diplomat", "envoy", "representative"])


def accredited(
    title: Reading, headed: Sequence[Office], body: Reading, mentions: Sequence[Mention], home: str | None
) -> list[Mention]:
    """The mentions, those with letters of credence as holders of the office that headline or text tells of many.

    Args:
        title: the headline.
        headed: the offices in it.
        body: the text.
        mentions: who and which offices are mentioned, in order.
        home: the country of officials of whom no other is told.
    """
    result = list(mentions)
    if not _is_ceremony(title, body):
        return result
    loose = [m.office for m in mentions if m.name is None and m.office and m.office.head.plural]
    sent = [o for o in (*loose, *headed) if o.head.level == "diplomat" and o.head.plural]
    if not sent:
        return result
    office = min(sent, key=lambda o: o.head.singular in _VAGUE)
    role = office.role.split(" accredited")[0]
    office = replace(office, role=role, head=replace(office.head, plural=False), countries=(), posting=None)
    behind = _whose_letters(body, mentions)
    for n in sorted({*behind, *_sent_here(body, mentions, home)}):
        name, country = mentions[n].name, mentions[n].country
        if name:
            entity = _entity(body, name)
            theirs = (country,) if country and not entity else ()
            own = replace(office, i=name.i, j=name.j, core=name.i, countries=theirs, organization=entity, parts=())
            result[n] = replace(mentions[n], office=own)
    return result


def _is_ceremony(title: Reading, body: Reading) -> bool:
    """Whether credentials are told of, or "letters" that headline or text make known as such."""
    said = body.tokens.lower
    plain = "letters" in title.tokens.lower or ("letters" in said and "accredited" in said)
    return plain or not LETTERS.isdisjoint(said)


def _whose_letters(body: Reading, mentions: Sequence[Mention]) -> list[int]:
    """Those without an office in a list behind "credentials of", with nothing but countries between them."""
    lower, covered = body.tokens.lower, set[int]()
    for mention in mentions:
        covered.update(range(mention.i, mention.j) if mention.name else ())
    for geo in body.geo.values():
        covered.update(range(geo.i, geo.j))
    found = list[int]()
    for n, mention in enumerate(mentions):
        if not _is_open(mention):
            continue
        k = mention.start - 1
        while k > 0 and lower[k] not in LETTERS and (k in covered or lower[k] in _BETWEEN):
            k -= 1
        if lower[k] in _PAPERS and (lower[k + 1] in _WHOSE or lower[k + 1 : k + 3] == ["by", "which"]):
            found.append(n)
    return found


def _sent_here(body: Reading, mentions: Sequence[Mention], home: str | None) -> list[int]:
    """Those of another country, or styled as excellencies are, of whom the text says no more anywhere."""
    told = {m.name.text for m in mentions if m.name and not _is_open(m)}
    hosts = {
        home,
        *chain.from_iterable(m.office.countries for m in mentions if m.office and m.office.head.level in _HOSTS),
    }
    found = list[int]()
    for n, mention in enumerate(mentions):
        name = mention.name
        if name is None or not _is_open(mention) or name.text in told or of_a_field(body, name):
            continue
        excellent = not _EXCELLENT.isdisjoint(body.tokens.lower[name.before : name.i])
        if excellent or (mention.country and mention.country not in hosts) or _entity(body, name):
            found.append(n)
    return found


def _entity(body: Reading, name: Name) -> str | None:
    """Who sends him that is no state: "for the Order of Malta, X", "Y, for the Order of Malta", "the EU's Z"."""
    lower, i, j = body.tokens.lower, name.before, name.j
    front = body.body_to.get(i - 1) if i and lower[i - 1] in {",", "'s"} else None
    if front and (lower[i - 1] == "'s" or lower[front.i - 1 - (lower[front.i - 1] == "the")] == "for"):
        return front.organization.name
    j += lower[j : j + 1] == [","]
    behind = body.body.get(skip_the(lower, j + 1)) if lower[j : j + 1] in (["for"], ["of"], ["from"]) else None
    return behind.organization.name if behind else None


def _is_open(mention: Mention) -> bool:
    """Whether somebody is named in full, with no office or a vague one, "diplomat"."""
    vague = mention.office is None or mention.office.role.lower() in _VAGUE
    return mention.name is not None and " " in mention.name.text and vague and mention.counterpart_of is None
