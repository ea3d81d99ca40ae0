"""How well two annotators agree: `python scripts/annotators.py GOLD.jsonl SECOND.jsonl`.

In: labelled pages, and the labels that somebody else gave the same pages without a look at the first ones (`id`,
`title`, `gold`; the body is not labelled a second time). Out: the table of `communique evaluate`, the second annotator
in the program's place: as well as this no program needs to do.
"""

import argparse
import json
import sys
from pathlib import Path

from communique.evaluation import Scores, load_gold, score


def agreement(gold: Path, second: Path) -> Scores:
    """The second annotator's labels compared with the first one's, on the pages that both have."""
    rows = [json.loads(line) for line in second.read_text(encoding="utf-8").splitlines()]
    pages = {page.id: page for page in load_gold(gold)}
    both = [row for row in rows if row["id"] in pages]
    told = [
        {"source_id": row["id"], "title": row["title"], "body": pages[row["id"]].body, **row["gold"]} for row in both
    ]
    return score([pages[row["id"]] for row in both], told)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("second", type=Path)
    options = parser.parse_args()
    print(agreement(options.gold, options.second))
    return 0


if __name__ == "__main__":
    sys.exit(main())
