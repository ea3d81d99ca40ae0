"""Xet, the Hub's own store: files come as chunks in xorbs, and as shards that say which chunks make up which file.

After the public specification of the protocol (https://github.com/huggingface/xet-core/tree/main/spec): enough of it
to take what the client sends and put the files together. Chunks are never said to be there already.
"""

import hashlib
import struct
import time
from collections.abc import Iterator

import pyarrow as pa

from tests.hub_double.server import Answer, Request, route
from tests.hub_double.store import RefusedError

_ENTRY = 48  # bytes of everything in a shard
_LAST = b"\xff" * 32
_VERIFICATION, _METADATA = 1 << 31, 1 << 30
_PLAIN, _LZ4, _GROUPED = range(3)


@route("xet_token", "GET", "/api/datasets/{repo}/xet-write-token/{revision}")
def token(request: Request) -> Answer:
    if not request.hub.xet:
        raise RefusedError(404, "Not Found")
    repo = request.repo(to_write=True)
    expires = int(time.time()) + 3600
    given = {"accessToken": f"cas:{repo.id}", "exp": expires, "casUrl": request.hub.other_host}
    headers = ("X-Xet-Access-Token", "X-Xet-Token-Expiration", "X-Xet-Cas-Url")
    return Answer.of(given, **{name: str(value) for name, value in zip(headers, given.values(), strict=True)})


def _repo_id(request: Request) -> str:
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not given.startswith("cas:"):
        raise RefusedError(401, "no token for this store")
    return given.removeprefix("cas:")


@route("xet_chunks", "GET", "/v1/chunks/{prefix}/{hash}", signed=True)
def chunks(request: Request) -> Answer:
    raise RefusedError(404, "not known")


@route("xet_xorb", "POST", "/v1/xorbs/{prefix}/{hash}", signed=True)
def xorb(request: Request) -> Answer:
    _repo_id(request)
    request.hub.xorbs[request.path["hash"]] = list(_unpacked(request.body))
    return Answer.of({"was_inserted": True})


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The chunks of a xorb."""
    at = 0
    while at < len(data) and data[at : at + 7] != b"XETBLOB":
        packed, kind, size = _number(data[at + 1 : at + 4]), data[at + 4], _number(data[at + 5 : at + 8])
        chunk = data[at + 8 : at + 8 + packed]
        if kind != _PLAIN:
            chunk = pa.decompress(chunk, decompressed_size=size, codec="lz4", asbytes=True)
        yield _ungrouped(chunk) if kind == _GROUPED else chunk
        at += 8 + packed


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _ungrouped(data: bytes) -> bytes:
    """Bytes that were grouped by their place in numbers of four bytes, in their order again."""
    out, at = bytearray(len(data)), 0
    for place in range(4):
        count = len(out[place::4])
        out[place::4] = data[at : at + count]
        at += count
    return bytes(out)


@route("xet_shard", "POST", "/v1/shards", signed=True)
def shard(request: Request) -> Answer:
    objects = request.hub.store.repos[_repo_id(request)].objects
    for sha256, data in _files(request.body, request.hub.xorbs):
        if hashlib.sha256(data).hexdigest() != sha256:
            raise RefusedError(400, "the chunks do not make up the file")
        objects[sha256] = data
    return Answer.of({"result": 1})


def _files(data: bytes, xorbs: dict[str, list[bytes]]) -> Iterator[tuple[str, bytes]]:
    """SHA-256 and content of the files that a shard describes."""
    at = _ENTRY
    while data[at : at + 32] != _LAST:
        flags, count = struct.unpack_from("<II", data, at + 32)
        content = b""
        for n in range(1, count + 1):
            first, last = struct.unpack_from("<II", data, at + n * _ENTRY + 40)
            content += b"".join(xorbs[_hash(data[at + n * _ENTRY :][:32])][first:last])
        at += _ENTRY * (1 + count * (2 if flags & _VERIFICATION else 1))
        if flags & _METADATA:
            yield _hash(data[at : at + 32]), content
            at += _ENTRY


def _hash(data: bytes) -> str:
    """A hash as text: four numbers, each with its last byte first."""
    return "".join(data[at : at + 8][::-1].hex() for at in range(0, 32, 8))
