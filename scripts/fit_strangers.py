"""Fit the weights of which strangers take part: `python scripts/fit_strangers.py GOLD.jsonl [...] [--write]`.

In: labelled pages. Out: registry/stranger_weights.toml, printed or written. A logistic regression with an L2 penalty
over the signs that `communique.extract.participation.strangers_likelihood` finds for each bare name of which no phrase
of the event tells. A sign is one from `--least` names on. Beside the pages it is fitted to plain sentences
(`plain_strangers.csv`), of which there is no doubt. `--left-out` prints instead how those of each fifth of the pages
fare with weights fitted to the others.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_participation import Sign, arguments, fit, give, matrix, plain_rows, spelt

from communique.agreement import SIMILAR, name_likeness
from communique.evaluation import load_gold, predict
from communique.extract.actors import find_actors
from communique.extract.participation import unofficial as rules
from communique.extract.participation.strangers_likelihood import Around, signs
from communique.extract.people.names import Name
from communique.model import Article
from communique.registry import split_list

PLAIN = Path(__file__).with_name("plain_strangers.csv")
TARGET = Path(rules.__file__).parents[2] / "registry/stranger_weights.toml"
FOLDS = 5
HEADER = """# How much each sign speaks for the part of somebody of whom no office and no phrase tells: weights of a
# logistic regression, made by scripts/fit_strangers.py from labelled pages. Groups: what the name is like, where it
# stands, the word in front, the word behind, what the sentence tells besides.

"""


Told = tuple[list[str], Callable[[], object]]


class Case(NamedTuple):
    """A name: the number of the page, the signs, and whether its bearer takes part."""

    page: int
    signs: dict[Sign, float]
    right: bool


def cases(paths: list[Path]) -> list[Case]:
    """The names of all pages whose actors are labelled."""
    found: list[Case] = []
    labelled: list[str] = []
    number = 0

    def noted(around: Around, name: Name) -> bool:
        right = any(name_likeness(told, name.text) >= SIMILAR for told in labelled)
        found.append(Case(number, dict(signs(around, name)), right))
        return False

    rules.takes_part = noted
    told = chain.from_iterable(csv_pages(path) if path.suffix == ".csv" else gold_pages(path) for path in paths)
    for number, (labelled[:], read) in enumerate(told):  # noqa: B007 - asked by `noted`
        read()
    return found


def gold_pages(path: Path) -> Iterator[Told]:
    """The pages of a file whose actors are labelled: their names, and what has the page read."""
    for gold in load_gold(path):
        if names := [actor["name"] for actor in gold.labels.get("actors") or [] if actor.get("name")]:
            yield names, partial(predict, gold)


def csv_pages(path: Path) -> Iterator[Told]:
    """The like for plain sentences."""
    for row in plain_rows(path):
        yield list(split_list(row["people"])), partial(find_actors, Article("", row["text"]))


def weighed(seen: list[Case], penalty: float, least: int) -> tuple[list[Sign], np.ndarray]:
    """The signs and their weights, the bias behind them."""
    counts = Counter(sign for case in seen for sign, much in case.signs.items() if much)
    chosen = sorted(sign for sign, n in counts.items() if n >= least)
    y = np.array([float(case.right) for case in seen])
    return chosen, fit(matrix((case.signs for case in seen), chosen), y, penalty)


def left_out(seen: list[Case], penalty: float, least: int) -> None:
    """Print how many are given, and rightly, of each fifth of the pages with weights fitted to the others."""
    right, given = 0, 0
    for fold in range(FOLDS):
        chosen, weights = weighed([case for case in seen if case.page % FOLDS != fold], penalty, least)
        rest = [case for case in seen if case.page % FOLDS == fold]
        told = matrix((case.signs for case in rest), chosen) @ weights[:-1] + weights[-1] > 0
        given += int(told.sum())
        right += sum(case.right for case, kept in zip(rest, told, strict=True) if kept)
    wanted = sum(case.right for case in seen)
    print(f"{right} right of {given} given, {wanted} wanted: F1 {2 * right / max(given + wanted, 1):.3f}")


def main() -> int:
    """Fit, and print or write the weights."""
    parser = arguments(__doc__, 1.0, 5, "names")
    parser.add_argument("--left-out", action="store_true", help="measure, in place of printing weights")
    given = parser.parse_args()
    seen = cases([*given.gold, PLAIN])
    if given.left_out:
        left_out(seen, given.penalty, given.least)
        return 0
    chosen, weights = weighed(seen, given.penalty, given.least)
    print(f"{len(seen)} names, {sum(case.right for case in seen)} take part; {len(chosen)} signs", file=sys.stderr)
    give(spelt(chosen, weights, 0.05, HEADER), TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
