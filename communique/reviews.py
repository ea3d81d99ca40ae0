"""Hand-checked values that stand over the machine's, each with who checked it, when and why.

In: JSON Lines, one review a line. Out: `Reviews`, which corrects the article and record of each page that a review
speaks of, field by field, and can say which reviews found no page. What a value may be, the contract says.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique import agreement
from communique.errors import DataError, UsageError
from communique.link.ids import canonical_url
from communique.model import Actor, Article, Record, Sector
from communique.registry.matcher import Matcher

if TYPE_CHECKING:
    from communique.schemas import Column

OF_ARTICLE = ("title", "body", "byline", "dateline_place", "language", "published", "published_source")
OF_RECORD = ("kind", "countries", "actors", "sectors", "event_date", "event_date_source")
KEYS = {"article_id", "url", "reviewer", "date", "reason", "values"}
PAIRS = {"published": "published_source", "event_date": "event_date_source"}
EVIDENCE = "evidence"  # an actor or sector may quote the words of the body that prove it

_RESOLVED = ("partial", "weekday", "relative")  # sources of an event_date that was reckoned from `published`


@dataclass(frozen=True, slots=True)
class Review:
    """One line of a review file. `where` names file and line; it speaks of `article_id` or else of every page at `url`.

    `values` holds the fields that it decides, under the names of the columns of `articles`; dates are dates.
    """

    where: str
    article_id: str | None
    url: str | None
    reviewer: str
    date: date
    reason: str
    values: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.where} ({self.article_id or self.url})"


class Reviews:
    """The reviews of a run, found by article.

    Args:
        reviews: in any order; of two that decide one field of one article the later by date stands.
    """

    def __init__(self, reviews: Iterable[Review]) -> None:
        self._reviews = sorted(reviews, key=lambda review: (review.date, review.where))
        self._by_key: dict[str, list[Review]] = {}
        for review in self._reviews:
            self._by_key.setdefault(review.article_id or canonical_url(review.url), []).append(review)
        self._used: set[str] = set()
        self._articles: set[str] = set()

    def __len__(self) -> int:
        return len(self._reviews)

    @property
    def applied(self) -> int:
        """How many articles have been corrected or confirmed so far."""
        return len(self._articles)

    def unmatched(self) -> list[str]:
        """The reviews that no article has been found for so far: file, line and what they speak of."""
        return [str(review) for review in self._reviews if review.where not in self._used]

    def apply(self, article_id: str, article: Article, record: Record) -> tuple[Article, Record] | None:
        """What the reviews make of a page; None if none speaks of it.

        Args:
            article_id: the id of the article as the machine has it.
            article: what `page.split` says.
            record: what `extract.extract` says.
        """
        by_id = self._by_key.get(article_id, [])
        by_url = self._by_key.get(canonical_url(article.url), []) if article.url else []
        found = sorted(by_id + by_url, key=lambda review: (review.date, review.where))
        if not found:
            return None
        self._articles.add(article_id)
        for review in found:
            self._used.add(review.where)
            article, record = apply(article, record, review)
        return article, record


def apply(article: Article, record: Record, review: Review) -> tuple[Article, Record]:
    """Put the values of a review in the place of the machine's.

    Evidence of actors and sectors is what the review quotes, else the machine's for the same entry, else the first
    place that names it, else none. Fields that the review leaves open stay the machine's, unless they would contradict
    it: a day reckoned from another day of publication goes, and so do actors of countries that are no parties.
    """
    values = review.values
    after = replace(article, **{key: values[key] for key in OF_ARTICLE if key in values})
    changed = replace(record, **{key: values[key] for key in OF_RECORD if key in values})
    same_body = after.body == article.body  # if not, offsets of the machine point into another text
    if "actors" in values or not same_body:
        given = values["actors"] if "actors" in values else list(map(asdict, record.actors))
        changed = replace(changed, actors=_actors(given, record.actors if same_body else [], after.body))
    if "sectors" in values or not same_body:
        given = values["sectors"] if "sectors" in values else list(map(asdict, record.sectors))
        changed = replace(changed, sectors=_sectors(given, record.sectors if same_body else [], after.body))
    return after, _settled(changed, article, after, values)


def _settled(record: Record, before: Article, after: Article, values: Mapping[str, Any]) -> Record:
    """The record without machine values that contradict reviewed ones."""
    if "countries" in values:
        parties = set(record.countries)
        if "actors" not in values:
            kept = [actor for actor in record.actors if actor.country is None or actor.country in parties]
            record = replace(record, actors=kept)
    else:
        represented = {actor.country for actor in record.actors if actor.country}
        record = replace(record, countries=sorted(represented | set(record.countries)))
    if "event_date" not in values and record.event_date:
        moved = before.published != after.published and record.event_date_source in _RESOLVED
        late = after.published is not None and record.event_date > after.published and record.kind != "pledge"
        if moved or late:
            record = replace(record, event_date=None, event_date_source=None)
    return record


# --- evidence --------------------------------------------------------------------------------------------------------

Entry = Mapping[str, Any]
Span = tuple[int, int]


def _actors(given: Sequence[Entry], machine: Sequence[Actor], body: str) -> list[Actor]:
    known = [asdict(actor) for actor in machine if actor.start is not None]
    partner = dict(agreement.pair(given, known))
    actors = []
    for n, entry in enumerate(given):
        other = known[partner[n]] if n in partner else None
        span = _quoted(entry, body)
        if span is None and other and agreement.proves_actor({**entry, **_offsets(_span(other))}, body):
            span = _span(other)
        actors.append(Actor(**_plain(entry), **_offsets(span or _first(entry.get("name") or entry.get("role"), body))))
    return actors


def _sectors(given: Sequence[Entry], machine: Sequence[Sector], body: str) -> list[Sector]:
    known = {sector.code: asdict(sector) for sector in machine if sector.start is not None}
    sectors = []
    for entry in given:
        span = _quoted(entry, body)
        if span is None and entry["code"] in known:
            span = _span(known[entry["code"]])
        sectors.append(
            Sector(**_plain(entry), **_offsets(span or next(agreement.sector_spans(entry["code"], body), None)))
        )
    return sectors


def _quoted(entry: Entry, body: str) -> Span | None:
    """Where the words stand that the review quotes."""
    quote = entry.get(EVIDENCE)
    start = body.find(quote) if quote else -1
    return (start, start + len(quote)) if quote and start >= 0 else None


def _first(term: str | None, body: str) -> Span | None:
    """The first place in the body that has the term, capitals and marks apart."""
    found = Matcher({term: True}).find(body) if term else []
    return (found[0].start, found[0].end) if found else None


def _span(entry: Entry) -> Span:
    return entry["start"], entry["end"]


def _offsets(span: Span | None) -> dict[str, Any]:
    start, end = span or (None, None)
    return {"start": start, "end": end}


def _plain(entry: Entry) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in ("start", "end", EVIDENCE)}


# --- reading ---------------------------------------------------------------------------------------------------------


def load_reviews(path: str | Path) -> Reviews:
    """Read reviews.

    Args:
        path: a JSON Lines file, or a folder of such files (`*.jsonl`). A line has `reviewer`, `date`, `reason`,
            `values` (columns of `articles` and what they should hold), and `article_id` or `url`.

    Raises:
        UsageError: there is no such file or folder.
        DataError: a line is not a review, or a value is none that its column may hold; names file and line.
    """
    path = Path(path)
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder", "give a file of reviews, or a folder of *.jsonl files")
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    return Reviews(review for file in files for review in _read(file))


def _read(file: Path) -> Iterator[Review]:
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{file}: cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{file}, line {number}"
            try:
                yield _review(json.loads(line), where)
            except (ValueError, RecursionError) as error:
                raise DataError(f"{where}: {error}", "a review is described in communique/reviews.py") from error


def _review(given: Any, where: str) -> Review:
    """A line as a review; raises ValueError with the reason if it is none."""
    if not isinstance(given, dict):
        raise ValueError("a review must be a JSON object")
    if unknown := sorted(set(given) - KEYS):
        raise ValueError(f"{unknown[0]!r} is no key of a review; there are {', '.join(sorted(KEYS))}")
    texts = {key: given.get(key) for key in ("article_id", "url", "reviewer", "reason")}
    if wrong := [key for key, value in texts.items() if not (value is None or (isinstance(value, str) and value))]:
        raise ValueError(f"{wrong[0]!r} must be text")
    if not (given.get("article_id") or given.get("url")):
        raise ValueError("a review needs 'article_id' or 'url'")
    if missing := [key for key in ("reviewer", "date", "reason", "values") if not given.get(key)]:
        raise ValueError(f"a review needs {missing[0]!r}")
    if not isinstance(given["values"], dict):
        raise ValueError("'values' must be a JSON object")
    day = _date("date", given["date"])
    return Review(where, **{**texts, "date": day, "values": _values(given["values"])})  # type: ignore[arg-type]


def _values(given: dict[str, Any]) -> dict[str, Any]:
    """The values of a review, checked against the contract, dates as dates."""
    from communique.schemas import table

    columns = {column.name: column for column in table("articles").columns}
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in OF_ARTICLE + OF_RECORD:
            raise ValueError(f"{key!r} is not reviewed; what is: {', '.join(OF_ARTICLE + OF_RECORD)}")
        values[key] = _checked(key, columns[key], value)
    if values.get("body", "") is None:
        raise ValueError("'body' may not be null: rights, not reviews, withhold it")
    if not all(actor.get("name") or actor.get("role") for actor in values.get("actors", ())):
        raise ValueError("each of 'actors' needs a name or a role")
    for day, source in PAIRS.items():
        if (values.get(day) is None) != (values.get(source) is None):
            raise ValueError(f"{day!r} and {source!r} go together")
    return values


def _checked(name: str, column: "Column", value: Any) -> Any:
    """A value as its column holds it; raises ValueError if the column may not hold it."""
    if column.is_list:
        if not isinstance(value, list):
            raise ValueError(f"{name!r} must be a list")
        if column.fields:
            return [_entry(name, column, item) for item in value]
        return sorted({_checked_value(name, column, item) for item in value})
    if value is None:
        if column.nullable:
            return None
        raise ValueError(f"{name!r} may not be null")
    return _checked_value(name, column, value)


def _entry(name: str, column: "Column", item: Any) -> dict[str, Any]:
    """An actor or a sector; fields that are left out are null, offsets are found later."""
    if not isinstance(item, dict):
        raise ValueError(f"each of {name!r} must be a JSON object")
    fields = {one.name: one for one in column.fields if one.name not in _FOUND}
    if unknown := sorted(set(item) - set(fields) - {EVIDENCE}):
        raise ValueError(f"{unknown[0]!r} is no field of {name!r}; there are {', '.join([*fields, EVIDENCE])}")
    entry = {key: _checked(f"{name}.{key}", one, item.get(key, _DEFAULTS.get(key))) for key, one in fields.items()}
    quote = item.get(EVIDENCE)
    if not (quote is None or isinstance(quote, str)):
        raise ValueError(f"'{name}.{EVIDENCE}' must quote the body")
    return entry | ({EVIDENCE: quote} if quote else {})


_FOUND = ("actor_id", "start", "end")  # fields that no reviewer gives
_DEFAULTS = {"type": "person", "primary": False}


def _checked_value(name: str, column: "Column", value: Any) -> Any:
    if str(column.type).startswith("date"):
        return _date(name, value)
    if str(column.type) == "bool":
        if not isinstance(value, bool):
            raise ValueError(f"{name!r} must be true or false")
        return value
    if not isinstance(value, str):
        raise ValueError(f"{name!r} must be text, not {json.dumps(value)[:60]}")
    value.encode()  # JSON can spell half a character, which no table can hold; a ValueError like the others
    if column.vocabulary and value not in column.vocabulary:
        raise ValueError(f"{name!r} may not be {value[:60]!r}")
    if column.pattern and not re.search(column.pattern.regex, value):
        raise ValueError(f"{name!r} may not be {value[:60]!r}: it must be {column.pattern.words}")
    return value


def _date(name: str, value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"{name!r} must be a date as YYYY-MM-DD, not {json.dumps(value)[:60]}") from None
