"""Where bytes pass: the LFS protocol with its object store for uploads, `resolve` and a CDN for downloads.

The object store and the CDN answer to signed addresses under another host's name, and refuse a Hub token.
"""

import hashlib
import re

from tests.hub_double.server import Answer, Request, route
from tests.hub_double.store import Blob, RefusedError

_SHA256 = re.compile(r"[0-9a-f]{64}")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def _sign(path: str) -> str:
    """The signature of an address."""
    return hashlib.sha256(f"a secret of the store {path}".encode()).hexdigest()[:16]


def _check_signed(request: Request, path: str) -> None:
    if request.query.get("signature") != [_sign(path)]:
        raise RefusedError(403, "SignatureDoesNotMatch")
    if "authorization" in request.headers:
        raise RefusedError(400, "Only one auth mechanism allowed")


@route("lfs_batch", "POST", "/datasets/{repo}.git/info/lfs/objects/batch")
def batch(request: Request) -> Answer:
    body = request.json
    may_propose = body.get("ref") is None  # a pull request names no branch
    repo = request.repo(to_write=not may_propose)
    if request.who is None:
        raise RefusedError(401, "Invalid username or password.")
    if body.get("operation") != "upload" or body.get("hash_algo") != "sha256":
        raise RefusedError(422, "only uploads by sha256")
    objects = []
    for one in body.get("objects", []):
        oid, size = str(one.get("oid")), one.get("size")
        if not _SHA256.fullmatch(oid) or not isinstance(size, int) or size < 1:
            raise RefusedError(422, f"no such object can be: {oid}")
        entry = {"oid": oid, "size": size}
        if oid not in repo.objects:
            entry["actions"] = _actions(request, oid, size)
        objects.append(entry)
    return Answer.of({"transfer": "basic", "objects": objects})


def _actions(request: Request, oid: str, size: int) -> dict[str, object]:
    hub, repo = request.hub, request.path["repo"]
    verify = {"href": f"{hub.url}/datasets/{repo}.git/info/lfs/objects/verify"}
    place = f"{repo}/{oid}/{size}"
    if size < hub.multipart_from:
        upload: dict[str, object] = {"href": f"{hub.other_host}/store/{place}?signature={_sign(place)}"}
    else:
        count = -(-size // hub.part_bytes)
        header = {
            f"{n:05}": f"{hub.other_host}/store-part/{place}/{n}?signature={_sign(f'{place}/{n}')}"
            for n in range(1, count + 1)
        }
        href = f"{hub.url}/complete/{place}?signature={_sign(place)}"
        upload = {"href": href, "header": {"chunk_size": str(hub.part_bytes), **header}}
    return {"upload": upload, "verify": verify}


def _keep(request: Request, data: bytes) -> None:
    oid, size = request.path["oid"], int(request.path["size"])
    if len(data) != size or hashlib.sha256(data).hexdigest() != oid:
        raise RefusedError(400, "The Content-SHA256 you specified did not match what we received")
    request.hub.store.repos[request.path["repo"]].objects[oid] = data


@route("lfs_put", "PUT", "/store/{repo}/{oid}/{size}", signed=True)
def put(request: Request) -> Answer:
    _check_signed(request, "{repo}/{oid}/{size}".format(**request.path))
    _keep(request, request.body)
    return Answer(headers={"ETag": f'"{hashlib.md5(request.body).hexdigest()}"'})


@route("lfs_part", "PUT", "/store-part/{repo}/{oid}/{size}/{part}", signed=True)
def put_part(request: Request) -> Answer:
    _check_signed(request, "{repo}/{oid}/{size}/{part}".format(**request.path))
    request.hub.parts[request.path["repo"], request.path["oid"], int(request.path["part"])] = request.body
    return Answer(headers={"ETag": f'"{hashlib.md5(request.body).hexdigest()}"'})


@route("lfs_complete", "POST", "/complete/{repo}/{oid}/{size}", signed=True)
def complete(request: Request) -> Answer:
    repo, oid = request.path["repo"], request.path["oid"]
    data = b""
    for one in request.json.get("parts", []):
        part = request.hub.parts.get((repo, oid, one["partNumber"]))
        if part is None or one["etag"] != f'"{hashlib.md5(part).hexdigest()}"':
            raise RefusedError(400, "InvalidPart")
        data += part
    _keep(request, data)
    return Answer.of({"ok": True})


@route("lfs_verify", "POST", "/datasets/{repo}.git/info/lfs/objects/verify")
def verify(request: Request) -> Answer:
    data = request.repo().objects.get(str(request.json.get("oid")))
    if request.who is None:
        raise RefusedError(401, "Invalid username or password.")
    if data is None or len(data) != request.json.get("size"):
        raise RefusedError(404, "the object did not arrive")
    return Answer.of({"ok": True})


@route("resolve", "GET HEAD", "/datasets/{repo}/resolve/{revision}/{rest}")
def resolve(request: Request) -> Answer:
    repo = request.repo()
    commit = repo.commit_of(request.path["revision"])
    path = request.path["rest"]
    headers = {"X-Repo-Commit": commit.oid, "Accept-Ranges": "bytes"}
    blob = commit.tree.get(path)
    if blob is None:
        raise RefusedError(404, "Entry not found", "EntryNotFound", headers)
    if not blob.lfs:
        return _ranged(request, blob, headers | {"ETag": f'"{blob.oid}"'})
    place = f"{repo.id}/{blob.sha256}"
    headers |= {
        "Location": f"{request.hub.other_host}/cdn/{place}?signature={_sign(place)}",
        "ETag": f'"{blob.oid}"',
        "X-Linked-Etag": f'"{blob.sha256}"',
        "X-Linked-Size": str(len(blob.data)),
    }
    return Answer(status=302, headers=headers)


@route("cdn", "GET HEAD", "/cdn/{repo}/{oid}", signed=True)
def cdn(request: Request) -> Answer:
    _check_signed(request, "{repo}/{oid}".format(**request.path))
    data = request.hub.store.repos[request.path["repo"]].objects[request.path["oid"]]
    return _ranged(request, Blob(data), {"ETag": f'"{request.path["oid"]}"', "Accept-Ranges": "bytes"})


def _ranged(request: Request, blob: Blob, headers: dict[str, str]) -> Answer:
    """The bytes, or those asked for."""
    data, size = blob.data, len(blob.data)
    asked = request.headers.get("range")
    if asked is None:
        return Answer(data, 200, headers | {"Content-Length": str(size)})
    match = _RANGE.fullmatch(asked)
    first, last = match.groups() if match else ("", "")
    if first:
        start, end = int(first), min(int(last or size), size - 1)
    else:
        start, end = max(0, size - int(last or 0)), size - 1
    if start > end:
        raise RefusedError(416, "Requested Range Not Satisfiable", headers={"Content-Range": f"bytes */{size}"})
    return Answer(data[start : end + 1], 206, headers | {"Content-Range": f"bytes {start}-{end}/{size}"})
