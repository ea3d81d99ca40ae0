"""The HTTP side: finds the route of a request, lets it fail where it is told to, and writes down what passed."""

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.hub_double.faults import Fault, Faults
from tests.hub_double.store import RefusedError, Repo, Store, Token


@dataclass
class Answer:
    """What is sent back."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, value: Any, status: int = 200, **headers: str) -> "Answer":
        return cls(json.dumps(value).encode(), status, {"Content-Type": "application/json", **headers})


@dataclass
class Request:
    """What came in: `target` is its path as the URL has it, `path` the named parts of the route, unquoted."""

    hub: "HubDouble"
    method: str
    target: str
    path: dict[str, str]
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes
    who: Token | None

    @property
    def json(self) -> Any:
        try:
            return json.loads(self.body or b"{}")
        except ValueError:
            raise RefusedError(400, "the body is no JSON") from None

    def repo(self, to_write: bool = False) -> Repo:
        """The repository of the path."""
        return self.hub.store.repo(self.path["repo"], self.who, to_write)


@dataclass(frozen=True)
class Seen:
    """A request that was answered, or cut (status 0)."""

    step: str
    method: str
    target: str
    status: int
    bytes: int


Route = Callable[[Request], Answer]
_ROUTES: list[tuple[str, str, re.Pattern[str], Route]] = []
_SIGNED: set[Route] = set()  # routes that ask for something else than a token of the Hub
_PARTS = {"repo": r"[^/]+/[^/]+", "rest": r".+"}


def route(step: str, method: str, pattern: str, signed: bool = False) -> Callable[[Route], Route]:
    """Declare what answers `method` on a path; `{name}` is one part of it, `{repo}` two, `{rest}` all that follow.

    What is `signed` looks by itself whether a request may be answered.
    """
    parts = re.split(r"\{(\w+)\}", pattern)
    regex = "".join(
        re.escape(part) if n % 2 == 0 else f"(?P<{part}>{_PARTS.get(part, '[^/]+')})" for n, part in enumerate(parts)
    )

    def declare(function: Route) -> Route:
        for one in method.split():
            _ROUTES.append((step, one, re.compile(regex), function))
        if signed:
            _SIGNED.add(function)
        return function

    return declare


class HubDouble:
    """A Hub on 127.0.0.1, while the `with` block lasts.

    Attributes:
        url: what HF_ENDPOINT is to be.
        store: what it holds.
        faults: what is to fail.
        seen: the requests so far.
        lfs_from: bytes from which a file that no pattern of .gitattributes names goes to the object store all the same.
        multipart_from: bytes from which such an upload is cut in parts; `part_bytes` of each.
        most_bytes: of one commit's body.
        page: entries of a tree or history in one answer.
        xet: whether it takes uploads by Xet.
        waits: room for what a client waited, in seconds.
    """

    def __init__(self) -> None:
        self.store = Store()
        self.faults = Faults()
        self.seen: list[Seen] = []
        self.lfs_from = 10 << 20
        self.multipart_from = 5 << 30
        self.part_bytes = 5 << 20
        self.most_bytes = 1 << 30
        self.page = 1000
        self.xet = False
        self.xorbs: dict[str, list[bytes]] = {}
        self.waits: list[float] = []
        self.parts: dict[tuple[str, str, int], bytes] = {}
        self._server: ThreadingHTTPServer | None = None

    def __enter__(self) -> "HubDouble":
        from tests.hub_double import api, files, xet  # noqa: F401  (they declare their routes)

        self._server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"hub": self}))
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        assert self._server
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        assert self._server
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def other_host(self) -> str:
        """The same server under another host's name, as object stores and CDNs are."""
        return self.url.replace("127.0.0.1", "localhost")

    def add_user(self, name: str, token: str, role: str = "write", scope: tuple[str, ...] = ()) -> str:
        """A user's token; returns it."""
        self.store.tokens[token] = Token(name, role, scope)
        return token

    def add_organization(self, name: str, **roles: str) -> None:
        """An organization and the roles of its members."""
        self.store.organizations[name] = roles

    def fail(self, step: str, when: str = "before", **how: Any) -> None:
        """Let a step fail, see `Fault`."""
        self.faults.add(Fault(step, when, **how))

    @contextmanager
    def watching(self) -> Iterator[list[Seen]]:
        """The requests within the block."""
        first, found = len(self.seen), []
        yield found
        found += self.seen[first:]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is nothing to speak of."""


class _CutError(Exception):
    """The connection is to be cut here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True  # an answer is head and body: the body is not to wait until the head was received
    wbufsize = 1 << 16
    hub: HubDouble

    def log_message(self, *args: object) -> None:
        """Quiet."""

    def _serve(self) -> None:
        url = urlsplit(self.path)
        step, function, parts = self._find(url.path)
        self._left = int(self.headers.get("Content-Length") or 0)
        self._read = 0
        status = 0
        try:
            answer = self._answer(step, function, parts, parse_qs(url.query))
            status = answer.status
            self._send(answer)
        except (_CutError, ConnectionError, TimeoutError):
            self._cut()
        self.hub.seen.append(Seen(step, self.command, self.path, status, self._read))

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _serve

    def _find(self, path: str) -> tuple[str, Route | None, dict[str, str]]:
        for step, method, pattern, function in _ROUTES:
            if method == self.command and (match := pattern.fullmatch(path)):
                return step, function, {name: unquote(part) for name, part in match.groupdict().items()}
        return "unknown", None, {}

    def _answer(self, step: str, function: Route | None, parts: dict[str, str], query: dict[str, list[str]]) -> Answer:
        fault = self.hub.faults.take(step)
        if fault:
            time.sleep(fault.delay)
        if fault and fault.when == "before":
            return self._fail(fault)
        has_body = self._left > 0
        body = self._body(self._left // 2 if fault and fault.when == "during" and has_body else self._left)
        if fault and fault.when == "during" and has_body:
            return self._fail(fault)
        answer = self._call(function, parts, query, body)
        if fault and fault.when == "during":
            self._half(answer)
        return self._fail(fault) if fault else answer

    def _call(self, function: Route | None, parts: dict[str, str], query: dict[str, list[str]], body: bytes) -> Answer:
        try:
            if self.headers.get("Transfer-Encoding"):
                raise RefusedError(501, "A header you provided implies functionality that is not implemented")
            if function is None:
                raise RefusedError(404, "Sorry, we can't find the page you are looking for.")
            kind, _, token = self.headers.get("Authorization", "").partition(" ")
            headers = {name.lower(): value for name, value in self.headers.items()}
            token_given = kind == "Bearer" and function not in _SIGNED
            who = self.hub.store.who(token if token_given else None)
            target = urlsplit(self.path).path
            with self.hub.store.lock:
                return function(Request(self.hub, self.command, target, parts, query, headers, body, who))
        except RefusedError as refused:
            headers = {"X-Error-Message": refused.message.splitlines()[0], **refused.headers}
            if refused.code:
                headers["X-Error-Code"] = refused.code
            return Answer.of({"error": refused.message}, refused.status, **headers)

    def _fail(self, fault: Fault) -> Answer:
        if fault.status is None:
            raise _CutError
        self._body(self._left)
        if fault.status >= 500:  # what stands in front of a server that is down speaks no JSON
            return Answer(b"<html>down</html>", fault.status, {"Content-Type": "text/html", **fault.headers})
        return Answer.of({"error": f"fault: {fault.status}"}, fault.status, **fault.headers)

    def _body(self, length: int) -> bytes:
        """The next bytes of the request's body."""
        data = self.rfile.read(length) if length else b""
        if len(data) < length:
            raise _CutError
        self._left -= length
        self._read += length
        return data

    def _half(self, answer: Answer) -> None:
        """Promise the whole answer and give half of it."""
        self._head(answer)
        self.wfile.write(answer.body[: len(answer.body) // 2])
        self.wfile.flush()
        raise _CutError

    def _send(self, answer: Answer) -> None:
        self._head(answer)
        if self.command != "HEAD":
            self.wfile.write(answer.body)
        self.wfile.flush()

    def _head(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value.encode("ascii", "replace").decode())
        if not any(name.lower() == "content-length" for name in answer.headers):
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()

    def _cut(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
