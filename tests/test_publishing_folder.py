"""A folder, here or at any address, is published to with the same plan, version rules and proof as the Hub."""

import json

import fsspec
import pytest

from communique.errors import CommuniqueError, UsageError
from communique.places import find, versions
from communique.publishing import publish, releases, undo
from communique.validation import validate
from tests import publishing


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return publishing.releases(tmp_path_factory.mktemp("made"), "0.1.0", "0.1.1", "0.1.2")


@pytest.fixture(params=["disk", "memory"])
def place(request, tmp_path):
    """A folder on disk, and one of a file system that renames nothing."""
    yield str(tmp_path / "out") if request.param == "disk" else f"memory://{tmp_path.name}/out"
    if request.param == "memory":
        fsspec.filesystem("memory").store.clear()


def contents(place: str) -> dict[str, bytes]:
    fs, root = fsspec.core.url_to_fs(place)
    return {path[len(root) + 1 :]: fs.cat_file(path) for path in fs.find(root)} if fs.exists(root) else {}


def test_each_version_is_a_directory_that_never_changes(place, made):
    first = publish(made[0], to=place)
    assert (first.status, first.revision, first.plan.unchanged) == ("published", "0.1.0", ())
    before = contents(place)
    second = publish(made[1], to=place)
    assert "manifest.json" in second.plan.changed
    assert second.plan.unchanged
    assert second.bytes_sent == second.plan.bytes_to_send < second.plan.bytes_total
    after = contents(place)
    assert {path: after[path] for path in before if path != "releases.json"}.items() <= before.items()
    for release in made[:2]:
        files = {f"{release.name}/{p.relative_to(release).as_posix()}": p for p in release.rglob("*") if p.is_file()}
        assert all(after[path] == file.read_bytes() for path, file in files.items())
    assert json.loads(after["releases.json"]) == {"current": "0.1.1", "versions": ["0.1.0", "0.1.1"]}
    assert publish(made[1], to=place).status == "unchanged"
    assert contents(place) == after


def test_a_version_must_be_higher_and_never_changes(place, made, tmp_path):
    publish(made[1], to=place)
    with pytest.raises(UsageError, match="is not higher than"):
        publish(made[0], to=place)
    with pytest.raises(UsageError, match="with other content"):
        publish(publishing.releases(tmp_path, "0.1.1", rows=20)[0], to=place)


def test_a_dry_run_writes_nothing(place, made):
    assert publish(made[0], to=place, dry_run=True).plan.new
    assert not contents(place)


def test_undoing_makes_the_version_before_current_and_keeps_both(place, made):
    publish(made[0], to=place)
    publish(made[1], to=place)
    before = contents(place)
    assert undo("v0.1.1", to=place).version == "0.1.0"
    assert {path for path, data in contents(place).items() if before[path] != data} == {"releases.json"}
    assert [(one.version, one.current) for one in releases(to=place)] == [("0.1.1", False), ("0.1.0", True)]
    assert undo("v0.1.1", to=place).status == "undone"
    publish(made[2], to=place)
    assert [one.version for one in releases(to=place) if one.current] == ["0.1.2"]


def test_a_version_that_was_damaged_does_not_verify(place, made):
    publish(made[0], to=place)
    fs, root = fsspec.core.url_to_fs(place)
    fs.pipe_file(f"{root}/0.1.0/croissant.json", b"{}")
    fs.rm_file(f"{root}/0.1.0/CITATION.cff")
    assert releases(to=place)[0].problems == ("CITATION.cff is missing", "croissant.json has other bytes")
    with pytest.raises(CommuniqueError, match="is not what was sent"):
        publish(made[0], to=place)
    publish(made[1], to=place)
    assert not releases(to=place)[0].problems


@pytest.mark.parametrize("call", ["put_file", "cp_file", "find", "size"])
@pytest.mark.parametrize("skip", [0, 1, 9])
def test_after_a_cut_at_any_file_readers_see_the_version_before_and_the_same_call_finishes(
    place, made, monkeypatch, call, skip
):
    publish(made[0], to=place)
    before = contents(place)
    fs = type(fsspec.core.url_to_fs(place)[0])
    calls = []
    real = getattr(fs, call)

    def cut(self, *args, **more):
        calls.append(args)
        if len(calls) > skip:
            raise OSError("the line is cut")
        return real(self, *args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(fs, call, cut)
        failed = failure_of(made[1], place)
    assert failed is None or failed.hint
    done = contents(place)
    assert {path: done[path] for path in before if path != "releases.json"}.items() <= before.items()
    assert all(not one.problems for one in releases(to=place) if failed)
    assert publish(made[1], to=place).status in ("published", "unchanged")
    assert [(one.version, one.problems) for one in releases(to=place)] == [("0.1.1", ()), ("0.1.0", ())]
    assert not [path for path in contents(place) if ".part" in path]


def failure_of(release, place):
    """What publishing fails with, None if it does not."""
    try:
        publish(release, to=place)
    except CommuniqueError as error:
        return error
    return None


def test_what_was_published_is_a_source_like_any_other(made, tmp_path):
    out = tmp_path / "out"
    for release in made[:2]:
        publish(release, to=out)
    assert versions(out) == ["0.1.0", "0.1.1"]
    assert find(out).manifest.version == "0.1.1"
    assert find(out, "0.1.0").of("articles")
    undo("0.1.1", to=out)
    assert find(out).manifest.version == "0.1.0"
    assert find(out, "0.1.1").manifest.version == "0.1.1"
    assert validate(out / "0.1.1").ok


def test_an_address_that_leads_nowhere_is_said(made, tmp_path):
    with pytest.raises(UsageError, match="no way to reach"):
        publish(made[0], to="nosuch://bucket/x")
    with pytest.raises(UsageError, match="is on the Hub"):
        publish(made[0], to="hf://datasets/a/b")
    (tmp_path / "file").write_text("x")
    with pytest.raises(CommuniqueError):
        publish(made[0], to=tmp_path / "file")
