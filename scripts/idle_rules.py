"""Rules that decide nothing: functions of a room that could be a constant, and no page would be read otherwise.

    python scripts/idle_rules.py extract.people GOLD.jsonl [GOLD.jsonl ...] [--most 60] [--jobs 2]

In: a room of the package and labelled pages, best such as nobody read while its rules were written; the labels are of
no account. Out: the idle functions; of those that say yes or no, what they say. What stands in for one is told by its
annotation: False, None, nothing, an argument of its own. It does so first alone, on the pages where the function gives
anything else, then together with all others, for of two rules that tell the same each is idle only as long as the
other is there. Not tried are functions that give more on more than `--most` pages, that remember what they gave, and
that nobody calls while a page is read: what those told is remembered by others.
"""

import argparse
import inspect
import pkgutil
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any

from communique.evaluation import GoldPage, load_gold, predict

SECONDS = 60  # for a page: without a rule a loop may never end
Record = dict[str, Any] | str | None
Idle = dict[str, bool]  # rules by their names, and what those mostly say that say yes or no
_SAYS = {False: lambda *_, **__: False, True: lambda *_, **__: True}
_GIVES: dict[str, Callable[..., Any]] = {
    "int": lambda *_, **__: 0,
    "list": lambda *_, **__: [],
    "set": lambda *_, **__: set(),
    "frozenset": lambda *_, **__: frozenset(),
    "dict": lambda *_, **__: {},
    "tuple": lambda *_, **__: (),
    "Iterator": lambda *_, **__: iter(()),
}
_ARGUMENTS: tuple[Callable[..., Any], ...] = (
    lambda first, *_, **__: first,
    lambda _, second, *__, **___: second,
    lambda _, __, third, *___, **____: third,
)


def rules(room: str) -> dict[str, FunctionType]:
    """The functions and methods of a room by their full names, those left out that remember their answers."""
    package = import_module(f"communique.{room}")
    inner = pkgutil.walk_packages(getattr(package, "__path__", []), f"{package.__name__}.")
    found: dict[str, FunctionType] = {}
    for module in (package, *(import_module(info.name) for info in inner)):
        for value in vars(module).values():
            members = vars(value).values() if inspect.isclass(value) else [value]
            for member in (getattr(member, "fget", member) for member in members):
                if isinstance(member, FunctionType) and _is_rule(member, module.__name__):
                    found[f"{module.__name__}.{member.__qualname__}"] = member
    return found


def _is_rule(function: FunctionType, module: str) -> bool:
    free = not function.__code__.co_freevars  # what has variables of its own cannot give way to a constant
    return function.__module__ == module and free and not function.__name__.startswith("__")


def constant(function: FunctionType, usual: bool = False) -> Callable[..., Any] | None:
    """What could stand in for a function; None if its annotation tells nothing.

    Args:
        function: the rule.
        usual: of one that says yes or no, what it mostly says.
    """
    told = function.__annotations__.get("return", "")
    name = told.__name__ if isinstance(told, type) else str(told)
    if name == "bool":
        return _SAYS[usual]
    if told is None or "None" in name:
        return lambda *_, **__: None
    kind = name.removeprefix("collections.abc.").split("[")[0]
    arguments = [about.annotation for about in inspect.signature(function).parameters.values()]
    if told in arguments[: len(_ARGUMENTS)] and kind not in {"str", "int", "float"}:
        return _ARGUMENTS[arguments.index(told)]
    return _GIVES.get(kind)


def read(page: GoldPage) -> Record:
    """The record of a page, or what went wrong."""

    def late(*_: Any) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        return predict(page)
    except Exception as error:  # a rule was taken out: anything may happen
        return repr(error)
    finally:
        signal.alarm(0)


def answers(room: str, page: GoldPage) -> tuple[Record, dict[str, Counter[bool]]]:
    """The record of a page, and how often each rule gave something there and how often nothing."""
    names, told = {rule.__code__: name for name, rule in rules(room).items()}, defaultdict[str, Counter[bool]](Counter)

    def noted(frame: FrameType, event: str, value: Any) -> None:
        if event == "return" and frame.f_code in names:
            told[names[frame.f_code]][bool(value)] += 1

    sys.setprofile(noted)
    try:
        return read(page), dict(told)
    finally:
        sys.setprofile(None)


@contextmanager
def standing_in(room: str, found: Idle) -> Iterator[None]:
    """Has constants stand in for rules, wherever these are called from."""
    present = rules(room)
    own = {name: present[name].__code__ for name in found}
    others = {name: constant(present[name], usual) for name, usual in found.items()}
    try:
        for name, other in others.items():
            present[name].__code__ = getattr(other, "__code__", own[name])
        yield
    finally:
        for name, code in own.items():
            present[name].__code__ = code


def changed(room: str, found: Idle, pages: Iterable[tuple[GoldPage, Record]]) -> list[tuple[GoldPage, Record]]:
    """The pages whose records are others while constants stand in for rules."""
    with standing_in(room, found):
        return [(page, record) for page, record in pages if read(page) != record]


def candidates(
    room: str, seen: Sequence[tuple[Record, dict[str, Counter[bool]]]], most: int
) -> Iterator[tuple[str, bool, list[int]]]:
    """The rules that may be idle, what each mostly says, and the pages on which it gives anything but the constant."""
    for name, rule in rules(room).items():
        total = sum((told.get(name, Counter()) for _, told in seen), Counter[bool]())
        usual = total[True] > total[False]
        if not total or (other := constant(rule, usual)) is None:
            continue
        pages = [n for n, (_, told) in enumerate(seen) if _gives_more(told.get(name, Counter()), other)]
        if len(pages) <= most:
            yield name, usual, pages


def _gives_more(told: Counter[bool], other: Callable[..., Any]) -> bool:
    """Whether a rule that gave something and nothing so often gave anything but the constant."""
    return told[False] > 0 if other is _SAYS[True] else told[True] > 0


def idle(room: str, pages: Sequence[GoldPage], most: int = 60, jobs: int = 1) -> Idle:
    """The rules of a room that decide nothing on some pages, even all together.

    Args:
        room: such as "extract.people".
        pages: what is read.
        most: pages on which a rule may give more than the constant, so that it is tried at all.
        jobs: processes.
    """
    for page in pages[:: max(1, len(pages) // 50)]:
        predict(page)  # so that what is remembered is remembered before a rule is gone
    with get_context("fork").Pool(jobs) as pool:
        seen = pool.map(partial(answers, room), pages, chunksize=8)
        whole = list(zip(pages, (record for record, _ in seen), strict=True))
        asked = list(candidates(room, seen, most))
        tried = ((room, {name: usual}, [whole[n] for n in where]) for name, usual, where in asked)
        alone = pool.starmap(changed, tried, chunksize=1)
    found = {name: usual for (name, usual, _), others in zip(asked, alone, strict=True) if not others}
    while others := changed(room, found, whole):
        needed = {name for name in found if len(changed(room, _but(found, name), others)) < len(others)}
        if not needed:
            return found
        found = {name: usual for name, usual in found.items() if name not in needed}
    return found


def _but(found: Idle, name: str) -> Idle:
    return {other: usual for other, usual in found.items() if other != name}


def main() -> int:
    """Print the idle rules."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    pages = [page for path in given.gold for page in load_gold(path)]
    found, present = idle(given.room, pages, given.most, given.jobs), rules(given.room)
    for name, usual in sorted(found.items()):
        print(name, *[usual] * (constant(present[name], usual) is _SAYS[usual]))
    print(f"{len(found)} of {len(present)} rules decide nothing on {len(pages)} pages", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
