"""Fit the weights of which strangers take part: `python scripts/fit_strangers.py GOLD.jsonl [...] [--write]`.

In: labelled pages. Out: registry/stranger_weights.toml, printed or written. A logistic regression with an L2 penalty
over the signs that `communique.extract.participation.strangers_likelihood` finds for each bare name of which no phrase
of the event tells. A sign is one from `--least` names on. Beside the pages it is fitted to plain sentences
(`plain_strangers.csv`), of which there is no doubt. `--left-out` prints instead how those of each fifth of the pages
fare with weights fitted to the others.
"""

import sys
from collections import Counter
from functools import partial
from operator import attrgetter
from pathlib import Path

import fit_names
import numpy as np
from fit_names import Case, left_out, pages
from fit_participation import Sign, arguments, fit, give, matrix, spelt

from communique.extract.participation import unofficial
from communique.extract.participation.strangers_likelihood import signs

PLAIN = Path(__file__).with_name("plain_strangers.csv")
TARGET = Path(unofficial.__file__).parents[2] / "registry/stranger_weights.toml"
HEADER = """# How much each sign speaks for the part of somebody of whom no office and no phrase tells: weights of a
# logistic regression, made by scripts/fit_strangers.py from labelled pages. Groups: what the name is like, where it
# stands, the word in front, the word behind, what the sentence tells besides.

"""


def cases(paths: list[Path]) -> list[Case]:
    """The names of all pages whose actors are labelled."""
    return fit_names.cases(pages(paths, "people"), unofficial, attrgetter("text"), signs)


def weighed(seen: list[Case], penalty: float, least: int) -> tuple[list[Sign], np.ndarray]:
    """The signs and their weights, the bias behind them."""
    counts = Counter(sign for case in seen for sign, much in case.signs.items() if much)
    chosen = sorted(sign for sign, n in counts.items() if n >= least)
    y = np.array([float(case.right) for case in seen])
    return chosen, fit(matrix((case.signs for case in seen), chosen), y, penalty)


def main() -> int:
    """Fit, and print or write the weights."""
    parser = arguments(__doc__, 1.0, 5, "names")
    parser.add_argument("--left-out", action="store_true", help="measure, in place of printing weights")
    given = parser.parse_args()
    seen = cases([*given.gold, PLAIN])
    if given.left_out:
        left_out(seen, partial(weighed, penalty=given.penalty, least=given.least))
        return 0
    chosen, weights = weighed(seen, given.penalty, given.least)
    print(f"{len(seen)} names, {sum(case.right for case in seen)} take part; {len(chosen)} signs", file=sys.stderr)
    give(spelt(chosen, weights, 0.05, HEADER), TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
