"""How fast tables are validated, beside pandera's pandas backend and polars: `python scripts/bench_validate.py`.

In: a number of articles. Out: a line each, in a process of its own: seconds, rows a second, peak memory, and the ratio
to pandera. communique reads tables from disk and checks every rule, those across tables too. pandera checks the rules
of rows over each whole table in memory; a second time with pandas for the rules across tables, the same work as
communique's. polars checks the rules of plain columns that take a line each.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

COMMUNIQUE = """
from communique.validation import validate
report = validate(folder)
assert report.ok, str(report)
rows = sum(report.rows.values())
"""
PANDERA = """
import pandas as pd
from communique.schemas import TABLES, pandera_schema
rows = 0
for name in TABLES:
    frame = pd.read_parquet(folder / f"{name}.parquet", dtype_backend="pyarrow")
    pandera_schema(name).validate(frame, lazy=True)
    rows += len(frame)
"""
ACROSS = (
    PANDERA.replace("rows += len(frame)", "rows += len(frame)\n    tables[name] = frame").replace(
        "rows = 0", "rows, tables = 0, {}"
    )
    + """
import pyarrow.compute as pc
from communique.schemas.across import AGREES, RESOLVES
from communique.schemas.frame import top
def column(frame, path):
    values = frame[top(path)]
    if path == top(path):
        return values
    values = values.explode().dropna()
    return values.struct.field(path.partition(".")[2]) if "." in path else values
def keys(one, *more):
    frame = tables[one.table]
    for name, there in ((one.present, True), (one.absent, False)):
        frame = frame[frame[name].notna() == there] if name else frame
    nested = [path for path in one.paths if path != top(path)]
    whole = pd.DataFrame({path: column(frame, path) for path in nested}) if nested else pd.DataFrame(index=frame.index)
    for path in one.paths:
        if path not in nested:
            whole[path] = frame[path].reindex(whole.index) if nested else frame[path]
    whole = whole[list(one.paths)].dropna().set_axis([str(i) for i in range(len(one.paths))], axis=1)
    for n, value in enumerate(more):
        whole["more"] = value(frame).reindex(whole.index)
    return whole
for rule in RESOLVES:
    known = pd.concat([keys(one) for one in rule.among]).drop_duplicates()
    held = keys(rule.keys).drop_duplicates().merge(known, how="left", indicator=True)
    assert (held["_merge"] == "both").all(), rule
for rule in AGREES:
    def first(frame):
        found = frame[rule.values[0]]
        for more in rule.values[1:]:
            found = found.fillna(frame[more])
        return found
    of = keys(rule.of, first).dropna()
    fold = {"count": "count", "distinct": "nunique", "min": "min", "max": "max"}[rule.fold]
    comes = of.groupby([str(i) for i in range(len(rule.of.paths))], sort=False)["more"].agg(fold).reset_index()
    frame = tables[rule.keys.table]
    given = keys(rule.keys)
    given["given"] = column(frame, rule.column).to_numpy()
    held = given.merge(comes, how="left")
    if fold in ("count", "nunique"):
        held["more"] = held["more"].fillna(0)
    assert (held["given"].isna() | (held["given"] == held["more"])).all(), rule
"""
)
POLARS = """
import polars as pl
from communique.schemas import TABLES
rows = 0
for name, table in TABLES.items():
    frame = pl.read_parquet(folder / f"{name}.parquet")
    rows += len(frame)
    broken = [frame[table.key].is_duplicated().any()]
    for column in table.columns:
        values = frame[column.name]
        if not column.nullable:
            broken.append(values.null_count() > 0)
        if column.is_list:
            continue
        if column.vocabulary:
            broken.append(not values.drop_nulls().is_in(list(column.vocabulary)).all())
        if column.pattern and column.name != "body":
            held = values.drop_nulls().str.contains(column.pattern.regex)
            broken.append(not held.all())
        if column.minimum is not None:
            broken.append((values < column.minimum).any())
    assert not any(broken), (name, broken)
"""
MEASURE = """
import resource, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
begin = time.perf_counter()
{code}
took = time.perf_counter() - begin
print(took, time.process_time(), rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def measure(code: str, folder: Path) -> tuple[float, float, int, int]:
    """Seconds by the clock and of the processor, rows, and megabytes at the peak, of `code` in a process of its own."""
    command = [sys.executable, "-c", MEASURE.format(code=code), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    took, worked, rows, peak = done.stdout.split()
    return float(took), float(worked), int(rows), int(peak)


def main() -> None:
    """Compare on invented tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300_000)
    parser.add_argument("--alone", action="store_true", help="communique only, for sizes that the others cannot hold")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        script = Path(__file__).parent / "synthetic.py"
        made = [sys.executable, str(script), name, "--articles", str(options.articles)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        peers = {} if options.alone else {"pandera": PANDERA, "pandera and pandas": ACROSS, "polars by hand": POLARS}
        taken = {tool: measure(code, Path(name)) for tool, code in {"communique": COMMUNIQUE, **peers}.items()}
    for tool, (took, worked, rows, peak) in taken.items():
        ratio = f", {taken['pandera'][0] / took:.2f} x pandera's speed" if "pandera" in taken else ""
        if tool == "communique" and "pandera and pandas" in taken:
            ratio += f", {taken['pandera and pandas'][0] / took:.2f} x that of the same work in pandera and pandas"
        print(
            f"{tool}: {rows:,} rows in {took:.1f} s ({worked:.1f} s of work), "
            f"{rows / took:,.0f} a second, peak {peak} MB{ratio}"
        )


if __name__ == "__main__":
    main()
