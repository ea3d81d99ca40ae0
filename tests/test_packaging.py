"""The wheel, built from this tree, works by itself: outside the checkout, without network."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """A wheel of the tree as git has it, so that leftovers of earlier builds do not get in."""
    pytest.importorskip("setuptools", minversion="77")
    folder = tmp_path_factory.mktemp("wheel")
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if files.returncode:
        pytest.skip("not a git checkout")
    for name in files.stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "tree" / name).write_bytes((ROOT / name).read_bytes())
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--wheel-dir", folder, folder / "tree"], check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_package_contract_registries_and_newest_release(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    registries = {f"communique/registry/{path.name}" for path in (ROOT / "communique/registry").glob("*.[ct][so][vm]*")}
    assert registries <= names
    assert {"communique/py.typed", "communique/schemas/articles.py"} <= names
    assert any(name.startswith("communique/dataset/releases/") for name in names)
    assert not any(name.startswith(("tests/", "schemas/", "dataset/", "scripts/")) for name in names)


def test_the_installed_wheel_loads_its_dataset_outside_the_checkout(wheel, tmp_path):
    venv.create(tmp_path / "env", system_site_packages=False)
    site = next((tmp_path / "env").glob("lib/python*/site-packages"), tmp_path / "env/Lib/site-packages")
    zipfile.ZipFile(wheel).extractall(site)
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    (site / "libraries.pth").write_text("\n".join(libraries))
    python = next(p for p in (tmp_path / "env/bin/python", tmp_path / "env/Scripts/python.exe") if p.exists())
    code = "import communique; print(communique.__file__, len(communique.load()))"
    run = subprocess.run([python, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    file, rows = run.stdout.split()
    assert file.startswith(str(site))
    assert int(rows) == 48
