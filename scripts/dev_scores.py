"""Score the program on labelled pages, in process: `python scripts/dev_scores.py GOLD`, for work on a mechanism.

`--errors FIELD` shows each miss beside its gold, `--gold-split` feeds the labelled headline and body to the extractor,
`--folds N` prints the figures of N parts of the pages beside one another, `--split-only` runs no extractor.
"""

import argparse
import sys
from pathlib import Path

from communique.errors import CommuniqueError
from communique.evaluation import FIELDS, Scores, load_gold, predict, score
from communique.model import Article, Record


def nothing(article: Article) -> Record:
    """An extractor that finds nothing."""
    return Record(kind="statement")


def folds(scores: Scores, n: int) -> str:
    """The figure of each field in each of `n` parts of the pages, and their spread."""
    ids = sorted(scores.pages)
    parts = [scores.subset(ids[k::n]).fields for k in range(n)]
    lines = [f"{'':34}" + "".join(f"  part {k + 1}" for k in range(n)) + "   range"]
    for name, figures in scores.fields.items():
        key = "f1" if "f1" in figures else "share"
        values = [part[name][key] for part in parts]
        lines.append(f"{FIELDS[name]:34}" + "".join(f"{v:8.3f}" for v in values) + f"{max(values) - min(values):8.3f}")
    return "\n".join(lines)


def main() -> int:
    """Print what was asked for; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", metavar="FIELD", choices=FIELDS, help=f"one of {', '.join(FIELDS)}")
    parser.add_argument("--gold-split", action="store_true")
    parser.add_argument("--split-only", action="store_true")
    parser.add_argument("--folds", type=int, metavar="N")
    options = parser.parse_args()
    try:
        pages = load_gold(options.gold)
    except CommuniqueError as error:
        parser.error(str(error))
    extract = nothing if options.split_only else None
    rows = [predict(page, gold_split=options.gold_split, extract=extract) for page in pages]
    scores = score(pages, filter(None, rows))
    print(scores)
    if options.folds:
        print(f"\n{folds(scores, options.folds)}")
    if options.errors:
        print(f"\n{scores.misses_text(options.errors)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
