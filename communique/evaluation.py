"""How well records agree with hand-labelled pages, field by field.

In: labelled pages (`communique.gold`) and rows of `articles`. Out: `Scores`, which count and can show every miss. Text
is compared after folding, participants one to one by names or offices (`communique.agreement`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from communique import agreement
from communique.errors import UsageError
from communique.gold import GoldPage, load_gold
from communique.model import Article, Page, Record, Unusable

__all__ = ["FIELDS", "GoldPage", "Outcome", "Scores", "evaluate", "load_gold", "predict", "score"]

Row = Mapping[str, Any]

FIELDS = {
    "kept": "pages kept",
    "title": "title exact",
    "body": "body exact",
    "body_f1": "body token-F1",
    "chrome": "pages with chrome in the body",
    "byline": "byline",
    "published": "published",
    "published_source": "published_source",
    "event_date": "event_date",
    "dateline_place": "dateline_place",
    "language": "language",
    "kind": "kind",
    "countries": "countries",
    "countries_exact": "countries set exact",
    "named_actors": "named actors",
    "actors": "all actors",
    "actors_full": "actors, office and country right",
    "sectors": "sectors",
    "primary_sectors": "primary sectors",
    "evidence": "evidence holds",
}
"""What is measured, in order: the name that `--errors` takes, and how the printed table calls it."""

SETS = ("countries", "named_actors", "actors", "actors_full", "sectors", "primary_sectors")
"""Fields of which precision, recall and F1 are given; of the others a share of the pages (or of the evidence)."""


class Outcome(NamedTuple):
    """How one field of one page came out.

    `right` of what the gold has (`wanted`) and of what the row has (`given`); `gold` and `got` are for showing.
    """

    wanted: int
    given: int
    right: float
    gold: Any = None
    got: Any = None

    @property
    def missed(self) -> bool:
        """Whether anything is wrong here."""
        return self.right < max(self.wanted, self.given)


@dataclass(frozen=True)
class Scores:
    """The outcomes of all pages: `pages` maps the id of a page to its outcomes by field."""

    pages: Mapping[str, Mapping[str, Outcome]]

    @cached_property
    def fields(self) -> dict[str, dict[str, float]]:
        """The figures: `precision`, `recall`, `f1` of a set field, `share` of any other, and the counts behind."""
        present = [name for name in FIELDS if any(name in outcomes for outcomes in self.pages.values())]
        return {name: self._figures(name) for name in present}

    def _figures(self, name: str) -> dict[str, float]:
        outcomes = [page[name] for page in self.pages.values() if name in page]
        wanted, given, right = (sum(o[n] for o in outcomes) for n in range(3))
        if name in SETS:
            precision, recall = _ratio(right, given), _ratio(right, wanted)
            f1 = _ratio(2 * right, wanted + given)
            return {"precision": precision, "recall": recall, "f1": f1, "right": right, "given": given, "gold": wanted}
        if name == "chrome":  # the one field that counts what went wrong
            return {"share": 1 - _ratio(right, wanted), "right": wanted - right, "of": wanted}
        return {"share": _ratio(right, wanted), "right": right, "of": wanted}

    def subset(self, ids: Iterable[str]) -> "Scores":
        """The scores of some of the pages."""
        return Scores({page: self.pages[page] for page in ids})

    def misses(self, field: str) -> list[tuple[str, Any, Any]]:
        """Every page that went wrong in a field: its id, what the gold has, what the row has.

        Of sets, actors and body paragraphs only what differs is given.

        Raises:
            UsageError: there is no such field, or no page labels it.
        """
        if field not in FIELDS:
            raise UsageError(f"{field!r} is no field of the evaluation", f"there are {', '.join(FIELDS)}")
        if self.pages and field not in self.fields:
            raise UsageError(f"no page labels {field!r}", f"there are labels of {', '.join(self.fields)}")
        found = ((page, outcomes[field]) for page, outcomes in self.pages.items() if field in outcomes)
        return [(page, outcome.gold, outcome.got) for page, outcome in found if outcome.missed]

    def misses_text(self, field: str) -> str:
        """The misses of a field, readable: each id with its gold and, below, what was got."""
        lines = [f"{page}\n  gold  {_shown(gold)}\n  got   {_shown(got)}" for page, gold, got in self.misses(field)]
        return "\n".join(lines) or f"no misses in {FIELDS[field]}"

    def as_dict(self) -> dict[str, Any]:
        """The figures as JSON-ready values."""
        return {"pages": len(self.pages), "fields": self.fields}

    def __str__(self) -> str:
        lines = [f"{len(self.pages):,} labelled pages", f"{'':34}precision  recall      F1"]
        for name, figures in self.fields.items():
            if name in SETS:
                values = f"{figures['precision']:9.3f} {figures['recall']:7.3f} {figures['f1']:7.3f}"
            else:
                values = f"{figures['share']:25.3f}   {figures['right']:g} of {figures['of']:g}"
            lines.append(f"{FIELDS[name]:34}{values}")
        return "\n".join(lines)


def _ratio(part: float, whole: float) -> float:
    """`part / whole`; of nothing, nothing is wrong."""
    return part / whole if whole else 1.0


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "\n        ".join(map(str, value)) or "nothing"
    return "nothing" if value is None else str(value)


def evaluate(gold: str | Path, tables: str | Path | None = None, *, extractor: str | None = None) -> Scores:
    """Compare tables with labelled pages.

    Args:
        gold: labelled pages, JSON Lines; a field that a page does not label is not measured on it.
        tables: what `normalize` made of these pages (its output directory, a release, or an articles Parquet file);
            with None the pages go through the program now.
        extractor: "module:function" or the name of an entry point, run in place of ours; for pages, not for tables.

    Raises:
        UsageError: a path or the extractor does not exist, or both tables and an extractor are given.
        DataError: the gold file is broken; the message names file and line.
    """
    if tables is not None and extractor is not None:
        raise UsageError("tables were extracted already", "leave out the tables, or the extractor")
    pages = load_gold(gold)
    if tables is None:
        from communique.extractors import load_extractor

        extract = load_extractor(extractor)
        return score(pages, filter(None, (predict(page, extract=extract) for page in pages)))
    from communique.loading import load

    return score(pages, load("articles", source=tables, as_="arrow").to_pylist())


def predict(
    gold: GoldPage,
    *,
    gold_split: bool = False,
    split: Callable[[Page], Article] | None = None,
    extract: Callable[[Article], Record] | None = None,
) -> dict[str, Any] | None:
    """What the program makes of a labelled page: a row like those of `articles`, without ids; None if it rejects it.

    Args:
        gold: the page.
        gold_split: whether the extractor gets the headline, body and metadata of the labels, so that it is measured
            apart from page splitting.
        split: used in place of `communique.page.split`.
        extract: used in place of `communique.extract.extract`.
    """
    if split is None:
        from communique.page import split as own_split

        split = own_split
    if extract is None:
        from communique.extract import extract as own_extract

        extract = own_extract
    try:
        article = _gold_article(gold, split) if gold_split else split(gold.page())
        record = extract(article)
    except Unusable:
        return None
    return {"source_id": gold.id} | asdict(article) | asdict(record)


def _gold_article(gold: GoldPage, split: Callable[[Page], Article]) -> Article:
    """The article as labelled; where its text begins behind the dateline is still the splitter's to say."""
    given = replace(gold.page(), text=f"{gold.title}\n\n{gold.body}", html=None)
    try:
        article = split(given)
    except Unusable:
        article = Article(title=gold.title, body=gold.body, url=gold.url)
    lead = article.lead if gold.body.startswith(article.body[: article.lead]) else 0
    found = {"byline", "dateline_place", "published", "published_source"} & gold.labels.keys()
    labels: dict[str, Any] = {key: gold.labels[key] for key in found}
    if "published" in found:
        labels["published"] = agreement.day(labels["published"])
    return replace(article, title=gold.title, body=gold.body, lead=lead, **labels)


def score(gold: Sequence[GoldPage], rows: Iterable[Row]) -> Scores:
    """Compare rows of `articles` with labelled pages.

    Args:
        gold: the labelled pages.
        rows: rows of the table, or of its shape; a page's row is the one whose `source_id` is the page's id or, failing
            that, whose `url` is the page's. A page without a row is wrong in every field that is labelled.
    """
    by_id: dict[str, Row] = {}
    by_url: dict[str, Row] = {}
    for row in rows:
        if row.get("source_id"):
            by_id.setdefault(row["source_id"], row)
        if row.get("url"):
            by_url.setdefault(row["url"], row)
    return Scores({page.id: _compare(page, by_id.get(page.id) or by_url.get(page.url or "")) for page in gold})


def _compare(gold: GoldPage, row: Row | None) -> dict[str, Outcome]:
    """All outcomes of a page."""
    kept = {"kept": _share(row is not None, gold.title, None)}
    compare = _compare_text if gold.html is None else _compare_html
    if row is not None:
        return kept | compare(gold, row)
    against_nothing = compare(gold, _NOTHING)
    return kept | {name: _lost(name, outcome) for name, outcome in against_nothing.items()}


_NOTHING: Row = {}


def _lost(name: str, outcome: Outcome) -> Outcome:
    """The outcome of a page without a row: null is no right answer there, though no chrome leaked either."""
    return outcome if name in (*SETS, "chrome", "evidence") else outcome._replace(right=0, got="(page not kept)")


def _compare_html(gold: GoldPage, row: Row) -> dict[str, Outcome]:
    body = row.get("body") or ""
    whole = "\n\n".join((gold.summary, *gold.headlines, gold.body))
    best = max(agreement.token_f1(gold.body, body), agreement.token_f1(whole, body))
    return {
        "title": _same_text(gold.title, row.get("title")),
        "body_f1": Outcome(1, 1, best, *_paragraphs(gold.body, body)),
        "published": _same(gold.labels["published"], _iso(row.get("published"))),
    }


def _compare_text(gold: GoldPage, row: Row) -> dict[str, Outcome]:
    """The outcomes of the text, and of every label that the page has."""
    body = row.get("body") or ""
    chrome = agreement.leaks(gold.furniture, body, gold.body)
    outcomes = {
        "title": _same_text(gold.title, row.get("title")),
        "body": _share(agreement.fold(gold.body) == agreement.fold(body), *_paragraphs(gold.body, body)),
        "body_f1": Outcome(1, 1, agreement.token_f1(gold.body, body), *_paragraphs(gold.body, body)),
        "chrome": _share(not chrome, "no chrome", chrome),
        "evidence": _evidence(row),
    }
    for label in _COMPARED.keys() & gold.labels.keys():
        outcomes |= _COMPARED[label](label, gold.labels[label], row.get(label))
    return outcomes


def _texts(label: str, gold: str | None, got: str | None) -> dict[str, Outcome]:
    return {label: _same_text(gold, got)}


def _values(label: str, gold: str | None, got: Any) -> dict[str, Outcome]:
    return {label: _same(gold, got)}


def _days(label: str, gold: str | None, got: Any) -> dict[str, Outcome]:
    return {label: _same(gold, _iso(got))}


def _countries(label: str, gold: list[str], got: Iterable[str] | None) -> dict[str, Outcome]:
    countries = _sets(gold, got)
    return {label: countries, "countries_exact": _share(not countries.missed, countries.gold, countries.got)}


def _sectors(label: str, gold: list[Row], got: Iterable[Row] | None) -> dict[str, Outcome]:
    got = list(got or ())
    return {label: _sets(_codes(gold), _codes(got)), "primary_sectors": _sets(_codes(gold, True), _codes(got, True))}


def _actors(label: str, gold: list[Row], got: Sequence[Row] | None) -> dict[str, Outcome]:
    got = got or []
    pairs = agreement.pair(gold, got)
    full = [(a, b) for a, b in pairs if agreement.same_country_and_office(gold[a], got[b])]
    named = [(a, b) for a, b in pairs if gold[a]["name"]]

    def outcome(pairs: list[tuple[int, int]], keep: Callable[[Row], Any]) -> Outcome:
        missing = [_actor(x) for n, x in enumerate(gold) if keep(x) and n not in {a for a, _ in pairs}]
        extra = [_actor(x) for n, x in enumerate(got) if keep(x) and n not in {b for _, b in pairs}]
        return Outcome(len(pairs) + len(missing), len(pairs) + len(extra), len(pairs), missing, extra)

    return {
        "named_actors": outcome(named, lambda actor: actor.get("name")),
        label: outcome(pairs, lambda actor: True),
        "actors_full": outcome(full, lambda actor: True),
    }


_COMPARED: Mapping[str, Callable[..., dict[str, Outcome]]] = {
    **dict.fromkeys(("byline", "dateline_place"), _texts),
    **dict.fromkeys(("published_source", "language", "kind"), _values),
    **dict.fromkeys(("published", "event_date"), _days),
    "countries": _countries,
    "actors": _actors,
    "sectors": _sectors,
}
"""How each label is compared: from its name, its value and that of the row to the outcomes that come of it."""


def _actor(actor: Row) -> str:
    return " | ".join(str(actor.get(key) or "-") for key in ("name", "role", "country", "organization"))


def _evidence(row: Row) -> Outcome:
    """The share of actors and sectors with offsets whose slice of the body says what it should."""
    body = row.get("body") or ""
    checks = [
        (_actor(actor), body[actor["start"] : actor["end"]], agreement.proves_actor(actor, body))
        for actor in row.get("actors") or []
        if actor.get("start") is not None
    ] + [
        (sector["code"], body[sector["start"] : sector["end"]], agreement.proves_sector(sector, body))
        for sector in row.get("sectors") or []
        if sector.get("start") is not None
    ]
    wrong = [(entry, text) for entry, text, holds in checks if not holds]
    return Outcome(len(checks), len(checks), len(checks) - len(wrong), [e for e, _ in wrong], [t for _, t in wrong])


def _share(right: bool, gold: Any, got: Any) -> Outcome:
    return Outcome(1, 1, int(right), gold, got)


def _same(gold: Any, got: Any) -> Outcome:
    return _share(gold == got, gold, got)


def _same_text(gold: str | None, got: str | None) -> Outcome:
    return _share(agreement.fold(gold) == agreement.fold(got), gold, got)


def _sets(gold: Iterable[str], got: Iterable[str] | None) -> Outcome:
    wanted, given = set(gold), set(got or ())
    return Outcome(len(wanted), len(given), len(wanted & given), sorted(wanted - given), sorted(given - wanted))


def _codes(sectors: Iterable[Row], primary: bool = False) -> list[str]:
    return [sector["code"] for sector in sectors if sector["primary"] or not primary]


def _paragraphs(gold: str, got: str) -> tuple[list[str], list[str]]:
    """The paragraphs that only the gold has, and those that only the row has."""
    ours, theirs = (dict.fromkeys(filter(None, text.split("\n"))) for text in (gold, got))
    return [p for p in ours if p not in theirs], [p for p in theirs if p not in ours]


def _iso(value: Any) -> str | None:
    return None if value is None else str(value)[:10]
