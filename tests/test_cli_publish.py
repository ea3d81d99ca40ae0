"""`communique publish` and `communique releases`, run as a user runs them; no token is ever seen anywhere."""

import json
import os
import subprocess
import sys
import traceback

import pytest

from communique.errors import CommuniqueError
from communique.publishing import publish
from tests import publishing
from tests.publishing import REPO, TOKEN, a_hub, versions_held


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return publishing.releases(tmp_path_factory.mktemp("made"), "0.1.0", "0.1.1")


@pytest.fixture
def hub():
    with a_hub() as double:
        yield double


def run(hub, home, *args: object, **env: str) -> subprocess.CompletedProcess:
    """A command with a home of its own, so that whatever it writes is found there."""
    base = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
    base |= {"HF_ENDPOINT": hub.url, "HF_HOME": str(home / "hf"), "HOME": str(home), "XDG_CACHE_HOME": str(home)}
    command = (
        [sys.executable, *map(str, args)] if args[0] == "-c" else [sys.executable, "-m", "communique", *map(str, args)]
    )
    return subprocess.run(command, env=base | env, capture_output=True, text=True, timeout=120, check=False)


def test_a_release_that_was_published_is_listed_and_loaded_by_its_version(hub, made, tmp_path):
    for release in made:
        done = run(hub, tmp_path, "publish", release, "--repo", REPO, "--json", HF_TOKEN=TOKEN, HF_HUB_DISABLE_XET="1")
        assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert (result["status"], result["tag"]) == ("published", "v0.1.1")
    assert result["commit"] == hub.store.repos[REPO].tags["v0.1.1"]
    assert "changed   data/articles/" in done.stderr
    listed = run(hub, tmp_path, "releases", "--repo", REPO, "--json")
    assert [(one["version"], one["verifies"]) for one in json.loads(listed.stdout)] == [
        ("0.1.1", True),
        ("0.1.0", True),
    ]
    code = f"""
import datasets
for revision in ("main", "v0.1.0", "v0.1.1"):
    rows = datasets.load_dataset({REPO!r}, "articles", split="train", revision=revision)
    print(len(rows), any(title == "Corrected title 1" for title in rows["title"]))
"""
    loaded = run(hub, tmp_path, "-c", code)
    assert loaded.stdout.split("\n")[:3] == ["10 True", "10 False", "10 True"], loaded.stderr


def test_without_xet_over_there_the_client_is_led_to_lfs(hub, made, tmp_path):
    done = run(hub, tmp_path, "publish", made[0], "--repo", REPO, HF_TOKEN=TOKEN)
    assert done.returncode == 0, done.stderr
    assert "xet" not in {one.step for one in hub.seen if one.status == 200}
    assert versions_held(hub) == {"main": "0.1.0", "v0.1.0": "0.1.0"}


def test_the_token_comes_from_a_file_too(hub, made, tmp_path):
    file = tmp_path / "token.txt"
    file.write_text(TOKEN + "\n")
    args = ("publish", made[0], "--repo", REPO, "--token-file", file)
    done = run(hub, tmp_path, *args)
    assert done.returncode == 0, done.stderr
    for text in ("", "two words", "é"):
        file.write_text(text)
        refused = run(hub, tmp_path, *args)
        assert refused.returncode == 2
        assert refused.stderr.startswith("error: ")


@pytest.mark.parametrize(
    "args",
    [
        ("publish",),
        ("publish", "x", "--undo", "v1.0.0"),
        ("publish", "x", "--to", "y", "--create-pr"),
        ("publish", "--undo", "v1.0.0", "--force-card", "--repo", REPO),
        ("publish", "--undo", "newest", "--to", "y"),
        ("publish", "nowhere", "--repo", REPO),
        ("releases",),
        ("releases", "--repo", "acme/nothing"),
        ("releases", "--to", "nothing"),
    ],
)
def test_a_call_that_cannot_be_meant_ends_with_exit_code_2_and_a_hint(hub, tmp_path, args):
    done = run(hub, tmp_path, *args, HF_TOKEN=TOKEN)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("error: ")
    assert "\nhint: " in done.stderr


@pytest.mark.parametrize("step", ["whoami", "refs", "preupload", "lfs_batch", "commit", "tag"])
def test_no_error_holds_the_token_not_even_in_the_variables_of_its_traceback(hub, made, step):
    for status in (None, 400, 401, 403, 404, 413, 422, 500):
        hub.faults.clear()
        hub.fail(step, status=status, times=None)
        hub.store.repos.clear()
        try:
            publish(made[0], REPO)
        except CommuniqueError as error:
            shown = traceback.TracebackException.from_exception(error, capture_locals=True)
            text = "".join(shown.format()) + repr(error) + repr(vars(error))
            assert TOKEN not in text, f"{step} {status}"


def test_no_output_log_or_file_holds_the_token(hub, made, tmp_path):
    def failing(*steps):
        for step in steps:
            hub.fail(step, status=403, times=None)

    hub.most_bytes = 10
    loud = {"HF_TOKEN": TOKEN, "COMMUNIQUE_DEBUG": "1", "HF_DEBUG": "1", "HF_HUB_VERBOSITY": "debug"}
    outputs = [run(hub, tmp_path, "publish", made[0], "--repo", REPO, **loud)]
    hub.most_bytes = 1 << 30
    outputs.append(run(hub, tmp_path, "publish", made[0], "--repo", REPO, **loud))
    outputs.append(run(hub, tmp_path, "releases", "--repo", REPO, **loud))
    failing("refs", "whoami")
    outputs.append(run(hub, tmp_path, "publish", made[1], "--repo", REPO, **loud))
    assert [done.returncode for done in outputs] == [1, 0, 0, 2], [done.stderr[-300:] for done in outputs]
    for done in outputs:
        assert TOKEN not in done.stdout + done.stderr
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    held = [commit.title + commit.message for commit in hub.store.repos[REPO].commits.values()]
    held += [blob.data.decode("latin-1") for blob in hub.store.repos[REPO].commit_of("main").tree.values()]
    assert not [path for path in written if TOKEN.encode() in path.read_bytes()]
    assert not [text for text in held if TOKEN in text]
