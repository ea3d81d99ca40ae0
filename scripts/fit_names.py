"""What the fits of those who may take part share (`fit_bodies.py`, `fit_strangers.py`).

In: files of labelled pages, or of plain sentences as CSV. Out: a `Case` for each name that the program asks about, and
how the cases of each fifth of the pages fare with weights fitted to the others.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from fit_participation import Sign, matrix, plain_rows

from communique.agreement import SIMILAR, name_likeness
from communique.evaluation import load_gold, predict
from communique.extract.actors import find_actors
from communique.model import Article
from communique.registry import split_list

FOLDS = 5
Told = tuple[list[str], Callable[[], object]]
Weigh = Callable[[list["Case"]], tuple[list[Sign], np.ndarray]]


class Case(NamedTuple):
    """A name on a page: the number of the page, the signs, and whether its bearer takes part."""

    page: int
    signs: dict[Sign, float]
    right: bool


def cases(told: Iterator[Told], rules: Any, named: Callable[[Any], str], signs: Callable[..., Any]) -> list[Case]:
    """The names of all pages.

    Args:
        told: of each page the labelled names, and what has it read.
        rules: the module whose `takes_part` is asked about a name; it is replaced, and says no.
        named: the name of whom it is asked about.
        signs: what speaks for or against his part.
    """
    found: list[Case] = []
    labelled: list[str] = []
    number = 0

    def noted(page: Any, asked: Any) -> bool:
        right = any(name_likeness(name, named(asked)) >= SIMILAR for name in labelled)
        found.append(Case(number, dict(signs(page, asked)), right))
        return False

    rules.takes_part = noted
    for number, (labelled[:], read) in enumerate(told):  # noqa: B007 - asked by `noted`
        read()
    return found


def pages(paths: list[Path], column: str, kind: str | None = None) -> Iterator[Told]:
    """The labelled names of each page, and what has the page read.

    Args:
        paths: files of labelled pages, or of plain sentences (CSV).
        column: where the sentences have the names.
        kind: the type of the actors whose names count; None: of all.
    """
    files = (_csv_pages(path, column) if path.suffix == ".csv" else _gold_pages(path, kind) for path in paths)
    return chain.from_iterable(files)


def _gold_pages(path: Path, kind: str | None) -> Iterator[Told]:
    for gold in load_gold(path):
        if actors := gold.labels.get("actors"):
            yield [a["name"] for a in actors if a["name"] and kind in (None, a["type"])], partial(predict, gold)


def _csv_pages(path: Path, column: str) -> Iterator[Told]:
    for row in plain_rows(path):
        yield list(split_list(row[column])), partial(find_actors, Article("", row["text"]))


def left_out(seen: list[Case], weigh: Weigh) -> None:
    """Print how many are given, and rightly, of each fifth of the pages with weights fitted to the others."""
    right, given = 0, 0
    for fold in range(FOLDS):
        chosen, weights = weigh([case for case in seen if case.page % FOLDS != fold])
        rest = [case for case in seen if case.page % FOLDS == fold]
        told = matrix((case.signs for case in rest), chosen) @ weights[:-1] + weights[-1] > 0
        given += int(told.sum())
        right += sum(case.right for case, kept in zip(rest, told, strict=True) if kept)
    wanted = sum(case.right for case in seen)
    print(f"{right} right of {given} given, {wanted} wanted: F1 {2 * right / max(given + wanted, 1):.3f}")
