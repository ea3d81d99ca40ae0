"""Fit the weights of which countries are parties: `python scripts/fit_parties.py GOLD.jsonl [...] [--write]`.

In: labelled pages, best such as nobody read while the rules were written. Out: registry/party_weights.toml, printed or
written. A logistic regression with an L2 penalty over the signs of `communique.extract.countries.party_likelihood` for
each country of which nobody takes part. A sign is one from `--least` countries on. `--left-out` prints instead how many
sets of countries the rules and the weights fitted to the other pages have right, file by file.
"""

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_participation import Sign, arguments, fit, give, matrix, spelt
from fitting import compare

from communique.evaluation import load_gold, predict
from communique.extract import actors
from communique.extract.countries.party_likelihood import DOUBT, Naming, signs
from communique.extract.countries.table import Table
from communique.model import Actor

TARGET = Path(actors.__file__).parents[1] / "registry/party_weights.toml"
FOLDS = 8
HEADER = """# How much each sign speaks for a country's being a party to the event although nobody there is its:
# weights of a logistic regression, made by scripts/fit_parties.py from labelled pages. Groups: what the rules say, the
# table, how headline and body name the country, and who else is there.

"""


class Case(NamedTuple):
    """A country of which nobody takes part: the file, the page's number, its signs, what label and rules say."""

    file: str
    page: int
    signs: dict[Sign, float]
    right: bool
    ruled: bool


class Labelled(NamedTuple):
    """A page: the countries asked for, and whether all others are as the label says."""

    cases: list[Case]
    rest: bool


def pages(paths: Sequence[Path]) -> Iterator[Labelled]:
    """What the labelled pages have to ask."""
    seen: list[tuple[Naming, set[str], Collection[str]]] = []

    def noted(table: Table, people: Sequence[Actor], told: Collection[str]) -> set[str]:
        seen.append((Naming(table), {actor.country for actor in people if actor.country}, told))
        return set(told)

    actors.weigh_parties = noted  # the rules decide, and what they see is noted
    for path in paths:
        for number, gold in enumerate(load_gold(path)):
            if "countries" not in gold.labels:
                continue
            seen.clear()
            predict(gold)
            right = set(gold.labels["countries"])
            for naming, theirs, told in seen:
                others = {*naming.countries, *told} - theirs
                yield Labelled(
                    [
                        Case(path.name, number, dict(signs(naming, theirs, told, c)), c in right, c in told)
                        for c in sorted(others)
                    ],
                    right - others == theirs,
                )


def weighed(seen: Sequence[Case], penalty: float, least: int) -> tuple[list[Sign], np.ndarray]:
    """The signs and their weights, the bias behind them."""
    counts = Counter(sign for case in seen for sign in case.signs)
    chosen = sorted(sign for sign, n in counts.items() if n >= least)
    y = np.array([float(case.right) for case in seen])
    return chosen, fit(matrix((case.signs for case in seen), chosen), y, penalty)


def left_out(seen: Sequence[Labelled], penalty: float, least: int) -> Iterator[tuple[str, bool, bool]]:
    """The file of each page, and whether the rules and the weights of the other pages have its set right."""
    for fold in range(FOLDS):
        others = [case for page in seen for case in page.cases if case.page % FOLDS != fold]
        chosen, weights = weighed(others, penalty, least)
        for page in (page for page in seen if page.cases and page.cases[0].page % FOLDS == fold):
            bounds = np.array([-DOUBT if case.ruled else DOUBT for case in page.cases])
            told = matrix((case.signs for case in page.cases), chosen) @ weights[:-1] + weights[-1] > bounds
            ruled = page.rest and all(case.ruled == case.right for case in page.cases)
            right = page.rest and all(t == case.right for t, case in zip(told, page.cases, strict=True))
            yield page.cases[0].file, ruled, right


def main() -> int:
    """Fit, and print or write the weights."""
    parser = arguments(__doc__, 5.0, 4, "countries")
    parser.add_argument("--left-out", action="store_true", help="measure, in place of printing weights")
    given = parser.parse_args()
    seen = list(pages(given.gold))
    if given.left_out:
        compare(left_out(seen, given.penalty, given.least), "pages")
        return 0
    cases = [case for page in seen for case in page.cases]
    chosen, weights = weighed(cases, given.penalty, given.least)
    print(f"{len(cases)} countries, {sum(case.right for case in cases)} parties; {len(chosen)} signs", file=sys.stderr)
    give(spelt(chosen, weights, 0.05, HEADER), TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
