"""Bodies that act as such, and delegations without names.

In: the reading of the body, the persons found, the words that offices and names have taken. Out: `Actor`s of type
organization: agencies, firms, chambers and ministries that give, sign, build or send somebody and have nobody named for
them (`bodies_likelihood.py`), and "a Chinese economic delegation" where nobody is named for that side.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import compress

from communique.extract.offices.heads import skip_the, words
from communique.extract.offices.nouns import body_noun
from communique.extract.offices.phrases import Office
from communique.extract.participation.bodies_likelihood import Candidate, Page, takes_part
from communique.extract.participation.deeds import JOINTS, does, done_with
from communique.extract.participation.stands_for import headed_by_letters, same_body
from communique.extract.people.bodies import Named, cues, named_bodies
from communique.extract.people.embassies import embassies
from communique.extract.people.names import parts
from communique.extract.people.persons import Person
from communique.extract.people.signatories import party_places
from communique.extract.words.reading import Reading
from communique.model import Actor

_LEAD = 8  # sentences that tell of delegations and missions
_SENTENCES = 60  # up to which bodies are read
_GROUPS = frozenset(["delegation", "mission"])
_ONE_GROUP = frozenset(["a", "an", "high-level", "the", "visiting"])  # or "an eight-member"
_LED = frozenset(["led", "headed", "leads", "heads", "leading", "heading", "chaired", "under"])
_GAP = 8  # words between two bodies of a list


def acting_bodies(body: Reading, persons: list[Person], offices: list[Office], home: str | None = None) -> list[Actor]:
    """The bodies and delegations that take part themselves, each once, at its first mention.

    Args:
        body: the reading of the text.
        persons: who takes part; a body for which one of them is named is no actor.
        offices: all offices told, whose words name no further body.
        home: the page's own country, whose those ministries are of which nothing else is told.
    """
    found: dict[str, Actor] = {}
    known = _represented(body, persons)
    page, told = _candidates(body, persons, offices, home)
    for key, candidate in told.items():
        name = " ".join(parts(candidate.first.name))
        there = any(same_body(name, other) for other in known) or headed_by_letters(body, candidate.first, persons)
        if not there and takes_part(page, candidate):
            found[key] = _actor(body, candidate.first.i, candidate.first.j, candidate.first.country)
    for actor in _sent_by_bodies(body):
        if not any(same_body(" ".join(parts(actor.organization or "")), other) for other in known):
            found.setdefault(actor.organization or "", replace(actor, organization=None))
    represented = {person.country for person in persons}
    staffed = any(p.name and not p.country and "diplomat" in {o.head.level for o in p.offices} for p in persons)
    for actor in [*_delegations(body), *(() if staffed else _missions(body))]:
        if actor.country not in represented:
            represented.add(actor.country)
            found[actor.name or ""] = actor
    return list(found.values())


def _candidates(
    body: Reading, persons: list[Person], offices: list[Office], home: str | None
) -> tuple[Page, dict[str, Candidate]]:
    """The bodies that a page names, by name and country, and what is the same for all of them."""
    held = (office for office in offices if not (office.head.plural and office.organization))
    taken = {k for office in held for k in range(office.i, office.j)}  # "representatives of the Bank" hold none
    taken |= {k for person in persons for m in person.mentions if m.name for k in range(m.name.i, m.name.j)}
    places = party_places(body)
    groups = list(_lists(body, list(named_bodies(body, taken, _SENTENCES, places))))
    found: dict[str, Candidate] = defaultdict(Candidate)
    for group in groups:
        for named in group:
            local = named.ministry or named.name.split()[-1].lower() in cues("organs")
            named = named._replace(country=named.country or (home if local else None))
            candidate = found[f"{' '.join(parts(named.name))} {named.country}"]
            candidate.mentions.append(named)
            candidate.lists.append(group)
    return Page(body, persons, places, sum(map(len, groups))), found


def _represented(body: Reading, persons: list[Person]) -> set[str]:
    """The names of bodies for which somebody is there."""
    said = (name for p in persons if p.organization for name in (p.organization, body.meant(p.organization)))
    return {" ".join(parts(name)) for name in said}


def _actor(body: Reading, i: int, j: int, country: str | None) -> Actor:
    said = body.tokens.span(i, j)
    start, end, name = body.tokens.start[i], body.tokens.end[j - 1], body.meant(said).removeprefix("The ")
    if name != said and (at := body.tokens.text.find(name)) >= 0:
        start, end = at, at + len(name)  # the acronym is explained elsewhere
    else:
        name = said
    return Actor(name, None, country, None, "organization", start, end)


def _lists(body: Reading, found: list[Named]) -> Iterator[list[Named]]:
    """The bodies in lists: those between which nothing but joints and countries stands are told together."""
    group: list[Named] = []
    for named in found:
        if group and not _joined(body, group[-1].j, named.i):
            yield group
            group = []
        group.append(named)
    if group:
        yield group


def _joined(body: Reading, j: int, i: int) -> bool:
    """Whether the words `j` up to `i` join two bodies of one sentence: "A (ABC), and the Turkish B"."""
    tokens = body.tokens
    if not 0 <= i - j < _GAP or tokens.sentence[i] != tokens.sentence[j - 1]:
        return False
    between = JOINTS | cues("named")
    return all(tokens.lower[k] in between or k in body.taken or tokens.word[k].isupper() for k in range(j, i))


def _delegations(body: Reading) -> Iterator[Actor]:
    """ "a Chinese economic delegation": nationality, up to three words, and the noun."""
    tokens, lower = body.tokens, body.tokens.lower
    for geo in body.geo.values():
        if geo.form != "demonym" or tokens.sentence[geo.i] - tokens.sentence[0] > _LEAD // 2:
            continue
        for k in range(geo.j, min(geo.j + 4, len(lower))):
            if lower[k] in _GROUPS:
                article = geo.i and (
                    lower[geo.i - 1] in _ONE_GROUP or lower[geo.i - 1].endswith(("-member", "-strong"))
                )
                plain = all(w not in words("ministry") or w in _GROUPS for w in lower[geo.j : k])
                if article and plain and lower[k + 1 : k + 2] != ["'s"]:
                    yield _actor(body, geo.i, k + 1, geo.alpha3)
                break
            if not lower[k].isalpha() or lower[k] in {"a", "an", "the"}:
                break  # "the Albanian Railways hosted a delegation"


def _sent_by_bodies(body: Reading) -> Iterator[Actor]:
    """ "a delegation of the Bank", "an IMF mission": a body's people without names; `organization` tells whose."""
    tokens, lower = body.tokens, body.tokens.lower
    for k in compress(range(1, len(lower) - 1), map(_GROUPS.__contains__, lower[1:])):
        if tokens.sentence[k] - tokens.sentence[0] > _LEAD // 2 or tokens.cap[k]:
            continue
        behind = body.body.get(skip_the(lower, k + 2)) if lower[k + 1] in {"of", "from"} else None
        before = body.body_to.get(k)
        article = lower[(before.i if before else k) - 1]
        end = tokens.bounds[tokens.sentence[k]][1]
        for named, i, j in ((behind, k, behind.j if behind else 0), (before, before.i if before else 0, k + 1)):
            one = article in _ONE_GROUP and (article != "the" or named is behind)
            if named and one and _LED.isdisjoint(lower[j:end]):
                yield replace(_actor(body, i, j, named.organization.country), organization=named.organization.name)


def _missions(body: Reading) -> Iterator[Actor]:
    """ "The Chinese Embassy in Juba donated", "the High Commission of India handed over": a mission that acts."""
    for told in embassies(body):
        acts = does(body, told.i, _with_partner(body, told.j)) or done_with(body, told.i)
        if body.tokens.sentence[told.i] < _LEAD and acts:
            yield _actor(body, told.i, told.j, told.country)


def _with_partner(body: Reading, j: int) -> int:
    """The word behind "(the Embassy of Japan) and the Kaizen Institute": whoever acts with an embassy; else `j`."""
    k = skip_the(body.tokens.lower, j + 1)
    if body.tokens.lower[j : j + 1] != ["and"] or k >= len(body.tokens) or not body.tokens.cap[k]:
        return j
    return body.body[k].j if k in body.body else body_noun(body, k) or j
