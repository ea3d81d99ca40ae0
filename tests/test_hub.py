"""Releases on the Hub are fetched once, checked, and read again without it; what cannot be had is said."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from huggingface_hub import CommitOperationAdd, HfApi

from communique import cache, hub
from communique.errors import DataError, UsageError
from tests.contract_tables import valid_rows
from tests.hub_double import HubDouble
from tests.releases import REPO, make_release, put_on_hub


@pytest.fixture
def double(monkeypatch, tmp_path):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr("huggingface_hub.utils._http.time.sleep", lambda seconds: None)
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HF_TOKEN", "hf_alice")
    with HubDouble() as server:
        server.add_user("alice", "hf_alice")
        server.add_user("bob", "hf_bob")
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        yield server


@pytest.fixture
def api(double):
    api = HfApi(endpoint=double.url, token="hf_alice")
    api.create_repo(REPO, repo_type="dataset")
    return api


@pytest.fixture
def published(api, tmp_path):
    """Two versions; the second corrects a title, so that only one file of `articles` differs."""
    rows = valid_rows()
    put_on_hub(api, make_release(tmp_path, "0.9.0", rows), "v0.9.0")
    rows["articles"][2]["title"] = "Cranes for Chile"
    put_on_hub(api, make_release(tmp_path, "0.10.0", rows), "v0.10.0")
    return api


def objects():
    return sorted(path for path in (cache.root() / "objects").rglob("*") if path.is_file())


def test_the_newest_version_is_the_greatest_tag_not_the_last(published, tmp_path):
    published.create_tag(REPO, tag="nightly", repo_type="dataset")
    assert list(map(str, hub.versions(REPO))) == ["0.9.0", "0.10.0"]
    assert hub.release(REPO).manifest.version == "0.10.0"
    assert hub.release(REPO, "latest").name == "v0.10.0"
    assert hub.release(REPO, "0.9.0").manifest.version == hub.release(REPO, "v0.9.0").manifest.version == "0.9.0"


def test_a_commit_a_branch_and_a_repository_without_versions_are_found(api, tmp_path):
    oid = put_on_hub(api, make_release(tmp_path, "0.1.0"), None)
    assert hub.release(REPO).commit == hub.release(REPO, "main").commit == hub.release(REPO, oid).commit == oid


def test_files_are_those_of_the_manifest_and_what_versions_share_is_stored_once(published, tmp_path):
    for version in ("0.9.0", "0.10.0"):
        found = hub.release(REPO, version)
        for path, entry in zip(hub.fetch(found, found.manifest.files), found.manifest.files, strict=True):
            assert path.read_bytes() == (tmp_path / version / entry.path).read_bytes()
    first, second = ({e.sha256 for e in hub.release(REPO, v).manifest.files} for v in ("0.9.0", "0.10.0"))
    assert len(first & second) == len(first) - 1
    assert len(objects()) == len(first | second)


def test_what_was_fetched_is_read_again_without_asking(published, double):
    found = hub.release(REPO, "0.9.0")
    hub.fetch(found, found.manifest.files)
    with double.watching() as seen:
        again = hub.release(REPO, "0.9.0")
        hub.fetch(again, again.manifest.files)
        assert hub.release(REPO, found.commit).manifest == found.manifest
    assert seen == []


@pytest.mark.parametrize("how", ["offline", "gone", "down"])
def test_out_of_reach_the_newest_version_in_the_cache_serves_and_says_so(published, double, monkeypatch, how):
    main, old = hub.release(REPO, "main"), hub.release(REPO, "0.9.0")
    if how == "offline":
        monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    for step in ("refs", "resolve"):
        double.fail(step, status={"gone": None, "down": 503}.get(how), times=None)
    with pytest.warns(UserWarning, match="only versions in the cache are known"):
        assert hub.release(REPO) == old
    with pytest.warns(UserWarning, match="taken from the cache"):
        assert hub.release(REPO, "main") == main
    with pytest.raises(hub.Unreachable):
        hub.release(REPO, "v0.10.0")
    with pytest.raises(hub.Unreachable):
        hub.fetch(old, old.manifest.files)
    with pytest.raises(hub.Unreachable):
        hub.versions("alice/other")


def test_bytes_that_are_not_those_announced_are_refused_and_not_kept(published, double, tmp_path):
    manifest = json.loads((tmp_path / "0.10.0/manifest.json").read_text())
    same_length = bytearray((tmp_path / "0.10.0" / manifest["files"][-1]["path"]).read_bytes())
    same_length[len(same_length) // 2] ^= 1
    put = [
        CommitOperationAdd(manifest["files"][-1]["path"], bytes(same_length)),
        CommitOperationAdd(manifest["files"][1]["path"], b"longer than it should be" * 10_000),
    ]
    published.create_commit(REPO, put, commit_message="tamper", repo_type="dataset")
    found = hub.release(REPO, "main")
    with pytest.raises(DataError, match="not those that the manifest announces"):
        hub.fetch(found, found.manifest.files[-1:])
    with pytest.raises(DataError, match="the manifest announces"):
        hub.fetch(found, found.manifest.files[1:2])
    assert objects() == []
    assert list((cache.root() / "scratch").iterdir()) == []


def test_a_connection_that_is_cut_leaves_nothing_and_can_be_tried_again(published, double):
    found = hub.release(REPO, "0.9.0")
    entry = max(found.manifest.files, key=lambda one: one.bytes)
    double.fail("cdn", "during", times=None)
    with pytest.raises(hub.Unreachable):
        hub.fetch(found, [entry])
    assert objects() == []
    double.faults.clear()
    assert hub.fetch(found, [entry])[0].stat().st_size == entry.bytes


def test_two_at_once_both_get_whole_files(published):
    found = hub.release(REPO, "0.9.0")
    start = threading.Barrier(4)

    def run(n):
        start.wait()
        return hub.fetch(found, found.manifest.files)

    with ThreadPoolExecutor(4) as pool:
        for paths in pool.map(run, range(4)):
            assert [path.stat().st_size for path in paths] == [entry.bytes for entry in found.manifest.files]


def test_what_is_not_there_is_said_in_words(published, monkeypatch, tmp_path):
    with pytest.raises(UsageError, match="no data set 'alice/nothing'"):
        hub.release("alice/nothing")
    with pytest.raises(UsageError, match=r"alice/talks has no revision 'v7\.0\.0'"):
        hub.release(REPO, "7.0.0")
    published.create_repo("alice/plain", repo_type="dataset")
    with pytest.raises(UsageError, match=r"alice/plain@main is no release: it holds no manifest\.json"):
        hub.release("alice/plain")
    published.create_commit(
        REPO, [CommitOperationAdd("manifest.json", b'{"version": 7}')], commit_message="break", repo_type="dataset"
    )
    with pytest.raises(DataError, match=r"manifest\.json of alice/talks@main is broken"):
        hub.release(REPO, "main")


def test_a_private_data_set_is_there_for_its_owner_only(double, monkeypatch, tmp_path):
    api = HfApi(endpoint=double.url, token="hf_alice")
    api.create_repo(REPO, repo_type="dataset", private=True)
    put_on_hub(api, make_release(tmp_path, "0.10.0"), "v0.10.0")
    assert hub.release(REPO).manifest.version == "0.10.0"
    monkeypatch.setenv("HF_TOKEN", "hf_bob")
    with pytest.raises(UsageError) as raised:
        hub.release(REPO, "main")
    assert "HF_TOKEN" in raised.value.hint
    assert "hf_bob" not in str(raised.value)


def test_paths_that_lead_out_of_a_release_are_refused(published, tmp_path):
    manifest = json.loads((tmp_path / "0.9.0/manifest.json").read_text())
    manifest["files"][0]["path"] = "../../evil"
    broken = json.dumps(manifest).encode()
    published.create_commit(
        REPO, [CommitOperationAdd("manifest.json", broken)], commit_message="x", repo_type="dataset"
    )
    with pytest.raises(DataError, match="no path of a file in a release"):
        hub.release(REPO, "main")


def test_more_than_the_disk_holds_is_not_fetched(published, monkeypatch):
    found = hub.release(REPO, "0.9.0")
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 10}))
    with pytest.raises(DataError, match="are free at"):
        hub.fetch(found, found.manifest.files)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("org/name", ("org/name", None)),
        ("org/name@v1.2.0", ("org/name", "v1.2.0")),
        ("org/name@refs/pr/1", ("org/name", "refs/pr/1")),
        ("../name", None),
        ("/tmp/name", None),
        ("a/b/c", None),
        ("name", None),
        ("org/..", None),
        ("org/name@", None),
    ],
)
def test_names_on_the_hub_are_told_from_other_text(text, name):
    assert hub.parse_name(text) == name
