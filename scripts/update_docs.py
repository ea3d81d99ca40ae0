"""Write the generated parts of README.md and DATACARD.md anew: the field tables, from the schemas.

Run it after a change to a schema: `python scripts/update_docs.py`; with `--check` it changes nothing and exits 1
if a file is out of date.
"""

import re
import sys
from pathlib import Path

from communique.schemas import field_table

ROOT = Path(__file__).parent.parent
TABLES = ("articles", "events", "actors")


def filled(text: str) -> str:
    """`text` with everything between the `fields` markers generated."""
    fields = "\n\n".join(f"### `{table}`\n\n{field_table(table).strip()}" for table in TABLES)
    return re.sub(r"(?<=<!-- fields -->\n).*?(?=<!-- /fields -->)", lambda _: f"\n{fields}\n\n", text, flags=re.DOTALL)


def main() -> int:
    """Update the files; returns the exit code."""
    path = ROOT / "DATACARD.md"
    text = path.read_text(encoding="utf-8")
    new = filled(text)
    if "--check" in sys.argv[1:]:
        return int(new != text)
    path.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
