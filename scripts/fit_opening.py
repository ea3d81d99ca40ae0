"""Fit the weights of where headline and text begin: `python scripts/fit_opening.py GOLD.jsonl [...] [--write]`.

In: labelled pages of plain text, whose blocks are joined by spaces. Out: registry/opening_weights.toml, printed or
written. A conditional log-linear model over all ways to part the first words of a page, with an L2 penalty, over the
signs that `communique.page.lines.opening` finds in words, places and headlines. `--left-out N` prints instead how many
pages of each of N parts are parted rightly with weights fitted to the others.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_participation import give
from fitting import Floats, Record, climb, on_one_line, options, records, section

from communique.page.lines import opening
from communique.page.lines.opening import LONGEST, RUNS, STEPS, Head, Signs

TARGET = Path(opening.__file__).parents[2] / "registry/opening_weights.toml"
HEADER = """# How much each sign speaks for each run of words at the head of a page without line breaks: weights of a
# log-linear model, made by scripts/fit_opening.py from labelled pages. Groups: what a word speaks for, what a place
# speaks for (that a run begins there), what the first sentence of the text speaks for, and what a headline does.

"""
BATCH = 24  # pages after which the weights are changed


class Told(NamedTuple):
    """A page: its signs, each group as a matrix, and the right parting in words."""

    words: Floats
    steps: Floats
    sentences: Floats
    spans: list[tuple[int, int]]
    headlines: Floats
    right: tuple[int, int, int]


class Index:
    """The number of each sign, by group."""

    def __init__(self, counts: dict[str, Counter[str]], least: int) -> None:
        self.known = {
            group: {sign: n for n, sign in enumerate(sorted(s for s, c in seen.items() if c >= least))}
            for group, seen in counts.items()
        }

    def matrix(self, group: str, rows: Sequence[Iterable[str]]) -> Floats:
        known = self.known[group]
        found = np.zeros((len(rows), len(known)))
        for i, signs in enumerate(rows):
            for sign in signs:
                if sign in known:
                    found[i, known[sign]] += 1.0
        return found


def joined(record: Record) -> tuple[str, tuple[int, int, int]] | None:
    """A page on one line, and in characters where its headline begins and ends and its text begins."""
    text, places = "", []
    for kind, part in on_one_line(record):
        text += " " if text else ""
        places.append((kind, len(text), len(text) + len(part)))
        text += part
    title = next(((a, b) for kind, a, b in places if kind == "title"), None)
    body = next((a for kind, a, _ in places if kind == "para"), None)
    return (text, (*title, body)) if title and body is not None and title[0] < body else None


def seen(text: str, url: str | None, right: tuple[int, int, int]) -> tuple[Head, Signs, tuple[int, int, int]] | None:
    """The signs of a page, and the right parting in words; None if it is beyond the words looked at."""
    head = Head(text, url)
    start, end, body = right
    try:
        at = (
            head.starts.index(start),
            next(i for i, e in enumerate(head.ends) if e >= end) + 1,
            head.starts.index(body),
        )
    except (ValueError, StopIteration):
        return None
    if at[2] >= head.size or at[1] - at[0] > LONGEST:
        return None
    return head, head.signs(), at


def mixed(records: list[Record]) -> list[Record]:
    """Each page with what stands before and behind the headline of another, so that all meets all."""
    order = np.random.default_rng(0).permutation(len(records))
    pages = []
    for record, other in zip(records, (records[k] for k in order), strict=True):
        (before, between, _), (_, _, text) = _parts(other["blocks"]), _parts(record["blocks"])
        title = next(block for block in record["blocks"] if block[0] == "title")
        pages.append({**record, "blocks": [*before, title, *between, *text]})
    return pages


def _parts(blocks: list[list[str]]) -> tuple[list[list[str]], list[list[str]], list[list[str]]]:
    """The blocks before the headline, those behind it, and the text with all that follows."""
    kinds = [kind for kind, _ in blocks]
    title, body = kinds.index("title"), kinds.index("para")
    return blocks[:title], blocks[title + 1 : body], blocks[body:]


def load(paths: list[Path], mix: int) -> list[tuple[Signs, tuple[int, int, int]]]:
    found = []
    given = records(paths)
    for pages in [given, *(mixed(given[k:] + given[:k]) for k in range(mix))]:
        for record in pages:
            page = joined(record)
            told = seen(page[0], record["url"], page[1]) if page else None
            if told and told[2][0:2] in set(told[1].spans):
                found.append((told[1], told[2]))
            else:
                print("left out", record["id"], file=sys.stderr)
    return found


def index(pages: list[tuple[Signs, tuple[int, int, int]]], least: int) -> Index:
    counts: dict[str, Counter[str]] = {group: Counter() for group in ("word", "step", "sentence", "headline")}
    for signs, _ in pages:
        for group, rows in zip(counts, (signs.words, signs.steps, signs.sentences, signs.headlines), strict=True):
            counts[group].update({sign for row in rows for sign in row})
    return Index(counts, least)


def told(signs: Signs, right: tuple[int, int, int], known: Index) -> Told:
    return Told(
        known.matrix("word", signs.words),
        known.matrix("step", signs.steps),
        known.matrix("sentence", signs.sentences),
        signs.spans,
        known.matrix("headline", signs.headlines),
        right,
    )


class Weights(NamedTuple):
    """The weights of each group: of words by run, of places by step, of sentences and headlines."""

    words: Floats
    steps: Floats
    sentences: Floats
    headlines: Floats

    @classmethod
    def none(cls, known: Index) -> "Weights":
        sizes = {group: len(signs) for group, signs in known.known.items()}
        return cls(
            np.zeros((sizes["word"], len(RUNS))),
            np.zeros((sizes["step"], len(STEPS))),
            np.zeros((sizes["sentence"], 1)),
            np.zeros((sizes["headline"], 1)),
        )


def logsum(values: Floats, axis: int | None = None) -> Floats:
    top = values.max(axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    total = np.log(np.exp(values - top).sum(axis=axis, keepdims=True)) + top
    return total if axis is None else np.squeeze(total, axis)


def gradient(page: Told, weights: Weights) -> tuple[float, Weights, tuple[int, int, int]]:
    """The log-likelihood of the right parting, its gradient, and the likeliest parting."""
    n = len(page.words)
    runs = page.words @ weights.words
    sums = np.vstack([np.zeros(len(RUNS)), np.cumsum(runs, axis=0)])
    before, title, head, body = (sums[:, k] for k in range(len(RUNS)))
    steps = page.steps @ weights.steps
    to_title, to_head, to_body, on_body = (steps[:, k] for k in range(len(STEPS)))
    opens = (page.sentences @ weights.sentences)[:, 0]
    rest = body[n] - body[:n]
    # by where the headline ends (row) and the text begins (column)
    tail = np.full((n + 1, n), -np.inf)
    late = to_body + opens + rest
    rows, columns = np.triu_indices(n, 1)
    tail[rows, columns] = to_head[rows] + head[columns] - head[rows] + late[columns]
    tail[np.arange(n), np.arange(n)] = on_body + opens + rest
    ends = logsum(tail[:n], axis=1)
    spans = np.array(page.spans)
    i, j = spans[:, 0], spans[:, 1]
    inside = np.where(j < n, 0.0, -np.inf)
    total = before[i] + to_title[i] + title[j] - title[i] + (page.headlines @ weights.headlines)[:, 0]
    j = np.minimum(j, n - 1)
    all_ways = total + ends[j] + inside
    whole = float(logsum(all_ways).item())
    share = np.exp(all_ways - whole)
    by_end = np.bincount(j, weights=share, minlength=n)
    ways = np.exp(tail[:n] - np.where(np.isfinite(ends), ends, 0.0)[:, None]) * by_end[:, None]
    # the likeliest
    best_tail = tail[:n].max(axis=1)
    top = int(np.argmax(total + best_tail[j] + inside))
    guess = (int(i[top]), int(j[top]), int(np.argmax(tail[j[top]])))
    # expected signs
    starts = np.bincount(i, weights=share, minlength=n)
    in_before = 1 - np.cumsum(starts)
    in_title = np.cumsum(starts) - np.cumsum(by_end)
    bodies = ways.sum(axis=0)
    in_body = np.cumsum(bodies)
    direct = np.diag(ways).copy()
    in_head = 1 - in_before - in_title - in_body
    expected = np.stack([in_before, in_title, in_head, in_body], axis=1)
    stepped = np.stack([starts, by_end - direct, bodies - direct, direct], axis=1)
    a, b, c = page.right
    actual = np.zeros_like(expected)
    actual[:a, 0] = actual[a:b, 1] = actual[b:c, 2] = actual[c:, 3] = 1.0
    done = np.zeros_like(stepped)
    done[a, 0] = 1.0
    if b < c:
        done[b, 1] = done[c, 2] = 1.0
    else:
        done[c, 3] = 1.0
    first = np.zeros(n)
    first[c] = 1.0
    chosen = np.zeros(len(share))
    chosen[page.spans.index((a, b))] = 1.0
    slope = Weights(
        page.words.T @ (actual - expected),
        page.steps.T @ (done - stepped),
        page.sentences.T @ (first - bodies)[:, None],
        page.headlines.T @ (chosen - share)[:, None],
    )
    score = float(total[page.spans.index((a, b))] + tail[b, c]) - whole
    return score, slope, guess


def fit(pages: list[Told], known: Index, penalty: float, rounds: int) -> Weights:
    """The weights, found by gradient ascent with a step of its own for each (Adam)."""
    weights = Weights.none(known)
    mean, square = Weights.none(known), Weights.none(known)
    order, step = np.random.default_rng(0), 0
    for turn in range(rounds):
        likely, right, pace = 0.0, 0, 0.05 * (1 - turn / rounds)
        places = order.permutation(len(pages))
        for at in range(0, len(pages), BATCH):
            batch = [pages[k] for k in places[at : at + BATCH]]
            slope = [np.zeros_like(w) for w in weights]
            for page in batch:
                score, part, guess = gradient(page, weights)
                likely, right = likely + score, right + (guess == page.right)
                for whole, more in zip(slope, part, strict=True):
                    whole += more
            step += 1
            for w, g, m, s in zip(weights, slope, mean, square, strict=True):
                climb(w, g / len(batch) - penalty * w, m, s, step, pace)
        print(turn, round(likely / len(pages), 3), right, len(pages), file=sys.stderr)
    return weights


def written(weights: Weights, known: Index) -> str:
    """The weights as TOML, those left out that say next to nothing."""
    lines: list[str] = []
    for group, matrix, names in (
        ("word", weights.words, RUNS),
        ("step", weights.steps, STEPS),
        ("sentence", weights.sentences, ("body",)),
        ("headline", weights.headlines, ("title",)),
    ):
        for k, name in enumerate(names):
            lines += section(f"{group}.{name}", ((sign, matrix[n, k]) for sign, n in known.known[group].items()))
    return HEADER + "\n".join(lines).rstrip() + "\n"


def main() -> int:
    """Fit and print, write or compare; returns the exit code."""
    parser = options(__doc__, 0.006, 10, 6)
    parser.add_argument("--mix", type=int, default=1)
    given = parser.parse_args()
    pages = load(given.gold, given.mix)
    if given.left_out:
        total: Counter[str] = Counter()
        for part in range(given.left_out):
            others = [page for n, page in enumerate(pages) if n % given.left_out != part]
            known = index(others, given.least)
            weights = fit([told(*page, known) for page in others], known, given.penalty, given.rounds)
            for page in pages[part :: given.left_out]:
                guess = gradient(told(*page, known), weights)[2]
                total.update(
                    pages=1, title=guess[:2] == page[1][:2], body=guess[2] == page[1][2], both=guess == page[1]
                )
        print(dict(total))
        return 0
    known = index(pages, given.least)
    weights = fit([told(*page, known) for page in pages], known, given.penalty, given.rounds)
    give(written(weights, known), TARGET if given.write else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
