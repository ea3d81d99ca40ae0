"""One review, and all reviews of a run, which find their articles and know which did not.

In: reviews in any order. Out: of each article what its reviews make of it; and what a person should look at again:
reviews without an article, made on another text than the article has now, or quoting words that it does not have.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from communique.link.ids import canonical_url
from communique.model import Article, Record
from communique.reviews.apply import apply
from communique.reviews.values import EVIDENCE


@dataclass(frozen=True, slots=True)
class Review:
    """One line of a review file. `where` names file and line; it speaks of `article_id` or else of every page at `url`.

    `values` holds the fields that it decides, under the names of the columns of `articles`; dates are dates. Without
    any it confirms all as they are. `body_sha256` is that of the text that the reviewer read, if it says so.
    """

    where: str
    article_id: str | None
    url: str | None
    reviewer: str
    date: date
    reason: str
    values: Mapping[str, Any]
    body_sha256: str | None = None

    def __str__(self) -> str:
        return f"{self.where} ({self.article_id or self.url})"


class Reviewed(NamedTuple):
    """What reviews make of an article; `verified` if the text is the one that the reviewers read."""

    article: Article
    record: Record
    verified: bool


class Reviews:
    """The reviews of a run, found by article.

    Args:
        reviews: of two that decide one field of one article the later by date stands; on one day, the one that comes
            later here.
    """

    def __init__(self, reviews: Iterable[Review]) -> None:
        self._reviews = sorted(reviews, key=lambda review: review.date)
        self._place = {review.where: n for n, review in enumerate(self._reviews)}
        self._by_key: dict[str, list[Review]] = {}
        self._at: dict[str, set[str]] = {}  # addresses of reviews of one article: the articles found there
        for review in self._reviews:
            self._by_key.setdefault(review.article_id or canonical_url(review.url), []).append(review)
            if review.article_id and review.url:
                self._at[canonical_url(review.url)] = set()
        self._used: set[str] = set()
        self._articles: set[str] = set()
        self._doubts: list[str] = []

    def __len__(self) -> int:
        return len(self._reviews)

    @property
    def applied(self) -> int:
        """How many articles have been corrected or confirmed so far."""
        return len(self._articles)

    def unmatched(self) -> list[str]:
        """The reviews that no article has been found for so far: file, line, what they speak of, what is there now."""
        left = (review for review in self._reviews if review.where not in self._used)
        return [f"{review}{self._instead(review)}" for review in left]

    def _instead(self, review: Review) -> str:
        """The articles at the address of a review whose own is gone, as it goes when a headline is read otherwise."""
        there = self._at.get(canonical_url(review.url), ()) if review.url else ()
        return f"; at its address there is now {', '.join(sorted(there)[:3])}" if there else ""

    def doubts(self) -> list[str]:
        """The reviews applied so far that a person should look at again: file, line, what they speak of, and why."""
        return sorted(self._doubts)

    def apply(self, article_id: str, article: Article, record: Record) -> Reviewed | None:
        """What the reviews make of a page; None if none speaks of it.

        A review of another text is applied all the same, as what a person found outlasts a paragraph that is cut in
        another place; but nobody has read this text, so the article is not verified.

        Args:
            article_id: the id of the article as the machine has it.
            article: what `page.split` says.
            record: what `extract.extract` says.
        """
        address = canonical_url(article.url)
        if address in self._at:
            self._at[address].add(article_id)
        by_url = self._by_key.get(address, []) if address else []
        found = sorted(self._by_key.get(article_id, []) + by_url, key=lambda review: self._place[review.where])
        if not found:
            return None
        self._articles.add(article_id)
        bodies = [article.body]
        for review in found:
            self._used.add(review.where)
            article, record = apply(article, record, review.values)
            bodies.append(article.body)
        texts = {hashlib.sha256(body.encode()).hexdigest() for body in bodies}
        outdated = [review for review in found if review.body_sha256 and review.body_sha256 not in texts]
        self._doubts += [f"{review}: made on another text than the article has now" for review in outdated]
        self._doubts += [
            f"{review}: quotes {quote!r}, which the article does not say"
            for review in found
            for quote in _quotes(review)
            if quote not in article.body
        ]
        return Reviewed(article, record, verified=not outdated)


def _quotes(review: Review) -> Iterator[str]:
    """The words of the body that a review quotes."""
    for entry in (*review.values.get("actors", ()), *review.values.get("sectors", ())):
        if quote := entry.get(EVIDENCE):
            yield quote
