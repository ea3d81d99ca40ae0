"""Fit the weights of the kinds of event: `python scripts/fit_kinds.py GOLD.jsonl [GOLD.jsonl ...] [--write]`.

In: labelled pages. Out: registry/kind_weights.csv, printed or written. A multinomial logistic regression with an L2
penalty over the signs that `communique.extract.event.likelihood` finds. Of words those are signs that stand in
registry/kind_cues.toml, from `--least` pages on: names of countries would only learn the pages by heart. Beside the
pages it is fitted to plain sentences (`plain_kinds.csv`), whose kind is beyond doubt. With `--onward` the penalty is on
what departs from the present weights, so that what they were fitted to is not forgotten. `--left-out` prints instead
how each of the first N files fares with weights fitted to all others.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_participation import Sign, arguments, give, matrix, plain_rows

from communique.evaluation import load_gold, predict
from communique.extract import extract
from communique.extract.event import kind as rules
from communique.extract.event import likelihood
from communique.extract.event.likelihood import Evidence, totals, traits, worded
from communique.extract.event.telling import KINDS
from communique.extract.words.classes import word_class
from communique.model import Article
from communique.registry import settings
from communique.registry.countries import find_countries

TARGET = Path(rules.__file__).parents[2] / "registry/kind_weights.csv"
PLAIN = Path(__file__).with_name("plain_kinds.csv")
WORDS = ("title word", "first word", "text word")  # groups whose signs are words, of which there is no end
HEADER = """# How much each sign speaks for each kind of event: weights of a logistic regression, made by
# scripts/fit_kinds.py from labelled pages. Groups: what all places add up to, what each place says, how many take
# part, and the words of the headline, of the first sentence and of the text.
"""


class Told(NamedTuple):
    """A labelled page: its signs, the kind that the rules would give and the right one."""

    signs: dict[Sign, float]
    ruled: str
    right: str


def known_words() -> frozenset[str]:
    """The words of the cues, without those of the calendar and names of countries."""
    words = re.findall(r"[a-z]{2,}", str(settings("kind_cues")).lower())
    return frozenset(word for word in words if not find_countries(word.title())) - word_class("calendar")


def pages(path: Path) -> list[Told]:
    """The pages of a file that have a label; of a file of plain sentences (CSV) each line."""
    noted: list[tuple[Evidence, str]] = []
    right = ""

    def note(evidence: Evidence) -> str:
        noted.append((evidence, right))
        return KINDS[0]

    rules.likeliest = note  # what it sees is noted
    if path.suffix == ".csv":
        for row in plain_rows(path):
            right = row["kind"]
            article = Article(row["title"], row["body"].replace(" | ", "\n\n"))
            rules.classify(article, [], row["countries"].split()) if row["countries"] else extract(article)
    else:
        for gold in load_gold(path):
            right = gold.labels.get("kind") or ""
            if right in KINDS:
                predict(gold)
    found = [told(*page) for page in noted]
    return [page._replace(signs=peopled(page.signs)) for page in found] if path.suffix == ".csv" else found


def peopled(signs: dict[Sign, float]) -> dict[Sign, float]:
    """The signs without that of nobody's taking part, which of a plain sentence says nothing."""
    return {sign: amount for sign, amount in signs.items() if sign not in {("actors", "0"), ("countries", "0")}}


def told(evidence: Evidence, right: str) -> Told:
    """A page's signs and kind."""
    signs = {(group, sign): amount for group, sign, amount in traits(evidence)}
    signs |= {(group, word): 1.0 for group, words in worded(evidence) for word in words}
    added = totals(evidence.places)
    return Told(signs, max(KINDS, key=lambda kind: added.get(kind, 0.0)), right)


def fit(
    X: np.ndarray, right: list[str], penalty: float, steps: int = 100, present: np.ndarray | None = None
) -> np.ndarray:
    """A row of weights a sign, a column a kind, by Newton's method with Böhning's bound of the curvature and momentum.

    What is penalized is the way from the `present` weights, or from none. Source: Böhning 1992, Multinomial logistic
    regression algorithm; Nesterov 1983.
    """
    Y = np.array([[float(kind == label) for kind in KINDS] for label in right])
    step = np.linalg.inv(X.T @ X / 2 + penalty * np.eye(X.shape[1]))
    begin = np.zeros((X.shape[1], len(KINDS))) if present is None else present
    old = ahead = begin
    for k in range(steps):
        odds = np.exp((told := X @ ahead) - told.max(axis=1, keepdims=True))
        new = ahead - step @ (X.T @ (odds / odds.sum(axis=1, keepdims=True) - Y) + penalty * (ahead - begin))
        old, ahead = new, new + k / (k + 3) * (new - old)
    return old


def weighed(pages: list[Told], penalty: float, least: int, *, onward: bool = False) -> tuple[list[Sign], np.ndarray]:
    """The signs and their weights; `onward` from those in use, whose signs are kept."""
    seen, known = Counter(sign for page in pages for sign in page.signs), known_words()
    signs = {s for s, n in seen.items() if s[0] not in WORDS or (n >= least and s[1] in known)}
    in_use = likelihood.weights() if onward else {}
    signs |= {(group, sign) for group, found in in_use.items() for sign in found} - {("bias", "all")}
    chosen = [*sorted(signs), ("bias", "all")]
    none = (0.0,) * len(KINDS)
    present = np.array([in_use.get(group, {}).get(sign, none) for group, sign in chosen])
    return chosen, fit(biased(pages, chosen), [page.right for page in pages], penalty, present=present)


def biased(pages: list[Told], chosen: list[Sign]) -> np.ndarray:
    """A row a page, a column a sign; the last one, the bias, is everywhere."""
    found = matrix((page.signs for page in pages), chosen)
    found[:, -1] = 1.0
    return found


def left_out(files: dict[Path, list[Told]], count: int, penalty: float, least: int) -> None:
    """Print how many pages of each of the first files rules and weights get right, fitted to all others."""
    totals = np.zeros(3, dtype=int)
    for path in list(files)[:count]:
        chosen, weights = weighed([p for other in files for p in files[other] if other != path], penalty, least)
        given = [KINDS[k] for k in (biased(files[path], chosen) @ weights).argmax(axis=1)]
        right = [page.right for page in files[path]]
        ruled = sum(page.ruled == page.right for page in files[path])
        totals += (ruled, got := sum(map(str.__eq__, given, right)), len(right))
        print(f"{path}: rules {ruled}, weights {got} of {len(right)}")
    print("together: rules {}, weights {} of {}".format(*totals))


def spelt(chosen: list[Sign], weights: np.ndarray, least: float) -> str:
    """The weights as CSV, without the signs that hardly matter."""
    lines = [HEADER + ",".join(("group", "sign", *KINDS))]
    for (group, sign), row in zip(chosen, weights, strict=True):
        if max(abs(row)) >= least:
            lines.append(",".join((group, sign, *(f"{weight:.2f}".replace("-0.00", "0.00") for weight in row))))
    return "\n".join(lines) + "\n"


def main() -> int:
    """Fit, and print or write the weights."""
    parser = arguments(__doc__, 5.0, 40, "pages")
    parser.add_argument("--onward", action="store_true", help="from the weights in use, not from nothing")
    parser.add_argument("--left-out", type=int, metavar="N", help="measure, in place of printing weights")
    given = parser.parse_args()
    files = {path: pages(path) for path in [*given.gold, PLAIN]}
    if given.left_out:
        left_out(files, given.left_out, given.penalty, given.least)
        return 0
    seen = [page for path in [*given.gold, PLAIN] for page in files[path]]
    chosen, weights = weighed(seen, given.penalty, given.least, onward=given.onward)
    print(f"{len(seen)} pages; {len(chosen)} signs", file=sys.stderr)
    give(spelt(chosen, weights, 0.05), TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
