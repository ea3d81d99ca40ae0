"""Time and peak memory of linking, at several sizes, and of adding one per cent: `python scripts/bench_link.py`.

In: numbers of articles. Out: a line each, with the time in which `datasketch` (MinHash and LSH on the same phrases)
would look for near-duplicates alone, as the yardstick of the same run; B-cubed F1 against what was made up; and the
share that adding one per cent costs, in all and without reading and writing the tables. Seconds are those of the
processor, which other programs on the machine lengthen less. The articles are invented: a world of officials with
several spellings, events that one to four outlets report, one report in eight a reprint. Each step runs in a process of
its own.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from communique.link.copies import BANDS, ROWS, WORDS
from communique.link.ids import article_id, event_id, profile
from communique.link.linking import link
from communique.link.scores import bcubed
from communique.model import Article
from communique.schemas import arrow_schema, values

Row = dict[str, Any]
GIVEN = {"Mohammed": "Muhammad", "Yusuf": "Youssef", "Sergei": "Sergey", "Amina": "Ameena", "Khaled": "Khalid"}
GIVEN |= {name: name for name in ("Anna", "Boris", "Carla", "Daud", "Greta", "Hugo", "Irina", "Luis", "Nadia", "Otto")}
SYLLABLES = (
    "ba",
    "ko",
    "ri",
    "ta",
    "mu",
    "lev",
    "san",
    "dor",
    "fi",
    "gar",
    "hel",
    "jim",
    "kas",
    "lon",
    "mar",
    "nov",
    "pol",
)
ROLES = ("Foreign Minister", "Minister of Trade", "Minister of Energy", "Minister of Health", "Ambassador", "President")
KINDS = ("meeting", "meeting", "meeting", "signing", "visit", "call", "aid")
SECTORS = ("trade", "energy", "health", "transport", "culture", "water", "mining", "education")
COUNTRIES = values.countries()[:120]
VOCABULARY = [a + b for a in SYLLABLES for b in SYLLABLES]


def person(number: int) -> tuple[str, str, str, str]:
    """An official: two spellings of the name, the office, the country."""
    rng = random.Random(number * 7 + 1)
    given, middle = rng.choice(list(GIVEN)), rng.choice(list(GIVEN))
    family = "".join(rng.choices(SYLLABLES, k=3)).capitalize()
    other = f"{GIVEN[given]} {family.replace('k', 'q')}"
    return f"{given} {middle} {family}", other, rng.choice(ROLES), COUNTRIES[number % len(COUNTRIES)]


def reports(count: int) -> Iterator[tuple[Row, int, tuple[int, ...]]]:
    """`count` articles that tell invented events: the row, the event and the people."""
    rng = random.Random(11)
    people = max(200, count // 12)
    made = event = 0
    while made < count:
        event += 1
        a, b = (min(int(rng.paretovariate(0.6)) * 31 % people + rng.randrange(40), people - 1) for _ in range(2))
        if a % len(COUNTRIES) == b % len(COUNTRIES):
            continue
        day = date(2004, 1, 1) + timedelta(days=rng.randrange(7300))
        kind, sector = rng.choice(KINDS), rng.choice(SECTORS)
        earlier = ""
        for n in range(rng.choice((1, 1, 2, 2, 3, 4))):
            copied = bool(earlier) and rng.random() < 0.25
            body = (
                earlier + " Again."
                if copied
                else " ".join(rng.choices(VOCABULARY, k=rng.randint(120, 380))) + f" {made}."
            )
            earlier = body
            yield _row(made, n, kind, sector, day, (a, b), body, rng), event, (a, b)
            made += 1
            if made == count:
                return


def _row(made: int, n: int, kind: str, sector: str, day: date, who: tuple[int, int], body: str, rng: Any) -> Row:
    publisher = f"outlet{rng.randrange(300)}.example"
    url = f"https://{publisher}/{made}"
    identity = article_id(Article("Talks", body, url=url))
    actors = []
    for number in who:
        long, short, role, country = person(number)
        name = short if rng.random() < 0.4 else long
        values_ = {"name": name, "role": role, "country": country, "organization": None, "type": "person"}
        key = profile("person", name, role, country, None)
        actors.append({"actor_id": key, **values_, "start": 0, "end": 1})
    dated = rng.random() < 0.85
    return dict.fromkeys(arrow_schema("articles").names) | {
        "article_id": identity,
        "event_id": event_id(identity),
        "url": url,
        "publisher": publisher,
        "language": "en",
        "title": "Talks",
        "body": body,
        "body_sha256": sha256(body.encode()).hexdigest(),
        "body_chars": len(body),
        "rights": "facts-only",
        "text_origin": "original",
        "published": day + timedelta(days=min(n, 1)),
        "published_source": "metadata",
        "event_date": day if dated else None,
        "event_date_source": "explicit" if dated else None,
        "kind": kind,
        "plover_type": "CONSULT",
        "cameo_code": "040",
        "countries": sorted({person(number)[3] for number in who}),
        "actors": actors,
        "sectors": [{"code": sector, "primary": True, "start": None, "end": None}],
        "review": "machine",
    }


def make(count: int, folder: Path) -> None:
    """Write `count` articles, all of them, all but one in a hundred and those few, and what is true of them."""
    schema = arrow_schema("articles")
    truth: dict[str, Any] = {}
    rows = reports(count)
    files = []
    while some := list(islice(rows, 50_000)):
        path = folder / f"part-{len(files)}"
        pq.write_table(pa.Table.from_pylist([row for row, *_ in some], schema=schema), path)
        files.append(path)
        truth |= {row["article_id"]: (event, who) for row, event, who in some}
    whole = pa.concat_tables([pq.read_table(path) for path in files]).sort_by("article_id")
    pq.write_table(whole, folder / "all", row_group_size=4096)
    few = [n for n in range(len(whole)) if n % 100]
    pq.write_table(whole.take(pa.array(few)), folder / "most", row_group_size=4096)
    pq.write_table(whole.take(pa.array(range(0, len(whole), 100))), folder / "few", row_group_size=4096)
    (folder / "truth.json").write_text(json.dumps(truth))


def step(articles: Path, out: Path, previous: Path | None) -> None:
    """Link in this process and print the figures as JSON."""
    out.mkdir()
    import pandas  # noqa: F401 - pyarrow loads it with the first column; `normalize` has it when it comes to link

    begin = time.process_time()
    made = link(articles, out, previous=previous)
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "rows": made.rows, "steps": made.seconds}))


def peer(bodies: list[str]) -> float:
    """The seconds in which `datasketch` finds near-duplicates among some bodies."""
    from datasketch import MinHash, MinHashLSH

    begin = time.process_time()
    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    for n, body in enumerate(bodies):
        words = body.casefold().split()
        sketch = MinHash(BANDS * ROWS)
        sketch.update_batch([" ".join(words[at : at + WORDS]).encode() for at in range(len(words) - WORDS + 1)])
        index.query(sketch)
        index.insert(str(n), sketch)
    return time.process_time() - begin


def scores(folder: Path, out: Path) -> str:
    """B-cubed F1 of events and actors."""
    truth = json.loads((folder / "truth.json").read_text())
    table = pq.read_table(out / "articles.parquet", columns=["article_id", "event_id", "actors"])
    events, actors, gold = {}, {}, {}
    for row in table.to_pylist():
        events[row["article_id"]] = row["event_id"]
        for person_, actor in zip(truth[row["article_id"]][1], row["actors"], strict=False):
            gold[row["article_id"], person_], actors[row["article_id"], person_] = person_, actor["actor_id"]
    told = bcubed({article: event for article, (event, _) in truth.items()}, events)
    return f"F1 of events {told.f1:.3f}, actors {bcubed(gold, actors).f1:.3f}"


def run(*arguments: str) -> dict[str, Any]:
    """A step in a process of its own."""
    return json.loads(subprocess.check_output([sys.executable, __file__, *arguments]) or b"{}")


def _linking(figures: dict[str, Any]) -> float:
    return sum(seconds for step, seconds in figures["steps"].items() if step not in ("read", "write"))


def bench(count: int) -> None:
    """Make, link, add, and say what it took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, __file__, "--make", str(count), name], check=True)
        bodies = pq.ParquetFile(folder / "all").read_row_group(0, columns=["body"])["body"].to_pylist()
        yardstick = peer(bodies) / len(bodies) * count
        whole = run("--step", str(folder / "all"), str(folder / "whole"))
        run("--step", str(folder / "most"), str(folder / "before"))
        added = run("--step", str(folder / "few"), str(folder / "after"), str(folder / "before"))
        print(
            f"{count:>9,} articles {whole['seconds']:8.1f} s {whole['peak']:7.0f} MB, "
            f"{whole['seconds'] / yardstick:.2f} times datasketch on the texts; "
            f"1 % more: {added['seconds']:6.1f} s {added['peak']:7.0f} MB, "
            f"{100 * added['seconds'] / whole['seconds']:.0f} % of all, "
            f"{100 * _linking(added) / _linking(whole):.0f} % without the tables; {scores(folder, folder / 'whole')}",
            flush=True,
        )


def main() -> None:
    """Run the sizes that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000], help="numbers of articles")
    parser.add_argument("--make", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--step", nargs="+", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.make:
        make(int(args.make[0]), Path(args.make[1]))
    elif args.step:
        step(*map(Path, args.step[:2]), Path(args.step[2]) if args.step[2:] else None)
    else:
        for size in args.sizes:
            bench(size)


if __name__ == "__main__":
    main()
