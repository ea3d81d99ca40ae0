"""A release on the Hub: which versions there are, what a version's manifest says, and its files, fetched once.

In: the name of a data set repository ("org/name") and a revision. Out: a `Release`, the commit that the revision stands
for and its manifest, and files in the cache, checked against the manifest. What has been fetched is read again without
network: a version once seen stays as it is, and where the Hub cannot be reached, the newest one in the cache serves.
Talks to the Hub through its own client, which knows `HF_ENDPOINT`, `HF_TOKEN`, `HF_HUB_OFFLINE` and proxies.
"""

import os
import re
import shutil
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from communique import cache
from communique.errors import CommuniqueError, DataError, UsageError
from communique.release.manifest import FileEntry, Manifest, parse_manifest
from communique.release.versions import MANIFEST, Version

_PART = r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}"
_NAME = re.compile(rf"(?P<repo>{_PART}/{_PART})(?:@(?P<revision>[^@\s]{{1,255}}))?")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_MANIFEST_BYTES = 256 * 1024 * 1024
_MOST_LISTED = 1_000_000  # files and folders of a listing
_AT_ONCE = 4  # files fetched at the same time


class Unreachable(CommuniqueError):
    """The Hub does not answer, or is not to be asked, and what is wanted is not in the cache."""


class NoRepository(UsageError):
    """There is no such data set on the Hub, or none that may be seen."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release on the Hub.

    Attributes:
        repo: "org/name".
        name: the revision as it is shown: a tag, a branch or a commit.
        commit: the commit that holds it, 40 hexadecimal digits.
        manifest: what it consists of.
    """

    repo: str
    name: str
    commit: str
    manifest: Manifest


def parse_name(text: str) -> tuple[str, str | None] | None:
    """Repository and revision that `text` names, None if it cannot be the name of a data set on the Hub.

    >>> parse_name("org/name@v1.2.0"), parse_name("org/name"), parse_name("some/longer/path")
    (('org/name', 'v1.2.0'), ('org/name', None), None)
    """
    match = _NAME.fullmatch(text)
    return (match["repo"], match["revision"]) if match and ".." not in text else None


def endpoint() -> str:
    """The address of the Hub."""
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or "https://huggingface.co"


def versions(repo: str) -> list[Version]:
    """The versions of a repository, oldest first: those of its tags "v1.2.0"; of the cache, if the Hub is out of reach.

    Raises:
        UsageError: there is no such repository.
        Unreachable: the Hub is out of reach and the cache holds no version.
    """
    try:
        with _asking(repo):
            from huggingface_hub import HfApi

            refs = HfApi(endpoint=endpoint()).list_repo_refs(repo, repo_type="dataset")
        names = [tag.name for tag in refs.tags]
    except Unreachable as error:
        names = [path.name for path in (cache.root() / _folder(repo) / "refs").glob("v*")]
        if not any(map(_version_of, names)):
            raise
        _warn(f"{error}; of {repo} only versions in the cache are known")
    return sorted(version for name in names if (version := _version_of(name)))


def _version_of(tag: str) -> Version | None:
    return Version.found(tag.removeprefix("v")) if tag.startswith("v") else None


def release(repo: str, revision: str | None = None) -> Release:
    """The release that a repository holds at a revision.

    Args:
        repo: "org/name".
        revision: a tag, branch or commit; "1.2.0" is the tag "v1.2.0"; the newest version if left out or "latest", and
            where there is no version, the main branch.

    Raises:
        UsageError: there is no such repository or revision, or it holds no release.
        DataError: its manifest is broken.
        Unreachable: the Hub is out of reach and the release not in the cache.
    """
    if revision in (None, "latest"):
        known = versions(repo)
        revision = f"v{known[-1]}" if known else "main"
    elif Version.found(revision):
        revision = f"v{revision}"
    fixed = revision if _COMMIT.fullmatch(revision) else None
    if _version_of(revision):
        fixed = _noted_commit(repo, revision)  # a version is never published twice
    if fixed is None or not _noted_manifest(repo, fixed):
        fixed = _ask(repo, revision)
    manifest = _noted_manifest(repo, fixed)
    assert manifest is not None
    return Release(repo, revision, fixed, parse_manifest(manifest, f"{MANIFEST} of {repo}@{revision}"))


def _ask(repo: str, revision: str) -> str:
    """The commit behind a revision; its manifest is in the cache afterwards. Out of reach, as it was last."""
    try:
        with _asking(repo, revision):
            from huggingface_hub import get_hf_file_metadata, hf_hub_url

            url = hf_hub_url(repo, MANIFEST, repo_type="dataset", revision=revision, endpoint=endpoint())
            found = get_hf_file_metadata(url, endpoint=endpoint())
        commit = found.commit_hash or ""
        if not _COMMIT.fullmatch(commit) or (found.size or 0) > _MANIFEST_BYTES:
            raise DataError(f"{repo}@{revision}: the Hub says nothing of use about {MANIFEST}")
        if not _noted_manifest(repo, commit):
            with cache.scratch() as folder:
                data = _download(repo, commit, MANIFEST, folder).read_bytes()
            parse_manifest(data, f"{MANIFEST} of {repo}@{revision}")
            cache.note(f"{_folder(repo)}/{commit}.json", data)
    except Unreachable as error:
        last = _noted_commit(repo, revision)
        if last is None or not _noted_manifest(repo, last):
            raise
        _warn(f"{error}; {repo}@{revision} is taken from the cache, as it was when last fetched")
        return last
    cache.note(f"{_folder(repo)}/refs/{quote(revision, safe='')}", commit.encode())
    return commit


def fetch(source: Release, entries: Sequence[FileEntry]) -> list[Path]:
    """Paths of files of a release; those that are not in the cache are fetched, several at a time, and checked.

    Args:
        source: the release.
        entries: files of its manifest.

    Returns:
        For each of `entries` its path in the cache.

    Raises:
        DataError: a file is not what the manifest announces, or the disk has no room for it.
        Unreachable: the Hub is out of reach and a file is not in the cache.
    """
    missing = {entry.sha256: entry for entry in entries if not cache.holds(entry.sha256, entry.bytes)}
    if missing:
        cache.check_room(sum(entry.bytes for entry in missing.values()), source.repo)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for done in [pool.submit(_fetch_one, source, entry) for entry in missing.values()]:
                done.result()
    return [cache.path_of(entry.sha256) for entry in entries]


@contextmanager
def laid_out(source: Release) -> Iterator[Path]:
    """A directory with all files of a release, as it was published; gone afterwards.

    Files are fetched as by `fetch` and linked to those of the cache, so that they must not be written to. The directory
    is named by the version that the revision names, if it names one.

    Raises:
        DataError, Unreachable: as `fetch` does.
    """
    paths = fetch(source, source.manifest.files)
    with cache.scratch() as folder:
        release = folder / str(_version_of(source.name) or "release")
        for entry, path in zip(source.manifest.files, paths, strict=True):
            target = release / entry.path
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(path, target)
            except OSError:  # a disk that knows no links
                shutil.copyfile(path, target)
        release.mkdir(exist_ok=True)
        (release / MANIFEST).write_bytes(_noted_manifest(source.repo, source.commit) or b"")
        yield release


class Held(NamedTuple):
    """A file as the Hub lists it: length in bytes, and SHA-256, or Git's id of one that is small."""

    bytes: int
    sha256: str | None
    git: str | None


def listing(source: Release) -> dict[str, Held]:
    """The files that the Hub holds at the commit of a release, by path, as it lists them.

    Raises:
        UsageError: the commit is not there any more, or not to be seen.
        Unreachable: the Hub is out of reach.
    """
    with _asking(source.repo, source.commit):
        from huggingface_hub import HfApi
        from huggingface_hub.hf_api import RepoFile

        tree = HfApi(endpoint=endpoint()).list_repo_tree(
            source.repo, recursive=True, revision=source.commit, repo_type="dataset"
        )
        files = (entry for entry in islice(tree, _MOST_LISTED) if isinstance(entry, RepoFile))
        return {
            one.path: Held(one.lfs.size, one.lfs.sha256, None) if one.lfs else Held(one.size, None, one.blob_id)
            for one in files
        }


def _fetch_one(source: Release, entry: FileEntry) -> None:
    name = f"{entry.path} of {source.repo}@{source.name}"
    with cache.scratch() as folder:
        with _asking(source.repo, source.commit, entry.path):
            from huggingface_hub import get_hf_file_metadata, hf_hub_url

            url = hf_hub_url(source.repo, entry.path, repo_type="dataset", revision=source.commit, endpoint=endpoint())
            size = get_hf_file_metadata(url, endpoint=endpoint()).size
        if size not in (None, entry.bytes):
            raise DataError(f"{name} has {size:,} bytes, and the manifest announces {entry.bytes:,}")
        cache.keep(_download(source.repo, source.commit, entry.path, folder), entry.sha256, entry.bytes, name)


def _download(repo: str, commit: str, path: str, folder: Path) -> Path:
    with _asking(repo, commit, path):
        from huggingface_hub import hf_hub_download

        return Path(
            hf_hub_download(repo, path, repo_type="dataset", revision=commit, local_dir=folder, endpoint=endpoint())
        )


# --- what the cache remembers ----------------------------------------------------------------------------------------


def _folder(repo: str) -> str:
    """Where the cache keeps what it knows of a repository, apart for each Hub."""
    return f"hub/{quote(urlsplit(endpoint()).netloc, safe='')}/{repo.replace('/', '--')}"


def _noted_commit(repo: str, revision: str) -> str | None:
    data = cache.noted(f"{_folder(repo)}/refs/{quote(revision, safe='')}")
    text = (data or b"").decode("ascii", "replace")
    return text if _COMMIT.fullmatch(text) else None


def _noted_manifest(repo: str, commit: str) -> bytes | None:
    return cache.noted(f"{_folder(repo)}/{commit}.json")


# --- what can go wrong -----------------------------------------------------------------------------------------------


@contextmanager
def _asking(repo: str, revision: str | None = None, path: str = MANIFEST) -> Iterator[None]:
    """What the Hub's client raises, in this package's words."""
    from huggingface_hub import errors

    where = f"{repo}@{revision}" if revision else repo
    try:
        yield
    except errors.GatedRepoError as error:
        raise UsageError(f"{repo} is gated on {endpoint()}", "ask for access there and set HF_TOKEN") from error
    except errors.RepositoryNotFoundError as error:
        hint = "check the name; a private data set needs HF_TOKEN"
        raise NoRepository(f"there is no data set {repo!r} on {endpoint()}", hint) from error
    except errors.RevisionNotFoundError as error:
        raise UsageError(
            f"{repo} has no revision {revision!r}", "`communique.versions(source)` lists its versions"
        ) from error
    except errors.RemoteEntryNotFoundError as error:
        if path == MANIFEST:
            raise UsageError(f"{where} is no release: it holds no {MANIFEST}", "give another revision") from error
        raise DataError(f"{where} lacks {path}, which its manifest lists") from error
    except errors.HfHubHTTPError as error:
        status = error.response.status_code
        if status in (401, 403):
            raise UsageError(
                f"{endpoint()} does not let you read {repo}", "set HF_TOKEN to a token that may"
            ) from error
        raise Unreachable(f"{endpoint()} answers {status} for {where}") from error
    except errors.OfflineModeIsEnabled as error:
        raise Unreachable("HF_HUB_OFFLINE is set") from error
    except (_transport_error(), ConnectionError, TimeoutError, errors.LocalEntryNotFoundError) as error:
        raise Unreachable(f"{endpoint()} cannot be reached") from error
    except (RuntimeError, errors.XetDownloadError) as error:
        raise Unreachable(f"{path} of {where} cannot be fetched: {error}") from error


def _transport_error() -> type[Exception]:
    """The base of what a broken connection raises; the library beneath the client differs by its version."""
    from huggingface_hub import errors

    return errors.HfHubHTTPError.__bases__[0]


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=2)
