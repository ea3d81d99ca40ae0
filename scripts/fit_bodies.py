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
from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_participation import Sign, arguments, fit, give, matrix, plain_rows, spelt

from communique.agreement import SIMILAR, name_likeness
from communique.evaluation import load_gold, predict
from communique.extract.actors import find_actors
from communique.extract.participation import bodies as rules
from communique.extract.participation.bodies_likelihood import Candidate, Page, signs
from communique.model import Article
from communique.registry import settings, split_list

PLAIN = Path(__file__).with_name("plain_bodies.csv")
TARGET = Path(rules.__file__).parents[2] / "registry/body_weights.toml"
FOLDS = 5
_FAST = 1e6  # a penalty that holds a weight where it is
HEADER = """# How much each sign speaks for a body's own part: weights of a logistic regression, made by
# scripts/fit_bodies.py from labelled pages. Groups: what stands beside the name, the kind of body, the place in the
# text, documents that are told, who and what else is named.

"""


Told = tuple[list[str], Callable[[], object]]


class Case(NamedTuple):
    """A body that a page names: the number of the page, the signs, and whether it takes part."""

    page: int
    signs: dict[Sign, float]
    right: bool


def cases(paths: list[Path]) -> list[Case]:
    """The bodies of all pages."""
    found: list[Case] = []
    labelled: list[str] = []
    number = 0

    def noted(page: Page, candidate: Candidate) -> bool:
        right = any(name_likeness(name, candidate.first.name) >= SIMILAR for name in labelled)
        found.append(Case(number, dict(signs(page, candidate)), right))
        return False

    rules.takes_part = noted
    told = chain.from_iterable(csv_pages(path) if path.suffix == ".csv" else gold_pages(path) for path in paths)
    for number, (labelled[:], read) in enumerate(told):  # noqa: B007 - asked by `noted`
        read()
    return found


def gold_pages(path: Path) -> Iterator[Told]:
    """The pages of a file whose actors are labelled: the names of bodies, and what has the page read."""
    for gold in load_gold(path):
        if actors := gold.labels.get("actors"):
            yield [a["name"] for a in actors if a["type"] == "organization"], partial(predict, gold)


def csv_pages(path: Path) -> Iterator[Told]:
    """The like for plain sentences."""
    for row in plain_rows(path):
        yield list(split_list(row["bodies"])), partial(find_actors, Article("", row["text"]))


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


def left_out(seen: list[Case], penalty: float, least: int, only: Collection[str] = ()) -> None:
    """Print how many bodies are given, and rightly, of each fifth of the pages with weights fitted to the others."""
    right, given = 0, 0
    for fold in range(FOLDS):
        chosen, weights = weighed([case for case in seen if case.page % FOLDS != fold], penalty, least, only)
        rest = [case for case in seen if case.page % FOLDS == fold]
        told = matrix((case.signs for case in rest), chosen) @ weights[:-1] + weights[-1] > 0
        given += int(told.sum())
        right += sum(case.right for case, kept in zip(rest, told, strict=True) if kept)
    wanted = sum(case.right for case in seen)
    print(f"{right} right of {given} given, {wanted} wanted: F1 {2 * right / max(given + wanted, 1):.3f}")


def main() -> int:
    """Fit, and print or write the weights."""
    parser = arguments(__doc__, 1.5, 6, "bodies")
    parser.add_argument("--only", nargs="+", default=[], metavar="SIGN", help="fit these, the others stay")
    parser.add_argument("--left-out", action="store_true", help="measure, in place of printing weights")
    given = parser.parse_args()
    seen = cases([*given.gold, PLAIN])
    if given.left_out:
        left_out(seen, given.penalty, given.least, given.only)
        return 0
    chosen, weights = weighed(seen, given.penalty, given.least, given.only)
    print(f"{len(seen)} bodies, {sum(case.right for case in seen)} take part; {len(chosen)} signs", file=sys.stderr)
    give(spelt(chosen, weights, 0.05, HEADER), TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
