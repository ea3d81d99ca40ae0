"""Records against labelled pages: what counts as right, what as a miss, and what a broken gold file says."""

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import agreement
from communique.errors import DataError, UsageError
from communique.evaluation import FIELDS, SETS, evaluate, load_gold, predict, score
from communique.model import Actor, Article, Page, Reason, Record, Sector, Unusable

GOLD = {
    "id": "norway-01",
    "url": "https://example.org/2024/05/06/talks",
    "sep": "\n\n",
    "blocks": [
        ["chrome", "Home | Politics | Sport"],
        ["title", "Norway and Chile to fish together"],
        ["byline", "By Kari Lund"],
        ["para", "OSLO – Fisheries Minister Per Ås met Chile's envoy Ana Rojas on Monday."],
        ["caption", "Per Ås and Ana Rojas in Oslo, photo by the ministry"],
        ["para", "They spoke of salmon and of ports."],
        ["chrome", "Latest: Peru signs a loan with the World Bank in Washington"],
    ],
    "metadata": {"published": "2024-05-06"},
    "gold": {
        "language": "en",
        "byline": "Kari Lund",
        "published": "2024-05-06",
        "published_source": "metadata",
        "event_date": "2024-05-06",
        "dateline_place": "OSLO",
        "kind": "meeting",
        "actors": [
            {"name": "Per Ås", "role": "Fisheries Minister", "country": "NOR", "organization": None, "type": "person"},
            {"name": "Ana Rojas", "role": "envoy", "country": "CHL", "organization": None, "type": "person"},
        ],
        "countries": ["CHL", "NOR"],
        "sectors": [{"code": "agriculture", "primary": True}, {"code": "transport", "primary": False}],
    },
    "notes": "",
}
BODY = f"{GOLD['blocks'][3][1]}\n\n{GOLD['blocks'][5][1]}"


def write(path: Path, *records: dict) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def row(**changes: object) -> dict:
    """A row of `articles` that agrees with the labels, but for `changes`."""
    actors = [{**actor, "start": BODY.find(actor["name"]), "end": BODY.find(actor["name"]) + len(actor["name"])}
              for actor in GOLD["gold"]["actors"]]  # fmt: skip
    labels = {**GOLD["gold"], "actors": actors}
    return {"source_id": "norway-01", "title": GOLD["blocks"][1][1], "body": BODY} | labels | changes


@pytest.fixture
def gold(tmp_path):
    return load_gold(write(tmp_path / "gold.jsonl", GOLD))


def figure(gold, name: str, **changes: object) -> float:
    figures = score(gold, [row(**changes)]).fields[name]
    return figures["f1"] if name in SETS else figures["share"]


def test_a_gold_page_knows_the_raw_page_and_its_parts(gold):
    (page,) = gold
    assert page.page_text.startswith("Home | Politics | Sport\n\nNorway and Chile")
    assert page.body == BODY
    assert page.page() == Page("norway-01", "", page.page_text, None, "norway-01", page.url, "2024-05-06")


def test_a_row_that_says_what_the_labels_say_is_right_in_every_field(gold):
    scores = score(gold, [row()])
    assert all(scores.misses(field) == [] for field in FIELDS)
    assert scores.fields["evidence"] == {"share": 1.0, "right": 2, "of": 2}
    assert scores.fields["chrome"]["share"] == 0


def test_a_page_without_a_row_is_wrong_even_where_its_label_is_null(tmp_path):
    bare = {**GOLD, "gold": {**GOLD["gold"], "byline": None, "actors": [], "sectors": [], "countries": []}}
    scores = score(load_gold(write(tmp_path / "gold.jsonl", bare)), [])
    wrong = {name: figures["share"] for name, figures in scores.fields.items() if name not in SETS}
    assert {name for name, share in wrong.items() if share} == {"evidence"}  # there is none to be wrong
    assert "page not kept" in scores.misses_text("byline")


def test_only_what_the_pages_label_is_measured(tmp_path):
    countries = {**GOLD, "id": "countries-only", "gold": {"countries": ["CHL", "NOR"]}}
    people = {**GOLD, "id": "people-only", "gold": {"actors": GOLD["gold"]["actors"]}}
    gold = load_gold(write(tmp_path / "gold.jsonl", countries, people))
    scores = score(gold, [row(source_id=page.id, countries=["NOR"], kind="visit") for page in gold])
    assert scores.fields["countries"] == {"precision": 1, "recall": 0.5, "f1": 2 / 3, "right": 1, "given": 1, "gold": 2}
    assert scores.fields["countries_exact"]["of"] == 1
    assert scores.fields["actors_full"]["gold"] == 2
    assert "title" in scores.fields
    assert not {"kind", "sectors", "primary_sectors", "published"} & scores.fields.keys()
    with pytest.raises(UsageError, match="no page labels 'kind'"):
        scores.misses("kind")

    def split(page: Page) -> Article:
        return Article(title="", body=BODY, byline="Split Off")

    assert predict(gold[0], gold_split=True, split=split)["byline"] == "Split Off"  # unlabelled: as the program has it


def test_a_row_without_an_id_is_found_by_its_address(gold):
    assert score(gold, [row(source_id=None, url=GOLD["url"])]).fields["kept"]["right"] == 1
    assert score(gold, [row(source_id="other", url="https://example.org/other")]).fields["kept"]["right"] == 0


@pytest.mark.parametrize(
    ("field", "changes", "expected"),
    [
        ("title", {"title": "NORWAY and  Chile to fish together"}, 1),
        ("title", {"title": "Norway and Chile to fish together | The Herald"}, 0),
        ("body", {"body": BODY.replace("\n\n", "\n").replace("'", "’")}, 1),
        ("body", {"body": BODY.partition("\n")[0]}, 0),
        ("byline", {"byline": None}, 0),
        ("published", {"published": None}, 0),
        ("countries", {"countries": ["CHL", "PER"]}, 0.5),
        ("countries_exact", {"countries": ["CHL", "PER"]}, 0),
        ("sectors", {"sectors": [{"code": "agriculture", "primary": False}]}, 2 / 3),
        ("primary_sectors", {"sectors": [{"code": "agriculture", "primary": False}]}, 0),
        ("chrome", {"body": BODY + "\n\nLatest: Peru signs a loan with the World Bank"}, 1),
        ("chrome", {"body": BODY + "\n\nPer Ås and Ana Rojas in Oslo, photo by the ministry"}, 1),
        ("evidence", {"actors": [{**row()["actors"][0], "start": 0, "end": 4}]}, 0),
    ],
)
def test_a_change_of_a_row_changes_the_figure_of_its_field(gold, field, changes, expected):
    assert figure(gold, field, **changes) == pytest.approx(expected)


def actors(*given: tuple[str | None, str | None, str | None]) -> list[dict]:
    return [{"name": name, "role": role, "country": country} for name, role, country in given]


@pytest.mark.parametrize(
    ("gold_actors", "got", "pairs"),
    [
        ([("Jun Wu", None, None)], [("Wu", "x", "CHN")], [(0, 0)]),
        ([("Mohammed al-Khatib", None, None)], [("Mohamed Al Khatib", None, None)], [(0, 0)]),
        ([("Jun Wu", None, None)], [("Lan Wu", None, None)], []),
        ([("Wu", "a", None), ("Jun Wu", "b", None)], [("Jun Wu", "b", None)], [(1, 0)]),
        ([("Jun Wu", None, None), ("Lan Wu", None, None)], [("Wu", None, None), ("Jun Wu", None, None)],
         [(0, 1), (1, 0)]),
        ([(None, "Deputy Minister of Trade", "FJI")], [(None, "Deputy Trade Minister", "FJI")], [(0, 0)]),
        ([(None, "Deputy Minister of Trade", "FJI")], [(None, "Deputy Trade Minister", "WSM")], []),
        ([(None, "Minister", "FJI")], [("Jun Wu", "Minister", "FJI")], []),
    ],
)  # fmt: skip
def test_participants_are_paired_by_name_or_without_one_by_office(gold_actors, got, pairs):
    assert agreement.pair(actors(*gold_actors), actors(*got)) == pairs


def test_a_right_name_with_the_wrong_office_or_country_counts_by_name_only(gold):
    wrong = [{**GOLD["gold"]["actors"][0], "country": "SWE"}, {**GOLD["gold"]["actors"][1], "role": "singer"}]
    assert figure(gold, "named_actors", actors=wrong) == 1
    assert figure(gold, "actors_full", actors=wrong) == 0


def test_misses_show_what_differs(gold):
    scores = score(gold, [row(kind="visit", countries=["NOR", "PER"])])
    assert scores.misses("kind") == [("norway-01", "meeting", "visit")]
    assert scores.misses("countries") == [("norway-01", ["CHL"], ["PER"])]
    assert scores.misses_text("title") == "no misses in title exact"
    with pytest.raises(UsageError, match="no field"):
        scores.misses("colour")


def test_html_pages_are_scored_on_title_date_and_the_better_of_two_bodies(tmp_path):
    labels = {"title": "T", "body": "one two", "summary": "zero", "headlines": ["half"], "published": "2024-05-06"}
    page = {"id": "h", "url": "https://example.org/h", "html": "<p>one two</p>", "gold": labels}
    gold = load_gold(write(tmp_path / "gold.jsonl", page))
    got = {"source_id": "h", "title": "T", "published": "2024-05-06"}
    for body in ("one two", "zero half one two"):
        assert score(gold, [got | {"body": body}]).fields["body_f1"]["share"] == 1
    assert set(score(gold, [got]).fields) == {"kept", "title", "body_f1", "published"}


def test_tables_on_disk_are_scored_like_rows(tmp_path):
    pq.write_table(pa.Table.from_pylist([row()]), tmp_path / "articles.parquet")
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(GOLD).encode()))
    scores = evaluate(path, tmp_path)
    assert scores.as_dict()["fields"]["actors_full"]["f1"] == 1
    assert "actors, office and country right" in str(scores)


def test_stages_of_ones_own_can_be_scored_in_process(gold):
    def split(page: Page) -> Article:
        return Article(title=page.text.partition("\n")[0], body=BODY, lead=7)

    def extract(article: Article) -> Record:
        assert article.lead == 7
        return Record("meeting", [Actor("Per Ås")], ["NOR"], [Sector("transport")])

    predicted = predict(gold[0], gold_split=True, split=split, extract=extract)
    scores = score(gold, [predicted])
    assert scores.fields["title"]["share"] == scores.fields["published"]["share"] == 1
    assert scores.fields["named_actors"]["recall"] == 0.5

    def refuse(page: Page) -> Article:
        raise Unusable(Reason.NO_ARTICLE)

    assert predict(gold[0], split=refuse, extract=extract) is None


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 2"),
        ("[]", "must be a JSON object"),
        (json.dumps({**GOLD, "id": "norway-01"}), "line 1 already"),
        (json.dumps({k: v for k, v in GOLD.items() if k != "gold"} | {"id": "x"}), "lacks 'gold'"),
        (json.dumps({**GOLD, "id": "x", "gold": {**GOLD["gold"], "kind": None}}), "'kind' of 'gold' may not be"),
        (json.dumps({**GOLD, "id": "x", "gold": {}}), "'gold' labels nothing"),
        (json.dumps({**GOLD, "id": "x", "blocks": [["heading", "T"]]}), "'heading' is no type of block"),
        (json.dumps({**GOLD, "id": "x", "gold": {**GOLD["gold"], "published": "6 May"}}), "6 May"),
        (json.dumps({**GOLD, "id": "x", "gold": {**GOLD["gold"], "actors": ["Per"]}}), "an actor must be"),
    ],
)
def test_a_broken_line_of_gold_is_named(tmp_path, line, says):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=f"line 2.*{says}|{says}"):
        load_gold(path)


def test_a_missing_or_unreadable_gold_file_is_said_so(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        load_gold(tmp_path / "none.jsonl")
    (tmp_path / "cut.gz").write_bytes(gzip.compress(b"{}" * 99)[:20])
    with pytest.raises(DataError, match="cannot be read"):
        load_gold(tmp_path / "cut.gz")


@given(st.text(max_size=80), st.text(max_size=80))
def test_agreement_is_symmetric_reflexive_and_bounded_on_any_text(one, other):
    assert 0 <= agreement.token_f1(one, other) <= 1
    assert agreement.token_f1(one, other) == agreement.token_f1(other, one)
    assert agreement.token_f1(one, one) == 1
    assert agreement.leaks([one], other, other) == []
    assert len(agreement.pair(actors((one, one, None)), actors((other, other, None)))) <= 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["2024-02-30", "20240506"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=4,
)


@given(st.sampled_from([*GOLD, *GOLD["gold"]]), JSON)
def test_any_value_in_a_gold_file_is_read_or_refused_with_its_line(tmp_path_factory, key, value):
    broken = {**GOLD, key: value} if key in GOLD else {**GOLD, "gold": {**GOLD["gold"], key: value}}
    path = write(tmp_path_factory.mktemp("gold") / "gold.jsonl", broken)
    try:
        pages = load_gold(path)
    except DataError as error:
        assert "line 1" in str(error)  # noqa: PT017
    else:
        assert str(score(pages, [row()]))
