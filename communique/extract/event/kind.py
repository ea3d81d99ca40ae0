"""The kind of event that an article tells, and its codes in PLOVER and CAMEO.

In: an article, its actors and countries. Out: one of the kinds of the codebook. What the words of the headline and the
first sentences speak for (`communique.extract.event.telling`) is weighed together with other signs
(`communique.extract.event.likelihood`).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from communique.extract.event.likelihood import READ, Evidence, likeliest
from communique.extract.event.telling import HAPPENS, SURE, TELLING, Scores, heard
from communique.extract.words.sentences import sentences
from communique.model import Actor, Article
from communique.registry import rows, settings
from communique.registry.matcher import Matcher

_LONGEST = 30_000  # characters of a body; what follows in a longer one is no news report
_READ = 1600  # characters of the body that are looked at, and of its sentences
_SENTENCES = 20
_NEXT = 2  # sentences behind the first one that tell the event as well
_SAME = 60  # characters by which a headline is known again in the text
_AGREE = re.compile(r"\bagree(?:s|d)?\b(?! to (?:meet|talk|sign|negotiate)\b)", re.IGNORECASE)
_WORDED = re.compile(r"(?:\b[a-z]{2,}\b.*?){3}", re.DOTALL)  # a sentence of fewer words ("Feb. 20.") tells nothing


def classify(article: Article, actors: Sequence[Actor], countries: Sequence[str]) -> str:
    """The kind of the principal event.

    Args:
        article: the article; its title and first sentences are read.
        actors: its participants.
        countries: its parties, alpha-3 codes.

    Returns:
        a kind of `registry/kinds.csv`.
    """
    stretches = _stretches(article)
    start, end = stretches.get("first", (article.lead, article.lead))
    return likeliest(
        Evidence(
            places=_places(article, stretches),
            title=article.title,
            first=article.body[start:end],
            text=article.body[article.lead : article.lead + READ],
            countries=len(countries),
            actors=len(actors),
        )
    )


def _places(article: Article, stretches: Mapping[str, tuple[int, int]]) -> Mapping[str, Scores]:
    """What each place says: the headline and the stretches of the body."""
    body = article.body[:_LONGEST]
    said = {name: heard(body, start, end) for name, (start, end) in stretches.items()}
    title = _agreed(article.title, heard(article.title, 0, len(article.title), headline=not _repeats(article)), said)
    if "signing" not in title and any(title[kind] > TELLING for kind in title.keys() & HAPPENS):
        said = {name: _unsigned(scores) for name, scores in said.items()}
    return {"title": title, **_put_to_paper(title, said)}


def _agreed(headline: str, title: Scores, said: Mapping[str, Scores]) -> Scores:
    """What the headline says, where it tells the agreement that the text has signed: "Oslo, Suva agree on quotas"."""
    signed = max((scores.get("signing", 0.0) for scores in said.values()), default=0.0)
    if signed < SURE or "signing" in title or "meeting" not in title or not _AGREE.search(headline):
        return title
    return {"signing" if kind == "meeting" else kind: amount for kind, amount in title.items()}


def _put_to_paper(title: Scores, said: Mapping[str, Scores]) -> Mapping[str, Scores]:
    """What is said, where an agreement that is all the first sentence tells was signed: "The memorandum was signed"."""
    first, after = said.get("first", {}), said.get("next", {})
    others = any(told.keys() & HAPPENS - {"meeting"} or told.get("meeting", 0) > TELLING for told in (title, first))
    if others or "meeting" not in first or "meeting" in after or after.get("signing", 0) < SURE:
        return said
    return {**said, "first": {**first, "signing": after["signing"]}}


def _unsigned(said: Scores) -> Scores:
    """What is said where the headline tells another event than a signing ("A gives B a grant"): it decides."""
    part = settings("kind_cues")["places"]["unsigned"]
    return {kind: amount * part if kind == "signing" else amount for kind, amount in said.items()}


def _repeats(article: Article) -> bool:
    """Whether the headline is but the beginning of the text, as on a page that has none."""
    return article.title[:_SAME].strip() in article.body[: article.lead + 2 * _SAME]


def _stretches(article: Article) -> dict[str, tuple[int, int]]:
    """The stretches of the body that tell the event: the first sentence, and those behind it ("next")."""
    body, end = article.body[:_LONGEST], article.lead + _READ
    parts = [
        (max(part.start, article.lead), min(part.end, end))
        for part in sentences(body)[:_SENTENCES]
        if part.end > article.lead and part.start < end
    ]
    worded = next((n for n, part in enumerate(parts) if _WORDED.search(body, *part)), 0)
    after = parts[worded + 1 : worded + 1 + _NEXT]
    found = {"first": parts[worded]} if parts else {}
    return {**found, "next": (after[0][0], after[-1][1])} if after else found


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
    start, end = _stretches(article).get("first", (0, 0))
    for text in (article.title, article.body[start:end]):
        for name, matcher in _statement_types():
            if matcher.find(text):
                return name, mode, cameo
    return "CONSULT", mode, cameo
