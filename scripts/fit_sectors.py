"""Fit the weights of what an article is about: `python scripts/fit_sectors.py GOLD.jsonl [GOLD.jsonl ...] [--write]`.

In: labelled pages. Out: registry/sector_weights.toml, printed or written. A logistic regression with an L2 penalty over
the signs that `communique.extract.fields.likelihood` finds for each field that a page names. Words are signs from
`--least` fields on. `--near P` keeps the weights that the registry has near what they are, with P as their penalty: it
learns from further pages and keeps what earlier ones taught. `--left-out` prints instead how each of the first N files
fares with weights fitted to all others.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_participation import Sign, arguments, fit, give, matrix, spelt

from communique.evaluation import load_gold, predict
from communique.extract import sectors
from communique.extract.fields.likelihood import BOUND, KEPT, Evidence, signs, worded
from communique.registry import settings

TARGET = Path(sectors.__file__).parents[1] / "registry/sector_weights.toml"
WORDS = ("term", "sentence", "before", "behind")  # groups whose signs are words, of which there is no end
HEADER = """# How much each sign speaks for a page's being about a field: weights of a logistic regression, made by
# scripts/fit_sectors.py from labelled pages. Groups: what the rules say, the place in the text, field, headline, the
# features of the mention that speaks best for it; its term, the words beside it and those of its sentence. Those of
# "brief-" count in short texts on top of the others.

"""


class Field(NamedTuple):
    """A field that a page names: the signs, whether the rules keep it, and whether the page is about it."""

    signs: dict[Sign, float]
    kept: bool
    right: bool


class Labelled(NamedTuple):
    """The fields that a file's pages name, and how many they are about."""

    fields: list[Field]
    wanted: int


def labelled(path: Path) -> Labelled:
    """What the pages of a file name."""
    fields: list[Field] = []
    codes: set[str] = set()

    def noted(evidence: Evidence, code: str) -> bool:
        kept = code in evidence.kept
        found = {(group, sign): amount for group, sign, amount in signs(evidence, code)}
        found |= {(group, word): 1.0 for group, words in worded(evidence, code) for word in words}
        fields.append(Field(found, kept, code in codes))
        return kept

    sectors.is_about = noted  # the rules decide, and what they see is noted
    wanted = 0
    for gold in load_gold(path):
        codes = {sector["code"] for sector in gold.labels.get("sectors") or []}
        wanted += len(codes)
        predict(gold)
    return Labelled(fields, wanted)


def weighed(files: list[Labelled], penalty: float, least: int, near: float = 0.0) -> tuple[list[Sign], np.ndarray]:
    """The signs and their weights, the bias behind them; near those of the registry if `near` is their penalty."""
    fields = [field for file in files for field in file.fields]
    right = np.array([float(field.right) for field in fields])
    seen = Counter(sign for field in fields for sign in field.signs)
    known = registered() if near else {}
    chosen = sorted({sign for sign, n in seen.items() if n >= least or sign[0] not in WORDS} | known.keys())
    if not near:
        return chosen, fit(matrix((field.signs for field in fields), chosen), right, penalty)
    start = np.array([*(known.get(sign, 0.0) for sign in chosen), settings("sector_weights")["bias"]])
    penalties = np.array([*(near if sign in known else penalty for sign in chosen), near])
    return chosen, fit(matrix((field.signs for field in fields), chosen), right, penalties, start=start)


def registered() -> dict[Sign, float]:
    """The weights that the registry has, without the bias."""
    groups = {name: signs for name, signs in settings("sector_weights").items() if name != "bias"}
    return {(group, sign): weight for group, signs in groups.items() for sign, weight in signs.items()}


def left_out(files: list[Labelled], paths: list[Path], count: int, penalty: float, least: int) -> None:
    """Print the F1 of the rules and of the weights on each of the first files, fitted to all others."""
    totals = np.zeros((2, 3))
    for k, (file, path) in enumerate(zip(files[:count], paths, strict=False)):
        chosen, weights = weighed(files[:k] + files[k + 1 :], penalty, least)
        rules = np.array([field.kept for field in file.fields])
        told = matrix((field.signs for field in file.fields), chosen) @ weights[:-1] + weights[-1] > np.where(
            rules, KEPT, BOUND
        )
        counts = []
        for kept in (rules, told):
            right = sum(field.right for field, k in zip(file.fields, kept, strict=True) if k)
            counts.append((right, sum(kept), file.wanted))
        totals += counts
        print(f"{path}: rules {f1(*counts[0]):.3f}, weights {f1(*counts[1]):.3f}")
    print(f"together: rules {f1(*totals[0]):.3f}, weights {f1(*totals[1]):.3f}")


def f1(right: float, given: float, wanted: float) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (given + wanted) if given + wanted else 1.0


def main() -> int:
    """Fit, and print or write the weights."""
    parser = arguments(__doc__, 6.0, 15, "fields")
    parser.add_argument("--near", type=float, default=0.0, metavar="P", help="penalty of leaving the present weights")
    parser.add_argument("--left-out", type=int, metavar="N", help="measure, in place of printing weights")
    given = parser.parse_args()
    files = [labelled(path) for path in given.gold]
    if given.left_out:
        left_out(files, given.gold, given.left_out, given.penalty, given.least)
        return 0
    chosen, weights = weighed(files, given.penalty, given.least, given.near)
    text = spelt(chosen, weights, 0.05, HEADER)
    fields = [field for file in files for field in file.fields]
    print(f"{len(fields)} fields named, {sum(f.right for f in fields)} right; {len(chosen)} signs", file=sys.stderr)
    give(text, TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
