"""The labelled pages are what they claim to be: well formed, and labelled from their own text.

All files of our own are held to every rule. The shared pages, where they lie beside the checkout, are held to all but
one: their actors stand in order of weight as often as in order of appearance.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique.agreement import proves_actor, proves_sector
from communique.evaluation import load_gold, predict
from communique.model import FORETOLD
from communique.registry import rows
from communique.registry.countries import countries

HERE = Path(__file__).parent
GOLD_FILES = {
    path.stem: path for name in ("practice", "heldout") for path in sorted((HERE / "gold").glob(f"{name}*.jsonl"))
}
PRACTICE, HELDOUT, PRACTICE2 = (GOLD_FILES[name] for name in ("practice", "heldout", "practice2"))
OWN = list(GOLD_FILES.values())
TUNING = [path for path in OWN if path.stem.startswith("practice")]
WITHHELD = [path for path in OWN if path.stem.startswith("heldout")]
SHARED = HERE.parent.parent / "shared" / "gold" / "dev.jsonl"

KEYS = {"id", "url", "sep", "blocks", "metadata", "gold", "notes"}
BLOCKS = {"title", "para", "byline", "date", "caption", "chrome"}
GOLD = {
    *("language", "byline", "published", "published_source", "event_date", "dateline_place"),
    *("kind", "actors", "countries", "sectors"),
}
ACTOR = {"name", "role", "country", "organization", "type"}
SOURCES = {"metadata", "url", "dateline", "text"}
KINDS = {row["kind"] for row in rows("kinds")}
SECTORS = {row["code"] for row in rows("sectors")}


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _cases(*paths: Path) -> list[Any]:
    """One pytest parameter a labelled page, named by the page's id; a skipped one for a file that is not there."""
    cases = []
    for path in paths:
        if path.exists():
            cases += [pytest.param(page, id=page["id"]) for page in _read(path)]
        else:
            cases.append(pytest.param(None, id=path.stem, marks=pytest.mark.skip(f"{path.name} is not there")))
    return cases


every_page = pytest.mark.parametrize("page", _cases(*OWN, SHARED))
own_page = pytest.mark.parametrize("page", _cases(*OWN))


def _texts(page: dict[str, Any], *types: str) -> list[str]:
    return [text for type_, text in page["blocks"] if type_ in types]


def _article(page: dict[str, Any]) -> str:
    return "\n\n".join(_texts(page, "title") + _texts(page, "para"))


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


@pytest.mark.parametrize("path", TUNING, ids=lambda path: path.stem)
def test_pages_to_tune_on_share_no_actor_with_those_held_out_and_no_publisher_with_the_first(path):
    practice, withheld = _read(path), [page for held in WITHHELD for page in _read(held)]

    def publishers(pages):
        return {page["url"].split("/")[2] for page in pages}

    def names(pages):
        return {actor["name"] for page in pages for actor in page["gold"]["actors"] if actor["name"]}

    assert publishers(practice) & publishers(_read(HELDOUT)) == set()
    assert names(practice) & names(withheld) == set()
    assert {page["id"] for page in practice} & {page["id"] for page in withheld} == set()


@pytest.mark.parametrize("path", [PRACTICE, HELDOUT, PRACTICE2], ids=lambda path: path.stem)
def test_each_file_has_every_kind_of_event_and_ids_numbered_from_one(path):
    pages = _read(path)
    assert {page["gold"]["kind"] for page in pages} == KINDS
    assert [page["id"] for page in pages] == [f"{path.stem}-{number:02}" for number in range(1, len(pages) + 1)]


@every_page
def test_a_page_has_its_fields_and_blocks_of_known_types(page):
    assert set(page) == KEYS
    assert set(page["gold"]) == GOLD
    assert page["sep"] in {"\n", "\n\n", " "}
    assert page["url"].startswith(("http://", "https://"))
    assert set(page["metadata"]) <= {"published"}
    assert {type_ for type_, _ in page["blocks"]} <= BLOCKS
    assert all(text == text.strip() and text for _, text in page["blocks"])
    assert len(_texts(page, "title")) == 1
    assert _texts(page, "para")
    assert page["notes"]


@every_page
def test_the_blocks_can_be_found_again_in_the_joined_page(page):
    text, at = page["sep"].join(text for _, text in page["blocks"]), 0
    for _, block in page["blocks"]:
        at = text.index(block, at) + len(block)
    assert at == len(text)


@every_page
def test_kind_sectors_and_countries_are_codes_of_the_registry(page):
    gold = page["gold"]
    assert gold["kind"] in KINDS
    codes = [sector["code"] for sector in gold["sectors"]]
    assert set(codes) <= SECTORS
    assert len(codes) == len(set(codes))
    assert all(set(sector) == {"code", "primary"} and type(sector["primary"]) is bool for sector in gold["sectors"])
    assert gold["countries"] == sorted(set(gold["countries"]))
    assert set(gold["countries"]) <= set(countries())


@every_page
def test_the_only_sector_of_an_article_is_primary(page):
    sectors = page["gold"]["sectors"]
    assert len(sectors) != 1 or sectors[0]["primary"]


@every_page
def test_an_actor_stands_in_title_or_paragraphs_and_its_country_is_a_party(page):
    article, gold = _article(page), page["gold"]
    assert gold["actors"]
    for actor in gold["actors"]:
        assert set(actor) == ACTOR
        assert actor["type"] in {"person", "organization"}
        assert actor["name"] or actor["role"]
        assert actor["name"] is None or actor["name"] in article
        assert actor["type"] == "person" or (actor["name"] and actor["organization"] is None)
        assert actor["country"] is None or actor["country"] in gold["countries"]
    names = [actor["name"] for actor in gold["actors"] if actor["name"]]
    assert len(names) == len(set(names))


@own_page
def test_a_role_and_an_organization_are_made_of_the_articles_own_words(page):
    article = _article(page).casefold()
    for actor in page["gold"]["actors"]:
        for words in (actor["role"], actor["organization"]):
            assert all(word in article for word in (words or "").casefold().split())


@own_page
def test_actors_stand_in_the_order_in_which_their_full_names_appear(page):
    article = _article(page)
    places = [article.index(actor["name"]) for actor in page["gold"]["actors"] if actor["name"]]
    assert places == sorted(places)


@pytest.mark.parametrize("path", [*TUNING, SHARED], ids=lambda path: path.stem)
def test_what_the_program_finds_points_at_characters_that_prove_it(path):
    if not path.exists():
        pytest.skip(f"{path.name} is not there")
    pages = load_gold(path)
    rows = [row for row in (predict(page, gold_split=True) for page in pages) if row]
    assert rows
    for row in rows:
        proofs = [proves_actor(a, row["body"]) for a in row["actors"] if a["start"] is not None]
        proofs += [proves_sector(s, row["body"]) for s in row["sectors"] if s["start"] is not None]
        assert all(proofs), row["source_id"]


@pytest.mark.parametrize(
    ("name", "role", "evidence", "proven"),
    [
        ("Lina Haddad", "ambassador", "Ambassador Lina Haddad", True),
        ("Lina Haddad", "ambassador", "the ambassador", False),
        (None, "ambassador", "ambassadors of Malta and Albania", True),
        (None, "ambassador", "ministers of Malta and Albania", False),
        (None, "foreign minister", "her Thai counterpart", True),
    ],
)
def test_evidence_holds_the_name_or_the_office(name, role, evidence, proven):
    actor = {"name": name, "role": role, "start": 0, "end": len(evidence)}
    assert proves_actor(actor, evidence) is proven


@every_page
def test_dates_are_iso_and_an_event_is_not_later_than_its_page_unless_announced(page):
    gold = page["gold"]
    published, event = _day(gold["published"]), _day(gold["event_date"])
    assert (published is None) == (gold["published_source"] is None)
    assert published is None or gold["published_source"] in SOURCES
    if page["metadata"]:
        assert gold["published"] == page["metadata"]["published"]
        assert gold["published_source"] == "metadata"
    if published and event and gold["kind"] not in FORETOLD:
        assert event <= published


@every_page
def test_byline_and_dateline_are_printed_on_the_page(page):
    gold, bylines = page["gold"], _texts(page, "byline")
    assert gold["language"] == "en"
    assert gold["byline"] is None or any(gold["byline"] in text for text in bylines)
    printed = "\n".join(bylines + _texts(page, "date", "para")).casefold()
    assert gold["dateline_place"] is None or gold["dateline_place"].casefold() in printed
