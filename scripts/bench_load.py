"""How fast a table is loaded, beside `pyarrow.parquet.read_table` on the same files: `python scripts/bench_load.py`.

In: numbers of articles. Out: for each, and for the release that comes with the package, a line a form: the best of
several runs, in turn with the peer's in one process, and their ratio.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

import communique
from communique.places import find

FORMS = ("arrow", "pandas", "polars", "dataset")


def best(one: Callable[[], Any], other: Callable[[], Any], runs: int) -> tuple[float, float]:
    """The shortest time of each of two calls, in seconds, made in turn after one that does not count."""
    times: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        for call, taken in zip((one, other), times, strict=True):
            begin = time.perf_counter()
            call()
            taken += [time.perf_counter() - begin] if run else []
    return min(times[0]), min(times[1])


def compare(name: str, source: str | None, runs: int) -> None:
    """Print how long each form takes, beside `read_table`."""
    for table in ("articles", "events"):
        files = [str(file.path) for file in find(source).of(table)]
        for form in FORMS:
            mine, peer = best(
                lambda form=form, table=table: communique.load(table, source=source, as_=form),
                lambda files=files: pq.read_table(files, partitioning=None),
                runs,
            )
            print(
                f"{name} {table} ({len(files)} files) as {form}: {mine * 1000:.1f} ms, {mine / peer:.2f} x read_table"
            )


def main() -> None:
    """Compare on the bundled release, and on invented ones of the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="*", default=[10_000, 100_000], help="sizes, such as 10000 100000")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    compare("bundled", None, 4 * options.runs)
    with tempfile.TemporaryDirectory() as name:
        for size in options.articles:
            tables = Path(name) / f"tables-{size}"
            script = Path(__file__).parent / "synthetic.py"
            made = [sys.executable, str(script), str(tables), "--articles", str(size)]
            subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
            release = communique.build_release(tables, "1.0.0", out=Path(name) / f"releases-{size}").path
            compare(f"{size:,}", str(release), options.runs)


if __name__ == "__main__":
    main()
