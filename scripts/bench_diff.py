"""Time and peak memory of a diff, beside a full outer join of the same files in DuckDB: `python scripts/bench_diff.py`.

In: a number of articles. Out: a line each for `communique.diff` and the peer, every one in a process of its own, and
their ratio. The versions differ in 1 % of the articles, and each has 1 % that the other lacks; with `--shuffled` the
new one has its rows in another order and in eight files.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import synthetic

from communique.schemas import TABLES, arrow_schema

FILES = 8
MEASURED = """
import json, re, sys, time
begin = time.perf_counter()
{work}
# Linux's own mark of this program's memory: `getrusage` counts that of the parent before it became this one.
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024
print(json.dumps({{"seconds": time.perf_counter() - begin, "peak": peak, "found": found}}))
"""
OURS = """
from communique.release.diff import diff
tables = diff(*sys.argv[1:], limit=0).tables
found = {name: [one.added, one.removed, one.changed] for name, one in tables.items()}
"""
PEER = """
import duckdb
from communique.schemas import TABLES
database = duckdb.connect()
database.execute("SET enable_progress_bar = false; SET memory_limit = '8GB'")
found = {}
for name, table in TABLES.items():
    old, new = (f"read_parquet({(folder + '/**/' + name + '*.parquet')!r})" for folder in sys.argv[1:])
    differ = " OR ".join(f"o.{c.name} IS DISTINCT FROM n.{c.name}" for c in table.columns)
    key = table.key
    found[name] = list(database.sql(f'''
        SELECT count(*) FILTER (o.{key} IS NULL), count(*) FILTER (n.{key} IS NULL),
               count(*) FILTER (o.{key} IS NOT NULL AND n.{key} IS NOT NULL AND ({differ}))
        FROM {old} o FULL OUTER JOIN {new} n ON o.{key} = n.{key}''').fetchall()[0])
"""


def measure(work: str, *folders: Path) -> dict:
    """Run some work in a process of its own; its seconds, peak memory in MB, and what it found."""
    code = MEASURED.format(work=work)
    done = subprocess.run([sys.executable, "-c", code, *map(str, folders)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def shuffle(folder: Path) -> None:
    """Put the rows of the tables in another order and into several files, some thousands of rows at a time."""
    draw = np.random.default_rng(7)
    for name in TABLES:
        schema = arrow_schema(name)
        made = folder / "data" / name
        made.mkdir(parents=True)
        writers = [pq.ParquetWriter(made / f"{name}-{n}.parquet", schema, compression="zstd") for n in range(FILES)]
        with pq.ParquetFile(folder / f"{name}.parquet") as parquet:
            for batch in parquet.iter_batches(50_000):
                rows = pa.Table.from_batches([batch]).cast(schema).take(pa.array(draw.permutation(len(batch))))
                for n, writer in enumerate(writers):
                    writer.write_table(
                        rows.slice(n * len(rows) // FILES, len(rows) // FILES + (n == FILES - 1) * FILES)
                    )
        for writer in writers:
            writer.close()
        (folder / f"{name}.parquet").unlink()


def main() -> None:
    """Make two versions and compare them both ways."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--shuffled", action="store_true", help="the new version in another order and other files")
    parser.add_argument("--alone", action="store_true", help="without the peer")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        old, new = Path(name, "old"), Path(name, "new")
        rows = synthetic.write(old, options.articles, without=(0.0, 0.01))
        synthetic.write(new, options.articles, changed=0.01, without=(0.01, 0.02))
        if options.shuffled:
            shuffle(new)
        print(", ".join(f"{count:,} {table}" for table, count in rows.items()), "a side", flush=True)
        ours = measure(OURS, old, new)
        print("communique.diff: {seconds:.1f} s, peak {peak:,} MB".format(**ours), ours["found"], flush=True)
        if not options.alone:
            peer = measure(PEER, old, new)
            print("DuckDB full outer join: {seconds:.1f} s, peak {peak:,} MB".format(**peer))
            agreed = "the same" if ours["found"] == peer["found"] else "OTHER"
            print(f"{ours['seconds'] / peer['seconds']:.2f} times the peer's time, {agreed} counts")


if __name__ == "__main__":
    main()
