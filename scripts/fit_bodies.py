"""Fit the weights of what bodies take part: `python scripts/fit_bodies.py GOLD.jsonl [GOLD.jsonl ...] [--write]`.

In: labelled pages. Out: registry/body_weights.toml, printed or written. A logistic regression with an L2 penalty over
the signs that `communique.extract.participation.bodies_likelihood` finds for each body that a page names and nobody
stands for. A sign is one from `--least` bodies on. Beside the pages it is fitted to plain sentences
(`plain_bodies.csv`), of which there is no doubt. With `--only` new signs get their weights and all others stay as they
are: for where the pages at hand are fewer than those of the last fit. `--left-out` prints instead how the bodies of
each fifth of the pages fare with weights fitted to the others.
"""

import sys
from collections import Counter
from collections.abc import Collection
from functools import partial
from operator import attrgetter
from pathlib import Path

import fit_names
import numpy as np
from fit_names import Case, left_out, pages
from fit_participation import Sign, arguments, fit, give, matrix, spelt

from communique.extract.participation import bodies
from communique.extract.participation.bodies_likelihood import signs
from communique.registry import settings

PLAIN = Path(__file__).with_name("plain_bodies.csv")
TARGET = Path(bodies.__file__).parents[2] / "registry/body_weights.toml"
_FAST = 1e6  # a penalty that holds a weight where it is
HEADER = """# How much each sign speaks for a body's own part: weights of a logistic regression, made by
# scripts/fit_bodies.py from labelled pages. Groups: what stands beside the name, the kind of body, the place in the
# text, documents that are told, who and what else is named.

"""


def cases(paths: list[Path]) -> list[Case]:
    """The bodies of all pages whose actors are labelled."""
    return fit_names.cases(pages(paths, "bodies", "organization"), bodies, attrgetter("first.name"), signs)


def weighed(seen: list[Case], penalty: float, least: int, only: Collection[str] = ()) -> tuple[list[Sign], np.ndarray]:
    """The signs and their weights, the bias behind them; if there are signs that `only` matter, the others stay."""
    counts = Counter(sign for case in seen for sign, much in case.signs.items() if much)
    in_use = settings("body_weights") if only else {"bias": 0.0}
    present = {(group, sign): w for group, found in in_use.items() if group != "bias" for sign, w in found.items()}
    told = {sign for sign, n in counts.items() if n >= least and (not only or sign[1] in only)}
    chosen = sorted(told.union(present))
    X, y = matrix((case.signs for case in seen), chosen), np.array([float(case.right) for case in seen])
    if not only:
        return chosen, fit(X, y, penalty)
    start = np.array([*(present.get(sign, 0.0) for sign in chosen), in_use["bias"]])
    held = np.array([*(penalty if sign[1] in only else _FAST for sign in chosen), _FAST])
    return chosen, fit(X, y, held, start=start)


def main() -> int:
    """Fit, and print or write the weights."""
    parser = arguments(__doc__, 1.5, 6, "bodies")
    parser.add_argument("--only", nargs="+", default=[], metavar="SIGN", help="fit these, the others stay")
    parser.add_argument("--left-out", action="store_true", help="measure, in place of printing weights")
    given = parser.parse_args()
    seen = cases([*given.gold, PLAIN])
    if given.left_out:
        left_out(seen, partial(weighed, penalty=given.penalty, least=given.least, only=given.only))
        return 0
    chosen, weights = weighed(seen, given.penalty, given.least, given.only)
    print(f"{len(seen)} bodies, {sum(case.right for case in seen)} take part; {len(chosen)} signs", file=sys.stderr)
    give(spelt(chosen, weights, 0.05, HEADER), TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
