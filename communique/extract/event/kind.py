"""The kind of event that an article tells, and its codes in PLOVER and CAMEO.

In: an article, its actors and countries. Out: one of the kinds of the codebook. Words of the headline, the first
paragraph and, faintly, the second one speak for kinds (`communique.extract.event.telling`); the heaviest sum wins.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from communique.extract.event.attribution import is_said, names_occasion, says
from communique.extract.event.telling import (
    HAPPENS,
    JOURNEY,
    KINDS,
    SURE,
    TELLING,
    Scores,
    cue_kinds,
    heard,
    looks_ahead,
    promises,
)
from communique.extract.words.sentences import Sentence, sentences
from communique.model import Actor, Article
from communique.registry import rows, settings
from communique.registry.countries import find_countries
from communique.registry.matcher import Matcher

_LONGEST = 30_000  # characters of a body; what follows in a longer one is no news report
_READ = 1600  # characters of the body that are looked at, and of its sentences
_SENTENCES = 20
_SAME = 60  # characters by which a headline is known again in the text
_WORDED = re.compile(r"(?:\b[a-z]{2,}\b.*?){3}", re.DOTALL)  # a sentence of fewer words ("Feb. 20.") tells nothing
_PAST = re.compile(r"\b(?:arrived|reached|landed|met|held|visited|left|departed|received|attended|was|were|has|have)\b")
_APART = re.compile(  # many who are met one after the other
    r"\b(?:separately|(?:separate|two|three|several) (?:meetings|talks|discussions|audiences)|one by one"
    r"|one after (?:the other|another)|individually"
    r"|(?:holds?|held|had|holding) (?:\w+ )?meetings with"
    r"|bilateral (?:meetings|talks with (?:the|his|her) \w+ counterparts))\b",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"\b(?:receives?|received|called on|calls on|courtesy calls?|audiences?)\b")
_AT = re.compile(  # the occasion of what somebody said, in the same sentence
    r"\b(?:at|during|in|after|following) (?:a|the|their|his|her|today's) (?:\w+ )?(?:meeting|talks|conversation)\b",
    re.IGNORECASE,
)
_MET = 3.0  # from this weight on a place tells that people met
_PLAIN = 8.0  # headline and first sentence together that tell an intention beyond doubt
_TABLE = 2  # parties that meet as two sides; more are a gathering
_MANY = 5  # parties who gather even where a word of it stands but further down
_JOURNEYS = frozenset(("visit", "meeting", "conference"))  # that a headline may tell in the present before they begin
_FRAMES = ("credentials", "call", "meeting")  # kinds that a text may name behind what was said at them

Place = tuple[str, Scores]


def classify(article: Article, actors: Sequence[Actor], countries: Sequence[str]) -> str:
    """The kind of the principal event.

    Args:
        article: the article; its title and first paragraphs are read.
        actors: its participants.
        countries: its parties, alpha-3 codes.

    Returns:
        a kind of `registry/kinds.csv`.
    """
    total = scores(article, actors, countries)
    return max(KINDS, key=lambda kind: total.get(kind, 0.0)) if total else "statement"


def scores(article: Article, actors: Sequence[Actor], countries: Sequence[str]) -> Scores:
    """What speaks for each kind, added up over the places."""
    places = settings("kind_cues")["places"]
    found = _places(article)
    total: Scores = defaultdict(float)
    for place, said in found:
        for kind, weight in said.items():
            total[kind] += places[place] * weight
    if not any(said.get(kind, 0.0) >= SURE for _, said in found[:2] for kind in HAPPENS):
        named, framed = _named(article), _framed(found)
        if named:
            total[named] += places["named"]
        elif framed and total.get("pledge", 0.0) < _PLAIN:
            total[framed] += places["framed"]
    _outvote(total, found)
    for how in ("call", "credentials"):
        if max(said.get(how, 0.0) for place, said in found if place != "second") >= SURE:
            total[how] += places[how] * (total["meeting"] + total["message"])
    parties = set(countries) | {
        a.organization or a.name or "" for a in actors if not a.country and (a.organization or a.role)
    }
    elsewhere = max(total.get("credentials", 0.0), total.get("call", 0.0)) >= SURE  # its own word tells how they met
    met = not elsewhere and any(said.get("meeting", 0.0) >= _MET for _, said in found)
    apart = len(parties) > _TABLE and _is_apart(article, found)
    _count_parties(total, _TABLE if apart else len(parties), met)
    if total.get("call") and _gather(found, len(parties)):
        total["conference"] += total.pop("call")  # many gather at screens as well
    return dict(total)


def _gather(found: Sequence[Place], parties: int) -> bool:
    """Whether a gathering is told; of two parties only if headline and first sentence agree on it."""
    told, enough = (found, TELLING) if parties >= _MANY else (found[:2], SURE)
    if parties > _TABLE:
        return any(said.get("conference", 0.0) >= enough for _, said in told)
    return all(said.get("conference", 0.0) >= TELLING for _, said in found[:2])


def _outvote(total: Scores, found: Sequence[Place]) -> None:
    """Lets "ties" and "cooperation", where nothing tells that people met, not outvote what is told for certain."""
    places = settings("kind_cues")["places"]
    sure = [
        places[place] * weight
        for place, said in found[:2]
        for kind, weight in said.items()
        if kind in HAPPENS - {"meeting"} and weight >= SURE
    ]
    if sure and all(said.get("meeting", 0.0) < _MET for _, said in found):
        total["meeting"] = min(total["meeting"], max(sure) - places["outvoted"])


def _is_apart(article: Article, found: Sequence[Place]) -> bool:
    """Whether many parties are met one after the other, or received by one."""
    text = article.title + "\n" + article.body[article.lead : article.lead + _READ // 2]
    if _APART.search(text):
        return True
    gathered = any(said.get("conference", 0.0) >= TELLING for _, said in found[:2])
    _, start, end = next(_leads(article), ("", 0, 0))
    named = {country.value.alpha3 for country in find_countries(article.body[start:end])}
    return not gathered and len(named) <= _TABLE and _RECEIVED.search(article.body, start, end) is not None


def _count_parties(total: Scores, parties: int, met: bool) -> None:
    """Adds what the number of the parties says: two meet, more gather."""
    weights = settings("kind_cues")["parties"]
    if total.get("conference"):
        total["conference"] += {0: 0.0, 1: 0.0, 2: -weights["two"]}.get(parties, weights["gathering"])
    if met and parties > _TABLE:
        total["conference"] += weights["many"] * min(parties - _TABLE, 4)
    if parties >= _TABLE:
        total["meeting"] += weights["met"]


def _places(article: Article) -> list[Place]:
    """What each place says: the headline and the stretches of the body."""
    body = article.body[:_LONGEST]
    leads = list(_leads(article))
    said = [(name, heard(body, start, end)) for name, start, end in leads]
    quoted = not said or all(said[0][1].get(kind, 0.0) < SURE for kind in HAPPENS)
    title = heard(article.title, 0, len(article.title), headline=not _repeats(article), quoted=quoted)
    if said:
        _in_time(
            title,
            said[0][1],
            body,
            *leads[0][1:],
            past=_PAST.search(article.title) is not None,
            promised=promises(article.title),
        )
    found = [("title", title), *said]
    if JOURNEY in title:
        _set_off(found)
    for told in _words(article, found, [(start, end) for _, start, end in leads]):
        _as_words(told)
    return found


def _set_off(found: Sequence[Place]) -> None:
    """Lets a headline that tells a journey to come tell a visit, whose programme is what else is to come."""
    title = found[0][1]
    title["visit"] = title.pop(JOURNEY)
    for _, said in found:
        if "pledge" in said:
            said["pledge"] *= settings("kind_cues")["places"]["ahead"]


def _words(article: Article, found: Sequence[Place], leads: Sequence[tuple[int, int]]) -> list[Scores]:
    """The places that are but somebody's words, of a text that names no occasion for them."""
    headed = not _repeats(article)
    if not leads or any(said.get(kind, 0.0) >= SURE for _, said in found[1:] for kind in _FRAMES):
        return []
    if headed and ("pledge" in found[0][1] or any(found[0][1].get(kind, 0.0) >= SURE for kind in HAPPENS)):
        return []
    if _AT.search(article.body, *leads[0]):
        return []
    if is_said(article.body, leads[0], leads[1] if len(leads) > 1 else None):
        return [said for _, said in found[1 if headed else 0 : 2]]
    return [found[1][1]] if headed and says(article.body, *leads[0]) else []


def _as_words(said: Scores) -> None:
    """Lets a stretch tell a statement, and less of what is spoken of in it."""
    places = settings("kind_cues")["places"]
    for kind in said.keys() & HAPPENS:
        said[kind] *= places["topic"] if said[kind] < SURE else 1.0
    said["statement"] = said.get("statement", 0.0) + places["said"]


def _in_time(title: Scores, first: Scores, body: str, start: int, end: int, *, past: bool, promised: bool) -> None:
    """Sets a headline right by the first sentence: it may look ahead over what happened, or tell what is to come.

    One in the past tense tells neither.
    """
    ahead = settings("kind_cues")["places"]["ahead"]
    if "pledge" in title:
        told = "pledge" not in first and not promised and any(first.get(kind, 0.0) >= TELLING for kind in HAPPENS)
        title["pledge"] *= ahead if told and not looks_ahead(body, start, end) else 1.0
    elif "pledge" in first and not first.keys() & HAPPENS and not past:
        if title.get("visit", 0.0) >= SURE:
            title[JOURNEY] = title.pop("visit")
            return
        planned = {cue.value for cue in cue_kinds(body, start, end)}
        journeys = title.keys() & HAPPENS
        for kind in journeys if planned & _JOURNEYS and journeys <= _JOURNEYS else ():
            title["pledge"] = max(title.get("pledge", 0.0), title[kind])
            title[kind] *= ahead


def _framed(found: Sequence[Place]) -> str | None:
    """The occasion that a text tells only behind what was said at it."""
    return next((kind for kind in _FRAMES if any(said.get(kind, 0.0) >= SURE for _, said in found[2:])), None)


def _named(article: Article) -> str | None:
    """The occasion on which the text behind the first sentence says outright that something was said."""
    body = article.body[:_LONGEST]
    for part in sentences(body)[:_SENTENCES]:
        if part.start > article.lead and names_occasion(body, part.start, part.end):
            said = heard(body, part.start, part.end)
            return next((kind for kind in _FRAMES if said.get(kind, 0.0) >= TELLING), None)
    return None


def _repeats(article: Article) -> bool:
    """Whether the headline is but the beginning of the text, as on a page that has none."""
    return article.title[:_SAME].strip() in article.body[: article.lead + 2 * _SAME]


def _leads(article: Article) -> Iterator[tuple[str, int, int]]:
    """The stretches of the body that tell the event: first sentence, rest of its paragraph, the next paragraph."""
    body, end = article.body[:_LONGEST], article.lead + _READ
    parts = [
        Sentence(max(part.start, article.lead), min(part.end, end), part.paragraph)
        for part in sentences(body)[:_SENTENCES]
        if part.end > article.lead and part.start < end
    ]
    if not parts:
        return
    worded = next((n for n, part in enumerate(parts) if _WORDED.search(body, part.start, part.end)), 0)
    first, *others = parts[worded:]
    yield "first", first.start, first.end
    for name, paragraph in (("lead", first.paragraph), ("second", first.paragraph + 1)):
        stretch = [part for part in others if part.paragraph == paragraph][:3]
        if stretch:
            yield name, stretch[0].start, stretch[-1].end


@cache
def _codes() -> dict[str, tuple[str, str | None, str]]:
    return {row["kind"]: (row["plover_type"], row["plover_mode"] or None, row["cameo_code"]) for row in rows("kinds")}


@cache
def _statement_types() -> list[tuple[str, Matcher[str]]]:
    types = settings("kind_cues")["statement_types"]
    return [(name, Matcher(dict.fromkeys(cell.split("|"), name))) for name, cell in types.items()]


def codes(kind: str, article: Article) -> tuple[str, str | None, str]:
    """The PLOVER type and mode and the CAMEO code of an event of this kind.

    Args:
        kind: a kind of `registry/kinds.csv`.
        article: read for a statement only, whose PLOVER type is that of its content.

    Returns:
        PLOVER type, PLOVER mode or None, CAMEO code.

    >>> codes("call", Article(title="", body=""))
    ('CONSULT', 'phone', '041')
    >>> codes("statement", Article(title="Minister praises relief teams", body=""))
    ('SUPPORT', None, '010')
    """
    plover, mode, cameo = _codes()[kind]
    if plover:
        return plover, mode, cameo
    lead = next((article.body[start:end] for _, start, end in _leads(article)), "")
    for text in (article.title, lead):
        for name, matcher in _statement_types():
            if matcher.find(text):
                return name, mode, cameo
    return "CONSULT", mode, cameo
