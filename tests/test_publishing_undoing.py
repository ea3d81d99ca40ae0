"""The version before becomes current again, and nothing of anybody is lost by it."""

import pytest

from communique.errors import UsageError
from communique.publishing import publish, undo
from tests import publishing
from tests.publishing import REPO, a_hub, at, edit, versions_held


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return publishing.releases(tmp_path_factory.mktemp("made"), "0.1.0", "0.1.1", "0.1.2")


@pytest.fixture
def hub():
    with a_hub() as double:
        yield double


def test_undoing_a_version_brings_the_one_before_back_in_a_new_commit(hub, made):
    publish(made[0], REPO)
    publish(made[1], REPO)
    edit(hub, **{"README.md": at(hub, "README.md") + "\nThanks to Ann.\n", "notes.txt": "mine"})
    commits = [commit.oid for commit in hub.store.repos[REPO].history("main")]
    with hub.watching() as seen:
        result = undo("v0.1.1", REPO)
    assert (result.status, result.version) == ("undone", "0.1.0")
    assert versions_held(hub) == {"main": "0.1.0", "v0.1.0": "0.1.0", "v0.1.1": "0.1.1"}
    assert [commit.oid for commit in hub.store.repos[REPO].history("main")][1:] == commits
    assert "lfs_put" not in {one.step for one in seen}
    assert "Thanks to Ann." in at(hub, "README.md")
    assert at(hub, "notes.txt") == "mine"
    head = hub.store.repos[REPO].branches["main"]
    assert undo("0.1.1", REPO).revision == head
    with pytest.raises(UsageError, match="first version"):
        undo("0.1.0", REPO)
    with pytest.raises(UsageError, match=r"no version 7\.0\.0"):
        undo("7.0.0", REPO)
    assert publish(made[2], REPO).status == "published"
    assert "Thanks to Ann." in at(hub, "README.md")
