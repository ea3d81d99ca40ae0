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
from math import prod

from communique.extract.sentences import Sentence, sentences
from communique.model import Actor, Article
from communique.registry import rows, settings
from communique.registry.matcher import Family, Match, Matcher, Term

_LONGEST = 30_000  # characters of a body; what follows in a longer one is no news report
_MANY = 2000  # phrases of one family, beyond which they are not spelt out
_READ = 1600  # characters of the body that are looked at, and of its sentences
_SENTENCES = 20
_TELLING = 2.0  # … and from this one it tells it beside other words
_MET = 3.0  # … from this one that people met, at any place
_OCCASION = 10.0  # … and from this one it tells the occasion of what was said
_PLAIN = 8.0  # headline and first sentence together that tell an intention beyond doubt
_SURE = 5.0  # from this weight on a cue tells its kind by itself
_ARTICLE = 12  # characters of "a", "their": "during their phone call" tells a call
_TABLE = 2  # parties that meet as two sides; more are a gathering
_PUNCTUATION = re.compile(r"[,.;:!?\n]|\s[-–—]\s")
_INTENT = re.compile(
    r"(?:^|\s)[A-Z][\w'’.-]*(?:,? [a-z]\w*s)? to (?!(?:the|an?|its|his|her|their)\b)[a-z]{2,}"
)  # "Fiji to lead"
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
_SAID = frozenset(("pledge", "statement"))
_HAPPENS = frozenset(_ORDER) - _SAID

Scores = dict[str, float]


def _cues() -> dict[Term, tuple[str, float]]:
    """The cue phrases with the kind that each speaks for and its weight."""
    terms: dict[Term, tuple[str, float]] = {}
    for cue in settings("kind_cues")["cue"]:
        for phrase in cue["phrases"].replace("\n", "").split("|"):
            terms.setdefault(phrase, (cue["kind"], cue["weight"]))
    for family in settings("kind_cues")["family"]:
        parts, value = [tuple(part.split("|")) for part in family["parts"]], (family["kind"], family["weight"])
        if prod(map(len, parts)) > _MANY:
            terms.setdefault(Family(tuple(parts)), value)
            continue
        for words in product(*parts):
            terms.setdefault(" ".join(filter(None, words)), value)
    return terms


def _markers() -> dict[str, str]:
    """The phrases that turn a cue: future, headline_future, negation, lacking, undone, elsewhere, topic, passive."""
    classes = settings("kind_cues")["phrases"]
    return {phrase: name for name, cell in classes.items() for phrase in cell.replace("\n", "").split("|")}


_CUES, _MARKERS = Matcher(_cues, together=True), Matcher(_markers, together=True)


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
    body = article.body[:_LONGEST]
    leads = list(_leads(article))
    title = _place(article.title, 0, len(article.title), headline=True)
    said = [_place(body, start, end) for _, start, end in leads]
    first = said[0] if said else {}
    told = "pledge" not in first and any(first.get(kind, 0.0) >= _TELLING for kind in _HAPPENS)
    if "pledge" in title and told and not _looks_ahead(body, *leads[0][1:]):
        title["pledge"] *= places["ahead"]
    found = [("title", title), *zip((name for name, _, _ in leads), said, strict=True)]
    total: Scores = defaultdict(float)
    for place, heard in found:
        for kind, weight in heard.items():
            total[kind] += places[place] * weight
    if (
        total.get("pledge", 0.0) < _PLAIN
        and not (title.keys() | first.keys()) & _HAPPENS
        and any(heard.get("meeting", 0.0) >= _SURE for _, heard in found[2:])
    ):
        total["meeting"] += places["framed"]
    for how in ("call", "credentials"):
        if max(heard.get(how, 0.0) for place, heard in found if place != "second") >= _SURE:
            total[how] += places[how] * (total["meeting"] + total["message"])
    parties = set(countries) | {a.organization or a.name or "" for a in actors if not a.country}
    weights = settings("kind_cues")["parties"]
    if total.get("conference"):
        total["conference"] += {0: 0.0, 1: 0.0, 2: -weights["two"]}.get(len(parties), weights["gathering"])
    met = max(heard.get("meeting", 0.0) for _, heard in found) >= _MET
    if met and len(parties) > _TABLE:
        total["conference"] += weights["many"] * min(len(parties) - _TABLE, 2)
    if len(parties) >= 2:
        total["meeting"] += weights["met"]
    return dict(total)


def _looks_ahead(body: str, start: int, end: int) -> bool:
    """Whether a sentence begins with what is to come, before it tells of anything that happened."""
    happened = min((cue.start for cue in _CUES.find(body, start, end) if cue.value[0] in _HAPPENS), default=end)
    return any(marker.value == "future" and marker.start < happened for marker in _MARKERS.find(body, start, end))


def _leads(article: Article) -> Iterator[tuple[str, int, int]]:
    """The stretches of the body that tell the event: first sentence, rest of its paragraph, second paragraph."""
    body, end = article.body[:_LONGEST], article.lead + _READ
    parts = [
        Sentence(max(part.start, article.lead), min(part.end, end), part.paragraph)
        for part in sentences(body)[:_SENTENCES]
        if part.end > article.lead and part.start < end and part.paragraph <= 1
    ]
    if not parts:
        return
    yield "first", parts[0].start, parts[0].end
    rest = [part for part in parts[1:] if part.paragraph == 0][:3]
    if rest:
        yield "lead", rest[0].start, rest[-1].end
    second = [part for part in parts if part.paragraph == 1][:3]
    if second:
        yield "second", second[0].start, second[-1].end


def _place(text: str, start: int, end: int, *, headline: bool = False) -> Scores:
    """What one stretch of text says: the best cue of a kind in full, a part of each further one."""
    cues, markers = _CUES.find(text, start, end), _MARKERS.find(text, start, end)
    weights: dict[str, list[float]] = defaultdict(list)
    happened = False
    planned = -1  # where the clause ends in which something is announced
    places = settings("kind_cues")["places"]
    topics = [(m.end, _clause_end(text, m.end, end, _STOP)) for m in markers if m.value == "topic"]
    topics += [(_sentence_start(text, start, m.start), m.start) for m in markers if m.value == "passive"]
    judged = [(m.end, _clause_end(text, m.end, end)) for m in markers if m.value == "judged"]
    hidden = [(m.end, _clause_end(text, m.end, end)) for m in markers if m.value == "elsewhere"]
    undone = any(m.value == "undone" for m in markers)
    for cue in cues:
        kind, weight = cue.value
        occasions = [begin for begin, stop in hidden if begin <= cue.start < stop]
        if not kind or (occasions and not (kind in ("call", "credentials") and cue.start - occasions[0] < _ARTICLE)):
            continue
        if kind in _HAPPENS:
            marker = _marker_before(text, cue, markers)
            occasion = weight >= _OCCASION  # on which something was announced
            if undone or marker in ("negation", "lacking"):
                kind, weight = "statement", weight + 2.0
            elif (not occasion and (cue.start < planned or marker == "future")) or (
                marker == "headline_future" and headline and not happened
            ):
                kind, weight = "pledge", max(weight, 4.0) * (places["later"] if happened else 1.0)
                planned = _clause_end(text, cue.end, end)
            else:
                if marker == "headline_future" and headline:
                    weight *= places["purpose"]
                happened = happened or weight >= _TELLING
                if _inside(cue.start, [*judged, *(topics if kind in _TOPICS else ())]):
                    weight *= places["topic"]
        elif kind == "pledge" and undone:
            kind = "statement"
        weights[kind].append(weight)
    if headline and not happened and not weights.keys() & _SAID and _INTENT.search(text, start, end):
        weights["pledge"].append(places["intent"])
    more = places["more"]
    return {kind: max(found) + more * (sum(found) - max(found)) for kind, found in weights.items()}


def _inside(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in stretches)


def _clause_end(text: str, place: int, end: int, punctuation: re.Pattern[str] = _PUNCTUATION) -> int:
    stop = punctuation.search(text, place, end)
    return stop.start() if stop else end


def _sentence_start(text: str, start: int, place: int) -> int:
    return max(start, *(text.rfind(mark, start, place) + 1 for mark in ".!?;\n"))


def _marker_before(text: str, cue: Match[tuple[str, float]], markers: Sequence[Match[str]]) -> str | None:
    """The class of the marker right before a cue, or that begins inside the cue's own words."""
    for marker in reversed(markers):
        if marker.end <= cue.start and cue.start - marker.end < 40 and marker.value in _TURNS:
            between = _NOTHING if marker.value == "lacking" else _BETWEEN
            return marker.value if between.fullmatch(text, marker.end, cue.start) else None
    return None


def cue_kinds(text: str, start: int, end: int) -> list[Match[str]]:
    """Every word of `text[start:end]` that tells a kind of event, with that kind."""
    found = _CUES.find(text, start, end)
    return [Match(cue.start, cue.end, cue.value[0]) for cue in found if cue.value[1] >= _TELLING]


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
