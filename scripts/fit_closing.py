"""Fit the weights of where the text ends: `python scripts/fit_closing.py GOLD.jsonl [...] [--write]`.

In: labelled pages of plain text, whose blocks are joined by spaces. Out: registry/closing_weights.toml, printed or
written. A conditional log-linear model over all places at which the text could end, with an L2 penalty, over the signs
that `communique.page.lines.closing` finds. `--left-out N` prints instead at how many pages of each of N parts the end
is found with weights fitted to the others.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_participation import give
from fitting import Floats, Record, climb, on_one_line, options, records, section

from communique.page.lines import closing
from communique.page.lines.closing import Ends, Tail

TARGET = Path(closing.__file__).parents[2] / "registry/closing_weights.toml"
HEADER = """# How much each sign speaks for furniture behind the text on a page without line breaks (word), and for a
# place as the end of the text (end): weights of a log-linear model, made by scripts/fit_closing.py from labelled
# pages.

"""
GROUPS = ("word", "end")


class Told(NamedTuple):
    """A page: the signs of each place, those of the words behind it summed, and which place is right."""

    places: Floats
    right: int


def joined(record: Record) -> tuple[str, int] | None:
    """The text of a page on one line from its first paragraph on, and in characters where the last one ends."""
    parts = on_one_line(record)
    kinds = [kind for kind, _ in parts]
    if "para" not in kinds:
        return None
    first, last = kinds.index("para"), len(kinds) - kinds[::-1].index("para")
    text = " ".join(part for _, part in parts[first:last])
    return " ".join([text, *(part for _, part in parts[last:])]), len(text)


def load(paths: list[Path]) -> list[tuple[Ends, int]]:
    """The signs of each page, and the number of the right place among those at which its text could end."""
    found = []
    for record in records(paths):
        page = joined(record)
        tail = Tail(page[0], record["url"]) if page else None
        signs = tail.closings() if tail else None
        ends = [tail.offset + tail.ends[k - 1] for k in signs.places] if tail and signs else []
        if page and signs and page[1] in ends:
            found.append((signs, ends.index(page[1])))
        else:
            print(
                "left out", record["id"], page[0][max(0, page[1] - 30) : page[1] + 20] if page else "", file=sys.stderr
            )
    return found


def index(pages: list[tuple[Ends, int]], least: int) -> dict[tuple[str, str], int]:
    """The number of each sign that stands on enough pages."""
    counts: Counter[tuple[str, str]] = Counter()
    for signs, _ in pages:
        counts.update({("word", sign) for row in signs.words for sign in row})
        counts.update({("end", sign) for row in signs.steps for sign in row})
    return {sign: n for n, sign in enumerate(sorted(sign for sign, count in counts.items() if count >= least))}


def told(signs: Ends, right: int, known: dict[tuple[str, str], int]) -> Told:
    behind = np.zeros((len(signs.words) + 1, len(known)))
    for k in reversed(range(len(signs.words))):
        behind[k] = behind[k + 1]
        for sign in signs.words[k]:
            if ("word", sign) in known:
                behind[k, known["word", sign]] += 1.0
    places = behind[signs.places].copy()
    for row, step in zip(places, signs.steps, strict=True):
        for sign in step:
            if ("end", sign) in known:
                row[known["end", sign]] += 1.0
    return Told(places, right)


def fit(pages: list[Told], size: int, penalty: float, rounds: int) -> Floats:
    """The weights, found by gradient ascent with a step of its own for each (Adam)."""
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for turn in range(rounds):
        likely, right, slope = 0.0, 0, np.zeros(size)
        for page in pages:
            scores = page.places @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            likely, right = likely + float(np.log(share[page.right] + 1e-300)), right + (scores.argmax() == page.right)
            slope += page.places[page.right] - share @ page.places
        slope = slope / len(pages) - penalty * weights
        climb(weights, slope, mean, square, turn + 1, 0.1 * (1 - turn / rounds))
        if turn % 20 == 0 or turn + 1 == rounds:
            print(turn, round(likely / len(pages), 3), right, len(pages), file=sys.stderr)
    return weights


def written(weights: Floats, known: dict[tuple[str, str], int]) -> str:
    """The weights as TOML, those left out that say next to nothing."""
    lines: list[str] = []
    for group in GROUPS:
        lines += section(group, ((sign, weights[n]) for (kind, sign), n in known.items() if kind == group))
    return HEADER + "\n".join(lines).rstrip() + "\n"


def main() -> int:
    """Fit and print, write or compare; returns the exit code."""
    parser = options(__doc__, 0.003, 150, 4)
    given = parser.parse_args()
    pages = load(given.gold)
    if given.left_out:
        total: Counter[str] = Counter()
        for part in range(given.left_out):
            others = [page for n, page in enumerate(pages) if n % given.left_out != part]
            known = index(others, given.least)
            weights = fit([told(*page, known) for page in others], len(known), given.penalty, given.rounds)
            for signs, right in pages[part :: given.left_out]:
                page = told(signs, right, known)
                total.update(pages=1, right=int((page.places @ weights).argmax()) == right)
        print(dict(total))
        return 0
    known = index(pages, given.least)
    weights = fit([told(*page, known) for page in pages], len(known), given.penalty, given.rounds)
    give(written(weights, known), TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
