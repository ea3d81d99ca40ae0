"""Peak memory of `normalize` on few pages and on ten times as many, each in a process of its own.

    python scripts/bench_memory.py [--pages 20000]

Prints pages, seconds, pages a second and peak memory of both runs, and the difference. The pages are made up from
one pattern with varying parties, dates and length.
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
from pathlib import Path

COUNTRIES = [
    "Austria",
    "Kenya",
    "Peru",
    "Vietnam",
    "Oman",
    "Georgia",
    "Fiji",
    "Senegal",
    "Latvia",
    "Brazil",
    "Nepal",
    "Qatar",
    "Serbia",
    "Chile",
    "Ghana",
]
FIELDS = [
    "transport",
    "energy",
    "agriculture",
    "tourism",
    "education",
    "health",
    "trade",
    "culture",
    "investment",
    "water",
    "mining",
]
NAMES = [
    "Berger",
    "Novak",
    "Otieno",
    "Quispe",
    "Nguyen",
    "Rashid",
    "Kapanadze",
    "Vula",
    "Diop",
    "Ozols",
    "Silva",
    "Thapa",
    "Petrov",
    "Soto",
    "Mensah",
]


def pages(count: int, seed: int = 7) -> Iterator[dict[str, str]]:
    """`count` invented pages of some 450 words, the same ones for the same seed."""
    rng = random.Random(seed)
    for n in range(count):
        a, b = rng.sample(COUNTRIES, 2)
        first, second = rng.sample(NAMES, 2)
        fields = ", ".join(rng.sample(FIELDS, 3))
        day = f"2024-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        lead = (
            f"Minister of Foreign Affairs of {a} Anton {first} met on Tuesday with his counterpart from {b}, "
            f"Lena {second}, to discuss cooperation in the fields of {fields}."
        )
        talk = (
            f"Minister {first} said that the two countries had agreed on project {n} and on step {rng.random():.6f}, "
            "and that experts of both sides would prepare the documents in the coming months."
        )
        text = "\n\n".join([f"{a} and {b} discuss {fields}", lead, *[talk] * rng.randint(8, 14)])
        yield {"id": str(n), "url": f"https://example.org/{n}", "text": text, "published": day}


def run(count: int) -> None:
    """Normalize `count` pages in this process and print its figures as JSON."""
    from communique.pipeline import normalize

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "pages.jsonl")
        with source.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(page) + "\n" for page in pages(count))
        start = time.perf_counter()
        summary = normalize([source], Path(folder, "out"))
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"pages": summary.pages, "articles": summary.articles, "seconds": seconds, "peak_mb": peak}))


def main() -> None:
    """Compare two sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=20_000, help="pages of the smaller run")
    parser.add_argument("--run", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.run:
        run(args.run)
        return
    figures = []
    for count in (args.pages, args.pages * 10):
        output = subprocess.check_output([sys.executable, __file__, "--run", str(count)])
        figures.append(json.loads(output))
        print("{pages:>9,} pages {seconds:8.1f} s {peak_mb:8.1f} MB peak".format(**figures[-1]))
    print(f"difference in peak memory: {figures[1]['peak_mb'] - figures[0]['peak_mb']:.1f} MB")


if __name__ == "__main__":
    main()
