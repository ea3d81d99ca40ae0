"""What must not be sent is refused before anything is asked of anybody."""

import json
import os
import shutil

import pytest

from communique.errors import DataError, UsageError
from communique.publishing.local import read_release, with_card
from tests import publishing


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return publishing.releases(tmp_path_factory.mktemp("made"), "0.1.0")[0]


@pytest.fixture
def copy(made, tmp_path):
    shutil.copytree(made, tmp_path / "0.1.0")
    return tmp_path / "0.1.0"


def test_a_release_is_read_with_the_checksums_that_git_and_its_manifest_have(made):
    release = read_release(made)
    assert set(release.files) == {entry.path for entry in release.manifest.files} | {"manifest.json"}
    empty = with_card(release.manifest, release.files, "")[1]["README.md"]
    assert empty.git == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"  # git's id of an empty file
    assert empty.bytes == 0


def test_with_another_card_the_manifest_lists_it_and_nothing_else_changes(made):
    release = read_release(made)
    manifest, files = with_card(release.manifest, release.files, "# Card\n")
    listed = {entry.path: entry.sha256 for entry in manifest.files}
    assert json.loads(files["manifest.json"].source)["files"] == manifest.as_dict()["files"]
    assert listed["README.md"] == files["README.md"].sha256 != release.files["README.md"].sha256
    assert {path for path in files if files[path] != release.files[path]} == {"README.md", "manifest.json"}


def outside_file(release):
    (release.parent / "secret").write_text("secret")
    (release / "data" / "secret.txt").symlink_to(release.parent / "secret")


def outside_folder(release):
    (release.parent / "folder").mkdir()
    (release / "data" / "folder").symlink_to(release.parent / "folder")


def listed_link(release):
    (release / "README.md").rename(release.parent / "README.md")
    (release / "README.md").symlink_to("../README.md")


def looped_folder(release):
    (release / "data" / "loop").symlink_to(".")


def pipe(release):
    os.mkfifo(release / "data" / "pipe")


def odd(name):
    def write(release):
        (release / name).write_text("x")

    write.__name__ = repr(name)
    return write


def missing(release):
    (release / "croissant.json").unlink()


def changed(release):
    with (release / "croissant.json").open("a") as file:
        file.write(" ")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (outside_file, "leads out of the release"),
        (outside_folder, "leads out of the release"),
        (listed_link, "leads out of the release"),
        (looped_folder, "is a link to a folder"),
        (pipe, "is no file"),
        (odd(".env"), "odd name"),
        (odd("a\nb"), "odd name"),
        (odd("a\\b"), "odd name"),
        (odd("é"), "odd name"),
        (odd("more.txt"), r"holds more\.txt, not listed in manifest\.json"),
        (missing, r"lacks croissant\.json"),
        (changed, r"croissant\.json has other bytes"),
    ],
)
def test_what_must_not_be_sent_is_refused(copy, spoil, says):
    spoil(copy)
    with pytest.raises(DataError, match=says) as raised:
        read_release(copy)
    assert raised.value.hint


def test_a_folder_of_releases_and_a_folder_of_nothing_are_told_from_a_release(made, tmp_path):
    with pytest.raises(UsageError, match="is a folder of releases") as raised:
        read_release(made.parent)
    assert str(made) in raised.value.hint
    with pytest.raises(UsageError, match="is no release"):
        read_release(tmp_path)
