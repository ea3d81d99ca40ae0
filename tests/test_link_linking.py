"""Linking is the same whatever was linked before, keeps the ids that were there, and says which it could not keep."""

import random
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import DataError
from communique.link.ids import article_id, profile
from communique.link.index import INDEX
from communique.link.linking import link
from communique.link.scores import read_links, score_links, write_articles
from communique.model import Article
from communique.validation import validate

GOLD = Path(__file__).parent / "gold" / "links.jsonl"
REPORTS = read_links(GOLD)
ROWS = [one.row for one in REPORTS]
TABLES = ("articles", "events", "actors")
NAMED = {one.row["url"].rsplit("/", 1)[1]: one.row["article_id"] for one in REPORTS}
slow = settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])


def linked(rows: list, out: Path, **options):
    out.mkdir(parents=True, exist_ok=True)
    made = link(write_articles(rows, out / "unlinked"), out, **options)
    (out / "unlinked").unlink()
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def of_articles(folder: Path) -> dict[str, dict]:
    return {row["article_id"]: row for row in pq.read_table(folder / "articles.parquet").to_pylist()}


def clusters(folder: Path) -> dict[str, set]:
    """Who is together, whatever the ids: articles of an event, mentions of an actor, articles of a text."""
    groups: dict = {}
    for article, row in of_articles(folder).items():
        groups.setdefault(row["event_id"], set()).add(article)
        groups.setdefault(row["duplicate_of"] or article, set()).add(article)
        for actor in row["actors"]:
            groups.setdefault(actor["actor_id"], set()).add((article, actor["name"], actor["role"]))
    return {frozenset(group) for group in groups.values()}


def reports(*told: dict) -> list[dict]:
    """Rows of reports that differ from one of a meeting of two ministers in what is told."""
    made = []
    for n, one in enumerate(told):
        row = dict(next(r for r in ROWS if r["article_id"] == NAMED["khatib-1"]))
        url = f"https://{one.pop('publisher', f'outlet{n}.example')}/{n}"
        actors = one.pop("actors", None)
        row |= {
            "url": url,
            "publisher": url.split("/")[2],
            "title": f"Report {n}",
            "body": " ".join([f"Report {n}"] * 30),
            **one,
        }
        row["article_id"] = article_id(Article(row["title"], row["body"], url=url))
        row["body_sha256"] = sha256(row["body"].encode()).hexdigest()
        row["body_chars"] = len(row["body"])
        if actors:
            keys = ("name", "role", "country", "organization", "type")
            row["actors"] = [
                {**dict(zip(keys, actor, strict=True)), "actor_id": profile(actor[4], *actor[:4]), "start": 0, "end": 1}
                for actor in actors
            ]
            row["countries"] = sorted({actor[2] for actor in actors if actor[2]})
        made.append(row)
    return made


KAZ, KAZ_TOO = (
    ("Yerlan Zhumagaliyev", "Energy Minister", "KAZ", None, "person"),
    ("Jerlan Schumagalijew", "energy minister", "KAZ", None, "person"),
)
RUS, PREMIER = (
    ("Valery Protsenkov", "Deputy Minister of Energy", "RUS", None, "person"),
    ("Serik Ospanov", "Prime Minister", "KAZ", None, "person"),
)


def test_names_that_only_the_event_tells_to_be_one_are_one_actor_and_the_change_is_recorded(tmp_path):
    rows = reports({"actors": [KAZ_TOO, RUS]}, {"actors": [KAZ, RUS]}, {"actors": [KAZ, PREMIER]})
    linked(rows[:1], tmp_path / "before")
    before = of_articles(tmp_path / "before")[rows[0]["article_id"]]["actors"][0]["actor_id"]
    made = linked(rows, tmp_path / "out", previous=tmp_path / "before")
    after = of_articles(tmp_path / "out")
    first, second = (after[row["article_id"]] for row in rows[:2])
    assert first["event_id"] == second["event_id"]
    assert first["actors"][0]["actor_id"] == second["actors"][0]["actor_id"]
    recorded = {one["id"] for one in (*made.actors.merged, *made.actors.split)}
    assert first["actors"][0]["actor_id"] == before or before in recorded
    assert clusters(tmp_path / "out") == clusters_of(rows, tmp_path / "anew")
    assert validate(tmp_path / "out").ok


def clusters_of(rows: list, out: Path) -> dict[str, set]:
    linked(rows, out)
    return clusters(out)


def test_someone_told_without_country_is_whom_another_report_of_the_event_names_and_the_change_is_recorded(tmp_path):
    stray = ("Rashed Al Kitbi", "Minister of Energy", None, None, "person")
    known = ("Rashid bin Hamdan Al Ketbi", "Minister of Energy and Infrastructure", "ARE", None, "person")
    rows = reports({"actors": [stray, RUS]}, {"actors": [known, RUS]})
    rows[0]["countries"] = ["RUS"]
    linked(rows[:1], tmp_path / "before")
    before = of_articles(tmp_path / "before")[rows[0]["article_id"]]["actors"][0]["actor_id"]
    made = linked(rows, tmp_path / "out", previous=tmp_path / "before")
    first, second = (of_articles(tmp_path / "out")[row["article_id"]] for row in rows)
    assert first["event_id"] == second["event_id"]
    assert first["actors"][0]["actor_id"] == second["actors"][0]["actor_id"] != before
    assert before in {one["id"] for one in made.actors.merged}
    assert clusters(tmp_path / "out") == clusters_of(rows, tmp_path / "anew")


def test_a_visit_is_the_meeting_that_others_tell_unless_an_outlet_tells_both(tmp_path):
    visit, meeting = {"kind": "visit", "actors": [KAZ, RUS]}, {"kind": "meeting", "actors": [KAZ, RUS]}

    def events(folder: str, *told: dict) -> int:
        linked(reports(*(dict(one) for one in told)), tmp_path / folder)
        return len({row["event_id"] for row in of_articles(tmp_path / folder).values()})

    assert events("one", visit, meeting) == 1
    assert events("others", visit, {**meeting, "actors": [PREMIER, RUS]}) == 2
    assert events("both", {**visit, "publisher": "a.example"}, {**meeting, "publisher": "a.example"}, meeting) == 2


@pytest.mark.parametrize("file", ["links3.jsonl", "links4.jsonl"])
def test_fresh_reports_are_put_together_nearly_as_well(file, tmp_path):
    told = read_links(GOLD.parent / file)
    linked([one.row for one in told], tmp_path)
    scores = score_links(told, tmp_path).scores
    assert scores["actors"].f1 >= 0.95
    assert scores["events"].f1 >= 0.92
    assert scores["copies"].f1 >= 0.98


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_fresh_reports_that_are_added_come_where_they_would_have_been(tmp_path_factory, seed):
    folder = tmp_path_factory.mktemp("fresh")
    rows = [one.row for one in read_links(GOLD.parent / "links4.jsonl")]
    linked(random.Random(seed).sample(rows, len(rows) // 2), folder / "before")
    linked(rows, folder / "after", previous=folder / "before")
    assert clusters(folder / "after") == clusters_of(rows, folder / "anew")


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("whole")
    linked(ROWS, out)
    return out


def test_the_labelled_reports_are_put_together_as_they_should(whole):
    scores = score_links(REPORTS, whole).scores
    assert scores["actors"].f1 >= 0.95
    assert scores["events"].f1 >= 0.92
    assert scores["copies"].f1 >= 0.98
    assert scores["parts"].f1 >= 0.92


def test_someone_told_without_country_is_the_one_of_that_name_and_office_unless_there_are_two(tmp_path):
    meeting = next(row for row in ROWS if row["article_id"] == NAMED["khatib-1"])
    khatib, azari = meeting["actors"]

    def report(number, country, day="2019-10-29"):
        someone = khatib | {"name": "Eyad al-Khateeb", "country": country}
        return meeting | {"article_id": f"a-{number:016x}", "body_sha256": f"{number:064x}", "actors": [someone, azari]}

    def actors(*rows):
        out = tmp_path / str(len(rows))
        linked([meeting, *rows], out)
        return {row["article_id"]: row["actors"][0]["actor_id"] for row in of_articles(out).values()}

    told = actors(report(1, None))
    assert len(set(told.values())) == 1
    told = actors(report(1, None), report(2, "YEM"))
    assert len(set(told.values())) == 3


def test_a_single_name_beside_the_full_one_is_the_same_person(tmp_path):
    meeting = next(row for row in ROWS if row["article_id"] == NAMED["khatib-1"])
    khatib, azari = meeting["actors"]
    again = khatib | {"name": "Al-Khatib", "role": None, "actor_id": "p-0000000000000001"}
    linked([meeting | {"actors": [khatib, azari, again]}], tmp_path)
    (row,) = of_articles(tmp_path).values()
    assert [actor["name"] for actor in row["actors"]] == [khatib["name"], azari["name"]]


def test_linked_tables_keep_the_contract(whole):
    report = validate(whole)
    assert report.ok, str(report)


def test_linking_what_is_linked_changes_nothing(whole, tmp_path):
    rows = list(of_articles(whole).values())
    linked(rows, tmp_path / "anew")
    made = linked(rows, tmp_path / "onto", previous=whole)
    assert contents(tmp_path / "anew") == contents(tmp_path / "onto") == contents(whole)
    assert made.looked_at == {"mentions": 0, "articles": 0}
    assert made.events.as_dict() == {"kept": 0, "new": 0, "merged": [], "split": [], "gone": []}


@slow
@given(seed=st.integers(0, 2**32))
def test_the_order_of_articles_changes_no_id(whole, tmp_path_factory, seed):
    out = tmp_path_factory.mktemp("shuffled")
    rows = random.Random(seed).sample(ROWS, len(ROWS))
    path = out / "unlinked"
    pq.write_table(pq.read_table(write_articles(rows, path)), path, row_group_size=17)
    link(path, out)
    path.unlink()
    assert contents(out) == contents(whole)


@slow
@given(first=st.sets(st.sampled_from(range(len(ROWS)))))
def test_articles_that_are_added_come_where_they_would_have_been_and_earlier_ids_stay(whole, tmp_path_factory, first):
    before, after = tmp_path_factory.mktemp("before"), tmp_path_factory.mktemp("after")
    linked([ROWS[n] for n in sorted(first)], before)
    made = linked(ROWS, after, previous=before)
    assert clusters(after) == clusters(whole)
    assert validate(after).ok
    recorded = {one["id"] for change in (made.events, made.actors) for one in (*change.merged, *change.split)}
    recorded |= set(made.events.gone) | set(made.actors.gone)
    now = of_articles(after)
    for article, row in of_articles(before).items():
        assert now[article]["event_id"] == row["event_id"] or row["event_id"] in recorded
        ids = {(a["name"], a["role"], a["country"]): a["actor_id"] for a in now[article]["actors"]}
        for actor in row["actors"]:
            new = ids.get((actor["name"], actor["role"], actor["country"]))
            # a mention without a full name may be told by a report that was added
            assert new == actor["actor_id"] or actor["actor_id"] in recorded or len((actor["name"] or "").split()) < 2


def test_two_events_that_a_new_report_makes_one_are_recorded_as_merged(tmp_path):
    names = ("exact-1", "exact-3")  # the second without the first's date
    rows = [row for row in ROWS if row["article_id"] in {NAMED[name] for name in names}]
    apart = [
        row | {"countries": [*row["countries"], country]} for row, country in zip(rows, ["GBR", "NZL"], strict=True)
    ]
    linked([{**row, "countries": sorted(row["countries"])} for row in apart], tmp_path / "one")
    made = linked(rows, tmp_path / "two", previous=tmp_path / "one")
    (event,) = {row["event_id"] for row in of_articles(tmp_path / "two").values()}
    before = {row["event_id"] for row in of_articles(tmp_path / "one").values()}
    assert event in before
    assert made.events.merged == [{"id": (before - {event}).pop(), "into": [event]}]


def test_articles_of_the_earlier_run_stay_and_only_new_ones_need_be_given(whole, tmp_path):
    new = {NAMED["lone-3"], NAMED["khatib-2"], NAMED["exact-2"]}
    linked([row for row in ROWS if row["article_id"] not in new], tmp_path / "before")
    made = linked([row for row in ROWS if row["article_id"] in new], tmp_path / "after", previous=tmp_path / "before")
    assert (made.stayed, made.rows["articles"]) == (len(ROWS) - 3, len(ROWS))
    assert clusters(tmp_path / "after") == clusters(whole)
    texts = {row["article_id"]: (row["title"], row["body"]) for row in ROWS}
    assert {n: (row["title"], row["body"]) for n, row in of_articles(tmp_path / "after").items()} == texts


def test_what_only_the_earlier_run_has_reviewed_stays(tmp_path):
    row = ROWS[0] | {"review": "verified", "title": "Corrected"}
    linked([row, ROWS[1]], tmp_path / "before")
    again = [one | {"review": "machine"} for one in ROWS[:2]]
    linked(again, tmp_path / "after", previous=tmp_path / "before")
    assert of_articles(tmp_path / "after")[row["article_id"]]["title"] == "Corrected"


def test_an_article_that_now_tells_another_event_leaves_the_rest_and_is_recorded(whole, tmp_path):
    lone, other = (next(row for row in ROWS if row["article_id"] == NAMED[name]) for name in ("lone-3", "khatib-2"))
    told = ("event_date", "published", "kind", "countries", "actors", "sectors")
    moved = lone | {name: other[name] for name in told}
    made = linked([moved], tmp_path, previous=whole)
    before, now = of_articles(whole), of_articles(tmp_path)
    assert made.events.merged == [
        {"id": before[lone["article_id"]]["event_id"], "into": [before[other["article_id"]]["event_id"]]}
    ]
    assert now[lone["article_id"]]["event_id"] == before[other["article_id"]]["event_id"]
    assert {a: now[a]["event_id"] for a in now if a != lone["article_id"]} == {
        a: before[a]["event_id"] for a in now if a != lone["article_id"]
    }


def test_only_what_is_new_is_looked_at(whole, tmp_path):
    new = NAMED["lone-20"]
    linked([row for row in ROWS if row["article_id"] != new], tmp_path / "before")
    made = linked(ROWS, tmp_path / "after", previous=tmp_path / "before")
    assert made.looked_at == {"mentions": 2, "articles": 1}


def test_without_what_a_run_of_the_same_make_kept_all_is_linked_anew_and_ids_stay(whole, tmp_path):
    for table in TABLES:
        (tmp_path / f"{table}.parquet").write_bytes((whole / f"{table}.parquet").read_bytes())
    made = linked(ROWS, tmp_path / "after", previous=tmp_path)
    assert made.looked_at["articles"] == len(ROWS)
    assert contents(tmp_path / "after") == contents(whole)
    assert (tmp_path / "after" / INDEX).exists()


def test_a_person_may_join_and_keep_apart_whom_the_program_does_not(whole, tmp_path):
    decided = tmp_path / "links.toml"
    decided.write_text(
        f"""
        [[apart.events]]
        these = ["{NAMED["khatib-1"]}", "{NAMED["khatib-2"]}"]
        reason = "two sessions"
        [[same.events]]
        these = ["{NAMED["lone-10"]}", "{NAMED["lone-11"]}"]
        reason = "one tour"
        [[same.actors]]
        these = [{{ name = "Ali Hassan", country = "MDV" }}, {{ name = "Ali Hassan", country = "SOM" }}]
        reason = "only for this test"
        [[apart.actors]]
        these = [{{ name = "Vitali Vouk" }}, {{ name = "Vitaly Vouk" }}]
        reason = "brothers"
        [[apart.copies]]
        these = ["{NAMED["exact-1"]}", "{NAMED["exact-2"]}"]
        reason = "each says so"
        """
    )
    linked(ROWS, tmp_path / "out", links=decided)
    rows = of_articles(tmp_path / "out")

    def event(name):
        return rows[NAMED[name]]["event_id"]

    def actor(name, place):
        return rows[NAMED[name]]["actors"][place]["actor_id"]

    assert event("khatib-1") != event("khatib-2")
    assert event("lone-10") == event("lone-11")
    assert actor("ali-hassan-mdv", 0) == actor("ali-hassan-som", 0)
    assert actor("lone-10", 0) != actor("lone-11", 0)
    assert rows[NAMED["exact-2"]]["duplicate_of"] is None
    assert validate(tmp_path / "out").ok


def test_decisions_about_what_is_not_there_are_told(tmp_path):
    decided = tmp_path / "links.toml"
    decided.write_text(
        f"""
        [[apart.events]]
        these = ["{NAMED["khatib-1"]}", "a-0000000000000000"]
        reason = "x"
        [[same.actors]]
        these = [{{ name = "Iyad Al-Khatib" }}, {{ name = "Nobody", country = "SYR" }}]
        reason = "x"
        """
    )
    made = linked(ROWS, tmp_path / "out", links=decided)
    assert sorted(made.unmatched) == ["Nobody, SYR", "a-0000000000000000"]


@pytest.mark.parametrize(
    "text",
    [
        "[[same.actors]]\nthese = []\nreason = 'x'",
        "[[same.actors]]\nthese = [{name = 'A B'}, {name = 'B A'}]",
        "[[same.actors]]\nthese = [{nom = 'A B'}, {name = 'B A'}]\nreason = 'x'",
        "[[apart.events]]\nthese = ['e-1', 'e-2']\nreason = 'x'",
        "[[apart.things]]\nthese = ['e-1', 'e-2']\nreason = 'x'",
        "[other]\na = 1",
        "same = 3",
        "not toml",
    ],
)
def test_decisions_that_cannot_be_understood_are_refused(text, tmp_path):
    path = tmp_path / "links.toml"
    path.write_text(text)
    with pytest.raises(DataError, match=r"links\.toml"):
        linked(ROWS[:1], tmp_path / "out", links=path)


def test_nothing_is_linked_to_nothing_and_all_can_be_added_to_it(whole, tmp_path):
    assert linked([], tmp_path / "none").rows == {"articles": 0, "events": 0, "actors": 0}
    assert validate(tmp_path / "none").ok
    linked(ROWS, tmp_path / "all", previous=tmp_path / "none")
    assert contents(tmp_path / "all") == contents(whole)
