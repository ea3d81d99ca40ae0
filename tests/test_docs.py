"""What the documents show is what the program has."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from communique.cli import app

ROOT = Path(__file__).parent.parent


def test_generated_parts_of_the_documents_are_up_to_date():
    check = [sys.executable, ROOT / "scripts/update_docs.py", "--check"]
    assert subprocess.run(check, check=False).returncode == 0, "run scripts/update_docs.py"


def test_every_package_in_the_tree_is_in_the_distribution():
    import tomllib

    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    tree = {str(p.parent.relative_to(ROOT)).replace("/", ".") for p in (ROOT / "communique").rglob("__init__.py")}
    assert set(packages) == tree | {"communique.schemas", "communique.dataset"}


PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CALLS = [
    (page.name, line)
    for page in PAGES
    for block in re.findall(r"```(?:sh|bash|yaml)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    for line in re.findall(r"\bcommunique [a-z].*", block.replace("\\\n", " "))
]


@pytest.mark.parametrize(("page", "call"), CALLS)
def test_every_command_that_a_page_shows_is_there_with_its_options(page, call):
    command = typer.main.get_command(app)
    words = shlex.split(call.partition("&&")[0], comments=True)[1:]
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    assert not hasattr(command, "commands"), f"{page} shows a command that is not there"
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)} <= known


EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "docs/loading.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", [example for example in EXAMPLES if "org/name" not in example])
def test_examples_of_loading_run(example):
    exec(compile(example, "docs/loading.md", "exec"), {})
