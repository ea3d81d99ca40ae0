"""The Hub double answers the real client as the Hub does, and refuses what the Hub refuses."""

import hashlib
import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from huggingface_hub import CommitOperationAdd, CommitOperationCopy, CommitOperationDelete, HfApi, HfFileSystem
from huggingface_hub.errors import EntryNotFoundError, HfHubHTTPError, RepositoryNotFoundError, RevisionNotFoundError
from huggingface_hub.utils import get_session

from tests.hub_double import HubDouble

http = import_module(type(get_session()).__module__.partition(".")[0])  # the library that the client speaks through
REPO = "alice/data"
CARD = b"---\nlicense: cc-by-4.0\nconfigs:\n- config_name: rows\n  data_files: data/*.parquet\n---\n# Data\n"


@pytest.fixture
def hub(monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr("huggingface_hub.utils._http.time.sleep", lambda seconds: None)
    with HubDouble() as double:
        double.add_user("alice", "hf_alice")
        double.add_user("alice", "hf_alice_reads", "read")
        double.add_user("bob", "hf_bob")
        yield double


@pytest.fixture
def alice(hub):
    api = HfApi(endpoint=hub.url, token="hf_alice")
    api.create_repo(REPO, repo_type="dataset")
    return api


def add(path: str, data: bytes) -> CommitOperationAdd:
    return CommitOperationAdd(path, data)


def commit(api: HfApi, *operations: object, **more: object) -> str:
    return api.create_commit(REPO, operations, commit_message="change", repo_type="dataset", **more).oid


def status_of(call: object, *args: object, **more: object) -> int:
    with pytest.raises(HfHubHTTPError) as raised:
        call(*args, **more)
    return raised.value.response.status_code


def test_large_and_small_files_come_back_as_they_were_sent(hub, alice, tmp_path):
    hub.multipart_from, hub.part_bytes = 100, 40
    files = {"a.parquet": b"x" * 99, "b.bin": b"y" * 101, "notes/é.txt": b"z", "README.md": CARD}
    oid = commit(alice, *(add(path, data) for path, data in files.items()))
    assert alice.repo_info(REPO, repo_type="dataset").sha == oid
    tree = {entry.path: entry for entry in alice.list_repo_tree(REPO, repo_type="dataset", recursive=True)}
    assert tree["a.parquet"].lfs.sha256 == hashlib.sha256(files["a.parquet"]).hexdigest()
    assert tree["README.md"].lfs is None
    assert "notes" in tree
    for path, data in files.items():
        got = alice.hf_hub_download(REPO, path, repo_type="dataset", cache_dir=tmp_path)
        assert Path(got).read_bytes() == data
    fs = HfFileSystem(endpoint=hub.url, token="hf_alice", skip_instance_cache=True)
    assert fs.cat_file(f"datasets/{REPO}/b.bin", start=10, end=20) == b"y" * 10


def test_files_that_come_by_xet_are_put_together(hub, alice, monkeypatch):
    hub.xet = True
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", False)
    numbers = np.arange(100_000, dtype="<i4").tobytes()  # these are packed in groups of bytes
    files = {"a.parquet": b"again " * 50_000 + bytes(range(256)) * 999, "b.bin": numbers, "c.bin": b"x"}
    with hub.watching() as seen:
        for left in (2, 1, 0):  # the client's native part gives up when a busy machine drops a connection
            try:
                commit(alice, *(add(path, data) for path, data in files.items()))
                break
            except ConnectionError:
                if not left:
                    raise
    assert {"xet_token", "xet_xorb", "xet_shard"} <= {one.step for one in seen}
    assert "lfs_batch" not in {one.step for one in seen}
    tree = hub.store.repos[REPO].commit_of("main").tree
    assert {path: tree[path].data for path in files} == files


def test_a_commit_on_a_stale_parent_is_refused_and_a_tag_stays_where_it_was_put(alice):
    first = commit(alice, add("a.txt", b"1"))
    alice.create_tag(REPO, tag="v1", revision=first, repo_type="dataset")
    second = commit(alice, add("a.txt", b"2"), parent_commit=first)
    assert status_of(commit, alice, add("a.txt", b"3"), parent_commit=first) == 412
    assert status_of(alice.create_tag, REPO, tag="v1", revision=second, repo_type="dataset") == 409
    refs = alice.list_repo_refs(REPO, repo_type="dataset")
    assert [(ref.name, ref.target_commit) for ref in refs.tags] == [("v1", first)]
    assert [ref.target_commit for ref in refs.branches] == [second]
    assert [one.commit_id for one in alice.list_repo_commits(REPO, repo_type="dataset")][:2] == [second, first]


def test_files_are_copied_and_deleted_within_the_repository(alice):
    first = commit(alice, add("a.parquet", b"1"), add("b.txt", b"2"))
    commit(alice, add("a.parquet", b"3"), CommitOperationDelete("b.txt"))
    commit(
        alice,
        CommitOperationCopy("a.parquet", "a.parquet", src_revision=first),
        CommitOperationCopy("b.txt", "c.txt", src_revision=first),
    )
    paths = alice.list_repo_files(REPO, repo_type="dataset")
    assert sorted(paths) == [".gitattributes", "a.parquet", "c.txt"]
    assert status_of(commit, alice, CommitOperationDelete("no.txt")) == 404


def test_a_long_tree_and_history_are_given_in_pages(hub, alice):
    hub.page = 3
    commit(alice, *(add(f"data/{n}.txt", b"x") for n in range(10)))
    assert len(alice.list_repo_files(REPO, repo_type="dataset")) == 11
    for n in range(5):
        commit(alice, add("x.txt", b"%d" % n))
    assert len(alice.list_repo_commits(REPO, repo_type="dataset")) == 7


def test_rights_are_kept(hub, alice):
    reader, bob = HfApi(endpoint=hub.url, token="hf_alice_reads"), HfApi(endpoint=hub.url, token="hf_bob")
    nobody, stranger = HfApi(endpoint=hub.url, token=False), HfApi(endpoint=hub.url, token="hf_wrong")
    assert status_of(commit, reader, add("a", b"1")) == 403
    assert status_of(commit, bob, add("a", b"1")) == 403
    assert status_of(commit, nobody, add("a", b"1")) == 401
    assert status_of(stranger.whoami) == 401
    assert status_of(bob.create_repo, REPO, repo_type="dataset") == 403
    assert status_of(alice.create_repo, REPO, repo_type="dataset") == 409
    assert bob.list_repo_files(REPO, repo_type="dataset") == [".gitattributes"]
    alice.create_repo("alice/secret", repo_type="dataset", private=True)
    for api in (bob, nobody):
        with pytest.raises(RepositoryNotFoundError):
            api.repo_info("alice/secret", repo_type="dataset")
    hub.add_organization("lab", alice="admin", bob="read")
    alice.create_repo("lab/data", repo_type="dataset", private=True)
    assert bob.repo_info("lab/data", repo_type="dataset").private
    assert status_of(bob.create_tag, "lab/data", tag="v1", repo_type="dataset") == 403


def test_what_the_hub_would_refuse_is_refused(hub, alice):
    with pytest.raises(ValueError, match="Invalid metadata"):
        commit(alice, add("README.md", b"---\nlicense: [\n---\n"))
    assert status_of(alice.create_tag, REPO, tag="no good", repo_type="dataset") == 400
    for path in ("../a", "/a", "a/.git/b", "a\\b", ""):
        assert post_commit(hub, "file", path=path, content="eA==", encoding="base64") == 400
    assert post_commit(hub, "lfsFile", path="a", algo="sha256", oid="0" * 64, size=3) == 400
    assert post_commit(hub, "file", path=".gitattributes/a", content="eA==", encoding="base64") == 400
    hub.most_bytes = 50
    assert status_of(commit, alice, add("a.txt", b"1" * 60)) == 413
    with pytest.raises(EntryNotFoundError):
        alice.hf_hub_download(REPO, "no.txt", repo_type="dataset")
    with pytest.raises(RevisionNotFoundError):
        alice.repo_info(REPO, revision="v9", repo_type="dataset")
    fs = HfFileSystem(endpoint=hub.url, token="hf_alice", skip_instance_cache=True)
    assert not fs.exists(f"datasets/{REPO}/no.txt")


def post_commit(hub: HubDouble, key: str, **value: object) -> int:
    """The status of a commit that the client itself would not send."""
    lines = [{"key": "header", "value": {"summary": "x", "description": ""}}, {"key": key, "value": value}]
    headers = {"Authorization": "Bearer hf_alice", "Content-Type": "application/x-ndjson"}
    body = "".join(json.dumps(line) + "\n" for line in lines)
    return http.post(f"{hub.url}/api/datasets/{REPO}/commit/main", headers=headers, content=body).status_code


def test_an_object_with_another_sha_than_it_claims_is_not_kept(hub, alice):
    with hub.watching() as seen:
        commit(alice, add("a.parquet", b"right"))
    put = next(one for one in seen if one.step == "lfs_put")
    address = hub.other_host + put.target.replace(hashlib.sha256(b"right").hexdigest(), "1" * 64)
    assert http.put(address, content=b"right").status_code == 403  # the signature holds for one address
    assert http.put(hub.other_host + put.target, content=b"wrong").status_code == 400


def test_a_pull_request_leaves_its_branch_alone_until_it_is_merged(hub, alice):
    bob = HfApi(endpoint=hub.url, token="hf_bob")
    head = alice.repo_info(REPO, repo_type="dataset").sha
    made = bob.create_commit(REPO, [add("a.parquet", b"1")], commit_message="add", repo_type="dataset", create_pr=True)
    assert made.pr_revision == "refs/pr/1"
    assert alice.repo_info(REPO, repo_type="dataset").sha == head
    assert "a.parquet" in alice.list_repo_files(REPO, repo_type="dataset", revision="refs/pr/1")
    open_ones = list(alice.get_repo_discussions(REPO, repo_type="dataset", discussion_status="open"))
    assert [one.num for one in open_ones] == [1]
    hub.store.merge(hub.store.repos[REPO], 1, "alice")
    assert "a.parquet" in alice.list_repo_files(REPO, repo_type="dataset")


@pytest.mark.parametrize(("when", "landed"), [("before", False), ("during", False), ("after", True)])
def test_a_commit_is_cut_before_during_or_after_it_happens(hub, alice, when, landed):
    hub.fail("commit", when)
    with pytest.raises(http.TransportError):
        commit(alice, add("a.txt", b"1" * 1000))
    assert ("a.txt" in alice.list_repo_files(REPO, repo_type="dataset")) == landed
    hub.fail("commit", when, status=503)
    assert status_of(commit, alice, add("b.txt", b"1")) == 503
    assert ("b.txt" in alice.list_repo_files(REPO, repo_type="dataset")) == landed


def test_load_dataset_reads_each_revision(hub, alice, tmp_path):
    def rows(n: int) -> bytes:
        pq.write_table(pa.table({"n": list(range(n))}), tmp_path / "rows.parquet")
        return (tmp_path / "rows.parquet").read_bytes()

    oid = commit(alice, add("README.md", CARD), add("data/0.parquet", rows(3)))
    alice.create_tag(REPO, tag="v1", revision=oid, repo_type="dataset")
    commit(alice, add("data/0.parquet", rows(5)))
    code = f"""
import datasets
for revision in ("main", "v1"):
    print(len(datasets.load_dataset({REPO!r}, "rows", split="train", revision=revision)))
"""
    env = os.environ | {"HF_ENDPOINT": hub.url, "HF_HOME": str(tmp_path), "HF_TOKEN": "hf_alice"}
    run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert run.stdout.split() == ["5", "3"], run.stderr
