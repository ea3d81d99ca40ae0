"""Calls to the Hub's client: what may pass by itself is tried again, all else is told in one sentence with a remedy.

In: a call. Out: its value, or a `CommuniqueError` that carries nothing of the client's: neither its request, which has
the token in a header, nor its traceback. A wait that the Hub asks for is kept to; other failures of the Hub or the
network are tried again after 1, 2, 4 and 8 seconds.
"""

import contextlib
import logging
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from communique.errors import CommuniqueError, DataError, UsageError

T = TypeVar("T")

ATTEMPTS = 5
LONGEST_WAIT = 600  # seconds for which one waits if the Hub asks for it
LONGEST_SILENCE = 300.0  # seconds after which a connection on which nothing moves is given up
_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_NETWORKS = ("httpx", "httpx2", "httpcore", "requests", "urllib3", "ssl", "socket")
_TOKEN = re.compile(r"hf_[A-Za-z0-9_]+|(?i:bearer\s+\S+)|(?<=ignature=)[^&\s]+")

_REMEDIES: dict[int, tuple[type[CommuniqueError], str, str]] = {
    400: (DataError, "the Hub finds fault with it", "mend the release, and run the same command again"),
    401: (
        UsageError,
        "the Hub does not accept the token",
        "make one with write access at https://huggingface.co/settings/tokens and give it in HF_TOKEN or --token-file",
    ),
    403: (
        UsageError,
        "this token has no right to do that",
        "use one with write access to the repository, or propose the release with --create-pr",
    ),
    404: (
        UsageError,
        "there is no such data set, branch or version, or this token may not see it",
        "check the name; a private one needs a token that may read it",
    ),
    409: (
        CommuniqueError,
        "somebody else is doing the same at the same time",
        "wait a moment and run the same command again",
    ),
    412: (
        CommuniqueError,
        "somebody else committed in the meantime",
        "nothing is lost; run the same command again to see the new plan",
    ),
    413: (
        DataError,
        "the Hub takes no commit or file of this size",
        "build the release with smaller files or fewer of them",
    ),
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a call failed: the Hub's status (None: the network); whether another try may help, and after how long."""

    error: CommuniqueError
    status: int | None = None
    again: bool = False
    wait: float | None = None

    def pause(self, attempt: int) -> None:
        """Wait before the next try; `attempt` counts from 0."""
        time.sleep(2.0**attempt if self.wait is None else self.wait)


def ask(what: str, call: Callable[[], T], attempts: int = ATTEMPTS) -> T:
    """The value of a call that may be made any number of times.

    Args:
        what: is asked of whom, for the message: "the refs of org/name".
        call: to the client.
        attempts: how often to try; 1 where the client itself tries again.
    """
    for attempt in range(attempts):
        answer = tried(what, call)
        if not isinstance(answer, Trouble):
            return answer
        if not answer.again or attempt + 1 == attempts:
            raise answer.error
        answer.pause(attempt)
    raise AssertionError("it is tried at least once")


def tried(what: str, call: Callable[[], T]) -> T | Trouble:
    """The value of a call, or what went wrong; the exception itself ends here."""
    try:
        with _client():
            return call()
    except CommuniqueError as error:
        return Trouble(error)
    except Exception as error:
        return _trouble(what, error)


_lock = threading.Lock()
_calls = 0
_restore = contextlib.ExitStack()


@contextlib.contextmanager
def _client() -> Iterator[None]:
    """The client without bars and without messages, which name signed addresses; and not waiting without end.

    These are settings of the process: the first of several calls at once makes them, the last takes them back.
    """
    global _calls
    with _lock:
        _calls += 1
        if _calls == 1:
            _settle(_restore)
    try:
        yield
    finally:
        with _lock:
            _calls -= 1
            if _calls == 0:
                _restore.close()


def _settle(restore: contextlib.ExitStack) -> None:
    from huggingface_hub import get_session
    from huggingface_hub.utils import are_progress_bars_disabled, disable_progress_bars, enable_progress_bars

    session = get_session()
    if session.timeout.read is None:
        session.timeout = LONGEST_SILENCE
    logger = logging.getLogger("huggingface_hub")
    restore.callback(logger.setLevel, logger.level)
    logger.setLevel(logging.ERROR)
    if not are_progress_bars_disabled():
        disable_progress_bars()
        restore.callback(enable_progress_bars)


def _trouble(what: str, error: Exception) -> Trouble:
    responses = (getattr(one, "response", None) for one in _chain(error))
    response = next((one for one in responses if one is not None), None)
    if response is not None:
        return _refused(what, int(response.status_code), dict(response.headers), _said(error))
    if any(_is_network(one) for one in _chain(error)):
        hint = "check the network and HF_ENDPOINT, then run the same command again: it goes on where this one ended"
        kind = type(next(one for one in _chain(error) if _is_network(one))).__name__
        return Trouble(CommuniqueError(f"{what}: no connection to the Hub ({kind})", hint), again=True)
    if type(error).__name__ == "JSONDecodeError":  # a page of something that stands before the Hub
        return Trouble(
            CommuniqueError(f"{what}: the Hub gave no answer that can be read", "try again later"), again=True
        )
    return Trouble(CommuniqueError(f"{what}: the Hub's client failed: {type(error).__name__}: {_said(error)}"))


def _refused(what: str, status: int, headers: dict[str, str], said: str) -> Trouble:
    if status == 429:
        wait = _wait(headers)
        sentence = f"{what}: the Hub asks to wait{f' {wait:.0f} seconds' if wait else ''}"
        error = CommuniqueError(sentence, "run the same command again after that: it goes on where this one ended")
        return Trouble(error, status, (wait or 0) <= LONGEST_WAIT, wait)
    if status in _AGAIN or status >= 500:
        hint, wait = "nothing is half done; run the same command again later", _wait(headers)
        error = CommuniqueError(f"{what}: the Hub failed ({status})", hint)
        return Trouble(error, status, (wait or 0) <= LONGEST_WAIT, wait)
    kind, sentence, hint = _REMEDIES.get(status, (CommuniqueError, "the Hub refuses", ""))
    detail = f" ({said})" if said and status not in (401, 404, 412) else ""
    return Trouble(kind(f"{what}: {sentence}{detail}", hint), status)


def _wait(headers: dict[str, str]) -> float | None:
    """The seconds that the Hub asks to wait, None if it does not say."""
    values = {name.lower(): value for name, value in headers.items()}
    for pattern, value in (
        (r"(\d+)", values.get("retry-after", "")),
        (r".*;\s*t=(\d+).*", values.get("ratelimit", "")),
    ):
        if match := re.fullmatch(pattern, value.strip()):
            return float(match[1])
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those that it came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _is_network(error: BaseException) -> bool:
    if isinstance(error, ConnectionError | TimeoutError):
        return True
    return any(kind.__module__.partition(".")[0] in _NETWORKS for kind in type(error).__mro__)


def _said(error: Exception) -> str:
    """What the other side said, on one line, without anything secret."""
    text = getattr(error, "server_message", None) or str(error)
    text = _TOKEN.sub("…", "".join(letter if letter.isprintable() else " " for letter in text))
    text = " ".join(text.split())
    return text if len(text) <= 200 else text[:199] + "…"
