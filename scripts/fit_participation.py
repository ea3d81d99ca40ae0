"""Fit the weights of who takes part: `python scripts/fit_participation.py GOLD.jsonl [GOLD.jsonl ...] [--write]`.

In: labelled pages. Out: registry/participation_weights.toml, printed or written. A logistic regression with an L2
penalty over the signs that `communique.extract.participation.likelihood` finds. Of words those are signs that the rules
of participation know, from `--least` people on: names of countries would only learn the pages by heart.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from communique.agreement import SIMILAR, name_likeness
from communique.evaluation import load_gold, predict
from communique.extract.participation import participants as rules
from communique.extract.participation.clauses import OUT
from communique.extract.participation.likelihood import Page, signs
from communique.extract.people.persons import Person
from communique.extract.words.classes import word_class
from communique.registry import settings

Sign = tuple[str, str]
TARGET = Path(rules.__file__).parents[2] / "registry/participation_weights.toml"
WORDS = ("before", "behind")  # groups whose signs are words, of which there is no end
HEADER = """# How much each sign speaks for somebody's taking part: weights of a logistic regression, made by
# scripts/fit_participation.py from labelled pages. Groups: what the rules say, the place in the text, the office held,
# who else is named, the sentence of the first mention, and the words before and behind it.

"""


def known_words() -> frozenset[str]:
    """The words of the rules and classes that tell of somebody's part, and marks."""
    told: list[str] = [",", ".", ";", ":", "(", "-ed"]
    for table in (settings("participation"), settings("word_classes")):
        for value in table.values():
            lists = value.values() if isinstance(value, dict) else [value]
            told += [word for phrases in lists for phrase in phrases for word in phrase.split()]
    return frozenset(told) - word_class("calendar")


def people(paths: list[Path]) -> Iterator[tuple[dict[Sign, float], bool]]:
    """The signs of each named person with an office or a side on labelled pages, and whether he is an actor there."""
    found: list[tuple[str, dict[Sign, float]]] = []

    def noted(page: Page, person: Person, kept: bool) -> bool:
        verdicts = [page.clauses.judge(mention) for mention in person.mentions]
        if person.name and (kept or any(verdict != OUT for verdict in verdicts)):
            found.append((person.name, dict(signs(page, person, kept, verdicts))))
        return kept

    rules.takes_part = noted  # the rules decide, and what they see is noted
    for path in paths:
        for gold in load_gold(path):
            found.clear()
            labelled = [actor["name"] for actor in gold.labels.get("actors") or [] if actor.get("name")]
            if labelled:
                predict(gold)
                yield from ((seen, any(name_likeness(n, name) >= SIMILAR for n in labelled)) for name, seen in found)


def plain_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file of plain sentences, without its remarks."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    yield from csv.DictReader(lines)


def matrix(found: Iterable[Mapping[Sign, float]], chosen: list[Sign]) -> np.ndarray:
    """A row a case, a column a sign."""
    return np.array([[signs.get(sign, 0.0) for sign in chosen] for signs in found])


def fit(
    X: np.ndarray, y: np.ndarray, penalty: float | np.ndarray, steps: int = 30, start: np.ndarray | None = None
) -> np.ndarray:
    """The weights, the last one the bias, by Newton's method.

    Args:
        X: a row a case, a column a sign.
        y: 1.0 for each case that is right.
        penalty: of the squared weights, or of their squared distances from `start`; one, or one a sign and the bias.
        steps: of the method.
        start: weights, the bias last, near which to stay; all are 0 and the bias is free if it is left out.
    """
    X = np.hstack([X, np.ones((len(X), 1))])
    ridge = np.eye(X.shape[1]) * penalty
    if start is None:
        ridge[-1, -1] = 1e-9
    near = np.zeros(X.shape[1]) if start is None else start
    w = near.copy()
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(X @ w, -30, 30)))
        w -= np.linalg.solve((X * (p * (1 - p))[:, None]).T @ X + ridge, X.T @ (p - y) + ridge @ (w - near))
    return w


def spelt(signs: list[Sign], weights: np.ndarray, least: float, header: str) -> str:
    """The weights as TOML behind a header, without those that hardly matter."""
    lines = [f"bias = {weights[-1]:.2f}"]
    for group in dict.fromkeys(group for group, _ in signs):
        lines += ["", f"[{group}]"]
        chosen = [(sign, w) for (g, sign), w in zip(signs, weights, strict=False) if g == group and abs(w) >= least]
        lines += [f'"{sign}" = {w:.2f}' for sign, w in sorted(chosen) if '"' not in sign and "\\" not in sign]
    return header + "\n".join(lines) + "\n"


def arguments(about: str, penalty: float, least: int, counted: str) -> argparse.ArgumentParser:
    """What is asked of every script that fits weights; `counted` are those that have a sign."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path, help="labelled pages; a file named again counts again")
    parser.add_argument("--penalty", type=float, default=penalty, help="of the squared weights")
    parser.add_argument("--least", type=int, default=least, help=f"{counted} with a word before it is a sign")
    parser.add_argument("--write", action="store_true", help="into the registry, in place of printing")
    return parser


def give(text: str, target: Path | None) -> None:
    """Write the weights to a file, or print them."""
    if target:
        target.write_text(text, encoding="utf-8")
    else:
        print(text, end="")


def main() -> int:
    """Fit, and print or write the weights."""
    given = arguments(__doc__, 15.0, 25, "people").parse_args()
    rows = list(people(given.gold))
    seen = Counter(sign for found, _ in rows for sign in found)
    known = known_words()
    signs = sorted(s for s, n in seen.items() if s[0] not in WORDS or (n >= given.least and s[1] in known))
    X = matrix((found for found, _ in rows), signs)
    y = np.array([taking for _, taking in rows], dtype=float)
    text = spelt(signs, fit(X, y, given.penalty), 0.05, HEADER)
    print(f"{len(rows)} people, {int(y.sum())} take part; {len(signs)} signs", file=sys.stderr)
    give(text, TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
