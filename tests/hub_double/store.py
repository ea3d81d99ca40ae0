"""What the Hub holds: accounts, tokens, repositories. Commits are snapshots that never change; a ref is a name for one.

Large files lie in an object store by their SHA-256; a commit only points at them, and is refused if they are not there.
"""

import hashlib
import itertools
import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

ATTRIBUTES = b"".join(
    f"*.{ending} filter=lfs diff=lfs merge=lfs -text\n".encode() for ending in ("parquet", "bin", "zip", "gz", "zst")
)
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,95}")
_REF = re.compile(r"(?!.*(\.\.|//|@\{|\.lock$|[/.]$))[A-Za-z0-9_][A-Za-z0-9._/+-]{0,199}")
_OID = re.compile(r"[0-9a-f]{40}")
_PART = re.compile(r"[^/\\\0-\x1f]{1,255}")


class RefusedError(Exception):
    """An answer that is no success: status, what it says, and the code that clients go by."""

    def __init__(self, status: int, message: str, code: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.message, self.code, self.headers = status, message, code, dict(headers or {})


@dataclass(frozen=True)
class Blob:
    """A file as a commit has it."""

    data: bytes
    lfs: bool = False

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def pointer(self) -> bytes:
        text = f"version https://git-lfs.github.com/spec/v1\noid sha256:{self.sha256}\nsize {len(self.data)}\n"
        return text.encode()

    @property
    def oid(self) -> str:
        """Git's id of what is in git: the file, or the pointer to it."""
        content = self.pointer if self.lfs else self.data
        return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


@dataclass(frozen=True)
class Commit:
    oid: str
    parent: str | None
    tree: Mapping[str, Blob]
    title: str
    message: str
    author: str
    date: datetime


@dataclass(frozen=True)
class Pull:
    number: int
    title: str
    author: str
    branch: str
    status: str = "open"


@dataclass
class Repo:
    id: str
    private: bool
    commits: dict[str, Commit] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    pulls: dict[str, Pull] = field(default_factory=dict)  # by ref
    pull_heads: dict[str, str] = field(default_factory=dict)
    objects: dict[str, bytes] = field(default_factory=dict)

    def commit_of(self, revision: str) -> Commit:
        """The commit that a branch, a tag, a pull request or an id names."""
        named = self.branches | self.tags | self.pull_heads
        named |= {f"refs/heads/{name}": oid for name, oid in self.branches.items()}
        oid = named.get(revision, revision)
        if oid not in self.commits:
            whole = [one for one in self.commits if len(oid) >= 7 and one.startswith(oid)]
            if len(whole) != 1:
                raise RefusedError(404, f"Invalid rev id: {revision}", "RevisionNotFound")
            oid = whole[0]
        return self.commits[oid]

    def history(self, revision: str) -> Iterable[Commit]:
        """The commits behind a revision, newest first."""
        commit: Commit | None = self.commit_of(revision)
        while commit:
            yield commit
            commit = self.commits[commit.parent] if commit.parent else None


@dataclass(frozen=True)
class Token:
    """Whose it is, and what it may do: "write", "read", "none", or "fineGrained": write to what is in `scope`."""

    user: str
    role: str
    scope: tuple[str, ...] = ()


class Store:
    """All of the Hub, behind one lock."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.tokens: dict[str, Token] = {}
        self.organizations: dict[str, dict[str, str]] = {}  # name → user → "admin", "write" or "read"
        self.repos: dict[str, Repo] = {}
        self._clock = itertools.count()

    def saved(self) -> dict[str, Repo]:
        """All repositories as they are now, to be put in place of `repos` again; blobs and commits are shared."""
        parts = ("commits", "branches", "tags", "pulls", "pull_heads", "objects")
        return {
            id: replace(repo, **{part: dict(getattr(repo, part)) for part in parts}) for id, repo in self.repos.items()
        }

    def restore(self, saved: dict[str, Repo]) -> None:
        """Go back to what was saved."""
        self.repos = saved
        self.repos = self.saved()

    def who(self, token: str | None) -> Token | None:
        """Who a request is from, None if from nobody."""
        if token is None:
            return None
        if token not in self.tokens:
            raise RefusedError(401, "Invalid credentials in Authorization header")
        return self.tokens[token]

    def may(self, who: Token | None, namespace: str, to_write: bool, repo: str = "") -> bool:
        """Whether somebody may read or write what is private to a namespace."""
        if who is None or who.role == "none" or (to_write and who.role == "read"):
            return False
        if who.role == "fineGrained" and to_write:
            return repo in who.scope
        role = "admin" if namespace == who.user else self.organizations.get(namespace, {}).get(who.user)
        return role in ("admin", "write") if to_write else role is not None

    def repo(self, id: str, who: Token | None, to_write: bool = False) -> Repo:
        """A repository, if this request may see it, and write to it if it wants to."""
        repo = self.repos.get(id)
        namespace = id.split("/")[0]
        if repo is None or (repo.private and not self.may(who, namespace, False, id)):
            status = 404 if who else 401
            raise RefusedError(
                status, "Repository not found" if who else "Invalid username or password.", "RepoNotFound"
            )
        if to_write:
            self._check_may_write(who, namespace, id)
        return repo

    def _check_may_write(self, who: Token | None, namespace: str, id: str) -> None:
        if who is None:
            raise RefusedError(401, "Invalid username or password.")
        if not self.may(who, namespace, True, id):
            raise RefusedError(403, "You don't have the rights to write to this repository")

    def create(self, id: str, who: Token | None, private: bool) -> Repo:
        """A new repository with its first commit."""
        namespace, _, name = id.partition("/")
        if not _NAME.fullmatch(name) or "--" in name or ".." in name:
            raise RefusedError(400, f"Invalid repo name: {name}")
        if who is None:
            raise RefusedError(401, "Invalid username or password.")
        if namespace != who.user and namespace not in self.organizations:
            raise RefusedError(403, f'You don\'t have the rights to create a dataset under the namespace "{namespace}"')
        self._check_may_write(who, namespace, id)
        if id in self.repos:
            raise RefusedError(409, "You already created this dataset repo")
        repo = self.repos[id] = Repo(id, private)
        first = self._commit(None, {".gitattributes": Blob(ATTRIBUTES)}, "initial commit", "", who.user)
        repo.commits[first.oid] = first
        repo.branches["main"] = first.oid
        return repo

    def commit(
        self, repo: Repo, ref: str, tree: Mapping[str, Blob], title: str, message: str, author: str, parent: str | None
    ) -> Commit:
        """Move a branch or pull request to a new snapshot; refused if its head is not the parent that was expected."""
        heads = repo.pull_heads if ref in repo.pull_heads else repo.branches
        if ref not in heads:
            raise RefusedError(404, f"Invalid rev id: {ref}", "RevisionNotFound")
        if parent is not None and not heads[ref].startswith(parent):
            raise RefusedError(412, "A commit has happened since. Please refresh and try again.")
        commit = self._commit(heads[ref], tree, title, message, author)
        repo.commits[commit.oid] = commit
        heads[ref] = commit.oid
        return commit

    def _commit(self, parent: str | None, tree: Mapping[str, Blob], title: str, message: str, author: str) -> Commit:
        check_tree(tree)
        tick = next(self._clock)
        listing = "".join(f"{path} {blob.oid}\n" for path, blob in sorted(tree.items()))
        oid = hashlib.sha1(f"{tick} {parent} {title}\n{listing}".encode()).hexdigest()
        date = datetime(2030, 1, 1, tzinfo=UTC) + timedelta(seconds=tick)
        return Commit(oid, parent, MappingProxyType(dict(tree)), title, message, author, date)

    def open_pull(self, repo: Repo, branch: str, base: Commit, title: str, author: str) -> str:
        """A new pull request, still at its base; returns its ref."""
        number = len(repo.pulls) + 1
        ref = f"refs/pr/{number}"
        repo.pulls[ref] = Pull(number, title, author, branch)
        repo.pull_heads[ref] = base.oid
        return ref

    def merge(self, repo: Repo, number: int, author: str) -> Commit:
        """Merge a pull request as the Hub's button does: one commit on its branch."""
        ref = f"refs/pr/{number}"
        pull = repo.pulls[ref]
        tree = repo.commit_of(ref).tree
        commit = self.commit(repo, pull.branch, tree, f"{pull.title} (#{number})", "", author, None)
        repo.pulls[ref] = replace(pull, status="merged")
        return commit

    def name(self, repo: Repo, kind: str, name: str, commit: Commit) -> None:
        """A new branch or tag at a commit."""
        names = repo.branches if kind == "branch" else repo.tags
        if not _REF.fullmatch(name) or _OID.fullmatch(name) or name == "HEAD":
            raise RefusedError(400, f"Invalid {kind} name: {name}")
        if name in names:
            raise RefusedError(409, f"{kind.title()} {name} already exists")
        names[name] = commit.oid


def check_path(path: object) -> str:
    """`path`, if a commit may hold a file there."""
    parts = path.split("/") if isinstance(path, str) else []
    fine = parts and all(_PART.fullmatch(part) and part not in (".", "..", ".git") for part in parts)
    if not fine or len(str(path)) > 1024:
        raise RefusedError(400, f"Invalid path: {path!r}")
    return str(path)


def check_tree(tree: Mapping[str, Blob]) -> None:
    """Refuse a tree in which a path is a file and a folder at once."""
    for path in tree:
        parts = path.split("/")
        for n in range(1, len(parts)):
            if (folder := "/".join(parts[:n])) in tree:
                raise RefusedError(400, f"{folder} is a file and a folder")
