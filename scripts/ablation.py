"""What each mechanism contributes: the figures of labelled pages with all of them, and with one switched off.

    python scripts/ablation.py GOLD.jsonl [GOLD.jsonl ...] [--only NAME ...] [--jobs 2] [--json]

A mechanism is switched off by putting a stand-in into the place of its function or registry, named in `SWITCHES`
below; nothing in the package knows of it. Each run has a process of its own, so that nothing remembered of another one
counts. Printed is the change in points (hundredths) of each figure; what stays as it is, is left out.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from communique.errors import CommuniqueError
from communique.evaluation import FIELDS, SETS, load_gold, predict, score

Figures = dict[str, float]


def gives(value: Any) -> Callable[..., Any]:
    """A function that gives `value` whatever it is asked."""
    return lambda *_, **__: value


@dataclass(frozen=True)
class Nothing:
    """A registry without a term."""

    def find(self, *_: Any, **__: Any) -> list[Any]:
        """No match."""
        return []


def _greedy(looks: list[Any]) -> list[str]:
    """States without a model of sequences: the sure paragraphs are the body, the last headline above is the title."""
    core = [i for i, look in enumerate(looks) if look.core]
    above = [i for i in range(core[0]) if looks[i].headline] if core else []
    if not above:
        return []
    states = ["before"] * above[-1] + ["title"] + ["head"] * (len(looks) - above[-1] - 1)
    for i in range(core[0], len(looks)):
        states[i] = "body" if looks[i].core else "insert" if i < core[-1] else "after"
    return states


def _without(**values: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A stand-in that calls the function itself with its first argument's fields replaced by `values`."""
    return lambda function: lambda first, *rest: function(first._replace(**values), *rest)


def _unrelated(function: Callable[..., Any]) -> Callable[..., Any]:
    """The comparison of lines, with the features left out that take up the words of others."""

    def compare(looks: list[Any], url: str | None) -> Any:
        core = function(looks, url)
        for look in looks:
            for feature in ("near", "support", "slug", "slugged", "stranger"):
                look.values.pop(feature, None)
        return core

    return compare


def _without_url(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda looks, url: function(looks, None)


@dataclass(frozen=True)
class Switch:
    """A mechanism: what it is called, and what stands in for which function or registry ("module:name") without it.

    A stand-in is used as it is; with `wraps` it is called with the original and gives what is used.
    """

    name: str
    places: dict[str, Any]
    wraps: bool = False


PAGE, EXTRACT = "communique.page.", "communique.extract."
SWITCHES = (
    Switch(
        "furniture: phrases", {PAGE + "lines.features:_openings": gives({}), PAGE + "lines.features:_MARKS": Nothing()}
    ),
    Switch(
        "furniture: site's own sentences",
        {PAGE + "lines.features:is_site_talk": gives(False), PAGE + "lines.features:names_itself": gives(False)},
    ),
    Switch("splitting: best sequence of lines", {PAGE + "text:best_path": _greedy}),
    Switch("splitting: what lines share with the text", {PAGE + "text:add_context": _unrelated}, wraps=True),
    Switch("splitting: words of the URL", {PAGE + "text:add_context": _without_url}, wraps=True),
    Switch("splitting: openings of pages without lines", {PAGE + "lines.oneline:find_opening": gives(None)}),
    Switch("splitting: second articles", {PAGE + "text:second_start": gives(None)}),
    Switch("dates: metadata", {PAGE + "text:published_on": _without(metadata=None)}, wraps=True),
    Switch("dates: date lines", {PAGE + "text:published_on": _without(head=[], foot=[], above=[])}, wraps=True),
    Switch("dates: URL", {PAGE + "text:published_on": _without(url=None)}, wraps=True),
    Switch("dates: order of numbers", {PAGE + "text:numeric_order": gives("dmy")}),
    Switch(
        "bylines: names without a cue",
        {PAGE + "writers:is_name": gives(False), PAGE + "writers:sole_byline": gives(None)},
    ),
    Switch("bylines: initials", {PAGE + "writers:initials": gives(None)}),
    Switch("day: words (today, Monday)", {EXTRACT + "event.named_days:_words_of_days": gives(())}),
    Switch("day: what the clause tells", {EXTRACT + "event.event_date:context": gives(0.0)}),
    Switch("day: place in the text", {EXTRACT + "event.event_date:_standing": gives(2.0)}),
    Switch("kind: futures, negations, topics", {EXTRACT + "event.telling:_MARKERS": Nothing()}),
    Switch("kind: words as signs", {EXTRACT + "event.likelihood:worded": gives(())}),
    Switch("kind: arrivals", {EXTRACT + "event.telling:arrivals": gives(())}),
    Switch("kind: expressions of two parts", {EXTRACT + "event.telling:gapped": gives(())}),
    Switch("kind: cues", {EXTRACT + "event.telling:_CUES": Nothing()}),
    Switch("sectors: context", {EXTRACT + "fields.mentions:_CUES": Nothing()}),
    Switch("sectors: how far words of help reach", {EXTRACT + "fields.chains:_led_to": gives(True)}),
    Switch("sectors: headline", {EXTRACT + "sectors:_headline": gives({})}),
    Switch("sectors: one field overshadows others", {EXTRACT + "sectors:_overshadowed": gives(set())}),
    Switch(
        "sectors: offices and bodies",
        {
            EXTRACT + f"{module}:in_offices": lambda text, found, **_: [False] * len(found)
            for module in ("sectors", "fields.mentions")
        },
    ),
    Switch(
        "sectors: what is said by the way, asides",
        {EXTRACT + "fields.mentions:by_the_way": gives([]), EXTRACT + "fields.mentions:_asides": gives(set())},
    ),
    Switch("actors: who takes part", {EXTRACT + "actors:participants": lambda reading, persons, *_: persons}),
    Switch(
        "actors: who is only told of",
        {EXTRACT + f"participation.{m}:only_told": gives(False) for m in ("clauses", "unofficial", "participants")},
    ),
    Switch("actors: met in other words", {EXTRACT + "participation.clauses:met_otherwise": gives(False)}),
    Switch("actors: who enters an office", {EXTRACT + "people.mentions:who_enters": gives(None)}),
    Switch(
        "actors: offices told by the headline",
        {EXTRACT + "actors:with_headline": lambda *given: given[-1]},
    ),
    Switch("actors: bodies that act", {EXTRACT + "actors:acting_bodies": gives([])}),
    Switch("actors: parties to documents", {EXTRACT + "participation.bodies:party_places": gives(frozenset())}),
    Switch(
        "actors: verbs that govern a name from afar",
        {EXTRACT + f"participation.{module}:brought_in": gives(False) for module in ("nearby", "unofficial")},
    ),
    Switch("actors: offices told of all in a list", {EXTRACT + "people.mentions:told_of_all": gives(())}),
    Switch("actors: told together without names", {EXTRACT + "actors:told_together": gives([])}),
    Switch("actors: offices held", {EXTRACT + "people.mentions:completed": lambda reading, office, name: office}),
    Switch(
        "actors: what stands earlier",
        {EXTRACT + f"offices.{module}:earlier_body": gives(None) for module in ("antecedents", "owners")},
    ),
    Switch("actors: bodies beside an office without 'of'", {EXTRACT + "offices.phrases:apposed": gives(None)}),
    Switch("actors: a first paragraph taken for the headline", {EXTRACT + "actors:_opening": gives("")}),
    Switch("actors: sides", {EXTRACT + "actors:sided": gives(()), EXTRACT + "countries.told:side_of": gives(None)}),
    Switch("countries: the publisher's own", {EXTRACT + "actors:sender_of": gives(None)}),
    Switch("countries: officials known by name", {EXTRACT + "countries.known:served": gives(frozenset())}),
    Switch("countries: names and bodies beside the rules", {EXTRACT + "actors:weigh": gives(None)}),
    Switch("countries: parties that act as such", {EXTRACT + "actors:find_parties": gives([])}),
    Switch(
        "countries: told by the text around",
        {EXTRACT + "countries.home:told": gives(None), EXTRACT + "countries.home:by_rank": gives(None)},
    ),
    Switch(
        "countries: weak signs of parties", {EXTRACT + "actors:weigh_parties": lambda table, actors, told: set(told)}
    ),
    Switch("actors: what stands beside a name", {EXTRACT + "actors:described": gives(None)}),
)


def target(place: str) -> tuple[Any, str]:
    """The module and the name in it of "module:name"."""
    module, _, name = place.partition(":")
    return import_module(module), name


@contextmanager
def switched_off(switch: Switch) -> Iterator[None]:
    """The package without a mechanism."""
    originals = {place: getattr(*target(place)) for place in switch.places}
    for place, stand_in in switch.places.items():
        setattr(*target(place), stand_in(originals[place]) if switch.wraps else stand_in)
    try:
        yield
    finally:
        for place, original in originals.items():
            setattr(*target(place), original)


def figures(golds: list[Path]) -> Figures:
    """Each figure over the pages of all files."""
    pages = [page for gold in golds for page in load_gold(gold)]
    fields = score(pages, filter(None, map(predict, pages))).fields
    return {name: values["f1" if name in SETS else "share"] for name, values in fields.items()}


def run(name: str | None, golds: list[Path]) -> Figures:
    """The figures with one mechanism switched off, or with all of them."""
    if name is None:
        return figures(golds)
    with switched_off(next(switch for switch in SWITCHES if switch.name == name)):
        return figures(golds)


def table(whole: Figures, without: dict[str, Figures]) -> str:
    """All figures, and below each mechanism what changes without it."""
    lines = ["with everything"]
    lines += [f"    {FIELDS[field]:34}{value:7.3f}" for field, value in whole.items()]
    for name, values in without.items():
        changes = {field: 100 * (values[field] - value) for field, value in whole.items()}
        told = [f"{FIELDS[field]} {change:+.1f}" for field, change in changes.items() if abs(change) >= 0.05]
        lines.append(f"without {name}\n    {', '.join(told) or 'nothing changes'}")
    return "\n".join(lines)


def main() -> int:
    """Print what was asked for; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--only", action="append", metavar="NAME", choices=[switch.name for switch in SWITCHES])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    names = options.only or [switch.name for switch in SWITCHES]
    try:
        for gold in options.gold:
            load_gold(gold)
    except CommuniqueError as error:
        parser.error(str(error))
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        found = [pool.submit(run, name, options.gold) for name in (None, *names)]
        whole, *rest = (future.result() for future in found)
    without = dict(zip(names, rest, strict=True))
    print(json.dumps({"all": whole, "without": without}, indent=2) if options.json else table(whole, without))
    return 0


if __name__ == "__main__":
    sys.exit(main())
