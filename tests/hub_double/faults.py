"""Failures on demand: at which step, before, during or after it is done, with a status or by cutting the connection."""

import threading
from dataclasses import dataclass, field

WHEN = ("before", "during", "after")


@dataclass
class Fault:
    """One way to fail.

    Attributes:
        step: name of the route that fails, such as "commit".
        when: "before" anything is done; "during", when half of the request (or of the answer) has passed; "after" it
            was done, so that only the answer is lost.
        status: of the answer that is given instead; None cuts the connection.
        times: how often, None for always.
        skip: how many requests to let pass first.
        headers: of the answer.
        delay: seconds of silence before it fails.
    """

    step: str
    when: str = "before"
    status: int | None = None
    times: int | None = 1
    skip: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0
    seen: int = 0


class Faults:
    """The faults that are still to happen."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def add(self, *faults: Fault) -> None:
        with self._lock:
            self._faults += faults

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def take(self, step: str) -> Fault | None:
        """The fault that this request meets."""
        with self._lock:
            for fault in self._faults:
                if fault.step != step:
                    continue
                fault.seen += 1
                at = fault.seen - fault.skip
                if at > 0 and (fault.times is None or at <= fault.times):
                    return fault
        return None
