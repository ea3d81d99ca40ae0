"""What the fits of a page without line breaks share (`fit_opening.py`, `fit_closing.py`).

In: files of labelled pages, gradients, weights. Out: pages and their parts on one line, weights one step further, lines
of TOML, the options of the command line.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Record = dict[str, Any]
_LEAST = 0.03  # a weight that says something


def records(paths: list[Path]) -> list[Record]:
    """The labelled pages of plain text."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [record for record in map(json.loads, lines) if "blocks" in record]


def on_one_line(record: Record) -> list[tuple[str, str]]:
    """The blocks of a page, kind and text, without line breaks."""
    return [(kind, " ".join(text.split())) for kind, text in record["blocks"]]


def climb(weights: Floats, slope: Floats, mean: Floats, square: Floats, step: int, pace: float) -> None:
    """One step up the gradient, of its own length for each weight (Adam: Kingma and Ba, 2015).

    Args:
        weights: changed in place.
        slope: their gradient.
        mean: of the gradients so far; changed in place.
        square: of the squared gradients so far; changed in place.
        step: its number, from 1.
        pace: its length.
    """
    mean *= 0.9
    mean += 0.1 * slope
    square *= 0.99
    square += 0.01 * slope * slope
    weights += pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)


def section(name: str, weights: Iterable[tuple[str, float]]) -> list[str]:
    """A table of TOML with the weights that say something, and the empty line behind it."""
    rows = [f"{json.dumps(sign)} = {value:.2f}" for sign, value in weights if abs(value) >= _LEAST]
    return [f"[{name}]", *rows, ""]


def compare(answers: Iterable[tuple[str, bool, bool]], asked: str) -> None:
    """Print how many of what is asked about the rules and the weights have right, file by file and together.

    Args:
        answers: the file, and whether the rules and the weights are right.
        asked: what it is, in the plural.
    """
    right: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for file, ruled, weighed in answers:
        for name in (file, "together"):
            right[name] = [n + more for n, more in zip(right[name], (1, ruled, weighed), strict=True)]
    for name, (count, rules, weights) in right.items():
        print(f"{name}: {count} {asked}, rules {rules}, weights {weights}")


def options(about: str | None, penalty: float, rounds: int, least: int) -> argparse.ArgumentParser:
    """What is asked of both."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--left-out", type=int, metavar="N")
    parser.add_argument("--penalty", type=float, default=penalty)
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--least", type=int, default=least)
    parser.add_argument("--write", action="store_true")
    return parser
