"""The kind of event that an article tells, and its codes in PLOVER and CAMEO.

In: an article, its actors and countries. Out: one of the kinds of the codebook. Words of the headline, the first
paragraph and, faintly, the second one speak for kinds; the heaviest sum wins. What is announced is a pledge, what
did not take place is a statement, and what happens on the margin of another occasion is not that occasion.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import TypeVar

from communique.extract.sentences import Sentence, sentences
from communique.model import Actor, Article
from communique.registry import rows, settings
from communique.registry.matcher import Match, Matcher

_READ = 1600  # characters of the body that are looked at, and of its sentences
_SENTENCES = 20
_TELLING = 2.0  # … and from this one it tells it beside other words
_SURE = 5.0  # from this weight on a cue tells its kind by itself
_TABLE = 3  # parties that may still meet as two sides: a body may sit with the one or the other
_PUNCTUATION = re.compile(r"[,.;:!?\n]|\s[-–—]\s")
_STOP = re.compile(r"[.;:!?\n]|\s[-–—]\s")
_BETWEEN = re.compile(r"\s*(?:(?!(?:under|after|following|thanks|because|as)\b)\w[\w'’-]*\s+){0,4}")
_NOTHING = re.compile(r"\s*")
_TURNS = frozenset(("future", "headline_future", "negation", "lacking", "harmless", "undone"))  # … the word behind
_ORDER = (
    "meeting",
    "signing",
    "visit",
    "call",
    "conference",
    "credentials",
    "message",
    "aid",
    "project",
    "pledge",
    "statement",
)
_TOPICS = frozenset(("visit", "aid", "project", "conference", "signing"))  # kinds that talks may be about
_HAPPENS = frozenset(_ORDER) - {"pledge", "statement"}

Scores = dict[str, float]
T = TypeVar("T")


@cache
def _cues() -> Matcher[tuple[str, float]]:
    """The cue phrases with the kind that each speaks for and its weight."""
    terms: dict[str, tuple[str, float]] = {}
    for cue in settings("kind_cues")["cue"]:
        for phrase in cue["phrases"].replace("\n", "").split("|"):
            terms.setdefault(phrase, (cue["kind"], cue["weight"]))
    for family in settings("kind_cues")["family"]:
        for words in product(*(part.split("|") for part in family["parts"])):
            terms.setdefault(" ".join(filter(None, words)), (family["kind"], family["weight"]))
    return Matcher(terms)


@cache
def _markers() -> Matcher[str]:
    """The phrases that turn a cue: future, headline_future, negation, lacking, undone, elsewhere, topic, passive."""
    classes = settings("kind_cues")["phrases"]
    return Matcher({phrase: name for name, cell in classes.items() for phrase in cell.replace("\n", "").split("|")})


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
    return max(_ORDER, key=lambda kind: total.get(kind, 0.0)) if total else "statement"


def scores(article: Article, actors: Sequence[Actor], countries: Sequence[str]) -> Scores:
    """What speaks for each kind, added up over the places."""
    places = settings("kind_cues")["places"]
    texts = list(_leads(article))
    said = _places([article.title, *(text for _, text in texts)])
    title, first = said[0], said[1] if texts else {}
    told = "pledge" not in first and first.keys() & _HAPPENS
    if "pledge" in title and told and not _looks_ahead(texts[0][1]):
        title["pledge"] *= places["ahead"]
    found = [("title", title), *zip((name for name, _ in texts), said[1:], strict=True)]
    total: Scores = defaultdict(float)
    for place, heard in found:
        for kind, weight in heard.items():
            total[kind] += places[place] * weight
    if max(heard.get("call", 0.0) for place, heard in found if place != "second") >= _SURE:
        total["call"] += places["phoned"] * total["meeting"]
    parties = set(countries) | {a.organization or a.name or "" for a in actors if not a.country}
    weights = settings("kind_cues")["parties"]
    if total.get("conference"):
        total["conference"] += {0: 0.0, 1: 0.0, 2: -weights["two"]}.get(len(parties), weights["gathering"])
    if total.get("meeting") and len(parties) > _TABLE:
        total["conference"] += weights["many"] * min(len(parties) - _TABLE, 2)
    if len(parties) >= 2:
        total["meeting"] += weights["met"]
    return dict(total)


def _looks_ahead(text: str) -> bool:
    """Whether a sentence begins with what is to come, before it tells of anything that happened."""
    happened = min((cue.start for cue in _cues().find(text) if cue.value[0] in _HAPPENS), default=len(text))
    return any(marker.value == "future" and marker.start < happened for marker in _markers().find(text))


def _leads(article: Article) -> Iterator[tuple[str, str]]:
    """The places of the body that tell the event: first sentence, rest of its paragraph, second paragraph."""
    body, end = article.body, article.lead + _READ
    parts = [
        Sentence(max(part.start, article.lead), min(part.end, end), part.paragraph)
        for part in sentences(body)[:_SENTENCES]
        if part.end > article.lead and part.start < end and part.paragraph <= 1
    ]
    if not parts:
        return
    yield "first", body[parts[0].start : parts[0].end]
    rest = [part for part in parts[1:] if part.paragraph == 0][:3]
    if rest:
        yield "lead", body[rest[0].start : rest[-1].end]
    second = [part for part in parts if part.paragraph == 1][:3]
    if second:
        yield "second", body[second[0].start : second[-1].end]


def _places(texts: Sequence[str]) -> list[Scores]:
    """What each stretch of text says; the first one is the headline. The registries look at all of them at once."""
    whole = "\n".join(texts)
    cues, markers = _cues().find(whole), _markers().find(whole)
    result: list[Scores] = []
    start = 0
    for text in texts:
        end = start + len(text)
        result.append(_place(text, _within(cues, start, end), _within(markers, start, end), headline=not result))
        start = end + 1
    return result


def _within(found: Sequence[Match[T]], start: int, end: int) -> list[Match[T]]:
    return [Match(m.start - start, m.end - start, m.value) for m in found if start <= m.start < end]


def _place(
    text: str, cues: Sequence[Match[tuple[str, float]]], markers: Sequence[Match[str]], *, headline: bool
) -> Scores:
    """What one stretch of text says: the best cue of a kind in full, a part of each further one."""
    weights: dict[str, list[float]] = defaultdict(list)
    happened = False
    planned = -1  # where the clause ends in which something is announced
    places = settings("kind_cues")["places"]
    topics = [(m.end, _clause_end(text, m.end, _STOP)) for m in markers if m.value == "topic"]
    topics += [(_sentence_start(text, m.start), m.start) for m in markers if m.value == "passive"]
    hidden = [(m.end, _clause_end(text, m.end)) for m in markers if m.value == "elsewhere"]
    undone = any(m.value == "undone" for m in markers)
    for cue in cues:
        kind, weight = cue.value
        if not kind or any(start <= cue.start < end for start, end in hidden):
            continue
        if kind in _HAPPENS:
            marker = _marker_before(text, cue, markers)
            if undone or marker in ("negation", "lacking"):
                kind, weight = "statement", weight + 2.0
            elif (
                cue.start < planned or marker == "future" or (marker == "headline_future" and headline and not happened)
            ):
                kind, weight = "pledge", max(weight, 4.0)
                planned = _clause_end(text, cue.end)
            else:
                happened = True
                if kind in _TOPICS and any(start <= cue.start < end for start, end in topics):
                    weight *= places["topic"]
        elif kind == "pledge" and undone:
            kind = "statement"
        weights[kind].append(weight)
    if headline and not weights and any(m.value == "headline_future" for m in markers):
        weights["pledge"].append(places["intent"])
    more = places["more"]
    return {kind: max(found) + more * (sum(found) - max(found)) for kind, found in weights.items()}


def _clause_end(text: str, place: int, punctuation: re.Pattern[str] = _PUNCTUATION) -> int:
    stop = punctuation.search(text, place)
    return stop.start() if stop else len(text)


def _sentence_start(text: str, place: int) -> int:
    return max(text.rfind(mark, 0, place) for mark in ".!?;\n") + 1


def _marker_before(text: str, cue: Match[tuple[str, float]], markers: Sequence[Match[str]]) -> str | None:
    """The class of the marker right before a cue, or that begins inside the cue's own words."""
    for marker in reversed(markers):
        if marker.end <= cue.start and cue.start - marker.end < 40 and marker.value in _TURNS:
            between = _NOTHING if marker.value == "lacking" else _BETWEEN
            return marker.value if between.fullmatch(text, marker.end, cue.start) else None
    return None


def cue_kinds(text: str) -> list[Match[str]]:
    """Every word of `text` that tells a kind of event, with that kind."""
    return [Match(cue.start, cue.end, cue.value[0]) for cue in _cues().find(text) if cue.value[1] >= _TELLING]


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
    lead = next((text for _, text in _leads(article)), "")
    for text in (article.title, lead):
        for name, matcher in _statement_types():
            if matcher.find(text):
                return name, mode, cameo
    return "CONSULT", mode, cameo
