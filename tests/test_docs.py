"""What the documents show is what the program has."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_generated_parts_of_the_documents_are_up_to_date():
    check = [sys.executable, ROOT / "scripts/update_docs.py", "--check"]
    assert subprocess.run(check, check=False).returncode == 0, "run scripts/update_docs.py"


def test_every_package_in_the_tree_is_in_the_distribution():
    import tomllib

    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    tree = {str(p.parent.relative_to(ROOT)).replace("/", ".") for p in (ROOT / "communique").rglob("__init__.py")}
    assert set(packages) == tree | {"communique.schemas", "communique.dataset"}
