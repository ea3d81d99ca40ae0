"""Write the generated parts of the documents anew: the record shown, the field tables, the codes.

Run it after a change to a schema or a release: `python scripts/update_docs.py`; with `--check` it changes nothing and
exits 1 if a file is out of date. What stands between `<!-- NAME -->` and `<!-- /NAME -->` is generated; those parts of
DATACARD.md that tell of a release are written by `communique release` into the release's own card.
"""

import json
import sys
from pathlib import Path

import communique
from communique.markup import filled, has_part
from communique.registry import rows, split_list
from communique.release.card_parts import fields

ROOT = Path(__file__).parent.parent
SHOWN = "iran-south-asia-01"  # a short article with an evidence for everything
COLUMNS = ("url", "title", "published", "published_source", "kind", "countries", "actors", "sectors", "review")


def record() -> str:
    """One article of the bundled dataset: the start of its text, and what matters of its row as JSON."""
    articles = communique.load(as_="arrow").to_pylist()
    row = next(row for row in articles if row["source_id"] == SHOWN)
    lead = row["body"].split("\n\n")[0].removesuffix(".")
    for actor in row["actors"]:
        del actor["actor_id"], actor["type"], actor["organization"]
    shown = {key: row[key] for key in COLUMNS}
    lines = ",\n".join(
        f'  "{key}": {json.dumps(value, ensure_ascii=False, default=str)}' for key, value in shown.items()
    )
    lines = lines.replace('[{"name"', '[\n    {"name"').replace('[{"code"', '[\n    {"code"')
    lines = lines.replace("}, {", "},\n    {").replace("}]", "}\n  ]")
    return f"> **{row['title']}**\n>\n> {lead} …\n\n```json\n{{\n{lines}\n}}\n```"


def kinds() -> str:
    """The kinds of event with their codes."""
    lines = ["| kind | PLOVER | CAMEO |", "|---|---|---|"]
    for row in rows("kinds"):
        mode = f" ({row['plover_mode']})" if row["plover_mode"] else ""
        lines.append(f"| `{row['kind']}` | {row['plover_type'] or 'by content'}{mode} | {row['cameo_code']} |")
    return "\n".join(lines)


def sectors() -> str:
    """The sectors with what they cover."""
    lines = ["| code | covers | OECD DAC/CRS |", "|---|---|---|"]
    lines += [f"| `{row['code']}` | {row['covers']} | {', '.join(split_list(row['dac']))} |" for row in rows("sectors")]
    return "\n".join(lines)


PARTS = {"fields": fields, "record": record, "kinds": kinds, "sectors": sectors}


def generated(text: str) -> str:
    """`text` with those of its parts made anew that do not depend on a release."""
    return filled(text, {name: make() for name, make in PARTS.items() if has_part(text, name)})


def main() -> int:
    """Update the files, or with `--check` compare them; returns the exit code."""
    stale = 0
    for name in ("README.md", "DATACARD.md", "docs/codebook.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        new = generated(text)
        stale |= new != text
        if "--check" not in sys.argv[1:]:
            (ROOT / name).write_text(new, encoding="utf-8")
    return int(stale) if "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
