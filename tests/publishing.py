"""What tests of publishing share: releases to publish, a Hub to publish to, a reader who accepts only wholes."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import synthetic
from huggingface_hub import CommitOperationAdd, CommitOperationDelete, HfApi

from communique.release.build import build_release
from tests.hub_double import HubDouble

REPO = "acme/dealings"
TOKEN = "hf_" + "S3cretOfAlice" * 2
BOB = "hf_" + "S3cretOfBob" * 2


def releases(folder: Path, *versions: str, rows: int = 10) -> list[Path]:
    """Releases that follow each other; each corrects a title of the one before."""
    made = []
    synthetic.write(folder / "tables", rows)
    for n, version in enumerate(versions):
        articles = folder / "tables" / "articles.parquet"
        if n:
            pq.write_table(_corrected(pq.read_table(articles), n), articles)
        made.append(build_release(folder / "tables", version, out=folder / "releases").path)
    return made


def _corrected(articles: pa.Table, n: int) -> pa.Table:
    at = articles.schema.get_field_index("title")
    titles = [f"Corrected title {n}", *articles["title"].to_pylist()[1:]]
    return articles.set_column(at, articles.schema.field(at), pa.array(titles, pa.string()))


@contextmanager
def a_hub() -> Iterator[HubDouble]:
    """A Hub with an organization and its members, which the client in this process talks to; waits are only noted."""
    with HubDouble() as double, pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        double.add_organization("acme", alice="admin", bob="write", carol="read")
        double.add_user("alice", TOKEN)
        double.add_user("bob", BOB)
        for name in ("HF_HUB_DISABLE_XET", "HF_HUB_DISABLE_PROGRESS_BARS"):
            patch.setattr(f"huggingface_hub.constants.{name}", True)
        patch.setattr("huggingface_hub.constants.ENDPOINT", double.url)
        template = double.url + "/{repo_id}/resolve/{revision}/{filename}"
        patch.setattr("huggingface_hub.constants.HUGGINGFACE_CO_URL_TEMPLATE", template)
        patch.setenv("HF_TOKEN", TOKEN)
        patch.setenv("HF_XET_CACHE", folder)
        for module in ("huggingface_hub.utils._http", "huggingface_hub.file_download", "communique.publishing.calls"):
            patch.setattr(f"{module}.time", _Clock(double.waits))
        yield double


class _Clock:
    """Time in which waiting takes none."""

    def __init__(self, waits: list[float]) -> None:
        import time

        self.time, self.sleep = time.time, waits.append


def edit(hub, token=TOKEN, **files: str | None) -> str:
    """Somebody changes files at the head, as on the Hub's page; None deletes."""
    api = HfApi(endpoint=hub.url, token=token)
    operations = [
        CommitOperationDelete(path) if text is None else CommitOperationAdd(path, text.encode())
        for path, text in files.items()
    ]
    return api.create_commit(REPO, operations, commit_message="edit", repo_type="dataset").oid


def at(hub, path: str, revision: str = "main") -> str:
    return hub.store.repos[REPO].commit_of(revision).tree[path].data.decode()


def versions_held(hub: HubDouble, repo: str = REPO) -> dict[str, str]:
    """The version at each branch and tag; fails unless each of them holds one whole release."""
    held = hub.store.repos.get(repo)
    found = {}
    for ref in (*held.branches, *held.tags) if held else ():
        tree = held.commit_of(ref).tree
        if "manifest.json" not in tree:
            assert set(tree) <= {".gitattributes", "README.md", "notes.txt"}, f"half a release at {ref}"
            continue
        manifest = json.loads(tree["manifest.json"].data)
        listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
        for path, sha256 in listed.items():
            assert hashlib.sha256(tree[path].data).hexdigest() == sha256, f"{path} at {ref}"
        assert {path for path in tree if path.startswith(("data/", "figures/"))} <= listed.keys(), f"a mixture at {ref}"
        found[ref] = manifest["version"]
        assert not ref.startswith("v") or ref == f"v{manifest['version']}"
    return found
