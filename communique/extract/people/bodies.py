"""Bodies that act as such, and delegations without names.

In: the reading of the body, the persons found, the words that offices and names have taken. Out: `Actor`s of type
organization: agencies, firms, chambers and foundations that give, sign or build and have nobody named for them, and
"a Chinese economic delegation" where nobody is named for that side.
"""

from collections.abc import Iterator
from functools import cache
from itertools import compress

from communique.extract.offices.heads import CALENDAR, skip_the, words
from communique.extract.offices.phrases import Office
from communique.extract.offices.runs import body_noun
from communique.extract.people.names import parts
from communique.extract.people.persons import Person
from communique.extract.words.reading import Reading
from communique.model import Actor
from communique.registry import settings

LEAD_SENTENCES = 8
_ORGANS = frozenset(["commission", "administration"])  # organs in which the parties meet, or parts of a government
_MISSIONS = frozenset(["embassy", "consulate", "commission"])
_AT = (["in"], ["to"])
_GROUPS = frozenset(["delegation", "mission"])


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(settings("body_cues")[kind])


def acting_bodies(body: Reading, persons: list[Person], offices: list[Office]) -> list[Actor]:
    """The bodies and delegations that take part themselves, each once, at its first mention."""
    taken = {k for office in offices for k in range(office.i, office.j)}
    taken |= {k for person in persons for m in person.mentions if m.name for k in range(m.name.i, m.name.j)}
    found: dict[str, Actor] = {}
    known = {" ".join(parts(p.organization)) for p in persons if p.organization}
    for i, j, name, country in _candidates(body, taken):
        key = " ".join(parts(name))
        # "the Chamber of Commerce" is told by "the Chamber"
        told = any(key.startswith(other) for other in known if " " in other)
        if not told and key not in known and key not in found and _acts(body, i, j):
            found[key] = _actor(body, i, j, country)
    represented = {person.country for person in persons}
    for actor in [*_delegations(body), *_missions(body)]:
        if actor.country not in represented:
            represented.add(actor.country)
            found[actor.name or ""] = actor
    return list(found.values())


def _actor(body: Reading, i: int, j: int, country: str | None) -> Actor:
    return Actor(
        body.tokens.span(i, j), None, country, None, "organization", body.tokens.start[i], body.tokens.end[j - 1]
    )


def _candidates(body: Reading, taken: set[int]) -> Iterator[tuple[int, int, str, str | None]]:
    """Names of bodies near the top: those of the registry that act abroad, and capitals that end in "Company" etc."""
    tokens, free = body.tokens, 0
    for k in tokens.opens:
        if tokens.sentence[k] >= LEAD_SENTENCES:
            break
        if k < free or k in taken or not tokens.cap[k]:
            continue
        known = body.body.get(k)
        led = tokens.lower[k] in {"the", "a"} or tokens.lower[k].endswith(("-owned", "-based", "-run", "-backed"))
        if tokens.first[k] and led:
            continue
        if known and known.organization.kind in _cues("kinds"):
            yield known.i, known.j, known.organization.name, known.organization.country
            free = known.j
        elif known:
            free = known.j
        else:
            end = body_noun(body, k)
            if end and not set(tokens.lower[k:end]) & _ORGANS and not any(w in taken for w in range(k, end)):
                inner = next((body.geo[w] for w in range(k, end) if w in body.geo), None)
                yield k, end, reading_name(body, k, end), inner.alpha3 if inner else None
            free = end or _after_capitals(body, k)


def reading_name(body: Reading, i: int, j: int) -> str:
    """The full name of the body on the words `i` up to `j`: what the text defines the acronym as, or the words."""
    said = body.tokens.span(i, j)
    return body.meant(said)


def _after_capitals(body: Reading, k: int) -> int:
    while k < len(body.tokens) and body.tokens.cap[k]:
        k += 1
    return k


def _acts(body: Reading, i: int, j: int) -> bool:
    """Whether the body on the words `i` up to `j` gives, signs, builds, or is named as a partner of such a deed."""
    tokens, lower = body.tokens, body.tokens.lower
    k = j + 3 if lower[j : j + 1] == ["("] and lower[j + 2 : j + 3] == [")"] else j
    if lower[j : j + 1] == [","] and lower[j + 2 : j + 3] == [","] and tokens.word[j + 1].isupper():
        k = j + 3  # "the Emirates Red Crescent, ERC, sent"
    if lower[k : k + 1] == ["on"] and lower[k + 1 : k + 2] and lower[k + 1] in CALENDAR:
        k += 2
    if lower[k : k + 2] == ["said", "it"]:
        k += 2
    while k < len(lower) and k < j + 8 and lower[k] in _cues("copulas"):
        k += 1
    if (
        k < len(lower)
        and tokens.sentence[k] == tokens.sentence[i]
        and (lower[k] in _cues("acts") or lower[k] in _cues("nouns"))
    ):
        return lower[k] in _cues("acts") or k > j
    if i in body.body and body.body[i].organization.kind == "eu":
        return False  # "financed by the Union": it takes part by its own deeds only
    b = i - 1
    while b >= 0 and lower[b] in {"the", "a", "state", "-", "owned", "state-owned", "chinese", "its"}:
        b -= 1
    if b < 0 or lower[b] not in _cues("links") or tokens.sentence[b] != tokens.sentence[i]:
        return False
    sentence = [w for w, s in zip(lower[max(0, b - 30) : b], tokens.sentence[max(0, b - 30) : b], strict=True)
                if s == tokens.sentence[i]]  # fmt: skip
    return bool(_cues("deeds") & set(sentence))


def _delegations(body: Reading) -> Iterator[Actor]:
    """ "a Chinese economic delegation": nationality, up to three words, and the noun."""
    tokens, lower = body.tokens, body.tokens.lower
    for geo in body.geo.values():
        if geo.form != "demonym" or tokens.sentence[geo.i] - tokens.sentence[0] > LEAD_SENTENCES // 2:
            continue
        for k in range(geo.j, min(geo.j + 4, len(lower))):
            if lower[k] in _GROUPS:
                article = geo.i and lower[geo.i - 1] in {"a", "an", "high-level", "the", "visiting"}
                plain = all(w not in words("ministry") or w in _GROUPS for w in lower[geo.j : k])
                if article and plain:
                    yield _actor(body, geo.i, k + 1, geo.alpha3)
                break
            if not lower[k].isalpha():
                break


def _missions(body: Reading) -> Iterator[Actor]:
    """ "The Chinese Embassy in Juba donated", "the High Commission of India handed over": a mission that acts."""
    tokens, lower = body.tokens, body.tokens.lower
    for k in compress(range(1, len(lower) - 1), map(_MISSIONS.__contains__, lower[1:])):
        high = lower[k - 1] == "high"
        if tokens.sentence[k] >= LEAD_SENTENCES or not tokens.cap[k] or (lower[k] == "commission" and not high):
            continue
        i, j = k - high, k + 1
        geo = body.geo_to.get(i - 1 if lower[i - 1] == "'s" else i)
        if geo:
            i = geo.i
        elif lower[j] == "of":
            geo = body.geo.get(skip_the(lower, j + 1))
            j = geo.j if geo else j
        place = body.geo.get(skip_the(lower, j + 1)) if lower[j : j + 1] in _AT else None
        j = place.j if place else j
        if geo and _acts(body, i, j):
            yield _actor(body, i, j, geo.alpha3)
