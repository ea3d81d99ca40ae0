"""Time and peak memory of the way of a release: build, validate, compare, load: `python scripts/bench_release.py`.

In: a number of articles. Out: a line a step, each in a process of its own: seconds, peak memory, and for loading the
ratio to `pyarrow.parquet.read_table` on the same files, timed in the same process.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCRIPTS = Path(__file__).parent
FORMS = ("arrow", "pandas", "dataset", "polars", "duckdb")
LOAD = """
import sys, time
from glob import glob
import pyarrow.parquet as pq
import communique
release, form = sys.argv[1:]
files = sorted(glob(release + "/data/articles/*.parquet"))
def timed(work):
    begin = time.perf_counter(); work(); return time.perf_counter() - begin
own = lambda: communique.load("articles", source=release, as_=form)
peer = lambda: [pq.read_table(file) for file in files]
own(), peer()
times = [(timed(own), timed(peer)) for _ in range(3)]
mine, theirs = min(t[0] for t in times), min(t[1] for t in times)
print(f"load as {form}: {mine:.2f} s, {mine / theirs:.2f} times read_table")
"""


def run(step: str, command: list[str], quiet: bool = True) -> None:
    """Run a step in a process of its own and print its time and peak memory."""
    measured = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr); "
        "sys.exit(done.returncode)"
    )
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", measured, *command], capture_output=True, text=True, check=False)
    took = time.perf_counter() - begin
    if done.returncode:
        sys.exit(f"{step} failed:\n{done.stdout}\n{done.stderr}")
    peak = done.stderr.split()[-1]
    print(f"{step}: {took:.1f} s, peak {peak} MB" if quiet else f"{done.stdout.strip()}, peak {peak} MB", flush=True)


def main() -> None:
    """Make two versions, of which the second differs in 1 % of the articles, and take them all the way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--forms", nargs="*", default=FORMS, help="forms to load")
    options = parser.parse_args()
    communique = [sys.executable, "-m", "communique"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for tables, changed in (("old", "0"), ("new", "0.01")):
            made = [str(SCRIPTS / "synthetic.py"), str(folder / tables), "--articles", str(options.articles)]
            subprocess.run([sys.executable, *made, "--changed", changed], check=True, stdout=subprocess.DEVNULL)
        releases = str(folder / "releases")
        run("release 1.0.0", [*communique, "release", str(folder / "old"), "--version", "1.0.0", "--out", releases])
        run("release 1.0.1", [*communique, "release", str(folder / "new"), "--bump", "patch", "--out", releases])
        run("validate 1.0.1", [*communique, "validate", f"{releases}/1.0.1"])
        run("diff", [*communique, "diff", f"{releases}@1.0.0", f"{releases}@1.0.1"])
        for form in options.forms:
            run("load", [sys.executable, "-c", LOAD, f"{releases}/1.0.1", form], quiet=False)


if __name__ == "__main__":
    main()
