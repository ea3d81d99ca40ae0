"""Small releases for tests, laid out as `communique release` lays them out, and a Hub that holds them."""

from pathlib import Path

from huggingface_hub import HfApi

from communique.release.manifest import Manifest
from communique.release.partitions import entry_of, write_partitions
from communique.schemas import TABLES
from tests.contract_tables import Row, valid_rows, write_tables

REPO = "alice/talks"
CARD = b"---\nlicense: cc-by-4.0\n---\n# Talks\n"


def make_release(folder: Path, version: str, rows: dict[str, list[Row]] | None = None) -> Path:
    """A release of `rows`, or of the small trio of tables, at `folder/version`."""
    release, tables, work = folder / version, folder / f".tables-{version}", folder / f".work-{version}"
    write_tables(tables, rows or valid_rows())
    work.mkdir()
    files = [entry for name in TABLES for entry in write_partitions(name, [tables / f"{name}.parquet"], release, work)]
    (release / "README.md").write_bytes(CARD)
    manifest = Manifest(
        version=version,
        schema_version="1.0.0",
        rows={name: sum(entry.rows or 0 for entry in files if entry.table == name) for name in TABLES},
        files=(),
    ).with_files(*files, entry_of(release / "README.md", release))
    (release / "manifest.json").write_text(manifest.as_json(), encoding="utf-8", newline="\n")
    return release


def put_on_hub(api: HfApi, release: Path, tag: str | None) -> str:
    """Upload a release in one commit and tag it; returns the commit."""
    oid = api.upload_folder(repo_id=REPO, folder_path=release, repo_type="dataset", delete_patterns="data/**").oid
    if tag:
        api.create_tag(REPO, tag=tag, revision=oid, repo_type="dataset")
    return str(oid)
