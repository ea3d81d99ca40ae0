"""Fit the weights of whose somebody is: `python scripts/fit_countries.py GOLD.jsonl [GOLD.jsonl ...] [--write]`.

In: labelled pages, best such as nobody read while the rules were written: on others the rules are right too often. Out:
registry/country_weights.toml, printed or written. A conditional logit (McFadden, Conditional Logit Analysis of
Qualitative Choice Behavior, 1974) with an L2 penalty over the signs of `communique.extract.countries.likelihood`. A
sign is one from `--least` countries on. `--left-out` prints instead how many people of each file the rules and the
weights fitted to the other pages have right.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_participation import arguments, give
from fitting import Floats, compare, section

from communique.agreement import SIMILAR, name_likeness
from communique.evaluation import load_gold, predict
from communique.extract import actors
from communique.extract.countries.likelihood import Question, ask, signs, untold
from communique.extract.countries.table import Table
from communique.extract.people.persons import Person
from communique.extract.words.weighing import Sign

TARGET = Path(actors.__file__).parents[1] / "registry/country_weights.toml"
FOLDS, STEPS = 8, 12
HEADER = """# How much each sign speaks for a country's being that of somebody of whom nothing beside the name tells it:
# weights of a conditional logit, made by scripts/fit_countries.py from labelled pages. Groups: what the rules say, the
# table and what stands beside the name, the name, and what speaks for no country at all.

"""


class Case(NamedTuple):
    """Somebody on a page: the file, the page's number, the signs of each country that may be his, that of the rules
    first, and which of them the label says."""

    file: str
    page: int
    signs: list[set[Sign]]
    right: int


def cases(paths: Sequence[Path]) -> Iterator[Case]:
    """The people of all pages who are asked for, of whom a label tells the country."""
    asked: list[tuple[Table, Sequence[Person]]] = []

    def noted(table: Table, persons: Sequence[Person]) -> None:
        asked.append((table, persons))

    actors.weigh = noted  # the rules decide, and what they see is noted
    for path in paths:
        for number, gold in enumerate(load_gold(path)):
            labels = [actor for actor in gold.labels.get("actors") or [] if actor["name"]]
            if labels:
                asked.clear()
                predict(gold)
                for table, persons in asked:
                    named = (ask(table, persons, person) for person in untold(table, persons) if person.name)
                    yield from filter(None, (_case(path, number, labels, question) for question in named))


def _case(path: Path, number: int, labels: list[dict[str, str]], question: Question) -> Case | None:
    name = question.person.name or ""
    label = max(labels, key=lambda actor: name_likeness(actor["name"], name))
    if name_likeness(label["name"], name) < SIMILAR or label["country"] not in question.options:
        return None
    found = [set(signs(question, country)) for country in question.options]
    return Case(path.name, number, found, question.options.index(label["country"]))


def fit(seen: Sequence[Case], chosen: list[Sign], penalty: float) -> Floats:
    """The weights, by Newton's method."""
    place = {sign: k for k, sign in enumerate(chosen)}
    tables = []
    for case in seen:
        X = np.zeros((len(case.signs), len(chosen)))
        for row, found in enumerate(case.signs):
            X[row, [place[sign] for sign in found if sign in place]] = 1.0
        tables.append((X, case.right))
    w = np.zeros(len(chosen))
    for _ in range(STEPS):
        slope, bend = -penalty * w, penalty * np.eye(len(chosen))
        for X, right in tables:
            p = _shares(X @ w)
            mean = p @ X
            slope += X[right] - mean
            bend += (X * p[:, None]).T @ X - np.outer(mean, mean)
        w += np.linalg.solve(bend, slope)
    return w


def _shares(told: Floats) -> Floats:
    p: Floats = np.exp(told - told.max())
    return p / p.sum()


def weighed(seen: Sequence[Case], penalty: float, least: int) -> dict[Sign, float]:
    """The signs and their weights."""
    counts = Counter(sign for case in seen for found in case.signs for sign in found)
    chosen = sorted(sign for sign, n in counts.items() if n >= least)
    return dict(zip(chosen, fit(seen, chosen, penalty), strict=True))


def answered(case: Case, weights: dict[Sign, float]) -> int:
    """Which of the countries most speaks for."""
    return int(np.argmax([sum(weights.get(sign, 0.0) for sign in found) for found in case.signs]))


def left_out(seen: Sequence[Case], penalty: float, least: int) -> Iterator[tuple[str, bool, bool]]:
    """The file of each person, and whether the rules and the weights of the other pages are right."""
    for fold in range(FOLDS):
        weights = weighed([case for case in seen if case.page % FOLDS != fold], penalty, least)
        for case in (case for case in seen if case.page % FOLDS == fold):
            yield case.file, case.right == 0, answered(case, weights) == case.right


def main() -> int:
    """Fit, and print or write the weights."""
    parser = arguments(__doc__, 2.0, 5, "countries")
    parser.add_argument("--left-out", action="store_true", help="measure, in place of printing weights")
    given = parser.parse_args()
    seen = list(cases(given.gold))
    if given.left_out:
        compare(left_out(seen, given.penalty, given.least), "people")
        return 0
    weights = weighed(seen, given.penalty, given.least)
    groups: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (group, sign), weight in weights.items():
        groups[group].append((sign, weight))
    print(f"{len(seen)} people, {len(weights)} signs", file=sys.stderr)
    lines = [line for group, signs in groups.items() for line in section(group, signs)]
    give(HEADER + "\n".join(lines), TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
