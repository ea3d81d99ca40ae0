"""What stands under /api: accounts, repositories, refs, trees, commits, pull requests, cards."""

import base64
import binascii
import fnmatch
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs

from tests.hub_double.cards import problems
from tests.hub_double.server import Answer, Request, route
from tests.hub_double.store import Blob, Commit, RefusedError, Repo, Token, check_path

_MOST_FILES = 256  # of one preupload
_MOST_PATHS = 1000
_MOST_REGULAR = 10 << 20  # bytes of a file that is not in the object store


def _time(value: datetime) -> str:
    return value.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _need(who: Token | None) -> Token:
    if who is None:
        raise RefusedError(401, "Invalid username or password.")
    return who


@route("whoami", "GET", "/api/whoami-v2")
def whoami(request: Request) -> Answer:
    who = _need(request.who)
    groups = request.hub.store.organizations.items()
    orgs = [{"type": "org", "name": name, "roleInOrg": roles[who.user]} for name, roles in groups if who.user in roles]
    token = {"displayName": "token", "role": "read" if who.role == "none" else who.role}
    auth = {"type": "access_token", "accessToken": token}
    return Answer.of({"type": "user", "id": who.user, "name": who.user, "orgs": orgs, "auth": auth})


@route("create_repo", "POST", "/api/repos/create")
def create_repo(request: Request) -> Answer:
    asked = request.json
    if asked.get("type") != "dataset":
        raise RefusedError(400, "only data sets here")
    namespace = asked.get("organization") or _need(request.who).user
    id = f"{namespace}/{asked.get('name')}"
    url = f"{request.hub.url}/datasets/{id}"
    try:
        private = asked.get("visibility") == "private" or bool(asked.get("private"))
        request.hub.store.create(id, request.who, private)
    except RefusedError as refused:
        if refused.status == 409:
            return Answer.of({"error": refused.message, "url": url}, 409)
        raise
    return Answer.of({"url": url, "name": id})


@route("info", "GET", "/api/datasets/{repo}")
@route("info", "GET", "/api/datasets/{repo}/revision/{revision}")
def info(request: Request) -> Answer:
    repo = request.repo()
    commit = repo.commit_of(request.path.get("revision", "main"))
    return Answer.of(
        {
            "_id": "0" * 24,
            "id": repo.id,
            "author": repo.id.split("/")[0],
            "sha": commit.oid,
            "lastModified": _time(commit.date),
            "createdAt": _time(commit.date),
            "private": repo.private,
            "gated": False,
            "disabled": False,
            "downloads": 0,
            "likes": 0,
            "tags": [],
            "siblings": [{"rfilename": path} for path in sorted(commit.tree)],
        }
    )


@route("auth_check", "GET", "/api/datasets/{repo}/auth-check")
@route("auth_check", "GET", "/api/datasets/{repo}/auth-check/{access}")
def auth_check(request: Request) -> Answer:
    request.repo(to_write=request.path.get("access") == "write")
    return Answer.of({"ok": True})


@route("validate_yaml", "POST", "/api/validate-yaml")
def validate_yaml(request: Request) -> Answer:
    errors, warnings = problems(str(request.json.get("content", "")))
    found = {"errors": [{"message": one} for one in errors], "warnings": [{"message": one} for one in warnings]}
    return Answer.of(found, 400 if errors else 200)


@route("refs", "GET", "/api/datasets/{repo}/refs")
def refs(request: Request) -> Answer:
    repo = request.repo()

    def listed(names: Mapping[str, str], prefix: str) -> list[dict[str, str]]:
        return [{"name": name, "ref": prefix + name, "targetCommit": oid} for name, oid in names.items()]

    found = {"branches": listed(repo.branches, "refs/heads/"), "tags": listed(repo.tags, "refs/tags/"), "converts": []}
    if "include_prs" in request.query:
        found["pullRequests"] = listed(repo.pull_heads, "")
    return Answer.of(found)


@route("tree", "GET", "/api/datasets/{repo}/tree/{revision}")
@route("tree", "GET", "/api/datasets/{repo}/tree/{revision}/{rest}")
def tree(request: Request) -> Answer:
    repo = request.repo()
    commit = repo.commit_of(request.path["revision"])
    folder = request.path.get("rest", "").strip("/")
    recursive = request.query.get("recursive", ["false"])[0].lower() in ("true", "1")
    entries = _entries(commit, folder, recursive)
    if folder and not entries:
        raise RefusedError(404, f'{folder} does not exist on "{request.path["revision"]}"', "EntryNotFound")
    return _paged(request, entries)


def _paged(request: Request, entries: list[Any]) -> Answer:
    start = int(request.query.get("cursor", ["0"])[0])
    end = start + min(request.hub.page, int(request.query.get("limit", ["1000"])[0]))
    answer = Answer.of(entries[start:end])
    if end < len(entries):
        kept = "".join(f"{name}={value[0]}&" for name, value in request.query.items() if name != "cursor")
        answer.headers["Link"] = f'<{request.hub.url}{request.target}?{kept}cursor={end}>; rel="next"'
    return answer


def _entries(commit: Commit, folder: str, recursive: bool) -> list[dict[str, Any]]:
    prefix = folder + "/" if folder else ""
    files, folders = [], set()
    for path, blob in commit.tree.items():
        if not path.startswith(prefix):
            continue
        parts = path[len(prefix) :].split("/")
        folders |= {prefix + "/".join(parts[:n]) for n in range(1, len(parts))[: None if recursive else 1]}
        if recursive or len(parts) == 1:
            files.append(_file(path, blob))
    listed = [{"type": "directory", "path": path, "size": 0, "oid": "0" * 40} for path in folders]
    return sorted(listed + files, key=lambda entry: (entry["type"], entry["path"]))


def _file(path: str, blob: Blob) -> dict[str, Any]:
    entry = {"type": "file", "path": path, "size": len(blob.data), "oid": blob.oid}
    if blob.lfs:
        entry["lfs"] = {"oid": blob.sha256, "size": len(blob.data), "pointerSize": len(blob.pointer)}
    return entry


@route("paths_info", "POST", "/api/datasets/{repo}/paths-info/{revision}")
def paths_info(request: Request) -> Answer:
    commit = request.repo().commit_of(request.path["revision"])
    paths = parse_qs(request.body.decode()).get("paths", [])
    if len(paths) > _MOST_PATHS:
        raise RefusedError(413, "too many parameters")
    found = []
    for path in paths:
        if path in commit.tree:
            found.append(_file(path, commit.tree[path]))
        elif any(one.startswith(path.rstrip("/") + "/") for one in commit.tree):
            found.append({"type": "directory", "path": path.rstrip("/"), "size": 0, "oid": "0" * 40})
    return Answer.of(found)


@route("commits", "GET", "/api/datasets/{repo}/commits/{revision}")
def commits(request: Request) -> Answer:
    found = [
        {
            "id": commit.oid,
            "title": commit.title,
            "message": commit.message,
            "authors": [{"user": commit.author}],
            "date": _time(commit.date),
        }
        for commit in request.repo().history(request.path["revision"])
    ]
    return _paged(request, found)


@route("tag", "POST", "/api/datasets/{repo}/tag/{revision}")
def tag(request: Request) -> Answer:
    repo = request.repo(to_write=True)
    request.hub.store.name(repo, "tag", str(request.json.get("tag")), repo.commit_of(request.path["revision"]))
    return Answer.of({"ok": True})


@route("delete_tag", "DELETE", "/api/datasets/{repo}/tag/{tag}")
def delete_tag(request: Request) -> Answer:
    if request.repo(to_write=True).tags.pop(request.path["tag"], None) is None:
        raise RefusedError(404, "no such tag", "RevisionNotFound")
    return Answer.of({"ok": True})


@route("branch", "POST", "/api/datasets/{repo}/branch/{branch}")
def branch(request: Request) -> Answer:
    repo = request.repo(to_write=True)
    start = repo.commit_of(request.json.get("startingPoint") or "main")
    request.hub.store.name(repo, "branch", request.path["branch"], start)
    return Answer.of({"ok": True})


@route("preupload", "POST", "/api/datasets/{repo}/preupload/{revision}")
def preupload(request: Request) -> Answer:
    repo = _for_commit(request)
    head = repo.commit_of(request.path["revision"]).tree
    asked = request.json.get("files", [])
    if len(asked) > _MOST_FILES:
        raise RefusedError(413, "too many files")
    ignored = request.json.get("gitIgnore")
    if ignored is None:
        ignored = head[".gitignore"].data.decode() if ".gitignore" in head else ""
    patterns = [line for line in ignored.splitlines() if line and not line.startswith("#")]
    return Answer.of({"files": [_mode(request, head, file, patterns) for file in asked]})


def _for_commit(request: Request) -> Repo:
    """The repository that is to get a commit: who may read it may propose one."""
    repo = request.repo(to_write="create_pr" not in request.query)
    who = _need(request.who)
    if who.role == "none":
        raise RefusedError(403, "This token has no rights")
    return repo


def _mode(request: Request, head: Mapping[str, Blob], file: dict[str, Any], ignored: list[str]) -> dict[str, Any]:
    path = check_path(file.get("path"))
    size, sample = int(file["size"]), base64.b64decode(file["sample"])
    if len(sample) != min(size, 512):
        raise RefusedError(400, "sample and size do not agree")
    attributes = head[".gitattributes"].data.decode() if ".gitattributes" in head else ""
    patterns = [line.split()[0] for line in attributes.splitlines() if "filter=lfs" in line]
    name = path.rsplit("/", 1)[-1]
    lfs = size >= request.hub.lfs_from or any(
        fnmatch.fnmatch(name, one) or fnmatch.fnmatch(path, one) for one in patterns
    )
    answer: dict[str, Any] = {"path": path, "uploadMode": "lfs" if lfs else "regular"}
    answer["shouldIgnore"] = any(fnmatch.fnmatch(path, one) or fnmatch.fnmatch(name, one) for one in ignored)
    if path in head:
        answer["oid"] = head[path].sha256 if head[path].lfs else head[path].oid
    return answer


@route("commit", "POST", "/api/datasets/{repo}/commit/{revision}")
def commit(request: Request) -> Answer:
    repo = _for_commit(request)
    who = _need(request.who)
    if len(request.body) > request.hub.most_bytes:
        raise RefusedError(413, "Payload Too Large")
    if request.headers.get("content-type") != "application/x-ndjson":
        raise RefusedError(400, "not application/x-ndjson")
    try:
        lines = [json.loads(line) for line in request.body.splitlines() if line]
        head, operations = lines[0]["value"], lines[1:]
        title, message, parent = head["summary"], head.get("description", ""), head.get("parentCommit")
        is_header = lines[0]["key"] == "header"
    except (ValueError, KeyError, IndexError, TypeError):
        raise RefusedError(400, "the commit is malformed") from None
    if not is_header or not title or not operations:
        raise RefusedError(400, "a commit has a header with a summary, and operations")
    ref = request.path["revision"]
    base = repo.commit_of(ref)
    tree = _applied(repo, base, operations)
    store = request.hub.store
    pull = None
    if "create_pr" in request.query:
        start = repo.commit_of(parent) if parent else base
        pull = ref = store.open_pull(repo, ref, start, title, who.user)
        parent, tree = None, _applied(repo, start, operations)
    made = store.commit(repo, ref, tree, title, message, who.user, parent)
    url = f"{request.hub.url}/datasets/{repo.id}"
    answer = {"success": True, "commitOid": made.oid, "commitUrl": f"{url}/commit/{made.oid}", "hookOutput": ""}
    if pull:
        answer["pullRequestUrl"] = f"{url}/discussions/{repo.pulls[pull].number}"
    return Answer.of(answer)


def _applied(repo: Repo, base: Commit, operations: list[dict[str, Any]]) -> dict[str, Blob]:
    """The tree after the operations of a commit; each is checked as if it came from a stranger."""
    tree = dict(base.tree)
    for operation in operations:
        key, value = operation.get("key"), operation.get("value") or {}
        path = check_path(str(value.get("path", "")).rstrip("/") if key == "deletedFolder" else value.get("path"))
        if key == "file":
            tree[path] = _regular(path, value)
        elif key == "lfsFile":
            tree[path] = _large(repo, value)
        elif key == "deletedFile":
            if path not in tree:
                raise RefusedError(404, f"A file with this name doesn't exist: {path}", "EntryNotFound")
            del tree[path]
        elif key == "deletedFolder":
            for one in [one for one in tree if one.startswith(path + "/")]:
                del tree[one]
        else:
            raise RefusedError(400, f"no operation {key!r}")
    return tree


def _regular(path: str, value: dict[str, Any]) -> Blob:
    try:
        data = base64.b64decode(value["content"], validate=True)
    except (KeyError, binascii.Error):
        raise RefusedError(400, f"{path} is not in base64") from None
    if len(data) > _MOST_REGULAR:
        raise RefusedError(413, f"{path} is too large for git")
    if path == "README.md" and (errors := problems(data.decode("utf-8", "replace"))[0]):
        raise RefusedError(400, "Invalid metadata in README.md: " + "; ".join(errors))
    return Blob(data)


def _large(repo: Repo, value: dict[str, Any]) -> Blob:
    data = repo.objects.get(str(value.get("oid")))
    if data is None or value.get("algo") != "sha256":
        raise RefusedError(400, f"LFS pointer pointed to a file that does not exist: {value.get('path')}")
    if value.get("size", len(data)) != len(data):
        raise RefusedError(400, f"wrong size: {value.get('path')}")
    return Blob(data, lfs=True)


@route("discussions", "GET", "/api/datasets/{repo}/discussions")
def discussions(request: Request) -> Answer:
    repo = request.repo()
    status = request.query.get("status", [""])[0]
    found = [
        {
            "num": pull.number,
            "title": pull.title,
            "author": {"name": pull.author},
            "status": pull.status,
            "isPullRequest": True,
            "repo": {"name": repo.id, "type": "dataset"},
            "createdAt": _time(repo.commits[repo.pull_heads[ref]].date),
        }
        for ref, pull in repo.pulls.items()
        if status in ("", "all", pull.status)
    ]
    return Answer.of({"discussions": found, "count": len(found), "start": 0})
